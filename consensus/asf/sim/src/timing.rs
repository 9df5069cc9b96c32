// SPDX-License-Identifier: Apache-2.0
//! Measures the time to Strong from the moment a target could have been decided: its proposer and
//! all seats that decided it were through with the height before, and would have voted for the
//! target (have its block, and have approved it). What is left is the protocol's own time: proposal,
//! prevotes, precommits.

use crate::network::LONGEST_DELAY_US;
use crate::scenario::Parameters;
use crate::world::{BlockIndex, World};
use asf_primitives::{Certificate, Height, SetId};
use std::collections::BTreeMap;

type Place = (SetId, Height);

/// Who did something, and when first, in microseconds.
type Times = BTreeMap<usize, u64>;

/// What is measured.
pub struct Timing {
	gst_us: u64,
	mean_delay_us: f64,
	approved: BTreeMap<BlockIndex, Times>,
	entered: BTreeMap<Place, Times>,
}

impl Timing {
	/// Before a run.
	pub fn new(parameters: &Parameters) -> Self {
		let mean_delay_us = parameters.latency.mean_up_to(LONGEST_DELAY_US);
		let (approved, entered) = Default::default();
		Self { gst_us: parameters.gst_us, mean_delay_us, approved, entered }
	}

	/// A node would vote for a block, and so for its ancestors.
	pub fn approved(&mut self, owner: usize, index: BlockIndex, now_us: u64, world: &World) {
		let mut at = index;
		while at != 0 {
			let times = self.approved.entry(at).or_default();
			if times.contains_key(&owner) {
				return;
			}
			times.insert(owner, now_us);
			at = world.block(at).parent;
		}
	}

	/// A node decided. Returns how long that took, in mean message delays, if it could be decided
	/// after stabilisation only.
	pub fn decided(
		&mut self,
		owner: usize,
		certificate: &Certificate,
		now_us: u64,
		world: &World,
	) -> Option<f64> {
		let index = world.find(&certificate.target.hash)?;
		let place = (certificate.set_id, certificate.height);
		let next = match world.announces(index) {
			Some(next_set) => (next_set, Height::FIRST),
			None => (place.0, place.1.next()),
		};
		self.entered.entry(next).or_default().entry(owner).or_insert(now_us);
		let deciding: Vec<usize> = (certificate.precommits.iter())
			.map(|precommit| precommit.seat)
			.chain(world.proposer(place.0, place.1, certificate.round))
			.filter_map(|seat| world.holder(place.0, seat))
			.collect();
		let entered_us = last(self.entered.get(&place)?, &deciding)?;
		// A cheat may sign what it never approved.
		let approved_us = last(self.approved.get(&index)?, &deciding)?;
		if entered_us < self.gst_us {
			return None;
		}
		let took_us = now_us.saturating_sub(entered_us.max(approved_us));
		Some(took_us as f64 / self.mean_delay_us)
	}
}

/// When the last of them had done it, of those that did.
fn last(times: &Times, who: &[usize]) -> Option<u64> {
	who.iter().filter_map(|owner| times.get(owner)).max().copied()
}
