// SPDX-License-Identifier: Apache-2.0
//! Fixed keys and subjects for tests and benchmarks. Signing is deterministic, so the same
//! fixture always has the same bytes.

// Each test target compiles this file for itself and uses its own part of it.
#![allow(dead_code)]

use asf_primitives::{
	Authority, Ballot, BlockHash, Certificate, CertificateError, Expectation, Height,
	NativeVerifier, Panel, Polka, Round, Seat, SeatKey, SeatSignature, SetId, Signature,
	SignatureVerifier, SignedMessage, Target,
};
use ed25519_zebra::{SigningKey, VerificationKeyBytes};

pub(crate) const GENESIS: BlockHash = BlockHash::repeat_byte(0x47);
pub(crate) const OTHER_GENESIS: BlockHash = BlockHash::repeat_byte(0x48);
pub(crate) const SET: SetId = SetId::new(3);
pub(crate) const HEIGHT: Height = Height::new(42);
pub(crate) const ROUND: Round = Round::new(1);
pub(crate) const OTHER_SET: SetId = SetId::new(4);
pub(crate) const OTHER_HEIGHT: Height = Height::new(43);
pub(crate) const OTHER_ROUND: Round = Round::new(2);
pub(crate) const TARGET: Target = Target { hash: BlockHash::repeat_byte(0xb1), number: 1_000 };
pub(crate) const OTHER_TARGET: Target =
	Target { hash: BlockHash::repeat_byte(0xb2), number: 1_001 };

pub(crate) fn prevote() -> Ballot {
	Ballot::Prevote(Some(TARGET))
}

pub(crate) fn proposal(valid_round: Option<Round>) -> Ballot {
	Ballot::Proposal { target: TARGET, valid_round }
}

/// The seed of a seat's key: 32 times the seat's number plus one.
pub(crate) fn seed(seat: u8) -> [u8; 32] {
	[seat.wrapping_add(1); 32]
}

pub(crate) fn signing_key(seat: u8) -> SigningKey {
	SigningKey::from(seed(seat))
}

pub(crate) fn seat_key(seat: u8) -> SeatKey {
	SeatKey::from_bytes(VerificationKeyBytes::from(&signing_key(seat)).into())
}

pub(crate) fn panel(seat_count: u8) -> Panel {
	Panel::new((0..seat_count).map(seat_key).collect()).expect("distinct seeds, distinct keys")
}

pub(crate) fn authority(seat_count: u8) -> Authority {
	Authority { genesis: GENESIS, set_id: SET, panel: panel(seat_count) }
}

pub(crate) fn sign(seat: u8, payload: &[u8]) -> Signature {
	Signature::from_bytes(signing_key(seat).sign(payload).into())
}

/// A message about set, height and round of the fixture.
pub(crate) fn message(seat: u8, ballot: Ballot) -> SignedMessage {
	message_about(seat, HEIGHT, ROUND, ballot)
}

pub(crate) fn message_about(
	seat: u8,
	height: Height,
	round: Round,
	ballot: Ballot,
) -> SignedMessage {
	signed(SignedMessage {
		set_id: SET,
		height,
		round,
		ballot,
		seat: Seat::new(seat),
		signature: Signature::from_bytes([0; 64]),
	})
}

/// The same message with the signature that its seat would give it.
pub(crate) fn signed(mut message: SignedMessage) -> SignedMessage {
	message.signature = sign(message.seat.get(), &message.signing_payload(GENESIS));
	message
}

/// A certificate for [`TARGET`] with the precommits of `seats`, in the given order.
pub(crate) fn certificate(seats: impl IntoIterator<Item = u8>) -> Certificate {
	signed_certificate(
		Certificate {
			set_id: SET,
			height: HEIGHT,
			round: ROUND,
			target: TARGET,
			precommits: Default::default(),
		},
		seats,
	)
}

/// The same certificate with fresh precommits of `seats`, in the given order.
pub(crate) fn signed_certificate(
	mut certificate: Certificate,
	seats: impl IntoIterator<Item = u8>,
) -> Certificate {
	let payload = certificate.signing_payload(GENESIS);
	let precommits: Vec<_> = seats
		.into_iter()
		.map(|seat| SeatSignature { seat: Seat::new(seat), signature: sign(seat, &payload) })
		.collect();
	certificate.precommits = precommits.try_into().expect("fixtures have at most MAX_SEATS seats");
	certificate
}

/// A proposal of [`ROUND`] with the prevotes of `seats` in round 0, in the given order.
pub(crate) fn polka(seats: impl IntoIterator<Item = u8>) -> Polka {
	let prevotes: Vec<_> =
		seats.into_iter().map(|seat| message_about(seat, HEIGHT, Round::ZERO, prevote())).collect();
	let proposal = message(2, proposal(Some(Round::ZERO)));
	Polka::new(proposal, &prevotes).expect("fixtures have at most MAX_SEATS seats")
}

/// The quorum of a panel, as a seat count.
pub(crate) fn quorum(seat_count: u8) -> u8 {
	u8::try_from(panel(seat_count).quorum()).expect("a quorum is at most MAX_SEATS")
}

/// Checks natively but one by one: it keeps the trait's `verify_all`, as a runtime's verifier may.
pub(crate) struct OneByOne;

impl SignatureVerifier for OneByOne {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		NativeVerifier.verify(key, payload, signature)
	}
}

/// The verdict of the batching verifier, once it is known to be that of the one without batches.
pub(crate) fn verdict(
	certificate: &Certificate,
	authority: &Authority,
	expected: &Expectation,
) -> Result<(), CertificateError> {
	let batched = certificate.clone().verify(authority, expected, &NativeVerifier);
	let one_by_one = certificate.clone().verify(authority, expected, &OneByOne);
	assert_eq!(batched, one_by_one, "a batch and its signatures disagree");
	batched.map(|verified| {
		assert_eq!(verified.certificate(), certificate);
		assert_eq!(&verified.into_inner(), certificate);
	})
}
