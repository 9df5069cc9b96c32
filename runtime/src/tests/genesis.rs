// SPDX-License-Identifier: GPL-3.0-or-later

//! What networks start with.

use super::*;
use configs::{
	committee::{TreasuryAccount, TreasuryPalletId},
	consensus::BABE_GENESIS_EPOCH_CONFIG,
};
use constants::{
	committee::UNBONDING_SESSIONS,
	currency::{EXISTENTIAL_DEPOSIT, UNITS},
	time::{DEV_EPOCH_SLOTS, EPOCH_SLOTS},
};
use frame_support::traits::{
	fungible::{Inspect, InspectHold},
	Get,
};
use genesis_config_presets::{host_configuration, needed_approvals, preset_names};
use pallet_message_queue::MaxMessageLenOf;
use pallet_validator_committee::{Config as Committee, HoldReason, Members};
use polkadot_primitives::{
	node_features::FeatureIndex,
	runtime_api::runtime_decl_for_parachain_host::ParachainHostV16 as ParachainHost,
};
use sp_authority_discovery::runtime_decl_for_authority_discovery_api::AuthorityDiscoveryApi;
use sp_consensus_babe::runtime_decl_for_babe_api::BabeApi;
use sp_genesis_builder::PresetId;
use sp_runtime::traits::AccountIdConversion;

const PRESETS: [(&str, usize, bool, u64); 3] = [
	("development", 1, true, DEV_EPOCH_SLOTS),
	("local_testnet", 4, true, DEV_EPOCH_SLOTS),
	("staging", 4, false, EPOCH_SLOTS),
];

#[test]
fn every_preset_is_tested() {
	assert_eq!(preset_names(), PRESETS.map(|(name, ..)| PresetId::from(name)).to_vec());
	assert_eq!(genesis_config_presets::get_preset(&"unheard of".into()), None);
}

#[test]
fn every_consensus_starts_with_the_presets_validators() {
	for (name, validators, ..) in PRESETS {
		preset_state(name).execute_with(|| {
			assert_eq!(ValidatorCommittee::members().len(), validators, "{name}");
			assert_eq!(ValidatorCommittee::panel(0).len(), validators, "{name}");
			assert_eq!(ValidatorCommittee::next_panel().len(), validators, "{name}");
			assert_eq!(Session::validators().len(), validators, "{name}");
			assert_eq!(Babe::authorities().len(), validators, "{name}");
			assert_eq!(Asf::panel().unwrap().seat_count(), validators, "{name}");
			assert_eq!(Asf::current_set_id().get(), 0, "{name}");
			assert_eq!(AuthorityDiscovery::authorities().len(), validators, "{name}");
			let host = <Runtime as ParachainHost<Block>>::validators();
			assert_eq!(host.len(), validators, "{name}");
			let discoverable = <Runtime as AuthorityDiscoveryApi<Block>>::authorities();
			assert_eq!(discoverable.len(), validators, "{name}");
		});
	}
}

#[test]
fn presets_differ_in_sudo_and_in_the_length_of_epochs() {
	for (name, _, has_sudo, slots) in PRESETS {
		preset_state(name).execute_with(|| {
			let sudo = has_sudo.then(|| ALICE.to_account_id());
			assert_eq!(pallet_sudo::Key::<Runtime>::get(), sudo, "{name}");

			let babe = <Runtime as BabeApi<Block>>::configuration();
			assert_eq!(babe.epoch_length, slots, "{name}");
			assert_eq!(babe.slot_duration, 6_000, "{name}");
			assert_eq!(babe.c, BABE_GENESIS_EPOCH_CONFIG.c, "{name}");
			assert!(babe.allowed_slots.is_secondary_vrf_slots_allowed(), "{name}");
		});
	}
}

#[test]
fn epochs_of_other_lengths_are_refused() {
	for slots in [0, 9, 10_000_000] {
		let patch = serde_json::json!({ "chainParameters": { "epochSlots": slots } });
		let built = std::panic::catch_unwind(|| state_of(patch));
		assert!(built.is_err(), "{slots}");
	}
	let patch = serde_json::json!({ "chainParameters": { "epochSlots": 10 } });
	state_of(patch).execute_with(|| {
		assert_eq!(chain_parameters::EpochSlots::<Runtime>::get(), 10);
	});
}

#[test]
fn slashes_are_deferred_as_the_genesis_says() {
	for (sessions, fits) in [(0, true), (UNBONDING_SESSIONS, true), (UNBONDING_SESSIONS + 1, false)]
	{
		let patch = serde_json::json!({ "chainParameters": { "slashDeferSessions": sessions } });
		let built = std::panic::catch_unwind(|| state_of(patch));
		assert_eq!(built.is_ok(), fits, "{sessions}");
		if let Ok(mut state) = built {
			state.execute_with(|| {
				assert_eq!(<Runtime as Committee>::SlashDeferSessions::get(), sessions);
			});
		}
	}
	for (name, sessions) in [("local_testnet", 1), ("staging", 12)] {
		preset_state(name).execute_with(|| {
			assert_eq!(<Runtime as Committee>::SlashDeferSessions::get(), sessions, "{name}");
		});
	}
}

#[test]
fn bonds_are_held_and_the_treasury_exists() {
	preset_state("local_testnet").execute_with(|| {
		for who in [ALICE, BOB].map(|who| who.to_account_id()) {
			let bond = Members::<Runtime>::get(&who).unwrap().active;
			assert_eq!(bond, 1_000 * UNITS);
			assert_eq!(Balances::balance_on_hold(&HoldReason::Bond.into(), &who), bond);
			assert_eq!(Balances::total_balance(&who), 1_000_000 * UNITS);
		}
		let seven = frame_system::Account::<Runtime>::iter()
			.filter(|(_, account)| account.data.free + account.data.reserved > UNITS);
		assert_eq!(seven.count(), 7);
		let treasury: AccountId = TreasuryPalletId::get().into_account_truncating();
		assert_eq!(TreasuryAccount::get(), treasury);
		assert_eq!(Balances::balance(&treasury), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn host_configurations_are_consistent() {
	for pace in [Pace::Development, Pace::Production] {
		for validators in 0..=constants::committee::MAX_PANEL {
			let config = host_configuration(validators, pace);
			config.panic_if_not_consistent();
			// Who backs cannot check, and every group has a member at least.
			let checkers = validators.saturating_sub(1);
			assert!(config.needed_approvals <= checkers, "{validators}");
			assert_eq!(config.scheduler_params.max_validators_per_core, Some(1));
			assert!(config.max_upward_message_size <= MaxMessageLenOf::<Runtime>::get());
			let retained = u64::from(config.code_retention_period);
			assert!(retained > u64::from(config.dispute_period) * pace.epoch_slots());
			for feature in [
				FeatureIndex::EnableAssignmentsV2,
				FeatureIndex::ElasticScalingMVP,
				FeatureIndex::CandidateReceiptV2,
			] {
				assert!(feature.is_set(&config.node_features));
			}
			assert!(!FeatureIndex::AvailabilityChunkMapping.is_set(&config.node_features));
		}
	}
	assert_eq!([0, 1, 2, 3, 4, 21].map(needed_approvals), [0, 0, 1, 2, 2, 2]);
}

#[test]
fn the_wasm_is_embedded() {
	assert!(WASM_BINARY.is_some_and(|wasm| !wasm.is_empty()));
	assert!(WASM_BINARY_BLOATY.is_some_and(|wasm| !wasm.is_empty()));
}

#[test]
fn the_version_names_this_chain() {
	assert_eq!(VERSION.spec_name, "flarechain");
	// Prefixes by which the SDK recognises its own networks.
	for taken in
		["polkadot", "dot", "kusama", "ksm", "westend", "wnd", "rococo", "roc", "versi", "vrs"]
	{
		assert!(!VERSION.spec_name.starts_with(taken), "{taken}");
	}
}
