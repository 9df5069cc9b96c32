// SPDX-License-Identifier: Apache-2.0
//! The judges bite: each broken rule is found within a stated number of seeds.
#![allow(clippy::panic, missing_docs)]

use asf_core::{Rules, Standard};
use asf_sim::broken::{
	AcceptsForeignSets, NoLock, QuorumTooLow, SendsBeforePersisting, SkipsAncestryCheck,
	UnlocksWithOldPolka,
};
use asf_sim::scenario::Scenario;
use asf_sim::simulation::run;

/// The first seed that shows the rule to be broken, and what it broke.
fn found<R: Rules>(
	name: &str,
	scenario: impl Fn(u64) -> Scenario,
	within_seeds: u64,
	properties: &[&str],
) {
	for seed in 0..within_seeds {
		let outcome = run::<R>(&scenario(seed), false);
		if let Some(violation) = outcome.violation {
			if properties.contains(&violation.property) {
				println!("{name}: seed {seed}, {violation:?}");
				return;
			}
		}
	}
	panic!("{name} was not found within {within_seeds} seeds");
}

fn four_seats(seed: u64) -> Scenario {
	Scenario::new(seed, 4)
}

const AGREEMENT: [&str; 2] = ["agreement", "agreement, attributed"];

#[test]
fn a_quorum_too_low() {
	found::<QuorumTooLow>("quorum one too low", four_seats, 20, &["certificates verify"]);
}

#[test]
fn sending_before_persisting() {
	found::<SendsBeforePersisting>(
		"send before persist",
		four_seats,
		1000,
		&["no honest double vote"],
	);
}

#[test]
fn votes_of_another_set() {
	found::<AcceptsForeignSets>(
		"foreign set's votes",
		four_seats,
		20,
		&["certificates verify", "agreement", "evidence holds"],
	);
}

#[test]
fn a_target_that_does_not_extend() {
	found::<SkipsAncestryCheck>("no ancestry check", four_seats, 200, &AGREEMENT);
}

#[test]
fn no_lock() {
	found::<NoLock>("no lock", |seed| Scenario::ambush(seed, 4), 20, &AGREEMENT);
	found::<NoLock>("no lock", |seed| Scenario::ambush(seed, 7), 20, &AGREEMENT);
}

#[test]
fn unlocking_with_an_old_polka() {
	let name = "unlock with old polka";
	found::<UnlocksWithOldPolka>(name, |seed| Scenario::ambush(seed, 4), 100, &AGREEMENT);
	found::<UnlocksWithOldPolka>(name, |seed| Scenario::ambush(seed, 7), 100, &AGREEMENT);
}

/// The same layouts do nothing to machines that keep the rules.
#[test]
fn an_ambush_on_kept_rules() {
	for (seats, seeds) in [(4, 300), (7, 100)] {
		for seed in 0..seeds {
			let outcome = run::<Standard>(&Scenario::ambush(seed, seats), false);
			if let Some(violation) = outcome.violation {
				panic!("seats {seats}, seed {seed}: {violation:?}");
			}
		}
	}
}
