// SPDX-License-Identifier: GPL-3.0-or-later
//! Validators that are killed, and come back with the data that was on disk.

use crate::{minutes, CONNECTED, FEW_BLOCKS};
use flarechain_tests::{
	asf, judge, must, scenario, Look, Network, NetworkOptions, Result, RpcClient, Scenario,
};
use std::time::Duration;

const ALL: [usize; 4] = [0, 1, 2, 3];
const KILLS: u32 = 20;
/// In between the next one is killed when the last one may not vote again yet.
const KILLS_BETWEEN_CHECKS: u32 = 5;
/// From one kill to the next this much later within a round: all moments of its first second.
const KILL_OFFSET: Duration = Duration::from_millis(50);

#[test]
fn validators_that_are_killed_come_back_and_never_contradict_themselves() -> Result<()> {
	scenario("crashes", minutes(12), async |run| {
		let mut network = run.network(&NetworkOptions::default()).await?;
		network.wait_until_connected(&ALL, ALL.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&ALL, 2, FEW_BLOCKS).await?;
		the_proposer_is_killed(run, &mut network).await?;
		killed_in_mid_round(run, &mut network).await?;
		let goal = network.rpc(0).best().await?.number + 3;
		let strong = network.wait_until_strong(&ALL, goal, FEW_BLOCKS).await?;
		let lowest = strong.iter().map(|target| target.number).min().unwrap_or_default();
		let checked = judge::agreement(&network.rpcs(&ALL), lowest).await?;
		judge::nobody_offended(&network, &ALL).await?;
		run.step(format!("no offence on chain, none seen by a node: {checked}"));
		Ok(())
	})
}

/// Without the proposer of the next height, the next round decides it; without it as an author,
/// the next slot has another one.
async fn the_proposer_is_killed(run: &Scenario, network: &mut Network) -> Result<()> {
	let (height, seat) = asf::next_height(network.rpc(0)).await?;
	let victim = asf::node_of_seat(network, seat).await?;
	let others: Vec<_> = ALL.into_iter().filter(|index| *index != victim).collect();
	let before = network.rpc(others[0]).strong().await?;
	network.nodes_mut()[victim].kill();
	let name = network.nodes()[victim].name().to_owned();
	run.step(format!("killed {name}, who was to propose height {height}"));
	// Its turn comes again every fourth height.
	network.wait_until_strong(&others, before.number + 6, FEW_BLOCKS).await?;
	run.step("the others went on");
	network.start(victim)?;
	network.wait_until_up(&[victim]).await?;
	let goal = network.rpc(others[0]).strong().await?.number + 1;
	network.wait_until_strong(&[victim], goal, FEW_BLOCKS).await?;
	run.step(format!("{name} is back and has caught up"));
	Ok(())
}

async fn killed_in_mid_round(run: &Scenario, network: &mut Network) -> Result<()> {
	for kill in 0..KILLS {
		let victim = ALL[kill as usize % ALL.len()];
		let watcher = network.rpc(ALL[(victim + 1) % ALL.len()]).clone();
		next_block(network, &watcher).await?;
		// Not a wait for something, but where in the round the kill falls.
		tokio::time::sleep(KILL_OFFSET * (kill % KILLS)).await;
		let before = network.rpc(victim).strong().await?;
		// A restarted node counts from zero: look before it is too late.
		judge::saw_no_offence(&network.nodes()[victim]).await?;
		network.nodes_mut()[victim].kill();
		network.start(victim)?;
		network.wait_until_up(&[victim]).await?;
		let after = network.rpc(victim).strong().await?;
		must!(
			after.number >= before.number,
			"what was Strong before the kill, {before}, is not any more: {after}"
		);
		if (kill + 1) % KILLS_BETWEEN_CHECKS == 0 {
			let goal = network.rpc(victim).best().await?.number + 1;
			network.wait_until_strong(&ALL, goal, FEW_BLOCKS).await?;
			run.step(format!("{} kills, and block {goal} is Strong everywhere", kill + 1));
		}
	}
	Ok(())
}

async fn next_block(network: &mut Network, rpc: &RpcClient) -> Result<()> {
	let now = rpc.best().await?;
	network
		.wait_until("the next block", FEW_BLOCKS, async || {
			let best = rpc.best().await?;
			Ok(Look::when(best.number > now.number, best))
		})
		.await
}
