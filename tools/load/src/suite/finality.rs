// SPDX-License-Identifier: GPL-3.0-or-later
//! The lag of finality: how many blocks the final one is behind the best one, looked at again and
//! again, and how long a block takes from its arrival at a node to its finality there.

use super::Context;
use crate::{
	error::Result,
	figures::{
		blocks::FinalityTimes,
		check,
		plot::Panel,
		report::Report,
		trend::{mean, quantile, Point},
	},
	network::watch::{Event, What},
	suite::loading::watch_for,
};

/// How often the lag is looked at, in seconds.
const LOOK_EVERY_S: f64 = 0.5;

/// What one node tells about finality.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lag {
	times: FinalityTimes,
	best: Option<u64>,
	looks: Vec<Point>,
	next_look: f64,
}

impl Lag {
	/// Looks, for every moment since the last look, at what was the case until `at`.
	pub(crate) fn look(&mut self, at: f64) {
		while self.next_look <= at {
			if let (Some(best), Some(last)) = (self.best, self.times.last) {
				self.looks.push((self.next_look, best.saturating_sub(last) as f64));
			}
			self.next_look += LOOK_EVERY_S;
		}
	}

	fn event(&mut self, what: What, at: f64) {
		self.look(at);
		match what {
			What::Best(head) => {
				self.best = Some(head.number);
				self.times.arrived(head, at);
			},
			What::Imported(head) => self.times.arrived(head, at),
			What::Final(head) => self.times.is_final(head, at),
			What::Away | What::Back => {},
		}
	}
}

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let mut report = Report::new("finality", "How far finality is behind");
	let mut nodes = vec![Lag::default(); context.subject.targets().len()];
	let duration = context.arguments.duration;
	report.seconds = watch_for(context, "finality lag", duration, |event, at| {
		note(&mut nodes, event, at);
	})
	.await?;
	let end = report.seconds;
	nodes.iter_mut().for_each(|node| node.look(end));
	describe(&mut report, context, &nodes);
	Ok(report)
}

/// Notes what concerns finality.
pub(crate) fn note(nodes: &mut [Lag], event: Event, at: f64) {
	if let Some(node) = nodes.get_mut(event.node) {
		node.event(event.what, at);
	}
}

/// Adds checks, figures and the plot.
pub(crate) fn describe(report: &mut Report, context: &Context, nodes: &[Lag]) {
	let mut behind = Panel::new("blocks behind the best");
	let mut took = Panel::new("ms from arrival to final");
	for (target, lag) in context.subject.targets().iter().zip(nodes) {
		let name = target.name();
		let mut looks: Vec<_> = lag.looks.iter().map(|look| look.1).collect();
		report.figure(format!("{name} mean lag in blocks"), mean(looks.iter().copied()));
		report.figure(
			format!("{name} largest lag in blocks"),
			looks.iter().copied().reduce(f64::max),
		);
		report.check(check::finality_lag(name, quantile(&mut looks, 0.95)));
		report.check(check::going_on(name, "final", lag.times.last_at, report.seconds));
		report.figure(format!("{name} arrival to final"), lag.times.times().percentiles());
		behind.line(name, lag.looks.clone());
		took.line(name, lag.times.points.clone());
	}
	report.chart().panel(behind);
	report.chart().panel(took);
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::network::head::{Hash, Head};

	fn head(number: u8) -> Head {
		let hash = |number: u8| Hash::from([number; 32]);
		Head { number: number.into(), hash: hash(number), parent: hash(number - 1) }
	}

	#[test]
	fn the_lag_is_what_it_was_at_each_look() {
		let mut lag = Lag::default();
		lag.event(What::Best(head(5)), 0.1);
		lag.event(What::Final(head(5)), 0.2);
		lag.event(What::Best(head(6)), 0.9);
		lag.event(What::Best(head(7)), 1.4);
		lag.event(What::Final(head(7)), 1.6);
		lag.look(2.0);
		assert_eq!(lag.looks, [(0.5, 0.0), (1.0, 1.0), (1.5, 2.0), (2.0, 0.0)]);
	}
}
