// SPDX-License-Identifier: Apache-2.0
//! What cheating seats do. Each runs an honest machine to know what is going on, and bends what it
//! says. They cannot sign for anyone else, nor break a signature.

use crate::world::World;
use asf_primitives::{Ballot, BlockHash, Height, Polka, Round, Seat, SetId, SignedMessage, Target};
use rand::seq::SliceRandom;
use rand::Rng;
use std::collections::{BTreeMap, BTreeSet};

/// A way to cheat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attack {
	/// Says one thing to some and another to the others.
	Equivocate,
	/// Proposes different targets to different nodes.
	SplitProposals,
	/// Says nothing, or only to some.
	Withhold,
	/// Votes for blocks that do not exist.
	Unavailable,
	/// Proposes and votes for blocks that do not extend the last decided one.
	NonExtending,
	/// Sends again what anyone said before, of this set and of former ones.
	Replay,
	/// Pretends to be in another set, height, round or seat.
	Spoof,
	/// Sends far more than it should.
	Flood,
	/// Keeps votes back until they hurt: proposes the oldest target that its hoard makes valid.
	Hoard,
	/// Votes for everything that anyone proposes.
	Greedy,
	/// Runs twice with one key, on both sides of the network.
	Twin,
}

impl Attack {
	/// Every attack.
	pub const ALL: [Self; 11] = [
		Self::Equivocate,
		Self::SplitProposals,
		Self::Withhold,
		Self::Unavailable,
		Self::NonExtending,
		Self::Replay,
		Self::Spoof,
		Self::Flood,
		Self::Hoard,
		Self::Greedy,
		Self::Twin,
	];
}

/// Messages that a cheater remembers.
const REMEMBERED_MESSAGES: usize = 256;

/// A cheating seat.
#[derive(Clone, Debug, Default)]
pub struct Cheater {
	/// What it does.
	pub attacks: Vec<Attack>,
	/// The half of the network it talks to, for twins.
	pub half: Option<u8>,
	heard: Vec<SignedMessage>,
	hoard: Vec<SignedMessage>,
}

/// What a cheater says at once.
#[derive(Clone, Debug)]
pub enum Said {
	/// A vote or a proposal.
	Message(SignedMessage),
	/// A proposal with the prevotes that it points to.
	Polka(Polka),
}

impl From<SignedMessage> for Said {
	fn from(message: SignedMessage) -> Self {
		Self::Message(message)
	}
}

/// What is said and who gets it; `None` is everyone.
pub type Lie = (Option<BTreeSet<usize>>, Said);

/// What a cheater works with.
pub struct Means<'a, R: Rng> {
	/// Keys and blocks.
	pub world: &'a World,
	/// Its node.
	pub owner: usize,
	/// Its last finalized block.
	pub finalized: usize,
	/// Number of endpoints.
	pub endpoints: usize,
	/// Chance.
	pub rng: &'a mut R,
}

impl<R: Rng> Means<'_, R> {
	fn some_block(&mut self) -> Target {
		let count = self.world.block_count();
		let index = self.rng.gen_range(count.saturating_sub(6)..count);
		self.world.target(index)
	}

	fn some_nodes(&mut self) -> BTreeSet<usize> {
		(0..self.endpoints).filter(|_| self.rng.gen_bool(0.5)).collect()
	}

	fn sign_like(&self, like: &SignedMessage, ballot: Ballot) -> Option<SignedMessage> {
		self.world.sign(self.owner, like.set_id, like.height, like.round, ballot)
	}
}

fn with_target(ballot: &Ballot, target: Target) -> Ballot {
	match ballot {
		Ballot::Proposal { valid_round, .. } => {
			Ballot::Proposal { target, valid_round: *valid_round }
		},
		Ballot::Prevote(_) => Ballot::Prevote(Some(target)),
		Ballot::Precommit(_) => Ballot::Precommit(Some(target)),
	}
}

impl Cheater {
	/// A cheater with these attacks.
	pub fn new(attacks: Vec<Attack>, half: Option<u8>) -> Self {
		Self { attacks, half, ..Self::default() }
	}

	fn does(&self, attack: Attack) -> bool {
		self.attacks.contains(&attack)
	}

	/// What becomes of something its honest side wants to say.
	pub fn bend<R: Rng>(&mut self, honest: SignedMessage, means: &mut Means<'_, R>) -> Vec<Lie> {
		let is_proposal = matches!(honest.ballot, Ballot::Proposal { .. });
		let mut lies = Vec::new();
		if self.does(Attack::Hoard) && matches!(honest.ballot, Ballot::Prevote(Some(_))) {
			self.hoard.push(honest);
			return lies;
		}
		if self.does(Attack::Hoard) && is_proposal {
			lies.extend(self.spend_hoard(&honest, means));
			if !lies.is_empty() {
				return lies;
			}
		}
		if self.does(Attack::Hoard) && matches!(honest.ballot, Ballot::Precommit(Some(_))) {
			// One node decides; with luck it cannot tell the others.
			let only = means.rng.gen_range(0..means.endpoints);
			lies.push((Some(BTreeSet::from([only])), honest.into()));
			return lies;
		}
		if self.does(Attack::Withhold) && means.rng.gen_bool(0.5) {
			if means.rng.gen_bool(0.5) {
				lies.push((Some(means.some_nodes()), honest.into()));
			}
			return lies;
		}
		let lie_target = if self.does(Attack::Unavailable) && means.rng.gen_bool(0.5) {
			let hash = BlockHash::from(means.rng.gen::<[u8; 32]>());
			Some(Target { hash, number: means.world.block(means.finalized).number + 1 })
		} else if self.does(Attack::NonExtending) && means.rng.gen_bool(0.7) {
			let block = means.rng.gen_range(0..means.world.block_count());
			Some(means.world.target(block))
		} else {
			None
		};
		let said = lie_target
			.and_then(|target| means.sign_like(&honest, with_target(&honest.ballot, target)))
			.unwrap_or(honest);
		let splits =
			self.does(Attack::Equivocate) || (self.does(Attack::SplitProposals) && is_proposal);
		if splits {
			let nodes = means.some_nodes();
			let others = (0..means.endpoints).filter(|node| !nodes.contains(node)).collect();
			let target = means.some_block();
			let other = means.sign_like(&honest, with_target(&honest.ballot, target));
			lies.push((Some(nodes), said.into()));
			lies.extend(other.map(|other| (Some(others), other.into())));
		} else {
			lies.push((None, said.into()));
		}
		lies
	}

	/// Proposes the oldest target for which the hoard completes a polka.
	fn spend_hoard<R: Rng>(
		&mut self,
		honest: &SignedMessage,
		means: &mut Means<'_, R>,
	) -> Vec<Lie> {
		let Some(authority) = means.world.authority(honest.set_id) else { return Vec::new() };
		let mut polkas: BTreeMap<(Round, Target), BTreeMap<Seat, SignedMessage>> = BTreeMap::new();
		for vote in self.heard.iter().chain(&self.hoard) {
			let Ballot::Prevote(Some(target)) = vote.ballot else { continue };
			if (vote.set_id, vote.height) == (honest.set_id, honest.height) {
				polkas.entry((vote.round, target)).or_default().insert(vote.seat, *vote);
			}
		}
		let oldest = polkas.into_iter().find(|((round, target), votes)| {
			votes.len() >= authority.panel.quorum()
				&& *round < honest.round
				&& Some(*target) != honest.ballot.target()
		});
		let Some(((round, target), votes)) = oldest else { return Vec::new() };
		let ballot = Ballot::Proposal { target, valid_round: Some(round) };
		let votes: Vec<_> = votes.into_values().collect();
		let mut lies: Vec<Lie> = votes.iter().map(|vote| (None, Said::from(*vote))).collect();
		if let Some(proposal) = means.sign_like(honest, ballot) {
			lies.push((None, proposal.into()));
			lies.extend(Polka::new(proposal, &votes).map(|polka| (None, Said::Polka(polka))));
		}
		lies
	}

	/// What it says when it hears something.
	pub fn hear<R: Rng>(&mut self, message: &SignedMessage, means: &mut Means<'_, R>) -> Vec<Lie> {
		if self.heard.len() < REMEMBERED_MESSAGES {
			self.heard.push(*message);
		} else {
			let place = means.rng.gen_range(0..REMEMBERED_MESSAGES);
			self.heard[place] = *message;
		}
		if !self.does(Attack::Greedy) {
			return Vec::new();
		}
		let Ballot::Proposal { target, .. } = message.ballot else { return Vec::new() };
		[Ballot::Prevote(Some(target)), Ballot::Precommit(Some(target))]
			.into_iter()
			.filter_map(|ballot| means.sign_like(message, ballot))
			.map(|vote| (None, vote.into()))
			.collect()
	}

	/// What it says for no reason, now and then.
	pub fn stir<R: Rng>(
		&mut self,
		set_id: SetId,
		height: Height,
		means: &mut Means<'_, R>,
	) -> Vec<Lie> {
		let mut lies = Vec::new();
		if self.does(Attack::Replay) {
			for _ in 0..3 {
				lies.extend(self.heard.choose(means.rng).map(|old| (None, Said::from(*old))));
			}
		}
		if self.does(Attack::Spoof) {
			if let Some(mut message) = self.heard.choose(means.rng).copied() {
				match means.rng.gen_range(0..4) {
					0 => message.set_id = SetId::new(means.rng.gen_range(0..4)),
					1 => message.height = Height::new(means.rng.gen_range(0..20)),
					2 => message.round = Round::new(means.rng.gen_range(0..20)),
					_ => message.seat = Seat::new(means.rng.gen_range(0..25)),
				}
				lies.push((None, message.into()));
				let (height, round, ballot) = (message.height, message.round, message.ballot);
				let own = means.world.sign(means.owner, message.set_id, height, round, ballot);
				lies.extend(own.map(|own| (None, own.into())));
			}
		}
		if self.does(Attack::Flood) {
			let victims = means.some_nodes();
			for _ in 0..20 {
				let target = means.some_block();
				let ballot = match means.rng.gen_range(0..3) {
					0 => Ballot::Proposal { target, valid_round: None },
					1 => Ballot::Prevote(Some(target)),
					_ => Ballot::Precommit(Some(target)),
				};
				let height = Height::new(height.get() + means.rng.gen_range(0..8));
				let round = Round::new(means.rng.gen_range(0..100));
				let message = means.world.sign(means.owner, set_id, height, round, ballot);
				lies.extend(message.map(|message| (Some(victims.clone()), message.into())));
			}
		}
		lies
	}
}
