// SPDX-License-Identifier: Apache-2.0

//! Reports of equivocations: who is found, what is refused, what the pool takes.

use crate::{equivocations::MAX_KEY_OWNERSHIP_PROOF_BYTES, mock::*, *};
use asf_primitives::{
	substrate::{AuthorityId, HostVerifier, KEY_TYPE},
	EquivocationProof, Height, Round, SeatKey, SetId, Signature,
};
use codec::Decode;
use frame_support::{
	assert_noop, assert_ok,
	dispatch::Pays,
	pallet_prelude::ValidateUnsigned,
	traits::KeyOwnerProofSystem,
	unsigned::{TransactionSource, TransactionValidityError},
};
use pallet_session::QueuedKeys;
use sp_core::offchain::{testing::TestTransactionPoolExt, TransactionPoolExt};
use sp_runtime::{transaction_validity::InvalidTransaction, DispatchError, Perbill};
use sp_session::MembershipProof;
use sp_staking::offence::Offence;

fn report(proof: EquivocationProof, ownership: MembershipProof) -> Result<(), DispatchError> {
	match Asf::report_equivocation(RuntimeOrigin::signed(9), Box::new(proof), ownership) {
		Ok(info) => {
			assert_eq!(info.pays_fee, Pays::No);
			Ok(())
		},
		Err(error) => Err(error.error),
	}
}

/// A proof of key ownership from the running session.
fn ownership(set: u64, who: u64) -> MembershipProof {
	Asf::generate_key_ownership_proof(SetId::new(set), id(who))
		.expect("the validator has a seat")
		.decode()
		.expect("a membership proof")
}

fn unsigned(proof: EquivocationProof, key_owner_proof: MembershipProof) -> Call<Test> {
	Call::report_equivocation_unsigned { proof: Box::new(proof), key_owner_proof }
}

#[test]
fn an_equivocation_costs_the_whole_bond() {
	run(|| {
		to_session(1);
		take_events();
		assert_ok!(report(equivocation(3, 1, 5, [1, 2]), ownership(1, 3)));
		assert_eq!(Punished::get(), [(vec![3], Perbill::one(), 1)]);
		let (set_id, height, round) = (SetId::new(1), Height::new(5), Round::ZERO);
		assert_eq!(
			take_events(),
			[Event::EquivocationReported { offender: 3, set_id, height, round }]
		);
		assert_eq!(offences::Equivocation::<()>::ID, *b"asf:equivocation");
		let details = pallet_offences::Reports::<Test>::iter_values().next().expect("reported");
		assert_eq!((details.offender, details.reporters), ((3, 3_000), vec![9]));
	});
}

#[test]
fn an_unsigned_report_is_its_author_s() {
	run(|| {
		next_block(2);
		let (proof, ownership) = (Box::new(equivocation(3, 0, 5, [1, 2])), ownership(0, 3));
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::root()] {
			assert_noop!(
				Asf::report_equivocation_unsigned(origin, proof.clone(), ownership.clone()),
				DispatchError::BadOrigin
			);
		}
		assert_noop!(
			Asf::report_equivocation(RuntimeOrigin::none(), proof.clone(), ownership.clone()),
			DispatchError::BadOrigin
		);
		let info = Asf::report_equivocation_unsigned(RuntimeOrigin::none(), proof, ownership);
		assert_eq!(info.map(|info| info.pays_fee), Ok(Pays::No));
		let details = pallet_offences::Reports::<Test>::iter_values().next().expect("reported");
		assert_eq!(details.reporters, [2]);
	});
}

#[test]
fn one_report_of_a_seat_in_a_set_is_enough() {
	run(|| {
		to_session(1);
		let proof = equivocation(3, 1, 5, [1, 2]);
		assert_ok!(report(proof, ownership(1, 3)));
		let turned = EquivocationProof { first: proof.second, second: proof.first, ..proof };
		let other_votes = equivocation(3, 1, 5, [1, 3]);
		let other_height = equivocation(3, 1, 6, [1, 2]);
		for again in [proof, turned, other_votes, other_height] {
			assert_noop!(report(again, ownership(1, 3)), Error::<Test>::DuplicateReport);
		}
		assert_ok!(report(equivocation(2, 1, 5, [1, 2]), ownership(1, 2)));
		// The first offender is not handed on again with the second.
		assert_eq!(Punished::get()[1], (vec![2], Perbill::one(), 1));
		assert_ok!(report(equivocation(3, 0, 5, [1, 2]), Default::default()));
		assert_eq!(Punished::get().len(), 3);
	});
}

#[test]
fn the_record_of_the_two_newest_sets_answers_without_a_proof() {
	run(|| {
		to_session(2);
		for set in [1, 2] {
			assert_ok!(report(equivocation(3, set, 5, [1, 2]), Default::default()));
		}
		let sessions = Punished::get().into_iter().map(|(_, _, session)| session);
		assert_eq!(sessions.collect::<Vec<_>>(), [1, 2]);
	});
}

#[test]
fn a_change_of_keys_does_not_hide_the_offender() {
	run(|| {
		to_block(12);
		force_key(3, id(1_003));
		// The session pallet no longer finds the key that votes in this session.
		let of_key = (KEY_TYPE, id(3));
		let proof = Historical::prove(of_key.clone()).expect("of absence, at least");
		assert_eq!(Historical::check_proof(of_key, proof), None);
		assert_ok!(report(equivocation(3, 1, 5, [1, 2]), ownership(1, 3)));
		assert_eq!(Punished::get(), [(vec![3], Perbill::one(), 1)]);
	});
}

#[test]
fn an_older_set_needs_a_proof_of_its_session() {
	run(|| {
		to_session(1);
		let (mine, other) = (ownership(1, 3), ownership(1, 2));
		to_session(2);
		let wrong_session = ownership(2, 3);
		to_session(3);
		let proof = equivocation(3, 1, 5, [1, 2]);
		assert_noop!(report(proof, wrong_session), Error::<Test>::WrongSession);
		for bad in [
			MembershipProof { session: 1, ..Default::default() },
			MembershipProof { validator_count: 5, ..mine.clone() },
			MembershipProof { trie_nodes: other.trie_nodes[..1].to_vec(), ..mine.clone() },
		] {
			assert_noop!(report(proof, bad), Error::<Test>::InvalidKeyOwnershipProof);
		}
		// Somebody else's key.
		let stranger = equivocation(8, 1, 5, [1, 2]);
		assert_noop!(report(stranger, mine.clone()), Error::<Test>::InvalidKeyOwnershipProof);
		assert_ok!(report(proof, mine));
		assert_eq!(Punished::get(), [(vec![3], Perbill::one(), 1)]);
	});
}

#[test]
fn a_proof_of_key_ownership_is_bounded() {
	run(|| {
		to_session(1);
		let mine = ownership(1, 3);
		to_session(3);
		let proof = equivocation(3, 1, 5, [1, 2]);
		let huge = vec![vec![0; MAX_KEY_OWNERSHIP_PROOF_BYTES], vec![0]];
		assert_noop!(
			report(proof, MembershipProof { trie_nodes: huge, ..mine.clone() }),
			Error::<Test>::KeyOwnershipProofTooLarge
		);
		let full = vec![vec![0; MAX_KEY_OWNERSHIP_PROOF_BYTES]];
		assert_noop!(
			report(proof, MembershipProof { trie_nodes: full, ..mine }),
			Error::<Test>::InvalidKeyOwnershipProof
		);
	});
}

#[test]
fn a_validator_without_identification_is_proven_by_the_session_pallet() {
	run(|| {
		Unidentified::set(vec![3]);
		to_session(1);
		Unidentified::take();
		assert_noop!(
			report(equivocation(3, 1, 5, [1, 2]), Default::default()),
			Error::<Test>::WrongSession
		);
		assert_ok!(report(equivocation(3, 1, 5, [1, 2]), ownership(1, 3)));
	});
}

#[test]
fn only_remembered_sets_are_taken() {
	run(|| {
		to_session(1);
		let mine = ownership(1, 3);
		assert_noop!(
			report(equivocation(3, 2, 5, [1, 2]), mine.clone()),
			Error::<Test>::SetNotRecorded
		);
		let proof = equivocation(3, 1, 5, [1, 2]);
		to_session(5);
		assert_noop!(report(proof, mine), Error::<Test>::SetNotRecorded);
	});
}

#[test]
fn only_seats_of_the_set_are_taken() {
	run(|| {
		to_session(1);
		assert_noop!(
			report(equivocation(8, 1, 5, [1, 2]), ownership(1, 3)),
			Error::<Test>::NotOnPanel
		);
		// Small order: whatever is signed for such a key.
		let weak = EquivocationProof {
			offender: SeatKey::from_bytes([0; 32]),
			..equivocation(3, 1, 5, [1, 2])
		};
		assert_noop!(report(weak, ownership(1, 3)), Error::<Test>::NotOnPanel);
	});
}

/// Anybody can sign for such a key, also what its owner never said. It had no seat, though the
/// session pallet proves whose it was.
#[test]
fn the_owner_of_a_weak_key_cannot_be_framed() {
	run(|| {
		let weak = SeatKey::from_bytes([0; 32]);
		force_key(3, AuthorityId::from(&weak));
		to_session(2);
		let ownership = Historical::prove((KEY_TYPE, AuthorityId::from(&weak))).expect("a proof");
		to_session(4);
		// R of small order and s = 0 fit every message.
		let anything = Signature::from_bytes([0; 64]);
		let good = equivocation(3, 2, 5, [1, 2]);
		let (first, second) = ((good.first.0, anything), (good.second.0, anything));
		let forged = EquivocationProof { offender: weak, first, second, ..good };
		assert_eq!(forged.verify(GENESIS_HASH, &HostVerifier), Ok(()));
		assert_noop!(report(forged, ownership), Error::<Test>::NotOnPanel);
	});
}

#[test]
fn a_proof_that_proves_nothing_is_refused() {
	run(|| {
		to_session(1);
		let good = equivocation(3, 1, 5, [1, 2]);
		let same = EquivocationProof { second: good.first, ..good };
		let forged = EquivocationProof { second: (good.second.0, good.first.1), ..good };
		let framed = EquivocationProof { offender: key(2), ..good };
		let other_height = EquivocationProof { height: Height::new(6), ..good };
		for bad in [same, forged, framed, other_height] {
			assert_noop!(report(bad, ownership(1, 3)), Error::<Test>::InvalidEquivocationProof);
		}
		assert_ok!(report(good, ownership(1, 3)));
	});
}

#[test]
fn an_equivocation_under_a_kept_panel_is_of_the_session_of_its_keys() {
	run(|| {
		to_block(19);
		QueuedKeys::<Test>::kill();
		to_session(2);
		assert_ok!(report(equivocation(3, 2, 5, [1, 2]), Default::default()));
		assert_eq!(Punished::get(), [(vec![3], Perbill::one(), 1)]);
	});
}

#[test]
fn the_pool_takes_good_reports_of_this_node() {
	run(|| {
		to_session(1);
		let call = unsigned(equivocation(3, 1, 5, [1, 2]), ownership(1, 3));
		assert_eq!(
			Asf::validate_unsigned(TransactionSource::External, &call),
			Err(InvalidTransaction::Call.into())
		);
		for source in [TransactionSource::Local, TransactionSource::InBlock] {
			let valid = Asf::validate_unsigned(source, &call).expect("a good report");
			assert!(!valid.propagate);
			assert_eq!((valid.longevity, valid.priority), (100, u64::MAX));
			// Another report of this seat and set has the same tag.
			let other = unsigned(equivocation(3, 1, 6, [3, 4]), ownership(1, 3));
			let other = Asf::validate_unsigned(source, &other).expect("a good report");
			assert_eq!((&valid.provides, valid.requires.len()), (&other.provides, 0));
		}
		assert_ok!(Asf::pre_dispatch(&call));
		assert_ok!(report(equivocation(3, 1, 5, [1, 2]), ownership(1, 3)));
		let stale = TransactionValidityError::from(InvalidTransaction::Stale);
		assert_eq!(Asf::validate_unsigned(TransactionSource::Local, &call), Err(stale));
		assert_eq!(Asf::pre_dispatch(&call), Err(stale));
	});
}

#[test]
fn the_pool_refuses_bad_reports() {
	run(|| {
		to_session(1);
		let good = equivocation(3, 1, 5, [1, 2]);
		let bad = unsigned(EquivocationProof { second: good.first, ..good }, ownership(1, 3));
		let bad_proof = TransactionValidityError::from(InvalidTransaction::BadProof);
		assert_eq!(Asf::validate_unsigned(TransactionSource::Local, &bad), Err(bad_proof));
		assert_eq!(Asf::pre_dispatch(&bad), Err(bad_proof));
		let signed =
			Call::report_equivocation { proof: Box::new(good), key_owner_proof: ownership(1, 3) };
		let not_unsigned = TransactionValidityError::from(InvalidTransaction::Call);
		assert_eq!(Asf::validate_unsigned(TransactionSource::Local, &signed), Err(not_unsigned));
		assert_eq!(Asf::pre_dispatch(&signed), Err(not_unsigned));
	});
}

#[test]
fn a_node_submits_what_it_saw() {
	let mut ext = chain(4);
	let (pool, state) = TestTransactionPoolExt::new();
	ext.register_extension(TransactionPoolExt::new(pool));
	ext.execute_with(|| {
		to_session(1);
		let proof = equivocation(3, 1, 5, [1, 2]);
		let key_owner_proof = ownership(1, 3);
		let submitted = Asf::submit_unsigned_equivocation_report(proof, key_owner_proof.clone());
		assert_eq!(submitted, Some(()));
		let transaction = state.write().transactions.pop().expect("one was submitted");
		let transaction =
			frame_system::mocking::MockUncheckedExtrinsic::<Test>::decode(&mut &transaction[..])
				.expect("an extrinsic of the chain");
		assert_eq!(transaction.function, RuntimeCall::Asf(unsigned(proof, key_owner_proof)));
	});
}

#[test]
fn key_ownership_is_proven_for_seats_of_the_running_set_only() {
	run(|| {
		to_session(1);
		let prove = |set, who| Asf::generate_key_ownership_proof(SetId::new(set), id(who));
		assert!(prove(1, 3).is_some());
		assert_eq!((prove(0, 3), prove(2, 3), prove(1, 8)), (None, None, None));
	});
}
