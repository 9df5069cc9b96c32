// SPDX-License-Identifier: Apache-2.0
//! The judges bite: each broken rule is found within a stated number of seeds.
#![allow(clippy::panic, missing_docs)]

use asf_core::Rules;
use asf_sim::broken::{
	AcceptsForeignSets, QuorumTooLow, SendsBeforePersisting, SkipsAncestryCheck,
};
use asf_sim::scenario::Scenario;
use asf_sim::simulation::run;

/// The first seed that shows the rule to be broken, and what it broke.
fn found<R: Rules>(name: &str, seats: usize, within_seeds: u64, properties: &[&str]) {
	for seed in 0..within_seeds {
		let outcome = run::<R>(&Scenario::new(seed, seats), false);
		if let Some(violation) = outcome.violation {
			if properties.contains(&violation.property) {
				println!("{name}: seed {seed} of {seats} seats, {violation:?}");
				return;
			}
		}
	}
	panic!("{name} was not found within {within_seeds} seeds of {seats} seats");
}

const AGREEMENT: [&str; 2] = ["agreement", "agreement, attributed"];

#[test]
fn a_quorum_too_low() {
	found::<QuorumTooLow>("quorum one too low", 4, 20, &["certificates verify"]);
}

#[test]
fn sending_before_persisting() {
	found::<SendsBeforePersisting>("send before persist", 4, 500, &["no honest double vote"]);
}

#[test]
fn votes_of_another_set() {
	found::<AcceptsForeignSets>(
		"foreign set's votes",
		4,
		2000,
		&["certificates verify", "agreement"],
	);
}

#[test]
fn a_target_that_does_not_extend() {
	found::<SkipsAncestryCheck>("no ancestry check", 4, 200, &AGREEMENT);
}
