// SPDX-License-Identifier: GPL-3.0-or-later
//! Two partitions under four validators: their blocks become final, and messages between them and
//! the relay chain lose nothing.

mod messages;
mod upgrade;

use crate::{minutes, CONNECTED, FEW_BLOCKS, FEW_PARTITION_BLOCKS, SHORT_SESSION_SLOTS};
use asf_primitives::{BlockHash, BlockNumber, Target};
use flarechain_primitives::Asset;
use flarechain_tests::{
	chain::Chain,
	must, partition, scenario,
	spec::{ChainSource, LocalChain},
	CollatorConfig, Error, Network, NetworkOptions, Ports, Result, Scenario,
};

const VALIDATORS: [usize; 4] = [0, 1, 2, 3];
/// Places of the partitions' nodes in the network: a collator each, then a follower each.
const COLLATORS: [usize; 2] = [0, 1];
const FOLLOWERS: [usize; 2] = [2, 3];
const PARTITIONS: [Asset; 2] = [Asset::Btc, Asset::Eth];
/// Validators turn to another partition this often, so that within a minute each works for each.
const ROTATION_BLOCKS: u32 = 4;
/// Blocks of each partition that have to be final.
const BLOCKS: BlockNumber = 4;

#[test]
fn blocks_become_final_and_nothing_is_lost() -> Result<()> {
	scenario("partition_chains", minutes(12), async |run| {
		let mut network = start(run).await?;
		blocks_become_final(run, &mut network).await?;
		heads_agree(run, &mut network).await?;
		// Messages and the upgrade of a partition that they pass through do not disturb each other.
		let ledgers = messages::Ledgers::open(&network).await?;
		futures::try_join!(
			ledgers.nothing_is_lost(run),
			upgrade::without_a_restart(run, &mut network)
		)?;
		a_validator_is_killed(run, &mut network).await
	})
}

async fn start(run: &Scenario) -> Result<Network> {
	let chain = LocalChain {
		epoch_slots: Some(SHORT_SESSION_SLOTS),
		rotation_blocks: Some(ROTATION_BLOCKS),
		partitions: PARTITIONS.to_vec(),
		..LocalChain::default()
	};
	let options = NetworkOptions { chain: ChainSource::Local(chain), ..NetworkOptions::default() };
	let mut network = run.network(&options).await?;
	for asset in PARTITIONS {
		network.add_collator(CollatorConfig::collator(asset, "alice", 0, Ports::free()?))?;
	}
	for asset in PARTITIONS {
		network.add_collator(CollatorConfig::follower(asset, 1, Ports::free()?))?;
	}
	network.launch_collators(&COLLATORS).await?;
	network.launch_collators(&FOLLOWERS).await?;
	network.wait_until_connected(&VALIDATORS, VALIDATORS.len() - 1, CONNECTED).await?;
	let nodes = network.collator_rpcs(&[COLLATORS, FOLLOWERS].concat());
	network.wait_until_peered(&nodes, 1, CONNECTED).await?;
	run.step("each partition has a collator and a node that follows it");
	Ok(network)
}

async fn blocks_become_final(run: &Scenario, network: &mut Network) -> Result<()> {
	let nodes = network.collator_rpcs(&[COLLATORS, FOLLOWERS].concat());
	network.wait_until_final(&nodes, BLOCKS, minutes(5)).await?;
	run.step(format!("block {BLOCKS} of each partition is final at all its nodes"));
	Ok(())
}

/// What a partition's nodes hold for final is what the relay chain's Strong blocks include.
async fn heads_agree(run: &Scenario, network: &mut Network) -> Result<()> {
	let relay = Chain::connect(network.rpc(0)).await?;
	for (asset, nodes) in PARTITIONS.into_iter().zip(COLLATORS.into_iter().zip(FOLLOWERS)) {
		let rpcs = network.collator_rpcs(&[nodes.0, nodes.1]);
		let strong = network.rpc(0).strong().await?;
		let included = included_at(&relay, strong.hash, asset).await?;
		let finalized =
			network.wait_until_final(&rpcs, included.number, FEW_PARTITION_BLOCKS).await?;
		let strong = network.rpc(0).strong().await?;
		let newest = included_at(&relay, strong.hash, asset).await?;
		for (rpc, finalized) in rpcs.iter().zip(&finalized) {
			must!(
				finalized.number <= newest.number,
				"{} holds {finalized} for final, and {strong} of the relay chain includes only \
				 {newest}",
				rpc.node()
			);
			let hash = rpc.hash_at(included.number).await?;
			must!(
				hash == Some(included.hash),
				"the relay chain includes {included}, and {} has {hash:?} there",
				rpc.node()
			);
			for number in 1..=included.number {
				let hashes = (rpcs[0].hash_at(number).await?, rpc.hash_at(number).await?);
				must!(
					hashes.0 == hashes.1,
					"{asset} has two blocks {number}: {:?} and {:?}",
					hashes.0,
					hashes.1
				);
			}
		}
		run.step(format!("{asset}: its nodes and the relay chain agree up to {included}"));
	}
	Ok(())
}

async fn included_at(relay: &Chain, block: BlockHash, asset: Asset) -> Result<Target> {
	partition::included(relay, block, asset)
		.await?
		.ok_or_else(|| Error::violated(format!("the relay chain has no partition {asset}")))
}

/// With three of four validators the relay chain goes on, and so do the partitions.
async fn a_validator_is_killed(run: &Scenario, network: &mut Network) -> Result<()> {
	let victim = VALIDATORS[3];
	network.nodes_mut()[victim].kill();
	for collator in COLLATORS {
		let rpcs = network.collator_rpcs(&[collator]);
		let goal = rpcs[0].strong().await?.number + 3;
		network.wait_until_final(&rpcs, goal, FEW_PARTITION_BLOCKS).await?;
	}
	run.step("with a validator killed, both partitions go on");
	network.start(victim)?;
	network.wait_until_up(&[victim]).await?;
	let goal = network.rpc(0).strong().await?.number + 1;
	network.wait_until_strong(&VALIDATORS, goal, FEW_BLOCKS).await?;
	run.step("it is back");
	Ok(())
}
