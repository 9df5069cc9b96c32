// SPDX-License-Identifier: GPL-3.0-or-later

//! The partitions: who may register them, under which ids, and how they share the cores of the
//! parachain host.

use super::xcm::{LocalAssetTransactor, ThisNetwork, XcmRouter};
use crate::{
	constants::partitions::MAX_PARTITIONS, parachains_configuration, parachains_hrmp, weights,
	Hrmp, Runtime, RuntimeEvent, RuntimeOrigin, XcmPallet,
};
use alloc::vec;
use codec::Encode;
use flarechain_primitives::Asset;
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains},
	weights::Weight,
};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_partition_registrar::{AuthorizeUpgrade, OpenChannel};
use polkadot_parachain_primitives::primitives::HrmpChannelId;
use polkadot_primitives::{AccountId, Id as ParaId, ValidationCodeHash};
use polkadot_runtime_parachains::coretime;
use sp_runtime::DispatchResult;
use xcm::latest::prelude::*;
use xcm_builder::AliasesIntoAccountId32;

/// The ids of partitions: each row of the table of assets has one. The relay chain registers
/// nothing else, and trusts these and no other parachains to teleport ËTR.
pub struct IdsOfAssets;

impl Contains<ParaId> for IdsOfAssets {
	fn contains(id: &ParaId) -> bool {
		Asset::from_para_id((*id).into()).is_some()
	}
}

/// What the relay chain calls on a partition, as the partition encodes it: by the index of the
/// pallet in the partition runtime, and that of the call in the pallet.
#[derive(Encode)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum PartitionCall {
	/// Of the system pallet.
	#[codec(index = 0)]
	System(SystemCall),
}

/// Calls of a partition's system pallet.
#[derive(Encode)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum SystemCall {
	/// Lets anybody hand over code with this hash, to which the partition then upgrades.
	#[codec(index = 9)]
	AuthorizeUpgrade {
		/// The hash.
		code_hash: ValidationCodeHash,
	},
}

/// What authorizing an upgrade may cost a partition: two accesses of its database, and ten times
/// the computation that they take.
const AUTHORIZE_WEIGHT: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);

/// The program by which the relay chain, as a partition's root, makes a call there.
fn as_root(call: PartitionCall, weight: Weight) -> Xcm<()> {
	Xcm(vec![
		UnpaidExecution { weight_limit: Unlimited, check_origin: None },
		Transact {
			origin_kind: OriginKind::Superuser,
			fallback_max_weight: Some(weight),
			call: call.encode().into(),
		},
	])
}

/// Sends partitions what they may do as messages of the relay chain.
pub struct ByMessage;

impl AuthorizeUpgrade for ByMessage {
	fn authorize_upgrade(id: ParaId, code_hash: ValidationCodeHash) -> DispatchResult {
		let call = PartitionCall::System(SystemCall::AuthorizeUpgrade { code_hash });
		let program = as_root(call, AUTHORIZE_WEIGHT);
		XcmPallet::send_xcm(Here, Parachain(id.into()), program)
			.map(drop)
			.map_err(|error| pallet_xcm::Error::<Runtime>::from(error).into())
	}
}

/// Opens channels as large as the host's configuration allows.
pub struct LargestChannels;

impl OpenChannel for LargestChannels {
	fn open_channel(sender: ParaId, recipient: ParaId) -> DispatchResult {
		let channel = HrmpChannelId { sender, recipient };
		if parachains_hrmp::HrmpChannels::<Runtime>::contains_key(&channel) {
			return Ok(());
		}
		let config = parachains_configuration::ActiveConfig::<Runtime>::get();
		Hrmp::force_open_hrmp_channel(
			RawOrigin::Root.into(),
			sender,
			recipient,
			config.hrmp_channel_max_capacity,
			config.hrmp_channel_max_message_size,
		)
		.map(drop)
		.map_err(|failed| failed.error)
	}
}

impl pallet_partition_registrar::Config for Runtime {
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type PartitionIds = IdsOfAssets;
	type Upgrades = ByMessage;
	type Channels = LargestChannels;
	type MaxPartitions = ConstU32<MAX_PARTITIONS>;
	type WeightInfo = weights::pallet_partition_registrar::WeightInfo<Runtime>;
}

parameter_types! {
	/// Where a coretime chain would keep its revenue.
	pub const NoPot: InteriorLocation = Here;
	/// What a coretime chain would be allowed.
	pub const NoWeight: Weight = Weight::zero();
}

/// Through this pallet the registrar assigns cores. There is no coretime chain to sell them: the
/// id of one is that of no parachain, and the pallet has no calls in this runtime.
impl coretime::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type BrokerId = ConstU32<{ u32::MAX }>;
	type BrokerPotLocation = NoPot;
	// For calls, of which there are none.
	type WeightInfo = weights::polkadot_runtime_parachains_coretime::WeightInfo<Runtime>;
	type SendXcm = XcmRouter;
	type AssetTransactor = LocalAssetTransactor;
	type AccountToLocation = AliasesIntoAccountId32<ThisNetwork, AccountId>;
	type MaxXcmTransactWeight = NoWeight;
}
