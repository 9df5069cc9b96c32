// SPDX-License-Identifier: GPL-3.0-or-later
//! The dashboard and the alerts of `config/monitoring`, asked of a real Prometheus that reads a real
//! network: `scripts/monitoring.sh --test`, on ports of its own.

use crate::minutes;
use flarechain_tests::{
	must, scenario, tail, wait_until, Error, Look, NodeProcess, Result, TAIL_LINES,
};
use std::{
	ffi::OsString,
	path::{Path, PathBuf},
	time::Duration,
};

/// More than the script's own deadlines together: five minutes for the network, of which a
/// partition's first block takes half, and four for figures over two samples.
const DEADLINE: Duration = minutes(10);

#[test]
fn every_panel_and_every_alert_has_data() -> Result<()> {
	scenario("monitoring", DEADLINE, async |run| {
		let log = run.folder().join("monitoring.log");
		let mut checks = start(run.folder(), &log)?;
		let status = wait_until("the checks of monitoring end", DEADLINE, async || {
			Ok(checks.status().map_or_else(|| Look::not_yet(tail(&log, 1)), Look::Done))
		})
		.await?;
		let words = tail(&log, TAIL_LINES);
		must!(status.success(), "scripts/monitoring.sh --test ends with {status}:\n{words}");
		let data = words
			.lines()
			.find(|line| line.contains("queries of panels and alerts have data"))
			.ok_or_else(|| Error::violated(format!("no query was asked:\n{words}")))?;
		// What it skips is about partitions, of which one runs.
		must!(!words.contains("skipped"), "queries were left out:\n{words}");
		run.step(data);
		Ok(())
	})
}

/// Starts the script with the network of this build; all it writes goes into `folder`.
fn start(folder: &Path, log: &Path) -> Result<NodeProcess> {
	let script: PathBuf =
		[env!("CARGO_MANIFEST_DIR"), "..", "scripts", "monitoring.sh"].iter().collect();
	let variable = |name: &str, value: &Path| {
		let mut text = OsString::from(name);
		text.push("=");
		text.push(value);
		text
	};
	let arguments = [
		variable("TMPDIR", folder),
		variable("FLARECHAIN_NETWORK", Path::new(env!("CARGO_BIN_EXE_flarechain-network"))),
		script.into(),
		"--test".into(),
	];
	NodeProcess::start("monitoring.sh", Path::new("/usr/bin/env"), &arguments, log)
}
