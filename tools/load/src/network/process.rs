// SPDX-License-Identifier: GPL-3.0-or-later
//! What the operating system says about processes.

use std::path::PathBuf;

/// Linux counts the processor time that it shows in hundredths of a second, on every machine
/// (`USER_HZ`).
const TICKS_PER_SECOND: f64 = 100.0;

/// The memory of a process that is in RAM, in bytes. `None` if there is no such process.
pub(crate) fn resident_bytes(pid: u32) -> Option<f64> {
	resident_in(&std::fs::read_to_string(file(pid, "status")).ok()?)
}

fn resident_in(status: &str) -> Option<f64> {
	let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
	let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
	Some(kilobytes * 1024.0)
}

/// The processor time that a process has used so far, in seconds.
pub(crate) fn cpu_seconds(pid: u32) -> Option<f64> {
	cpu_in(&std::fs::read_to_string(file(pid, "stat")).ok()?)
}

/// The processor time that this process has used so far, in seconds.
pub(crate) fn own_cpu_seconds() -> Option<f64> {
	cpu_seconds(std::process::id())
}

fn cpu_in(stat: &str) -> Option<f64> {
	// The second field is the name in parentheses, which may have spaces in it.
	let (_, rest) = stat.rsplit_once(") ")?;
	let mut fields = rest.split_ascii_whitespace().skip(11);
	let user: f64 = fields.next()?.parse().ok()?;
	let system: f64 = fields.next()?.parse().ok()?;
	Some((user + system) / TICKS_PER_SECOND)
}

fn file(pid: u32, name: &str) -> PathBuf {
	PathBuf::from(format!("/proc/{pid}/{name}"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn fields_are_found() {
		let stat = "7 (a b) c) S 1 7 7 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 4 0 1 2 3";
		assert_eq!(cpu_in(stat), Some(3.0));
		assert_eq!(cpu_in("7 (a"), None);
		assert_eq!(resident_in("Name:\tx\nVmRSS:\t  2048 kB\n"), Some(2_097_152.0));
		assert_eq!(resident_in("Name:\tx\n"), None);
	}

	#[test]
	fn this_process_is_known() {
		let pid = std::process::id();
		assert!(resident_bytes(pid).is_some_and(|bytes| bytes > 100_000.0));
		assert!(own_cpu_seconds().is_some());
	}
}
