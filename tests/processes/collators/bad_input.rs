// SPDX-License-Identifier: GPL-3.0-or-later
//! What a collator refuses at its start, it refuses with words that help.

use super::PARTITION;
use flarechain_primitives::Asset;
use flarechain_tests::{
	must, spec, tail, wait_until, CollatorConfig, Look, Network, NodeProcess, Ports, Result,
	Scenario, TAIL_LINES,
};
use std::{ffi::OsString, time::Duration};

/// How long a collator that refuses to run may take to say so.
const REFUSED: Duration = Duration::from_secs(60);
/// A partition that this network does not have.
const UNREGISTERED: Asset = Asset::Eth;

pub(super) async fn nodes_say_why_they_do_not_start(
	run: &Scenario,
	network: &mut Network,
) -> Result<()> {
	wrong_arguments(run, network).await?;
	run.step("without a relay node, and with a foreign chain, a collator does not start");
	wrong_relay_chain(run, network).await?;
	run.step("nor with another relay chain, nor where its partition is not registered");
	Ok(())
}

/// Arguments that are wrong by themselves.
async fn wrong_arguments(run: &Scenario, network: &Network) -> Result<()> {
	let foreign = run.folder().join("foreign-partition.json");
	let exported =
		run.binary().collator(UNREGISTERED)?.stdout(&["export-chain-spec", "--chain", "local"])?;
	let foreign = spec::write(&foreign, &exported)?.display().to_string();
	let relay = network.rpc(0).ws_url();
	let cases: [(&[&str], &[&str]); 4] = [
		(&["--collator"], &["--relay-chain-rpc-urls ws://"]),
		(&["--chain", "gold", "--relay-chain-rpc-urls", &relay], &["gold", "local"]),
		(&["--chain", "eth", "--relay-chain-rpc-urls", &relay], &["ETH", "BTC"]),
		(&["--chain", &foreign, "--relay-chain-rpc-urls", &relay], &[&foreign, "ETH", "BTC"]),
	];
	for (arguments, expected) in cases {
		let words = refusal(run, arguments).await?;
		for part in expected {
			must!(words.contains(part), "{arguments:?} is refused without `{part}`: {words}");
		}
	}
	Ok(())
}

/// Starts the partition's collator with arguments that it has to refuse; gives what it says.
async fn refusal(run: &Scenario, arguments: &[&str]) -> Result<String> {
	let log = run.folder().join("refused.log");
	let _ = std::fs::remove_file(&log);
	let base_path = run.folder().join("refused");
	let binary = run.binary().collator(PARTITION)?;
	let arguments: Vec<OsString> = arguments
		.iter()
		.map(OsString::from)
		.chain(["--base-path".into(), base_path.into()])
		.collect();
	let mut process = NodeProcess::start("the collator", binary.path(), &arguments, &log)?;
	let status = wait_until("the collator ends", REFUSED, async || {
		Ok(process.status().map_or_else(|| Look::not_yet("it runs"), Look::Done))
	})
	.await?;
	let words = tail(&log, TAIL_LINES);
	must!(!status.success(), "{arguments:?} ends with success: {words}");
	must!(!words.contains("panicked"), "{arguments:?} panics: {words}");
	Ok(words)
}

/// What only the relay chain can tell.
async fn wrong_relay_chain(run: &Scenario, network: &mut Network) -> Result<()> {
	// The preset has no partitions: another genesis.
	let other_chain = spec::raw(run.binary(), &[])?;
	let other_chain = spec::write(&run.folder().join("other-relay.json"), &other_chain)?;
	let genesis = format!("{:?}", network.rpc(0).genesis().await?);

	let mut other_relay = CollatorConfig::collator(PARTITION, "alice", 10, Ports::free()?);
	other_relay.node.name = "btc-other-relay".into();
	other_relay.relay_spec = Some(other_chain);
	let unregistered = CollatorConfig::collator(UNREGISTERED, "alice", 11, Ports::free()?);
	// The collator's own specification has one collator, and the registered one two.
	let mut other_genesis = CollatorConfig::collator(PARTITION, "alice", 12, Ports::free()?);
	other_genesis.node.name = "btc-other-genesis".into();

	let unregistered_id = UNREGISTERED.para_id().to_string();
	let unregistered_words = [unregistered_id.as_str(), UNREGISTERED.symbol(), "egister"];
	for (config, expected) in [
		(other_relay, &[genesis.as_str(), "other-relay.json", "ws://127.0.0.1:"][..]),
		(unregistered, &unregistered_words),
		(other_genesis, &["2000", "export-genesis-head"]),
	] {
		let name = config.node.name.clone();
		let index = network.add_collator(config)?;
		network.start_collator(index)?;
		let words = network.collator_mut(index).refusal(REFUSED).await?;
		for part in expected {
			must!(words.contains(part), "{name} is refused without `{part}`: {words}");
		}
		must!(!words.contains("panicked"), "{name} panics: {words}");
	}
	Ok(())
}
