// SPDX-License-Identifier: Apache-2.0

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::BuildGenesisConfig};
use polkadot_primitives::{HeadData, Id as ParaId, UpgradeRestriction, ValidationCode};
use polkadot_runtime_parachains::{
	paras::{self, ParaLifecycle},
	scheduler::{CoreAssignment, PartsOf57600},
};
use sp_runtime::{traits::BadOrigin, DispatchError};

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn id(id: u32) -> ParaId {
	id.into()
}

fn register(partition: u32) -> sp_runtime::DispatchResult {
	Registrar::register(root(), id(partition), head(), code(1))
}

#[test]
fn only_governance_may() {
	test(&[2], || {
		let signed = || RuntimeOrigin::signed(1);
		assert_noop!(Registrar::register(signed(), id(4), head(), code(1)), BadOrigin);
		assert_noop!(Registrar::upgrade(signed(), id(2), code(2)), BadOrigin);
		assert_noop!(Registrar::pause(signed(), id(2)), BadOrigin);
		assert_noop!(Registrar::resume(signed(), id(2)), BadOrigin);
		assert_noop!(Registrar::retire(signed(), id(2)), BadOrigin);
	});
}

#[test]
fn the_genesis_starts_partitions_and_shares_the_cores() {
	test(&[2, 4, 6, 8], || {
		assert_eq!(shares(), [[2, 6], [4, 8]]);
		let half = PartsOf57600::new_saturating(28_800);
		assert_eq!(told(1), [(CoreAssignment::Task(4), half), (CoreAssignment::Task(8), half)]);
		assert!(Paras::is_parachain(id(8)));
		// All of them have the one code.
		assert_eq!(paras::CodeByHash::<Test>::iter().count(), 1);
	});
}

#[test]
fn a_genesis_that_cannot_be_is_refused() {
	let refused = |change: fn(&mut GenesisConfig<Test>), words: &str| {
		new_test_ext(&[]).execute_with(|| {
			let mut genesis = registrar_genesis(&[2, 4]);
			change(&mut genesis);
			let reason = genesis.register().unwrap_err();
			assert!(reason.contains(words), "{reason}");
			let built = std::panic::catch_unwind(|| genesis.build());
			assert!(built.is_err());
		});
	};
	refused(|genesis| genesis.partitions[1].id = id(3), "partition 3: no partition can have");
	refused(|genesis| genesis.partitions[1].id = id(2), "partition 2: it is there twice");
	refused(|genesis| genesis.partitions[1].code = 1, "no code 1 in a list of 1");
	refused(|genesis| genesis.codes[0] = ValidationCode(vec![]), "no code 0");
	refused(
		|genesis| genesis.partitions = registrar_genesis(&[2, 4, 6, 8, 10]).partitions,
		"partition 10: there are more than 4",
	);
}

#[test]
fn a_registered_partition_starts_after_two_sessions() {
	test(&[2], || {
		assert_ok!(register(4));
		assert_eq!(last_event(), Event::Registered { id: id(4), code_hash: code(1).hash() });
		assert_eq!(Paras::lifecycle(id(4)), Some(ParaLifecycle::Onboarding));
		next_session(2);
		assert_eq!(shares(), [[2]]);
		next_session(2);
		assert!(Paras::is_parachain(id(4)));
		assert_eq!(shares(), [[2], [4]]);
		assert_eq!(last_event(), Event::CoresShared { cores: 2, partitions: 2 });
	});
}

#[test]
fn new_code_is_trusted() {
	test(&[2], || {
		assert_ok!(Registrar::register(root(), id(4), head(), code(9)));
		next_session(2);
		next_session(2);
		assert!(Paras::is_parachain(id(4)));
	});
}

#[test]
fn what_cannot_be_registered_is_refused() {
	test(&[2, 4], || {
		let register = |partition, head: usize, code: usize| {
			let head = HeadData(vec![1; head]);
			Registrar::register(root(), id(partition), head, ValidationCode(vec![1; code]))
		};
		assert_noop!(register(3, 10, 20), Error::<Test>::NotAPartitionId);
		assert_noop!(register(4, 10, 20), Error::<Test>::AlreadyRegistered);
		assert_noop!(register(6, 0, 20), Error::<Test>::InvalidHead);
		assert_noop!(register(6, 51, 20), Error::<Test>::InvalidHead);
		assert_noop!(register(6, 10, 8), Error::<Test>::InvalidCode);
		assert_noop!(register(6, 10, 101), Error::<Test>::InvalidCode);
		assert_ok!(register(6, 50, 100));
		assert_ok!(register(8, 1, 9));
		assert_noop!(register(10, 10, 20), Error::<Test>::TooManyPartitions);
	});
}

#[test]
fn an_upgrade_is_authorized_and_its_code_trusted() {
	test(&[2], || {
		let code_hash = code(2).hash();
		assert_ok!(Registrar::upgrade(root(), id(2), code(2)));
		assert_eq!(last_event(), Event::UpgradeAuthorized { id: id(2), code_hash });
		assert_eq!(Authorized::get(), [(id(2), code_hash)]);
		assert!(paras::CodeByHash::<Test>::contains_key(code_hash));
		// The partition itself has yet to do it.
		assert_eq!(paras::CurrentCodeHash::<Test>::get(id(2)), Some(code(1).hash()));
	});
}

#[test]
fn what_cannot_be_upgraded_is_refused() {
	test(&[2], || {
		assert_ok!(register(4));
		let upgrade = |partition, code| Registrar::upgrade(root(), id(partition), code);
		assert_noop!(upgrade(6, code(2)), Error::<Test>::NotRegistered);
		assert_noop!(upgrade(4, code(2)), Error::<Test>::NotStarted);
		assert_noop!(upgrade(2, ValidationCode(vec![2; 8])), Error::<Test>::InvalidCode);
		assert_noop!(upgrade(2, ValidationCode(vec![2; 101])), Error::<Test>::InvalidCode);
		assert_noop!(upgrade(2, code(1)), Error::<Test>::SameCode);
		IsDeaf::set(true);
		assert_noop!(upgrade(2, code(2)), DispatchError::Unavailable);
		paras::UpgradeRestrictionSignal::<Test>::insert(id(2), UpgradeRestriction::Present);
		assert_noop!(upgrade(2, code(2)), Error::<Test>::UpgradeInProgress);
	});
}

#[test]
fn a_paused_partition_has_no_core_until_it_is_resumed() {
	test(&[2, 4, 6], || {
		assert_noop!(Registrar::resume(root(), id(4)), Error::<Test>::NotPaused);
		assert_noop!(Registrar::pause(root(), id(8)), Error::<Test>::NotRegistered);
		assert_noop!(Registrar::resume(root(), id(8)), Error::<Test>::NotRegistered);

		assert_ok!(Registrar::pause(root(), id(4)));
		assert_eq!(last_event(), Event::Paused { id: id(4) });
		assert_noop!(Registrar::pause(root(), id(4)), Error::<Test>::AlreadyPaused);
		run_block();
		assert_eq!(shares(), [vec![2, 6], vec![4]], "shares change with the session");
		next_session(2);
		assert_eq!(shares(), [[2], [6]]);

		assert_ok!(Registrar::resume(root(), id(4)));
		assert_eq!(last_event(), Event::Resumed { id: id(4) });
		next_session(2);
		assert_eq!(shares().concat().len(), 3);
	});
}

#[test]
fn a_retired_partition_is_gone_and_can_come_again() {
	test(&[2, 4], || {
		assert_noop!(Registrar::retire(root(), id(6)), Error::<Test>::NotRegistered);
		assert_ok!(Registrar::retire(root(), id(4)));
		assert_eq!(last_event(), Event::Retired { id: id(4) });
		assert_noop!(Registrar::retire(root(), id(4)), Error::<Test>::NotRegistered);
		assert_noop!(register(4), Error::<Test>::AlreadyRegistered);
		next_session(2);
		assert_eq!(shares(), [[2]]);
		assert_eq!(told(1), [(CoreAssignment::Idle, PartsOf57600::FULL)]);
		next_session(2);
		assert_eq!(Paras::lifecycle(id(4)), None);
		assert_ok!(register(4));
	});
}

#[test]
fn what_is_under_way_cannot_retire() {
	test(&[2], || {
		assert_ok!(register(4));
		assert_noop!(Registrar::retire(root(), id(4)), Error::<Test>::CannotRetire);
		UnreadMessages::set(1);
		assert_noop!(Registrar::retire(root(), id(2)), Error::<Test>::CannotRetire);
		UnreadMessages::set(0);
		assert_ok!(Registrar::retire(root(), id(2)));
	});
}

#[test]
fn cores_follow_the_groups() {
	test(&[2, 4, 6, 8], || {
		next_session(1);
		assert_eq!(shares(), [[2, 4, 6, 8]]);
		next_session(5);
		assert_eq!(shares(), [[2], [4], [6], [8]]);
		next_session(3);
		assert_eq!(shares().len(), 3);
	});
}

#[test]
fn uneven_places_move_on() {
	test(&[2, 4, 6], || {
		let mut alone = Vec::new();
		for _ in 0..3 {
			next_session(2);
			alone.extend(shares().into_iter().filter(|share| share.len() == 1).flatten());
		}
		alone.sort_unstable();
		assert_eq!(alone, [2, 4, 6]);
	});
}

#[test]
fn cores_are_shared_once_a_session() {
	test(&[2, 4], || {
		System::reset_events();
		set_groups(1);
		run_block();
		assert_eq!(shares(), [[2], [4]]);
		assert_eq!(System::events().len(), 0);
		next_session(1);
		assert_eq!(shares(), [[2, 4]]);
		let events = System::events().len();
		next_session(1);
		assert_eq!(System::events().len(), events, "nothing new to tell");
	});
}

/// Nobody else may assign cores. If somebody did, for later, the host takes nothing before that.
#[test]
fn a_core_that_the_host_refuses_keeps_its_share() {
	test(&[2, 4], || {
		let idle = vec![(CoreAssignment::Idle, PartsOf57600::FULL)];
		assert_ok!(Coretime::assign_core(root(), 0, 100, idle, None));
		next_session(1);
		assert_eq!(shares(), [[2]]);
		let refused = System::events().into_iter().any(|record| {
			matches!(record.event, RuntimeEvent::Registrar(Event::CoreNotShared { core: 0, .. }))
		});
		assert!(refused);

		System::set_block_number(100);
		next_session(1);
		assert_eq!(shares(), [[2, 4]]);
	});
}

#[test]
fn the_calls_have_the_indices_that_tools_know() {
	use codec::Encode;
	let index = |call: Call<Test>| call.encode()[0];
	let (id, code) = (id(2), code(1));
	let register = Call::register { id, genesis_head: head(), validation_code: code.clone() };
	assert_eq!(index(register), 0);
	assert_eq!(index(Call::upgrade { id, validation_code: code }), 1);
	assert_eq!(index(Call::pause { id }), 2);
	assert_eq!(index(Call::resume { id }), 3);
	assert_eq!(index(Call::retire { id }), 4);
}

fn opened() -> Vec<(u32, u32)> {
	let mut opened = Opened::take();
	opened.sort_unstable();
	opened
}

#[test]
fn partitions_that_start_are_connected_both_ways() {
	test(&[2, 4], || {
		Registrar::connect();
		assert_eq!(opened(), [(2, 4), (4, 2)]);
		assert_ok!(register(6));
		Registrar::connect();
		assert!(opened().is_empty());
		assert_eq!(Unconnected::<Test>::get().into_inner(), [id(6)]);
		next_session(2);
		next_session(2);
		Registrar::connect();
		assert_eq!(opened(), [(2, 6), (4, 6), (6, 2), (6, 4)]);
		assert!(Unconnected::<Test>::get().is_empty());
	});
}

#[test]
fn a_channel_that_cannot_be_is_told() {
	test(&[2], || {
		assert_ok!(register(4));
		next_session(2);
		IsDeaf::set(true);
		next_session(2);
		let error = DispatchError::Unavailable;
		let told: Event<Test> = Event::ChannelNotOpened { sender: id(2), recipient: id(4), error };
		System::assert_has_event(told.into());
		assert!(Unconnected::<Test>::get().is_empty());
	});
}
