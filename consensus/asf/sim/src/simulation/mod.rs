// SPDX-License-Identifier: Apache-2.0
//! One run of one scenario: the event loop, and what belongs to it in files of their own.
//!
//! | file | what |
//! | --- | --- |
//! | `blocks` | production, import, approval |
//! | `sync` | how a node gets the blocks and certificates that it missed |
//! | `transport` | sending, arriving |
//! | `machines` | start, crash, input, obeying the outputs |
//! | `cheats` | what cheating seats say |

mod blocks;
mod cheats;
mod machines;
mod sync;
mod transport;

use crate::ambush::Ambush;
use crate::byzantine::{Attack, Cheater, Lie};
use crate::checkers::{Checkers, Violation};
use crate::network::Network;
use crate::node::Node;
use crate::progress::Progress;
use crate::scenario::{Parameters, Scenario};
use crate::stats::{Outcome, Stats};
use crate::timing::Timing;
use crate::world::{BlockIndex, World};
use asf_core::{Input, Rules, Timeout};
use asf_primitives::{Height, SetId};
use rand::seq::SliceRandom;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use transport::Wire;

/// Sets that a run prepares panels for.
const MAX_SETS: usize = 32;
/// Time between two free actions of a cheater, in microseconds.
const STIR_US: u64 = 700_000;
/// How long a run beyond the fault bound goes on after stabilisation, in microseconds.
const BEYOND_THIRD_US: u64 = 10_000_000;

enum Event {
	Slot,
	Deliver { from: usize, to: usize, wire: Rc<Wire> },
	Timer { node: usize, life: u32, timeout: Timeout },
	Approve { node: usize, life: u32, index: BlockIndex, asked: bool },
	Restart { node: usize },
	Stir { node: usize },
	Cue { node: usize, lie: Lie },
	Sync { node: usize },
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
	ambush: Option<Ambush>,
	checkers: Checkers,
	progress: Progress,
	timing: Timing,
	stats: Stats,
	trace: Option<Vec<String>>,
	decided: BTreeSet<(SetId, Height)>,
}

type Step = Result<(), Violation>;

/// Runs a scenario with machines that keep the rules `R`.
pub fn run<R: Rules>(scenario: &Scenario, tracing: bool) -> Outcome {
	let mut simulation = Simulation::<R>::new(scenario, tracing);
	let result = simulation.run();
	let Simulation { mut stats, trace, checkers, parameters, progress, .. } = simulation;
	stats.evidence = checkers.evidence as u64;
	stats.ambushes = u64::from(parameters.is_ambush);
	stats.rounds_after_stabilisation = progress.most_rounds;
	stats.heights_behind = progress.most_heights_behind;
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
		let panels: Vec<_> = (0..if parameters.term_blocks > 0 { MAX_SETS } else { 1 })
			.map(|_| draw_panel(&mut rng, parameters.nodes, scenario.seats, &cheats, allowed))
			.collect();
		let ambush =
			parameters.is_ambush.then(|| Ambush::draw(panels[0].clone(), &cheats, &mut rng));
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
		let progress = Progress::new(scenario.seats, nodes.len(), &parameters);
		Self {
			now_us: 0,
			next_event: 0,
			events: BTreeMap::new(),
			rng,
			seats: scenario.seats,
			world,
			network,
			nodes,
			ambush,
			checkers: Checkers::default(),
			progress,
			timing: Timing::new(&parameters),
			parameters,
			stats: Stats::default(),
			trace: tracing.then(Vec::new),
			decided: BTreeSet::new(),
		}
	}

	fn run(&mut self) -> Step {
		self.note(|s| format!("{:?}", s.parameters));
		for node in 0..self.nodes.len() {
			self.start(node)?;
			self.begin_sync(node);
			if self.nodes[node].cheater.is_some() {
				self.after(STIR_US, Event::Stir { node });
			}
		}
		self.after(1, Event::Slot);
		while let Some(((at_us, _), event)) = self.events.pop_first() {
			self.now_us = at_us;
			self.stats.events += 1;
			if matches!(event, Event::Slot) && self.is_over()? {
				break;
			}
			self.on_event(event)?;
		}
		Ok(())
	}

	/// Whether every honest node has shown that it moves on, or has failed to.
	fn is_over(&mut self) -> Result<bool, Violation> {
		if self.parameters.beyond_third {
			return Ok(self.now_us > self.parameters.gst_us + BEYOND_THIRD_US);
		}
		let born_us = |node: &Node<R>| self.world.block(node.finalized).born_us;
		let honest: Vec<_> = self.honest().map(|(index, node)| (index, born_us(node))).collect();
		self.progress.is_shown(self.now_us, &honest)
	}

	fn honest(&self) -> impl Iterator<Item = (usize, &Node<R>)> {
		self.nodes.iter().enumerate().filter(|(_, node)| node.is_honest())
	}

	fn is_stable(&self) -> bool {
		self.now_us >= self.parameters.gst_us
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
			Event::Cue { node, lie } => {
				self.tell(node, vec![lie]);
				Ok(())
			},
			Event::Sync { node } => {
				self.on_sync(node);
				Ok(())
			},
		}
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
