// SPDX-License-Identifier: GPL-3.0-or-later
//! A validator's work for the partitions: the overseer and its subsystems. Nodes that are no
//! validators do without.

use super::{overseer_events, FullClient, FullPool, Options};
use crate::{error::Error, spec, version::NODE_VERSION};
use codec::{Decode, Encode};
use polkadot_availability_recovery::FETCH_CHUNKS_THRESHOLD;
use polkadot_collator_protocol::ReputationConfig;
use polkadot_node_core_approval_voting::Config as ApprovalVotingConfig;
use polkadot_node_core_av_store::Config as AvailabilityConfig;
use polkadot_node_core_candidate_validation::Config as CandidateValidationConfig;
use polkadot_node_core_chain_selection::{
	Config as ChainSelectionConfig, StagnantCheckInterval, StagnantCheckMode,
};
use polkadot_node_core_dispute_coordinator::Config as DisputeCoordinatorConfig;
use polkadot_node_network_protocol::{
	peer_set::{peer_sets_info, CollationVersion, IsAuthority, PeerSet, PeerSetProtocolNames},
	request_response::{
		v1, v2, v3, IncomingRequest, IncomingRequestReceiver, IsRequest, Protocol, ReqProtocolNames,
	},
};
use polkadot_node_subsystem_types::DefaultSubsystemClient;
use polkadot_overseer::{Handle, OverseerConnector};
use polkadot_primitives::{Block, Hash};
use polkadot_service::{
	overseer::{ExtendedOverseerGenArgs, OverseerGen, OverseerGenArgs, ValidatorOverseerGen},
	workers::determine_workers_paths,
	IsParachainNode,
};
use prometheus_endpoint::Registry;
use sc_keystore::LocalKeystore;
use sc_network::{config::FullNetworkConfiguration, NetworkBackend, NotificationService};
use sc_network_sync::SyncingService;
use sc_service::{Configuration, SpawnTaskHandle, TaskManager};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_babe::SlotDuration;
use std::{collections::HashMap, path::PathBuf, sync::Arc, thread::available_parallelism};

/// Columns of the partitions' database, as [`polkadot_service::open_database`] lays it out.
pub(super) mod columns {
	pub(crate) const AVAILABILITY_DATA: u32 = 0;
	pub(crate) const AVAILABILITY_META: u32 = 1;
	pub(crate) const APPROVAL: u32 = 2;
	pub(crate) const CHAIN_SELECTION: u32 = 3;
	pub(crate) const DISPUTES: u32 = 4;
	pub(crate) const COLLATOR_REPUTATION: u32 = 5;
}

/// How long a validator of a live chain keeps the data of finalized candidates, in hours. Disputes
/// about them can be raised for a day.
const KEEP_FINALIZED_HOURS: u32 = 25;
/// The same on test chains.
const KEEP_FINALIZED_TEST_HOURS: u32 = 1;
/// Workers that execute candidates at the same time: half of the cores, within these limits.
const EXECUTE_WORKERS: (usize, usize) = (2, 4);
/// Workers that compile validation code at the same time: for code that is needed soon, and with
/// what is needed now.
const PREPARE_WORKERS: (usize, usize) = (1, 2);

/// File names of the workers.
pub(crate) const WORKER_NAMES: (&str, &str) =
	("flarechain-prepare-worker", "flarechain-execute-worker");

/// What the overseer is made of, once its protocols are registered with the network.
pub(super) struct Protocols {
	notification_services: HashMap<PeerSet, Box<dyn NotificationService>>,
	request_names: ReqProtocolNames,
	peer_set_names: PeerSetProtocolNames,
	collation_v2: IncomingRequestReceiver<v2::CollationFetchingRequest>,
	collation_v3: IncomingRequestReceiver<v3::CollationFetchingRequest>,
	available_data: IncomingRequestReceiver<v1::AvailableDataFetchingRequest>,
	subsystems: ExtendedOverseerGenArgs,
}

/// What [`register`] has to know.
pub(super) struct RegisterParams<'a> {
	pub(super) config: &'a Configuration,
	pub(super) options: &'a Options,
	pub(super) genesis_hash: Hash,
	pub(super) keystore: Arc<LocalKeystore>,
	pub(super) slot_duration: SlotDuration,
	pub(super) metrics: sc_network::NotificationMetrics,
}

/// Adds the overseer's protocols to the network, and looks for what else it needs: its database and
/// its workers.
pub(super) fn register<N: NetworkBackend<Block, Hash>>(
	net_config: &mut FullNetworkConfiguration<Block, Hash, N>,
	params: RegisterParams<'_>,
) -> Result<Protocols, Error> {
	let RegisterParams { config, options, genesis_hash, keystore, slot_duration, metrics } = params;
	let fork_id = config.chain_spec.fork_id();
	let peer_set_names = PeerSetProtocolNames::new_with_main_collation_version(
		genesis_hash,
		fork_id,
		Some(CollationVersion::V3),
	);
	let peer_store = net_config.peer_store_handle();
	let mut notification_services = HashMap::new();
	for (protocol, (set, service)) in
		peer_sets_info::<_, N>(IsAuthority::Yes, &peer_set_names, metrics, peer_store)
	{
		net_config.add_notification_protocol(protocol);
		notification_services.insert(set, service);
	}

	let request_names = ReqProtocolNames::new(genesis_hash, fork_id);
	net_config.add_request_response_protocol(
		Protocol::CollationFetchingV1.get_outbound_only_config::<_, N>(&request_names),
	);
	let collation_v2 = receive(net_config, &request_names);
	let collation_v3 = receive(net_config, &request_names);
	let available_data = receive(net_config, &request_names);
	let database = polkadot_service::open_database(&config.database)?;
	let subsystems = ExtendedOverseerGenArgs {
		pov_req_receiver: receive(net_config, &request_names),
		chunk_req_v1_receiver: receive(net_config, &request_names),
		chunk_req_v2_receiver: receive(net_config, &request_names),
		candidate_req_v2_receiver: receive(net_config, &request_names),
		dispute_req_receiver: receive(net_config, &request_names),
		keystore,
		parachains_db: database,
		candidate_validation_config: Some(candidate_validation(config, options)?),
		availability_config: availability(config),
		approval_voting_config: ApprovalVotingConfig {
			col_approval_data: columns::APPROVAL,
			slot_duration_millis: slot_duration.as_millis(),
		},
		dispute_coordinator_config: DisputeCoordinatorConfig {
			col_dispute_data: columns::DISPUTES,
		},
		chain_selection_config: ChainSelectionConfig {
			col_data: columns::CHAIN_SELECTION,
			stagnant_check_interval: StagnantCheckInterval::default(),
			stagnant_check_mode: StagnantCheckMode::PruneOnly,
		},
		fetch_chunks_threshold: Some(FETCH_CHUNKS_THRESHOLD),
		invulnerable_ah_collators: Default::default(),
		collator_protocol_hold_off: None,
		experimental_collator_protocol: false,
		reputation_config: ReputationConfig {
			col_reputation_data: columns::COLLATOR_REPUTATION,
			persist_interval: None,
		},
	};
	Ok(Protocols {
		notification_services,
		request_names,
		peer_set_names,
		collation_v2,
		collation_v3,
		available_data,
		subsystems,
	})
}

/// Adds a protocol of requests that others make of this node.
fn receive<Request, N>(
	net_config: &mut FullNetworkConfiguration<Block, Hash, N>,
	names: &ReqProtocolNames,
) -> IncomingRequestReceiver<Request>
where
	Request: IsRequest<Response: Encode> + Encode + Decode,
	N: NetworkBackend<Block, Hash>,
{
	let (receiver, protocol) = IncomingRequest::get_config_receiver::<_, N>(names);
	net_config.add_request_response_protocol(protocol);
	receiver
}

fn availability(config: &Configuration) -> AvailabilityConfig {
	let is_test_chain = spec::is_test_chain(&*config.chain_spec);
	AvailabilityConfig {
		col_data: columns::AVAILABILITY_DATA,
		col_meta: columns::AVAILABILITY_META,
		keep_finalized_for: if is_test_chain {
			KEEP_FINALIZED_TEST_HOURS
		} else {
			KEEP_FINALIZED_HOURS
		},
	}
}

fn candidate_validation(
	config: &Configuration,
	options: &Options,
) -> Result<CandidateValidationConfig, Error> {
	let (prepare, execute) = find_workers(options.workers_path.clone())?;
	let is_test_chain = spec::is_test_chain(&*config.chain_spec);
	if is_test_chain {
		log::info!(
			"A test chain: the workers that execute partitions' code need not be isolated here."
		);
	} else if options.insecure_validator {
		log::warn!(
			"The workers that execute partitions' code are isolated only as far as possible."
		);
	}
	let cores = available_parallelism().map_or(EXECUTE_WORKERS.0, usize::from);
	Ok(CandidateValidationConfig {
		artifacts_cache_path: config
			.database
			.path()
			.ok_or(Error::NoDatabasePath)?
			.join("pvf-artifacts"),
		node_version: Some(NODE_VERSION.into()),
		secure_validator_mode: !is_test_chain && !options.insecure_validator,
		prep_worker_path: prepare,
		exec_worker_path: execute,
		pvf_execute_workers_max_num: (cores / 2).clamp(EXECUTE_WORKERS.0, EXECUTE_WORKERS.1),
		pvf_prepare_workers_soft_max_num: PREPARE_WORKERS.0,
		pvf_prepare_workers_hard_max_num: PREPARE_WORKERS.1,
	})
}

fn find_workers(folder: Option<PathBuf>) -> Result<(PathBuf, PathBuf), Error> {
	let names = (WORKER_NAMES.0.to_string(), WORKER_NAMES.1.to_string());
	determine_workers_paths(folder.clone(), Some(names), Some(NODE_VERSION.into())).map_err(
		|error| match error {
			polkadot_service::Error::MissingWorkerBinaries { current_exe_path, .. } => {
				Error::NoWorkers(folder.unwrap_or(current_exe_path))
			},
			polkadot_service::Error::WorkerBinaryVersionMismatch {
				worker_version,
				worker_path,
				..
			} => Error::WorkerVersion { path: worker_path, found: worker_version },
			other => Error::Parachains(other),
		},
	)
}

/// What the overseer runs on.
pub(super) struct OverseerParams<'a> {
	pub(super) protocols: Protocols,
	pub(super) connector: OverseerConnector,
	pub(super) client: Arc<FullClient>,
	pub(super) pool: Arc<FullPool>,
	pub(super) network: Arc<dyn sc_network::service::traits::NetworkService>,
	pub(super) sync: Arc<SyncingService<Block>>,
	pub(super) authority_discovery: sc_authority_discovery::Service,
	pub(super) registry: Option<&'a Registry>,
	pub(super) task_manager: &'a TaskManager,
}

/// Starts the overseer and forwards the client's news to it.
pub(super) fn spawn_overseer(params: OverseerParams<'_>) -> Result<Handle, Error> {
	let OverseerParams { protocols, client, task_manager, .. } = params;
	let (overseer, handle) = ValidatorOverseerGen
		.generate::<SpawnTaskHandle, DefaultSubsystemClient<FullClient>>(
			params.connector,
			OverseerGenArgs {
				runtime_client: Arc::new(DefaultSubsystemClient::new(
					client.clone(),
					OffchainTransactionPoolFactory::new(params.pool),
				)),
				network_service: params.network,
				sync_service: params.sync,
				authority_discovery_service: params.authority_discovery,
				collation_req_v2_receiver: protocols.collation_v2,
				collation_req_v3_receiver: protocols.collation_v3,
				available_data_req_receiver: protocols.available_data,
				registry: params.registry,
				spawner: task_manager.spawn_handle(),
				is_parachain_node: IsParachainNode::No,
				overseer_message_channel_capacity_override: None,
				req_protocol_names: protocols.request_names,
				peerset_protocol_names: protocols.peer_set_names,
				notification_services: protocols.notification_services,
			},
			Some(protocols.subsystems),
		)?;
	let handle = Handle::new(handle);
	let forward = overseer_events::forward(client, handle.clone());
	task_manager.spawn_essential_handle().spawn_blocking("overseer", None, async move {
		// Either one alone is of no use, and the task is essential: the node ends with it.
		let forward = std::pin::pin!(forward);
		let run = std::pin::pin!(overseer.run());
		futures::future::select(forward, run).await;
	});
	Ok(handle)
}
