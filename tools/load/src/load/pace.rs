// SPDX-License-Identifier: GPL-3.0-or-later
//! When the next transaction is due.

use std::time::Duration;

/// Of what could not be sent in time, at most this many seconds' worth is sent later. What the
/// network refuses for longer is not offered again: the offered rate is what was asked for.
const CATCH_UP_S: f64 = 6.0;

/// Spreads transactions evenly over time.
#[derive(Clone, Debug)]
pub(crate) struct Pacer {
	/// `None`: as fast as they are taken.
	per_second: Option<f64>,
	/// Of the schedule: sent, or given up.
	done: f64,
}

impl Pacer {
	/// So many a second; without a number, as fast as they are taken.
	pub(crate) fn new(per_second: Option<f64>) -> Self {
		Self { per_second, done: 0.0 }
	}

	/// How long to wait for the next one, `elapsed` after the start: not at all if it is due.
	pub(crate) fn wait(&mut self, elapsed: Duration) -> Duration {
		let Some(per_second) = self.per_second else { return Duration::ZERO };
		let scheduled = elapsed.as_secs_f64() * per_second;
		self.done = self.done.max(scheduled - CATCH_UP_S * per_second);
		let early = (self.done - scheduled) / per_second;
		Duration::try_from_secs_f64(early).unwrap_or_default()
	}

	/// One was sent.
	pub(crate) fn sent(&mut self) {
		self.done += 1.0;
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const MS: Duration = Duration::from_millis(1);

	#[test]
	fn ten_a_second_are_a_tenth_apart() {
		let mut pacer = Pacer::new(Some(10.0));
		assert_eq!(pacer.wait(Duration::ZERO), Duration::ZERO);
		pacer.sent();
		assert_eq!(pacer.wait(Duration::ZERO), 100 * MS);
		assert_eq!(pacer.wait(60 * MS), 40 * MS);
		assert_eq!(pacer.wait(100 * MS), Duration::ZERO);
	}

	#[test]
	fn a_pause_is_caught_up_with_within_bounds() {
		let mut pacer = Pacer::new(Some(10.0));
		let mut sent = 0;
		while pacer.wait(Duration::from_secs(100)).is_zero() {
			pacer.sent();
			sent += 1;
		}
		// Six seconds' worth, and the one that is due now.
		assert!((60..=61).contains(&sent), "{sent}");
	}

	#[test]
	fn without_a_rate_all_are_due() {
		let mut pacer = Pacer::new(None);
		for _ in 0..1_000 {
			pacer.sent();
		}
		assert_eq!(pacer.wait(Duration::ZERO), Duration::ZERO);
	}
}
