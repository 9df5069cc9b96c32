// SPDX-License-Identifier: Apache-2.0
//! What a seed stands for: sizes, faults and their strength.

use crate::byzantine::Attack;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;

/// A kind of fault that can be left out of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, clap::ValueEnum)]
pub enum Fault {
	/// Messages get lost.
	Loss,
	/// Messages arrive twice.
	Duplication,
	/// Some links are ten times slower.
	SlowLinks,
	/// The network falls apart, in one direction or both, and heals.
	Partitions,
	/// Nodes crash at any step and restart.
	Crashes,
	/// A crash takes unsynced writes with it.
	LostWrites,
	/// Two blocks in one slot.
	Forks,
	/// Slots without a block.
	MissedSlots,
	/// The panel changes.
	PanelChanges,
	/// Seats cheat.
	Byzantine,
}

impl Fault {
	/// Every kind.
	pub const ALL: [Self; 10] = [
		Self::Loss,
		Self::Duplication,
		Self::SlowLinks,
		Self::Partitions,
		Self::Crashes,
		Self::LostWrites,
		Self::Forks,
		Self::MissedSlots,
		Self::PanelChanges,
		Self::Byzantine,
	];
}

/// Which run to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
	/// Decides everything that is drawn.
	pub seed: u64,
	/// Seats on every panel.
	pub seats: usize,
	/// Kinds of fault left out.
	pub without: BTreeSet<Fault>,
	/// Whether the run is laid out as an [ambush](crate::ambush), which others are by chance.
	pub is_ambush: bool,
}

impl Scenario {
	/// The run of a seed with all its faults.
	pub fn new(seed: u64, seats: usize) -> Self {
		Self { seed, seats, without: BTreeSet::new(), is_ambush: false }
	}

	/// The ambush of a seed.
	pub fn ambush(seed: u64, seats: usize) -> Self {
		Self { is_ambush: true, ..Self::new(seed, seats) }
	}
}

/// When the network becomes good in an ambush: time for some ten rounds, in microseconds.
const AMBUSH_US: u64 = 60_000_000;

/// How long messages take.
#[derive(Clone, Copy, Debug)]
pub enum Latency {
	/// Evenly between the two, in microseconds.
	Uniform(u64, u64),
	/// Exponential with this mean, in microseconds.
	Exponential(u64),
	/// Pareto with exponent 2 and this least delay, in microseconds: a few take very long.
	HeavyTail(u64),
}

impl Latency {
	/// Draws a delay in microseconds.
	pub fn draw(&self, rng: &mut impl Rng) -> u64 {
		let unit: f64 = rng.gen_range(1e-6..1.0);
		match *self {
			Self::Uniform(low, high) => rng.gen_range(low..=high),
			Self::Exponential(mean) => micros(-unit.ln() * mean as f64),
			Self::HeavyTail(least) => micros(least as f64 / unit.sqrt()),
		}
	}

	/// Mean delay in microseconds, if longer ones are cut to `longest_us`, which is not below the
	/// longest of the uniform delays and the least of the heavy-tailed ones.
	pub fn mean_up_to(&self, longest_us: u64) -> f64 {
		let longest = longest_us as f64;
		match *self {
			Self::Uniform(low, high) => (low + high) as f64 / 2.0,
			Self::Exponential(mean) => mean as f64 * (1.0 - (-longest / mean as f64).exp()),
			Self::HeavyTail(least) => least as f64 * (2.0 - least as f64 / longest),
		}
	}
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a bounded delay")]
fn micros(value: f64) -> u64 {
	value.clamp(1.0, 60_000_000.0) as u64
}

/// What the seed drew.
#[derive(Clone, Debug)]
pub struct Parameters {
	/// Nodes with a key; the panels are drawn from them.
	pub nodes: usize,
	/// Nodes that cheat, with what they do.
	pub byzantine: Vec<(usize, Vec<Attack>)>,
	/// Whether more than f seats cheat.
	pub beyond_third: bool,
	/// Whether f cheats and the network act as one until stabilisation.
	pub is_ambush: bool,
	/// Virtual time at which the network becomes good, in microseconds.
	pub gst_us: u64,
	/// Delay of messages.
	pub latency: Latency,
	/// Share of messages lost before stabilisation.
	pub loss: f64,
	/// Share of messages that arrive twice.
	pub duplication: f64,
	/// Share of links that are ten times slower before stabilisation.
	pub slow_links: f64,
	/// Number of partitions before stabilisation.
	pub partitions: usize,
	/// Chance to crash for each handled event before stabilisation.
	pub crash: f64,
	/// Whether a crash loses unsynced writes.
	pub lost_writes: bool,
	/// Time between slots, in microseconds.
	pub slot_us: u64,
	/// Chance of a second block in a slot.
	pub fork: f64,
	/// Chance of a slot without block.
	pub missed: f64,
	/// Blocks in a panel's term; 0 for one panel for ever.
	pub term_blocks: u32,
	/// Longest approval delay, in microseconds.
	pub approval_us: u64,
}

impl Scenario {
	/// The generator of everything that happens in the run.
	pub fn rng(&self) -> ChaCha8Rng {
		ChaCha8Rng::seed_from_u64(self.seed ^ (self.seats as u64) << 48)
	}

	/// Draws the parameters. What is left out is drawn too, so that leaving one kind out does not
	/// change the strength of the others.
	pub fn draw(&self, rng: &mut ChaCha8Rng) -> Parameters {
		let has = |fault| !self.without.contains(&fault);
		let if_has = |fault, value: f64| if has(fault) { value } else { 0.0 };
		let f = (self.seats - 1) / 3;
		let nodes = self.seats + 1 + self.seats / 7;
		let may_cheat = has(Fault::Byzantine) && self.seats > 3;
		let is_beyond = rng.gen_bool(0.1);
		// Every tenth run is an ambush.
		let is_ambush = (rng.gen_bool(0.1) || self.is_ambush) && may_cheat;
		let beyond_third = is_beyond && may_cheat && !is_ambush;
		let cheats = if is_ambush {
			f
		} else if beyond_third {
			rng.gen_range(f + 1..=(2 * f + 1).min(self.seats - 2))
		} else {
			// Mostly as many as may be.
			f.min(rng.gen_range(0..=2 * f))
		};
		let mut order: Vec<usize> = (0..nodes).collect();
		order.shuffle(rng);
		let mut byzantine = Vec::new();
		for node in order.into_iter().take(cheats) {
			let mut attacks = Attack::ALL.to_vec();
			if is_ambush {
				// Twins talk to one half of the network each; an ambush's cheats reach everyone.
				attacks.retain(|attack| *attack != Attack::Twin);
			}
			attacks.shuffle(rng);
			attacks.truncate(rng.gen_range(1..=3));
			if beyond_third {
				attacks.push(Attack::Twin);
			}
			byzantine.push((node, attacks));
		}
		if !has(Fault::Byzantine) {
			byzantine.clear();
		}
		let scale_us = *[1_000u64, 20_000, 100_000, 300_000].choose(rng).unwrap_or(&20_000);
		let latency = match rng.gen_range(0..3) {
			0 => Latency::Uniform(scale_us / 2, scale_us * 3 / 2),
			1 => Latency::Exponential(scale_us),
			_ => Latency::HeavyTail(scale_us / 2),
		};
		let loss = if_has(Fault::Loss, rng.gen_range(0.0..0.4) * f64::from(rng.gen_range(0..=1)));
		let duplication = if_has(Fault::Duplication, rng.gen_range(0.0..0.2));
		let slow_links = if_has(Fault::SlowLinks, rng.gen_range(0.0..0.3));
		let partitions = rng.gen_range(0..=4usize);
		let crash = if_has(Fault::Crashes, *[0.0, 0.002, 0.01].choose(rng).unwrap_or(&0.0));
		let slot_us = *[500_000u64, 2_000_000, 6_000_000].choose(rng).unwrap_or(&2_000_000);
		let fork = if_has(Fault::Forks, rng.gen_range(0.0..0.5));
		let missed = if_has(Fault::MissedSlots, rng.gen_range(0.0..0.3));
		let term_blocks = rng.gen_range(3..=8u32);
		let drawn = Parameters {
			nodes,
			beyond_third: beyond_third && !byzantine.is_empty(),
			is_ambush,
			byzantine,
			gst_us: 6 * slot_us.max(2_000_000) + rng.gen_range(0..4_000_000),
			latency,
			loss,
			duplication,
			slow_links,
			partitions: if has(Fault::Partitions) { partitions } else { 0 },
			crash,
			lost_writes: has(Fault::LostWrites),
			slot_us,
			fork,
			missed,
			term_blocks: if has(Fault::PanelChanges) { term_blocks } else { 0 },
			approval_us: *[1_000u64, 300_000, 1_500_000].choose(rng).unwrap_or(&1_000),
		};
		if is_ambush {
			drawn.laid_out_for_ambush()
		} else {
			drawn
		}
	}
}

impl Parameters {
	/// An ambush needs a network that does what it is told, one panel, enough blocks to choose from
	/// and time for several rounds.
	fn laid_out_for_ambush(self) -> Self {
		Self {
			latency: Latency::Uniform(500, 20_000),
			loss: 0.0,
			slow_links: 0.0,
			partitions: 0,
			slot_us: 500_000,
			missed: 0.0,
			term_blocks: 0,
			approval_us: 1_000,
			gst_us: AMBUSH_US,
			..self
		}
	}
}
