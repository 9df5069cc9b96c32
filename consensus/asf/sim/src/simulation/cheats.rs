// SPDX-License-Identifier: Apache-2.0
//! What cheating seats say, and the ambush if there is one.

use super::transport::Wire;
use super::{Event, Simulation, STIR_US};
use crate::ambush::Cue;
use crate::byzantine::{Cheater, Lie, Means, Said};
use asf_core::{Machine, Rules};
use asf_primitives::{Ballot, SignedMessage};
use rand_chacha::ChaCha8Rng;

impl<R: Rules> Simulation<R> {
	pub(super) fn with_cheater(
		&mut self,
		node: usize,
		act: impl FnOnce(&mut Cheater, &mut Means<'_, ChaCha8Rng>) -> Vec<Lie>,
	) -> Vec<Lie> {
		let endpoints = self.nodes.len();
		let target = &mut self.nodes[node];
		let (owner, finalized) = (target.owner, target.finalized);
		let Some(cheater) = &mut target.cheater else { return Vec::new() };
		let rng = &mut self.rng;
		act(cheater, &mut Means { world: &self.world, owner, finalized, endpoints, rng })
	}

	pub(super) fn tell(&mut self, node: usize, lies: Vec<Lie>) {
		for (only, said) in lies {
			self.count("message of a cheater");
			self.note(|_| format!("cheater {node} says {said:?} to {only:?}"));
			let wire = match said {
				Said::Message(message) => Wire::Message(message),
				Said::Polka(polka) => Wire::Polka(polka),
			};
			self.broadcast(node, wire, only.as_ref());
		}
	}

	pub(super) fn stir(&mut self, node: usize) {
		if self.ambush.is_some() {
			return;
		}
		let state = self.nodes[node].machine.as_ref().map(Machine::round_state);
		if let Some(state) = state {
			let (set_id, height) = (state.set_id, state.height);
			let lies =
				self.with_cheater(node, |cheater, means| cheater.stir(set_id, height, means));
			self.tell(node, lies);
		}
		self.after(STIR_US, Event::Stir { node });
	}

	/// The honest side of a cheater wants to say something.
	pub(super) fn bend(&mut self, node: usize, message: SignedMessage) {
		if self.ambush.is_none() {
			let lies = self.with_cheater(node, |cheater, means| cheater.bend(message, means));
			return self.tell(node, lies);
		}
		// In an ambush the cheats speak on cue. Their own side only knows when a height begins.
		let begins = matches!(message.ballot, Ballot::Proposal { .. }) && message.round.get() == 0;
		if begins && !self.is_stable() {
			let finalized = self.nodes[node].finalized;
			let Some(ambush) = &mut self.ambush else { return };
			let said = ambush.opening(message.height, finalized, &self.world);
			self.cue(said);
		}
	}

	/// The cheats see what an honest node sends as it leaves it.
	pub(super) fn overhear(&mut self, node: usize, message: &SignedMessage) {
		if self.is_stable() {
			return;
		}
		let finalized = self.nodes[node].finalized;
		let Some(ambush) = &mut self.ambush else { return };
		let said = ambush.overhear(message, finalized, &self.world);
		self.cue(said);
	}

	fn cue(&mut self, cues: Vec<Cue>) {
		for cue in cues {
			self.after(cue.after_us, Event::Cue { node: cue.node, lie: cue.lie });
		}
	}
}
