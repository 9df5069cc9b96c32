// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet's storage.

use crate::{pallet::*, types::*};
use asf_primitives::{Seat, SetId};
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let current = CurrentPanel::<T>::get();
		let previous = PreviousPanel::<T>::get();
		let set_id = CurrentSetId::<T>::get();
		if let Some(record) = &current {
			ensure!(record.set_id == set_id, "the panel is not of the current set");
			Self::try_state_record(record, &CurrentParticipation::<T>::get())?;
		}
		if let Some(record) = &previous {
			ensure!(current.is_some(), "a panel went away");
			ensure!(record.set_id.next() == set_id, "the previous panel is not of the set before");
			Self::try_state_record(record, &PreviousParticipation::<T>::get())?;
		}
		if let (Some(current), Some(previous)) = (&current, &previous) {
			ensure!(previous.base < current.base, "two panels start with one block");
		}
		Self::try_state_sets(set_id)?;
		Self::try_state_certificate(set_id)
	}

	fn try_state_record(
		record: &PanelRecordOf<T>,
		participation: &Participation,
	) -> Result<(), TryRuntimeError> {
		let seats = record.panel.seat_count();
		ensure!(record.holders.len() == seats, "seats and holders differ in number");
		ensure!(
			record.panel.iter().all(|(_, key)| !key.is_small_order()),
			"anybody can sign for a seat"
		);
		let seen = record.seats().filter(|(seat, _)| participation.seen.contains(*seat)).count();
		ensure!(participation.seen.count() as usize == seen, "a seat was seen that is none");
		ensure!(
			SetIdSession::<T>::get(record.set_id).is_none_or(|session| session == record.session),
			"set and panel name different sessions"
		);
		ensure!(
			record.session <= pallet_session::Pallet::<T>::current_index(),
			"a panel is of a session to come"
		);
		Ok(())
	}

	fn try_state_sets(current: SetId) -> Result<(), TryRuntimeError> {
		let kept = u64::from(T::MaxSetIdSessionEntries::get());
		for (set_id, _) in SetIdSession::<T>::iter() {
			ensure!(set_id <= current, "a set to come has a session");
			ensure!(current.get() - set_id.get() < kept, "a set is kept for too long");
		}
		Ok(())
	}

	fn try_state_certificate(current: SetId) -> Result<(), TryRuntimeError> {
		let Some(last) = LastCertificate::<T>::get() else { return Ok(()) };
		ensure!(last.set_id <= current, "a certificate is of a set to come");
		ensure!(last.target.number < last.recorded_at, "a block recorded its own finality");
		ensure!(
			last.signers.windows(2).all(|pair: &[Seat]| pair[0] < pair[1]),
			"the signers of the certificate do not ascend"
		);
		if let Some(record) = Self::record_of(last.set_id) {
			let seats = record.panel.seat_count();
			ensure!(last.signers.len() >= record.panel.quorum(), "the certificate has no quorum");
			ensure!(
				last.signers.last().is_none_or(|seat| seat.index() < seats),
				"a seat signed that is none"
			);
		}
		Ok(())
	}
}
