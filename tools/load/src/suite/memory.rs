// SPDX-License-Identifier: GPL-3.0-or-later
//! Memory of each node over time, and what a straight line through it grows in an hour.

use super::Context;
use crate::{
	error::Result,
	figures::{
		check,
		plot::Panel,
		report::Report,
		trend::{growth_an_hour, Point},
	},
	network::{metrics, process},
	progress::Progress,
};
use std::time::{Duration, Instant};

/// How often memory is looked at in a short test; long ones look less often.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Of a node's first moments this share of the test is left out: caches fill.
const WARM_UP: f64 = 0.1;
/// Bytes of a megabyte as shown.
const MEGABYTE: f64 = 1024.0 * 1024.0;

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let mut report = Report::new("memory", "Resident memory of each node");
	let duration = context.arguments.duration;
	let progress = Progress::seconds("memory", duration);
	let mut memory = Memory::new(context);
	let started = Instant::now();
	loop {
		memory.look(context, started.elapsed().as_secs_f64()).await;
		context.subject.ensure_running()?;
		progress.at(started.elapsed().as_secs(), memory.line());
		let left = duration.saturating_sub(started.elapsed());
		if left.is_zero() || context.stop.sleep(left.min(LOOK_EVERY)).await {
			break;
		}
	}
	progress.done();
	report.seconds = started.elapsed().as_secs_f64();
	memory.describe(&mut report, context);
	Ok(report)
}

/// The memory of all nodes, as it was looked at.
#[derive(Clone, Debug)]
pub(crate) struct Memory(Vec<Vec<Point>>);

impl Memory {
	/// Nothing is known yet.
	pub(crate) fn new(context: &Context) -> Self {
		Self(vec![Vec::new(); context.subject.targets().len()])
	}

	/// Looks at the memory of every node; one that does not tell is left out.
	pub(crate) async fn look(&mut self, context: &mut Context, at: f64) {
		let pids = context.subject.pids();
		for ((target, pid), points) in context.subject.targets().iter().zip(pids).zip(&mut self.0) {
			let own = pid.and_then(process::resident_bytes);
			let bytes = match (own, &target.metrics) {
				(Some(bytes), _) => Some(bytes),
				(None, Some(address)) => {
					let scrape = address.scrape(target.name()).await;
					scrape.ok().as_ref().and_then(metrics::resident_bytes)
				},
				(None, None) => None,
			};
			points.extend(bytes.map(|bytes| (at, bytes)));
		}
	}

	/// The last look, in a line.
	pub(crate) fn line(&self) -> String {
		let last: Vec<_> = self
			.0
			.iter()
			.map(|points| match points.last() {
				Some((_, bytes)) => format!("{:.0} MB", bytes / MEGABYTE),
				None => "?".into(),
			})
			.collect();
		last.join(", ")
	}

	/// Adds checks, figures and the plot.
	pub(crate) fn describe(&self, report: &mut Report, context: &Context) {
		let mut panel = Panel::new("MB");
		for (target, points) in context.subject.targets().iter().zip(&self.0) {
			let name = target.name();
			let warm = after_warm_up(points);
			let watched_s = match (warm.first(), warm.last()) {
				(Some(first), Some(last)) => last.0 - first.0,
				_ => 0.0,
			};
			let growth = growth_an_hour(warm);
			report.check(check::memory_growth(name, growth, watched_s));
			let megabytes = |point: Option<&Point>| point.map(|point| point.1 / MEGABYTE);
			report.figure(format!("{name} MB at first"), megabytes(points.first()));
			report.figure(format!("{name} MB at last"), megabytes(points.last()));
			report.figure(format!("{name} growth an hour, % of itself"), growth.map(|g| g * 100.0));
			panel.line(name, points.iter().map(|(at, bytes)| (*at, bytes / MEGABYTE)).collect());
		}
		report.chart().panel(panel);
	}
}

fn after_warm_up(points: &[Point]) -> &[Point] {
	let end = points.last().map_or(0.0, |last| last.0);
	let start = points.partition_point(|point| point.0 < end * WARM_UP);
	&points[start..]
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_first_tenth_is_left_out() {
		let points: Vec<_> = (0..=100u32).map(|t| (f64::from(t), 1.0)).collect();
		assert_eq!(after_warm_up(&points).len(), 91);
		assert!(after_warm_up(&[]).is_empty());
		assert_eq!(after_warm_up(&points[..1]).len(), 1);
	}
}
