// SPDX-License-Identifier: GPL-3.0-or-later
//! What users and operators ask of finality.

mod error;
mod proof;
mod types;

pub use error::RpcError;
pub use types::{
	BlockRef, CertificateInfo, FinalityProof, LockInfo, PanelChangeProof, PanelInfo, RoundInfo,
};

use crate::{AsfBlock, BlockLevel, LevelChange, SharedFinality};
use asf_primitives::{substrate::AsfApi as AsfRuntimeApi, SetId, Target};
use futures::prelude::*;
use jsonrpsee::{
	core::{async_trait, server::PendingSubscriptionSink},
	proc_macros::rpc,
};
use sc_client_api::{backend::AuxStore, client::BlockBackend};
use sc_rpc::{
	utils::{spawn_subscription_task, BoundedVecDeque, PendingSubscription},
	SubscriptionTaskExecutor,
};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::H256;
use sp_runtime::traits::Header as HeaderT;
use std::sync::Arc;

/// Notices that wait for one subscriber; one that falls further behind is dropped.
const SUBSCRIPTION_BUFFER: usize = 256;
/// Notices waiting in all, above which a warning is logged.
const SUBSCRIPTION_WARNING: usize = 10_000;
/// Blocks between a mark on the scale and a block whose level is asked.
const MAX_LEVEL_WALK_BLOCKS: u32 = 4096;

/// The JSON-RPC methods of ASF.
#[rpc(client, server, namespace = "asf")]
pub trait AsfApi {
	/// How final a block is.
	#[method(name = "finalityLevel", blocking)]
	fn finality_level(&self, hash: H256) -> Result<BlockLevel, RpcError>;

	/// Where the height in progress stands on this node.
	#[method(name = "roundState")]
	fn round_state(&self) -> Result<RoundInfo, RpcError>;

	/// The panel that decides what comes behind a block, the best one if none is given.
	#[method(name = "panel", blocking)]
	fn panel(&self, hash: Option<H256>) -> Result<PanelInfo, RpcError>;

	/// Proves that a block is final to whoever trusts the panel of `from_set`, genesis' if none is
	/// given.
	#[method(name = "proveFinality", blocking)]
	fn prove_finality(&self, number: u32, from_set: Option<u64>)
		-> Result<FinalityProof, RpcError>;

	/// Blocks as they reach higher levels.
	#[subscription(
		name = "subscribeLevels" => "levels",
		unsubscribe = "unsubscribeLevels",
		item = LevelChange
	)]
	fn subscribe_levels(&self);

	/// Certificates as they are decided or imported.
	#[subscription(
		name = "subscribeCertificates" => "certificates",
		unsubscribe = "unsubscribeCertificates",
		item = CertificateInfo
	)]
	fn subscribe_certificates(&self);
}

/// What the RPC works with.
pub struct AsfRpcDeps<B: AsfBlock, C> {
	/// The client.
	pub client: Arc<C>,
	/// From [`AsfLink::shared`](crate::AsfLink::shared).
	pub shared: SharedFinality<B>,
	/// Where subscriptions run.
	pub executor: SubscriptionTaskExecutor,
}

/// Answers the JSON-RPC methods of ASF.
pub struct AsfRpc<B: AsfBlock, C> {
	client: Arc<C>,
	shared: SharedFinality<B>,
	executor: SubscriptionTaskExecutor,
}

impl<B: AsfBlock, C> AsfRpc<B, C> {
	/// To be turned into an RPC module with `into_rpc`.
	pub fn new(deps: AsfRpcDeps<B, C>) -> Self {
		let AsfRpcDeps { client, shared, executor } = deps;
		Self { client, shared, executor }
	}
}

impl<B, C> AsfRpc<B, C>
where
	B: AsfBlock,
	C: HeaderBackend<B> + ProvideRuntimeApi<B>,
	C::Api: AsfRuntimeApi<B>,
{
	/// The level of a block at or below the last finalized one.
	fn level_of_past(&self, block: Target, decided: Target) -> Result<BlockLevel, RpcError> {
		if self.client.hash(block.number)? != Some(block.hash) {
			return Ok(BlockLevel::None);
		}
		let recorded = self
			.client
			.runtime_api()
			.last_certificate(decided.hash)
			.map_err(|error| RpcError::runtime(decided.hash, &error))?;
		let is_recorded = recorded.is_some_and(|recorded| recorded.target.number >= block.number);
		Ok(if is_recorded { BlockLevel::Irreversible } else { BlockLevel::Strong })
	}

	/// The level of a block above it: that of the highest mark on the block or a descendant.
	fn level_of_present(&self, block: Target) -> Result<BlockLevel, RpcError> {
		for (marked, level) in self.shared.marks(block.number) {
			if self.is_within(block, marked)? {
				return Ok(level);
			}
		}
		Ok(BlockLevel::None)
	}

	fn is_within(&self, block: Target, tip: Target) -> Result<bool, RpcError> {
		if tip.number.saturating_sub(block.number) > MAX_LEVEL_WALK_BLOCKS {
			return Ok(false);
		}
		let mut at = tip;
		while at.number > block.number {
			let Some(header) = self.client.header(at.hash)? else { return Ok(false) };
			at = Target { hash: *header.parent_hash(), number: at.number - 1 };
		}
		Ok(at == block)
	}
}

#[async_trait]
impl<B, C> AsfApiServer for AsfRpc<B, C>
where
	B: AsfBlock,
	C: HeaderBackend<B> + BlockBackend<B> + AuxStore + ProvideRuntimeApi<B> + Send + Sync + 'static,
	C::Api: AsfRuntimeApi<B>,
{
	fn finality_level(&self, hash: H256) -> Result<BlockLevel, RpcError> {
		let header = self.client.header(hash)?.ok_or(RpcError::UnknownBlock { hash })?;
		let block = Target { hash, number: *header.number() };
		let decided = self.shared.decided();
		if block.number <= decided.number {
			self.level_of_past(block, decided)
		} else {
			self.level_of_present(block)
		}
	}

	fn round_state(&self) -> Result<RoundInfo, RpcError> {
		let state = self.shared.round_state().ok_or(RpcError::NotStarted)?;
		Ok(RoundInfo::new(&state, &self.shared.authority().panel))
	}

	fn panel(&self, hash: Option<H256>) -> Result<PanelInfo, RpcError> {
		let hash = hash.unwrap_or_else(|| self.client.info().best_hash);
		if self.client.header(hash)?.is_none() {
			return Err(RpcError::UnknownBlock { hash });
		}
		let failed = |error| RpcError::runtime(hash, &error);
		let api = self.client.runtime_api();
		let set_id = api.set_id(hash).map_err(failed)?;
		let panel = api.panel(hash).map_err(failed)?;
		Ok(PanelInfo::new(set_id, &panel))
	}

	fn prove_finality(
		&self,
		number: u32,
		from_set: Option<u64>,
	) -> Result<FinalityProof, RpcError> {
		let from_set = SetId::new(from_set.unwrap_or(0));
		proof::prove(&*self.client, &self.shared, number, from_set)
	}

	fn subscribe_levels(&self, pending: PendingSubscriptionSink) {
		let stream = self.shared.level_stream().subscribe(SUBSCRIPTION_WARNING);
		spawn_subscription_task(
			&self.executor,
			PendingSubscription::from(pending)
				.pipe_from_stream(stream, BoundedVecDeque::new(SUBSCRIPTION_BUFFER)),
		);
	}

	fn subscribe_certificates(&self, pending: PendingSubscriptionSink) {
		let stream = self.shared.certificate_stream().subscribe(SUBSCRIPTION_WARNING);
		let stream = stream.map(|certificate| CertificateInfo::from(&certificate));
		spawn_subscription_task(
			&self.executor,
			PendingSubscription::from(pending)
				.pipe_from_stream(stream, BoundedVecDeque::new(SUBSCRIPTION_BUFFER)),
		);
	}
}

#[cfg(test)]
mod tests;
