// SPDX-License-Identifier: GPL-3.0-or-later
//! What a network says of itself at one time.

use asf_primitives::{BlockHash, BlockNumber, Seat};
use flarechain_tests::{
	asf, chain::Chain, metrics::Scrape, partition, Collator, Error, Network, Node, Result,
};
use futures::future::join_all;
use serde::Deserialize;
use serde_json::Value;

/// What is known about a node of the relay chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NodeRow {
	pub(crate) peers: Peers,
	pub(crate) best: BlockNumber,
	pub(crate) strong: BlockNumber,
	pub(crate) levels: Levels,
	pub(crate) seat: Option<Seat>,
}

/// The newest block of each level but `Strong`; `None` if the node does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Levels {
	pub(crate) weak: Option<BlockNumber>,
	pub(crate) moderate: Option<BlockNumber>,
	pub(crate) irreversible: Option<BlockNumber>,
}

/// Who a node is connected to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Peers {
	/// Names of those that are nodes of the network.
	pub(crate) nodes: Vec<String>,
	/// How many others there are: collators have an identity of their own on the relay chain.
	pub(crate) others: usize,
}

impl Peers {
	pub(crate) fn count(&self) -> usize {
		self.nodes.len() + self.others
	}
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
		let partitions =
			self.partitions.iter().map(|row| row.as_ref().ok().map(|row| row.finalized));
		std::iter::once(self.strong()).chain(partitions).collect()
	}

	/// The newest block that is Strong at every node that answers.
	pub(crate) fn strong(&self) -> Option<BlockNumber> {
		self.nodes.iter().flatten().map(|row| row.strong).min()
	}
}

/// Asks every node. `relay` is the connection to the first one, made when it is first needed.
pub(crate) async fn look(network: &Network, relay: &mut Option<Chain>) -> Seen {
	let nodes = join_all(network.nodes().iter().map(|node| look_at_node(network, node))).await;
	let relay = relay_state(network, relay).await;
	let partitions = network.collators().iter().map(|collator| {
		let relay = relay.as_ref().map(|(chain, best)| (chain, *best));
		look_at_partition(collator, relay)
	});
	Seen { nodes, partitions: join_all(partitions).await }
}

async fn look_at_node(network: &Network, node: &Node) -> Result<NodeRow> {
	let rpc = node.rpc();
	let peers = peers(network, node).await?;
	let best = rpc.best().await?;
	let strong = rpc.strong().await?;
	let seat = asf::seat_of(rpc).await?;
	// Finality without them is worth a row too.
	let levels = node.metrics().await.map(|scrape| levels(&scrape, best.number));
	let levels = levels.unwrap_or_default();
	Ok(NodeRow { peers, best: best.number, strong: strong.number, levels, seat })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PeerAnswer {
	peer_id: String,
}

async fn peers(network: &Network, node: &Node) -> Result<Peers> {
	let answers: Vec<PeerAnswer> = node.rpc().call("system_peers", Value::Null).await?;
	let mut peers = Peers::default();
	for PeerAnswer { peer_id } in answers {
		match network.nodes().iter().find(|other| other.peer_id() == peer_id) {
			Some(other) => peers.nodes.push(other.name().to_owned()),
			None => peers.others += 1,
		}
	}
	peers.nodes.sort_unstable();
	Ok(peers)
}

/// The metrics say how far each level is from the best block.
fn levels(scrape: &Scrape, best: BlockNumber) -> Levels {
	let newest = |level: &str| {
		let label = format!("level=\"{level}\"");
		best.checked_sub(whole(scrape.sum_with("asf_level_distance_blocks", &label)?)?)
	};
	Levels {
		weak: newest("weak"),
		moderate: newest("moderate"),
		irreversible: newest("irreversible"),
	}
}

/// A figure that counts blocks, as a number of blocks.
fn whole(figure: f64) -> Option<BlockNumber> {
	figure.to_string().parse().ok()
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

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn levels_are_counted_from_the_best_block() {
		let scrape = Scrape::parse(
			"asf_level_distance_blocks{chain=\"x\",level=\"weak\"} 0\n\
			 asf_level_distance_blocks{chain=\"x\",level=\"moderate\"} 50\n\
			 asf_level_distance_blocks{chain=\"x\",level=\"irreversible\"} 3\n",
		);
		let expected = Levels { weak: Some(40), moderate: None, irreversible: Some(37) };
		assert_eq!(levels(&scrape, 40), expected);
		assert_eq!(levels(&Scrape::default(), 40), Levels::default());
		assert_eq!(whole(1.5), None);
		assert_eq!(whole(-1.0), None);
	}
}
