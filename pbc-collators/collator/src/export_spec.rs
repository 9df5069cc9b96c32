// SPDX-License-Identifier: GPL-3.0-or-later
//! `export-chain-spec`, also known as `build-spec`. The relay node's command takes the same flags.

use clap::Parser;
use polkadot_omni_node_lib::chain_spec::{ChainSpec, LoadSpec};
use sc_network::config::MultiaddrWithPeerId;
use std::{
	io::Write,
	path::{Path, PathBuf},
};

/// Write the spec of this partition. The same binary writes the same bytes each time.
#[derive(Debug, Clone, Parser)]
pub(crate) struct ExportSpecCmd {
	/// The chain: `local`, `dev`, or the path of a chain spec.
	#[arg(long, value_name = "CHAIN_SPEC", default_value = "local")]
	pub(crate) chain: String,

	/// Short for `--chain dev`.
	#[arg(long, conflicts_with = "chain")]
	pub(crate) dev: bool,

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
	pub(crate) fn run(&self, loader: &dyn LoadSpec) -> sc_cli::Result<()> {
		let chain = if self.dev { "dev" } else { &self.chain };
		let mut spec: Box<dyn ChainSpec> = loader.load_spec(chain).map_err(sc_cli::Error::Input)?;
		for bootnode in &self.bootnode {
			spec.add_boot_node(bootnode.clone());
		}
		let json = spec.as_json(self.raw).map_err(sc_cli::Error::Input)?;
		match &self.output {
			Some(path) => write_file(path, &json).map_err(|reason| {
				let path = path.display();
				let text =
					format!("cannot write to {path}: {reason}. The file is as it was before");
				sc_cli::Error::Input(text)
			}),
			None => Ok(std::io::stdout().lock().write_all(json.as_bytes())?),
		}
	}
}

/// A file is written beside its place and then moved there, which happens at once or not at all.
fn write_file(path: &Path, text: &str) -> std::io::Result<()> {
	let mut name = path.file_name().ok_or(std::io::ErrorKind::IsADirectory)?.to_os_string();
	name.push(format!(".{}.partial", std::process::id()));
	let partial = path.with_file_name(name);
	let written = std::fs::write(&partial, text).and_then(|()| std::fs::rename(&partial, path));
	if written.is_err() {
		// It may never have been made, and the first error is the one to tell.
		let _ = std::fs::remove_file(&partial);
	}
	written
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_file_is_written_as_a_whole_or_not_at_all() {
		let folder = tempfile::tempdir().expect("can be made");
		let path = folder.path().join("spec.json");
		write_file(&path, "first").expect("can be written");
		write_file(&path, "second").expect("can be replaced");
		assert_eq!(std::fs::read_to_string(&path).expect("is there"), "second");
		assert!(write_file(&folder.path().join("no").join("spec.json"), "text").is_err());
		assert_eq!(std::fs::read_dir(folder.path()).expect("is there").count(), 1);
	}
}
