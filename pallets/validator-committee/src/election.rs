// SPDX-License-Identifier: Apache-2.0

//! The election of a panel.

use crate::{pallet::*, types::*, LOG_TARGET};
use alloc::vec::Vec;
use frame_support::{
	defensive,
	traits::{Get, ValidatorRegistration},
	BoundedVec,
};
use sp_runtime::SaturatedConversion;
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// Every member, best first. At most `MaxMembers` are read.
	pub(crate) fn ranked_members() -> Vec<CandidateOf<T>> {
		Self::ranked(|_, _| true)
	}

	/// Every member that can be elected, best first: the next panel is the first `MaxPanel`.
	pub fn candidates() -> Vec<CandidateOf<T>> {
		Self::ranked(Self::is_eligible)
	}

	/// Elects and records the panel of `session`. `None` if there is neither a candidate nor a
	/// panel to keep: the session pallet then keeps its validators.
	pub(crate) fn elect(session: SessionIndex) -> Option<Vec<CandidateOf<T>>> {
		let mut panel = Self::candidates();
		panel.truncate(T::MaxPanel::get() as usize);
		if panel.is_empty() {
			Self::deposit_event(Event::PanelKept { session });
			log::warn!(target: LOG_TARGET, "no eligible member: session {session} keeps the panel");
			panel = Self::last_panel(session.checked_sub(1)?)?;
		} else {
			Self::deposit_event(Event::PanelElected {
				session,
				seats: panel.len().saturated_into(),
			});
		}

		let seats = panel.iter().cloned().map(Seat::new).collect::<Vec<_>>();
		match BoundedVec::try_from(seats) {
			Ok(seats) => Panels::<T>::insert(session, seats),
			Err(_) => {
				defensive!("a panel is truncated to MaxPanel, or was recorded before");
			},
		}
		Some(panel)
	}

	/// The panel of `session` with what its members have at stake now.
	///
	/// Seats without session keys are left out, since the session pallet would drop them and
	/// proofs of key ownership count the seats. If no seat has keys, all stay.
	fn last_panel(session: SessionIndex) -> Option<Vec<CandidateOf<T>>> {
		let seats = Panels::<T>::get(session)?;
		let keeps_keys = seats.iter().any(|seat| T::SessionKeys::is_registered(&seat.account));
		Some(
			seats
				.into_iter()
				.filter(|seat| !keeps_keys || T::SessionKeys::is_registered(&seat.account))
				.map(|seat| {
					let member = Members::<T>::get(&seat.account);
					Candidate {
						role: member.as_ref().map_or(seat.exposure.role, |member| member.role),
						bond: member.map(|member| member.active).unwrap_or_default(),
						account: seat.account,
					}
				})
				.collect(),
		)
	}

	fn is_eligible(who: &T::AccountId, member: &Membership<BalanceOf<T>>) -> bool {
		!member.chilled
			&& member.active >= Self::minimum_bond(member.role)
			&& !Excluded::<T>::contains_key(who)
			&& T::SessionKeys::is_registered(who)
	}

	fn ranked(
		accept: impl Fn(&T::AccountId, &Membership<BalanceOf<T>>) -> bool,
	) -> Vec<CandidateOf<T>> {
		let mut ranked = Members::<T>::iter()
			.filter(|(who, member)| accept(who, member))
			.map(|(account, member)| Candidate { account, role: member.role, bond: member.active })
			.collect::<Vec<_>>();
		ranked.sort_unstable_by(Candidate::rank);
		ranked
	}
}
