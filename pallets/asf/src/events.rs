// SPDX-License-Identifier: Apache-2.0

//! The pallet's events and errors. They are expanded inside the pallet's module.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[allow(missing_docs, reason = "an event's line says what its fields are")]
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A session started with a panel of its own keys.
		PanelStarted { set_id: SetId, session: SessionIndex, seats: u32 },
		/// The keys of a session make no panel: the former one goes on under the new set id.
		PanelKept { set_id: SetId, session: SessionIndex, fault: PanelFault },
		/// A validator has no seat in this set: anybody can sign for its key.
		KeyRefused { set_id: SetId, who: T::AccountId },
		/// A certificate was recorded, of a new height or with seats that were not seen to sign
		/// this one yet. `signers` counts all that were.
		CertificateRecorded { set_id: SetId, height: Height, target: Target, signers: u32 },
		/// A seat neither authored a block in its session nor signed a recorded certificate.
		SeatUnavailable { who: T::AccountId, session: SessionIndex },
		/// A seat signed two conflicting ballots.
		EquivocationReported { offender: T::AccountId, set_id: SetId, height: Height, round: Round },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// A certificate was recorded in this block already.
		AlreadyRecordedInBlock,
		/// The certificate is of a set whose panel is neither the present nor the previous one.
		PanelNotRecorded,
		/// The certificate is of an earlier height than the recorded one, or adds no signer to it.
		NotNewer,
		/// The recorded certificate decides another block at this height, or one that is not below
		/// this target.
		ConflictsWithRecorded,
		/// The target is not among the blocks that the certificate's set decides.
		TargetOutsideSet,
		/// The target is not an ancestor of this block.
		TargetNotAncestor,
		/// The target is older than the block hashes that the chain keeps.
		TargetTooOld,
		/// The signatures do not prove that the target is final.
		InvalidCertificate,
		/// The equivocation is of a set that never was, or is too long ago.
		SetNotRecorded,
		/// The key had no seat in the set.
		NotOnPanel,
		/// The proof of key ownership is of another session than the set.
		WrongSession,
		/// The proof of key ownership has more bytes than any honest one.
		KeyOwnershipProofTooLarge,
		/// The proof does not show that the key belonged to a validator of the session.
		InvalidKeyOwnershipProof,
		/// The ballots do not conflict, or are not both signed by the key.
		InvalidEquivocationProof,
		/// The offender was reported for this set already.
		DuplicateReport,
	}
}
