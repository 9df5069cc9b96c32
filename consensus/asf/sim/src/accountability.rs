// SPDX-License-Identifier: Apache-2.0
//! Who is to blame for two decisions at one height, from what honest nodes heard.
//!
//! A seat is to blame if it said two things in one step, or if it precommitted one target and then
//! voted for another without a polka that allowed it to (amnesia). The latter needs the votes of
//! all rounds, so it is found after the fact, from the logs of several nodes; Tendermint's fork
//! accountability (Buchman, Kwon, Milosevic, section on accountability) is the model.

use asf_primitives::{Ballot, Height, Round, Seat, SetId, SignedMessage, Step, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The seats to blame at one height of a panel with this quorum.
pub fn culprits<'a>(
	heard: impl Iterator<Item = &'a SignedMessage>,
	set_id: SetId,
	height: Height,
	quorum: usize,
) -> BTreeSet<Seat> {
	let mut said: BTreeMap<Seat, BTreeSet<(Round, Ballot)>> = BTreeMap::new();
	let mut prevotes: BTreeMap<(Target, Round), BTreeSet<Seat>> = BTreeMap::new();
	for message in heard.filter(|m| (m.set_id, m.height) == (set_id, height)) {
		said.entry(message.seat).or_default().insert((message.round, message.ballot));
		if let Ballot::Prevote(Some(target)) = message.ballot {
			prevotes.entry((target, message.round)).or_default().insert(message.seat);
		}
	}
	let has_polka = |target: Target, from: Round, to: Round| {
		prevotes
			.iter()
			.any(|((t, r), seats)| *t == target && *r >= from && *r <= to && seats.len() >= quorum)
	};
	let is_to_blame = |ballots: &BTreeSet<(Round, Ballot)>| {
		let equivocates = ballots.iter().any(|(round, ballot)| {
			ballots.iter().any(|(r, b)| r == round && b != ballot && b.step() == ballot.step())
		});
		let forgets = ballots.iter().any(|(locked_round, ballot)| {
			let Ballot::Precommit(Some(locked)) = ballot else { return false };
			ballots.iter().filter(|(round, _)| round > locked_round).any(|(round, later)| {
				let Some(target) = later.target().filter(|target| target != locked) else {
					return false;
				};
				match later.step() {
					Step::Propose => false,
					// Only a polka since the lock and before this round opens it (L28).
					Step::Prevote => {
						let before = Round::new(round.get() - 1);
						!has_polka(target, *locked_round, before)
					},
					// A precommit needs the polka of its own round (L36).
					Step::Precommit => !has_polka(target, *round, *round),
				}
			})
		});
		equivocates || forgets
	};
	said.iter().filter(|(_, ballots)| is_to_blame(ballots)).map(|(seat, _)| *seat).collect()
}
