// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON-RPC to one node, and the few questions about its chain that every test asks.

use crate::{Error, Result};
use asf_primitives::{BlockHash, BlockNumber, Target};
use jsonrpsee::{
	core::{
		client::{ClientT, Error as ClientError, Subscription, SubscriptionClientT},
		traits::ToRpcParams,
	},
	http_client::{HttpClient, HttpClientBuilder},
	ws_client::{WsClient, WsClientBuilder},
};
use serde::de::DeserializeOwned;
use serde_json::{json, value::RawValue, Value};
use std::time::Duration;

/// How long one call may take. A collator that changes over to a new runtime compiles it before it
/// answers, which takes half a minute where two cores have other networks to run.
const CALL_DEADLINE: Duration = Duration::from_secs(90);
/// The largest answer, in bytes: the metadata of a runtime.
const MAX_ANSWER_BYTES: u32 = 32 * 1024 * 1024;
/// Items of one subscription that may wait to be read.
const MAX_WAITING_ITEMS: usize = 4096;

/// What `system_health` answers.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Health {
	/// Connected peers.
	pub peers: usize,
	/// Whether the node is far behind its peers.
	pub is_syncing: bool,
}

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

/// The RPC endpoint of one node on this machine.
#[derive(Clone, Debug)]
pub struct RpcClient {
	node: String,
	port: u16,
	http: HttpClient,
}

impl RpcClient {
	/// For the endpoint on a port of this machine. Nothing is sent yet.
	pub fn new(node: &str, port: u16) -> Result<Self> {
		let http = HttpClientBuilder::default()
			.request_timeout(CALL_DEADLINE)
			.max_response_size(MAX_ANSWER_BYTES)
			.build(format!("http://127.0.0.1:{port}"))
			.map_err(|error| call_error(node, "build a client", &error))?;
		Ok(Self { node: node.to_owned(), port, http })
	}

	/// The node's name.
	pub fn node(&self) -> &str {
		&self.node
	}

	/// Where to reach it by WebSocket.
	pub fn ws_url(&self) -> String {
		format!("ws://127.0.0.1:{}", self.port)
	}

	/// Calls a method; `params` is a JSON array, or null.
	pub async fn call<R: DeserializeOwned>(&self, method: &str, params: Value) -> Result<R> {
		ClientT::request::<R, _>(&self.http, method, Params(params))
			.await
			.map_err(|error| call_error(&self.node, method, &error))
	}

	/// A WebSocket connection, for subscriptions.
	pub async fn ws(&self) -> Result<WsClient> {
		WsClientBuilder::default()
			.request_timeout(CALL_DEADLINE)
			.max_response_size(MAX_ANSWER_BYTES)
			.max_buffer_capacity_per_subscription(MAX_WAITING_ITEMS)
			.build(self.ws_url())
			.await
			.map_err(|error| call_error(&self.node, "connect", &error))
	}

	/// Subscribes over a connection made with [`ws`](Self::ws).
	pub async fn subscribe(
		&self,
		ws: &WsClient,
		method: &str,
		unsubscribe: &str,
	) -> Result<Subscription<Value>> {
		SubscriptionClientT::subscribe(ws, method, Params(Value::Null), unsubscribe)
			.await
			.map_err(|error| call_error(&self.node, method, &error))
	}

	/// Peers and sync state.
	pub async fn health(&self) -> Result<Health> {
		self.call("system_health", Value::Null).await
	}

	/// Hash of the genesis block.
	pub async fn genesis(&self) -> Result<BlockHash> {
		self.hash_at(0).await?.ok_or_else(|| self.malformed("chain_getBlockHash", "no genesis"))
	}

	/// The best block.
	pub async fn best(&self) -> Result<Target> {
		// The header does not say its hash, and the best block may change in between.
		loop {
			let number = self.number_of(None).await?;
			if let Some(hash) = self.hash_at(number).await? {
				return Ok(Target { hash, number });
			}
		}
	}

	/// The highest Strong block, which is the finalized one of the standard methods. Of a partition,
	/// the block that a Strong one of the relay chain includes.
	pub async fn strong(&self) -> Result<Target> {
		let text: String = self.call("chain_getFinalizedHead", Value::Null).await?;
		let hash =
			parse_hash(&text).ok_or_else(|| self.malformed("chain_getFinalizedHead", &text))?;
		Ok(Target { hash, number: self.number_of(Some(hash)).await? })
	}

	/// The hash of the block with a number on the best chain.
	pub async fn hash_at(&self, number: BlockNumber) -> Result<Option<BlockHash>> {
		let method = "chain_getBlockHash";
		let text: Option<String> = self.call(method, json!([number])).await?;
		text.map(|text| parse_hash(&text).ok_or_else(|| self.malformed(method, &text))).transpose()
	}

	/// A header as JSON; the best one without a hash.
	pub async fn header(&self, hash: Option<BlockHash>) -> Result<Value> {
		let params = hash.map_or(json!([]), |hash| json!([hex_of(hash)]));
		self.call("chain_getHeader", params).await
	}

	async fn number_of(&self, hash: Option<BlockHash>) -> Result<BlockNumber> {
		let header = self.header(hash).await?;
		header["number"]
			.as_str()
			.and_then(|number| number.strip_prefix("0x"))
			.and_then(|number| BlockNumber::from_str_radix(number, 16).ok())
			.ok_or_else(|| self.malformed("chain_getHeader", &header.to_string()))
	}

	/// Whether the node's keystore has the secret of an ASF key.
	pub async fn has_asf_key(&self, key: &asf_primitives::SeatKey) -> Result<bool> {
		let key = format!("0x{}", hex::encode(key.as_bytes()));
		self.call("author_hasKey", json!([key, "asf1"])).await
	}

	pub(crate) fn malformed(&self, method: &str, answer: &str) -> Error {
		Error::Rpc {
			node: self.node.clone(),
			method: method.to_owned(),
			code: None,
			message: format!("cannot read the answer {answer}"),
		}
	}
}

fn call_error(node: &str, method: &str, error: &ClientError) -> Error {
	let (code, message) = match error {
		ClientError::Call(object) => {
			let data = object.data().map(|data| format!(" ({data})")).unwrap_or_default();
			(Some(object.code()), format!("{}{data}", object.message()))
		},
		other => (None, other.to_string()),
	};
	Error::Rpc { node: node.to_owned(), method: method.to_owned(), code, message }
}

/// A hash as JSON-RPC writes it.
pub fn hex_of(hash: BlockHash) -> String {
	format!("0x{}", hex::encode(hash.as_bytes()))
}

/// Reads a hash as JSON-RPC writes it.
pub fn parse_hash(text: &str) -> Option<BlockHash> {
	let bytes = hex_bytes(text)?;
	(bytes.len() == 32).then(|| BlockHash::from_slice(&bytes))
}

/// Reads bytes as JSON-RPC writes them.
pub fn hex_bytes(text: &str) -> Option<Vec<u8>> {
	hex::decode(text.strip_prefix("0x")?).ok()
}
