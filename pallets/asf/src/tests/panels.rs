// SPDX-License-Identifier: Apache-2.0

//! Sets and their panels, from genesis on.

use crate::{mock::*, *};
use asf_primitives::{
	substrate::AuthorityId, ConsensusLog, NextPanel, SetId, ENGINE_ID, MAX_SEATS,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::OneSessionHandler};
use pallet_session::QueuedKeys;
use sp_core::crypto::UncheckedFrom;
use sp_runtime::generic::DigestItem;

/// The neutral point, for which anybody can sign.
fn weak_id() -> AuthorityId {
	let mut bytes = [0; 32];
	bytes[0] = 1;
	AuthorityId::unchecked_from(bytes)
}

/// Has the next session start with these keys.
fn queue(keys: impl Iterator<Item = (AccountId, AuthorityId)>) {
	let keys = keys.map(|(who, asf)| (who, Keys { asf })).collect::<Vec<_>>();
	QueuedKeys::<Test>::put(keys);
}

/// What the running block announces.
fn announced() -> Option<NextPanel> {
	let logs = System::digest().logs;
	let mut announcements = logs.iter().filter_map(|log| match log {
		DigestItem::Consensus(ENGINE_ID, data) => Some(data),
		_ => None,
	});
	let data = announcements.next()?;
	assert_eq!(announcements.next(), None);
	let panel = Asf::panel().expect("a chain that announces has a panel");
	let next = NextPanel { set_id: Asf::current_set_id(), panel };
	assert_eq!(*data, ConsensusLog::NextPanel(next.clone()).encode());
	Some(next)
}

#[test]
fn genesis_has_the_panel_of_set_zero() {
	run(|| {
		assert_eq!(Asf::current_set_id(), SetId::new(0));
		assert_eq!(panel_keys(), [key(1), key(2), key(3), key(4)]);
		assert_eq!(SetIdSession::<Test>::get(SetId::new(0)), Some(0));
		assert_eq!(PreviousPanel::<Test>::get(), None);
		assert_eq!(announced(), None);
	});
}

#[test]
fn every_session_announces_a_set() {
	run(|| {
		for session in 1..=3 {
			to_block(session * SESSION_BLOCKS - 1);
			assert_eq!(announced(), None);
			next_block(1);
			let next = announced().expect("a session starts here");
			assert_eq!(next.set_id, SetId::new(session));
			let seats = 4;
			let session = Session::current_index();
			assert_eq!(SetIdSession::<Test>::get(next.set_id), Some(session));
			assert_eq!(
				take_events().last(),
				Some(&Event::PanelStarted { set_id: next.set_id, session, seats })
			);
		}
	});
}

#[test]
fn the_panel_is_that_of_the_session_that_starts() {
	run(|| {
		Planned::set(Some(vec![4, 2, 3]));
		to_session(1);
		assert_eq!(panel_keys(), [1, 2, 3, 4].map(key));
		force_key(3, id(1_003));
		to_session(2);
		assert_eq!(panel_keys(), [4, 2, 3].map(key));
		to_session(3);
		assert_eq!(panel_keys(), [4, 2, 1_003].map(key));
		let previous = PreviousPanel::<Test>::get().expect("there was one");
		assert_eq!(previous.set_id, SetId::new(2));
		assert_eq!((previous.base, previous.session), (20, 2));
		assert_eq!(previous.panel.seat_of(&key(3)).map(|seat| seat.get()), Some(2));
	});
}

#[test]
fn an_unusable_session_goes_on_with_the_former_panel() {
	let too_many = u64::from(MAX_SEATS) + 1;
	let cases: [(PanelFault, Vec<(AccountId, AuthorityId)>); 4] = [
		(PanelFault::Empty, vec![]),
		(PanelFault::Empty, vec![(1, weak_id())]),
		(PanelFault::DuplicateKey, vec![(1, id(1)), (2, id(2)), (3, id(1))]),
		(PanelFault::TooManySeats, (1..=too_many).map(|who| (who, id(who))).collect()),
	];
	for (fault, keys) in cases {
		run(|| {
			to_block(19);
			queue(keys.into_iter());
			to_session(2);
			let set_id = SetId::new(2);
			assert_eq!(announced().map(|next| next.set_id), Some(set_id));
			assert_eq!(panel_keys(), [1, 2, 3, 4].map(key));
			let kept = Event::PanelKept { set_id, session: 2, fault };
			assert_eq!(take_events().last(), Some(&kept));
			// Its keys are still those of session 1.
			assert_eq!(SetIdSession::<Test>::get(set_id), Some(1));
			next_block(1);
			next_block(1);
			record_parent(2, 1, &[1, 2, 3]);
			to_session(3);
			assert_eq!(SetIdSession::<Test>::get(SetId::new(3)), Some(3));
			assert!(matches!(take_events().last(), Some(Event::PanelStarted { .. })));
		});
	}
}

#[test]
fn as_many_seats_as_there_may_be_are_taken() {
	run(|| {
		queue((1..=u64::from(MAX_SEATS)).map(|who| (who, id(who))));
		to_session(1);
		assert_eq!(panel_keys().len(), MAX_SEATS as usize);
	});
}

#[test]
fn a_key_that_anybody_can_sign_for_gets_no_seat() {
	run(|| {
		queue([(1, id(1)), (2, weak_id()), (3, id(3)), (4, id(4))].into_iter());
		to_session(1);
		assert_eq!(panel_keys(), [1, 3, 4].map(key));
		let set_id = SetId::new(1);
		assert_eq!(
			take_events(),
			[
				Event::KeyRefused { set_id, who: 2 },
				Event::PanelStarted { set_id, session: 1, seats: 3 }
			]
		);
		// Seats move up; their holders with them.
		let before = CurrentParticipation::<Test>::get().seen.count();
		next_block(3);
		next_block(2);
		let seen = CurrentParticipation::<Test>::get().seen;
		assert!(seen.contains(asf_primitives::Seat::new(1)));
		assert_eq!(seen.count(), before + 1);
	});
}

#[test]
fn old_sets_are_forgotten() {
	run(|| {
		to_session(3);
		assert_eq!(SetIdSession::<Test>::iter().count(), 4);
		to_session(6);
		let mut kept = SetIdSession::<Test>::iter()
			.map(|(set, session)| (set.get(), session))
			.collect::<Vec<_>>();
		kept.sort();
		assert_eq!(kept, [(3, 3), (4, 4), (5, 5), (6, 6)]);
	});
}

#[test]
fn disabling_changes_nothing_at_any_time() {
	sp_io::TestExternalities::default().execute_with(|| Asf::on_disabled(3));
	run(|| {
		Session::disable_index(3);
		assert_eq!(panel_keys().len(), 4);
		next_block(1);
		record_parent(0, 1, &[1, 2, 4]);
	});
}

#[test]
fn a_genesis_without_validators_waits_for_some() {
	sp_io::TestExternalities::default().execute_with(|| {
		System::set_block_number(1);
		Asf::on_genesis_session([].into_iter());
		assert_eq!(Asf::panel(), None);
		assert_eq!(announced(), None);
		Asf::on_new_session(true, [].into_iter(), [].into_iter());
		assert_eq!((Asf::panel(), Asf::current_set_id()), (None, SetId::new(1)));
		assert_noop!(
			Asf::record_certificate(
				RuntimeOrigin::none(),
				certificate(1, 1, ancestor(0), &[1, 2, 3])
			),
			Error::<Test>::PanelNotRecorded
		);
		Asf::on_before_session_ending();
		Asf::on_new_session(true, [(&1, id(1))].into_iter(), [(&1, id(1))].into_iter());
		assert_eq!(panel_keys(), [key(1)]);
		assert_ok!(Asf::do_try_state());
	});
}

#[test]
#[should_panic = "make no panel: DuplicateKey"]
fn a_genesis_with_a_key_twice_is_no_chain() {
	sp_io::TestExternalities::default()
		.execute_with(|| Asf::on_genesis_session([(&1, id(1)), (&2, id(1))].into_iter()));
}

#[test]
#[should_panic = "anybody can sign for the ASF keys of the genesis validators [2]"]
fn a_genesis_with_a_weak_key_is_no_chain() {
	sp_io::TestExternalities::default()
		.execute_with(|| Asf::on_genesis_session([(&1, id(1)), (&2, weak_id())].into_iter()));
}
