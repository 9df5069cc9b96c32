// SPDX-License-Identifier: Apache-2.0
//! The shortest failing variant of a failing seed: leaves out one kind of fault after the other as
//! long as the run still fails.

use crate::scenario::{Fault, Scenario};
use crate::simulation::run;
use crate::stats::Outcome;
use asf_core::Rules;

/// Returns the smallest failing scenario found and its outcome.
pub fn shrink<R: Rules>(scenario: Scenario, outcome: Outcome) -> (Scenario, Outcome) {
	let mut best = (scenario, outcome);
	loop {
		let mut improved = false;
		for fault in Fault::ALL {
			let mut candidate = best.0.clone();
			if !candidate.without.insert(fault) {
				continue;
			}
			let outcome = run::<R>(&candidate, false);
			let fails = outcome.violation.is_some();
			if fails && (outcome.stats.events <= best.1.stats.events || candidate.without.len() < 4)
			{
				best = (candidate, outcome);
				improved = true;
			}
		}
		if !improved {
			return best;
		}
	}
}
