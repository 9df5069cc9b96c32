// SPDX-License-Identifier: GPL-3.0-or-later
//! Each of the twelve binaries is a node of its own partition, and of no other.

use crate::{minutes, CONNECTED, FEW_BLOCKS};
use codec::DecodeAll;
use flarechain_primitives::Asset;
use flarechain_tests::{
	chain::Chain,
	must, scenario,
	spec::{ChainSource, LocalChain},
	CollatorConfig, Error, Network, NetworkOptions, Ports, Result, RpcClient,
};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn each_binary_is_the_node_of_its_partition() -> Result<()> {
	scenario("twelve_binaries", minutes(8), async |run| {
		// It has nothing to do but to know the partitions.
		let chain =
			LocalChain { validators: 1, partitions: Asset::ALL.to_vec(), ..LocalChain::default() };
		let options = NetworkOptions {
			validators: 1,
			chain: ChainSource::Local(chain),
			..NetworkOptions::default()
		};
		let mut network = run.network(&options).await?;
		network.wait_until_strong(&[0], 1, FEW_BLOCKS).await?;
		let mut chains = BTreeSet::new();
		for asset in Asset::ALL {
			let genesis = two_nodes_meet(&mut network, asset).await?;
			must!(chains.insert(genesis), "{asset} has the genesis of another partition");
			run.step(format!("{asset}: two nodes have found each other, and say who they are"));
		}
		Ok(())
	})
}

/// Starts two nodes of a partition, and ends them. Gives their genesis.
async fn two_nodes_meet(network: &mut Network, asset: Asset) -> Result<asf_primitives::BlockHash> {
	let collator = CollatorConfig::collator(asset, "alice", 0, Ports::free()?);
	let follower = CollatorConfig::follower(asset, 1, Ports::free()?);
	let nodes = [network.add_collator(collator)?, network.add_collator(follower)?];
	network.launch_collators(&nodes).await?;
	let rpcs = network.collator_rpcs(&nodes);
	network.wait_until_peered(&rpcs, 1, CONNECTED).await?;
	let genesis = rpcs[0].genesis().await?;
	for rpc in &rpcs {
		let other = rpc.genesis().await?;
		must!(other == genesis, "{} has genesis {other:?}, not {genesis:?}", rpc.node());
		says_who_it_is(rpc, asset).await?;
	}
	for node in nodes {
		network.collator_mut(node).kill();
	}
	Ok(genesis)
}

/// By its name, and in its state.
async fn says_who_it_is(rpc: &RpcClient, asset: Asset) -> Result<()> {
	let name: String = rpc.call("system_chain", Value::Null).await?;
	must!(
		name.split(' ').next() == Some(asset.symbol()),
		"the chain of {} calls itself {name}",
		rpc.node()
	);
	let chain = Chain::connect(rpc).await?;
	let best = rpc.best().await?.hash;
	let read = async |pallet: &str, entry: &str| {
		let value = chain.storage_at(best, pallet, entry, Vec::new()).await?;
		value.ok_or_else(|| Error::violated(format!("{} has no {pallet}.{entry}", rpc.node())))
	};
	let para_id = read("ParachainInfo", "ParachainId").await?;
	must!(
		u32::decode_all(&mut &para_id[..]).ok() == Some(asset.para_id()),
		"the para id in the state of {} is {para_id:?}",
		rpc.node()
	);
	let carried = read("Partition", "CarriedAsset").await?;
	must!(
		Asset::decode_all(&mut &carried[..]).ok() == Some(asset),
		"the asset in the state of {} is {carried:?}",
		rpc.node()
	);
	Ok(())
}
