// SPDX-License-Identifier: Apache-2.0
//! The judges. They see what nodes send, finalize and report, and compare it with the world.

use crate::accountability::culprits;
use crate::world::{BlockIndex, World};
use asf_core::{Level, Usage};
use asf_primitives::{
	Ballot, Certificate, EquivocationProof, Expectation, Height, Round, SetId, SignedMessage, Step,
	Target,
};
use std::collections::{BTreeMap, BTreeSet};

/// A property that did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
	/// Which one.
	pub property: &'static str,
	/// What happened.
	pub detail: String,
}

impl Violation {
	/// A violation.
	pub fn new(property: &'static str, detail: String) -> Self {
		Self { property, detail }
	}
}

type Verdict = Result<(), Violation>;

/// What the judges remember.
#[derive(Default)]
pub struct Checkers {
	certificates: BTreeMap<(SetId, Height), Certificate>,
	final_tip: BlockIndex,
	said: BTreeMap<(usize, SetId, Height, Round, Step), Ballot>,
	levels: BTreeMap<usize, BTreeMap<BlockIndex, Level>>,
	/// What honest nodes heard; kept only when more than a third cheats.
	pub heard: BTreeSet<SignedMessage>,
	/// Who is to blame for a broken agreement, and of how many seats.
	culprits: Option<(Vec<usize>, usize)>,
	/// Equivocations that honest nodes reported.
	pub evidence: usize,
}

impl Checkers {
	/// An honest node said something.
	pub fn said(&mut self, node: usize, message: &SignedMessage) -> Verdict {
		let step = message.ballot.step();
		let place = (node, message.set_id, message.height, message.round, step);
		match self.said.insert(place, message.ballot) {
			Some(before) if before != message.ballot => Err(Violation::new(
				"no honest double vote",
				format!("node {node} said {before:?}, then {:?}, at {place:?}", message.ballot),
			)),
			_ => Ok(()),
		}
	}

	/// An honest node finalized something.
	pub fn finalized(
		&mut self,
		node: usize,
		certificate: &Certificate,
		before: BlockIndex,
		world: &World,
	) -> Verdict {
		let place = (certificate.set_id, certificate.height);
		let authority = world.authority(certificate.set_id).ok_or_else(|| {
			Violation::new("certificates verify", format!("unknown set {}", certificate.set_id))
		})?;
		let expectation = Expectation::default();
		certificate.clone().verify(&authority, &expectation, world.verifier()).map_err(
			|error| {
				Violation::new("certificates verify", format!("node {node}, {place:?}: {error}"))
			},
		)?;
		if let Some(other) = self.certificates.get(&place) {
			if other.target != certificate.target {
				let detail = format!("{place:?}: {} and {}", other.target, certificate.target);
				return Err(self.blame(Violation::new("agreement", detail), certificate, world));
			}
		}
		let index = world.find(&certificate.target.hash).ok_or_else(|| {
			Violation::new("agreement", format!("{} does not exist", certificate.target))
		})?;
		if !world.is_within(before, index) || before == index {
			let detail = format!("node {node} finalized {index} after {before}");
			return Err(Violation::new("agreement", detail));
		}
		if world.is_within(self.final_tip, index) {
			self.final_tip = index;
		} else if !world.is_within(index, self.final_tip) {
			let detail = format!("{index} and {} are both final", self.final_tip);
			return Err(self.blame(Violation::new("agreement", detail), certificate, world));
		}
		self.certificates.insert(place, certificate.clone());
		Ok(())
	}

	/// Adds to a broken agreement who is to blame for it.
	fn blame(
		&mut self,
		mut violation: Violation,
		second: &Certificate,
		world: &World,
	) -> Violation {
		let place = (second.set_id, second.height);
		let Some(authority) = world.authority(second.set_id) else { return violation };
		let precommits = |certificate: &Certificate| {
			let ballot = Ballot::Precommit(Some(certificate.target));
			let (set_id, height, round) =
				(certificate.set_id, certificate.height, certificate.round);
			let votes = certificate.precommits.iter().map(move |precommit| SignedMessage {
				set_id,
				height,
				round,
				ballot,
				seat: precommit.seat,
				signature: precommit.signature,
			});
			votes.collect::<Vec<_>>()
		};
		self.heard.extend(precommits(second));
		let Some(first) = self.certificates.get(&place).map(precommits) else { return violation };
		self.heard.extend(first);
		let quorum = authority.panel.quorum();
		let seats = culprits(self.heard.iter(), place.0, place.1, quorum);
		let owners: Vec<_> = (seats.iter())
			.filter_map(|seat| authority.panel.key(*seat).and_then(|key| world.owner(key)))
			.collect();
		violation.property = "agreement, attributed";
		violation.detail = format!("{}; culprits {owners:?}", violation.detail);
		self.culprits = Some((owners, authority.panel.seat_count()));
		violation
	}

	/// An honest node reported a level.
	pub fn level(&mut self, node: usize, target: &Target, level: Level, world: &World) -> Verdict {
		let Some(index) = world.find(&target.hash) else {
			let detail = format!("node {node}: {target} reached {level:?} and does not exist");
			return Err(Violation::new("levels", detail));
		};
		let known = self.levels.entry(node).or_default();
		let mut at = index;
		loop {
			let before = known.entry(at).or_default();
			if at == index && *before >= level {
				let detail = format!("node {node}: block {at} from {before:?} to {level:?}");
				return Err(Violation::new("levels", detail));
			}
			if *before >= level || at == 0 {
				return Ok(());
			}
			*before = level;
			at = world.block(at).parent;
		}
	}

	/// Compares what a node says of its blocks now with what it said before.
	pub fn audit_levels(
		&self,
		node: usize,
		finalized: BlockIndex,
		world: &World,
		mut now: impl FnMut(&Target) -> Level,
	) -> Verdict {
		let Some(known) = self.levels.get(&node) else { return Ok(()) };
		for (index, before) in known.iter().rev().take(8) {
			// A block beside the finalized chain has left the scale.
			let stands = world.is_within(*index, finalized) || world.is_within(finalized, *index);
			let level = now(&world.target(*index));
			if stands && level < *before {
				let detail =
					format!("node {node}: block {index} fell from {before:?} to {level:?}");
				return Err(Violation::new("levels", detail));
			}
		}
		Ok(())
	}

	/// A node went down: its view of undecided blocks begins anew.
	pub fn crashed(&mut self, node: usize) {
		self.levels.remove(&node);
	}

	/// An honest node reported an equivocation.
	pub fn evidence(
		&mut self,
		proof: &EquivocationProof,
		world: &World,
		is_faulty: impl Fn(usize) -> bool,
	) -> Verdict {
		self.evidence += 1;
		proof
			.verify(world.genesis(), world.verifier())
			.map_err(|error| Violation::new("evidence holds", format!("{proof:?}: {error}")))?;
		match world.owner(&proof.offender) {
			Some(owner) if is_faulty(owner) => Ok(()),
			owner => Err(Violation::new("evidence holds", format!("{owner:?} is honest"))),
		}
	}

	/// A node uses this much memory.
	pub fn usage(&self, node: usize, usage: &Usage, seats: usize) -> Verdict {
		let limit = Usage::limit(seats);
		if usage.is_within(&limit) {
			return Ok(());
		}
		Err(Violation::new("bounded memory", format!("node {node}: {usage:?} over {limit:?}")))
	}

	/// What broke, with more than a third cheating: the culprits must be more than a third, and all
	/// of them must have cheated.
	pub fn judge_accountability(&self, is_faulty: impl Fn(usize) -> bool) -> Verdict {
		let Some((culprits, seats)) = &self.culprits else { return Ok(()) };
		if let Some(honest) = culprits.iter().find(|owner| !is_faulty(**owner)) {
			let detail = format!("node {honest} is honest and was blamed");
			return Err(Violation::new("accountability", detail));
		}
		if 3 * culprits.len() <= *seats {
			let detail = format!("only {culprits:?} of {seats} seats were blamed");
			return Err(Violation::new("accountability", detail));
		}
		Ok(())
	}

	/// The highest block that is final anywhere.
	pub fn final_tip(&self) -> BlockIndex {
		self.final_tip
	}
}
