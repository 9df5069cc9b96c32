// SPDX-License-Identifier: GPL-3.0-or-later
//! What else runs over the network: offchain workers and the discovery of authorities.

use super::{full::Node, FullClient};
use crate::error::Error;
use futures::{FutureExt, StreamExt};
use prometheus_endpoint::Registry;
use sc_authority_discovery::{Role, WorkerConfig};
use sc_client_api::Backend;
use sc_network::{
	config::NetworkConfiguration, service::traits::NetworkService, Event, NetworkEventStream,
};
use sc_service::TaskManager;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// Runs the runtime's offchain worker on each new block.
pub(super) fn spawn_offchain_workers(node: &Node, is_validator: bool) -> Result<(), Error> {
	let spawner = node.task_manager.spawn_handle();
	let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
		runtime_api_provider: node.client.clone(),
		keystore: Some(node.keystore.keystore()),
		offchain_db: node.backend.offchain_storage(),
		transaction_pool: Some(OffchainTransactionPoolFactory::new(node.pool.clone())),
		network_provider: Arc::new(node.network.clone()),
		is_validator,
		enable_http_requests: false,
		custom_extensions: |_| Vec::new(),
	})
	.map_err(sc_service::Error::from)?;
	spawner.spawn(
		"offchain-workers-runner",
		"offchain-work",
		workers.run(node.client.clone(), spawner.clone()).boxed(),
	);
	Ok(())
}

/// What [`spawn_authority_discovery`] needs.
pub(super) struct DiscoveryParams<'a> {
	pub(super) client: Arc<FullClient>,
	pub(super) network: Arc<dyn NetworkService>,
	pub(super) config: NetworkConfiguration,
	pub(super) keystore: KeystorePtr,
	pub(super) registry: Option<Registry>,
	pub(super) task_manager: &'a TaskManager,
}

/// Publishes a validator's addresses, and finds the others'.
pub(super) fn spawn_authority_discovery(
	params: DiscoveryParams<'_>,
) -> sc_authority_discovery::Service {
	let DiscoveryParams { client, network, config, keystore, registry, task_manager } = params;
	let dht_events = network
		.event_stream("authority-discovery")
		.filter_map(|event| async move {
			match event {
				Event::Dht(event) => Some(event),
				_ => None,
			}
		})
		.boxed();
	let (worker, service) = sc_authority_discovery::new_worker_and_service_with_config(
		WorkerConfig {
			publish_non_global_ips: config.allow_non_globals_in_dht,
			public_addresses: config.public_addresses,
			strict_record_validation: true,
			persisted_cache_directory: config.net_config_path,
			..Default::default()
		},
		client,
		Arc::new(network),
		dht_events,
		Role::PublishAndDiscover(keystore),
		registry,
		task_manager.spawn_handle(),
	);
	task_manager.spawn_handle().spawn(
		"authority-discovery-worker",
		Some("authority-discovery"),
		worker.run(),
	);
	service
}
