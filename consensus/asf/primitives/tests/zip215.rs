// SPDX-License-Identifier: Apache-2.0
//! Edge cases of Ed25519, by the rules of ZIP 215. What implementations disagree about must not
//! split the chain: a node that batches and a runtime that does not reach the same verdict.

mod common;

use asf_primitives::{
	Authority, CertificateError, NativeVerifier, Panel, Seat, SeatKey, Signature, SignatureVerifier,
};
use common::{authority, certificate, seat_key, verdict, OneByOne};

/// All 14 encodings of the 8 points of small order; the last 6 are not canonical.
const SMALL_ORDER: [&str; 14] = [
	"0100000000000000000000000000000000000000000000000000000000000000",
	"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
	"0000000000000000000000000000000000000000000000000000000000000000",
	"0000000000000000000000000000000000000000000000000000000000000080",
	"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
	"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
	"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
	"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
	"0100000000000000000000000000000000000000000000000000000000000080",
	"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
	"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
	"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
	"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
	"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
];

/// Keys and signatures over the fixture's precommit, with a part of small order in key, in R and
/// in both. Without the cofactor the equation fails for the first three; times 8 it holds.
const MIXED_ORDER: [(&str, &str); 4] = [
	(
		"d0e2e02b868f95511791d8d6f2605779f1a210402908694c179b4ad86668fabd",
		"fc79d570758f3f26152620e77726dea16931e40d046aae147bc7d91c65aa1490\
		 020e3205c94625c32dd291e78cecbf4c06510fadfec3073f10c2b7493b09d006",
	),
	(
		"538a1b3ee3b351d0b0ea4c7f9f9f5e68dd058df278a242195986e38cb86082f9",
		"04420c31d6cd4256494a7fe632ed6205cd505c26c931ca071a0978c6c80baa8d\
		 00905c34ca129e60787b342d45e4d912fe4f5a0cafdfcdbb37d39ed66eba1e08",
	),
	(
		"1d7fb94a2cfcba06675ba0e813174e0a892fb57023d0ec281e3033d2be25432a",
		"b2614eaac23f5579edb8e231882b2846aed4dc77975bd07ef8011b085587be26\
		 512fead01f8034386436f20a3c6dd7c2d65e2294c91ebb9098eebcd1ccfbef07",
	),
	(
		"1fbd758d864cdf8083c3ea2eb761b2ad13bdb24ef0d1c7a5942d11caa9cb6c05",
		"83d04be63076fed62565bc78b6be13042f8aa7b6bb26a4d406fa09bb4bda590f\
		 82574f42dc75c25a560d6e19e531001292a99b388a5b5d3484c5033c70c13405",
	),
];

/// The order of Ed25519's group, little endian: an s that is not below it is not canonical.
const GROUP_ORDER: &str = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

fn array<const N: usize>(hex: &str) -> [u8; N] {
	hex::decode(hex).expect("plain hex").try_into().expect("the stated length")
}

fn signature(r: [u8; 32], s: [u8; 32]) -> Signature {
	Signature::from_bytes([r, s].concat().try_into().expect("32 and 32 make 64"))
}

/// The verdict on one signature over the fixture's precommit, the same one by one, in a batch of
/// its own, in a certificate's batch beside a good one, and in a certificate.
fn verdict_on_signature(key: SeatKey, signature: Signature) -> bool {
	let mut certificate = certificate(0..2);
	certificate.precommits[0].signature = signature;
	let panel = Panel::new(vec![key, seat_key(1)]).expect("not the key of seat 1");
	let authority = Authority { panel, ..authority(1) };
	let payload = certificate.signing_payload(authority.genesis);

	let alone = NativeVerifier.verify(&key, &payload, &signature);
	let own_batch = NativeVerifier.verify_all(&payload, [(&key, &signature)].into_iter());
	assert_eq!(alone, own_batch, "{key:?}");
	let (good_key, good) = (seat_key(1), certificate.precommits[1].signature);
	let pairs = [(&key, &signature), (&good_key, &good)];
	assert_eq!(alone, NativeVerifier.verify_all(&payload, pairs.into_iter()), "{key:?}");
	let expected =
		if alone { Ok(()) } else { Err(CertificateError::BadSignature { seat: Seat::new(0) }) };
	assert_eq!(verdict(&certificate, &authority, &Default::default()), expected);
	alone
}

/// Such a key signs everything for everybody. That is its owner's loss alone: it is one seat,
/// and it can be blamed for what is done with it.
#[test]
fn points_of_small_order_are_accepted_by_every_path() {
	let encodings = SMALL_ORDER.map(array::<32>);
	for key in encodings {
		for r in encodings {
			assert!(verdict_on_signature(SeatKey::from_bytes(key), signature(r, [0; 32])));
		}
		let mut one = [0; 32];
		one[0] = 1;
		assert!(!verdict_on_signature(SeatKey::from_bytes(key), signature(key, one)));
	}
}

#[test]
fn keys_of_small_order_are_told_from_all_others() {
	for key in SMALL_ORDER {
		assert!(SeatKey::from_bytes(array(key)).is_small_order(), "{key}");
	}
	for (key, _) in MIXED_ORDER {
		assert!(!SeatKey::from_bytes(array(key)).is_small_order(), "{key}");
	}
	for seat in 0..16 {
		assert!(!seat_key(seat).is_small_order(), "{seat}");
	}
	let encodings = SMALL_ORDER.map(array::<32>);
	for key in encodings {
		for bit in 0..256 {
			let mut near = key;
			near[bit / 8] ^= 1 << (bit % 8);
			let is_small_order = SeatKey::from_bytes(near).is_small_order();
			assert_eq!(is_small_order, encodings.contains(&near), "{near:?}");
		}
	}
}

#[test]
fn parts_of_small_order_are_accepted_by_every_path() {
	for (key, signature) in MIXED_ORDER {
		let mut bytes = array(signature);
		let key = SeatKey::from_bytes(array(key));
		assert!(verdict_on_signature(key, Signature::from_bytes(bytes)));
		bytes[32] ^= 1;
		assert!(!verdict_on_signature(key, Signature::from_bytes(bytes)));
	}
}

#[test]
fn encodings_outside_zip_215_are_rejected_by_every_path() {
	let good = certificate([0]).precommits[0].signature;
	assert!(verdict_on_signature(seat_key(0), good));
	let (r, s) = good.as_bytes().split_at(32);
	let (r, s): ([u8; 32], [u8; 32]) =
		(r.try_into().expect("32 of 64"), s.try_into().expect("32 of 64"));

	// The same scalar, not reduced: accepting it would give one vote many signatures.
	assert!(!verdict_on_signature(seat_key(0), signature(r, plus_group_order(s))));
	let identity = array(SMALL_ORDER[0]);
	let order = array(GROUP_ORDER);
	assert!(!verdict_on_signature(SeatKey::from_bytes(identity), signature(identity, order)));

	// No point of the curve has y = 2.
	let mut no_point = [0; 32];
	no_point[0] = 2;
	assert!(!verdict_on_signature(seat_key(0), signature(no_point, s)));
	assert!(!verdict_on_signature(SeatKey::from_bytes(no_point), good));
	assert!(!verdict_on_signature(SeatKey::from_bytes(no_point), signature(identity, [0; 32])));
	assert!(!verdict_on_signature(seat_key(0), Signature::from_bytes([0xff; 64])));
}

fn plus_group_order(scalar: [u8; 32]) -> [u8; 32] {
	let mut carry = 0;
	let mut sum = [0; 32];
	for (index, byte) in array::<32>(GROUP_ORDER).into_iter().enumerate() {
		let total = u16::from(scalar[index]) + u16::from(byte) + carry;
		sum[index] = total.to_le_bytes()[0];
		carry = total >> 8;
	}
	assert_eq!(carry, 0, "twice the group order is below 2^256");
	sum
}

#[test]
fn an_empty_batch_holds_as_an_empty_list_does() {
	assert!(NativeVerifier.verify_all(b"", std::iter::empty()));
	assert!(OneByOne.verify_all(b"", std::iter::empty()));
}
