// SPDX-License-Identifier: Apache-2.0
//! Table tests of equivocation proofs: each error once and exactly, and what must be accepted.

mod common;

use asf_primitives::{
	Authority, Ballot, EquivocationError, EquivocationProof, NativeVerifier, Round, Seat,
	Signature, SignedMessage, Step, Target, VerifiedMessage,
};
use common::{
	authority, message, message_about, prevote, proposal, seat_key, signed, HEIGHT, OTHER_GENESIS,
	OTHER_HEIGHT, OTHER_ROUND, OTHER_SET, OTHER_TARGET, ROUND, SET, TARGET,
};

fn verified(message: SignedMessage) -> VerifiedMessage {
	let authority = Authority { set_id: message.set_id, ..authority(4) };
	message.verify(&authority, &NativeVerifier).expect("fixtures are signed by their seat")
}

fn precommit(target: Option<Target>) -> VerifiedMessage {
	verified(message(2, Ballot::Precommit(target)))
}

fn proof() -> EquivocationProof {
	EquivocationProof::from_messages(&precommit(Some(TARGET)), &precommit(Some(OTHER_TARGET)))
		.expect("two targets in one step conflict")
}

#[test]
fn conflicting_ballots_prove_equivocation() {
	let nil_or = [None, Some(TARGET)];
	let table = [
		nil_or.map(Ballot::Prevote),
		nil_or.map(Ballot::Precommit),
		[Some(OTHER_TARGET), Some(TARGET)].map(Ballot::Precommit),
		[proposal(None), Ballot::Proposal { target: OTHER_TARGET, valid_round: None }],
		[proposal(None), proposal(Some(Round::ZERO))],
	];
	let authority = authority(4);
	for [a, b] in table {
		for [first, second] in [[a, b], [b, a]] {
			let messages = [first, second].map(|ballot| verified(message(2, ballot)));
			let proof = EquivocationProof::from_messages(&messages[0], &messages[1])
				.expect("different ballots of one step conflict");
			assert_eq!(proof.offender, seat_key(2));
			assert_eq!(proof.verify(authority.genesis, &NativeVerifier), Ok(()));
			assert_eq!(proof.verify_on_panel(&authority, &NativeVerifier), Ok(Seat::new(2)));
		}
	}
}

#[test]
fn messages_that_do_not_conflict_make_no_proof() {
	use EquivocationError::*;
	let first = message(2, Ballot::Precommit(Some(TARGET)));
	let ballot = Ballot::Precommit(None);
	let different_set = signed(SignedMessage { set_id: OTHER_SET, ..message(2, ballot) });
	let table = [
		("key", message(1, ballot), DifferentSubjects),
		("set", different_set, DifferentSubjects),
		("height", message_about(2, OTHER_HEIGHT, ROUND, ballot), DifferentSubjects),
		("round", message_about(2, HEIGHT, OTHER_ROUND, ballot), DifferentSubjects),
		(
			"step",
			message(2, prevote()),
			DifferentSteps { got: Step::Prevote, expected: Step::Precommit },
		),
		("ballot", first, SameBallot),
	];
	for (what, second, expected) in table {
		assert_eq!(
			EquivocationProof::from_messages(&verified(first), &verified(second)),
			Err(expected),
			"{what}",
		);
	}
}

#[test]
fn each_equivocation_error() {
	use EquivocationError::*;
	let good = proof();
	let vote = |message: &VerifiedMessage| (message.message().ballot, message.message().signature);
	let zero = Signature::from_bytes([0; 64]);
	let outsider = seat_key(4);
	let panel_errors = [
		(
			EquivocationProof { set_id: OTHER_SET, ..good },
			WrongSet { got: OTHER_SET, expected: SET },
			"equivocation in set 4, expected set 3".into(),
		),
		(
			EquivocationProof { offender: outsider, ..good },
			NotOnPanel { got: outsider, expected: SET },
			format!("{outsider:?} has no seat on the panel of set 3"),
		),
	];
	for (proof, expected, text) in panel_errors {
		assert_eq!(proof.verify_on_panel(&authority(4), &NativeVerifier), Err(expected));
		assert_eq!(expected.to_string(), text);
	}

	let table = [
		(
			EquivocationProof { second: vote(&verified(message(2, prevote()))), ..good },
			DifferentSteps { got: Step::Prevote, expected: Step::Precommit },
			"the second ballot is a Prevote, the first a Precommit",
		),
		(
			// One vote under two signatures is one vote.
			EquivocationProof { second: (good.first.0, zero), ..good },
			SameBallot,
			"both ballots say the same",
		),
		(
			EquivocationProof { first: (good.first.0, good.second.1), ..good },
			BadFirstSignature,
			"the first signature does not fit ballot, key, set and chain",
		),
		(
			EquivocationProof { second: (good.second.0, good.first.1), ..good },
			BadSecondSignature,
			"the second signature does not fit ballot, key, set and chain",
		),
	];
	for (proof, expected, text) in table {
		assert_eq!(proof.verify(authority(4).genesis, &NativeVerifier), Err(expected));
		assert_eq!(proof.verify_on_panel(&authority(4), &NativeVerifier), Err(expected));
		assert_eq!(expected.to_string(), text);
	}
	assert_eq!(
		DifferentSubjects.to_string(),
		"the two messages are not of one key, set, height and round",
	);
}

#[test]
fn a_proof_blames_one_key_for_one_subject_on_one_chain() {
	use EquivocationError::BadFirstSignature;
	let genesis = authority(4).genesis;
	let good = proof();
	let altered = [
		EquivocationProof { set_id: OTHER_SET, ..good },
		EquivocationProof { height: OTHER_HEIGHT, ..good },
		EquivocationProof { round: OTHER_ROUND, ..good },
		EquivocationProof { offender: seat_key(1), ..good },
	];
	for proof in altered {
		assert_eq!(proof.verify(genesis, &NativeVerifier), Err(BadFirstSignature));
	}
	assert_eq!(good.verify(OTHER_GENESIS, &NativeVerifier), Err(BadFirstSignature));
}
