// SPDX-License-Identifier: Apache-2.0

//! Offences: from a report to the balance it costs. The crate's documentation has the rules.

use crate::{pallet::*, types::*, weights::WeightInfo, LOG_TARGET};
use frame_support::{
	traits::{fungible::BalancedHold, Get, Imbalance, OnUnbalanced},
	weights::Weight,
};
use pallet_session::SessionInterface;
use sp_runtime::{
	traits::{Saturating, Zero},
	Perbill, SaturatedConversion,
};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

/// Offenders come with an identification that the record of their session makes superfluous.
impl<T: Config, Identification>
	OnOffenceHandler<T::AccountId, (T::AccountId, Identification), Weight> for Pallet<T>
{
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, (T::AccountId, Identification)>],
		slash_fraction: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for (details, fraction) in offenders.iter().zip(slash_fraction) {
			Self::note_offence(&details.offender.0, *fraction, session);
		}
		T::WeightInfo::on_offence(offenders.len().saturated_into())
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn has_deferred_slash(who: &T::AccountId) -> bool {
		DeferredSlashes::<T>::iter_key_prefix(who).next().is_some()
	}

	fn note_offence(offender: &T::AccountId, fraction: Perbill, session: SessionIndex) {
		let now = CurrentSession::<T>::get();
		let Some((seat, is_larger)) = Self::note_fraction(offender, fraction, session) else {
			log::warn!(target: LOG_TARGET, "no seat of {offender:?} on record for {session}");
			Self::deposit_event(Event::OffenceIgnored { offender: offender.clone(), session });
			return;
		};
		Self::deposit_event(Event::OffenceReported {
			offender: offender.clone(),
			session,
			fraction,
		});

		if is_larger && fraction == Perbill::one() && !Excluded::<T>::contains_key(offender) {
			Excluded::<T>::insert(offender, ());
			Self::deposit_event(Event::MemberExcluded { who: offender.clone() });
		}
		// An older offence is no reason to disable a seat that has behaved since, unless it
		// excludes.
		if session == now || fraction == Perbill::one() {
			T::SessionInterface::report_offence(offender.clone(), OffenceSeverity(fraction));
		}
		if is_larger {
			Self::defer_slash(&seat, session, now);
		}
	}

	/// Records a fraction for a seat. Returns the seat, and whether the fraction is the largest
	/// one so far.
	fn note_fraction(
		offender: &T::AccountId,
		fraction: Perbill,
		session: SessionIndex,
	) -> Option<(SeatOf<T>, bool)> {
		if !Self::is_punishable(session) {
			return None;
		}
		Panels::<T>::mutate(session, |panel| {
			let seat = panel.as_mut()?.iter_mut().find(|seat| seat.account == *offender)?;
			let is_larger = fraction > seat.reported;
			seat.reported = seat.reported.max(fraction);
			Some((seat.clone(), is_larger))
		})
	}

	/// Schedules what the reported fraction of a seat costs beyond the settled one, in the place
	/// of a slash already deferred.
	fn defer_slash(seat: &SeatOf<T>, session: SessionIndex, now: SessionIndex) {
		let bond = seat.exposure.bond;
		let amount = (seat.reported * bond).saturating_sub(seat.settled * bond);
		if amount.is_zero() {
			return;
		}
		let offender = &seat.account;
		let apply_at = now.saturating_add(T::SlashDeferSessions::get()).saturating_add(1);
		if let Some(earlier) = DeferredSlashes::<T>::get(offender, session) {
			SlashesDue::<T>::remove(earlier.apply_at, (offender, session));
		}
		DeferredSlashes::<T>::insert(
			offender,
			session,
			DeferredSlash { fraction: seat.reported, amount, apply_at },
		);
		SlashesDue::<T>::insert(apply_at, (offender, session), ());
		Self::deposit_event(Event::SlashDeferred {
			offender: offender.clone(),
			session,
			amount,
			apply_at,
		});
	}

	/// Applies the slashes whose window ends with the start of `now`.
	pub(crate) fn apply_due_slashes(now: SessionIndex) {
		for ((offender, session), ()) in SlashesDue::<T>::drain_prefix(now) {
			let Some(slash) = DeferredSlashes::<T>::take(&offender, session) else {
				frame_support::defensive!("a due slash is deferred");
				continue;
			};
			Panels::<T>::mutate_extant(session, |panel| {
				if let Some(seat) = panel.iter_mut().find(|seat| seat.account == offender) {
					seat.settled = seat.settled.max(slash.fraction);
				}
			});
			let amount = Self::slash_bond(&offender, slash.amount);
			Self::deposit_event(Event::Slashed { offender, session, amount });
		}
	}

	/// Takes up to `amount` of a bond. Returns what was taken.
	fn slash_bond(who: &T::AccountId, amount: BalanceOf<T>) -> BalanceOf<T> {
		let member = Members::<T>::get(who);
		let mut chunks = Unlocking::<T>::get(who);
		let active = member.as_ref().map(|member| member.active).unwrap_or_default();
		let bonded = chunks.iter().fold(active, |sum, chunk| sum.saturating_add(chunk.amount));
		let (credit, _missing) = T::Currency::slash(&bond_hold::<T>(), who, amount.min(bonded));
		let slashed = credit.peek();

		let mut left = slashed;
		if let Some(mut member) = member {
			take_up_to(&mut member.active, &mut left);
			Self::put_member(who, member);
		}
		for chunk in chunks.iter_mut().rev() {
			take_up_to(&mut chunk.amount, &mut left);
		}
		chunks.retain(|chunk| !chunk.amount.is_zero());
		Self::put_unlocking(who, chunks);

		T::Slash::on_unbalanced(credit);
		slashed
	}
}

/// Moves as much as possible of `wanted` out of `from`.
fn take_up_to<Balance: Copy + Ord + Saturating>(from: &mut Balance, wanted: &mut Balance) {
	let taken = (*from).min(*wanted);
	*from = from.saturating_sub(taken);
	*wanted = wanted.saturating_sub(taken);
}
