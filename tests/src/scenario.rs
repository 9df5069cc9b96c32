// SPDX-License-Identifier: GPL-3.0-or-later
//! The frame of a test: its turn on this machine, a log of its steps, and everything kept when it
//! fails.

use crate::{
	network::{Network, NetworkOptions},
	process::{tail, TAIL_LINES},
	turn::Turn,
	Error, NodeBinary, Result,
};
use std::{
	fs::OpenOptions,
	io::Write,
	path::{Path, PathBuf},
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// A file to which each scenario appends a line: name, outcome, seconds and steps, separated by
/// tabs.
pub const RESULTS_VARIABLE: &str = "FLARECHAIN_TESTS_RESULTS";
/// Where scenarios put their folders; the system's temporary folder otherwise.
pub const FOLDER_VARIABLE: &str = "FLARECHAIN_TESTS_FOLDER";

/// A running test.
#[derive(Debug)]
pub struct Scenario {
	name: String,
	started: Instant,
	binary: NodeBinary,
	/// `None` once it was decided what becomes of it.
	folder: Option<TempDir>,
	path: PathBuf,
	_turn: Turn,
}

impl Scenario {
	fn begin(name: &str) -> Result<Self> {
		let binary = NodeBinary::find()?;
		let base = std::env::var_os(FOLDER_VARIABLE).map_or_else(std::env::temp_dir, PathBuf::from);
		std::fs::create_dir_all(&base).map_err(Error::io(format!("create {}", base.display())))?;
		let turn = Turn::wait(&base)?;
		let folder = tempfile::Builder::new()
			.prefix(&format!("flarechain-{name}-"))
			.tempdir_in(&base)
			.map_err(Error::io(format!("create a folder in {}", base.display())))?;
		let path = folder.path().to_owned();
		let scenario = Self {
			name: name.to_owned(),
			started: Instant::now(),
			binary,
			folder: Some(folder),
			path,
			_turn: turn,
		};
		scenario.step(format!("begins in {}", scenario.path.display()));
		Ok(scenario)
	}

	/// The node's binary.
	pub fn binary(&self) -> &NodeBinary {
		&self.binary
	}

	/// Where this scenario writes.
	pub fn folder(&self) -> &Path {
		&self.path
	}

	/// Says what was reached, and when.
	pub fn step(&self, text: impl AsRef<str>) {
		let seconds = self.started.elapsed().as_secs_f64();
		println!("[{seconds:7.1} s] {}: {}", self.name, text.as_ref());
	}

	/// Starts a network and waits until every node answers.
	pub async fn network(&self, options: &NetworkOptions) -> Result<Network> {
		let network = Network::launch(&self.binary, options, &self.path).await?;
		self.step(format!("{} nodes run", network.nodes().len()));
		Ok(network)
	}

	fn end(mut self, result: &Result<()>) {
		match result {
			Ok(()) => {
				self.step("passed");
				self.note("passed");
				self.folder = None;
			},
			Err(error) => {
				self.step(format!("FAILED: {error}"));
				self.keep("FAILED");
			},
		}
	}

	fn keep(&mut self, outcome: &str) {
		self.note(outcome);
		if let Some(folder) = self.folder.take() {
			let path = folder.keep();
			for log in logs(&path) {
				println!("--- the end of {}\n{}", log.display(), tail(&log, TAIL_LINES));
			}
			println!("--- data and logs of {} are kept in {}", self.name, path.display());
		}
	}

	/// What cannot be written here is not worth failing a test for.
	fn note(&self, outcome: &str) {
		if let Some(file) = std::env::var_os(RESULTS_VARIABLE) {
			if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(file) {
				let seconds = self.started.elapsed().as_secs();
				let _ = writeln!(file, "{}\t{outcome}\t{seconds}", self.name);
			}
		}
	}
}

impl Drop for Scenario {
	fn drop(&mut self) {
		// Only still there when a test panicked.
		if self.folder.is_some() {
			self.keep("FAILED");
		}
	}
}

/// Runs a test that starts nodes, once it is its turn on this machine.
pub fn scenario(
	name: &str,
	deadline: Duration,
	body: impl AsyncFnOnce(&Scenario) -> Result<()>,
) -> Result<()> {
	let scenario = Scenario::begin(name)?;
	let runtime = tokio::runtime::Builder::new_multi_thread()
		.worker_threads(2)
		.enable_all()
		.build()
		.map_err(Error::io("start the async runtime"))?;
	let result = runtime.block_on(async {
		tokio::time::timeout(deadline, body(&scenario)).await.unwrap_or_else(|_| {
			Err(Error::Deadline {
				what: format!("all of {name}"),
				deadline,
				last: "see the last step above".into(),
			})
		})
	});
	scenario.end(&result);
	result
}

fn logs(folder: &Path) -> Vec<PathBuf> {
	let mut logs: Vec<_> = std::fs::read_dir(folder)
		.into_iter()
		.flatten()
		.flatten()
		.map(|entry| entry.path())
		.filter(|path| path.extension().is_some_and(|extension| extension == "log"))
		.collect();
	logs.sort();
	logs
}
