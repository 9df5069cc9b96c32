// SPDX-License-Identifier: Apache-2.0
//! How long a node waits in each step: the only place that says so.

use asf_primitives::{Height, Round, SetId};

/// Wait for a proposal in round 0, in milliseconds.
pub const TIMEOUT_PROPOSE_MS: u64 = 1_000;
/// Wait for more prevotes after a quorum of any, in round 0, in milliseconds.
pub const TIMEOUT_PREVOTE_MS: u64 = 500;
/// Wait for more precommits after a quorum of any, in round 0, in milliseconds.
pub const TIMEOUT_PRECOMMIT_MS: u64 = 500;
/// What each of the three grows by with every round, in milliseconds.
pub const TIMEOUT_ROUND_INCREMENT_MS: u64 = 500;
/// Interval at which a node repeats its newest messages while a height is undecided.
pub const REBROADCAST_INTERVAL_MS: u64 = 1_000;

/// What a timeout ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeoutKind {
	/// Waiting for the proposal.
	Propose,
	/// Waiting for more prevotes.
	Prevote,
	/// Waiting for more precommits.
	Precommit,
	/// Waiting to repeat what was said.
	Rebroadcast,
}

/// A timeout of one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timeout {
	/// The set it was scheduled in.
	pub set_id: SetId,
	/// The height it was scheduled in.
	pub height: Height,
	/// The round it was scheduled in.
	pub round: Round,
	/// What it ends.
	pub kind: TimeoutKind,
}

impl Timeout {
	/// How long to wait, in milliseconds.
	pub fn duration_ms(&self) -> u64 {
		let first_round_ms = match self.kind {
			TimeoutKind::Propose => TIMEOUT_PROPOSE_MS,
			TimeoutKind::Prevote => TIMEOUT_PREVOTE_MS,
			TimeoutKind::Precommit => TIMEOUT_PRECOMMIT_MS,
			TimeoutKind::Rebroadcast => return REBROADCAST_INTERVAL_MS,
		};
		first_round_ms + TIMEOUT_ROUND_INCREMENT_MS * u64::from(self.round.get())
	}
}
