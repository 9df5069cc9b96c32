// SPDX-License-Identifier: GPL-3.0-or-later

//! The token, and what transactions pay for their place in a block.

use crate::{
	constants::{
		currency::EXISTENTIAL_DEPOSIT,
		fee::{WeightToFee, BYTE_FEE},
	},
	weights, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU8},
	weights::ConstantMultiplier,
};
use pallet_transaction_payment::FungibleAdapter;
use polkadot_primitives::Balance;
use polkadot_runtime_common::{SlowAdjustingFeeUpdate, ToAuthor};

parameter_types! {
	/// The balance below which an account is removed.
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	/// What each byte of a transaction costs.
	pub const TransactionByteFee: Balance = BYTE_FEE;
}

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
	// Fees and tips go to the block's author.
	type OnChargeTransaction = FungibleAdapter<Balances, ToAuthor<Runtime>>;
	// Operational transactions go before normal ones with up to five times their fee.
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightToFee = WeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, TransactionByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type WeightInfo = weights::pallet_transaction_payment::WeightInfo<Runtime>;
}
