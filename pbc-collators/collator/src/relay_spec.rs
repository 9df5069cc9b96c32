// SPDX-License-Identifier: GPL-3.0-or-later
//! The spec of the relay chain, one file for all partitions.
//!
//! The relay chain's side of a collator needs it for its boot nodes and its network names only, and
//! never makes a state from it: so the plain form does, too. Here it also says which relay chain is
//! meant, and for that a plain spec executes the relay chain's runtime once.

use crate::{arguments, error::Error};
use polkadot_omni_node_lib::chain_spec::ChainSpec;
use sc_chain_spec::{GenericChainSpec, NoExtension};
use sp_core::H256;
use std::{
	env,
	path::{Path, PathBuf},
};

/// Where the file is looked for, from the current folder, when nobody says.
pub(crate) const DEFAULT_PATH: &str = "chain-specs/flarechain-shared.json";
/// The environment variable that says where it is.
pub(crate) const PATH_VARIABLE: &str = "FLARECHAIN_RELAY_SPEC";

/// What a collator wants to know of the relay chain.
#[derive(Debug)]
pub(crate) struct RelaySpec {
	/// The file.
	pub(crate) path: PathBuf,
	/// The hash of the first block.
	pub(crate) genesis: H256,
	/// Whether it names nodes to connect to first.
	pub(crate) has_boot_nodes: bool,
}

/// Where the relay chain's spec is: where the arguments after `--` say, else where the environment
/// says, else in its place. The file is there.
pub(crate) fn path(relay_args: &[String]) -> Result<PathBuf, Error> {
	let named = arguments::value(relay_args, "--chain").map(PathBuf::from);
	let path = named
		.or_else(|| env::var_os(PATH_VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from))
		.unwrap_or_else(|| PathBuf::from(DEFAULT_PATH));
	if path.is_file() {
		Ok(path)
	} else {
		Err(Error::NoRelaySpec { path })
	}
}

/// Reads it, and makes its genesis.
pub(crate) fn load(path: &Path) -> Result<RelaySpec, Error> {
	let bad = |reason: String| Error::BadRelaySpec { path: path.into(), reason };
	let spec = GenericChainSpec::<NoExtension>::from_json_file(path.into()).map_err(bad)?;
	let genesis =
		partition_chain_spec::genesis_hash(&spec).map_err(|error| bad(error.to_string()))?;
	Ok(RelaySpec {
		path: path.into(),
		genesis,
		has_boot_nodes: !ChainSpec::boot_nodes(&spec).is_empty(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn args(args: &[&str]) -> Vec<String> {
		args.iter().map(|arg| (*arg).to_owned()).collect()
	}

	#[test]
	fn the_argument_says_where_it_is() {
		let folder = tempfile::tempdir().expect("can be made");
		let file = folder.path().join("relay.json");
		std::fs::write(&file, "{}").expect("can be written");
		let name = file.to_str().expect("is UTF-8");
		assert_eq!(path(&args(&["--chain", name])).expect("is there"), file);
		assert_eq!(path(&args(&[&format!("--chain={name}")])).expect("is there"), file);
	}

	#[test]
	fn a_missing_file_is_told_with_how_to_make_it() {
		for relay_args in [&["--chain", "/no/such/relay.json"][..], &["--chain=local"]] {
			let error = path(&args(relay_args)).expect_err("is not there").to_string();
			assert!(error.contains("flarechain-node build-spec"), "{error}");
			assert!(error.contains("-- --chain FILE"), "{error}");
			assert!(error.contains("/no/such/relay.json") || error.contains("local"), "{error}");
		}
	}

	#[test]
	fn a_file_that_is_no_spec_is_told() {
		let folder = tempfile::tempdir().expect("can be made");
		let file = folder.path().join("relay.json");
		let no_genesis = r#"{"name": "A", "id": "b", "bootNodes": [],
			"genesis": {"raw": {"top": {}, "childrenDefault": {}}}}"#;
		for text in ["", "{}", "hello", no_genesis] {
			std::fs::write(&file, text).expect("can be written");
			let error = load(&file).expect_err("is no spec").to_string();
			assert!(error.contains("relay.json"), "{error}");
		}
	}
}
