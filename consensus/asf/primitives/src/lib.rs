// SPDX-License-Identifier: Apache-2.0
//! What every part of FlareChain that touches ASF finality agrees on: the names of things, the
//! bytes a seat signs, and the one verification of messages, certificates and equivocations that
//! runtime, node, light clients and tests share.
//!
//! Specification: the ASF page of the design documents, sections 1, 3 and 4.
//!
//! Invariants
//! - A [`Panel`] holds 1 to [`MAX_SEATS`] distinct keys; no other can be built or decoded.
//! - A signature counts for exactly one chain, set, height, round, step and target:
//!   [`signing_payload`] is the only place that builds those bytes.
//! - [`VerifiedMessage`], [`VerifiedPolka`] and [`VerifiedCertificate`] can only come from a
//!   successful check, so code that takes one need not check again.
//! - Every collection is bounded while it is decoded, before memory is set aside for it.
//!
//! Arithmetic on heights, rounds and set ids saturates or is checked; nothing here panics.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod certificate;
mod digest;
mod evidence;
mod message;
mod panel;
mod payload;
mod polka;
#[cfg(feature = "substrate")]
pub mod substrate;
mod types;
mod verifier;

pub use certificate::{
	Certificate, CertificateError, Expectation, SeatSignature, VerifiedCertificate,
};
pub use digest::{ConsensusLog, NextPanel};
pub use evidence::{EquivocationError, EquivocationProof};
pub use message::{MessageError, SignedMessage, VerifiedMessage};
pub use panel::{Authority, Panel, PanelError, MAX_PANEL_SEATS, MAX_SEATS};
pub use payload::{signing_payload, DOMAIN_TAG};
pub use polka::{Polka, PolkaError, VerifiedPolka};
pub use types::{
	Ballot, BlockHash, BlockNumber, Height, Round, Seat, SeatKey, SetId, Signature, Step, Target,
};
#[cfg(feature = "std")]
pub use verifier::NativeVerifier;
pub use verifier::SignatureVerifier;

/// Consensus engine id of ASF in digests and justifications.
pub const ENGINE_ID: [u8; 4] = *b"ASF1";
