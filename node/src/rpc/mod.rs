// SPDX-License-Identifier: GPL-3.0-or-later
//! The RPC methods that the service does not have already: accounts' nonces, fees, BABE, ASF, the
//! committee, and on test chains `dev_*`.
//!
//! There is no `sync_state_*`: what it writes is for light clients of GRANDPA.

mod committee;

use crate::service::{FullClient, FullPool, FullSelectChain};
use asf_client::{AsfApiServer, AsfRpc, AsfRpcDeps, SharedFinality};
use committee::{Committee, CommitteeApiServer};
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use polkadot_primitives::Block;
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_babe_rpc::{Babe, BabeApiServer};
use sc_rpc::{
	dev::{Dev, DevApiServer},
	SubscriptionTaskExecutor,
};
use sp_keystore::KeystorePtr;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods answer from.
pub(crate) struct Deps {
	pub(crate) client: Arc<FullClient>,
	pub(crate) pool: Arc<FullPool>,
	pub(crate) select_chain: FullSelectChain,
	pub(crate) babe_worker: BabeWorkerHandle<Block>,
	pub(crate) keystore: KeystorePtr,
	pub(crate) finality: SharedFinality<Block>,
	pub(crate) is_test_chain: bool,
}

/// Makes the methods. The service calls it once for the server and once for itself.
pub(crate) fn build(
	deps: &Deps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, sc_service::Error> {
	merge(deps, executor).map_err(|error| sc_service::Error::Application(error.into()))
}

fn merge(
	deps: &Deps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, jsonrpsee::core::RegisterMethodError> {
	let client = &deps.client;
	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), deps.pool.clone()).into_rpc())?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module.merge(
		Babe::new(
			client.clone(),
			deps.babe_worker.clone(),
			deps.keystore.clone(),
			deps.select_chain.clone(),
		)
		.into_rpc(),
	)?;
	module.merge(
		AsfRpc::new(AsfRpcDeps { client: client.clone(), shared: deps.finality.clone(), executor })
			.into_rpc(),
	)?;
	module.merge(Committee::new(client.clone()).into_rpc())?;
	if deps.is_test_chain {
		module.merge(Dev::new(client.clone()).into_rpc())?;
	}
	Ok(module)
}
