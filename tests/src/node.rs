// SPDX-License-Identifier: GPL-3.0-or-later
//! One node of a network: how it is started, and the process while it runs.

use crate::{metrics::Scrape, process::NodeProcess, Error, NodeBinary, Ports, Result, RpcClient};
use std::{
	ffi::OsString,
	path::{Path, PathBuf},
};

/// Accounts that the development presets endow and whose keys the node knows by a flag, in the order
/// in which they validate.
pub const WELL_KNOWN: [&str; 7] = ["alice", "bob", "charlie", "dave", "eve", "ferdie", "one"];

/// Adds log targets to all nodes, as the node's `--log` takes them.
pub const LOG_VARIABLE: &str = "FLARECHAIN_TESTS_LOG";

/// What distinguishes a node from the others of its network.
#[derive(Clone, Debug)]
pub struct NodeConfig {
	/// Its name, also that of its folder and log.
	pub name: String,
	/// The well-known account whose session keys it uses.
	pub account: Option<String>,
	/// Whether it may author and vote.
	pub validator: bool,
	/// Secret key of its network identity: 32 bytes as hex.
	pub node_key: String,
	/// Its ports.
	pub ports: Ports,
	/// More arguments.
	pub extra: Vec<String>,
}

impl NodeConfig {
	/// A validator with the keys of a well-known account. `index` sets its network identity.
	pub fn validator(account: &str, index: usize, ports: Ports) -> Self {
		Self {
			name: account.to_owned(),
			account: Some(account.to_owned()),
			validator: true,
			node_key: node_key(index),
			ports,
			extra: Vec::new(),
		}
	}

	/// A node without keys that follows the chain.
	pub fn follower(name: &str, index: usize, ports: Ports) -> Self {
		Self {
			name: name.to_owned(),
			account: None,
			validator: false,
			node_key: node_key(index),
			ports,
			extra: Vec::new(),
		}
	}

	/// Where others connect to, with the peer id that belongs to its key.
	pub fn address(&self, peer_id: &str) -> String {
		format!("/ip4/127.0.0.1/tcp/{}/p2p/{peer_id}", self.ports.p2p)
	}
}

/// A secret for the network identity of the node with this index. Fixed, so that its address is
/// known before it runs and stays when it runs again; worth nothing outside of tests.
fn node_key(index: usize) -> String {
	format!("{:064x}", index + 1)
}

/// What all nodes of a network share.
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

	/// Starts it on whatever data it has.
	pub fn start(&mut self, shared: &Shared) -> Result<()> {
		let arguments = self.arguments(shared);
		let path = shared.binary.path();
		self.process = Some(NodeProcess::start(&self.config.name, path, &arguments, &self.log)?);
		Ok(())
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

	fn arguments(&self, shared: &Shared) -> Vec<OsString> {
		let config = &self.config;
		let Ports { p2p, rpc, prometheus } = config.ports;
		let mut arguments: Vec<OsString> = vec![
			"--chain".into(),
			shared.spec.clone().into(),
			"--base-path".into(),
			self.base_path.clone().into(),
		];
		let mut add = |text: String| arguments.push(text.into());
		for (flag, value) in [
			("--name", config.name.clone()),
			("--node-key", config.node_key.clone()),
			("--listen-addr", format!("/ip4/127.0.0.1/tcp/{p2p}")),
			("--public-addr", format!("/ip4/127.0.0.1/tcp/{p2p}")),
			("--rpc-port", rpc.to_string()),
			("--prometheus-port", prometheus.to_string()),
			// 64 MiB instead of 1 GiB: several nodes share this machine.
			("--trie-cache-size", "67108864".to_owned()),
			("--rpc-methods", "unsafe".to_owned()),
			("--rpc-cors", "all".to_owned()),
		] {
			add(flag.to_owned());
			add(value);
		}
		for flag in ["--no-telemetry", "--no-mdns"] {
			add(flag.to_owned());
		}
		if config.validator {
			for flag in
				["--validator", "--force-authoring", "--insecure-validator-i-know-what-i-do"]
			{
				add(flag.to_owned());
			}
		}
		if let Some(account) = &config.account {
			add(format!("--{account}"));
		}
		for address in shared.addresses.iter().filter(|address| !address.contains(&self.peer_id)) {
			let flag = if shared.reserved_only { "--reserved-nodes" } else { "--bootnodes" };
			add(flag.to_owned());
			add(address.clone());
		}
		if shared.reserved_only {
			// Without slots for others, a peer that is no longer reserved is let go.
			for argument in ["--reserved-only", "--in-peers", "0", "--out-peers", "0"] {
				add(argument.to_owned());
			}
		}
		if let Ok(log) = std::env::var(LOG_VARIABLE) {
			add("--log".to_owned());
			add(log);
		}
		config.extra.iter().cloned().for_each(&mut add);
		arguments
	}
}
