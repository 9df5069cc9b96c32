// SPDX-License-Identifier: Apache-2.0

//! SCALE types and aliases of the committee.

use crate::{Config, HoldReason};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::traits::fungible::{Credit, Inspect};
use scale_info::TypeInfo;
use sp_runtime::Perbill;
use sp_staking::SessionIndex;

/// The balance of [`Config::Currency`].
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// Slashed funds on their way to [`Config::Slash`].
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// A seat in a recorded panel of `T`.
pub type SeatOf<T> = Seat<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// A ranked committee member of `T`.
pub type CandidateOf<T> = Candidate<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// What a caller may know about an account of `T`.
pub type MemberInfoOf<T> = MemberInfo<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// The role a validator bonds under. It sets the minimum bond; every seat has one vote.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	serde::Serialize,
	serde::Deserialize,
)]
pub enum Role {
	/// Bonds `MinFlareNodeBond` at least.
	FlareNode,
	/// Bonds `MinValidityNodeBond` at least.
	ValidityNode,
	/// Bonds `MinDirectorBond` at least.
	DecentralizedDirector,
}

impl Role {
	/// Every role, in the order of its encoding.
	pub const ALL: [Role; 3] = [Role::FlareNode, Role::ValidityNode, Role::DecentralizedDirector];
}

/// A committee member: an account with an active bond.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Membership<Balance> {
	/// The role it bonded under.
	pub role: Role,
	/// The bond that counts in elections. Never zero.
	pub active: Balance,
	/// Whether the member asked to be left out of elections.
	pub chilled: bool,
}

/// A part of a bond that is on its way out, slashable until it is paid.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct UnlockChunk<Balance> {
	/// What is to be paid out. Never zero.
	pub amount: Balance,
	/// The first session in which it can be paid out.
	pub unlock_at: SessionIndex,
}

/// What a seat had at stake when its panel was elected: its full identification.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Exposure<Balance> {
	/// The role at election.
	pub role: Role,
	/// The active bond at election.
	pub bond: Balance,
}

/// A seat of a recorded panel, and what its holder was found guilty of in that session.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Seat<AccountId, Balance> {
	/// The holder.
	pub account: AccountId,
	/// What the holder had at stake.
	pub exposure: Exposure<Balance>,
	/// The largest slash fraction reported for the session.
	pub reported: Perbill,
	/// The largest slash fraction applied for the session. At most `reported`.
	pub settled: Perbill,
}

impl<AccountId, Balance> Seat<AccountId, Balance> {
	/// The seat of an elected candidate that nothing was reported about yet.
	pub fn new(elected: Candidate<AccountId, Balance>) -> Self {
		Seat {
			account: elected.account,
			exposure: Exposure { role: elected.role, bond: elected.bond },
			reported: Perbill::zero(),
			settled: Perbill::zero(),
		}
	}
}

/// A slash that waits for its window to pass.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct DeferredSlash<Balance> {
	/// The fraction that is settled once this slash is applied.
	pub fraction: Perbill,
	/// What to take, limited by what the offender has left. Never zero.
	pub amount: Balance,
	/// The session at whose start it is applied.
	pub apply_at: SessionIndex,
}

/// A committee member as elections rank it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Candidate<AccountId, Balance> {
	/// The member.
	pub account: AccountId,
	/// Its role.
	pub role: Role,
	/// Its active bond.
	pub bond: Balance,
}

impl<AccountId: Ord, Balance: Ord> Candidate<AccountId, Balance> {
	/// The order of election, best first: the larger bond, and of equal bonds the lower account.
	pub fn rank(&self, other: &Self) -> Ordering {
		other.bond.cmp(&self.bond).then_with(|| self.account.cmp(&other.account))
	}
}

/// All that the committee knows about an account, for runtime APIs and RPC.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct MemberInfo<AccountId, Balance> {
	/// The account.
	pub account: AccountId,
	/// Its role; none when it has no active bond.
	pub role: Option<Role>,
	/// Its active bond.
	pub active: Balance,
	/// What is on its way out, soonest first.
	pub unlocking: Vec<UnlockChunk<Balance>>,
	/// Whether it asked to be left out of elections.
	pub chilled: bool,
	/// Whether it is barred from elections.
	pub excluded: bool,
	/// Whether it has a seat in the running session.
	pub in_panel: bool,
}

/// The hold under which bonds of `T` stand.
pub(crate) fn bond_hold<T: Config>() -> T::RuntimeHoldReason {
	HoldReason::Bond.into()
}
