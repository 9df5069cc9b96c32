// SPDX-License-Identifier: GPL-3.0-or-later
//! A node as an operating system process. Whatever happens to this process, it leaves none behind.

use crate::{Error, Result};
use rustix::process::{kill_process, kill_process_group, Pid, Signal};
use std::{
	ffi::OsString,
	fs::OpenOptions,
	os::unix::process::CommandExt,
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
	time::{Duration, Instant},
};

/// Lines of a log that are shown when something is wrong.
pub const TAIL_LINES: usize = 40;
/// Bytes at the end of a log that are looked at for these lines.
const TAIL_BYTES: usize = 64 * 1024;
/// How long a process may take to end by itself.
const STOP_DEADLINE: Duration = Duration::from_secs(20);
/// How often a process that should end is looked at.
const STOP_POLL: Duration = Duration::from_millis(20);

/// A running node with the worker processes that it started.
#[derive(Debug)]
pub struct NodeProcess {
	name: String,
	log: PathBuf,
	child: Child,
	/// Kills the group when this process goes away without doing so itself.
	guard: Child,
	status: Option<ExitStatus>,
}

impl NodeProcess {
	/// Starts `binary`; its output is appended to `log`.
	pub fn start(name: &str, binary: &Path, arguments: &[OsString], log: &Path) -> Result<Self> {
		let open = || {
			OpenOptions::new()
				.create(true)
				.append(true)
				.open(log)
				.map_err(Error::io(format!("open {}", log.display())))
		};
		let mut child = Command::new(binary)
			.args(arguments)
			.stdin(Stdio::null())
			.stdout(open()?)
			.stderr(open()?)
			// A group of its own: a Ctrl-C in the terminal is for this process to handle, and
			// the PVF workers can be killed with the node.
			.process_group(0)
			.spawn()
			.map_err(Error::io(format!("start {}", binary.display())))?;
		let guard = start_guard(child.id()).inspect_err(|_| {
			let _ = child.kill();
			let _ = child.wait();
		})?;
		Ok(Self { name: name.to_owned(), log: log.to_owned(), child, guard, status: None })
	}

	/// The node's process id.
	pub fn id(&self) -> u32 {
		self.child.id()
	}

	/// Its log file.
	pub fn log(&self) -> &Path {
		&self.log
	}

	/// The exit status, once it has ended.
	pub fn status(&mut self) -> Option<ExitStatus> {
		if self.status.is_none() {
			self.status = self.child.try_wait().ok().flatten();
		}
		self.status
	}

	/// Fails, with the end of the log, if the node has ended.
	pub fn ensure_running(&mut self) -> Result<()> {
		match self.status() {
			None => Ok(()),
			Some(status) => Err(Error::NodeDied {
				node: self.name.clone(),
				status: status.to_string(),
				log: self.log.clone(),
				tail: tail(&self.log, TAIL_LINES),
			}),
		}
	}

	/// Ends node and workers at once, as a power cut would (SIGKILL).
	pub fn kill(&mut self) {
		self.signal_group(Signal::KILL);
		self.reap();
	}

	/// Asks the node to end (SIGTERM); kills it when it does not in time.
	pub fn stop(&mut self) {
		self.ask_to_stop();
		self.finish_stopping();
	}

	/// Sends SIGTERM and does not wait.
	pub fn ask_to_stop(&mut self) {
		if self.status().is_none() {
			if let Some(pid) = self.pid() {
				let _ = kill_process(pid, Signal::TERM);
			}
		}
	}

	/// Waits for a node that was asked to stop, then kills what is left.
	pub fn finish_stopping(&mut self) {
		let started = Instant::now();
		while self.status().is_none() && started.elapsed() < STOP_DEADLINE {
			std::thread::sleep(STOP_POLL);
		}
		self.kill();
	}

	fn pid(&self) -> Option<Pid> {
		Pid::from_raw(i32::try_from(self.child.id()).ok()?)
	}

	fn signal_group(&self, signal: Signal) {
		if let Some(pid) = self.pid() {
			// Fails when nothing of the group is left, which is what is wanted.
			let _ = kill_process_group(pid, signal);
		}
	}

	fn reap(&mut self) {
		if self.status.is_none() {
			self.status = self.child.wait().ok();
		}
		let _ = self.guard.kill();
		let _ = self.guard.wait();
	}
}

impl Drop for NodeProcess {
	fn drop(&mut self) {
		self.kill();
	}
}

/// A shell that waits for the end of its input, which comes when this process ends in whatever way,
/// and then kills the group.
fn start_guard(group: u32) -> Result<Child> {
	Command::new("/bin/sh")
		.arg("-c")
		.arg(format!("read -r _; kill -KILL -{group}"))
		.stdin(Stdio::piped())
		.stdout(Stdio::null())
		.stderr(Stdio::null())
		.process_group(0)
		.spawn()
		.map_err(Error::io("start the shell that guards a node"))
}

/// The last lines of a file; empty if it cannot be read.
pub fn tail(file: &Path, lines: usize) -> String {
	let bytes = std::fs::read(file).unwrap_or_default();
	let end = &bytes[bytes.len().saturating_sub(TAIL_BYTES)..];
	let text = String::from_utf8_lossy(end);
	let all: Vec<_> = text.lines().collect();
	all[all.len().saturating_sub(lines)..].join("\n")
}

#[cfg(test)]
mod tests {
	use super::*;

	fn shell(script: &str, log: &Path) -> Result<NodeProcess> {
		NodeProcess::start("sh", Path::new("/bin/sh"), &["-c".into(), script.into()], log)
	}

	fn wait_for(mut condition: impl FnMut() -> bool) -> bool {
		let started = Instant::now();
		while started.elapsed() < Duration::from_secs(10) {
			if condition() {
				return true;
			}
			std::thread::sleep(STOP_POLL);
		}
		false
	}

	fn folder() -> Result<tempfile::TempDir> {
		tempfile::tempdir().map_err(Error::io("make a folder"))
	}

	#[test]
	fn output_goes_to_the_log_and_an_end_is_noticed() -> Result<()> {
		let folder = folder()?;
		let log = folder.path().join("log");
		let mut process = shell("echo one; echo two >&2; exit 3", &log)?;
		assert!(wait_for(|| process.status().is_some()));
		let error = process.ensure_running().expect_err("it has ended").to_string();
		assert!(error.contains("exit status: 3") && error.contains("one\ntwo"), "{error}");
		Ok(())
	}

	#[test]
	fn workers_end_with_their_node() -> Result<()> {
		let folder = folder()?;
		let (log, file) = (folder.path().join("log"), folder.path().join("worker"));
		let script = format!("sleep 1000 & echo $! > {}; wait", file.display());
		let mut process = shell(&script, &log)?;
		let worker = || std::fs::read_to_string(&file).ok()?.trim().parse::<i32>().ok();
		assert!(wait_for(|| worker().is_some()));
		let worker = worker().and_then(Pid::from_raw).expect("it was just read");
		process.kill();
		assert!(wait_for(
			|| rustix::process::test_kill_process(worker).is_err() || is_zombie(worker)
		));
		Ok(())
	}

	fn is_zombie(pid: Pid) -> bool {
		std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()))
			.map_or(true, |stat| stat.contains(") Z "))
	}

	#[test]
	fn the_tail_is_the_end() -> Result<()> {
		let folder = folder()?;
		let file = folder.path().join("log");
		std::fs::write(&file, "a\nb\nc\n").map_err(Error::io("write"))?;
		assert_eq!(tail(&file, 2), "b\nc");
		assert_eq!(tail(&folder.path().join("none"), 2), "");
		Ok(())
	}
}
