// SPDX-License-Identifier: GPL-3.0-or-later

//! The runtime as a whole: networks from their genesis, transactions through the executive, and
//! messages through the XCM executor.

#![allow(
	clippy::cast_possible_truncation,
	clippy::panic,
	clippy::unwrap_used,
	reason = "a test that fails may panic"
)]

mod calls;
mod collators;
mod fees;
mod genesis;
mod messages;
mod minting;
mod payment;
mod transfers;

use crate::{
	configs::{
		collators::StakingPot,
		xcm::{assets::WrappedAsset, locations::LocationConverter, router::XcmRouter, XcmConfig},
	},
	constants::currency::UNITS,
	// Of the two that go by this name.
	Assets,
	*,
};
use codec::Encode;
use flarechain_primitives::{Asset as PartitionAsset, BlockNumber};
use frame_support::{
	genesis_builder_helper::build_state,
	traits::{fungibles::Inspect, TypedGet},
};
use serde_json::Value;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::Header as _, Digest, DigestItem};
use xcm::latest::prelude::*;
use xcm_executor::{traits::ConvertLocation, XcmExecutor};

pub(crate) const ALICE: Sr25519Keyring = Sr25519Keyring::Alice;
pub(crate) const BOB: Sr25519Keyring = Sr25519Keyring::Bob;
pub(crate) const BTC: u32 = 2000;
pub(crate) const ETH: u32 = 2001;
pub(crate) const DOGE: u32 = 2002;
/// A parachain that is no partition.
pub(crate) const STRANGER: u32 = 3000;

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

/// The state that a genesis patch makes, as the node makes it, in its first block.
pub(crate) fn state_of(patch: Value) -> TestExternalities {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	merge(&mut config, patch);
	let mut state = TestExternalities::new_empty();
	let json = serde_json::to_vec(&config).unwrap();
	state.execute_with(|| {
		build_state::<RuntimeGenesisConfig>(json).unwrap();
		System::set_block_number(1);
	});
	state
}

pub(crate) fn preset(name: &str) -> Value {
	let patch = genesis_config_presets::get_preset(&name.into()).unwrap();
	serde_json::from_slice(&patch).unwrap()
}

/// The partition with this para id, with channels to the others.
pub(crate) fn partition(id: u32) -> TestExternalities {
	let asset = PartitionAsset::from_para_id(id).unwrap();
	let mut state = state_of(preset(&format!("{asset}_local_testnet")));
	state.execute_with(open_channels);
	state
}

/// What the relay chain tells with each block: that there are channels, and what goes through them.
fn open_channels() {
	use cumulus_pallet_parachain_system::{
		relay_state_snapshot::MessagingStateSnapshot, RelevantMessagingState,
	};
	use cumulus_primitives_core::{AbridgedHrmpChannel, UpwardMessageSender};

	ParachainSystem::ensure_successful_delivery();
	let channel = AbridgedHrmpChannel {
		max_capacity: 64,
		max_total_size: 256 * 1024,
		max_message_size: 100 * 1024,
		msg_count: 0,
		total_size: 0,
		mqc_head: None,
	};
	let others = [BTC, ETH, DOGE, STRANGER].map(|id| (id.into(), channel.clone()));
	RelevantMessagingState::<Runtime>::put(MessagingStateSnapshot {
		dmq_mqc_head: Default::default(),
		relay_dispatch_queue_remaining_capacity: Default::default(),
		ingress_channels: Default::default(),
		egress_channels: others.to_vec(),
	});
}

pub(crate) fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

/// The location of an account, on any chain.
pub(crate) fn account(who: Sr25519Keyring) -> Location {
	AccountId32 { network: None, id: who.to_raw_public() }.into()
}

pub(crate) fn sibling(id: u32) -> Location {
	Location::new(1, [Parachain(id)])
}

/// So much ËTR.
pub(crate) fn token(amount: Balance) -> Asset {
	(Location::parent(), amount).into()
}

/// So much of the wrapped asset whose home has this id, as the running partition names it.
pub(crate) fn wrapped(id: u32, amount: Balance) -> Asset {
	(WrappedAsset::location_of(id), amount).into()
}

pub(crate) fn free(who: Sr25519Keyring) -> Balance {
	Balances::free_balance(who.to_account_id())
}

pub(crate) fn pot() -> Balance {
	Balances::free_balance(StakingPot::get())
}

pub(crate) fn wrapped_balance(id: u32, who: &AccountId) -> Balance {
	Assets::balance(id, who)
}

/// The account that a location has here.
pub(crate) fn account_of(location: &Location) -> AccountId {
	LocationConverter::convert_location(location).unwrap()
}

/// What there is of everything: ËTR, and then each wrapped asset.
pub(crate) fn issuances() -> Vec<Balance> {
	let wrapped = PartitionAsset::ALL.map(|asset| Assets::total_issuance(asset.para_id()));
	[Balances::total_issuance()].into_iter().chain(wrapped).collect()
}

/// Executes a message as the queue would, with all the weight there is.
pub(crate) fn receive(origin: Location, message: Xcm<RuntimeCall>) -> Result<(), XcmError> {
	let mut id = message.using_encoded(sp_io::hashing::blake2_256);
	XcmExecutor::<XcmConfig>::prepare_and_execute(
		origin,
		message,
		&mut id,
		Weight::MAX,
		Weight::zero(),
	)
	.ensure_complete()
	.map_err(|failed| failed.error)
}

/// What was sent since it was last asked, with where it goes.
pub(crate) fn sent() -> Vec<(Location, Xcm<RuntimeCall>)> {
	use xcm_builder::InspectMessageQueues;
	let queues = XcmRouter::get_messages();
	XcmRouter::clear_messages();
	let mut messages = Vec::new();
	for (dest, queue) in queues {
		let dest = Location::try_from(dest).unwrap();
		for message in queue {
			messages.push((dest.clone(), Xcm::<()>::try_from(message).unwrap().into()));
		}
	}
	messages
}

/// The only message that was sent, which goes to `dest`.
pub(crate) fn sent_to(dest: &Location) -> Xcm<RuntimeCall> {
	let mut messages = sent();
	assert_eq!(messages.len(), 1, "{messages:?}");
	let (to, message) = messages.remove(0);
	assert_eq!(&to, dest);
	message
}

/// Starts the block after the first, which Alice authors.
pub(crate) fn start_block() {
	start_block_number(2);
}

/// Starts the block of this number, which Alice authors.
pub(crate) fn start_block_number(number: BlockNumber) {
	let slot = sp_consensus_aura::Slot::from(300_000_000u64);
	let claim = DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode());
	let header = Header::new(
		number,
		Default::default(),
		Default::default(),
		Default::default(),
		Digest { logs: vec![claim] },
	);
	Executive::initialize_block(&header);
}
