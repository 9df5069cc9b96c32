// SPDX-License-Identifier: GPL-3.0-or-later
//! `flarechain-network`, which `scripts/network.sh` ends up running.

use crate::{minutes, FEW_BLOCKS};
use flarechain_primitives::Asset;
use flarechain_tests::{
	must, scenario, tail, wait_until, Error, Look, NodeProcess, Result, TAIL_LINES,
};
use std::{
	net::{Ipv4Addr, TcpListener},
	path::Path,
	process::Command,
};

/// Away from the documented ports, which somebody may be using on this machine, and below those that
/// Linux takes for outgoing connections.
const PORT_OFFSET: u16 = 1_000;
const FIRST_RPC_PORT: u16 = 9_944 + PORT_OFFSET;
const STATUS_PORT: u16 = 9_600 + PORT_OFFSET;
/// The partition that runs, by the symbol that the table shows.
const PARTITION: Asset = Asset::Btc;
/// Lines of the table: a header and a row for validators, and the same for partitions.
const TABLE_LINES: usize = 4;
/// Places of numbers in a row.
const STRONG_COLUMN: usize = 3;
const FINAL_COLUMN: usize = 3;
/// The same on the status page.
const PAGE_BEST_COLUMN: usize = 1;
const PAGE_STRONG_COLUMN: usize = 4;

#[test]
fn a_network_is_shown_and_leaves_nothing_behind() -> Result<()> {
	scenario("network_command", minutes(5), async |run| {
		let log = run.folder().join("network.log");
		let mut network = start(&log)?;
		wait_until("the table shows a Strong block, and the partition", FEW_BLOCKS, async || {
			network.ensure_running()?;
			let shown = tail(&log, TABLE_LINES);
			let strong = column(&shown, "alice", STRONG_COLUMN);
			// Its first block comes with the second session; other tests wait for that.
			let finalized = column(&shown, PARTITION.symbol(), FINAL_COLUMN);
			Ok(Look::when(strong >= Some(2) && finalized.is_some(), shown))
		})
		.await?;
		let text = std::fs::read_to_string(&log).map_err(Error::io("read the log"))?;
		must!(text.contains("curl") && text.contains("ws://127.0.0.1:"), "no hint: {text}");
		let folder = &named_folder(&text);
		must!(!folder.is_empty(), "no folder is named: {text}");
		must!(Path::new(folder).is_dir(), "its folder, {folder}, is not there");
		must!(!processes_in(folder).is_empty(), "no process works in {folder}");
		run.step("the table shows Strong blocks, and the partition");
		page_follows().await?;
		page_refuses_the_rest()?;
		run.step("the status page shows the same, and goes on");

		network.stop();
		let status = network.status();
		must!(status.is_some_and(|status| status.success()), "it ends with {status:?}");
		must!(!Path::new(folder).exists(), "{folder} is left behind");
		let left = processes_in(folder);
		must!(left.is_empty(), "processes {left:?} are left behind");
		run.step("nothing is left behind");
		must!(page("").is_err(), "the status page is still there");
		for port in [FIRST_RPC_PORT, PARTITION.rpc_port() + PORT_OFFSET, STATUS_PORT] {
			taken_port(&log, port).await?;
		}
		killed(&log).await?;
		run.step("killed, it takes its nodes along");
		Ok(())
	})
}

/// Nodes end with what started them, also when that is given no time to end them.
async fn killed(log: &Path) -> Result<()> {
	let mut network = start(log)?;
	let mut folder = String::new();
	wait_until("nodes run", FEW_BLOCKS, async || {
		network.ensure_running()?;
		folder = named_folder(&std::fs::read_to_string(log).unwrap_or_default());
		let running = if folder.is_empty() { 0 } else { processes_in(&folder).len() };
		Ok(Look::when(running > 0, running))
	})
	.await?;
	let process = network.id().to_string();
	let killed = Command::new("kill").args(["-KILL", &process]).status();
	must!(killed.map_err(Error::io("run kill"))?.success(), "process {process} cannot be killed");
	wait_until("no node runs any more", FEW_BLOCKS, async || {
		let left = processes_in(&folder);
		Ok(Look::when(left.is_empty(), format!("processes {left:?}")))
	})
	.await?;
	std::fs::remove_dir_all(&folder).map_err(Error::io("remove what is left of a killed network"))
}

/// The folder that the last run in a log names; nothing if there is none yet.
fn named_folder(log: &str) -> String {
	let named = log.lines().rfind(|line| line.starts_with("starting "));
	named.and_then(|line| line.split(" in ").nth(1)).unwrap_or_default().to_owned()
}

fn start(log: &Path) -> Result<NodeProcess> {
	let offset = PORT_OFFSET.to_string();
	let arguments =
		["--validators", "1", "--partitions", "btc", "--port-offset", &offset].map(Into::into);
	let binary = Path::new(env!("CARGO_BIN_EXE_flarechain-network"));
	NodeProcess::start("flarechain-network", binary, &arguments, log)
}

/// The status page shows the validator and the partition, and soon a later block.
async fn page_follows() -> Result<()> {
	let shown = page("")?;
	must!(shown.contains("http-equiv=\"refresh\""), "the page does not renew itself: {shown}");
	let strong = cell(&shown, "alice", PAGE_STRONG_COLUMN);
	must!(strong >= Some(2), "the page does not show what the table shows: {shown}");
	let partition = cell(&shown, PARTITION.symbol(), PAGE_BEST_COLUMN);
	must!(partition.is_some(), "the page does not show the partition: {shown}");
	wait_until("the status page shows a later Strong block", FEW_BLOCKS, async || {
		let shown = page("")?;
		Ok(Look::when(cell(&shown, "alice", PAGE_STRONG_COLUMN) > strong, shown))
	})
	.await
}

fn page_refuses_the_rest() -> Result<()> {
	for (path, arguments, status) in
		[("favicon.ico", &[][..], "404"), ("", &["-d", "x"], "405"), ("", &["--head"], "200")]
	{
		let got = curl(path, &[&["-o", "-", "-w", "\n%{http_code}"], arguments].concat())?;
		let got = got.lines().last().unwrap_or_default();
		must!(got == status, "/{path} with {arguments:?} is answered with {got}, not {status}");
	}
	Ok(())
}

/// The status page, or what is at another path.
fn page(path: &str) -> Result<String> {
	curl(path, &["--fail"])
}

fn curl(path: &str, arguments: &[&str]) -> Result<String> {
	let url = format!("http://127.0.0.1:{STATUS_PORT}/{path}");
	let output = Command::new("curl")
		.args(["--silent", "--show-error", "--max-time", "10", &url])
		.args(arguments)
		.output()
		.map_err(Error::io("run curl, which scripts/setup.sh installs"))?;
	let problem = String::from_utf8_lossy(&output.stderr);
	must!(output.status.success(), "{url}: {problem}");
	Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A number in the row of a table of the page; each row is a line there.
fn cell(page: &str, name: &str, column: usize) -> Option<u32> {
	let row = page.lines().find(|line| line.starts_with(&format!("<tr><td>{name}</td>")))?;
	row.split("<td").nth(column + 1)?.split_once('>')?.1.split_once('<')?.0.parse().ok()
}

async fn taken_port(log: &Path, port: u16) -> Result<()> {
	let holder =
		TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(Error::io("hold a port"))?;
	let mut network = start(log)?;
	let status = wait_until("it ends", FEW_BLOCKS, async || {
		Ok(network.status().map_or_else(|| Look::not_yet("it runs"), Look::Done))
	})
	.await?;
	drop(holder);
	must!(!status.success(), "with a taken port it ends with success");
	let words = tail(log, TAIL_LINES);
	must!(words.contains(&format!("port {port}")), "the port is not named: {words}");
	Ok(())
}

/// A number in the last row of the table with this name.
fn column(table: &str, name: &str, column: usize) -> Option<u32> {
	let row = table.lines().rfind(|line| line.starts_with(name))?;
	row.split_whitespace().nth(column)?.parse().ok()
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
