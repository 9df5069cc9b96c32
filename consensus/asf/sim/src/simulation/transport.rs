// SPDX-License-Identifier: Apache-2.0
//! What travels between nodes: who may reach whom, and what an arrival leads to.

use super::{Event, Simulation, Step};
use crate::network::Fate;
use crate::world::BlockIndex;
use asf_core::bounds::{MAX_ROUNDS_AHEAD, MAX_ROUNDS_BEHIND};
use asf_core::{Input, RoundState, Rules};
use asf_primitives::{Certificate, Expectation, Height, Polka, SetId, SignedMessage};
use codec::Encode;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What travels.
pub(crate) enum Wire {
	Message(SignedMessage),
	/// A proposal with the prevotes that it points to.
	Polka(Polka),
	Certificate(Certificate),
	/// A new block, or the answer to a request: parents before children.
	Blocks(Vec<BlockIndex>),
	/// Asks for a block and the ancestors that are missing.
	BlockRequest(BlockIndex),
	/// Asks for the certificate of a block that ends a panel's term.
	CertificateRequest(BlockIndex),
	/// Where a node stands.
	Status {
		best: BlockIndex,
		set_id: SetId,
		height: Height,
	},
}

impl<R: Rules> Simulation<R> {
	fn reaches(&self, from: usize, to: usize) -> bool {
		// A twin lives in one half of the network; the halves are the even and the odd nodes.
		let half = |node: usize| match &self.nodes[node].cheater {
			Some(cheater) => cheater.half,
			None => Some(u8::from(self.nodes[node].owner % 2 == 1)),
		};
		let is_twin = |node: usize| {
			self.nodes[node].cheater.as_ref().is_some_and(|cheater| cheater.half.is_some())
		};
		let split = (is_twin(from) || is_twin(to)) || self.is_split();
		!split || half(from) == half(to) || half(from).is_none() || half(to).is_none()
	}

	/// With more than a third cheating, the honest nodes cannot talk across the halves: the best
	/// that an attacker can hope for.
	fn is_split(&self) -> bool {
		self.parameters.beyond_third && !self.is_stable()
	}

	/// Whether an ambush keeps this from arriving. Before stabilisation the network may do so.
	fn is_withheld(&mut self, from: usize, to: usize, wire: &Wire) -> bool {
		if self.is_stable() {
			return false;
		}
		self.ambush.as_mut().is_some_and(|ambush| match wire {
			Wire::Message(message) => ambush.withholds(from, to, message),
			Wire::Polka(polka) => ambush.withholds(from, to, &polka.proposal),
			Wire::Certificate(_) | Wire::Status { .. } => ambush.silences(from),
			Wire::Blocks(_) | Wire::BlockRequest(_) | Wire::CertificateRequest(_) => false,
		})
	}

	pub(super) fn send(&mut self, from: usize, to: usize, wire: Rc<Wire>) {
		if from == to || !self.reaches(from, to) {
			return;
		}
		if self.is_withheld(from, to, &wire) {
			return self.count("message withheld");
		}
		let fate = self.network.send(from, to, self.now_us, &self.parameters, &mut self.rng);
		match fate {
			Fate::Lost => self.count("message lost"),
			Fate::Cut => self.count("message cut off"),
			Fate::Arrives(first_us, second_us) => {
				if let Some(second_us) = second_us {
					self.count("message repeated");
					let wire = Rc::clone(&wire);
					self.after(second_us - self.now_us, Event::Deliver { from, to, wire });
				}
				self.after(first_us - self.now_us, Event::Deliver { from, to, wire });
			},
		}
	}

	pub(super) fn broadcast(&mut self, from: usize, wire: Wire, only: Option<&BTreeSet<usize>>) {
		let wire = Rc::new(wire);
		for to in 0..self.nodes.len() {
			if only.is_none_or(|only| only.contains(&to)) {
				self.send(from, to, Rc::clone(&wire));
			}
		}
	}

	pub(super) fn on_wire(&mut self, from: usize, to: usize, wire: &Wire) -> Step {
		let Some(machine) = &self.nodes[to].machine else { return Ok(()) };
		let state = machine.round_state();
		match wire {
			Wire::Blocks(blocks) => self.on_blocks(from, to, blocks),
			Wire::BlockRequest(head) => {
				self.on_block_request(from, to, *head);
				Ok(())
			},
			Wire::CertificateRequest(index) => {
				let certificate = self.nodes[to].closing_certificates.get(index).cloned();
				self.answer(to, from, certificate);
				Ok(())
			},
			Wire::Status { best, set_id, height } => {
				self.on_status(from, to, *best, (*set_id, *height));
				Ok(())
			},
			Wire::Message(message) => {
				if is_kept(message, &state) && !self.nodes[to].known.insert(message.encode()) {
					return Ok(());
				}
				self.on_message(from, to, message, state.set_id)
			},
			Wire::Polka(polka) => {
				let is_present = polka.proposal.height == state.height;
				if !is_present || !is_kept(&polka.proposal, &state) {
					return Ok(());
				}
				if !self.nodes[to].known.insert(polka.encode()) {
					return Ok(());
				}
				let authority = self.world.authority(polka.proposal.set_id);
				let verified = authority
					.and_then(|authority| polka.verify(&authority, self.world.verifier()).ok());
				let Some(verified) = verified else {
					self.count("bad message refused");
					return Ok(());
				};
				for message in verified.messages() {
					self.on_message(from, to, message.message(), state.set_id)?;
				}
				Ok(())
			},
			Wire::Certificate(certificate) => {
				let is_past =
					(certificate.set_id, certificate.height.next()) < (state.set_id, state.height);
				let authority = self.world.authority(certificate.set_id);
				let verified = authority.filter(|_| !is_past).and_then(|authority| {
					let verifier = self.world.verifier();
					certificate.clone().verify(&authority, &Expectation::default(), verifier).ok()
				});
				verified.map_or(Ok(()), |verified| {
					self.handle(to, Input::Certificate(verified), Some(from))
				})
			},
		}
	}

	/// Sends a certificate, if there is one to send.
	pub(super) fn answer(&mut self, from: usize, to: usize, certificate: Option<Certificate>) {
		if let Some(certificate) = certificate {
			self.send(from, to, Rc::new(Wire::Certificate(certificate)));
		}
	}

	fn on_message(&mut self, from: usize, to: usize, message: &SignedMessage, set: SetId) -> Step {
		// A node knows the panels up to the next one.
		if message.set_id > set.next() {
			return Ok(());
		}
		let Some(authority) = self.world.authority(message.set_id) else { return Ok(()) };
		let Ok(verified) = message.verify(&authority, self.world.verifier()) else {
			self.count("bad message refused");
			return Ok(());
		};
		if self.nodes[to].is_honest() {
			if self.parameters.beyond_third {
				self.checkers.heard.insert(*message);
			}
		} else if self.ambush.is_none() {
			let lies = self.with_cheater(to, |cheater, means| cheater.hear(message, means));
			self.tell(to, lies);
		}
		self.handle(to, Input::Message(verified), Some(from))
	}
}

/// Whether gossip keeps a message and takes it for known when it comes again, whatever the machine
/// made of it: one that is near where the machine stands.
fn is_kept(message: &SignedMessage, state: &RoundState) -> bool {
	let present = match state.round {
		Some((round, _)) if message.height == state.height => round.get(),
		_ => 0,
	};
	let rounds =
		present.saturating_sub(MAX_ROUNDS_BEHIND)..=present.saturating_add(MAX_ROUNDS_AHEAD);
	let is_near = message.height == state.height || message.height == state.height.next();
	message.set_id == state.set_id && is_near && rounds.contains(&message.round.get())
}
