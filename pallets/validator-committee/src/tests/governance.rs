// SPDX-License-Identifier: Apache-2.0

//! Exclusion, readmission, and cancelled slashes.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use sp_runtime::{DispatchError::BadOrigin, Perbill};

fn some(offenders: &[AccountId]) -> BoundedVec<AccountId, MaxPanel> {
	BoundedVec::try_from(offenders.to_vec()).expect("the list fits")
}

#[test]
fn exclude_and_readmit() {
	ExtBuilder::default().run(|| {
		take_events();
		assert_noop!(Committee::readmit(RuntimeOrigin::root(), 3), Error::<Test>::NotExcluded);
		assert_ok!(Committee::exclude(RuntimeOrigin::root(), 3));
		assert_noop!(Committee::exclude(RuntimeOrigin::root(), 3), Error::<Test>::AccountExcluded);
		assert_eq!(take_events(), [Event::MemberExcluded { who: 3 }]);
		assert_eq!(held(3), 300 * UNIT);

		start_session(2);
		assert_eq!(Session::validators(), [2, 1]);

		take_events();
		assert_ok!(Committee::readmit(RuntimeOrigin::root(), 3));
		assert_eq!(take_events(), [Event::MemberReadmitted { who: 3 }]);
		start_session(4);
		assert_eq!(Session::validators(), [3, 2, 1]);
	});
}

#[test]
fn governance_calls_need_its_origin() {
	ExtBuilder::default().run(|| {
		assert_noop!(Committee::exclude(signed(1), 2), BadOrigin);
		assert_noop!(Committee::readmit(signed(1), 2), BadOrigin);
		assert_noop!(Committee::cancel_deferred_slash(signed(1), 0, some(&[1])), BadOrigin);
	});
}

#[test]
fn exclusion_disables_the_seat_at_once_and_in_the_queued_panel() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		start_session(1);
		assert_ok!(Committee::exclude(RuntimeOrigin::root(), 2));
		assert_eq!(disabled(), [2]);
		start_session(2);
		// The panel of session 2 was queued before the exclusion.
		assert_eq!(panel(2), [1, 2, 3, 4]);
		assert_eq!(disabled(), [2]);
		start_session(3);
		assert_eq!(panel(3), [1, 3, 4]);
		assert!(disabled().is_empty());
	});
}

#[test]
fn cancelled_slash_takes_nothing() {
	ExtBuilder::default().run(|| {
		report(1, 10, 0);
		report(2, 10, 0);
		start_session(2);
		take_events();
		assert_ok!(Committee::cancel_deferred_slash(RuntimeOrigin::root(), 0, some(&[1])));
		assert_eq!(take_events(), [Event::SlashCancelled { offender: 1, session: 0 }]);
		start_session(4);
		assert_eq!((active(1), active(2)), (100 * UNIT, 180 * UNIT));
	});
}

#[test]
fn cancel_is_all_or_nothing() {
	ExtBuilder::default().run(|| {
		let root = RuntimeOrigin::root;
		let cancel = |session, offenders: &[AccountId]| {
			frame_support::storage::with_storage_layer(|| {
				Committee::cancel_deferred_slash(root(), session, some(offenders))
			})
		};
		report(1, 10, 0);
		report(2, 10, 0);
		assert_noop!(cancel(0, &[]), Error::<Test>::NoSuchSlash);
		assert_noop!(cancel(1, &[1]), Error::<Test>::NoSuchSlash);
		assert_noop!(cancel(0, &[1, 3]), Error::<Test>::NoSuchSlash);
		assert_noop!(cancel(0, &[1, 1]), Error::<Test>::NoSuchSlash);
		assert_ok!(cancel(0, &[1, 2]));

		// Once applied, a slash cannot be cancelled.
		report(3, 10, 0);
		start_session(3);
		assert_noop!(cancel(0, &[3]), Error::<Test>::NoSuchSlash);
	});
}

#[test]
fn cancelled_fraction_stays_forgiven_but_a_larger_one_counts_in_full() {
	ExtBuilder::default().run(|| {
		report(1, 15, 0);
		assert_ok!(Committee::cancel_deferred_slash(RuntimeOrigin::root(), 0, some(&[1])));
		report(1, 15, 0);
		report(1, 5, 0);
		assert!(!DeferredSlashes::<Test>::contains_key(1, 0));

		report(1, 20, 0);
		assert_eq!(
			DeferredSlashes::<Test>::get(1, 0),
			Some(DeferredSlash {
				fraction: Perbill::from_percent(20),
				amount: 20 * UNIT,
				apply_at: 3
			})
		);
		start_session(3);
		assert_eq!(active(1), 80 * UNIT);
	});
}

#[test]
fn cancelling_does_not_readmit() {
	ExtBuilder::default().flare_nodes(4, 100).run(|| {
		report(1, 100, 0);
		assert_ok!(Committee::cancel_deferred_slash(RuntimeOrigin::root(), 0, some(&[1])));
		start_session(4);
		assert_eq!((active(1), panel(4)), (100 * UNIT, vec![2, 3, 4]));
		assert_ok!(Committee::readmit(RuntimeOrigin::root(), 1));
		start_session(6);
		assert_eq!(panel(6), [1, 2, 3, 4]);
	});
}
