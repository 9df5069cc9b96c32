// SPDX-License-Identifier: GPL-3.0-or-later
//! The command line.

use crate::{
	error::{Error, Result},
	figures::check::TRANSFERS_PER_SECOND,
	load::{accounts::MAX_SENDERS, run::LoadPlan},
	network::{metrics::MetricsAddress, subject::Source},
};
use clap::{Parser, ValueEnum};
use std::{path::PathBuf, time::Duration};

/// Loads a network, watches it, and says whether it met its targets.
///
/// Without --rpc it starts a network of its own on this machine. The node is taken from the folder of
/// this program, or from where FLARECHAIN_NODE says.
#[derive(Debug, Parser)]
#[command(name = "flarechain-load", version)]
pub(crate) struct Arguments {
	/// The tests to run, one after the other. `all` is the first six, and the long run if
	/// RUN_LONG_TEST is true.
	#[arg(required = true, value_name = "TEST")]
	pub(crate) tests: Vec<TestName>,

	/// The RPC of a node of a network that runs, as ws://HOST:PORT. Once for each node.
	#[arg(long, value_name = "URL", env = "FLARECHAIN_RPC", value_delimiter = ',')]
	pub(crate) rpc: Vec<String>,

	/// The Prometheus endpoint of each of these nodes, in the same order, as
	/// http://HOST:PORT/metrics.
	#[arg(long, value_name = "URL", env = "FLARECHAIN_METRICS", value_delimiter = ',')]
	pub(crate) metrics: Vec<MetricsAddress>,

	/// Validators of a network of its own.
	#[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=7))]
	pub(crate) validators: u8,

	/// The raw chain specification of a network of its own, be it of FlareChain or not; its validators
	/// are the well-known accounts, from Alice on. FLARECHAIN_NODE then names the node of that chain.
	#[arg(long, value_name = "FILE", conflicts_with = "rpc")]
	pub(crate) chain: Option<PathBuf>,

	/// Keep data and logs of a network of its own in this folder.
	#[arg(long, value_name = "FOLDER")]
	pub(crate) keep: Option<PathBuf>,

	/// Adds an argument to every node of a network of its own: --node-arg=--pool-limit=32768
	#[arg(long, value_name = "ARGUMENT", allow_hyphen_values = true)]
	pub(crate) node_arg: Vec<String>,

	/// Where results go.
	#[arg(long, value_name = "FOLDER", default_value = "load-results")]
	pub(crate) out: PathBuf,

	/// How long each test measures: seconds, or with a unit as in 90s, 10m or 2h.
	#[arg(long, env = "TEST_DURATION", default_value = "60", value_parser = duration)]
	pub(crate) duration: Duration,

	/// Transfers a second to offer and to expect; 0 offers as many as the network takes and expects
	/// 1000.
	#[arg(long, env = "TARGET_TPS", default_value_t = f64::from(TRANSFERS_PER_SECOND))]
	pub(crate) tps: f64,

	/// Hours of the long run.
	#[arg(long, default_value_t = 72.0)]
	pub(crate) hours: f64,

	/// Transfers a second in the background of the long run; 0 for none.
	#[arg(long, default_value_t = 10.0)]
	pub(crate) long_tps: f64,

	/// Transfers a second under which faults happen; half of what the network takes, which is
	/// measured first, if it is not given.
	#[arg(long)]
	pub(crate) fault_tps: Option<f64>,

	/// Whether `all` includes the long run.
	#[arg(long, env = "RUN_LONG_TEST", default_value_t = false, action = clap::ArgAction::Set,
		value_name = "BOOL")]
	pub(crate) run_long_test: bool,

	#[command(flatten)]
	pub(crate) load: LoadArguments,
}

/// How transfers are sent.
#[derive(Debug, clap::Args)]
pub(crate) struct LoadArguments {
	/// Accounts that send. With more of them than --max-waiting, no two transfers of one wait at the
	/// same time, and one that a pool drops holds up no other.
	#[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(2..=i64::from(MAX_SENDERS)))]
	accounts: u32,

	/// What their secrets derive from: SEED//0, SEED//1 …
	#[arg(long, default_value = "//load", value_name = "SECRET")]
	seed: String,

	/// The account that pays for all.
	#[arg(long, env = "LOAD_FUNDER", default_value = "//Alice", value_name = "SECRET")]
	funder: String,

	/// Connections, shared out among the nodes.
	#[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=256))]
	connections: u32,

	/// Calls of a connection that may wait for their answers.
	#[arg(long, default_value_t = 64)]
	window: usize,

	/// Transfers that may be in no block yet. A node's pool takes 8192 unless --pool-limit says
	/// otherwise, and what is in blocks keeps its place until these are final: leave room for a full
	/// block.
	#[arg(long, default_value_t = 4_500)]
	max_waiting: usize,

	/// Transfers that are signed before the measurement, at most; each takes about 400 bytes.
	#[arg(long, default_value_t = 200_000)]
	presign: usize,
}

/// A test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestName {
	/// Connection and health of every node.
	Health,
	/// How regularly blocks come.
	Blocks,
	/// How far finality is behind the best block.
	Finality,
	/// Transfers that become final, at a sustained rate.
	Transactions,
	/// Growth of each node's memory.
	Memory,
	/// The network falls apart and heals. Its nodes must take peers by RPC only.
	Partition,
	/// Blocks, finality, memory and a light load, all at once for hours.
	Long,
	/// Processes, disks, links and clocks fail under load. Only on a network of its own.
	Faults,
	/// The first six.
	All,
}

impl TestName {
	/// As on the command line and in the names of files.
	pub(crate) fn name(self) -> &'static str {
		match self {
			Self::Health => "health",
			Self::Blocks => "blocks",
			Self::Finality => "finality",
			Self::Transactions => "transactions",
			Self::Memory => "memory",
			Self::Partition => "partition",
			Self::Long => "long",
			Self::Faults => "faults",
			Self::All => "all",
		}
	}
}

impl Arguments {
	/// The tests, with `all` written out.
	pub(crate) fn selected(&self) -> Vec<TestName> {
		use TestName::{All, Blocks, Finality, Health, Long, Memory, Partition, Transactions};
		let mut selected = Vec::new();
		for test in &self.tests {
			if *test == All {
				selected.extend([Health, Blocks, Finality, Transactions, Memory, Partition]);
				selected.extend(self.run_long_test.then_some(Long));
			} else {
				selected.push(*test);
			}
		}
		selected
	}

	/// The network to test.
	pub(crate) fn source(&self) -> Result<Source> {
		let selected = self.selected();
		if self.rpc.is_empty() {
			if !self.metrics.is_empty() {
				return Err(Error::Usage("--metrics goes with --rpc".into()));
			}
			return Ok(Source::Own {
				validators: usize::from(self.validators),
				chain: self.chain.clone(),
				keep: self.keep.clone(),
				reserved_only: [TestName::Partition, TestName::Faults]
					.iter()
					.any(|test| selected.contains(test)),
				node_arguments: self.node_arg.clone(),
			});
		}
		if self.metrics.len() > self.rpc.len() {
			return Err(Error::Usage("there are more --metrics than --rpc".into()));
		}
		if selected.contains(&TestName::Faults) {
			return Err(Error::Usage(
				"faults are for a network of its own: leave out --rpc, which may name a network that \
				 somebody needs"
					.into(),
			));
		}
		for url in &self.rpc {
			if !url.starts_with("ws://") && !url.starts_with("wss://") {
				return Err(Error::Usage(format!(
					"{url}: an RPC address begins with ws:// or wss://"
				)));
			}
		}
		Ok(Source::Running { rpc: self.rpc.clone(), metrics: self.metrics.clone() })
	}

	/// How to send transfers.
	pub(crate) fn plan(&self, per_second: Option<f64>, duration: Duration) -> Result<LoadPlan> {
		if per_second.is_some_and(|rate| !rate.is_finite() || rate <= 0.0) {
			return Err(Error::Usage("a rate of transfers is a positive number".into()));
		}
		let load = &self.load;
		Ok(LoadPlan {
			accounts: load.accounts,
			seed: load.seed.clone(),
			funder: load.funder.clone(),
			per_second,
			duration,
			lanes: load.connections,
			window: load.window,
			most_waiting: load.max_waiting,
			presign: load.presign,
		})
	}
}

/// Reads a duration: seconds, or a number with a unit.
fn duration(text: &str) -> std::result::Result<Duration, String> {
	let (number, unit_s) = match text.char_indices().last() {
		Some((end, 's')) => (&text[..end], 1.0),
		Some((end, 'm')) => (&text[..end], 60.0),
		Some((end, 'h')) => (&text[..end], 3600.0),
		_ => (text, 1.0),
	};
	let number: f64 =
		number.trim().parse().map_err(|_| format!("{text} is no duration; it looks like 90s"))?;
	Duration::try_from_secs_f64(number * unit_s)
		.ok()
		.filter(|duration| !duration.is_zero())
		.ok_or_else(|| format!("{text} is no duration; it must be longer than nothing"))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(line: &str) -> Arguments {
		Arguments::try_parse_from(line.split(' ')).expect(line)
	}

	#[test]
	fn durations_have_units() {
		assert_eq!(duration("60"), Ok(Duration::from_secs(60)));
		assert_eq!(duration("90s"), Ok(Duration::from_secs(90)));
		assert_eq!(duration("1.5m"), Ok(Duration::from_secs(90)));
		assert_eq!(duration("2h"), Ok(Duration::from_secs(7200)));
		for bad in ["", "s", "-1", "0", "1d", "1e300", "NaN"] {
			assert!(duration(bad).is_err(), "{bad}");
		}
	}

	#[test]
	fn all_is_six_tests_and_the_long_one_if_wanted() {
		assert_eq!(parse("x all").selected().len(), 6);
		assert!(!parse("x all").selected().contains(&TestName::Long));
		assert!(parse("x all --run-long-test true").selected().contains(&TestName::Long));
		assert_eq!(parse("x blocks long").selected(), [TestName::Blocks, TestName::Long]);
	}

	#[test]
	fn networks_are_named_or_started() {
		assert!(matches!(
			parse("x all").source(),
			Ok(Source::Own { validators: 4, reserved_only: true, .. })
		));
		assert!(matches!(parse("x blocks").source(), Ok(Source::Own { reserved_only: false, .. })));
		let running = "x blocks --rpc ws://a:1,ws://b:2 --metrics a:3";
		assert!(matches!(
			parse(running).source(),
			Ok(Source::Running { rpc, metrics }) if rpc.len() == 2 && metrics.len() == 1
		));
		for bad in ["x blocks --metrics a", "x faults --rpc ws://a", "x blocks --rpc http://a"] {
			assert!(parse(bad).source().is_err(), "{bad}");
		}
	}
}
