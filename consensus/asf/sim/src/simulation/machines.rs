// SPDX-License-Identifier: Apache-2.0
//! Machines: start, crash, input, and doing what they say.

use super::transport::Wire;
use super::{Event, Simulation, Step};
use crate::checkers::Violation;
use crate::node::{NodeHost, Write};
use asf_core::{Input, Machine, Output, Rules, Timeout};
use asf_primitives::{Certificate, SignedMessage, Target};
use rand::Rng;

impl<R: Rules> Simulation<R> {
	pub(super) fn start(&mut self, node: usize) -> Step {
		let target = &mut self.nodes[node];
		let Some(from) = target.read_disk(&self.world) else {
			return Err(Violation::new("recovery", format!("node {node} cannot read its disk")));
		};
		let (world, imported, owner) = (&self.world, &target.imported, target.owner);
		let started = Machine::<R>::start(from, &NodeHost { world, imported, owner });
		let (machine, outputs) =
			started.map_err(|error| Violation::new("recovery", format!("node {node}: {error}")))?;
		target.machine = Some(machine);
		let best = target.best;
		self.note(|s| format!("node {node} starts from block {}", s.nodes[node].finalized));
		for output in outputs {
			self.obey(node, output, None)?;
		}
		if best != self.nodes[node].finalized {
			self.approve_later(node, best, false);
		}
		Ok(())
	}

	fn crash(&mut self, node: usize) {
		self.count("crash");
		let target = &mut self.nodes[node];
		target.machine = None;
		target.life += 1;
		let lost = target.disk.crash(self.parameters.lost_writes, &mut self.rng);
		if lost > 0 {
			self.count("crash that lost writes");
		}
		self.checkers.crashed(node);
		self.note(|_| format!("node {node} crashes, {lost} writes are lost"));
		let left_us = self.parameters.gst_us.saturating_sub(self.now_us);
		let pause_us = self.rng.gen_range(1..=5_000_000).min(left_us + 1);
		self.after(pause_us, Event::Restart { node });
	}

	pub(super) fn handle(&mut self, node: usize, input: Input, from: Option<usize>) -> Step {
		let target = &mut self.nodes[node];
		let Some(machine) = &mut target.machine else { return Ok(()) };
		if self.trace.is_some() {
			let line = format!("{:>10.3} ms  node {node} gets {input:?}", self.now_us as f64 / 1e3);
			self.trace.iter_mut().for_each(|trace| trace.push(line.clone()));
		}
		let (world, imported, owner) = (&self.world, &target.imported, target.owner);
		let outputs = machine.handle(input, &NodeHost { world, imported, owner });
		if target.cheater.is_none() {
			self.checkers.usage(node, &machine.usage(), self.seats)?;
			if !self.parameters.beyond_third {
				self.progress.round(node, &machine.round_state(), self.now_us)?;
			}
		}
		let may_crash = target.cheater.is_none() && self.now_us < self.parameters.gst_us;
		let crashes =
			may_crash && self.parameters.crash > 0.0 && self.rng.gen_bool(self.parameters.crash);
		let steps = if crashes { self.rng.gen_range(0..=outputs.len()) } else { outputs.len() };
		for output in outputs.into_iter().take(steps) {
			self.obey(node, output, from)?;
		}
		if crashes {
			self.crash(node);
		}
		Ok(())
	}

	fn obey(&mut self, node: usize, output: Output, from: Option<usize>) -> Step {
		self.note(|_| format!("node {node} does {output:?}"));
		let honest = self.nodes[node].is_honest();
		match output {
			Output::Persist(record) => {
				let disk = &mut self.nodes[node].disk;
				disk.write(Write::Record(Box::new(record)));
				disk.sync();
			},
			Output::Send(message) if honest => self.say(node, message)?,
			Output::Send(message) => self.bend(node, message),
			// In an ambush the cheats speak on cue.
			Output::SendPolka(_) if !honest && self.ambush.is_some() => {},
			Output::SendPolka(polka) => self.broadcast(node, Wire::Polka(polka), None),
			Output::SendCertificate(certificate) => {
				self.broadcast(node, Wire::Certificate(certificate), None);
			},
			Output::Answer(certificate) => {
				if let Some(to) = from {
					self.answer(node, to, Some(certificate));
				}
			},
			Output::ScheduleTimeout(timeout) => self.schedule(node, timeout),
			Output::Finalize(certificate) => self.on_finalized(node, &certificate)?,
			Output::Level(target, level) if honest => {
				self.checkers.level(node, &target, level, &self.world)?;
			},
			Output::Evidence(proof) if honest => {
				let cheats = &self.parameters.byzantine;
				let is_faulty = |owner| cheats.iter().any(|(cheater, _)| *cheater == owner);
				self.checkers.evidence(&proof, &self.world, is_faulty)?;
			},
			Output::RequestBlock(target) => self.request_block(node, &target)?,
			Output::RequestApproval(target) => {
				if let Some(index) = self.world.find(&target.hash) {
					self.approve_later(node, index, true);
				}
			},
			Output::PanelChanged(_) => self.tell_status(node),
			Output::SafetyViolation { decided, certificate } if honest => {
				let detail = format!("node {node}: {decided} and {certificate:?}");
				return Err(Violation::new("agreement", detail));
			},
			Output::Level(..)
			| Output::Evidence(_)
			| Output::SafetyViolation { .. }
			| Output::Reject(_) => {},
		}
		Ok(())
	}

	fn say(&mut self, node: usize, message: SignedMessage) -> Step {
		let owner = self.nodes[node].owner;
		if self.world.seat(message.set_id, owner) == Some(message.seat) {
			self.checkers.said(node, &message)?;
		}
		self.broadcast(node, Wire::Message(message), None);
		self.overhear(node, &message);
		Ok(())
	}

	fn schedule(&mut self, node: usize, timeout: Timeout) {
		let target = &self.nodes[node];
		let delay_us = timeout.duration_ms() * target.clock_permille;
		let life = target.life;
		self.after(delay_us, Event::Timer { node, life, timeout });
	}

	/// The machine's wish stays with the node's sync until it is fulfilled.
	fn request_block(&mut self, node: usize, target: &Target) -> Step {
		let Some(index) = self.world.find(&target.hash) else {
			let is_judged = self.nodes[node].is_honest() && !self.parameters.beyond_third;
			let detail = format!("node {node} asks for {target}, which nobody has");
			return if is_judged { Err(Violation::new("blocks exist", detail)) } else { Ok(()) };
		};
		if !self.nodes[node].imported.contains(&index) {
			let peer = self.some_peer(node);
			self.want(node, peer, index);
		}
		Ok(())
	}

	fn on_finalized(&mut self, node: usize, certificate: &Certificate) -> Step {
		let Some(index) = self.world.find(&certificate.target.hash) else {
			return Err(Violation::new("agreement", format!("{} is unknown", certificate.target)));
		};
		let before = self.nodes[node].finalized;
		if self.nodes[node].is_honest() {
			self.checkers.finalized(node, certificate, before, &self.world)?;
			self.record_decision(node, certificate);
		}
		if let Some(ambush) = &mut self.ambush {
			ambush.decided(node, certificate);
		}
		let target = &mut self.nodes[node];
		target.disk.write(Write::Finalized(certificate.clone()));
		if self.world.announces(index).is_some() {
			target.closing_certificates.insert(index, certificate.clone());
		}
		target.finalize(index, &self.world);
		if target.is_honest() {
			let (world, imported, owner) = (&self.world, &target.imported, target.owner);
			let host = NodeHost { world, imported, owner };
			if let Some(machine) = &target.machine {
				let now = |block: &Target| machine.level(block, &host);
				self.checkers.audit_levels(node, index, world, now)?;
			}
		}
		Ok(())
	}

	/// What the figures say of a decision at an honest node.
	fn record_decision(&mut self, node: usize, certificate: &Certificate) {
		let place = (certificate.set_id, certificate.height);
		let round = certificate.round.get();
		let is_first = self.decided.insert(place);
		self.stats.highest_round = self.stats.highest_round.max(round);
		self.stats.decisions += u64::from(is_first);
		self.progress.decided(node, place, self.now_us);
		let owner = self.nodes[node].owner;
		let took = self.timing.decided(owner, certificate, self.now_us, &self.world);
		if let Some(delays) = took {
			if is_first {
				*self.stats.deciding_rounds.entry(round).or_default() += 1;
			}
			if round == 0 {
				self.stats.delays_to_strong.push(delays);
			}
		}
	}
}
