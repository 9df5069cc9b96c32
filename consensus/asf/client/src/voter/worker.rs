// SPDX-License-Identifier: GPL-3.0-or-later
//! The voter's loop: one event at a time goes into the machine, and what comes out is done before
//! the next.

use super::{
	approval::{ApprovalPoll, BlockApprovals},
	evidence::Reporter,
	start::Started,
	target::{Answer, TargetPoll},
};
use crate::{
	error::Error,
	finalize::Finalizer,
	gossip::{GossipEvent, GossipValidator, Incoming, Receivers, View},
	host::ChainHost,
	vote_log::VoteLog,
	AsfBlock, ClientForAsf, SharedFinality, LOG_TARGET,
};
use asf_core::{Host, Input, Machine, Output, RoundState, Timeout, TimeoutKind};
use asf_primitives::{Certificate, Height, Round, SetId, SignedMessage, Target};
use futures::{future::BoxFuture, prelude::*, select, stream::FuturesUnordered};
use futures_timer::Delay;
use sc_client_api::backend::Backend;
use sc_network::{NetworkSyncForkRequest, PeerId, ReputationChange};
use sc_network_gossip::GossipEngine;
use sc_telemetry::TelemetryHandle;
use sp_consensus::{SelectChain, SyncOracle};
use sp_core::H256;
use std::{collections::VecDeque, convert::Infallible, sync::Arc, time::Duration};

/// Interval at which neighbours are told where this node stands, moved or not.
const STATUS_INTERVAL: Duration = Duration::from_secs(5);
/// Pause before asking for a target again while the node catches up with the chain.
const SYNC_POLL_INTERVAL: Duration = Duration::from_secs(1);
/// Sent messages that are remembered, to tell a repetition.
pub(super) const MAX_SENT_REMEMBERED: usize = 256;

/// What a voter is made of.
pub(super) struct Parts<B: AsfBlock, BE, C, SC, S> {
	pub(super) client: Arc<C>,
	pub(super) finalizer: Arc<Finalizer<B, BE, C>>,
	pub(super) host: ChainHost<B, C>,
	pub(super) log: VoteLog<C>,
	pub(super) gossip: GossipEngine<B>,
	pub(super) validator: Arc<GossipValidator<B>>,
	pub(super) receivers: Receivers,
	pub(super) sync: S,
	pub(super) select_chain: SC,
	pub(super) approvals: Option<Arc<dyn BlockApprovals>>,
	pub(super) reporter: Reporter<B, C>,
	pub(super) telemetry: Option<TelemetryHandle>,
}

/// The voter.
pub(super) struct Voter<B: AsfBlock, BE, C, SC, S> {
	pub(super) client: Arc<C>,
	pub(super) finalizer: Arc<Finalizer<B, BE, C>>,
	pub(super) host: ChainHost<B, C>,
	pub(super) machine: Machine,
	pub(super) log: VoteLog<C>,
	pub(super) gossip: GossipEngine<B>,
	pub(super) validator: Arc<GossipValidator<B>>,
	receivers: Receivers,
	pub(super) sync: S,
	pub(super) targets: TargetPoll<SC>,
	pub(super) approvals: ApprovalPoll,
	pub(super) reporter: Reporter<B, C>,
	pub(super) telemetry: Option<TelemetryHandle>,
	/// A height schedules a handful for each of its rounds; those of former rounds run out.
	pub(super) timers: FuturesUnordered<BoxFuture<'static, Timeout>>,
	/// The newest messages sent, oldest first.
	pub(super) sent: VecDeque<SignedMessage>,
	/// The set and height up to which the node must not vote.
	pub(super) muted_until: Option<(SetId, Height)>,
	/// What the machine wants done first.
	first: Vec<Output>,
	/// Certificates from the vote log whose blocks are missing.
	ahead: Vec<Certificate>,
	/// What others were last told.
	told: Option<(RoundState, usize)>,
	/// Another panel has taken over since the last look at what peers said about it.
	pub(super) panel_changed: bool,
}

/// What happens to a voter.
enum Event {
	Imported(H256),
	Finalized(H256),
	Incoming(GossipEvent),
	Report(PeerId, ReputationChange),
	Timeout(Timeout),
	Target(Answer),
	Approved(Target),
	AskTarget,
	TellStatus,
	Ended(&'static str),
}

impl<B, BE, C, SC, S> Voter<B, BE, C, SC, S>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B> + 'static,
	S: NetworkSyncForkRequest<H256, u32> + SyncOracle,
{
	pub(super) fn new(
		parts: Parts<B, BE, C, SC, S>,
		started: Started,
		ahead: Vec<Certificate>,
	) -> Self {
		Self {
			client: parts.client,
			finalizer: parts.finalizer,
			host: parts.host,
			machine: started.machine,
			log: parts.log,
			gossip: parts.gossip,
			validator: parts.validator,
			receivers: parts.receivers,
			sync: parts.sync,
			targets: TargetPoll::new(parts.select_chain),
			approvals: ApprovalPoll::new(parts.approvals),
			reporter: parts.reporter,
			telemetry: parts.telemetry,
			timers: FuturesUnordered::new(),
			sent: VecDeque::new(),
			muted_until: started.muted_until,
			first: started.outputs,
			ahead,
			told: None,
			panel_changed: false,
		}
	}

	/// Runs until something ends that the voter cannot do without.
	pub(super) async fn run(mut self) -> Result<Infallible, Error> {
		let mut imported = self.client.every_import_notification_stream().fuse();
		let mut finalized = self.client.finality_notification_stream().fuse();
		let mut status_pause = Delay::new(STATUS_INTERVAL).fuse();
		self.begin()?;
		loop {
			let event = select! {
				block = imported.next() =>
					block.map_or(Event::Ended("block import"), |block| Event::Imported(block.hash)),
				block = finalized.next() =>
					block.map_or(Event::Ended("the client"), |block| Event::Finalized(block.hash)),
				event = self.receivers.incoming.next() =>
					event.map_or(Event::Ended("the gossip validator"), Event::Incoming),
				report = self.receivers.reports.next() => report
					.map_or(Event::Ended("the gossip validator"), |(who, change)| {
						Event::Report(who, change)
					}),
				timeout = self.timers.select_next_some() => Event::Timeout(timeout),
				answer = &mut self.targets.asking => Event::Target(answer),
				block = self.approvals.next_approved() => Event::Approved(block),
				() = &mut self.targets.pause => Event::AskTarget,
				() = status_pause => {
					status_pause = Delay::new(STATUS_INTERVAL).fuse();
					Event::TellStatus
				},
				() = &mut self.gossip => Event::Ended("the gossip engine"),
			};
			self.on_event(event)?;
		}
	}

	fn begin(&mut self) -> Result<(), Error> {
		let state = self.machine.round_state();
		let (authority, _) = self.machine.authorities();
		log::info!(
			target: LOG_TARGET,
			"Finality starts at set {}, height {}, behind #{}, with {} seats; this node {}",
			state.set_id,
			state.height,
			state.decided.number,
			authority.panel.seat_count(),
			describe_seat(&state),
		);
		let first = core::mem::take(&mut self.first);
		self.act(first, None)?;
		for certificate in core::mem::take(&mut self.ahead) {
			self.feed_certificate(certificate)?;
		}
		self.ask_target();
		self.after()
	}

	fn on_event(&mut self, event: Event) -> Result<(), Error> {
		match event {
			Event::Imported(hash) => {
				self.feed(Input::BlockImported(hash), None)?;
				self.ask_target();
			},
			Event::Finalized(hash) => {
				self.follow_shared()?;
				self.note_recorded(hash);
			},
			Event::Incoming(GossipEvent { from, what }) => {
				let input = match what {
					Incoming::Vote(message) => Input::Message(message),
					Incoming::Certificate(certificate) => Input::Certificate(certificate),
				};
				self.feed(input, Some(from))?;
			},
			Event::Report(who, change) => {
				self.gossip.report(who, change);
				return Ok(());
			},
			Event::Timeout(timeout) => self.on_timeout(timeout)?,
			Event::Target(answer) => self.on_target(answer)?,
			Event::Approved(block) => {
				log::debug!(target: LOG_TARGET, "May vote for {block}");
				self.feed(Input::Approved(block), None)?;
			},
			Event::AskTarget => self.ask_target(),
			Event::TellStatus => self.tell_status(),
			Event::Ended(what) => return Err(Error::Ended(what)),
		}
		self.after()
	}

	/// Lets the machine take an event, and does what it says.
	pub(super) fn feed(&mut self, input: Input, from: Option<PeerId>) -> Result<(), Error> {
		let outputs = self.machine.handle(input, &self.host);
		self.act(outputs, from)
	}

	fn on_timeout(&mut self, timeout: Timeout) -> Result<(), Error> {
		let state = self.machine.round_state();
		let is_present = (timeout.set_id, timeout.height) == (state.set_id, state.height);
		if let Some(metrics) = self.shared().metrics().filter(|_| is_present) {
			let step = match timeout.kind {
				TimeoutKind::Propose => "propose",
				TimeoutKind::Prevote => "prevote",
				TimeoutKind::Precommit => "precommit",
				TimeoutKind::Rebroadcast => "rebroadcast",
			};
			metrics.timeouts.with_label_values(&[step]).inc();
		}
		self.feed(Input::TimeoutElapsed(timeout), None)
	}

	/// Asks how far to vote, unless the node is still catching up with a chain that others have
	/// decided: its votes would be about the past.
	pub(super) fn ask_target(&mut self) {
		if self.sync.is_major_syncing() {
			self.targets.pause = Delay::new(SYNC_POLL_INTERVAL).fuse();
			return;
		}
		self.targets.ask::<B>(self.machine.decided().hash);
	}

	fn on_target(&mut self, answer: Answer) -> Result<(), Error> {
		let found = match answer {
			Ok(hash) => {
				self.host.header(&hash).map(|header| Target { hash, number: header.number })
			},
			Err(error) => {
				log::debug!(target: LOG_TARGET, "No finality target: {error}");
				None
			},
		};
		// An answer about a time before the last decision says nothing any more.
		let found = found.filter(|target| target.number >= self.machine.decided().number);
		let best = self.client.info().best_number;
		if let Some(target) = self.targets.answered(found, best) {
			log::debug!(target: LOG_TARGET, "May vote up to {target}, best is #{best}");
			self.feed(Input::FinalityTarget(target), None)?;
		}
		if self.targets.is_outdated() {
			self.ask_target();
		}
		Ok(())
	}

	/// After each event: let the node vote again if it may, and tell everyone where the machine
	/// stands.
	fn after(&mut self) -> Result<(), Error> {
		self.approvals.forget_before(self.machine.decided());
		let state = self.machine.round_state();
		if self.muted_until.is_some_and(|until| (state.set_id, state.height) > until) {
			log::info!(target: LOG_TARGET, "The chain is past what this node's seat said; it votes");
			self.restart()?;
		}
		if core::mem::take(&mut self.panel_changed) {
			self.replay_kept()?;
		}
		self.tell_changes();
		Ok(())
	}

	fn tell_changes(&mut self) {
		let state = self.machine.round_state();
		let last = self.machine.last_certificate();
		let precommits = last.map_or(0, |last| last.precommits.len());
		let (authority, next) = self.machine.authorities();
		let view = View {
			authority: authority.clone(),
			next,
			height: state.height,
			round: state.round.map_or(Round::ZERO, |(round, _)| round),
			last: last.cloned(),
		};
		let seats = authority.panel.seat_count();
		let has_moved = self.validator.set_view(view);
		self.shared().observe_distances(self.client.info().best_number);
		let told = (state, precommits);
		if self.told.as_ref() == Some(&told) {
			return;
		}
		if let Some(last) = self.machine.last_certificate() {
			self.shared().note_certificate(last);
		}
		let has_decided =
			self.told.as_ref().is_some_and(|(before, _)| before.decided != told.0.decided);
		self.shared().note_round(told.0.clone(), seats);
		self.told = Some(told);
		if has_moved {
			self.tell_status();
		}
		if has_decided {
			self.ask_target();
		}
	}

	fn tell_status(&mut self) {
		let (peers, wire) = self.validator.status_for_all();
		self.gossip.send_message(peers, wire);
	}

	pub(super) fn shared(&self) -> &SharedFinality<B> {
		self.finalizer.shared()
	}
}

/// What this node does on the panel, for the operator.
pub(super) fn describe_seat(state: &RoundState) -> String {
	match state.seat {
		Some(seat) => format!("holds seat {seat}"),
		None => "holds no seat and follows".into(),
	}
}
