// SPDX-License-Identifier: GPL-3.0-or-later
//! Faults under load: processes are killed, a link is cut, a disk fills up, a clock is wrong. What
//! was Strong stays so, no transfer is in two blocks, and the time to recover is told.

mod disk;
mod phases;

pub(crate) use disk::SmallDisk;

use super::{
	loading::{Samples, LOOK_EVERY},
	transactions, Context,
};
use crate::{
	error::{Error, Result},
	figures::{check::Check, report::Report},
	load::run::{Load, LoadResult, Prepared},
	progress::{tell, Progress},
};
use flarechain_tests::judge;
use std::time::{Duration, Instant};

/// How long the saturated network is measured for, when no rate was named.
const SATURATION: Duration = Duration::from_secs(60);
/// The load is this share of saturation.
const SHARE: f64 = 0.5;
/// Time to prepare signed transfers for; all phases together take less.
const AT_MOST: Duration = Duration::from_secs(1_800);
/// A clock is this many seconds wrong.
const CLOCK_AHEAD_S: i32 = 30;
/// Longest time that a fault's end may lie before its recovery.
const RECOVERS: Duration = Duration::from_secs(240);

/// A fault and what came of it.
#[derive(Debug)]
pub(crate) struct Phase {
	/// What was done.
	name: String,
	/// When, since the load began.
	from: Duration,
	/// When all was well again.
	to: Duration,
	/// Seconds from the end of the fault until then; or why it was not done.
	recovery: std::result::Result<f64, String>,
}

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	if context.subject.own().is_none() {
		return Err(Error::Usage("faults are for a network of its own".into()));
	}
	let rate = rate(context).await?;
	let mut report = Report::new("faults", &format!("Faults under {rate:.0} transfers a second"));
	report.figure("offered transfers a second", rate);
	let started = Instant::now();
	let plan = context.arguments.plan(Some(rate), AT_MOST)?;
	let load = Prepared::new(&context.subject.endpoints(), plan, &context.stop).await?.start();
	let looks = Looks::default();
	let mut phases = Vec::new();
	let (ended, samples) =
		tokio::join!(all(context, &load, &looks, &mut phases), looks.sample(&load));
	let end = load.elapsed();
	let result = load.finish(transactions::DRAIN * 2).await?;
	for phase in &phases {
		describe(&mut report, phase, &result);
	}
	if let Err(error) = ended {
		let what = format!("after {} faults, the next one", phases.len());
		report.check(Check::when(what, "comes and goes, and all goes on", error, false));
	}
	report.figure("transfers a second over all", result.rate(Duration::ZERO, end));
	transactions::describe(&mut report, &result);
	transactions::plot(&mut report, &result, samples);
	judge(&mut report, context).await?;
	report.seconds = started.elapsed().as_secs_f64();
	Ok(report)
}

/// The rate that was named, or half of what the network takes.
async fn rate(context: &mut Context) -> Result<f64> {
	if let Some(rate) = context.arguments.fault_tps {
		return Ok(rate);
	}
	let plan = context.arguments.plan(None, SATURATION)?;
	let load = Prepared::new(&context.subject.endpoints(), plan, &context.stop).await?.start();
	let progress = Progress::seconds("saturation", SATURATION);
	while load.elapsed() < SATURATION && !context.stop.sleep(LOOK_EVERY).await {
		progress.at(load.elapsed().as_secs(), String::new());
	}
	progress.done();
	let took = load.elapsed();
	let saturated = load.finish(transactions::DRAIN).await?.rate(Duration::ZERO, took);
	let saturated = saturated.filter(|rate| *rate > 0.0).ok_or_else(|| {
		Error::Usage("the network took no transfers; see its logs (--keep FOLDER)".into())
	})?;
	tell(&format!("saturated at {saturated:.1} transfers a second"));
	Ok(saturated * SHARE)
}

/// Samples a load until it is told that all is done.
#[derive(Debug, Default)]
struct Looks(std::sync::atomic::AtomicBool);

impl Looks {
	fn done(&self) {
		self.0.store(true, std::sync::atomic::Ordering::Relaxed);
	}

	async fn sample(&self, load: &Load) -> Samples {
		let mut samples = Samples::default();
		while !self.0.load(std::sync::atomic::Ordering::Relaxed) {
			samples.look(load, load.elapsed().as_secs_f64());
			tokio::time::sleep(LOOK_EVERY).await;
		}
		samples
	}
}

async fn all(
	context: &mut Context,
	load: &Load,
	looks: &Looks,
	phases: &mut Vec<Phase>,
) -> Result<()> {
	let result = phases::all(context, load, phases).await;
	looks.done();
	result
}

fn describe(report: &mut Report, phase: &Phase, result: &LoadResult) {
	let target = format!("recovers within {} s", RECOVERS.as_secs());
	match &phase.recovery {
		Ok(seconds) => {
			let standstill = result.standstill(phase.from, phase.to).as_secs_f64();
			report.figure(
				&phase.name,
				serde_json::json!({
					"recovery_s": seconds,
					"longest_without_a_strong_block_s": standstill,
					"from_s": phase.from.as_secs_f64(),
					"to_s": phase.to.as_secs_f64(),
				}),
			);
			let measured = format!("{seconds:.1} s; {standstill:.1} s without a Strong block");
			let holds = *seconds <= RECOVERS.as_secs_f64();
			report.check(Check::when(&phase.name, target, measured, holds));
		},
		Err(why) => report.check(Check::not_judged(&phase.name, target, why)),
	}
}

/// Judges the whole chain from outside: one hash at each number, each with a certificate that
/// verifies, and nobody contradicted itself.
async fn judge(report: &mut Report, context: &mut Context) -> Result<()> {
	let Some(network) = context.subject.own() else { return Ok(()) };
	let all: Vec<_> = (0..network.nodes().len()).collect();
	let rpcs = network.rpcs(&all);
	let mut lowest = u32::MAX;
	for rpc in &rpcs {
		match rpc.strong().await {
			Ok(strong) => lowest = lowest.min(strong.number),
			// That it does not run is in the report already.
			Err(error) => report.note(format!("{} was not judged: {error}", rpc.node())),
		}
	}
	let (measured, holds) = if lowest == u32::MAX {
		("no node answers".to_owned(), false)
	} else {
		match judge::agreement(&rpcs, lowest).await {
			Ok(checked) => (checked.to_string(), true),
			Err(error) => (error.to_string(), false),
		}
	};
	report.check(Check::when("every block", "one chain, certified", measured, holds));
	let offences = judge::nobody_offended(network, &all).await;
	let holds = offences.is_ok();
	let measured = offences.err().map_or("none".into(), |error| error.to_string());
	report.check(Check::when("offences of honest nodes", "none", measured, holds));
	Ok(())
}
