// SPDX-License-Identifier: GPL-3.0-or-later
//! The checks on what peers send, in this order: size, decoding, relevance, signature, budget.
//!
//! It runs inside the gossip engine, which the voter polls: what passes waits in a bounded queue
//! for the voter, verified, so that nothing is checked twice.

use super::{
	budget::Budgets,
	cost,
	patience::Known,
	peers::{help_for, Help, Peers},
	view::{Refusal, Relevance, View},
	Message, Status, MAX_WIRE_MESSAGE_BYTES,
};
use crate::{metrics::Metrics, AsfBlock, LOG_TARGET};
use asf_core::bounds::MAX_ROUNDS_BEHIND;
use asf_primitives::{
	Certificate, Expectation, Height, NativeVerifier, Polka, Round, Seat, SetId, SignedMessage,
	VerifiedCertificate, VerifiedMessage,
};
use codec::Encode;
use futures::channel::mpsc;
use parking_lot::Mutex;
use sc_network::{PeerId, ReputationChange as Rep};
use sc_network_common::role::ObservedRole;
use sc_network_gossip::{MessageIntent, ValidationResult, Validator, ValidatorContext};
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};
use std::{collections::BTreeMap, marker::PhantomData, sync::Arc, time::Instant};

/// Verified messages that wait for the voter. The budgets of a full panel's seats fit.
const INCOMING_QUEUE_MESSAGES: usize = 16 * 1024;
/// Changes of reputation that wait to be reported. More at once are left out.
const REPORT_QUEUE_MESSAGES: usize = 1024;
/// Messages of one seat in one round that are passed on: three, and what proves that it said more.
const MAX_KEPT_PER_SEAT_AND_ROUND: u8 = 8;
/// Certificates of one decision that are passed on and kept. They differ in their signatures only.
const MAX_KEPT_CERTIFICATES: u8 = 2;
/// Polkas of one round that are taken. Those of one proposal differ in whose prevotes they hold, and
/// one does.
const MAX_KEPT_POLKAS: u8 = 2;

/// Something from a peer that verifies.
#[derive(Clone, Debug)]
pub(crate) enum Incoming {
	/// A vote or a proposal.
	Vote(VerifiedMessage),
	/// A decision.
	Certificate(VerifiedCertificate),
}

/// It and its sender.
#[derive(Clone, Debug)]
pub(crate) struct GossipEvent {
	/// Who sent it, which need not be who made it.
	pub(crate) from: PeerId,
	/// What it is.
	pub(crate) what: Incoming,
}

/// The voter's ends of the validator's queues.
pub(crate) struct Receivers {
	/// What passed the checks.
	pub(crate) incoming: mpsc::Receiver<GossipEvent>,
	/// Changes of reputation to be reported.
	pub(crate) reports: mpsc::Receiver<(PeerId, Rep)>,
}

/// Where certificates for peers that lag behind come from.
pub(crate) trait CertificateSource: Send + Sync {
	/// Looks up what helps.
	fn find(&self, help: Help) -> Option<Certificate>;
}

struct State {
	view: View,
	/// What all peers know of it.
	known: Known,
	peers: Peers,
	budgets: Budgets,
	/// How many messages of a seat in a round were passed on.
	passed_on: BTreeMap<(SetId, Height, Seat, Round), u8>,
	/// How many polkas of a round were taken.
	polkas: BTreeMap<(SetId, Height, Round), u8>,
	/// How many certificates of a decision were passed on.
	decided: BTreeMap<(SetId, Height), u8>,
	/// The sender of the message that is passed on just now, who has it already.
	sender: Option<PeerId>,
}

/// The validator. See the [module](self).
pub(crate) struct GossipValidator<B: AsfBlock> {
	topic: H256,
	state: Mutex<State>,
	incoming: Mutex<mpsc::Sender<GossipEvent>>,
	reports: Mutex<mpsc::Sender<(PeerId, Rep)>>,
	certificates: Arc<dyn CertificateSource>,
	metrics: Option<Metrics>,
	clock: Box<dyn Fn() -> Instant + Send + Sync>,
	block: PhantomData<fn() -> B>,
}

impl<B: AsfBlock> GossipValidator<B> {
	/// A validator for a node at `view`.
	pub(crate) fn new(
		view: View,
		certificates: Arc<dyn CertificateSource>,
		metrics: Option<Metrics>,
	) -> (Self, Receivers) {
		Self::with_clock(view, certificates, metrics, Box::new(Instant::now))
	}

	fn with_clock(
		view: View,
		certificates: Arc<dyn CertificateSource>,
		metrics: Option<Metrics>,
		clock: Box<dyn Fn() -> Instant + Send + Sync>,
	) -> (Self, Receivers) {
		let (incoming, incoming_receiver) = mpsc::channel(INCOMING_QUEUE_MESSAGES);
		let (reports, report_receiver) = mpsc::channel(REPORT_QUEUE_MESSAGES);
		let state = State {
			known: Known::new(view.status(), clock()),
			view,
			peers: Peers::default(),
			budgets: Budgets::default(),
			passed_on: BTreeMap::new(),
			polkas: BTreeMap::new(),
			decided: BTreeMap::new(),
			sender: None,
		};
		let validator = Self {
			topic: BlakeTwo256::hash(b"flarechain/asf"),
			state: Mutex::new(state),
			incoming: Mutex::new(incoming),
			reports: Mutex::new(reports),
			certificates,
			metrics,
			clock,
			block: PhantomData,
		};
		(validator, Receivers { incoming: incoming_receiver, reports: report_receiver })
	}

	/// The one topic: which messages a peer gets is decided message by message.
	pub(crate) fn topic(&self) -> H256 {
		self.topic
	}

	/// The machine has moved; whether its status is another one now.
	pub(crate) fn set_view(&self, view: View) -> bool {
		let mut state = self.state.lock();
		let before = state.view.status();
		let has_moved = before != view.status();
		state.known.advance(before, (self.clock)());
		if has_moved || state.view.round != view.round {
			let (status, round) = (view.status(), view.round);
			state.budgets.prune(status.set_id);
			let oldest = Round::new(round.get().saturating_sub(MAX_ROUNDS_BEHIND));
			let oldest = (status.set_id, status.height, oldest);
			state.passed_on.retain(|(set, height, _, round), _| (*set, *height, *round) >= oldest);
			state.polkas = state.polkas.split_off(&oldest);
		}
		if has_moved {
			let status = view.status();
			state.decided.retain(|place, _| *place >= (status.set_id, status.height));
		}
		state.view = view;
		has_moved
	}

	/// All neighbours, and the status to send to them now.
	pub(crate) fn status_for_all(&self) -> (Vec<PeerId>, Vec<u8>) {
		let mut state = self.state.lock();
		let wire = Message::Status(state.view.status()).to_wire();
		(state.peers.tell_all((self.clock)()), wire)
	}

	/// Whether a peer may be sent a certificate that helps it now.
	pub(crate) fn may_answer(&self, who: &PeerId) -> bool {
		self.state.lock().peers.may_answer(who, (self.clock)())
	}

	/// The machine found fault with what a peer sent.
	pub(crate) fn blame(&self, who: PeerId) {
		self.refuse(who, Refusal::Misbehaviour);
	}

	fn report(&self, who: PeerId, change: Rep) {
		// A full queue has enough bad to say about someone already.
		let _ = self.reports.lock().try_send((who, change));
	}

	fn refuse(&self, who: PeerId, refusal: Refusal) {
		if let Some(metrics) = &self.metrics {
			metrics.rejected.with_label_values(&[refusal.label()]).inc();
		}
		if let Some(cost) = refusal.cost() {
			log::debug!(target: LOG_TARGET, "Message of {who} refused: {}", refusal.label());
			self.report(who, cost);
		}
	}

	/// Whether an honest peer may still speak of `place`, which is decided here.
	fn may_not_know(&self, who: &PeerId, place: Status) -> bool {
		let mut state = self.state.lock();
		let (now, own) = ((self.clock)(), state.view.status());
		state.known.advance(own, now);
		!state.known.is_past(place) || state.peers.is_new(who, now)
	}

	fn enqueue(&self, from: PeerId, what: Incoming) -> Result<(), Refusal> {
		let event = GossipEvent { from, what };
		self.incoming.lock().try_send(event).map_err(|_| Refusal::QueueFull)
	}

	fn take_vote(&self, from: PeerId, vote: SignedMessage) -> Result<Relevance, Refusal> {
		let mut state = self.state.lock();
		let mut relevance = state.view.judge_vote(&vote)?;
		let is_present = vote.set_id == state.view.authority.set_id;
		let authority = state.view.authority(vote.set_id).ok_or(Refusal::Future)?;
		// On another fork another panel may be announced, so a vote of a set to come that does not
		// verify is no fault.
		let verified = vote.verify(authority, &NativeVerifier).map_err(|_| {
			if is_present {
				Refusal::Invalid
			} else {
				Refusal::Future
			}
		})?;
		if !state.budgets.charge(vote.set_id, vote.seat, (self.clock)()) {
			return Err(Refusal::OverBudget);
		}
		if relevance == Relevance::Keep {
			let place = (vote.set_id, vote.height, vote.seat, vote.round);
			let passed_on = state.passed_on.entry(place).or_default();
			if *passed_on >= MAX_KEPT_PER_SEAT_AND_ROUND {
				relevance = Relevance::Once;
			} else {
				*passed_on += 1;
			}
		}
		drop(state);
		self.enqueue(from, Incoming::Vote(verified))?;
		Ok(relevance)
	}

	fn take_polka(&self, from: PeerId, polka: &Polka) -> Result<Relevance, Refusal> {
		let mut state = self.state.lock();
		let relevance = state.view.judge_polka(polka)?;
		let place = (polka.proposal.set_id, polka.proposal.height, polka.proposal.round);
		let is_enough = state.polkas.get(&place).is_some_and(|taken| *taken >= MAX_KEPT_POLKAS);
		if is_enough || !state.peers.may_send_quorum(&from, (self.clock)()) {
			return Err(Refusal::OverBudget);
		}
		let verified =
			polka.verify(&state.view.authority, &NativeVerifier).map_err(|_| Refusal::Invalid)?;
		for message in verified.messages() {
			self.enqueue(from, Incoming::Vote(message))?;
		}
		*state.polkas.entry(place).or_default() += 1;
		Ok(relevance)
	}

	fn take_certificate(
		&self,
		from: PeerId,
		certificate: Certificate,
	) -> Result<Relevance, Refusal> {
		let mut state = self.state.lock();
		let mut relevance = state.view.judge_certificate(&certificate)?;
		if !state.peers.may_send_quorum(&from, (self.clock)()) {
			return Err(Refusal::OverBudget);
		}
		let authority = state.view.authority(certificate.set_id).ok_or(Refusal::Future)?;
		let started = Instant::now();
		let bytes = certificate.encoded_size();
		let verified = certificate
			.verify(authority, &Expectation::default(), &NativeVerifier)
			.map_err(|_| Refusal::Invalid)?;
		if relevance == Relevance::Keep {
			let place = (verified.certificate().set_id, verified.certificate().height);
			let passed_on = state.decided.entry(place).or_default();
			if *passed_on >= MAX_KEPT_CERTIFICATES {
				relevance = Relevance::Once;
			} else {
				*passed_on += 1;
			}
		}
		drop(state);
		if let Some(metrics) = &self.metrics {
			metrics.certificate_bytes.set(bytes as u64);
			metrics.certificate_verify_seconds.observe(started.elapsed().as_secs_f64());
		}
		self.enqueue(from, Incoming::Certificate(verified))?;
		Ok(relevance)
	}

	/// Takes what a peer said; what of it is to be passed on.
	fn judge(
		&self,
		context: &mut dyn ValidatorContext<B>,
		from: &PeerId,
		message: Message,
	) -> Result<Option<Relevance>, Refusal> {
		let (place, judged) = match message {
			Message::Vote(vote) => {
				let place = Status { set_id: vote.set_id, height: vote.height };
				(place, self.take_vote(*from, vote))
			},
			Message::Polka(polka) => {
				let SignedMessage { set_id, height, .. } = polka.proposal;
				(Status { set_id, height }, self.take_polka(*from, &polka))
			},
			Message::Certificate(certificate) => {
				let Certificate { set_id, height, .. } = certificate;
				(Status { set_id, height }, self.take_certificate(*from, certificate))
			},
			Message::Status(status) => {
				self.take_status(context, from, status);
				return Ok(None);
			},
		};
		match judged {
			Err(Refusal::Stale) if self.may_not_know(from, place) => Err(Refusal::Late),
			judged => judged.map(Some),
		}
	}

	/// A neighbour says where it stands: help it on, or let it help.
	fn take_status(&self, context: &mut dyn ValidatorContext<B>, from: &PeerId, status: Status) {
		let now = (self.clock)();
		let mut state = self.state.lock();
		let change = state.peers.note_status(from, status);
		let own = state.view.status();
		let help = help_for(&status, &state.view).filter(|_| state.peers.may_answer(from, now));
		let tell = status > own && state.peers.may_tell(from, now);
		drop(state);
		if change.is_lt() {
			self.report(*from, cost::WENT_BACK);
		}
		if let Some(certificate) = help.and_then(|help| self.certificates.find(help)) {
			context.send_message(from, Message::Certificate(certificate).to_wire());
		}
		if tell {
			context.send_message(from, Message::Status(own).to_wire());
		}
		// What it could not use before it moved.
		if change.is_ne() {
			context.send_topic(from, self.topic, false);
		}
	}

	/// Passes a good message on to everyone but its sender.
	fn pass_on(&self, context: &mut dyn ValidatorContext<B>, from: &PeerId, data: &[u8]) {
		self.state.lock().sender = Some(*from);
		context.broadcast_message(self.topic, data.to_vec(), false);
		self.state.lock().sender = None;
	}
}

impl<B: AsfBlock> Validator<B> for GossipValidator<B> {
	fn new_peer(&self, context: &mut dyn ValidatorContext<B>, who: &PeerId, _role: ObservedRole) {
		let mut state = self.state.lock();
		state.peers.connected(*who, (self.clock)());
		let status = Message::Status(state.view.status());
		drop(state);
		context.send_message(who, status.to_wire());
		context.send_topic(who, self.topic, false);
	}

	fn peer_disconnected(&self, _context: &mut dyn ValidatorContext<B>, who: &PeerId) {
		self.state.lock().peers.disconnected(who);
	}

	fn validate(
		&self,
		context: &mut dyn ValidatorContext<B>,
		sender: &PeerId,
		data: &[u8],
	) -> ValidationResult<B::Hash> {
		let decoded = if data.len() as u64 > MAX_WIRE_MESSAGE_BYTES {
			Err(Refusal::Oversized)
		} else {
			Message::from_wire(data).map_err(|_| Refusal::Malformed)
		};
		if let (Some(metrics), Ok(message)) = (&self.metrics, &decoded) {
			metrics.received.with_label_values(&[message.kind()]).inc();
		}
		match decoded.and_then(|message| self.judge(context, sender, message)) {
			Ok(Some(Relevance::Keep)) => {
				self.pass_on(context, sender, data);
				ValidationResult::ProcessAndKeep(self.topic)
			},
			Ok(Some(Relevance::Once)) => ValidationResult::ProcessAndDiscard(self.topic),
			Ok(None) => ValidationResult::Discard,
			Err(refusal) => {
				self.refuse(*sender, refusal);
				ValidationResult::Discard
			},
		}
	}

	fn message_expired<'a>(&'a self) -> Box<dyn FnMut(B::Hash, &[u8]) -> bool + 'a> {
		let state = self.state.lock();
		Box::new(move |_topic, data| match Message::from_wire(data) {
			Ok(Message::Vote(vote)) => state.view.is_vote_expired(&vote),
			Ok(Message::Polka(polka)) => state.view.is_polka_expired(&polka),
			Ok(Message::Certificate(certificate)) => {
				state.view.is_certificate_expired(&certificate)
			},
			Ok(Message::Status(_)) | Err(_) => true,
		})
	}

	fn message_allowed<'a>(
		&'a self,
	) -> Box<dyn FnMut(&PeerId, MessageIntent, &B::Hash, &[u8]) -> bool + 'a> {
		let state = self.state.lock();
		Box::new(move |who, intent, _topic, data| {
			if state.sender.as_ref() == Some(who) {
				return false;
			}
			let message = Message::from_wire(data);
			if intent == MessageIntent::PeriodicRebroadcast {
				// A connection loses nothing; what a peer did not take is repeated by who said it. But
				// who passes a polka on does not learn whether the peer was in its round already.
				let Ok(Message::Polka(Polka { proposal, .. })) = &message else { return false };
				if proposal.round < state.view.round {
					return false;
				}
			}
			match message {
				Ok(Message::Vote(vote)) => state.peers.wants_vote(who, vote.set_id, vote.height),
				Ok(Message::Polka(Polka { proposal, .. })) => {
					let SignedMessage { set_id, height, .. } = proposal;
					state.peers.wants_polka(who, Status { set_id, height })
				},
				Ok(Message::Certificate(certificate)) => {
					state.peers.wants_certificate(who, &certificate)
				},
				Ok(Message::Status(_)) | Err(_) => false,
			}
		})
	}
}

#[cfg(test)]
mod tests;
