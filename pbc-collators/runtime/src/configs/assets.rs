// SPDX-License-Identifier: GPL-3.0-or-later

//! Wrapped assets: the partition's own, and those of the other partitions, which come in messages.
//!
//! An asset's id is the para id of its home partition, on every partition. The genesis creates them
//! all and makes the partition pallet's account, which nobody has a key for, their owner and issuer.
//! Nobody creates further ones.

use crate::{
	constants::currency::{deposit, EXISTENTIAL_DEPOSIT},
	weights, AccountId, Assets, Authorship, Balance, Balances, CollatorSelection, ParachainInfo,
	Runtime, RuntimeEvent,
};
use frame_support::{
	parameter_types,
	traits::{
		fungibles::{Balanced, Credit},
		ConstU32, Get, OnUnbalanced,
	},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot};
use pallet_asset_tx_payment::HandleCredit;

/// Accounts and approvals that one call removes of an asset that is being destroyed, at most.
const REMOVALS: u32 = 1_000;
/// Bytes of an asset's name or symbol, at most.
const MAX_NAME_BYTES: u32 = 50;

parameter_types! {
	/// What an account holds for having a balance that does not keep it alive.
	pub const AssetAccountDeposit: Balance = deposit(1, 16);
	/// What an account holds for letting another one spend.
	pub const ApprovalDeposit: Balance = EXISTENTIAL_DEPOSIT;
	/// What creating an asset would hold.
	pub const AssetDeposit: Balance = deposit(1, 190);
	/// What an asset's name and symbol would hold.
	pub const MetadataDepositBase: Balance = deposit(1, 68);
	/// What each byte of them would hold.
	pub const MetadataDepositPerByte: Balance = deposit(0, 1);
	/// The id behind the account that owns wrapped assets.
	pub const PartitionPalletId: PalletId = PalletId(*b"fl/partn");
}

impl pallet_assets::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type RemoveItemsLimit = ConstU32<REMOVALS>;
	type AssetId = u32;
	type AssetIdParameter = u32;
	type ReserveData = ();
	type Currency = Balances;
	type CreateOrigin = EnsureNever<AccountId>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type AssetDeposit = AssetDeposit;
	type AssetAccountDeposit = AssetAccountDeposit;
	type MetadataDepositBase = MetadataDepositBase;
	type MetadataDepositPerByte = MetadataDepositPerByte;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<MAX_NAME_BYTES>;
	type Holder = ();
	type Freezer = ();
	type Extra = ();
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = weights::pallet_assets::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// The para id as a number.
pub struct SelfParaId;

impl Get<u32> for SelfParaId {
	fn get() -> u32 {
		ParachainInfo::parachain_id().into()
	}
}

impl pallet_partition::Config for Runtime {
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type SelfParaId = SelfParaId;
	type PalletId = PartitionPalletId;
	type WeightInfo = weights::pallet_partition::WeightInfo<Runtime>;
}

/// Takes fees in the wrapped asset: they are the block author's.
///
/// The collators' pot, which gets the fees in ËTR, shares out nothing else; a wrapped asset would
/// stay in it. It gets them where a block has no author, which is outside of blocks.
pub struct WrappedFees;

impl OnUnbalanced<Credit<AccountId, Assets>> for WrappedFees {
	fn on_nonzero_unbalanced(fee: Credit<AccountId, Assets>) {
		let payee = Authorship::author().unwrap_or_else(CollatorSelection::account_id);
		// What cannot be deposited is burnt, which leaves the rest of the asset better backed.
		let _result = Assets::resolve(&payee, fee).map_err(drop);
	}
}

impl HandleCredit<AccountId, Assets> for WrappedFees {
	fn handle_credit(fee: Credit<AccountId, Assets>) {
		Self::on_unbalanced(fee);
	}
}
