// SPDX-License-Identifier: GPL-3.0-or-later
//! Hours under a light load: blocks, finality, memory and transfers, all at once.

use super::{blocks, finality, memory::Memory, transactions, Context};
use crate::{
	error::Result,
	figures::{blocks::BlockTimes, check, report::Report},
	load::run::{Load, Prepared},
	network::watch::Watch,
	progress::Progress,
	suite::loading::Samples,
};
use std::time::{Duration, Instant};

/// Looks at memory and load in the whole run: more say nothing more, and all are kept.
const LOOKS: u32 = 2_000;
/// The shortest time between two of them.
const MIN_LOOK_EVERY: Duration = Duration::from_secs(5);
/// An hour, in seconds.
const HOUR_S: f64 = 3600.0;

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let duration = Duration::try_from_secs_f64(context.arguments.hours * HOUR_S)
		.map_err(|error| crate::error::Error::Usage(format!("--hours: {error}")))?;
	let mut report = Report::new("long", &format!("{} hours", context.arguments.hours));
	let load = start_load(context, duration).await?;
	let mut seen = Seen::new(context);
	let mut samples = Samples::default();
	let started = Instant::now();
	let end = started + duration;
	let look_every = (duration / LOOKS).max(MIN_LOOK_EVERY);
	let progress = Progress::seconds("long run", duration);
	let mut watch = Watch::start(context.subject.targets().iter().map(|target| &target.endpoint));
	while Instant::now() < end && !context.stop.asked() {
		let next_look = end.min(Instant::now() + look_every);
		while let Some(event) = watch.next_before(next_look).await {
			let at = event.at.saturating_duration_since(started).as_secs_f64();
			blocks::note(&mut seen.blocks, event, at);
			finality::note(&mut seen.finality, event, at);
			if context.stop.asked() {
				break;
			}
		}
		context.subject.ensure_running()?;
		let at = started.elapsed();
		seen.memory.look(context, at.as_secs_f64()).await;
		let line = load.as_ref().map(|load| samples.look(load, at.as_secs_f64()));
		progress.at(at.as_secs(), line.unwrap_or_default());
	}
	progress.done();
	let took = started.elapsed();
	report.seconds = took.as_secs_f64();
	if took < duration {
		report.note(format!("it was stopped after {:.2} hours", report.seconds / HOUR_S));
	}
	blocks::describe(&mut report, context, &seen.blocks);
	finality::describe(&mut report, context, &seen.finality);
	seen.memory.describe(&mut report, context);
	if let Some(load) = load {
		let result = load.finish(transactions::DRAIN).await?;
		let rate = result.rate(Duration::ZERO, took);
		report.check(check::transfer_rate(rate, context.arguments.long_tps, report.seconds));
		transactions::describe(&mut report, &result);
		transactions::plot(&mut report, &result, samples);
	}
	Ok(report)
}

/// What is seen in a long run.
struct Seen {
	blocks: Vec<BlockTimes>,
	finality: Vec<finality::Lag>,
	memory: Memory,
}

impl Seen {
	fn new(context: &Context) -> Self {
		let nodes = context.subject.targets().len();
		Self {
			blocks: vec![BlockTimes::default(); nodes],
			finality: vec![finality::Lag::default(); nodes],
			memory: Memory::new(context),
		}
	}
}

async fn start_load(context: &Context, duration: Duration) -> Result<Option<Load>> {
	let rate = context.arguments.long_tps;
	if rate <= 0.0 {
		return Ok(None);
	}
	let plan = context.arguments.plan(Some(rate), duration)?;
	let prepared = Prepared::new(&context.subject.endpoints(), plan, &context.stop).await?;
	Ok(Some(prepared.start()))
}
