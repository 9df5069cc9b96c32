// SPDX-License-Identifier: GPL-3.0-or-later
//! A network that falls apart and heals. It must have been made with `reserved_only`.

use super::Network;
use crate::{Look, Result};
use serde_json::{json, Value};
use std::time::Duration;

/// How long parted nodes may take to notice that a peer is gone.
const PARTED: Duration = Duration::from_secs(60);
/// How long peers may take to find each other again: they try only now and then.
const HEALED: Duration = Duration::from_secs(180);

impl Network {
	/// Cuts every link between nodes of different groups, and waits until each sees its own only.
	pub async fn part(&mut self, groups: &[&[usize]]) -> Result<()> {
		self.set_all_linked(groups, false).await?;
		for group in groups {
			let rpcs = self.rpcs(group);
			self.wait_until("each node sees its own part only", PARTED, async || {
				let mut counts = Vec::new();
				for rpc in &rpcs {
					counts.push(rpc.health().await?.peers);
				}
				let parted = counts.iter().all(|count| *count == group.len() - 1);
				Ok(Look::when(parted, format!("{counts:?}")))
			})
			.await?;
		}
		Ok(())
	}

	/// Links the nodes of different groups, and waits until all see all.
	pub async fn heal(&mut self, groups: &[&[usize]]) -> Result<()> {
		self.set_all_linked(groups, true).await?;
		let all = groups.concat();
		self.wait_until_connected(&all, all.len() - 1, HEALED).await
	}

	/// Lets nodes accept one again that does not run yet, and knows them from its command line.
	pub async fn expect(&self, nodes: &[usize], newcomer: usize) -> Result<()> {
		for &node in nodes {
			self.tell(node, newcomer, true).await?;
		}
		Ok(())
	}

	async fn set_all_linked(&self, groups: &[&[usize]], linked: bool) -> Result<()> {
		for (index, group) in groups.iter().enumerate() {
			for &from in *group {
				for &to in groups[index + 1..].iter().copied().flatten() {
					self.set_linked(from, to, linked).await?;
				}
			}
		}
		Ok(())
	}

	/// Links two nodes, or cuts the link, from both ends.
	async fn set_linked(&self, a: usize, b: usize, linked: bool) -> Result<()> {
		self.tell(a, b, linked).await?;
		self.tell(b, a, linked).await
	}

	async fn tell(&self, node: usize, other: usize, linked: bool) -> Result<()> {
		let other = &self.nodes[other];
		let (method, param) = if linked {
			("system_addReservedPeer", other.address())
		} else {
			("system_removeReservedPeer", other.peer_id().to_owned())
		};
		self.rpc(node).call::<Value>(method, json!([param])).await?;
		Ok(())
	}
}
