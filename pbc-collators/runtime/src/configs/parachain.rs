// SPDX-License-Identifier: GPL-3.0-or-later

//! What makes the chain a parachain: its id, and how its blocks tie in with the relay chain's.

use super::messages::FromParent;
use crate::{
	constants::{
		backing::{RELAY_PARENT_OFFSET, RELAY_SLOT_DURATION_MS, UNINCLUDED_SEGMENT, VELOCITY},
		block::MAXIMUM_WEIGHT,
	},
	weights, Runtime, RuntimeEvent, XcmpQueue,
};
use cumulus_pallet_aura_ext::FixedVelocityConsensusHook;
use cumulus_pallet_parachain_system::RelayNumberMonotonicallyIncreases;
use frame_support::{parameter_types, traits::ConstU32, weights::Weight};

parameter_types! {
	/// What putting messages of the relay chain into the queue may take of a block.
	pub const ReservedDmpWeight: Weight = MAXIMUM_WEIGHT.saturating_div(4);
	/// What putting messages of other parachains into the queue may take of a block.
	pub const ReservedXcmpWeight: Weight = MAXIMUM_WEIGHT.saturating_div(4);
}

/// Lets as many blocks be made as the relay chain can include, each in the slot of its relay parent.
pub type ConsensusHook =
	FixedVelocityConsensusHook<Runtime, RELAY_SLOT_DURATION_MS, VELOCITY, UNINCLUDED_SEGMENT>;

impl cumulus_pallet_parachain_system::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnSystemEvent = ();
	type SelfParaId = parachain_info::Pallet<Runtime>;
	type OutboundXcmpMessageSource = XcmpQueue;
	type DmpQueue = FromParent;
	type ReservedDmpWeight = ReservedDmpWeight;
	type XcmpMessageHandler = XcmpQueue;
	type ReservedXcmpWeight = ReservedXcmpWeight;
	// Two blocks may have one relay parent.
	type CheckAssociatedRelayNumber = RelayNumberMonotonicallyIncreases;
	type WeightInfo = weights::cumulus_pallet_parachain_system::WeightInfo<Runtime>;
	type ConsensusHook = ConsensusHook;
	type RelayParentOffset = ConstU32<RELAY_PARENT_OFFSET>;
	// The relay chain takes candidates of version 2.
	type SchedulingSignatureVerifier = ();
}

impl parachain_info::Config for Runtime {}

impl cumulus_pallet_aura_ext::Config for Runtime {}
