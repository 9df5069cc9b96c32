// SPDX-License-Identifier: GPL-3.0-or-later
//! The nodes under test: those of a network that runs already, or processes of our own.

use crate::{
	error::{Error, Result},
	network::{endpoint::Endpoint, head::Hash, metrics::MetricsAddress, process, wrapper::Wrapper},
};
use flarechain_tests::{spec::ChainSource, Network, NetworkOptions, NodeBinary};
use serde_json::{json, Value};
use std::{
	path::{Path, PathBuf},
	time::Duration,
};
use tempfile::TempDir;

/// How long nodes of our own may take to find each other.
const CONNECTED: Duration = Duration::from_secs(60);
/// How long the first final block may take on a network of our own.
const FIRST_FINAL: Duration = Duration::from_secs(120);

/// Where the network under test comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
	/// It runs: the addresses of its nodes' RPC, and of their metrics as far as they are known.
	Running {
		/// WebSocket addresses.
		rpc: Vec<String>,
		/// Prometheus addresses, in the same order.
		metrics: Vec<MetricsAddress>,
	},
	/// It is started for the test.
	Own {
		/// How many validators.
		validators: usize,
		/// The specification of another chain than FlareChain's local one.
		chain: Option<PathBuf>,
		/// Where its data and logs are kept; in a temporary folder otherwise.
		keep: Option<PathBuf>,
		/// Whether links between its nodes can be cut by RPC.
		reserved_only: bool,
		/// Added to the command line of every node.
		node_arguments: Vec<String>,
	},
}

/// A node under test.
#[derive(Clone, Debug)]
pub(crate) struct Target {
	/// Its RPC.
	pub(crate) endpoint: Endpoint,
	/// Its metrics.
	pub(crate) metrics: Option<MetricsAddress>,
}

impl Target {
	/// Its name.
	pub(crate) fn name(&self) -> &str {
		self.endpoint.name()
	}
}

/// Where nodes of our own write.
#[derive(Debug)]
enum Folder {
	Kept(PathBuf),
	Temporary(TempDir),
}

impl Folder {
	fn path(&self) -> &Path {
		match self {
			Self::Kept(path) => path,
			Self::Temporary(folder) => folder.path(),
		}
	}
}

/// The network under test. Processes of our own end with it.
#[derive(Debug)]
pub(crate) struct Subject {
	targets: Vec<Target>,
	own: Option<Network>,
	wrapper: Option<Wrapper>,
	// After the network: processes end before their folder goes.
	_folder: Option<Folder>,
}

impl Subject {
	/// Connects to a network, or prepares one; [`start`](Self::start) runs it.
	pub(crate) fn prepare(source: &Source) -> Result<Self> {
		match source {
			Source::Running { rpc, metrics } => Ok(Self::running(rpc, metrics)),
			Source::Own { validators, chain, keep, reserved_only, node_arguments } => {
				let folder = folder(keep.as_deref())?;
				let wrapper = Wrapper::install(folder.path(), node_arguments)?;
				let chain = chain.clone().map(ChainSource::File);
				let options = NetworkOptions {
					validators: *validators,
					chain: chain.unwrap_or_else(|| ChainSource::with_validators(*validators)),
					reserved_only: *reserved_only,
					..NetworkOptions::default()
				};
				let network = Network::prepare(&NodeBinary::find()?, &options, folder.path())?;
				let targets = network.nodes().iter().map(|node| Target {
					endpoint: Endpoint::new(node.name(), &node.rpc().ws_url()),
					metrics: Some(MetricsAddress::local(node.config().ports.prometheus)),
				});
				let targets = targets.collect();
				let wrapper = Some(wrapper);
				Ok(Self { targets, own: Some(network), wrapper, _folder: Some(folder) })
			},
		}
	}

	fn running(rpc: &[String], metrics: &[MetricsAddress]) -> Self {
		let metrics = metrics.iter().cloned().map(Some).chain(std::iter::repeat(None));
		let targets = rpc.iter().zip(metrics).map(|(url, metrics)| {
			let name = url.split_once("://").map_or(&**url, |(_, host)| host.trim_end_matches('/'));
			Target { endpoint: Endpoint::new(name, url), metrics }
		});
		Self { targets: targets.collect(), own: None, wrapper: None, _folder: None }
	}

	/// Starts nodes of our own and waits until they make final blocks; does nothing for others.
	pub(crate) async fn start(&mut self) -> Result<()> {
		let Some(network) = &mut self.own else { return Ok(()) };
		let all: Vec<_> = (0..network.nodes().len()).collect();
		network.start_all()?;
		network.wait_until_up(&all).await?;
		network.wait_until_connected(&all, all.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&all, 1, FIRST_FINAL).await?;
		Ok(())
	}

	/// The nodes.
	pub(crate) fn targets(&self) -> &[Target] {
		&self.targets
	}

	/// The nodes' endpoints.
	pub(crate) fn endpoints(&self) -> Vec<Endpoint> {
		self.targets.iter().map(|target| target.endpoint.clone()).collect()
	}

	/// The processes of a network of our own.
	pub(crate) fn own(&mut self) -> Option<&mut Network> {
		self.own.as_mut()
	}

	/// What starts nodes of our own.
	pub(crate) fn wrapper(&self) -> Option<&Wrapper> {
		self.wrapper.as_ref()
	}

	/// The process ids of the nodes, as far as they are our own and run.
	pub(crate) fn pids(&mut self) -> Vec<Option<u32>> {
		match &mut self.own {
			Some(network) => {
				network.nodes_mut().iter_mut().map(|node| Some(node.process()?.id())).collect()
			},
			None => vec![None; self.targets.len()],
		}
	}

	/// The processor time of all nodes of our own so far, in seconds.
	pub(crate) fn cpu_seconds(&mut self) -> Option<f64> {
		self.pids().into_iter().map(|pid| process::cpu_seconds(pid?)).sum()
	}

	/// Fails if a node of our own has ended by itself.
	pub(crate) fn ensure_running(&mut self) -> Result<()> {
		Ok(self.own.as_mut().map_or(Ok(()), Network::ensure_running)?)
	}

	/// What was tested, for the reports.
	pub(crate) async fn describe(&self) -> Result<Value> {
		let first = self.first()?;
		let chain: String = first.call("system_chain", Value::Null).await?;
		let node: String = first.call("system_name", Value::Null).await?;
		let version: String = first.call("system_version", Value::Null).await?;
		let runtime: Value = first.call("state_getRuntimeVersion", Value::Null).await?;
		let genesis: Option<Hash> = first.hash_at(0).await?;
		let nodes: Vec<_> = self
			.targets
			.iter()
			.map(|target| json!({ "name": target.name(), "url": target.endpoint.url() }))
			.collect();
		let cores = std::thread::available_parallelism().map_or(0, usize::from);
		Ok(json!({
			"chain": chain,
			"node": format!("{node} {version}"),
			"runtime": format!("{} {}", runtime["specName"], runtime["specVersion"]).replace('"', ""),
			"genesis": genesis,
			"nodes": nodes,
			"startedByTheTest": self.own.is_some(),
			"coresOfThisMachine": cores,
		}))
	}

	/// The first node.
	pub(crate) fn first(&self) -> Result<&Endpoint> {
		self.targets
			.first()
			.map(|target| &target.endpoint)
			.ok_or_else(|| Error::Usage("no node to test: name one with --rpc".into()))
	}

	/// Ends nodes of our own in good order.
	pub(crate) fn stop(&mut self) {
		if let Some(network) = &mut self.own {
			network.stop_all();
		}
	}
}

fn folder(keep: Option<&Path>) -> Result<Folder> {
	match keep {
		Some(path) => {
			let doing = || format!("create {}", path.display());
			std::fs::create_dir_all(path).map_err(Error::io(doing()))?;
			std::path::absolute(path).map(Folder::Kept).map_err(Error::io(doing()))
		},
		None => tempfile::Builder::new()
			.prefix("flarechain-load-")
			.tempdir()
			.map(Folder::Temporary)
			.map_err(Error::io("create a temporary folder")),
	}
}
