// SPDX-License-Identifier: Apache-2.0

//! The certificate as an inherent of a block.

use crate::{mock::*, *};
use asf_primitives::{substrate::InherentError, SetId, Target};
use frame_support::{
	assert_ok, inherent::ProvideInherent, pallet_prelude::ValidateUnsigned,
	unsigned::TransactionSource,
};
use sp_inherents::{InherentData, IsFatalError};
use sp_runtime::{traits::Dispatchable, transaction_validity::InvalidTransaction};

#[test]
fn a_block_carries_what_its_author_knows() {
	run(|| {
		next_block(1);
		let certificate = certificate(0, 1, ancestor(1), &[1, 2, 3]);
		let call = Asf::create_inherent(&inherent_data(&certificate)).expect("it is new");
		assert!(Asf::is_inherent(&call));
		assert_eq!(call, Call::record_certificate { certificate: certificate.clone() });
		assert_ok!(Asf::pre_dispatch(&call));
		assert_ok!(Asf::check_inherent(&call, &InherentData::new()));
		assert_ok!(RuntimeCall::Asf(call).dispatch(RuntimeOrigin::none()));
		assert!(Asf::last_certificate().is_some());
	});
}

#[test]
fn a_block_needs_no_certificate() {
	run(|| {
		let none = InherentData::new();
		assert_eq!(Asf::create_inherent(&none), None);
		assert_eq!(Asf::is_inherent_required(&none), Ok(None));
	});
}

#[test]
fn what_could_not_be_recorded_is_not_proposed() {
	run(|| {
		to_block(4);
		let good = certificate(0, 2, ancestor(3), &[1, 2, 3]);
		let too_few = certificate(0, 2, ancestor(3), &[1, 2]);
		assert_eq!(Asf::create_inherent(&inherent_data(&too_few)), None);
		// Not a certificate at all.
		assert_eq!(Asf::create_inherent(&inherent_data(&7u8)), None);
		record_parent(0, 2, &[1, 2, 3]);
		next_block(1);
		assert_eq!(Asf::create_inherent(&inherent_data(&good)), None);
		let older = certificate(0, 1, ancestor(2), &[1, 2, 3]);
		assert_eq!(Asf::create_inherent(&inherent_data(&older)), None);
		let grown = certificate(0, 2, ancestor(3), &[1, 2, 3, 4]);
		assert!(Asf::create_inherent(&inherent_data(&grown)).is_some());
	});
}

/// Nodes check a block's inherents on the state of its parent, which does not know the parent's
/// hash yet, nor that a session changes.
#[test]
fn inherents_are_checked_on_the_state_of_the_parent() {
	run(|| {
		to_block(9);
		let parent = finish_block();
		let target = Target { hash: parent, number: 9 };
		let certificate = certificate(0, 1, target, &[1, 2, 3]);
		let call = Call::record_certificate { certificate: certificate.clone() };
		assert_ok!(Asf::check_inherent(&call, &InherentData::new()));
		start_block(parent, 1);
		assert_eq!(Asf::current_set_id(), SetId::new(1));
		assert_eq!(Asf::create_inherent(&inherent_data(&certificate)), Some(call));
	});
}

#[test]
fn a_block_with_a_bad_certificate_is_refused() {
	run(|| {
		to_block(3);
		for bad in [
			certificate(0, 1, ancestor(2), &[1, 2]),
			certificate(0, 1, ancestor(2), &[1, 2, 5]),
			certificate(3, 1, ancestor(2), &[1, 2, 3]),
		] {
			let call = Call::record_certificate { certificate: bad };
			let checked = Asf::check_inherent(&call, &InherentData::new());
			assert_eq!(checked, Err(InherentError::InvalidCertificate));
		}
		assert!(InherentError::InvalidCertificate.is_fatal_error());
	});
}

#[test]
fn a_certificate_never_comes_through_the_pool() {
	run(|| {
		next_block(1);
		let certificate = certificate(0, 1, ancestor(1), &[1, 2, 3]);
		let call = Call::record_certificate { certificate };
		for source in
			[TransactionSource::Local, TransactionSource::External, TransactionSource::InBlock]
		{
			assert_eq!(Asf::validate_unsigned(source, &call), Err(InvalidTransaction::Call.into()));
		}
	});
}
