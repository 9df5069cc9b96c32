// SPDX-License-Identifier: GPL-3.0-or-later
//! The genesis of a network with its own validators.

use super::check::Network;
use flarechain_runtime::genesis_config_presets::{
	relay_genesis, GenesisParams, Pace, PartitionGenesis, ValidatorKeys,
};
use serde_json::Value;

/// The genesis, as a patch of the runtime's default one.
pub(super) fn patch(network: &Network, partitions: Vec<PartitionGenesis>, pace: Pace) -> Value {
	let mut patch = relay_genesis(GenesisParams {
		validators: network.validators.iter().map(validator_keys).collect(),
		endowed: network.balances.clone(),
		sudo: network.sudo.clone(),
		partitions,
		pace,
	});
	if let Some(slots) = network.epoch_slots {
		patch["chainParameters"]["epochSlots"] = slots.into();
	}
	patch
}

fn validator_keys(validator: &super::check::Validator) -> ValidatorKeys {
	let keys = validator.keys.clone();
	ValidatorKeys {
		stash: validator.account.clone(),
		babe: keys.babe,
		asf: keys.asf,
		para_validator: keys.para_validator,
		para_assignment: keys.para_assignment,
		authority_discovery: keys.authority_discovery,
		role: validator.role,
		bond: validator.bond,
	}
}
