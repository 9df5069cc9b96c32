// SPDX-License-Identifier: GPL-3.0-or-later
//! Links between nodes, cut and healed by RPC. The nodes must run with `--reserved-only` and
//! `--rpc-methods unsafe`, and with no slots for other peers.

use crate::{
	error::{Error, Result},
	network::{endpoint::Endpoint, watch::wait_until},
};
use serde_json::{json, Value};
use std::time::Duration;

/// How long a parted node may take to notice that a peer is gone, and a healed one to connect.
const NOTICED: Duration = Duration::from_secs(180);

/// A node that can be linked to others.
#[derive(Clone, Debug)]
pub(crate) struct Peer {
	endpoint: Endpoint,
	id: String,
	address: String,
}

impl Peer {
	/// Asks a node who and where it is.
	pub(crate) async fn of(endpoint: &Endpoint) -> Result<Self> {
		let id: String = endpoint.call("system_localPeerId", Value::Null).await?;
		let addresses: Vec<String> =
			endpoint.call("system_localListenAddresses", Value::Null).await?;
		let address = address_near(endpoint.url(), &addresses).ok_or_else(|| {
			Error::Usage(format!("{} tells no address at which others reach it", endpoint.name()))
		})?;
		let suffix = format!("/p2p/{id}");
		let address = if address.ends_with(&suffix) {
			address.to_owned()
		} else {
			address.to_owned() + &suffix
		};
		Ok(Self { endpoint: endpoint.clone(), id, address })
	}

	/// Fails unless the node keeps to the peers that it is told of.
	pub(crate) async fn ensure_linkable(&self) -> Result<()> {
		let reserved: Result<Vec<String>> =
			self.endpoint.call("system_reservedPeers", Value::Null).await;
		match reserved {
			Ok(peers) if !peers.is_empty() => Ok(()),
			Ok(_) => Err(Error::Usage(format!(
				"{} has no reserved peers: a test that parts the network needs nodes that run with \
				 --reserved-only and --reserved-nodes",
				self.endpoint.name()
			))),
			Err(error) => Err(error),
		}
	}
}

/// The TCP address that is on the host of the RPC, or else the first one.
fn address_near<'a>(url: &str, addresses: &'a [String]) -> Option<&'a str> {
	let host = url.split_once("://").map_or(url, |(_, rest)| rest);
	let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
	let host = if host == "localhost" { "127.0.0.1" } else { host };
	let wanted = format!("/{host}/");
	addresses
		.iter()
		.find(|address| address.contains(&wanted))
		.or_else(|| addresses.first())
		.map(String::as_str)
}

/// Cuts, or with `linked` heals, every link between two groups, from both ends, and waits until
/// every node has noticed.
pub(crate) async fn set_linked(a: &[Peer], b: &[Peer], linked: bool) -> Result<()> {
	let before = counts(a, b).await?;
	for (one, other) in a.iter().flat_map(|one| b.iter().map(move |other| (one, other))) {
		for (from, to) in [(one, other), (other, one)] {
			let (method, param) = if linked {
				("system_addReservedPeer", &to.address)
			} else {
				("system_removeReservedPeer", &to.id)
			};
			from.endpoint.call::<Value>(method, json!([param])).await?;
		}
	}
	let what =
		if linked { "every node has its peers again" } else { "every node has lost its peers" };
	wait_until(what, NOTICED, async || {
		let now = counts(a, b).await?;
		let noticed = now.iter().zip(&before).all(|((others, now), (_, before))| {
			if linked {
				*now >= before + others
			} else {
				now + others <= *before
			}
		});
		Ok(if noticed { Ok(()) } else { Err(format!("from {before:?} to {now:?}")) })
	})
	.await
}

/// For each node, how many nodes the other group has, and how many peers it has.
async fn counts(a: &[Peer], b: &[Peer]) -> Result<Vec<(usize, usize)>> {
	let mut counts = Vec::new();
	for (group, others) in [(a, b.len()), (b, a.len())] {
		for peer in group {
			counts.push((others, peer.endpoint.health().await?.peers));
		}
	}
	Ok(counts)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_address_on_the_host_of_the_rpc_is_taken() {
		let addresses = [
			"/ip4/10.0.0.1/tcp/30333/p2p/x".to_owned(),
			"/ip4/127.0.0.1/tcp/30333/p2p/x".to_owned(),
		];
		assert_eq!(address_near("ws://localhost:9944", &addresses), Some(&*addresses[1]));
		assert_eq!(address_near("ws://10.0.0.1:9944", &addresses), Some(&*addresses[0]));
		assert_eq!(address_near("ws://10.0.0.9:9944", &addresses), Some(&*addresses[0]));
		assert_eq!(address_near("ws://10.0.0.9:9944", &[]), None);
	}
}
