// SPDX-License-Identifier: GPL-3.0-or-later
//! The loader of `--chain`: this partition's specs by name, and files of no other partition.

use crate::error::Error;
use flarechain_primitives::Asset;
use partition_chain_spec::{asset_of, builtin_with, load_file, Extensions, Kind};
use polkadot_omni_node_lib::chain_spec::{
	ChainSpec, Extensions as LibraryExtensions, GenericChainSpec, LoadSpec,
};
use std::path::{Path, PathBuf};

/// Loads the specs of one partition.
#[derive(Clone, Debug)]
pub(crate) struct Loader {
	/// Whose partition it is.
	pub(crate) asset: Asset,
	/// The relay chain's spec. The library takes the relay chain's name in the partition's spec as
	/// the file to load for the relay chain's side, so the file's path goes there; `None` leaves
	/// the name as it is, which is what an exported spec should say.
	pub(crate) relay_spec: Option<PathBuf>,
}

impl Loader {
	/// The spec that `--chain` names. No name is the local chain.
	pub(crate) fn load(&self, chain: &str) -> Result<GenericChainSpec, Error> {
		let chain = if chain.is_empty() { Kind::Local.name() } else { chain };
		let mut spec = match self.kind_named(chain) {
			Some(kind) => self.builtin(kind)?,
			None => self.file(chain)?,
		};
		if let Some(relay_spec) = &self.relay_spec {
			let path =
				relay_spec.to_str().ok_or_else(|| Error::PathNotUnicode(relay_spec.clone()))?;
			*spec.extensions_mut() = LibraryExtensions::new(path.into(), self.asset.para_id());
		}
		Ok(spec)
	}

	/// `local` and `dev`, or the whole ids of these chains.
	fn kind_named(&self, chain: &str) -> Option<Kind> {
		Kind::named(chain)
			.or_else(|| Kind::named(chain.strip_prefix(self.asset.chain_id())?.strip_prefix('_')?))
	}

	fn builtin(&self, kind: Kind) -> Result<GenericChainSpec, Error> {
		let Extensions { relay_chain, .. } = Extensions::of(self.asset, kind);
		let extensions = LibraryExtensions::new(relay_chain, self.asset.para_id());
		Ok(builtin_with(self.asset, kind, extensions)?)
	}

	fn file(&self, chain: &str) -> Result<GenericChainSpec, Error> {
		let path = Path::new(chain);
		if !path.exists() && !looks_like_a_path(chain) {
			return Err(match foreign_name(chain) {
				Some(other) => Error::ForeignName { chain: chain.into(), other, own: self.asset },
				None => Error::UnknownChain { chain: chain.into(), own: self.asset },
			});
		}
		let spec = load_file(path)?;
		let other = asset_of(&spec)?;
		if other != self.asset {
			return Err(Error::ForeignSpec { path: path.into(), other, own: self.asset });
		}
		// The library finds extensions of its own type only.
		GenericChainSpec::from_json_file(path.into())
			.map_err(|reason| Error::Library { path: path.into(), reason })
	}
}

impl LoadSpec for Loader {
	fn load_spec(&self, chain: &str) -> Result<Box<dyn ChainSpec>, String> {
		match self.load(chain) {
			Ok(spec) => Ok(Box::new(spec)),
			Err(error) => Err(error.to_string()),
		}
	}
}

/// Whether somebody who wrote this meant a file. Names of chains look otherwise.
fn looks_like_a_path(chain: &str) -> bool {
	chain.contains(std::path::MAIN_SEPARATOR) || chain.ends_with(".json")
}

/// The asset of a name like `eth` or `pbc_eth_local`.
fn foreign_name(chain: &str) -> Option<Asset> {
	let of_id = |asset: &Asset| {
		chain
			.strip_prefix(asset.chain_id())
			.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
	};
	chain.parse().ok().or_else(|| Asset::ALL.into_iter().find(of_id))
}

#[cfg(test)]
mod tests {
	use super::*;

	const BTC: Loader = Loader { asset: Asset::Btc, relay_spec: None };

	fn refuse(chain: &str) -> String {
		let error = BTC.load_spec(chain).err();
		error.unwrap_or_else(|| panic!("{chain} is loaded"))
	}

	/// A raw spec of an empty genesis, which can be loaded without any WASM.
	fn write_spec(folder: &Path, asset: Asset) -> PathBuf {
		let path = folder.join(format!("{asset}.json"));
		let text = format!(
			r#"{{"name": "A", "id": "{}_local", "bootNodes": [], "relay_chain": "flarechain_local",
			"para_id": {}, "genesis": {{"raw": {{"top": {{}}, "childrenDefault": {{}}}}}}}}"#,
			asset.chain_id(),
			asset.para_id()
		);
		std::fs::write(&path, text).expect("can be written");
		path
	}

	#[test]
	fn own_names_are_known() {
		for name in ["", "local", "dev", "pbc_btc_local", "pbc_btc_dev"] {
			let spec = BTC.load(name).expect("is built in");
			let kind = if name.contains("dev") { "dev" } else { "local" };
			assert_eq!(ChainSpec::id(&spec), format!("pbc_btc_{kind}"));
			let extensions = LibraryExtensions::try_get(&spec).expect("has them");
			assert_eq!(extensions.para_id(), Some(2000));
			assert_eq!(extensions.relay_chain(), format!("flarechain_{kind}"));
		}
	}

	#[test]
	fn an_unknown_name_is_answered_with_the_known_ones() {
		for name in ["main", "staging", "polkadot", "gold", "pbc_gold_local", "Local"] {
			let error = refuse(name);
			assert!(error.contains(name), "{error}");
			assert!(error.contains("`local`") && error.contains("`dev`"), "{error}");
		}
	}

	#[test]
	fn another_partitions_name_is_told_with_both() {
		for name in ["eth", "ETH", "pbc_eth_local", "pbc_eth_dev", "pbc_eth"] {
			let error = refuse(name);
			assert!(error.contains("ETH") && error.contains("BTC"), "{error}");
			assert!(error.contains("eth-pbc-collator"), "{error}");
		}
	}

	#[test]
	fn files_are_loaded_if_they_are_the_partitions_own() {
		let folder = tempfile::tempdir().expect("can be made");
		let own = write_spec(folder.path(), Asset::Btc);
		let spec = BTC.load(own.to_str().expect("is UTF-8")).expect("is its own");
		assert_eq!(ChainSpec::id(&spec), "pbc_btc_local");
		let other = write_spec(folder.path(), Asset::ScUsdt);
		let error = refuse(other.to_str().expect("is UTF-8"));
		assert!(error.contains("SC-USDT") && error.contains("BTC"), "{error}");
		assert!(error.contains("sc-usdt.json"), "{error}");
		assert!(error.contains("sc-usdt-pbc-collator"), "{error}");
		for missing in ["no-such-file.json", "./no-such-file", "/no/such/file"] {
			let error = refuse(missing);
			assert!(error.contains(missing) && error.contains("cannot read"), "{error}");
		}
	}

	#[test]
	fn the_relay_chains_file_takes_the_place_of_its_name() {
		let folder = tempfile::tempdir().expect("can be made");
		let own = write_spec(folder.path(), Asset::Btc);
		let loader = Loader { relay_spec: Some("specs/relay.json".into()), ..BTC };
		let spec = loader.load(own.to_str().expect("is UTF-8")).expect("is its own");
		let extensions = LibraryExtensions::try_get(&spec).expect("has them");
		assert_eq!(extensions.relay_chain(), "specs/relay.json");
		assert_eq!(extensions.para_id(), Some(2000));
	}
}
