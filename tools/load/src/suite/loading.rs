// SPDX-License-Identifier: GPL-3.0-or-later
//! What several tests do: watch events for a while, and drive a load.

use super::Context;
use crate::{
	error::Result,
	figures::{plot::Panel, trend::Point},
	load::run::Load,
	network::watch::{Event, Watch},
	progress::Progress,
};
use std::time::{Duration, Instant};

/// How often progress is shown and a load is looked at.
pub(crate) const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Gives every event of the next `duration`, with the seconds since the start, to `note`; ends
/// early when somebody asks to stop. Gives how many seconds it took.
pub(crate) async fn watch_for(
	context: &mut Context,
	what: &str,
	duration: Duration,
	mut note: impl FnMut(Event, f64),
) -> Result<f64> {
	let mut watch = Watch::start(context.subject.targets().iter().map(|target| &target.endpoint));
	let started = Instant::now();
	let end = started + duration;
	let progress = Progress::seconds(what, duration);
	while Instant::now() < end && !context.stop.asked() {
		let next_look = end.min(Instant::now() + LOOK_EVERY);
		while let Some(event) = watch.next_before(next_look).await {
			note(event, event.at.saturating_duration_since(started).as_secs_f64());
		}
		context.subject.ensure_running()?;
		progress.at(started.elapsed().as_secs(), String::new());
	}
	progress.done();
	Ok(started.elapsed().as_secs_f64())
}

/// A load over time: cumulative counts, and what waits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples {
	submitted: Vec<Point>,
	included: Vec<Point>,
	strong: Vec<Point>,
	waiting: Vec<Point>,
}

impl Samples {
	/// Looks at a load; gives what can be said of it in a line.
	pub(crate) fn look(&mut self, load: &Load, at: f64) -> String {
		let (counts, waiting) = load.now();
		self.submitted.push((at, counts.submitted as f64));
		self.included.push((at, counts.included as f64));
		self.strong.push((at, counts.strong as f64));
		self.waiting.push((at, waiting as f64));
		format!(
			"{} submitted, {} in blocks, {} Strong, {} waiting",
			counts.submitted, counts.included, counts.strong, waiting
		)
	}

	/// As panels of a plot.
	pub(crate) fn panels(self) -> [Panel; 2] {
		let mut counts = Panel::new("transfers so far");
		counts
			.line("submitted", self.submitted)
			.line("in a block", self.included)
			.line("Strong", self.strong);
		let mut waiting = Panel::new("transfers waiting");
		waiting.line("", self.waiting);
		[counts, waiting]
	}
}
