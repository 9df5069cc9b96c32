// SPDX-License-Identifier: GPL-3.0-or-later
//! TCP ports of nodes.

use crate::{Error, Result};
use flarechain_primitives::Asset;
use std::{
	net::{Ipv4Addr, TcpListener},
	sync::atomic::{AtomicU32, Ordering},
};

/// Ports are handed out from here to [`LAST_PORT`]: below the range from which Linux takes the
/// local port of an outgoing connection, so that none of those can take one in between.
const FIRST_PORT: u16 = 20_000;
/// The last port that is handed out; the documented ports of real nodes lie above.
const LAST_PORT: u16 = 29_999;
/// Base of the peer-to-peer ports of a network on the documented ports.
const P2P_BASE: u16 = 30_333;
/// Base of the RPC ports of a network on the documented ports.
const RPC_BASE: u16 = 9_944;
/// Base of the Prometheus ports of a network on the documented ports.
const PROMETHEUS_BASE: u16 = 9_615;

/// The three ports of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ports {
	/// Peer-to-peer, TCP.
	pub p2p: u16,
	/// JSON-RPC, HTTP and WebSocket.
	pub rpc: u16,
	/// Prometheus metrics, HTTP.
	pub prometheus: u16,
}

impl Ports {
	/// Three ports that were free a moment ago and that no other call in this process gets.
	pub fn free() -> Result<Self> {
		Ok(Self { p2p: free_port()?, rpc: free_port()?, prometheus: free_port()? })
	}

	/// The documented ports of a partition's first node, with `offset` added to each.
	pub fn of_partition(asset: Asset, offset: u16) -> Self {
		Self {
			p2p: asset.p2p_port().saturating_add(offset),
			rpc: asset.rpc_port().saturating_add(offset),
			prometheus: asset.prometheus_port().saturating_add(offset),
		}
	}

	/// The documented ports of the relay chain's node with this index.
	pub fn documented(index: u16) -> Self {
		Self {
			p2p: P2P_BASE.saturating_add(index),
			rpc: RPC_BASE.saturating_add(index),
			prometheus: PROMETHEUS_BASE.saturating_add(index),
		}
	}

	/// Fails with the first of the ports that is taken.
	pub fn ensure_free(&self, node: &str) -> Result<()> {
		let ports =
			[(self.p2p, "peer-to-peer"), (self.rpc, "RPC"), (self.prometheus, "Prometheus")];
		for (port, purpose) in ports {
			if !is_free(port) {
				return Err(Error::PortTaken { port, purpose: format!("{purpose} of {node}") });
			}
		}
		Ok(())
	}
}

fn is_free(port: u16) -> bool {
	TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

fn free_port() -> Result<u16> {
	static NEXT: AtomicU32 = AtomicU32::new(0);
	let span = u32::from(LAST_PORT - FIRST_PORT) + 1;
	// Processes that run side by side begin far from each other.
	let start = std::process::id().wrapping_mul(97);
	for _ in 0..span {
		let offset = start.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % span;
		let port = FIRST_PORT.saturating_add(u16::try_from(offset).unwrap_or_default());
		if is_free(port) {
			return Ok(port);
		}
	}
	Err(Error::NoFreePort { tried: span })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn free_ports_are_free_and_distinct() -> Result<()> {
		let (a, b) = (Ports::free()?, Ports::free()?);
		let mut ports = [a.p2p, a.rpc, a.prometheus, b.p2p, b.rpc, b.prometheus];
		ports.sort_unstable();
		assert!(ports.windows(2).all(|pair| pair[0] < pair[1]), "{ports:?}");
		a.ensure_free("a")?;
		Ok(())
	}

	#[test]
	fn a_taken_port_is_named() -> Result<()> {
		let ports = Ports::free()?;
		let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, ports.rpc))
			.map_err(Error::io("hold a port"))?;
		let error = ports.ensure_free("alice").expect_err("the port is held");
		assert!(error.to_string().contains(&format!("port {} (RPC of alice)", ports.rpc)));
		drop(holder);
		Ok(())
	}
}
