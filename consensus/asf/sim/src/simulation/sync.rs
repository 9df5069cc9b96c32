// SPDX-License-Identifier: Apache-2.0
//! How a node gets what it missed, as the real node does: block sync fetches the missing ancestors
//! of every block it heard of, a block that ends a panel's term has its certificate requested until
//! it is there, and a node that says where it stands is sent the certificate it needs. Each is
//! tried again, with another peer, until it worked; single tries may be lost.

use super::transport::Wire;
use super::{Event, Simulation, Step};
use crate::world::BlockIndex;
use asf_core::Rules;
use asf_primitives::{Height, SetId};
use rand::Rng;
use std::rc::Rc;

/// Time between two tries of a node to get what it misses, in microseconds.
const SYNC_INTERVAL_US: u64 = 1_000_000;
/// Peers that a node tells where it stands at each try.
const STATUS_PEERS: usize = 3;
/// Blocks in one answer.
const MAX_BLOCKS_PER_ANSWER: usize = 64;
/// Missing blocks that are asked for at each try, newest first: with them come their ancestors.
const MAX_WANTED_AT_ONCE: usize = 8;

impl<R: Rules> Simulation<R> {
	pub(super) fn begin_sync(&mut self, node: usize) {
		let delay_us = self.rng.gen_range(1..=SYNC_INTERVAL_US);
		self.after(delay_us, Event::Sync { node });
	}

	pub(super) fn on_sync(&mut self, node: usize) {
		self.after(SYNC_INTERVAL_US, Event::Sync { node });
		if self.nodes[node].machine.is_none() {
			return;
		}
		self.tell_status(node);
		self.request_blocks(node);
		self.request_closing_certificates(node);
	}

	/// Any other node.
	pub(super) fn some_peer(&mut self, node: usize) -> usize {
		let others = self.nodes.len() - 1;
		let step = if others > 1 { self.rng.gen_range(1..=others) } else { 1 };
		(node + step) % self.nodes.len()
	}

	pub(super) fn tell_status(&mut self, node: usize) {
		let Some(machine) = &self.nodes[node].machine else { return };
		let (state, best) = (machine.round_state(), self.nodes[node].best);
		let status = Rc::new(Wire::Status { best, set_id: state.set_id, height: state.height });
		for _ in 0..STATUS_PEERS {
			let peer = self.some_peer(node);
			self.send(node, peer, Rc::clone(&status));
		}
	}

	/// A peer says where it stands: helps it if it is behind, learns from it if it is ahead.
	pub(super) fn on_status(
		&mut self,
		from: usize,
		to: usize,
		best: BlockIndex,
		place: (SetId, Height),
	) {
		if !self.nodes[to].imported.contains(&best) {
			self.want(to, from, best);
		}
		let helper = &self.nodes[to];
		let Some(machine) = &helper.machine else { return };
		let mut kept = machine.last_certificate().into_iter().chain(
			// Stored with their blocks; here by block, so in no order of sets.
			helper.closing_certificates.values(),
		);
		// The newest of the peer's set: it makes up for those before it.
		let helpful = kept.find(|kept| kept.set_id == place.0 && kept.height >= place.1).cloned();
		self.answer(to, from, helpful);
	}

	/// Notes that a node misses a block, and asks a peer for it.
	pub(super) fn want(&mut self, node: usize, peer: usize, index: BlockIndex) {
		self.nodes[node].wanted.insert(index);
		self.send(node, peer, Rc::new(Wire::BlockRequest(index)));
	}

	fn request_blocks(&mut self, node: usize) {
		let (world, asking) = (&self.world, &mut self.nodes[node]);
		let (imported, finalized) = (&asking.imported, world.block(asking.finalized).number);
		let is_missing = |index: &BlockIndex| {
			!imported.contains(index) && world.block(*index).number > finalized
		};
		asking.wanted.retain(is_missing);
		asking.orphans.retain(is_missing);
		let missing: Vec<_> =
			asking.wanted.iter().rev().take(MAX_WANTED_AT_ONCE).copied().collect();
		for index in missing {
			let peer = self.some_peer(node);
			self.send(node, peer, Rc::new(Wire::BlockRequest(index)));
		}
	}

	/// The search for the last common block is not played: an answer begins where the asker's own
	/// blocks end.
	pub(super) fn on_block_request(&mut self, from: usize, to: usize, head: BlockIndex) {
		if !self.nodes[to].imported.contains(&head) {
			return;
		}
		let mut missing = Vec::new();
		let mut at = head;
		while !self.nodes[from].imported.contains(&at) {
			missing.push(at);
			at = self.world.block(at).parent;
		}
		missing.reverse();
		missing.truncate(MAX_BLOCKS_PER_ANSWER);
		if !missing.is_empty() {
			self.send(to, from, Rc::new(Wire::Blocks(missing)));
		}
	}

	pub(super) fn on_blocks(&mut self, from: usize, to: usize, blocks: &[BlockIndex]) -> Step {
		for index in blocks {
			self.on_block(from, to, *index)?;
		}
		Ok(())
	}

	fn on_block(&mut self, from: usize, to: usize, index: BlockIndex) -> Step {
		if self.nodes[to].machine.is_none() || self.nodes[to].imported.contains(&index) {
			return Ok(());
		}
		let parent = self.world.block(index).parent;
		if !self.nodes[to].imported.contains(&parent) {
			self.nodes[to].orphans.insert(index);
			self.want(to, from, parent);
			return Ok(());
		}
		let mut ready = vec![index];
		while let Some(index) = ready.pop() {
			self.import(to, index)?;
			let world = &self.world;
			let node = &mut self.nodes[to];
			ready.extend(node.orphans.iter().filter(|o| world.block(**o).parent == index));
			node.orphans.retain(|orphan| !ready.contains(orphan));
		}
		Ok(())
	}

	/// Asks for the certificate of every block that could end the present panel's term, on any fork:
	/// the finalized chain need not be the one that the node holds for the best.
	fn request_closing_certificates(&mut self, node: usize) {
		let (world, asking) = (&self.world, &self.nodes[node]);
		let Some(machine) = &asking.machine else { return };
		let next_set = machine.round_state().set_id.next();
		let pending: Vec<_> = (asking.imported.iter().copied())
			.filter(|index| world.announces(*index) == Some(next_set))
			.filter(|index| world.is_within(asking.finalized, *index))
			.collect();
		for index in pending {
			let peer = self.some_peer(node);
			self.note(|_| format!("node {node} asks {peer} for the certificate of block {index}"));
			self.send(node, peer, Rc::new(Wire::CertificateRequest(index)));
		}
	}
}
