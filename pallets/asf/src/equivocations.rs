// SPDX-License-Identifier: Apache-2.0

//! Reports of equivocations.

use crate::{
	offences::{Equivocation, EquivocationSlot},
	pallet::*,
	types::*,
	LOG_TARGET,
};
use alloc::boxed::Box;
use asf_primitives::{
	substrate::{AuthorityId, HostVerifier, KEY_TYPE},
	EquivocationProof,
};
use frame_support::{ensure, traits::KeyOwnerProofSystem};
use frame_system::offchain::SubmitTransaction;
use sp_runtime::{
	traits::Get,
	transaction_validity::{
		InvalidTransaction, TransactionPriority, TransactionSource, TransactionValidity,
		TransactionValidityError, ValidTransaction,
	},
	SaturatedConversion,
};
use sp_session::MembershipProof;
use sp_staking::offence::ReportOffence;

/// The bytes of trie nodes in a proof of key ownership, at most. A session has some hundred keys:
/// an honest proof is a few nodes of at most half a kibibyte, and two leaves.
pub(crate) const MAX_KEY_OWNERSHIP_PROOF_BYTES: usize = 16 * 1024;

type OffenceOf<T> = Equivocation<IdentificationTuple<T>>;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_report_equivocation(
		reporter: Option<T::AccountId>,
		proof: &EquivocationProof,
		key_owner_proof: MembershipProof,
	) -> Result<(), Error<T>> {
		let offence = Self::check_report(proof, key_owner_proof)?;
		let offender = offence.offender.0.clone();
		T::ReportOffences::report_offence(reporter.into_iter().collect(), offence)
			.map_err(|_| Error::DuplicateReport)?;
		let EquivocationProof { set_id, height, round, .. } = *proof;
		Self::deposit_event(Event::EquivocationReported { offender, set_id, height, round });
		Ok(())
	}

	/// Checks all that a report claims. Changes nothing.
	fn check_report(
		proof: &EquivocationProof,
		key_owner_proof: MembershipProof,
	) -> Result<OffenceOf<T>, Error<T>> {
		let offence = Self::attribute(proof, key_owner_proof)?;
		let offenders = core::slice::from_ref(&offence.offender);
		let is_known = <T::ReportOffences as ReportOffence<_, _, OffenceOf<T>>>::is_known_offence(
			offenders,
			&offence.slot,
		);
		ensure!(!is_known, Error::DuplicateReport);
		proof.verify(Self::genesis_hash(), &HostVerifier).map_err(|error| {
			log::warn!(target: LOG_TARGET, "invalid equivocation proof: {error}");
			Error::InvalidEquivocationProof
		})?;
		Ok(offence)
	}

	/// Finds out who held the seat.
	///
	/// The two newest panels are on record; there the record answers. The session pallet's proofs
	/// would not always: they are made from, and in the running session checked against, the keys
	/// that validators have set for the *next* session, so that a cheater could hide behind a
	/// change of keys.
	fn attribute(
		proof: &EquivocationProof,
		key_owner_proof: MembershipProof,
	) -> Result<OffenceOf<T>, Error<T>> {
		let EquivocationProof { set_id, offender: key, .. } = *proof;
		let session = SetIdSession::<T>::get(set_id).ok_or(Error::SetNotRecorded)?;
		// Such a key has no seat, and whoever wants to could sign for it.
		ensure!(!key.is_small_order(), Error::NotOnPanel);
		let slot = EquivocationSlot { set_id, offender: key };

		if let Some(record) = Self::record_of(set_id) {
			let holder = record.holder_of(&key).ok_or(Error::NotOnPanel)?;
			if let Some(identification) = &holder.identification {
				return Ok(Equivocation {
					slot,
					session,
					validator_set_count: record.panel.seat_count().saturated_into(),
					offender: (holder.account.clone(), identification.clone()),
				});
			}
		}
		ensure!(key_owner_proof.session == session, Error::WrongSession);
		let bytes = key_owner_proof
			.trie_nodes
			.iter()
			.fold(0usize, |sum, node| sum.saturating_add(node.len()));
		ensure!(bytes <= MAX_KEY_OWNERSHIP_PROOF_BYTES, Error::KeyOwnershipProofTooLarge);
		let validator_set_count = key_owner_proof.validator_count;
		let offender = pallet_session::historical::Pallet::<T>::check_proof(
			(KEY_TYPE, AuthorityId::from(&key)),
			key_owner_proof,
		)
		.ok_or(Error::InvalidKeyOwnershipProof)?;
		Ok(Equivocation { slot, session, validator_set_count, offender })
	}

	/// Puts an unsigned report into the transaction pool of the node that calls this off chain.
	/// `None` if the pool refuses it.
	pub fn submit_unsigned_equivocation_report(
		proof: EquivocationProof,
		key_owner_proof: MembershipProof,
	) -> Option<()> {
		let call = Call::report_equivocation_unsigned { proof: Box::new(proof), key_owner_proof };
		let submitted =
			SubmitTransaction::<T, Call<T>>::submit_transaction(T::create_bare(call.into()));
		match submitted {
			Ok(()) => log::info!(target: LOG_TARGET, "submitted an equivocation report"),
			Err(()) => log::error!(target: LOG_TARGET, "the pool refused an equivocation report"),
		}
		submitted.ok()
	}

	/// Reports are taken from this node and in blocks only: their author answers for them.
	pub(crate) fn do_validate_unsigned(
		source: TransactionSource,
		call: &Call<T>,
	) -> TransactionValidity {
		let Call::report_equivocation_unsigned { proof, key_owner_proof } = call else {
			return InvalidTransaction::Call.into();
		};
		if source == TransactionSource::External {
			log::warn!(target: LOG_TARGET, "an equivocation report came from another node");
			return InvalidTransaction::Call.into();
		}
		Self::check_unsigned_report(proof, key_owner_proof)?;
		ValidTransaction::with_tag_prefix("AsfEquivocation")
			.priority(TransactionPriority::MAX)
			.and_provides((proof.set_id, proof.offender))
			.longevity(T::ReportLongevity::get())
			// Another node would refuse it.
			.propagate(false)
			.build()
	}

	pub(crate) fn check_unsigned_report(
		proof: &EquivocationProof,
		key_owner_proof: &MembershipProof,
	) -> Result<(), TransactionValidityError> {
		match Self::check_report(proof, key_owner_proof.clone()) {
			Ok(_) => Ok(()),
			Err(Error::DuplicateReport) => Err(InvalidTransaction::Stale.into()),
			Err(_) => Err(InvalidTransaction::BadProof.into()),
		}
	}
}
