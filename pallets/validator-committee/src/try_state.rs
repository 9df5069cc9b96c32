// SPDX-License-Identifier: Apache-2.0

//! The invariants of the committee's storage.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeSet;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use sp_runtime::{
	traits::{Saturating, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_bonds()?;
		Self::try_state_panels()?;
		Self::try_state_slashes()
	}

	fn try_state_bonds() -> Result<(), TryRuntimeError> {
		let mut accounts = BTreeSet::new();
		for (who, member) in Members::<T>::iter() {
			ensure!(!member.active.is_zero(), "a member has no active bond");
			accounts.insert(who);
		}
		ensure!(accounts.len() == Members::<T>::count() as usize, "the member counter is wrong");
		ensure!(Members::<T>::count() <= T::MaxMembers::get(), "the committee is too large");

		for (who, chunks) in Unlocking::<T>::iter() {
			ensure!(!chunks.is_empty(), "an empty list of chunks is stored");
			ensure!(chunks.iter().all(|chunk| !chunk.amount.is_zero()), "a chunk is empty");
			ensure!(
				chunks.windows(2).all(|pair| pair[0].unlock_at < pair[1].unlock_at),
				"chunks are not in the order in which they unlock"
			);
			accounts.insert(who);
		}
		for who in accounts {
			let active = Members::<T>::get(&who).map(|member| member.active).unwrap_or_default();
			let bonded = Unlocking::<T>::get(&who)
				.iter()
				.fold(active, |sum, chunk| sum.saturating_add(chunk.amount));
			ensure!(
				T::Currency::balance_on_hold(&bond_hold::<T>(), &who) == bonded,
				"a hold differs from the bond it stands for"
			);
		}
		Ok(())
	}

	fn try_state_panels() -> Result<(), TryRuntimeError> {
		let next = CurrentSession::<T>::get().saturating_add(1);
		let oldest = OldestPanel::<T>::get();
		for (session, seats) in Panels::<T>::iter() {
			ensure!((oldest..=next).contains(&session), "a panel outside the history is stored");
			ensure!(!seats.is_empty(), "a panel is empty");
			ensure!(seats.len() <= T::MaxPanel::get() as usize, "a panel is too large");
			let holders = seats.iter().map(|seat| &seat.account).collect::<BTreeSet<_>>();
			ensure!(holders.len() == seats.len(), "an account has two seats in a panel");
			ensure!(
				seats.iter().all(|seat| seat.settled <= seat.reported),
				"more was settled than reported"
			);
		}
		let is_elected = |session| Panels::<T>::contains_key(session);
		ensure!(
			!is_elected(next.saturating_sub(1)) || is_elected(next),
			"the running session has a panel and the next one has none"
		);
		Ok(())
	}

	fn try_state_slashes() -> Result<(), TryRuntimeError> {
		let now = CurrentSession::<T>::get();
		let mut deferred = 0usize;
		for (offender, session, slash) in DeferredSlashes::<T>::iter() {
			ensure!(!slash.amount.is_zero(), "a deferred slash takes nothing");
			ensure!(slash.apply_at > now, "a slash is overdue");
			ensure!(
				SlashesDue::<T>::contains_key(slash.apply_at, (&offender, session)),
				"a deferred slash is not scheduled"
			);
			deferred.saturating_inc();
		}
		ensure!(SlashesDue::<T>::iter().count() == deferred, "a scheduled slash is gone");
		// One for each seat whose session was on record when the slash was reported.
		let sessions = T::BondingSessions::get()
			.saturating_add(T::SlashDeferSessions::get())
			.saturating_add(1);
		ensure!(
			deferred <= T::MaxPanel::get().saturating_mul(sessions) as usize,
			"more slashes are deferred than seats were on record"
		);
		Ok(())
	}
}
