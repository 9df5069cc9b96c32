// SPDX-License-Identifier: Apache-2.0
//! Proof that one seat said two different things in one step of one round.

use crate::{
	signing_payload, Authority, Ballot, BlockHash, Height, Round, Seat, SeatKey, SetId, Signature,
	SignatureVerifier, Step, VerifiedMessage,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Two signed, conflicting ballots of one seat. The offender stands as a key, because a chain
/// proves who owned a key, not who sat where.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct EquivocationProof {
	/// The set in which it happened.
	pub set_id: SetId,
	/// The height of both ballots.
	pub height: Height,
	/// The round of both ballots.
	pub round: Round,
	/// The key that signed both.
	pub offender: SeatKey,
	/// One ballot and its signature.
	pub first: (Ballot, Signature),
	/// The other.
	pub second: (Ballot, Signature),
}

/// Why a proof proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EquivocationError {
	/// For another authority set.
	#[error("equivocation in set {got}, expected set {expected}")]
	WrongSet {
		/// Set of the proof.
		got: SetId,
		/// Set it was checked against.
		expected: SetId,
	},
	/// The offender has no seat on the panel.
	#[error("{got:?} has no seat on the panel of set {expected}")]
	NotOnPanel {
		/// The key.
		got: SeatKey,
		/// The set of the panel.
		expected: SetId,
	},
	/// The messages differ in seat, set, height or round, so they do not conflict.
	#[error("the two messages are not of one key, set, height and round")]
	DifferentSubjects,
	/// Ballots of different steps do not conflict.
	#[error("the second ballot is a {got:?}, the first a {expected:?}")]
	DifferentSteps {
		/// Step of the second ballot.
		got: Step,
		/// Step of the first.
		expected: Step,
	},
	/// The same thing said twice is no offence.
	#[error("both ballots say the same")]
	SameBallot,
	/// The signature under the first ballot is not the offender's.
	#[error("the first signature does not fit ballot, key, set and chain")]
	BadFirstSignature,
	/// The signature under the second ballot is not the offender's.
	#[error("the second signature does not fit ballot, key, set and chain")]
	BadSecondSignature,
}

impl EquivocationProof {
	/// Joins two messages that were verified before into a proof, if they conflict.
	pub fn from_messages(
		first: &VerifiedMessage,
		second: &VerifiedMessage,
	) -> Result<Self, EquivocationError> {
		let (a, b) = (first.message(), second.message());
		let subject = |m: &VerifiedMessage| {
			(*m.key(), m.message().set_id, m.message().height, m.message().round)
		};
		if subject(first) != subject(second) {
			return Err(EquivocationError::DifferentSubjects);
		}
		let proof = Self {
			set_id: a.set_id,
			height: a.height,
			round: a.round,
			offender: *first.key(),
			first: (a.ballot, a.signature),
			second: (b.ballot, b.signature),
		};
		proof.check_conflict()?;
		Ok(proof)
	}

	/// Checks the proof against the chain alone: whoever holds `offender` equivocated. The caller
	/// still has to know that the key had a seat in the set.
	pub fn verify(
		&self,
		genesis: BlockHash,
		verifier: &impl SignatureVerifier,
	) -> Result<(), EquivocationError> {
		self.check_conflict()?;
		let signed_by_offender = |(ballot, signature): &(Ballot, Signature)| {
			let payload = signing_payload(genesis, self.set_id, self.height, self.round, ballot);
			verifier.verify(&self.offender, &payload, signature)
		};
		if !signed_by_offender(&self.first) {
			return Err(EquivocationError::BadFirstSignature);
		}
		if !signed_by_offender(&self.second) {
			return Err(EquivocationError::BadSecondSignature);
		}
		Ok(())
	}

	/// Checks the proof against a panel and names the offender's seat.
	pub fn verify_on_panel(
		&self,
		authority: &Authority,
		verifier: &impl SignatureVerifier,
	) -> Result<Seat, EquivocationError> {
		if self.set_id != authority.set_id {
			return Err(EquivocationError::WrongSet {
				got: self.set_id,
				expected: authority.set_id,
			});
		}
		let seat =
			authority.panel.seat_of(&self.offender).ok_or(EquivocationError::NotOnPanel {
				got: self.offender,
				expected: authority.set_id,
			})?;
		self.verify(authority.genesis, verifier)?;
		Ok(seat)
	}

	fn check_conflict(&self) -> Result<(), EquivocationError> {
		let (first, second) = (&self.first.0, &self.second.0);
		if first.step() != second.step() {
			return Err(EquivocationError::DifferentSteps {
				got: second.step(),
				expected: first.step(),
			});
		}
		if first == second {
			return Err(EquivocationError::SameBallot);
		}
		Ok(())
	}
}
