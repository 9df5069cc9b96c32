// SPDX-License-Identifier: GPL-3.0-or-later
//! Loads a network and watches it: seven tests and a round of faults, each with its results as JSON,
//! text and a plot, and an exit status that says whether every target was met.
//!
//! What is measured is what a user of the network sees over RPC. `docs/load-testing.md` says how.

mod cli;
mod error;
mod figures;
mod load;
mod network;
mod progress;
mod stop;
mod suite;

use crate::{
	cli::Arguments,
	error::{Error, Result},
	figures::{
		check::{Check, Outcome},
		report,
	},
	network::subject::Subject,
	progress::{say, tell},
	stop::Stop,
	suite::Context,
};
use clap::Parser;
use std::process::ExitCode;

/// A target was missed.
const MISSED: u8 = 1;
/// A test could not be run.
const BROKEN: u8 = 2;

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
	let result = runtime
		.map_err(Error::io("start the async runtime"))
		.and_then(|runtime| runtime.block_on(run(arguments)));
	match result {
		Ok(true) => ExitCode::SUCCESS,
		Ok(false) => ExitCode::from(MISSED),
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::from(BROKEN)
		},
	}
}

/// Runs the tests; gives whether all targets were met.
async fn run(arguments: Arguments) -> Result<bool> {
	let stop = Stop::on_signals()?;
	let source = arguments.source()?;
	let out = arguments.out.clone();
	std::fs::create_dir_all(&out).map_err(Error::io(format!("create {}", out.display())))?;
	let mut subject = Subject::prepare(&source)?;
	tell(&format!("{} nodes; results go to {}", subject.targets().len(), out.display()));
	let small_disk = suite::small_disk(&arguments, &mut subject);
	tokio::select! {
		started = subject.start() => started?,
		() = stop.wait() => return Err(Error::Stopped),
	}
	let network = subject.describe().await?;
	let mut context = Context { subject, arguments, stop, small_disk };
	let (mut reports, mut broken) = (Vec::new(), None);
	for test in context.arguments.selected() {
		if context.stop.asked() {
			break;
		}
		report::remove(&out, test.name())?;
		match suite::run(test, &mut context).await {
			Ok(mut report) => {
				if context.stop.asked() {
					report.check(Check::when("the test", "runs its whole time", "stopped", false));
				}
				report.write(&out, &network)?;
				say(&format!("\n{}", report.text()));
				reports.push(report);
			},
			Err(error) => {
				broken = Some(error);
				break;
			},
		}
	}
	context.subject.stop();
	say(&format!("\n{}", report::summary(&reports, &out, &network)?));
	let stopped = context.stop.asked().then_some(Error::Stopped);
	match broken.or(stopped) {
		Some(error) => Err(error),
		None => Ok(reports.iter().all(|report| report.outcome() != Outcome::Failed)),
	}
}
