// SPDX-License-Identifier: Apache-2.0

//! Who takes part, and what becomes of who does not.

use crate::{mock::*, *};
use asf_primitives::Seat;
use frame_support::{assert_ok, traits::OneSessionHandler};
use pallet_session::QueuedKeys;
use sp_runtime::Perbill;
use sp_staking::offence::Offence;

fn five_percent() -> Perbill {
	Perbill::from_percent(5)
}

/// Runs session 1 with a certificate at each of the last five blocks that can have one.
fn certify_session_1(signers: &[u64]) {
	to_block(15);
	for height in 1..=5 {
		record_parent(1, height, signers);
		if height < 5 {
			next_block(1);
		}
	}
}

#[test]
fn authors_are_seen() {
	run(|| {
		next_block(3);
		let seen = CurrentParticipation::<Test>::get().seen;
		assert_eq!(
			[0, 1, 2, 3].map(|seat| seen.contains(Seat::new(seat))),
			[true, false, true, false]
		);
		// Not a validator.
		next_block(77);
		assert_eq!(CurrentParticipation::<Test>::get().seen, seen);
	});
}

#[test]
fn the_first_author_of_a_session_counts_for_it() {
	run(|| {
		Planned::set(Some(vec![5, 6, 7]));
		for who in 5..=7 {
			force_key(who, id(who));
		}
		to_block(19);
		next_block(6);
		assert_eq!(Session::validators(), [5, 6, 7]);
		assert!(CurrentParticipation::<Test>::get().seen.contains(Seat::new(1)));
	});
}

#[test]
fn a_seat_that_did_nothing_is_reported_one_session_later() {
	run(|| {
		certify_session_1(&[1, 2, 3]);
		to_block(29);
		assert!(Punished::get().is_empty());
		take_events();
		next_block(1);
		assert_eq!(Punished::get(), [(vec![4], five_percent(), 1)]);
		assert_eq!(take_events()[0], Event::SeatUnavailable { who: 4, session: 1 });
		to_session(5);
		assert_eq!(Punished::get().len(), 1);
	});
}

#[test]
fn all_who_did_nothing_are_reported_together() {
	chain(7).execute_with(|| {
		certify_session_1(&[1, 2, 3, 4, 5]);
		to_session(3);
		assert_eq!(Punished::get(), [(vec![6, 7], five_percent(), 1)]);
		let kind = offences::Unavailability::<()>::ID;
		assert_eq!(kind, *b"asf:unavailable_");
		assert_eq!(
			pallet_offences::Reports::<Test>::iter_values()
				.map(|details| details.offender.1)
				.sum::<u64>(),
			13_000
		);
	});
}

#[test]
fn an_author_is_not_unavailable() {
	run(|| {
		to_block(12);
		next_block(4);
		certify_session_1(&[1, 2, 3]);
		to_session(4);
		assert!(Punished::get().is_empty());
	});
}

#[test]
fn one_certificate_is_enough_also_when_it_comes_late() {
	run(|| {
		certify_session_1(&[1, 2, 3]);
		to_block(22);
		let late = certificate(1, 6, ancestor(20), &[2, 3, 4]);
		assert_ok!(Asf::record_certificate(RuntimeOrigin::none(), late));
		to_session(4);
		assert!(Punished::get().is_empty());
	});
}

#[test]
fn a_late_certificate_does_not_count_for_who_has_the_seat_now() {
	run(|| {
		// Seat 0 is validator 1 until session 2, then validator 4.
		Planned::set(Some(vec![4, 3, 2, 1]));
		certify_session_1(&[1, 2, 3, 4]);
		to_block(19);
		for author in [2, 2, 2] {
			next_block(author);
		}
		let late = certificate(1, 6, ancestor(20), &[1, 2, 3]);
		assert_ok!(Asf::record_certificate(RuntimeOrigin::none(), late));
		let seen = CurrentParticipation::<Test>::get().seen;
		assert_eq!((seen.count(), seen.contains(Seat::new(2))), (1, true));
	});
}

#[test]
fn nobody_is_judged_by_too_few_certificates() {
	run(|| {
		to_block(12);
		record_parent(1, 1, &[1, 2, 3]);
		to_session(4);
		assert!(Punished::get().is_empty());
	});
	run(|| {
		to_block(12);
		record_parent(1, 1, &[1, 2, 3]);
		next_block(1);
		record_parent(1, 2, &[1, 2, 3]);
		to_session(4);
		assert_eq!(Punished::get(), [(vec![4], five_percent(), 1)]);
	});
}

#[test]
fn a_certificate_that_grows_is_still_one() {
	run(|| {
		to_block(13);
		let target = ancestor(12);
		let first = certificate(1, 1, target, &[1, 2, 3]);
		assert_ok!(Asf::record_certificate(RuntimeOrigin::none(), first));
		next_block(1);
		let grown = certificate(1, 1, target, &[1, 2, 4]);
		assert_ok!(Asf::record_certificate(RuntimeOrigin::none(), grown));
		assert_eq!(CurrentParticipation::<Test>::get().certificates, 1);
	});
}

#[test]
fn the_genesis_session_is_not_judged() {
	run(|| {
		for height in 1..=5 {
			next_block(1);
			record_parent(0, height, &[1, 2, 3]);
		}
		to_session(4);
		assert!(Punished::get().is_empty());
	});
}

#[test]
fn a_kept_panel_is_not_judged() {
	run(|| {
		to_block(19);
		QueuedKeys::<Test>::kill();
		to_block(21);
		for height in 1..=5 {
			next_block(1);
			record_parent(2, height, &[1, 2, 3]);
		}
		to_session(5);
		assert!(Punished::get().is_empty());
	});
}

#[test]
fn who_cannot_be_identified_is_not_reported() {
	chain(7).execute_with(|| {
		Unidentified::set(vec![6]);
		certify_session_1(&[1, 2, 3, 4, 5]);
		to_session(3);
		assert_eq!(Punished::get(), [(vec![7], five_percent(), 1)]);
	});
}

#[test]
fn the_end_of_a_session_without_a_past_is_quiet() {
	run(|| {
		Asf::on_before_session_ending();
		assert!(Punished::get().is_empty());
	});
}
