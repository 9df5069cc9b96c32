// SPDX-License-Identifier: GPL-3.0-or-later
//! The parts of a node, and how they are put together.
//!
//! Blocks come in through BABE's import, which checks who may author, then ASF's, which checks
//! certificates and follows panel changes, and then reach the client. BABE authors, ASF finalizes,
//! and the overseer runs the partitions' side of a validator.

mod approvals;
mod authoring;
mod chain_ops;
mod code_cache;
mod full;
mod genesis;
mod hardware;
mod network;
mod overseer_events;
mod parachains;
mod partial;
mod recent_blocks;
mod verified_signatures;

pub(crate) use chain_ops::{revert, ChainOps};
pub(crate) use full::vote_log_folder;
pub(crate) use parachains::WORKER_NAMES;
pub(crate) use verified_signatures::check_every_signature;

use crate::{error::Error, fake_runtime_api::RuntimeApi};
use polkadot_primitives::{Block, Hash};
use polkadot_service::SelectRelayChain;
use sc_executor::{sp_wasm_interface::ExtendedHostFunctions, WasmExecutor};
use sc_network::config::NetworkBackendType;
use sc_service::{Configuration, TaskManager};
use std::path::PathBuf;

/// What a runtime may call. Runtimes built for benchmarks call a few functions more.
type HostFunctions = ExtendedHostFunctions<
	(sp_io::SubstrateHostFunctions, frame_benchmarking::benchmarking::HostFunctions),
	verified_signatures::HostFunctions,
>;
pub(crate) type FullClient =
	sc_service::TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;
pub(crate) type FullBackend = sc_service::TFullBackend<Block>;
pub(crate) type FullPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;
/// How a running node chooses the best chain and what to finalize: validators ask the overseer,
/// which knows of approvals and disputes, others follow the longest chain.
pub(crate) type FullSelectChain = SelectRelayChain<FullBackend>;

/// What the command line says of a node beyond the general configuration.
pub(crate) struct Options {
	/// Run a validator whose workers are not isolated.
	pub(crate) insecure_validator: bool,
	/// Where the workers are, if not next to the node.
	pub(crate) workers_path: Option<PathBuf>,
	/// Measure the machine.
	pub(crate) hardware_benchmarks: bool,
	/// When to stop because the disk is full.
	pub(crate) storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// Starts a node. It runs as long as the task manager that comes back.
pub(crate) fn start(config: Configuration, options: Options) -> Result<TaskManager, Error> {
	match config.network.network_backend {
		NetworkBackendType::Libp2p => {
			full::start::<sc_network::NetworkWorker<Block, Hash>>(config, options)
		},
		NetworkBackendType::Litep2p => {
			full::start::<sc_network::Litep2pNetworkBackend>(config, options)
		},
	}
}
