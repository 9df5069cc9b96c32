// SPDX-License-Identifier: GPL-3.0-or-later
//! The network falls apart and heals.

use crate::{minutes, CONNECTED, FEW_BLOCKS};
use asf_primitives::BlockNumber;
use flarechain_tests::{
	judge, must, numbers, scenario, strong_of, Error, Look, Network, NetworkOptions, Result,
	RpcClient, Scenario,
};
use serde_json::Value;
use std::{ffi::OsString, time::Duration};

const ALL: [usize; 4] = [0, 1, 2, 3];
/// How long a healed network may take to finalize again: rounds grew while it was parted.
const HEALED: Duration = Duration::from_secs(180);

#[test]
fn a_parted_network_stays_safe_and_heals() -> Result<()> {
	scenario("partitions", minutes(10), async |run| {
		let options = NetworkOptions { reserved_only: true, ..NetworkOptions::default() };
		let mut network = run.network(&options).await?;
		network.wait_until_connected(&ALL, ALL.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&ALL, 2, FEW_BLOCKS).await?;
		three_go_on(run, &mut network).await?;
		halves_decide_nothing(run, &mut network).await?;
		let strong = network.rpc(0).strong().await?.number;
		let checked = judge::agreement(&network.rpcs(&ALL), strong).await?;
		run.step(format!("in the end all is one chain: {checked}"));
		judge::nobody_offended(&network, &ALL).await
	})
}

async fn three_go_on(run: &Scenario, network: &mut Network) -> Result<()> {
	let (three, one) = ([0, 1, 2], [3]);
	network.part(&[&three, &one]).await?;
	let alone = network.rpc(3).strong().await?;
	let goal = network.rpc(0).strong().await?.number + 5;
	network.wait_until_strong(&three, goal, FEW_BLOCKS).await?;
	let still = network.rpc(3).strong().await?;
	must!(
		still.number <= alone.number + 1,
		"the parted validator went from {alone} to {still} without the others"
	);
	run.step(format!("3/1: three went on to {goal}, the parted one stays at {still}"));
	network.heal(&[&three, &one]).await?;
	network.wait_until_strong(&ALL, goal + 2, HEALED).await?;
	run.step("3/1 healed: the fourth has caught up");
	Ok(())
}

async fn halves_decide_nothing(run: &Scenario, network: &mut Network) -> Result<()> {
	let (left, right) = ([0, 1], [2, 3]);
	network.part(&[&left, &right]).await?;
	// What was decided when the links broke may still be on its way through a node.
	let best = grown(network, 1).await?;
	let before = strong_of(&network.rpcs(&ALL)).await?;
	// Both halves author blocks for as long as it takes; none of them may become Strong.
	let grown_to = grown(network, 4).await?;
	let after = strong_of(&network.rpcs(&ALL)).await?;
	must!(before == after, "without a quorum {} became {}", numbers(&before), numbers(&after));
	run.step(format!("2/2: both halves authored from {best:?} to {grown_to:?}, nothing is Strong"));
	let reverted = revert(network, 1)?;
	run.step(format!("2/2: a node that was reverted {reverted}"));
	network.heal(&[&left[..1], &right]).await?;
	network.expect(&right, 1).await?;
	network.start(1)?;
	network.wait_until_up(&[1]).await?;
	network.wait_until_connected(&ALL, ALL.len() - 1, CONNECTED).await?;
	let goal = grown_to.into_iter().max().unwrap_or_default() + 2;
	network.wait_until_strong(&ALL, goal, HEALED).await?;
	run.step(format!("2/2 healed: block {goal} is Strong everywhere"));
	Ok(())
}

/// Waits until the best chain of every node has so many blocks more.
async fn grown(network: &mut Network, by: BlockNumber) -> Result<Vec<BlockNumber>> {
	let rpcs = network.rpcs(&ALL);
	let start = best_of(&rpcs).await?;
	network
		.wait_until(&format!("every chain grows by {by}"), FEW_BLOCKS, async || {
			let now = best_of(&rpcs).await?;
			let done = now.iter().zip(&start).all(|(now, start)| *now >= start + by);
			Ok(if done { Look::Done(now) } else { Look::not_yet(format!("{now:?}")) })
		})
		.await
}

/// Stops a node with a few blocks that are not final, and takes two of them away.
fn revert(network: &mut Network, index: usize) -> Result<String> {
	const BLOCKS: u64 = 2;
	network.nodes_mut()[index].stop();
	let before = chain_info(network, index)?;
	let blocks = BLOCKS.to_string();
	offline(network, index, &["revert", &blocks])?;
	let after = chain_info(network, index)?;
	let number = |info: &Value, name: &str| {
		let number = info[name].as_u64();
		number.ok_or_else(|| Error::violated(format!("chain-info has no {name}: {info}")))
	};
	let (best, left) = (number(&before, "best_number")?, number(&after, "best_number")?);
	must!(left + BLOCKS == best, "revert {BLOCKS} took #{best} to #{left}");
	must!(
		number(&before, "finalized_number")? == number(&after, "finalized_number")?,
		"revert changed what is final: {before}, then {after}"
	);
	Ok(format!("went from #{best} to #{left}"))
}

fn chain_info(network: &Network, index: usize) -> Result<Value> {
	let output = offline(network, index, &["chain-info"])?;
	serde_json::from_slice(&output).map_err(|error| {
		let output = String::from_utf8_lossy(&output);
		Error::violated(format!("chain-info prints no JSON ({error}): {output}"))
	})
}

/// What a command prints that works on the data of a node that does not run.
fn offline(network: &Network, index: usize, command: &[&str]) -> Result<Vec<u8>> {
	let mut arguments: Vec<OsString> = command.iter().map(Into::into).collect();
	let data = network.nodes()[index].base_path();
	arguments.extend(["--chain".into(), network.shared().spec.clone().into()]);
	arguments.extend(["--base-path".into(), data.into()]);
	network.shared().binary.stdout(&arguments)
}

async fn best_of(rpcs: &[RpcClient]) -> Result<Vec<BlockNumber>> {
	let mut best = Vec::new();
	for rpc in rpcs {
		best.push(rpc.best().await?.number);
	}
	Ok(best)
}
