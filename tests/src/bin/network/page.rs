// SPDX-License-Identifier: GPL-3.0-or-later
//! The status page of a network: plain HTML that renews itself.

use crate::look::{NodeRow, PartitionRow, Peers, Seen};
use asf_primitives::BlockNumber;
use flarechain_tests::{Collator, Network, Node, Result};
use std::{fmt::Display, time::Instant};

/// How often a browser asks again, in seconds. A slot takes six.
const RENEW_S: u64 = 2;
/// Blocks that finality may be behind; more are shown as late.
const LATE_BLOCKS: BlockNumber = 3;
const STYLE: &str = "
:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
th, td { text-align: right; padding: .35rem .6rem; border-bottom: 1px solid #8884; }
th:first-child, td:first-child, .text { text-align: left; }
td { font-variant-numeric: tabular-nums; }
.late, .silent { color: #c22; font-weight: bold; }
footer { opacity: .7; }
";

/// What was seen at one time, as the body of the page.
#[derive(Clone, Debug)]
pub(crate) struct Page {
	title: String,
	body: String,
	seen: Option<Instant>,
}

impl Page {
	/// Before anything was seen.
	pub(crate) fn starting() -> Self {
		Self {
			title: "FlareChain starts".into(),
			body: "<p>The network starts; its nodes are not asked yet.</p>\n".into(),
			seen: None,
		}
	}

	/// Of what was seen just now.
	pub(crate) fn of(network: &Network, seen: &Seen) -> Self {
		let strong = seen.strong().map_or_else(|| "–".into(), |number| number.to_string());
		let mut body = relay_table(network, seen);
		if !network.collators().is_empty() {
			body.push_str(&partition_table(network, seen));
		}
		Self { title: format!("FlareChain #{strong}"), body, seen: Some(Instant::now()) }
	}

	/// The whole document. It says how old it is: nodes that hang delay the next look at them.
	pub(crate) fn html(&self) -> String {
		let age = self.seen.map_or_else(String::new, |seen| {
			format!("Seen {} s ago; renewed every {RENEW_S} s. ", seen.elapsed().as_secs())
		});
		format!(
			"<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<meta http-equiv=\"refresh\" content=\"{RENEW_S}\">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{title}</h1>
{body}<footer>{age}Ctrl-C in its terminal stops the network.</footer>
</body>
</html>
",
			title = self.title,
			body = self.body,
		)
	}
}

fn relay_table(network: &Network, seen: &Seen) -> String {
	let mut table = String::from(
		"<h2>Relay chain</h2>
<table>
<tr><th>node</th><th>best</th><th>Weak</th><th>Moderate</th><th>Strong</th><th>Irreversible</th>\
		 <th>lag</th><th>seat</th><th class=\"text\">peers</th><th class=\"text\">RPC</th>\
		 <th class=\"text\">metrics</th></tr>\n",
	);
	for (node, row) in network.nodes().iter().zip(&seen.nodes) {
		table.push_str(&tr(node.name(), node_cells(row), node));
	}
	table.push_str("</table>\n");
	table
}

fn node_cells(row: &Result<NodeRow>) -> Vec<String> {
	let row = match row {
		Ok(row) => row,
		Err(error) => return vec![silent(8, error)],
	};
	let levels = row.levels;
	vec![
		td(row.best),
		td(or_dash(levels.weak)),
		td(or_dash(levels.moderate)),
		td(row.strong),
		td(or_dash(levels.irreversible)),
		lag(row.best.saturating_sub(row.strong)),
		td(or_dash(row.seat)),
		text(peers(&row.peers)),
	]
}

fn partition_table(network: &Network, seen: &Seen) -> String {
	let mut table = String::from(
		"<h2>Partitions</h2>
<table>
<tr><th>partition</th><th>block</th><th>included</th><th>final</th><th>lag</th>\
		 <th class=\"text\">RPC</th><th class=\"text\">metrics</th></tr>\n",
	);
	for (collator, row) in network.collators().iter().zip(&seen.partitions) {
		let symbol = Collator::asset(collator).symbol();
		table.push_str(&tr(symbol, partition_cells(row), collator.node()));
	}
	table.push_str("</table>\n");
	table
}

fn partition_cells(row: &Result<PartitionRow>) -> Vec<String> {
	match row {
		Ok(PartitionRow { best, included, finalized }) => vec![
			td(best),
			td(included),
			td(finalized),
			// A partition's block waits for its inclusion: its lag is no sign of trouble.
			td(best.saturating_sub(*finalized)),
		],
		Err(error) => vec![silent(4, error)],
	}
}

/// A row, in one line: who it is about, what is known, and where to ask more.
fn tr(name: &str, cells: Vec<String>, node: &Node) -> String {
	let ports = node.config().ports;
	let rpc = format!("127.0.0.1:{}", ports.rpc);
	let metrics = format!("127.0.0.1:{}", ports.prometheus);
	format!(
		"<tr><td>{}</td>{}{}<td class=\"text\"><a href=\"http://{metrics}/metrics\">{metrics}</a></td></tr>\n",
		escaped(name),
		cells.concat(),
		text(rpc),
	)
}

fn td(value: impl Display) -> String {
	format!("<td>{value}</td>")
}

fn text(value: impl Display) -> String {
	format!("<td class=\"text\">{}</td>", escaped(&value.to_string()))
}

fn lag(blocks: BlockNumber) -> String {
	if blocks > LATE_BLOCKS {
		format!("<td class=\"late\">{blocks}</td>")
	} else {
		td(blocks)
	}
}

/// Stands in so many columns for a node that gives no answer; the reason shows when pointed at.
fn silent(columns: usize, reason: &impl Display) -> String {
	let reason = escaped(&reason.to_string());
	format!(
		"<td class=\"silent text\" colspan=\"{columns}\" title=\"{reason}\">does not answer</td>"
	)
}

fn or_dash(value: Option<impl Display>) -> String {
	value.map_or_else(|| "–".into(), |value| value.to_string())
}

fn peers(peers: &Peers) -> String {
	let mut names = peers.nodes.clone();
	match peers.others {
		0 => {},
		1 => names.push("one other".into()),
		others => names.push(format!("{others} others")),
	}
	if names.is_empty() {
		return "none".into();
	}
	format!("{}: {}", peers.count(), names.join(", "))
}

/// Text as it may stand in HTML, in an attribute too.
fn escaped(text: &str) -> String {
	text.chars().fold(String::with_capacity(text.len()), |mut html, character| {
		match character {
			'&' => html.push_str("&amp;"),
			'<' => html.push_str("&lt;"),
			'>' => html.push_str("&gt;"),
			'"' => html.push_str("&quot;"),
			other => html.push(other),
		}
		html
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::look::Levels;
	use flarechain_tests::Error;

	#[test]
	fn rows_show_levels_lag_and_peers() {
		let peers = Peers { nodes: vec!["bob".into(), "dave".into()], others: 1 };
		let levels = Levels { weak: Some(40), moderate: Some(39), irreversible: None };
		let row = NodeRow { peers, best: 41, strong: 37, levels, seat: None };
		assert_eq!(
			node_cells(&Ok(row)).concat(),
			"<td>41</td><td>40</td><td>39</td><td>37</td><td>–</td><td class=\"late\">4</td>\
			 <td>–</td><td class=\"text\">3: bob, dave, one other</td>"
		);
	}

	#[test]
	fn what_a_node_said_is_not_markup() {
		let error = Error::violated("<script>\"x\" & y</script>");
		let cell = node_cells(&Err(error)).concat();
		assert!(
			cell.contains("title=\"&lt;script&gt;&quot;x&quot; &amp; y&lt;/script&gt;\""),
			"{cell}"
		);
		assert!(cell.contains("does not answer"), "{cell}");
	}

	#[test]
	fn the_page_renews_itself_from_the_start_on() {
		let html = Page::starting().html();
		assert!(html.contains("http-equiv=\"refresh\""), "{html}");
		assert!(!html.contains("ago"), "{html}");
	}
}
