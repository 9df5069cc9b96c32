// SPDX-License-Identifier: Apache-2.0

//! That `try_state` sees what it is there to see.

use crate::{mock::*, *};
use frame_support::{assert_ok, BoundedVec};
use sp_runtime::Perbill;

/// Breaks a sound state with members, chunks, panels and a deferred slash.
fn broken(complaint: &str, change: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		start_session(7);
		assert_ok!(Committee::unbond(signed(3), UNIT));
		run_sessions(1);
		assert_ok!(Committee::unbond(signed(3), UNIT));
		report(1, 15, 8);
		assert_state();
		change();
		assert_eq!(Committee::do_try_state().map_err(<&str>::from), Err(complaint));
	});
}

fn change_member(change: impl FnOnce(&mut Membership<Balance>)) {
	Members::<Test>::mutate(1, |member| change(member.as_mut().expect("1 is a member")));
}

fn change_seat(change: impl FnOnce(&mut SeatOf<Test>)) {
	Panels::<Test>::mutate_extant(8, |panel| change(&mut panel[0]));
}

fn change_slash(change: impl FnOnce(&mut DeferredSlash<Balance>)) {
	DeferredSlashes::<Test>::mutate(1, 8, |slash| {
		change(slash.as_mut().expect("a slash is deferred"))
	});
}

#[test]
fn bonds_that_are_not_held_are_seen() {
	let hold = "a hold differs from the bond it stands for";
	broken(hold, || change_member(|member| member.active += 1));
	broken(hold, || Unlocking::<Test>::mutate(3, |chunks| chunks[0].amount += 1));
	broken(hold, || Unlocking::<Test>::remove(3));
	broken(hold, || Members::<Test>::remove(3));
}

#[test]
fn malformed_members_and_chunks_are_seen() {
	broken("a member has no active bond", || change_member(|member| member.active = 0));
	broken("the committee is too large", || MaxMembers::set(2));
	broken("an empty list of chunks is stored", || {
		Unlocking::<Test>::insert(2, BoundedVec::default())
	});
	broken("a chunk is empty", || Unlocking::<Test>::mutate(3, |chunks| chunks[0].amount = 0));
	broken("chunks are not in the order in which they unlock", || {
		Unlocking::<Test>::mutate(3, |chunks| chunks[0].unlock_at = 100)
	});
}

#[test]
fn a_wrong_counter_is_seen() {
	broken("the member counter is wrong", || {
		frame_support::storage::unhashed::kill(&Members::<Test>::hashed_key_for(1))
	});
}

#[test]
fn malformed_panels_are_seen() {
	broken("a panel is empty", || Panels::<Test>::insert(8, BoundedVec::default()));
	broken("the running session has a panel and the next one has none", || {
		Panels::<Test>::remove(9)
	});
	broken("an account has two seats in a panel", || change_seat(|seat| seat.account = 1));
	broken("more was settled than reported", || change_seat(|seat| seat.settled = Perbill::one()));
	broken("a panel outside the history is stored", || {
		let panel = Panels::<Test>::get(8).expect("the session runs");
		Panels::<Test>::insert(3, panel);
	});
}

#[test]
fn slashes_out_of_step_are_seen() {
	broken("a scheduled slash is gone", || DeferredSlashes::<Test>::remove(1, 8));
	broken("a scheduled slash is gone", || SlashesDue::<Test>::insert(11, (2, 8), ()));
	broken("a deferred slash is not scheduled", || SlashesDue::<Test>::remove(11, (1, 8)));
	broken("a deferred slash is not scheduled", || change_slash(|slash| slash.apply_at = 12));
	broken("a slash is overdue", || change_slash(|slash| slash.apply_at = 8));
	broken("a deferred slash takes nothing", || change_slash(|slash| slash.amount = 0));
}
