// SPDX-License-Identifier: Apache-2.0

//! That the checks of the state find what is wrong with it.

use crate::{mock::*, *};
use asf_primitives::{Seat, SetId};
use sp_runtime::TryRuntimeError;

/// Breaks a sound state and expects the check to say so.
fn broken(message: &'static str, alter: impl FnOnce()) {
	chain(4).execute_with(|| {
		to_block(23);
		record_parent(2, 1, &[1, 2, 3]);
		assert_state();
		alter();
		assert_eq!(Asf::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn alter_panel(alter: impl FnOnce(&mut PanelRecordOf<Test>)) {
	CurrentPanel::<Test>::mutate_extant(alter);
}

fn alter_certificate(alter: impl FnOnce(&mut asf_primitives::substrate::RecordedCertificate)) {
	LastCertificate::<Test>::mutate_extant(alter);
}

#[test]
fn sets_and_panels_are_checked() {
	broken("the panel is not of the current set", || CurrentSetId::<Test>::put(SetId::new(9)));
	broken("a panel went away", CurrentPanel::<Test>::kill);
	broken("the previous panel is not of the set before", || {
		PreviousPanel::<Test>::mutate_extant(|record| record.set_id = SetId::new(0));
	});
	broken("two panels start with one block", || alter_panel(|record| record.base = 10));
	broken("seats and holders differ in number", || {
		alter_panel(|record| record.holders.truncate(3));
	});
	broken("a seat was seen that is none", || {
		CurrentParticipation::<Test>::mutate(|participation| {
			participation.seen.insert(Seat::new(4));
		});
	});
	broken("set and panel name different sessions", || {
		SetIdSession::<Test>::insert(SetId::new(2), 1);
	});
	broken("a panel is of a session to come", || {
		SetIdSession::<Test>::insert(SetId::new(2), 3);
		alter_panel(|record| record.session = 3);
	});
	broken("a set to come has a session", || SetIdSession::<Test>::insert(SetId::new(3), 3));
	broken("a set is kept for too long", || MaxSetIdSessionEntries::set(2));
}

#[test]
fn the_certificate_is_checked() {
	broken("a certificate is of a set to come", || {
		alter_certificate(|last| last.set_id = SetId::new(3));
	});
	broken("a block recorded its own finality", || {
		alter_certificate(|last| last.target.number = last.recorded_at);
	});
	broken("the signers of the certificate do not ascend", || {
		alter_certificate(|last| last.signers[1] = last.signers[0]);
	});
	broken("the certificate has no quorum", || {
		alter_certificate(|last| last.signers.truncate(2));
	});
	broken("a seat signed that is none", || {
		alter_certificate(|last| last.signers[2] = Seat::new(4));
	});
}

#[test]
fn seat_sets_hold_every_seat_there_can_be() {
	let mut seats = SeatSet::default();
	for seat in 0..100 {
		assert!(!seats.contains(Seat::new(seat)));
		seats.insert(Seat::new(seat));
		assert!(seats.contains(Seat::new(seat)));
		assert_eq!(seats.count(), u32::from(seat) + 1);
	}
	// No panel has such a seat.
	seats.insert(Seat::new(200));
	assert!(!seats.contains(Seat::new(200)));
}
