// SPDX-License-Identifier: GPL-3.0-or-later
//! Following what is final without this machine's doing.

use super::{start::start_machine, worker::Voter};
use crate::{error::Error, gossip::Message, AsfBlock, ClientForAsf, LOG_TARGET};
use asf_core::Input;
use asf_primitives::{substrate::AsfApi, Certificate, Expectation};
use futures::stream::FuturesUnordered;
use sc_client_api::backend::Backend;
use sc_network::NetworkSyncForkRequest;
use sp_consensus::{SelectChain, SyncOracle};
use sp_core::H256;

impl<B, BE, C, SC, S> Voter<B, BE, C, SC, S>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B> + 'static,
	S: NetworkSyncForkRequest<H256, u32> + SyncOracle,
{
	/// Follows what the justification import has finalized without the machine.
	pub(super) fn follow_shared(&mut self) -> Result<(), Error> {
		let (decided, set_id, certificate) = {
			let state = self.shared().lock_state();
			(state.decided, state.authority.set_id, state.certificate.clone())
		};
		if decided.number <= self.machine.decided().number {
			return Ok(());
		}
		let certificate = certificate.filter(|certificate| certificate.target == decided);
		if let Some(certificate) =
			certificate.filter(|_| set_id == self.machine.round_state().set_id)
		{
			self.feed_certificate(certificate)?;
		}
		if decided.number > self.machine.decided().number {
			log::debug!(target: LOG_TARGET, "Finality moved on to {decided}, set {set_id}");
			self.restart()?;
		}
		Ok(())
	}

	/// Verifies a certificate against the machine's panel, and lets it follow.
	pub(super) fn feed_certificate(&mut self, certificate: Certificate) -> Result<(), Error> {
		let (authority, _) = self.machine.authorities();
		match certificate.verify(authority, &Expectation::default(), &self.host) {
			Ok(verified) => self.feed(Input::Certificate(verified), None),
			Err(error) => {
				log::debug!(target: LOG_TARGET, "A stored certificate does not lead on: {error}");
				Ok(())
			},
		}
	}

	/// Puts a fresh machine in the place of the present one, from where finality stands.
	pub(super) fn restart(&mut self) -> Result<(), Error> {
		let shared = self.finalizer.shared().clone();
		let started = start_machine(&shared, &mut self.host, &self.log)?;
		self.machine = started.machine;
		self.muted_until = started.muted_until;
		// They would only run beside those of the new machine.
		self.timers = FuturesUnordered::new();
		self.targets.forget();
		self.approvals.forget();
		self.panel_changed = true;
		self.act(started.outputs, None)?;
		self.ask_target();
		Ok(())
	}

	/// Gives the machine once more what the gossip engine keeps: it may have come before the machine
	/// knew the panel it is of, and peers will not get it past the engine a second time.
	pub(super) fn replay_kept(&mut self) -> Result<(), Error> {
		let mut kept = self.gossip.messages_for(self.validator.topic());
		let mut messages = Vec::new();
		while let Ok(notification) = kept.try_recv() {
			messages.push(notification.message);
		}
		drop(kept);
		for wire in messages {
			let Ok(Message::Vote(vote)) = Message::from_wire(&wire) else { continue };
			let (authority, _) = self.machine.authorities();
			if let Ok(verified) = vote.verify(authority, &self.host) {
				self.feed(Input::Message(verified), None)?;
			}
		}
		Ok(())
	}

	/// Looks up which certificate the finalized chain records.
	pub(super) fn note_recorded(&self, finalized: H256) {
		match self.client.runtime_api().last_certificate(finalized) {
			Ok(Some(recorded)) => self.shared().note_recorded(recorded.target),
			Ok(None) => {},
			Err(error) => log::debug!(
				target: LOG_TARGET,
				"Cannot read the recorded certificate at {finalized:?}: {error}",
			),
		}
	}
}
