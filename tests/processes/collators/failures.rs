// SPDX-License-Identifier: GPL-3.0-or-later
//! A partition goes on while what it needs only one of goes away, and no collator gets a wrong
//! block past the validators.

use super::{ALICE, BOB, PARTITION, VALIDATORS};
use crate::{FEW_BLOCKS, FEW_PARTITION_BLOCKS};
use asf_primitives::{BlockNumber, Target};
use codec::Decode;
use flarechain_tests::{
	chain::Chain, code, hex_bytes, metrics::Scrape, must, partition, spec, Error, Look, Network,
	Node, Result, RpcClient, Scenario,
};
use serde_json::{json, Value};
use subxt::config::substrate::DigestItem;

/// Blocks that show that a partition goes on.
const BLOCKS: BlockNumber = 3;
/// Relay chain blocks in which a wrong block would be included if anybody fell for it.
const REFUSED_FOR: BlockNumber = 6;
/// What validators count of their checks of partitions' blocks.
const VALIDATIONS: &str = "polkadot_parachain_validation_requests_total";
/// Marks the slot in a header, and so its author.
const AURA: [u8; 4] = *b"aura";

/// Collators take turns; without one of them, every second turn is left out.
pub(super) async fn one_of_two_is_killed(run: &Scenario, network: &mut Network) -> Result<()> {
	network.collator_mut(ALICE).kill();
	goes_on(network, BOB).await?;
	run.step("one of two collators is killed: the partition goes on");
	network.launch_collators(&[ALICE]).await?;
	// What was made without it, only the other one has.
	let rpcs = network.collator_rpcs(&[ALICE]);
	let goal = network.collator_rpc(BOB).strong().await?.number + 1;
	network.wait_until_final(&rpcs, goal, FEW_PARTITION_BLOCKS).await?;
	run.step("it is back, and has caught up");
	Ok(())
}

/// A collator that loses the relay node that it asks turns to the next one that it knows of.
pub(super) async fn its_relay_node_is_killed(run: &Scenario, network: &mut Network) -> Result<()> {
	network.collator_mut(BOB).kill();
	// Each collator prefers the validator of its own place.
	let victim = VALIDATORS[ALICE];
	network.nodes_mut()[victim].kill();
	goes_on(network, ALICE).await?;
	run.step("the relay node that the only collator asks is killed: it asks another one");
	network.start(victim)?;
	network.wait_until_up(&[victim]).await?;
	network.launch_collators(&[BOB]).await?;
	let goal = network.rpc(VALIDATORS[1]).strong().await?.number + 1;
	network.wait_until_strong(&VALIDATORS, goal, FEW_BLOCKS).await?;
	goes_on(network, BOB).await
}

/// A collator whose runtime is another one than the partition's makes blocks that only it believes
/// in.
pub(super) async fn a_wrong_block_gains_nothing(
	run: &Scenario,
	network: &mut Network,
) -> Result<()> {
	let relay = Chain::connect(network.rpc(0)).await?;
	// Bob has made the newest block himself, so that he can build on it.
	network.collator_mut(ALICE).kill();
	goes_on(network, BOB).await?;
	network.collator_mut(BOB).kill();
	let head = settled(network, &relay).await?;

	let overrides = wrong_runtime(run)?;
	network.collator_mut(BOB).set_extra(&["--wasm-runtime-overrides", &overrides]);
	let metrics = metrics_of(network);
	must!(found_invalid(&metrics).await? == 0.0, "validators found honest blocks invalid");
	network.launch_collators(&[BOB]).await?;
	network
		.wait_until("a wrong block is offered to validators", FEW_PARTITION_BLOCKS, async || {
			let count = found_invalid(&metrics).await?;
			Ok(Look::when(count > 0.0, "none found one"))
		})
		.await?;
	let goal = network.rpc(0).strong().await?.number + REFUSED_FOR;
	network.wait_until_strong(&VALIDATORS, goal, FEW_BLOCKS).await?;
	let still = included(network, &relay).await?;
	must!(still == head, "after {head} the relay chain includes {still}, made by a wrong runtime");
	run.step("validators find the blocks of a collator with a wrong runtime invalid");

	network.launch_collators(&[ALICE]).await?;
	let alice = network.collator_rpcs(&[ALICE]);
	let goal = head.number + BLOCKS;
	network.wait_until_final(&alice, goal, FEW_PARTITION_BLOCKS).await?;
	only_alice_made(&alice[0], head.number + 1, goal).await?;
	run.step("the partition continues with the honest collator's blocks");
	Ok(())
}

/// Names and ports of the validators' metrics.
fn metrics_of(network: &Network) -> Vec<(String, u16)> {
	let endpoint = |node: &Node| (node.name().to_owned(), node.config().ports.prometheus);
	network.nodes().iter().map(endpoint).collect()
}

/// How many of the partition's blocks validators have found invalid.
async fn found_invalid(metrics: &[(String, u16)]) -> Result<f64> {
	let mut count = 0.0;
	for (validator, port) in metrics {
		let scrape = Scrape::fetch(validator, *port).await?;
		count += scrape.sum_with(VALIDATIONS, r#"validity="invalid""#).unwrap_or_default();
	}
	Ok(count)
}

/// Waits until a few more blocks of the partition are final at a node of it.
async fn goes_on(network: &mut Network, node: usize) -> Result<()> {
	let rpcs = network.collator_rpcs(&[node]);
	let goal = rpcs[0].strong().await?.number + BLOCKS;
	network.wait_until_final(&rpcs, goal, FEW_PARTITION_BLOCKS).await.map(|_| ())
}

/// Waits until nothing of a partition without collators is under way any more; gives its head.
async fn settled(network: &mut Network, relay: &Chain) -> Result<Target> {
	let mut head = included(network, relay).await?;
	let mut since = network.rpc(0).strong().await?.number;
	let rpc = network.rpc(0).clone();
	network
		.wait_until("the partition stands still", FEW_PARTITION_BLOCKS, async || {
			let strong = rpc.strong().await?;
			let now = partition::included(relay, strong.hash, PARTITION).await?;
			if now != Some(head) {
				(head, since) = (now.unwrap_or(head), strong.number);
			}
			let still = strong.number >= since + REFUSED_FOR;
			Ok(if still { Look::Done(head) } else { Look::not_yet(head) })
		})
		.await
}

/// The newest block of the partition that a Strong block of the relay chain includes.
async fn included(network: &Network, relay: &Chain) -> Result<Target> {
	let strong = network.rpc(0).strong().await?;
	partition::included(relay, strong.hash, PARTITION)
		.await?
		.ok_or_else(|| Error::violated(format!("the relay chain has no partition {PARTITION}")))
}

/// Writes a runtime that is not the partition's, under the same version; gives its folder.
fn wrong_runtime(run: &Scenario) -> Result<String> {
	let binary = run.binary().collator(PARTITION)?;
	let right = binary.stdout(&["export-genesis-wasm", "--chain", "local", "--raw"])?;
	let folder = run.folder().join("wrong-runtime");
	std::fs::create_dir_all(&folder).map_err(Error::io(format!("create {}", folder.display())))?;
	spec::write(&folder.join("wrong.wasm"), &code::with_another_state(&right)?)?;
	Ok(folder.display().to_string())
}

/// Checks the authors of blocks: collators take turns by slots.
async fn only_alice_made(rpc: &RpcClient, first: BlockNumber, last: BlockNumber) -> Result<()> {
	let keys: String = rpc.call("state_call", json!(["AuraApi_authorities", "0x"])).await?;
	let keys = hex_bytes(&keys).and_then(|keys| Vec::<[u8; 32]>::decode(&mut &keys[..]).ok());
	let keys = keys.ok_or_else(|| Error::violated("the authorities of Aura are malformed"))?;
	let alice = subxt_signer::sr25519::dev::alice().public_key().0;
	for number in first..=last {
		let slot = slot_of(rpc, number).await?;
		let turn = usize::try_from(slot).ok().and_then(|slot| slot.checked_rem(keys.len()));
		let author = turn.and_then(|turn| keys.get(turn));
		must!(author == Some(&alice), "block {number} of slot {slot} was made by {author:?}");
	}
	Ok(())
}

/// The slot in which a block was made.
async fn slot_of(rpc: &RpcClient, number: BlockNumber) -> Result<u64> {
	let hash = rpc.hash_at(number).await?;
	let header: Value = rpc.header(hash).await?;
	let logs = header["digest"]["logs"].as_array().into_iter().flatten();
	for log in logs {
		let bytes = log.as_str().and_then(hex_bytes).unwrap_or_default();
		if let Ok(DigestItem::PreRuntime(AURA, slot)) = DigestItem::decode(&mut &bytes[..]) {
			return u64::decode(&mut &slot[..])
				.map_err(|error| Error::violated(format!("the slot of block {number}: {error}")));
		}
	}
	Err(Error::violated(format!("block {number} has no slot")))
}
