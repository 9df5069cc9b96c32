// SPDX-License-Identifier: GPL-3.0-or-later

//! The parachain host: configuration, inclusion, disputes, messages and on-demand blocks.

use super::{offences::ReportLongevity, system::BlockWeights};
use crate::{
	constants::{currency::UNITS, partitions::UPWARD_PAGE_BYTES, time::DAYS},
	weights, Babe, Balances, Historical, MessageQueue, Offences, ParaInclusion, ParasDisputes,
	ParasSlashing, Runtime, RuntimeEvent, RuntimeOrigin, Session, XcmPallet,
};
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, KeyOwnerProofSystem},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use polkadot_primitives::{AccountId, ValidatorId, ValidatorIndex};
use polkadot_runtime_parachains::{
	configuration::{self, ActiveConfigHrmpChannelSizeAndCapacityRatio},
	disputes::{self, slashing},
	dmp, hrmp, inclusion, initializer, on_demand, origin, paras, paras_inherent, scheduler,
	session_info, shared,
};
use sp_core::crypto::KeyTypeId;
use sp_runtime::{transaction_validity::TransactionPriority, FixedU128, Perbill, Percent};

/// Blocks whose on-demand revenue is on record. Nobody claims it yet.
const ON_DEMAND_REVENUE_BLOCKS: u32 = 160;
/// Keys that a benchmark of slashing reports counts with.
const BENCHMARK_VALIDATORS: u32 = 200;

parameter_types! {
	/// Votes on a parachain's code go before everything else that is unsigned.
	pub const ParasUnsignedPriority: TransactionPriority = TransactionPriority::MAX;
	/// What messages of parachains may take of a block.
	pub MessageQueueServiceWeight: Weight =
		Perbill::from_percent(20) * BlockWeights::get().max_block;
	/// The share of the configured channel size that a channel with a system chain gets.
	pub const HrmpSystemChannelRatio: Percent = Percent::from_percent(100);
	/// The traffic multiplier that on-demand prices start from.
	pub const OnDemandTrafficDefaultValue: FixedU128 = FixedU128::from_u32(1);
	/// Whose account takes what on-demand blocks are paid.
	pub const OnDemandPalletId: PalletId = PalletId(*b"py/ondmd");
}

impl origin::Config for Runtime {}

impl configuration::Config for Runtime {
	type WeightInfo = weights::polkadot_runtime_parachains_configuration::WeightInfo<Runtime>;
}

impl shared::Config for Runtime {
	type DisabledValidators = Session;
}

impl session_info::Config for Runtime {
	type ValidatorSet = Historical;
}

/// Backing and availability are not rewarded: what counts for a seat is scored by the ASF pallet.
pub struct NoRewards;

impl inclusion::RewardValidators for NoRewards {
	fn reward_backing(_: impl IntoIterator<Item = ValidatorIndex>) {}
	fn reward_bitfields(_: impl IntoIterator<Item = ValidatorIndex>) {}
}

impl inclusion::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type DisputesHandler = ParasDisputes;
	type RewardValidators = NoRewards;
	type MessageQueue = MessageQueue;
	type WeightInfo = weights::polkadot_runtime_parachains_inclusion::WeightInfo<Runtime>;
}

impl paras::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::polkadot_runtime_parachains_paras::WeightInfo<Runtime>;
	type UnsignedPriority = ParasUnsignedPriority;
	type QueueFootprinter = ParaInclusion;
	type NextSessionRotation = Babe;
	type OnNewHead = ();
	// The registrar shares the cores.
	type AssignCoretime = ();
	type Fungible = Balances;
	// A whole day off the cooldown costs 1,000 ËTR.
	type CooldownRemovalMultiplier = ConstU128<{ 1_000 * UNITS / DAYS as u128 }>;
	type AuthorizeCurrentCodeOrigin = EnsureRoot<AccountId>;
}

impl paras_inherent::Config for Runtime {
	type WeightInfo = weights::polkadot_runtime_parachains_paras_inherent::WeightInfo<Runtime>;
}

impl scheduler::Config for Runtime {}

impl initializer::Config for Runtime {
	type Randomness = pallet_babe::RandomnessFromOneEpochAgo<Runtime>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type CoretimeOnNewSession = ();
	type WeightInfo = weights::polkadot_runtime_parachains_initializer::WeightInfo<Runtime>;
}

impl disputes::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RewardValidators = ();
	type SlashingHandler = slashing::SlashValidatorsForDisputes<ParasSlashing>;
	type WeightInfo = weights::polkadot_runtime_parachains_disputes::WeightInfo<Runtime>;
}

type KeyProof = (KeyTypeId, ValidatorId);

impl slashing::Config for Runtime {
	type KeyOwnerProofSystem = Historical;
	type KeyOwnerProof = <Historical as KeyOwnerProofSystem<KeyProof>>::Proof;
	type KeyOwnerIdentification =
		<Historical as KeyOwnerProofSystem<KeyProof>>::IdentificationTuple;
	type HandleReports =
		slashing::SlashingReportHandler<Self::KeyOwnerIdentification, Offences, ReportLongevity>;
	type WeightInfo = weights::slashing::WeightInfo<Runtime>;
	type BenchmarkingConfig = slashing::BenchConfig<BENCHMARK_VALIDATORS>;
}

impl dmp::Config for Runtime {
	type WeightInfo = weights::polkadot_runtime_parachains_dmp::WeightInfo<Runtime>;
}

impl hrmp::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type ChannelManager = EnsureRoot<AccountId>;
	type Currency = Balances;
	type DefaultChannelSizeAndCapacityWithSystem =
		ActiveConfigHrmpChannelSizeAndCapacityRatio<Runtime, HrmpSystemChannelRatio>;
	type VersionWrapper = XcmPallet;
	type WeightInfo = weights::polkadot_runtime_parachains_hrmp::WeightInfo<Runtime>;
}

impl on_demand::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type TrafficDefaultValue = OnDemandTrafficDefaultValue;
	type WeightInfo = weights::polkadot_runtime_parachains_on_demand::WeightInfo<Runtime>;
	type MaxHistoricalRevenue = ConstU32<ON_DEMAND_REVENUE_BLOCKS>;
	type PalletId = OnDemandPalletId;
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Size = u32;
	type HeapSize = ConstU32<UPWARD_PAGE_BYTES>;
	// Pages that are kept although some message in them could not be processed.
	type MaxStale = ConstU32<96>;
	type ServiceWeight = MessageQueueServiceWeight;
	type IdleMaxServiceWeight = MessageQueueServiceWeight;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type MessageProcessor = super::xcm::MessageProcessor;
	#[cfg(feature = "runtime-benchmarks")]
	type MessageProcessor =
		pallet_message_queue::mock_helpers::NoopMessageProcessor<inclusion::AggregateMessageOrigin>;
	type QueueChangeHandler = ParaInclusion;
	type QueuePausedQuery = ();
	type WeightInfo = weights::pallet_message_queue::WeightInfo<Runtime>;
}
