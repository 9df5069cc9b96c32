// SPDX-License-Identifier: GPL-3.0-or-later
//! A validator that runs twice with the same keys contradicts itself. The chain finds out, slashes
//! and excludes it, and goes on without it.

use crate::{minutes, CONNECTED, FEW_BLOCKS, SHORT_SESSION_SLOTS};
use flarechain_tests::{
	asf, chain::Chain, judge, must, scenario, spec::ChainSource, Error, Look, Network,
	NetworkOptions, NodeConfig, Ports, Result, Scenario,
};
use serde_json::{json, Value};
use std::time::Duration;

const ALL: [usize; 4] = [0, 1, 2, 3];
const OTHERS: [usize; 3] = [1, 2, 3];
/// The validator that runs twice, and its account.
const CULPRIT: usize = 0;
const CULPRIT_SECRET: &str = "//Alice";
/// A contradiction takes a height that the culprit proposes while it is split over the best block:
/// about one block in sixteen.
const CONTRADICTED: Duration = minutes(6);
/// From one panel to the next but one.
const NEXT_SESSIONS: Duration = minutes(4);

#[test]
fn a_validator_that_runs_twice_is_slashed_and_loses_its_seat() -> Result<()> {
	scenario("twin", minutes(14), async |run| {
		let options = NetworkOptions {
			chain: ChainSource::with_sessions_of(SHORT_SESSION_SLOTS),
			..NetworkOptions::default()
		};
		let mut network = run.network(&options).await?;
		network.wait_until_connected(&ALL, ALL.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&ALL, 1, FEW_BLOCKS).await?;
		let twin = start_twin(&mut network).await?;
		run.step("the twin runs");

		let account = run.binary().public_key("sr25519", CULPRIT_SECRET)?;
		let bond = bond_of(&network, &account).await?;
		excluded(run, &mut network, &account).await?;
		slashed(run, &network, &bond).await?;
		loses_its_seat(run, &mut network).await?;

		for index in [CULPRIT, twin] {
			network.nodes_mut()[index].kill();
		}
		let goal = network.rpc(1).strong().await?.number + 3;
		network.wait_until_strong(&OTHERS, goal, FEW_BLOCKS).await?;
		let checked = judge::agreement(&network.rpcs(&OTHERS), goal).await?;
		run.step(format!("the others go on without it: {checked}"));
		Ok(())
	})
}

async fn start_twin(network: &mut Network) -> Result<usize> {
	let index = network.nodes().len();
	let mut config = NodeConfig::authority("alice", index, Ports::free()?);
	config.name = "alice-twin".into();
	let twin = network.add(config)?;
	network.start(twin)?;
	network.wait_until_up(&[twin]).await?;
	Ok(twin)
}

async fn bond_of(network: &Network, account: &str) -> Result<String> {
	let info: Value = network.rpc(1).call("validatorCommittee_info", json!([account])).await?;
	must!(info["inPanel"] == json!(true), "at first it should have a seat: {info}");
	must!(info["excluded"] == json!(false), "at first it should not be excluded: {info}");
	info["activeBond"]
		.as_str()
		.map(str::to_owned)
		.ok_or_else(|| Error::violated(format!("it has no bond: {info}")))
}

/// Two conflicting votes cost the whole bond and the place among the eligible.
async fn excluded(run: &Scenario, network: &mut Network, account: &str) -> Result<()> {
	let rpc = network.rpc(1).clone();
	network
		.wait_until("the culprit is excluded on chain", CONTRADICTED, async || {
			let info: Value = rpc.call("validatorCommittee_info", json!([account])).await?;
			Ok(Look::when(info["excluded"] == json!(true), info))
		})
		.await?;
	run.step("its contradiction is reported, and it is excluded");
	Ok(())
}

/// The slash is set aside for the time in which governance can cancel it, and nothing of it is
/// smaller than the bond.
async fn slashed(run: &Scenario, network: &Network, bond: &str) -> Result<()> {
	let chain = Chain::connect(network.rpc(1)).await?;
	let slashes = chain.entries("ValidatorCommittee", "DeferredSlashes").await?;
	must!(slashes.iter().any(|slash| slash.contains(bond)), "no slash of {bond}: {slashes:?}");
	run.step(format!("of a bond of {bond}, due to be slashed: {}", slashes.join("; ")));
	must!(chain.count("Offences", "Reports").await? > 0, "no report on chain");
	Ok(())
}

async fn loses_its_seat(run: &Scenario, network: &mut Network) -> Result<()> {
	let rpc = network.rpc(1).clone();
	let culprit = network.rpc(CULPRIT).clone();
	let panel = network
		.wait_until("a panel without the culprit", NEXT_SESSIONS, async || {
			let panel = asf::panel(&rpc, None).await?;
			let seat = asf::seat_in(&culprit, &panel).await?;
			Ok(match seat {
				None => Look::Done(panel),
				Some(seat) => Look::not_yet(format!("seat {seat} of set {}", panel.set_id)),
			})
		})
		.await?;
	must!(panel.panel.seat_count() == 3, "the panel has {} seats", panel.panel.seat_count());
	run.step(format!("set {} has three seats, and none is the culprit's", panel.set_id));
	Ok(())
}
