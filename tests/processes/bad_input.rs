// SPDX-License-Identifier: GPL-3.0-or-later
//! What a node refuses, it refuses with words that help, and it leaves nothing half-done.

use crate::minutes;
use flarechain_tests::{
	must, scenario, spec, spec::ChainSource, Error, Network, NetworkOptions, NodeBinary, Result,
	Scenario,
};
use std::{
	net::{Ipv4Addr, TcpListener},
	time::Duration,
};

/// How long a node that refuses to run may take to say so.
const REFUSED: Duration = Duration::from_secs(60);

#[test]
fn a_node_says_why_it_does_not_start() -> Result<()> {
	scenario("bad_input", minutes(5), async |run| {
		bad_specs(run)?;
		the_shared_spec_is_the_same_twice(run)?;
		taken_ports(run).await?;
		full_disk(run).await?;
		foreign_database(run).await
	})
}

fn bad_specs(run: &Scenario) -> Result<()> {
	let good = spec::plain(run.binary(), &[])?;
	let truncated = spec::write(&run.folder().join("truncated.json"), &good[..good.len() / 2])?;
	let foreign = spec::write(&run.folder().join("foreign.json"), b"{\"hello\": \"world\"}")?;
	let missing = run.folder().join("missing.json");
	for file in [&truncated, &foreign, &missing] {
		for command in [vec!["--chain"], vec!["build-spec", "--chain"]] {
			let file = file.display().to_string();
			let mut arguments = command.clone();
			arguments.push(&file);
			let words = refusal(run.binary(), &arguments)?;
			must!(words.contains(&file), "{arguments:?} does not name the file: {words}");
			must!(!words.contains("panicked"), "{arguments:?} panics: {words}");
		}
	}
	run.step("truncated, foreign and missing specifications are refused by name");
	Ok(())
}

fn the_shared_spec_is_the_same_twice(run: &Scenario) -> Result<()> {
	for make in [spec::plain, spec::raw] {
		// A core each.
		let (first, second) = std::thread::scope(|threads| {
			let first = threads.spawn(|| make(run.binary(), &[]));
			let second = make(run.binary(), &[]);
			(first.join(), second)
		});
		let first = first.map_err(|_| Error::violated("build-spec could not be run"))??;
		must!(first == second?, "build-spec writes different bytes the second time");
		let parsed = spec::parse(&first)?;
		must!(parsed["bootNodes"] == serde_json::json!([]), "it has boot nodes");
	}
	run.step("build-spec writes the same bytes twice");
	Ok(())
}

/// Runs a command that has to fail, and gives what it says.
fn refusal(binary: &NodeBinary, arguments: &[&str]) -> Result<String> {
	let output = binary.output(arguments)?;
	must!(!output.status.success(), "{arguments:?} succeeds");
	Ok(String::from_utf8_lossy(&output.stderr).into_owned())
}

async fn taken_ports(run: &Scenario) -> Result<()> {
	let options = NetworkOptions { validators: 1, ..NetworkOptions::default() };
	let folder = run.folder().join("ports");
	let mut network = Network::prepare(run.binary(), &options, &folder)?;
	let ports = network.nodes()[0].config().ports;
	for port in [ports.p2p, ports.rpc, ports.prometheus] {
		let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
			.map_err(Error::io(format!("hold port {port}")))?;
		let words = dies(&mut network).await?;
		must!(words.contains(&port.to_string()), "port {port} is not named: {words}");
		drop(holder);
	}
	run.step("each taken port is named");
	Ok(())
}

/// A node that is to leave more room than its disk has ends before it writes, and says what is short.
async fn full_disk(run: &Scenario) -> Result<()> {
	let options = NetworkOptions { validators: 1, ..NetworkOptions::default() };
	let mut network = Network::prepare(run.binary(), &options, &run.folder().join("full"))?;
	network.nodes_mut()[0].set_extra(&["--db-storage-threshold=1000000000"]);
	let words = dies(&mut network).await?;
	must!(words.contains("space"), "it does not say that space is short: {words}");
	network.nodes_mut()[0].set_extra(&[]);
	network.start(0)?;
	network.wait_until_up(&[0]).await?;
	run.step("a disk without room is named, and with room the node runs");
	Ok(())
}

/// Starts the only node of a network, which has to end by itself, and gives the end of its log.
async fn dies(network: &mut Network) -> Result<String> {
	network.start(0)?;
	network.nodes_mut()[0].refusal(REFUSED).await
}

/// A node whose data belong to another chain refuses to start, and the data stay as they are.
async fn foreign_database(run: &Scenario) -> Result<()> {
	let folder = run.folder().join("genesis");
	let options = NetworkOptions { validators: 1, ..NetworkOptions::default() };
	let mut network = Network::launch(run.binary(), &options, &folder).await?;
	let ours = network.rpc(0).genesis().await?;
	network.nodes_mut()[0].stop();
	drop(network);

	// The same chain by name, but sessions of another length: another genesis.
	let mut other = Network::prepare(
		run.binary(),
		&NetworkOptions { chain: ChainSource::with_sessions_of(10), ..options.clone() },
		&folder,
	)?;
	let words = dies(&mut other).await?;
	let shown = format!("{ours:?}");
	must!(words.contains(&shown), "the genesis of the database, {shown}, is not named: {words}");
	must!(words.contains("purge-chain"), "what to do is not said: {words}");
	drop(other);

	let again = Network::launch(run.binary(), &options, &folder).await?;
	must!(again.rpc(0).genesis().await? == ours, "the data are not what they were");
	run.step("a database of another genesis is refused, and left as it was");
	Ok(())
}
