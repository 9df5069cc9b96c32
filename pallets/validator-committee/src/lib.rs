// SPDX-License-Identifier: Apache-2.0

//! # Validator committee
//!
//! Validators bond the native token under a [`Role`]. At each session boundary the largest eligible
//! bonds become the session's panel: its authority set. This pallet is the session manager and the
//! handler of offences. Specification: sections 1 and 5 of the ASF design.
//!
//! ## Rules
//! - **Eligible**: an active bond of at least the role's minimum, session keys set, not excluded,
//!   not chilled. The panel is the first `MaxPanel` of them by bond, equal bonds by lower account.
//!   When nobody is eligible the last panel stays, less the seats whose keys are gone.
//! - **A call leaves a bond at zero or at its role's minimum at least.** Only a slash leaves less;
//!   the member then keeps its place in the committee but is not elected until it bonds more.
//! - **A full committee** takes a newcomer only with a bond strictly larger than its smallest
//!   active one (of equal ones, the highest account), which starts to unbond as a whole.
//! - **A bond stays slashable until it is paid out.** Unbonding counts from the session after the
//!   running one, the last in which the member can hold a seat. Nothing is paid out to an account
//!   while a slash of it is deferred.
//! - **Slashes**: an offence costs its fraction of the bond that the offender had at stake in the
//!   session of the offence. Of the offences of one offender in one session only the largest
//!   counts: a larger one replaces a deferred one and restarts its window, or adds the difference
//!   to an applied one; the others change nothing. Sessions add up. A slash reported in session
//!   `s` is applied at the start of session `s + SlashDeferSessions + 1`, unless governance cancels
//!   it first. It takes the active bond first, then what unlocks last, never more than is left.
//!   A cancelled fraction stays forgiven for its session; a larger one counts in full.
//! - **Exclusion**: a 100 % offence excludes the offender at once, and so may governance. The
//!   excluded are not elected and cannot bond anew, also after they left. A seat they still hold is
//!   reported to the session pallet to be disabled, now and at the start of the next session, whose
//!   panel is already queued. Cancelling the slash does not readmit; governance does.
//! - **Offenders** with a seat in the running session are reported to the session pallet, whose
//!   `DisablingStrategy` decides.
//!
//! ## Invariants (`try_state`)
//! An account's hold is its active bond and what is unlocking; the member counter is right and
//! within `MaxMembers`; recorded panels are non-empty and without doubles; deferred and scheduled
//! slashes match one to one.
//!
//! ## Overflow
//! A bond is held in full, so its parts add up to no more than what was issued. `bond_extra`, whose
//! sum comes before the hold, checks it; all other arithmetic saturates. What a slash takes from a
//! bond is what the currency took from the hold, so that the two cannot part.
//!
//! ## Wiring
//! In the runtime this pallet stands after the currency's pallet and before the session pallet, as
//! `NoteHistoricalRoot<Runtime, ValidatorCommittee>` its `SessionManager`, with
//! [`ExposureOf`] as `FullIdentificationOf`, and as the `OnOffenceHandler` of the offences pallet.
//! Session keys may be replaced but must not be purged while their owner has a seat: filter
//! `Session::purge_keys` out, since the session pallet drops validators without keys.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod dispatchable_impls;
mod election;
mod events;
#[cfg(test)]
mod mock;
mod queries;
pub mod runtime_api;
pub mod session;
mod slashing;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use session::ExposureOf;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The log target of this pallet.
pub(crate) const LOG_TARGET: &str = "runtime::validator-committee";

#[allow(
	clippy::cast_possible_truncation,
	reason = "derived encodings of `events` are expanded here"
)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{BalancedHold, MutateHold},
			OnUnbalanced, ValidatorRegistration,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Zero, Perbill, SaturatedConversion};
	use sp_staking::SessionIndex;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The token that is bonded.
		type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ BalancedHold<Self::AccountId>;

		/// The runtime's hold reasons.
		type RuntimeHoldReason: From<HoldReason>;

		/// Where slashed funds go.
		type Slash: OnUnbalanced<CreditOf<Self>>;

		/// Whether an account has session keys. The session pallet implements it.
		type SessionKeys: ValidatorRegistration<Self::AccountId>;

		/// Told about offenders, and to forget old sessions. The session pallet implements it.
		type SessionInterface: pallet_session::SessionInterface<
			ValidatorId = Self::AccountId,
			AccountId = Self::AccountId,
		>;

		/// May exclude and readmit accounts and cancel slashes.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The smallest bond of a [`Role::FlareNode`].
		#[pallet::constant]
		type MinFlareNodeBond: Get<BalanceOf<Self>>;

		/// The smallest bond of a [`Role::ValidityNode`].
		#[pallet::constant]
		type MinValidityNodeBond: Get<BalanceOf<Self>>;

		/// The smallest bond of a [`Role::DecentralizedDirector`].
		#[pallet::constant]
		type MinDirectorBond: Get<BalanceOf<Self>>;

		/// The number of seats in a panel, at most. Lowering it takes a migration.
		#[pallet::constant]
		type MaxPanel: Get<u32>;

		/// The number of committee members, at most. Lowering it takes a migration.
		#[pallet::constant]
		type MaxMembers: Get<u32>;

		/// The number of parts of one account's bond that can be unlocking. Lowering it takes a
		/// migration.
		#[pallet::constant]
		type MaxUnlockingChunks: Get<u32>;

		/// The number of sessions until an unbonded amount can be paid out, counted from the
		/// session after the running one.
		#[pallet::constant]
		type UnbondingSessions: Get<SessionIndex>;

		/// The number of sessions, the running one included, whose offences are still punished.
		/// At most `UnbondingSessions`.
		#[pallet::constant]
		type BondingSessions: Get<SessionIndex>;

		/// The number of whole sessions in which governance can cancel a slash.
		#[pallet::constant]
		type SlashDeferSessions: Get<SessionIndex>;

		/// Weights of the calls and of the work at session boundaries.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of a validator, active or unlocking.
		#[codec(index = 0)]
		Bond,
	}

	/// The committee: every account with an active bond. At most `MaxMembers`.
	#[pallet::storage]
	pub type Members<T: Config> =
		CountedStorageMap<_, Blake2_128Concat, T::AccountId, Membership<BalanceOf<T>>, OptionQuery>;

	/// What is unlocking for an account, soonest first. Never an empty list.
	#[pallet::storage]
	pub type Unlocking<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<UnlockChunk<BalanceOf<T>>, T::MaxUnlockingChunks>,
		ValueQuery,
	>;

	/// Accounts barred from the panel. They need not be members: exclusion outlasts the bond.
	/// It grows by governance's will and by 100 % offences, each at the price of a bond.
	#[pallet::storage]
	pub type Excluded<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;

	/// The running session.
	#[pallet::storage]
	pub type CurrentSession<T> = StorageValue<_, SessionIndex, ValueQuery>;

	/// The panels of the last `BondingSessions` sessions and of the next one, best bond first.
	#[pallet::storage]
	pub type Panels<T: Config> =
		StorageMap<_, Twox64Concat, SessionIndex, BoundedVec<SeatOf<T>, T::MaxPanel>, OptionQuery>;

	/// The first session whose panel may still be recorded.
	#[pallet::storage]
	pub type OldestPanel<T> = StorageValue<_, SessionIndex, ValueQuery>;

	/// Slashes in their window, by offender and session of the offence.
	#[pallet::storage]
	pub type DeferredSlashes<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		SessionIndex,
		DeferredSlash<BalanceOf<T>>,
		OptionQuery,
	>;

	/// The keys of the [`DeferredSlashes`] that are applied at the start of a session. At most
	/// `MaxPanel * BondingSessions` for each: one for every seat on record.
	#[pallet::storage]
	pub type SlashesDue<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		SessionIndex,
		Blake2_128Concat,
		(T::AccountId, SessionIndex),
		(),
		OptionQuery,
	>;

	/// The committee at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Account, role and bond of each member. The accounts must be able to pay their bonds.
		pub members: Vec<(T::AccountId, Role, BalanceOf<T>)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				self.members.len() <= T::MaxMembers::get() as usize,
				"the genesis committee has more than MaxMembers members",
			);
			for (account, role, bond) in &self.members {
				let result = Pallet::<T>::do_bond(account.clone(), *role, *bond);
				assert!(
					result.is_ok(),
					"genesis bond of {bond:?} by {account:?} as {role:?}: {result:?}",
				);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxPanel::get() > 0, "a panel needs a seat");
			assert!(
				T::MaxMembers::get() >= T::MaxPanel::get(),
				"the committee must be able to fill the panel",
			);
			assert!(T::MaxUnlockingChunks::get() > 0, "a bond must be able to unlock");
			assert!(T::BondingSessions::get() > 0, "offences of the running session count");
			assert!(
				T::BondingSessions::get() <= T::UnbondingSessions::get(),
				"a bond must not be paid out while its offences are still punished",
			);
			for role in Role::ALL {
				assert!(!Pallet::<T>::minimum_bond(role).is_zero(), "a bond is never zero");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Joins the committee.
		///
		/// - Origin: signed.
		/// - Effect: holds `amount` of the caller's free balance as its active bond under `role`. In
		///   a full committee, the smallest member starts to unbond.
		/// - Errors: `AlreadyBonded`, `AccountExcluded`, `BelowMinimum`, `CommitteeFull`, and the
		///   currency's when the balance does not suffice.
		/// - Events: `Bonded`; `Displaced`, `Unbonded` and `Left` for a displaced member.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::bond().max(T::WeightInfo::bond_displacing()))]
		pub fn bond(
			origin: OriginFor<T>,
			role: Role,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let has_displaced = Self::do_bond(who, role, amount)?;
			let weight = if has_displaced {
				T::WeightInfo::bond_displacing()
			} else {
				T::WeightInfo::bond()
			};
			Ok(Some(weight).into())
		}

		/// Adds to the caller's active bond.
		///
		/// - Origin: signed, by a member.
		/// - Effect: holds `amount` more.
		/// - Errors: `ZeroAmount`, `NotMember`, `BelowMinimum` when the bond stays too small after a
		///   slash, and the currency's.
		/// - Events: `BondIncreased`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::bond_extra())]
		pub fn bond_extra(
			origin: OriginFor<T>,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_bond_extra(who, amount)
		}

		/// Takes `amount` out of the caller's active bond, to be paid out after unbonding.
		///
		/// - Origin: signed, by a member.
		/// - Effect: the amount no longer counts in elections, and unlocks `UnbondingSessions`
		///   sessions after the next one. Without an active bond left, the caller leaves.
		/// - Errors: `ZeroAmount`, `NotMember`, `InsufficientBond`, `BelowMinimum`,
		///   `TooManyChunks`.
		/// - Events: `Unbonded`; `Left`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::unbond())]
		pub fn unbond(
			origin: OriginFor<T>,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unbond(who, amount)
		}

		/// Pays out what has unlocked.
		///
		/// - Origin: signed.
		/// - Effect: releases every unlocked part of the caller's bond.
		/// - Errors: `NothingToWithdraw`, `SlashPending`.
		/// - Events: `Withdrawn`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_unbonded())]
		pub fn withdraw_unbonded(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_unbonded(who)
		}

		/// Changes the caller's role.
		///
		/// - Origin: signed, by a member.
		/// - Effect: the role counts from the next election on.
		/// - Errors: `NotMember`, `RoleUnchanged`, `BelowMinimum`.
		/// - Events: `RoleChanged`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_role())]
		pub fn set_role(origin: OriginFor<T>, role: Role) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_role(who, role)
		}

		/// Leaves the caller out of elections.
		///
		/// - Origin: signed, by a member.
		/// - Effect: from the next election on; a seat in a panel already elected stays.
		/// - Errors: `NotMember`, `AlreadyChilled`.
		/// - Events: `Chilled`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::chill())]
		pub fn chill(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_chill(who)
		}

		/// Takes the caller into elections again.
		///
		/// - Origin: signed, by a member.
		/// - Effect: from the next election on.
		/// - Errors: `NotMember`, `NotChilled`.
		/// - Events: `Unchilled`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::unchill())]
		pub fn unchill(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unchill(who)
		}

		/// Bars an account, member or not, from the panel.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: the account is not elected and cannot bond until it is readmitted; a seat it
		///   holds is reported to the session pallet to be disabled. Its bond stays.
		/// - Errors: `AccountExcluded`.
		/// - Events: `MemberExcluded`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::exclude())]
		pub fn exclude(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_exclude(who)
		}

		/// Lifts an exclusion.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: the account can be elected and can bond again. A disabled seat stays disabled
		///   until its session ends.
		/// - Errors: `NotExcluded`.
		/// - Events: `MemberReadmitted`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::readmit())]
		pub fn readmit(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_readmit(who)
		}

		/// Cancels deferred slashes for offences of one session.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: the slashes of the named offenders are dropped, all or none. An exclusion
		///   stays.
		/// - Errors: `NoSuchSlash`.
		/// - Events: `SlashCancelled` for each.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::cancel_deferred_slash(offenders.len().saturated_into()))]
		pub fn cancel_deferred_slash(
			origin: OriginFor<T>,
			session: SessionIndex,
			offenders: BoundedVec<T::AccountId, T::MaxPanel>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_cancel_deferred_slash(session, offenders)
		}
	}
}
