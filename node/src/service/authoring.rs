// SPDX-License-Identifier: GPL-3.0-or-later
//! Authoring blocks with BABE.

use super::{partial::FullBlockImport, FullClient, FullPool, FullSelectChain};
use crate::error::Error;
use asf_client::{CertificateInherent, SharedFinality};
use polkadot_node_core_parachains_inherent::ParachainsInherentDataProvider;
use polkadot_overseer::Handle;
use polkadot_primitives::Block;
use prometheus_endpoint::Registry;
use sc_consensus_babe::{BabeLink, BabeParams, SlotProportion};
use sc_network_sync::SyncingService;
use sc_service::TaskManager;
use sc_telemetry::TelemetryHandle;
use sp_blockchain::HeaderBackend;
use sp_keystore::KeystorePtr;
use std::sync::Arc;

/// Transactions are added until a block has this many bytes. The runtime's own limit is lower.
const BLOCK_BYTES: usize = 15 * 1024 * 1024;
/// How much of a slot is for building a block. The rest is for sending it around.
const PROPOSAL_SLOT_PORTION: f32 = 2.0 / 3.0;

/// What authoring needs.
pub(super) struct AuthoringParams<'a> {
	pub(super) client: Arc<FullClient>,
	pub(super) pool: Arc<FullPool>,
	pub(super) keystore: KeystorePtr,
	pub(super) select_chain: FullSelectChain,
	pub(super) block_import: FullBlockImport<FullSelectChain>,
	pub(super) babe_link: BabeLink<Block>,
	pub(super) sync: Arc<SyncingService<Block>>,
	pub(super) overseer: Handle,
	pub(super) finality: SharedFinality<Block>,
	pub(super) force_authoring: bool,
	pub(super) registry: Option<&'a Registry>,
	pub(super) telemetry: Option<TelemetryHandle>,
	pub(super) task_manager: &'a TaskManager,
}

/// Authors in the slots of the keys in the keystore.
pub(super) fn spawn(params: AuthoringParams<'_>) -> Result<(), Error> {
	let AuthoringParams { client, overseer, finality, task_manager, .. } = params;
	let mut proposer = sc_basic_authorship::ProposerFactory::new(
		task_manager.spawn_handle(),
		client.clone(),
		params.pool,
		params.registry,
		params.telemetry.clone(),
	);
	proposer.set_default_block_size_limit(BLOCK_BYTES);

	let slot_duration = params.babe_link.config().slot_duration();
	let inherent_client = client.clone();
	let babe = sc_consensus_babe::start_babe(BabeParams {
		keystore: params.keystore,
		client,
		select_chain: params.select_chain,
		env: proposer,
		block_import: params.block_import,
		sync_oracle: params.sync.clone(),
		justification_sync_link: params.sync,
		create_inherent_data_providers: move |parent, ()| {
			let partitions = ParachainsInherentDataProvider::new(
				inherent_client.clone(),
				overseer.clone(),
				parent,
			);
			let parent_number = inherent_client.number(parent);
			let finality = finality.clone();
			async move {
				let parent_number = parent_number?
					.ok_or_else(|| format!("the parent {parent:?} is not in the database"))?;
				let certificate = CertificateInherent::new(&finality, parent_number);
				let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
				let slot =
					sp_consensus_babe::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
						*timestamp,
						slot_duration,
					);
				Ok((slot, timestamp, partitions, certificate))
			}
		},
		force_authoring: params.force_authoring,
		// Finality that waits must not keep the chain from growing: transactions, and what heals a
		// panel, travel in blocks.
		backoff_authoring_blocks: None::<()>,
		babe_link: params.babe_link,
		block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SLOT_PORTION),
		max_block_proposal_slot_portion: None,
		telemetry: params.telemetry,
	})?;
	task_manager.spawn_essential_handle().spawn_blocking("babe", None, babe);
	Ok(())
}
