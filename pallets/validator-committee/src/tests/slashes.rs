// SPDX-License-Identifier: Apache-2.0

//! What a slash takes, and from where.

use crate::{mock::*, *};
use frame_support::assert_ok;

#[test]
fn a_slash_moves_balance() {
	ExtBuilder::default().run(|| {
		let issuance = Balances::total_issuance();
		report(1, 15, 0);
		start_session(2);
		assert_eq!(held(1), 100 * UNIT);
		take_events();
		start_session(3);
		assert!(take_events().contains(&Event::Slashed {
			offender: 1,
			session: 0,
			amount: 15 * UNIT
		}));

		assert_eq!((active(1), held(1)), (85 * UNIT, 85 * UNIT));
		assert_eq!(Balances::free_balance(1), ENDOWMENT - 100 * UNIT);
		assert_eq!(Balances::free_balance(TREASURY), ENDOWMENT + 15 * UNIT);
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(DeferredSlashes::<Test>::iter().count(), 0);
		assert_eq!(SlashesDue::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_slash_is_of_the_bond_at_the_time_of_the_offence() {
	ExtBuilder::default().run(|| {
		start_session(1);
		// Neither what was bonded later counts, nor what was taken out later.
		assert_ok!(Committee::bond_extra(signed(1), 900 * UNIT));
		assert_ok!(Committee::unbond(signed(2), 100 * UNIT));
		report(1, 10, 1);
		report(2, 10, 1);
		start_session(4);
		assert_eq!(active(1), 990 * UNIT);
		assert_eq!(held(2), 180 * UNIT);
	});
}

#[test]
fn a_slash_takes_the_active_bond_first() {
	ExtBuilder::default().run(|| {
		start_session(1);
		assert_ok!(Committee::unbond(signed(3), 100 * UNIT));
		report(3, 50, 1);
		start_session(4);
		assert_eq!((active(3), chunks(3)), (50 * UNIT, vec![(100 * UNIT, 8)]));
	});
}

#[test]
fn a_slash_takes_unlocking_funds_the_latest_first() {
	ExtBuilder::default().run(|| {
		for session in 1..=3 {
			start_session(session);
			assert_ok!(Committee::unbond(signed(3), 50 * UNIT));
		}
		assert_eq!(chunks(3), [(50 * UNIT, 8), (50 * UNIT, 9), (50 * UNIT, 10)]);
		// 150 active and 150 unlocking; 75 % of the 300 of session 1.
		report(3, 75, 1);
		take_events();
		start_session(6);
		let events = take_events();
		assert!(events.contains(&Event::Left { who: 3 }));
		assert!(events.contains(&Event::Slashed { offender: 3, session: 1, amount: 225 * UNIT }));
		assert_eq!((active(3), chunks(3)), (0, vec![(50 * UNIT, 8), (25 * UNIT, 9)]));
		assert_eq!(held(3), 75 * UNIT);

		start_session(9);
		assert_ok!(Committee::withdraw_unbonded(signed(3)));
		assert_eq!((held(3), Balances::free_balance(3)), (0, ENDOWMENT - 225 * UNIT));
	});
}

#[test]
fn a_bond_that_left_is_slashed_until_it_is_paid_out() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::unbond(signed(3), 300 * UNIT));
		// Its last panel is that of session 1.
		start_session(2);
		assert_eq!(panel(2), [2, 1]);
		report(3, 100, 1);
		start_session(5);
		assert_eq!((held(3), chunks(3)), (0, vec![]));
		assert_eq!(Balances::free_balance(TREASURY), ENDOWMENT + 300 * UNIT);
		assert_eq!(Balances::free_balance(3), ENDOWMENT - 300 * UNIT);
	});
}

#[test]
fn a_slash_takes_no_more_than_is_left() {
	ExtBuilder::default().run(|| {
		report(1, 80, 0);
		start_session(1);
		report(1, 80, 1);
		start_session(3);
		assert_eq!(active(1), 20 * UNIT);
		take_events();
		start_session(4);
		let events = take_events();
		assert!(events.contains(&Event::Slashed { offender: 1, session: 1, amount: 20 * UNIT }));
		assert!(events.contains(&Event::Left { who: 1 }));
		assert_eq!((held(1), Balances::free_balance(TREASURY)), (0, ENDOWMENT + 100 * UNIT));
	});
}

#[test]
fn a_slash_outlives_the_record_of_its_session() {
	ExtBuilder::default().run(|| {
		SlashDeferSessions::set(10);
		start_session(4);
		report(1, 10, 0);
		start_session(14);
		assert!(!Panels::<Test>::contains_key(0));
		assert_eq!(active(1), 100 * UNIT);
		start_session(15);
		assert_eq!(active(1), 90 * UNIT);
	});
}

#[test]
fn a_slash_counts_in_the_election_of_the_same_boundary() {
	ExtBuilder::default().bounds(2, 8).run(|| {
		assert_eq!(panel(1), [3, 2]);
		report(2, 60, 0);
		start_session(3);
		assert_eq!(active(2), 80 * UNIT);
		// Elected after the slash was applied.
		assert_eq!(panel(4), [3, 1]);
	});
}

#[test]
fn a_displaced_member_stays_slashable() {
	ExtBuilder::default().bounds(3, 3).run(|| {
		start_session(1);
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 150 * UNIT));
		assert!(!Members::<Test>::contains_key(1));
		report(1, 50, 1);
		start_session(4);
		assert_eq!((held(1), chunks(1)), (50 * UNIT, vec![(50 * UNIT, 8)]));
	});
}

#[test]
fn no_bond_is_paid_out_before_its_last_offence_is_slashed() {
	for reported_in in 1..=5 {
		ExtBuilder::default().run(|| {
			// As short as `integrity_test` allows.
			UnbondingSessions::set(BondingSessions::get());
			assert_ok!(Committee::unbond(signed(3), 300 * UNIT));
			for session in 1..=12 {
				start_session(session);
				if session == reported_in {
					report(3, 100, 1);
				}
				let _result = Committee::withdraw_unbonded(signed(3));
			}
			assert_eq!(Balances::free_balance(TREASURY), ENDOWMENT + 300 * UNIT);
			assert_eq!((held(3), Balances::free_balance(3)), (0, ENDOWMENT - 300 * UNIT));
		});
	}
}
