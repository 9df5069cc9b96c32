// SPDX-License-Identifier: GPL-3.0-or-later
//! The built-in specs, and that their genesis is the one that a node makes. These need the WASM.

use super::*;
use codec::Decode;
use flarechain_primitives::Asset;
use sc_chain_spec::{BuildGenesisBlock, ChainSpec, GenesisBlockBuilder};
use sc_executor::WasmExecutor;
use sp_runtime::{
	generic,
	traits::{Block as _, Header as _},
	OpaqueExtrinsic,
};
use std::sync::Arc;

type Block = generic::Block<Header, OpaqueExtrinsic>;

fn local(asset: Asset) -> GenericSpec {
	builtin(asset, Kind::Local).expect("is built in")
}

/// The genesis header as a node's client gets it.
fn header_of_a_node(spec: &dyn ChainSpec) -> Header {
	let backend = Arc::new(sc_client_api::in_mem::Backend::<Block>::new());
	let executor = WasmExecutor::<sp_io::SubstrateHostFunctions>::builder()
		.with_allow_missing_host_functions(true)
		.build();
	let builder =
		GenesisBlockBuilder::<Block, _, _>::new(spec.as_storage_builder(), true, backend, executor)
			.expect("has a genesis");
	let (block, _operation) = builder.build_genesis_block().expect("can be built");
	block.header().clone()
}

#[test]
fn every_partition_has_a_spec_that_says_which() {
	for asset in Asset::ALL {
		for kind in Kind::ALL {
			let spec = builtin(asset, kind).expect("is built in");
			assert_eq!(spec.id(), format!("{}_{}", asset.chain_id(), kind.name()));
			assert_eq!(para_id_of(&spec).expect("has one"), asset.para_id());
			assert_eq!(asset_of(&spec).expect("has one"), asset);
			assert_eq!(spec.protocol_id(), Some(&*format!("pbc-{}", asset.short_name())));
			let properties = spec.properties();
			assert_eq!(properties["tokenSymbol"], "ETR");
			assert_eq!(properties["tokenDecimals"], 12);
			assert_eq!(properties["ss58Format"], 42);
		}
	}
}

#[test]
fn the_same_spec_is_the_same_bytes_twice() {
	for raw in [false, true] {
		let first = local(Asset::Btc).as_json(raw).expect("has a genesis");
		assert!(first == local(Asset::Btc).as_json(raw).expect("has a genesis"), "raw: {raw}");
	}
}

/// A node executes the WASM; here the native runtime makes the state.
#[test]
fn the_genesis_head_is_the_one_that_a_node_makes() {
	for (asset, kind) in [(Asset::Btc, Kind::Local), (Asset::ScUsdt, Kind::Development)] {
		let spec = builtin(asset, kind).expect("is built in");
		let head = genesis_head(&spec).expect("has a genesis");
		let header = Header::decode(&mut &head[..]).expect("is a header");
		assert_eq!(header.hash(), header_of_a_node(&spec).hash(), "{asset}");
		assert_eq!(*header.number(), 0);
	}
}

#[test]
fn files_in_both_forms_have_the_genesis_of_the_name() {
	let spec = local(Asset::ScUsdt);
	let head = genesis_head(&spec).expect("has a genesis");
	let folder = tempfile::tempdir().expect("can be made");
	for raw in [false, true] {
		let path = folder.path().join(format!("{raw}.json"));
		std::fs::write(&path, spec.as_json(raw).expect("has a genesis")).expect("can be written");
		let loaded = load_file(&path).expect("is a spec");
		assert_eq!(asset_of(&loaded).expect("has one"), Asset::ScUsdt);
		assert!(genesis_head(&loaded).expect("has a genesis") == head, "raw: {raw}");
	}
}

#[test]
fn partitions_differ_in_their_genesis_and_not_in_their_code() {
	let (btc, eth) = (local(Asset::Btc), local(Asset::Eth));
	assert_ne!(genesis_head(&btc).expect("is made"), genesis_head(&eth).expect("is made"));
	let code = validation_code(&btc).expect("is there");
	assert!(code == validation_code(&eth).expect("is there"));
	assert_eq!(Some(&code[..]), partition_runtime::WASM_BINARY);
	let raw = GenericSpec::from_json_bytes(btc.as_json(true).expect("has a genesis").into_bytes());
	assert!(code == validation_code(&raw.expect("is a spec")).expect("is there"));
}
