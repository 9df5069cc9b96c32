// SPDX-License-Identifier: GPL-3.0-or-later
//! What it costs a peer's reputation to send what does not count.

use super::view::Refusal;
use sc_network::ReputationChange as Rep;

pub(super) const OVERSIZED: Rep = Rep::new_fatal("ASF: message longer than any can be");
pub(super) const MALFORMED: Rep = Rep::new(-(1 << 26), "ASF: malformed message");
pub(super) const INVALID: Rep = Rep::new(-(1 << 24), "ASF: not signed by the panel");
pub(super) const ROUND_TOO_HIGH: Rep = Rep::new(-(1 << 20), "ASF: impossible round");
pub(super) const MISBEHAVIOUR: Rep = Rep::new(-(1 << 12), "ASF: no honest seat says this");
pub(super) const WENT_BACK: Rep = Rep::new(-(1 << 10), "ASF: status went back");
pub(super) const STALE: Rep = Rep::new(-(1 << 6), "ASF: stale message");

impl Refusal {
	/// What it costs the sender. Honest peers may be ahead, and are not to blame for the seats whose
	/// messages they pass on.
	pub(super) fn cost(self) -> Option<Rep> {
		match self {
			Self::Oversized => Some(OVERSIZED),
			Self::Malformed => Some(MALFORMED),
			Self::Invalid => Some(INVALID),
			Self::RoundTooHigh => Some(ROUND_TOO_HIGH),
			Self::Misbehaviour => Some(MISBEHAVIOUR),
			Self::Stale => Some(STALE),
			Self::Late | Self::Future | Self::OverBudget | Self::QueueFull => None,
		}
	}
}
