// SPDX-License-Identifier: GPL-3.0-or-later
//! A newcomer gets a seat, as the guide for validators says, while the chain is busy.

use crate::{minutes, CONNECTED, FEW_BLOCKS, SHORT_SESSION_SLOTS};
use flarechain_tests::{
	asf, chain::Chain, judge, must, scenario, spec::ChainSource, Error, Look, Network,
	NetworkOptions, NodeConfig, Ports, Result, RpcClient, Scenario,
};
use serde::Deserialize;
use serde_json::json;
use std::{
	sync::{
		atomic::{AtomicU64, Ordering},
		Arc,
	},
	time::Duration,
};
use subxt::dynamic::{self, Value};
use subxt_signer::sr25519::{dev, Keypair};

const FOUNDERS: [usize; 4] = [0, 1, 2, 3];
const FIVE: [usize; 5] = [0, 1, 2, 3, 4];
const UNIT: u128 = 1_000_000_000_000;
/// The keys of a session in their order, 32 bytes each.
const SESSION_KEYS: [&str; 5] =
	["babe", "asf", "para_validator", "para_assignment", "authority_discovery"];
const KEY_BYTES: usize = 32;
/// Keys and bond count from the election after them, and the elected panel from the session after
/// that.
const SEATED: Duration = minutes(5);
/// Pause between two transfers of the load.
const LOAD_PAUSE: Duration = Duration::from_millis(100);

/// What `author_rotateKeysWithOwner` answers.
#[derive(Deserialize)]
struct RotatedKeys {
	keys: String,
	proof: String,
}

#[test]
fn a_newcomer_gets_a_seat_under_load() -> Result<()> {
	scenario("panel_change", minutes(12), async |run| {
		let options = NetworkOptions {
			chain: ChainSource::with_sessions_of(SHORT_SESSION_SLOTS),
			..NetworkOptions::default()
		};
		let mut network = run.network(&options).await?;
		network.wait_until_connected(&FOUNDERS, FOUNDERS.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&FOUNDERS, 1, FEW_BLOCKS).await?;
		let newcomer = start_newcomer(&mut network).await?;
		let load = Load::start(network.rpc(1)).await?;

		let owner = dev::eve();
		let chain = Chain::connect(network.rpc(0)).await?;
		set_keys(network.rpc(newcomer), &chain, &owner).await?;
		let role = Value::unnamed_variant("FlareNode", []);
		let bond = dynamic::transaction("ValidatorCommittee", "bond", (role, 2_000 * UNIT));
		chain.submit(&bond, &owner).await?;
		run.step("the newcomer's keys are set and its bond is held");

		let panel = seated(run, &mut network, newcomer).await?;
		must!(panel == FIVE.len(), "the panel has {panel} seats");
		votes(&mut network, newcomer).await?;
		let sent = load.stop();
		let strong = network.rpc(newcomer).strong().await?.number;
		let checked = judge::agreement(&network.rpcs(&FIVE), strong).await?;
		run.step(format!("{sent} transfers later, all is one chain: {checked}"));
		must!(sent > 100, "only {sent} transfers were sent: that is no load");
		judge::nobody_offended(&network, &FIVE).await
	})
}

async fn start_newcomer(network: &mut Network) -> Result<usize> {
	let mut config = NodeConfig::follower("newcomer", network.nodes().len(), Ports::free()?);
	config.authority = true;
	let newcomer = network.add(config)?;
	network.start(newcomer)?;
	network.wait_until_up(&[newcomer]).await?;
	network.wait_until_strong(&[newcomer], 1, FEW_BLOCKS).await?;
	Ok(newcomer)
}

/// Has the node make keys that prove to belong to `owner`, and sets them on chain.
async fn set_keys(node: &RpcClient, chain: &Chain, owner: &Keypair) -> Result<()> {
	let account = format!("0x{}", hex::encode(owner.public_key().0));
	let rotated: RotatedKeys = node.call("author_rotateKeysWithOwner", json!([account])).await?;
	let bytes = |text: &str| {
		let digits = text.strip_prefix("0x").unwrap_or(text);
		hex::decode(digits).map_err(|error| Error::violated(format!("{text}: {error}")))
	};
	let (keys, proof) = (bytes(&rotated.keys)?, bytes(&rotated.proof)?);
	must!(
		keys.len() == SESSION_KEYS.len() * KEY_BYTES,
		"{} bytes of session keys were made",
		keys.len()
	);
	let keys = Value::named_composite(
		SESSION_KEYS.into_iter().zip(keys.chunks(KEY_BYTES).map(Value::from_bytes)),
	);
	let call = dynamic::transaction("Session", "set_keys", (keys, Value::from_bytes(proof)));
	// The proof is the owner's, so nobody else can claim the keys.
	match chain.submit(&call, &dev::ferdie()).await {
		Ok(_) => return Err(Error::violated("another account claimed the keys")),
		Err(error) => must!(error.to_string().contains("InvalidProof"), "refused as: {error}"),
	}
	chain.submit(&call, owner).await.map(|_| ())
}

async fn seated(run: &Scenario, network: &mut Network, newcomer: usize) -> Result<usize> {
	let rpc = network.rpc(newcomer).clone();
	let (set, seats) = network
		.wait_until("the newcomer has a seat", SEATED, async || {
			let panel = asf::panel(&rpc, None).await?;
			let seats = panel.panel.seat_count();
			Ok(match asf::seat_in(&rpc, &panel).await? {
				Some(_) => Look::Done((panel.set_id, seats)),
				None => Look::not_yet(format!("set {} has {seats} seats", panel.set_id)),
			})
		})
		.await?;
	run.step(format!("the newcomer has a seat in set {set}"));
	Ok(seats)
}

/// With the newcomer in the panel, its votes are needed when another one is away.
async fn votes(network: &mut Network, newcomer: usize) -> Result<()> {
	let goal = network.rpc(newcomer).strong().await?.number + 2;
	network.wait_until_strong(&FIVE, goal, FEW_BLOCKS).await?;
	network.nodes_mut()[FOUNDERS[3]].kill();
	let four = [0, 1, 2, newcomer];
	let goal = network.rpc(newcomer).strong().await?.number + 3;
	network.wait_until_strong(&four, goal, FEW_BLOCKS).await?;
	network.start(FOUNDERS[3])?;
	network.wait_until_up(&[FOUNDERS[3]]).await?;
	network.wait_until_strong(&FIVE, goal, FEW_BLOCKS).await?;
	Ok(())
}

/// Transfers, one after the other, until it is dropped.
struct Load {
	sent: Arc<AtomicU64>,
	task: tokio::task::JoinHandle<()>,
}

impl Load {
	async fn start(rpc: &RpcClient) -> Result<Self> {
		let chain = Chain::connect(rpc).await?;
		let sent = Arc::new(AtomicU64::new(0));
		let counter = sent.clone();
		let task = tokio::spawn(async move {
			let (from, to) = (dev::bob(), dev::ferdie().public_key().to_address::<()>());
			let call = dynamic::transaction("Balances", "transfer_keep_alive", (to, UNIT / 1000));
			let mut nonce = None;
			loop {
				// A node that is busy or restarts refuses some; the next nonce is then asked for.
				nonce = chain.send(&call, &from, nonce).await.ok();
				if nonce.is_some() {
					counter.fetch_add(1, Ordering::Relaxed);
				}
				tokio::time::sleep(LOAD_PAUSE).await;
			}
		});
		Ok(Self { sent, task })
	}

	fn stop(self) -> u64 {
		self.sent.load(Ordering::Relaxed)
	}
}

impl Drop for Load {
	fn drop(&mut self) {
		self.task.abort();
	}
}
