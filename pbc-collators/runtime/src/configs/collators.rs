// SPDX-License-Identifier: GPL-3.0-or-later

//! Who authors: collators that governance names, and candidates that bond, elected by bond.

use crate::{
	constants::{
		collators::{MAX_CANDIDATES, MAX_INVULNERABLES, SESSION},
		currency::deposit,
		time::SLOT_DURATION_MS,
	},
	weights, AccountId, Aura, AuraId, Balance, Balances, CollatorSelection, Runtime, RuntimeEvent,
	Session, SessionKeys,
};
use flarechain_primitives::BlockNumber;
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64},
	PalletId,
};
use frame_system::EnsureRoot;
use pallet_session::PeriodicSessions;
use sp_runtime::traits::OpaqueKeys;

/// Collators that have to be left, at least, before one may go.
const MIN_COLLATORS: u32 = 1;

parameter_types! {
	/// The id behind the account that fees go to. Authors are paid from it.
	pub const PotId: PalletId = PalletId(*b"PotStake");
	/// Blocks of a session.
	pub const SessionLength: BlockNumber = SESSION;
	/// The block from which sessions are counted.
	pub const SessionOffset: BlockNumber = 0;
	/// What is held for an account's session keys. Collators of the genesis have nothing held.
	pub const SessionKeyDeposit: Balance = deposit(1, 32);
}

/// The account that fees go to.
pub type StakingPot = pallet_collator_selection::StakingPotAccountId<Runtime>;

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Aura;
	// Two blocks may share a slot: see the consensus hook, which limits them.
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = CollatorSelection;
}

impl pallet_collator_selection::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type UpdateOrigin = EnsureRoot<AccountId>;
	type PotId = PotId;
	type MaxCandidates = ConstU32<MAX_CANDIDATES>;
	type MinEligibleCollators = ConstU32<MIN_COLLATORS>;
	type MaxInvulnerables = ConstU32<MAX_INVULNERABLES>;
	// A candidate that made no block in a session is dropped.
	type KickThreshold = SessionLength;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ValidatorRegistration = Session;
	type WeightInfo = weights::pallet_collator_selection::WeightInfo<Runtime>;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = pallet_collator_selection::IdentityCollator;
	type ShouldEndSession = PeriodicSessions<SessionLength, SessionOffset>;
	type NextSessionRotation = PeriodicSessions<SessionLength, SessionOffset>;
	type SessionManager = CollatorSelection;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = ();
	type WeightInfo = weights::pallet_session::WeightInfo<Runtime>;
	type Currency = Balances;
	type KeyDeposit = SessionKeyDeposit;
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = ();
	type MaxAuthorities = ConstU32<{ MAX_INVULNERABLES + MAX_CANDIDATES }>;
	type AllowMultipleBlocksPerSlot = ConstBool<true>;
	type SlotDuration = ConstU64<SLOT_DURATION_MS>;
}
