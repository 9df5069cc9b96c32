// SPDX-License-Identifier: Apache-2.0
//! The machine: one node's view of ASF. This file has its state and the dispatch of inputs.

mod ballots;
mod height;
mod intake;
mod recovery;
mod round;
mod running;

pub use recovery::{RecoverError, StartFrom};

use crate::bounds::{
	HELD_BYTES_PER_SEAT, HELD_MESSAGES_PER_SEAT, MAX_APPROVED_FORKS, MAX_CLOSING_CERTIFICATES,
	MAX_HELD_CERTIFICATES, MAX_LEVEL_MARKS, MAX_PROPOSALS_PER_ROUND, MAX_ROUNDS_AHEAD,
	MAX_ROUNDS_BEHIND,
};
use crate::held::Held;
use crate::host::{is_within, Host};
use crate::io::{Input, Output, Reject};
use crate::rules::{Rules, Standard};
use crate::scale::{Level, Scale};
use asf_primitives::{
	Authority, BlockHash, Certificate, Height, NextPanel, Round, Seat, SetId, SignatureVerifier,
	Step, Target, VerifiedMessage,
};
use core::marker::PhantomData;
use running::Running;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One node's ASF. See the [crate] documentation.
pub struct Machine<R: Rules = Standard> {
	/// Chain, set and panel of the present.
	authority: Authority,
	/// This node's seat on the panel.
	seat: Option<Seat>,
	/// The last decided target, or where the machine started.
	base: Target,
	/// The height to decide next.
	height: Height,
	/// The highest block this node would vote for.
	finality_target: Option<Target>,
	/// Blocks on other forks that it would vote for too.
	approved_forks: Vec<Target>,
	/// The panel announced on the way to the finality target, and where.
	announced: Option<(BlockHash, NextPanel)>,
	/// The height in progress, if there is something to decide.
	running: Option<Running>,
	/// Messages of this set for later.
	held: Held,
	/// Messages of the announced set.
	held_for_next_set: Held,
	/// Certificates whose block is not here yet, by height.
	held_certificates: Vec<Certificate>,
	/// Blocks that are missing though an honest seat has them, and how often they were looked for.
	missing: BTreeMap<Target, u32>,
	/// The certificate of `base`, growing with precommits that come late.
	last_certificate: Option<Certificate>,
	/// Certificates that ended former sets, oldest first.
	closing_certificates: VecDeque<Certificate>,
	scale: Scale,
	/// Seats whose equivocation at this height is reported already.
	accused: BTreeSet<Seat>,
	/// The same for the height of the last certificate.
	accused_before: BTreeSet<Seat>,
	/// Messages on their way in: this node's own, and held ones whose time has come.
	incoming: VecDeque<VerifiedMessage>,
	rules: PhantomData<R>,
}

/// Where a height stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundState {
	/// The present set.
	pub set_id: SetId,
	/// The height to decide next.
	pub height: Height,
	/// The last decided target.
	pub decided: Target,
	/// Round and step, `None` while there is nothing to decide.
	pub round: Option<(Round, Option<Step>)>,
	/// Whose turn it is to propose.
	pub proposer: Option<Seat>,
	/// This node's seat.
	pub seat: Option<Seat>,
	/// What this node's seat is locked on, and since which round.
	pub locked: Option<(Target, Round)>,
}

/// How much a machine stores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
	/// Held messages, of both sets.
	pub held_messages: usize,
	/// Their encoded size in bytes.
	pub held_bytes: usize,
	/// Votes counted for the present height.
	pub votes: usize,
	/// Proposals kept for the present height.
	pub proposals: usize,
	/// Certificates: the last, the closing, the held.
	pub certificates: usize,
	/// Marks on the scale.
	pub level_marks: usize,
	/// Approved blocks.
	pub approved_forks: usize,
}

impl Usage {
	/// The most that a machine on a panel of `seats` seats may ever store.
	pub fn limit(seats: usize) -> Self {
		let rounds = (MAX_ROUNDS_BEHIND + 1 + MAX_ROUNDS_AHEAD) as usize;
		// The next panel may be of another size, up to the largest there is.
		let held_seats = seats + asf_primitives::MAX_SEATS as usize;
		Self {
			held_messages: held_seats * HELD_MESSAGES_PER_SEAT,
			held_bytes: held_seats * HELD_BYTES_PER_SEAT,
			// Prevotes and precommits of each round, and old polkas that proposals point to, here and
			// in the driver.
			votes: rounds * seats * (2 + 2 * MAX_PROPOSALS_PER_ROUND),
			proposals: rounds * MAX_PROPOSALS_PER_ROUND,
			certificates: 1 + MAX_CLOSING_CERTIFICATES + MAX_HELD_CERTIFICATES,
			level_marks: MAX_LEVEL_MARKS,
			approved_forks: MAX_APPROVED_FORKS,
		}
	}

	/// Whether every figure is within that of `limit`.
	pub fn is_within(&self, limit: &Self) -> bool {
		self.held_messages <= limit.held_messages
			&& self.held_bytes <= limit.held_bytes
			&& self.votes <= limit.votes
			&& self.proposals <= limit.proposals
			&& self.certificates <= limit.certificates
			&& self.level_marks <= limit.level_marks
			&& self.approved_forks <= limit.approved_forks
	}
}

impl<R: Rules> Machine<R> {
	/// Takes one event and says what to do about it.
	pub fn handle(&mut self, input: Input, host: &impl Host) -> Vec<Output> {
		let mut out = Vec::new();
		match input {
			Input::FinalityTarget(target) => self.on_finality_target(target, host, &mut out),
			Input::Approved(target) => self.on_approved(target, host, &mut out),
			Input::BlockImported(_) => self.on_block_imported(host, &mut out),
			Input::Message(message) => {
				out.extend(self.answer_to(message.message()).cloned().map(Output::Answer));
				self.on_message(message, host, &mut out);
			},
			Input::Certificate(certificate) => self.on_certificate(certificate, host, &mut out),
			Input::TimeoutElapsed(timeout) => self.on_timeout(timeout, host, &mut out),
		}
		self.settle(host, &mut out);
		out
	}

	/// Chain, set and panel that messages are verified against, and the announced set after it.
	pub fn authorities(&self) -> (&Authority, Option<Authority>) {
		let next = self.announced.as_ref().map(|(_, next)| Authority {
			genesis: self.authority.genesis,
			set_id: next.set_id,
			panel: next.panel.clone(),
		});
		(&self.authority, next)
	}

	/// The certificate of the last decided target, with every precommit seen for it so far.
	pub fn last_certificate(&self) -> Option<&Certificate> {
		self.last_certificate.as_ref()
	}

	/// The last decided target.
	pub fn decided(&self) -> Target {
		self.base
	}

	/// The level of a block. Below the last decided target, a block is strong or has left the
	/// chain; the latter has no level and counts as [`Level::None`].
	pub fn level(&self, block: &Target, host: &impl Host) -> Level {
		if block.number > self.base.number {
			self.scale.level(host, block)
		} else if is_within(host, block, &self.base) {
			Level::Strong
		} else {
			Level::None
		}
	}

	/// Where the present height stands.
	pub fn round_state(&self) -> RoundState {
		let running = self.running.as_ref();
		RoundState {
			set_id: self.authority.set_id,
			height: self.height,
			decided: self.base,
			round: running.map(|running| (running.round(), running.step())),
			proposer: running.map(|running| running.proposer(running.round())),
			seat: self.seat,
			locked: running.and_then(Running::locked),
		}
	}

	/// How much the machine stores.
	pub fn usage(&self) -> Usage {
		let (present, next) = (self.held.size(), self.held_for_next_set.size());
		let (votes, proposals) = self.running.as_ref().map_or((0, 0), Running::size);
		Usage {
			held_messages: present.0 + next.0,
			held_bytes: present.1 + next.1,
			votes,
			proposals,
			certificates: usize::from(self.last_certificate.is_some())
				+ self.closing_certificates.len()
				+ self.held_certificates.len(),
			level_marks: self.scale.len(),
			approved_forks: self.approved_forks.len(),
		}
	}

	/// Brings the node's own messages back in through the same door as everyone's, until there is
	/// nothing more to say.
	fn settle(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		// A seat moves forward with each message it signs and stops at the next decision, so this
		// ends; a panel of one decides what there is to decide and stops too.
		loop {
			while let Some(message) = self.incoming.pop_front() {
				self.on_earlier_message(message, host, out);
			}
			let height = (self.authority.set_id, self.height);
			self.start_height_if_due(host, out);
			if self.incoming.is_empty() && height == (self.authority.set_id, self.height) {
				break;
			}
		}
	}

	/// The height in progress. Callers have made sure that there is one.
	fn with_running(&mut self, then: impl FnOnce(&mut Self, &mut Running)) {
		if let Some(mut running) = self.running.take() {
			let height = (running.set_id, running.height);
			then(self, &mut running);
			// A decision on the way ends the height for good.
			if height == (self.authority.set_id, self.height) {
				self.running = Some(running);
			}
		}
	}

	fn reject(&self, reject: Reject, out: &mut Vec<Output>) {
		out.push(Output::Reject(reject));
	}
}

/// Signature checks by the host, for own messages.
fn verify_own(
	message: asf_primitives::SignedMessage,
	authority: &Authority,
	verifier: &impl SignatureVerifier,
) -> Option<VerifiedMessage> {
	message.verify(authority, verifier).ok()
}
