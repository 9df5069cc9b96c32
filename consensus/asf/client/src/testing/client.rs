// SPDX-License-Identifier: GPL-3.0-or-later
//! A client over a database in memory: enough of one for finality.

use super::{certify, panel, TestBlock, SEATS};
use crate::{block_import, AsfBlockImport, AsfLink};
use asf_primitives::{
	substrate::{AsfApi, AuthorityId, OpaqueKeyOwnershipProof, RecordedCertificate},
	Certificate, ConsensusLog, EquivocationProof, Height, NextPanel, Panel, SetId, Target,
	ENGINE_ID,
};
use codec::Encode;
use parking_lot::Mutex;
use sc_client_api::{
	backend::{
		AuxStore, Backend as _, ClientImportOperation, Finalizer, LockImportRun, NewBlockState,
	},
	blockchain::Backend as _,
	client::{BlockBackend, BlockchainEvents, FinalityNotifications, ImportNotifications},
	in_mem, BlockImportOperation as _,
};
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_utils::mpsc::tracing_unbounded;
use sp_api::{ApiError, ApiRef, ProvideRuntimeApi};
use sp_blockchain::{CachedHeaderMetadata, HeaderBackend, HeaderMetadata};
use sp_consensus::{BlockOrigin, Error as ConsensusError, SelectChain};
use sp_core::H256;
use sp_runtime::{
	generic::{Digest, SignedBlock},
	traits::Header as _,
	DigestItem, Justification, Justifications, OpaqueExtrinsic,
};
use std::sync::Arc;

pub(crate) type TestBackend = in_mem::Backend<TestBlock>;
/// The name by which the mock macro knows the block.
type Block = TestBlock;
type TestHeader = <TestBlock as sp_runtime::traits::Block>::Header;

/// The runtime: it knows the panel of a block from the digests up to there.
#[derive(Clone)]
pub(crate) struct TestRuntime {
	backend: Arc<TestBackend>,
	recorded: Arc<Mutex<Option<RecordedCertificate>>>,
}

impl TestRuntime {
	fn next_at(&self, block: H256) -> NextPanel {
		let mut at = block;
		while let Ok(Some(header)) = self.backend.blockchain().header(at) {
			if let Ok(Some(next)) = crate::digest::next_panel::<TestBlock>(&header) {
				return next;
			}
			at = *header.parent_hash();
		}
		NextPanel { set_id: SetId::new(0), panel: panel(SEATS) }
	}
}

sp_api::mock_impl_runtime_apis! {
	impl AsfApi<Block> for TestRuntime {
		#[advanced]
		fn panel(&self, at: H256) -> Result<Panel, ApiError> {
			Ok(self.next_at(at).panel)
		}

		#[advanced]
		fn set_id(&self, at: H256) -> Result<SetId, ApiError> {
			Ok(self.next_at(at).set_id)
		}

		fn last_certificate(&self) -> Option<RecordedCertificate> {
			self.recorded.lock().clone()
		}

		fn generate_key_ownership_proof(
			_set_id: SetId,
			_key: AuthorityId,
		) -> Option<OpaqueKeyOwnershipProof> {
			None
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			_proof: EquivocationProof,
			_key_owner_proof: OpaqueKeyOwnershipProof,
		) -> Option<()> {
			None
		}
	}
}

/// The client.
pub(crate) struct TestClient {
	pub(crate) backend: Arc<TestBackend>,
	runtime: TestRuntime,
}

impl HeaderBackend<TestBlock> for TestClient {
	fn header(&self, hash: H256) -> sp_blockchain::Result<Option<TestHeader>> {
		self.backend.blockchain().header(hash)
	}

	fn info(&self) -> sp_blockchain::Info<TestBlock> {
		let mut info = self.backend.blockchain().info();
		// The database in memory forgets to move the number.
		info.finalized_number = self.number(info.finalized_hash).ok().flatten().unwrap_or_default();
		info
	}

	fn status(&self, hash: H256) -> sp_blockchain::Result<sp_blockchain::BlockStatus> {
		self.backend.blockchain().status(hash)
	}

	fn number(&self, hash: H256) -> sp_blockchain::Result<Option<u32>> {
		self.backend.blockchain().number(hash)
	}

	fn hash(&self, number: u32) -> sp_blockchain::Result<Option<H256>> {
		self.backend.blockchain().hash(number)
	}
}

impl HeaderMetadata<TestBlock> for TestClient {
	type Error = sp_blockchain::Error;

	fn header_metadata(
		&self,
		hash: H256,
	) -> sp_blockchain::Result<CachedHeaderMetadata<TestBlock>> {
		self.backend.blockchain().header_metadata(hash)
	}

	fn insert_header_metadata(&self, _: H256, _: CachedHeaderMetadata<TestBlock>) {}

	fn remove_header_metadata(&self, _: H256) {}
}

impl AuxStore for TestClient {
	fn insert_aux<
		'a,
		'b: 'a,
		'c: 'a,
		I: IntoIterator<Item = &'a (&'c [u8], &'c [u8])>,
		D: IntoIterator<Item = &'a &'b [u8]>,
	>(
		&self,
		insert: I,
		delete: D,
	) -> sp_blockchain::Result<()> {
		AuxStore::insert_aux(&*self.backend, insert, delete)
	}

	fn get_aux(&self, key: &[u8]) -> sp_blockchain::Result<Option<Vec<u8>>> {
		AuxStore::get_aux(&*self.backend, key)
	}
}

impl LockImportRun<TestBlock, TestBackend> for TestClient {
	fn lock_import_and_run<R, Err, F>(&self, run: F) -> Result<R, Err>
	where
		F: FnOnce(&mut ClientImportOperation<TestBlock, TestBackend>) -> Result<R, Err>,
		Err: From<sp_blockchain::Error>,
	{
		let mut operation = ClientImportOperation {
			op: self.backend.begin_operation()?,
			notify_imported: None,
			notify_finalized: None,
		};
		let result = run(&mut operation)?;
		self.backend.commit_operation(operation.op)?;
		Ok(result)
	}
}

impl Finalizer<TestBlock, TestBackend> for TestClient {
	fn apply_finality(
		&self,
		operation: &mut ClientImportOperation<TestBlock, TestBackend>,
		block: H256,
		justification: Option<Justification>,
		_notify: bool,
	) -> sp_blockchain::Result<()> {
		operation.op.mark_finalized(block, justification)
	}

	fn finalize_block(
		&self,
		hash: H256,
		justification: Option<Justification>,
		_notify: bool,
	) -> sp_blockchain::Result<()> {
		self.backend.finalize_block(hash, justification)
	}
}

impl BlockBackend<TestBlock> for TestClient {
	fn block_body(&self, hash: H256) -> sp_blockchain::Result<Option<Vec<OpaqueExtrinsic>>> {
		self.backend.blockchain().body(hash)
	}

	fn block_indexed_body(&self, _: H256) -> sp_blockchain::Result<Option<Vec<Vec<u8>>>> {
		Ok(None)
	}

	fn block_indexed_hashes(&self, _: H256) -> sp_blockchain::Result<Option<Vec<H256>>> {
		Ok(None)
	}

	fn block(&self, _: H256) -> sp_blockchain::Result<Option<SignedBlock<TestBlock>>> {
		Ok(None)
	}

	fn block_status(&self, _: H256) -> sp_blockchain::Result<sp_consensus::BlockStatus> {
		Ok(sp_consensus::BlockStatus::Unknown)
	}

	fn justifications(&self, hash: H256) -> sp_blockchain::Result<Option<Justifications>> {
		self.backend.blockchain().justifications(hash)
	}

	fn block_hash(&self, number: u32) -> sp_blockchain::Result<Option<H256>> {
		self.hash(number)
	}

	fn indexed_transaction(&self, _: H256) -> sp_blockchain::Result<Option<Vec<u8>>> {
		Ok(None)
	}

	fn requires_full_sync(&self) -> bool {
		false
	}
}

impl BlockchainEvents<TestBlock> for TestClient {
	fn import_notification_stream(&self) -> ImportNotifications<TestBlock> {
		tracing_unbounded("test", 10).1
	}

	fn every_import_notification_stream(&self) -> ImportNotifications<TestBlock> {
		tracing_unbounded("test", 10).1
	}

	fn finality_notification_stream(&self) -> FinalityNotifications<TestBlock> {
		tracing_unbounded("test", 10).1
	}

	fn storage_changes_notification_stream(
		&self,
		_: Option<&[sc_client_api::StorageKey]>,
		_: Option<&[(sc_client_api::StorageKey, Option<Vec<sc_client_api::StorageKey>>)]>,
	) -> sp_blockchain::Result<sc_client_api::StorageEventStream<H256>> {
		Err(sp_blockchain::Error::Backend("there is no storage".into()))
	}
}

impl ProvideRuntimeApi<TestBlock> for TestClient {
	type Api = TestRuntime;

	fn runtime_api(&self) -> ApiRef<'_, TestRuntime> {
		self.runtime.clone().into()
	}
}

#[async_trait::async_trait]
impl BlockImport<TestBlock> for TestClient {
	type Error = ConsensusError;

	async fn check_block(
		&self,
		_: BlockCheckParams<TestBlock>,
	) -> Result<ImportResult, ConsensusError> {
		Ok(ImportResult::imported(false))
	}

	async fn import_block(
		&self,
		params: BlockImportParams<TestBlock>,
	) -> Result<ImportResult, ConsensusError> {
		let hash = params.post_hash();
		let chain = self.backend.blockchain();
		let state = if *params.header.number() > chain.info().best_number {
			NewBlockState::Best
		} else {
			NewBlockState::Normal
		};
		chain
			.insert(hash, params.header, params.justifications, None, state, true)
			.map_err(|error| ConsensusError::ClientImport(error.to_string()))?;
		Ok(ImportResult::imported(true))
	}
}

/// Follows the best block.
#[derive(Clone)]
pub(crate) struct TestSelectChain(Arc<TestBackend>);

#[async_trait::async_trait]
impl SelectChain<TestBlock> for TestSelectChain {
	async fn leaves(&self) -> Result<Vec<H256>, ConsensusError> {
		Ok(self.0.blockchain().leaves().unwrap_or_default())
	}

	async fn best_chain(&self) -> Result<TestHeader, ConsensusError> {
		let best = self.0.blockchain().info().best_hash;
		let header = self.0.blockchain().header(best).ok().flatten();
		header.ok_or_else(|| ConsensusError::ChainLookup("no best block".into()))
	}
}

/// A node's import pipeline, and what a test does with it.
pub(crate) struct Network {
	pub(crate) client: Arc<TestClient>,
	pub(crate) import: AsfBlockImport<TestBlock, TestBackend, TestClient, TestSelectChain>,
	pub(crate) link: AsfLink<TestBlock, TestBackend, TestClient, TestSelectChain>,
}

impl Network {
	/// A chain of nothing but genesis.
	pub(crate) fn new() -> Self {
		let backend = Arc::new(TestBackend::new());
		let genesis = header(H256::zero(), 0, 0, None);
		backend
			.blockchain()
			.insert(genesis.hash(), genesis, None, None, NewBlockState::Final, true)
			.expect("the database takes genesis");
		Self::over(backend)
	}

	/// The node starts over its database.
	pub(crate) fn over(backend: Arc<TestBackend>) -> Self {
		let runtime = TestRuntime { backend: backend.clone(), recorded: Arc::default() };
		let client = Arc::new(TestClient { backend: backend.clone(), runtime });
		let select_chain = TestSelectChain(backend.clone());
		let (import, link) =
			block_import(client.clone(), backend, select_chain, None).expect("finality starts");
		Self { client, import, link }
	}

	pub(crate) fn genesis(&self) -> Target {
		Target { hash: self.client.info().genesis_hash, number: 0 }
	}

	/// What the chain records from now on.
	pub(crate) fn record(&self, certificate: RecordedCertificate) {
		*self.client.runtime.recorded.lock() = Some(certificate);
	}

	/// Imports a block.
	pub(crate) fn import_with(
		&self,
		params: BlockImportParams<TestBlock>,
	) -> Result<ImportResult, ConsensusError> {
		futures::executor::block_on(self.import.import_block(params))
	}

	/// Imports a block on `parent`; with a set id, the last of a term.
	pub(crate) fn grow(&self, parent: Target, fork: u8, next_set: Option<u64>) -> Target {
		let params = block_on(parent, fork, next_set);
		let target = Target { hash: params.post_hash(), number: *params.header.number() };
		assert!(matches!(self.import_with(params), Ok(ImportResult::Imported(_))));
		target
	}

	/// Imports so many blocks on `parent`.
	pub(crate) fn grow_by(&self, parent: Target, count: u32) -> Vec<Target> {
		let mut at = parent;
		(0..count)
			.map(|_| {
				at = self.grow(at, 0, None);
				at
			})
			.collect()
	}

	/// A certificate of this chain.
	pub(crate) fn certify(&self, set_id: u64, height: u64, target: Target) -> Certificate {
		certify(self.genesis().hash, SetId::new(set_id), Height::new(height), target)
	}
}

/// The announcement of a panel of [`SEATS`].
pub(crate) fn announcement(set_id: u64) -> DigestItem {
	let next = NextPanel { set_id: SetId::new(set_id), panel: panel(SEATS) };
	DigestItem::Consensus(ENGINE_ID, ConsensusLog::NextPanel(next).encode())
}

fn header(parent: H256, number: u32, fork: u8, next_set: Option<u64>) -> TestHeader {
	let digest = Digest { logs: next_set.into_iter().map(announcement).collect() };
	TestHeader::new(number, H256::repeat_byte(fork), H256::zero(), parent, digest)
}

/// A block on `parent` that is not imported yet.
pub(crate) fn block_on(
	parent: Target,
	fork: u8,
	next_set: Option<u64>,
) -> BlockImportParams<TestBlock> {
	let header = header(parent.hash, parent.number + 1, fork, next_set);
	BlockImportParams::new(BlockOrigin::NetworkBroadcast, header)
}
