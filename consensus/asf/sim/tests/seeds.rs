// SPDX-License-Identifier: Apache-2.0
//! A few hundred seeds for each panel size, and the promise that a seed is a run.
#![allow(clippy::panic, missing_docs)]

use asf_core::Standard;
use asf_sim::scenario::{Fault, Scenario};
use asf_sim::simulation::run;

fn passes(seats: usize, seeds: core::ops::Range<u64>, without: &[Fault]) {
	let mut decisions = 0;
	let mut deciding_runs = 0;
	let runs = seeds.end - seeds.start;
	for seed in seeds {
		let without = without.iter().copied().collect();
		let scenario = Scenario { without, ..Scenario::new(seed, seats) };
		let outcome = run::<Standard>(&scenario, false);
		if let Some(violation) = outcome.violation {
			panic!("seats {seats}, seed {seed}: {violation:?}");
		}
		decisions += outcome.stats.decisions;
		deciding_runs += u64::from(outcome.stats.decisions > 0);
	}
	assert!(deciding_runs * 10 >= runs * 9, "only {deciding_runs} of {runs} runs decided anything");
	assert!(decisions >= runs, "{decisions} decisions in {runs} runs");
}

#[test]
fn one_seat() {
	// A development chain, where the one seat stays where it is; then one that changes hands.
	passes(1, 0..100, &[Fault::PanelChanges]);
	passes(1, 0..300, &[]);
}

#[test]
fn four_seats() {
	passes(4, 0..300, &[]);
}

#[test]
fn seven_seats() {
	passes(7, 0..200, &[]);
}

#[test]
fn twenty_one_seats() {
	passes(21, 0..20, &[]);
}

#[test]
fn a_seed_gives_the_same_run_again() {
	for seed in [3, 11, 40] {
		let first = run::<Standard>(&Scenario::new(seed, 4), true);
		let second = run::<Standard>(&Scenario::new(seed, 4), true);
		assert!(first.trace.len() > 100);
		assert_eq!(first.trace, second.trace, "seed {seed}");
		assert_eq!(first.stats, second.stats, "seed {seed}");
	}
}
