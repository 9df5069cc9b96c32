// SPDX-License-Identifier: GPL-3.0-or-later
//! The task that feeds the machine with what happens, and does what it says.

mod approval;
mod evidence;
mod follow;
mod help;
mod outputs;
mod start;
mod target;
mod worker;

pub use approval::BlockApprovals;
pub(crate) use help::{closing_certificate, stored_certificate};

use crate::{
	error::Error,
	finalize::FinalizeError,
	gossip::{GossipValidator, View},
	host::ChainHost,
	vote_log::VoteLog,
	AsfBlock, AsfLink, ClientForAsf, LOG_TARGET,
};
use asf_primitives::Round;
use futures::prelude::*;
use prometheus_endpoint::Registry;
use sc_client_api::backend::{AuxStore, Backend};
use sc_network::{NetworkSyncForkRequest, NotificationService, ProtocolName};
use sc_network_gossip::{GossipEngine, Network, Syncing};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus::{SelectChain, SyncOracle};
use sp_core::H256;
use sp_keystore::KeystorePtr;
use std::{path::PathBuf, sync::Arc};

/// What [`run_asf_voter`] works with.
pub struct VoterParams<B: AsfBlock, BE, C, SC, N, S> {
	/// From [`block_import`](crate::block_import).
	pub link: AsfLink<B, BE, C, SC>,
	/// The network.
	pub network: N,
	/// The syncing service.
	pub sync: S,
	/// From [`notification_config`](crate::notification_config).
	pub notification_service: Box<dyn NotificationService>,
	/// From [`protocol_name`](crate::protocol_name).
	pub protocol_name: ProtocolName,
	/// Who knows which blocks are approved. With `None`, the node votes for what its own chain
	/// selection names, and for nothing beside it.
	pub approvals: Option<Arc<dyn BlockApprovals>>,
	/// The keys of this node's seat; `None` on nodes that never vote.
	pub keystore: Option<KeystorePtr>,
	/// Where the log of this node's votes lives. It has to outlive the database, purged or not,
	/// for as long as the keys do: `<base path>/chains/<id>/asf`, say. `None` keeps it in the
	/// database, which is for temporary chains only.
	pub vote_log_directory: Option<PathBuf>,
	/// Where the gossip engine's metrics go.
	pub prometheus_registry: Option<Registry>,
	/// For equivocation reports.
	pub offchain_tx_pool_factory: OffchainTransactionPoolFactory<B>,
	/// Where finalized blocks are told.
	pub telemetry: Option<TelemetryHandle>,
}

/// Makes the voter's task. It runs for as long as the node does, so it belongs to the essential
/// ones; it writes to the disk before each vote and verifies signatures, so it belongs to the
/// blocking ones. Without a seat it follows the certificates of others.
pub fn run_asf_voter<B, BE, C, SC, N, S>(
	params: VoterParams<B, BE, C, SC, N, S>,
) -> Result<impl Future<Output = ()> + Send, Error>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B> + 'static,
	N: Network<B> + Clone + Send + Sync + 'static,
	S: Syncing<B> + NetworkSyncForkRequest<H256, u32> + SyncOracle + Clone + Send + Sync + 'static,
{
	let AsfLink { client, select_chain, finalizer } = params.link;
	let log = open_log(params.vote_log_directory, client.clone())?;
	let ahead = finalize_logged(&finalizer, &log);
	let mut host = ChainHost::new(client.clone(), params.keystore);
	let started = start::start_machine(finalizer.shared(), &mut host, &log)?;
	let (authority, next) = started.machine.authorities();
	let view = View {
		authority: authority.clone(),
		next,
		height: started.machine.round_state().height,
		round: Round::ZERO,
		last: started.machine.last_certificate().cloned(),
	};
	let metrics = finalizer.shared().metrics().cloned();
	let helper = help::ChainCertificates::new(client.clone(), finalizer.shared().clone());
	let (validator, receivers) = GossipValidator::new(view, Arc::new(helper), metrics);
	let validator = Arc::new(validator);
	let gossip = GossipEngine::new(
		params.network,
		params.sync.clone(),
		params.notification_service,
		params.protocol_name,
		validator.clone(),
		params.prometheus_registry.as_ref(),
	);
	let reporter = evidence::Reporter::new(client.clone(), params.offchain_tx_pool_factory);
	let voter = worker::Voter::new(
		worker::Parts {
			client,
			finalizer,
			host,
			log,
			gossip,
			validator,
			receivers,
			sync: params.sync,
			select_chain,
			approvals: params.approvals,
			reporter,
			telemetry: params.telemetry,
		},
		started,
		ahead,
	);
	Ok(async move {
		let Err(error) = voter.run().await;
		log::error!(target: LOG_TARGET, "Finality stops: {error}");
	})
}

fn open_log<C: AuxStore>(directory: Option<PathBuf>, client: Arc<C>) -> Result<VoteLog<C>, Error> {
	match directory {
		None => Ok(VoteLog::open_aux(client)?),
		Some(path) => {
			if let Err(error) = std::fs::create_dir_all(&path) {
				return Err(Error::VoteLogDirectory { path, error });
			}
			Ok(VoteLog::open(&path)?)
		},
	}
}

/// After a crash the log may know of decisions that the database has lost. Those whose blocks are
/// still there are finalized again; the rest are returned, for when their blocks come.
fn finalize_logged<B, BE, C>(
	finalizer: &crate::finalize::Finalizer<B, BE, C>,
	log: &VoteLog<C>,
) -> Vec<asf_primitives::Certificate>
where
	B: AsfBlock,
	BE: Backend<B>,
	C: ClientForAsf<B, BE>,
{
	let mut ahead = Vec::new();
	for certificate in log.certificates() {
		if certificate.target.number <= finalizer.shared().decided().number {
			continue;
		}
		match finalizer.verify_and_finalize(certificate.clone()) {
			Ok(_) => {},
			Err(FinalizeError::UnknownBlock(_)) => ahead.push(certificate.clone()),
			Err(error) => log::warn!(
				target: LOG_TARGET,
				"A certificate in the vote log does not lead on: {error}",
			),
		}
	}
	ahead
}
