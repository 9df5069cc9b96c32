// SPDX-License-Identifier: Apache-2.0
//! A node without a network: a block tree, fixed keys, a log, and a machine on top of them. It
//! judges what the machine says against what it said before, over restarts too.

// Each test target compiles this file for itself and uses its own part of it.
#![allow(dead_code)]

use asf_core::{Header, Host, Input, LogRecord, LogSlot, Machine, Output, Reject, StartFrom};
use asf_primitives::{
	Authority, Ballot, BlockHash, BlockNumber, Certificate, Expectation, Height, NativeVerifier,
	NextPanel, Panel, Round, Seat, SeatKey, SeatSignature, SetId, Signature, SignatureVerifier,
	SignedMessage, Step, Target, VerifiedCertificate, VerifiedMessage,
};
use ed25519_zebra::{SigningKey, VerificationKeyBytes};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const GENESIS: BlockHash = BlockHash::repeat_byte(0x47);
pub(crate) const BASE: Target = Target { hash: GENESIS, number: 0 };
/// The last block that both forks have.
pub(crate) const FORK_AT: BlockNumber = 2;

/// The block at `number` on the main chain.
pub(crate) fn main_block(number: BlockNumber) -> Target {
	block(0, number)
}

/// The block at `number` on a fork; up to [`FORK_AT`] all forks are one.
pub(crate) fn block(fork: u8, number: BlockNumber) -> Target {
	if number == 0 {
		return BASE;
	}
	let fork = if number <= FORK_AT { 0 } else { fork };
	let mut hash = [0xb0; 32];
	hash[0] = fork;
	hash[28..].copy_from_slice(&number.to_be_bytes());
	Target { hash: BlockHash::from(hash), number }
}

fn signing_key(key: u8) -> SigningKey {
	SigningKey::from([key.wrapping_add(1); 32])
}

pub(crate) fn seat_key(key: u8) -> SeatKey {
	SeatKey::from_bytes(VerificationKeyBytes::from(&signing_key(key)).into())
}

/// Number of the key that holds a seat: each panel drops two keys of the one before it and shifts
/// the others down.
pub(crate) fn key_of(set: u64, seat: u8) -> u8 {
	u8::try_from(2 * set).unwrap() + seat
}

pub(crate) fn authority(set: u64, seats: u8) -> Authority {
	let keys = (0..seats).map(|seat| seat_key(key_of(set, seat))).collect();
	Authority { genesis: GENESIS, set_id: SetId::new(set), panel: Panel::new(keys).unwrap() }
}

/// A message about height and round of a set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
	pub(crate) set: u64,
	pub(crate) seats: u8,
	pub(crate) height: u64,
	pub(crate) round: u32,
}

/// Height 1, round 0 of the first set with four seats.
pub(crate) const FIRST: About = About { set: 0, seats: 4, height: 1, round: 0 };

impl About {
	pub(crate) fn height(self, height: u64) -> Self {
		Self { height, ..self }
	}

	pub(crate) fn round(self, round: u32) -> Self {
		Self { round, ..self }
	}

	pub(crate) fn set(self, set: u64) -> Self {
		Self { set, ..self }
	}

	pub(crate) fn proposer(self) -> u8 {
		u8::try_from((self.height + u64::from(self.round)) % u64::from(self.seats)).unwrap()
	}

	/// What `seat` says, with the signature that it would give.
	pub(crate) fn says(self, seat: u8, ballot: Ballot) -> VerifiedMessage {
		let mut message = SignedMessage {
			set_id: SetId::new(self.set),
			height: Height::new(self.height),
			round: Round::new(self.round),
			ballot,
			seat: Seat::new(seat),
			signature: Signature::from_bytes([0; 64]),
		};
		let payload = message.signing_payload(GENESIS);
		message.signature = sign(key_of(self.set, seat), &payload);
		message.verify(&authority(self.set, self.seats), &NativeVerifier).unwrap()
	}

	/// The proposer's proposal.
	pub(crate) fn proposal(self, target: Target) -> VerifiedMessage {
		self.says(self.proposer(), Ballot::Proposal { target, valid_round: None })
	}

	pub(crate) fn prevote(self, seat: u8, target: Option<Target>) -> VerifiedMessage {
		self.says(seat, Ballot::Prevote(target))
	}

	pub(crate) fn precommit(self, seat: u8, target: Option<Target>) -> VerifiedMessage {
		self.says(seat, Ballot::Precommit(target))
	}

	/// The certificate of the given seats.
	pub(crate) fn certificate(
		self,
		target: Target,
		seats: impl IntoIterator<Item = u8>,
	) -> VerifiedCertificate {
		let mut certificate = Certificate {
			set_id: SetId::new(self.set),
			height: Height::new(self.height),
			round: Round::new(self.round),
			target,
			precommits: Default::default(),
		};
		let payload = certificate.signing_payload(GENESIS);
		let precommits: Vec<_> = seats
			.into_iter()
			.map(|seat| SeatSignature {
				seat: Seat::new(seat),
				signature: sign(key_of(self.set, seat), &payload),
			})
			.collect();
		certificate.precommits = precommits.try_into().unwrap();
		let authority = authority(self.set, self.seats);
		certificate.verify(&authority, &Expectation::default(), &NativeVerifier).unwrap()
	}
}

pub(crate) fn sign(key: u8, payload: &[u8]) -> Signature {
	Signature::from_bytes(signing_key(key).sign(payload).into())
}

/// Imported blocks and the one key of a node.
#[derive(Clone, Debug)]
pub(crate) struct TestHost {
	seats: u8,
	key: Option<u8>,
	headers: BTreeMap<BlockHash, Header>,
	panels: BTreeMap<BlockHash, NextPanel>,
}

impl TestHost {
	pub(crate) fn new(seats: u8, key: Option<u8>) -> Self {
		let genesis = Header { number: 0, parent: BlockHash::zero(), announces: None };
		let headers = BTreeMap::from([(GENESIS, genesis)]);
		Self { seats, key, headers, panels: BTreeMap::new() }
	}

	pub(crate) fn import(&mut self, fork: u8, number: BlockNumber) {
		self.import_announcing(fork, number, None);
	}

	/// Imports a block that may be the last of a panel's term.
	pub(crate) fn import_announcing(&mut self, fork: u8, number: BlockNumber, set: Option<u64>) {
		let hash = block(fork, number).hash;
		let parent = block(fork, number - 1).hash;
		self.headers.insert(hash, Header { number, parent, announces: set.map(SetId::new) });
		if let Some(set) = set {
			let Authority { set_id, panel, .. } = authority(set, self.seats);
			self.panels.insert(hash, NextPanel { set_id, panel });
		}
	}
}

impl SignatureVerifier for TestHost {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		NativeVerifier.verify(key, payload, signature)
	}
}

impl Host for TestHost {
	fn header(&self, hash: &BlockHash) -> Option<Header> {
		self.headers.get(hash).copied()
	}

	fn next_panel(&self, hash: &BlockHash) -> Option<NextPanel> {
		self.panels.get(hash).cloned()
	}

	fn owns(&self, key: &SeatKey) -> bool {
		self.key.map(seat_key) == Some(*key)
	}

	fn sign(&self, key: &SeatKey, payload: &[u8]) -> Option<Signature> {
		self.owns(key).then(|| self.key.map(|key| sign(key, payload))).flatten()
	}
}

/// A subject and a step: what a seat may say one thing about.
type Subject = (SetId, Height, Round, Step);

/// A machine with its host and its log.
pub(crate) struct Node {
	pub(crate) machine: Machine,
	pub(crate) host: TestHost,
	/// Every record, in order.
	pub(crate) log: Vec<LogRecord>,
	/// What a log of fixed size holds.
	pub(crate) slots: BTreeMap<LogSlot, LogRecord>,
	/// What it may send: what it stored, and what it heard, be it under its own key, held twice.
	sendable: BTreeSet<SignedMessage>,
	spoken: BTreeMap<Subject, Ballot>,
}

impl Node {
	/// A node of the first set that holds key `key`, with main blocks up to `imported`.
	pub(crate) fn new(seats: u8, key: Option<u8>, imported: BlockNumber) -> Self {
		let mut host = TestHost::new(seats, key);
		(1..=imported).for_each(|number| host.import(0, number));
		Self::with_host(host)
	}

	pub(crate) fn with_host(host: TestHost) -> Self {
		let from = StartFrom {
			authority: authority(0, host.seats),
			decided_height: Height::ZERO,
			decided: BASE,
			certificate: None,
			log: Vec::new(),
		};
		let (machine, out) = Machine::start(from, &host).unwrap();
		assert_eq!(out, []);
		let (log, slots) = Default::default();
		Self { machine, host, log, slots, sendable: BTreeSet::new(), spoken: BTreeMap::new() }
	}

	/// What a new machine would start from, with this log.
	pub(crate) fn start_from(&self, log: Vec<LogRecord>) -> StartFrom {
		StartFrom {
			authority: self.machine.authorities().0.clone(),
			decided_height: Height::new(self.machine.round_state().height.get() - 1),
			decided: self.machine.decided(),
			certificate: self.machine.last_certificate().cloned(),
			log,
		}
	}

	/// Crashes and comes back with the whole log, or with what is in its slots.
	pub(crate) fn restart(&mut self, from_slots: bool) -> Vec<Output> {
		let log =
			if from_slots { self.slots.values().cloned().collect() } else { self.log.clone() };
		let (machine, out) = Machine::start(self.start_from(log), &self.host).unwrap();
		self.machine = machine;
		self.judge(&out);
		out
	}

	pub(crate) fn input(&mut self, input: Input) -> Vec<Output> {
		let out = self.machine.handle(input, &self.host);
		self.judge(&out);
		out
	}

	pub(crate) fn message(&mut self, message: VerifiedMessage) -> Vec<Output> {
		self.sendable.insert(*message.message());
		self.input(Input::Message(message))
	}

	pub(crate) fn certificate(&mut self, certificate: VerifiedCertificate) -> Vec<Output> {
		self.input(Input::Certificate(certificate))
	}

	pub(crate) fn finality_target(&mut self, target: Target) -> Vec<Output> {
		self.input(Input::FinalityTarget(target))
	}

	/// Imports a main block and says so.
	pub(crate) fn import(&mut self, number: BlockNumber) -> Vec<Output> {
		self.host.import(0, number);
		self.input(Input::BlockImported(main_block(number).hash))
	}

	/// Nothing is sent before it is stored, and nothing contradicts what was said before.
	fn judge(&mut self, out: &[Output]) {
		for output in out {
			match output {
				Output::Persist(record) => {
					if self.log.last().is_some_and(|last| place(last) != place(record)) {
						self.slots.clear();
					}
					self.log.push(record.clone());
					self.slots.extend(record.slots().map(|slot| (slot, record.clone())));
					self.sendable.insert(record.message);
					let said = record.message;
					let subject = (said.set_id, said.height, said.round, said.ballot.step());
					let before = self.spoken.insert(subject, said.ballot);
					assert_eq!(before, None, "signed twice: {said:?}");
				},
				Output::Send(message) if self.is_own(message) => {
					assert!(self.sendable.contains(message), "sent before stored: {message:?}");
				},
				_ => {},
			}
		}
	}

	fn is_own(&self, message: &SignedMessage) -> bool {
		self.host.key == Some(key_of(message.set_id.get(), message.seat.get()))
	}
}

fn place(record: &LogRecord) -> (SetId, Height) {
	(record.message.set_id, record.message.height)
}

/// The ballots in `out` that are sent.
pub(crate) fn sent(out: &[Output]) -> Vec<Ballot> {
	sent_messages(out).into_iter().map(|message| message.ballot).collect()
}

pub(crate) fn sent_messages(out: &[Output]) -> Vec<SignedMessage> {
	let sent = out.iter().filter_map(|output| match output {
		Output::Send(message) => Some(*message),
		_ => None,
	});
	sent.collect()
}

pub(crate) fn finalized(out: &[Output]) -> Vec<Target> {
	let finalized = out.iter().filter_map(|output| match output {
		Output::Finalize(certificate) => Some(certificate.target),
		_ => None,
	});
	finalized.collect()
}

pub(crate) fn rejects(out: &[Output]) -> Vec<Reject> {
	let rejects = out.iter().filter_map(|output| match output {
		Output::Reject(reject) => Some(*reject),
		_ => None,
	});
	rejects.collect()
}
