// SPDX-License-Identifier: Apache-2.0

//! Roles, chilling, genesis, and what can be asked about members.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks};

#[test]
fn set_role_changes_the_role() {
	ExtBuilder::default().run(|| {
		take_events();
		assert_ok!(Committee::set_role(signed(1), Role::ValidityNode));
		assert_eq!(take_events(), [Event::RoleChanged { who: 1, role: Role::ValidityNode }]);
		assert_eq!(Committee::info(&1).and_then(|info| info.role), Some(Role::ValidityNode));

		assert_noop!(
			Committee::set_role(signed(1), Role::ValidityNode),
			Error::<Test>::RoleUnchanged
		);
		assert_noop!(
			Committee::set_role(signed(1), Role::DecentralizedDirector),
			Error::<Test>::BelowMinimum
		);
		assert_noop!(Committee::set_role(signed(4), Role::FlareNode), Error::<Test>::NotMember);

		assert_ok!(Committee::bond_extra(signed(1), 28 * UNIT));
		assert_ok!(Committee::set_role(signed(1), Role::DecentralizedDirector));
	});
}

#[test]
fn chill_and_unchill() {
	ExtBuilder::default().run(|| {
		take_events();
		assert_noop!(Committee::unchill(signed(1)), Error::<Test>::NotChilled);
		assert_ok!(Committee::chill(signed(1)));
		assert_noop!(Committee::chill(signed(1)), Error::<Test>::AlreadyChilled);
		assert_eq!(Committee::info(&1).map(|info| info.chilled), Some(true));
		assert_ok!(Committee::unchill(signed(1)));
		assert_eq!(Committee::info(&1).map(|info| info.chilled), Some(false));
		assert_eq!(take_events(), [Event::Chilled { who: 1 }, Event::Unchilled { who: 1 }]);

		assert_noop!(Committee::chill(signed(4)), Error::<Test>::NotMember);
		assert_noop!(Committee::unchill(signed(4)), Error::<Test>::NotMember);
	});
}

#[test]
fn info_tells_all() {
	ExtBuilder::default().run(|| {
		assert_eq!(Committee::info(&4), None);
		assert_ok!(Committee::unbond(signed(1), UNIT));
		assert_ok!(Committee::chill(signed(1)));
		assert_ok!(Committee::exclude(RuntimeOrigin::root(), 1));
		assert_eq!(
			Committee::info(&1),
			Some(MemberInfo {
				account: 1,
				role: Some(Role::FlareNode),
				active: 99 * UNIT,
				unlocking: vec![UnlockChunk { amount: UNIT, unlock_at: 7 }],
				chilled: true,
				excluded: true,
				in_panel: true,
			})
		);

		// An account that is barred without having bonded is known too.
		assert_ok!(Committee::exclude(RuntimeOrigin::root(), 4));
		let info = Committee::info(&4).expect("the account is excluded");
		assert_eq!((info.role, info.active, info.excluded), (None, 0, true));
		// So is one that has left and is being paid out.
		assert_ok!(Committee::unbond(signed(2), 200 * UNIT));
		start_session(3);
		let info = Committee::info(&2).expect("the account is unbonding");
		assert_eq!((info.role, info.unlocking.len(), info.in_panel), (None, 1, false));
	});
}

#[test]
fn members_and_candidates_are_ordered() {
	ExtBuilder::default().run(|| {
		assert_ok!(Committee::bond(signed(KEYLESS), Role::FlareNode, 250 * UNIT));
		assert_ok!(Committee::chill(signed(2)));
		let members = Committee::members();
		assert_eq!(
			members.iter().map(|member| member.account).collect::<Vec<_>>(),
			[3, KEYLESS, 2, 1]
		);
		assert_eq!(members.iter().filter(|member| member.in_panel).count(), 3);
		assert_eq!(
			Committee::candidates(),
			[
				Candidate { account: 3, role: Role::DecentralizedDirector, bond: 300 * UNIT },
				Candidate { account: 1, role: Role::FlareNode, bond: 100 * UNIT },
			]
		);
	});
}

#[test]
fn genesis_bonds_and_elects() {
	ExtBuilder::default().run(|| {
		assert_eq!((held(1), held(2), held(3)), (100 * UNIT, 200 * UNIT, 300 * UNIT));
		assert_eq!(panel(0), [3, 2, 1]);
		assert_eq!(panel(1), [3, 2, 1]);
		assert_eq!(Session::validators(), [3, 2, 1]);
	});
}

#[test]
#[should_panic(expected = "AlreadyBonded")]
fn genesis_refuses_doubles() {
	ExtBuilder::default()
		.members(vec![(1, Role::FlareNode, 64 * UNIT), (1, Role::FlareNode, 64 * UNIT)])
		.build();
}

#[test]
#[should_panic(expected = "BelowMinimum")]
fn genesis_refuses_small_bonds() {
	ExtBuilder::default().flare_nodes(1, 63).build();
}

#[test]
#[should_panic(expected = "more than MaxMembers")]
fn genesis_refuses_a_crowd() {
	ExtBuilder::default().flare_nodes(9, 64).build();
}

#[test]
fn integrity_of_the_mock_holds() {
	ExtBuilder::default().run(<Committee as Hooks<u64>>::integrity_test);
}

fn integrity_test_with(change: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		change();
		<Committee as Hooks<u64>>::integrity_test()
	});
}

#[test]
#[should_panic(expected = "must not be paid out while its offences are still punished")]
fn integrity_test_wants_unbonding_to_outlast_punishment() {
	integrity_test_with(|| UnbondingSessions::set(4));
}

#[test]
#[should_panic(expected = "a panel needs a seat")]
fn integrity_test_wants_seats() {
	integrity_test_with(|| MaxPanel::set(0));
}

#[test]
#[should_panic(expected = "must be able to fill the panel")]
fn integrity_test_wants_members_for_the_panel() {
	integrity_test_with(|| MaxMembers::set(3));
}

#[test]
#[should_panic(expected = "a bond must be able to unlock")]
fn integrity_test_wants_chunks() {
	integrity_test_with(|| MaxUnlockingChunks::set(0));
}

#[test]
#[should_panic(expected = "offences of the running session count")]
fn integrity_test_wants_a_history() {
	integrity_test_with(|| BondingSessions::set(0));
}
