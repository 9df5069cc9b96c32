// SPDX-License-Identifier: GPL-3.0-or-later

//! Says where the runtimes are that the build script of this package built.
//!
//! Weights are measured by an ordinary node in runtimes that have their benchmarks compiled in, and
//! nothing else needs those. `BENCHMARK_RUNTIMES=relay,partition` has them built: optimized as the
//! ones that ship, and beside those, never in their place. `stock` is the runtime of a relay chain
//! with GRANDPA, as it is published. Without the variable this package builds nothing, so that the
//! workspace is built as fast as ever.
//! `scripts/benchmark_weights.sh` and `scripts/compare_with_grandpa.sh` do all this.

use std::process::ExitCode;

/// One `name path` a line, as the build script left it.
const BUILT: &str = env!("BENCHMARK_RUNTIMES_BUILT");

fn main() -> ExitCode {
	if BUILT.is_empty() {
		eprintln!(
			"error: no runtimes were built; ask for them: \
			 BENCHMARK_RUNTIMES=relay,partition cargo run -p benchmark-runtimes"
		);
		return ExitCode::FAILURE;
	}
	for built in BUILT.split(';') {
		println!("{built}");
	}
	ExitCode::SUCCESS
}
