// SPDX-License-Identifier: GPL-3.0-or-later
//! Percentiles of any number of durations in a fixed amount of memory.

use serde::Serialize;

/// Values below this are counted exactly.
const EXACT: u32 = 256;
/// Buckets between a power of two and the next one, above [`EXACT`]: a value is known to 1/128.
const BUCKETS_PER_OCTAVE: u32 = 128;
/// Powers of two above [`EXACT`] that a `u32` has.
const OCTAVES: u32 = 24;

/// Counts milliseconds. Percentiles err by less than one part in 128, upwards.
#[derive(Clone, Debug)]
pub(crate) struct Histogram {
	counts: Vec<u64>,
	total: u64,
	sum_ms: u64,
	largest_ms: u32,
}

/// What is reported of a histogram, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Percentiles {
	/// How many values.
	pub(crate) count: u64,
	/// Their mean.
	pub(crate) mean_ms: f64,
	/// Half of them are at most this.
	pub(crate) p50_ms: u32,
	/// 95 in 100 are at most this.
	pub(crate) p95_ms: u32,
	/// 99 in 100 are at most this.
	pub(crate) p99_ms: u32,
	/// The largest one.
	pub(crate) max_ms: u32,
}

impl Default for Histogram {
	fn default() -> Self {
		let buckets = EXACT + OCTAVES * BUCKETS_PER_OCTAVE;
		Self { counts: vec![0; buckets as usize], total: 0, sum_ms: 0, largest_ms: 0 }
	}
}

impl Histogram {
	/// Counts a value.
	pub(crate) fn add(&mut self, ms: u32) {
		self.counts[bucket_of(ms)] += 1;
		self.total += 1;
		self.sum_ms += u64::from(ms);
		self.largest_ms = self.largest_ms.max(ms);
	}

	/// The smallest value that at least this share of all values do not exceed; 0 without values.
	pub(crate) fn quantile(&self, share: f64) -> u32 {
		let wanted = share * self.total as f64;
		let mut seen = 0;
		for (bucket, count) in self.counts.iter().enumerate() {
			seen += count;
			if *count > 0 && seen as f64 >= wanted {
				return top_of(bucket).min(self.largest_ms);
			}
		}
		0
	}

	/// What is reported.
	pub(crate) fn percentiles(&self) -> Percentiles {
		Percentiles {
			count: self.total,
			mean_ms: if self.total == 0 { 0.0 } else { self.sum_ms as f64 / self.total as f64 },
			p50_ms: self.quantile(0.5),
			p95_ms: self.quantile(0.95),
			p99_ms: self.quantile(0.99),
			max_ms: self.largest_ms,
		}
	}
}

fn bucket_of(ms: u32) -> usize {
	if ms < EXACT {
		return ms as usize;
	}
	// With this shift, 128 to 255 are left of the value.
	let shift = u32::BITS - ms.leading_zeros() - EXACT.trailing_zeros();
	let within = (ms >> shift) - BUCKETS_PER_OCTAVE;
	(EXACT + (shift - 1) * BUCKETS_PER_OCTAVE + within) as usize
}

/// The largest value that falls into a bucket.
fn top_of(bucket: usize) -> u32 {
	let bucket = u32::try_from(bucket).unwrap_or(u32::MAX);
	if bucket < EXACT {
		return bucket;
	}
	let above = bucket - EXACT;
	let shift = above / BUCKETS_PER_OCTAVE + 1;
	let within = u64::from(above % BUCKETS_PER_OCTAVE + BUCKETS_PER_OCTAVE);
	u32::try_from(((within + 1) << shift) - 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_value_is_in_a_bucket_that_ends_little_above_it() {
		let around = (0..32).flat_map(|bit| {
			let power = 1u32 << bit;
			[power - 1, power, power + power / 3, power + power / 2]
		});
		for ms in around.chain([u32::MAX - 1, u32::MAX]) {
			let top = top_of(bucket_of(ms));
			assert!(top >= ms, "{ms} is above its bucket, which ends at {top}");
			assert!(top - ms <= ms / 128, "{ms} is in a bucket up to {top}");
		}
	}

	#[test]
	fn percentiles_of_a_thousand() {
		let mut histogram = Histogram::default();
		(1..=1000).for_each(|ms| histogram.add(ms));
		let found = histogram.percentiles();
		assert_eq!(found.count, 1000);
		assert_eq!(found.mean_ms, 500.5);
		assert_eq!(found.max_ms, 1000);
		for (ms, exact) in [(found.p50_ms, 500), (found.p95_ms, 950), (found.p99_ms, 990)] {
			assert!((exact..=exact + exact / 128).contains(&ms), "{ms} for {exact}");
		}
	}

	#[test]
	fn nothing_and_one_value() {
		assert_eq!(Histogram::default().percentiles(), Percentiles::default());
		let mut one = Histogram::default();
		one.add(70_000);
		let found = one.percentiles();
		assert_eq!((found.p50_ms, found.p99_ms, found.max_ms), (70_000, 70_000, 70_000));
	}
}
