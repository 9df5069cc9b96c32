// SPDX-License-Identifier: Apache-2.0
//! The height in progress: feeding the driver, and obeying it.

use super::height::Verdict;
use super::running::{Running, Stored};
use super::Machine;
use crate::bounds::{MAX_ROUNDS_AHEAD, MAX_ROUNDS_BEHIND};
use crate::context::{from_bft_round, AsfContext};
use crate::host::Host;
use crate::io::{Output, Reject};
use crate::rules::Rules;
use crate::scale::Level;
use crate::timeouts::{Timeout, TimeoutKind};
use asf_primitives::{
	Ballot, EquivocationProof, Round, SignedMessage, Step, Target, VerifiedMessage,
};
use malachite_driver::{Input as DriverInput, Output as DriverOutput};
use malachite_types::{
	NilOrVal, Round as BftRound, Timeout as BftTimeout, TimeoutKind as BftTimeoutKind, Validity,
	VoteType,
};

impl<R: Rules> Machine<R> {
	/// A message of the present set and height, while it is in progress.
	pub(super) fn on_present_message(
		&mut self,
		message: VerifiedMessage,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		self.with_running(|machine, running| {
			let signed = message.message();
			let present = running.round().get();
			let is_old = signed.round.get().saturating_add(MAX_ROUNDS_BEHIND) < present;
			if is_old && !running.supports_proposal(signed) {
				let expected = running.round();
				return machine.reject(Reject::StaleRound { got: signed.round, expected }, out);
			}
			let highest = running.seat_rounds.entry(signed.seat).or_default();
			*highest = signed.round.max(*highest);
			if signed.round.get() > present.saturating_add(MAX_ROUNDS_AHEAD) {
				machine.held.push(message);
			} else if signed.ballot.step() == asf_primitives::Step::Propose {
				machine.take_proposal(message, running, host, out);
			} else {
				machine.take_vote(&message, running, host, out);
			}
			machine.skip_rounds(running, host, out);
		});
	}

	fn take_proposal(
		&mut self,
		message: VerifiedMessage,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let signed = message.message();
		let expected = running.proposer(signed.round);
		if signed.seat != expected {
			let reject = Reject::NotProposer { got: signed.seat, expected };
			return self.reject(reject, out);
		}
		match running.store_proposal(message) {
			Stored::Known => return,
			Stored::New => {},
			Stored::Conflicts { with, kept } => {
				if let Ok(proof) = EquivocationProof::from_messages(&with, &message) {
					self.accuse(signed.seat, proof, out);
				}
				if !kept {
					return self.reject(Reject::TooManyProposals { seat: signed.seat }, out);
				}
			},
		}
		self.feed_proposals(running, host, true, out);
	}

	/// Tells the driver of every stored proposal whose fate is known by now.
	fn feed_proposals(
		&mut self,
		running: &mut Running,
		host: &impl Host,
		ask: bool,
		out: &mut Vec<Output>,
	) {
		let undecided: Vec<VerifiedMessage> = (running.proposals.values().flatten())
			.filter(|stored| stored.fed.is_none())
			.map(|stored| stored.message)
			.collect();
		for message in undecided {
			let Some(target) = message.message().ballot.target() else { continue };
			let validity = match self.assess(&target, host) {
				Verdict::Votable => Validity::Valid,
				Verdict::Invalid => {
					self.reject(Reject::InvalidTarget { target }, out);
					Validity::Invalid
				},
				// Its proposer sends it to everyone. If it does not come, see `ask_for_blocks`.
				Verdict::NeedsBlock => continue,
				Verdict::NeedsApproval => {
					if ask {
						out.push(Output::RequestApproval(target));
					}
					continue;
				},
			};
			self.feed_proposal(&message, validity, running, host, out);
		}
	}

	fn feed_proposal(
		&mut self,
		message: &VerifiedMessage,
		validity: Validity,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let signed = message.message();
		if !R::UNLOCK_NEEDS_NEWER_POLKA && asks_to_unlock(signed, running) {
			running.forget_lock();
		}
		for stored in running.proposals.entry(signed.round).or_default() {
			if stored.message == *message {
				stored.fed = Some(validity);
			}
		}
		if let Some(input) = running.proposal_input(message, validity) {
			let outputs = running.feed(input);
			self.obey_driver(outputs, running, host, out);
		}
	}

	fn take_vote(
		&mut self,
		message: &VerifiedMessage,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let signed = message.message();
		let Some(input) = running.vote_input(signed) else { return };
		let outputs = running.feed(input);
		self.accuse_of_conflicts(running, out);
		match signed.ballot {
			Ballot::Prevote(Some(target)) => {
				self.raise_level(signed.round, target, running, host, out);
			},
			Ballot::Precommit(Some(target)) if running.has_decided(signed.round, target) => {
				return self.decide_by_votes(signed.round, target, running, host, out);
			},
			_ => {},
		}
		self.obey_driver(outputs, running, host, out);
		if signed.ballot.step() == Step::Prevote {
			if let Some(input) = running.complete_polka(signed) {
				let outputs = running.feed(input);
				self.accuse_of_conflicts(running, out);
				self.obey_driver(outputs, running, host, out);
			}
		}
	}

	/// Reports who cast two votes in one step, as the driver saw it.
	fn accuse_of_conflicts(&mut self, running: &mut Running, out: &mut Vec<Output>) {
		for (first, second) in running.take_vote_conflicts() {
			let Some(offender) = self.authority.panel.key(first.seat).copied() else { continue };
			let proof = EquivocationProof {
				set_id: first.set_id,
				height: first.height,
				round: first.round,
				offender,
				first: (first.ballot, first.signature),
				second: (second.ballot, second.signature),
			};
			self.accuse(first.seat, proof, out);
		}
	}

	fn raise_level(
		&mut self,
		round: Round,
		target: Target,
		running: &Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		if target.number <= self.base.number {
			return;
		}
		// Without the block, its place among the others is not known; it is looked at again when it
		// is imported.
		if host.header(&target.hash).is_none_or(|header| header.number != target.number) {
			return;
		}
		let prevotes = running.prevote_count(round, target);
		let level = if prevotes >= self.authority.panel.quorum() {
			Level::Moderate
		} else if prevotes >= self.authority.panel.honest_minority() {
			Level::Weak
		} else {
			return;
		};
		if self.scale.raise(host, target, level) {
			out.push(Output::Level(target, level));
		}
	}

	/// Levels of blocks that came later than the votes for them.
	pub(super) fn raise_levels(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		self.with_running(|machine, running| {
			for (round, target) in running.prevoted() {
				machine.raise_level(round, target, running, host, out);
			}
		});
	}

	/// L49: a quorum of precommits decides, whatever round this node is in. The certificate then
	/// takes the way of every certificate, so that a block that is missing here is waited for.
	fn decide_by_votes(
		&mut self,
		round: Round,
		target: Target,
		running: &Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let precommits = running.votes_for(round, &Ballot::Precommit(Some(target)));
		let certificate = self.assemble(round, target, precommits);
		out.push(Output::SendCertificate(certificate.clone()));
		self.follow(certificate, host, out);
	}

	/// L55: at least one honest seat is in a later round, so this node goes there too.
	fn skip_rounds(&mut self, running: &mut Running, host: &impl Host, out: &mut Vec<Output>) {
		if !self.is_present(running) {
			return;
		}
		let reached = running.honest_round(self.authority.panel.honest_minority());
		if let Some(round) = reached.filter(|round| *round > running.round()) {
			self.vote_before(round, running, host, out);
			let outputs = running.skip_to(round);
			self.entered_round(running, host, out);
			self.obey_driver(outputs, running, host, out);
		}
	}

	/// Whether `running` is still the height to decide.
	fn is_present(&self, running: &Running) -> bool {
		(running.set_id, running.height) == (self.authority.set_id, self.height)
	}

	/// Does what the driver says.
	pub(super) fn obey_driver(
		&mut self,
		outputs: Vec<DriverOutput<AsfContext>>,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		running.keep_valid_polka();
		for output in outputs {
			match output {
				DriverOutput::NewRound(_, round) => {
					let Some(round) = from_bft_round(round) else { continue };
					self.vote_before(round, running, host, out);
					let outputs = running.enter(round);
					self.entered_round(running, host, out);
					self.obey_driver(outputs, running, host, out);
				},
				DriverOutput::GetValue(_, round, _) => {
					running.wants_value = from_bft_round(round);
					self.propose(running, host, out);
				},
				DriverOutput::Propose(proposal) => {
					let ballot = Ballot::Proposal {
						target: proposal.value.0,
						valid_round: from_bft_round(proposal.pol_round),
					};
					self.cast(proposal.round, ballot, running, host, out);
					if let Some(said) = running.said.last().filter(|said| said.ballot == ballot) {
						Self::send_polka(said, running, out);
					}
					running.restore_valid_polka();
				},
				DriverOutput::Vote(vote) => {
					let target = match vote.value {
						NilOrVal::Nil => None,
						NilOrVal::Val(target) => Some(target),
					};
					let ballot = match vote.vote_type {
						VoteType::Prevote => Ballot::Prevote(target),
						VoteType::Precommit => Ballot::Precommit(target),
					};
					self.cast(vote.round, ballot, running, host, out);
				},
				DriverOutput::ScheduleTimeout(timeout) => {
					let kind = match timeout.kind {
						BftTimeoutKind::Propose => TimeoutKind::Propose,
						BftTimeoutKind::Prevote => TimeoutKind::Prevote,
						BftTimeoutKind::Precommit => TimeoutKind::Precommit,
						// The driver schedules neither; both belong to Malachite's outer layers.
						BftTimeoutKind::Rebroadcast | BftTimeoutKind::FinalizeHeight(_) => continue,
					};
					let round = from_bft_round(timeout.round).unwrap_or_default();
					self.schedule(round, kind, out);
				},
				// Decisions are read off the votes, where the certificate is.
				DriverOutput::Decide(..) => {},
			}
		}
	}

	/// Housekeeping at the start of a round.
	fn entered_round(&mut self, running: &mut Running, host: &impl Host, out: &mut Vec<Output>) {
		if !R::LOCKS {
			running.forget_lock();
			self.feed_proposals(running, host, false, out);
		}
		// A dispute may have come since: the node is asked again about what is proposed in this round.
		self.approved_forks.clear();
		running.prune();
		let (height, limit) = (running.height, running.round().get() + MAX_ROUNDS_AHEAD);
		let usable = self.held.take(|message| {
			message.message().height == height && message.message().round.get() <= limit
		});
		self.incoming.extend(usable);
	}

	/// Looks again at proposals that waited for a block or an approval.
	pub(super) fn reassess_proposals(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		self.with_running(|machine, running| {
			machine.feed_proposals(running, host, true, out);
		});
	}

	/// Asks for blocks that at least one honest seat has and that have not come by themselves: at the
	/// second look and then ever more rarely. Whoever is asked for a block that it does not have counts
	/// as a bad peer, so a single seat must not make this node ask for one that nobody has.
	fn ask_for_blocks(&mut self, running: &Running, host: &impl Host, out: &mut Vec<Output>) {
		let mut wanted = running.prevoted_by(self.authority.panel.honest_minority());
		wanted.extend(self.held_certificates.iter().map(|held| held.target));
		wanted.retain(|target| host.header(&target.hash).is_none());
		self.missing.retain(|target, _| wanted.contains(target));
		for target in wanted {
			let looks = self.missing.entry(target).or_default();
			*looks = looks.saturating_add(1);
			if *looks > 1 && looks.is_power_of_two() {
				out.push(Output::RequestBlock(target));
			}
		}
	}

	pub(super) fn on_timeout(&mut self, timeout: Timeout, host: &impl Host, out: &mut Vec<Output>) {
		if (timeout.set_id, timeout.height) != (self.authority.set_id, self.height) {
			return;
		}
		self.with_running(|machine, running| {
			let round = BftRound::new(timeout.round.get());
			let elapsed = match timeout.kind {
				TimeoutKind::Propose => BftTimeout::propose(round),
				TimeoutKind::Prevote => BftTimeout::prevote(round),
				TimeoutKind::Precommit => BftTimeout::precommit(round),
				TimeoutKind::Rebroadcast => {
					for said in &running.said {
						out.push(Output::Send(*said));
						Self::send_polka(said, running, out);
					}
					machine.ask_for_blocks(running, host, out);
					return machine.schedule(running.round(), TimeoutKind::Rebroadcast, out);
				},
			};
			let outputs = running.feed(DriverInput::TimeoutElapsed(elapsed));
			machine.obey_driver(outputs, running, host, out);
		});
	}
}

/// Whether a proposal rests on a polka that is older than the lock it is to open.
fn asks_to_unlock(signed: &SignedMessage, running: &Running) -> bool {
	let Ballot::Proposal { target, valid_round: Some(valid_round) } = signed.ballot else {
		return false;
	};
	let is_older = |(locked, since): (Target, Round)| locked != target && since > valid_round;
	signed.round == running.round() && running.locked().is_some_and(is_older)
}
