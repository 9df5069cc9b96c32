// SPDX-License-Identifier: Apache-2.0
//! Judges liveness: after stabilisation, heights are decided within a bounded number of rounds, and
//! nobody stays behind. Rounds and heights are counted, not seconds: how long a second is depends on
//! delays, slots and clocks that the seed draws.

use crate::checkers::Violation;
use crate::scenario::Parameters;
use asf_core::{RoundState, Timeout, TimeoutKind};
use asf_primitives::{Height, Round, SetId};
use std::collections::{BTreeMap, BTreeSet};

/// Rounds after which timeouts are longer than what they wait for: in round 6 a node waits 4 s for a
/// proposal, that is twice the longest delay after stabilisation (500 ms, for a proposal and the
/// block in it), once more for nodes that entered the round late, and the longest approval (1.5 s),
/// with clocks a tenth too fast.
const ROUNDS_UNTIL_TIMEOUTS_SUFFICE: u32 = 6;
/// Heights that every honest node decides after stabilisation before a run counts as live.
const HEIGHTS_TO_DECIDE: usize = 3;
/// Heights that others may decide after stabilisation before the last node has decided its own.
/// It covers fetching what was missed, one panel's term after the other, while blocks come fast.
const MAX_HEIGHTS_BEHIND: usize = 160;
/// Slots that may pass without a block to decide: missed ones, and those of nodes that are down.
const MAX_IDLE_SLOTS: u64 = 20;

/// Rounds in which every height is decided after stabilisation: once timeouts suffice, the first
/// honest proposer that has caught up succeeds, and each seat has its turn within as many rounds as
/// there are seats.
pub fn max_rounds(seats: usize) -> u32 {
	ROUNDS_UNTIL_TIMEOUTS_SUFFICE + u32::try_from(seats).unwrap_or(u32::MAX)
}

type Place = (SetId, Height);

/// What this judge remembers.
pub struct Progress {
	seats: usize,
	gst_us: u64,
	slot_us: u64,
	/// The highest round that an honest node had reached by stabilisation, for each height.
	rounds_before: BTreeMap<Place, Round>,
	/// Heights decided after stabilisation, by any honest node and by each.
	decided: BTreeSet<Place>,
	decided_by: Vec<usize>,
	last_decision_us: u64,
	/// Most rounds of one height after stabilisation.
	pub most_rounds: u32,
	/// Most heights decided before the last node had decided its own.
	pub most_heights_behind: usize,
}

impl Progress {
	/// Before a run.
	pub fn new(seats: usize, nodes: usize, parameters: &Parameters) -> Self {
		Self {
			seats,
			gst_us: parameters.gst_us,
			slot_us: parameters.slot_us,
			rounds_before: BTreeMap::new(),
			decided: BTreeSet::new(),
			decided_by: vec![0; nodes],
			last_decision_us: parameters.gst_us,
			most_rounds: 0,
			most_heights_behind: 0,
		}
	}

	/// An honest node stands here now.
	pub fn round(&mut self, node: usize, state: &RoundState, now_us: u64) -> Result<(), Violation> {
		let Some((round, _)) = state.round else { return Ok(()) };
		let place = (state.set_id, state.height);
		if now_us < self.gst_us {
			let highest = self.rounds_before.entry(place).or_default();
			*highest = round.max(*highest);
			return Ok(());
		}
		let before = self.rounds_before.get(&place).copied().unwrap_or_default();
		let rounds = round.get().saturating_sub(before.get());
		self.most_rounds = self.most_rounds.max(rounds);
		if rounds <= max_rounds(self.seats) {
			return Ok(());
		}
		let detail = format!("node {node} is in round {round} of {place:?}, at first {before}");
		Err(Violation::new("liveness", detail))
	}

	/// An honest node decided.
	pub fn decided(&mut self, node: usize, place: Place, now_us: u64) {
		if now_us >= self.gst_us {
			self.decided_by[node] += 1;
			if self.decided.insert(place) {
				self.last_decision_us = now_us;
			}
		}
	}

	/// Whether liveness is shown, with every honest node and when its last final block was born.
	pub fn is_shown(&mut self, now_us: u64, honest: &[(usize, u64)]) -> Result<bool, Violation> {
		if now_us < self.gst_us {
			return Ok(false);
		}
		let has_moved = |(node, born_us): &(usize, u64)| {
			self.decided_by[*node] >= HEIGHTS_TO_DECIDE && *born_us > self.gst_us
		};
		let behind: Vec<usize> =
			honest.iter().filter(|entry| !has_moved(entry)).map(|(node, _)| *node).collect();
		if behind.is_empty() {
			return Ok(true);
		}
		self.most_heights_behind = self.most_heights_behind.max(self.decided.len());
		if self.decided.len() > MAX_HEIGHTS_BEHIND {
			let count = self.decided.len();
			let detail =
				format!("nodes {behind:?} stay behind while others decide {count} heights");
			return Err(Violation::new("liveness", detail));
		}
		if now_us > self.last_decision_us + self.longest_wait_us() {
			let detail = format!("no decision since {} ms", self.last_decision_us / 1000);
			return Err(Violation::new("liveness", detail));
		}
		Ok(false)
	}

	/// The longest that a decision can take, if it takes the rounds that it may.
	fn longest_wait_us(&self) -> u64 {
		let before = self.rounds_before.values().max().map_or(0, |round| round.get());
		let first = if self.decided.is_empty() { before } else { 0 };
		let rounds = first..=first + max_rounds(self.seats);
		let steps = [TimeoutKind::Propose, TimeoutKind::Prevote, TimeoutKind::Precommit];
		let wait_ms: u64 = rounds
			.flat_map(|round| steps.map(|kind| (round, kind)))
			.map(|(round, kind)| {
				let (set_id, height) = (SetId::new(0), Height::ZERO);
				let timeout = Timeout { set_id, height, round: Round::new(round), kind };
				timeout.duration_ms()
			})
			.sum();
		// The slowest clocks are a tenth slow.
		wait_ms * 1100 + MAX_IDLE_SLOTS * self.slot_us
	}
}
