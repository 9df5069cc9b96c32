// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON-RPC over WebSocket to one node, wherever it is. Connects when it is first needed, and again
//! when the node was away.

use crate::{
	error::{Error, Result},
	network::head::{Block, Hash, Head},
};
use jsonrpsee::{
	core::{
		client::{ClientT, Error as ClientError, Subscription, SubscriptionClientT},
		traits::ToRpcParams,
	},
	ws_client::{WsClient, WsClientBuilder},
};
use serde::de::DeserializeOwned;
use serde_json::{json, value::RawValue, Value};
use std::{collections::HashMap, sync::Arc, time::Duration};
use subxt::config::substrate::{SubstrateHeader, H256};
use tokio::sync::Mutex;

/// How long one call may take: nodes at saturation answer late.
const CALL_DEADLINE: Duration = Duration::from_secs(30);
/// How long it may take to connect.
const CONNECT_DEADLINE: Duration = Duration::from_secs(5);
/// The largest answer, in bytes: the body of a full block as hex.
const MAX_ANSWER_BYTES: u32 = 64 * 1024 * 1024;
/// Items of one subscription that may wait to be read.
const MAX_WAITING_ITEMS: usize = 4096;
/// Calls of one connection that may wait for their answers.
const MAX_CALLS: usize = 2048;

/// Parameters that are JSON already: an array, or null for none.
struct Params(Value);

impl ToRpcParams for Params {
	fn to_rpc_params(self) -> std::result::Result<Option<Box<RawValue>>, serde_json::Error> {
		if self.0.is_null() {
			return Ok(None);
		}
		serde_json::value::to_raw_value(&self.0).map(Some)
	}
}

/// What `state_queryStorageAt` answers: keys and what they have.
#[derive(Debug, serde::Deserialize)]
struct Changes {
	changes: Vec<(String, Option<String>)>,
}

/// What `system_health` answers.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Health {
	/// Connected peers.
	pub(crate) peers: usize,
	/// Whether the node is far behind its peers.
	pub(crate) is_syncing: bool,
}

/// The RPC endpoint of a node.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
	name: Arc<str>,
	url: Arc<str>,
	client: Arc<Mutex<Option<Arc<WsClient>>>>,
}

impl Endpoint {
	/// For a node at a WebSocket address. Nothing is sent yet.
	pub(crate) fn new(name: &str, url: &str) -> Self {
		Self { name: name.into(), url: url.into(), client: Arc::default() }
	}

	/// Another connection to the same node.
	pub(crate) fn another(&self) -> Self {
		Self { name: self.name.clone(), url: self.url.clone(), client: Arc::default() }
	}

	/// The node's name.
	pub(crate) fn name(&self) -> &str {
		&self.name
	}

	/// Where the node is.
	pub(crate) fn url(&self) -> &str {
		&self.url
	}

	async fn client(&self) -> Result<Arc<WsClient>> {
		let mut client = self.client.lock().await;
		if let Some(connected) = client.as_ref().filter(|client| client.is_connected()) {
			return Ok(connected.clone());
		}
		let connected = WsClientBuilder::default()
			.connection_timeout(CONNECT_DEADLINE)
			.request_timeout(CALL_DEADLINE)
			.max_response_size(MAX_ANSWER_BYTES)
			.max_request_size(MAX_ANSWER_BYTES)
			.max_concurrent_requests(MAX_CALLS)
			.max_buffer_capacity_per_subscription(MAX_WAITING_ITEMS)
			.build(&*self.url)
			.await
			.map_err(|error| self.failed(&format!("connection to {}", self.url), &error))?;
		let connected = Arc::new(connected);
		*client = Some(connected.clone());
		Ok(connected)
	}

	/// Calls a method; `params` is a JSON array, or null.
	pub(crate) async fn call<R: DeserializeOwned>(&self, method: &str, params: Value) -> Result<R> {
		let client = self.client().await?;
		ClientT::request::<R, _>(&*client, method, Params(params))
			.await
			.map_err(|error| self.failed(method, &error))
	}

	/// Subscribes to headers.
	pub(crate) async fn heads(
		&self,
		method: &str,
		unsubscribe: &str,
	) -> Result<Subscription<SubstrateHeader<H256>>> {
		let client = self.client().await?;
		SubscriptionClientT::subscribe(&*client, method, Params(Value::Null), unsubscribe)
			.await
			.map_err(|error| self.failed(method, &error))
	}

	/// Peers and sync state.
	pub(crate) async fn health(&self) -> Result<Health> {
		self.call("system_health", Value::Null).await
	}

	/// The best block.
	pub(crate) async fn best(&self) -> Result<Head> {
		self.head(None).await
	}

	/// The finalized block, which on FlareChain is the highest Strong one.
	pub(crate) async fn finalized(&self) -> Result<Head> {
		let hash: Hash = self.call("chain_getFinalizedHead", Value::Null).await?;
		self.head(Some(hash)).await
	}

	/// A header; the best one without a hash.
	pub(crate) async fn head(&self, hash: Option<Hash>) -> Result<Head> {
		let params = hash.map_or(Value::Null, |hash| json!([hash]));
		let header: Option<SubstrateHeader<H256>> = self.call("chain_getHeader", params).await?;
		header
			.map(|header| Head::of(&header))
			.ok_or_else(|| self.malformed("chain_getHeader", "it does not know the block"))
	}

	/// The hash of the block with a number on the best chain.
	pub(crate) async fn hash_at(&self, number: u64) -> Result<Option<Hash>> {
		self.call("chain_getBlockHash", json!([number])).await
	}

	/// A block with its body.
	pub(crate) async fn block(&self, hash: Hash) -> Result<Block> {
		let method = "chain_getBlock";
		let answer: Value = self.call(method, json!([hash])).await?;
		Block::read(&answer).ok_or_else(|| self.malformed(method, "the block cannot be read"))
	}

	/// Bytes that the state has for a key, as of a block.
	pub(crate) async fn storage(&self, key: &[u8], at: Hash) -> Result<Option<Vec<u8>>> {
		let method = "state_getStorage";
		let key = format!("0x{}", hex::encode(key));
		let answer: Option<String> = self.call(method, json!([key, at])).await?;
		answer
			.map(|text| bytes_of(&text).ok_or_else(|| self.malformed(method, "it is not hex")))
			.transpose()
	}

	/// Bytes that the state has for each of these keys, as of a block.
	pub(crate) async fn storage_of_many(
		&self,
		keys: &[Vec<u8>],
		at: Hash,
	) -> Result<Vec<Option<Vec<u8>>>> {
		let method = "state_queryStorageAt";
		let texts: Vec<_> = keys.iter().map(|key| format!("0x{}", hex::encode(key))).collect();
		let answer: Vec<Changes> = self.call(method, json!([texts, at])).await?;
		let mut found: HashMap<_, _> = answer.into_iter().flat_map(|set| set.changes).collect();
		texts
			.iter()
			.map(|key| match found.remove(key).flatten() {
				Some(text) => {
					bytes_of(&text).map(Some).ok_or_else(|| self.malformed(method, "it is not hex"))
				},
				None => Ok(None),
			})
			.collect()
	}

	/// The answer of a node that is not what it should be.
	pub(crate) fn malformed(&self, method: &str, what: &str) -> Error {
		let (node, method, message) = (self.name().into(), method.into(), what.into());
		Error::Rpc { node, method, code: None, message }
	}

	fn failed(&self, method: &str, error: &ClientError) -> Error {
		let (code, message) = match error {
			ClientError::Call(object) => {
				let data = object.data().map(|data| format!(" ({data})")).unwrap_or_default();
				(Some(object.code()), format!("{}{data}", object.message()))
			},
			other => (None, other.to_string()),
		};
		Error::Rpc { node: self.name().into(), method: method.into(), code, message }
	}
}

/// Reads bytes as JSON-RPC writes them.
pub(crate) fn bytes_of(text: &str) -> Option<Vec<u8>> {
	hex::decode(text.strip_prefix("0x")?).ok()
}
