// SPDX-License-Identifier: GPL-3.0-or-later
//! A chain's database without a network, for commands.

use super::{
	parachains::columns,
	partial::{basics, importing},
	FullBackend, FullClient,
};
use crate::error::Error;
use polkadot_node_core_approval_voting as approval_voting;
use polkadot_node_core_chain_selection as chain_selection;
use polkadot_node_subsystem_util::database::Database;
use polkadot_overseer::SpawnGlue;
use polkadot_primitives::{Block, BlockNumber, Hash};
use sc_consensus::{DefaultImportQueue, LongestChain};
use sc_service::{
	config::KeystoreConfig, Configuration, DatabaseSource, SpawnTaskHandle, TaskManager,
};
use sp_blockchain::HeaderBackend;
use std::{path::Path, sync::Arc};

/// What commands work on.
pub(crate) struct ChainOps {
	pub(crate) client: Arc<FullClient>,
	pub(crate) backend: Arc<FullBackend>,
	pub(crate) import_queue: DefaultImportQueue<Block>,
	/// Runs the import queue.
	pub(crate) spawner: SpawnTaskHandle,
}

impl ChainOps {
	/// Opens the database. The task manager has to outlive the work.
	pub(crate) fn new(config: &mut Configuration) -> Result<(Self, TaskManager), Error> {
		// No command signs anything, and opening the keystore could ask for a password.
		config.keystore = KeystoreConfig::InMemory;
		let basics = basics(config)?;
		let select_chain = LongestChain::new(basics.backend.clone());
		let importing = importing(config, &basics, select_chain)?;
		let ops = Self {
			client: basics.client,
			backend: basics.backend,
			import_queue: importing.import_queue,
			spawner: basics.task_manager.spawn_handle(),
		};
		Ok((ops, basics.task_manager))
	}
}

/// Takes back what ASF, BABE and the partitions' subsystems know of the newest `blocks` blocks, at
/// most down to the last finalized one. The blocks themselves are the caller's business.
pub(crate) fn revert(
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	blocks: BlockNumber,
	database: &DatabaseSource,
	spawner: SpawnTaskHandle,
) -> Result<(), Error> {
	let info = client.info();
	let blocks = blocks.min(info.best_number.saturating_sub(info.finalized_number));
	if blocks == 0 {
		return Ok(());
	}
	let number = info.best_number.saturating_sub(blocks);
	let hash = client.hash(number)?.ok_or_else(|| {
		sp_blockchain::Error::UnknownBlock(format!("the chain has no block {number}"))
	})?;

	if has_parachains_db(database) {
		let parachains_db = polkadot_service::open_database(database)?;
		revert_approvals(parachains_db.clone(), hash, spawner)?;
		revert_chain_selection(parachains_db, hash)?;
	}
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	asf_client::revert(client, blocks)?;
	Ok(())
}

/// Only a node that was a validator has one, and only a database with blocks can be reverted.
/// Opening it would make it.
fn has_parachains_db(database: &DatabaseSource) -> bool {
	let in_rocksdb = |path: &Path| path.join("parachains").join("db").exists();
	let beside_paritydb =
		|path: &Path| path.parent().is_some_and(|folder| folder.join("parachains").exists());
	match database {
		DatabaseSource::RocksDb { path, .. } => in_rocksdb(path),
		DatabaseSource::ParityDb { path } => beside_paritydb(path),
		DatabaseSource::Auto { paritydb_path, rocksdb_path, .. } => {
			in_rocksdb(rocksdb_path) || beside_paritydb(paritydb_path)
		},
		DatabaseSource::Custom { .. } => false,
	}
}

fn revert_approvals(
	db: Arc<dyn Database>,
	to: Hash,
	spawner: SpawnTaskHandle,
) -> Result<(), Error> {
	let config = approval_voting::Config {
		col_approval_data: columns::APPROVAL,
		// Reverting looks at no time.
		slot_duration_millis: 0,
	};
	approval_voting::ApprovalVotingSubsystem::with_config(
		config,
		db,
		Arc::new(sc_keystore::LocalKeystore::in_memory()),
		Box::new(sp_consensus::NoNetwork),
		approval_voting::Metrics::default(),
		Arc::new(SpawnGlue(spawner)),
	)
	.revert_to(to)
	.map_err(|error| Error::Parachains(polkadot_service::Error::Overseer(error)))
}

fn revert_chain_selection(db: Arc<dyn Database>, to: Hash) -> Result<(), Error> {
	let config = chain_selection::Config {
		col_data: columns::CHAIN_SELECTION,
		stagnant_check_interval: chain_selection::StagnantCheckInterval::never(),
		stagnant_check_mode: chain_selection::StagnantCheckMode::PruneOnly,
	};
	chain_selection::ChainSelectionSubsystem::new(config, db)
		.revert_to(to)
		.map_err(|error| sp_blockchain::Error::Backend(error.to_string()).into())
}
