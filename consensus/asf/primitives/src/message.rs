// SPDX-License-Identifier: Apache-2.0
//! A signed vote or proposal, and its verification.

use crate::{
	signing_payload, Authority, Ballot, BlockHash, Height, Round, Seat, SeatKey, SetId, Signature,
	SignatureVerifier,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a seat says in one step, signed.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SignedMessage {
	/// The set whose panel `seat` belongs to.
	pub set_id: SetId,
	/// The height it is about.
	pub height: Height,
	/// The round it is about.
	pub round: Round,
	/// What is said.
	pub ballot: Ballot,
	/// Who says it.
	pub seat: Seat,
	/// The seat's signature over [`signing_payload`].
	pub signature: Signature,
}

/// Why a message counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
	/// For another authority set.
	#[error("message for set {got}, expected set {expected}")]
	WrongSet {
		/// Set of the message.
		got: SetId,
		/// Set it was checked against.
		expected: SetId,
	},
	/// Heights start at 1.
	#[error("message for height {got}, the first height is {}", Height::FIRST)]
	HeightBelowFirst {
		/// Height of the message.
		got: Height,
	},
	/// A seat that the panel does not have.
	#[error("message from seat {got}, the panel has {expected} seats")]
	SeatOutOfRange {
		/// Seat of the message.
		got: Seat,
		/// Number of seats.
		expected: usize,
	},
	/// A proposal can only point back to an earlier round.
	#[error("proposal of round {expected} names valid round {got}, which is not before it")]
	ValidRoundNotEarlier {
		/// The valid round it names.
		got: Round,
		/// The round it is for; the valid round must be below.
		expected: Round,
	},
	/// Not signed by the seat's key, or over other bytes or another chain.
	#[error("signature of seat {seat} does not fit message, set and chain")]
	BadSignature {
		/// Seat of the message.
		seat: Seat,
	},
}

impl SignedMessage {
	/// The bytes that `signature` is over, on the chain of `genesis`.
	pub fn signing_payload(&self, genesis: BlockHash) -> Vec<u8> {
		signing_payload(genesis, self.set_id, self.height, self.round, &self.ballot)
	}

	/// Checks the message against one chain, set and panel.
	pub fn verify(
		self,
		authority: &Authority,
		verifier: &impl SignatureVerifier,
	) -> Result<VerifiedMessage, MessageError> {
		if self.set_id != authority.set_id {
			return Err(MessageError::WrongSet { got: self.set_id, expected: authority.set_id });
		}
		if self.height < Height::FIRST {
			return Err(MessageError::HeightBelowFirst { got: self.height });
		}
		if let Ballot::Proposal { valid_round: Some(got), .. } = self.ballot {
			if got >= self.round {
				return Err(MessageError::ValidRoundNotEarlier { got, expected: self.round });
			}
		}
		let Some(key) = authority.panel.key(self.seat) else {
			return Err(MessageError::SeatOutOfRange {
				got: self.seat,
				expected: authority.panel.seat_count(),
			});
		};
		if !verifier.verify(key, &self.signing_payload(authority.genesis), &self.signature) {
			return Err(MessageError::BadSignature { seat: self.seat });
		}
		Ok(VerifiedMessage { message: self, key: *key })
	}
}

/// A message whose signature is good for the key that held its seat when it was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedMessage {
	message: SignedMessage,
	key: SeatKey,
}

impl VerifiedMessage {
	/// The message.
	pub fn message(&self) -> &SignedMessage {
		&self.message
	}

	/// The key that signed it.
	pub fn key(&self) -> &SeatKey {
		&self.key
	}
}
