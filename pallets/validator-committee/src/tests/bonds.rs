// SPDX-License-Identifier: Apache-2.0

//! Bonding, unbonding and being paid out.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, TokenError};

#[test]
fn bond_holds_the_amount() {
	ExtBuilder::default().run(|| {
		take_events();
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 64 * UNIT));

		assert_eq!(held(4), 64 * UNIT);
		assert_eq!(Balances::free_balance(4), ENDOWMENT - 64 * UNIT);
		assert_eq!(
			Members::<Test>::get(4),
			Some(Membership { role: Role::FlareNode, active: 64 * UNIT, chilled: false })
		);
		assert_eq!(
			take_events(),
			[Event::Bonded { who: 4, role: Role::FlareNode, amount: 64 * UNIT }]
		);
	});
}

#[test]
fn bond_needs_the_minimum_of_its_role() {
	ExtBuilder::default().run(|| {
		for (role, minimum) in [
			(Role::FlareNode, 64 * UNIT),
			(Role::ValidityNode, 64 * UNIT),
			(Role::DecentralizedDirector, 128 * UNIT),
		] {
			assert_eq!(Committee::minimum_bond(role), minimum);
			assert_noop!(
				Committee::bond(signed(4), role, minimum - 1),
				Error::<Test>::BelowMinimum
			);
		}
		assert_ok!(Committee::bond(signed(4), Role::DecentralizedDirector, 128 * UNIT));
	});
}

#[test]
fn bond_twice_fails() {
	ExtBuilder::default().run(|| {
		assert_noop!(
			Committee::bond(signed(1), Role::FlareNode, 64 * UNIT),
			Error::<Test>::AlreadyBonded
		);
	});
}

#[test]
fn bond_beyond_the_balance_fails() {
	ExtBuilder::default().run(|| {
		// The account itself has to be left alive.
		assert_noop!(
			Committee::bond(signed(4), Role::FlareNode, ENDOWMENT),
			TokenError::FundsUnavailable
		);
		assert_noop!(
			Committee::bond(signed(4_000), Role::FlareNode, 64 * UNIT),
			TokenError::FundsUnavailable
		);
		assert_noop!(Committee::bond_extra(signed(1), ENDOWMENT), TokenError::FundsUnavailable);
		assert_noop!(Committee::bond_extra(signed(1), Balance::MAX), ArithmeticError::Overflow);
	});
}

#[test]
fn bond_while_excluded_fails() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::exclude(RuntimeOrigin::root(), 4));
		assert_noop!(
			Committee::bond(signed(4), Role::FlareNode, 64 * UNIT),
			Error::<Test>::AccountExcluded
		);
	});
}

#[test]
fn bond_extra_adds() {
	ExtBuilder::default().run(|| {
		take_events();
		assert_ok!(Committee::bond_extra(signed(1), 5 * UNIT));
		assert_eq!((active(1), held(1)), (105 * UNIT, 105 * UNIT));
		assert_eq!(take_events(), [Event::BondIncreased { who: 1, amount: 5 * UNIT }]);

		assert_noop!(Committee::bond_extra(signed(1), 0), Error::<Test>::ZeroAmount);
		assert_noop!(Committee::bond_extra(signed(4), UNIT), Error::<Test>::NotMember);
	});
}

#[test]
fn bond_extra_must_reach_the_minimum_after_a_slash() {
	ExtBuilder::default().run(|| {
		report(1, 50, 0);
		start_session(3);
		assert_eq!(active(1), 50 * UNIT);
		assert_noop!(Committee::bond_extra(signed(1), 14 * UNIT - 1), Error::<Test>::BelowMinimum);
		assert_ok!(Committee::bond_extra(signed(1), 14 * UNIT));
		assert_eq!(active(1), 64 * UNIT);
	});
}

#[test]
fn unbond_starts_the_clock() {
	ExtBuilder::default().run(|| {
		start_session(2);
		take_events();
		assert_ok!(Committee::unbond(signed(1), 30 * UNIT));

		// From the session after the running one, six more.
		assert_eq!(chunks(1), [(30 * UNIT, 9)]);
		assert_eq!((active(1), held(1)), (70 * UNIT, 100 * UNIT));
		assert_eq!(take_events(), [Event::Unbonded { who: 1, amount: 30 * UNIT, unlock_at: 9 }]);
	});
}

#[test]
fn unbond_checks_its_amount() {
	ExtBuilder::default().run(|| {
		assert_noop!(Committee::unbond(signed(1), 0), Error::<Test>::ZeroAmount);
		assert_noop!(Committee::unbond(signed(4), UNIT), Error::<Test>::NotMember);
		assert_noop!(Committee::unbond(signed(1), 100 * UNIT + 1), Error::<Test>::InsufficientBond);
		// What stays must be nothing or the minimum.
		assert_noop!(Committee::unbond(signed(1), 36 * UNIT + 1), Error::<Test>::BelowMinimum);
		assert_ok!(Committee::unbond(signed(1), 36 * UNIT));
	});
}

#[test]
fn unbonding_everything_leaves() {
	ExtBuilder::default().run(|| {
		take_events();
		assert_ok!(Committee::unbond(signed(1), 100 * UNIT));
		assert!(!Members::<Test>::contains_key(1));
		assert_eq!(held(1), 100 * UNIT);
		assert_eq!(
			take_events(),
			[Event::Unbonded { who: 1, amount: 100 * UNIT, unlock_at: 7 }, Event::Left { who: 1 }]
		);

		// The account can join anew while the old bond unlocks.
		assert_ok!(Committee::bond(signed(1), Role::ValidityNode, 64 * UNIT));
		assert_eq!(held(1), 164 * UNIT);
	});
}

#[test]
fn unbonding_in_one_session_is_one_chunk() {
	ExtBuilder::default().run(|| {
		for _ in 0..5 {
			assert_ok!(Committee::unbond(signed(1), UNIT));
		}
		assert_eq!(chunks(1), [(5 * UNIT, 7)]);
	});
}

#[test]
fn unbond_is_bounded() {
	ExtBuilder::default().run(|| {
		for session in 0..3 {
			start_session(session);
			assert_ok!(Committee::unbond(signed(3), UNIT));
		}
		assert_ok!(Committee::unbond(signed(3), UNIT));
		start_session(3);
		assert_noop!(Committee::unbond(signed(3), UNIT), Error::<Test>::TooManyChunks);
		assert_eq!(chunks(3), [(UNIT, 7), (UNIT, 8), (2 * UNIT, 9)]);

		start_session(7);
		assert_ok!(Committee::withdraw_unbonded(signed(3)));
		assert_ok!(Committee::unbond(signed(3), UNIT));
		assert_eq!(chunks(3), [(UNIT, 8), (2 * UNIT, 9), (UNIT, 14)]);
	});
}

#[test]
fn withdraw_pays_out_when_it_is_time() {
	ExtBuilder::default().run(|| {
		assert_noop!(Committee::withdraw_unbonded(signed(1)), Error::<Test>::NothingToWithdraw);
		assert_ok!(Committee::unbond(signed(1), 10 * UNIT));
		start_session(1);
		assert_ok!(Committee::unbond(signed(1), 20 * UNIT));

		start_session(6);
		assert_noop!(Committee::withdraw_unbonded(signed(1)), Error::<Test>::NothingToWithdraw);
		start_session(7);
		take_events();
		assert_ok!(Committee::withdraw_unbonded(signed(1)));
		assert_eq!(take_events(), [Event::Withdrawn { who: 1, amount: 10 * UNIT }]);
		assert_eq!((held(1), chunks(1)), (90 * UNIT, vec![(20 * UNIT, 8)]));

		start_session(8);
		assert_ok!(Committee::withdraw_unbonded(signed(1)));
		assert_eq!(held(1), 70 * UNIT);
		assert!(!Unlocking::<Test>::contains_key(1));
		assert_eq!(Balances::free_balance(1), ENDOWMENT - 70 * UNIT);
	});
}

#[test]
fn withdraw_waits_for_a_deferred_slash() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::unbond(signed(1), 100 * UNIT));
		// The last seat is that of session 1, whose offences are punished up to session 5.
		start_session(5);
		report(1, 10, 1);
		assert!(DeferredSlashes::<Test>::contains_key(1, 1));
		start_session(7);
		assert_noop!(Committee::withdraw_unbonded(signed(1)), Error::<Test>::SlashPending);

		start_session(8);
		assert_ok!(Committee::withdraw_unbonded(signed(1)));
		assert_eq!((held(1), Balances::free_balance(1)), (0, ENDOWMENT - 10 * UNIT));
	});
}

#[test]
fn full_committee_takes_only_a_larger_bond() {
	ExtBuilder::default().bounds(2, 3).run(|| {
		assert_noop!(
			Committee::bond(signed(4), Role::FlareNode, 100 * UNIT),
			Error::<Test>::CommitteeFull
		);
		take_events();
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 100 * UNIT + 1));
		assert_eq!(
			take_events(),
			[
				Event::Unbonded { who: 1, amount: 100 * UNIT, unlock_at: 7 },
				Event::Left { who: 1 },
				Event::Displaced { who: 1, by: 4 },
				Event::Bonded { who: 4, role: Role::FlareNode, amount: 100 * UNIT + 1 },
			]
		);
		assert_eq!(Members::<Test>::count(), 3);
		start_session(7);
		assert_ok!(Committee::withdraw_unbonded(signed(1)));
		assert_eq!(held(1), 0);
	});
}

#[test]
fn of_equal_smallest_members_the_highest_account_is_displaced() {
	ExtBuilder::default().flare_nodes(3, 100).bounds(2, 3).run(|| {
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 101 * UNIT));
		assert!(Members::<Test>::contains_key(1));
		assert!(Members::<Test>::contains_key(2));
		assert!(!Members::<Test>::contains_key(3));
	});
}

#[test]
fn displacing_a_member_without_room_for_a_chunk_merges() {
	ExtBuilder::default().bounds(2, 3).max_chunks(2).run(|| {
		for session in 0..2 {
			start_session(session);
			assert_ok!(Committee::unbond(signed(1), UNIT));
		}
		assert_eq!(chunks(1), [(UNIT, 7), (UNIT, 8)]);
		start_session(2);
		assert_ok!(Committee::bond(signed(4), Role::FlareNode, 150 * UNIT));
		assert_eq!(chunks(1), [(UNIT, 7), (99 * UNIT, 9)]);
		assert_eq!(held(1), 100 * UNIT);
	});
}

#[test]
fn calls_of_members_need_a_signature() {
	use sp_runtime::DispatchError::BadOrigin;
	ExtBuilder::default().run(|| {
		let root = RuntimeOrigin::root;
		assert_noop!(Committee::bond(root(), Role::FlareNode, 64 * UNIT), BadOrigin);
		assert_noop!(Committee::bond_extra(root(), UNIT), BadOrigin);
		assert_noop!(Committee::unbond(root(), UNIT), BadOrigin);
		assert_noop!(Committee::withdraw_unbonded(root()), BadOrigin);
		assert_noop!(Committee::set_role(root(), Role::FlareNode), BadOrigin);
		assert_noop!(Committee::chill(root()), BadOrigin);
		assert_noop!(Committee::unchill(root()), BadOrigin);
	});
}
