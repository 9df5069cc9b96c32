// SPDX-License-Identifier: GPL-3.0-or-later
//! The chains that the node knows by name, and the loader of `--chain`.

mod file;
mod partitions;

pub(crate) use partitions::{registered, registered_from, Partitions};

use flarechain_primitives::Asset;
use flarechain_runtime::genesis_config_presets::{
	preset_params, relay_genesis, Pace, STAGING_RUNTIME_PRESET,
};
use polkadot_service::chain_spec::{Extensions, GenericChainSpec};
use sc_chain_spec::ChainSpecBuilder;
use sc_network::config::MultiaddrWithPeerId;
use sc_service::{ChainSpec, ChainType, Properties};
use std::path::PathBuf;

/// Tells the discovery of this project's networks from that of others.
const PROTOCOL_ID: &str = "flare";

/// A chain that is made from the runtime in this binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Builtin {
	/// One validator that decides alone.
	Dev,
	/// A test network of well-known keys on one machine.
	Local,
	/// Rehearses a public network, still with well-known keys.
	Staging,
}

impl Builtin {
	/// Every chain, in the order in which help shows them.
	pub(crate) const ALL: [Builtin; 3] = [Builtin::Dev, Builtin::Local, Builtin::Staging];

	/// The chain of this `--chain` name.
	pub(crate) fn named(name: &str) -> Option<Self> {
		Self::ALL.into_iter().find(|chain| chain.short_name() == name)
	}

	/// What `--chain` calls it.
	pub(crate) const fn short_name(self) -> &'static str {
		match self {
			Builtin::Dev => "dev",
			Builtin::Local => "local",
			Builtin::Staging => "staging",
		}
	}

	const fn name(self) -> &'static str {
		match self {
			Builtin::Dev => "FlareChain Development",
			Builtin::Local => "FlareChain Local Testnet",
			Builtin::Staging => "FlareChain Staging",
		}
	}

	/// Also the name of the chain's data folder.
	const fn id(self) -> &'static str {
		match self {
			Builtin::Dev => "flarechain_dev",
			Builtin::Local => "flarechain_local",
			Builtin::Staging => "flarechain_staging",
		}
	}

	/// The genesis preset of the runtime.
	const fn preset(self) -> &'static str {
		match self {
			Builtin::Dev => sp_genesis_builder::DEV_RUNTIME_PRESET,
			Builtin::Local => sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET,
			Builtin::Staging => STAGING_RUNTIME_PRESET,
		}
	}

	/// What kind of chain it is. Validators isolate their workers on live chains only.
	pub(crate) const fn chain_type(self) -> ChainType {
		match self {
			Builtin::Dev => ChainType::Development,
			Builtin::Local => ChainType::Local,
			Builtin::Staging => ChainType::Live,
		}
	}

	/// How fast networks of this kind run.
	pub(crate) const fn pace(self) -> Pace {
		match self {
			Builtin::Dev | Builtin::Local => Pace::Development,
			Builtin::Staging => Pace::Production,
		}
	}

	/// The partitions that it has unless somebody says otherwise. A single validator is for work on
	/// the relay chain itself, and would have to do all of a partition's work, too.
	pub(crate) fn partitions(self) -> Partitions {
		match self {
			Builtin::Dev => Partitions::none(),
			Builtin::Local | Builtin::Staging => Partitions::all(),
		}
	}

	/// The kind of specs that its partitions have.
	pub(crate) const fn partition_kind(self) -> partition_chain_spec::Kind {
		match self {
			Builtin::Dev => partition_chain_spec::Kind::Development,
			Builtin::Local | Builtin::Staging => partition_chain_spec::Kind::Local,
		}
	}

	/// The chain with its well-known validators, and these partitions.
	pub(crate) fn spec(self, partitions: &Partitions) -> Result<GenericChainSpec, SpecError> {
		let builder = self.builder()?;
		let mut params = preset_params(self.preset()).ok_or(SpecError::NoPreset(self.preset()))?;
		params.partitions = registered(partitions.assets(), self.partition_kind())?;
		Ok(builder
			.with_name(self.name())
			.with_id(self.id())
			.with_genesis_config_patch(relay_genesis(params))
			.build())
	}

	/// A chain of this kind with validators of its own.
	pub(crate) fn spec_of(self, network: OwnNetwork) -> Result<GenericChainSpec, SpecError> {
		Ok(self
			.builder()?
			.with_name(&network.name)
			.with_id(&network.id)
			.with_boot_nodes(network.bootnodes)
			.with_genesis_config_patch(network.genesis)
			.build())
	}

	fn builder(self) -> Result<ChainSpecBuilder<Extensions>, SpecError> {
		let code = flarechain_runtime::WASM_BINARY.ok_or(SpecError::NoRuntime)?;
		Ok(GenericChainSpec::builder(code, Extensions::default())
			.with_chain_type(self.chain_type())
			.with_protocol_id(PROTOCOL_ID)
			.with_properties(properties()))
	}
}

/// What a new chain has of its own.
pub(crate) struct OwnNetwork {
	/// What people call it.
	pub(crate) name: String,
	/// What files and other nodes call it.
	pub(crate) id: String,
	/// Whom its nodes connect to first.
	pub(crate) bootnodes: Vec<MultiaddrWithPeerId>,
	/// Merged into the runtime's default genesis.
	pub(crate) genesis: serde_json::Value,
}

/// How wallets show balances and accounts.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), "ETR".into());
	properties
		.insert("tokenDecimals".into(), flarechain_runtime::constants::currency::DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_FORMAT.into());
	properties
}

/// The address format of accounts: the general one.
pub(crate) const SS58_FORMAT: u16 = 42;

/// Why there is no chain spec.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SpecError {
	#[error(
		"this binary was built without the runtime's WASM, and so knows no chain by name. Build it \
		 without SKIP_WASM_BUILD, or give `--chain` the file of a chain spec"
	)]
	NoRuntime,

	#[error(
		"cannot read the chain spec {path}: {reason}. `--chain` takes `dev`, `local`, `staging` or \
		 the path of a chain spec"
	)]
	Unreadable { path: PathBuf, reason: std::io::Error },

	#[error("{path} is no chain spec: it is larger than {limit} bytes")]
	TooLarge { path: PathBuf, limit: u64 },

	#[error(
		"{path} ends too early, at line {line}: it is not whole. Copy it again, or write it anew \
		 with `export-chain-spec`"
	)]
	Truncated { path: PathBuf, line: usize },

	#[error(
		"{path} is no chain spec: {reason}. `export-chain-spec` and `generate-spec` write such files"
	)]
	Malformed { path: PathBuf, reason: String },

	#[error(
		"{path} is the spec of another kind of chain: {reason}. This node runs chains with ASF \
		 finality only; `export-chain-spec` and `generate-spec` write their specs"
	)]
	Foreign { path: PathBuf, reason: String },

	#[error("the runtime in this binary has no genesis preset `{0}`")]
	NoPreset(&'static str),

	#[error("the {asset} partition cannot be registered: {reason}")]
	Partition { asset: Asset, reason: partition_chain_spec::Error },

	#[error(
		"`--partitions` is for `dev`, `local` and `staging`: the chain in {path} has its partitions \
		 already. Leave the flag out, or make the spec anew"
	)]
	PartitionsOfFile { path: PathBuf },

	#[error("the runtime refuses to make this chain's genesis: {0}")]
	Export(String),
}

/// Loads what `--chain` names. No name at all is the local chain, for commands that need some chain
/// to find their folder; a node does not start without a name.
pub(crate) fn load(chain: &str) -> Result<Box<dyn ChainSpec>, SpecError> {
	let chain = if chain.is_empty() { Builtin::Local.short_name() } else { chain };
	match Builtin::named(chain) {
		Some(builtin) => Ok(Box::new(builtin.spec(&builtin.partitions())?)),
		None => Ok(Box::new(file::load(PathBuf::from(chain))?)),
	}
}

/// Loads what `--chain` names, with these partitions.
pub(crate) fn load_with(
	chain: &str,
	partitions: &Partitions,
) -> Result<Box<dyn ChainSpec>, SpecError> {
	match Builtin::named(chain) {
		Some(builtin) => Ok(Box::new(builtin.spec(partitions)?)),
		None => Err(SpecError::PartitionsOfFile { path: chain.into() }),
	}
}

/// Whether a chain is for development and tests on one machine.
pub(crate) fn is_test_chain(chain_spec: &dyn ChainSpec) -> bool {
	matches!(chain_spec.chain_type(), ChainType::Development | ChainType::Local)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn json(chain: &str, raw: bool) -> String {
		load(chain).expect("is known").as_json(raw).expect("has a genesis")
	}

	#[test]
	fn every_builtin_exports_the_same_bytes_twice() {
		for chain in Builtin::ALL {
			let first = json(chain.short_name(), false);
			assert!(first == json(chain.short_name(), false), "{chain:?}");
			let spec: serde_json::Value = serde_json::from_str(&first).expect("is JSON");
			assert_eq!(spec["id"], format!("flarechain_{}", chain.short_name()));
			assert_eq!(spec["properties"]["tokenSymbol"], "ETR");
			assert_eq!(spec["properties"]["tokenDecimals"], 12);
			assert_eq!(spec["properties"]["ss58Format"], 42);
		}
		assert!(json("local", true) == json("local", true));
	}

	#[test]
	fn a_plain_and_a_raw_file_make_the_same_genesis_as_the_name() {
		let folder = tempfile::tempdir().expect("can be made");
		let storage = |spec: Box<dyn ChainSpec>| {
			spec.as_storage_builder().build_storage().expect("has a genesis").top
		};
		let named = storage(load("local").expect("is known"));
		for raw in [false, true] {
			let path = folder.path().join(format!("{raw}.json"));
			std::fs::write(&path, json("local", raw)).expect("can be written");
			let loaded = load(path.to_str().expect("is UTF-8")).expect("is a spec");
			assert_eq!(loaded.id(), "flarechain_local");
			assert!(storage(loaded) == named, "raw: {raw}");
		}
	}

	/// The registrar's part of a spec.
	fn registered(spec: &dyn ChainSpec) -> serde_json::Value {
		let json = spec.as_json(false).expect("has a genesis");
		let spec: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
		spec["genesis"]["runtimeGenesis"]["patch"]["partitionRegistrar"].clone()
	}

	#[test]
	fn chains_have_the_partitions_that_were_asked_for() {
		let some: Partitions = "eth,btc".parse().expect("are assets");
		for chain in Builtin::ALL {
			let spec = load_with(chain.short_name(), &some).expect("is known");
			let registrar = registered(&*spec);
			let ids = registrar["partitions"].as_array().expect("is a list");
			let ids: Vec<_> = ids.iter().map(|partition| &partition["id"]).collect();
			assert_eq!(ids, [2000, 2001], "{chain:?}");
			// They share it.
			assert_eq!(registrar["codes"].as_array().map(Vec::len), Some(1), "{chain:?}");
			spec.as_storage_builder().build_storage().expect("has a genesis");
		}
	}

	#[test]
	fn by_name_a_chain_has_all_partitions_and_dev_none() {
		for (chain, count) in [("dev", 0), ("local", Asset::COUNT)] {
			let registrar = registered(&*load(chain).expect("is known"));
			assert_eq!(registrar["partitions"].as_array().map(Vec::len), Some(count), "{chain}");
		}
	}

	#[test]
	fn a_file_keeps_its_partitions() {
		let Err(error) = load_with("some/file.json", &Partitions::all()) else {
			panic!("is a file");
		};
		let error = error.to_string();
		assert!(error.contains("some/file.json") && error.contains("--partitions"), "{error}");
	}

	#[test]
	fn only_live_chains_are_not_test_chains() {
		let is_test = |chain: &str| is_test_chain(&*load(chain).expect("is known"));
		assert!(is_test("dev") && is_test("local") && !is_test("staging"));
	}
}
