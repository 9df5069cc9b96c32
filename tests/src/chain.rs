// SPDX-License-Identifier: GPL-3.0-or-later
//! The chain as a dApp sees it: the published subxt client, over the WebSocket client that the rest
//! of the harness uses.

use crate::{Error, Result, RpcClient};
use asf_primitives::BlockHash;
use futures::{FutureExt, StreamExt, TryStreamExt};
use jsonrpsee::{
	core::{
		client::{ClientT, Error as ClientError, SubscriptionClientT, SubscriptionKind},
		traits::ToRpcParams,
	},
	types::SubscriptionId,
	ws_client::WsClient,
};
use serde_json::value::RawValue;
use std::{fmt::Display, sync::Arc};
use subxt::{
	backend::CombinedBackend,
	client::{ClientAtBlock, OnlineClientAtBlockImpl},
	config::DefaultExtrinsicParamsBuilder,
	dynamic::{self, At, Value},
	ext::scale_encode::EncodeAsFields,
	extrinsics::ExtrinsicEvents,
	transactions::DynamicPayload,
	OnlineClient, PolkadotConfig,
};
use subxt_rpcs::{
	client::{RawRpcFuture, RawRpcSubscription, RpcClient as SubxtRpcClient, RpcClientT},
	Error as SubxtRpcError, UserError,
};
use subxt_signer::sr25519::Keypair;

/// How blocks, accounts and extrinsics of the chain look: as those of Polkadot.
pub type ChainConfig = PolkadotConfig;

/// The chain as of one block.
pub type AtBlock = ClientAtBlock<ChainConfig, OnlineClientAtBlockImpl<ChainConfig>>;

/// A connection to one node.
#[derive(Clone, Debug)]
pub struct Chain {
	node: String,
	client: OnlineClient<ChainConfig>,
}

impl Chain {
	/// Connects and reads the runtime's metadata.
	pub async fn connect(rpc: &RpcClient) -> Result<Self> {
		let transport = SubxtRpcClient::new(Transport(rpc.ws().await?));
		let failed = |error: &dyn Display| chain_error(rpc.node(), "connect", error);
		// As subxt's own `from_rpc_client` does, which comes with its own transport only.
		let backend = CombinedBackend::builder()
			.build_with_background_driver(transport)
			.await
			.map_err(|error| failed(&error))?;
		let client =
			OnlineClient::from_backend(Arc::new(backend)).await.map_err(|error| failed(&error))?;
		Ok(Self { node: rpc.node().to_owned(), client })
	}

	/// The client itself.
	pub fn client(&self) -> &OnlineClient<ChainConfig> {
		&self.client
	}

	/// Names this node in an error.
	pub fn error(&self, doing: &str, error: impl Display) -> Error {
		chain_error(&self.node, doing, error)
	}

	/// Submits a call and waits until it succeeded in a final block; gives its events.
	pub async fn submit<D: EncodeAsFields>(
		&self,
		call: &DynamicPayload<D>,
		signer: &Keypair,
	) -> Result<ExtrinsicEvents<ChainConfig>> {
		self.submit_in_block(call, signer).await.map(|(_, events)| events)
	}

	/// The same, and gives the block that it is in, too.
	pub async fn submit_in_block<D: EncodeAsFields>(
		&self,
		call: &DynamicPayload<D>,
		signer: &Keypair,
	) -> Result<(BlockHash, ExtrinsicEvents<ChainConfig>)> {
		let name = format!("{}.{}", call.pallet_name(), call.call_name());
		let mut transactions =
			self.client.transactions().await.map_err(|error| self.error(&name, error))?;
		let included = transactions
			.sign_and_submit_then_watch_default(call, signer)
			.await
			.map_err(|error| self.error(&name, error))?
			.wait_for_finalized()
			.await
			.map_err(|error| self.error(&name, error))?;
		let events = included.wait_for_success().await.map_err(|error| self.error(&name, error))?;
		Ok((included.block_hash().0.into(), events))
	}

	/// Sends a call without waiting for what becomes of it, with this nonce or the account's next
	/// one; gives the nonce after it.
	pub async fn send<D: EncodeAsFields>(
		&self,
		call: &DynamicPayload<D>,
		signer: &Keypair,
		nonce: Option<u64>,
	) -> Result<u64> {
		let doing = "send a transaction";
		let mut transactions =
			self.client.transactions().await.map_err(|error| self.error(doing, error))?;
		let nonce = match nonce {
			Some(nonce) => nonce,
			None => transactions
				.account_nonce(&signer.public_key().into())
				.await
				.map_err(|error| self.error(doing, error))?,
		};
		let params = DefaultExtrinsicParamsBuilder::new().nonce(nonce).build();
		transactions
			.sign_and_submit(call, signer, params)
			.await
			.map_err(|error| self.error(doing, error))?;
		Ok(nonce + 1)
	}

	/// The chain as of a block.
	pub async fn at(&self, hash: BlockHash) -> Result<AtBlock> {
		let block = self.client.at_block(subxt::utils::H256(hash.0)).await;
		block.map_err(|error| self.error("look at a block", error))
	}

	/// The chain as of the last final block.
	pub async fn at_final(&self) -> Result<AtBlock> {
		let block = self.client.at_current_block().await;
		block.map_err(|error| self.error("look at the last final block", error))
	}

	/// The encoded value of a storage entry as of a block, if there is one.
	pub async fn storage_at(
		&self,
		hash: BlockHash,
		pallet: &str,
		entry: &str,
		keys: Vec<Value>,
	) -> Result<Option<Vec<u8>>> {
		let block = self.at(hash).await?;
		let address = dynamic::storage::<Vec<Value>, Value>(pallet, entry);
		let value = block.storage().try_fetch(address, keys).await;
		value
			.map(|value| value.map(|value| value.into_bytes()))
			.map_err(|error| self.error(&format!("read {pallet}.{entry}"), error))
	}

	/// What an account can spend, in the smallest unit.
	pub async fn free_balance(&self, account: [u8; 32]) -> Result<u128> {
		let doing = "read a balance";
		let block = self.at_final().await?;
		let address = dynamic::storage::<([u8; 32],), Value>("System", "Account");
		let value = block
			.storage()
			.fetch(address, (account,))
			.await
			.map_err(|error| self.error(doing, error))?
			.decode()
			.map_err(|error| self.error(doing, error))?;
		value
			.at("data")
			.at("free")
			.and_then(Value::as_u128)
			.ok_or_else(|| self.error(doing, format!("no free balance in {value}")))
	}

	/// The encoded values of a storage map as of a block.
	pub async fn values_at(
		&self,
		hash: BlockHash,
		pallet: &str,
		map: &str,
	) -> Result<Vec<Vec<u8>>> {
		let doing = format!("read {pallet}.{map}");
		let block = self.at(hash).await?;
		let address = dynamic::storage::<Vec<Value>, Value>(pallet, map);
		let entries = block
			.storage()
			.iter(address, Vec::<Value>::new())
			.await
			.map_err(|error| self.error(&doing, error))?;
		entries
			.map(|entry| entry.map(|entry| entry.value().bytes().to_vec()))
			.try_collect()
			.await
			.map_err(|error| self.error(&doing, error))
	}

	/// How many entries a storage map has in the last Strong block.
	pub async fn count(&self, pallet: &str, map: &str) -> Result<usize> {
		self.entries(pallet, map).await.map(|entries| entries.len())
	}

	/// The values of a storage map in the last Strong block, as text.
	pub async fn entries(&self, pallet: &str, map: &str) -> Result<Vec<String>> {
		let doing = format!("read {pallet}.{map}");
		let block = self.at_final().await?;
		let address = dynamic::storage::<Vec<Value>, Value>(pallet, map);
		let mut found = block
			.storage()
			.iter(address, Vec::<Value>::new())
			.await
			.map_err(|error| self.error(&doing, error))?;
		let mut entries = Vec::new();
		while let Some(entry) = found.next().await {
			let entry = entry.map_err(|error| self.error(&doing, error))?;
			let value = entry.value().decode().map_err(|error| self.error(&doing, error))?;
			entries.push(value.to_string());
		}
		Ok(entries)
	}

	/// The events of a block, each as `Pallet.Name(fields)`.
	pub async fn events_at(&self, hash: BlockHash) -> Result<Vec<String>> {
		let doing = "read events";
		let block = self.at(hash).await?;
		let events = block.events().fetch().await.map_err(|error| self.error(doing, error))?;
		let mut shown = Vec::new();
		for event in events.iter() {
			let event = event.map_err(|error| self.error(doing, error))?;
			let fields: Value =
				event.decode_fields_unchecked_as().map_err(|error| self.error(doing, error))?;
			shown.push(format!("{}.{} {fields}", event.pallet_name(), event.event_name()));
		}
		Ok(shown)
	}
}

fn chain_error(node: &str, doing: &str, error: impl Display) -> Error {
	Error::Rpc {
		node: node.to_owned(),
		method: format!("subxt, {doing}"),
		code: None,
		message: error.to_string(),
	}
}

/// Carries subxt's calls over our client.
struct Transport(WsClient);

struct RawParams(Option<Box<RawValue>>);

impl ToRpcParams for RawParams {
	fn to_rpc_params(self) -> std::result::Result<Option<Box<RawValue>>, serde_json::Error> {
		Ok(self.0)
	}
}

impl RpcClientT for Transport {
	fn request_raw<'a>(
		&'a self,
		method: &'a str,
		params: Option<Box<RawValue>>,
	) -> RawRpcFuture<'a, Box<RawValue>> {
		ClientT::request(&self.0, method, RawParams(params))
			.map(|answer| answer.map_err(transport_error))
			.boxed()
	}

	fn subscribe_raw<'a>(
		&'a self,
		subscribe: &'a str,
		params: Option<Box<RawValue>>,
		unsubscribe: &'a str,
	) -> RawRpcFuture<'a, RawRpcSubscription> {
		async move {
			let params = RawParams(params);
			let items = self
				.0
				.subscribe::<Box<RawValue>, _>(subscribe, params, unsubscribe)
				.await
				.map_err(transport_error)?;
			let id = match items.kind() {
				SubscriptionKind::Subscription(SubscriptionId::Str(id)) => Some(id.to_string()),
				_ => None,
			};
			let stream = items.map_err(|error| SubxtRpcError::Client(Box::new(error))).boxed();
			Ok(RawRpcSubscription { stream, id })
		}
		.boxed()
	}
}

/// subxt tells what a node answered from what never arrived.
fn transport_error(error: ClientError) -> SubxtRpcError {
	match error {
		ClientError::Call(object) => SubxtRpcError::User(UserError {
			code: object.code(),
			message: object.message().to_owned(),
			data: object.data().map(ToOwned::to_owned),
		}),
		other => SubxtRpcError::Client(Box::new(other)),
	}
}
