// SPDX-License-Identifier: Apache-2.0

//! Panels come and go with sessions, and seats that did nothing are reported.

use crate::{offences::Unavailability, pallet::*, types::*, weights::WeightInfo, LOG_TARGET};
use alloc::vec::Vec;
use asf_primitives::{
	substrate::AuthorityId, BlockNumber, ConsensusLog, NextPanel, Panel, SeatKey, SetId, ENGINE_ID,
	MAX_SEATS,
};
use codec::Encode;
use frame_support::{
	dispatch::DispatchClass,
	traits::{Get, OneSessionHandler},
	BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{generic::DigestItem, traits::Convert, SaturatedConversion};
use sp_staking::{offence::ReportOffence, SessionIndex};

/// The keys of a session, less those that get no seat.
struct Seating<T: Config> {
	keys: Vec<SeatKey>,
	holders: Vec<Holder<T::AccountId, IdentificationOf<T>>>,
	/// Validators whose keys anybody can sign for.
	refused: Vec<T::AccountId>,
}

impl<T: Config> Seating<T> {
	fn new<'a>(validators: impl Iterator<Item = (&'a T::AccountId, AuthorityId)>) -> Self
	where
		T::AccountId: 'a,
	{
		let mut seating = Self { keys: Vec::new(), holders: Vec::new(), refused: Vec::new() };
		// One more than there may be shows that there are too many.
		for (account, key) in validators.take(MAX_SEATS as usize + 1) {
			let key = SeatKey::from(&key);
			if key.is_small_order() {
				seating.refused.push(account.clone());
				continue;
			}
			let identification = T::FullIdentificationOf::convert(account.clone());
			seating.keys.push(key);
			seating.holders.push(Holder { account: account.clone(), identification });
		}
		seating
	}

	fn into_record(
		self,
		set_id: SetId,
		session: SessionIndex,
		base: BlockNumber,
	) -> Result<PanelRecordOf<T>, PanelFault> {
		let panel = Panel::new(self.keys)?;
		let holders = BoundedVec::try_from(self.holders).map_err(|_| PanelFault::TooManySeats)?;
		Ok(PanelRecord { set_id, session, base, panel, holders })
	}
}

impl<T: Config> Pallet<T> {
	/// The panel of the session that starts, or, if its keys make none, the former one.
	fn next_record(
		seating: Seating<T>,
		set_id: SetId,
		former: Option<&PanelRecordOf<T>>,
	) -> Option<PanelRecordOf<T>> {
		let session = pallet_session::Pallet::<T>::current_index();
		let base = frame_system::Pallet::<T>::block_number().saturated_into();
		for who in &seating.refused {
			log::warn!(target: LOG_TARGET, "set {set_id}: no seat for the weak key of {who:?}");
			Self::deposit_event(Event::KeyRefused { set_id, who: who.clone() });
		}
		match seating.into_record(set_id, session, base) {
			Ok(record) => {
				let seats = record.panel.seat_count().saturated_into();
				Self::deposit_event(Event::PanelStarted { set_id, session, seats });
				Some(record)
			},
			Err(fault) => {
				log::error!(
					target: LOG_TARGET,
					"the keys of session {session} make no panel ({fault:?}); the former one stays",
				);
				Self::deposit_event(Event::PanelKept { set_id, session, fault });
				former.map(|former| PanelRecord { set_id, base, ..former.clone() })
			},
		}
	}

	fn start_set(seating: Seating<T>) {
		let set_id = CurrentSetId::<T>::get().next();
		let former = CurrentPanel::<T>::get();
		let record = Self::next_record(seating, set_id, former.as_ref());

		CurrentSetId::<T>::put(set_id);
		PreviousPanel::<T>::set(former);
		PreviousParticipation::<T>::put(CurrentParticipation::<T>::take());
		if let Some(expired) = set_id.get().checked_sub(T::MaxSetIdSessionEntries::get().into()) {
			SetIdSession::<T>::remove(SetId::new(expired));
		}
		if let Some(record) = record {
			let announcement = NextPanel { set_id, panel: record.panel.clone() };
			Self::put_record(record);
			let log = ConsensusLog::NextPanel(announcement).encode();
			frame_system::Pallet::<T>::deposit_log(DigestItem::Consensus(ENGINE_ID, log));
		}
	}

	fn put_record(record: PanelRecordOf<T>) {
		SetIdSession::<T>::insert(record.set_id, record.session);
		CurrentPanel::<T>::put(record);
	}

	/// Reports the seats of the previous set that did nothing in it. `ending` is the session that
	/// ends: the one after that of the previous set, so that certificates of its last blocks,
	/// which can only be recorded later, have counted.
	fn judge_previous_set(ending: SessionIndex) {
		let Some(record) = PreviousPanel::<T>::get() else { return };
		let participation = PreviousParticipation::<T>::get();
		let was_kept = record.session.checked_add(1) != Some(ending);
		let is_genesis = record.set_id == SetId::default();
		if was_kept || is_genesis || participation.certificates < T::MinCertificates::get() {
			return;
		}
		let (session, validator_set_count) =
			(record.session, record.panel.seat_count().saturated_into());
		let offenders = record
			.seats()
			.filter(|(seat, _)| !participation.seen.contains(*seat))
			.filter_map(|(_, holder)| {
				Some((holder.account.clone(), holder.identification.clone()?))
			})
			.collect::<Vec<IdentificationTuple<T>>>();
		if offenders.is_empty() {
			return;
		}
		for (who, _) in &offenders {
			Self::deposit_event(Event::SeatUnavailable { who: who.clone(), session });
		}
		let offence = Unavailability { session, validator_set_count, offenders };
		if let Err(error) = T::ReportOffences::report_offence(Vec::new(), offence) {
			log::error!(target: LOG_TARGET, "unavailability in session {session}: {error:?}");
		}
	}

	/// Credits the author of a block.
	fn credit_author(author: &T::AccountId) {
		let Some(record) = CurrentPanel::<T>::get() else { return };
		let seat = record.seats().find(|(_, holder)| holder.account == *author);
		if let Some((seat, _)) = seat {
			CurrentParticipation::<T>::mutate(|participation| participation.seen.insert(seat));
		}
	}
}

impl<T: Config> sp_runtime::BoundToRuntimeAppPublic for Pallet<T> {
	type Public = AuthorityId;
}

impl<T: Config> OneSessionHandler<T::AccountId> for Pallet<T> {
	type Key = AuthorityId;

	/// # Panics
	/// When the keys of a genesis make no panel: such a chain could never be finalized. Only a
	/// genesis without any validator passes, as tests of other pallets have it.
	fn on_genesis_session<'a, I>(validators: I)
	where
		I: Iterator<Item = (&'a T::AccountId, AuthorityId)> + 'a,
		T::AccountId: 'a,
	{
		let seating = Seating::<T>::new(validators);
		assert!(
			seating.refused.is_empty(),
			"anybody can sign for the ASF keys of the genesis validators {:?}",
			seating.refused,
		);
		match seating.into_record(SetId::default(), 0, 0) {
			Ok(record) => Self::put_record(record),
			Err(fault) => {
				assert!(
					fault == PanelFault::Empty,
					"the ASF keys of the genesis validators make no panel: {fault:?}",
				);
				log::error!(target: LOG_TARGET, "this genesis has no validators and no panel");
			},
		}
	}

	fn on_before_session_ending() {
		Self::judge_previous_set(pallet_session::Pallet::<T>::current_index());
	}

	/// Every session has a set of its own, also when no key changes: who is behind the keys may
	/// have.
	fn on_new_session<'a, I>(_changed: bool, validators: I, _queued_validators: I)
	where
		I: Iterator<Item = (&'a T::AccountId, AuthorityId)> + 'a,
		T::AccountId: 'a,
	{
		Self::start_set(Seating::new(validators));
	}

	/// A disabled seat keeps its vote: quorums count every seat of the panel, and nodes agree on
	/// it without asking the chain.
	fn on_disabled(_validator_index: u32) {}
}

impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		Self::credit_author(&author);
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			<T as Config>::WeightInfo::note_author(),
			DispatchClass::Mandatory,
		);
	}
}
