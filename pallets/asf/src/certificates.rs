// SPDX-License-Identifier: Apache-2.0

//! Certificates: what may be recorded, and what a record changes.

use crate::{pallet::*, types::*, LOG_TARGET};
use alloc::{collections::BTreeSet, vec::Vec};
use asf_primitives::{
	substrate::{HostVerifier, RecordedCertificate, INHERENT_IDENTIFIER},
	Authority, BlockHash, BlockNumber, Certificate, Expectation, Seat, SetId, Target,
};
use frame_support::{ensure, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_inherents::InherentData;
use sp_runtime::{traits::Zero, SaturatedConversion};

/// A certificate that may be recorded in this block.
pub(crate) struct Admitted {
	certificate: Certificate,
	/// The seats seen to sign it, in this certificate or in recorded ones; ascending.
	signers: Vec<Seat>,
	/// Whether nothing of its height is recorded yet.
	is_new_height: bool,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_record_certificate(certificate: Certificate) -> Result<(), Error<T>> {
		Self::apply(Self::admit(certificate)?);
		Ok(())
	}

	/// The certificate that the node offers, if it may be recorded in this block.
	pub(crate) fn offered_certificate(data: &InherentData) -> Option<Certificate> {
		let certificate = match data.get_data::<Certificate>(&INHERENT_IDENTIFIER) {
			Ok(certificate) => certificate?,
			Err(error) => {
				log::error!(target: LOG_TARGET, "the offered certificate is none: {error:?}");
				return None;
			},
		};
		match Self::admit(certificate.clone()) {
			Ok(_) => Some(certificate),
			Err(error) => {
				log::debug!(target: LOG_TARGET, "offered certificate not recorded: {error:?}");
				None
			},
		}
	}

	/// Checks all that decides whether a certificate may be recorded, signatures last.
	pub(crate) fn admit(certificate: Certificate) -> Result<Admitted, Error<T>> {
		let last = LastCertificate::<T>::get();
		if let Some(last) = &last {
			ensure!(last.recorded_at != Self::now(), Error::AlreadyRecordedInBlock);
		}
		let record = Self::record_of(certificate.set_id).ok_or(Error::PanelNotRecorded)?;
		let is_new_height = check_order::<T>(&certificate, last.as_ref())?;
		Self::check_in_set(&certificate.target, &record)?;
		Self::check_ancestor(&certificate.target)?;
		let certificate = verify::<T>(certificate, record)?;

		let earlier = last.filter(|_| !is_new_height).into_iter().flat_map(|last| last.signers);
		let signers = earlier
			.chain(certificate.precommits.iter().map(|precommit| precommit.seat))
			.collect::<BTreeSet<_>>()
			.into_iter()
			.collect();
		Ok(Admitted { certificate, signers, is_new_height })
	}

	/// Checks a certificate against its panel alone. The state may be that of the parent block,
	/// which knows neither its own hash nor which session the block is in.
	pub(crate) fn check_signatures(certificate: Certificate) -> Result<(), Error<T>> {
		let record = Self::record_of(certificate.set_id).ok_or(Error::PanelNotRecorded)?;
		verify::<T>(certificate, record).map(|_| ())
	}

	fn apply(admitted: Admitted) {
		let Admitted { certificate, signers, is_new_height } = admitted;
		let Certificate { set_id, height, target, .. } = certificate;
		let credit = |participation: &mut Participation| {
			if is_new_height {
				participation.certificates = participation.certificates.saturating_add(1);
			}
			signers.iter().for_each(|seat| participation.seen.insert(*seat));
		};
		// A seat number means another validator in another set.
		if set_id == CurrentSetId::<T>::get() {
			CurrentParticipation::<T>::mutate(credit);
		} else {
			PreviousParticipation::<T>::mutate(credit);
		}
		// Distinct seats of one panel, which holds no more than the bound.
		let signers = BoundedVec::truncate_from(signers);
		let count = signers.len().saturated_into();
		let recorded_at = Self::now();
		LastCertificate::<T>::put(RecordedCertificate {
			set_id,
			height,
			target,
			signers,
			recorded_at,
		});
		Self::deposit_event(Event::CertificateRecorded { set_id, height, target, signers: count });
	}

	/// The panel of the present or the previous set.
	pub(crate) fn record_of(set_id: SetId) -> Option<PanelRecordOf<T>> {
		let is_of_set = |record: &PanelRecordOf<T>| record.set_id == set_id;
		CurrentPanel::<T>::get()
			.filter(is_of_set)
			.or_else(|| PreviousPanel::<T>::get().filter(is_of_set))
	}

	/// A set decides the blocks above the one that announced it, up to the one that announces the
	/// next.
	fn check_in_set(target: &Target, record: &PanelRecordOf<T>) -> Result<(), Error<T>> {
		let last = CurrentPanel::<T>::get()
			.filter(|current| current.set_id != record.set_id)
			.map_or(BlockNumber::MAX, |current| current.base);
		let is_inside = target.number > record.base && target.number <= last;
		ensure!(is_inside, Error::TargetOutsideSet);
		Ok(())
	}

	fn check_ancestor(target: &Target) -> Result<(), Error<T>> {
		ensure!(target.number < Self::now(), Error::TargetNotAncestor);
		let number = BlockNumberFor::<T>::from(target.number);
		ensure!(frame_system::BlockHash::<T>::contains_key(number), Error::TargetTooOld);
		let ancestor = frame_system::Pallet::<T>::block_hash(number);
		ensure!(ancestor == target.hash, Error::TargetNotAncestor);
		Ok(())
	}

	fn now() -> BlockNumber {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// The system pallet keeps the genesis hash when it forgets others.
	pub(crate) fn genesis_hash() -> BlockHash {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
	}
}

/// Whether the certificate is of a new height. An error if it brings nothing beyond the recorded
/// one, or contradicts it.
fn check_order<T: Config>(
	certificate: &Certificate,
	last: Option<&RecordedCertificate>,
) -> Result<bool, Error<T>> {
	let Some(last) = last else { return Ok(true) };
	let (at, last_at) = ((certificate.set_id, certificate.height), (last.set_id, last.height));
	ensure!(at >= last_at, Error::NotNewer);
	if at > last_at {
		let extends = certificate.target.number > last.target.number;
		ensure!(extends, Error::ConflictsWithRecorded);
		return Ok(true);
	}
	ensure!(certificate.target == last.target, Error::ConflictsWithRecorded);
	let adds_signer =
		certificate.precommits.iter().any(|precommit| !last.signers.contains(&precommit.seat));
	ensure!(adds_signer, Error::NotNewer);
	Ok(false)
}

fn verify<T: Config>(
	certificate: Certificate,
	record: PanelRecordOf<T>,
) -> Result<Certificate, Error<T>> {
	let PanelRecord { set_id, panel, .. } = record;
	let authority = Authority { genesis: Pallet::<T>::genesis_hash(), set_id, panel };
	certificate
		.verify(&authority, &Expectation::default(), &HostVerifier)
		.map(|verified| verified.into_inner())
		.map_err(|error| {
			log::warn!(target: LOG_TARGET, "invalid certificate: {error}");
			Error::InvalidCertificate
		})
}
