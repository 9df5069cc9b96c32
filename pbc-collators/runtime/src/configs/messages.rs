// SPDX-License-Identifier: GPL-3.0-or-later

//! Queues of messages: from and to other parachains, and one that serves them all. The relay
//! chain's messages go first: governance has to come through when a queue is long.

use super::{
	balances::ByteFee,
	system::BlockWeights,
	xcm::{assets::FeeAssetId, LocalOriginConverter},
};
#[cfg(not(feature = "runtime-benchmarks"))]
use crate::{configs::xcm::XcmConfig, RuntimeCall};
use crate::{
	constants::{block::MESSAGES_SHARE, fee::DELIVERY_FEE},
	weights, AccountId, Balance, MessageQueue, ParachainSystem, PolkadotXcm, Runtime, RuntimeEvent,
	System, XcmpQueue,
};
use cumulus_primitives_core::{AggregateMessageOrigin, ParaId};
use frame_support::{
	dispatch::DispatchClass,
	parameter_types,
	traits::{
		ConstU32, EnqueueMessage, HandleMessage, QueueFootprint, QueuePausedQuery, TransformOrigin,
	},
	weights::{Weight, WeightMeter},
	BoundedSlice,
};
use frame_system::EnsureRoot;
use pallet_message_queue::{ForceSetHead, OnQueueChanged};
use polkadot_runtime_common::xcm_sender::ExponentialPrice;
use sp_runtime::traits::Convert;

/// Bytes of a page of messages. It takes the largest message of a channel, which is 100 KiB, and
/// what is stored along with it.
const PAGE_BYTES: u32 = 103 * 1024;
/// Pages of the queue that may wait for a message which is too heavy for a block, at most.
const MAX_STALE_PAGES: u32 = 8;
/// Channels that messages come from or go to, at most. The relay chain allows as many each way.
const MAX_CHANNELS: u32 = 32;

parameter_types! {
	/// What serving messages may take of a block.
	pub ServiceWeight: Weight = MESSAGES_SHARE * BlockWeights::get().max_block;
	/// What the delivery of a message costs, beside its length.
	pub const DeliveryFee: Balance = DELIVERY_FEE;
}

/// What sending a message to another parachain costs.
pub type PriceForSiblingDelivery = ExponentialPrice<FeeAssetId, DeliveryFee, ByteFee, XcmpQueue>;
/// What sending a message to the relay chain costs.
pub type PriceForParentDelivery =
	ExponentialPrice<FeeAssetId, DeliveryFee, ByteFee, ParachainSystem>;

/// The queue of messages of a parachain.
pub struct QueueOfSibling;

impl Convert<ParaId, AggregateMessageOrigin> for QueueOfSibling {
	fn convert(id: ParaId) -> AggregateMessageOrigin {
		AggregateMessageOrigin::Sibling(id)
	}
}

/// Tells the pallet of channels about their queues. It knows no others.
pub struct ChannelQueues;

impl OnQueueChanged<AggregateMessageOrigin> for ChannelQueues {
	fn on_queue_changed(origin: AggregateMessageOrigin, footprint: QueueFootprint) {
		if let AggregateMessageOrigin::Sibling(id) = origin {
			XcmpQueue::on_queue_changed(id, footprint);
		}
	}
}

impl QueuePausedQuery<AggregateMessageOrigin> for ChannelQueues {
	fn is_paused(origin: &AggregateMessageOrigin) -> bool {
		matches!(origin, AggregateMessageOrigin::Sibling(id) if XcmpQueue::is_paused(id))
	}
}

/// Takes messages of the relay chain, and has them served next.
pub struct FromParent;

impl FromParent {
	/// Messages come with an inherent, after this block has served its queues, so that what moves to
	/// the front is served at the end of this block, or with the next one.
	fn go_first() {
		let mut meter = WeightMeter::new();
		// Nothing has to go first where the queue turns out empty.
		let _moved = MessageQueue::force_set_head(&mut meter, &AggregateMessageOrigin::Parent);
		System::register_extra_weight_unchecked(meter.consumed(), DispatchClass::Mandatory);
	}
}

impl HandleMessage for FromParent {
	type MaxMessageLen = <MessageQueue as EnqueueMessage<AggregateMessageOrigin>>::MaxMessageLen;

	fn handle_message(message: BoundedSlice<u8, Self::MaxMessageLen>) {
		MessageQueue::enqueue_message(message, AggregateMessageOrigin::Parent);
		Self::go_first();
	}

	fn handle_messages<'a>(
		messages: impl Iterator<Item = BoundedSlice<'a, u8, Self::MaxMessageLen>>,
	) {
		MessageQueue::enqueue_messages(messages, AggregateMessageOrigin::Parent);
		Self::go_first();
	}

	fn sweep_queue() {
		MessageQueue::sweep_queue(AggregateMessageOrigin::Parent);
	}
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_message_queue::WeightInfo<Runtime>;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type MessageProcessor = xcm_builder::ProcessXcmMessage<
		AggregateMessageOrigin,
		xcm_executor::XcmExecutor<XcmConfig>,
		RuntimeCall,
	>;
	#[cfg(feature = "runtime-benchmarks")]
	type MessageProcessor =
		pallet_message_queue::mock_helpers::NoopMessageProcessor<AggregateMessageOrigin>;
	type Size = u32;
	type QueueChangeHandler = ChannelQueues;
	type QueuePausedQuery = ChannelQueues;
	type HeapSize = ConstU32<PAGE_BYTES>;
	type MaxStale = ConstU32<MAX_STALE_PAGES>;
	type ServiceWeight = ServiceWeight;
	type IdleMaxServiceWeight = ServiceWeight;
}

impl cumulus_pallet_xcmp_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ChannelInfo = ParachainSystem;
	type VersionWrapper = PolkadotXcm;
	type XcmpQueue = TransformOrigin<MessageQueue, AggregateMessageOrigin, ParaId, QueueOfSibling>;
	type MaxInboundSuspended = ConstU32<MAX_CHANNELS>;
	type MaxActiveOutboundChannels = ConstU32<MAX_CHANNELS>;
	type MaxPageSize = ConstU32<PAGE_BYTES>;
	type ControllerOrigin = EnsureRoot<AccountId>;
	type ControllerOriginConverter = LocalOriginConverter;
	type PriceForSiblingDelivery = PriceForSiblingDelivery;
	type WeightInfo = weights::cumulus_pallet_xcmp_queue::WeightInfo<Runtime>;
}
