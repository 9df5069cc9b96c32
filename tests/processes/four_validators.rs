// SPDX-License-Identifier: GPL-3.0-or-later
//! Four validators agree, and whoever asks them can check it.

use crate::{minutes, CONNECTED, FEW_BLOCKS, SHORT_SESSION_SLOTS};
use asf_primitives::{BlockNumber, SetId};
use flarechain_tests::{
	asf, chain::Chain, hex_of, judge, must, scenario, spec::ChainSource, wait_until, Error, Look,
	Network, NetworkOptions, NodeConfig, Ports, Result, RpcClient, Scenario,
};
use serde_json::{json, Value};
use subxt::dynamic;
use subxt_signer::sr25519::dev;

const VALIDATORS: [usize; 4] = [0, 1, 2, 3];
/// More than a session: certificates of two panels.
const BLOCKS: BlockNumber = 14;
/// One ËTR, in its smallest unit.
const UNIT: u128 = 1_000_000_000_000;

#[test]
fn four_validators_agree_and_anybody_can_check() -> Result<()> {
	scenario("four_validators", minutes(10), async |run| {
		let options = NetworkOptions {
			chain: ChainSource::with_sessions_of(SHORT_SESSION_SLOTS),
			..NetworkOptions::default()
		};
		let mut network = run.network(&options).await?;
		one_genesis(&network).await?;
		network.wait_until_connected(&VALIDATORS, VALIDATORS.len() - 1, CONNECTED).await?;
		run.step("one genesis, and each validator is connected to each other");

		levels_climb(network.rpc(1)).await?;
		run.step("a block climbs to Strong, and to Irreversible");
		errors_are_told(network.rpc(2)).await?;
		a_dapp_works(run, network.rpc(3)).await?;

		network.wait_until_strong(&VALIDATORS, BLOCKS, minutes(4)).await?;
		let checked = judge::agreement(&network.rpcs(&VALIDATORS), BLOCKS).await?;
		must!(
			checked.last_set > SetId::new(0),
			"{BLOCKS} blocks of {SHORT_SESSION_SLOTS}-slot sessions were decided by one set",
		);
		run.step(format!("blocks 1 to {BLOCKS} are the same everywhere: {checked}"));

		a_follower_catches_up(run, &mut network).await
	})
}

async fn one_genesis(network: &Network) -> Result<()> {
	let first = network.rpc(0).genesis().await?;
	for rpc in network.rpcs(&VALIDATORS) {
		let genesis = rpc.genesis().await?;
		must!(genesis == first, "{} has genesis {genesis:?}, not {first:?}", rpc.node());
	}
	Ok(())
}

/// Watches blocks climb the scale by subscription and by asking.
async fn levels_climb(rpc: &RpcClient) -> Result<()> {
	let ws = rpc.ws().await?;
	let mut levels = rpc.subscribe(&ws, "asf_subscribeLevels", "asf_unsubscribeLevels").await?;
	let mut certificates =
		rpc.subscribe(&ws, "asf_subscribeCertificates", "asf_unsubscribeCertificates").await?;
	let ended = || Error::violated("a subscription ended");
	let strong = tokio::time::timeout(FEW_BLOCKS, async {
		loop {
			let change = levels.next().await.ok_or_else(ended)?;
			let change = change.map_err(|error| Error::violated(error.to_string()))?;
			if change["level"] == "Strong" {
				return Ok::<Value, Error>(change);
			}
		}
	})
	.await
	.map_err(|_| Error::violated("no block became Strong in a subscription"))??;
	tokio::time::timeout(FEW_BLOCKS, certificates.next())
		.await
		.map_err(|_| Error::violated("no certificate came"))?
		.ok_or_else(ended)?
		.map_err(|error| Error::violated(error.to_string()))?;
	let hash = strong["hash"].clone();
	wait_until("the block is Irreversible", FEW_BLOCKS, async || {
		let level = asf::level(rpc, &hash).await?;
		must!(
			level == "Strong" || level == "Irreversible",
			"a Strong block was {level} afterwards"
		);
		Ok(Look::when(level == "Irreversible", level))
	})
	.await
}

/// Bad questions get JSON-RPC errors, and the node goes on.
async fn errors_are_told(rpc: &RpcClient) -> Result<()> {
	const INVALID_PARAMS: i32 = -32602;
	let unknown = format!("0x{}", "12".repeat(32));
	let malformed = [
		("asf_finalityLevel", json!([])),
		("asf_finalityLevel", json!(["0x12"])),
		("asf_finalityLevel", json!([7])),
		("asf_proveFinality", json!(["seven"])),
		("asf_proveFinality", json!([-1])),
		("asf_panel", json!(["nothing"])),
		("validatorCommittee_info", json!(["nobody"])),
		("chain_getBlockHash", json!([{"a": 1}])),
	];
	for (method, params) in malformed {
		let error = expect_error(rpc, method, params.clone()).await?;
		must!(error == INVALID_PARAMS, "{method}{params} gives code {error}");
	}
	for (method, params) in [
		("asf_finalityLevel", json!([unknown])),
		("asf_panel", json!([unknown])),
		("asf_proveFinality", json!([1_000_000])),
		("asf_noSuchMethod", json!([])),
	] {
		let code = expect_error(rpc, method, params.clone()).await?;
		must!(code != INVALID_PARAMS, "{method}{params} gives code {code}");
	}
	rpc.health().await.map(|_| ())
}

async fn expect_error(rpc: &RpcClient, method: &str, params: Value) -> Result<i32> {
	match rpc.call::<Value>(method, params.clone()).await {
		Ok(answer) => Err(Error::violated(format!("{method}{params} answers {answer}"))),
		Err(Error::Rpc { code: Some(code), .. }) => Ok(code),
		Err(other) => Err(other),
	}
}

/// subxt connects, reads storage, submits a transfer and follows finalized blocks.
async fn a_dapp_works(run: &Scenario, rpc: &RpcClient) -> Result<()> {
	let chain = Chain::connect(rpc).await?;
	let genesis = rpc.genesis().await?;
	must!(chain.client().genesis_hash().0 == genesis.0, "subxt sees another genesis");
	let before = chain.free_balance(dev::ferdie().public_key().0).await?;

	let mut blocks =
		chain.client().stream_blocks().await.map_err(|error| chain.error("follow", error))?;
	let ferdie = dev::ferdie().public_key().to_address::<()>();
	let call = dynamic::transaction("Balances", "transfer_keep_alive", (ferdie, UNIT));
	chain.submit(&call, &dev::eve()).await?;
	run.step("subxt: a transfer is in a Strong block");

	let after = chain.free_balance(dev::ferdie().public_key().0).await?;
	must!(after == before + UNIT, "Ferdie had {before} and got {UNIT}, and has {after}");
	let mut last = None;
	for _ in 0..3 {
		let block = blocks
			.next()
			.await
			.ok_or_else(|| Error::violated("the stream of finalized blocks ended"))?
			.map_err(|error| chain.error("follow", error))?;
		must!(last.is_none_or(|last| block.number() == last + 1), "a block was left out");
		last = Some(block.number());
	}
	run.step("subxt: balances are right, and finalized blocks follow each other");
	Ok(())
}

/// A node without a seat syncs from genesis and finalizes what the others finalize.
async fn a_follower_catches_up(run: &Scenario, network: &mut Network) -> Result<()> {
	let follower =
		network.add(NodeConfig::follower("follower", network.nodes().len(), Ports::free()?))?;
	let goal = network.rpc(0).strong().await?.number + 2;
	network.start(follower)?;
	network.wait_until_up(&[follower]).await?;
	network.wait_until_strong(&[follower], goal, FEW_BLOCKS).await?;
	must!(asf::seat_of(network.rpc(follower)).await?.is_none(), "the follower has a seat");
	let judged = network.rpcs(&[0, follower]);
	let checked = judge::agreement(&judged, goal).await?;
	run.step(format!("a fifth node, without a seat, finalized from genesis on: {checked}"));
	let best = network.rpc(follower).best().await?;
	let level = asf::level(network.rpc(follower), &json!(hex_of(best.hash))).await?;
	must!(
		["None", "Weak", "Moderate", "Strong"].contains(&level.as_str()),
		"its best block is {level}"
	);
	Ok(())
}
