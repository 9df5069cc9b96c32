// SPDX-License-Identifier: GPL-3.0-or-later
//! How a node of the relay chain is started.

use crate::{Node, NodeBinary, Result};
use std::path::PathBuf;

/// What all nodes of the relay chain share.
#[derive(Clone, Debug)]
pub struct Shared {
	/// What to run.
	pub binary: NodeBinary,
	/// The chain specification.
	pub spec: PathBuf,
	/// Addresses that nodes are told to connect to.
	pub addresses: Vec<String>,
	/// Whether nodes accept none but these.
	pub reserved_only: bool,
}

impl Shared {
	/// Starts a node on whatever data it has.
	pub(crate) fn start(&self, node: &mut Node) -> Result<()> {
		let bootnodes: &[String] = if self.reserved_only { &[] } else { &self.addresses };
		let mut line = node.command_line(bootnodes);
		line.option("--chain", &self.spec);
		if node.config().authority {
			line.words(["--validator", "--force-authoring"]);
			line.word("--insecure-validator-i-know-what-i-do");
		}
		if self.reserved_only {
			for address in self.addresses.iter().filter(|address| **address != node.address()) {
				line.option("--reserved-nodes", address);
			}
			// Without slots for others, a peer that is no longer reserved is let go.
			line.word("--reserved-only").option("--in-peers", "0").option("--out-peers", "0");
		}
		node.run(&self.binary, &line)
	}
}
