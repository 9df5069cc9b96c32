// SPDX-License-Identifier: Apache-2.0

//! What may be recorded, and what a record changes.

use crate::{mock::*, *};
use asf_primitives::{Certificate, Height, Round, Seat, SetId, Target};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
};
use sp_core::H256;
use sp_runtime::DispatchError;

fn record(certificate: Certificate) -> Result<(), DispatchError> {
	Asf::record_certificate(RuntimeOrigin::none(), certificate)
}

fn signers() -> Vec<u8> {
	let last = Asf::last_certificate().expect("a certificate is recorded");
	last.signers.iter().map(|seat| seat.get()).collect()
}

#[test]
fn a_certificate_is_recorded() {
	run(|| {
		next_block(2);
		take_events();
		let target = ancestor(1);
		assert_ok!(record(certificate(0, 1, target, &[1, 2, 4])));
		let last = Asf::last_certificate().expect("just recorded");
		let (set_id, height) = (SetId::new(0), Height::new(1));
		assert_eq!((last.set_id, last.height, last.target), (set_id, height, target));
		assert_eq!(last.recorded_at, 2);
		assert_eq!(signers(), [0, 1, 3]);
		assert_eq!(
			take_events(),
			[Event::CertificateRecorded { set_id, height, target, signers: 3 }]
		);
		let participation = CurrentParticipation::<Test>::get();
		assert_eq!(participation.certificates, 1);
		assert!(participation.seen.contains(Seat::new(3)));
		assert!(!participation.seen.contains(Seat::new(2)));
	});
}

#[test]
fn only_a_block_itself_may_record() {
	run(|| {
		next_block(1);
		let certificate = certificate(0, 1, ancestor(1), &[1, 2, 3]);
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::root()] {
			assert_noop!(
				Asf::record_certificate(origin, certificate.clone()),
				DispatchError::BadOrigin
			);
		}
		let info = Call::<Test>::record_certificate { certificate }.get_dispatch_info();
		assert_eq!(info.class, DispatchClass::Mandatory);
	});
}

#[test]
fn a_block_records_once() {
	run(|| {
		to_block(3);
		assert_ok!(record(certificate(0, 1, ancestor(1), &[1, 2, 3])));
		let next = certificate(0, 2, ancestor(2), &[1, 2, 3]);
		assert_noop!(record(next.clone()), Error::<Test>::AlreadyRecordedInBlock);
		next_block(1);
		assert_ok!(record(next));
	});
}

#[test]
fn only_the_two_newest_sets_are_recorded() {
	run(|| {
		to_block(12);
		assert_noop!(
			record(certificate(2, 1, ancestor(11), &[1, 2, 3])),
			Error::<Test>::PanelNotRecorded
		);
		to_session(2);
		let (early, late) = (ancestor(9), ancestor(15));
		assert_noop!(record(certificate(0, 9, early, &[1, 2, 3])), Error::<Test>::PanelNotRecorded);
		assert_ok!(record(certificate(1, 1, late, &[1, 2, 3])));
	});
}

#[test]
fn a_certificate_brings_something_new() {
	run(|| {
		to_block(6);
		assert_ok!(record(certificate(0, 2, ancestor(3), &[1, 2, 3])));
		next_block(1);
		let lower = certificate(0, 1, ancestor(2), &[1, 2, 3, 4]);
		assert_noop!(record(lower), Error::<Test>::NotNewer);
		let same = certificate(0, 2, ancestor(3), &[1, 2, 3]);
		assert_noop!(record(same), Error::<Test>::NotNewer);
	});
}

#[test]
fn signers_add_up_and_no_further() {
	run(|| {
		to_block(5);
		let target = ancestor(4);
		assert_ok!(record(certificate(0, 1, target, &[1, 2, 3])));
		take_events();
		next_block(1);
		assert_ok!(record(certificate(0, 1, target, &[1, 2, 4])));
		assert_eq!(signers(), [0, 1, 2, 3]);
		assert!(matches!(
			take_events().last(),
			Some(Event::CertificateRecorded { signers: 4, .. })
		));
		// One height is one certificate, however often it grows.
		assert_eq!(CurrentParticipation::<Test>::get().certificates, 1);
		for signers in [&[1, 2, 3][..], &[2, 3, 4], &[1, 2, 3, 4]] {
			next_block(1);
			let again = certificate(0, 1, target, signers);
			assert_noop!(record(again), Error::<Test>::NotNewer);
		}
	});
}

#[test]
fn a_later_round_of_the_same_decision_adds_its_signers() {
	run(|| {
		to_block(3);
		let target = ancestor(2);
		assert_ok!(record(certificate(0, 1, target, &[1, 2, 3])));
		next_block(1);
		let mut later = Certificate {
			round: Round::new(1),
			precommits: Default::default(),
			..certificate(0, 1, target, &[])
		};
		let payload = later.signing_payload(GENESIS_HASH);
		let precommits = certificate(0, 1, target, &[2, 3, 4])
			.precommits
			.into_iter()
			.map(|mut precommit| {
				precommit.signature = sign(u64::from(precommit.seat.get()) + 1, &payload);
				precommit
			})
			.collect::<Vec<_>>();
		later.precommits = precommits.try_into().expect("three seats");
		assert_ok!(record(later));
		assert_eq!(signers(), [0, 1, 2, 3]);
	});
}

#[test]
fn a_certificate_that_contradicts_the_recorded_one_is_refused() {
	run(|| {
		to_block(6);
		assert_ok!(record(certificate(0, 2, ancestor(3), &[1, 2, 3])));
		next_block(1);
		for (height, number) in [(2, 4), (2, 2), (3, 3), (3, 1)] {
			let other = certificate(0, height, ancestor(number), &[1, 2, 3, 4]);
			assert_noop!(record(other), Error::<Test>::ConflictsWithRecorded);
		}
	});
}

#[test]
fn a_set_decides_its_own_blocks_only() {
	run(|| {
		next_block(1);
		assert_noop!(
			record(certificate(0, 1, ancestor(0), &[1, 2, 3])),
			Error::<Test>::TargetOutsideSet
		);
		to_block(13);
		// Block 10 announced set 1: set 0 decides it, and nothing above.
		assert_noop!(
			record(certificate(0, 9, ancestor(11), &[1, 2, 3])),
			Error::<Test>::TargetOutsideSet
		);
		assert_noop!(
			record(certificate(1, 1, ancestor(10), &[1, 2, 3])),
			Error::<Test>::TargetOutsideSet
		);
		assert_ok!(record(certificate(0, 9, ancestor(10), &[1, 2, 3])));
		next_block(1);
		assert_ok!(record(certificate(1, 1, ancestor(11), &[1, 2, 3])));
	});
}

#[test]
fn the_target_is_an_ancestor() {
	run(|| {
		to_block(4);
		let parent = ancestor(3);
		for target in [
			Target { hash: H256::repeat_byte(1), ..parent },
			Target { number: 2, ..parent },
			Target { number: 4, ..parent },
			Target { number: u32::MAX, ..parent },
		] {
			assert_noop!(
				record(certificate(0, 1, target, &[1, 2, 3])),
				Error::<Test>::TargetNotAncestor
			);
		}
		assert_ok!(record(certificate(0, 1, parent, &[1, 2, 3])));
	});
}

#[test]
fn a_target_beyond_the_kept_hashes_is_refused() {
	run(|| {
		to_block(3);
		let (first, third) = (ancestor(1), ancestor(2));
		to_block(19);
		let old = certificate(0, 1, first, &[1, 2, 3]);
		assert_noop!(record(old), Error::<Test>::TargetTooOld);
		let older_hash = Target { number: 3, ..third };
		assert_noop!(
			record(certificate(0, 1, older_hash, &[1, 2, 3])),
			Error::<Test>::TargetNotAncestor
		);
		assert_ok!(record(certificate(0, 1, ancestor(3), &[1, 2, 3])));
	});
}

#[test]
fn the_genesis_hash_outlives_the_kept_hashes() {
	run(|| {
		to_block(38);
		assert_ok!(record(certificate(3, 1, ancestor(37), &[1, 2, 3])));
	});
}

#[test]
fn a_certificate_that_proves_nothing_is_refused() {
	run(|| {
		to_block(3);
		let good = certificate(0, 1, ancestor(2), &[1, 2, 3]);
		let mut swapped = good.clone();
		swapped.precommits[0].signature = good.precommits[1].signature;
		let mut twice = good.clone();
		twice.precommits[1] = good.precommits[0];
		let other_height = Certificate { height: Height::new(2), ..good.clone() };
		let foreign_seat = certificate(0, 1, ancestor(2), &[1, 2, 5]);
		let below_quorum = certificate(0, 1, ancestor(2), &[1, 2]);
		for bad in [swapped, twice, other_height, foreign_seat, below_quorum] {
			assert_noop!(record(bad), Error::<Test>::InvalidCertificate);
		}
		assert_ok!(record(good));
	});
}

#[test]
fn the_last_decisions_of_a_set_are_recorded_in_the_next_session() {
	run(|| {
		to_block(9);
		record_parent(0, 1, &[1, 2, 3]);
		// Block 10 starts session 1; its certificate can only come later.
		to_block(11);
		record_parent(0, 2, &[2, 3, 4]);
		let previous = PreviousParticipation::<Test>::get();
		assert_eq!((previous.certificates, previous.seen.count()), (2, 4));
		let current = CurrentParticipation::<Test>::get();
		assert_eq!((current.certificates, current.seen.count()), (0, 1));
		next_block(1);
		record_parent(1, 1, &[1, 2, 3]);
		// What is recorded of a later set closes the earlier one.
		next_block(1);
		let late = certificate(0, 3, ancestor(10), &[1, 2, 3]);
		assert_noop!(record(late), Error::<Test>::NotNewer);
	});
}
