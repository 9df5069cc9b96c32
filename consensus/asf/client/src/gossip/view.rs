// SPDX-License-Identifier: GPL-3.0-or-later
//! Which messages can be of use to this node: the checks before any signature is looked at.

use super::Status;
use asf_core::bounds::{MAX_HEIGHTS_AHEAD, MAX_ROUND, MAX_ROUNDS_AHEAD, MAX_ROUNDS_BEHIND};
use asf_primitives::{Authority, Ballot, Certificate, Height, Polka, Round, SetId, SignedMessage};

/// Where this node's machine stands, and whom it listens to.
#[derive(Clone, Debug)]
pub(crate) struct View {
	/// The set that decides next.
	pub(crate) authority: Authority,
	/// The set announced after it.
	pub(crate) next: Option<Authority>,
	/// The height to decide next.
	pub(crate) height: Height,
	/// The round in progress.
	pub(crate) round: Round,
	/// The newest certificate.
	pub(crate) last: Option<Certificate>,
}

/// Why something does not count. The names are the labels of the metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
	/// Longer than anything that can be said.
	Oversized,
	/// Does not decode to its last byte.
	Malformed,
	/// About something that was decided just now: its sender may not know yet.
	Late,
	/// About something that was decided before the last decision.
	Stale,
	/// About a set or height that is too far ahead.
	Future,
	/// A round that cannot be.
	RoundTooHigh,
	/// Badly signed, of another chain, or from outside the panel.
	Invalid,
	/// From a seat that said too much.
	OverBudget,
	/// There was no room.
	QueueFull,
	/// No honest seat says it.
	Misbehaviour,
}

impl Refusal {
	/// The label in metrics.
	pub(crate) fn label(self) -> &'static str {
		match self {
			Self::Oversized => "oversized",
			Self::Malformed => "malformed",
			Self::Late => "late",
			Self::Stale => "stale",
			Self::Future => "future",
			Self::RoundTooHigh => "round_too_high",
			Self::Invalid => "invalid",
			Self::OverBudget => "over_budget",
			Self::QueueFull => "queue_full",
			Self::Misbehaviour => "misbehaviour",
		}
	}
}

/// What to do with something that verifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relevance {
	/// Pass it on, and keep it for peers that connect later.
	Keep,
	/// It may count here, but is not passed on.
	Once,
}

impl View {
	/// Where this node stands.
	pub(crate) fn status(&self) -> Status {
		Status { set_id: self.authority.set_id, height: self.height }
	}

	/// Whom to check messages of a set against.
	pub(super) fn authority(&self, set_id: SetId) -> Option<&Authority> {
		if set_id == self.authority.set_id {
			return Some(&self.authority);
		}
		self.next.as_ref().filter(|next| next.set_id == set_id)
	}

	/// Whether a vote can be of use.
	pub(super) fn judge_vote(&self, vote: &SignedMessage) -> Result<Relevance, Refusal> {
		if vote.round.get() > MAX_ROUND {
			return Err(Refusal::RoundTooHigh);
		}
		if vote.set_id < self.authority.set_id {
			return Err(self.too_late(vote.set_id, vote.height));
		}
		if self.authority(vote.set_id).is_none() {
			return Err(Refusal::Future);
		}
		// The first heights of a set to come; its rounds start from zero.
		let (height, round) = if vote.set_id == self.authority.set_id {
			(self.height, self.round)
		} else {
			(Height::FIRST, Round::ZERO)
		};
		if vote.height < height {
			let is_late = self.is_late_precommit(vote);
			let refusal = self.too_late(vote.set_id, vote.height);
			return if is_late { Ok(Relevance::Once) } else { Err(refusal) };
		}
		if vote.height.get() > height.get().saturating_add(MAX_HEIGHTS_AHEAD) {
			return Err(Refusal::Future);
		}
		if matches!(vote.ballot, Ballot::Proposal { .. }) && !self.is_proposer(vote) {
			return Err(Refusal::Misbehaviour);
		}
		let is_present = vote.height == height;
		let is_kept = self.is_round_near(vote, if is_present { round } else { Round::ZERO })
			&& (is_present || vote.height == height.next());
		Ok(if is_kept { Relevance::Keep } else { Relevance::Once })
	}

	/// Whether a proposal with the prevotes that it points to can be of use: in the height in progress,
	/// near the present round. Elsewhere whoever sends it will repeat it.
	pub(super) fn judge_polka(&self, polka: &Polka) -> Result<Relevance, Refusal> {
		let proposal = &polka.proposal;
		let is_present = (proposal.set_id, proposal.height) == (self.authority.set_id, self.height);
		match self.judge_vote(proposal)? {
			Relevance::Keep if is_present => Ok(Relevance::Keep),
			_ => Err(Refusal::Future),
		}
	}

	fn is_round_near(&self, vote: &SignedMessage, round: Round) -> bool {
		let lowest = round.get().saturating_sub(MAX_ROUNDS_BEHIND);
		let highest = round.get().saturating_add(MAX_ROUNDS_AHEAD);
		(lowest..=highest).contains(&vote.round.get())
	}

	/// Whether it is the seat's turn: `panel[(height + round) mod n]`. Peers must not be made to
	/// pass on what the machine would blame them for.
	fn is_proposer(&self, vote: &SignedMessage) -> bool {
		self.authority(vote.set_id).is_some_and(|authority| {
			let seats = authority.panel.seat_count() as u64;
			let turn = (vote.height.get() % seats + u64::from(vote.round.get()) % seats) % seats;
			turn == vote.seat.index() as u64
		})
	}

	/// Whether it shows that a slow seat took part in the last decision.
	fn is_late_precommit(&self, vote: &SignedMessage) -> bool {
		self.last.as_ref().is_some_and(|last| {
			let decided = (last.set_id, last.height, last.round);
			(vote.set_id, vote.height, vote.round) == decided
				&& vote.ballot == Ballot::Precommit(Some(last.target))
				&& last.precommits.iter().all(|kept| kept.seat != vote.seat)
		})
	}

	/// Whether a certificate can be of use.
	pub(super) fn judge_certificate(
		&self,
		certificate: &Certificate,
	) -> Result<Relevance, Refusal> {
		if certificate.set_id > self.authority.set_id {
			// Without the one that ends this set, it leads nowhere.
			return Err(Refusal::Future);
		}
		let place = (certificate.set_id, certificate.height);
		if place >= (self.authority.set_id, self.height) {
			return Ok(Relevance::Keep);
		}
		// One that contradicts the last decision must not go unseen.
		let contradicts = self.last.as_ref().is_some_and(|last| {
			(last.set_id, last.height) == place && last.target != certificate.target
		});
		match contradicts && certificate.set_id == self.authority.set_id {
			true => Ok(Relevance::Once),
			false => Err(self.too_late(certificate.set_id, certificate.height)),
		}
	}

	/// How late something decided is: the last decision reaches everyone within a moment, in which
	/// an honest peer still speaks about it.
	fn too_late(&self, set_id: SetId, height: Height) -> Refusal {
		let is_last_of_set = set_id == self.authority.set_id && height.next() == self.height;
		let is_last_set = self.height == Height::FIRST && set_id.next() == self.authority.set_id;
		if is_last_of_set || is_last_set {
			Refusal::Late
		} else {
			Refusal::Stale
		}
	}

	/// Whether a kept vote is of no more use to anyone who keeps up.
	pub(super) fn is_vote_expired(&self, vote: &SignedMessage) -> bool {
		!matches!(self.judge_vote(vote), Ok(Relevance::Keep))
	}

	/// Whether a kept polka is of no more use to anyone who keeps up.
	pub(super) fn is_polka_expired(&self, polka: &Polka) -> bool {
		self.judge_polka(polka).is_err()
	}

	/// Whether a kept certificate is of no more use to anyone who keeps up.
	pub(super) fn is_certificate_expired(&self, certificate: &Certificate) -> bool {
		!matches!(self.judge_certificate(certificate), Ok(Relevance::Keep))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{certificate, target_of, view, vote};
	use asf_primitives::Seat;

	fn here() -> View {
		let mut view = view(SetId::new(3), Height::new(7));
		view.round = Round::new(6);
		view.last = Some(certificate(SetId::new(3), Height::new(6), 40));
		view
	}

	fn judge(set: u64, height: u64, round: u32) -> Result<Relevance, Refusal> {
		let ballot = Ballot::Prevote(None);
		let vote = vote(SetId::new(set), Height::new(height), Round::new(round), ballot, 0);
		here().judge_vote(&vote)
	}

	#[test]
	fn votes_near_the_present_are_kept() {
		assert_eq!(judge(3, 7, 6), Ok(Relevance::Keep));
		assert_eq!(judge(3, 7, 2), Ok(Relevance::Keep));
		assert_eq!(judge(3, 7, 1), Ok(Relevance::Once));
		assert_eq!(judge(3, 7, 10), Ok(Relevance::Keep));
		assert_eq!(judge(3, 7, 11), Ok(Relevance::Once));
		assert_eq!(judge(3, 8, 0), Ok(Relevance::Keep));
		assert_eq!(judge(3, 8, 6), Ok(Relevance::Once));
		assert_eq!(judge(3, 11, 0), Ok(Relevance::Once));
		assert_eq!(judge(3, 12, 0), Err(Refusal::Future));
		assert_eq!(judge(3, 7, MAX_ROUND + 1), Err(Refusal::RoundTooHigh));
	}

	#[test]
	fn votes_of_other_sets_and_decided_heights_are_not() {
		assert_eq!(judge(3, 6, 0), Err(Refusal::Late));
		assert_eq!(judge(3, 5, 0), Err(Refusal::Stale));
		assert_eq!(judge(2, 7, 0), Err(Refusal::Stale));
		assert_eq!(judge(4, 1, 0), Err(Refusal::Future));
		let mut view = here();
		view.next = Some(Authority { set_id: SetId::new(4), ..view.authority.clone() });
		let of_next = |height| {
			let ballot = Ballot::Prevote(None);
			let vote = vote(SetId::new(4), Height::new(height), Round::ZERO, ballot, 0);
			view.judge_vote(&vote)
		};
		assert_eq!(of_next(1), Ok(Relevance::Keep));
		assert_eq!(of_next(9), Err(Refusal::Future));
	}

	#[test]
	fn a_late_precommit_counts_once() {
		let view = here();
		let last = view.last.clone().expect("it has one");
		let late = |seat: u8, ballot| {
			view.judge_vote(&vote(last.set_id, last.height, last.round, ballot, seat))
		};
		let decided = Ballot::Precommit(Some(last.target));
		let absent = u8::try_from(last.precommits.len()).unwrap_or(0);
		assert!(last.precommits.iter().all(|kept| kept.seat != Seat::new(absent)));
		assert_eq!(late(absent, decided), Ok(Relevance::Once));
		assert_eq!(late(0, decided), Err(Refusal::Late));
		assert_eq!(late(absent, Ballot::Precommit(None)), Err(Refusal::Late));
	}

	#[test]
	fn certificates_that_lead_on_or_contradict() {
		let view = here();
		let judge = |set, height, number| {
			view.judge_certificate(&certificate(SetId::new(set), Height::new(height), number))
		};
		assert_eq!(judge(3, 7, 41), Ok(Relevance::Keep));
		assert_eq!(judge(3, 90, 400), Ok(Relevance::Keep));
		assert_eq!(judge(3, 6, 40), Err(Refusal::Late));
		assert_eq!(judge(3, 6, 39), Ok(Relevance::Once));
		assert_ne!(target_of(39), target_of(40));
		assert_eq!(judge(3, 5, 39), Err(Refusal::Stale));
		assert_eq!(judge(2, 5, 30), Err(Refusal::Stale));
		assert_eq!(judge(4, 1, 50), Err(Refusal::Future));
	}

	#[test]
	fn the_set_before_is_late_only_at_the_beginning_of_the_next() {
		let begun = view(SetId::new(3), Height::FIRST);
		assert_eq!(begun.too_late(SetId::new(2), Height::new(40)), Refusal::Late);
		assert_eq!(begun.too_late(SetId::new(1), Height::new(40)), Refusal::Stale);
		assert_eq!(here().too_late(SetId::new(2), Height::new(40)), Refusal::Stale);
	}
}
