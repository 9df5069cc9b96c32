// SPDX-License-Identifier: GPL-3.0-or-later
//! Doing what the machine says, in its order.

use super::worker::{describe_seat, Voter, MAX_SENT_REMEMBERED};
use crate::{error::Error, finalize::Outcome, gossip::Message, AsfBlock, ClientForAsf, LOG_TARGET};
use asf_core::{LogRecord, Output, Reject, Timeout};
use asf_primitives::{Certificate, EquivocationProof, SetId, SignedMessage, Step, Target};
use futures::prelude::*;
use futures_timer::Delay;
use sc_client_api::backend::Backend;
use sc_network::{NetworkSyncForkRequest, PeerId};
use sc_telemetry::{telemetry, CONSENSUS_INFO};
use sp_consensus::{SelectChain, SyncOracle};
use sp_core::H256;
use std::time::Duration;

impl<B, BE, C, SC, S> Voter<B, BE, C, SC, S>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B> + 'static,
	S: NetworkSyncForkRequest<H256, u32> + SyncOracle,
{
	/// Does what the machine says. `from` is the peer whose message caused it.
	pub(super) fn act(&mut self, outputs: Vec<Output>, from: Option<PeerId>) -> Result<(), Error> {
		for output in outputs {
			match output {
				Output::Persist(record) => self.persist(record)?,
				Output::Send(message) => self.send(message),
				Output::SendPolka(polka) => {
					// A peer may have refused it while it could not use it, so it goes to everyone again.
					let wire = Message::Polka(polka).to_wire();
					self.gossip.gossip_message(self.validator.topic(), wire, true);
				},
				Output::SendCertificate(certificate) => {
					let wire = Message::Certificate(certificate).to_wire();
					self.gossip.gossip_message(self.validator.topic(), wire, false);
				},
				Output::Answer(certificate) => self.answer(certificate, from),
				Output::ScheduleTimeout(timeout) => self.schedule(timeout),
				Output::Finalize(certificate) => self.finalize(&certificate)?,
				Output::Level(block, level) => self.shared().note_level(block, level),
				Output::Evidence(proof) => self.report(proof),
				Output::RequestBlock(block) => self.request_block(block),
				Output::RequestApproval(block) => {
					if !self.approvals.ask(self.machine.decided(), block) {
						self.targets.want_approval();
					}
				},
				Output::PanelChanged(set_id) => self.on_panel_changed(set_id),
				Output::SafetyViolation { decided, certificate } => {
					self.on_safety_violation(decided, &certificate);
				},
				Output::Reject(reject) => self.on_reject(reject, from),
			}
		}
		Ok(())
	}

	/// What comes after a record must not happen before it is safe, so a failure ends the voter.
	fn persist(&mut self, record: LogRecord) -> Result<(), Error> {
		self.log.append(record, self.machine.last_certificate())?;
		Ok(())
	}

	/// Sends a message; one that was sent before goes to everyone again, because a peer may have
	/// refused it while it could not use it.
	fn send(&mut self, message: SignedMessage) {
		let is_repetition = self.sent.contains(&message);
		if !is_repetition {
			if self.sent.len() == MAX_SENT_REMEMBERED {
				self.sent.pop_front();
			}
			self.sent.push_back(message);
			if let Some(metrics) = self.shared().metrics() {
				let step = match message.ballot.step() {
					Step::Propose => "propose",
					Step::Prevote => "prevote",
					Step::Precommit => "precommit",
				};
				metrics.votes_cast.with_label_values(&[step]).inc();
			}
		}
		let wire = Message::Vote(message).to_wire();
		self.gossip.gossip_message(self.validator.topic(), wire, is_repetition);
	}

	fn answer(&mut self, certificate: Certificate, to: Option<PeerId>) {
		let Some(peer) = to.filter(|peer| self.validator.may_answer(peer)) else { return };
		let wire = Message::Certificate(certificate).to_wire();
		self.gossip.send_message(vec![peer], wire);
	}

	fn schedule(&mut self, timeout: Timeout) {
		let wait = Delay::new(Duration::from_millis(timeout.duration_ms()));
		self.timers.push(wait.map(move |()| timeout).boxed());
	}

	fn finalize(&mut self, certificate: &Certificate) -> Result<(), Error> {
		let outcome = self
			.finalizer
			.finalize_decided(certificate)
			.map_err(|error| Error::Finalize(error.to_string()))?;
		if outcome == Outcome::Extended {
			telemetry!(
				self.telemetry;
				CONSENSUS_INFO;
				"asf.finalized_blocks_up_to";
				"number" => certificate.target.number,
				"hash" => ?certificate.target.hash,
			);
		}
		Ok(())
	}

	fn request_block(&self, block: Target) {
		log::debug!(target: LOG_TARGET, "Asking peers for {block}");
		// No peers named: all that may have it are asked.
		self.sync.set_sync_fork_request(Vec::new(), block.hash, block.number);
	}

	fn on_panel_changed(&mut self, set_id: SetId) {
		self.panel_changed = true;
		let state = self.machine.round_state();
		log::info!(target: LOG_TARGET, "In set {set_id}, this node {}", describe_seat(&state));
	}

	/// Reports an offence, unless the offender is this node: then two nodes run with one key, or the
	/// vote log was lost, and the operator has to act.
	fn report(&self, proof: EquivocationProof) {
		if let Some(metrics) = self.shared().metrics() {
			metrics.equivocations.inc();
		}
		if self.host.holds(&proof.offender) {
			log::error!(
				target: LOG_TARGET,
				"THIS NODE'S KEY {:?} said two things in set {}, height {}, round {}. Does another \
				 node run with it? Stop one of them.",
				proof.offender,
				proof.set_id,
				proof.height,
				proof.round,
			);
			return;
		}
		self.reporter.report(self.shared(), proof);
	}

	fn on_safety_violation(&self, decided: Target, certificate: &Certificate) {
		if let Some(metrics) = self.shared().metrics() {
			metrics.safety_violations.inc();
		}
		log::error!(
			target: LOG_TARGET,
			"MORE THAN A THIRD OF A PANEL IS FAULTY: {decided} is final here, and set {}, height {}, \
			 round {} decided {}. This node stays with the former.",
			certificate.set_id,
			certificate.height,
			certificate.round,
			certificate.target,
		);
	}

	fn on_reject(&self, reject: Reject, from: Option<PeerId>) {
		log::trace!(target: LOG_TARGET, "Refused: {reject}");
		if reject.is_misbehaviour() {
			if let Some(peer) = from {
				self.validator.blame(peer);
			}
			return;
		}
		if let Some(metrics) = self.shared().metrics() {
			let reason = match reject {
				// The validator lets through only what was not decided when it came.
				Reject::StaleSet { .. } | Reject::StaleHeight { .. } => "late",
				Reject::StaleRound { .. } => "stale",
				Reject::FutureSet { .. } | Reject::FutureHeight { .. } => "future",
				Reject::InvalidTarget { .. } => "invalid_target",
				_ => "other",
			};
			metrics.rejected.with_label_values(&[reason]).inc();
		}
	}
}
