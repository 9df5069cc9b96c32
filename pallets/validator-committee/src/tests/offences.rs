// SPDX-License-Identifier: Apache-2.0

//! From a reported offence to a deferred slash, exclusion and a disabled seat.

use crate::{mock::*, *};
use frame_support::assert_ok;
use sp_runtime::Perbill;

#[test]
fn an_offence_is_reported_and_its_slash_deferred() {
	ExtBuilder::default().run(|| {
		start_session(1);
		take_events();
		report(1, 15, 1);
		assert_eq!(
			take_events(),
			[
				Event::OffenceReported {
					offender: 1,
					session: 1,
					fraction: Perbill::from_percent(15)
				},
				Event::SlashDeferred { offender: 1, session: 1, amount: 15 * UNIT, apply_at: 4 },
			]
		);
		assert_eq!(held(1), 100 * UNIT);
	});
}

#[test]
fn a_full_offence_excludes_at_once() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		start_session(1);
		take_events();
		report(1, 100, 1);
		assert_eq!(
			take_events(),
			[
				Event::OffenceReported { offender: 1, session: 1, fraction: Perbill::one() },
				Event::MemberExcluded { who: 1 },
				Event::SlashDeferred { offender: 1, session: 1, amount: 100 * UNIT, apply_at: 4 },
			]
		);
		assert_eq!(disabled(), [1]);
		start_session(2);
		// Queued before the report, so disabled instead of absent.
		assert_eq!((panel(2), disabled()), (vec![1, 2, 3, 4], vec![1]));
		start_session(3);
		assert_eq!((panel(3), disabled()), (vec![2, 3, 4], vec![]));
		start_session(4);
		assert_eq!(held(1), 0);
		assert!(!Members::<Test>::contains_key(1));
		assert!(Excluded::<Test>::contains_key(1));
	});
}

#[test]
fn an_offence_of_the_running_session_disables_the_seat() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		start_session(2);
		report(1, 15, 2);
		assert_eq!(disabled(), [1]);
		start_session(3);
		assert!(disabled().is_empty());
		// An older one does not, unless it excludes.
		report(2, 15, 2);
		assert!(disabled().is_empty());
		report(3, 100, 2);
		assert_eq!(disabled(), [3]);
	});
}

#[test]
fn no_more_seats_are_disabled_than_the_strategy_allows() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		start_session(1);
		for who in 1..=4 {
			report(who, 100, 1);
		}
		assert_eq!(disabled().len(), 1);
		// Everybody is excluded: the panel stays, and the chain runs.
		start_session(6);
		assert_eq!(Session::validators(), [1, 2, 3, 4]);
		assert_eq!(disabled().len(), 1);
	});
}

#[test]
fn only_the_largest_fraction_of_a_session_counts() {
	ExtBuilder::default().run(|| {
		report(1, 15, 0);
		report(1, 15, 0);
		report(1, 5, 0);
		start_session(1);
		let deferred =
			|| DeferredSlashes::<Test>::get(1, 0).map(|slash| (slash.amount, slash.apply_at));
		assert_eq!(deferred(), Some((15 * UNIT, 3)));

		// A larger one takes its place, and has a window of its own.
		report(1, 40, 0);
		assert_eq!(deferred(), Some((40 * UNIT, 4)));
		start_session(3);
		assert_eq!(active(1), 100 * UNIT);
		start_session(4);
		assert_eq!(active(1), 60 * UNIT);
		start_session(8);
		assert_eq!(active(1), 60 * UNIT);
	});
}

#[test]
fn a_larger_fraction_after_the_slash_adds_the_difference() {
	ExtBuilder::default().run(|| {
		report(1, 15, 0);
		start_session(3);
		assert_eq!(active(1), 85 * UNIT);
		report(1, 10, 0);
		report(1, 15, 0);
		assert!(!DeferredSlashes::<Test>::contains_key(1, 0));
		report(1, 20, 0);
		start_session(6);
		assert_eq!(active(1), 80 * UNIT);
	});
}

#[test]
fn offences_of_different_sessions_add_up() {
	ExtBuilder::default().run(|| {
		report(1, 10, 0);
		start_session(1);
		report(1, 10, 1);
		start_session(4);
		assert_eq!(active(1), 80 * UNIT);
	});
}

#[test]
fn an_offence_without_a_recorded_seat_is_ignored() {
	ExtBuilder::default().run(|| {
		start_session(5);
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 64 * UNIT));
		take_events();
		report(1, 15, 0); // Too long ago.
		report(4, 15, 5); // A member without a seat.
		report(1, 15, 6); // A session still to come.
		assert_eq!(
			take_events(),
			[
				Event::OffenceIgnored { offender: 1, session: 0 },
				Event::OffenceIgnored { offender: 4, session: 5 },
				Event::OffenceIgnored { offender: 1, session: 6 },
			]
		);
		report(1, 15, 1);
		assert!(DeferredSlashes::<Test>::contains_key(1, 1));
	});
}

#[test]
fn an_offence_of_no_weight_defers_nothing() {
	ExtBuilder::default().run(|| {
		take_events();
		report(1, 0, 0);
		assert_eq!(
			take_events(),
			[Event::OffenceReported { offender: 1, session: 0, fraction: Perbill::zero() }]
		);
		assert!(!Committee::has_deferred_slash(&1));
	});
}

#[test]
fn a_repeated_report_does_not_exclude_the_readmitted() {
	ExtBuilder::default().run(|| {
		report(1, 100, 0);
		assert_ok!(Committee::readmit(RuntimeOrigin::root(), 1));
		report(1, 100, 0);
		assert!(!Excluded::<Test>::contains_key(1));
	});
}

#[test]
fn without_a_window_slashes_are_applied_at_the_next_boundary() {
	ExtBuilder::default().run(|| {
		SlashDeferSessions::set(0);
		report(1, 15, 0);
		assert_eq!(active(1), 100 * UNIT);
		start_session(1);
		assert_eq!(active(1), 85 * UNIT);
	});
}
