// SPDX-License-Identifier: Apache-2.0

//! Whatever is called in whatever order: no token is made or lost, and holds are bonds.

use crate::{mock::*, *};
use frame_support::{assert_ok, traits::fungible::Inspect, BoundedVec};
use proptest::prelude::*;
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Bond(AccountId, Role, Balance),
	BondExtra(AccountId, Balance),
	Unbond(AccountId, Balance),
	UnbondAll(AccountId),
	Withdraw(AccountId),
	SetRole(AccountId, Role),
	Chill(AccountId),
	Unchill(AccountId),
	Exclude(AccountId),
	Readmit(AccountId),
	Report { who: AccountId, percent: u32, sessions_ago: u32 },
	Cancel { who: AccountId, sessions_ago: u32 },
	Purge(AccountId),
	Sessions(u32),
}

fn account() -> impl Strategy<Value = AccountId> {
	1..=12u64
}

fn role() -> impl Strategy<Value = Role> {
	prop::sample::select(Role::ALL.to_vec())
}

fn step() -> impl Strategy<Value = Step> {
	let units = (0..400u128, 0..UNIT).prop_map(|(units, dust)| units * UNIT + dust);
	prop_oneof![
		4 => (account(), role(), units.clone()).prop_map(|(a, r, b)| Step::Bond(a, r, b)),
		2 => (account(), units.clone()).prop_map(|(a, b)| Step::BondExtra(a, b)),
		3 => (account(), units).prop_map(|(a, b)| Step::Unbond(a, b)),
		2 => account().prop_map(Step::UnbondAll),
		3 => account().prop_map(Step::Withdraw),
		1 => (account(), role()).prop_map(|(a, r)| Step::SetRole(a, r)),
		1 => account().prop_map(Step::Chill),
		1 => account().prop_map(Step::Unchill),
		1 => account().prop_map(Step::Exclude),
		1 => account().prop_map(Step::Readmit),
		5 => (account(), 0..=100u32, 0..8u32)
			.prop_map(|(who, percent, sessions_ago)| Step::Report { who, percent, sessions_ago }),
		2 => (account(), 0..8u32).prop_map(|(who, sessions_ago)| Step::Cancel { who, sessions_ago }),
		1 => (5..=12u64).prop_map(Step::Purge),
		5 => (1..3u32).prop_map(Step::Sessions),
	]
}

/// The call that a step is, if it is one.
fn call(step: &Step) -> Option<(RuntimeOrigin, RuntimeCall)> {
	let root = RuntimeOrigin::root;
	let (origin, call) = match *step {
		Step::Bond(who, role, amount) => (signed(who), Call::bond { role, amount }),
		Step::BondExtra(who, amount) => (signed(who), Call::bond_extra { amount }),
		Step::Unbond(who, amount) => (signed(who), Call::unbond { amount }),
		Step::UnbondAll(who) => (signed(who), Call::unbond { amount: active(who) }),
		Step::Withdraw(who) => (signed(who), Call::withdraw_unbonded {}),
		Step::SetRole(who, role) => (signed(who), Call::set_role { role }),
		Step::Chill(who) => (signed(who), Call::chill {}),
		Step::Unchill(who) => (signed(who), Call::unchill {}),
		Step::Exclude(who) => (root(), Call::exclude { who }),
		Step::Readmit(who) => (root(), Call::readmit { who }),
		Step::Cancel { who, sessions_ago } => {
			let offenders = BoundedVec::truncate_from(vec![who]);
			(root(), Call::cancel_deferred_slash { session: ago(sessions_ago), offenders })
		},
		// A runtime does not let the keys of a seat be purged.
		Step::Purge(who) if has_seat(who) => return None,
		Step::Purge(who) => {
			return Some((signed(who), pallet_session::Call::purge_keys {}.into()));
		},
		Step::Report { .. } | Step::Sessions(_) => return None,
	};
	Some((origin, call.into()))
}

fn has_seat(who: AccountId) -> bool {
	let now = Session::current_index();
	panel(now).contains(&who) || panel(now + 1).contains(&who)
}

fn ago(sessions: u32) -> u32 {
	Session::current_index().saturating_sub(sessions)
}

/// Calls may fail; they then change nothing, which the invariants would show.
fn play(step: &Step) {
	if let Some((origin, call)) = call(step) {
		let _result = call.dispatch(origin);
	}
	match *step {
		Step::Report { who, percent, sessions_ago } => report(who, percent, ago(sessions_ago)),
		Step::Sessions(count) => run_sessions(count),
		_ => {},
	}
	assert_state();
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

	#[test]
	fn random_steps_conserve_every_token(steps in prop::collection::vec(step(), 1..120)) {
		ExtBuilder::default().bounds(3, 5).run(|| {
			let issuance = Balances::total_issuance();
			steps.iter().for_each(play);

			let mut slashed = BTreeMap::<AccountId, Balance>::new();
			for event in take_events() {
				if let Event::Slashed { offender, amount, .. } = event {
					*slashed.entry(offender).or_default() += amount;
				}
			}
			for who in 1..=ACCOUNTS {
				let lost = slashed.get(&who).copied().unwrap_or_default();
				assert_eq!(Balances::total_balance(&who), ENDOWMENT - lost);
			}
			let gained = Balances::free_balance(TREASURY) - ENDOWMENT;
			assert_eq!(gained, slashed.values().sum::<Balance>());
			assert_eq!(Balances::total_issuance(), issuance);
		});
	}
}

/// Once everybody has left, nothing is held and nothing but exclusions is remembered.
#[test]
fn when_all_have_left_nothing_is_held() {
	ExtBuilder::default().run(|| {
		report(1, 30, 0);
		for who in 1..=3 {
			assert_ok!(Committee::unbond(signed(who), active(who)));
		}
		start_session(8);
		for who in 1..=3 {
			assert_ok!(Committee::withdraw_unbonded(signed(who)));
			assert_eq!(held(who), 0);
		}
		assert_eq!(Members::<Test>::count(), 0);
		assert_eq!(Unlocking::<Test>::iter().count(), 0);
		assert_eq!(DeferredSlashes::<Test>::iter().count(), 0);
	});
}
