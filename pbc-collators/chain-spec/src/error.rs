// SPDX-License-Identifier: GPL-3.0-or-later
//! Why there is no spec, or no genesis.

use flarechain_primitives::{Asset, FIRST_PARTITION_ID};
use std::path::PathBuf;

/// Why a partition's spec cannot be made, read or used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// There is no WASM to make a genesis from.
	#[error(
		"this binary was built without the partition runtime's WASM, and so knows no partition by \
		 name. Build it without SKIP_WASM_BUILD and SKIP_PARTITION_RUNTIME_WASM_BUILD, or give \
		 `--chain` the file of a chain spec"
	)]
	NoRuntime,

	/// The runtime and this crate do not match.
	#[error("the partition runtime in this binary has no usable genesis preset `{0}`")]
	NoPreset(String),

	/// The file is missing, is a folder, or may not be read.
	#[error("cannot read the chain spec {}: {reason}", path.display())]
	Unreadable {
		/// Where it was looked for.
		path: PathBuf,
		/// What the system says.
		reason: std::io::Error,
	},

	/// The file is larger than any spec.
	#[error("{} is no chain spec: it is larger than {limit} bytes", path.display())]
	TooLarge {
		/// The file.
		path: PathBuf,
		/// How many bytes are read at most.
		limit: u64,
	},

	/// The end of the file is missing.
	#[error(
		"{} ends too early, at line {line}: it is not whole. Copy it again, or write it anew with \
		 `export-chain-spec`",
		path.display()
	)]
	Truncated {
		/// The file.
		path: PathBuf,
		/// Its last line.
		line: usize,
	},

	/// The file is something else.
	#[error(
		"{} is no chain spec of a partition: {reason}. A collator's `export-chain-spec` writes such \
		 files; the relay chain's spec goes after `--`, as `-- --chain FILE`",
		path.display()
	)]
	Malformed {
		/// The file.
		path: PathBuf,
		/// What is wrong with it.
		reason: String,
	},

	/// The file is a spec, but not that of a partition.
	#[error("{} is not the spec of a partition: {error}", path.display())]
	Foreign {
		/// The file.
		path: PathBuf,
		/// Why it is not.
		error: Box<Error>,
	},

	/// The spec does not say which partition it is of.
	#[error("the chain spec `{id}` has no field `para_id`, which says which partition it is of")]
	NoParaId {
		/// The spec's id.
		id: String,
	},

	/// The spec is that of another parachain.
	#[error(
		"the chain spec `{id}` is that of parachain {para_id}; partitions have the ids \
		 {FIRST_PARTITION_ID} to {last}",
		last = Asset::ALL[Asset::COUNT - 1].para_id()
	)]
	NoPartition {
		/// The spec's id.
		id: String,
		/// The para id in it.
		para_id: u32,
	},

	/// The spec's id and its para id speak of different partitions.
	#[error(
		"the chain spec `{id}` contradicts itself: its id names the {} partition (para id {}), and \
		 its para id {para_id} is that of {}",
		named.symbol(), named.para_id(), asset.symbol()
	)]
	Contradiction {
		/// The spec's id.
		id: String,
		/// The asset in the id.
		named: Asset,
		/// The para id in it.
		para_id: u32,
		/// The asset with that para id.
		asset: Asset,
	},

	/// The spec says one partition, and its genesis makes another.
	#[error(
		"the chain spec `{id}` contradicts itself: its para id is {para_id}, and the chain that its \
		 genesis makes has {genesis}"
	)]
	OtherGenesis {
		/// The spec's id.
		id: String,
		/// The para id beside the genesis.
		para_id: u32,
		/// The para id in the genesis.
		genesis: u32,
	},

	/// The genesis in the spec makes no state.
	#[error("the chain spec `{id}` has no usable genesis: {reason}")]
	Genesis {
		/// The spec's id.
		id: String,
		/// What is wrong with it.
		reason: String,
	},
}
