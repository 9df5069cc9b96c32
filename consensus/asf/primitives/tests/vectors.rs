// SPDX-License-Identifier: Apache-2.0
//! Freezes the bytes that go over the wire, into signatures and into databases. A change here
//! splits a running network: it needs a new domain tag or set of rules, not a new vector.
//!
//! `vectors/asf-v1.txt` is plain `name hex` lines, so that other implementations can use it.

mod common;

use asf_primitives::{
	Ballot, Certificate, ConsensusLog, EquivocationProof, NativeVerifier, NextPanel, Panel, Round,
	SetId, SignedMessage, ENGINE_ID,
};
use codec::{DecodeAll, Encode};
use common::{
	authority, certificate, message, panel, seed, GENESIS, HEIGHT, OTHER_TARGET, ROUND, SET, TARGET,
};
use std::fmt::{Debug, Write};

const FROZEN: &str = include_str!("vectors/asf-v1.txt");
/// A panel's size in the vectors.
const SEATS: u8 = 4;

fn ballots() -> [(&'static str, Ballot); 6] {
	let proposal = |valid_round| Ballot::Proposal { target: TARGET, valid_round };
	[
		("proposal", proposal(None)),
		("proposal_with_valid_round_0", proposal(Some(Round::ZERO))),
		("prevote", Ballot::Prevote(Some(TARGET))),
		("prevote_nil", Ballot::Prevote(None)),
		("precommit", Ballot::Precommit(Some(TARGET))),
		("precommit_nil", Ballot::Precommit(None)),
	]
}

fn equivocation() -> EquivocationProof {
	let vote = |target| {
		message(2, Ballot::Precommit(Some(target)))
			.verify(&authority(SEATS), &NativeVerifier)
			.expect("fixtures are signed by their seat")
	};
	EquivocationProof::from_messages(&vote(TARGET), &vote(OTHER_TARGET))
		.expect("two targets in one step conflict")
}

fn next_panel() -> ConsensusLog {
	ConsensusLog::NextPanel(NextPanel { set_id: SetId::new(4), panel: panel(SEATS) })
}

/// Every vector, in the order of the file.
fn vectors() -> Vec<(String, Vec<u8>)> {
	let mut vectors = vec![
		("engine_id".into(), ENGINE_ID.to_vec()),
		("genesis".into(), GENESIS.encode()),
		("set_id".into(), SET.encode()),
		("height".into(), HEIGHT.encode()),
		("round".into(), ROUND.encode()),
		("target".into(), TARGET.encode()),
	];
	for (seat, key) in panel(SEATS).iter() {
		vectors.push((format!("seat_{seat}_seed"), seed(seat.get()).to_vec()));
		vectors.push((format!("seat_{seat}_key"), key.encode()));
	}
	for (name, ballot) in ballots() {
		vectors.push((format!("payload_{name}"), message(0, ballot).signing_payload(GENESIS)));
	}
	for (name, ballot) in ballots() {
		vectors.push((format!("message_{name}_of_seat_0"), message(0, ballot).encode()));
	}
	vectors.push(("certificate_of_seats_0_1_3".into(), certificate([0, 1, 3]).encode()));
	vectors.push(("certificate_of_every_seat".into(), certificate(0..SEATS).encode()));
	vectors.push(("equivocation_of_seat_2".into(), equivocation().encode()));
	vectors.push(("panel".into(), panel(SEATS).encode()));
	vectors.push(("consensus_log_next_panel".into(), next_panel().encode()));
	vectors
}

/// The file's `name hex` lines; the other lines explain it.
fn frozen_lines() -> impl Iterator<Item = &'static str> {
	FROZEN.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn frozen(name: &str) -> Vec<u8> {
	let hex = frozen_lines()
		.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
		.expect("the file has every name that the tests ask for");
	hex::decode(hex).expect("the file holds plain hex")
}

#[test]
fn encodings_are_frozen() {
	let actual: Vec<_> = vectors()
		.into_iter()
		.map(|(name, bytes)| format!("{name} {}", hex::encode(bytes)))
		.collect();
	let expected: Vec<_> = frozen_lines().collect();
	if actual == expected {
		return;
	}
	let mut report = String::new();
	for line in 0..actual.len().max(expected.len()) {
		let got = actual.get(line).map_or("nothing", String::as_str);
		let expected = expected.get(line).copied().unwrap_or("nothing");
		if got != expected {
			write!(report, "\ngot      {got}\nexpected {expected}\n").expect("a String takes it");
		}
	}
	assert!(
		report.is_empty(),
		"an encoding changed:\n{report}\nIf that is meant, these are the lines of the file:\n{}\n",
		actual.join("\n"),
	);
}

/// Builds the payload from the prose of the specification, field by field.
#[test]
fn payload_has_the_specified_layout() {
	let head = [
		b"flarechain/asf/v1".as_slice(),
		&[0x47; 32],          // genesis hash
		&3u64.to_le_bytes(),  // set id
		&42u64.to_le_bytes(), // height
		&1u32.to_le_bytes(),  // round
	]
	.concat();
	let target = [[0xb1; 32].as_slice(), &1_000u32.to_le_bytes()].concat();
	let tails = [
		("proposal", [&[0], target.as_slice(), &[0]].concat()),
		("proposal_with_valid_round_0", [&[0], target.as_slice(), &[1, 0, 0, 0, 0]].concat()),
		("prevote", [&[1, 1], target.as_slice()].concat()),
		("prevote_nil", vec![1, 0]),
		("precommit", [&[2, 1], target.as_slice()].concat()),
		("precommit_nil", vec![2, 0]),
	];
	for (name, tail) in tails {
		let specified = [head.as_slice(), &tail].concat();
		assert_eq!(frozen(&format!("payload_{name}")), specified, "{name}");
	}
}

fn assert_decodes<T: DecodeAll + PartialEq + Debug>(name: &str, expected: &T) -> T {
	let decoded = T::decode_all(&mut frozen(name).as_slice()).expect("a frozen encoding decodes");
	assert_eq!(&decoded, expected, "{name}");
	decoded
}

#[test]
fn frozen_encodings_decode_and_verify() {
	let authority = authority(SEATS);
	for (name, ballot) in ballots() {
		assert_decodes::<SignedMessage>(&format!("message_{name}_of_seat_0"), &message(0, ballot))
			.verify(&authority, &NativeVerifier)
			.expect(name);
	}
	for (name, seats) in [
		("certificate_of_seats_0_1_3", vec![0, 1, 3]),
		("certificate_of_every_seat", vec![0, 1, 2, 3]),
	] {
		assert_decodes::<Certificate>(name, &certificate(seats))
			.verify(&authority, &Default::default(), &NativeVerifier)
			.expect(name);
	}
	assert_decodes("equivocation_of_seat_2", &equivocation())
		.verify_on_panel(&authority, &NativeVerifier)
		.expect("the frozen proof holds");
	assert_decodes::<Panel>("panel", &panel(SEATS));
	assert_decodes::<ConsensusLog>("consensus_log_next_panel", &next_panel());
}
