// SPDX-License-Identifier: Apache-2.0
//! The strongest attack on locks that the model allows: f cheats that act as one, see every message
//! as it leaves its sender, and decide before stabilisation what arrives where. Each round is laid
//! out as a whole, at random; an attack needs several in the right order:
//!
//! 1. a *late polka*: some prevote for `w`, the others do not see its proposal, and the cheats keep
//!    their prevotes, so that nobody learns that `w` has a quorum of prevotes if the cheats say so;
//! 2. a *hidden decision*: every honest seat locks on `v`; one of them, the hermit, alone gets a
//!    quorum of precommits and decides, and nothing it says is heard any more;
//! 3. a *turn*: a cheat proposes `w`, with the old polka if there is one, and all cheats vote for it.
//!
//! Honest seats that keep the locking rules stay with `v` whatever comes. If they do not, they
//! decide `w`, and agreement is broken.

use crate::byzantine::{Lie, Said};
use crate::world::{BlockIndex, World};
use asf_core::{Timeout, TimeoutKind};
use asf_primitives::{
	Ballot, Certificate, Height, Polka, Round, Seat, SetId, SignedMessage, Step, Target,
};
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};

/// Blocks, newest first, that a cheat picks a target from.
const RECENT_BLOCKS: usize = 8;
/// Longest way of a message and slowest clock while an ambush lasts, to be sure that every honest
/// node has entered a round: in microseconds, and in thousandths of the time.
const SLACK_US: u64 = 50_000;
const SLOWEST_CLOCK_PERMILLE: u64 = 1_100;

/// What an ambush makes of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Play {
	/// Just enough honest seats see the proposal that the cheats' kept prevotes would make a polka.
	LatePolka,
	/// All lock, one decides.
	HiddenDecision,
	/// The cheats push what is proposed, and if one of them proposes, something else.
	Turn,
	/// Nobody sees the proposal.
	Silence,
}

type Place = (Height, Round);

/// What a cheat says, and when, in microseconds from now.
pub struct Cue {
	/// When.
	pub after_us: u64,
	/// Who.
	pub node: usize,
	/// What, and to whom.
	pub lie: Lie,
}

fn at_once((node, lie): (usize, Lie)) -> Cue {
	Cue { after_us: 0, node, lie }
}

/// An ambush in the making.
pub struct Ambush {
	rng: ChaCha8Rng,
	/// The node of each seat.
	panel: Vec<usize>,
	cheats: BTreeSet<usize>,
	quorum: usize,
	/// The one that decides alone.
	hermit: usize,
	/// Where it did.
	hidden: Option<Place>,
	plays: BTreeMap<Place, (Play, BTreeSet<usize>)>,
	proposals: BTreeMap<Place, Target>,
	/// Honest prevotes for what was proposed.
	prevotes: BTreeMap<Place, BTreeMap<Seat, SignedMessage>>,
	overheard: BTreeSet<SignedMessage>,
	/// What the cheats said already: one cue each.
	spoken: BTreeSet<(Place, Step)>,
}

impl Ambush {
	/// Draws an ambush on a panel that `cheats` have seats on.
	pub fn draw(panel: Vec<usize>, cheats: &[usize], rng: &mut ChaCha8Rng) -> Self {
		let (bad, good): (Vec<_>, Vec<_>) = panel.iter().partition(|node| cheats.contains(node));
		let hermit = good.choose(rng).copied().unwrap_or_default();
		let (plays, proposals, prevotes, overheard, spoken) = Default::default();
		Self {
			rng: ChaCha8Rng::seed_from_u64(rng.gen()),
			quorum: 2 * panel.len() / 3 + 1,
			panel,
			cheats: bad.into_iter().collect(),
			hermit,
			hidden: None,
			plays,
			proposals,
			prevotes,
			overheard,
			spoken,
		}
	}

	fn proposer(&self, (height, round): Place) -> usize {
		let seats = self.panel.len() as u64;
		let turn = (height.get() % seats + u64::from(round.get()) % seats) % seats;
		self.panel[usize::try_from(turn).unwrap_or(0)]
	}

	/// What is to become of a round, and which honest seats see a late polka's proposal.
	fn play(&mut self, place: Place) -> (Play, BTreeSet<usize>) {
		if !self.plays.contains_key(&place) {
			let drawn = self.draw_play(place);
			self.plays.insert(place, drawn);
		}
		let (play, audience) = self.plays[&place].clone();
		// Without the hermit the honest seats need the cheats' prevotes to go on at all, and the
		// cheats could not give them later.
		let is_late = self.hidden.is_some_and(|hidden| hidden.0 == place.0 && hidden < place);
		(if is_late && play == Play::LatePolka { Play::Silence } else { play }, audience)
	}

	fn draw_play(&mut self, place: Place) -> (Play, BTreeSet<usize>) {
		let proposer = self.proposer(place);
		let (panel, cheats, rng) = (&self.panel, &self.cheats, &mut self.rng);
		let is_ours = cheats.contains(&proposer);
		let is_hidden = self.hidden.is_some_and(|hidden| hidden.0 == place.0);
		// Mostly what brings the attack on, sometimes anything.
		let weights = match (is_ours, is_hidden) {
			(true, true) => [1, 1, 8, 1],
			(true, false) => [3, 3, 2, 1],
			(false, true) => [0, 2, 1, 8],
			(false, false) => [4, 4, 1, 1],
		};
		let plays = [Play::LatePolka, Play::HiddenDecision, Play::Turn, Play::Silence];
		let weighted: Vec<_> = plays.into_iter().zip(weights).collect();
		let play =
			weighted.choose_weighted(rng, |(_, weight)| *weight).map_or(Play::Silence, |(p, _)| *p);
		let mut honest: Vec<usize> =
			panel.iter().copied().filter(|node| !cheats.contains(node)).collect();
		honest.shuffle(rng);
		honest.sort_by_key(|node| *node != proposer);
		let audience = honest.into_iter().take(self.quorum - cheats.len()).collect();
		(play, audience)
	}

	/// Whether a node cannot tell the others what is decided: the cheats do not, and the hermit is
	/// not heard.
	pub fn silences(&self, from: usize) -> bool {
		self.cheats.contains(&from) || from == self.hermit
	}

	/// Whether a message does not arrive.
	pub fn withholds(&mut self, from: usize, to: usize, message: &SignedMessage) -> bool {
		if self.hidden.is_some() && from == self.hermit {
			return true;
		}
		let (play, audience) = self.play((message.height, message.round));
		match (play, message.ballot) {
			(Play::LatePolka, Ballot::Proposal { .. }) => {
				!audience.contains(&to) && !self.cheats.contains(&to)
			},
			(Play::Silence, Ballot::Proposal { .. }) => true,
			(Play::HiddenDecision, Ballot::Precommit(Some(_))) => from == self.hermit,
			_ => false,
		}
	}

	/// A node decided a height.
	pub fn decided(&mut self, node: usize, certificate: &Certificate) {
		let place = (certificate.height, certificate.round);
		if self.cheats.contains(&node) {
			return;
		}
		if node == self.hermit {
			let is_laid_out = self.play(place).0 == Play::HiddenDecision;
			self.hidden = is_laid_out.then_some(place);
		} else if self.hidden.is_some_and(|hidden| hidden.0 == certificate.height) {
			self.hidden = None;
		}
	}

	/// The cheats' proposal for the first round of a height, if it is theirs to make.
	pub fn opening(&mut self, height: Height, finalized: BlockIndex, world: &World) -> Vec<Cue> {
		let place = (height, Round::ZERO);
		self.propose(SetId::new(0), place, finalized, world).into_iter().map(at_once).collect()
	}

	/// An honest node sent something; the cheats answer to it.
	pub fn overhear(
		&mut self,
		message: &SignedMessage,
		finalized: BlockIndex,
		world: &World,
	) -> Vec<Cue> {
		if !self.overheard.insert(*message) {
			return Vec::new();
		}
		let (set_id, place) = (message.set_id, (message.height, message.round));
		match message.ballot {
			Ballot::Proposal { target, .. } => {
				self.proposals.insert(place, target);
				Vec::new()
			},
			Ballot::Prevote(target) => {
				if target.is_some() && target == self.proposals.get(&place).copied() {
					self.prevotes.entry(place).or_default().insert(message.seat, *message);
				}
				self.vote(set_id, place, Step::Prevote, world).into_iter().map(at_once).collect()
			},
			Ballot::Precommit(_) => {
				let votes = self.vote(set_id, place, Step::Precommit, world);
				let mut cues: Vec<Cue> = votes.into_iter().map(at_once).collect();
				let next = (place.0, place.1.next());
				let proposal = self.propose(set_id, next, finalized, world);
				let kind = TimeoutKind::Precommit;
				let wait = Timeout { set_id, height: place.0, round: place.1, kind };
				// A proposal that came early would meet no lock yet.
				let after_us = wait.duration_ms() * SLOWEST_CLOCK_PERMILLE + SLACK_US;
				cues.extend(proposal.into_iter().map(|(node, lie)| Cue { after_us, node, lie }));
				cues
			},
		}
	}

	/// All cheats vote, once.
	fn vote(
		&mut self,
		set_id: SetId,
		place: Place,
		step: Step,
		world: &World,
	) -> Vec<(usize, Lie)> {
		if !self.spoken.insert((place, step)) {
			return Vec::new();
		}
		let proposed = self.proposals.get(&place).copied();
		let everyone = |ballot| vec![(None, ballot)];
		let ballots = match (self.play(place).0, step) {
			(Play::LatePolka, Step::Prevote) => Vec::new(),
			(Play::Turn | Play::HiddenDecision, Step::Prevote) => {
				everyone(Ballot::Prevote(proposed))
			},
			(Play::Turn, Step::Precommit) => everyone(Ballot::Precommit(proposed)),
			// The honest seats' own precommits reach the hermit; the others are to go on.
			(_, Step::Precommit) => everyone(Ballot::Precommit(None)),
			_ => everyone(Ballot::Prevote(None)),
		};
		self.all_say(set_id, place, &ballots, world)
	}

	fn all_say(
		&self,
		set_id: SetId,
		(height, round): Place,
		ballots: &[(Option<BTreeSet<usize>>, Ballot)],
		world: &World,
	) -> Vec<(usize, Lie)> {
		let mut said = Vec::new();
		for cheat in &self.cheats {
			for (only, ballot) in ballots {
				let message = world.sign(*cheat, set_id, height, round, *ballot);
				said.extend(message.map(|message| (*cheat, (only.clone(), message.into()))));
			}
		}
		said
	}

	/// The cheats' proposal for a round, if it is theirs to make, once. With an old polka at hand
	/// they propose its target and spend the prevotes that they kept.
	fn propose(
		&mut self,
		set_id: SetId,
		place: Place,
		finalized: BlockIndex,
		world: &World,
	) -> Vec<(usize, Lie)> {
		let proposer = self.proposer(place);
		if !self.cheats.contains(&proposer) || !self.spoken.insert((place, Step::Propose)) {
			return Vec::new();
		}
		let (height, round) = place;
		let is_turn = self.play(place).0 == Play::Turn;
		let old = if is_turn { self.old_polka(place) } else { None };
		let (target, valid_round) = match old {
			Some((target, of_round)) => (target, Some(of_round)),
			None => match self.fresh_target(height, finalized, world) {
				Some(target) => (target, None),
				None => return Vec::new(),
			},
		};
		self.proposals.insert(place, target);
		let ballot = Ballot::Proposal { target, valid_round };
		let message = world.sign(proposer, set_id, height, round, ballot);
		let Some(proposal) = message else { return Vec::new() };
		let mut said = vec![Said::from(proposal)];
		if let Some(of_round) = valid_round {
			let heard = self.prevotes.get(&(height, of_round)).cloned().unwrap_or_default();
			let ballot = Ballot::Prevote(Some(target));
			let kept = (self.cheats.iter())
				.filter_map(|cheat| world.sign(*cheat, set_id, height, of_round, ballot));
			let mut votes: Vec<_> = heard.into_values().chain(kept).collect();
			votes.sort_by_key(|vote| vote.seat);
			said.extend(votes.iter().copied().map(Said::from));
			said.extend(Polka::new(proposal, &votes).map(Said::Polka));
		}
		said.into_iter().map(|said| (proposer, (None, said))).collect()
	}

	/// The oldest late polka that the cheats' prevotes complete.
	fn old_polka(&mut self, (height, round): Place) -> Option<(Target, Round)> {
		let rounds: Vec<Place> = self
			.prevotes
			.range((height, Round::ZERO)..(height, round))
			.map(|(at, _)| *at)
			.collect();
		let enough = self.quorum - self.cheats.len();
		let of_place = rounds.into_iter().find(|place| {
			self.play(*place).0 == Play::LatePolka
				&& self.prevotes.get(place).is_some_and(|votes| votes.len() >= enough)
		})?;
		Some((*self.proposals.get(&of_place)?, of_place.1))
	}

	/// A recent block that may be decided and was not proposed at this height.
	fn fresh_target(
		&mut self,
		height: Height,
		finalized: BlockIndex,
		world: &World,
	) -> Option<Target> {
		let proposed: BTreeSet<Target> =
			(self.proposals.iter()).filter(|(at, _)| at.0 == height).map(|(_, t)| *t).collect();
		let recent: Vec<Target> = (0..world.block_count())
			.rev()
			.take(RECENT_BLOCKS)
			.filter(|index| *index != finalized && world.is_within(finalized, *index))
			.map(|index| world.target(index))
			.filter(|target| !proposed.contains(target))
			.collect();
		recent.choose(&mut self.rng).copied()
	}
}
