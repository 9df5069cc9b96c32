// SPDX-License-Identifier: GPL-3.0-or-later

//! The runtime as a whole: networks from their genesis, blocks through the executive.

#![allow(
	clippy::cast_possible_truncation,
	clippy::panic,
	clippy::unwrap_used,
	reason = "a test that fails may panic"
)]

mod calls;
mod fees;
mod genesis;
mod messages;
mod partitions;
mod sessions;

use crate::{
	genesis_config_presets::{relay_genesis, GenesisParams, Pace, PartitionGenesis, ValidatorKeys},
	*,
};
use codec::Encode;
use frame_support::genesis_builder_helper::build_state;
use polkadot_parachain_primitives::primitives::{HeadData, ValidationCode};
use polkadot_primitives::{Balance, InherentData as ParachainsInherentData};
use serde_json::Value;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_io::TestExternalities;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{traits::Header as HeaderT, Digest, DigestItem};

pub(crate) const ALICE: Sr25519Keyring = Sr25519Keyring::Alice;
pub(crate) const BOB: Sr25519Keyring = Sr25519Keyring::Bob;
const ENDOWMENT: Balance = 10_000 * constants::currency::UNITS;

/// What the node does with a preset: objects are merged, all else is replaced.
fn merge(base: &mut Value, patch: Value) {
	match (base, patch) {
		(Value::Object(base), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(Value::Null), value);
			}
		},
		(base, patch) => *base = patch,
	}
}

/// The state that a genesis patch makes, as the node makes it.
pub(crate) fn state_of(patch: Value) -> TestExternalities {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	merge(&mut config, patch);
	let mut state = TestExternalities::new_empty();
	let json = serde_json::to_vec(&config).unwrap();
	state.execute_with(|| build_state::<RuntimeGenesisConfig>(json)).unwrap();
	state
}

pub(crate) fn preset_state(name: &str) -> TestExternalities {
	let patch = genesis_config_presets::get_preset(&name.into()).unwrap();
	state_of(serde_json::from_slice(&patch).unwrap())
}

/// The validators of larger networks, each with its two kinds of keys.
const VALIDATORS: [(Sr25519Keyring, Ed25519Keyring); 5] = [
	(ALICE, Ed25519Keyring::Alice),
	(BOB, Ed25519Keyring::Bob),
	(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
	(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
	(Sr25519Keyring::Eve, Ed25519Keyring::Eve),
];

/// A partition, with code that could not run.
pub(crate) fn partition(id: u32) -> PartitionGenesis {
	PartitionGenesis { id: id.into(), head: HeadData(vec![1]), code: ValidationCode(vec![1; 20]) }
}

/// So many validators, and these partitions.
pub(crate) fn state_with(
	validators: usize,
	partitions: Vec<PartitionGenesis>,
) -> TestExternalities {
	let validators = VALIDATORS.into_iter().take(validators);
	state_of(relay_genesis(GenesisParams {
		validators: validators
			.clone()
			.map(|(account, asf)| ValidatorKeys::well_known(account, asf))
			.collect(),
		endowed: validators.map(|(who, _)| (who.to_account_id(), ENDOWMENT)).collect(),
		sudo: None,
		partitions,
		pace: Pace::Development,
	}))
}

/// Two validators, and the partitions of these ids.
pub(crate) fn state_with_partitions(ids: &[u32]) -> TestExternalities {
	state_with(2, ids.iter().copied().map(partition).collect())
}

/// Makes blocks as an author does, one in each slot.
pub(crate) struct Chain {
	head: Header,
	slot: u64,
}

impl Chain {
	pub(crate) fn new() -> Self {
		let head = Header::new(
			0,
			Default::default(),
			Default::default(),
			Default::default(),
			Default::default(),
		);
		Self { head, slot: 300_000_000 }
	}

	pub(crate) fn block(&mut self) -> &Header {
		self.slot += 1;
		let seats = Babe::authorities().len() as u64;
		let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
			authority_index: (self.slot % seats) as u32,
			slot: self.slot.into(),
		});
		let header = Header::new(
			self.head.number + 1,
			Default::default(),
			Default::default(),
			self.head.hash(),
			Digest { logs: vec![DigestItem::babe_pre_digest(claim)] },
		);
		Executive::initialize_block(&header);
		let inherents = [
			RuntimeCall::Timestamp(pallet_timestamp::Call::set {
				now: self.slot * constants::time::SLOT_DURATION_MS,
			}),
			RuntimeCall::ParaInherent(parachains_paras_inherent::Call::enter {
				data: ParachainsInherentData {
					bitfields: vec![],
					backed_candidates: vec![],
					disputes: vec![],
					parent_header: self.head.clone(),
				},
			}),
		];
		for call in inherents {
			let inherent = UncheckedExtrinsic::new_bare(call);
			Executive::apply_extrinsic(inherent.clone())
				.unwrap_or_else(|error| panic!("{error:?} for {:?}", inherent.encode()))
				.unwrap();
		}
		self.head = Executive::finalize_block();
		&self.head
	}

	/// Makes blocks up to the first of a session, and returns that one.
	pub(crate) fn start_session(&mut self, session: u32) -> Header {
		while Session::current_index() < session {
			self.block();
		}
		self.head.clone()
	}
}
