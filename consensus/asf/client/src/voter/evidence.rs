// SPDX-License-Identifier: GPL-3.0-or-later
//! Reporting seats that contradict themselves.

use crate::{storage, AsfBlock, SharedFinality, LOG_TARGET};
use asf_primitives::{
	substrate::{AsfApi, AuthorityId},
	EquivocationProof, SetId,
};
use sc_client_api::backend::AuxStore;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_core::H256;
use sp_runtime::traits::Header as HeaderT;
use std::sync::Arc;

/// Puts equivocation reports into the transaction pool.
pub(super) struct Reporter<B: AsfBlock, C> {
	client: Arc<C>,
	pool: OffchainTransactionPoolFactory<B>,
}

impl<B, C> Reporter<B, C>
where
	B: AsfBlock,
	C: HeaderBackend<B> + AuxStore + ProvideRuntimeApi<B>,
	C::Api: AsfApi<B>,
{
	pub(super) fn new(client: Arc<C>, pool: OffchainTransactionPoolFactory<B>) -> Self {
		Self { client, pool }
	}

	/// Reports an offence, or says why that is not possible.
	pub(super) fn report(&self, shared: &SharedFinality<B>, proof: EquivocationProof) {
		match self.try_report(shared, proof) {
			Ok(()) => log::warn!(
				target: LOG_TARGET,
				"Reported {:?}, who said two things in set {}, height {}, round {}",
				proof.offender,
				proof.set_id,
				proof.height,
				proof.round,
			),
			Err(error) => log::warn!(
				target: LOG_TARGET,
				"Could not report {:?}, who said two things in set {}, height {}, round {}: {error}",
				proof.offender,
				proof.set_id,
				proof.height,
				proof.round,
			),
		}
	}

	fn try_report(
		&self,
		shared: &SharedFinality<B>,
		proof: EquivocationProof,
	) -> Result<(), String> {
		let at = block_of_session(&*self.client, shared, proof.set_id)
			.ok_or("no block of that set's session is known")?;
		let key = AuthorityId::from(&proof.offender);
		let key_owner_proof = self
			.client
			.runtime_api()
			.generate_key_ownership_proof(at, proof.set_id, key)
			.map_err(|error| error.to_string())?
			.ok_or("the chain does not know the key in that set")?;
		let best = self.client.info().best_hash;
		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		api.submit_report_equivocation_unsigned_extrinsic(best, proof, key_owner_proof)
			.map_err(|error| error.to_string())?
			.ok_or_else(|| "the runtime or the pool refused the report; it may be known".into())
	}
}

/// The newest final block whose state is of the session of a set, for whose members the runtime
/// proves keys.
fn block_of_session<B: AsfBlock>(
	client: &(impl HeaderBackend<B> + AuxStore),
	shared: &SharedFinality<B>,
	set_id: SetId,
) -> Option<H256> {
	let (present, decided) = {
		let state = shared.lock_state();
		(state.authority.set_id, state.decided)
	};
	if set_id >= present {
		return (set_id == present).then_some(decided.hash);
	}
	// In the last block of a term, the next session has begun already.
	let next = storage::load_set(client, set_id.next()).ok().flatten()?;
	let last = client.header(next.begins_after.hash).ok().flatten()?;
	Some(*last.parent_hash())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::Network;

	#[test]
	fn keys_are_proven_in_the_session_of_their_set() {
		let node = Network::new();
		let first = node.grow(node.genesis(), 0, None);
		let last = node.grow(first, 0, Some(1));
		let beyond = node.grow(last, 0, None);
		let finalizer = &node.link.finalizer;
		let shared = finalizer.shared();
		let find = |set| block_of_session(&*node.client, shared, SetId::new(set));
		assert_eq!(find(0), Some(node.genesis().hash));
		assert_eq!(find(1), None);
		assert!(finalizer.verify_and_finalize(node.certify(0, 1, last)).is_ok());
		assert_eq!(find(0), Some(first.hash));
		assert_eq!(find(1), Some(last.hash));
		assert!(finalizer.verify_and_finalize(node.certify(1, 1, beyond)).is_ok());
		assert_eq!(find(1), Some(beyond.hash));
	}
}
