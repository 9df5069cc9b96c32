// SPDX-License-Identifier: GPL-3.0-or-later
//! The live table of a network.

use crate::look::{NodeRow, PartitionRow, Seen};
use asf_primitives::BlockNumber;
use flarechain_tests::{Collator, Network, Node, Ports, Result};
use std::io::Write;

/// Shows a network: renewed in place on a terminal, anew for each change elsewhere.
pub(crate) struct Table {
	in_place: bool,
	/// Lines of the last print, to go back over.
	printed_lines: usize,
	/// How far the chains were at the last print.
	progress: Vec<Option<BlockNumber>>,
	/// Where the status page is.
	status_port: u16,
}

impl Table {
	pub(crate) fn new(in_place: bool, status_port: u16) -> Self {
		Self { in_place, printed_lines: 0, progress: Vec::new(), status_port }
	}

	/// Prints what was seen.
	pub(crate) fn show(&mut self, network: &Network, seen: &Seen) {
		let progress = seen.progress();
		let first = self.printed_lines == 0;
		if !first && !self.in_place && progress == self.progress {
			return;
		}
		let mut text = match (first, self.in_place) {
			(true, _) => hint(network, self.status_port),
			// Up to the first line of the last print.
			(false, true) => format!("\x1b[{}A", self.printed_lines),
			(false, false) => String::new(),
		};
		// Each line is cleared to its end.
		let end = if self.in_place { "\x1b[K\n" } else { "\n" };
		let lines = lines(network, seen);
		for line in &lines {
			text.push_str(line);
			text.push_str(end);
		}
		self.printed_lines = lines.len();
		self.progress = progress;
		print(&text);
	}
}

/// Nobody may be reading any more; then there is nobody to tell.
fn print(text: &str) {
	let mut out = std::io::stdout().lock();
	let _ = out.write_all(text.as_bytes());
	let _ = out.flush();
}

/// Narrow enough for 80 columns: a line that wraps could not be renewed in place.
fn lines(network: &Network, seen: &Seen) -> Vec<String> {
	let mut lines = vec![format!(
		"{:<9} {:>5} {:>7} {:>8} {:>4} {:>4}  {:<15} {}",
		"node", "peers", "best", "Strong", "lag", "seat", "RPC", "metrics"
	)];
	lines.extend(network.nodes().iter().zip(&seen.nodes).map(|(node, row)| node_line(node, row)));
	if !network.collators().is_empty() {
		lines.push(format!(
			"{:<9} {:>13} {:>8} {:>4} {:>4}  {:<15} {}",
			"partition", "block", "included", "final", "lag", "RPC", "metrics"
		));
	}
	let collators = network.collators().iter().zip(&seen.partitions);
	lines.extend(collators.map(|(collator, row)| partition_line(collator, row)));
	lines
}

fn node_line(node: &Node, row: &Result<NodeRow>) -> String {
	let (name, endpoints) = (node.name(), endpoints(node));
	match row {
		Ok(NodeRow { peers, best, strong, seat, .. }) => {
			let peers = peers.count();
			let lag = best.saturating_sub(*strong);
			let seat = seat.map_or_else(|| "-".to_owned(), |seat| seat.to_string());
			format!("{name:<9} {peers:>5} {best:>7} {strong:>8} {lag:>4} {seat:>4}  {endpoints}")
		},
		Err(_) => format!("{name:<9} {:>32}  {endpoints}", "does not answer"),
	}
}

fn partition_line(collator: &Collator, row: &Result<PartitionRow>) -> String {
	let (name, endpoints) = (collator.asset().symbol(), endpoints(collator.node()));
	match row {
		Ok(PartitionRow { best, included, finalized }) => {
			let lag = best.saturating_sub(*finalized);
			format!("{name:<9} {best:>13} {included:>8} {finalized:>4} {lag:>4}  {endpoints}")
		},
		Err(_) => format!("{name:<9} {:>32}  {endpoints}", "does not answer"),
	}
}

fn endpoints(node: &Node) -> String {
	let Ports { rpc, prometheus, .. } = node.config().ports;
	format!("{:<15} 127.0.0.1:{prometheus}", format!("127.0.0.1:{rpc}"))
}

fn hint(network: &Network, status_port: u16) -> String {
	let Some(Ports { rpc, prometheus, .. }) =
		network.nodes().first().map(|node| node.config().ports)
	else {
		return String::new();
	};
	format!(
		"In a browser: http://127.0.0.1:{status_port}/
A wallet or block explorer connects to ws://127.0.0.1:{rpc}. By hand:
  curl -s -H 'Content-Type: application/json' http://127.0.0.1:{rpc} \\
    -d '{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"asf_roundState\"}}'
  curl -s http://127.0.0.1:{prometheus}/metrics | grep ^asf_
Ctrl-C stops the network.

"
	)
}
