// SPDX-License-Identifier: GPL-3.0-or-later
//! How much a seat, and a peer, may make this node do. Only good signatures are charged to a seat, so
//! nobody can make it say more; who repeats what it said spends of its budget, though.

use asf_primitives::{Seat, SetId};
use std::{
	collections::BTreeMap,
	time::{Duration, Instant},
};

/// New messages that a seat may have accepted at once. An honest seat says three things a round.
pub(super) const BURST_MESSAGES: u32 = 128;
/// Time after which a seat may have one more, in milliseconds.
const REFILL_INTERVAL_MS: u64 = 50;

/// So many at once, and one more after so long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
	pub(super) burst: u32,
	pub(super) interval_ms: u64,
}

/// The rate at which a seat may speak.
const OF_SEAT: Rate = Rate { burst: BURST_MESSAGES, interval_ms: REFILL_INTERVAL_MS };

/// What is left of a rate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket {
	left: u32,
	refilled: Instant,
}

impl Bucket {
	/// A full one.
	pub(super) fn full(rate: Rate, now: Instant) -> Self {
		Self { left: rate.burst, refilled: now }
	}

	/// Whether there is one left to take.
	pub(super) fn take(&mut self, rate: Rate, now: Instant) -> bool {
		let elapsed_ms = now.saturating_duration_since(self.refilled).as_millis();
		let earned = u32::try_from(elapsed_ms / u128::from(rate.interval_ms)).unwrap_or(u32::MAX);
		if earned > 0 {
			self.left = self.left.saturating_add(earned).min(rate.burst);
			self.refilled += Duration::from_millis(rate.interval_ms).saturating_mul(earned);
		}
		match self.left.checked_sub(1) {
			Some(left) => {
				self.left = left;
				true
			},
			None => false,
		}
	}
}

/// Token buckets by set and seat.
#[derive(Default)]
pub(super) struct Budgets {
	buckets: BTreeMap<(SetId, Seat), Bucket>,
}

impl Budgets {
	/// Whether the seat may have one more message accepted now.
	pub(super) fn charge(&mut self, set_id: SetId, seat: Seat, now: Instant) -> bool {
		let bucket = self.buckets.entry((set_id, seat)).or_insert(Bucket::full(OF_SEAT, now));
		bucket.take(OF_SEAT, now)
	}

	/// Forgets the seats of sets before `set_id`: the rest are at most two panels.
	pub(super) fn prune(&mut self, set_id: SetId) {
		self.buckets.retain(|(set, _), _| *set >= set_id);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_burst_and_then_a_steady_rate() {
		let (set_id, seat, start) = (SetId::new(0), Seat::new(3), Instant::now());
		let mut budgets = Budgets::default();
		for _ in 0..BURST_MESSAGES {
			assert!(budgets.charge(set_id, seat, start));
		}
		assert!(!budgets.charge(set_id, seat, start));
		assert!(budgets.charge(set_id, Seat::new(4), start));
		let later = start + Duration::from_millis(3 * REFILL_INTERVAL_MS);
		let accepted = (0..10).filter(|_| budgets.charge(set_id, seat, later)).count();
		assert_eq!(accepted, 3);
	}

	#[test]
	fn long_silence_earns_one_burst() {
		let (set_id, seat, start) = (SetId::new(0), Seat::new(3), Instant::now());
		let mut budgets = Budgets::default();
		assert!(budgets.charge(set_id, seat, start));
		let later = start + Duration::from_secs(3600);
		let accepted = (0..1000).filter(|_| budgets.charge(set_id, seat, later)).count();
		assert_eq!(accepted, BURST_MESSAGES as usize);
	}
}
