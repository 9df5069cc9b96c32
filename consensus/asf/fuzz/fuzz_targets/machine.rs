// SPDX-License-Identifier: Apache-2.0
//! Whatever happens to a machine, as long as signatures are good: it does not panic, does not grow
//! beyond its bounds, does not go back, does not contradict itself, over restarts too, and blames
//! a panel only for a real contradiction. All the other seats may be faulty.

#![no_main]

use arbitrary::Arbitrary;
use asf_core::{
	Header, Host, Input, LogRecord, LogSlot, Machine, Output, StartFrom, Timeout, TimeoutKind,
	Usage,
};
use asf_primitives::{
	Authority, Ballot, BlockHash, BlockNumber, Certificate, Expectation, Height, NativeVerifier,
	NextPanel, Panel, Round, Seat, SeatKey, SeatSignature, SetId, Signature, SignatureVerifier,
	SignedMessage, Step, Target, MAX_SEATS,
};
use ed25519_zebra::{SigningKey, VerificationKeyBytes};
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

const GENESIS: BlockHash = BlockHash::repeat_byte(0x47);
/// The last block that both forks have.
const FORK_AT: BlockNumber = 2;
/// Blocks that announce the next panel, on either fork; each with keys of its own.
const LAST_OF_TERM: [BlockNumber; 2] = [5, 9];
const BLOCKS: BlockNumber = 12;
const MAX_OPS: usize = 150;
const KEYS: u8 = 16;

/// Heights and rounds are relative to the present ones, so that most of what happens matters.
#[derive(Arbitrary, Clone, Debug)]
enum Op {
	Message {
		next_set: bool,
		height: Near,
		round: Near,
		seat: u8,
		say: Say,
	},
	/// All other seats say the same: what makes polkas and decisions likely.
	AllSay {
		round: Near,
		say: Say,
	},
	Certificate {
		next_set: bool,
		height: Near,
		round: Near,
		block: Block,
		signers: u8,
	},
	Timeout {
		height: Near,
		round: Near,
		kind: Kind,
	},
	/// One that the machine asked for, counted from the newest.
	AskedTimeout(u8),
	Import(Block),
	/// Imports it with all its ancestors, and only then tells the machine.
	ImportUpTo(Block),
	FinalityTarget(Block),
	Approved(Block),
	Restart {
		from_slots: bool,
	},
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Near {
	Present,
	Off(i8),
	Far(u32),
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Kind {
	Propose,
	Prevote,
	Precommit,
	Rebroadcast,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
struct Block {
	of: Shape,
	number: u8,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Shape {
	Main,
	Fork,
	/// The block after the last decided one, on its chain.
	Next,
	/// A block that never is imported.
	Unknown,
	/// The hash of one block with the number of another.
	Misnumbered,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Say {
	Proposal { block: Block, rounds_back: Option<u8>, in_turn: bool },
	Prevote(Option<Block>),
	Precommit(Option<Block>),
}

#[derive(Arbitrary, Debug)]
struct Story {
	seats: u8,
	/// Of this node; some keys have no seat.
	key: u8,
	ops: Vec<Op>,
}

fn block(fork: u8, number: BlockNumber) -> Target {
	if number == 0 {
		return Target { hash: GENESIS, number: 0 };
	}
	let mut hash = [0xb0; 32];
	hash[0] = if number <= FORK_AT { 0 } else { fork };
	hash[28..].copy_from_slice(&number.to_be_bytes());
	Target { hash: BlockHash::from(hash), number }
}

/// Signs with real keys, and remembers: the same few payloads come up again and again.
struct KeyRing {
	keys: Vec<(SeatKey, SigningKey)>,
	signed: HashMap<(SeatKey, Vec<u8>), Signature>,
}

thread_local! {
	static KEY_RING: RefCell<KeyRing> = RefCell::new(KeyRing::new());
}

impl KeyRing {
	fn new() -> Self {
		let keys = (0..KEYS).map(|key| {
			let signing = SigningKey::from([key + 1; 32]);
			(SeatKey::from_bytes(VerificationKeyBytes::from(&signing).into()), signing)
		});
		Self { keys: keys.collect(), signed: HashMap::new() }
	}

	fn sign(&mut self, key: &SeatKey, payload: &[u8]) -> Signature {
		if self.signed.len() > 100_000 {
			self.signed.clear();
		}
		let (_, signing) = self.keys.iter().find(|(own, _)| own == key).expect("a key of the ring");
		*self.signed.entry((*key, payload.to_vec())).or_insert_with(|| {
			let signature = Signature::from_bytes(signing.sign(payload).into());
			assert!(NativeVerifier.verify(key, payload, &signature));
			signature
		})
	}
}

fn sign(key: &SeatKey, payload: &[u8]) -> Signature {
	KEY_RING.with(|ring| ring.borrow_mut().sign(key, payload))
}

fn key(number: u8) -> SeatKey {
	KEY_RING.with(|ring| ring.borrow().keys[usize::from(number % KEYS)].0)
}

/// Panels change in size, in order and in membership.
fn panel(set: u64, fork: u8, seats: u8) -> Panel {
	let set = set as u8;
	let count = (seats + set - 1) % 7 + 1;
	let keys = (0..count).map(|seat| key(seat + 2 * set + 3 * fork));
	Panel::new(keys.collect()).expect("distinct keys")
}

struct World {
	seats: u8,
	own: SeatKey,
	headers: BTreeMap<BlockHash, Header>,
}

impl World {
	fn import(&mut self, fork: u8, number: BlockNumber) {
		let announces = LAST_OF_TERM
			.iter()
			.position(|last| *last == number)
			.map(|at| SetId::new(at as u64 + 1));
		let parent = block(fork, number - 1).hash;
		self.headers.insert(block(fork, number).hash, Header { number, parent, announces });
	}

	/// Whether `below` is an ancestor of `above`; `None` if a block on the way is missing.
	fn is_ancestor(&self, below: &Target, above: &Target) -> Option<bool> {
		let mut at = *above;
		while at.number > below.number {
			let header = self.headers.get(&at.hash).filter(|header| header.number == at.number)?;
			at = Target { hash: header.parent, number: at.number - 1 };
		}
		Some(at == *below && below != above)
	}
}

impl SignatureVerifier for World {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		// What the key ring signed, it verified.
		sign(key, payload) == *signature || NativeVerifier.verify(key, payload, signature)
	}
}

impl Host for World {
	fn header(&self, hash: &BlockHash) -> Option<Header> {
		self.headers.get(hash).copied()
	}

	fn next_panel(&self, hash: &BlockHash) -> Option<NextPanel> {
		let set_id = self.headers.get(hash)?.announces?;
		let fork = hash.as_bytes()[0];
		Some(NextPanel { set_id, panel: panel(set_id.get(), fork, self.seats) })
	}

	fn owns(&self, key: &SeatKey) -> bool {
		*key == self.own
	}

	fn sign(&self, key: &SeatKey, payload: &[u8]) -> Option<Signature> {
		self.owns(key).then(|| sign(key, payload))
	}
}

type Place = (SetId, Height);

struct Run {
	machine: Machine,
	world: World,
	log: Vec<LogRecord>,
	slots: BTreeMap<LogSlot, LogRecord>,
	stored: BTreeSet<SignedMessage>,
	spoken: BTreeMap<(SetId, Height, Round, Step), Ballot>,
	asked: Vec<Timeout>,
	finalized: BTreeMap<Place, Target>,
}

impl Run {
	fn new(seats: u8, own: u8) -> Self {
		let genesis = Header { number: 0, parent: BlockHash::zero(), announces: None };
		let headers = BTreeMap::from([(GENESIS, genesis)]);
		let mut world = World { seats, own: key(own), headers };
		world.import(0, 1);
		let from = StartFrom {
			authority: Authority {
				genesis: GENESIS,
				set_id: SetId::new(0),
				panel: panel(0, 0, seats),
			},
			decided_height: Height::ZERO,
			decided: block(0, 0),
			certificate: None,
			log: Vec::new(),
		};
		let (machine, out) = Machine::start(from, &world).expect("an empty log");
		assert!(out.is_empty());
		Self {
			machine,
			world,
			log: Vec::new(),
			slots: BTreeMap::new(),
			stored: BTreeSet::new(),
			spoken: BTreeMap::new(),
			asked: Vec::new(),
			finalized: BTreeMap::new(),
		}
	}

	fn target(&self, of: Block) -> Target {
		let number = 1 + BlockNumber::from(of.number) % BLOCKS;
		let decided = self.machine.decided();
		let fork = decided.hash.as_bytes()[0];
		let fork = if decided.number == 0 { 0 } else { fork };
		match of.of {
			Shape::Main => block(0, number),
			Shape::Fork => block(1, number),
			Shape::Next => block(fork, decided.number + 1 + BlockNumber::from(of.number % 3)),
			Shape::Unknown => block(2, number + FORK_AT),
			Shape::Misnumbered => Target { hash: block(0, number).hash, number: number + 1 },
		}
	}

	fn height(&self, near: Near) -> Height {
		let present = self.machine.round_state().height.get();
		Height::new(match near {
			Near::Present => present,
			Near::Off(by) => present.saturating_add_signed(i64::from(by % 8)).max(1),
			Near::Far(height) => u64::from(height).max(1),
		})
	}

	fn round(&self, near: Near) -> Round {
		let present = self.machine.round_state().round.map_or(0, |(round, _)| round.get());
		Round::new(match near {
			Near::Present => present,
			Near::Off(by) => present.saturating_add_signed(i32::from(by % 8)),
			Near::Far(round) => round,
		})
	}

	fn authority(&self, next_set: bool) -> Authority {
		let (present, next) = self.machine.authorities();
		next.filter(|_| next_set).unwrap_or_else(|| present.clone())
	}

	fn say(&self, authority: &Authority, at: (Height, Round), seat: u8, say: Say) -> Option<Input> {
		let (height, round) = at;
		let seats = authority.panel.seat_count() as u64;
		let turn = (height.get() + u64::from(round.get())) % seats;
		let (seat, ballot) = match say {
			Say::Proposal { block, rounds_back, in_turn } => {
				let back = rounds_back.map(|back| 1 + u32::from(back % 8));
				let valid_round = back.and_then(|back| round.get().checked_sub(back));
				let target = self.target(block);
				let ballot = Ballot::Proposal { target, valid_round: valid_round.map(Round::new) };
				(if in_turn { turn as u8 } else { seat }, ballot)
			},
			Say::Prevote(block) => (seat, Ballot::Prevote(block.map(|block| self.target(block)))),
			Say::Precommit(block) => {
				(seat, Ballot::Precommit(block.map(|block| self.target(block))))
			},
		};
		let seat = Seat::new((u64::from(seat) % seats) as u8);
		let mut message = SignedMessage {
			set_id: authority.set_id,
			height,
			round,
			ballot,
			seat,
			signature: Signature::from_bytes([0; 64]),
		};
		let key = authority.panel.key(seat)?;
		message.signature = sign(key, &message.signing_payload(GENESIS));
		// Nobody else has this node's key: others can only repeat what it said.
		if *key == self.world.own && !self.stored.contains(&message) {
			return None;
		}
		Some(Input::Message(message.verify(authority, &self.world).expect("well signed")))
	}

	fn certificate(
		&self,
		authority: &Authority,
		unsigned: Certificate,
		signers: u8,
	) -> Option<Input> {
		let payload = unsigned.signing_payload(GENESIS);
		// This node's precommit is in a certificate only if it was cast.
		let ballot = Ballot::Precommit(Some(unsigned.target));
		let subject = (unsigned.set_id, unsigned.height, unsigned.round, Step::Precommit);
		let has_cast = self.spoken.get(&subject) == Some(&ballot);
		let signing = (authority.panel.iter())
			.filter(|(seat, _)| signers >> seat.get() & 1 == 1)
			.filter(|(_, key)| has_cast || **key != self.world.own);
		let precommits: Vec<_> = signing
			.map(|(seat, key)| SeatSignature { seat, signature: sign(key, &payload) })
			.collect();
		let precommits = precommits.try_into().expect("at most MAX_SEATS");
		let certificate = Certificate { precommits, ..unsigned };
		let verified = certificate.verify(authority, &Expectation::default(), &self.world);
		verified.ok().map(Input::Certificate)
	}

	fn happen(&mut self, op: Op) {
		let input = match op {
			Op::Message { next_set, height, round, seat, say } => {
				let at = (self.height(height), self.round(round));
				self.say(&self.authority(next_set), at, seat, say)
			},
			Op::AllSay { round, say } => {
				let (authority, at) =
					(self.authority(false), (self.height(Near::Present), self.round(round)));
				for seat in 0..authority.panel.seat_count() as u8 {
					if let Some(input) = self.say(&authority, at, seat, say) {
						self.input(input);
					}
				}
				None
			},
			Op::Certificate { next_set, height, round, block, signers } => {
				let authority = self.authority(next_set);
				let unsigned = Certificate {
					set_id: authority.set_id,
					height: self.height(height),
					round: self.round(round),
					target: self.target(block),
					precommits: Default::default(),
				};
				self.certificate(&authority, unsigned, signers)
			},
			Op::Timeout { height, round, kind } => Some(Input::TimeoutElapsed(Timeout {
				set_id: self.machine.round_state().set_id,
				height: self.height(height),
				round: self.round(round),
				kind: match kind {
					Kind::Propose => TimeoutKind::Propose,
					Kind::Prevote => TimeoutKind::Prevote,
					Kind::Precommit => TimeoutKind::Precommit,
					Kind::Rebroadcast => TimeoutKind::Rebroadcast,
				},
			})),
			Op::AskedTimeout(back) => {
				let at = self.asked.len().checked_sub(1 + usize::from(back % 8));
				at.map(|at| Input::TimeoutElapsed(self.asked[at]))
			},
			Op::Import(of) | Op::ImportUpTo(of) => {
				let fork = u8::from(matches!(of.of, Shape::Fork));
				let last = 1 + BlockNumber::from(of.number) % BLOCKS;
				for number in 1..=last {
					self.world.import(fork, number);
					if matches!(op, Op::Import(_)) {
						self.input(Input::BlockImported(block(fork, number).hash));
					}
				}
				Some(Input::BlockImported(block(fork, last).hash))
			},
			Op::FinalityTarget(block) => Some(Input::FinalityTarget(self.target(block))),
			Op::Approved(block) => Some(Input::Approved(self.target(block))),
			Op::Restart { from_slots } => {
				self.restart(from_slots);
				None
			},
		};
		if let Some(input) = input {
			self.input(input);
		}
	}

	fn input(&mut self, input: Input) {
		let before = self.machine.round_state();
		let out = self.machine.handle(input, &self.world);
		self.judge(&before, &out);
	}

	fn restart(&mut self, from_slots: bool) {
		let before = self.machine.round_state();
		let log =
			if from_slots { self.slots.values().cloned().collect() } else { self.log.clone() };
		let from = StartFrom {
			authority: self.machine.authorities().0.clone(),
			decided_height: Height::new(before.height.get() - 1),
			decided: before.decided,
			certificate: self.machine.last_certificate().cloned(),
			log,
		};
		let (machine, out) = Machine::start(from, &self.world).expect("the machine's own log");
		self.machine = machine;
		let after = self.machine.round_state();
		assert_eq!((after.set_id, after.height), (before.set_id, before.height));
		if let Some((locked, since)) = before.locked.filter(|_| before.seat.is_some()) {
			let precommit = (before.set_id, before.height, since, Step::Precommit);
			// A lock is a precommit that was sent; only then must it survive.
			if self.spoken.get(&precommit) == Some(&Ballot::Precommit(Some(locked))) {
				assert_eq!(after.locked, Some((locked, since)), "lock lost");
			}
		}
		self.judge(&before, &out);
	}

	fn judge(&mut self, before: &asf_core::RoundState, out: &[Output]) {
		for output in out {
			match output {
				Output::Persist(record) => self.persist(record),
				Output::Send(message) => {
					let is_own =
						before.set_id == message.set_id && before.seat == Some(message.seat);
					assert!(!is_own || self.stored.contains(message), "not stored: {message:?}");
				},
				Output::ScheduleTimeout(timeout) => self.asked.push(*timeout),
				Output::Finalize(certificate) => {
					let place = (certificate.set_id, certificate.height);
					let last = self.finalized.last_key_value();
					assert!(last.is_none_or(|(last, _)| *last < place), "decided twice: {place:?}");
					self.finalized.insert(place, certificate.target);
				},
				Output::SafetyViolation { certificate, .. } => {
					assert!(self.may_contradict(certificate), "blames: {certificate:?}");
				},
				Output::Evidence(proof) => {
					assert_eq!(proof.verify(GENESIS, &self.world), Ok(()));
					assert_ne!(proof.offender, self.world.own, "accused itself");
				},
				_ => {},
			}
		}
		let after = self.machine.round_state();
		assert!(after.decided.number >= before.decided.number);
		assert!((after.set_id, after.height) >= (before.set_id, before.height));
		let finalizes = out.iter().any(|output| matches!(output, Output::Finalize(_)));
		assert_eq!(finalizes, after.decided != before.decided);
		let usage = self.machine.usage();
		let seats = self.machine.authorities().0.panel.seat_count();
		assert!(seats <= MAX_SEATS as usize);
		let limit = Usage::limit(seats);
		assert!(usage.is_within(&limit), "{usage:?} of {limit:?}");
	}

	fn persist(&mut self, record: &LogRecord) {
		let said = record.message;
		let place = |record: &LogRecord| (record.message.set_id, record.message.height);
		if self.log.last().is_some_and(|last| place(last) != place(record)) {
			self.slots.clear();
		}
		self.log.push(record.clone());
		self.slots.extend(record.slots().map(|slot| (slot, record.clone())));
		assert!(self.slots.len() <= 7);
		self.stored.insert(said);
		let subject = (said.set_id, said.height, said.round, said.ballot.step());
		let before = self.spoken.insert(subject, said.ballot);
		assert_eq!(before, None, "signed twice: {said:?}");
	}

	/// Whether a certificate contradicts what was finalized, or may do so for all that is known.
	fn may_contradict(&self, certificate: &Certificate) -> bool {
		let (place, target) = ((certificate.set_id, certificate.height), certificate.target);
		let set = certificate.set_id.get() as usize;
		let is_beyond_term = LAST_OF_TERM.get(set).is_some_and(|last| target.number > *last);
		let contradicts = |(of, decided): (&Place, &Target)| match of.cmp(&place) {
			core::cmp::Ordering::Less => self.world.is_ancestor(decided, &target) != Some(true),
			core::cmp::Ordering::Equal => *decided != target,
			core::cmp::Ordering::Greater => self.world.is_ancestor(&target, decided) != Some(true),
		};
		let is_block = |header: &Header| header.number == target.number;
		is_beyond_term
			|| !self.world.headers.get(&target.hash).is_some_and(is_block)
			|| self.finalized.iter().any(contradicts)
	}
}

fuzz_target!(|story: Story| {
	let mut run = Run::new(1 + story.seats % 7, story.key);
	for op in story.ops.into_iter().take(MAX_OPS) {
		run.happen(op);
	}
});
