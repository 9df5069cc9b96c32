// SPDX-License-Identifier: Apache-2.0
//! What came of a run, in figures.

use crate::checkers::Violation;
use std::collections::BTreeMap;

/// Figures of a run, or of many.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
	/// Heights decided.
	pub decisions: u64,
	/// Events handled.
	pub events: u64,
	/// From the moment a target could have been decided to Strong at each honest node, in mean
	/// message delays, for heights that began after stabilisation and were decided in round 0.
	pub delays_to_strong: Vec<f64>,
	/// Heights that began after stabilisation, by the round that decided them.
	pub deciding_rounds: BTreeMap<u32, u64>,
	/// Most rounds that an honest node went through in one height after stabilisation.
	pub rounds_after_stabilisation: u32,
	/// Most heights that the others decided after stabilisation before the last node caught up.
	pub heights_behind: usize,
	/// Faults injected, by kind.
	pub faults: BTreeMap<&'static str, u64>,
	/// Equivocations reported by honest nodes.
	pub evidence: u64,
	/// Runs laid out as an ambush.
	pub ambushes: u64,
	/// Runs in which more than a third cheated and broke agreement, all attributed.
	pub broken_beyond_third: u64,
	/// Runs in which more than a third cheated and broke agreement, and nobody was judged: no two
	/// certificates of one height were at hand.
	pub unattributed_beyond_third: u64,
	/// Highest round that decided a height.
	pub highest_round: u32,
}

impl Stats {
	/// Adds another run's figures.
	pub fn add(&mut self, other: &Self) {
		self.decisions += other.decisions;
		self.events += other.events;
		self.delays_to_strong.extend(&other.delays_to_strong);
		for (round, count) in &other.deciding_rounds {
			*self.deciding_rounds.entry(*round).or_default() += count;
		}
		self.rounds_after_stabilisation =
			self.rounds_after_stabilisation.max(other.rounds_after_stabilisation);
		self.heights_behind = self.heights_behind.max(other.heights_behind);
		for (fault, count) in &other.faults {
			*self.faults.entry(fault).or_default() += count;
		}
		self.evidence += other.evidence;
		self.ambushes += other.ambushes;
		self.broken_beyond_third += other.broken_beyond_third;
		self.unattributed_beyond_third += other.unattributed_beyond_third;
		self.highest_round = self.highest_round.max(other.highest_round);
	}
}

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
	/// The property that did not hold, if any.
	pub violation: Option<Violation>,
	/// Its figures.
	pub stats: Stats,
	/// What happened, if it was asked for.
	pub trace: Vec<String>,
}
