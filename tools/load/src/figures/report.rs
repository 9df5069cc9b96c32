// SPDX-License-Identifier: GPL-3.0-or-later
//! What a test leaves behind: `<test>.json` for machines, `<test>.txt` to read, `<test>.svg` to look
//! at.

use crate::{
	error::{write, Error, Result},
	figures::{
		check::{Check, Outcome},
		plot::{self, Chart},
	},
};
use serde::Serialize;
use serde_json::{json, Map, Value};
use std::{
	fmt::Write as _,
	io::ErrorKind,
	path::Path,
	time::{SystemTime, UNIX_EPOCH},
};

/// Version of the layout of the JSON files.
const FORMAT: u32 = 1;

/// The result of one test.
#[derive(Debug)]
pub(crate) struct Report {
	test: &'static str,
	started_unix_s: u64,
	/// How long the measurement took.
	pub(crate) seconds: f64,
	figures: Map<String, Value>,
	checks: Vec<Check>,
	notes: Vec<String>,
	chart: Chart,
}

impl Report {
	/// Of a test that begins now.
	pub(crate) fn new(test: &'static str, title: &str) -> Self {
		let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
		Self {
			test,
			started_unix_s: since.as_secs(),
			seconds: 0.0,
			figures: Map::new(),
			checks: Vec::new(),
			notes: Vec::new(),
			chart: Chart::new(title),
		}
	}

	/// Adds a number, or a group of them. Its name says the unit.
	pub(crate) fn figure(&mut self, name: impl Into<String>, value: impl Serialize) {
		let value = serde_json::to_value(value).unwrap_or(Value::Null);
		self.figures.insert(name.into(), value);
	}

	/// Adds a check.
	pub(crate) fn check(&mut self, check: Check) {
		self.checks.push(check);
	}

	/// Adds something that a reader has to know.
	pub(crate) fn note(&mut self, note: impl Into<String>) {
		self.notes.push(note.into());
	}

	/// The plot over time.
	pub(crate) fn chart(&mut self) -> &mut Chart {
		&mut self.chart
	}

	/// Failed if a check failed, not judged if none says anything.
	pub(crate) fn outcome(&self) -> Outcome {
		let any = |wanted| self.checks.iter().any(|check| check.outcome == wanted);
		if any(Outcome::Failed) {
			Outcome::Failed
		} else if any(Outcome::Passed) {
			Outcome::Passed
		} else {
			Outcome::NotJudged
		}
	}

	/// What is in the JSON file. `network` describes what was tested.
	pub(crate) fn json(&self, network: &Value) -> Value {
		json!({
			"format": FORMAT,
			"test": self.test,
			"outcome": self.outcome(),
			"startedUnixSeconds": self.started_unix_s,
			"seconds": self.seconds,
			"network": network,
			"checks": self.checks,
			"figures": self.figures,
			"notes": self.notes,
			"series": self.chart.series(),
		})
	}

	/// What is in the text file.
	pub(crate) fn text(&self) -> String {
		let mut text = format!("{}: {}\n\n", self.test, self.outcome().word());
		text.push_str(&table(&self.checks));
		text.push('\n');
		for (name, value) in &self.figures {
			figure_lines(&mut text, name, value);
		}
		for note in &self.notes {
			// Writing to a string cannot fail.
			let _ = writeln!(text, "note: {note}");
		}
		text
	}

	/// Writes the three files.
	pub(crate) fn write(&self, folder: &Path, network: &Value) -> Result<()> {
		let path = |extension| folder.join(format!("{}.{extension}", self.test));
		let json = serde_json::to_string_pretty(&self.json(network))
			.map_err(|error| Error::Usage(format!("{} cannot be written: {error}", self.test)))?;
		write(&path("json"), json + "\n")?;
		write(&path("txt"), self.text())?;
		plot::draw(&self.chart, &path("svg"))
	}
}

fn figure_lines(text: &mut String, name: &str, value: &Value) {
	match value {
		Value::Object(parts) => {
			let parts: Vec<_> =
				parts.iter().map(|(part, value)| format!("{part} {}", shown(value))).collect();
			let _ = writeln!(text, "{name}: {}", parts.join(", "));
		},
		value => {
			let _ = writeln!(text, "{name}: {}", shown(value));
		},
	}
}

fn shown(value: &Value) -> String {
	match value {
		Value::String(text) => text.clone(),
		Value::Number(number) if number.is_f64() => {
			format!("{:.3}", number.as_f64().unwrap_or_default())
		},
		other => other.to_string(),
	}
}

/// Checks as a table, columns aligned.
pub(crate) fn table(checks: &[Check]) -> String {
	let rows: Vec<[&str; 4]> =
		std::iter::once(["check", "target", "measured", "outcome"])
			.chain(checks.iter().map(|check| {
				[&*check.what, &*check.target, &*check.measured, check.outcome.word()]
			}))
			.collect();
	let width = |column: usize| {
		rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
	};
	let widths = [width(0), width(1), width(2)];
	let mut text = String::new();
	for [what, target, measured, outcome] in rows {
		let [a, b, c] = widths;
		let _ = writeln!(text, "{what:a$}  {target:b$}  {measured:c$}  {outcome}");
	}
	text
}

/// Removes what an earlier run of a test has left, so that nobody takes it for the result of one that
/// cannot be run.
pub(crate) fn remove(folder: &Path, test: &str) -> Result<()> {
	for extension in ["json", "txt", "svg"] {
		let path = folder.join(format!("{test}.{extension}"));
		match std::fs::remove_file(&path) {
			Err(error) if error.kind() != ErrorKind::NotFound => {
				return Err(Error::io(format!("remove {}", path.display()))(error));
			},
			_ => {},
		}
	}
	Ok(())
}

/// Of several tests: a table with one line for each check, and the files `summary.json` and
/// `summary.txt`.
pub(crate) fn summary(reports: &[Report], folder: &Path, network: &Value) -> Result<String> {
	let checks: Vec<_> = reports
		.iter()
		.flat_map(|report| {
			report.checks.iter().map(|check| Check {
				what: format!("{}: {}", report.test, check.what),
				..check.clone()
			})
		})
		.collect();
	let text = table(&checks);
	let tests: Vec<_> = reports
		.iter()
		.map(|report| {
			json!({
				"test": report.test,
				"outcome": report.outcome(),
				"seconds": report.seconds,
				"startedUnixSeconds": report.started_unix_s,
			})
		})
		.collect();
	let json = json!({ "format": FORMAT, "network": network, "tests": tests, "checks": checks });
	write(&folder.join("summary.txt"), &text)?;
	write(&folder.join("summary.json"), format!("{json:#}\n"))?;
	Ok(text)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn report(outcomes: &[bool]) -> Report {
		let mut report = Report::new("blocks", "Blocks");
		for holds in outcomes {
			report.check(Check::when("interval", "6 s", "6.1 s", *holds));
		}
		report
	}

	#[test]
	fn one_failed_check_fails_the_test() {
		assert_eq!(report(&[true, false]).outcome(), Outcome::Failed);
		assert_eq!(report(&[true, true]).outcome(), Outcome::Passed);
		assert_eq!(report(&[]).outcome(), Outcome::NotJudged);
		let mut partly = report(&[true]);
		partly.check(Check::not_judged("memory", "50 %", "too short"));
		assert_eq!(partly.outcome(), Outcome::Passed);
	}

	#[test]
	fn text_and_json_say_the_same() {
		let mut report = report(&[true]);
		report.figure("blocks", 10);
		report.figure("interval", json!({ "p50_ms": 6000, "mean_ms": 6000.1234 }));
		report.note("the machine was busy");
		let text = report.text();
		assert!(
			text.starts_with("blocks: passed\n\ncheck     target  measured  outcome\n"),
			"{text}"
		);
		assert!(text.contains("interval  6 s     6.1 s     passed\n"), "{text}");
		assert!(text.contains("blocks: 10\ninterval: mean_ms 6000.123, p50_ms 6000\n"), "{text}");
		assert!(text.contains("note: the machine was busy"), "{text}");
		let json = report.json(&json!({ "nodes": 4 }));
		assert_eq!(json["outcome"], "passed");
		assert_eq!(json["figures"]["blocks"], 10);
		assert_eq!(json["network"]["nodes"], 4);
		assert_eq!(json["checks"][0]["measured"], "6.1 s");
	}
}
