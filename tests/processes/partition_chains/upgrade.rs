// SPDX-License-Identifier: GPL-3.0-or-later
//! One of two partitions gets a new runtime while all nodes keep running.

use super::{COLLATORS, FOLLOWERS, PARTITIONS};
use crate::FEW_PARTITION_BLOCKS;
use flarechain_primitives::Asset;
use flarechain_tests::{
	chain::Chain, code, hex_of, must, Error, Look, Network, Result, RpcClient, Scenario,
};
use serde_json::{json, Value};
use subxt::dynamic::{self, Value as Dynamic};
use subxt_signer::sr25519::dev;

/// The partition that is upgraded, and its nodes.
const UPGRADED: Asset = PARTITIONS[0];
const NODES: [usize; 2] = [COLLATORS[0], FOLLOWERS[0]];
/// Blocks after it that show that both partitions go on.
const BLOCKS: u32 = 3;

/// The relay chain allows the code, anybody hands it to the partition, and from a later block on
/// collators and validators run it.
pub(super) async fn without_a_restart(run: &Scenario, network: &mut Network) -> Result<()> {
	let binary = run.binary().collator(UPGRADED)?;
	let old = binary.stdout(&["export-genesis-wasm", "--chain", "local", "--raw"])?;
	let new = code::next_version(&old)?;
	let nodes = network.collator_rpcs(&NODES);
	let version = spec_version(&nodes[0]).await?;

	allow(network.rpc(0), &new).await?;
	run.step(format!("the relay chain allows {} bytes of new code", new.len()));
	let rpc = nodes[0].clone();
	let partition = Chain::connect(&rpc).await?;
	network
		.wait_until("the partition knows of it", FEW_PARTITION_BLOCKS, async || {
			let at = rpc.strong().await?.hash;
			let allowed = partition.storage_at(at, "System", "AuthorizedUpgrade", vec![]).await?;
			Ok(Look::when(allowed.is_some(), "nothing is authorized"))
		})
		.await?;
	let arguments = vec![Dynamic::from_bytes(&new)];
	let apply = dynamic::transaction("System", "apply_authorized_upgrade", arguments);
	partition.submit(&apply, &dev::one()).await?;
	run.step("somebody has handed it to the partition");

	validators_have(network, &new).await?;
	network
		.wait_until("its nodes run it", FEW_PARTITION_BLOCKS, async || {
			let mut versions = Vec::new();
			for node in &nodes {
				versions.push(spec_version(node).await?);
			}
			let done = versions.iter().all(|newer| *newer == version + 1);
			Ok(Look::when(done, format!("versions {versions:?}")))
		})
		.await?;
	for collator in COLLATORS {
		let rpcs = network.collator_rpcs(&[collator]);
		let goal = rpcs[0].strong().await?.number + BLOCKS;
		network.wait_until_final(&rpcs, goal, FEW_PARTITION_BLOCKS).await?;
	}
	run.step(format!("it runs version {}, no node was restarted, and both go on", version + 1));
	Ok(())
}

/// Has the root of the relay chain, which on this network is Alice, allow the upgrade.
async fn allow(relay: &RpcClient, new: &[u8]) -> Result<()> {
	let chain = Chain::connect(relay).await?;
	let upgrade = Dynamic::named_variant(
		"upgrade",
		[
			("id", Dynamic::u128(UPGRADED.para_id().into())),
			("validation_code", Dynamic::from_bytes(new)),
		],
	);
	let call = Dynamic::unnamed_variant("PartitionRegistrar", [upgrade]);
	let sudo = dynamic::transaction("Sudo", "sudo", vec![call]);
	let events = chain.submit(&sudo, &dev::alice()).await?;
	let mut names = Vec::new();
	for event in events.iter() {
		let event = event.map_err(|error| chain.error("read events", error))?;
		names.push(format!("{}.{}", event.pallet_name(), event.event_name()));
	}
	let allowed = "PartitionRegistrar.UpgradeAuthorized";
	must!(names.iter().any(|name| name == allowed), "the upgrade is not allowed: {names:?}");
	Ok(())
}

/// Waits until the relay chain's validators check the partition's blocks with this code.
async fn validators_have(network: &mut Network, new: &[u8]) -> Result<()> {
	let rpc = network.rpc(0).clone();
	let relay = Chain::connect(&rpc).await?;
	let hash = code::hash(new);
	network
		.wait_until("validators check with the new code", FEW_PARTITION_BLOCKS, async || {
			let at = rpc.strong().await?.hash;
			let para = vec![Dynamic::u128(UPGRADED.para_id().into())];
			let current = relay.storage_at(at, "Paras", "CurrentCodeHash", para).await?;
			Ok(Look::when(current.as_deref() == Some(&hash[..]), format!("{current:?}")))
		})
		.await
}

/// The version of the runtime after the last final block.
async fn spec_version(rpc: &RpcClient) -> Result<u64> {
	let at = rpc.strong().await?.hash;
	let version: Value = rpc.call("state_getRuntimeVersion", json!([hex_of(at)])).await?;
	version["specVersion"]
		.as_u64()
		.ok_or_else(|| Error::violated(format!("{} has no version: {version}", rpc.node())))
}
