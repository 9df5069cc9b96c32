// SPDX-License-Identifier: Apache-2.0
//! What the machine costs a node beside the signature checks, and how much memory the worst
//! backlog takes.

#![allow(clippy::unwrap_used, missing_docs)]

use asf_core::bounds::{
	HELD_MESSAGES_PER_SEAT, MAX_HEIGHTS_AHEAD, MAX_ROUNDS_AHEAD, MAX_ROUNDS_BEHIND,
	MAX_TARGET_DISTANCE_BLOCKS,
};
use asf_core::{Header, Host, Input, Machine, Output, StartFrom};
use asf_primitives::{
	Authority, Ballot, BlockHash, BlockNumber, Height, NativeVerifier, NextPanel, Panel, Round,
	Seat, SeatKey, SetId, Signature, SignatureVerifier, SignedMessage, Target, VerifiedMessage,
};
use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use ed25519_zebra::{SigningKey, VerificationKeyBytes};
use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

const GENESIS: BlockHash = BlockHash::repeat_byte(0x47);
/// FlareChain's largest panel, and the largest there can be.
const PANELS: [u8; 2] = [21, 100];
const ROUNDS_OF_RATIO: usize = 31;

fn main() {
	println!("one height without faults, medians of {ROUNDS_OF_RATIO}; signatures one by one:");
	for seats in PANELS {
		for distance in [1, MAX_TARGET_DISTANCE_BLOCKS] {
			print_ratio(seats, distance);
		}
	}
	let usage = backlog(&Backlog::new(100)).usage();
	println!("worst backlog at n = 100, bytes are the column \"max alloc\" below: {usage:?}");
	divan::main();
}

fn print_ratio(seats: u8, distance: BlockNumber) {
	let (chain, messages) = (Chain::new(seats, distance, false), height(seats, distance));
	let of_machine = median(|| {
		let mut machine = chain.machine();
		let started = Instant::now();
		run(&mut machine, &chain, &messages);
		started.elapsed()
	});
	let authority = authority(0, seats);
	let of_signatures = median(|| {
		let started = Instant::now();
		verify(&messages, &authority);
		started.elapsed()
	});
	let per_second = |time: Duration| messages.len() as f64 / time.as_secs_f64();
	println!(
		"  n = {seats:3}, target {distance:3} blocks on: {:3} messages, machine {of_machine:9.2?} \
		 ({:7.0}/s), signatures {of_signatures:9.2?} ({:6.0}/s), machine : signatures {:.3}",
		messages.len(),
		per_second(of_machine),
		per_second(of_signatures),
		of_machine.as_secs_f64() / of_signatures.as_secs_f64(),
	);
}

fn median(mut measure: impl FnMut() -> Duration) -> Duration {
	let mut times: Vec<_> = (0..ROUNDS_OF_RATIO).map(|_| measure()).collect();
	times.sort_unstable();
	times[ROUNDS_OF_RATIO / 2]
}

fn main_block(number: BlockNumber) -> Target {
	if number == 0 {
		return Target { hash: GENESIS, number };
	}
	Target { hash: BlockHash::from_low_u64_be(u64::from(number)), number }
}

fn signing_key(set: u8, seat: u8) -> SigningKey {
	let mut seed = [set + 1; 32];
	seed[0] = seat;
	SigningKey::from(seed)
}

fn authority(set: u8, seats: u8) -> Authority {
	let key =
		|seat| SeatKey::from_bytes(VerificationKeyBytes::from(&signing_key(set, seat)).into());
	let panel = Panel::new((0..seats).map(key).collect()).unwrap();
	Authority { genesis: GENESIS, set_id: SetId::new(set.into()), panel }
}

/// Signs for the seats of one set.
struct Signers {
	authority: Authority,
	keys: Vec<SigningKey>,
}

impl Signers {
	fn new(set: u8, seats: u8) -> Self {
		let keys = (0..seats).map(|seat| signing_key(set, seat)).collect();
		Self { authority: authority(set, seats), keys }
	}

	fn say(&self, seat: u8, height: u64, round: u32, ballot: Ballot) -> VerifiedMessage {
		let mut message = SignedMessage {
			set_id: self.authority.set_id,
			height: Height::new(height),
			round: Round::new(round),
			ballot,
			seat: Seat::new(seat),
			signature: Signature::from_bytes([0; 64]),
		};
		let payload = message.signing_payload(GENESIS);
		let signature = self.keys[usize::from(seat)].sign(&payload);
		message.signature = Signature::from_bytes(signature.into());
		message.verify(&self.authority, &NativeVerifier).unwrap()
	}
}

/// A chain whose last block may end the panel's term. The node has no seat, so that the figures hold
/// no signatures of its own.
struct Chain {
	seats: u8,
	tip: Target,
	next: Panel,
	headers: HashMap<BlockHash, Header>,
}

impl Chain {
	fn new(seats: u8, length: BlockNumber, ends_term: bool) -> Self {
		let mut headers = HashMap::new();
		headers.insert(GENESIS, Header { number: 0, parent: BlockHash::zero(), announces: None });
		for number in 1..=length {
			let announces = (ends_term && number == length).then_some(SetId::new(1));
			let parent = main_block(number - 1).hash;
			headers.insert(main_block(number).hash, Header { number, parent, announces });
		}
		Self { seats, tip: main_block(length), next: authority(1, seats).panel, headers }
	}

	/// A machine that has begun to decide.
	fn machine(&self) -> Machine {
		let from = StartFrom {
			authority: authority(0, self.seats),
			decided_height: Height::ZERO,
			decided: main_block(0),
			certificate: None,
			log: Vec::new(),
		};
		let (mut machine, _) = Machine::start(from, self).unwrap();
		machine.handle(Input::FinalityTarget(self.tip), self);
		machine
	}
}

impl SignatureVerifier for Chain {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		NativeVerifier.verify(key, payload, signature)
	}
}

impl Host for Chain {
	fn header(&self, hash: &BlockHash) -> Option<Header> {
		self.headers.get(hash).copied()
	}

	fn next_panel(&self, hash: &BlockHash) -> Option<NextPanel> {
		let set_id = self.headers.get(hash)?.announces?;
		Some(NextPanel { set_id, panel: self.next.clone() })
	}

	fn owns(&self, _: &SeatKey) -> bool {
		false
	}

	fn sign(&self, _: &SeatKey, _: &[u8]) -> Option<Signature> {
		None
	}
}

/// All that is said in one height without faults: 1 proposal, n prevotes, n precommits.
fn height(seats: u8, distance: BlockNumber) -> Vec<VerifiedMessage> {
	let (signers, target) = (Signers::new(0, seats), main_block(distance));
	// Round 0 of height 1 is seat 1's turn.
	let proposal = signers.say(1, 1, 0, Ballot::Proposal { target, valid_round: None });
	let prevotes = (0..seats).map(|seat| signers.say(seat, 1, 0, Ballot::Prevote(Some(target))));
	let precommits =
		(0..seats).map(|seat| signers.say(seat, 1, 0, Ballot::Precommit(Some(target))));
	core::iter::once(proposal).chain(prevotes).chain(precommits).collect()
}

fn run(machine: &mut Machine, chain: &Chain, messages: &[VerifiedMessage]) {
	let mut is_decided = false;
	for message in messages {
		let out = machine.handle(Input::Message(*message), chain);
		is_decided |= out.iter().any(|output| matches!(output, Output::Finalize(_)));
		black_box(out);
	}
	assert!(is_decided);
}

fn verify(messages: &[VerifiedMessage], authority: &Authority) {
	for message in messages {
		black_box(message.message().verify(black_box(authority), &NativeVerifier)).unwrap();
	}
}

/// Votes for every round that counts and messages for every place that is held, all different.
struct Backlog {
	chain: Chain,
	messages: Vec<VerifiedMessage>,
}

impl Backlog {
	fn new(seats: u8) -> Self {
		let (present, next) = (Signers::new(0, seats), Signers::new(1, seats));
		let faulty = u8::try_from(present.authority.panel.max_faulty()).unwrap();
		let mut messages = Vec::new();
		let target = |seat: u8, number: u32| {
			let hash = BlockHash::from_low_u64_be(u64::from(seat) << 32 | u64::from(number));
			Some(Target { hash, number })
		};
		// More than f seats in a later round would take the machine there.
		let first = MAX_ROUNDS_BEHIND;
		let before = (0..first).map(|round| (round, seats));
		let after = (first + 1..=first + MAX_ROUNDS_AHEAD).map(|round| (round, faulty));
		for (round, speakers) in core::iter::once((first, seats)).chain(before).chain(after) {
			for seat in 0..speakers {
				let target = target(seat, round + 1);
				messages.push(present.say(seat, 1, round, Ballot::Prevote(target)));
				messages.push(present.say(seat, 1, round, Ballot::Precommit(target)));
			}
		}
		for seat in 0..seats {
			for number in 0..u32::try_from(HELD_MESSAGES_PER_SEAT).unwrap() {
				let height = 2 + u64::from(number) % MAX_HEIGHTS_AHEAD;
				let ballot = Ballot::Prevote(target(seat, number));
				messages.push(present.say(seat, height, number, ballot));
				messages.push(next.say(seat, height, number, ballot));
			}
		}
		// A finality target at the end of the term makes the next panel known.
		Self { chain: Chain::new(seats, 1, true), messages }
	}
}

fn backlog(backlog: &Backlog) -> Machine {
	let mut machine = backlog.chain.machine();
	for message in &backlog.messages {
		black_box(machine.handle(Input::Message(*message), &backlog.chain));
	}
	machine
}

#[divan::bench(args = PANELS)]
fn machine_of_one_height(bencher: Bencher<'_, '_>, seats: u8) {
	let (chain, messages) = (Chain::new(seats, 1, false), height(seats, 1));
	bencher
		.counter(ItemsCount::new(messages.len()))
		.with_inputs(|| chain.machine())
		.bench_local_values(|mut machine| {
			run(&mut machine, &chain, &messages);
			machine
		});
}

#[divan::bench(args = PANELS)]
fn signatures_of_one_height(bencher: Bencher<'_, '_>, seats: u8) {
	let (authority, messages) = (authority(0, seats), height(seats, 1));
	bencher.counter(ItemsCount::new(messages.len())).bench_local(|| verify(&messages, &authority));
}

/// Time to take the flood in; its "max alloc" is the memory that the machine then holds.
#[divan::bench(args = PANELS, sample_count = 10, sample_size = 1)]
fn worst_backlog(bencher: Bencher<'_, '_>, seats: u8) {
	let flood = Backlog::new(seats);
	bencher.counter(ItemsCount::new(flood.messages.len())).bench_local(|| backlog(&flood));
}
