// SPDX-License-Identifier: GPL-3.0-or-later
//! What a node and the commands on its database have in common: client, pool and block import.

use super::{code_cache::CodeCache, genesis, FullBackend, FullClient, FullPool, HostFunctions};
use crate::error::Error;
use asf_client::{AsfBlockImport, AsfLink, AsfPruningFilter};
use polkadot_primitives::Block;
use sc_consensus::DefaultImportQueue;
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle};
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_service::{config::ExecutorConfiguration, Configuration, KeystoreContainer, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus::SelectChain;
use sp_consensus_babe::{inherents::BabeCreateInherentDataProviders, SlotDuration};
use std::sync::Arc;

/// Telemetry messages that may wait to be sent.
const TELEMETRY_BUFFER: usize = 16;

/// Every block comes in through this: BABE's checks, then ASF's, then the client.
pub(super) type FullBlockImport<SC> = BabeBlockImport<
	Block,
	FullClient,
	AsfBlockImport<Block, FullBackend, FullClient, SC>,
	BabeCreateInherentDataProviders<Block>,
	SC,
>;

/// The client and what it stands on.
pub(super) struct Basics {
	pub(super) client: Arc<FullClient>,
	pub(super) backend: Arc<FullBackend>,
	pub(super) keystore: KeystoreContainer,
	pub(super) task_manager: TaskManager,
	pub(super) telemetry: Option<Telemetry>,
	pub(super) code_cache: Option<CodeCache>,
}

/// The pool and the import of blocks.
pub(super) struct Importing<SC> {
	pub(super) pool: Arc<FullPool>,
	pub(super) block_import: FullBlockImport<SC>,
	pub(super) import_queue: DefaultImportQueue<Block>,
	pub(super) asf_link: AsfLink<Block, FullBackend, FullClient, SC>,
	pub(super) babe_link: BabeLink<Block>,
	pub(super) babe_worker: BabeWorkerHandle<Block>,
}

/// Opens the database, or makes it.
pub(super) fn basics(config: &Configuration) -> Result<Basics, Error> {
	let endpoints = config.telemetry_endpoints.clone().filter(|endpoints| !endpoints.is_empty());
	let telemetry = endpoints
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(TELEMETRY_BUFFER)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let code_cache = CodeCache::open(&config.data_path);
	let executor = executor(&config.executor, code_cache.as_ref());
	let mut database = config.db_config();
	// Certificates prove finality to nodes that were not there; a pruned node still serves them.
	database.pruning_filters = vec![Arc::new(AsfPruningFilter)];
	let backend = sc_service::new_db_backend(database)?;
	let genesis = genesis::matching_genesis(config, &backend, executor.clone())?;
	let (client, backend, keystore, task_manager) =
		sc_service::new_full_parts_with_genesis_builder(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			executor,
			backend,
			genesis,
			false,
		)?;

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", Some("telemetry"), worker.run());
		telemetry
	});
	let client = Arc::new(client);
	Ok(Basics { client, backend, keystore, task_manager, telemetry, code_cache })
}

/// Runs runtimes. It is that of `sc_service`, which knows of no cache.
fn executor(
	config: &ExecutorConfiguration,
	cache: Option<&CodeCache>,
) -> WasmExecutor<HostFunctions> {
	let heap = config.default_heap_pages.map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |pages| {
		HeapAllocStrategy::Static { extra_pages: u32::try_from(pages).unwrap_or(u32::MAX) }
	});
	let builder = WasmExecutor::builder()
		.with_execution_method(config.wasm_method)
		.with_onchain_heap_alloc_strategy(heap)
		.with_offchain_heap_alloc_strategy(heap)
		.with_max_runtime_instances(config.max_runtime_instances)
		.with_runtime_cache_size(config.runtime_cache_size);
	match cache {
		Some(cache) => builder.with_cache_path(cache.files()),
		None => builder,
	}
	.build()
}

/// Sets up the import of blocks.
pub(super) fn importing<SC: SelectChain<Block> + 'static>(
	config: &Configuration,
	basics: &Basics,
	select_chain: SC,
) -> Result<Importing<SC>, Error> {
	let Basics { client, backend, task_manager, telemetry, code_cache, .. } = basics;
	let pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (asf_import, asf_link) = asf_client::block_import(
		client.clone(),
		backend.clone(),
		select_chain.clone(),
		config.prometheus_registry(),
	)?;
	let justification_import = asf_import.clone();

	let babe_config = sc_consensus_babe::configuration(&**client)?;
	let slot_duration = babe_config.slot_duration();
	let (block_import, babe_link) = sc_consensus_babe::block_import(
		babe_config,
		asf_import,
		client.clone(),
		slot_providers(slot_duration),
		select_chain,
		OffchainTransactionPoolFactory::new(pool.clone()),
	)?;
	let (import_queue, babe_worker) =
		sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
			link: babe_link.clone(),
			block_import: block_import.clone(),
			justification_import: Some(Box::new(justification_import)),
			client: client.clone(),
			slot_duration,
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			telemetry: telemetry.as_ref().map(Telemetry::handle),
		})?;
	// By now the runtimes of genesis and of the best block have been called.
	if let Some(cache) = code_cache {
		cache.seal();
	}
	Ok(Importing { pool, block_import, import_queue, asf_link, babe_link, babe_worker })
}

/// What others' blocks are checked against: the time and the slot that it is.
fn slot_providers(slot_duration: SlotDuration) -> BabeCreateInherentDataProviders<Block> {
	Arc::new(move |_, _| async move {
		let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
		let slot =
			sp_consensus_babe::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
				*timestamp,
				slot_duration,
			);
		Ok((slot, timestamp))
	})
}
