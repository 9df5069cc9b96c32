// SPDX-License-Identifier: Apache-2.0
//! Heights: when one starts, what ends it, and how one panel hands over to the next.

use super::running::Running;
use super::Machine;
use crate::bounds::{MAX_APPROVED_FORKS, MAX_CLOSING_CERTIFICATES};
use crate::held::Held;
use crate::host::{end_of_term, is_within, path, proposable, Host, Path};
use crate::io::Output;
use crate::rules::Rules;
use crate::scale::Level;
use crate::timeouts::{Timeout, TimeoutKind};
use asf_primitives::{Authority, Ballot, Certificate, Height, Round, Target};

/// What the machine thinks of a proposed target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
	Votable,
	NeedsBlock,
	NeedsApproval,
	Invalid,
}

impl<R: Rules> Machine<R> {
	pub(super) fn on_finality_target(
		&mut self,
		target: Target,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		// The node's newest answer may take back an older one, after a dispute say.
		self.finality_target = Some(target);
		self.approved_forks.clear();
		self.refresh_announced(host);
		self.reassess_proposals(host, out);
		self.propose_if_wanted(host, out);
	}

	pub(super) fn on_approved(&mut self, target: Target, host: &impl Host, out: &mut Vec<Output>) {
		if target.number > self.base.number && !self.is_approved(&target, host) {
			if self.approved_forks.len() == MAX_APPROVED_FORKS {
				self.approved_forks.remove(0);
			}
			self.approved_forks.push(target);
		}
		self.reassess_proposals(host, out);
	}

	pub(super) fn on_block_imported(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		// Highest first: it decides those below along with itself.
		let waiting = core::mem::take(&mut self.held_certificates);
		for certificate in waiting.into_iter().rev() {
			// The one before may have ended the term: the rest are of a set that is over.
			let is_present = certificate.set_id == self.authority.set_id;
			if is_present && certificate.height >= self.height {
				self.follow(certificate, host, out);
			}
		}
		self.raise_levels(host, out);
		let is_wanted = self.running.as_ref().is_some_and(|running| {
			let mut stored = running.proposals.values().flatten();
			stored.any(|stored| stored.fed.is_none())
		});
		if is_wanted {
			self.reassess_proposals(host, out);
		}
	}

	/// The panel change that lies between the last decided target and the finality target.
	fn refresh_announced(&mut self, host: &impl Host) {
		let next_set = self.authority.set_id.next();
		let end_of_term =
			self.finality_target.and_then(|tip| end_of_term(host, &self.base, &tip, next_set));
		if self.announced.as_ref().map(|(hash, _)| *hash) != end_of_term {
			self.announced =
				end_of_term.and_then(|hash| host.next_panel(&hash).map(|next| (hash, next)));
			self.held_for_next_set = Held::default();
		}
	}

	/// What this node would have decided next.
	pub(super) fn own_candidate(&self, host: &impl Host) -> Option<Target> {
		let tip = self.finality_target?;
		proposable(host, &self.base, &tip, self.authority.set_id.next())
	}

	fn is_approved(&self, target: &Target, host: &impl Host) -> bool {
		let tips = self.finality_target.iter().chain(&self.approved_forks);
		tips.into_iter().any(|tip| tip == target || is_within(host, target, tip))
	}

	/// Whether this node may vote for a target.
	pub(super) fn assess(&self, target: &Target, host: &impl Host) -> Verdict {
		let max_distance = Some(crate::bounds::MAX_TARGET_DISTANCE_BLOCKS);
		let next_set = self.authority.set_id.next();
		match path(host, &self.base, target, next_set, max_distance) {
			Path::Unknown => Verdict::NeedsBlock,
			Path::Forks | Path::BeyondPanelChange if !R::CHECKS_ANCESTRY => Verdict::Votable,
			Path::Forks | Path::BeyondPanelChange | Path::TooFar => Verdict::Invalid,
			Path::Extends if self.is_approved(target, host) => Verdict::Votable,
			Path::Extends => Verdict::NeedsApproval,
		}
	}

	/// Starts the height if there is something to decide: a block of this node's own choice, a
	/// proposal it could vote for, or f+1 seats, of which one is honest, that have started already.
	/// One faulty seat cannot keep the others running through empty rounds.
	pub(super) fn start_height_if_due(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		if self.running.is_some() {
			return;
		}
		let enough_seats = self.authority.panel.honest_minority();
		let is_due = self.own_candidate(host).is_some()
			|| self.held.seats_at(self.height).len() >= enough_seats
			|| self.held.at(self.height).any(|message| match message.message().ballot {
				Ballot::Proposal { target, .. } => self.assess(&target, host) == Verdict::Votable,
				_ => false,
			});
		if is_due {
			self.start_height(host, out);
		}
	}

	fn start_height(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		let running = Running::new(
			self.authority.set_id,
			self.height,
			&self.authority.panel,
			self.seat,
			R::QUORUM_SHORTFALL,
		);
		self.running = Some(running);
		self.schedule(Round::ZERO, TimeoutKind::Rebroadcast, out);
		self.with_running(|machine, running| {
			let outputs = running.enter(Round::ZERO);
			machine.obey_driver(outputs, running, host, out);
		});
		self.use_held(host, out);
	}

	/// Feeds what was held for the present height.
	pub(super) fn use_held(&mut self, host: &impl Host, out: &mut Vec<Output>) {
		let height = self.height;
		let mut held = self.held.take(|message| message.message().height == height);
		// A second prevote of a seat counts only once there is a proposal that points to it.
		held.sort_by_key(|message| message.message().ballot.step());
		for message in held {
			self.on_earlier_message(message, host, out);
		}
	}

	/// Finalizes a certificate whose target extends the last decided one.
	pub(super) fn decide(
		&mut self,
		certificate: Certificate,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let target = certificate.target;
		self.base = target;
		self.height = certificate.height.next();
		self.running = None;
		self.accused_before = core::mem::take(&mut self.accused);
		self.incoming.clear();
		self.scale.decided(&target);
		self.approved_forks.retain(|block| block.number > target.number);
		out.push(Output::Finalize(certificate.clone()));
		out.push(Output::Level(target, Level::Strong));
		let next_set = self.authority.set_id.next();
		let ends_term =
			host.header(&target.hash).is_some_and(|header| header.announces == Some(next_set));
		self.last_certificate = Some(certificate);
		if ends_term {
			self.hand_over(target, host, out);
		}
		let present = self.height;
		self.held.take(|message| message.message().height < present);
		self.held_certificates.retain(|held| held.height >= present);
	}

	/// The panel that block `last` announces takes over.
	fn hand_over(&mut self, last: Target, host: &impl Host, out: &mut Vec<Output>) {
		let Some(next) = host.next_panel(&last.hash) else { return };
		if let Some(certificate) = &self.last_certificate {
			if self.closing_certificates.len() == MAX_CLOSING_CERTIFICATES {
				self.closing_certificates.pop_front();
			}
			self.closing_certificates.push_back(certificate.clone());
		}
		let foretold = self.announced.take().is_some_and(|(hash, _)| hash == last.hash);
		let held_for_next_set = core::mem::take(&mut self.held_for_next_set);
		self.held = if foretold { held_for_next_set } else { Held::default() };
		self.held_certificates.clear();
		self.authority =
			Authority { genesis: self.authority.genesis, set_id: next.set_id, panel: next.panel };
		self.seat = self.own_seat(host);
		self.height = Height::FIRST;
		self.refresh_announced(host);
		out.push(Output::PanelChanged(next.set_id));
	}

	/// The seat whose key this node holds.
	pub(super) fn own_seat(&self, host: &impl Host) -> Option<asf_primitives::Seat> {
		self.authority.panel.iter().find_map(|(seat, key)| host.owns(key).then_some(seat))
	}

	pub(super) fn schedule(&self, round: Round, kind: TimeoutKind, out: &mut Vec<Output>) {
		let timeout = Timeout { set_id: self.authority.set_id, height: self.height, round, kind };
		out.push(Output::ScheduleTimeout(timeout));
	}
}
