// SPDX-License-Identifier: GPL-3.0-or-later
//! `export-chain-spec`, also known as `build-spec`.

use crate::{
	error::Error,
	output,
	spec::{self, Partitions},
};
use clap::Parser;
use sc_network::config::MultiaddrWithPeerId;
use std::path::PathBuf;

/// Writes the spec of a chain. The same binary writes the same bytes each time.
#[derive(Debug, Clone, Parser)]
pub(crate) struct ExportSpecCmd {
	/// The chain: `dev`, `local`, `staging`, or the path of a chain spec.
	#[arg(long, value_name = "CHAIN_SPEC", default_value = "local")]
	pub(crate) chain: String,

	/// Short for `--chain dev`.
	#[arg(long, conflicts_with = "chain")]
	pub(crate) dev: bool,

	/// The partitions that the chain starts with: `all`, `none`, or assets such as `btc,eth`.
	///
	/// If it is left out, `local` and `staging` have all and `dev` has none. A node that is run
	/// with `--chain NAME` has those, too: give it the file if they are others.
	#[arg(long, value_name = "ASSETS")]
	pub(crate) partitions: Option<Partitions>,

	/// Write the storage of the genesis block instead of what it is made from.
	#[arg(long)]
	pub(crate) raw: bool,

	/// Where to write it, if not to the standard output.
	#[arg(long, value_name = "FILE")]
	pub(crate) output: Option<PathBuf>,

	/// A node that others connect to first, as `/ip4/ADDRESS/tcp/PORT/p2p/PEER_ID`. Can be given
	/// more than once.
	#[arg(long, value_name = "ADDRESS")]
	pub(crate) bootnode: Vec<MultiaddrWithPeerId>,

	/// Add no bootnode for this machine. That is so anyway; scripts for other nodes pass it.
	#[arg(long)]
	pub(crate) disable_default_bootnode: bool,
}

impl ExportSpecCmd {
	/// Writes the spec.
	pub(crate) fn run(&self) -> Result<(), Error> {
		let chain = if self.dev { "dev" } else { &self.chain };
		let mut chain_spec = match &self.partitions {
			Some(partitions) => spec::load_with(chain, partitions)?,
			None => spec::load(chain)?,
		};
		for bootnode in &self.bootnode {
			chain_spec.add_boot_node(bootnode.clone());
		}
		let json = chain_spec.as_json(self.raw).map_err(spec::SpecError::Export)?;
		Ok(output::write(self.output.as_deref(), &json)?)
	}
}
