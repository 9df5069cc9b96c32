// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows how far long work is: a bar on a terminal, and a line now and then elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
	io::{IsTerminal, Write},
	sync::Mutex,
	time::{Duration, Instant},
};

/// How often a line is written where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(15);

/// Writes a line of results. Who closed the terminal or the pipe still gets the files.
pub(crate) fn say(line: &str) {
	let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes a line that says how things are.
pub(crate) fn tell(line: &str) {
	let _ = writeln!(std::io::stderr(), "{line}");
}

/// The progress of one piece of work.
#[derive(Debug)]
pub(crate) struct Progress {
	what: String,
	bar: ProgressBar,
	terminal: bool,
	last_line: Mutex<Instant>,
}

impl Progress {
	/// Of work that has so many steps.
	pub(crate) fn new(what: &str, steps: u64) -> Self {
		let terminal = std::io::stderr().is_terminal();
		let bar = ProgressBar::with_draw_target(
			Some(steps),
			if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
		);
		if let Ok(style) = ProgressStyle::with_template(
			"{prefix} [{bar:30}] {pos}/{len} {elapsed}/{duration} {msg}",
		) {
			bar.set_style(style.progress_chars("=> "));
		}
		bar.set_prefix(what.to_owned());
		if !terminal {
			tell(&format!("{what}: {steps} to do"));
		}
		Self { what: what.to_owned(), bar, terminal, last_line: Mutex::new(Instant::now()) }
	}

	/// Of work that takes a known time; its steps are seconds.
	pub(crate) fn seconds(what: &str, time: Duration) -> Self {
		Self::new(&format!("{what}, seconds"), time.as_secs())
	}

	/// So many steps more are done.
	pub(crate) fn add(&self, steps: u64) {
		self.bar.inc(steps);
		self.line(&self.bar.message());
	}

	/// So many steps are done, and this is what can be said meanwhile.
	pub(crate) fn at(&self, steps: u64, message: String) {
		self.bar.set_position(steps);
		self.line(&message);
		self.bar.set_message(message);
	}

	/// All is done.
	pub(crate) fn done(self) {
		self.bar.finish_and_clear();
		let seconds = self.bar.elapsed().as_secs_f64();
		tell(&format!("{}: done after {seconds:.1} s", self.what));
	}

	fn line(&self, message: &str) {
		if self.terminal {
			return;
		}
		let Ok(mut last) = self.last_line.lock() else { return };
		if last.elapsed() >= LINE_EVERY {
			*last = Instant::now();
			let (done, all) = (self.bar.position(), self.bar.length().unwrap_or_default());
			tell(&format!("{}: {done} of {all} {message}", self.what));
		}
	}
}
