// SPDX-License-Identifier: GPL-3.0-or-later
//! The nodes of partitions in a network.

use super::Network;
use crate::{Collator, CollatorConfig, Node, Result, RpcClient};
use flarechain_primitives::Asset;

impl Network {
	/// Adds a node of a partition; gives its index among them. It does not run yet. Without URLs of
	/// the relay chain in its configuration, it gets those of all validators, and each node
	/// prefers another one.
	pub fn add_collator(&mut self, mut config: CollatorConfig) -> Result<usize> {
		let index = self.collators.len();
		if config.relay_urls.is_empty() {
			let mut urls: Vec<_> = self.nodes.iter().map(|node| node.rpc().ws_url()).collect();
			let preferred = index.checked_rem(urls.len()).unwrap_or_default();
			urls.rotate_left(preferred);
			config.relay_urls = urls;
		}
		let binary = self.shared.binary.collator(config.asset)?;
		self.collators.push(Collator::new(config, binary, &self.folder)?);
		Ok(index)
	}

	/// Starts one of the partitions' nodes on whatever data it has; does not wait for it.
	pub fn start_collator(&mut self, index: usize) -> Result<()> {
		let asset = self.collators[index].asset();
		let bootnodes: Vec<_> =
			self.collators_of(asset).map(|collator| collator.node().address()).collect();
		self.collators[index].start(&self.shared, &bootnodes)
	}

	/// Starts some of the partitions' nodes, and waits until they answer.
	pub async fn launch_collators(&mut self, indices: &[usize]) -> Result<()> {
		for &index in indices {
			self.start_collator(index)?;
		}
		let rpcs = self.collator_rpcs(indices);
		self.wait_until_answering(&rpcs).await
	}

	/// The nodes of partitions, in the order in which they were added.
	pub fn collators(&self) -> &[Collator] {
		&self.collators
	}

	/// The nodes of a partition.
	pub fn collators_of(&self, asset: Asset) -> impl Iterator<Item = &Collator> {
		self.collators.iter().filter(move |collator| collator.asset() == asset)
	}

	/// One of the partitions' nodes, to start and stop it.
	pub fn collator_mut(&mut self, index: usize) -> &mut Node {
		self.collators[index].node_mut()
	}

	/// The RPC endpoint of one of the partitions' nodes.
	pub fn collator_rpc(&self, index: usize) -> &RpcClient {
		self.collators[index].node().rpc()
	}

	/// The RPC endpoints of some of the partitions' nodes.
	pub fn collator_rpcs(&self, indices: &[usize]) -> Vec<RpcClient> {
		indices.iter().map(|&index| self.collator_rpc(index).clone()).collect()
	}
}
