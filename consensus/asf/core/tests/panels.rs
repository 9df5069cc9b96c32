// SPDX-License-Identifier: Apache-2.0
//! How one panel hands over to the next, step by step.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

mod common;

use asf_core::{Input, Output, Reject};
use asf_primitives::{Authority, Ballot, Height, NativeVerifier, Seat, SetId, Target};
use common::{
	authority, finalized, main_block, rejects, seat_key, sent, Node, TestHost, FIRST, GENESIS,
};

fn prevote(target: Target) -> Ballot {
	Ballot::Prevote(Some(target))
}

/// Block 3 ends the first term; blocks up to 6 are there. The node holds key 2: seat 2, then 0.
fn node_at_end_of_term() -> Node {
	let mut host = TestHost::new(4, Some(2));
	(1..=6).for_each(|number| host.import_announcing(0, number, (number == 3).then_some(1)));
	Node::with_host(host)
}

#[test]
fn the_old_panel_decides_nothing_above_the_block_that_ends_its_term() {
	let mut node = node_at_end_of_term();
	node.finality_target(main_block(6));
	let out = node.message(FIRST.proposal(main_block(4)));
	assert_eq!(rejects(&out), [Reject::InvalidTarget { target: main_block(4) }]);
	assert_eq!(sent(&out), [Ballot::Prevote(None)]);
	let certificate = FIRST.certificate(main_block(4), 0..3);
	let expected = Output::SafetyViolation {
		decided: main_block(0),
		certificate: certificate.certificate().clone(),
	};
	assert_eq!(node.certificate(certificate), [expected]);
	assert_eq!(node.machine.decided(), main_block(0));
}

#[test]
fn the_next_panel_takes_over_at_the_announced_block() {
	let mut node = node_at_end_of_term();
	node.finality_target(main_block(6));
	let next = node.machine.authorities().1.unwrap();
	assert_eq!(next, authority(1, 4));
	let early = FIRST.set(1).proposal(main_block(5));
	assert_eq!(node.message(early), []);
	let foreign = Authority { set_id: SetId::new(1), ..authority(0, 4) };
	let mut message = *FIRST.prevote(1, None).message();
	message.set_id = SetId::new(1);
	message.signature = common::sign(1, &message.signing_payload(GENESIS));
	let out = node.message(message.verify(&foreign, &NativeVerifier).unwrap());
	assert_eq!(rejects(&out), [Reject::ForeignKey { seat: Seat::new(1), got: seat_key(1) }]);
	assert_eq!(
		rejects(&node.message(FIRST.set(2).prevote(1, None))),
		[Reject::FutureSet { got: SetId::new(2), expected: SetId::new(0) }]
	);

	let closing = FIRST.certificate(main_block(3), [0, 1, 3]);
	let out = node.certificate(closing.clone());
	assert!(out.contains(&Output::PanelChanged(SetId::new(1))));
	assert_eq!(sent(&out), [prevote(main_block(5))]);
	let state = node.machine.round_state();
	assert_eq!((state.set_id, state.height), (SetId::new(1), Height::FIRST));
	assert_eq!(state.seat, Some(Seat::new(0)));

	let out = node.message(FIRST.prevote(1, None));
	assert_eq!(
		out,
		[
			Output::Answer(closing.certificate().clone()),
			Output::Reject(Reject::StaleSet { got: SetId::new(0), expected: SetId::new(1) }),
		]
	);
	let out = node.certificate(FIRST.set(1).certificate(main_block(6), 0..3));
	assert_eq!(finalized(&out), [main_block(6)]);
}

#[test]
fn certificates_of_the_old_panel_do_not_outlive_it() {
	let mut host = TestHost::new(4, Some(2));
	host.import(0, 1);
	let mut node = Node::with_host(host);
	node.certificate(FIRST.height(2).certificate(main_block(2), 0..3));
	node.certificate(FIRST.height(3).certificate(main_block(3), 0..3));
	node.host.import(0, 2);
	node.host.import_announcing(0, 3, Some(1));
	let out = node.input(Input::BlockImported(main_block(3).hash));
	assert_eq!(finalized(&out), [main_block(3)]);
	let violations = out.iter().filter(|out| matches!(out, Output::SafetyViolation { .. }));
	assert_eq!(violations.count(), 0);
	assert_eq!(node.machine.round_state().height, Height::FIRST);
	assert_eq!(node.machine.usage().certificates, 2);
}

#[test]
fn the_next_panel_is_known_however_far_the_term_reaches() {
	let far = asf_core::bounds::MAX_TARGET_DISTANCE_BLOCKS + 8;
	let mut host = TestHost::new(4, Some(2));
	for number in 1..=far {
		host.import_announcing(0, number, (number == far - 2).then_some(1));
	}
	let mut node = Node::with_host(host);
	node.finality_target(main_block(far));
	assert_eq!(node.machine.authorities().1, Some(authority(1, 4)));
	assert_eq!(node.message(FIRST.set(1).prevote(0, None)), []);
}
