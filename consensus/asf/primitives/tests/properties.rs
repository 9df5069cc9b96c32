// SPDX-License-Identifier: Apache-2.0
//! Properties of decoding and verification, on generated input. A failing case is printed with
//! what is needed to repeat it.

mod common;

use asf_primitives::{
	Ballot, BlockHash, Certificate, ConsensusLog, EquivocationError, EquivocationProof, Height,
	NativeVerifier, NextPanel, Panel, Polka, Round, Seat, SeatKey, SeatSignature, SetId, Signature,
	SignedMessage, Target, VerifiedMessage, MAX_SEATS,
};
use codec::{
	Compact, Decode, DecodeAll, DecodeWithMemLimit, DecodeWithMemTracking, Encode, Input,
	MaxEncodedLen,
};
use common::{authority, certificate, message, message_about, OneByOne, GENESIS, TARGET};
use proptest::{collection::vec, option, prelude::*};
use std::fmt::Debug;

/// A failing seed goes to no file: the printed input is the test to write. PROPTEST_CASES sets
/// how many cases there are.
fn config() -> ProptestConfig {
	ProptestConfig { failure_persistence: None, ..Default::default() }
}

fn target() -> impl Strategy<Value = Target> {
	(any::<[u8; 32]>(), any::<u32>())
		.prop_map(|(hash, number)| Target { hash: BlockHash::from(hash), number })
}

fn ballot() -> impl Strategy<Value = Ballot> {
	prop_oneof![
		(target(), option::of(any::<u32>())).prop_map(|(target, valid_round)| {
			Ballot::Proposal { target, valid_round: valid_round.map(Round::new) }
		}),
		option::of(target()).prop_map(Ballot::Prevote),
		option::of(target()).prop_map(Ballot::Precommit),
	]
}

fn signature() -> impl Strategy<Value = Signature> {
	any::<[u8; 64]>().prop_map(Signature::from_bytes)
}

fn seat_key() -> impl Strategy<Value = SeatKey> {
	any::<[u8; 32]>().prop_map(SeatKey::from_bytes)
}

fn subject() -> impl Strategy<Value = (SetId, Height, Round)> {
	(any::<u64>(), any::<u64>(), any::<u32>())
		.prop_map(|(set, height, round)| (SetId::new(set), Height::new(height), Round::new(round)))
}

fn signed_message() -> impl Strategy<Value = SignedMessage> {
	(subject(), ballot(), any::<u8>(), signature()).prop_map(
		|((set_id, height, round), ballot, seat, signature)| SignedMessage {
			set_id,
			height,
			round,
			ballot,
			seat: Seat::new(seat),
			signature,
		},
	)
}

fn any_certificate() -> impl Strategy<Value = Certificate> {
	let precommit = (any::<u8>(), signature())
		.prop_map(|(seat, signature)| SeatSignature { seat: Seat::new(seat), signature });
	(subject(), target(), vec(precommit, 0..=MAX_SEATS as usize)).prop_map(
		|((set_id, height, round), target, precommits)| Certificate {
			set_id,
			height,
			round,
			target,
			precommits: precommits.try_into().expect("generated within the bound"),
		},
	)
}

fn equivocation() -> impl Strategy<Value = EquivocationProof> {
	let vote = || (ballot(), signature());
	(subject(), seat_key(), vote(), vote()).prop_map(
		|((set_id, height, round), offender, first, second)| EquivocationProof {
			set_id,
			height,
			round,
			offender,
			first,
			second,
		},
	)
}

/// Between no seat and more than there may be, some keys twice.
fn keys() -> impl Strategy<Value = Vec<SeatKey>> {
	let repeated = (0u8..=150).prop_map(|seed| SeatKey::from_bytes([seed; 32]));
	prop_oneof![vec(seat_key(), 0..=MAX_SEATS as usize + 5), vec(repeated, 0..12),]
}

fn panel() -> impl Strategy<Value = Panel> {
	vec(seat_key(), 1..=MAX_SEATS as usize)
		.prop_filter_map("seats share a key", |keys| Panel::new(keys).ok())
}

fn consensus_log() -> impl Strategy<Value = ConsensusLog> {
	(any::<u64>(), panel()).prop_map(|(set_id, panel)| {
		ConsensusLog::NextPanel(NextPanel { set_id: SetId::new(set_id), panel })
	})
}

/// Hands out `bytes` and then `filler` without end, as a hostile peer's stream would, and keeps
/// count of what a decoder takes from it and sets aside for it.
struct Endless<'a> {
	bytes: &'a [u8],
	filler: u8,
	read: usize,
	allocated: usize,
}

impl<'a> Endless<'a> {
	fn new(bytes: &'a [u8], filler: u8) -> Self {
		Self { bytes, filler, read: 0, allocated: 0 }
	}
}

impl Input for Endless<'_> {
	fn remaining_len(&mut self) -> Result<Option<usize>, codec::Error> {
		Ok(None)
	}

	fn read(&mut self, into: &mut [u8]) -> Result<(), codec::Error> {
		for byte in into {
			*byte = self.bytes.get(self.read).copied().unwrap_or(self.filler);
			self.read += 1;
		}
		Ok(())
	}

	fn on_before_alloc_mem(&mut self, size: usize) -> Result<(), codec::Error> {
		self.allocated += size;
		Ok(())
	}
}

/// What holds for the decoder of `T` on any input.
fn assert_decoder_is_sound<T>(bytes: &[u8])
where
	T: DecodeWithMemTracking + Encode + MaxEncodedLen + PartialEq + Debug,
{
	if let Ok(value) = T::decode_all(&mut &bytes[..]) {
		// One value has one encoding, so nobody can alter a message without altering its meaning.
		assert_eq!(value.encode(), bytes);
		assert!(bytes.len() <= T::max_encoded_len());
	}
	for filler in [0x00, 0x01, 0xff] {
		let mut input = Endless::new(bytes, filler);
		let outcome = T::decode(&mut input);
		assert!(input.read <= T::max_encoded_len(), "read {} bytes", input.read);
		// Every element of our vectors is as large in memory as encoded.
		assert!(input.allocated <= T::max_encoded_len(), "allocates {} bytes", input.allocated);
		if let Ok(value) = outcome {
			assert!(
				T::decode_with_mem_limit(&mut &value.encode()[..], T::max_encoded_len()).is_ok()
			);
		}
	}
}

fn assert_decoders_are_sound(bytes: &[u8]) {
	assert_decoder_is_sound::<SignedMessage>(bytes);
	assert_decoder_is_sound::<Certificate>(bytes);
	assert_decoder_is_sound::<Polka>(bytes);
	assert_decoder_is_sound::<EquivocationProof>(bytes);
	assert_decoder_is_sound::<Panel>(bytes);
	assert_decoder_is_sound::<ConsensusLog>(bytes);
	if let Ok(panel) = Panel::decode(&mut &bytes[..]) {
		assert_panel_is_valid(&panel);
	}
	if let Ok(ConsensusLog::NextPanel(next)) = ConsensusLog::decode(&mut &bytes[..]) {
		assert_panel_is_valid(&next.panel);
	}
}

fn assert_panel_is_valid(panel: &Panel) {
	let keys: Vec<_> = panel.iter().map(|(_, key)| *key).collect();
	assert_eq!(keys.len(), panel.seat_count());
	assert_eq!(Panel::new(keys).as_ref(), Ok(panel));
}

fn assert_round_trip<T: Encode + DecodeAll + MaxEncodedLen + PartialEq + Debug>(value: &T) {
	let bytes = value.encode();
	assert!(bytes.len() <= T::max_encoded_len());
	assert_eq!(T::decode_all(&mut &bytes[..]).as_ref(), Ok(value));
}

/// Puts ever larger lengths in place of the length 4 that stands `at` a byte of a valid encoding.
fn assert_length_is_bounded<T: Encode + DecodeWithMemTracking + Debug>(valid: &T, at: usize) {
	let valid = valid.encode();
	assert_eq!(valid[at], Compact(4u32).encode()[0], "the length stands elsewhere");
	for length in [MAX_SEATS + 1, 1 << 14, 1 << 30, u32::MAX] {
		let bytes = [&valid[..at], &Compact(length).encode(), &valid[at + 1..]].concat();
		let mut input = Endless::new(&bytes, 0xff);
		assert!(T::decode(&mut input).is_err(), "length {length}");
		assert_eq!(input.allocated, 0, "length {length}");
	}
}

#[test]
fn a_length_over_the_bound_is_refused_before_memory_is_set_aside() {
	let panel = common::panel(4);
	let set_id = SetId::new(4);
	assert_length_is_bounded(&panel, 0);
	let log = ConsensusLog::NextPanel(NextPanel { set_id, panel });
	assert_length_is_bounded(&log, 1 + set_id.encoded_size());
	let certificate = certificate(0..4);
	let head = (certificate.set_id, certificate.height, certificate.round, certificate.target);
	assert_length_is_bounded(&certificate, head.encoded_size());
	let polka = common::polka(0..4);
	assert_length_is_bounded(&polka, polka.proposal.encoded_size());
}

#[test]
fn the_largest_panel_certificate_and_polka_fill_their_bound() {
	let all = u8::try_from(MAX_SEATS).expect("seats are numbered by a u8");
	let panel = common::panel(all);
	assert_eq!(panel.encoded_size(), Panel::max_encoded_len());
	assert_round_trip(&panel);
	let certificate = certificate(0..all);
	assert_eq!(certificate.encoded_size(), Certificate::max_encoded_len());
	assert_round_trip(&certificate);
	let polka = common::polka(0..all);
	assert_eq!(polka.encoded_size(), Polka::max_encoded_len());
	assert_round_trip(&polka);
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn decoders_survive_arbitrary_bytes(bytes in vec(any::<u8>(), 0..400)) {
		assert_decoders_are_sound(&bytes);
	}

	#[test]
	fn decoders_survive_altered_encodings(
		bytes in prop_oneof![
			signed_message().prop_map(|value| value.encode()),
			any_certificate().prop_map(|value| value.encode()),
			equivocation().prop_map(|value| value.encode()),
			panel().prop_map(|value| value.encode()),
			consensus_log().prop_map(|value| value.encode()),
		],
		edits in vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
		cut in option::of(any::<prop::sample::Index>()),
		tail in vec(any::<u8>(), 0..4),
	) {
		let mut bytes = bytes;
		for (at, byte) in edits {
			let at = at.index(bytes.len());
			bytes[at] = byte;
		}
		if let Some(cut) = cut {
			bytes.truncate(cut.index(bytes.len()));
		}
		bytes.extend(tail);
		assert_decoders_are_sound(&bytes);
	}

	#[test]
	fn what_is_encoded_decodes(
		message in signed_message(),
		certificate in any_certificate(),
		proof in equivocation(),
		panel in panel(),
		log in consensus_log(),
	) {
		assert_round_trip(&message);
		assert_round_trip(&certificate);
		assert_round_trip(&proof);
		assert_round_trip(&panel);
		assert_round_trip(&log);
	}

	#[test]
	fn keys_decode_as_a_panel_exactly_when_they_are_one(keys in keys()) {
		let decoded = Panel::decode_all(&mut &keys.encode()[..]).ok();
		prop_assert_eq!(decoded, Panel::new(keys).ok());
	}

	#[test]
	fn different_subjects_have_different_payloads(
		a in (any::<bool>(), subject(), ballot()),
		b in (any::<bool>(), subject(), ballot()),
		same in any::<[bool; 3]>(),
	) {
		// Mostly alike, so that a field that is left out shows.
		let mut b = b;
		if same[0] { b.0 = a.0; }
		if same[1] { b.1 = a.1; }
		if same[2] { b.2 = a.2; }
		let payload = |(chain, (set, height, round), ballot): &(bool, (SetId, Height, Round), Ballot)| {
			let genesis = if *chain { GENESIS } else { common::OTHER_GENESIS };
			asf_primitives::signing_payload(genesis, *set, *height, *round, ballot)
		};
		prop_assert_eq!(payload(&a) == payload(&b), a == b);
	}

	#[test]
	fn two_ballots_prove_equivocation_exactly_when_they_conflict(
		a in ballot(),
		b in ballot(),
		same in prop::bool::weighted(0.2),
		height in 1..=u64::MAX,
		seat in 0u8..4,
	) {
		let authority = authority(4);
		// A proposal's valid round lies before its round.
		let round = Round::new(u32::MAX);
		let ballots = [a, if same { a } else { b }].map(|ballot| match ballot {
			Ballot::Proposal { target, valid_round } => Ballot::Proposal {
				target,
				valid_round: valid_round.filter(|valid_round| *valid_round < round),
			},
			other => other,
		});
		let messages: [VerifiedMessage; 2] = ballots.map(|ballot| {
			message_about(seat, Height::new(height), round, ballot)
				.verify(&authority, &NativeVerifier)
				.expect("signed by its seat")
		});
		let [first, second] = ballots;
		let expected = if first.step() != second.step() {
			Err(EquivocationError::DifferentSteps { got: second.step(), expected: first.step() })
		} else if first == second {
			Err(EquivocationError::SameBallot)
		} else {
			Ok(())
		};
		let joined = EquivocationProof::from_messages(&messages[0], &messages[1]);
		prop_assert_eq!(joined.map(|_| ()), expected);

		// Built by hand, as a hostile reporter would, the proof gets the same verdict.
		let signed = |message: &VerifiedMessage| (message.message().ballot, message.message().signature);
		let proof = EquivocationProof {
			set_id: authority.set_id,
			height: Height::new(height),
			round,
			offender: *messages[0].key(),
			first: signed(&messages[0]),
			second: signed(&messages[1]),
		};
		let verdict = proof.verify_on_panel(&authority, &NativeVerifier);
		prop_assert_eq!(verdict, expected.map(|()| Seat::new(seat)));
		if expected.is_ok() {
			prop_assert_eq!(joined, Ok(proof));
		}
	}

	#[test]
	fn forged_proofs_never_hold(proof in equivocation()) {
		prop_assert!(proof.verify(GENESIS, &NativeVerifier).is_err());
	}
}

/// Every encoding that differs from `bytes` in one bit.
fn single_bit_flips(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
	(0..bytes.len() * 8).map(|bit| {
		let mut flipped = bytes.to_vec();
		flipped[bit / 8] ^= 1 << (bit % 8);
		flipped
	})
}

#[test]
fn no_bit_of_a_message_can_be_flipped() {
	let authority = authority(4);
	let ballots = [
		Ballot::Proposal { target: TARGET, valid_round: None },
		Ballot::Proposal { target: TARGET, valid_round: Some(Round::ZERO) },
		Ballot::Prevote(Some(TARGET)),
		Ballot::Prevote(None),
		Ballot::Precommit(Some(TARGET)),
		Ballot::Precommit(None),
	];
	for ballot in ballots {
		let valid = message(1, ballot).encode();
		for flipped in single_bit_flips(&valid) {
			// Also without the check for leftover bytes, as inside of a larger object.
			if let Ok(message) = SignedMessage::decode(&mut &flipped[..]) {
				assert!(message.verify(&authority, &NativeVerifier).is_err(), "{message:?}");
			}
		}
	}
}

#[test]
fn no_bit_of_a_certificate_can_be_flipped() {
	let authority = authority(4);
	// More than a quorum too: then a lost signature would leave enough.
	for seats in [0..3, 0..4] {
		let valid = certificate(seats).encode();
		for flipped in single_bit_flips(&valid) {
			// Certificates are read whole: a shorter length would leave some of a larger quorum.
			let Ok(certificate) = Certificate::decode_all(&mut &flipped[..]) else { continue };
			let batched =
				certificate.clone().verify(&authority, &Default::default(), &NativeVerifier);
			assert!(batched.is_err(), "{certificate:?}");
			assert_eq!(batched, certificate.verify(&authority, &Default::default(), &OneByOne));
		}
	}
}

#[test]
fn no_bit_of_a_proof_can_be_flipped() {
	let authority = authority(4);
	let [first, second] = [Some(TARGET), None].map(|target| {
		message(2, Ballot::Precommit(target))
			.verify(&authority, &NativeVerifier)
			.expect("signed by its seat")
	});
	let valid = EquivocationProof::from_messages(&first, &second).expect("they conflict").encode();
	for flipped in single_bit_flips(&valid) {
		if let Ok(proof) = EquivocationProof::decode(&mut &flipped[..]) {
			assert!(proof.verify_on_panel(&authority, &NativeVerifier).is_err(), "{proof:?}");
		}
	}
}
