// SPDX-License-Identifier: GPL-3.0-or-later
//! How long an honest peer may speak of what is decided here: it learns of a decision a moment later,
//! and after a connection begins, it sends what it has before it knows where this node stands.

use super::Status;
use std::time::{Duration, Instant};

/// Time in which a peer learns where this node stands: it is told whenever that changes, and every
/// five seconds besides.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Where this node stood at least [`PATIENCE`] ago.
pub(super) struct Known {
	status: Status,
	/// A later status, and since when it has been true; the next to be known.
	next: (Instant, Status),
}

impl Known {
	pub(super) fn new(status: Status, now: Instant) -> Self {
		Self { status, next: (now, status) }
	}

	/// This node stands at `status` now. To be called before it moves and when it matters.
	pub(super) fn advance(&mut self, status: Status, now: Instant) {
		if now.saturating_duration_since(self.next.0) >= PATIENCE {
			self.status = self.next.1;
			self.next = (now, status);
		}
	}

	/// Whether every peer has had the time to learn that `place` is decided.
	pub(super) fn is_past(&self, place: Status) -> bool {
		place < self.status
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use asf_primitives::{Height, SetId};

	fn at(set_id: u64, height: u64) -> Status {
		Status { set_id: SetId::new(set_id), height: Height::new(height) }
	}

	#[test]
	fn a_decision_is_known_after_a_while() {
		let start = Instant::now();
		let mut known = Known::new(at(3, 7), start);
		assert!(known.is_past(at(3, 6)));
		assert!(!known.is_past(at(3, 7)));
		// A node that catches up moves fast; its peers need their time for all of it.
		for step in 0..9_u32 {
			known.advance(at(3, 8 + u64::from(step)), start + step * Duration::from_secs(1));
			assert!(!known.is_past(at(3, 7)));
		}
		known.advance(at(4, 2), start + PATIENCE);
		assert!(!known.is_past(at(3, 7)), "its status of ten seconds ago says no more");
		known.advance(at(4, 3), start + 2 * PATIENCE);
		assert!(known.is_past(at(3, 99)));
		assert!(known.is_past(at(4, 1)));
		assert!(!known.is_past(at(4, 2)));
	}
}
