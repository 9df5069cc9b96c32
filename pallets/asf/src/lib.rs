// SPDX-License-Identifier: Apache-2.0

//! # ASF on chain
//!
//! Knows the panel of each session, announces it to the nodes, records certificates of finality,
//! scores who takes part, and takes reports of equivocations. Specification: sections 1, 3 and 5 of
//! the ASF design.
//!
//! ## Rules
//! - **Sets.** Set 0 is the panel of genesis. Every session change starts the next set, also when
//!   no key changes, so the set id is the session index. Block `B`, in whose initialization it
//!   happens, announces the panel in a digest; the former panel decides blocks up to `B`, the new
//!   one those above.
//! - **A session whose keys make no panel** (none, too many, one twice) goes on with the former
//!   panel, announced under the new set id, so that nodes and chain keep counting alike. Such a
//!   set belongs to the session its keys are from: there they can be proven and slashed. A
//!   validator with a key of small order, for which anybody can sign, gets no seat.
//! - **Certificates** come as an inherent, at most one a block. A recorded one is of the present or
//!   previous set, verified, for an ancestor of the block, and brings something new: a later height
//!   whose target is above the recorded one, or, for the recorded height and target, seats that
//!   were not seen to sign it. What is recorded of a height so grows until every seat is in it, and
//!   then no longer.
//! - **Unavailable** is a seat that in its whole set neither authored a block nor signed a recorded
//!   certificate. The verdict falls at the end of the following session, since certificates of a
//!   set's last blocks are recorded after it; they count for the previous set's seats, never for
//!   the present ones. Nobody is judged when fewer than `MinCertificates` certificates of the set
//!   were recorded (finality stood still, or the session was too short to tell), for set 0 (nodes
//!   are being started), and for a kept panel (its validators may have left).
//! - **Equivocations** cost the whole bond. They are told apart by set and seat, not by bytes: one
//!   report of a seat in a set is enough, and there is no second. Seats of the two newest sets are
//!   looked up in this pallet's record; older ones need the session pallet's proof of key
//!   ownership for the set's session.
//!
//! ## Invariants (`try_state`)
//! The panel is of the current set, the previous panel of the set before; seats and holders match;
//! no seat has a weak key; the recorded certificate has a quorum of ascending seats and is for a
//! block before the one that recorded it; no more than `MaxSetIdSessionEntries` sets are kept.
//!
//! ## Overflow
//! Set ids and counters saturate. Block numbers are those of [`asf_primitives`], 32 bits.
//!
//! ## Wiring
//! - In the pallet list **`Session` stands before `Authorship`**: else the author of a session's
//!   first block is looked up among the validators of the session before.
//! - This pallet is a session key handler, an `EventHandler` of the authorship pallet, and an
//!   inherent and unsigned-call provider; the offences pallet is its [`Config::ReportOffences`].
//! - Offences stay punishable for `MaxSetIdSessionEntries` sessions or longer, and unavailability
//!   is reported one session late.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod certificates;
mod equivocations;
mod events;
#[cfg(test)]
mod mock;
pub mod offences;
mod queries;
mod session;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The log target of this pallet.
pub(crate) const LOG_TARGET: &str = "runtime::asf";

#[allow(
	clippy::cast_possible_truncation,
	reason = "derived encodings of `events` are expanded here"
)]
#[allow(
	deprecated,
	clippy::let_unit_value,
	reason = "`validate_unsigned` is how BABE of this SDK release takes its reports too; its \
	          successor asks every runtime for one more transaction extension"
)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::offences::{Equivocation, Unavailability};
	use alloc::boxed::Box;
	use asf_primitives::{
		substrate::{InherentError, RecordedCertificate, INHERENT_IDENTIFIER},
		BlockHash, Certificate, EquivocationProof, Height, Round, SetId, Target,
	};
	use frame_support::pallet_prelude::*;
	use frame_system::{offchain::CreateBare, pallet_prelude::*};
	use sp_runtime::SaturatedConversion;
	use sp_session::MembershipProof;
	use sp_staking::{offence::ReportOffence, SessionIndex};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<Hash = BlockHash>
		+ pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
		+ pallet_session::historical::Config
		+ pallet_authorship::Config
		+ CreateBare<Call<Self>>
	{
		/// Takes the reports of both offences. The offences pallet implements it.
		type ReportOffences: ReportOffence<
				Self::AccountId,
				IdentificationTuple<Self>,
				Equivocation<IdentificationTuple<Self>>,
			> + ReportOffence<
				Self::AccountId,
				IdentificationTuple<Self>,
				Unavailability<IdentificationTuple<Self>>,
			>;

		/// The number of sets, the present one included, whose equivocations can be reported: the
		/// sessions in which a bond can be slashed for them. At least 2. Lowering it takes a
		/// migration.
		#[pallet::constant]
		type MaxSetIdSessionEntries: Get<u32>;

		/// The number of recorded certificates of a set under which nobody is unavailable. At
		/// least 1. So many that an honest seat with a slow connection is in one of them.
		#[pallet::constant]
		type MinCertificates: Get<u32>;

		/// The number of blocks for which an unsigned report stays in the transaction pool.
		#[pallet::constant]
		type ReportLongevity: Get<u64>;

		/// Weights of the calls and of the hooks.
		type WeightInfo: WeightInfo;
	}

	/// The id of the present set.
	#[pallet::storage]
	pub type CurrentSetId<T> = StorageValue<_, SetId, ValueQuery>;

	/// The panel of the present set.
	///
	/// Unbounded in type only: holders are at most `MAX_SEATS`, each with the session pallet's
	/// identification.
	#[pallet::storage]
	#[pallet::unbounded]
	pub type CurrentPanel<T: Config> = StorageValue<_, PanelRecordOf<T>, OptionQuery>;

	/// The panel of the set before: it decides the block that announced the present one.
	#[pallet::storage]
	#[pallet::unbounded]
	pub type PreviousPanel<T: Config> = StorageValue<_, PanelRecordOf<T>, OptionQuery>;

	/// Who took part in the present set.
	#[pallet::storage]
	pub type CurrentParticipation<T> = StorageValue<_, Participation, ValueQuery>;

	/// Who took part in the previous set.
	#[pallet::storage]
	pub type PreviousParticipation<T> = StorageValue<_, Participation, ValueQuery>;

	/// The session whose keys a set consists of: the set's own, unless a panel was kept. The
	/// newest `MaxSetIdSessionEntries` sets.
	#[pallet::storage]
	pub type SetIdSession<T> = StorageMap<_, Twox64Concat, SetId, SessionIndex, OptionQuery>;

	/// The newest certificate on chain.
	#[pallet::storage]
	pub type LastCertificate<T> = StorageValue<_, RecordedCertificate, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::MaxSetIdSessionEntries::get() >= 2,
				"the session of the previous set must be known",
			);
			assert!(T::MinCertificates::get() > 0, "without certificates nobody can be in one");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Records the newest certificate that the block's author knows.
		///
		/// - Origin: none; an inherent, at most one a block.
		/// - Effect: the certificate is on chain, its signers have taken part.
		/// - Errors: `AlreadyRecordedInBlock`, `PanelNotRecorded`, `NotNewer`,
		///   `ConflictsWithRecorded`, `TargetOutsideSet`, `TargetNotAncestor`, `TargetTooOld`,
		///   `InvalidCertificate`. Each makes the block invalid.
		/// - Events: `CertificateRecorded`.
		#[pallet::call_index(0)]
		#[pallet::weight((
			<T as Config>::WeightInfo::record_certificate(
				certificate.precommits.len().saturated_into()
			),
			DispatchClass::Mandatory,
		))]
		pub fn record_certificate(
			origin: OriginFor<T>,
			certificate: Certificate,
		) -> DispatchResult {
			ensure_none(origin)?;
			Ok(Self::do_record_certificate(certificate)?)
		}

		/// Reports that a seat signed two conflicting ballots.
		///
		/// - Origin: signed.
		/// - Effect: the offence is reported and the fee returned. `key_owner_proof` is looked at
		///   for sets before the previous one only.
		/// - Errors: `SetNotRecorded`, `NotOnPanel`, `WrongSession`, `KeyOwnershipProofTooLarge`,
		///   `InvalidKeyOwnershipProof`, `InvalidEquivocationProof`, `DuplicateReport`.
		/// - Events: `EquivocationReported`.
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::report_equivocation())]
		pub fn report_equivocation(
			origin: OriginFor<T>,
			proof: Box<EquivocationProof>,
			key_owner_proof: MembershipProof,
		) -> DispatchResultWithPostInfo {
			let reporter = ensure_signed(origin)?;
			Self::do_report_equivocation(Some(reporter), &proof, key_owner_proof)?;
			Ok(Pays::No.into())
		}

		/// As `report_equivocation`, without a signer: the block's author is the reporter.
		///
		/// - Origin: none; from this node's own pool or in a block.
		/// - Effect, errors and events: those of `report_equivocation`.
		// What admits it to a block checks as much as the call itself.
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::report_equivocation().saturating_mul(2))]
		pub fn report_equivocation_unsigned(
			origin: OriginFor<T>,
			proof: Box<EquivocationProof>,
			key_owner_proof: MembershipProof,
		) -> DispatchResultWithPostInfo {
			ensure_none(origin)?;
			let author = pallet_authorship::Pallet::<T>::author();
			Self::do_report_equivocation(author, &proof, key_owner_proof)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::inherent]
	impl<T: Config> ProvideInherent for Pallet<T> {
		type Call = Call<T>;
		type Error = InherentError;
		const INHERENT_IDENTIFIER: InherentIdentifier = INHERENT_IDENTIFIER;

		fn create_inherent(data: &InherentData) -> Option<Self::Call> {
			let certificate = Self::offered_certificate(data)?;
			Some(Call::record_certificate { certificate })
		}

		fn check_inherent(call: &Self::Call, _data: &InherentData) -> Result<(), Self::Error> {
			let Call::record_certificate { certificate } = call else { return Ok(()) };
			Self::check_signatures(certificate.clone())
				.map_err(|_| InherentError::InvalidCertificate)
		}

		fn is_inherent(call: &Self::Call) -> bool {
			matches!(call, Call::record_certificate { .. })
		}
	}

	#[pallet::validate_unsigned]
	impl<T: Config> ValidateUnsigned for Pallet<T> {
		type Call = Call<T>;

		fn validate_unsigned(source: TransactionSource, call: &Self::Call) -> TransactionValidity {
			Self::do_validate_unsigned(source, call)
		}

		fn pre_dispatch(call: &Self::Call) -> Result<(), TransactionValidityError> {
			match call {
				// An inherent, which never comes through a pool; its dispatch checks it.
				Call::record_certificate { .. } => Ok(()),
				Call::report_equivocation_unsigned { proof, key_owner_proof } => {
					Self::check_unsigned_report(proof, key_owner_proof)
				},
				_ => Err(InvalidTransaction::Call.into()),
			}
		}
	}
}
