// SPDX-License-Identifier: Apache-2.0
//! What verification costs a node for each panel size, and how large certificates are.

#[path = "../tests/common/mod.rs"]
mod common;

use asf_primitives::{
	Ballot, Certificate, EquivocationProof, Expectation, NativeVerifier, SignatureVerifier,
};
use codec::{DecodeAll, Encode};
use common::{authority, certificate, message, quorum, OneByOne, OTHER_TARGET, TARGET};
use divan::{black_box, Bencher};

/// The smallest panel with a fault to tolerate, FlareChain's largest, the largest there can be.
const PANELS: [u8; 3] = [4, 21, 100];

fn main() {
	println!("encoded certificate, bytes:");
	for seats in PANELS {
		let quorum = quorum(seats);
		println!(
			"  n = {seats:3}: quorum of {quorum:2} {:5}, every seat {:5}",
			certificate(0..quorum).encoded_size(),
			certificate(0..seats).encoded_size(),
		);
	}
	divan::main();
}

fn verify_certificate(
	bencher: Bencher<'_, '_>,
	seats: u8,
	signers: u8,
	verifier: &(impl SignatureVerifier + Sync),
) {
	let authority = authority(seats);
	let certificate = certificate(0..signers);
	bencher.with_inputs(|| certificate.clone()).bench_values(|certificate| {
		certificate
			.verify(black_box(&authority), &Expectation::default(), verifier)
			.expect("the fixture holds")
	});
}

#[divan::bench(args = PANELS)]
fn certificate_of_quorum_batched(bencher: Bencher<'_, '_>, seats: u8) {
	verify_certificate(bencher, seats, quorum(seats), &NativeVerifier);
}

#[divan::bench(args = PANELS)]
fn certificate_of_quorum_one_by_one(bencher: Bencher<'_, '_>, seats: u8) {
	verify_certificate(bencher, seats, quorum(seats), &OneByOne);
}

#[divan::bench(args = PANELS)]
fn certificate_of_every_seat_batched(bencher: Bencher<'_, '_>, seats: u8) {
	verify_certificate(bencher, seats, seats, &NativeVerifier);
}

/// The worst a peer can cost: the batch fails, and the culprit is the last to be looked at.
#[divan::bench(args = PANELS)]
fn certificate_with_last_signature_bad(bencher: Bencher<'_, '_>, seats: u8) {
	let authority = authority(seats);
	let mut certificate = certificate(0..seats);
	let last = certificate.precommits.len() - 1;
	certificate.precommits[last].signature = certificate.precommits[0].signature;
	bencher.with_inputs(|| certificate.clone()).bench_values(|certificate| {
		certificate
			.verify(black_box(&authority), &Expectation::default(), &NativeVerifier)
			.expect_err("one signature is bad")
	});
}

#[divan::bench(args = PANELS)]
fn decode_certificate_of_quorum(bencher: Bencher<'_, '_>, seats: u8) {
	let bytes = certificate(0..quorum(seats)).encode();
	bencher.bench(|| Certificate::decode_all(&mut black_box(bytes.as_slice())));
}

#[divan::bench]
fn verify_message(bencher: Bencher<'_, '_>) {
	let authority = authority(21);
	let message = message(20, Ballot::Precommit(Some(TARGET)));
	bencher.bench(|| black_box(message).verify(black_box(&authority), &NativeVerifier));
}

#[divan::bench]
fn verify_equivocation(bencher: Bencher<'_, '_>) {
	let authority = authority(21);
	let [first, second] = [TARGET, OTHER_TARGET].map(|target| {
		message(20, Ballot::Precommit(Some(target)))
			.verify(&authority, &NativeVerifier)
			.expect("the fixture holds")
	});
	let proof = EquivocationProof::from_messages(&first, &second).expect("they conflict");
	bencher.bench(|| black_box(&proof).verify_on_panel(black_box(&authority), &NativeVerifier));
}
