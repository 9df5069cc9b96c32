// SPDX-License-Identifier: Apache-2.0
//! Starting, from genesis or after a crash.

use super::running::Running;
use super::Machine;
use crate::context::to_bft_round;
use crate::held::Held;
use crate::host::Host;
use crate::io::Output;
use crate::log::LogRecord;
use crate::rules::Rules;
use crate::scale::Scale;
use crate::timeouts::TimeoutKind;
use asf_primitives::{
	Authority, Certificate, Height, Round, SetId, SignedMessage, Step, Target, VerifiedMessage,
};
use core::marker::PhantomData;
use malachite_driver::Input as DriverInput;
use malachite_types::{Timeout as BftTimeout, Validity};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a machine starts from: facts of the finalized chain, and what this node's seat said.
#[derive(Clone, Debug)]
pub struct StartFrom {
	/// Chain, set and panel in whose term the next decision falls.
	pub authority: Authority,
	/// The last decided height of that set, [`Height::ZERO`] if none.
	pub decided_height: Height,
	/// The last finalized block.
	pub decided: Target,
	/// Its certificate, if there is one.
	pub certificate: Option<Certificate>,
	/// The log, in any order; records of other heights do not matter.
	pub log: Vec<LogRecord>,
}

/// Why a machine must not vote with this log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoverError {
	/// A record does not verify against the panel.
	#[error("log record of set {set_id}, height {height}, round {round} does not verify: {error}")]
	BadRecord {
		/// Set of the record.
		set_id: SetId,
		/// Height of the record.
		height: Height,
		/// Round of the record.
		round: Round,
		/// Why not.
		error: asf_primitives::MessageError,
	},
	/// The log is of a set or height after the last finalized block: the finality state was lost
	/// or rolled back, and with it what the seat may still say.
	#[error(
		"the log speaks of set {got_set}, height {got_height}, the finalized chain only reached \
		 set {set}, height {height}: restore the newer database, or use new session keys"
	)]
	AheadOfChain {
		/// Set of the record.
		got_set: SetId,
		/// Height of the record.
		got_height: Height,
		/// Present set.
		set: SetId,
		/// Present height.
		height: Height,
	},
	/// The stored proof does not bring the lock back.
	#[error("the lock on {target} of round {round} cannot be restored from its proof")]
	LockNotRestored {
		/// The locked target.
		target: Target,
		/// The round of the lock.
		round: Round,
	},
}

impl<R: Rules> Machine<R> {
	/// Makes a machine that goes on where the last one stopped. The outputs come first.
	pub fn start(from: StartFrom, host: &impl Host) -> Result<(Self, Vec<Output>), RecoverError> {
		let StartFrom { authority, decided_height, decided, certificate, log } = from;
		let mut machine = Self {
			authority,
			seat: None,
			base: decided,
			height: decided_height.next(),
			finality_target: None,
			approved_forks: Vec::new(),
			announced: None,
			running: None,
			held: Held::default(),
			held_for_next_set: Held::default(),
			held_certificates: Vec::new(),
			missing: BTreeMap::new(),
			last_certificate: certificate,
			closing_certificates: VecDeque::new(),
			scale: Scale::default(),
			accused: BTreeSet::new(),
			accused_before: BTreeSet::new(),
			incoming: VecDeque::new(),
			rules: PhantomData,
		};
		machine.seat = machine.own_seat(host);
		let mut out = Vec::new();
		machine.recover(log, host, &mut out)?;
		machine.settle(host, &mut out);
		Ok((machine, out))
	}

	fn recover(
		&mut self,
		log: Vec<LogRecord>,
		host: &impl Host,
		out: &mut Vec<Output>,
	) -> Result<(), RecoverError> {
		let present = (self.authority.set_id, self.height);
		let place = |record: &LogRecord| (record.message.set_id, record.message.height);
		if let Some(record) = log.iter().find(|record| place(record) > present) {
			return Err(RecoverError::AheadOfChain {
				got_set: record.message.set_id,
				got_height: record.message.height,
				set: present.0,
				height: present.1,
			});
		}
		let mut records: Vec<_> =
			log.into_iter().filter(|record| place(record) == present).collect();
		records.sort_by_key(|record| (record.message.round, record.message.ballot.step()));
		records.dedup_by_key(|record| (record.message.round, record.message.ballot.step()));
		let Some(newest) = records.last() else { return Ok(()) };
		let newest = (newest.message.round, newest.message.ballot.step());

		let mut running = Running::new(
			present.0,
			present.1,
			&self.authority.panel,
			self.seat,
			R::QUORUM_SHORTFALL,
		);
		running.last_signed = Some(newest);
		if let Some(record) = records.iter().rev().find(|record| record.lock.is_some()) {
			self.restore_lock(record, &mut running, host)?;
		}
		// What the driver wants to say on the way here was said before the crash, or must not be.
		if running.round() < newest.0 || !has_entered(&running) {
			if has_entered(&running) {
				running.skip_to(newest.0);
			} else {
				running.enter(newest.0);
			}
		}
		let round = to_bft_round(newest.0);
		if newest.1 >= Step::Prevote && running.step() == Some(Step::Propose) {
			running.feed(DriverInput::TimeoutElapsed(BftTimeout::propose(round)));
		}
		if newest.1 >= Step::Precommit && running.step() == Some(Step::Prevote) {
			running.feed(DriverInput::TimeoutElapsed(BftTimeout::prevote(round)));
		}
		self.schedule(newest.0, TimeoutKind::Rebroadcast, out);
		if newest.1 == Step::Propose {
			self.schedule(newest.0, TimeoutKind::Propose, out);
		}
		running.prune();
		self.running = Some(running);
		for record in records {
			let verified = self.verify_record(&record.message, host)?;
			if record.message.round.next() < newest.0 {
				continue;
			}
			out.push(Output::Send(record.message));
			if let Some(running) = &mut self.running {
				running.said.push(record.message);
			}
			self.incoming.push_back(verified);
		}
		Ok(())
	}

	/// Leads a fresh driver to the lock by the way that led there before: the proposal and the
	/// prevotes of its round.
	fn restore_lock(
		&self,
		record: &LogRecord,
		running: &mut Running,
		host: &impl Host,
	) -> Result<(), RecoverError> {
		let Some(proof) = &record.lock else { return Ok(()) };
		let round = record.message.round;
		running.enter(round);
		let proposal = self.verify_record(&proof.proposal, host)?;
		running.store_proposal(proposal);
		for stored in running.proposals.values_mut().flatten() {
			stored.fed = Some(Validity::Valid);
		}
		if let Some(input) = running.proposal_input(&proposal, Validity::Valid) {
			running.feed(input);
		}
		// A re-proposal waits for the polka it points to; its round can be entered without.
		if running.step() == Some(Step::Propose) {
			running.feed(DriverInput::TimeoutElapsed(BftTimeout::propose(to_bft_round(round))));
		}
		for vote in &proof.polka {
			self.verify_record(vote, host)?;
			running.feed_prevote(vote, round);
		}
		running.keep_valid_polka();
		match (record.message.ballot.target(), running.locked()) {
			(Some(target), Some(locked)) if locked == (target, round) => Ok(()),
			(Some(target), _) if R::LOCKS => Err(RecoverError::LockNotRestored { target, round }),
			_ => Ok(()),
		}
	}

	fn verify_record(
		&self,
		message: &SignedMessage,
		host: &impl Host,
	) -> Result<VerifiedMessage, RecoverError> {
		message.verify(&self.authority, host).map_err(|error| RecoverError::BadRecord {
			set_id: message.set_id,
			height: message.height,
			round: message.round,
			error,
		})
	}
}

fn has_entered(running: &Running) -> bool {
	running.step().is_some()
}
