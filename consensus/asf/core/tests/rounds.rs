// SPDX-License-Identifier: Apache-2.0
//! Rounds, locks and restarts, step by step.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

mod common;

use asf_core::{Input, Machine, Output, RecoverError, TimeoutKind};
use asf_primitives::{Ballot, Height, MessageError, Round, Seat, SetId, Signature, Target};
use common::{finalized, main_block, sent, sent_messages, Node, FIRST};

fn prevote(target: Target) -> Ballot {
	Ballot::Prevote(Some(target))
}

fn precommit(target: Target) -> Ballot {
	Ballot::Precommit(Some(target))
}

/// Seat 0 of four, locked on block 2 in round 0 of height 1.
fn locked_node() -> Node {
	let mut node = Node::new(4, Some(0), 5);
	let target = main_block(2);
	node.finality_target(target);
	assert_eq!(sent(&node.message(FIRST.proposal(target))), [prevote(target)]);
	node.message(FIRST.prevote(1, Some(target)));
	assert_eq!(sent(&node.message(FIRST.prevote(2, Some(target)))), [precommit(target)]);
	assert_eq!(node.machine.round_state().locked, Some((target, Round::ZERO)));
	node
}

#[test]
fn a_lock_gives_way_only_to_a_newer_polka() {
	let mut node = locked_node();
	let other = main_block(1);
	let first = FIRST.round(1);
	node.message(first.precommit(1, None));
	node.message(first.precommit(3, None));
	assert_eq!(sent(&node.message(first.proposal(other))), [Ballot::Prevote(None)]);
	// A quorum that saw the other block in round 2 opens the lock for round 4.
	let second = FIRST.round(2);
	node.message(second.prevote(1, Some(other)));
	node.message(second.prevote(2, Some(other)));
	node.message(second.prevote(3, Some(other)));
	let fourth = FIRST.round(4);
	node.message(fourth.precommit(2, None));
	node.message(fourth.precommit(3, None));
	let ballot = Ballot::Proposal { target: other, valid_round: Some(Round::new(2)) };
	assert_eq!(sent(&node.message(fourth.says(1, ballot))), [prevote(other)]);
}

#[test]
fn a_restarted_seat_repeats_itself_and_keeps_its_lock() {
	for from_slots in [false, true] {
		let mut node = locked_node();
		let target = main_block(2);
		let out = node.restart(from_slots);
		assert_eq!(sent(&out), [prevote(target), precommit(target)]);
		let state = node.machine.round_state();
		assert_eq!(state.locked, Some((target, Round::ZERO)));
		assert_eq!(state.round.unwrap().0, Round::ZERO);
		// Nothing can make it vote in this round again; `Node` would notice a second ballot.
		let mut out = node.finality_target(main_block(1));
		out.extend(node.message(FIRST.proposal(main_block(1))));
		for seat in 1..4 {
			out.extend(node.message(FIRST.prevote(seat, Some(main_block(1)))));
		}
		assert_eq!(sent(&out), []);
		// In the next round it holds on.
		node.message(FIRST.round(1).precommit(1, None));
		node.message(FIRST.round(1).precommit(3, None));
		let out = node.message(FIRST.round(1).proposal(main_block(1)));
		assert_eq!(sent(&out), [Ballot::Prevote(None)]);
		// And with two more precommits for the lock it decides.
		node.message(FIRST.precommit(1, Some(target)));
		assert_eq!(finalized(&node.message(FIRST.precommit(2, Some(target)))), [target]);
	}
}

#[test]
fn a_restarted_proposer_proposes_the_same() {
	let mut node = Node::new(4, Some(1), 5);
	let first = sent(&node.finality_target(main_block(2)));
	assert_eq!(first.len(), 2);
	assert_eq!(sent(&node.restart(true)), first);
	assert_eq!(sent(&node.finality_target(main_block(5))), []);
	for seat in [2, 3] {
		node.message(FIRST.prevote(seat, Some(main_block(2))));
	}
	assert_eq!(node.machine.round_state().locked, Some((main_block(2), Round::ZERO)));
	assert_eq!(sent(&node.restart(true)).len(), 3);
	assert_eq!(node.machine.round_state().locked, Some((main_block(2), Round::ZERO)));
}

#[test]
fn a_restart_between_prevote_and_precommit_goes_on() {
	let mut node = Node::new(4, Some(0), 5);
	node.finality_target(main_block(2));
	node.message(FIRST.proposal(main_block(2)));
	assert_eq!(sent(&node.restart(true)), [prevote(main_block(2))]);
	node.finality_target(main_block(2));
	assert_eq!(sent(&node.message(FIRST.proposal(main_block(2)))), []);
	node.message(FIRST.prevote(1, Some(main_block(2))));
	let out = node.message(FIRST.prevote(2, Some(main_block(2))));
	assert_eq!(sent(&out), [precommit(main_block(2))]);
}

/// Seat 0 at height 1, with something to decide and no proposal.
fn waiting_node() -> Node {
	let mut node = Node::new(4, Some(0), 5);
	assert_eq!(sent(&node.finality_target(main_block(2))), []);
	node
}

fn said_in(out: &[Output]) -> Vec<(u32, Ballot)> {
	sent_messages(out).into_iter().map(|said| (said.round.get(), said.ballot)).collect()
}

#[test]
fn a_seat_that_says_two_things_cannot_hide_a_polka() {
	// Seat 3 told this node something else in round 0 than seats 1 and 2, who saw a polka.
	let mut node = waiting_node();
	let (target, polka) = (main_block(2), Ballot::Prevote(Some(main_block(2))));
	node.message(FIRST.prevote(3, None));
	let second = FIRST.round(1);
	node.message(second.precommit(1, None));
	node.message(second.precommit(3, None));
	assert_eq!(node.machine.round_state().round.unwrap().0, Round::new(1));
	let ballot = Ballot::Proposal { target, valid_round: Some(Round::ZERO) };
	assert_eq!(sent(&node.message(second.says(2, ballot))), []);
	assert_eq!(sent(&node.message(FIRST.says(1, polka))), []);
	assert_eq!(sent(&node.message(FIRST.says(3, polka))), []);
	assert_eq!(sent(&node.message(FIRST.says(2, polka))), [polka]);
	// What it locks on now is proven by the votes of round 1.
	node.message(second.says(1, polka));
	assert_eq!(sent(&node.message(second.says(2, polka))), [precommit(target)]);
	node.restart(true);
	assert_eq!(node.machine.round_state().locked, Some((target, Round::new(1))));
}

#[test]
fn a_lock_on_a_polka_with_a_second_prevote_survives_a_crash() {
	let mut node = waiting_node();
	let (target, polka) = (main_block(2), Ballot::Prevote(Some(main_block(2))));
	assert_eq!(sent(&node.message(FIRST.proposal(target))), [polka]);
	node.message(FIRST.says(3, Ballot::Prevote(None)));
	assert_eq!(sent(&node.message(FIRST.says(1, polka))), []);
	// Round 1's proposer saw the other prevote of seat 3, and is here before this node goes on.
	let ballot = Ballot::Proposal { target, valid_round: Some(Round::ZERO) };
	assert_eq!(sent(&node.message(FIRST.round(1).says(2, ballot))), []);
	assert_eq!(sent(&node.message(FIRST.says(3, polka))), [precommit(target)]);
	node.restart(true);
	assert_eq!(node.machine.round_state().locked, Some((target, Round::ZERO)));
}

/// More seats than may be faulty speak in a round, so the node goes there.
fn go_to(node: &mut Node, round: u32) {
	node.message(FIRST.round(round).precommit(1, None));
	node.message(FIRST.round(round).precommit(2, None));
	assert_eq!(node.machine.round_state().round.unwrap().0, Round::new(round));
}

#[test]
fn a_polka_of_long_ago_waits_for_the_round_of_its_proposal() {
	// Its votes come once, two rounds before that of the proposal they allow.
	let mut node = waiting_node();
	let (target, polka) = (main_block(2), Ballot::Prevote(Some(main_block(2))));
	go_to(&mut node, 6);
	let eighth = FIRST.round(8);
	let ballot = Ballot::Proposal { target, valid_round: Some(Round::ZERO) };
	node.message(eighth.says(eighth.proposer(), ballot));
	for seat in 1..4 {
		assert_eq!(sent(&node.message(FIRST.says(seat, polka))), []);
	}
	go_to(&mut node, 7);
	// With the proposer, a second seat is in that round.
	assert_eq!(sent(&node.message(eighth.precommit(2, None))).last(), Some(&polka));
}

#[test]
fn a_proposer_sends_the_polka_that_it_points_to() {
	let mut node = locked_node();
	// The third round is its own.
	let target = main_block(2);
	node.message(FIRST.round(3).precommit(1, None));
	let out = node.message(FIRST.round(3).precommit(2, None));
	let ballot = Ballot::Proposal { target, valid_round: Some(Round::ZERO) };
	let said = sent_messages(&out).into_iter().find(|said| said.ballot == ballot).unwrap();
	let polka = out.iter().find_map(|output| match output {
		Output::SendPolka(polka) => Some(polka),
		_ => None,
	});
	let verified = polka.unwrap().verify(node.machine.authorities().0, &node.host).unwrap();
	let messages: Vec<_> = verified.messages().map(|message| *message.message()).collect();
	assert_eq!(messages[0], said);
	assert_eq!(messages[1..], [0, 1, 2].map(|seat| *FIRST.prevote(seat, Some(target)).message()));
}

#[test]
fn a_seat_leaves_no_round_without_its_votes() {
	// Seat 3 may have precommitted to nobody else: seats 1 and 2 then need this seat's votes.
	let mut node = waiting_node();
	let out: Vec<_> = (1..4).flat_map(|seat| node.message(FIRST.precommit(seat, None))).collect();
	let over = |output: &Output| match output {
		Output::ScheduleTimeout(timeout) => {
			(timeout.kind == TimeoutKind::Precommit).then_some(*timeout)
		},
		_ => None,
	};
	let timeout = out.iter().find_map(over).unwrap();
	let out = node.input(Input::TimeoutElapsed(timeout));
	assert_eq!(node.machine.round_state().round.unwrap().0, Round::new(1));
	let votes = [(0, Ballot::Prevote(None)), (0, Ballot::Precommit(None))];
	assert_eq!(said_in(&out), votes);
	// They are repeated after a crash too, when it is in round 1 for good.
	node.input(Input::TimeoutElapsed(asf_core::Timeout {
		kind: TimeoutKind::Propose,
		round: Round::new(1),
		..timeout
	}));
	let repeated = said_in(&node.restart(true));
	assert_eq!(repeated[..2], votes);
	assert_eq!(repeated[2..], [(1, Ballot::Prevote(None))]);
}

#[test]
fn a_seat_that_skips_rounds_votes_in_the_last_of_them() {
	let mut node = waiting_node();
	node.message(FIRST.round(5).prevote(1, None));
	let out = node.message(FIRST.round(5).prevote(2, None));
	assert_eq!(node.machine.round_state().round.unwrap().0, Round::new(5));
	assert_eq!(said_in(&out), [(4, Ballot::Prevote(None)), (4, Ballot::Precommit(None))]);
	// What it voted for in a round is not taken back by leaving it.
	let mut node = locked_node();
	node.message(FIRST.round(1).prevote(1, None));
	let out = node.message(FIRST.round(1).prevote(3, None));
	assert_eq!(node.machine.round_state().round.unwrap().0, Round::new(1));
	assert_eq!(said_in(&out), []);
}

#[test]
fn seven_slots_are_enough() {
	let mut node = locked_node();
	for round in 1..8 {
		let about = FIRST.round(round);
		for seat in 1..4 {
			node.message(about.prevote(seat, None));
		}
		let timeout = |kind| asf_core::Timeout {
			set_id: SetId::new(0),
			height: Height::FIRST,
			round: Round::new(round),
			kind,
		};
		node.input(Input::TimeoutElapsed(timeout(TimeoutKind::Propose)));
		node.input(Input::TimeoutElapsed(timeout(TimeoutKind::Prevote)));
		assert!(node.slots.len() <= 7);
		let (before, newest) = (node.machine.round_state(), node.log.last().cloned().unwrap());
		let repeated = sent_messages(&node.restart(true));
		assert_eq!(repeated.last(), Some(&newest.message));
		assert!(repeated.iter().all(|said| said.round.get() + 1 >= round));
		let after = node.machine.round_state();
		assert_eq!(after.locked, Some((main_block(2), Round::ZERO)));
		assert_eq!(after.round, before.round);
	}
	assert!(node.log.len() > 14, "{}", node.log.len());
}

#[test]
fn a_log_that_cannot_be_trusted_is_refused() {
	let node = locked_node();
	let start = |log| Machine::<asf_core::Standard>::start(node.start_from(log), &node.host);

	let mut bad = node.log.clone();
	bad[0].message.signature = Signature::from_bytes([7; 64]);
	let expected = RecoverError::BadRecord {
		set_id: SetId::new(0),
		height: Height::FIRST,
		round: Round::ZERO,
		error: MessageError::BadSignature { seat: Seat::new(0) },
	};
	assert_eq!(start(bad).err(), Some(expected));

	for (about, set, height) in [(FIRST.height(2), 0, 2), (FIRST.set(1), 1, 1)] {
		let mut ahead = node.log.clone();
		ahead[0].message = *about.prevote(0, None).message();
		let expected = RecoverError::AheadOfChain {
			got_set: SetId::new(set),
			got_height: Height::new(height),
			set: SetId::new(0),
			height: Height::FIRST,
		};
		assert_eq!(start(ahead).err(), Some(expected));
	}

	let mut unproven = node.log.clone();
	let lock = unproven.last_mut().unwrap().lock.as_mut().unwrap();
	lock.polka.pop();
	let expected = RecoverError::LockNotRestored { target: main_block(2), round: Round::ZERO };
	assert_eq!(start(unproven).err(), Some(expected));
}

#[test]
fn a_log_of_former_heights_does_not_matter() {
	let mut node = locked_node();
	node.certificate(FIRST.certificate(main_block(2), 0..3));
	assert_eq!(node.restart(false), []);
	assert_eq!(node.machine.round_state().round, None);
}
