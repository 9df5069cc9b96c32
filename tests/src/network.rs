// SPDX-License-Identifier: GPL-3.0-or-later
//! Several nodes on one relay chain, and nodes of its partitions.

mod collators;
mod links;

use crate::{
	node::{Node, NodeConfig, WELL_KNOWN},
	spec::{self, ChainSource},
	wait::{wait_until, Look},
	Collator, Error, NodeBinary, Ports, Result, RpcClient, Shared,
};
use asf_primitives::{BlockNumber, Target};
use std::{
	path::{Path, PathBuf},
	time::Duration,
};

/// How long a node may take from its start to its first answer: it compiles its runtime and, once
/// parachains are there, their validation code.
pub const START_DEADLINE: Duration = Duration::from_secs(90);

/// What network to run.
#[derive(Clone, Debug)]
pub struct NetworkOptions {
	/// How many validators run, with the well-known accounts in their order.
	pub validators: usize,
	/// A validator of which a second node runs with the same keys, behind the others. It is there
	/// from the beginning: peers with no places for strangers let nobody in whom they learn of later.
	pub twin_of: Option<usize>,
	/// The chain.
	pub chain: ChainSource,
	/// Whether nodes connect to none but those that they are told to, by argument or RPC: so a
	/// test can part and heal the network.
	pub reserved_only: bool,
	/// Added to the documented ports; free ones are taken without it.
	pub documented_ports: Option<u16>,
}

impl Default for NetworkOptions {
	fn default() -> Self {
		Self {
			validators: 4,
			twin_of: None,
			chain: ChainSource::with_validators(4),
			reserved_only: false,
			documented_ports: None,
		}
	}
}

/// Nodes of one relay chain and of its partitions on this machine. Its processes end with it.
#[derive(Debug)]
pub struct Network {
	folder: PathBuf,
	shared: Shared,
	nodes: Vec<Node>,
	collators: Vec<Collator>,
}

impl Network {
	/// Prepares a network with everything that it writes below `folder`; nothing runs yet.
	pub fn prepare(binary: &NodeBinary, options: &NetworkOptions, folder: &Path) -> Result<Self> {
		if options.validators == 0 || options.validators > WELL_KNOWN.len() {
			let most = WELL_KNOWN.len();
			return Err(Error::Spec(format!(
				"a network here has 1 to {most} validators, not {}",
				options.validators
			)));
		}
		std::fs::create_dir_all(folder)
			.map_err(Error::io(format!("create {}", folder.display())))?;
		let spec = spec::prepare(binary, &options.chain, folder)?;
		let shared = Shared {
			binary: binary.clone(),
			spec,
			addresses: Vec::new(),
			reserved_only: options.reserved_only,
		};
		let mut network =
			Self { folder: folder.to_owned(), shared, nodes: Vec::new(), collators: Vec::new() };
		for (index, account) in (0u16..).zip(WELL_KNOWN).take(options.validators) {
			let ports = match options.documented_ports {
				Some(offset) => Ports::documented(index.saturating_add(offset)),
				None => Ports::free()?,
			};
			ports.ensure_free(account)?;
			network.add(NodeConfig::authority(account, usize::from(index), ports))?;
		}
		if let Some(account) = options.twin_of.and_then(|index| WELL_KNOWN.get(index)) {
			let mut twin = NodeConfig::authority(account, options.validators, Ports::free()?);
			twin.name = format!("{account}-twin");
			network.add(twin)?;
		}
		network.shared.addresses = network.nodes.iter().map(Node::address).collect();
		Ok(network)
	}

	/// Prepares and starts a network, and waits until every node answers.
	pub async fn launch(
		binary: &NodeBinary,
		options: &NetworkOptions,
		folder: &Path,
	) -> Result<Self> {
		let mut network = Self::prepare(binary, options, folder)?;
		network.start_all()?;
		let all: Vec<_> = (0..network.nodes.len()).collect();
		network.wait_until_up(&all).await?;
		Ok(network)
	}

	/// Adds a node; gives its index. It does not run yet.
	pub fn add(&mut self, config: NodeConfig) -> Result<usize> {
		let peer_id = self.shared.binary.peer_id(&config.node_key, &self.folder)?;
		self.nodes.push(Node::new(config, peer_id, &self.folder)?);
		Ok(self.nodes.len() - 1)
	}

	/// Starts every node of the relay chain.
	pub fn start_all(&mut self) -> Result<()> {
		let shared = &self.shared;
		self.nodes.iter_mut().try_for_each(|node| shared.start(node))
	}

	/// Starts one node on whatever data it has; does not wait for it.
	pub fn start(&mut self, index: usize) -> Result<()> {
		self.shared.start(&mut self.nodes[index])
	}

	/// Waits until these nodes answer.
	pub async fn wait_until_up(&mut self, indices: &[usize]) -> Result<()> {
		let rpcs = self.rpcs(indices);
		self.wait_until_answering(&rpcs).await
	}

	/// Waits until these endpoints answer.
	pub async fn wait_until_answering(&mut self, rpcs: &[RpcClient]) -> Result<()> {
		for rpc in rpcs {
			let what = format!("{} answers", rpc.node());
			self.wait_until(&what, START_DEADLINE, async || {
				rpc.health().await.map(|_| Look::Done(()))
			})
			.await?;
		}
		Ok(())
	}

	/// The nodes of the relay chain, validators first.
	pub fn nodes(&self) -> &[Node] {
		&self.nodes
	}

	/// The nodes, to start and stop them.
	pub fn nodes_mut(&mut self) -> &mut [Node] {
		&mut self.nodes
	}

	/// The RPC endpoint of a node.
	pub fn rpc(&self, index: usize) -> &RpcClient {
		self.nodes[index].rpc()
	}

	/// The RPC endpoints of nodes.
	pub fn rpcs(&self, indices: &[usize]) -> Vec<RpcClient> {
		indices.iter().map(|&index| self.rpc(index).clone()).collect()
	}

	/// What the nodes share.
	pub fn shared(&self) -> &Shared {
		&self.shared
	}

	/// Where everything of this network is.
	pub fn folder(&self) -> &Path {
		&self.folder
	}

	/// Fails if a node that was started has ended by itself.
	pub fn ensure_running(&mut self) -> Result<()> {
		self.every_node().try_for_each(Node::ensure_running)
	}

	fn every_node(&mut self) -> impl Iterator<Item = &mut Node> {
		self.nodes.iter_mut().chain(self.collators.iter_mut().map(Collator::node_mut))
	}

	/// Waits for a condition while all started nodes keep running.
	pub async fn wait_until<T>(
		&mut self,
		what: &str,
		deadline: Duration,
		mut look: impl AsyncFnMut() -> Result<Look<T>>,
	) -> Result<T> {
		wait_until(what, deadline, async || {
			self.ensure_running()?;
			look().await
		})
		.await
	}

	/// Waits until these nodes have a Strong block of at least this number; gives the Strong blocks
	/// then, in the order of `indices`.
	pub async fn wait_until_strong(
		&mut self,
		indices: &[usize],
		number: BlockNumber,
		deadline: Duration,
	) -> Result<Vec<Target>> {
		let rpcs = self.rpcs(indices);
		self.wait_until_final(&rpcs, number, deadline).await
	}

	/// Waits until these endpoints, of one chain, have a final block of at least this number; gives
	/// their final blocks then.
	pub async fn wait_until_final(
		&mut self,
		rpcs: &[RpcClient],
		number: BlockNumber,
		deadline: Duration,
	) -> Result<Vec<Target>> {
		let names: Vec<_> = rpcs.iter().map(RpcClient::node).collect();
		let what = format!("block {number} is final at {}", names.join(", "));
		self.wait_until(&what, deadline, async || {
			let strong = strong_of(rpcs).await?;
			if strong.iter().all(|target| target.number >= number) {
				return Ok(Look::Done(strong));
			}
			Ok(Look::not_yet(numbers(&strong)))
		})
		.await
	}

	/// Waits until these nodes have at least this many peers each.
	pub async fn wait_until_connected(
		&mut self,
		indices: &[usize],
		peers: usize,
		deadline: Duration,
	) -> Result<()> {
		let rpcs = self.rpcs(indices);
		self.wait_until_peered(&rpcs, peers, deadline).await
	}

	/// Waits until these endpoints have at least this many peers each.
	pub async fn wait_until_peered(
		&mut self,
		rpcs: &[RpcClient],
		peers: usize,
		deadline: Duration,
	) -> Result<()> {
		self.wait_until(&format!("{peers} peers at each node"), deadline, async || {
			let mut counts = Vec::new();
			for rpc in rpcs {
				counts.push(rpc.health().await?.peers);
			}
			Ok(Look::when(counts.iter().all(|count| *count >= peers), format!("{counts:?}")))
		})
		.await
	}

	/// Ends every node in good order.
	pub fn stop_all(&mut self) {
		let mut processes: Vec<_> = self.every_node().filter_map(Node::process).collect();
		processes.iter_mut().for_each(|process| process.ask_to_stop());
		processes.iter_mut().for_each(|process| process.finish_stopping());
	}
}

/// The highest Strong block at each endpoint; of a partition, the highest final one.
pub async fn strong_of(rpcs: &[RpcClient]) -> Result<Vec<Target>> {
	let mut strong = Vec::with_capacity(rpcs.len());
	for rpc in rpcs {
		strong.push(rpc.strong().await?);
	}
	Ok(strong)
}

/// The numbers of blocks, for a message.
pub fn numbers(targets: &[Target]) -> String {
	let numbers: Vec<_> = targets.iter().map(|target| target.number.to_string()).collect();
	numbers.join(", ")
}
