// SPDX-License-Identifier: GPL-3.0-or-later
//! `flarechain-network`, which `scripts/network.sh` ends up running.

use crate::{minutes, FEW_BLOCKS};
use flarechain_tests::{
	must, scenario, tail, wait_until, Error, Look, NodeProcess, Result, TAIL_LINES,
};
use std::{
	net::{Ipv4Addr, TcpListener},
	path::Path,
};

/// Away from the documented ports, which somebody may be using on this machine.
const PORT_OFFSET: u16 = 9_000;
const FIRST_RPC_PORT: u16 = 9_944 + PORT_OFFSET;

#[test]
fn a_network_is_shown_and_leaves_nothing_behind() -> Result<()> {
	scenario("network_command", minutes(5), async |run| {
		let log = run.folder().join("network.log");
		let mut network = start(&log)?;
		wait_until("the table shows a Strong block", FEW_BLOCKS, async || {
			network.ensure_running()?;
			let shown = tail(&log, 1);
			Ok(Look::when(strong_in(&shown).is_some_and(|strong| strong >= 2), shown))
		})
		.await?;
		let text = std::fs::read_to_string(&log).map_err(Error::io("read the log"))?;
		must!(text.contains("curl") && text.contains("ws://127.0.0.1:"), "no hint: {text}");
		let folder = text
			.lines()
			.find_map(|line| line.split(" in ").nth(1))
			.ok_or_else(|| Error::violated(format!("no folder is named: {text}")))?;
		must!(Path::new(folder).is_dir(), "its folder, {folder}, is not there");
		must!(!processes_in(folder).is_empty(), "no process works in {folder}");
		run.step("the table shows Strong blocks");

		network.stop();
		let status = network.status();
		must!(status.is_some_and(|status| status.success()), "it ends with {status:?}");
		must!(!Path::new(folder).exists(), "{folder} is left behind");
		let left = processes_in(folder);
		must!(left.is_empty(), "processes {left:?} are left behind");
		run.step("nothing is left behind");
		taken_port(&log).await
	})
}

fn start(log: &Path) -> Result<NodeProcess> {
	let offset = PORT_OFFSET.to_string();
	let arguments = ["--validators", "1", "--port-offset", &offset].map(Into::into);
	let binary = Path::new(env!("CARGO_BIN_EXE_flarechain-network"));
	NodeProcess::start("flarechain-network", binary, &arguments, log)
}

async fn taken_port(log: &Path) -> Result<()> {
	let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, FIRST_RPC_PORT))
		.map_err(Error::io("hold a port"))?;
	let mut network = start(log)?;
	let status = wait_until("it ends", FEW_BLOCKS, async || {
		Ok(network.status().map_or_else(|| Look::not_yet("it runs"), Look::Done))
	})
	.await?;
	drop(holder);
	must!(!status.success(), "with a taken port it ends with success");
	let words = tail(log, TAIL_LINES);
	must!(words.contains(&format!("port {FIRST_RPC_PORT}")), "the port is not named: {words}");
	Ok(())
}

/// The Strong column of a line of the table.
fn strong_in(line: &str) -> Option<u32> {
	line.starts_with("alice").then(|| line.split_whitespace().nth(3)?.parse().ok())?
}

/// Processes that have this folder in their command line.
fn processes_in(folder: &str) -> Vec<u32> {
	std::fs::read_dir("/proc")
		.into_iter()
		.flatten()
		.flatten()
		.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
		.filter(|process: &u32| {
			std::fs::read(format!("/proc/{process}/cmdline"))
				.is_ok_and(|line| String::from_utf8_lossy(&line).contains(folder))
		})
		.collect()
}
