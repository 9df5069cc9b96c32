// SPDX-License-Identifier: GPL-3.0-or-later
//! Two collators of one partition: one of them, or the relay node that it asks, may fail. And what
//! a collator refuses at its start.

mod bad_input;
mod failures;

use crate::{minutes, CONNECTED, SHORT_SESSION_SLOTS};
use flarechain_primitives::Asset;
use flarechain_tests::{
	scenario, spec,
	spec::{ChainSource, LocalChain},
	CollatorConfig, Network, NetworkOptions, Ports, Result, Scenario,
};

/// The partition, and the accounts of its collators.
const PARTITION: Asset = Asset::Btc;
const ACCOUNTS: [&str; 2] = ["alice", "bob"];
/// Their places among the network's collators.
const ALICE: usize = 0;
const BOB: usize = 1;
const VALIDATORS: [usize; 4] = [0, 1, 2, 3];
/// See `partition_chains`.
const ROTATION_BLOCKS: u32 = 4;

#[test]
fn a_partition_survives_its_collators() -> Result<()> {
	scenario("collators", minutes(12), async |run| {
		let mut network = start(run).await?;
		// Before the partition's first block: then its registered head is that of its genesis.
		bad_input::nodes_say_why_they_do_not_start(run, &mut network).await?;
		network.launch_collators(&[ALICE, BOB]).await?;
		let both = network.collator_rpcs(&[ALICE, BOB]);
		network.wait_until_peered(&both, 1, CONNECTED).await?;
		network.wait_until_final(&both, 2, minutes(5)).await?;
		run.step("two collators make the partition's blocks");
		failures::one_of_two_is_killed(run, &mut network).await?;
		failures::its_relay_node_is_killed(run, &mut network).await?;
		failures::a_wrong_block_gains_nothing(run, &mut network).await
	})
}

/// Starts four validators, and prepares both collators of the partition. Each of these prefers
/// another validator.
async fn start(run: &Scenario) -> Result<Network> {
	let binary = run.binary().collator(PARTITION)?;
	let partition_spec = spec::with_collators(&binary, &ACCOUNTS, run.folder())?;
	let chain = LocalChain {
		epoch_slots: Some(SHORT_SESSION_SLOTS),
		rotation_blocks: Some(ROTATION_BLOCKS),
		partitions: vec![PARTITION],
		partition_specs: vec![(PARTITION, partition_spec.clone())],
		..LocalChain::default()
	};
	let options = NetworkOptions { chain: ChainSource::Local(chain), ..NetworkOptions::default() };
	let mut network = run.network(&options).await?;
	network.wait_until_connected(&VALIDATORS, VALIDATORS.len() - 1, CONNECTED).await?;
	for (index, account) in ACCOUNTS.into_iter().enumerate() {
		let mut config = CollatorConfig::collator(PARTITION, account, index, Ports::free()?);
		config.spec = Some(partition_spec.clone());
		network.add_collator(config)?;
	}
	Ok(network)
}
