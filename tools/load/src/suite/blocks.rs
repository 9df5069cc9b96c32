// SPDX-License-Identifier: GPL-3.0-or-later
//! The rate of blocks: how long from one to the next at every node, and how many competed.

use super::Context;
use crate::{
	error::Result,
	figures::{blocks::BlockTimes, check, plot::Panel, report::Report},
	network::watch::{Event, What},
	suite::loading::watch_for,
};

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let mut report = Report::new("blocks", "Seconds from block to block");
	let mut nodes = vec![BlockTimes::default(); context.subject.targets().len()];
	let duration = context.arguments.duration;
	report.seconds = watch_for(context, "block rate", duration, |event, at| {
		note(&mut nodes, event, at);
	})
	.await?;
	describe(&mut report, context, &nodes);
	Ok(report)
}

/// Notes what concerns blocks.
pub(crate) fn note(nodes: &mut [BlockTimes], event: Event, at: f64) {
	let Some(node) = nodes.get_mut(event.node) else { return };
	match event.what {
		What::Best(head) => node.best(head, at),
		What::Imported(head) => node.any(head),
		_ => {},
	}
}

/// Adds checks, figures and the plot.
pub(crate) fn describe(report: &mut Report, context: &Context, nodes: &[BlockTimes]) {
	let mut intervals = Panel::new("seconds between best blocks");
	for (target, times) in context.subject.targets().iter().zip(nodes) {
		let name = target.name();
		report.check(check::block_interval(name, times.mean_interval_s()));
		report.check(check::going_on(name, "best", times.last_at(), report.seconds));
		report.figure(format!("{name} blocks"), times.count());
		report.figure(format!("{name} competing blocks"), times.competing);
		report.figure(format!("{name} intervals"), times.intervals().percentiles());
		intervals.line(name, times.points.clone());
	}
	report.chart().panel(intervals);
}
