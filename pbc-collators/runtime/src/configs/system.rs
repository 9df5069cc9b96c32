// SPDX-License-Identifier: GPL-3.0-or-later

//! Blocks and their limits.

use crate::{
	constants::block::{INITIALIZATION_SHARE, MAXIMUM_BYTES, MAXIMUM_WEIGHT, NORMAL_SHARE},
	weights::{
		self,
		database::DatabaseWeight,
		overhead::{BlockExecutionWeight, ExtrinsicBaseWeight},
	},
	AccountId, Balance, Block, Hash, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, RuntimeTask, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, PreInherents},
};
use frame_system::limits;
use polkadot_runtime_common::BlockHashCount;
use sp_version::RuntimeVersion;

parameter_types! {
	/// [`VERSION`].
	pub const Version: RuntimeVersion = VERSION;
	/// The prefix of addresses: the generic one.
	pub const SS58Prefix: u8 = 42;
	/// The lengths that blocks and the transactions in them keep to.
	pub BlockLength: limits::BlockLength = limits::BlockLength::builder()
		.max_length(MAXIMUM_BYTES)
		.modify_max_length_for_class(DispatchClass::Normal, |max| *max = NORMAL_SHARE * *max)
		.build();
	/// The weights that blocks and the transactions in them keep to. What normal transactions
	/// leave of a block belongs to operational ones.
	pub BlockWeights: limits::BlockWeights = limits::BlockWeights::builder()
		.base_block(BlockExecutionWeight::get())
		.for_class(DispatchClass::all(), |weights| {
			weights.base_extrinsic = ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |weights| {
			weights.max_total = Some(NORMAL_SHARE * MAXIMUM_WEIGHT);
		})
		.for_class(DispatchClass::Operational, |weights| {
			weights.max_total = Some(MAXIMUM_WEIGHT);
			weights.reserved = Some(MAXIMUM_WEIGHT - NORMAL_SHARE * MAXIMUM_WEIGHT);
		})
		.avg_block_initialization(INITIALIZATION_SHARE)
		.build_or_panic();
}

/// Leaves room for messages in every block.
///
/// The session pallet charges a whole block for a change of collators, before any inherent. Messages
/// are taken into what is left, and a block has to take one if one waits: where nothing is left, no
/// block could ever follow. So half a block is the most that counts as used before the inherents;
/// electing a few dozen collators takes much less.
pub struct RoomForMessages;

impl PreInherents for RoomForMessages {
	fn pre_inherents() {
		let most = BlockWeights::get().max_block / 2;
		frame_system::BlockWeight::<Runtime>::mutate(|used| {
			if used.total().any_gt(most) {
				used.set(used.total().min(most), DispatchClass::Mandatory);
			}
		});
	}
}

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BlockWeights = BlockWeights;
	type BlockLength = BlockLength;
	type DbWeight = DatabaseWeight;
	type Nonce = Nonce;
	type Hash = Hash;
	type AccountId = AccountId;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type SS58Prefix = SS58Prefix;
	// New code takes effect once the relay chain says so.
	type OnSetCode = cumulus_pallet_parachain_system::ParachainSetCode<Self>;
	type PreInherents = RoomForMessages;
	type MaxConsumers = ConstU32<16>;
}

impl cumulus_pallet_weight_reclaim::Config for Runtime {
	type WeightInfo = weights::cumulus_pallet_weight_reclaim::WeightInfo<Runtime>;
}
