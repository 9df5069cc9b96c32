// SPDX-License-Identifier: GPL-3.0-or-later
//! A node that runs.

use super::{
	approvals::OverseerApprovals,
	authoring::{self, AuthoringParams},
	hardware,
	network::{spawn_authority_discovery, spawn_offchain_workers, DiscoveryParams},
	parachains::{self, OverseerParams, RegisterParams},
	partial::{basics, importing, Basics, FullBlockImport, Importing},
	recent_blocks, FullBackend, FullClient, FullPool, FullSelectChain, Options,
};
use crate::{error::Error, rpc, spec};
use asf_client::{AsfLink, BlockApprovals, VoterParams};
use polkadot_node_subsystem_util::metrics::Metrics;
use polkadot_overseer::{Handle, OverseerConnector};
use polkadot_primitives::{Block, Hash};
#[cfg(target_os = "linux")]
use prometheus::process_collector::ProcessCollector;
use prometheus_endpoint::Registry;
use sc_consensus_babe::BabeLink;
use sc_network::{
	config::{FullNetworkConfiguration, NetworkConfiguration},
	service::traits::NetworkService,
	NetworkBackend, NotificationMetrics, NotificationService, ProtocolName,
};
use sc_network_sync::SyncingService;
use sc_service::{
	BuildNetworkParams, Configuration, KeystoreContainer, SpawnTasksParams, TaskManager,
};
use sc_telemetry::{Telemetry, TelemetryHandle};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_blockchain::HeaderBackend;
use std::{path::PathBuf, sync::Arc};

/// What every part of a running node shares.
pub(super) struct Node {
	pub(super) client: Arc<FullClient>,
	pub(super) backend: Arc<FullBackend>,
	pub(super) pool: Arc<FullPool>,
	pub(super) keystore: KeystoreContainer,
	pub(super) select_chain: FullSelectChain,
	pub(super) network: Arc<dyn NetworkService>,
	pub(super) sync: Arc<SyncingService<Block>>,
	pub(super) asf_link: FullAsfLink,
	pub(super) registry: Option<Registry>,
	pub(super) telemetry: Option<TelemetryHandle>,
	pub(super) task_manager: TaskManager,
}

type FullAsfLink = AsfLink<Block, FullBackend, FullClient, FullSelectChain>;

/// The node's own protocols, once they are registered with the network.
struct Protocols {
	asf_name: ProtocolName,
	asf: Box<dyn NotificationService>,
	/// Validators only.
	overseer: Option<parachains::Protocols>,
}

/// What only a validator uses.
struct ValidatorParams {
	connector: OverseerConnector,
	protocols: parachains::Protocols,
	block_import: FullBlockImport<FullSelectChain>,
	babe_link: BabeLink<Block>,
	network_config: NetworkConfiguration,
	force_authoring: bool,
}

/// Starts a node on this network backend.
pub(super) fn start<N: NetworkBackend<Block, Hash>>(
	config: Configuration,
	options: Options,
) -> Result<TaskManager, Error> {
	let measured = options.hardware_benchmarks.then(|| hardware::measure(&config));
	let registry = config.prometheus_registry().cloned();
	#[cfg(target_os = "linux")]
	if let Some(registry) = &registry {
		// Of the whole process: `polkadot_memory_resident` is the Rust allocator's part, without RocksDB.
		registry.register(Box::new(ProcessCollector::for_self()))?;
	}
	let basics = basics(&config)?;
	let connector = OverseerConnector::default();
	let select_chain = select_chain(&config, &basics, &connector)?;
	let importing = importing(&config, &basics, select_chain.clone())?;

	let mut net_config =
		FullNetworkConfiguration::<Block, Hash, N>::new(&config.network, registry.clone());
	let net_metrics = N::register_notification_metrics(registry.as_ref());
	let protocols = register(
		&mut net_config,
		RegisterParams {
			config: &config,
			options: &options,
			genesis_hash: basics.client.info().genesis_hash,
			keystore: basics.keystore.local_keystore(),
			slot_duration: importing.babe_link.config().slot_duration(),
			metrics: net_metrics.clone(),
		},
	)?;

	let database = config.database.path().map(ToOwned::to_owned);
	let network_config = config.network.clone();
	let force_authoring = config.force_authoring;
	let vote_log = vote_log_folder(&config);
	let (block_import, babe_link) = (importing.block_import.clone(), importing.babe_link.clone());
	let node = connect(
		config,
		basics,
		ConnectParams { net_config, net_metrics, importing, select_chain, registry },
	)?;
	if let Some(measured) = measured {
		hardware::report(measured, node.telemetry.clone(), &node.task_manager.spawn_handle());
	}
	let Protocols { asf_name, asf, overseer } = protocols;
	let overseer = match overseer {
		Some(protocols) => {
			let params = ValidatorParams {
				connector,
				protocols,
				block_import,
				babe_link,
				network_config,
				force_authoring,
			};
			Some(spawn_validator(&node, params)?)
		},
		None => None,
	};
	let recent_blocks = recent_blocks::keep(node.client.clone());
	node.task_manager.spawn_handle().spawn("recent-blocks", None, recent_blocks);
	spawn_voter(&node, VoterTask { protocol_name: asf_name, protocol: asf, vote_log, overseer })?;
	if let Some(path) = database {
		sc_storage_monitor::StorageMonitorService::try_spawn(
			options.storage_monitor,
			path,
			&node.task_manager.spawn_essential_handle(),
		)?;
	}
	Ok(node.task_manager)
}

/// Validators ask the overseer, which is not there yet: the connector is how it will be reached.
fn select_chain(
	config: &Configuration,
	basics: &Basics,
	connector: &OverseerConnector,
) -> Result<FullSelectChain, Error> {
	if !config.role.is_authority() {
		return Ok(FullSelectChain::new_longest_chain(basics.backend.clone()));
	}
	Ok(FullSelectChain::new_with_overseer(
		basics.backend.clone(),
		Handle::new(connector.handle()),
		Metrics::register(config.prometheus_registry())?,
		Some(basics.task_manager.spawn_handle()),
	))
}

/// Adds ASF's protocol to the network, and a validator's.
fn register<N: NetworkBackend<Block, Hash>>(
	net_config: &mut FullNetworkConfiguration<Block, Hash, N>,
	params: RegisterParams<'_>,
) -> Result<Protocols, Error> {
	let asf_name =
		asf_client::protocol_name(params.genesis_hash, params.config.chain_spec.fork_id());
	let (protocol, asf) = asf_client::notification_config::<Block, N>(
		asf_name.clone(),
		params.metrics.clone(),
		net_config.peer_store_handle(),
	);
	net_config.add_notification_protocol(protocol);
	let is_authority = params.config.role.is_authority();
	let overseer = is_authority.then(|| parachains::register(net_config, params)).transpose()?;
	Ok(Protocols { asf_name, asf, overseer })
}

/// What [`connect`] takes beside the basics.
struct ConnectParams<N: NetworkBackend<Block, Hash>> {
	net_config: FullNetworkConfiguration<Block, Hash, N>,
	net_metrics: NotificationMetrics,
	importing: Importing<FullSelectChain>,
	select_chain: FullSelectChain,
	registry: Option<Registry>,
}

/// Starts the network, the RPC server and what else every node runs.
fn connect<N: NetworkBackend<Block, Hash>>(
	config: Configuration,
	basics: Basics,
	params: ConnectParams<N>,
) -> Result<Node, Error> {
	let Basics { client, backend, keystore, mut task_manager, mut telemetry, .. } = basics;
	let ConnectParams { net_config, net_metrics, importing, select_chain, registry } = params;
	let Importing { pool, import_queue, asf_link, babe_worker, .. } = importing;
	let (network, system_rpc_tx, tx_handler_controller, sync, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: None,
			block_relay: None,
			metrics: net_metrics,
			gap_sync_body_policy: None,
		})?;
	let has_offchain_workers = config.offchain_worker.enabled;
	let is_validator = config.role.is_authority();
	let rpc_deps = rpc::Deps {
		client: client.clone(),
		pool: pool.clone(),
		select_chain: select_chain.clone(),
		babe_worker,
		keystore: keystore.keystore(),
		finality: asf_link.shared(),
		is_test_chain: spec::is_test_chain(&*config.chain_spec),
	};
	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		backend: backend.clone(),
		client: client.clone(),
		keystore: keystore.keystore(),
		network: network.clone(),
		sync_service: sync.clone(),
		rpc_builder: Box::new(move |executor| rpc::build(&rpc_deps, executor)),
		transaction_pool: pool.clone(),
		task_manager: &mut task_manager,
		system_rpc_tx,
		tx_handler_controller,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	let node = Node {
		client,
		backend,
		pool,
		keystore,
		select_chain,
		network,
		sync,
		asf_link,
		registry,
		telemetry: telemetry.as_ref().map(Telemetry::handle),
		task_manager,
	};
	if has_offchain_workers {
		spawn_offchain_workers(&node, is_validator)?;
	}
	Ok(node)
}

/// Starts what makes a node a validator: the overseer, with all it does for partitions, and BABE.
fn spawn_validator(node: &Node, params: ValidatorParams) -> Result<Handle, Error> {
	let authority_discovery = spawn_authority_discovery(DiscoveryParams {
		client: node.client.clone(),
		network: node.network.clone(),
		config: params.network_config,
		keystore: node.keystore.keystore(),
		registry: node.registry.clone(),
		task_manager: &node.task_manager,
	});
	let overseer = parachains::spawn_overseer(OverseerParams {
		protocols: params.protocols,
		connector: params.connector,
		client: node.client.clone(),
		pool: node.pool.clone(),
		network: node.network.clone(),
		sync: node.sync.clone(),
		authority_discovery,
		registry: node.registry.as_ref(),
		task_manager: &node.task_manager,
	})?;
	authoring::spawn(AuthoringParams {
		client: node.client.clone(),
		pool: node.pool.clone(),
		keystore: node.keystore.keystore(),
		select_chain: node.select_chain.clone(),
		block_import: params.block_import,
		babe_link: params.babe_link,
		sync: node.sync.clone(),
		overseer: overseer.clone(),
		finality: node.asf_link.shared(),
		force_authoring: params.force_authoring,
		registry: node.registry.as_ref(),
		telemetry: node.telemetry.clone(),
		task_manager: &node.task_manager,
	})?;
	Ok(overseer)
}

/// Where a validator writes down what it is about to vote. It is not part of the database: whoever
/// removes that, and keeps the keys, must not vote twice.
pub(crate) fn vote_log_folder(config: &Configuration) -> PathBuf {
	config.data_path.join("asf")
}

/// What [`spawn_voter`] takes beside the node.
struct VoterTask {
	protocol_name: ProtocolName,
	protocol: Box<dyn NotificationService>,
	vote_log: PathBuf,
	/// Validators only.
	overseer: Option<Handle>,
}

fn spawn_voter(node: &Node, task: VoterTask) -> Result<(), Error> {
	let is_validator = task.overseer.is_some();
	let approvals = task
		.overseer
		.map(|handle| -> Arc<dyn BlockApprovals> { Arc::new(OverseerApprovals::new(handle)) });
	let voter = asf_client::run_asf_voter(VoterParams {
		link: node.asf_link.clone(),
		network: node.network.clone(),
		sync: node.sync.clone(),
		notification_service: task.protocol,
		protocol_name: task.protocol_name,
		approvals,
		// A node without authority follows finality and never votes, whatever keys it holds.
		keystore: is_validator.then(|| node.keystore.keystore()),
		vote_log_directory: Some(task.vote_log),
		prometheus_registry: node.registry.clone(),
		offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(node.pool.clone()),
		telemetry: node.telemetry.clone(),
	})?;
	node.task_manager.spawn_essential_handle().spawn_blocking("asf-voter", None, voter);
	Ok(())
}
