// SPDX-License-Identifier: Apache-2.0
//! Whatever bytes a peer sends: no decoder panics, each content has one encoding, and nothing that
//! decodes makes a verification panic.

#![no_main]

use asf_core::{LockProof, LogRecord};
use asf_primitives::{
	Authority, Ballot, BlockHash, Certificate, ConsensusLog, EquivocationProof, Expectation,
	Height, NativeVerifier, NextPanel, Panel, Polka, Round, Seat, SeatKey, SeatSignature, SetId,
	Signature, SignatureVerifier, SignedMessage, Target,
};
use codec::{Decode, Encode, MaxEncodedLen};
use core::fmt::Debug;
use libfuzzer_sys::fuzz_target;

const GENESIS: BlockHash = BlockHash::repeat_byte(0x47);

/// Keeps the trait's `verify_all`, as a runtime's verifier may.
struct OneByOne;

impl SignatureVerifier for OneByOne {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		NativeVerifier.verify(key, payload, signature)
	}
}

/// What the bytes begin with, if it is a `T`; the one encoding of it is the bytes it came from.
fn decoded<T: Decode + Encode + PartialEq + Debug>(bytes: &[u8]) -> Option<T> {
	let mut rest = bytes;
	let value = T::decode(&mut rest).ok()?;
	let again = value.encode();
	assert_eq!(again, bytes[..bytes.len() - rest.len()], "a second encoding of {value:?}");
	assert_eq!(T::decode(&mut again.as_slice()).as_ref(), Ok(&value));
	Some(value)
}

fn bounded<T: Decode + Encode + MaxEncodedLen + PartialEq + Debug>(bytes: &[u8]) -> Option<T> {
	let value = decoded::<T>(bytes)?;
	assert!(value.encoded_size() <= T::max_encoded_len(), "too long: {value:?}");
	Some(value)
}

/// Panels of fixed keys that the bytes cannot sign for, so that checks get as far as they can.
fn authority(set_id: SetId, panel: Panel) -> Authority {
	Authority { genesis: GENESIS, set_id, panel }
}

fn fixed_panel(first: Option<SeatKey>, seats: u8) -> Panel {
	let keys = (0..seats).map(|seat| SeatKey::from_bytes([seat; 32]));
	let keys = first.into_iter().chain(keys.filter(|key| Some(*key) != first)).collect();
	Panel::new(keys).expect("distinct keys")
}

fn verify_message(message: SignedMessage, panel: &Panel) {
	let authority = authority(message.set_id, panel.clone());
	if let Ok(verified) = message.verify(&authority, &NativeVerifier) {
		assert_eq!(verified.message(), &message);
		assert_eq!(Some(verified.key()), panel.key(message.seat));
	}
}

fn verify_certificate(certificate: &Certificate, panel: &Panel) {
	let authority = authority(certificate.set_id, panel.clone());
	let any = Expectation::default();
	let batched = certificate.clone().verify(&authority, &any, &NativeVerifier);
	let one_by_one = certificate.clone().verify(&authority, &any, &OneByOne);
	assert_eq!(batched, one_by_one);
	if batched.is_ok() {
		assert!(certificate.precommits.len() >= panel.quorum());
		assert!(certificate.precommits.len() <= panel.seat_count());
	}
}

fn verify_polka(polka: &Polka, panel: &Panel) {
	let authority = authority(polka.proposal.set_id, panel.clone());
	if polka.verify(&authority, &NativeVerifier).is_ok() {
		assert!(polka.prevotes.len() >= panel.quorum());
		assert!(polka.prevotes.len() <= panel.seat_count());
	}
}

fn verify_proof(proof: &EquivocationProof) {
	let of_chain = proof.verify(GENESIS, &NativeVerifier);
	let panel = fixed_panel(Some(proof.offender), 3);
	let on_panel = proof.verify_on_panel(&authority(proof.set_id, panel), &NativeVerifier);
	assert_eq!(on_panel, of_chain.map(|()| Seat::new(0)));
}

fuzz_target!(|bytes: &[u8]| {
	bounded::<Height>(bytes);
	bounded::<Round>(bytes);
	bounded::<SetId>(bytes);
	bounded::<Seat>(bytes);
	bounded::<SeatKey>(bytes);
	bounded::<Signature>(bytes);
	bounded::<Target>(bytes);
	bounded::<Ballot>(bytes);
	bounded::<SeatSignature>(bytes);
	bounded::<NextPanel>(bytes);
	bounded::<ConsensusLog>(bytes);
	decoded::<LockProof>(bytes);
	if let Some(message) = bounded::<SignedMessage>(bytes) {
		verify_message(message, &fixed_panel(None, 4));
	}
	if let Some(certificate) = bounded::<Certificate>(bytes) {
		verify_certificate(&certificate, &fixed_panel(None, 4));
	}
	if let Some(polka) = bounded::<Polka>(bytes) {
		verify_polka(&polka, &fixed_panel(None, 4));
	}
	if let Some(proof) = bounded::<EquivocationProof>(bytes) {
		verify_proof(&proof);
	}
	if let Some(record) = decoded::<LogRecord>(bytes) {
		assert!(record.slots().count() <= 2);
		verify_message(record.message, &fixed_panel(None, 4));
	}
	// A panel of the bytes' own, and what they say after it.
	if let Some(panel) = bounded::<Panel>(bytes) {
		assert!(panel.quorum() <= panel.seat_count());
		let rest = &bytes[panel.encoded_size()..];
		if let Some(message) = bounded::<SignedMessage>(rest) {
			verify_message(message, &panel);
		}
		if let Some(certificate) = bounded::<Certificate>(rest) {
			verify_certificate(&certificate, &panel);
		}
	}
});
