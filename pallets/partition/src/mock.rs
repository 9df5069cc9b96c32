// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet, whose para id can be set.

use crate as pallet_partition;
use flarechain_primitives::Asset;
use frame_support::{derive_impl, parameter_types, PalletId};
use frame_system::EnsureRoot;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Partition: pallet_partition,
	}
);

parameter_types! {
	pub static SelfParaId: u32 = 0;
	pub const PartitionPalletId: PalletId = PalletId(*b"fl/partn");
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

impl pallet_partition::Config for Test {
	type GovernanceOrigin = EnsureRoot<u64>;
	type SelfParaId = SelfParaId;
	type PalletId = PartitionPalletId;
	type WeightInfo = pallet_partition::weights::EstimatedWeight<Test>;
}

/// The state after a genesis on a chain with this para id.
pub(crate) fn built(
	para_id: u32,
	partition: pallet_partition::GenesisConfig<Test>,
) -> TestExternalities {
	SelfParaId::set(para_id);
	let genesis = RuntimeGenesisConfig { partition, ..Default::default() };
	let mut state: TestExternalities =
		genesis.build_storage().expect("nothing in it can fail but by a panic").into();
	state.execute_with(|| System::set_block_number(1));
	state
}

/// The state of the partition of `asset`, without a rate for fees.
pub(crate) fn state_of(asset: Asset) -> TestExternalities {
	built(
		asset.para_id(),
		pallet_partition::GenesisConfig { asset: Some(asset), ..Default::default() },
	)
}
