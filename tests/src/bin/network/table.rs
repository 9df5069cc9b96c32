// SPDX-License-Identifier: GPL-3.0-or-later
//! The live table of a network.

use asf_primitives::{BlockNumber, Seat};
use flarechain_tests::{asf, Network, Node, Ports, Result, RpcClient};
use futures::future::join_all;
use std::io::Write;

/// What is known about a node at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
	peers: usize,
	best: BlockNumber,
	strong: BlockNumber,
	seat: Option<Seat>,
}

/// Shows a network: renewed in place on a terminal, a line for each change elsewhere.
pub(crate) struct Table {
	in_place: bool,
	/// Lines of the last print, to go back over.
	printed_lines: usize,
	last_strong: Option<BlockNumber>,
}

impl Table {
	pub(crate) fn new(in_place: bool) -> Self {
		Self { in_place, printed_lines: 0, last_strong: None }
	}

	/// Asks every node, and prints.
	pub(crate) async fn show(&mut self, network: &Network) {
		let rows = join_all(network.nodes().iter().map(|node| look(node.rpc()))).await;
		if self.in_place {
			self.print_in_place(network.nodes(), &rows);
		} else {
			self.print_changes(network.nodes(), &rows);
		}
	}

	fn print_in_place(&mut self, nodes: &[Node], rows: &[Result<Row>]) {
		let mut lines = vec![header()];
		lines.extend(nodes.iter().zip(rows).map(|(node, row)| line(node, row)));
		let mut text = String::new();
		if self.printed_lines == 0 {
			text.push_str(&hint(nodes));
		} else {
			// Up to the first line of the last print.
			text.push_str(&format!("\x1b[{}A", self.printed_lines));
		}
		for line in &lines {
			// Each line is cleared to its end.
			text.push_str(&format!("{line}\x1b[K\n"));
		}
		self.printed_lines = lines.len();
		print(&text);
	}

	fn print_changes(&mut self, nodes: &[Node], rows: &[Result<Row>]) {
		let strong = rows.iter().flatten().map(|row| row.strong).min();
		let mut text = String::new();
		if self.printed_lines == 0 {
			text.push_str(&format!("{}{}\n", hint(nodes), header()));
		} else if strong == self.last_strong {
			return;
		}
		for (node, row) in nodes.iter().zip(rows) {
			text.push_str(&format!("{}\n", line(node, row)));
		}
		self.last_strong = strong;
		self.printed_lines = nodes.len();
		print(&text);
	}
}

/// Nobody may be reading any more; then there is nobody to tell.
fn print(text: &str) {
	let mut out = std::io::stdout().lock();
	let _ = out.write_all(text.as_bytes());
	let _ = out.flush();
}

async fn look(rpc: &RpcClient) -> Result<Row> {
	let health = rpc.health().await?;
	let best = rpc.best().await?;
	let strong = rpc.strong().await?;
	let seat = asf::seat_of(rpc).await?;
	Ok(Row { peers: health.peers, best: best.number, strong: strong.number, seat })
}

/// Narrow enough for 80 columns: a line that wraps could not be renewed in place.
fn header() -> String {
	format!(
		"{:<8} {:>5} {:>7} {:>7} {:>4} {:>4}  {:<15} {}",
		"node", "peers", "best", "Strong", "lag", "seat", "RPC", "metrics"
	)
}

fn line(node: &Node, row: &Result<Row>) -> String {
	let ports = node.config().ports;
	let name = node.name();
	let (rpc, metrics) =
		(format!("127.0.0.1:{}", ports.rpc), format!("127.0.0.1:{}", ports.prometheus));
	match row {
		Ok(Row { peers, best, strong, seat }) => {
			let lag = best.saturating_sub(*strong);
			let seat = seat.map_or_else(|| "-".to_owned(), |seat| seat.to_string());
			format!(
				"{name:<8} {peers:>5} {best:>7} {strong:>7} {lag:>4} {seat:>4}  {rpc:<15} {metrics}"
			)
		},
		Err(_) => format!("{name:<8} {:>31}  {rpc:<15} {metrics}", "does not answer"),
	}
}

fn hint(nodes: &[Node]) -> String {
	let Some(Ports { rpc, prometheus, .. }) = nodes.first().map(|node| node.config().ports) else {
		return String::new();
	};
	format!(
		"A wallet or block explorer connects to ws://127.0.0.1:{rpc}. By hand:
  curl -s -H 'Content-Type: application/json' http://127.0.0.1:{rpc} \\
    -d '{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"asf_roundState\"}}'
  curl -s http://127.0.0.1:{prometheus}/metrics | grep ^asf_
Ctrl-C stops the network.

"
	)
}
