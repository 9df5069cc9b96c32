// SPDX-License-Identifier: Apache-2.0

//! What runtime APIs and other pallets may ask. Nothing here changes state.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::traits::Get;
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// Every committee member, best bond first.
	pub fn members() -> Vec<MemberInfoOf<T>> {
		let panel = Self::panel(CurrentSession::<T>::get());
		Self::ranked_members()
			.into_iter()
			.map(|member| Self::describe(member.account, &panel))
			.collect()
	}

	/// What is known about an account; none when it is neither bonded, unlocking, excluded nor
	/// seated.
	pub fn info(who: &T::AccountId) -> Option<MemberInfoOf<T>> {
		let panel = Self::panel(CurrentSession::<T>::get());
		let info = Self::describe(who.clone(), &panel);
		let is_known =
			info.role.is_some() || !info.unlocking.is_empty() || info.excluded || info.in_panel;
		is_known.then_some(info)
	}

	/// The panel of a session, best bond first, as it was elected. Empty for a session that is not
	/// on record: those are the last `BondingSessions` and the next one.
	pub fn panel(session: SessionIndex) -> Vec<CandidateOf<T>> {
		Panels::<T>::get(session)
			.into_iter()
			.flatten()
			.map(|seat| Candidate {
				account: seat.account,
				role: seat.exposure.role,
				bond: seat.exposure.bond,
			})
			.collect()
	}

	/// The panel that the next session starts with.
	pub fn next_panel() -> Vec<CandidateOf<T>> {
		Self::panel(CurrentSession::<T>::get().saturating_add(1))
	}

	/// What `who` had at stake in a session; none when it had no seat or the session is not on
	/// record. It identifies the seat in reports of offences in that session.
	pub fn exposure(session: SessionIndex, who: &T::AccountId) -> Option<Exposure<BalanceOf<T>>> {
		Panels::<T>::get(session)?
			.into_iter()
			.find(|seat| seat.account == *who)
			.map(|seat| seat.exposure)
	}

	/// Whether offences of a session are still punished.
	pub fn is_punishable(session: SessionIndex) -> bool {
		let now = CurrentSession::<T>::get();
		session <= now && session.saturating_add(T::BondingSessions::get()) > now
	}

	fn describe(account: T::AccountId, panel: &[CandidateOf<T>]) -> MemberInfoOf<T> {
		let member = Members::<T>::get(&account);
		MemberInfo {
			role: member.as_ref().map(|member| member.role),
			active: member.as_ref().map(|member| member.active).unwrap_or_default(),
			unlocking: Unlocking::<T>::get(&account).into_inner(),
			chilled: member.is_some_and(|member| member.chilled),
			excluded: Excluded::<T>::contains_key(&account),
			in_panel: panel.iter().any(|seat| seat.account == account),
			account,
		}
	}
}
