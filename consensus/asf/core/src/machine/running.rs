// SPDX-License-Identifier: Apache-2.0
//! One height in progress: Malachite's driver and what ASF keeps beside it.

use crate::bounds::{MAX_PROPOSALS_PER_ROUND, MAX_ROUNDS_BEHIND};
use crate::context::{
	from_bft_round, to_bft_round, Address, AsfContext, BftHeight, Proposal, ValidatorSet, Value,
	Vote,
};
use asf_primitives::{
	Ballot, Height, Panel, Round, Seat, SetId, SignedMessage, Step, Target, VerifiedMessage,
};
use malachite_driver::{Driver, Input as DriverInput, Output as DriverOutput, ThresholdParams};
use malachite_types::{
	Context, NilOrVal, PolkaCertificate, PolkaSignature, Round as BftRound,
	SignedMessage as BftSigned, Threshold, ThresholdParam, Timeout as BftTimeout, Validity,
	VoteType,
};
use std::collections::{BTreeMap, BTreeSet};

/// A proposal and what the driver was told about it.
pub(crate) struct StoredProposal {
	pub(crate) message: VerifiedMessage,
	pub(crate) fed: Option<Validity>,
}

/// How storing a proposal went.
pub(crate) enum Stored {
	New,
	Known,
	Conflicts { with: VerifiedMessage, kept: bool },
}

/// A height in progress.
pub(crate) struct Running {
	pub(crate) set_id: SetId,
	pub(crate) height: Height,
	set: ValidatorSet,
	address: Address,
	thresholds: ThresholdParams,
	/// Votes that make a polka or a decision.
	pub(crate) quorum: usize,
	driver: Driver<AsfContext>,
	/// The newest thing this seat signed; it signs nothing that is not later.
	pub(crate) last_signed: Option<(Round, Step)>,
	/// What this seat said in its last two rounds.
	pub(crate) said: Vec<SignedMessage>,
	/// Proposals by round.
	pub(crate) proposals: BTreeMap<Round, Vec<StoredProposal>>,
	/// The round that waits for this seat to have something to propose.
	pub(crate) wants_value: Option<Round>,
	/// The prevotes that made the driver's valid value valid.
	pub(crate) valid_polka: Option<(Round, Target, Vec<SignedMessage>)>,
	/// Prevotes of polkas that kept proposals point to. The driver does not count them if their seat
	/// had said something else in that step before, and forgets them after a few rounds.
	polkas: BTreeMap<(Round, Target), Vec<SignedMessage>>,
	/// The highest round each seat spoke in.
	pub(crate) seat_rounds: BTreeMap<Seat, Round>,
}

impl Running {
	pub(crate) fn new(
		set_id: SetId,
		height: Height,
		panel: &Panel,
		seat: Option<Seat>,
		quorum_shortfall: u64,
	) -> Self {
		let set = ValidatorSet::of(panel);
		let seats = panel.seat_count() as u64;
		// `is_met` asks weight·denominator > total·numerator; with all weights 1 and total n the
		// fractions below say exactly "at least quorum" and "at least f+1".
		let at_least = |count: u64| ThresholdParam::new(count.saturating_sub(1), seats);
		let thresholds = ThresholdParams {
			quorum: at_least(panel.quorum() as u64 - quorum_shortfall),
			honest: at_least(panel.honest_minority() as u64),
		};
		let address = seat.map_or(Address::NO_SEAT, Address);
		let driver =
			Driver::new(AsfContext, BftHeight(height.get()), set.clone(), address, thresholds);
		Self {
			set_id,
			height,
			set,
			address,
			thresholds,
			quorum: panel.quorum(),
			driver,
			last_signed: None,
			said: Vec::new(),
			proposals: BTreeMap::new(),
			wants_value: None,
			valid_polka: None,
			polkas: BTreeMap::new(),
			seat_rounds: BTreeMap::new(),
		}
	}

	/// The present round.
	pub(crate) fn round(&self) -> Round {
		from_bft_round(self.driver.round()).unwrap_or(Round::ZERO)
	}

	/// The present step; `None` between rounds and after the decision.
	pub(crate) fn step(&self) -> Option<Step> {
		if self.driver.step_is_propose() {
			Some(Step::Propose)
		} else if self.driver.step_is_prevote() {
			Some(Step::Prevote)
		} else if self.driver.step_is_precommit() {
			Some(Step::Precommit)
		} else {
			None
		}
	}

	/// The seat whose turn it is to propose.
	pub(crate) fn proposer(&self, round: Round) -> Seat {
		use malachite_types::Validator;
		let height = BftHeight(self.height.get());
		AsfContext.select_proposer(&self.set, height, to_bft_round(round)).address().0
	}

	/// The target this seat is locked on, and since which round.
	pub(crate) fn locked(&self) -> Option<(Target, Round)> {
		let locked = self.driver.round_state().locked.as_ref()?;
		Some((locked.value.0, from_bft_round(locked.round)?))
	}

	/// Hands an input to the driver. Its errors mean a message of another height, a voter without a
	/// seat or a round without a proposer, all of which the machine excludes beforehand.
	pub(crate) fn feed(&mut self, input: DriverInput<AsfContext>) -> Vec<DriverOutput<AsfContext>> {
		let outputs = self.driver.process(input);
		debug_assert!(outputs.is_ok(), "{outputs:?}");
		outputs.unwrap_or_default()
	}

	/// Begins a round.
	pub(crate) fn enter(&mut self, round: Round) -> Vec<DriverOutput<AsfContext>> {
		self.wants_value = None;
		let proposer = Address(self.proposer(round));
		let height = BftHeight(self.height.get());
		self.feed(DriverInput::NewRound(height, to_bft_round(round), proposer))
	}

	/// Leaves the present round for a later one, as Tendermint's line 55 does.
	pub(crate) fn skip_to(&mut self, round: Round) -> Vec<DriverOutput<AsfContext>> {
		let present = to_bft_round(self.round());
		// Ends the round; its only output, the next round, gives way to `round`.
		self.feed(DriverInput::TimeoutElapsed(BftTimeout::precommit(present)));
		self.enter(round)
	}

	/// Forgets rounds too far back to matter, but not the polkas that kept proposals point to: they
	/// come once. The polka of the valid value is kept apart.
	pub(crate) fn prune(&mut self) {
		let oldest = Round::new(self.round().get().saturating_sub(MAX_ROUNDS_BEHIND));
		self.driver.prune_votes_and_certificates(to_bft_round(oldest));
		self.proposals = self.proposals.split_off(&oldest);
		let mut polkas = core::mem::take(&mut self.polkas);
		polkas.retain(|_, votes| votes.first().is_some_and(|vote| self.supports_proposal(vote)));
		let forgotten = polkas
			.iter()
			.filter(|((round, _), votes)| *round < oldest && votes.len() >= self.quorum);
		let inputs: Vec<_> = forgotten
			.map(|((round, target), votes)| self.polka_input(*round, *target, votes))
			.collect();
		self.polkas = polkas;
		for input in inputs {
			// A proposal of the present round met it when the round began; later ones will.
			self.feed(input);
		}
		// Whoever signed two of them was accused when they came.
		self.take_vote_conflicts();
	}

	/// Files a proposal under its round.
	pub(crate) fn store_proposal(&mut self, message: VerifiedMessage) -> Stored {
		let of_round = self.proposals.entry(message.message().round).or_default();
		let ballot = message.message().ballot;
		if of_round.iter().any(|stored| stored.message.message().ballot == ballot) {
			return Stored::Known;
		}
		let first = of_round.first().map(|stored| stored.message);
		let kept = of_round.len() < MAX_PROPOSALS_PER_ROUND;
		if kept {
			of_round.push(StoredProposal { message, fed: None });
		}
		match first {
			Some(with) => Stored::Conflicts { with, kept },
			None => Stored::New,
		}
	}

	/// The driver's form of a stored proposal.
	pub(crate) fn proposal_input(
		&self,
		message: &VerifiedMessage,
		validity: Validity,
	) -> Option<DriverInput<AsfContext>> {
		let signed = message.message();
		let Ballot::Proposal { target, valid_round } = signed.ballot else { return None };
		let proposal = Proposal {
			height: BftHeight(signed.height.get()),
			round: to_bft_round(signed.round),
			value: Value(target),
			pol_round: valid_round.map_or(BftRound::Nil, to_bft_round),
			address: Address(signed.seat),
		};
		Some(DriverInput::Proposal(BftSigned::new(proposal, signed.signature), validity))
	}

	/// The driver's form of a vote.
	pub(crate) fn vote_input(&self, signed: &SignedMessage) -> Option<DriverInput<AsfContext>> {
		let (vote_type, target) = match signed.ballot {
			Ballot::Prevote(target) => (VoteType::Prevote, target),
			Ballot::Precommit(target) => (VoteType::Precommit, target),
			Ballot::Proposal { .. } => return None,
		};
		let vote = Vote {
			height: BftHeight(signed.height.get()),
			round: to_bft_round(signed.round),
			value: target.map_or(NilOrVal::Nil, NilOrVal::Val),
			vote_type,
			address: Address(signed.seat),
		};
		Some(DriverInput::Vote(BftSigned::new(vote, signed.signature)))
	}

	/// Counts a stored prevote of `round`; anything else in its place is left out.
	pub(crate) fn feed_prevote(&mut self, signed: &SignedMessage, round: Round) {
		let fits = signed.round == round && signed.ballot.step() == Step::Prevote;
		if let Some(input) = fits.then(|| self.vote_input(signed)).flatten() {
			self.feed(input);
		}
	}

	fn signed_message(&self, vote: &BftSigned<AsfContext, Vote>) -> SignedMessage {
		let target = match vote.message.value {
			NilOrVal::Nil => None,
			NilOrVal::Val(target) => Some(target),
		};
		SignedMessage {
			set_id: self.set_id,
			height: self.height,
			round: from_bft_round(vote.message.round).unwrap_or(Round::ZERO),
			ballot: match vote.message.vote_type {
				VoteType::Prevote => Ballot::Prevote(target),
				VoteType::Precommit => Ballot::Precommit(target),
			},
			seat: vote.message.address.0,
			signature: vote.signature,
		}
	}

	/// The counted votes of a round that say `ballot`, by seat.
	pub(crate) fn votes_for(&self, round: Round, ballot: &Ballot) -> Vec<SignedMessage> {
		let Some(votes) = self.driver.votes().per_round(to_bft_round(round)) else {
			return Vec::new();
		};
		let mut votes: Vec<_> = votes
			.received_votes()
			.iter()
			.map(|vote| self.signed_message(vote))
			.filter(|vote| vote.ballot == *ballot)
			.collect();
		votes.sort_by_key(|vote| vote.seat);
		votes
	}

	/// How many seats prevoted `target` in `round`.
	pub(crate) fn prevote_count(&self, round: Round, target: Target) -> usize {
		let votes = self.driver.votes().per_round(to_bft_round(round));
		let weight = votes
			.map_or(0, |votes| votes.votes().get_weight(VoteType::Prevote, &NilOrVal::Val(target)));
		usize::try_from(weight).unwrap_or(usize::MAX)
	}

	/// The targets that were prevoted, by round.
	pub(crate) fn prevoted(&self) -> BTreeSet<(Round, Target)> {
		let rounds = self.driver.votes().all_rounds().values();
		rounds
			.flat_map(|round| round.received_votes())
			.filter(|vote| vote.message.vote_type == VoteType::Prevote)
			.filter_map(|vote| match vote.message.value {
				NilOrVal::Nil => None,
				NilOrVal::Val(target) => Some((from_bft_round(vote.message.round)?, target)),
			})
			.collect()
	}

	/// The targets that at least so many seats prevoted in one round.
	pub(crate) fn prevoted_by(&self, seats: usize) -> BTreeSet<Target> {
		let mut prevoted = self.prevoted();
		prevoted.extend(self.polkas.keys());
		prevoted.retain(|(round, target)| self.prevotes_for(*round, *target).len() >= seats);
		prevoted.into_iter().map(|(_, target)| target).collect()
	}

	/// Whether a quorum precommitted `target` in `round`.
	pub(crate) fn has_decided(&self, round: Round, target: Target) -> bool {
		self.driver.votes().is_threshold_met(
			&to_bft_round(round),
			VoteType::Precommit,
			Threshold::Value(target),
		)
	}

	/// Pairs of conflicting votes seen since the last call.
	pub(crate) fn take_vote_conflicts(&mut self) -> Vec<(SignedMessage, SignedMessage)> {
		let evidence = self.driver.take_vote_evidence();
		evidence
			.into_iter()
			.flat_map(|(_, pairs)| pairs)
			.map(|(first, second)| (self.signed_message(&first), self.signed_message(&second)))
			.collect()
	}

	/// Remembers the polka of the driver's valid value while its votes are still there.
	pub(crate) fn keep_valid_polka(&mut self) {
		let Some(valid) = self.driver.valid_value() else { return };
		let Some(round) = from_bft_round(valid.round) else { return };
		let target = valid.value.0;
		if self.valid_polka.as_ref().is_some_and(|(kept, ..)| *kept >= round) {
			return;
		}
		let votes = self.prevotes_for(round, target);
		self.valid_polka = Some((round, target, votes));
	}

	/// Every prevote for `target` in `round`, by seat, whether the driver counts it or not.
	pub(crate) fn prevotes_for(&self, round: Round, target: Target) -> Vec<SignedMessage> {
		let mut votes = self.votes_for(round, &Ballot::Prevote(Some(target)));
		votes.extend(self.polkas.get(&(round, target)).into_iter().flatten());
		votes.sort_by_key(|vote| vote.seat);
		votes.dedup_by_key(|vote| vote.seat);
		votes
	}

	/// A polka that a kept proposal points to, if `vote` is part of it and it needs prevotes that
	/// the driver does not count. A seat that says two things must not make a polka unprovable to
	/// those who heard the other thing first: they would never accept what others are locked on.
	pub(crate) fn complete_polka(
		&mut self,
		vote: &SignedMessage,
	) -> Option<DriverInput<AsfContext>> {
		let target = vote.ballot.target().filter(|_| self.supports_proposal(vote))?;
		let polka = self.polkas.entry((vote.round, target)).or_default();
		if let Err(place) = polka.binary_search_by_key(&vote.seat, |kept| kept.seat) {
			polka.insert(place, *vote);
		}
		if self.votes_for(vote.round, &vote.ballot).len() >= self.quorum {
			return None;
		}
		let votes = self.prevotes_for(vote.round, target);
		(votes.len() >= self.quorum).then(|| self.polka_input(vote.round, target, &votes))
	}

	/// The driver's form of a polka.
	fn polka_input(
		&self,
		round: Round,
		target: Target,
		votes: &[SignedMessage],
	) -> DriverInput<AsfContext> {
		DriverInput::PolkaCertificate(PolkaCertificate {
			height: BftHeight(self.height.get()),
			round: to_bft_round(round),
			value_id: target,
			polka_signatures: votes
				.iter()
				.map(|vote| PolkaSignature::new(Address(vote.seat), vote.signature))
				.collect(),
		})
	}

	/// Whether a prevote, however old, is part of the polka that a kept proposal points to (L28).
	pub(crate) fn supports_proposal(&self, vote: &SignedMessage) -> bool {
		self.proposals.values().flatten().any(|stored| match stored.message.message().ballot {
			Ballot::Proposal { target, valid_round: Some(round) } => {
				(vote.round, vote.ballot) == (round, Ballot::Prevote(Some(target)))
			},
			_ => false,
		})
	}

	/// Counts the polka of the valid value again, in case its round was pruned. What it means for
	/// the present round shows when the proposal that points to it comes in.
	pub(crate) fn restore_valid_polka(&mut self) {
		let Some((round, target, votes)) = self.valid_polka.clone() else { return };
		let input = self.polka_input(round, target, &votes);
		self.feed(input);
		// Whoever signed two of them was accused when the other one came.
		self.take_vote_conflicts();
	}

	/// The highest round that f+1 seats have reached, so at least one honest seat has.
	pub(crate) fn honest_round(&self, honest_minority: usize) -> Option<Round> {
		let mut rounds: Vec<Round> = self.seat_rounds.values().copied().collect();
		rounds.sort_unstable_by(|a, b| b.cmp(a));
		rounds.get(honest_minority - 1).copied()
	}

	/// Puts a driver without lock in the place of the present one, in the same round, with the same
	/// votes. For machines that break the locking rules.
	pub(crate) fn forget_lock(&mut self) {
		let present = self.round();
		let votes: Vec<SignedMessage> = (self.driver.votes().all_rounds().values())
			.flat_map(|round| round.received_votes())
			.map(|vote| self.signed_message(vote))
			.collect();
		let height = BftHeight(self.height.get());
		self.driver =
			Driver::new(AsfContext, height, self.set.clone(), self.address, self.thresholds);
		self.enter(present);
		for vote in votes {
			if let Some(input) = self.vote_input(&vote) {
				self.feed(input);
			}
		}
		for stored in self.proposals.values_mut().flatten() {
			stored.fed = None;
		}
	}

	/// Votes that the driver keeps, and proposals.
	pub(crate) fn size(&self) -> (usize, usize) {
		let rounds = self.driver.votes().all_rounds();
		let counted: usize = rounds.values().map(|round| round.received_votes().len()).sum();
		let votes = counted + self.polkas.values().map(Vec::len).sum::<usize>();
		let proposals = self.proposals.values().map(Vec::len).sum();
		(votes, proposals)
	}
}
