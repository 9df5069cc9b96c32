// SPDX-License-Identifier: Apache-2.0
//! Command line of the simulator.

use asf_core::Standard;
use asf_sim::scenario::{Fault, Scenario};
use asf_sim::shrink::shrink;
use asf_sim::simulation::run;
use asf_sim::stats::{Outcome, Stats};
use clap::Parser;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Tries to break ASF with simulated networks, disks and seats. One seed is one run.
#[derive(Parser)]
struct Arguments {
	/// Panel sizes, separated by commas.
	#[arg(long, value_delimiter = ',', default_value = "4,7,21", value_parser = seats)]
	nodes: Vec<usize>,
	/// Number of seeds for each panel size.
	#[arg(long, default_value_t = 1000)]
	seeds: u64,
	/// The first seed.
	#[arg(long, default_value_t = 0)]
	from: u64,
	/// One seed instead of many.
	#[arg(long)]
	seed: Option<u64>,
	/// Kinds of fault to leave out.
	#[arg(long, value_delimiter = ',')]
	without: Vec<Fault>,
	/// Lay every run out as an ambush on locks.
	#[arg(long)]
	ambush: bool,
	/// Print every event; goes with --seed.
	#[arg(long, requires = "seed")]
	trace: bool,
	/// Threads; by default one for each core.
	#[arg(long)]
	threads: Option<usize>,
}

fn seats(text: &str) -> Result<usize, String> {
	match text.parse() {
		Ok(seats @ 1..=100) => Ok(seats),
		Ok(seats) => Err(format!("a panel has 1 to 100 seats, got {seats}")),
		Err(error) => Err(format!("{error}; give panel sizes such as 4,7,21")),
	}
}

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	let threads = arguments
		.threads
		.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, core::num::NonZero::get));
	let mut failed = false;
	for &seats in &arguments.nodes {
		let scenario = |seed| Scenario {
			seed,
			seats,
			without: arguments.without.iter().copied().collect(),
			is_ambush: arguments.ambush,
		};
		if let Some(seed) = arguments.seed {
			let outcome = run::<Standard>(&scenario(seed), arguments.trace);
			outcome.trace.iter().for_each(|line| println!("{line}"));
			failed |= outcome.violation.is_some();
			report_failure(&scenario(seed), &outcome);
			print_table(seats, 1, &outcome.stats, 0.0);
			continue;
		}
		let began = Instant::now();
		let seeds = arguments.from..arguments.from + arguments.seeds;
		let (stats, failures) = run_all(seeds, threads, scenario);
		for (scenario, outcome) in failures {
			failed = true;
			let (scenario, outcome) = shrink::<Standard>(scenario, outcome);
			report_failure(&scenario, &outcome);
		}
		print_table(seats, arguments.seeds, &stats, began.elapsed().as_secs_f64());
	}
	if failed {
		ExitCode::FAILURE
	} else {
		ExitCode::SUCCESS
	}
}

/// Seeds between two lines of progress.
const PROGRESS_SEEDS: u64 = 1000;

/// Failing runs that are reported in full.
const MAX_FAILURES: usize = 5;

fn run_all(
	seeds: core::ops::Range<u64>,
	threads: usize,
	scenario: impl Fn(u64) -> Scenario + Sync,
) -> (Stats, Vec<(Scenario, Outcome)>) {
	let next = AtomicU64::new(seeds.start);
	let began = Instant::now();
	let worker = || {
		let (mut stats, mut failures) = (Stats::default(), Vec::new());
		loop {
			let seed = next.fetch_add(1, Ordering::Relaxed);
			if seed >= seeds.end {
				return (stats, failures);
			}
			let outcome = run::<Standard>(&scenario(seed), false);
			stats.add(&outcome.stats);
			if (seed + 1).is_multiple_of(PROGRESS_SEEDS) {
				eprintln!("reached seed {seed} after {:.0} s", began.elapsed().as_secs_f64());
			}
			if let Some(violation) = &outcome.violation {
				eprintln!("seed {seed} failed: {}", violation.property);
			}
			if outcome.violation.is_some() && failures.len() < MAX_FAILURES {
				failures.push((scenario(seed), outcome));
			}
		}
	};
	std::thread::scope(|scope| {
		let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
		let (mut stats, mut failures) = (Stats::default(), Vec::new());
		for worker in workers {
			if let Ok((more, failed)) = worker.join() {
				stats.add(&more);
				failures.extend(failed);
			} else {
				eprintln!("a worker panicked; its runs are missing from the table");
				std::process::exit(101);
			}
		}
		(stats, failures)
	})
}

fn report_failure(scenario: &Scenario, outcome: &Outcome) {
	let Some(violation) = &outcome.violation else { return };
	println!("FAILED {}: {}", violation.property, violation.detail);
	let names: Vec<_> =
		scenario.without.iter().filter_map(clap::ValueEnum::to_possible_value).collect();
	let names: Vec<_> = names.iter().map(clap::builder::PossibleValue::get_name).collect();
	let without =
		if names.is_empty() { String::new() } else { format!(" --without {}", names.join(",")) };
	let ambush = if scenario.is_ambush { " --ambush" } else { "" };
	println!("  {} events; replay with:", outcome.stats.events);
	println!(
		"  cargo run --release -p asf-sim -- --nodes {} --seed {}{ambush}{without} --trace",
		scenario.seats, scenario.seed
	);
}

fn print_table(seats: usize, runs: u64, stats: &Stats, seconds: f64) {
	println!(
		"n = {seats}: {runs} runs, {} decisions, {} events, {seconds:.0} s",
		stats.decisions, stats.events
	);
	let mut delays = stats.delays_to_strong.clone();
	delays.sort_unstable_by(f64::total_cmp);
	let at = |permille: usize| delays.get(delays.len() * permille / 1000).copied();
	if let (Some(p50), Some(p99)) = (at(500), at(990)) {
		println!("  to Strong in round 0, in mean message delays: p50 {p50:.1}, p99 {p99:.1}");
	}
	let heights: u64 = stats.deciding_rounds.values().sum();
	let percent = |rounds: core::ops::Range<u32>| {
		let decided: u64 = stats.deciding_rounds.range(rounds).map(|(_, count)| count).sum();
		decided as f64 * 100.0 / heights.max(1) as f64
	};
	println!(
		"  heights after stabilisation decided in round 0 {:.1} %, 1 {:.1} %, later {:.1} %",
		percent(0..1),
		percent(1..2),
		percent(2..u32::MAX)
	);
	println!(
		"  most rounds of a height after stabilisation {}, most heights a node was behind {}",
		stats.rounds_after_stabilisation, stats.heights_behind
	);
	println!(
		"  ambushes {}, highest deciding round {}, equivocations reported {}, broken with more than a third cheating and attributed {}",
		stats.ambushes, stats.highest_round, stats.evidence, stats.broken_beyond_third
	);
	println!(
		"  broken with more than a third cheating, nobody judged: {}",
		stats.unattributed_beyond_third
	);
	for (fault, count) in &stats.faults {
		println!("  {fault:<24} {count:>12}");
	}
}
