// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything that ends a collator before the library runs it.

use crate::relay_spec::{DEFAULT_PATH, PATH_VARIABLE};
use flarechain_primitives::Asset;
use sp_core::H256;
use std::path::PathBuf;

/// Why a collator or one of its commands ended.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
	#[error(transparent)]
	Cli(#[from] sc_cli::Error),

	#[error(transparent)]
	Config(#[from] config_file::ConfigError),

	#[error(transparent)]
	Spec(#[from] partition_chain_spec::Error),

	#[error(
		"unknown chain `{chain}`. `--chain` takes `local`, `dev`, or the file of a chain spec of \
		 the {} partition",
		own.symbol()
	)]
	UnknownChain { chain: String, own: Asset },

	#[error(
		"`{chain}` is the {} partition, and this is the node of the {} partition. Run \
		 {other}-pbc-collator for it, or give `local`, `dev`, or the file of a chain spec of the {} \
		 partition",
		other.symbol(), own.symbol(), own.symbol()
	)]
	ForeignName { chain: String, other: Asset, own: Asset },

	#[error(
		"{} is the chain spec of the {} partition (para id {}), and this is the node of the {} \
		 partition (para id {}). Run {other}-pbc-collator with it, or give this node a spec of its \
		 own",
		path.display(), other.symbol(), other.para_id(), own.symbol(), own.para_id()
	)]
	ForeignSpec { path: PathBuf, other: Asset, own: Asset },

	#[error("cannot use the chain spec {}: {reason}", path.display())]
	Library { path: PathBuf, reason: String },

	#[error("the path {} is not UTF-8. Give the file another name", .0.display())]
	PathNotUnicode(PathBuf),

	#[error(
		"there is no relay chain spec {}. Make it with\n  \
		 flarechain-node build-spec --chain local --disable-default-bootnode --raw > {DEFAULT_PATH}\n\
		 or say where it is, with `-- --chain FILE` or in the environment variable {PATH_VARIABLE}. \
		 Every node of the network has to have the same file",
		path.display()
	)]
	NoRelaySpec { path: PathBuf },

	#[error(
		"{} is no usable relay chain spec: {reason}. `flarechain-node build-spec` writes such files",
		path.display()
	)]
	BadRelaySpec { path: PathBuf, reason: String },

	#[error(
		"no relay node is named. A collator follows FlareChain through the RPC of one or more of \
		 its nodes, in order of preference:\n  \
		 --relay-chain-rpc-urls ws://127.0.0.1:9944 ws://127.0.0.1:9945\n\
		 It cannot run a relay node inside itself: the one that is built in takes GRANDPA for the \
		 relay chain's finality, and FlareChain's is ASF. To try the partition alone, without a \
		 relay chain, give `--dev`"
	)]
	NoRelayUrl,

	#[error(
		"{url} is a node of another relay chain:\n  \
		 its genesis is {found:?}\n  \
		 the genesis of {} is {expected:?}\n\
		 Give the URL of a node of that chain, or that chain's spec with `-- --chain FILE`",
		spec.display()
	)]
	ForeignRelay { url: String, found: H256, expected: H256, spec: PathBuf },

	#[error(
		"no relay node has answered within {seconds} seconds:\n{}\
		 Start one of them, or give `--relay-chain-rpc-urls` others. To wait longer, give \
		 `--relay-chain-patience SECONDS`",
		reasons.iter().map(|(url, reason)| format!("  {url}: {reason}\n")).collect::<String>()
	)]
	NoRelay { seconds: u64, reasons: Vec<(String, String)> },

	#[error(
		"the relay chain knows no parachain {} (asked: {url}), so nobody would check the blocks of \
		 the {} partition. Register it: at genesis with `flarechain-node build-spec --partitions \
		 {asset}`, later with the relay chain's call `partitionRegistrar.register`, which takes \
		 this node's `export-genesis-head` and `export-genesis-wasm`",
		asset.para_id(), asset.symbol()
	)]
	NotRegistered { url: String, asset: Asset },

	#[error(
		"the relay chain has parachain {} begin with another block (asked: {url}):\n  \
		 registered is {registered:?}\n  \
		 the genesis of the chain spec `{spec}` is {own:?}\n\
		 Its validators would refuse every block. Give the spec that the partition was registered \
		 with, or register what this node's `export-genesis-head` prints",
		asset.para_id()
	)]
	ForeignHead { url: String, asset: Asset, spec: String, registered: H256, own: H256 },

	#[error("cannot start the runtime that asks the relay nodes: {0}")]
	Runtime(std::io::Error),

	#[error("cannot start this program again with its arguments completed: {0}")]
	StartAgain(std::io::Error),
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
