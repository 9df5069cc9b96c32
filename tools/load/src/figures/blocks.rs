// SPDX-License-Identifier: GPL-3.0-or-later
//! When blocks came, and how far finality was behind them.

use crate::{
	figures::{histogram::Histogram, trend::Point},
	network::head::{Hash, Head},
};
use std::collections::{HashMap, HashSet};

/// Numbers for which the hashes of competing blocks are remembered.
const FORK_MEMORY: u64 = 1_000;

/// The best blocks of one node, as they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockTimes {
	first: Option<(u64, f64)>,
	last: Option<(u64, f64)>,
	intervals: Histogram,
	/// Seconds since the start, and the seconds since the best block before it.
	pub(crate) points: Vec<Point>,
	seen: HashMap<u64, HashSet<Hash>>,
	/// Blocks that another one of the same number came before.
	pub(crate) competing: u64,
}

impl BlockTimes {
	/// A new best block at `at` seconds.
	pub(crate) fn best(&mut self, head: Head, at: f64) {
		self.first.get_or_insert((head.number, at));
		match self.last {
			// A fork of the same height, or of a lower one, is no progress.
			Some((number, _)) if head.number <= number => {},
			Some((_, before)) => {
				self.intervals.add(millis(at - before));
				self.points.push((at, at - before));
				self.last = Some((head.number, at));
			},
			None => self.last = Some((head.number, at)),
		}
	}

	/// Any new block, on whatever fork.
	pub(crate) fn any(&mut self, head: Head) {
		let hashes = self.seen.entry(head.number).or_default();
		if hashes.insert(head.hash) && hashes.len() > 1 {
			self.competing += 1;
		}
		if let Some(old) = head.number.checked_sub(FORK_MEMORY) {
			self.seen.remove(&old);
		}
	}

	/// Blocks from the first to the last one.
	pub(crate) fn count(&self) -> u64 {
		match (self.first, self.last) {
			(Some((first, _)), Some((last, _))) => last.saturating_sub(first),
			_ => 0,
		}
	}

	/// Seconds from block to block, from the first to the last one.
	pub(crate) fn mean_interval_s(&self) -> Option<f64> {
		let ((_, from), (_, to)) = (self.first?, self.last?);
		(self.count() > 0).then(|| (to - from) / self.count() as f64)
	}

	/// When the last one came, in seconds.
	pub(crate) fn last_at(&self) -> Option<f64> {
		self.last.map(|(_, at)| at)
	}

	/// The intervals between new best blocks.
	pub(crate) fn intervals(&self) -> &Histogram {
		&self.intervals
	}
}

/// From the moment a node has a block to the moment it is final there.
#[derive(Clone, Debug, Default)]
pub(crate) struct FinalityTimes {
	waiting: HashMap<Hash, (Head, f64)>,
	/// Seconds since the start, and the milliseconds that a block took.
	pub(crate) points: Vec<Point>,
	times: Histogram,
	/// The number of the last final block.
	pub(crate) last: Option<u64>,
	/// When it became final, in seconds.
	pub(crate) last_at: Option<f64>,
}

impl FinalityTimes {
	/// Any new block.
	pub(crate) fn arrived(&mut self, head: Head, at: f64) {
		self.waiting.entry(head.hash).or_insert((head, at));
	}

	/// A block is final, and so is every ancestor of it that is not yet.
	pub(crate) fn is_final(&mut self, head: Head, at: f64) {
		let mut next = Some(head.hash);
		while let Some((block, since)) = next.and_then(|hash| self.waiting.remove(&hash)) {
			let ms = millis(at - since);
			self.times.add(ms);
			self.points.push((at, f64::from(ms)));
			next = Some(block.parent);
		}
		if self.last < Some(head.number) {
			(self.last, self.last_at) = (Some(head.number), Some(at));
		}
		self.waiting.retain(|_, (block, _)| block.number > head.number);
	}

	/// The times from arrival to finality.
	pub(crate) fn times(&self) -> &Histogram {
		&self.times
	}
}

/// Whole milliseconds of a time that is not negative.
pub(crate) fn millis(seconds: f64) -> u32 {
	let duration = std::time::Duration::try_from_secs_f64(seconds).unwrap_or_default();
	u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn head(number: u8, fork: u8) -> Head {
		let hash = |number: u8, fork: u8| {
			let mut bytes = [number; 32];
			bytes[0] = fork;
			Hash::from(bytes)
		};
		let parent = hash(number.saturating_sub(1), 0);
		Head { number: number.into(), hash: hash(number, fork), parent }
	}

	#[test]
	fn intervals_count_progress_only() {
		let mut times = BlockTimes::default();
		for (number, fork, at) in
			[(5, 0, 0.0), (6, 0, 6.0), (6, 1, 7.0), (7, 0, 13.0), (9, 0, 24.0)]
		{
			times.any(head(number, fork));
			times.best(head(number, fork), at);
		}
		assert_eq!(times.count(), 4);
		assert_eq!(times.last_at(), Some(24.0));
		assert_eq!(times.mean_interval_s(), Some(6.0));
		assert_eq!(times.competing, 1);
		assert_eq!(times.points, [(6.0, 6.0), (13.0, 7.0), (24.0, 11.0)]);
		assert_eq!(times.intervals().percentiles().count, 3);
	}

	#[test]
	fn one_block_has_no_interval() {
		let mut times = BlockTimes::default();
		assert_eq!(times.mean_interval_s(), None);
		times.best(head(5, 0), 1.0);
		assert_eq!(times.mean_interval_s(), None);
	}

	#[test]
	fn a_final_block_takes_its_ancestors_along() {
		let mut times = FinalityTimes::default();
		times.arrived(head(1, 0), 0.0);
		times.arrived(head(2, 0), 6.0);
		times.arrived(head(2, 1), 6.1);
		times.arrived(head(3, 0), 12.0);
		times.is_final(head(2, 0), 6.5);
		assert_eq!(times.points, [(6.5, 500.0), (6.5, 6500.0)]);
		assert_eq!((times.last, times.last_at), (Some(2), Some(6.5)));
		times.is_final(head(2, 0), 7.0);
		assert_eq!(times.last_at, Some(6.5));
		times.is_final(head(3, 0), 12.25);
		assert_eq!(times.times().percentiles().count, 3);
		assert!(times.waiting.is_empty());
	}

	#[test]
	fn negative_times_are_none() {
		assert_eq!(millis(-1.0), 0);
		assert_eq!(millis(1.5), 1500);
		assert_eq!(millis(f64::MAX), 0);
	}
}
