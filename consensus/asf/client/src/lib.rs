// SPDX-License-Identifier: GPL-3.0-or-later
//! ASF in a node: what surrounds the state machine of `asf-core` with a chain, a disk, a network
//! and users.
//!
//! ```text
//!  import queue ──► AsfBlockImport ──┐ justifications        peers
//!                        │ blocks    ▼                         │
//!                     client ◄── Finalizer ◄── voter ◄── gossip validator
//!                        │        (one lock)     │
//!                        └── notifications ──────┘── SharedFinality ──► RPC, inherent, metrics
//! ```
//!
//! | module | what |
//! | --- | --- |
//! | `import` | block and justification import |
//! | `finalize` | the only place that finalizes; under one lock, with its aux data in one write |
//! | `authorities`, `storage` | how far finality has come, in memory and in the database |
//! | `vote_log` | what this node's seat said, on disk before it is sent |
//! | `gossip` | wire format, the checks on what peers send, help for peers that lag behind |
//! | `voter` | the task that feeds the machine and does what it says |
//! | `host`, `digest` | the block tree and the keys as the machine sees them |
//! | `shared`, `levels`, `rpc`, `inherent`, `metrics` | what others see of finality |
//!
//! Invariants
//! - [`finalize::Finalizer`] is the only code that finalizes a block, and it holds the lock on the
//!   finality state from the first check to the database write. Voter and justification import are
//!   its callers. When the import overtakes the voter, the voter follows: by the newest certificate
//!   within a set, by a fresh machine when the set has changed.
//! - A vote is on disk before it is sent. A node whose vote log is ahead of its database does not
//!   vote until the chain has passed what the log speaks of.
//! - What a peer sends is bounded in size before it is decoded, decoded completely, and verified
//!   before it is kept or passed on. Every queue has a named bound.
//!
//! Heights, rounds and numbers saturate; nothing panics on input.
//!
//! Specification: the ASF page of the design documents, sections 3, 4, 6 and 7.

mod authorities;
mod digest;
mod error;
mod finalize;
mod gossip;
mod host;
mod import;
mod inherent;
mod levels;
mod metrics;
mod revert;
mod rpc;
mod shared;
mod storage;
#[cfg(test)]
mod testing;
mod vote_log;
mod voter;

pub use error::Error;
pub use gossip::{notification_config, protocol_name, MAX_WIRE_MESSAGE_BYTES};
pub use import::AsfBlockImport;
pub use inherent::CertificateInherent;
pub use levels::{BlockLevel, LevelChange};
pub use revert::revert;
pub use rpc::{
	AsfApiClient, AsfApiServer, AsfRpc, AsfRpcDeps, BlockRef, CertificateInfo, FinalityProof,
	LockInfo, PanelChangeProof, PanelInfo, RoundInfo, RpcError,
};
pub use shared::{CertificateStream, LevelStream, SharedFinality};
pub use voter::{run_asf_voter, BlockApprovals, VoterParams};

use asf_primitives::{substrate::AsfApi, ENGINE_ID};
use prometheus_endpoint::Registry;
use sc_client_api::{
	backend::{AuxStore, Backend, Finalizer as FinalizerT, LockImportRun},
	client::{BlockBackend, BlockchainEvents},
};
use sc_consensus::BlockImport;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::{HeaderBackend, HeaderMetadata};
use sp_consensus::{Error as ConsensusError, SelectChain};
use sp_core::H256;
use sp_runtime::{
	traits::{Block as BlockT, Header as HeaderT},
	Justifications,
};
use std::sync::Arc;

/// Target of every log line.
pub(crate) const LOG_TARGET: &str = "asf";

/// A block as FlareChain has it: 32-byte hashes and 32-bit numbers.
pub trait AsfBlock: BlockT<Hash = H256, Header: HeaderT<Number = u32>> {}

impl<B> AsfBlock for B
where
	B: BlockT<Hash = H256>,
	B::Header: HeaderT<Number = u32>,
{
}

/// What ASF needs of a client.
pub trait ClientForAsf<B: AsfBlock, BE: Backend<B>>:
	LockImportRun<B, BE>
	+ FinalizerT<B, BE>
	+ AuxStore
	+ HeaderBackend<B>
	+ HeaderMetadata<B, Error = sp_blockchain::Error>
	+ BlockBackend<B>
	+ BlockchainEvents<B>
	+ ProvideRuntimeApi<B, Api: AsfApi<B>>
	+ BlockImport<B, Error = ConsensusError>
	+ Send
	+ Sync
	+ 'static
{
}

impl<B, BE, C> ClientForAsf<B, BE> for C
where
	B: AsfBlock,
	BE: Backend<B>,
	C: LockImportRun<B, BE>
		+ FinalizerT<B, BE>
		+ AuxStore
		+ HeaderBackend<B>
		+ HeaderMetadata<B, Error = sp_blockchain::Error>
		+ BlockBackend<B>
		+ BlockchainEvents<B>
		+ ProvideRuntimeApi<B>
		+ BlockImport<B, Error = ConsensusError>
		+ Send
		+ Sync
		+ 'static,
	C::Api: AsfApi<B>,
{
}

/// Keeps the bodies of blocks that carry an ASF justification: they are what lagging peers and
/// finality proofs are served from.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsfPruningFilter;

impl sc_client_db::PruningFilter for AsfPruningFilter {
	fn should_retain(&self, justifications: &Justifications) -> bool {
		justifications.get(ENGINE_ID).is_some()
	}
}

/// What [`block_import`] leaves for the voter, the RPC and the inherent.
pub struct AsfLink<B: AsfBlock, BE, C, SC> {
	pub(crate) client: Arc<C>,
	pub(crate) select_chain: SC,
	pub(crate) finalizer: Arc<finalize::Finalizer<B, BE, C>>,
}

impl<B: AsfBlock, BE, C, SC: Clone> Clone for AsfLink<B, BE, C, SC> {
	fn clone(&self) -> Self {
		Self {
			client: self.client.clone(),
			select_chain: self.select_chain.clone(),
			finalizer: self.finalizer.clone(),
		}
	}
}

impl<B: AsfBlock, BE, C, SC> AsfLink<B, BE, C, SC> {
	/// What others may know of finality.
	pub fn shared(&self) -> SharedFinality<B> {
		self.finalizer.shared().clone()
	}
}

/// The import of blocks, and what it leaves for the voter.
pub type ImportAndLink<B, BE, C, SC> = (AsfBlockImport<B, BE, C, SC>, AsfLink<B, BE, C, SC>);

/// Reads how far finality has come, and makes the block import and the link to the voter. Metrics
/// go to `prometheus`.
pub fn block_import<B, BE, C, SC>(
	client: Arc<C>,
	backend: Arc<BE>,
	select_chain: SC,
	prometheus: Option<&Registry>,
) -> Result<ImportAndLink<B, BE, C, SC>, Error>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B>,
{
	let metrics = match prometheus.map(metrics::Metrics::register).transpose() {
		Ok(metrics) => metrics,
		Err(error) => {
			log::warn!(target: LOG_TARGET, "ASF metrics are not available: {error}");
			None
		},
	};
	let state = authorities::FinalityState::load(&*client, &*backend)?;
	let shared = SharedFinality::new(state, metrics);
	let finalizer = Arc::new(finalize::Finalizer::new(client.clone(), shared));
	let link = AsfLink { client, select_chain, finalizer: finalizer.clone() };
	Ok((AsfBlockImport::new(link.clone()), link))
}
