// SPDX-License-Identifier: Apache-2.0

//! What the calls do once their origin is checked.

use crate::{pallet::*, types::*};
use frame_support::{
	ensure,
	traits::{fungible::MutateHold, tokens::Precision, Get},
	BoundedVec,
};
use pallet_session::SessionInterface;
use sp_runtime::{
	traits::{CheckedAdd, CheckedSub, Saturating, Zero},
	ArithmeticError, DispatchError, DispatchResult,
};
use sp_staking::{offence::OffenceSeverity, SessionIndex};

/// What to do with a chunk for which an account's list has no room.
enum WhenFull {
	/// Refuse it.
	Fail,
	/// Put it into the last chunk, which then unlocks with it.
	Merge,
}

impl<T: Config> Pallet<T> {
	/// The smallest bond with which `role` can be elected.
	pub fn minimum_bond(role: Role) -> BalanceOf<T> {
		match role {
			Role::FlareNode => T::MinFlareNodeBond::get(),
			Role::ValidityNode => T::MinValidityNodeBond::get(),
			Role::DecentralizedDirector => T::MinDirectorBond::get(),
		}
	}

	/// Returns whether a smaller member was displaced.
	pub(crate) fn do_bond(
		who: T::AccountId,
		role: Role,
		amount: BalanceOf<T>,
	) -> Result<bool, DispatchError> {
		ensure!(!Members::<T>::contains_key(&who), Error::<T>::AlreadyBonded);
		ensure!(!Excluded::<T>::contains_key(&who), Error::<T>::AccountExcluded);
		ensure!(amount >= Self::minimum_bond(role), Error::<T>::BelowMinimum);

		let is_full = Members::<T>::count() >= T::MaxMembers::get();
		if is_full {
			Self::displace_smallest(&who, amount)?;
		}

		T::Currency::hold(&bond_hold::<T>(), &who, amount)?;
		Members::<T>::insert(&who, Membership { role, active: amount, chilled: false });
		Self::deposit_event(Event::Bonded { who, role, amount });
		Ok(is_full)
	}

	pub(crate) fn do_bond_extra(who: T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);
		let mut member = Members::<T>::get(&who).ok_or(Error::<T>::NotMember)?;
		member.active = member.active.checked_add(&amount).ok_or(ArithmeticError::Overflow)?;
		ensure!(member.active >= Self::minimum_bond(member.role), Error::<T>::BelowMinimum);

		T::Currency::hold(&bond_hold::<T>(), &who, amount)?;
		Members::<T>::insert(&who, member);
		Self::deposit_event(Event::BondIncreased { who, amount });
		Ok(())
	}

	pub(crate) fn do_unbond(who: T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);
		let mut member = Members::<T>::get(&who).ok_or(Error::<T>::NotMember)?;
		member.active = member.active.checked_sub(&amount).ok_or(Error::<T>::InsufficientBond)?;
		ensure!(
			member.active.is_zero() || member.active >= Self::minimum_bond(member.role),
			Error::<T>::BelowMinimum
		);

		Self::start_unlocking(&who, amount, WhenFull::Fail)?;
		Self::put_member(&who, member);
		Ok(())
	}

	pub(crate) fn do_withdraw_unbonded(who: T::AccountId) -> DispatchResult {
		let now = CurrentSession::<T>::get();
		let mut chunks = Unlocking::<T>::get(&who);
		let mut amount = BalanceOf::<T>::zero();
		chunks.retain(|chunk| {
			let locked = chunk.unlock_at > now;
			if !locked {
				amount.saturating_accrue(chunk.amount);
			}
			locked
		});
		ensure!(!amount.is_zero(), Error::<T>::NothingToWithdraw);
		ensure!(!Self::has_deferred_slash(&who), Error::<T>::SlashPending);

		T::Currency::release(&bond_hold::<T>(), &who, amount, Precision::Exact)?;
		Self::put_unlocking(&who, chunks);
		Self::deposit_event(Event::Withdrawn { who, amount });
		Ok(())
	}

	pub(crate) fn do_set_role(who: T::AccountId, role: Role) -> DispatchResult {
		let mut member = Members::<T>::get(&who).ok_or(Error::<T>::NotMember)?;
		ensure!(member.role != role, Error::<T>::RoleUnchanged);
		ensure!(member.active >= Self::minimum_bond(role), Error::<T>::BelowMinimum);

		member.role = role;
		Members::<T>::insert(&who, member);
		Self::deposit_event(Event::RoleChanged { who, role });
		Ok(())
	}

	pub(crate) fn do_chill(who: T::AccountId) -> DispatchResult {
		let mut member = Members::<T>::get(&who).ok_or(Error::<T>::NotMember)?;
		ensure!(!member.chilled, Error::<T>::AlreadyChilled);

		member.chilled = true;
		Members::<T>::insert(&who, member);
		Self::deposit_event(Event::Chilled { who });
		Ok(())
	}

	pub(crate) fn do_unchill(who: T::AccountId) -> DispatchResult {
		let mut member = Members::<T>::get(&who).ok_or(Error::<T>::NotMember)?;
		ensure!(member.chilled, Error::<T>::NotChilled);

		member.chilled = false;
		Members::<T>::insert(&who, member);
		Self::deposit_event(Event::Unchilled { who });
		Ok(())
	}

	pub(crate) fn do_exclude(who: T::AccountId) -> DispatchResult {
		ensure!(!Excluded::<T>::contains_key(&who), Error::<T>::AccountExcluded);

		Excluded::<T>::insert(&who, ());
		T::SessionInterface::report_offence(who.clone(), OffenceSeverity::max_severity());
		Self::deposit_event(Event::MemberExcluded { who });
		Ok(())
	}

	pub(crate) fn do_readmit(who: T::AccountId) -> DispatchResult {
		ensure!(Excluded::<T>::take(&who).is_some(), Error::<T>::NotExcluded);

		Self::deposit_event(Event::MemberReadmitted { who });
		Ok(())
	}

	pub(crate) fn do_cancel_deferred_slash(
		session: SessionIndex,
		offenders: BoundedVec<T::AccountId, T::MaxPanel>,
	) -> DispatchResult {
		ensure!(!offenders.is_empty(), Error::<T>::NoSuchSlash);
		for offender in offenders {
			let slash =
				DeferredSlashes::<T>::take(&offender, session).ok_or(Error::<T>::NoSuchSlash)?;
			SlashesDue::<T>::remove(slash.apply_at, (&offender, session));
			Self::deposit_event(Event::SlashCancelled { offender, session });
		}
		Ok(())
	}

	/// Unbonds the whole of the smallest member, if `amount` is larger.
	fn displace_smallest(by: &T::AccountId, amount: BalanceOf<T>) -> DispatchResult {
		let smallest = Self::ranked_members()
			.pop()
			.filter(|smallest| amount > smallest.bond)
			.ok_or(Error::<T>::CommitteeFull)?;
		let who = smallest.account;
		Self::start_unlocking(&who, smallest.bond, WhenFull::Merge)?;
		Members::<T>::remove(&who);
		Self::deposit_event(Event::Left { who: who.clone() });
		Self::deposit_event(Event::Displaced { who, by: by.clone() });
		Ok(())
	}

	/// Records `amount` as unlocking. The caller takes it out of the active bond.
	fn start_unlocking(
		who: &T::AccountId,
		amount: BalanceOf<T>,
		when_full: WhenFull,
	) -> DispatchResult {
		// A member may hold a seat up to the next session, whose panel is already queued.
		let unlock_at = CurrentSession::<T>::get()
			.saturating_add(1)
			.saturating_add(T::UnbondingSessions::get());
		let unlock_at = Unlocking::<T>::try_mutate(who, |chunks| {
			let full = chunks.is_full();
			match chunks.last_mut() {
				Some(last) if last.unlock_at >= unlock_at => {
					last.amount.saturating_accrue(amount);
					Ok(last.unlock_at)
				},
				Some(last) if full && matches!(when_full, WhenFull::Merge) => {
					last.amount.saturating_accrue(amount);
					last.unlock_at = unlock_at;
					Ok(unlock_at)
				},
				_ => chunks
					.try_push(UnlockChunk { amount, unlock_at })
					.map(|()| unlock_at)
					.map_err(|_| Error::<T>::TooManyChunks),
			}
		})?;
		Self::deposit_event(Event::Unbonded { who: who.clone(), amount, unlock_at });
		Ok(())
	}

	/// Stores a member whose bond has shrunk. Without an active bond it leaves.
	pub(crate) fn put_member(who: &T::AccountId, member: Membership<BalanceOf<T>>) {
		if member.active.is_zero() {
			Members::<T>::remove(who);
			Self::deposit_event(Event::Left { who: who.clone() });
		} else {
			Members::<T>::insert(who, member);
		}
	}

	/// Stores what is unlocking for an account, and nothing when that is nothing.
	pub(crate) fn put_unlocking(
		who: &T::AccountId,
		chunks: BoundedVec<UnlockChunk<BalanceOf<T>>, T::MaxUnlockingChunks>,
	) {
		if chunks.is_empty() {
			Unlocking::<T>::remove(who);
		} else {
			Unlocking::<T>::insert(who, chunks);
		}
	}
}
