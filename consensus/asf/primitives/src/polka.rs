// SPDX-License-Identifier: Apache-2.0
//! A proposal that points back to an earlier round, and the prevotes there that allow it.

use crate::{
	Authority, Ballot, MessageError, Seat, SeatSignature, SignatureVerifier, SignedMessage,
	VerifiedMessage, MAX_SEATS,
};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A proposal with the polka of its valid round: a quorum of prevotes for its target there, which
/// seats locked on something older need to see before they vote for it ([the Tendermint
/// paper](https://arxiv.org/abs/1807.04938), line 28).
///
/// It travels as one message. Its prevotes may have come one by one before, but then a node may
/// have counted another vote of the same seat, or have forgotten the round.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Polka {
	/// The proposal.
	pub proposal: SignedMessage,
	/// The prevotes, seats strictly ascending: each seat once, one encoding for one content.
	pub prevotes: BoundedVec<SeatSignature, ConstU32<MAX_SEATS>>,
}

/// Why a polka allows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolkaError {
	/// Its message is no proposal that names a valid round.
	#[error("polka for a message that does not propose anew what was prevoted before")]
	NoReproposal,
	/// Not enough seats.
	#[error("polka with {got} prevotes, quorum is {expected}")]
	BelowQuorum {
		/// Prevotes in the polka.
		got: usize,
		/// The panel's quorum.
		expected: usize,
	},
	/// A seat twice, or seats out of order.
	#[error("polka names seat {got} after seat {previous}, seats must ascend")]
	SeatsNotAscending {
		/// The seat that is out of order.
		got: Seat,
		/// The seat before it.
		previous: Seat,
	},
	/// The proposal or a prevote does not verify.
	#[error(transparent)]
	BadMessage(#[from] MessageError),
}

impl Polka {
	/// Puts a proposal and the prevotes that it points to together, which are sorted by seat.
	/// `None` if there are more of them than a panel has seats.
	pub fn new(proposal: SignedMessage, prevotes: &[SignedMessage]) -> Option<Self> {
		let signatures: Vec<_> = prevotes
			.iter()
			.map(|vote| SeatSignature { seat: vote.seat, signature: vote.signature })
			.collect();
		Some(Self { proposal, prevotes: signatures.try_into().ok()? })
	}

	/// Checks proposal and prevotes against one chain, set and panel. Cheap checks come first.
	pub fn verify(
		&self,
		authority: &Authority,
		verifier: &impl SignatureVerifier,
	) -> Result<VerifiedPolka, PolkaError> {
		let Ballot::Proposal { target, valid_round: Some(valid_round) } = self.proposal.ballot
		else {
			return Err(PolkaError::NoReproposal);
		};
		let (got, expected) = (self.prevotes.len(), authority.panel.quorum());
		if got < expected {
			return Err(PolkaError::BelowQuorum { got, expected });
		}
		for pair in self.prevotes.windows(2) {
			if let [SeatSignature { seat: previous, .. }, SeatSignature { seat: got, .. }] = pair {
				if got <= previous {
					let (got, previous) = (*got, *previous);
					return Err(PolkaError::SeatsNotAscending { got, previous });
				}
			}
		}
		let proposal = self.proposal.verify(authority, verifier)?;
		let prevotes = self.prevotes.iter().map(|SeatSignature { seat, signature }| {
			let ballot = Ballot::Prevote(Some(target));
			let (seat, signature) = (*seat, *signature);
			SignedMessage { round: valid_round, ballot, seat, signature, ..self.proposal }
				.verify(authority, verifier)
		});
		let prevotes = prevotes.collect::<Result<_, _>>()?;
		Ok(VerifiedPolka { proposal, prevotes })
	}
}

/// A polka whose signatures are all good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedPolka {
	proposal: VerifiedMessage,
	prevotes: Vec<VerifiedMessage>,
}

impl VerifiedPolka {
	/// The proposal, then the prevotes: what was not counted before counts once the proposal is
	/// known.
	pub fn messages(&self) -> impl Iterator<Item = VerifiedMessage> + '_ {
		core::iter::once(self.proposal).chain(self.prevotes.iter().copied())
	}
}
