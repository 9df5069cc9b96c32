// SPDX-License-Identifier: Apache-2.0
//! The machine step by step: what goes in, what comes out.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

mod common;

use asf_core::{Input, Level, Output, Reject, Timeout, TimeoutKind};
use asf_primitives::{
	Authority, Ballot, Certificate, EquivocationProof, Height, NativeVerifier, Round, Seat, SetId,
	Target, VerifiedMessage,
};
use common::{
	authority, block, finalized, main_block, rejects, seat_key, sent, sent_messages, Node, FIRST,
	GENESIS,
};

fn prevote(target: Target) -> Ballot {
	Ballot::Prevote(Some(target))
}

fn evidence(out: &[Output]) -> Vec<EquivocationProof> {
	let evidence = out.iter().filter_map(|output| match output {
		Output::Evidence(proof) => Some(*proof),
		_ => None,
	});
	evidence.collect()
}

#[test]
fn one_seat_decides_each_block_at_once_and_idles() {
	let mut node = Node::new(1, Some(0), 0);
	for number in 1..=5 {
		assert_eq!(node.import(number), []);
		let out = node.finality_target(main_block(number));
		assert_eq!(finalized(&out), [main_block(number)]);
		assert_eq!(node.machine.decided(), main_block(number));
		assert_eq!(node.machine.round_state().round, None);
		assert_eq!(node.machine.round_state().height, Height::new(u64::from(number) + 1));
		assert_eq!(node.finality_target(main_block(number)), []);
		for timeout in out {
			if let Output::ScheduleTimeout(timeout) = timeout {
				assert_eq!(node.input(Input::TimeoutElapsed(timeout)), []);
			}
		}
	}
}

#[test]
fn four_seats_decide_after_three_message_delays() {
	let target = main_block(3);
	let mut nodes: Vec<_> = (0..4).map(|seat| Node::new(4, Some(seat), 3)).collect();
	let mut heard: Vec<Vec<Output>> =
		nodes.iter_mut().map(|node| node.finality_target(target)).collect();
	let mut delays_to_finality = vec![None; 4];
	for delay in 1..=3 {
		let on_the_way: Vec<_> = heard.iter().map(|out| sent_messages(out)).collect();
		let mut next = vec![Vec::new(); 4];
		for (from, messages) in on_the_way.iter().enumerate() {
			for message in messages {
				let message = message.verify(&authority(0, 4), &NativeVerifier).unwrap();
				for to in (0..4).filter(|to| *to != from) {
					let out = nodes[to].message(message);
					if finalized(&out) == [target] {
						delays_to_finality[to].get_or_insert(delay);
					}
					next[to].extend(out);
				}
			}
		}
		heard = next;
	}
	assert_eq!(delays_to_finality, [Some(3); 4]);
	for node in &nodes {
		assert_eq!(node.machine.decided(), target);
		assert_eq!(node.machine.round_state().round, None);
		assert_eq!(node.machine.level(&main_block(1), &node.host), Level::Strong);
	}
}

#[test]
fn levels_ascend_one_by_one() {
	let mut node = Node::new(4, None, 5);
	let target = main_block(3);
	node.finality_target(target);
	let votes = (0..3)
		.map(|seat| FIRST.prevote(seat, Some(target)))
		.chain((0..3).map(|seat| FIRST.precommit(seat, Some(target))));
	let mut levels = Vec::new();
	for vote in votes {
		for output in node.message(vote) {
			if let Output::Level(block, level) = output {
				assert_eq!(block, target);
				levels.push(level);
				assert_eq!(node.machine.level(&main_block(1), &node.host), level);
				assert_eq!(node.machine.level(&main_block(4), &node.host), Level::None);
			}
		}
	}
	assert_eq!(levels, [Level::Weak, Level::Moderate, Level::Strong]);
}

#[test]
fn proposal_of_an_unknown_block_waits_for_it_and_for_approval() {
	let mut node = Node::new(4, Some(0), 1);
	let target = main_block(2);
	node.finality_target(main_block(1));
	assert_eq!(node.message(FIRST.proposal(target)), []);
	let out = node.import(2);
	assert_eq!(out, [Output::RequestApproval(target)]);
	let out = node.input(Input::Approved(target));
	assert_eq!(sent(&out), [prevote(target)]);
}

#[test]
fn only_a_block_that_an_honest_seat_has_is_asked_for() {
	let mut node = Node::new(4, Some(0), 1);
	let target = main_block(2);
	node.finality_target(main_block(1));
	let asks = |node: &mut Node, ticks: u32| {
		let tick = Timeout {
			set_id: SetId::new(0),
			height: Height::FIRST,
			round: Round::ZERO,
			kind: TimeoutKind::Rebroadcast,
		};
		let is_asked = |out: Vec<Output>| out.contains(&Output::RequestBlock(target));
		let asked = (1..=ticks).filter(|_| is_asked(node.input(Input::TimeoutElapsed(tick))));
		asked.collect::<Vec<_>>()
	};
	// One seat proposes it, and says that it prevotes it.
	node.message(FIRST.proposal(target));
	node.message(FIRST.prevote(1, Some(target)));
	node.message(FIRST.round(1).prevote(1, Some(target)));
	assert!(asks(&mut node, 8).is_empty());
	// With a second one in the same round, one of them is honest. It is asked for more and more rarely.
	node.message(FIRST.prevote(2, Some(target)));
	assert_eq!(asks(&mut node, 20), [2, 4, 8, 16]);
	node.import(2);
	assert!(asks(&mut node, 20).is_empty());
}

#[test]
fn a_new_finality_target_approves_a_waiting_proposal() {
	let mut node = Node::new(4, Some(0), 5);
	node.finality_target(main_block(1));
	let out = node.message(FIRST.proposal(main_block(4)));
	assert_eq!(out, [Output::RequestApproval(main_block(4))]);
	assert_eq!(sent(&node.finality_target(main_block(5))), [prevote(main_block(4))]);
}

#[test]
fn a_target_that_does_not_extend_the_decided_one_gets_nil() {
	let mut node = Node::new(4, Some(0), 5);
	(3..=5).for_each(|number| node.host.import(1, number));
	node.certificate(FIRST.certificate(main_block(3), 0..3));
	node.finality_target(main_block(5));
	let fork = block(1, 4);
	let out = node.message(FIRST.height(2).proposal(fork));
	assert_eq!(rejects(&out), [Reject::InvalidTarget { target: fork }]);
	assert_eq!(sent(&out), [Ballot::Prevote(None)]);
}

#[test]
fn no_proposal_gets_nil_after_the_timeout() {
	let mut node = Node::new(4, Some(0), 5);
	let out = node.finality_target(main_block(5));
	let propose = out
		.iter()
		.find_map(|output| match output {
			Output::ScheduleTimeout(timeout) if timeout.kind == TimeoutKind::Propose => {
				Some(*timeout)
			},
			_ => None,
		})
		.unwrap();
	assert_eq!(sent(&node.input(Input::TimeoutElapsed(propose))), [Ballot::Prevote(None)]);
	assert_eq!(node.input(Input::TimeoutElapsed(propose)), []);
}

#[test]
fn nothing_runs_while_there_is_nothing_to_decide() {
	let mut node = Node::new(4, Some(0), 5);
	assert_eq!(node.message(FIRST.prevote(2, None)), []);
	assert_eq!(node.message(FIRST.round(1).prevote(2, None)), []);
	assert_eq!(node.machine.round_state().round, None);
	let out = node.message(FIRST.prevote(3, None));
	assert!(out.iter().any(|output| matches!(output, Output::ScheduleTimeout(_))));
	assert!(node.machine.round_state().round.is_some());
}

#[test]
fn a_votable_proposal_starts_a_height() {
	let mut node = Node::new(4, Some(0), 5);
	node.input(Input::Approved(main_block(2)));
	assert_eq!(node.machine.round_state().round, None);
	assert_eq!(sent(&node.message(FIRST.proposal(main_block(2)))), [prevote(main_block(2))]);
}

#[test]
fn a_certificate_of_a_later_height_moves_a_lagging_node() {
	let mut node = Node::new(4, Some(0), 9);
	node.finality_target(main_block(1));
	let out = node.certificate(FIRST.height(7).certificate(main_block(5), 1..4));
	assert_eq!(finalized(&out), [main_block(5)]);
	assert_eq!(node.machine.round_state().height, Height::new(8));
	assert_eq!(node.machine.round_state().round, None);
}

#[test]
fn a_certificate_waits_for_its_block() {
	let mut node = Node::new(4, Some(0), 1);
	let out = node.certificate(FIRST.certificate(main_block(3), 1..4));
	assert_eq!(out, [Output::RequestBlock(main_block(3))]);
	assert_eq!(finalized(&node.import(2)), []);
	assert_eq!(finalized(&node.import(3)), [main_block(3)]);
	assert_eq!(node.machine.round_state().height, Height::new(2));
}

#[test]
fn a_quorum_for_an_unknown_block_waits_for_it() {
	let mut node = Node::new(4, Some(0), 1);
	node.finality_target(main_block(1));
	for seat in 1..4 {
		node.message(FIRST.precommit(seat, Some(main_block(2))));
	}
	assert_eq!(node.machine.decided().number, 0);
	assert_eq!(finalized(&node.import(2)), [main_block(2)]);
}

#[test]
fn what_does_not_count_is_rejected_with_its_reason() {
	let (zero, one) = (SetId::new(0), SetId::new(1));
	let mut node = Node::new(4, Some(0), 5);
	let mut reason = |message: VerifiedMessage| rejects(&node.message(message));

	let nil = |about: common::About| about.prevote(3, None);
	assert_eq!(reason(nil(FIRST.set(1))), [Reject::FutureSet { got: one, expected: zero }]);
	assert_eq!(reason(nil(FIRST.height(5))), []);
	assert_eq!(
		reason(nil(FIRST.height(6))),
		[Reject::FutureHeight { got: Height::new(6), expected: Height::FIRST }]
	);
	let highest = asf_core::bounds::MAX_ROUND;
	assert_eq!(reason(nil(FIRST.round(highest))), []);
	assert_eq!(
		reason(nil(FIRST.round(highest + 1))),
		[Reject::RoundTooHigh { got: Round::new(highest + 1), expected: Round::new(highest) }]
	);
	let foreign = Authority { set_id: zero, ..authority(1, 4) };
	let mut message = *FIRST.set(1).prevote(3, None).message();
	message.set_id = zero;
	message.signature = common::sign(common::key_of(1, 3), &message.signing_payload(GENESIS));
	assert_eq!(
		reason(message.verify(&foreign, &NativeVerifier).unwrap()),
		[Reject::ForeignKey { seat: Seat::new(3), got: seat_key(common::key_of(1, 3)) }]
	);

	node.finality_target(main_block(5));
	let proposal = Ballot::Proposal { target: main_block(5), valid_round: None };
	assert_eq!(
		rejects(&node.message(FIRST.says(2, proposal))),
		[Reject::NotProposer { got: Seat::new(2), expected: Seat::new(1) }]
	);
	node.message(FIRST.round(6).prevote(2, None));
	assert_eq!(node.machine.round_state().round.unwrap().0, Round::new(6));
	assert_eq!(
		rejects(&node.message(FIRST.round(1).prevote(2, None))),
		[Reject::StaleRound { got: Round::new(1), expected: Round::new(6) }]
	);
	assert_eq!(rejects(&node.message(FIRST.round(2).prevote(2, None))), []);

	node.certificate(FIRST.certificate(main_block(3), 0..3));
	assert_eq!(
		rejects(&node.message(FIRST.prevote(2, None))),
		[Reject::StaleHeight { got: Height::FIRST, expected: Height::new(2) }]
	);
	let out = node.certificate(FIRST.certificate(main_block(3), 1..4));
	assert_eq!(
		out,
		[Output::Reject(Reject::StaleHeight { got: Height::FIRST, expected: Height::new(2) })]
	);
	let out = node.certificate(FIRST.set(1).certificate(main_block(4), 1..4));
	assert_eq!(out, [Output::Reject(Reject::FutureSet { got: one, expected: zero })]);
}

#[test]
fn a_third_proposal_of_one_round_is_not_kept() {
	let mut node = Node::new(4, Some(0), 5);
	node.finality_target(main_block(5));
	node.message(FIRST.proposal(main_block(3)));
	assert_eq!(evidence(&node.message(FIRST.proposal(main_block(4)))).len(), 1);
	let out = node.message(FIRST.proposal(main_block(5)));
	assert_eq!(out, [Output::Reject(Reject::TooManyProposals { seat: Seat::new(1) })]);
}

#[test]
fn a_late_precommit_joins_the_last_certificate() {
	let mut node = Node::new(4, Some(0), 5);
	let target = main_block(3);
	node.certificate(FIRST.certificate(target, 0..3));
	assert_eq!(node.message(FIRST.precommit(3, Some(target))), []);
	let expected = FIRST.certificate(target, 0..4);
	assert_eq!(node.machine.last_certificate(), Some(expected.certificate()));
	assert_eq!(node.message(FIRST.precommit(3, Some(target))), []);
	assert_eq!(node.machine.last_certificate(), Some(expected.certificate()));
}

#[test]
fn a_laggard_is_answered() {
	let mut node = Node::new(4, Some(0), 9);
	let certificate = FIRST.height(3).certificate(main_block(3), 0..3);
	node.certificate(certificate.clone());
	for height in 1..=3 {
		let out = node.message(FIRST.height(height).prevote(3, None));
		assert_eq!(out.first(), Some(&Output::Answer(certificate.certificate().clone())));
	}
	assert_eq!(node.message(FIRST.height(4).prevote(3, None)), []);
}

#[test]
fn nobody_is_blamed_for_a_message_that_another_sent_earlier() {
	let mut node = Node::new(4, Some(0), 5);
	let proposal = Ballot::Proposal { target: main_block(5), valid_round: None };
	// Seat 3 is not the proposer of height 2; it says so before height 2 begins.
	node.message(FIRST.height(2).says(3, proposal));
	node.certificate(FIRST.certificate(main_block(3), 0..3));
	// What follows is handled in the name of an honest sender.
	let out = node.message(FIRST.height(2).prevote(1, None));
	assert_eq!(rejects(&out).into_iter().filter(Reject::is_misbehaviour).count(), 0);
}

#[test]
fn a_follower_uses_all_that_it_held() {
	let mut node = Node::new(4, None, 5);
	for seat in 0..3 {
		node.message(FIRST.height(2).precommit(seat, Some(main_block(3))));
		node.message(FIRST.height(3).precommit(seat, Some(main_block(4))));
	}
	node.certificate(FIRST.certificate(main_block(2), 0..3));
	assert_eq!(node.machine.decided(), main_block(4));
}

#[test]
fn a_seat_is_accused_once() {
	let mut node = Node::new(4, Some(0), 5);
	node.finality_target(main_block(5));
	node.message(FIRST.prevote(3, None));
	let proofs = evidence(&node.message(FIRST.prevote(3, Some(main_block(4)))));
	assert_eq!(proofs.len(), 1);
	let seat = proofs[0].verify_on_panel(&authority(0, 4), &NativeVerifier);
	assert_eq!(seat, Ok(Seat::new(3)));
	assert_eq!(evidence(&node.message(FIRST.prevote(3, Some(main_block(5))))), []);
	node.message(FIRST.precommit(3, None));
	assert_eq!(evidence(&node.message(FIRST.precommit(3, Some(main_block(5))))), []);

	node.message(FIRST.proposal(main_block(4)));
	let proofs = evidence(&node.message(FIRST.proposal(main_block(5))));
	assert_eq!(proofs.len(), 1);
	let seat = proofs[0].verify_on_panel(&authority(0, 4), &NativeVerifier);
	assert_eq!(seat, Ok(Seat::new(1)));
}

#[test]
fn a_contradicting_certificate_convicts_who_signed_both() {
	let mut node = Node::new(4, Some(0), 5);
	(3..=5).for_each(|number| node.host.import(1, number));
	node.certificate(FIRST.certificate(main_block(3), 0..3));
	let other: Certificate = FIRST.certificate(block(1, 3), 1..4).into_inner();
	let out = node.certificate(FIRST.certificate(block(1, 3), 1..4));
	let offenders: Vec<_> = evidence(&out)
		.iter()
		.map(|proof| proof.verify_on_panel(&authority(0, 4), &NativeVerifier).unwrap().get())
		.collect();
	assert_eq!(offenders, [1, 2]);
	let expected = Output::SafetyViolation { decided: main_block(3), certificate: other };
	assert_eq!(out.last(), Some(&expected));
	assert_eq!(node.machine.decided(), main_block(3));
	// The next one to bring it convicts nobody again.
	assert_eq!(node.certificate(FIRST.certificate(block(1, 3), 1..4)), [expected]);

	// A later height that does not extend what is decided is a contradiction too.
	let other = FIRST.height(2).certificate(block(1, 5), 1..4);
	let expected = Output::SafetyViolation {
		decided: main_block(3),
		certificate: other.certificate().clone(),
	};
	assert_eq!(node.certificate(other), [expected]);
}
