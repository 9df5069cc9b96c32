// SPDX-License-Identifier: GPL-3.0-or-later
//! What a network says of itself at one time.

use asf_primitives::{BlockHash, BlockNumber, Seat};
use flarechain_tests::{asf, chain::Chain, partition, Collator, Error, Network, Result, RpcClient};
use futures::future::join_all;

/// What is known about a node of the relay chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NodeRow {
	pub(crate) peers: usize,
	pub(crate) best: BlockNumber,
	pub(crate) strong: BlockNumber,
	pub(crate) seat: Option<Seat>,
}

/// What is known about a partition: its newest block, the newest that the relay chain's best block
/// includes, and the newest final one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartitionRow {
	pub(crate) best: BlockNumber,
	pub(crate) included: BlockNumber,
	pub(crate) finalized: BlockNumber,
}

/// What was seen at one time, in the order of the network's nodes and collators.
pub(crate) struct Seen {
	pub(crate) nodes: Vec<Result<NodeRow>>,
	pub(crate) partitions: Vec<Result<PartitionRow>>,
}

impl Seen {
	/// What has to change before it is worth a new line: the Strong block that all validators have,
	/// and the final block of each partition.
	pub(crate) fn progress(&self) -> Vec<Option<BlockNumber>> {
		let strong = self.nodes.iter().flatten().map(|row| row.strong).min();
		let partitions =
			self.partitions.iter().map(|row| row.as_ref().ok().map(|row| row.finalized));
		std::iter::once(strong).chain(partitions).collect()
	}
}

/// Asks every node. `relay` is the connection to the first one, made when it is first needed.
pub(crate) async fn look(network: &Network, relay: &mut Option<Chain>) -> Seen {
	let nodes = join_all(network.nodes().iter().map(|node| look_at_node(node.rpc()))).await;
	let relay = relay_state(network, relay).await;
	let partitions = network.collators().iter().map(|collator| {
		let relay = relay.as_ref().map(|(chain, best)| (chain, *best));
		look_at_partition(collator, relay)
	});
	Seen { nodes, partitions: join_all(partitions).await }
}

async fn look_at_node(rpc: &RpcClient) -> Result<NodeRow> {
	let health = rpc.health().await?;
	let best = rpc.best().await?;
	let strong = rpc.strong().await?;
	let seat = asf::seat_of(rpc).await?;
	Ok(NodeRow { peers: health.peers, best: best.number, strong: strong.number, seat })
}

/// The relay chain's best block, with the connection to look into it. `None` if that is of no use,
/// or not possible now.
async fn relay_state(network: &Network, relay: &mut Option<Chain>) -> Option<(Chain, BlockHash)> {
	if network.collators().is_empty() {
		return None;
	}
	let rpc = network.nodes().first()?.rpc();
	if relay.is_none() {
		*relay = Chain::connect(rpc).await.ok();
	}
	let best = rpc.best().await.ok()?;
	Some((relay.clone()?, best.hash))
}

async fn look_at_partition(
	collator: &Collator,
	relay: Option<(&Chain, BlockHash)>,
) -> Result<PartitionRow> {
	let rpc = collator.node().rpc();
	let asset = collator.asset();
	let (chain, relay_block) =
		relay.ok_or_else(|| Error::violated("the relay chain cannot be asked now"))?;
	let included = partition::included(chain, relay_block, asset)
		.await?
		.ok_or_else(|| Error::violated(format!("the relay chain has no partition {asset}")))?;
	let best = rpc.best().await?;
	let finalized = rpc.strong().await?;
	Ok(PartitionRow { best: best.number, included: included.number, finalized: finalized.number })
}
