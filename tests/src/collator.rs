// SPDX-License-Identifier: GPL-3.0-or-later
//! A node of a partition: it makes the partition's blocks, or only follows them.

use crate::{Node, NodeBinary, NodeConfig, Ports, Result, Shared};
use flarechain_primitives::Asset;
use std::path::{Path, PathBuf};

/// Network identities from here on belong to nodes of partitions.
const FIRST_IDENTITY: usize = 1_000;
/// The most nodes of one partition in a network of tests.
const NODES_OF_PARTITION: usize = 100;
/// What the relay side listens on: any free port. Nobody has to know it, since it connects to the
/// validators by itself.
const RELAY_SIDE_ADDRESS: &str = "/ip4/127.0.0.1/tcp/0";

/// What distinguishes a node of a partition from the others of its network.
#[derive(Clone, Debug)]
pub struct CollatorConfig {
	/// The partition.
	pub asset: Asset,
	/// What it has in common with nodes of every chain.
	pub node: NodeConfig,
	/// Where it asks about the relay chain: WebSocket URLs, the preferred one first.
	pub relay_urls: Vec<String>,
	/// The partition's specification, if not the one in the binary.
	pub spec: Option<PathBuf>,
	/// The relay chain's specification, if not that of the network.
	pub relay_spec: Option<PathBuf>,
}

impl CollatorConfig {
	/// A collator with the keys of a well-known account. `index` counts the nodes of the partition.
	pub fn collator(asset: Asset, account: &str, index: usize, ports: Ports) -> Self {
		let mut node = NodeConfig::authority(account, identity(asset, index), ports);
		node.name = format!("{asset}-{account}");
		Self { asset, node, relay_urls: Vec::new(), spec: None, relay_spec: None }
	}

	/// A node that follows the partition without making blocks.
	pub fn follower(asset: Asset, index: usize, ports: Ports) -> Self {
		let name = format!("{asset}-follower-{index}");
		let node = NodeConfig::follower(&name, identity(asset, index), ports);
		Self { asset, node, relay_urls: Vec::new(), spec: None, relay_spec: None }
	}
}

fn identity(asset: Asset, index: usize) -> usize {
	FIRST_IDENTITY + usize::from(asset.index()) * NODES_OF_PARTITION + index
}

/// A node of a partition, running or not.
#[derive(Debug)]
pub struct Collator {
	asset: Asset,
	relay_urls: Vec<String>,
	spec: Option<PathBuf>,
	relay_spec: Option<PathBuf>,
	binary: NodeBinary,
	node: Node,
}

impl Collator {
	/// Prepares one with its data in `folder`; it does not run yet.
	pub fn new(config: CollatorConfig, binary: NodeBinary, folder: &Path) -> Result<Self> {
		let CollatorConfig { asset, node, relay_urls, spec, relay_spec } = config;
		let peer_id = binary.peer_id(&node.node_key, folder)?;
		let node = Node::new(node, peer_id, folder)?;
		Ok(Self { asset, relay_urls, spec, relay_spec, binary, node })
	}

	/// Its partition.
	pub fn asset(&self) -> Asset {
		self.asset
	}

	/// What it has in common with nodes of every chain.
	pub fn node(&self) -> &Node {
		&self.node
	}

	/// The same, to start and stop it.
	pub fn node_mut(&mut self) -> &mut Node {
		&mut self.node
	}

	/// Starts it on whatever data it has. `bootnodes` are the addresses of its partition's nodes.
	pub(crate) fn start(&mut self, relay: &Shared, bootnodes: &[String]) -> Result<()> {
		let mut line = self.node.command_line(bootnodes);
		if let Some(spec) = &self.spec {
			line.option("--chain", spec);
		}
		if self.node.config().authority {
			line.word("--collator");
		}
		for url in &self.relay_urls {
			line.option("--relay-chain-rpc-urls", url);
		}
		line.word("--no-hardware-benchmarks");
		line.word("--");
		line.option("--chain", self.relay_spec.as_ref().unwrap_or(&relay.spec))
			.option("--listen-addr", RELAY_SIDE_ADDRESS)
			.words(["--no-prometheus", "--no-telemetry", "--no-mdns"]);
		for address in &relay.addresses {
			line.option("--bootnodes", address);
		}
		self.node.run(&self.binary, &line)
	}
}
