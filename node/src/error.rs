// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything that ends the node or one of its commands.

use polkadot_primitives::Hash;
use std::{net::SocketAddr, path::PathBuf};

/// Why the node or a command ended.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
	#[error(transparent)]
	Cli(#[from] sc_cli::Error),

	#[error(transparent)]
	Config(#[from] config_file::ConfigError),

	#[error(transparent)]
	Service(#[from] sc_service::Error),

	#[error(transparent)]
	Parachains(#[from] polkadot_service::Error),

	#[error(transparent)]
	Client(#[from] sp_blockchain::Error),

	#[error(transparent)]
	Consensus(#[from] sp_consensus::Error),

	#[error(transparent)]
	Asf(#[from] asf_client::Error),

	#[error(transparent)]
	Telemetry(#[from] sc_telemetry::Error),

	#[error(transparent)]
	Prometheus(#[from] prometheus_endpoint::PrometheusError),

	#[error(transparent)]
	StorageMonitor(#[from] sc_storage_monitor::Error),

	#[error(transparent)]
	Spec(#[from] crate::spec::SpecError),

	#[error(transparent)]
	GenerateSpec(#[from] crate::generate_spec::GenerateError),

	#[error(transparent)]
	Output(#[from] crate::output::OutputError),

	#[error(
		"no chain is named. Give `--dev` for a chain of one validator, `--chain local` for the \
		 local test network, or `--chain FILE` for a chain spec"
	)]
	NoChain,

	#[error(
		"the database in {path} belongs to another chain:\n  \
		 its genesis is {database:?}\n  \
		 the chain spec's is {spec:?}\n\
		 Give the chain spec that the database was made with, another `--base-path`, or remove the \
		 database with `purge-chain` and the same `--chain` and `--base-path`"
	)]
	ForeignDatabase { path: String, database: Hash, spec: Hash },

	#[error(
		"`--sync {0}` is not supported: ASF has no proofs for it yet. Leave `--sync` out, or use \
		 `--sync full`"
	)]
	SyncMode(&'static str),

	#[error(
		"`--no-grandpa` has no meaning here: this chain has no GRANDPA, and a node always follows \
		 its finality. Leave it out"
	)]
	NoGrandpa,

	#[error(
		"{use_of_port} wants to listen on {address}, which is not possible: {reason}. Stop what \
		 listens there, or choose another port with `{flag}`"
	)]
	Port {
		use_of_port: &'static str,
		address: SocketAddr,
		flag: &'static str,
		reason: std::io::Error,
	},

	#[error(
		"cannot use the data folder {path}: {reason}. Make it a folder that can be written to, free \
		 some space, or choose another one with `--base-path`"
	)]
	DataFolder { path: PathBuf, reason: std::io::Error },

	#[error(
		"the binaries {prepare} and {execute} are not in {0}, and a validator cannot run without \
		 them. Build them with `cargo build -p flarechain-node`, copy them next to this binary, or \
		 name their folder with `--workers-path`",
		prepare = crate::service::WORKER_NAMES.0,
		execute = crate::service::WORKER_NAMES.1
	)]
	NoWorkers(PathBuf),

	#[error(
		"{path} has version {found}, and this node has {own}: they have to be of one build. Build \
		 or copy all three binaries together",
		own = crate::version::NODE_VERSION
	)]
	WorkerVersion { path: PathBuf, found: String },

	#[error(
		"the database of this chain is {}, which the back end that is to be purged does not use; \
		 nothing was removed. Say `--database {}`",
		.0.display(),
		if .0.ends_with("paritydb") { "paritydb" } else { "rocksdb" }
	)]
	OtherBackEnd(PathBuf),

	#[error("validators need a database on disk, and this one has no path")]
	NoDatabasePath,

	#[error(
		"`--mode validate-block` is about blocks of partitions, which are checked without a database. \
		 Leave it out: `benchmark storage` measures the database that blocks are imported to"
	)]
	BenchmarkValidation,
}

/// The message of an error and of everything beneath it that says more.
pub(crate) fn describe(error: &dyn std::error::Error) -> String {
	let mut text = error.to_string();
	let mut cause = error.source();
	while let Some(inner) = cause {
		let inner_text = inner.to_string();
		// Many errors repeat their source in their own message.
		if !text.contains(&inner_text) {
			text.push_str(": ");
			text.push_str(&inner_text);
		}
		cause = inner.source();
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	#[derive(Debug, thiserror::Error)]
	#[error("cannot start")]
	struct Outer(#[source] std::io::Error);

	#[test]
	fn a_cause_is_told_once() {
		let outer = Outer(std::io::Error::other("disk full"));
		assert_eq!(describe(&outer), "cannot start: disk full");
		let plain = Error::Cli(sc_cli::Error::Input("bad flag".into()));
		assert_eq!(describe(&plain), "Invalid input: bad flag");
	}

	#[test]
	fn a_foreign_database_is_told_with_both_hashes() {
		let error = Error::ForeignDatabase {
			path: "/data".into(),
			database: Hash::repeat_byte(1),
			spec: Hash::repeat_byte(2),
		};
		let text = describe(&error);
		assert!(text.contains(&"01".repeat(32)) && text.contains(&"02".repeat(32)), "{text}");
		assert!(text.contains("purge-chain"), "{text}");
	}
}
