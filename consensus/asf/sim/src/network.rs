// SPDX-License-Identifier: Apache-2.0
//! Who hears what when.

use crate::scenario::Parameters;
use rand::seq::SliceRandom;
use rand::Rng;

/// The longest that a message takes after stabilisation, in microseconds.
pub const LONGEST_DELAY_US: u64 = 500_000;

/// A time in which the network has fallen apart.
struct Partition {
	from_us: u64,
	until_us: u64,
	/// Side of each node.
	side: Vec<u8>,
	/// Only side 0 cannot reach side 1; the other way works.
	one_way: bool,
}

/// The network of a run.
pub struct Network {
	partitions: Vec<Partition>,
	slow: Vec<bool>,
	endpoints: usize,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
	/// Lost by chance.
	Lost,
	/// Sent into a partition.
	Cut,
	/// Arrives at this time, in microseconds, and maybe at a second one.
	Arrives(u64, Option<u64>),
}

impl Network {
	/// Draws the partitions and the slow links between `endpoints` nodes.
	pub fn draw(parameters: &Parameters, endpoints: usize, rng: &mut impl Rng) -> Self {
		let mut partitions = Vec::new();
		for _ in 0..parameters.partitions {
			let from_us = rng.gen_range(0..parameters.gst_us);
			let until_us = rng.gen_range(from_us..=parameters.gst_us);
			let mut order: Vec<usize> = (0..endpoints).collect();
			order.shuffle(rng);
			let cut = rng.gen_range(1..endpoints.max(2));
			let mut side = vec![0; endpoints];
			order.iter().take(cut).for_each(|node| side[*node] = 1);
			partitions.push(Partition { from_us, until_us, side, one_way: rng.gen_bool(0.4) });
		}
		let slow =
			(0..endpoints * endpoints).map(|_| rng.gen_bool(parameters.slow_links)).collect();
		Self { partitions, slow, endpoints }
	}

	/// Sends something at `now_us`.
	pub fn send(
		&self,
		from: usize,
		to: usize,
		now_us: u64,
		parameters: &Parameters,
		rng: &mut impl Rng,
	) -> Fate {
		let is_chaotic = now_us < parameters.gst_us;
		let mut delay = || {
			let drawn = parameters.latency.draw(rng);
			if is_chaotic && self.slow[from * self.endpoints + to] {
				drawn * 10
			} else if is_chaotic {
				drawn
			} else {
				// After stabilisation delays are bounded.
				drawn.min(LONGEST_DELAY_US)
			}
		};
		let first = now_us + delay();
		let second = now_us + delay();
		if !is_chaotic {
			return Fate::Arrives(first, None);
		}
		let is_cut = self.partitions.iter().any(|partition| {
			let during = (partition.from_us..partition.until_us).contains(&now_us);
			let (a, b) = (partition.side[from], partition.side[to]);
			during && a != b && (!partition.one_way || a == 0)
		});
		if is_cut {
			Fate::Cut
		} else if rng.gen_bool(parameters.loss) {
			Fate::Lost
		} else {
			Fate::Arrives(first, rng.gen_bool(parameters.duplication).then_some(second))
		}
	}
}
