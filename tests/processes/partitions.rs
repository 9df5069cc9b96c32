// SPDX-License-Identifier: GPL-3.0-or-later
//! The network falls apart and heals.

use crate::{minutes, CONNECTED, FEW_BLOCKS};
use asf_primitives::BlockNumber;
use flarechain_tests::{
	judge, must, numbers, scenario, strong_of, Look, Network, NetworkOptions, Result, RpcClient,
	Scenario,
};
use std::time::Duration;

const ALL: [usize; 4] = [0, 1, 2, 3];
/// How long a parted node may take to notice that a peer is gone.
const PARTED: Duration = Duration::from_secs(60);
/// How long a healed network may take to finalize again. Rounds grew while it was parted, and peers
/// connect again only after a while.
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
	part(network, &three, &one).await?;
	let alone = network.rpc(3).strong().await?;
	let goal = network.rpc(0).strong().await?.number + 5;
	network.wait_until_strong(&three, goal, FEW_BLOCKS).await?;
	let still = network.rpc(3).strong().await?;
	must!(
		still.number <= alone.number + 1,
		"the parted validator went from {alone} to {still} without the others"
	);
	run.step(format!("3/1: three went on to {goal}, the parted one stays at {still}"));
	heal(network, &three, &one).await?;
	network.wait_until_strong(&ALL, goal + 2, HEALED).await?;
	run.step("3/1 healed: the fourth has caught up");
	Ok(())
}

async fn halves_decide_nothing(run: &Scenario, network: &mut Network) -> Result<()> {
	let (left, right) = ([0, 1], [2, 3]);
	part(network, &left, &right).await?;
	// What was decided when the links broke may still be on its way through a node.
	let best = grown(network, 1).await?;
	let before = strong_of(&network.rpcs(&ALL)).await?;
	// Both halves author blocks for as long as it takes; none of them may become Strong.
	let grown_to = grown(network, 4).await?;
	let after = strong_of(&network.rpcs(&ALL)).await?;
	must!(before == after, "without a quorum {} became {}", numbers(&before), numbers(&after));
	run.step(format!("2/2: both halves authored from {best:?} to {grown_to:?}, nothing is Strong"));
	heal(network, &left, &right).await?;
	let goal = grown_to.into_iter().max().unwrap_or_default() + 2;
	network.wait_until_strong(&ALL, goal, HEALED).await?;
	run.step(format!("2/2 healed: block {goal} is Strong everywhere"));
	Ok(())
}

/// Cuts the links between two groups, and waits until each node sees its own group only.
async fn part(network: &mut Network, a: &[usize], b: &[usize]) -> Result<()> {
	network.set_linked(a, b, false).await?;
	for group in [a, b] {
		let rpcs = network.rpcs(group);
		network
			.wait_until("each node sees its own part only", PARTED, async || {
				let counts = peers(&rpcs).await?;
				let parted = counts.iter().all(|count| *count == group.len() - 1);
				Ok(Look::when(parted, format!("{counts:?}")))
			})
			.await?;
	}
	Ok(())
}

async fn heal(network: &mut Network, a: &[usize], b: &[usize]) -> Result<()> {
	network.set_linked(a, b, true).await?;
	network.wait_until_connected(&ALL, ALL.len() - 1, HEALED).await
}

async fn peers(rpcs: &[RpcClient]) -> Result<Vec<usize>> {
	let mut counts = Vec::new();
	for rpc in rpcs {
		counts.push(rpc.health().await?.peers);
	}
	Ok(counts)
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

async fn best_of(rpcs: &[RpcClient]) -> Result<Vec<BlockNumber>> {
	let mut best = Vec::new();
	for rpc in rpcs {
		best.push(rpc.best().await?.number);
	}
	Ok(best)
}
