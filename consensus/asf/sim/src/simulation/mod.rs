// SPDX-License-Identifier: Apache-2.0
//! The event loop: one run of one scenario.

use crate::byzantine::{Attack, Cheater, Lie, Means};
use crate::checkers::{Checkers, Violation};
use crate::network::{Fate, Network};
use crate::node::{Node, NodeHost, Write};
use crate::scenario::{Parameters, Scenario};
use crate::world::{BlockIndex, World};
use asf_core::{Input, Machine, Output, Rules, Timeout, TimeoutKind};
use asf_primitives::{Certificate, Expectation, Height, SetId, SignedMessage};
use rand::seq::SliceRandom;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Sets that a run prepares panels for.
const MAX_SETS: usize = 32;
/// Time after stabilisation within which every honest node must finalize new blocks, in
/// microseconds. It covers a round that began with the longest timeouts seen, and one round for
/// every seat after it.
const LIVENESS_DEADLINE_US: u64 = 240_000_000;
/// Time between two free actions of a cheater, in microseconds.
const STIR_US: u64 = 700_000;
/// How long a run beyond the fault bound goes on after stabilisation, in microseconds.
const BEYOND_THIRD_US: u64 = 10_000_000;

/// What travels.
enum Wire {
	Message(SignedMessage),
	Certificate(Certificate),
	Block(BlockIndex),
	BlockRequest(BlockIndex),
	/// Asks for the certificate of a block that ends a panel's term, as a node's sync does.
	CertificateRequest(BlockIndex),
}

enum Event {
	Slot,
	Deliver { from: usize, to: usize, wire: Rc<Wire> },
	Timer { node: usize, life: u32, timeout: Timeout },
	Approve { node: usize, life: u32, index: BlockIndex, asked: bool },
	Restart { node: usize },
	Stir { node: usize },
}

/// Figures of a run, or of many.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
	/// Heights decided.
	pub decisions: u64,
	/// Events handled.
	pub events: u64,
	/// Time from the start of a height at the first node to Strong at each, in mean message delays, for
	/// heights that began after stabilisation.
	pub delays_to_strong: Vec<f64>,
	/// Faults injected, by kind.
	pub faults: BTreeMap<&'static str, u64>,
	/// Equivocations reported by honest nodes.
	pub evidence: u64,
	/// Runs in which more than a third cheated and broke agreement, all attributed.
	pub broken_beyond_third: u64,
	/// Runs in which more than a third cheated and broke agreement, and nobody was judged: no two
	/// certificates of one height were at hand.
	pub unattributed_beyond_third: u64,
	/// Highest round that decided a height.
	pub highest_round: u32,
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

struct Simulation<R: Rules> {
	now_us: u64,
	next_event: u64,
	events: BTreeMap<(u64, u64), Event>,
	rng: ChaCha8Rng,
	parameters: Parameters,
	seats: usize,
	world: World,
	network: Network,
	nodes: Vec<Node<R>>,
	checkers: Checkers,
	stats: Stats,
	trace: Option<Vec<String>>,
	/// When each height began at the first node.
	began_us: BTreeMap<(SetId, Height), u64>,
	decided: BTreeSet<(SetId, Height)>,
}

type Step = Result<(), Violation>;

/// Runs a scenario with machines that keep the rules `R`.
pub fn run<R: Rules>(scenario: &Scenario, tracing: bool) -> Outcome {
	let mut simulation = Simulation::<R>::new(scenario, tracing);
	let result = simulation.run();
	let Simulation { mut stats, trace, checkers, parameters, .. } = simulation;
	stats.evidence = checkers.evidence as u64;
	let is_faulty =
		|owner: usize| parameters.byzantine.iter().any(|(cheater, _)| *cheater == owner);
	let violation = match result {
		// With more than a third cheating, agreement may break, but not without culprits.
		Err(violation)
			if parameters.beyond_third && violation.property.starts_with("agreement") =>
		{
			let is_attributed = violation.property == "agreement, attributed";
			stats.broken_beyond_third += u64::from(is_attributed);
			stats.unattributed_beyond_third += u64::from(!is_attributed);
			checkers.judge_accountability(is_faulty).err()
		},
		other => other.err(),
	};
	Outcome { violation, stats, trace: trace.unwrap_or_default() }
}

impl<R: Rules> Simulation<R> {
	fn new(scenario: &Scenario, tracing: bool) -> Self {
		let mut rng = scenario.rng();
		let parameters = scenario.draw(&mut rng);
		let f = (scenario.seats - 1) / 3;
		let cheats: Vec<usize> = parameters.byzantine.iter().map(|(node, _)| *node).collect();
		let allowed = if parameters.beyond_third { cheats.len() } else { f };
		let panels = (0..if parameters.term_blocks > 0 { MAX_SETS } else { 1 })
			.map(|_| draw_panel(&mut rng, parameters.nodes, scenario.seats, &cheats, allowed))
			.collect();
		let world = World::new(parameters.nodes, panels, parameters.term_blocks);
		let mut nodes = Vec::new();
		let mut twins = Vec::new();
		for owner in 0..parameters.nodes {
			let attacks = parameters.byzantine.iter().find(|(node, _)| *node == owner);
			let is_twin = attacks.is_some_and(|(_, attacks)| attacks.contains(&Attack::Twin));
			let cheater = |half| attacks.map(|(_, list)| Cheater::new(list.clone(), half));
			let clock_permille = rng.gen_range(900..=1100);
			nodes.push(Node::new(owner, cheater(is_twin.then_some(0)), clock_permille));
			if is_twin {
				twins.push(Node::new(owner, cheater(Some(1)), clock_permille));
			}
		}
		nodes.extend(twins);
		let network = Network::draw(&parameters, nodes.len(), &mut rng);
		Self {
			now_us: 0,
			next_event: 0,
			events: BTreeMap::new(),
			rng,
			parameters,
			seats: scenario.seats,
			world,
			network,
			nodes,
			checkers: Checkers::default(),
			stats: Stats::default(),
			trace: tracing.then(Vec::new),
			began_us: BTreeMap::new(),
			decided: BTreeSet::new(),
		}
	}

	fn run(&mut self) -> Step {
		self.note(|s| format!("{:?}", s.parameters));
		for node in 0..self.nodes.len() {
			self.start(node)?;
			if self.nodes[node].cheater.is_some() {
				self.after(STIR_US, Event::Stir { node });
			}
		}
		self.after(1, Event::Slot);
		let bound_us =
			if self.parameters.beyond_third { BEYOND_THIRD_US } else { LIVENESS_DEADLINE_US };
		while let Some(((at_us, _), event)) = self.events.pop_first() {
			self.now_us = at_us;
			self.stats.events += 1;
			if at_us > self.parameters.gst_us + bound_us {
				break;
			}
			if matches!(event, Event::Slot) && self.all_have_moved_on() {
				return Ok(());
			}
			self.on_event(event)?;
		}
		if self.parameters.beyond_third {
			return Ok(());
		}
		let behind: Vec<_> = self.honest().map(|(i, node)| (i, node.finalized)).collect();
		Err(Violation::new("liveness", format!("finalized by the deadline: {behind:?}")))
	}

	/// Every honest node finalized two slots' worth of blocks that were born after stabilisation.
	fn all_have_moved_on(&self) -> bool {
		let since_us = self.parameters.gst_us + 2 * self.parameters.slot_us;
		!self.parameters.beyond_third
			&& self.honest().all(|(_, node)| self.world.block(node.finalized).born_us > since_us)
	}

	fn honest(&self) -> impl Iterator<Item = (usize, &Node<R>)> {
		self.nodes.iter().enumerate().filter(|(_, node)| node.is_honest())
	}

	fn note(&mut self, line: impl FnOnce(&Self) -> String) {
		if self.trace.is_some() {
			let line = format!("{:>10.3} ms  {}", self.now_us as f64 / 1e3, line(self));
			self.trace.iter_mut().for_each(|trace| trace.push(line.clone()));
		}
	}

	fn count(&mut self, fault: &'static str) {
		*self.stats.faults.entry(fault).or_default() += 1;
	}

	fn after(&mut self, delay_us: u64, event: Event) {
		self.next_event += 1;
		self.events.insert((self.now_us + delay_us, self.next_event), event);
	}

	fn on_event(&mut self, event: Event) -> Step {
		match event {
			Event::Slot => self.on_slot(),
			Event::Deliver { from, to, wire } => self.on_wire(from, to, &wire),
			Event::Timer { node, life, timeout } if self.nodes[node].life == life => {
				self.handle(node, Input::TimeoutElapsed(timeout), None)
			},
			Event::Approve { node, life, index, asked } if self.nodes[node].life == life => {
				self.on_approved(node, index, asked)
			},
			Event::Timer { .. } | Event::Approve { .. } => Ok(()),
			Event::Restart { node } => self.start(node),
			Event::Stir { node } => {
				self.stir(node);
				Ok(())
			},
		}
	}

	// ---- blocks

	fn on_slot(&mut self) -> Step {
		self.after(self.parameters.slot_us, Event::Slot);
		self.request_closing_certificates();
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
			self.broadcast(author, Wire::Block(index), None);
		}
		Ok(())
	}

	/// A node asks someone for the certificate of a block that could end its panel's term, on any
	/// fork: the finalized chain need not be the one it holds for the best.
	fn request_closing_certificates(&mut self) {
		for node in 0..self.nodes.len() {
			let (world, asking) = (&self.world, &self.nodes[node]);
			if asking.machine.is_none() {
				continue;
			}
			let pending: Vec<_> = (asking.imported.iter().copied())
				.filter(|index| *index != asking.finalized && world.announces(*index).is_some())
				.filter(|index| world.is_within(asking.finalized, *index))
				.collect();
			if let Some(index) = pending.choose(&mut self.rng) {
				let peer = self.rng.gen_range(0..self.nodes.len());
				self.send(node, peer, Rc::new(Wire::CertificateRequest(*index)));
			}
		}
	}

	fn on_block(&mut self, from: usize, to: usize, index: BlockIndex) -> Step {
		if self.nodes[to].machine.is_none() || self.nodes[to].imported.contains(&index) {
			return Ok(());
		}
		let parent = self.world.block(index).parent;
		if !self.nodes[to].imported.contains(&parent) {
			self.nodes[to].orphans.insert(index);
			self.send(to, from, Rc::new(Wire::BlockRequest(parent)));
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

	fn import(&mut self, node: usize, index: BlockIndex) -> Step {
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

	fn approve_later(&mut self, node: usize, index: BlockIndex, asked: bool) {
		let delay_us = self.rng.gen_range(0..=self.parameters.approval_us);
		let life = self.nodes[node].life;
		self.after(delay_us, Event::Approve { node, life, index, asked });
	}

	fn on_approved(&mut self, node: usize, index: BlockIndex, asked: bool) -> Step {
		let target = self.world.target(index);
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

	// ---- network

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
		self.parameters.beyond_third && self.now_us < self.parameters.gst_us
	}

	fn send(&mut self, from: usize, to: usize, wire: Rc<Wire>) {
		if from == to || !self.reaches(from, to) {
			return;
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

	fn broadcast(&mut self, from: usize, wire: Wire, only: Option<&BTreeSet<usize>>) {
		let wire = Rc::new(wire);
		for to in 0..self.nodes.len() {
			if only.is_none_or(|only| only.contains(&to)) {
				self.send(from, to, Rc::clone(&wire));
			}
		}
	}

	fn on_wire(&mut self, from: usize, to: usize, wire: &Wire) -> Step {
		let Some(machine) = &self.nodes[to].machine else { return Ok(()) };
		let state = machine.round_state();
		match wire {
			Wire::Block(index) => self.on_block(from, to, *index),
			Wire::BlockRequest(index) => {
				if self.nodes[to].imported.contains(index) {
					self.send(to, from, Rc::new(Wire::Block(*index)));
				}
				Ok(())
			},
			Wire::CertificateRequest(index) => {
				if let Some(certificate) = self.nodes[to].closing_certificates.get(index).cloned() {
					self.send(to, from, Rc::new(Wire::Certificate(certificate)));
				}
				Ok(())
			},
			Wire::Message(message) => self.on_message(from, to, message, state.set_id),
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
		} else {
			let lies = self.with_cheater(to, |cheater, means| cheater.hear(message, means));
			self.tell(to, lies);
		}
		self.handle(to, Input::Message(verified), Some(from))
	}

	// ---- cheaters

	fn with_cheater(
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

	fn tell(&mut self, node: usize, lies: Vec<Lie>) {
		for (only, message) in lies {
			self.count("message of a cheater");
			self.note(|_| format!("cheater {node} says {message:?} to {only:?}"));
			self.broadcast(node, Wire::Message(message), only.as_ref());
		}
	}

	fn stir(&mut self, node: usize) {
		let state = self.nodes[node].machine.as_ref().map(Machine::round_state);
		if let Some(state) = state {
			let (set_id, height) = (state.set_id, state.height);
			let lies =
				self.with_cheater(node, |cheater, means| cheater.stir(set_id, height, means));
			self.tell(node, lies);
		}
		self.after(STIR_US, Event::Stir { node });
	}

	// ---- machines

	fn start(&mut self, node: usize) -> Step {
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

	fn handle(&mut self, node: usize, input: Input, from: Option<usize>) -> Step {
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
			Output::Send(message) if honest => {
				let owner = self.nodes[node].owner;
				if self.world.seat(message.set_id, owner) == Some(message.seat) {
					self.checkers.said(node, &message)?;
				}
				self.broadcast(node, Wire::Message(message), None);
			},
			Output::Send(message) => {
				let lies = self.with_cheater(node, |cheater, means| cheater.bend(message, means));
				self.tell(node, lies);
			},
			Output::SendCertificate(certificate) => {
				self.broadcast(node, Wire::Certificate(certificate), None);
			},
			Output::Answer(certificate) => {
				if let Some(to) = from {
					self.send(node, to, Rc::new(Wire::Certificate(certificate)));
				}
			},
			Output::ScheduleTimeout(timeout) => {
				if timeout.kind == TimeoutKind::Rebroadcast {
					let place = (timeout.set_id, timeout.height);
					self.began_us.entry(place).or_insert(self.now_us);
				}
				let target = &self.nodes[node];
				let delay_us = timeout.duration_ms() * target.clock_permille;
				let life = target.life;
				self.after(delay_us, Event::Timer { node, life, timeout });
			},
			Output::Finalize(certificate) => self.on_finalized(node, &certificate)?,
			Output::Level(target, level) if honest => {
				self.checkers.level(node, &target, level, &self.world)?;
			},
			Output::Evidence(proof) if honest => {
				let cheats = &self.parameters.byzantine;
				let is_faulty = |owner| cheats.iter().any(|(cheater, _)| *cheater == owner);
				self.checkers.evidence(&proof, &self.world, is_faulty)?;
			},
			Output::RequestBlock(target) => {
				let index = self.world.find(&target.hash);
				let peer = (0..self.nodes.len()).collect::<Vec<_>>();
				if let (Some(index), Some(peer)) = (index, peer.choose(&mut self.rng)) {
					self.send(node, *peer, Rc::new(Wire::BlockRequest(index)));
				}
			},
			Output::RequestApproval(target) => {
				if let Some(index) = self.world.find(&target.hash) {
					self.approve_later(node, index, true);
				}
			},
			Output::SafetyViolation { decided, certificate } if honest => {
				let detail = format!("node {node}: {decided} and {certificate:?}");
				return Err(Violation::new("agreement", detail));
			},
			Output::Level(..)
			| Output::Evidence(_)
			| Output::SafetyViolation { .. }
			| Output::PanelChanged(_)
			| Output::Reject(_) => {},
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
			let place = (certificate.set_id, certificate.height);
			self.stats.highest_round = self.stats.highest_round.max(certificate.round.get());
			self.stats.decisions += u64::from(self.decided.insert(place));
			let began_us = self.began_us.get(&place).copied().unwrap_or_default();
			if began_us > self.parameters.gst_us {
				let took_us = (self.now_us - began_us) as f64;
				self.stats.delays_to_strong.push(took_us / self.parameters.latency.mean());
			}
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
				let now = |block: &asf_primitives::Target| machine.level(block, &host);
				self.checkers.audit_levels(node, index, world, now)?;
			}
		}
		Ok(())
	}
}

/// A panel of `seats` nodes with at most `allowed` cheats.
fn draw_panel(
	rng: &mut ChaCha8Rng,
	nodes: usize,
	seats: usize,
	cheats: &[usize],
	allowed: usize,
) -> Vec<usize> {
	let mut order: Vec<usize> = (0..nodes).collect();
	order.shuffle(rng);
	// Cheats first, as many as may be; honest nodes fill the rest.
	let (bad, good): (Vec<_>, Vec<_>) = order.into_iter().partition(|node| cheats.contains(node));
	let mut panel: Vec<usize> = bad.into_iter().take(allowed).collect();
	let missing = seats - panel.len();
	panel.extend(good.into_iter().take(missing));
	panel.shuffle(rng);
	panel
}

impl Stats {
	/// Adds another run's figures.
	pub fn add(&mut self, other: &Self) {
		self.decisions += other.decisions;
		self.events += other.events;
		self.delays_to_strong.extend(&other.delays_to_strong);
		for (fault, count) in &other.faults {
			*self.faults.entry(fault).or_default() += count;
		}
		self.evidence += other.evidence;
		self.broken_beyond_third += other.broken_beyond_third;
		self.unattributed_beyond_third += other.unattributed_beyond_third;
		self.highest_round = self.highest_round.max(other.highest_round);
	}
}
