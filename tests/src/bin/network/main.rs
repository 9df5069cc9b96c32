// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs a network of validators and partitions on this machine, shows what it does, and leaves
//! nothing behind.

mod look;
mod page;
mod partitions;
mod serve;
mod table;

use clap::Parser;
use flarechain_primitives::Asset;
use flarechain_tests::{
	spec::{ChainSource, LocalChain},
	tail, CollatorConfig, Error, Network, NetworkOptions, NodeBinary, Ports, Result,
};
use look::look;
use page::Page;
use partitions::Partitions;
use serve::StatusPage;
use std::{
	io::{IsTerminal, Write},
	path::{Path, PathBuf},
	process::ExitCode,
	time::Duration,
};
use table::Table;
use tempfile::TempDir;
use tokio::signal::unix::{signal, Signal, SignalKind};

/// How often the nodes are asked.
const REFRESH: Duration = Duration::from_secs(1);
/// Lines of the log of a node that died.
const LAST_WORDS_LINES: usize = 20;

/// Where the status page is, before the offset.
const STATUS_PORT: u16 = 9_600;
/// The account whose key makes a partition's blocks in the built-in specifications.
const COLLATOR: &str = "alice";

/// Runs validators of one relay chain and a collator for each of some partitions on this machine,
/// and shows them until Ctrl-C.
#[derive(Debug, Parser)]
#[command(name = "flarechain-network", version)]
struct Arguments {
	/// How many validators.
	#[arg(short = 'n', long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=7))]
	validators: u8,

	/// Which partitions run, with a collator each: `all`, `none`, or a list such as `btc,doge`.
	#[arg(short, long, default_value = "btc,eth", value_name = "PARTITIONS")]
	partitions: Partitions,

	/// Keep chain specification, data and logs in this folder. A folder of an earlier run
	/// continues its chain, with the partitions that it has.
	#[arg(long, value_name = "FOLDER")]
	keep: Option<PathBuf>,

	/// Add this to every port: validator i has 30333 + i for peers, 9944 + i for RPC and 9615 + i
	/// for metrics; partition n, counted from 0, has 30533 + 100 n, 10044 + 2 n and 9715 + n.
	#[arg(long, default_value_t = 0, value_name = "NUMBER")]
	port_offset: u16,

	/// Where browsers of this machine find the status page; 9600 and the offset otherwise.
	#[arg(long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
	status_port: Option<u16>,
}

impl Arguments {
	fn status_port(&self) -> u16 {
		self.status_port.unwrap_or_else(|| STATUS_PORT.saturating_add(self.port_offset))
	}
}

/// Where the network writes.
enum Folder {
	Kept(PathBuf),
	Temporary(TempDir),
}

impl Folder {
	fn make(keep: Option<&Path>) -> Result<Self> {
		match keep {
			Some(path) => {
				std::fs::create_dir_all(path)
					.map_err(Error::io(format!("create {}", path.display())))?;
				let path = std::path::absolute(path)
					.map_err(Error::io(format!("find {}", path.display())))?;
				Ok(Self::Kept(path))
			},
			None => tempfile::Builder::new()
				.prefix("flarechain-network-")
				.tempdir()
				.map(Self::Temporary)
				.map_err(Error::io("create a temporary folder")),
		}
	}

	fn path(&self) -> &Path {
		match self {
			Self::Kept(path) => path,
			Self::Temporary(folder) => folder.path(),
		}
	}
}

/// The signals that end the network in good order.
struct Stop {
	interrupt: Signal,
	terminate: Signal,
	/// The terminal was closed.
	hangup: Signal,
}

impl Stop {
	fn new() -> Result<Self> {
		let listen = |kind| signal(kind).map_err(Error::io("listen for signals"));
		Ok(Self {
			interrupt: listen(SignalKind::interrupt())?,
			terminate: listen(SignalKind::terminate())?,
			hangup: listen(SignalKind::hangup())?,
		})
	}

	async fn asked(&mut self) {
		tokio::select! {
			_ = self.interrupt.recv() => {},
			_ = self.terminate.recv() => {},
			_ = self.hangup.recv() => {},
		}
	}
}

fn main() -> ExitCode {
	let arguments = Arguments::parse();
	let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
	let result = runtime
		.map_err(Error::io("start the async runtime"))
		.and_then(|runtime| runtime.block_on(run(&arguments)));
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::FAILURE
		},
	}
}

async fn run(arguments: &Arguments) -> Result<()> {
	let mut stop = Stop::new()?;
	let binary = NodeBinary::find()?;
	let folder = Folder::make(arguments.keep.as_deref())?;
	let options = NetworkOptions {
		validators: usize::from(arguments.validators),
		chain: chain(folder.path(), arguments),
		documented_ports: Some(arguments.port_offset),
		..NetworkOptions::default()
	};
	let Partitions(partitions) = &arguments.partitions;
	let page = StatusPage::serve(arguments.status_port()).await?;
	say(&format!(
		"starting {} validators and {} collators in {}",
		arguments.validators,
		partitions.len(),
		folder.path().display()
	));
	let mut network = Network::prepare(&binary, &options, folder.path())?;
	for &asset in partitions {
		add_collator(&mut network, asset, arguments.port_offset)?;
	}
	let table = Table::new(std::io::stdout().is_terminal(), arguments.status_port());
	let result = show(&mut network, &mut stop, table, &page).await;
	say(&format!("\nstopping {} nodes", network.nodes().len() + network.collators().len()));
	network.stop_all();
	drop(network);
	match &folder {
		Folder::Kept(path) => {
			say(&format!("stopped; data and logs are kept in {}", path.display()));
		},
		Folder::Temporary(_) => say("stopped; nothing is left behind"),
	}
	result
}

/// Writes a line. A terminal that was closed must not keep nodes from being stopped in good order.
fn say(line: &str) {
	let _ = writeln!(std::io::stdout(), "{line}");
}

/// The chain of an earlier run in this folder, or a new one.
fn chain(folder: &Path, arguments: &Arguments) -> ChainSource {
	let earlier = folder.join(ChainSource::FILE_NAME);
	if earlier.is_file() {
		return ChainSource::File(earlier);
	}
	ChainSource::Local(LocalChain {
		validators: usize::from(arguments.validators),
		partitions: arguments.partitions.0.clone(),
		..LocalChain::default()
	})
}

/// Adds the collator of a partition on its documented ports.
fn add_collator(network: &mut Network, asset: Asset, port_offset: u16) -> Result<()> {
	let ports = Ports::of_partition(asset, port_offset);
	let config = CollatorConfig::collator(asset, COLLATOR, 0, ports);
	ports.ensure_free(&config.node.name)?;
	network.add_collator(config).map(|_| ())
}

/// Starts the nodes and shows them until somebody asks to stop or one of them ends.
async fn show(
	network: &mut Network,
	stop: &mut Stop,
	mut table: Table,
	page: &StatusPage,
) -> Result<()> {
	tokio::select! {
		up = start(network) => up.map_err(shorten)?,
		() = stop.asked() => return Ok(()),
	}
	// To the first validator, once there was need of it.
	let mut relay = None;
	let mut refresh = tokio::time::interval(REFRESH);
	refresh.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
	loop {
		tokio::select! {
			_ = refresh.tick() => {},
			() = stop.asked() => return Ok(()),
		}
		network.ensure_running().map_err(shorten)?;
		let seen = tokio::select! {
			seen = look(network, &mut relay) => seen,
			() = stop.asked() => return Ok(()),
		};
		table.show(network, &seen);
		page.show(Page::of(network, &seen));
	}
}

/// Starts the validators, then the collators: these need the relay chain from their start on.
async fn start(network: &mut Network) -> Result<()> {
	network.start_all()?;
	let validators: Vec<_> = (0..network.nodes().len()).collect();
	network.wait_until_up(&validators).await?;
	let collators: Vec<_> = (0..network.collators().len()).collect();
	network.launch_collators(&collators).await
}

/// The last words of a node, few enough for a terminal.
fn shorten(error: Error) -> Error {
	match error {
		Error::NodeDied { node, status, log, .. } => {
			let tail = tail(&log, LAST_WORDS_LINES);
			Error::NodeDied { node, status, log, tail }
		},
		other => other,
	}
}
