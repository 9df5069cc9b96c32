// SPDX-License-Identifier: GPL-3.0-or-later
//! What the relay chain's side is started with when the user does not say.
//!
//! The library reads the arguments after `--` with the relay chain's own parser, and its defaults
//! there are one node's: P2P on 30334 and Prometheus on 9616, which are the ports of FlareChain's
//! second validator and of every other collator on the machine. It offers no way to change them in
//! the process, and takes the arguments from the system. So a node whose arguments are not complete
//! starts itself again, in the same process, with what is missing; `ps` then shows all of them.

use std::{
	convert::Infallible, ffi::OsString, os::unix::process::CommandExt, path::Path, process::Command,
};

/// How far the relay chain side's P2P port is from the partition side's: half of what the table of
/// partitions leaves between two.
const RELAY_PORT_OFFSET: u16 = 50;
/// Set when a node starts itself again, to its process id, which stays the same. So it means
/// nothing in any other process that inherits it.
const PREPARED_VARIABLE: &str = "FLARECHAIN_COLLATOR_PREPARED";
/// What the partition's side is always started with. The library looks for nodes of the partition in
/// the relay chain's DHT, and lists its own, in tasks that end the node with the first request that a
/// relay node does not answer, as when the node has to turn to another one.
const WITHOUT_DHT: [&str; 2] = ["--no-dht-bootnode", "--no-dht-bootnode-discovery"];
/// What separates the arguments of the two sides.
const SEPARATOR: &str = "--";

/// What the relay chain's side is to be started with.
#[derive(Debug)]
pub(crate) struct RelaySide<'a> {
	/// The relay chain's spec.
	pub(crate) spec: &'a Path,
	/// Its P2P port.
	pub(crate) port: u16,
	/// Nodes to connect to first, if there have to be any.
	pub(crate) boot_nodes: &'a [String],
}

/// The relay chain side's P2P port of a node whose partition side has this one.
pub(crate) fn relay_port(port: u16) -> u16 {
	// At the upper end of the ports there is as much room below.
	port.checked_add(RELAY_PORT_OFFSET).unwrap_or(port - RELAY_PORT_OFFSET)
}

/// Whether a flag is among the arguments, as `--flag value` or `--flag=value`.
pub(crate) fn has(args: &[String], flag: &str) -> bool {
	args.iter().any(|arg| arg.strip_prefix(flag).is_some_and(is_end_of_flag))
}

/// The value of a flag, if it is among the arguments.
pub(crate) fn value(args: &[String], flag: &str) -> Option<String> {
	let place = args.iter().position(|arg| arg.strip_prefix(flag).is_some_and(is_end_of_flag))?;
	match args.get(place)?.strip_prefix(flag)?.strip_prefix('=') {
		Some(value) => Some(value.to_owned()),
		None => args.get(place + 1).cloned(),
	}
}

fn is_end_of_flag(rest: &str) -> bool {
	rest.is_empty() || rest.starts_with('=')
}

/// Whether the relay chain's side is told whom to connect to.
pub(crate) fn has_boot_nodes(args: &[String]) -> bool {
	has(args, "--bootnodes") || has(args, "--reserved-nodes")
}

/// What is missing among the arguments of the relay chain's side.
pub(crate) fn missing(given: &[String], side: &RelaySide<'_>) -> Vec<OsString> {
	let mut missing: Vec<OsString> = Vec::new();
	if !has(given, "--chain") {
		missing.extend(["--chain".into(), side.spec.into()]);
	}
	if !has(given, "--port") && !has(given, "--listen-addr") {
		missing.extend(["--port".into(), side.port.to_string().into()]);
	}
	// The partition's side serves the node's metrics already.
	if !["--prometheus-port", "--prometheus-external", "--no-prometheus"]
		.into_iter()
		.any(|flag| has(given, flag))
	{
		missing.push("--no-prometheus".into());
	}
	if !has_boot_nodes(given) && !side.boot_nodes.is_empty() {
		missing.push("--bootnodes".into());
		missing.extend(side.boot_nodes.iter().map(OsString::from));
	}
	missing
}

/// The whole command line, without the binary's name, with `missing` among the arguments of the
/// relay chain's side, and what the partition's side is always started with.
pub(crate) fn completed(
	given: impl IntoIterator<Item = OsString>,
	missing: Vec<OsString>,
) -> Vec<OsString> {
	let mut own: Vec<OsString> = given.into_iter().collect();
	let separator = own.iter().position(|arg| arg == SEPARATOR).unwrap_or(own.len());
	let relay = own.split_off(separator);
	for flag in WITHOUT_DHT {
		if !own.iter().any(|arg| arg == flag) {
			own.push(flag.into());
		}
	}
	own.push(SEPARATOR.into());
	own.extend(relay.into_iter().skip(1));
	own.extend(missing);
	own
}

/// Whether this process has started itself again.
pub(crate) fn is_prepared() -> bool {
	std::env::var(PREPARED_VARIABLE).is_ok_and(|id| id == std::process::id().to_string())
}

/// Replaces this program by itself with these arguments, which are complete. Returns only when that
/// fails.
pub(crate) fn start_again(args: Vec<OsString>) -> Result<Infallible, std::io::Error> {
	Err(this_program(args)?.env(PREPARED_VARIABLE, std::process::id().to_string()).exec())
}

/// The same with arguments that are still to be checked: those of a configuration file among them.
/// They are complete in so far that this happens once.
pub(crate) fn start_configured(args: Vec<OsString>) -> Result<Infallible, std::io::Error> {
	Err(this_program(args)?.exec())
}

fn this_program(args: Vec<OsString>) -> Result<Command, std::io::Error> {
	let mut command = Command::new(std::env::current_exe()?);
	if let Some(name) = std::env::args_os().next() {
		command.arg0(name);
	}
	command.args(args);
	Ok(command)
}

#[cfg(test)]
mod tests {
	use super::*;
	use flarechain_primitives::Asset;

	fn args(args: &[&str]) -> Vec<String> {
		args.iter().map(|arg| (*arg).to_owned()).collect()
	}

	fn missing_in(given: &[&str], boot_nodes: &[String]) -> Vec<String> {
		let side = RelaySide { spec: Path::new("relay.json"), port: 30_583, boot_nodes };
		missing(&args(given), &side)
			.into_iter()
			.map(|arg| arg.into_string().expect("is UTF-8"))
			.collect()
	}

	#[test]
	fn flags_are_found_in_both_forms() {
		let given = args(&["--chain", "a.json", "--port=7", "--chain-x"]);
		assert_eq!(value(&given, "--chain").as_deref(), Some("a.json"));
		assert_eq!(value(&given, "--port").as_deref(), Some("7"));
		assert!(!has(&given, "--po") && !has(&given, "--rpc-port"));
		assert_eq!(value(&args(&["--chain"]), "--chain"), None);
	}

	#[test]
	fn only_what_is_missing_is_added() {
		let all = ["--chain", "relay.json", "--port", "30583", "--no-prometheus"];
		assert_eq!(missing_in(&[], &[]), all);
		assert_eq!(missing_in(&["--chain=x"], &[]), all[2..]);
		assert_eq!(
			missing_in(&["--listen-addr", "/ip4/1.2.3.4/tcp/1"], &[]),
			["--chain", "relay.json", "--no-prometheus"]
		);
		assert_eq!(
			missing_in(&["--prometheus-port", "1", "--chain", "x", "--port=2"], &[]),
			[""; 0]
		);
		let nodes = args(&["/ip4/127.0.0.1/tcp/1/p2p/a", "/ip4/127.0.0.1/tcp/2/p2p/b"]);
		assert_eq!(missing_in(&[], &nodes)[5..], ["--bootnodes", &nodes[0], &nodes[1]]);
		assert_eq!(missing_in(&["--bootnodes", "x"], &nodes), all);
		assert_eq!(missing_in(&["--reserved-nodes=x"], &nodes), all);
	}

	#[test]
	fn nothing_is_missing_in_what_was_completed() {
		let nodes = args(&["/ip4/127.0.0.1/tcp/1/p2p/a"]);
		let first = missing_in(&[], &nodes);
		let first: Vec<&str> = first.iter().map(String::as_str).collect();
		assert_eq!(missing_in(&first, &nodes), [""; 0]);
	}

	#[test]
	fn additions_go_to_the_relay_chains_side() {
		let complete =
			|given: &[&str]| completed(given.iter().map(OsString::from), vec!["-z".into()]);
		let [first, second] = WITHOUT_DHT;
		let own = ["--collator", first, second];
		let expected = |relay: &[&'static str]| [&own[..], &["--"], relay].concat();
		assert_eq!(complete(&["--collator"]), expected(&["-z"]));
		assert_eq!(complete(&["--collator", "--"]), expected(&["-z"]));
		assert_eq!(complete(&["--collator", "--", "-a"]), expected(&["-a", "-z"]));
		assert_eq!(complete(&own), expected(&["-z"]));
	}

	#[test]
	fn the_relay_side_has_a_port_of_its_own() {
		for asset in Asset::ALL {
			let port = relay_port(asset.p2p_port());
			assert!(port > asset.p2p_port() && port < asset.p2p_port() + 100);
		}
		assert_eq!(relay_port(u16::MAX), u16::MAX - 50);
	}
}
