// SPDX-License-Identifier: GPL-3.0-or-later
//! Going back some blocks on the operator's word.

use crate::{authorities::state_at, storage, AsfBlock, LOG_TARGET};
use asf_primitives::{substrate::AsfApi, Target};
use sc_client_api::backend::AuxStore;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Prepares finality for a revert of up to `blocks` blocks. Only blocks that are not final are
/// reverted, and finality remembers nothing about them that outlives a restart, except what this
/// node's seat said: that stays, because it was sent. Where the stored state does not belong to
/// the finalized block, it is made anew from the chain's.
pub fn revert<B, C>(client: Arc<C>, blocks: u32) -> sp_blockchain::Result<()>
where
	B: AsfBlock,
	C: AuxStore + HeaderBackend<B> + ProvideRuntimeApi<B>,
	C::Api: AsfApi<B>,
{
	let info = client.info();
	let revertible = info.best_number.saturating_sub(info.finalized_number);
	if blocks > revertible {
		log::warn!(
			target: LOG_TARGET,
			"Only {revertible} of {blocks} blocks are not final; the others stay",
		);
	}
	let finalized = Target { hash: info.finalized_hash, number: info.finalized_number };
	let stored = storage::load_state(&*client)?;
	if stored.is_none_or(|stored| stored.decided != finalized) {
		storage::store_state(&*client, &state_at(&*client, finalized)?)?;
	}
	Ok(())
}
