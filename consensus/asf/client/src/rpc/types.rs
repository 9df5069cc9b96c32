// SPDX-License-Identifier: GPL-3.0-or-later
//! What the RPC answers with. Names are in camel case, bytes in hex.

use asf_core::RoundState;
use asf_primitives::{Certificate, Panel, SetId, Target};
use codec::Encode;
use serde::{Deserialize, Serialize};
use sp_core::{Bytes, H256};

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRef {
	/// Its hash.
	pub hash: H256,
	/// Its number.
	pub number: u32,
}

impl From<Target> for BlockRef {
	fn from(target: Target) -> Self {
		Self { hash: target.hash, number: target.number }
	}
}

/// What a seat is locked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockInfo {
	/// The block.
	pub block: BlockRef,
	/// The round of the lock.
	pub round: u32,
}

/// Where the height in progress stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoundInfo {
	/// The set that decides.
	pub set_id: u64,
	/// The height to decide next.
	pub height: u64,
	/// The last finalized block.
	pub decided: BlockRef,
	/// The round; none while there is nothing to decide.
	pub round: Option<u32>,
	/// The step: `propose`, `prevote` or `precommit`.
	pub step: Option<String>,
	/// The seat whose turn it is to propose.
	pub proposer: Option<u8>,
	/// This node's seat.
	pub seat: Option<u8>,
	/// What this node's seat is locked on.
	pub locked: Option<LockInfo>,
	/// Seats of the panel.
	pub seats: usize,
	/// Seats that decide.
	pub quorum: usize,
}

fn seat_number(seat: asf_primitives::Seat) -> u8 {
	u8::try_from(seat.index()).unwrap_or(u8::MAX)
}

impl RoundInfo {
	pub(super) fn new(state: &RoundState, panel: &Panel) -> Self {
		let step = state.round.and_then(|(_, step)| step);
		Self {
			set_id: state.set_id.get(),
			height: state.height.get(),
			decided: state.decided.into(),
			round: state.round.map(|(round, _)| round.get()),
			step: step.map(|step| format!("{step:?}").to_lowercase()),
			proposer: state.proposer.map(seat_number),
			seat: state.seat.map(seat_number),
			locked: state
				.locked
				.map(|(block, round)| LockInfo { block: block.into(), round: round.get() }),
			seats: panel.seat_count(),
			quorum: panel.quorum(),
		}
	}
}

/// A panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PanelInfo {
	/// Its set id.
	pub set_id: u64,
	/// The seats' Ed25519 keys, in seat order.
	pub seats: Vec<H256>,
	/// Seats that decide.
	pub quorum: usize,
	/// Faulty seats that are tolerated.
	pub max_faulty: usize,
}

impl PanelInfo {
	pub(super) fn new(set_id: SetId, panel: &Panel) -> Self {
		Self {
			set_id: set_id.get(),
			seats: panel.iter().map(|(_, key)| H256(*key.as_bytes())).collect(),
			quorum: panel.quorum(),
			max_faulty: panel.max_faulty(),
		}
	}
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateInfo {
	/// The set that decided.
	pub set_id: u64,
	/// The height it decided.
	pub height: u64,
	/// The round of the precommits.
	pub round: u32,
	/// What it decided.
	pub target: BlockRef,
	/// The seats that signed.
	pub seats: Vec<u8>,
	/// The certificate in SCALE, as in justifications.
	pub encoded: Bytes,
}

impl From<&Certificate> for CertificateInfo {
	fn from(certificate: &Certificate) -> Self {
		let seats = certificate.precommits.iter();
		Self {
			set_id: certificate.set_id.get(),
			height: certificate.height.get(),
			round: certificate.round.get(),
			target: certificate.target.into(),
			seats: seats.map(|precommit| seat_number(precommit.seat)).collect(),
			encoded: certificate.encode().into(),
		}
	}
}

/// Proof that a set handed over to the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelChangeProof {
	/// The last header of the term, in SCALE. Its ASF digest holds the next panel.
	pub header: Bytes,
	/// The certificate of the old panel for it, in SCALE.
	pub certificate: Bytes,
}

/// Proof that a block is final. It is checked from the panel of `from_set` on: each change's
/// certificate against the panel so far, its target against the hash of the change's header, whose
/// digest names the panel from there on; at the end the certificate against the last panel, its
/// target against the hash of the last of `headers`, and each of them as the parent of the next
/// down to the block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FinalityProof {
	/// The set whose panel the requester trusts.
	pub from_set: u64,
	/// The changes that lead from there to the set that decided the block.
	pub changes: Vec<PanelChangeProof>,
	/// The certificate that decided the block or a descendant. None if more changes lie between
	/// than go into one answer: ask again from the set that the last of them leads to.
	pub certificate: Option<CertificateInfo>,
	/// The headers from the block to the certificate's target, both included, in SCALE.
	pub headers: Vec<Bytes>,
}
