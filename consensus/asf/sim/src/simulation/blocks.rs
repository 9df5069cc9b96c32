// SPDX-License-Identifier: Apache-2.0
//! Blocks: production, import, and when a node would vote for one.

use super::transport::Wire;
use super::{Event, Simulation, Step};
use crate::node::Write;
use crate::world::BlockIndex;
use asf_core::{Input, Rules};
use rand::Rng;

impl<R: Rules> Simulation<R> {
	pub(super) fn on_slot(&mut self) -> Step {
		self.after(self.parameters.slot_us, Event::Slot);
		if self.rng.gen_bool(self.parameters.missed) {
			self.count("missed slot");
			return Ok(());
		}
		let forks = self.rng.gen_bool(self.parameters.fork);
		for turn in 0..=u8::from(forks) {
			let author = self.rng.gen_range(0..self.nodes.len());
			if self.nodes[author].machine.is_none() {
				continue;
			}
			if turn > 0 {
				self.count("second block in a slot");
			}
			let index = self.world.produce(self.nodes[author].best, self.now_us);
			self.note(|s| format!("node {author} made block {index} {:?}", s.world.block(index)));
			self.import(author, index)?;
			self.broadcast(author, Wire::Blocks(vec![index]), None);
		}
		Ok(())
	}

	pub(super) fn import(&mut self, node: usize, index: BlockIndex) -> Step {
		let target = &mut self.nodes[node];
		if target.machine.is_none() || !target.imported.insert(index) {
			return Ok(());
		}
		target.disk.write(Write::Block(index));
		target.consider_best(index, &self.world);
		let is_best = target.best == index;
		self.handle(node, Input::BlockImported(self.world.target(index).hash), None)?;
		if is_best {
			self.approve_later(node, index, false);
		}
		Ok(())
	}

	pub(super) fn approve_later(&mut self, node: usize, index: BlockIndex, asked: bool) {
		let delay_us = self.rng.gen_range(0..=self.parameters.approval_us);
		let life = self.nodes[node].life;
		self.after(delay_us, Event::Approve { node, life, index, asked });
	}

	pub(super) fn on_approved(&mut self, node: usize, index: BlockIndex, asked: bool) -> Step {
		let target = self.world.target(index);
		self.timing.approved(self.nodes[node].owner, index, self.now_us, &self.world);
		if asked {
			return self.handle(node, Input::Approved(target), None);
		}
		let (best, approved) = (self.nodes[node].best, self.nodes[node].approved);
		let is_newer = self.world.block(index).number > self.world.block(approved).number
			|| !self.world.is_within(approved, best);
		if !self.world.is_within(index, best) || !is_newer {
			return Ok(());
		}
		self.nodes[node].approved = index;
		self.handle(node, Input::FinalityTarget(target), None)
	}
}
