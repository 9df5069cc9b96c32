// SPDX-License-Identifier: Apache-2.0
//! The certificate: a quorum of precommits for one target, which is what makes it final.

use crate::{
	signing_payload, Authority, Ballot, BlockHash, Height, Round, Seat, SetId, Signature,
	SignatureVerifier, Target, MAX_SEATS,
};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// One seat's signature in a certificate.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SeatSignature {
	/// The seat.
	pub seat: Seat,
	/// Its signature over the precommit.
	pub signature: Signature,
}

/// A quorum of precommits (the justification of engine [`ENGINE_ID`](crate::ENGINE_ID)).
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Certificate {
	/// The set that decided.
	pub set_id: SetId,
	/// The height it decided.
	pub height: Height,
	/// The round of the precommits.
	pub round: Round,
	/// What it decided.
	pub target: Target,
	/// The precommits, seats strictly ascending: each seat once, one encoding for one content.
	pub precommits: BoundedVec<SeatSignature, ConstU32<MAX_SEATS>>,
}

/// What the caller of [`Certificate::verify`] knows beforehand. `None` accepts any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expectation {
	/// The height that must be decided.
	pub height: Option<Height>,
	/// The round of the precommits.
	pub round: Option<Round>,
	/// The target that must be decided.
	pub target: Option<Target>,
}

/// Why a certificate proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
	/// For another authority set.
	#[error("certificate of set {got}, expected set {expected}")]
	WrongSet {
		/// Set of the certificate.
		got: SetId,
		/// Set it was checked against.
		expected: SetId,
	},
	/// For another height.
	#[error("certificate of height {got}, expected height {expected}")]
	WrongHeight {
		/// Height of the certificate.
		got: Height,
		/// Height it should have.
		expected: Height,
	},
	/// Heights start at 1.
	#[error("certificate of height {got}, the first height is {}", Height::FIRST)]
	HeightBelowFirst {
		/// Height of the certificate.
		got: Height,
	},
	/// For another round.
	#[error("certificate of round {got}, expected round {expected}")]
	WrongRound {
		/// Round of the certificate.
		got: Round,
		/// Round it should have.
		expected: Round,
	},
	/// For another block.
	#[error("certificate for block {got}, expected block {expected}")]
	WrongTarget {
		/// Target of the certificate.
		got: Target,
		/// Target it should have.
		expected: Target,
	},
	/// Not enough seats.
	#[error("certificate with {got} signatures, quorum is {expected}")]
	BelowQuorum {
		/// Signatures in the certificate.
		got: usize,
		/// The panel's quorum.
		expected: usize,
	},
	/// A seat twice, or seats out of order.
	#[error("certificate names seat {got} after seat {previous}, seats must ascend")]
	SeatsNotAscending {
		/// The seat that is out of order.
		got: Seat,
		/// The seat before it.
		previous: Seat,
	},
	/// A seat that the panel does not have.
	#[error("certificate names seat {got}, the panel has {expected} seats")]
	SeatOutOfRange {
		/// The seat.
		got: Seat,
		/// Number of seats.
		expected: usize,
	},
	/// Not signed by the seat's key, or over other bytes or another chain.
	#[error("signature of seat {seat} does not fit certificate, set and chain")]
	BadSignature {
		/// The first seat whose signature is bad.
		seat: Seat,
	},
}

impl Certificate {
	/// The bytes that every precommit of the certificate is over, on the chain of `genesis`.
	pub fn signing_payload(&self, genesis: BlockHash) -> Vec<u8> {
		let ballot = Ballot::Precommit(Some(self.target));
		signing_payload(genesis, self.set_id, self.height, self.round, &ballot)
	}

	/// Checks the certificate against one chain, set and panel, and against what the caller
	/// expects. Cheap checks come first; signatures last, together.
	pub fn verify(
		self,
		authority: &Authority,
		expected: &Expectation,
		verifier: &impl SignatureVerifier,
	) -> Result<VerifiedCertificate, CertificateError> {
		self.check_subject(authority, expected)?;
		let panel = &authority.panel;
		if self.precommits.len() < panel.quorum() {
			return Err(CertificateError::BelowQuorum {
				got: self.precommits.len(),
				expected: panel.quorum(),
			});
		}
		let mut signatures = Vec::with_capacity(self.precommits.len());
		let mut previous: Option<Seat> = None;
		for SeatSignature { seat, signature } in &self.precommits {
			if let Some(previous) = previous.filter(|previous| previous >= seat) {
				return Err(CertificateError::SeatsNotAscending { got: *seat, previous });
			}
			previous = Some(*seat);
			let key = panel.key(*seat).ok_or(CertificateError::SeatOutOfRange {
				got: *seat,
				expected: panel.seat_count(),
			})?;
			signatures.push((*seat, key, signature));
		}
		let payload = self.signing_payload(authority.genesis);
		let pairs = signatures.iter().map(|(_, key, signature)| (*key, *signature));
		if !verifier.verify_all(&payload, pairs) {
			// A batch does not say which one is bad.
			for (seat, key, signature) in signatures {
				if !verifier.verify(key, &payload, signature) {
					return Err(CertificateError::BadSignature { seat });
				}
			}
		}
		Ok(VerifiedCertificate(self))
	}

	fn check_subject(
		&self,
		authority: &Authority,
		expected: &Expectation,
	) -> Result<(), CertificateError> {
		if self.set_id != authority.set_id {
			return Err(CertificateError::WrongSet {
				got: self.set_id,
				expected: authority.set_id,
			});
		}
		if self.height < Height::FIRST {
			return Err(CertificateError::HeightBelowFirst { got: self.height });
		}
		if let Some(expected) = expected.height.filter(|height| *height != self.height) {
			return Err(CertificateError::WrongHeight { got: self.height, expected });
		}
		if let Some(expected) = expected.round.filter(|round| *round != self.round) {
			return Err(CertificateError::WrongRound { got: self.round, expected });
		}
		if let Some(expected) = expected.target.filter(|target| *target != self.target) {
			return Err(CertificateError::WrongTarget { got: self.target, expected });
		}
		Ok(())
	}
}

/// A certificate that holds against the panel it was checked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedCertificate(Certificate);

impl VerifiedCertificate {
	/// The certificate.
	pub fn certificate(&self) -> &Certificate {
		&self.0
	}

	/// Gives the certificate away, with what was proven about it.
	pub fn into_inner(self) -> Certificate {
		self.0
	}
}
