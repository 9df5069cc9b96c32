// SPDX-License-Identifier: Apache-2.0

//! The committee as session manager: what happens at a session boundary.
//!
//! The session pallet starts session `n` and then plans `n + 1`. So due slashes are applied before
//! the election, and a panel elected at the start of `n` serves in `n + 1`.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::Get;
use pallet_session::SessionInterface;
use sp_runtime::{traits::Convert, SaturatedConversion};
use sp_staking::{offence::OffenceSeverity, SessionIndex};

/// The number of panels that one boundary forgets, at most. Each boundary adds one, so only a
/// shortened `BondingSessions` leaves more to do, which the next boundaries catch up with.
const MAX_PRUNED_PANELS: usize = 16;

/// The full identification of a seat in the running session.
pub struct ExposureOf<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<Exposure<BalanceOf<T>>>> for ExposureOf<T> {
	fn convert(who: T::AccountId) -> Option<Exposure<BalanceOf<T>>> {
		Pallet::<T>::exposure(CurrentSession::<T>::get(), &who)
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_start_session(session: SessionIndex) {
		CurrentSession::<T>::put(session);
		Self::apply_due_slashes(session);
		Self::prune_panels(session);
		Self::disable_excluded_seats(session);
	}

	/// Forgets the panels whose offences are no longer punished.
	fn prune_panels(session: SessionIndex) {
		let oldest = OldestPanel::<T>::get();
		let keep_from = session.saturating_add(1).saturating_sub(T::BondingSessions::get());
		let pruned = (oldest..keep_from).take(MAX_PRUNED_PANELS);
		let reached = oldest.saturating_add(pruned.len().saturated_into());
		if reached == oldest {
			return;
		}
		pruned.for_each(Panels::<T>::remove);
		OldestPanel::<T>::put(reached);
		T::SessionInterface::prune_up_to(reached);
	}

	/// Has seats disabled whose holders were excluded after the election: the session pallet
	/// enables all seats again when a panel takes over.
	fn disable_excluded_seats(session: SessionIndex) {
		for seat in Panels::<T>::get(session).into_iter().flatten() {
			if Excluded::<T>::contains_key(&seat.account) {
				T::SessionInterface::report_offence(seat.account, OffenceSeverity::max_severity());
			}
		}
	}
}

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(new_index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::elect(new_index).map(|panel| panel.into_iter().map(|seat| seat.account).collect())
	}

	fn start_session(start_index: SessionIndex) {
		Self::do_start_session(start_index)
	}

	fn end_session(_end_index: SessionIndex) {}
}

impl<T: Config> pallet_session::historical::SessionManager<T::AccountId, Exposure<BalanceOf<T>>>
	for Pallet<T>
{
	fn new_session(new_index: SessionIndex) -> Option<Vec<(T::AccountId, Exposure<BalanceOf<T>>)>> {
		Self::elect(new_index).map(|panel| {
			panel
				.into_iter()
				.map(|seat| (seat.account, Exposure { role: seat.role, bond: seat.bond }))
				.collect()
		})
	}

	fn start_session(start_index: SessionIndex) {
		Self::do_start_session(start_index)
	}

	fn end_session(_end_index: SessionIndex) {}
}
