// SPDX-License-Identifier: GPL-3.0-or-later
//! A node of whatever chain: what it is told at start, and the process while it runs.

use crate::{
	command_line::CommandLine,
	metrics::Scrape,
	must,
	process::{tail, NodeProcess, TAIL_LINES},
	wait::{wait_until, Look},
	Error, NodeBinary, Ports, Result, RpcClient,
};
use std::{
	path::{Path, PathBuf},
	time::Duration,
};

/// Accounts that the development presets endow and whose keys the node knows by a flag, in the order
/// in which they validate.
pub const WELL_KNOWN: [&str; 7] = ["alice", "bob", "charlie", "dave", "eve", "ferdie", "one"];

/// Adds log targets to all nodes, as the node's `--log` takes them.
pub const LOG_VARIABLE: &str = "FLARECHAIN_TESTS_LOG";

/// Room for the state that a node keeps decoded, in bytes: 64 MiB instead of 1 GiB, as several
/// nodes share this machine.
const TRIE_CACHE_BYTES: &str = "67108864";

/// What distinguishes a node from the others of its network.
#[derive(Clone, Debug)]
pub struct NodeConfig {
	/// Its name, also that of its folder and log.
	pub name: String,
	/// The well-known account whose keys it uses.
	pub account: Option<String>,
	/// Whether it takes part in making blocks: as a validator, or as a collator.
	pub authority: bool,
	/// Secret key of its network identity: 32 bytes as hex.
	pub node_key: String,
	/// Its ports.
	pub ports: Ports,
	/// More arguments.
	pub extra: Vec<String>,
}

impl NodeConfig {
	/// An authority with the keys of a well-known account, and named like it. `index` sets its
	/// network identity.
	pub fn authority(account: &str, index: usize, ports: Ports) -> Self {
		Self {
			account: Some(account.to_owned()),
			authority: true,
			..Self::follower(account, index, ports)
		}
	}

	/// A node without keys that follows the chain.
	pub fn follower(name: &str, index: usize, ports: Ports) -> Self {
		Self {
			name: name.to_owned(),
			account: None,
			authority: false,
			node_key: node_key(index),
			ports,
			extra: Vec::new(),
		}
	}

	/// Where others connect to, with the peer id that belongs to its key.
	pub fn address(&self, peer_id: &str) -> String {
		format!("{}/p2p/{peer_id}", self.listen_address())
	}

	fn listen_address(&self) -> String {
		format!("/ip4/127.0.0.1/tcp/{}", self.ports.p2p)
	}
}

/// A secret for the network identity of the node with this index. Fixed, so that its address is
/// known before it runs and stays when it runs again; worth nothing outside of tests.
fn node_key(index: usize) -> String {
	format!("{:064x}", index + 1)
}

/// A node, running or not. Its data outlives its process.
#[derive(Debug)]
pub struct Node {
	config: NodeConfig,
	peer_id: String,
	base_path: PathBuf,
	log: PathBuf,
	rpc: RpcClient,
	process: Option<NodeProcess>,
}

impl Node {
	/// Prepares a node with its data in `folder`; it does not run yet.
	pub fn new(config: NodeConfig, peer_id: String, folder: &Path) -> Result<Self> {
		let base_path = folder.join(&config.name);
		std::fs::create_dir_all(&base_path)
			.map_err(Error::io(format!("create {}", base_path.display())))?;
		let log = folder.join(format!("{}.log", config.name));
		let rpc = RpcClient::new(&config.name, config.ports.rpc)?;
		Ok(Self { config, peer_id, base_path, log, rpc, process: None })
	}

	/// Its name.
	pub fn name(&self) -> &str {
		&self.config.name
	}

	/// How it is started.
	pub fn config(&self) -> &NodeConfig {
		&self.config
	}

	/// Its network identity.
	pub fn peer_id(&self) -> &str {
		&self.peer_id
	}

	/// Where others connect to.
	pub fn address(&self) -> String {
		self.config.address(&self.peer_id)
	}

	/// Its data.
	pub fn base_path(&self) -> &Path {
		&self.base_path
	}

	/// Its log.
	pub fn log(&self) -> &Path {
		&self.log
	}

	/// Its RPC endpoint.
	pub fn rpc(&self) -> &RpcClient {
		&self.rpc
	}

	/// Its metrics now.
	pub async fn metrics(&self) -> Result<Scrape> {
		Scrape::fetch(&self.config.name, self.config.ports.prometheus).await
	}

	/// Its process, while it has one.
	pub fn process(&mut self) -> Option<&mut NodeProcess> {
		self.process.as_mut()
	}

	/// Changes the further arguments that it is started with from now on.
	pub fn set_extra(&mut self, extra: &[&str]) {
		self.config.extra = extra.iter().copied().map(str::to_owned).collect();
	}

	/// Starts it on whatever data it has.
	pub(crate) fn run(&mut self, binary: &NodeBinary, line: &CommandLine) -> Result<()> {
		let name = &self.config.name;
		let process = NodeProcess::start(name, binary.path(), line.arguments(), &self.log)?;
		self.process = Some(process);
		Ok(())
	}

	/// Waits until it has ended by itself, which has to be a failure; gives the end of its log.
	pub async fn refusal(&mut self, deadline: Duration) -> Result<String> {
		let name = self.config.name.clone();
		let status = wait_until(&format!("{name} ends"), deadline, async || {
			let status = self.process.as_mut().and_then(NodeProcess::status);
			Ok(status.map_or_else(|| Look::not_yet("it runs"), Look::Done))
		})
		.await?;
		self.process = None;
		must!(!status.success(), "{name} does not run, and ends with success");
		Ok(tail(&self.log, TAIL_LINES))
	}

	/// Ends it as a power cut would.
	pub fn kill(&mut self) {
		self.process = None;
	}

	/// Ends it in good order.
	pub fn stop(&mut self) {
		if let Some(mut process) = self.process.take() {
			process.stop();
		}
	}

	/// Fails if it should run and does not.
	pub fn ensure_running(&mut self) -> Result<()> {
		self.process.as_mut().map_or(Ok(()), NodeProcess::ensure_running)
	}

	/// The arguments that every node takes, whatever its chain. `bootnodes` may name this node
	/// itself.
	pub(crate) fn command_line(&self, bootnodes: &[String]) -> CommandLine {
		let config = &self.config;
		let mut line = CommandLine::default();
		line.option("--base-path", &self.base_path)
			.option("--name", &config.name)
			.option("--node-key", &config.node_key)
			.option("--listen-addr", config.listen_address())
			.option("--public-addr", config.listen_address())
			.option("--rpc-port", config.ports.rpc.to_string())
			.option("--prometheus-port", config.ports.prometheus.to_string())
			.option("--trie-cache-size", TRIE_CACHE_BYTES)
			.option("--rpc-methods", "unsafe")
			.option("--rpc-cors", "all")
			.words(["--no-telemetry", "--no-mdns"]);
		if let Some(account) = &config.account {
			line.word(format!("--{account}"));
		}
		for address in bootnodes.iter().filter(|address| !address.contains(&self.peer_id)) {
			line.option("--bootnodes", address);
		}
		if let Ok(log) = std::env::var(LOG_VARIABLE) {
			line.option("--log", log);
		}
		line.words(&config.extra);
		line
	}
}
