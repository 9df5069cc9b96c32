// SPDX-License-Identifier: Apache-2.0

//! Who gets a seat.

use crate::{mock::*, *};
use frame_support::{assert_ok, dispatch::Pays};

#[test]
fn the_largest_bonds_get_the_seats() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 150 * UNIT));
		assert_ok!(Committee::bond(signed(5), Role::FlareNode, 400 * UNIT));
		take_events();
		start_session(1);
		assert_eq!(take_events(), [Event::PanelElected { session: 2, seats: 4 }]);
		// Elected at the start of session 1, in office in session 2.
		assert_eq!(Session::validators(), [3, 2, 1]);
		assert_eq!(panel(2), [5, 3, 2, 4]);
		assert_eq!(Committee::next_panel(), Committee::panel(2));
		start_session(2);
		assert_eq!(Session::validators(), [5, 3, 2, 4]);
	});
}

#[test]
fn ties_go_to_the_lower_account() {
	ExtBuilder::default().flare_nodes(8, 100).run(|| {
		start_session(2);
		assert_eq!(Session::validators(), [1, 2, 3, 4]);
		assert_ok!(Committee::bond_extra(signed(7), 1));
		start_session(4);
		assert_eq!(Session::validators(), [7, 1, 2, 3]);
	});
}

#[test]
fn twenty_one_of_thirty() {
	ExtBuilder::default()
		.members(
			(1..=30).map(|who| (who, Role::FlareNode, (100 + who as Balance) * UNIT)).collect(),
		)
		.bounds(21, 30)
		.run(|| {
			start_session(2);
			assert_eq!(Session::validators(), (10..=30).rev().collect::<Vec<_>>());
		});
}

#[test]
fn a_seat_needs_session_keys() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::bond(signed(KEYLESS), Role::FlareNode, 500 * UNIT));
		start_session(2);
		assert_eq!(Session::validators(), [3, 2, 1]);

		let keys = Keys { dummy: sp_runtime::testing::UintAuthorityId(KEYLESS) };
		assert_ok!(<Session as pallet_session::SessionInterface>::set_keys(&KEYLESS, keys));
		start_session(4);
		assert_eq!(Session::validators(), [KEYLESS, 3, 2, 1]);
	});
}

#[test]
fn the_chilled_and_the_excluded_get_no_seat() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::chill(signed(3)));
		assert_ok!(Committee::exclude(RuntimeOrigin::root(), 2));
		start_session(2);
		assert_eq!(Session::validators(), [1]);
		assert_ok!(Committee::unchill(signed(3)));
		start_session(4);
		assert_eq!(Session::validators(), [3, 1]);
	});
}

#[test]
fn a_bond_under_the_minimum_gets_no_seat() {
	ExtBuilder::default().run(|| {
		report(1, 50, 0);
		start_session(3);
		assert_eq!(active(1), 50 * UNIT);
		assert_eq!(panel(3), [3, 2, 1]);
		start_session(4);
		assert_eq!(panel(4), [3, 2]);
		// It is a member still, and seated again once it bonds enough.
		assert!(Members::<Test>::contains_key(1));
		assert_ok!(Committee::bond_extra(signed(1), 14 * UNIT));
		start_session(6);
		assert_eq!(panel(6), [3, 2, 1]);
	});
}

#[test]
fn unlocking_funds_do_not_count() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::unbond(signed(3), 150 * UNIT));
		start_session(2);
		assert_eq!(Session::validators(), [2, 3, 1]);
	});
}

#[test]
fn without_candidates_the_panel_stays() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::chill(signed(1)));
		assert_ok!(Committee::chill(signed(2)));
		assert_ok!(Committee::unbond(signed(3), 300 * UNIT));
		take_events();
		start_session(1);
		assert_eq!(take_events(), [Event::PanelKept { session: 2 }]);
		start_session(12);
		assert_eq!(Session::validators(), [3, 2, 1]);
		// What a seat has at stake is what its holder has now.
		assert_eq!(Committee::exposure(12, &1).map(|seat| seat.bond), Some(100 * UNIT));
		assert_eq!(Committee::exposure(12, &3).map(|seat| seat.bond), Some(0));

		assert_ok!(Committee::unchill(signed(1)));
		start_session(14);
		assert_eq!(Session::validators(), [1]);
	});
}

#[test]
fn a_kept_panel_loses_the_seats_without_keys() {
	ExtBuilder::default().run(|| {
		for who in 1..=3 {
			assert_ok!(Committee::chill(signed(who)));
		}
		assert_ok!(Session::purge_keys(signed(3)));
		start_session(3);
		assert_eq!(Session::validators(), [2, 1]);
		assert_eq!(panel(3), [2, 1]);
	});
}

#[test]
fn without_any_bond_the_session_pallet_keeps_its_validators() {
	ExtBuilder::default().members(vec![]).run(|| {
		take_events();
		start_session(2);
		assert_eq!(Session::validators(), (1..=ACCOUNTS).collect::<Vec<_>>());
		assert_eq!(
			take_events(),
			[Event::PanelKept { session: 2 }, Event::PanelKept { session: 3 }]
		);
		assert_ok!(Committee::bond(signed(9), Role::FlareNode, 64 * UNIT));
		start_session(4);
		assert_eq!(Session::validators(), [9]);
	});
}

#[test]
fn panels_are_remembered_for_a_while() {
	ExtBuilder::default().run(|| {
		start_session(20);
		let recorded = (0..30).filter(|session| Panels::<Test>::contains_key(session));
		assert_eq!(recorded.collect::<Vec<_>>(), [16, 17, 18, 19, 20, 21]);
		assert_eq!(OldestPanel::<Test>::get(), 16);
		assert!(Historical::historical_root(15).is_none());
		assert!(Historical::historical_root(16).is_some());
	});
}

#[test]
fn a_shorter_history_is_caught_up_with() {
	ExtBuilder::default().run(|| {
		UnbondingSessions::set(50);
		BondingSessions::set(50);
		start_session(40);
		assert_eq!(OldestPanel::<Test>::get(), 0);
		BondingSessions::set(5);
		run_sessions(1);
		assert_eq!(OldestPanel::<Test>::get(), 16);
		run_sessions(2);
		assert_eq!(OldestPanel::<Test>::get(), 39);
		assert_eq!(Panels::<Test>::iter().count(), 6);
	});
}

#[test]
fn bond_refunds_the_weight_of_a_search_that_was_not_needed() {
	ExtBuilder::default().bounds(2, 4).run(|| {
		type Weights = <Test as Config>::WeightInfo;
		let easy = Committee::bond(signed(4), Role::FlareNode, 150 * UNIT).expect("there is room");
		assert_eq!(easy.actual_weight, Some(Weights::bond()));
		let hard = Committee::bond(signed(5), Role::FlareNode, 150 * UNIT).expect("it is larger");
		assert_eq!(hard.actual_weight, Some(Weights::bond_displacing()));
		assert_eq!(hard.pays_fee, Pays::Yes);
	});
}
