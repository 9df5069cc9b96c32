// SPDX-License-Identifier: GPL-3.0-or-later
//! What the network is held to, and how it did.

use serde::Serialize;
use std::fmt::Display;

/// Slots, and so the time from block to block, in seconds.
pub(crate) const BLOCK_SECONDS: f64 = 6.0;
/// The mean interval may differ from [`BLOCK_SECONDS`] by this share of it: our clock sees a block
/// when it has arrived, and a short run ends between two of them.
pub(crate) const BLOCK_TOLERANCE: f64 = 0.1;
/// In 95 of 100 looks finality has to be fewer blocks than this behind the best block.
pub(crate) const LAG_BLOCKS: f64 = 2.0;
/// A chain that has made no block, or no final one, for so many seconds stands still.
pub(crate) const STANDSTILL_S: f64 = 30.0;
/// Memory may not grow by this share of itself in an hour.
pub(crate) const MEMORY_GROWTH: f64 = 0.5;
/// Transfers a second that are to be sustained, if the command line names no other number.
pub(crate) const TRANSFERS_PER_SECOND: u32 = 1_000;
/// A rate that misses its target by less than this share of it meets it: no more is offered than is
/// asked for, so that it cannot be exceeded.
pub(crate) const RATE_TOLERANCE: f64 = 0.01;
/// And by so many seconds' worth: transfers come in blocks, and how full the first and the last one
/// are is chance. In a minute this is 5 %, in ten 0.5 %.
pub(crate) const RATE_ERROR_S: f64 = BLOCK_SECONDS / 2.0;
/// Growth over less than this says nothing about an hour.
pub(crate) const GROWTH_LEAST_SECONDS: f64 = 600.0;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
	/// The target is met.
	Passed,
	/// The target is missed.
	Failed,
	/// There is too little to judge by; the reason stands with what was measured.
	NotJudged,
}

impl Outcome {
	/// As a word of a table.
	pub(crate) fn word(self) -> &'static str {
		match self {
			Self::Passed => "passed",
			Self::Failed => "FAILED",
			Self::NotJudged => "not judged",
		}
	}

	/// Passed if this holds.
	pub(crate) fn when(holds: bool) -> Self {
		if holds {
			Self::Passed
		} else {
			Self::Failed
		}
	}
}

/// A target and what was measured.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Check {
	/// What is looked at.
	pub(crate) what: String,
	/// What it should be.
	pub(crate) target: String,
	/// What it is.
	pub(crate) measured: String,
	/// Whether that is good enough.
	pub(crate) outcome: Outcome,
}

impl Check {
	/// A check that is met if `holds`.
	pub(crate) fn when(
		what: impl Display,
		target: impl Display,
		measured: impl Display,
		holds: bool,
	) -> Self {
		Self {
			what: what.to_string(),
			target: target.to_string(),
			measured: measured.to_string(),
			outcome: Outcome::when(holds),
		}
	}

	/// A check that nothing can be said about.
	pub(crate) fn not_judged(
		what: impl Display,
		target: impl Display,
		measured: impl Display,
	) -> Self {
		Self { outcome: Outcome::NotJudged, ..Self::when(what, target, measured, false) }
	}
}

/// The interval between blocks against what it should be.
pub(crate) fn block_interval(node: &str, mean_s: Option<f64>) -> Check {
	let what = format!("block interval at {node}");
	let target = format!("{BLOCK_SECONDS} s ± {:.0} %", BLOCK_TOLERANCE * 100.0);
	match mean_s {
		Some(mean) => {
			let holds = (mean - BLOCK_SECONDS).abs() <= BLOCK_SECONDS * BLOCK_TOLERANCE;
			Check::when(what, target, format!("{mean:.2} s"), holds)
		},
		None => Check::when(what, target, "fewer than two blocks", false),
	}
}

/// Whether a node's chain still went on at the end: `last_at` is when the last block of a `kind` came,
/// both in seconds since the start. Means and lags say nothing of the time after that block.
pub(crate) fn going_on(node: &str, kind: &str, last_at: Option<f64>, end: f64) -> Check {
	let what = format!("last {kind} block at {node}");
	let target = format!("< {STANDSTILL_S} s before the end");
	match last_at {
		Some(at) => {
			let ago = (end - at).max(0.0);
			Check::when(what, target, format!("{ago:.1} s before"), ago < STANDSTILL_S)
		},
		None => Check::when(what, target, "none came", false),
	}
}

/// How far finality is behind against what it may be.
pub(crate) fn finality_lag(node: &str, p95_blocks: Option<f64>) -> Check {
	let what = format!("finality lag at {node}, p95");
	let target = format!("< {LAG_BLOCKS} blocks");
	match p95_blocks {
		Some(lag) => Check::when(what, target, format!("{lag} blocks"), lag < LAG_BLOCKS),
		None => Check::when(what, target, "no answer", false),
	}
}

/// A rate that was sustained for so many seconds against the one that was asked for.
pub(crate) fn transfer_rate(per_second: Option<f64>, wanted: f64, seconds: f64) -> Check {
	let tolerance = (RATE_TOLERANCE + RATE_ERROR_S / seconds.max(RATE_ERROR_S)).min(1.0);
	let what = "transfers in Strong blocks";
	let target = format!("{wanted} a second - {:.1} %", tolerance * 100.0);
	match per_second {
		Some(rate) => {
			let holds = rate >= wanted * (1.0 - tolerance);
			Check::when(what, target, format!("{rate:.1} a second"), holds)
		},
		None => Check::when(what, target, "too few blocks for a rate", false),
	}
}

/// Growth of memory against what it may be; `watched_s` is how long it was watched for.
pub(crate) fn memory_growth(node: &str, an_hour: Option<f64>, watched_s: f64) -> Check {
	let what = format!("memory growth of {node}");
	let target = format!("< {:.0} % an hour", MEMORY_GROWTH * 100.0);
	let Some(an_hour) = an_hour else {
		return Check::not_judged(what, target, "its memory is not known");
	};
	let measured = format!("{:.1} % an hour", an_hour * 100.0);
	if watched_s < GROWTH_LEAST_SECONDS {
		let least = GROWTH_LEAST_SECONDS / 60.0;
		return Check::not_judged(what, target, format!("{measured} (less than {least} min)"));
	}
	Check::when(what, target, measured, an_hour < MEMORY_GROWTH)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn intervals_are_judged_both_ways() {
		let outcome = |mean| block_interval("a", mean).outcome;
		assert_eq!(outcome(Some(6.0)), Outcome::Passed);
		assert_eq!(outcome(Some(5.41)), Outcome::Passed);
		assert_eq!(outcome(Some(6.61)), Outcome::Failed);
		assert_eq!(outcome(Some(5.3)), Outcome::Failed);
		assert_eq!(outcome(None), Outcome::Failed);
	}

	#[test]
	fn a_chain_that_stopped_fails() {
		let outcome = |last_at| going_on("a", "best", last_at, 600.0).outcome;
		assert_eq!(outcome(Some(595.0)), Outcome::Passed);
		assert_eq!(outcome(Some(601.0)), Outcome::Passed);
		assert_eq!(outcome(Some(570.0)), Outcome::Failed);
		assert_eq!(outcome(None), Outcome::Failed);
	}

	#[test]
	fn a_lag_of_two_is_too_much() {
		assert_eq!(finality_lag("a", Some(1.0)).outcome, Outcome::Passed);
		assert_eq!(finality_lag("a", Some(2.0)).outcome, Outcome::Failed);
		assert_eq!(finality_lag("a", None).outcome, Outcome::Failed);
	}

	#[test]
	fn a_rate_may_miss_by_a_hundredth_and_half_a_block() {
		let outcome = |rate, seconds| transfer_rate(rate, 1000.0, seconds).outcome;
		assert_eq!(outcome(Some(985.1), 600.0), Outcome::Passed);
		assert_eq!(outcome(Some(984.9), 600.0), Outcome::Failed);
		assert_eq!(outcome(Some(940.1), 60.0), Outcome::Passed);
		assert_eq!(outcome(Some(939.9), 60.0), Outcome::Failed);
		assert_eq!(outcome(None, 60.0), Outcome::Failed);
	}

	#[test]
	fn growth_is_judged_when_it_was_watched_for_long_enough() {
		assert_eq!(memory_growth("a", Some(0.1), 900.0).outcome, Outcome::Passed);
		assert_eq!(memory_growth("a", Some(0.5), 900.0).outcome, Outcome::Failed);
		assert_eq!(memory_growth("a", Some(9.0), 60.0).outcome, Outcome::NotJudged);
		assert_eq!(memory_growth("a", None, 900.0).outcome, Outcome::NotJudged);
	}
}
