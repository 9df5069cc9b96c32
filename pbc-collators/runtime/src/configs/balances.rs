// SPDX-License-Identifier: GPL-3.0-or-later

//! ËTR, and what transactions pay for their place in a block: ËTR, or the wrapped asset at the rate
//! that governance has set.

use crate::{
	configs::{assets::WrappedFees, collators::StakingPot},
	constants::{
		currency::EXISTENTIAL_DEPOSIT,
		fee::{WeightToFee, BYTE_FEE},
	},
	weights, Assets, Balance, Balances, Partition, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{tokens::imbalance::ResolveTo, ConstU32, ConstU8},
	weights::ConstantMultiplier,
};
use pallet_asset_tx_payment::FungiblesAdapter;
use pallet_transaction_payment::FungibleAdapter;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;

parameter_types! {
	/// The balance below which an account is removed.
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	/// What each byte of a transaction or message costs.
	pub const ByteFee: Balance = BYTE_FEE;
}

/// Gives ËTR to the collators' pot.
pub type ToPot = ResolveTo<StakingPot, Balances>;

impl pallet_balances::Config for Runtime {
	type Balance = Balance;
	// What is left of a removed account is burnt.
	type DustRemoval = ();
	type RuntimeEvent = RuntimeEvent;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type WeightInfo = weights::pallet_balances::WeightInfo<Runtime>;
	type FreezeIdentifier = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type MaxFreezes = ConstU32<8>;
	type DoneSlashHandler = ();
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, ToPot>;
	// Operational transactions go before normal ones with up to five times their fee.
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightToFee = WeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, ByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type WeightInfo = weights::pallet_transaction_payment::WeightInfo<Runtime>;
}

impl pallet_asset_tx_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Fungibles = Assets;
	// The partition pallet converts at its rate.
	type OnChargeAssetTransaction = FungiblesAdapter<Partition, WrappedFees>;
	type WeightInfo = weights::pallet_asset_tx_payment::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::AssetFeeHelper;
}
