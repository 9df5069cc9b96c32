// SPDX-License-Identifier: Apache-2.0

//! With the session, historical and offences pallets: proofs of key ownership and reports.

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use sp_runtime::{key_types::DUMMY, testing::UintAuthorityId, traits::Convert, Perbill};
use sp_session::MembershipProof;
use sp_staking::offence::{OffenceError, ReportOffence};

fn prove(who: AccountId) -> MembershipProof {
	let key = UintAuthorityId(who).encode();
	Historical::prove((DUMMY, key)).expect("the account has a seat")
}

fn check(who: AccountId, proof: MembershipProof) -> Option<(AccountId, Exposure<Balance>)> {
	Historical::check_proof((DUMMY, UintAuthorityId(who).encode()), proof)
}

fn offence(
	session: u32,
	slot: u64,
	offenders: Vec<(AccountId, Exposure<Balance>)>,
	percent: u32,
) -> TestOffence {
	TestOffence { session, slot, offenders, fraction: Perbill::from_percent(percent) }
}

#[test]
fn a_proof_holds_in_its_session_and_later() {
	ExtBuilder::default().run(|| {
		let seat = Exposure { role: Role::FlareNode, bond: 100 * UNIT };
		start_session(3);
		let proof = prove(1);
		// Bonds change at once; what identifies a seat does not.
		assert_ok!(Committee::bond_extra(signed(1), 50 * UNIT));
		assert_ok!(Committee::unbond(signed(2), 50 * UNIT));
		assert_eq!(ExposureOf::<Test>::convert(1), Some(seat));
		assert_eq!(check(1, proof.clone()), Some((1, seat)));
		start_session(4);
		assert_eq!(check(1, proof.clone()), Some((1, seat)));
		start_session(7);
		assert_eq!(check(1, proof.clone()), Some((1, seat)));
		// The new bond identifies the seats elected since.
		assert_eq!(ExposureOf::<Test>::convert(1).map(|seat| seat.bond), Some(150 * UNIT));
		// The session is forgotten once its offences are no longer punished.
		start_session(8);
		assert_eq!(check(1, proof), None);
	});
}

#[test]
fn proofs_hold_for_a_kept_panel() {
	ExtBuilder::default().run(|| {
		for who in 1..=3 {
			assert_ok!(Committee::chill(signed(who)));
		}
		assert_ok!(Session::purge_keys(signed(3)));
		start_session(5);
		let proof = prove(1);
		assert!(check(1, proof.clone()).is_some());
		start_session(6);
		assert!(check(1, proof).is_some());
	});
}

#[test]
fn only_seats_are_identified() {
	ExtBuilder::default().bounds(2, 8).run(|| {
		assert_eq!(ExposureOf::<Test>::convert(1), None);
		assert!(ExposureOf::<Test>::convert(2).is_some());
		assert_eq!(ExposureOf::<Test>::convert(KEYLESS), None);
	});
}

#[test]
fn a_proven_offence_is_punished_once() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		start_session(2);
		let proof = prove(1);
		start_session(3);
		let offender = check(1, proof).expect("the proof is of the last session");
		assert_ok!(Offences::report_offence(vec![], offence(2, 7, vec![offender], 15)));
		assert_eq!(
			Offences::report_offence(vec![], offence(2, 7, vec![offender], 15)),
			Err(OffenceError::DuplicateReport)
		);
		// The same seat in another slot of the session: nothing is added.
		assert_ok!(Offences::report_offence(vec![], offence(2, 8, vec![offender], 15)));
		start_session(6);
		assert_eq!(active(1), 85 * UNIT);
		start_session(10);
		assert_eq!(active(1), 85 * UNIT);
	});
}

#[test]
fn a_second_offender_in_a_slot_does_not_add_to_the_first() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		start_session(1);
		let seat = |who| (who, ExposureOf::<Test>::convert(who).expect("it has a seat"));
		assert_ok!(Offences::report_offence(vec![], offence(1, 7, vec![seat(1)], 15)));
		start_session(2);
		// The offences pallet reports both again.
		assert_ok!(Offences::report_offence(vec![], offence(1, 7, vec![seat(2)], 15)));
		start_session(4);
		assert_eq!((active(1), active(2)), (85 * UNIT, 100 * UNIT));
		start_session(5);
		assert_eq!((active(1), active(2)), (85 * UNIT, 85 * UNIT));
	});
}

#[test]
fn one_seat_runs_alone() {
	ExtBuilder::default().flare_nodes(1, 64).run(|| {
		start_session(3);
		report(1, 100, 3);
		// The only seat is never disabled, and its panel is kept.
		assert!(disabled().is_empty());
		start_session(9);
		assert_eq!(Session::validators(), [1]);
		assert_eq!(held(1), 0);
	});
}
