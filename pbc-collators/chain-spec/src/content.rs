// SPDX-License-Identifier: GPL-3.0-or-later
//! What a spec's genesis consists of, and the state that it makes.
//!
//! A genesis in plain form is made by its runtime. In general that means to compile the runtime's
//! WASM, which takes seconds. The runtime in this binary is also here in native form, and makes the
//! same state at once; so the relay node can make the heads of twelve partitions when it starts.

use partition_runtime::{Block, Runtime};
use sc_chain_spec::{json_merge, ChainSpec};
use serde::Deserialize;
use serde_json::Value;
use sp_core::{
	storage::{well_known_keys, Storage},
	Bytes,
};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_state_machine::BasicExternalities;

/// A spec, as far as its genesis goes.
#[derive(Deserialize)]
struct Content {
	genesis: Genesis,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Genesis {
	raw: Option<Raw>,
	runtime_genesis: Option<RuntimeGenesis>,
}

#[derive(Deserialize)]
struct Raw {
	top: Top,
}

#[derive(Deserialize)]
struct Top {
	/// The key is `:code`.
	#[serde(rename = "0x3a636f6465")]
	code: Option<Bytes>,
}

#[derive(Deserialize)]
struct RuntimeGenesis {
	code: Bytes,
	#[serde(flatten)]
	config: Config,
}

/// What the runtime makes the state from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Config {
	/// What differs from the runtime's default.
	Patch(Value),
	/// All of it.
	Config(Value),
}

/// The runtime's code in the genesis of a spec of any form.
pub(crate) fn code(spec: &dyn ChainSpec) -> Result<Vec<u8>, String> {
	let genesis = genesis(spec)?;
	let code = match (genesis.raw, genesis.runtime_genesis) {
		(Some(raw), _) => raw.top.code,
		(None, Some(runtime)) => Some(runtime.code),
		(None, None) => None,
	};
	code.map(|Bytes(code)| code).ok_or_else(|| "it has no runtime code".into())
}

/// The state of the first block.
pub(crate) fn storage(spec: &dyn ChainSpec) -> Result<Storage, String> {
	match genesis(spec)?.runtime_genesis {
		Some(RuntimeGenesis { code: Bytes(code), config }) if is_own(&code) => {
			native_storage(code, config)
		},
		_ => spec.as_storage_builder().build_storage(),
	}
}

fn genesis(spec: &dyn ChainSpec) -> Result<Genesis, String> {
	let text = spec.as_json(false)?;
	let content: Content = serde_json::from_str(&text).map_err(|error| error.to_string())?;
	Ok(content.genesis)
}

/// Whether the code is that of the runtime in this binary.
fn is_own(code: &[u8]) -> bool {
	partition_runtime::WASM_BINARY == Some(code)
}

fn native_storage(code: Vec<u8>, config: Config) -> Result<Storage, String> {
	let config = match config {
		Config::Config(config) => config,
		Config::Patch(patch) => {
			let default = <Runtime as GenesisBuilder<Block>>::get_preset(&None)
				.ok_or("its runtime has no default genesis")?;
			let mut config = serde_json::from_slice(&default).map_err(|error| error.to_string())?;
			json_merge(&mut config, patch);
			config
		},
	};
	let config = serde_json::to_vec(&config).map_err(|error| error.to_string())?;
	let mut state = BasicExternalities::new_empty();
	state
		.execute_with(|| <Runtime as GenesisBuilder<Block>>::build_state(config))
		.map_err(|error| error.to_string())?;
	let mut storage = state.into_storages();
	storage.top.insert(well_known_keys::CODE.to_vec(), code);
	Ok(storage)
}
