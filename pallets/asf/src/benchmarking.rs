// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of the work at blocks and session boundaries.

use crate::{
	offences::{Equivocation, EquivocationSlot, Unavailability},
	pallet::Pallet as Asf,
	*,
};
use alloc::{boxed::Box, vec::Vec};
use asf_primitives::{
	signing_payload,
	substrate::{AuthorityId, RecordedCertificate, KEY_TYPE},
	Ballot, BlockHash, Certificate, EquivocationProof, Height, Panel, Round, Seat, SeatKey,
	SeatSignature, SetId, Signature, Target, MAX_SEATS,
};
use codec::{Decode, Encode};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{Get, OneSessionHandler},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use pallet_authorship::EventHandler;
use sp_application_crypto::{ByteArray, RuntimeAppPublic};
use sp_runtime::traits::{Convert, OpaqueKeys, TrailingZeroInput};
use sp_staking::{offence::ReportOffence, SessionIndex};

/// The block that is benchmarked. Its parent is what gets decided.
const NOW: u32 = 100;
/// The running set.
const SET: u64 = 10_000;
/// The running session, in which that set is.
const SESSION: SessionIndex = 10_000;

type Reports<T> = <T as Config>::ReportOffences;

fn new_keys(count: u32) -> Vec<AuthorityId> {
	(0..count).map(|_| AuthorityId::generate_pair(None)).collect()
}

fn holder<T: Config>(seat: usize) -> T::AccountId {
	account("holder", u32::try_from(seat).unwrap_or(u32::MAX), 0)
}

fn sign(key: &AuthorityId, payload: &[u8]) -> Result<Signature, BenchmarkError> {
	let signature = key.sign(&payload).ok_or(BenchmarkError::Stop("the keystore has the key"))?;
	let bytes: &[u8] = signature.as_ref();
	bytes
		.try_into()
		.map(Signature::from_bytes)
		.map_err(|_| BenchmarkError::Stop("a signature has 64 bytes"))
}

/// A panel of these keys, each of an account of its own.
fn record<T: Config>(
	keys: &[AuthorityId],
	set_id: u64,
	session: SessionIndex,
) -> Result<PanelRecordOf<T>, BenchmarkError> {
	let panel = Panel::new(keys.iter().map(SeatKey::from).collect())
		.map_err(|_| BenchmarkError::Stop("the keys are distinct"))?;
	let holders = (0..keys.len())
		.map(|seat| {
			let identification = Decode::decode(&mut TrailingZeroInput::zeroes())
				.map_err(|_| BenchmarkError::Stop("an identification decodes from zeros"))?;
			Ok(Holder { account: holder::<T>(seat), identification: Some(identification) })
		})
		.collect::<Result<Vec<_>, BenchmarkError>>()?;
	let base = NOW / 2 + u32::from(set_id == SET);
	let holders = BoundedVec::truncate_from(holders);
	Ok(PanelRecord { set_id: SetId::new(set_id), session, base, panel, holders })
}

/// A chain in block [`NOW`] of [`SESSION`], with these panels for its two newest sets.
fn prepare<T: Config>(
	current: &[AuthorityId],
	previous: &[AuthorityId],
) -> Result<(), BenchmarkError> {
	frame_system::Pallet::<T>::set_block_number(NOW.into());
	pallet_session::CurrentIndex::<T>::put(SESSION);
	CurrentSetId::<T>::put(SetId::new(SET));
	CurrentPanel::<T>::put(record::<T>(current, SET, SESSION)?);
	PreviousPanel::<T>::put(record::<T>(previous, SET - 1, SESSION - 1)?);
	CurrentParticipation::<T>::kill();
	PreviousParticipation::<T>::kill();
	LastCertificate::<T>::kill();
	Ok(())
}

/// Gives a validator of the chain's genesis a new ASF key.
fn rekeyed_validator<T: Config>(key: &AuthorityId) -> Result<T::AccountId, BenchmarkError> {
	let validator = pallet_session::Validators::<T>::get()
		.into_iter()
		.next()
		.ok_or(BenchmarkError::Stop("the benchmark needs a genesis with validators"))?;
	let keys = pallet_session::NextKeys::<T>::get(&validator)
		.ok_or(BenchmarkError::Stop("a validator has session keys"))?;
	let (old, mut encoded) = (keys.get_raw(KEY_TYPE), keys.encode());
	let at = encoded
		.windows(old.len())
		.position(|bytes| bytes == old)
		.ok_or(BenchmarkError::Stop("session keys contain the ASF key"))?;
	for (byte, new) in encoded.iter_mut().skip(at).zip(key.as_slice()) {
		*byte = *new;
	}
	let keys = T::Keys::decode(&mut &encoded[..])
		.map_err(|_| BenchmarkError::Stop("one key makes place for another"))?;
	pallet_session::NextKeys::<T>::insert(&validator, keys);
	Ok(validator)
}

fn equivocation<T: Config>(
	key: &AuthorityId,
	set_id: SetId,
) -> Result<EquivocationProof, BenchmarkError> {
	let (height, round) = (Height::FIRST, Round::ZERO);
	let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(0u32));
	let signed = |byte| {
		let target = Target { hash: BlockHash::repeat_byte(byte), number: NOW };
		let ballot = Ballot::Precommit(Some(target));
		let payload = signing_payload(genesis, set_id, height, round, &ballot);
		Ok::<_, BenchmarkError>((ballot, sign(key, &payload)?))
	};
	let (first, second) = (signed(1)?, signed(2)?);
	Ok(EquivocationProof { set_id, height, round, offender: key.into(), first, second })
}

fn pairs<A>(validators: &[(A, AuthorityId)]) -> impl Iterator<Item = (&A, AuthorityId)> {
	validators.iter().map(|(account, key)| (account, key.clone()))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// All seats of a panel of `n` sign.
	#[benchmark]
	fn record_certificate(n: Linear<1, MAX_SEATS>) -> Result<(), BenchmarkError> {
		let keys = new_keys(n);
		prepare::<T>(&keys, &new_keys(MAX_SEATS))?;
		let target = Target { hash: BlockHash::repeat_byte(9), number: NOW - 1 };
		frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(NOW - 1), target.hash);
		LastCertificate::<T>::put(RecordedCertificate {
			set_id: SetId::new(SET),
			height: Height::FIRST,
			target: Target { number: NOW - 2, ..target },
			signers: Default::default(),
			recorded_at: NOW - 1,
		});
		let mut certificate = Certificate {
			set_id: SetId::new(SET),
			height: Height::FIRST.next(),
			round: Round::ZERO,
			target,
			precommits: Default::default(),
		};
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::from(0u32));
		let payload = certificate.signing_payload(genesis);
		let precommits = (0u8..)
			.zip(&keys)
			.map(|(seat, key)| {
				Ok(SeatSignature { seat: Seat::new(seat), signature: sign(key, &payload)? })
			})
			.collect::<Result<Vec<_>, BenchmarkError>>()?;
		certificate.precommits = BoundedVec::truncate_from(precommits);

		#[extrinsic_call]
		_(RawOrigin::None, certificate);

		let last = LastCertificate::<T>::get().map(|last| (last.height.get(), last.signers.len()));
		assert_eq!(last, Some((2, n as usize)));
		assert_eq!(CurrentParticipation::<T>::get().seen.count(), n);
		Ok(())
	}

	/// The seat is not on record, and its key is looked up in the running session: the session
	/// pallet builds the trie of all validators for that.
	#[benchmark]
	fn report_equivocation() -> Result<(), BenchmarkError> {
		let key = AuthorityId::generate_pair(None);
		let validator = rekeyed_validator::<T>(&key)?;
		let (set_id, session) = (SetId::new(SET), pallet_session::Pallet::<T>::current_index());
		let running = record::<T>(core::slice::from_ref(&key), SET, session)?;
		CurrentSetId::<T>::put(set_id);
		CurrentPanel::<T>::put(&running);
		SetIdSession::<T>::insert(set_id, session);
		let key_owner_proof = Asf::<T>::generate_key_ownership_proof(set_id, key.clone())
			.and_then(|proof| proof.decode())
			.ok_or(BenchmarkError::Stop("a validator has a proof of its key"))?;
		// From now on that set is out of the record.
		CurrentPanel::<T>::put(PanelRecord { set_id: set_id.next(), ..running });
		let proof = equivocation::<T>(&key, set_id)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(holder::<T>(0)), Box::new(proof), key_owner_proof);

		let identification =
			<T as pallet_session::historical::Config>::FullIdentificationOf::convert(
				validator.clone(),
			)
			.ok_or(BenchmarkError::Stop("a validator has an identification"))?;
		let slot = EquivocationSlot { set_id, offender: SeatKey::from(&key) };
		let is_known = <Reports<T> as ReportOffence<_, _, Equivocation<_>>>::is_known_offence(
			&[(validator, identification)],
			&slot,
		);
		assert!(is_known);
		Ok(())
	}

	/// The author has the last of all seats there can be.
	#[benchmark]
	fn note_author() -> Result<(), BenchmarkError> {
		let keys = new_keys(MAX_SEATS);
		prepare::<T>(&keys, &keys)?;
		let last = keys.len().saturating_sub(1);
		let author = holder::<T>(last);

		#[block]
		{
			<Asf<T> as EventHandler<T::AccountId, BlockNumberFor<T>>>::note_author(author);
		}

		let seen = CurrentParticipation::<T>::get().seen;
		assert_eq!((seen.count(), seen.contains(Seat::new(99))), (1, last == 99));
		Ok(())
	}

	#[benchmark]
	fn change_panel(n: Linear<1, MAX_SEATS>) -> Result<(), BenchmarkError> {
		let keys = new_keys(n);
		prepare::<T>(&keys, &keys)?;
		let certificates = T::MinCertificates::get();
		PreviousParticipation::<T>::put(Participation { certificates, ..Default::default() });
		let expired = SET + 1 - u64::from(T::MaxSetIdSessionEntries::get());
		SetIdSession::<T>::insert(SetId::new(expired), 0);
		let offenders = PreviousPanel::<T>::get()
			.into_iter()
			.flat_map(|record| record.holders)
			.filter_map(|holder| Some((holder.account, holder.identification?)))
			.collect::<Vec<_>>();
		let validators =
			(0..).map(holder::<T>).zip(new_keys(n)).collect::<Vec<(T::AccountId, AuthorityId)>>();

		#[block]
		{
			Asf::<T>::on_before_session_ending();
			Asf::<T>::on_new_session(true, pairs(&validators), pairs(&validators));
		}

		let current = CurrentPanel::<T>::get().map(|record| (record.set_id, record.holders.len()));
		assert_eq!(current, Some((SetId::new(SET + 1), n as usize)));
		assert!(!SetIdSession::<T>::contains_key(SetId::new(expired)));
		let is_known = <Reports<T> as ReportOffence<_, _, Unavailability<_>>>::is_known_offence(
			&offenders,
			&(SESSION - 1),
		);
		assert!(is_known && offenders.len() == n as usize);
		Ok(())
	}

	impl_benchmark_test_suite!(Asf, crate::mock::new_test_ext(), crate::mock::Test);
}
