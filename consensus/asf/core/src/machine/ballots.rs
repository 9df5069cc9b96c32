// SPDX-License-Identifier: Apache-2.0
//! This node's own ballots: what it proposes, and how each is signed, stored and sent.

use super::running::Running;
use super::{verify_own, Machine};
use crate::context::{from_bft_round, Value};
use crate::host::Host;
use crate::io::Output;
use crate::log::{LockProof, LogRecord};
use crate::rules::Rules;
use asf_primitives::{signing_payload, Ballot, Polka, Round, SignedMessage, Target};
use malachite_driver::Input as DriverInput;
use malachite_types::Round as BftRound;

impl<R: Rules> Machine<R> {
	/// Proposes this node's candidate, if the round waits for one and there is one.
	pub(super) fn propose(
		&mut self,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let Some(round) = running.wants_value else { return };
		let Some(target) = self.own_candidate(host) else { return };
		running.wants_value = None;
		if running.round() == round && running.step() == Some(asf_primitives::Step::Propose) {
			let round = BftRound::new(round.get());
			let outputs = running.feed(DriverInput::ProposeValue(round, Value(target)));
			self.obey_driver(outputs, running, host, out);
		}
	}

	pub(super) fn propose_if_wanted(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		self.with_running(|machine, running| machine.propose(running, host, out));
	}

	/// Votes nil in the round before the one that this seat goes to, in each step in which it has
	/// not voted there. Others may have stayed behind in it, short of just this seat's votes: the
	/// votes that brought this seat further may have come from a seat that spoke to nobody else.
	/// With this, honest seats are never more than one round apart for good, and those behind get
	/// the votes of all honest seats, which are a quorum.
	pub(super) fn vote_before(
		&mut self,
		round: Round,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let Some(left) = round.get().checked_sub(1) else { return };
		for ballot in [Ballot::Prevote(None), Ballot::Precommit(None)] {
			self.cast(BftRound::new(left), ballot, running, host, out);
		}
	}

	/// Signs, stores and sends a ballot, then takes it in like anyone's.
	pub(super) fn cast(
		&mut self,
		round: BftRound,
		ballot: Ballot,
		running: &mut Running,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let (Some(seat), Some(round)) = (self.seat, from_bft_round(round)) else { return };
		// Whatever the driver thinks, a seat never goes back.
		if running.last_signed.is_some_and(|last| last >= (round, ballot.step())) {
			return;
		}
		let lock = match ballot {
			Ballot::Precommit(Some(target)) => match lock_proof(round, target, running) {
				Some(lock) => Some(lock),
				None => return,
			},
			_ => None,
		};
		let Some(key) = self.authority.panel.key(seat) else { return };
		let payload =
			signing_payload(self.authority.genesis, running.set_id, running.height, round, &ballot);
		let Some(signature) = host.sign(key, &payload) else { return };
		let (set_id, height) = (running.set_id, running.height);
		let message = SignedMessage { set_id, height, round, ballot, seat, signature };
		// A key store that signs badly must not make this node look like an offender.
		let Some(verified) = verify_own(message, &self.authority, host) else { return };
		running.last_signed = Some((round, ballot.step()));
		running.said.retain(|said| said.round.next() >= round);
		running.said.push(message);
		let persist = Output::Persist(LogRecord { message, lock });
		let send = Output::Send(message);
		out.extend(if R::PERSISTS_BEFORE_SENDING { [persist, send] } else { [send, persist] });
		self.incoming.push_back(verified);
	}

	/// A proposal that points back to a polka is worth nothing to a peer that lacks the polka.
	pub(super) fn send_polka(said: &SignedMessage, running: &Running, out: &mut Vec<Output>) {
		let Ballot::Proposal { target, valid_round: Some(round) } = said.ballot else { return };
		let Some((of_round, of_target, votes)) = &running.valid_polka else { return };
		if (*of_round, *of_target) == (round, target) && votes.len() >= running.quorum {
			out.extend(Polka::new(*said, votes).map(Output::SendPolka));
		}
	}
}

/// The proposal and the polka behind a precommit (L36).
fn lock_proof(round: Round, target: Target, running: &Running) -> Option<LockProof> {
	let of_round = running.proposals.get(&round)?;
	let proposal =
		of_round.iter().find(|stored| stored.message.message().ballot.target() == Some(target))?;
	let polka = running.prevotes_for(round, target);
	Some(LockProof { proposal: *proposal.message.message(), polka: polka.try_into().ok()? })
}
