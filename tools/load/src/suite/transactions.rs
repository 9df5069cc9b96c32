// SPDX-License-Identifier: GPL-3.0-or-later
//! Sustained transfers. What counts is what is in Strong blocks.

use super::Context;
use crate::{
	error::Result,
	figures::{
		check::{self, Check, TRANSFERS_PER_SECOND},
		plot::Panel,
		report::Report,
	},
	load::run::{LoadResult, Prepared},
	network::process,
	progress::Progress,
	suite::loading::{Samples, LOOK_EVERY},
};
use std::time::{Duration, Instant};

/// How long the last transfers may take until they are final.
pub(crate) const DRAIN: Duration = Duration::from_secs(150);

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let wanted = context.arguments.tps;
	let per_second = (wanted > 0.0).then_some(wanted);
	let plan = context.arguments.plan(per_second, context.arguments.duration)?;
	let title = match per_second {
		Some(rate) => format!("{rate} transfers a second"),
		None => "As many transfers as the network takes".into(),
	};
	let mut report = Report::new("transactions", &title);
	report.figure("accounts", plan.accounts);
	report.figure("connections", plan.lanes);
	report.figure("transfers waiting at most", plan.most_waiting);
	let prepared = Prepared::new(&context.subject.endpoints(), plan, &context.stop).await?;
	let (signing_s, signed) = prepared.presigned;
	report.figure("transfers signed beforehand", signed);
	report.figure("transfers signed a second", signed as f64 / signing_s.max(f64::MIN_POSITIVE));
	let cpu_before = (context.subject.cpu_seconds(), process::own_cpu_seconds());

	let load = prepared.start();
	let started = Instant::now();
	let duration = context.arguments.duration;
	let progress = Progress::seconds(&title, duration);
	let mut samples = Samples::default();
	while started.elapsed() < duration {
		let left = duration.saturating_sub(started.elapsed());
		if context.stop.sleep(LOOK_EVERY.min(left)).await {
			break;
		}
		context.subject.ensure_running()?;
		let at = started.elapsed();
		progress.at(at.as_secs(), samples.look(&load, at.as_secs_f64()));
	}
	progress.done();
	let took = started.elapsed();
	report.seconds = took.as_secs_f64();
	let result = load.finish(DRAIN).await?;
	let cpu_after = (context.subject.cpu_seconds(), process::own_cpu_seconds());
	let cpu = |before: Option<f64>, after: Option<f64>| Some(after? - before?);
	describe_cpu(
		&mut report,
		&result,
		cpu(cpu_before.0, cpu_after.0),
		cpu(cpu_before.1, cpu_after.1),
	);
	let expected = per_second.unwrap_or(f64::from(TRANSFERS_PER_SECOND));
	let rate = result.rate(Duration::ZERO, took);
	report.figure("transfers a second in Strong blocks", rate);
	report.check(check::transfer_rate(rate, expected, report.seconds));
	describe(&mut report, &result);
	plot(&mut report, &result, samples);
	Ok(report)
}

fn describe_cpu(report: &mut Report, result: &LoadResult, nodes: Option<f64>, own: Option<f64>) {
	report.figure("processor seconds of this program", own);
	report.figure("processor seconds of all nodes", nodes);
	if let Some(seconds) = nodes.filter(|_| result.counts.strong > 0) {
		let thousands = result.counts.strong as f64 / 1000.0;
		report.figure("processor seconds of all nodes for 1000 transfers", seconds / thousands);
	}
}

/// Adds the checks and figures that hold for every load.
pub(crate) fn describe(report: &mut Report, result: &LoadResult) {
	let counts = result.counts;
	report.figure("submitted", counts.submitted);
	report.figure("included", counts.included);
	report.figure("strong", counts.strong);
	report.figure("failed", result.failed());
	report.figure("refused", counts.refused);
	report.figure("lost", result.lost);
	report.figure("failed in a block", result.failed_in_block.0);
	report.figure("blocks looked at for failures", result.failed_in_block.1);
	report.figure("submitted again", counts.resubmitted);
	report.figure("latency to inclusion", result.to_inclusion);
	report.figure("latency to Strong", result.to_strong);
	report.figure("most transfers in a block", result.blocks.iter().map(|block| block.ours).max());
	report.figure("answers of nodes other than yes", &result.reasons);
	let failed = format!("{} of {}", result.failed(), counts.submitted);
	report.check(Check::when("transfers that failed", "none", failed, result.failed() == 0));
	let twice = counts.twice;
	report.check(Check::when("transfers in two final blocks", "none", twice, twice == 0));
	let measured = match result.violations.first() {
		Some(first) => format!("{}, the first: {first}", result.violations.len()),
		None => "none".into(),
	};
	let holds = result.violations.is_empty();
	report.check(Check::when("final blocks that contradict another", "none", measured, holds));
}

/// Adds the plot.
pub(crate) fn plot(report: &mut Report, result: &LoadResult, samples: Samples) {
	let mut blocks = Panel::new("transfers in each final block");
	let seconds = |ms: u32| f64::from(ms) / 1000.0;
	let points = result.blocks.iter().map(|block| (seconds(block.arrived_ms), block.ours as f64));
	blocks.line("", points.collect());
	for panel in samples.panels() {
		report.chart().panel(panel);
	}
	report.chart().panel(blocks);
}
