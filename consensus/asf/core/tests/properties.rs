// SPDX-License-Identifier: Apache-2.0
//! What holds whatever happens: no order of well-signed messages, certificates, timeouts, imports
//! and crashes makes a machine panic, grow beyond its bounds, go back, or contradict itself. The
//! seats around it may all be faulty.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs, unreachable_pub)]

mod common;

use asf_core::{Input, Output, Timeout, TimeoutKind, Usage};
use asf_primitives::{Ballot, BlockNumber, Height, Round, SetId, Target};
use common::{block, About, Node, TestHost};
use proptest::{collection::vec, option, prelude::*};

/// The main chain has this many blocks, and announces the second panel in this one.
const BLOCKS: BlockNumber = 12;
const LAST_OF_TERM: BlockNumber = 6;

/// A failing seed goes to no file: the printed input is the test to write. PROPTEST_CASES sets
/// how many cases there are.
fn config() -> ProptestConfig {
	ProptestConfig { failure_persistence: None, ..Default::default() }
}

/// An event. Heights and rounds are relative to the present ones, so that most events matter.
#[derive(Clone, Debug)]
enum Event {
	Message {
		set_ahead: bool,
		height: i8,
		round: i8,
		seat: u8,
		ballot: Say,
	},
	/// Everybody else says the same: what makes polkas and decisions likely.
	AllSay {
		round: i8,
		ballot: Say,
	},
	Certificate {
		height: i8,
		round: i8,
		number: BlockNumber,
	},
	Timeout {
		height: i8,
		round: i8,
		kind: TimeoutKind,
	},
	/// The timeout that the machine asked for, counted from the newest.
	AskedTimeout(usize),
	Import(u8, BlockNumber),
	FinalityTarget(u8, BlockNumber),
	Approved(u8, BlockNumber),
	Restart {
		from_slots: bool,
	},
}

#[derive(Clone, Copy, Debug)]
enum Say {
	Proposal { target: Target, rounds_back: Option<u8>, in_turn: bool },
	Prevote(Option<Target>),
	Precommit(Option<Target>),
}

fn target() -> impl Strategy<Value = Target> {
	(0..2u8, 1..=BLOCKS).prop_map(|(fork, number)| block(fork, number))
}

/// A target among few, so that votes meet.
fn close_target() -> impl Strategy<Value = Target> {
	prop_oneof![3 => (1..4u32).prop_map(|number| block(0, number)), 1 => target()]
}

fn say() -> impl Strategy<Value = Say> {
	prop_oneof![
		(close_target(), option::of(1..4u8), prop::bool::weighted(0.9)).prop_map(
			|(target, rounds_back, in_turn)| Say::Proposal { target, rounds_back, in_turn }
		),
		option::weighted(0.8, close_target()).prop_map(Say::Prevote),
		option::weighted(0.8, close_target()).prop_map(Say::Precommit),
	]
}

fn near() -> impl Strategy<Value = i8> {
	prop_oneof![6 => Just(0i8), 2 => -1..=1i8, 1 => -7..=7i8]
}

fn event() -> impl Strategy<Value = Event> {
	let kind = prop_oneof![
		Just(TimeoutKind::Propose),
		Just(TimeoutKind::Prevote),
		Just(TimeoutKind::Precommit),
		Just(TimeoutKind::Rebroadcast),
	];
	prop_oneof![
		12 => (prop::bool::weighted(0.1), near(), near(), any::<u8>(), say()).prop_map(
			|(set_ahead, height, round, seat, ballot)| {
				Event::Message { set_ahead, height, round, seat, ballot }
			}
		),
		4 => (near(), say()).prop_map(|(round, ballot)| Event::AllSay { round, ballot }),
		1 => (-1..=3i8, near(), 1..=BLOCKS)
			.prop_map(|(height, round, number)| Event::Certificate { height, round, number }),
		2 => (near(), near(), kind)
			.prop_map(|(height, round, kind)| Event::Timeout { height, round, kind }),
		4 => (0..4usize).prop_map(Event::AskedTimeout),
		3 => (0..2u8, 1..=BLOCKS).prop_map(|(fork, number)| Event::Import(fork, number)),
		3 => (0..2u8, 1..=BLOCKS).prop_map(|(fork, number)| Event::FinalityTarget(fork, number)),
		1 => (0..2u8, 1..=BLOCKS).prop_map(|(fork, number)| Event::Approved(fork, number)),
		2 => any::<bool>().prop_map(|from_slots| Event::Restart { from_slots }),
	]
}

/// The node under test and the timeouts that it asked for.
struct Run {
	node: Node,
	seats: u8,
	asked: Vec<Timeout>,
}

impl Run {
	/// The node holds key 2: seat 2 of the first panel, seat 0 of the second, none after.
	fn new(seats: u8) -> Self {
		let key = if seats == 1 { 0 } else { 2 };
		let mut run =
			Self { node: Node::with_host(TestHost::new(seats, Some(key))), seats, asked: vec![] };
		run.import(0, 1);
		run
	}

	fn import(&mut self, fork: u8, number: BlockNumber) -> Vec<Output> {
		// As in a node, a block comes after its parent.
		for number in 1..=number {
			let announces = (fork == 0 && number == LAST_OF_TERM).then_some(1);
			let is_common = number <= common::FORK_AT;
			self.node.host.import_announcing(if is_common { 0 } else { fork }, number, announces);
		}
		self.node.input(Input::BlockImported(block(fork, number).hash))
	}

	fn about(&self, height: i8, round: i8) -> About {
		let state = self.node.machine.round_state();
		let present = state.round.map_or(0, |(round, _)| round.get());
		About {
			set: state.set_id.get(),
			seats: self.seats,
			height: state.height.get().saturating_add_signed(i64::from(height)).max(1),
			round: present.saturating_add_signed(i32::from(round)),
		}
	}

	fn say(&mut self, about: About, seat: u8, say: Say) -> Vec<Output> {
		let (seat, ballot) = match say {
			Say::Proposal { target, rounds_back, in_turn } => {
				let back = rounds_back.and_then(|back| about.round.checked_sub(u32::from(back)));
				let ballot = Ballot::Proposal { target, valid_round: back.map(Round::new) };
				(if in_turn { about.proposer() } else { seat }, ballot)
			},
			Say::Prevote(target) => (seat, Ballot::Prevote(target)),
			Say::Precommit(target) => (seat, Ballot::Precommit(target)),
		};
		self.node.message(about.says(seat, ballot))
	}

	fn own_seat(&self) -> Option<u8> {
		self.node.machine.round_state().seat.map(|seat| seat.get())
	}

	fn happen(&mut self, event: Event) -> Vec<Output> {
		match event {
			Event::Message { set_ahead, height, round, seat, ballot } => {
				let about = self.about(height, round);
				let about = about.set(about.set + u64::from(set_ahead));
				self.say(about, seat % self.seats, ballot)
			},
			Event::AllSay { round, ballot } => {
				let (about, own) = (self.about(0, round), self.own_seat());
				let others = (0..self.seats).filter(|seat| Some(*seat) != own);
				others.flat_map(|seat| self.say(about, seat, ballot)).collect()
			},
			Event::Certificate { height, round, number } => {
				// Certificates never contradict each other: one chain, and more height, more blocks.
				let about = self.about(height, round);
				let target = block(0, number);
				self.node.certificate(about.certificate(target, 0..self.seats))
			},
			Event::Timeout { height, round, kind } => {
				let about = self.about(height, round);
				self.node.input(Input::TimeoutElapsed(Timeout {
					set_id: SetId::new(about.set),
					height: Height::new(about.height),
					round: Round::new(about.round),
					kind,
				}))
			},
			Event::AskedTimeout(back) => {
				let asked = self.asked.len().checked_sub(back + 1).map(|at| self.asked[at]);
				asked.map_or(vec![], |timeout| self.node.input(Input::TimeoutElapsed(timeout)))
			},
			Event::Import(fork, number) => self.import(fork, number),
			Event::FinalityTarget(fork, number) => {
				self.node.input(Input::FinalityTarget(block(fork, number)))
			},
			Event::Approved(fork, number) => self.node.input(Input::Approved(block(fork, number))),
			Event::Restart { from_slots } => self.node.restart(from_slots),
		}
	}

	/// One event and what must hold after it. `Node` checks the ballots.
	fn step(&mut self, event: Event) -> Result<Vec<Output>, TestCaseError> {
		let before = (self.node.machine.round_state(), self.node.machine.decided());
		let out = self.happen(event);
		let after = (self.node.machine.round_state(), self.node.machine.decided());
		prop_assert!(after.1.number >= before.1.number);
		let place = |state: &asf_core::RoundState| (state.set_id, state.height);
		prop_assert!(place(&after.0) >= place(&before.0));
		let decisions = out.iter().filter(|output| matches!(output, Output::Finalize(_))).count();
		prop_assert_eq!(decisions > 0, after.1 != before.1);
		let (usage, limit) = (self.node.machine.usage(), Usage::limit(usize::from(self.seats)));
		prop_assert!(usage.is_within(&limit), "{:?} of {:?}", usage, limit);
		prop_assert!(self.node.slots.len() <= 7);
		self.asked.extend(out.iter().filter_map(|output| match output {
			Output::ScheduleTimeout(timeout) => Some(*timeout),
			_ => None,
		}));
		Ok(out)
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn nothing_breaks_a_machine(
		seats in prop_oneof![Just(1u8), Just(3), Just(4), Just(7)],
		events in vec(event(), 1..120),
	) {
		let mut run = Run::new(seats);
		for event in events {
			run.step(event)?;
		}
	}

	/// A flood by all the other seats: many rounds, heights and targets, nothing decided.
	#[test]
	fn a_flood_stays_within_bounds(
		floods in vec((-9..=12i8, -9..=12i8, any::<u8>(), say()), 200..600),
	) {
		let mut run = Run::new(4);
		run.step(Event::FinalityTarget(0, 1))?;
		for (height, round, seat, ballot) in floods {
			let (height, seat) = (if height % 2 == 0 { 0 } else { height }, [0, 1, 3][usize::from(seat % 3)]);
			run.step(Event::Message { set_ahead: false, height, round, seat, ballot })?;
		}
	}
}
