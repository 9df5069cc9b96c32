// SPDX-License-Identifier: Apache-2.0
//! Table tests of panels, messages, polkas and certificates: each error once and exactly, and what must
//! be accepted.

mod common;

use asf_primitives::{
	Authority, Ballot, Certificate, CertificateError, Expectation, Height, MessageError,
	NativeVerifier, Panel, PanelError, Polka, PolkaError, Round, Seat, SeatSignature, SetId,
	Signature, SignedMessage, Target, MAX_SEATS,
};
use common::{
	authority, certificate, message, message_about, panel, polka, prevote, proposal, quorum,
	seat_key, signed, signed_certificate, verdict, HEIGHT, OTHER_GENESIS, OTHER_HEIGHT,
	OTHER_ROUND, OTHER_SET, OTHER_TARGET, ROUND, SET, TARGET,
};

#[test]
fn quorum_and_fault_bound_of_each_panel_size() {
	let table: [(u8, usize, usize, usize); 10] = [
		// n, quorum, f, f+1
		(1, 1, 0, 1),
		(2, 2, 0, 1),
		(3, 3, 0, 1),
		(4, 3, 1, 2),
		(5, 4, 1, 2),
		(6, 5, 1, 2),
		(7, 5, 2, 3),
		(10, 7, 3, 4),
		(21, 15, 6, 7),
		(100, 67, 33, 34),
	];
	for (n, quorum, max_faulty, honest_minority) in table {
		let panel = panel(n);
		assert_eq!(panel.seat_count(), usize::from(n));
		assert_eq!(panel.quorum(), quorum, "quorum of {n}");
		assert_eq!(panel.max_faulty(), max_faulty, "f of {n}");
		assert_eq!(panel.honest_minority(), honest_minority, "f+1 of {n}");
	}
}

#[test]
fn any_two_quorums_share_an_honest_seat_and_honest_seats_are_one() {
	for n in 1..=100 {
		let panel = panel(n);
		let (n, quorum, f) = (usize::from(n), panel.quorum(), panel.max_faulty());
		assert!(2 * quorum - n > f, "two quorums of {n} may meet in faulty seats only");
		assert!(n - f >= quorum, "the honest seats of {n} cannot decide alone");
	}
}

#[test]
fn panels() {
	let too_many: Vec<_> = (0..=100).map(seat_key).collect();
	let (a, b, c) = (seat_key(0), seat_key(1), seat_key(2));
	let table = [
		(vec![], PanelError::Empty, "a panel needs at least one seat, got none"),
		(too_many, PanelError::TooManySeats { got: 101 }, "a panel has at most 100 seats, got 101"),
		(
			vec![a, b, c, b],
			PanelError::DuplicateKey { first: Seat::new(1), second: Seat::new(3) },
			"seats 1 and 3 have the same key; every seat needs its own",
		),
	];
	for (keys, expected, text) in table {
		assert_eq!(Panel::new(keys), Err(expected));
		assert_eq!(expected.to_string(), text);
	}

	let panel = Panel::new(vec![c, a, b]).expect("three distinct keys");
	assert_eq!(panel.key(Seat::new(0)), Some(&c), "seats keep the given order");
	assert_eq!(panel.key(Seat::new(3)), None);
	assert_eq!(panel.seat_of(&b), Some(Seat::new(2)));
	assert_eq!(panel.seat_of(&seat_key(3)), None);
	let seats: Vec<_> = panel.iter().collect();
	assert_eq!(seats, [(Seat::new(0), &c), (Seat::new(1), &a), (Seat::new(2), &b)]);
	assert_eq!(common::panel(100).iter().count(), MAX_SEATS as usize);
}

#[test]
fn good_messages_count() {
	let authority = authority(4);
	let ballots = [
		proposal(None),
		proposal(Some(Round::ZERO)),
		prevote(),
		Ballot::Prevote(None),
		Ballot::Precommit(Some(TARGET)),
		Ballot::Precommit(None),
	];
	for ballot in ballots {
		for seat in 0..4 {
			let message = message(seat, ballot);
			let verified = message.verify(&authority, &NativeVerifier).expect("signed by its seat");
			assert_eq!(verified.message(), &message);
			assert_eq!(verified.key(), &seat_key(seat));
		}
	}
	let bounds = [(Height::FIRST, Round::ZERO), (Height::new(u64::MAX), Round::new(u32::MAX))];
	for (height, round) in bounds {
		let message = message_about(0, height, round, prevote());
		assert!(message.verify(&authority, &NativeVerifier).is_ok());
	}
}

#[test]
fn each_message_error() {
	use asf_primitives::MessageError::*;
	let (got, expected) = (SetId::new(4), SET);
	let table = [
		(
			signed(SignedMessage { set_id: got, ..message(0, prevote()) }),
			WrongSet { got, expected },
			"message for set 4, expected set 3",
		),
		(
			message_about(0, Height::ZERO, ROUND, prevote()),
			HeightBelowFirst { got: Height::ZERO },
			"message for height 0, the first height is 1",
		),
		(
			message(4, prevote()),
			SeatOutOfRange { got: Seat::new(4), expected: 4 },
			"message from seat 4, the panel has 4 seats",
		),
		(
			message(255, prevote()),
			SeatOutOfRange { got: Seat::new(255), expected: 4 },
			"message from seat 255, the panel has 4 seats",
		),
		(
			message(0, proposal(Some(ROUND))),
			ValidRoundNotEarlier { got: ROUND, expected: ROUND },
			"proposal of round 1 names valid round 1, which is not before it",
		),
		(
			message_about(0, HEIGHT, Round::ZERO, proposal(Some(Round::new(u32::MAX)))),
			ValidRoundNotEarlier { got: Round::new(u32::MAX), expected: Round::ZERO },
			"proposal of round 0 names valid round 4294967295, which is not before it",
		),
		(
			SignedMessage { seat: Seat::new(1), ..message(0, prevote()) },
			BadSignature { seat: Seat::new(1) },
			"signature of seat 1 does not fit message, set and chain",
		),
	];
	for (message, expected, text) in table {
		assert_eq!(message.verify(&authority(4), &NativeVerifier), Err(expected));
		assert_eq!(expected.to_string(), text);
	}
}

#[test]
fn a_message_signature_covers_everything() {
	use asf_primitives::MessageError::BadSignature;
	let good = message(0, prevote());
	let voted = |target| SignedMessage { ballot: Ballot::Prevote(target), ..good };
	let altered = [
		("height", SignedMessage { height: OTHER_HEIGHT, ..good }),
		("round", SignedMessage { round: OTHER_ROUND, ..good }),
		("step", SignedMessage { ballot: Ballot::Precommit(Some(TARGET)), ..good }),
		("prevote for a proposal", SignedMessage { ballot: proposal(None), ..good }),
		("hash", voted(Some(Target { hash: OTHER_TARGET.hash, ..TARGET }))),
		("number", voted(Some(Target { number: OTHER_TARGET.number, ..TARGET }))),
		("nil", voted(None)),
		("valid round", {
			SignedMessage { ballot: proposal(Some(Round::ZERO)), ..message(0, proposal(None)) }
		}),
	];
	for (what, message) in altered {
		assert_eq!(
			message.verify(&authority(4), &NativeVerifier),
			Err(BadSignature { seat: Seat::new(0) }),
			"{what}",
		);
	}

	// The set id is signed, not only compared: the next set may seat the same keys.
	let next_set = Authority { set_id: OTHER_SET, ..authority(4) };
	let replayed = SignedMessage { set_id: OTHER_SET, ..good };
	assert_eq!(
		replayed.verify(&next_set, &NativeVerifier),
		Err(BadSignature { seat: Seat::new(0) }),
	);
	let other_chain = Authority { genesis: OTHER_GENESIS, ..authority(4) };
	assert_eq!(
		good.verify(&other_chain, &NativeVerifier),
		Err(BadSignature { seat: Seat::new(0) }),
	);
	let key_elsewhere = Authority {
		panel: Panel::new([1, 0, 2, 3].map(seat_key).to_vec()).expect("distinct keys"),
		..authority(4)
	};
	assert_eq!(
		good.verify(&key_elsewhere, &NativeVerifier),
		Err(BadSignature { seat: Seat::new(0) }),
	);
}

#[test]
fn good_certificates_hold() {
	let knows_all = Expectation { height: Some(HEIGHT), round: Some(ROUND), target: Some(TARGET) };
	for n in [1, 4, 7, 21, 100] {
		let authority = authority(n);
		for seats in [0..quorum(n), n - quorum(n)..n, 0..n] {
			let certificate = certificate(seats.clone());
			for expected in [Expectation::default(), knows_all] {
				assert_eq!(
					verdict(&certificate, &authority, &expected),
					Ok(()),
					"{seats:?} of {n}"
				);
			}
		}
	}
}

#[test]
fn one_seat_below_quorum_is_too_few() {
	for n in [1, 4, 7, 21, 100] {
		let expected = usize::from(quorum(n));
		let error = CertificateError::BelowQuorum { got: expected - 1, expected };
		let certificate = certificate(0..quorum(n) - 1);
		assert_eq!(verdict(&certificate, &authority(n), &Default::default()), Err(error));
	}
}

#[test]
fn each_certificate_error() {
	use CertificateError::*;
	let any = Expectation::default();
	let good = certificate(0..3);
	let table = [
		(
			signed_certificate(Certificate { set_id: OTHER_SET, ..good.clone() }, 0..3),
			any,
			WrongSet { got: OTHER_SET, expected: SET },
			"certificate of set 4, expected set 3",
		),
		(
			good.clone(),
			Expectation { height: Some(OTHER_HEIGHT), ..any },
			WrongHeight { got: HEIGHT, expected: OTHER_HEIGHT },
			"certificate of height 42, expected height 43",
		),
		(
			signed_certificate(Certificate { height: Height::ZERO, ..good.clone() }, 0..3),
			any,
			HeightBelowFirst { got: Height::ZERO },
			"certificate of height 0, the first height is 1",
		),
		(
			good.clone(),
			Expectation { round: Some(OTHER_ROUND), ..any },
			WrongRound { got: ROUND, expected: OTHER_ROUND },
			"certificate of round 1, expected round 2",
		),
		(
			good.clone(),
			Expectation { target: Some(OTHER_TARGET), ..any },
			WrongTarget { got: TARGET, expected: OTHER_TARGET },
			"certificate for block #1000 (0xb1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1), \
			 expected block #1001 (0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2)",
		),
		(
			certificate(0..2),
			any,
			BelowQuorum { got: 2, expected: 3 },
			"certificate with 2 signatures, quorum is 3",
		),
		(
			certificate([]),
			any,
			BelowQuorum { got: 0, expected: 3 },
			"certificate with 0 signatures, quorum is 3",
		),
		(
			certificate([0, 1, 1]),
			any,
			SeatsNotAscending { got: Seat::new(1), previous: Seat::new(1) },
			"certificate names seat 1 after seat 1, seats must ascend",
		),
		(
			certificate([0, 2, 1]),
			any,
			SeatsNotAscending { got: Seat::new(1), previous: Seat::new(2) },
			"certificate names seat 1 after seat 2, seats must ascend",
		),
		(
			certificate([0, 1, 4]),
			any,
			SeatOutOfRange { got: Seat::new(4), expected: 4 },
			"certificate names seat 4, the panel has 4 seats",
		),
		(
			certificate([0, 1, 2, 255]),
			any,
			SeatOutOfRange { got: Seat::new(255), expected: 4 },
			"certificate names seat 255, the panel has 4 seats",
		),
		(
			with_swapped_signatures(&certificate(0..4), 1, 3),
			any,
			BadSignature { seat: Seat::new(1) },
			"signature of seat 1 does not fit certificate, set and chain",
		),
	];
	for (certificate, expectation, expected, text) in table {
		assert_eq!(verdict(&certificate, &authority(4), &expectation), Err(expected));
		assert_eq!(expected.to_string(), text);
	}
}

fn with_swapped_signatures(certificate: &Certificate, a: usize, b: usize) -> Certificate {
	let mut altered = certificate.clone();
	altered.precommits[a].signature = certificate.precommits[b].signature;
	altered.precommits[b].signature = certificate.precommits[a].signature;
	altered
}

#[test]
fn a_certificate_signature_covers_everything() {
	let authority = authority(4);
	let good = certificate(0..3);
	let first_is_bad = Err(CertificateError::BadSignature { seat: Seat::new(0) });
	let other_hash = Target { hash: OTHER_TARGET.hash, ..TARGET };
	let other_number = Target { number: OTHER_TARGET.number, ..TARGET };
	let altered = [
		("height", Certificate { height: OTHER_HEIGHT, ..good.clone() }),
		("round", Certificate { round: OTHER_ROUND, ..good.clone() }),
		("hash", Certificate { target: other_hash, ..good.clone() }),
		("number", Certificate { target: other_number, ..good.clone() }),
	];
	for (what, certificate) in altered {
		assert_eq!(verdict(&certificate, &authority, &Default::default()), first_is_bad, "{what}");
	}

	let next_set = Authority { set_id: OTHER_SET, ..authority.clone() };
	let replayed = Certificate { set_id: OTHER_SET, ..good.clone() };
	assert_eq!(verdict(&replayed, &next_set, &Default::default()), first_is_bad);
	let other_chain = Authority { genesis: OTHER_GENESIS, ..authority.clone() };
	assert_eq!(verdict(&good, &other_chain, &Default::default()), first_is_bad);

	// A quorum of prevotes for the same target is no certificate.
	let mut prevotes = good;
	for precommit in prevotes.precommits.iter_mut() {
		precommit.signature = message(precommit.seat.get(), prevote()).signature;
	}
	assert_eq!(verdict(&prevotes, &authority, &Default::default()), first_is_bad);
}

#[test]
fn one_bad_signature_among_many_names_its_seat() {
	for n in [4, 21, 100] {
		let authority = authority(n);
		for seat in [0, n / 2, n - 1] {
			// A good signature of another seat, so that only the pairing is wrong.
			let mut certificate = certificate(0..n);
			certificate.precommits[usize::from(seat)].signature =
				certificate.precommits[usize::from((seat + 1) % n)].signature;
			assert_eq!(
				verdict(&certificate, &authority, &Default::default()),
				Err(CertificateError::BadSignature { seat: Seat::new(seat) }),
			);
		}
	}
}

/// More than a quorum is signed, yet a bad extra signature still spoils the certificate: what
/// is recorded on chain as participation must all be true.
#[test]
fn a_bad_signature_beyond_the_quorum_spoils_the_certificate() {
	let mut certificate = certificate(0..4);
	certificate.precommits[3].signature = Signature::from_bytes([0; 64]);
	assert_eq!(
		verdict(&certificate, &authority(4), &Default::default()),
		Err(CertificateError::BadSignature { seat: Seat::new(3) }),
	);
}

#[test]
fn good_polkas_hold_and_give_their_messages() {
	// The fixture's proposal is of seat 2.
	for n in [4, 7, 21, 100] {
		for seats in [0..quorum(n), n - quorum(n)..n, 0..n] {
			let verified = polka(seats.clone()).verify(&authority(n), &NativeVerifier);
			let messages: Vec<_> = (verified.as_ref())
				.map(|verified| verified.messages().map(|message| *message.message()).collect())
				.unwrap_or_default();
			assert_eq!(messages[0], message(2, proposal(Some(Round::ZERO))));
			let prevotes: Vec<_> =
				seats.map(|seat| message_about(seat, HEIGHT, Round::ZERO, prevote())).collect();
			assert_eq!(messages[1..], prevotes);
		}
	}
}

#[test]
fn each_polka_error() {
	use PolkaError::{BadMessage, BelowQuorum, NoReproposal, SeatsNotAscending};
	let good = polka(0..3);
	let of_seat = |seat| BadMessage(MessageError::BadSignature { seat: Seat::new(seat) });
	let with = |seat: usize, signature| {
		let mut bad = good.clone();
		bad.prevotes[seat] = SeatSignature { signature, ..bad.prevotes[seat] };
		bad
	};
	let other_round = message_about(1, HEIGHT, OTHER_ROUND, prevote()).signature;
	let precommit = message_about(1, HEIGHT, Round::ZERO, Ballot::Precommit(Some(TARGET)));
	let other_target = signed(SignedMessage {
		ballot: Ballot::Proposal { target: OTHER_TARGET, valid_round: Some(Round::ZERO) },
		..good.proposal
	});
	let forged = SignedMessage { signature: Signature::from_bytes([0; 64]), ..good.proposal };
	let table = [
		(Polka { proposal: message(2, proposal(None)), ..good.clone() }, NoReproposal),
		(Polka { proposal: message(2, prevote()), ..good.clone() }, NoReproposal),
		(polka(0..2), BelowQuorum { got: 2, expected: 3 }),
		(polka([]), BelowQuorum { got: 0, expected: 3 }),
		(polka([0, 1, 1]), SeatsNotAscending { got: Seat::new(1), previous: Seat::new(1) }),
		(polka([0, 2, 1]), SeatsNotAscending { got: Seat::new(1), previous: Seat::new(2) }),
		(
			polka([0, 1, 4]),
			BadMessage(MessageError::SeatOutOfRange { got: Seat::new(4), expected: 4 }),
		),
		(Polka { proposal: forged, ..good.clone() }, of_seat(2)),
		(Polka { proposal: other_target, ..good.clone() }, of_seat(0)),
		(with(1, other_round), of_seat(1)),
		(with(1, precommit.signature), of_seat(1)),
		(with(1, good.prevotes[0].signature), of_seat(1)),
	];
	for (polka, expected) in table {
		assert_eq!(polka.verify(&authority(4), &NativeVerifier), Err(expected), "{polka:?}");
	}
	let other_set = Authority { set_id: OTHER_SET, ..authority(4) };
	let error = BadMessage(MessageError::WrongSet { got: SET, expected: OTHER_SET });
	assert_eq!(good.verify(&other_set, &NativeVerifier), Err(error));
	let other_chain = Authority { genesis: OTHER_GENESIS, ..authority(4) };
	assert_eq!(good.verify(&other_chain, &NativeVerifier), Err(of_seat(2)));
}
