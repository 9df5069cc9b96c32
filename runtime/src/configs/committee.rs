// SPDX-License-Identifier: GPL-3.0-or-later

//! Bonds, elections and slashes of validators.

use crate::{
	chain_parameters,
	constants::committee::{
		BONDING_SESSIONS, MAX_MEMBERS, MAX_PANEL, MIN_DIRECTOR_BOND, MIN_NODE_BOND,
		UNBONDING_SESSIONS,
	},
	weights, Balances, Runtime, RuntimeHoldReason, Session,
};
use frame_support::{
	parameter_types,
	traits::{tokens::imbalance::ResolveTo, ConstU32},
	PalletId,
};
use frame_system::EnsureRoot;
use polkadot_primitives::{AccountId, Balance};
use sp_runtime::traits::AccountIdConversion;
use sp_staking::SessionIndex;

/// Parts of one bond that can be unlocking at once.
const MAX_UNLOCKING_CHUNKS: u32 = 32;

parameter_types! {
	/// The treasury, which later gets a pallet of its own under the same id.
	pub const TreasuryPalletId: PalletId = PalletId(*b"py/trsry");
	/// Takes what is slashed, and what partitions pay for messages. Its genesis balance keeps it
	/// alive, since small deposits into an account that does not exist are lost.
	pub TreasuryAccount: AccountId = TreasuryPalletId::get().into_account_truncating();

	/// The smallest bond of a flare node or a validity node.
	pub const MinNodeBond: Balance = MIN_NODE_BOND;
	/// The smallest bond of a decentralized director.
	pub const MinDirectorBond: Balance = MIN_DIRECTOR_BOND;
	/// Sessions until an unbonded amount is paid out.
	pub const UnbondingSessions: SessionIndex = UNBONDING_SESSIONS;
	/// Sessions whose offences are still punished.
	pub const BondingSessions: SessionIndex = BONDING_SESSIONS;
}

impl pallet_validator_committee::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Slash = ResolveTo<TreasuryAccount, Balances>;
	type SessionKeys = Session;
	type SessionInterface = Session;
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type MinFlareNodeBond = MinNodeBond;
	type MinValidityNodeBond = MinNodeBond;
	type MinDirectorBond = MinDirectorBond;
	type MaxPanel = ConstU32<MAX_PANEL>;
	type MaxMembers = ConstU32<MAX_MEMBERS>;
	type MaxUnlockingChunks = ConstU32<MAX_UNLOCKING_CHUNKS>;
	type UnbondingSessions = UnbondingSessions;
	type BondingSessions = BondingSessions;
	type SlashDeferSessions = chain_parameters::SlashDeferral<Runtime>;
	type WeightInfo = weights::pallet_validator_committee::WeightInfo<Runtime>;
}
