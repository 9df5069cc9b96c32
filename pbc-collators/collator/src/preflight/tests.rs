// SPDX-License-Identifier: GPL-3.0-or-later
//! The checks against a small server that answers as a relay node would.

use super::*;
use codec::Encode;
use jsonrpsee::{
	server::{Server, ServerHandle},
	RpcModule,
};
use partition_chain_spec::Header;
use registration::{head_key, lifecycle_key};
use sc_chain_spec::{GenericChainSpec, NoExtension};
use serde_json::{json, Value};
use sp_core::{storage::Storage, Bytes};
use std::collections::BTreeMap;

const ASSET: Asset = Asset::Doge;
const RELAY_GENESIS: H256 = H256::repeat_byte(1);
/// An encoded `ParaLifecycle` of a parachain.
const PARACHAIN: [u8; 1] = [2];
/// The address at which nothing listens: the port is reserved.
const DEAF: &str = "ws://127.0.0.1:1";

/// What a relay node answers.
#[derive(Clone, Default)]
struct Chain {
	genesis: H256,
	state: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Chain {
	/// The right relay chain, with the partition registered and its head at this header.
	fn with_head(header: &Header) -> Self {
		let state = BTreeMap::from([
			(lifecycle_key(ASSET.para_id()), PARACHAIN.encode()),
			(head_key(ASSET.para_id()), header.encode().encode()),
		]);
		Chain { genesis: RELAY_GENESIS, state }
	}

	fn unaware() -> Self {
		Chain { genesis: RELAY_GENESIS, state: BTreeMap::new() }
	}

	async fn serve(self) -> (String, ServerHandle) {
		let mut module = RpcModule::new(self);
		module
			.register_method("chain_getBlockHash", |_, chain, _| json!(chain.genesis))
			.expect("is the only one");
		module
			.register_method("state_getStorage", |params, chain, _| -> Value {
				let Bytes(key) = params.one().expect("has a key");
				json!(chain.state.get(&key).cloned().map(Bytes))
			})
			.expect("is the only one");
		module
			.register_method("system_localListenAddresses", |_, _, _| {
				json!(["/ip4/127.0.0.1/tcp/30333/p2p/someone", "/ip4/127.0.0.1/udp/1/p2p/someone"])
			})
			.expect("is the only one");
		let server = Server::builder().build("127.0.0.1:0").await.expect("some port is free");
		let address = server.local_addr().expect("is bound");
		(format!("ws://{address}"), server.start(module))
	}
}

/// The smallest runtime that says its version: an empty WASM module with the section for it.
fn code() -> Vec<u8> {
	let version = sp_version::RuntimeVersion {
		spec_name: "test".into(),
		impl_name: "test".into(),
		system_version: 1,
		..Default::default()
	};
	let mut code = b"\0asm\x01\0\0\0".to_vec();
	for (name, content) in [("runtime_version", version.encode()), ("runtime_apis", core_api())] {
		let mut section = vec![u8::try_from(name.len()).expect("is short")];
		section.extend(name.as_bytes());
		section.extend(content);
		code.push(0);
		code.push(u8::try_from(section.len()).expect("is short"));
		code.extend(section);
	}
	code
}

/// That the runtime has the newest version of the API `Core`, on which the layout of the version
/// depends.
fn core_api() -> Vec<u8> {
	let id = [0xdf, 0x6a, 0xcb, 0x68, 0x99, 0x07, 0x60, 0x9b];
	[&id[..], &5_u32.to_le_bytes()].concat()
}

fn spec() -> GenericChainSpec<NoExtension> {
	let mut spec =
		GenericChainSpec::<NoExtension>::builder(&code(), None).with_id("pbc_test").build();
	let mut storage = Storage::default();
	storage.top.insert(b":code".to_vec(), code());
	ChainSpec::set_storage(&mut spec, storage);
	spec
}

fn own_header() -> Header {
	partition_chain_spec::genesis_header(&spec()).expect("has a genesis")
}

async fn check_at(urls: &[String]) -> Result<Vec<String>, Error> {
	let spec = spec();
	let relay =
		RelaySpec { path: "relay.json".into(), genesis: RELAY_GENESIS, has_boot_nodes: false };
	let question = Question {
		relay: &relay,
		asset: ASSET,
		spec: &spec,
		urls,
		patience: Duration::from_millis(1),
	};
	check(&question).await
}

async fn check_chain(chain: Chain) -> Result<Vec<String>, Error> {
	let (url, _server) = chain.serve().await;
	check_at(&[url]).await
}

#[tokio::test]
async fn the_right_relay_chain_passes_and_tells_where_it_listens() {
	let addresses = check_chain(Chain::with_head(&own_header())).await.expect("is right");
	assert_eq!(addresses, ["/ip4/127.0.0.1/tcp/30333/p2p/someone"]);
}

#[tokio::test]
async fn another_relay_chain_is_told_with_both_hashes() {
	let chain = Chain { genesis: H256::repeat_byte(2), ..Chain::with_head(&own_header()) };
	let (url, _server) = chain.serve().await;
	let error =
		check_at(std::slice::from_ref(&url)).await.expect_err("is another chain").to_string();
	assert!(error.contains(&url) && error.contains("relay.json"), "{error}");
	assert!(error.contains(&"01".repeat(32)) && error.contains(&"02".repeat(32)), "{error}");
}

#[tokio::test]
async fn one_of_another_chain_is_told_although_others_are_right() {
	let (right, _first) = Chain::with_head(&own_header()).serve().await;
	let (wrong, _second) = Chain::default().serve().await;
	let error = check_at(&[right, wrong.clone()]).await.expect_err("one is wrong").to_string();
	assert!(error.contains(&wrong), "{error}");
}

#[tokio::test]
async fn one_that_answers_is_enough() {
	let (right, _server) = Chain::with_head(&own_header()).serve().await;
	assert!(check_at(&[DEAF.into(), right]).await.is_ok());
}

#[tokio::test]
async fn silence_is_told_for_each_url() {
	let urls = [DEAF.to_owned(), "ws://no-such-host.invalid:9944".to_owned()];
	let error = check_at(&urls).await.expect_err("nobody is there").to_string();
	assert!(urls.iter().all(|url| error.contains(url)), "{error}");
	assert!(error.contains("--relay-chain-patience"), "{error}");
}

#[tokio::test]
async fn a_server_of_something_else_is_no_relay_node() {
	let server = Server::builder().build("127.0.0.1:0").await.expect("some port is free");
	let url = format!("ws://{}", server.local_addr().expect("is bound"));
	let _server = server.start(RpcModule::new(()));
	let error = check_at(std::slice::from_ref(&url)).await.expect_err("knows no chain").to_string();
	assert!(error.contains(&url) && error.contains("ethod not found"), "{error}");
}

#[tokio::test]
async fn a_partition_that_is_not_registered_is_told() {
	let error = check_chain(Chain::unaware()).await.expect_err("is not registered").to_string();
	assert!(error.contains("2002") && error.contains("DOGE"), "{error}");
	assert!(error.contains("--partitions") && error.contains("export-genesis-head"), "{error}");
}

#[tokio::test]
async fn another_first_block_is_told_with_both_hashes() {
	let own = own_header();
	let other = Header { state_root: H256::repeat_byte(9), ..own.clone() };
	let error = check_chain(Chain::with_head(&other)).await.expect_err("is another").to_string();
	for header in [own, other] {
		let hash = format!("{:?}", H256(blake2_256(&header.encode())));
		assert!(error.contains(&hash), "{hash}: {error}");
	}
	assert!(error.contains("pbc_test"), "{error}");
}

#[tokio::test]
async fn a_chain_that_has_begun_is_not_compared() {
	let later = Header { number: 7, ..own_header() };
	assert!(check_chain(Chain::with_head(&later)).await.is_ok());
}

#[tokio::test]
async fn one_that_is_onboarding_passes() {
	let state = BTreeMap::from([(lifecycle_key(ASSET.para_id()), vec![0])]);
	assert!(check_chain(Chain { genesis: RELAY_GENESIS, state }).await.is_ok());
}

#[tokio::test]
async fn state_of_an_unknown_form_is_told() {
	for (key, value) in
		[(lifecycle_key(ASSET.para_id()), vec![99]), (head_key(ASSET.para_id()), vec![255])]
	{
		let mut chain = Chain::with_head(&own_header());
		chain.state.insert(key, value);
		let error = check_chain(chain).await.expect_err("is unknown").to_string();
		assert!(error.contains("its state"), "{error}");
	}
}
