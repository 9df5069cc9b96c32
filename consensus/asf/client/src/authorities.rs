// SPDX-License-Identifier: GPL-3.0-or-later
//! How far finality has come, and which panel changes lie ahead.

use crate::{
	digest::next_panel, error::Error, storage, storage::StoredState, AsfBlock, LOG_TARGET,
};
use asf_primitives::{substrate::AsfApi, Authority, Certificate, Height, SetId, Target};
use sc_client_api::backend::{AuxStore, Backend};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::{Backend as _, HeaderBackend, HeaderMetadata};
use sp_runtime::traits::Header as HeaderT;
use std::collections::HashSet;

/// The most unfinalized panel changes that are remembered. One comes with each session on each
/// fork, so this is many sessions without finality; older ones are found again at the next start.
const MAX_PENDING_CHANGES: usize = 1024;

/// A block above the last finalized one that announces a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PendingChange {
	/// The block.
	pub(crate) block: Target,
	/// The set that takes over behind it.
	pub(crate) set_id: SetId,
}

/// How far finality has come. There is one, behind the lock of
/// [`SharedFinality`](crate::SharedFinality).
#[derive(Clone, Debug)]
pub(crate) struct FinalityState {
	/// Chain, set and panel that decide next.
	pub(crate) authority: Authority,
	/// The last block of the term before.
	pub(crate) begins_after: Target,
	/// The last decided height of the set.
	pub(crate) height: Height,
	/// The last finalized block.
	pub(crate) decided: Target,
	/// The newest certificate.
	pub(crate) certificate: Option<Certificate>,
	/// Panel changes above `decided`, on all forks.
	pub(crate) pending: Vec<PendingChange>,
}

impl FinalityState {
	/// Reads the state, or makes that of a new chain. Where it disagrees with the finalized block,
	/// the chain's own state counts.
	pub(crate) fn load<B, BE, C>(client: &C, backend: &BE) -> Result<Self, Error>
	where
		B: AsfBlock,
		BE: Backend<B>,
		C: AuxStore + HeaderBackend<B> + ProvideRuntimeApi<B>,
		C::Api: AsfApi<B>,
	{
		let info = client.info();
		let finalized = Target { hash: info.finalized_hash, number: info.finalized_number };
		let stored = match storage::load_state(client)? {
			Some(stored) if stored.decided == finalized => stored,
			found => {
				if let Some(found) = found {
					log::warn!(
						target: LOG_TARGET,
						"the stored finality state is of #{}, the chain is final up to #{}; taking \
						 the panel from the chain",
						found.decided.number,
						finalized.number,
					);
				}
				let stored = state_at(client, finalized)?;
				storage::store_state(client, &stored)?;
				stored
			},
		};
		let mut state = Self::from_stored(stored, info.genesis_hash);
		state.pending = find_pending(backend, &finalized)?;
		Ok(state)
	}

	/// A state without pending changes.
	pub(crate) fn from_stored(stored: StoredState, genesis: sp_core::H256) -> Self {
		let StoredState { set_id, panel, begins_after, height, decided, certificate } = stored;
		let authority = Authority { genesis, set_id, panel };
		Self { authority, begins_after, height, decided, certificate, pending: Vec::new() }
	}

	/// The form that is stored.
	pub(crate) fn to_stored(&self) -> StoredState {
		StoredState {
			set_id: self.authority.set_id,
			panel: self.authority.panel.clone(),
			begins_after: self.begins_after,
			height: self.height,
			decided: self.decided,
			certificate: self.certificate.clone(),
		}
	}

	/// The set that decides what comes behind `block`; `None` if that is not above what is final.
	pub(crate) fn set_behind<B: AsfBlock>(
		&self,
		client: &impl HeaderMetadata<B, Error = sp_blockchain::Error>,
		block: Target,
	) -> sp_blockchain::Result<Option<SetId>> {
		let mut at = block;
		while at.number > self.decided.number {
			if let Some(change) = self.pending.iter().find(|change| change.block == at) {
				return Ok(Some(change.set_id));
			}
			let parent = client.header_metadata(at.hash)?.parent;
			at = Target { hash: parent, number: at.number - 1 };
		}
		// Of too many changes some are forgotten, and what is known no longer tells.
		let knows_all = self.pending.len() < MAX_PENDING_CHANGES;
		Ok((knows_all && at == self.decided).then_some(self.authority.set_id))
	}

	/// Remembers a panel change on the way.
	pub(crate) fn note_change(&mut self, change: PendingChange) {
		if self.pending.contains(&change) || change.block.number <= self.decided.number {
			return;
		}
		if self.pending.len() == MAX_PENDING_CHANGES {
			// The highest is needed last.
			self.pending.sort_by_key(|pending| pending.block.number);
			self.pending.pop();
		}
		self.pending.push(change);
	}

	/// Forgets the changes that are final or on dead forks.
	pub(crate) fn prune_pending(&mut self) {
		let decided = self.decided.number;
		self.pending.retain(|change| change.block.number > decided);
	}
}

/// The state of finality as the chain tells it at a finalized block. The height is that of the last
/// certificate on chain, which may be some decisions back; certificates of peers lead on from there.
pub(crate) fn state_at<B, C>(client: &C, finalized: Target) -> Result<StoredState, Error>
where
	B: AsfBlock,
	C: HeaderBackend<B> + ProvideRuntimeApi<B>,
	C::Api: AsfApi<B>,
{
	let failed = |error| Error::Runtime { block: finalized.hash, error };
	let api = client.runtime_api();
	let set_id = api.set_id(finalized.hash).map_err(failed)?;
	let panel = api.panel(finalized.hash).map_err(failed)?;
	let recorded = if finalized.number == 0 {
		None
	} else {
		api.last_certificate(finalized.hash).map_err(failed)?
	};
	let recorded = recorded.filter(|recorded| recorded.set_id == set_id);
	let height = recorded.map_or(Height::ZERO, |recorded| recorded.height);
	Ok(StoredState {
		set_id,
		panel,
		begins_after: finalized,
		height,
		decided: finalized,
		certificate: None,
	})
}

/// Walks down from every leaf to the last finalized block.
fn find_pending<B, BE>(backend: &BE, finalized: &Target) -> Result<Vec<PendingChange>, Error>
where
	B: AsfBlock,
	BE: Backend<B>,
{
	let chain = backend.blockchain();
	let mut seen = HashSet::new();
	let mut pending = Vec::new();
	for leaf in chain.leaves()? {
		let mut hash = leaf;
		while seen.insert(hash) {
			let Some(header) = chain.header(hash)? else { break };
			if *header.number() <= finalized.number {
				break;
			}
			if let Some(next) = next_panel::<B>(&header)? {
				let block = Target { hash, number: *header.number() };
				pending.push(PendingChange { block, set_id: next.set_id });
			}
			hash = *header.parent_hash();
		}
	}
	pending.sort_by_key(|change| change.block.number);
	pending.truncate(MAX_PENDING_CHANGES);
	Ok(pending)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{panel, target_of, TestChain};

	fn state(decided: Target, pending: Vec<PendingChange>) -> FinalityState {
		let genesis = target_of(0).hash;
		FinalityState {
			authority: Authority { genesis, set_id: SetId::new(5), panel: panel(1) },
			begins_after: decided,
			height: Height::ZERO,
			decided,
			certificate: None,
			pending,
		}
	}

	#[test]
	fn the_set_behind_a_block_is_that_of_the_nearest_change() {
		let mut chain = TestChain::default();
		let trunk = chain.extend(None, 6, 0);
		let fork = chain.extend(Some(trunk[1]), 3, 1);
		let pending = vec![
			PendingChange { block: trunk[3], set_id: SetId::new(6) },
			PendingChange { block: fork[1], set_id: SetId::new(7) },
		];
		let state = state(trunk[0], pending);
		let behind = |block| state.set_behind(&chain, block).ok().flatten();
		assert_eq!(behind(trunk[0]), Some(SetId::new(5)));
		assert_eq!(behind(trunk[2]), Some(SetId::new(5)));
		assert_eq!(behind(trunk[3]), Some(SetId::new(6)));
		assert_eq!(behind(trunk[5]), Some(SetId::new(6)));
		assert_eq!(behind(fork[0]), Some(SetId::new(5)));
		assert_eq!(behind(fork[2]), Some(SetId::new(7)));
	}

	#[test]
	fn nothing_is_said_about_blocks_off_the_finalized_chain() {
		let mut chain = TestChain::default();
		let trunk = chain.extend(None, 4, 0);
		let fork = chain.extend(Some(trunk[0]), 4, 1);
		let state = state(trunk[2], Vec::new());
		assert_eq!(state.set_behind(&chain, fork[3]).ok().flatten(), None);
	}

	#[test]
	fn pending_changes_are_bounded_and_pruned() {
		let decided = target_of(0);
		let mut state = state(decided, Vec::new());
		for number in 1..=u32::try_from(MAX_PENDING_CHANGES).unwrap_or(0) + 10 {
			let block = Target { hash: sp_core::H256::from_low_u64_be(number.into()), number };
			state.note_change(PendingChange { block, set_id: SetId::new(6) });
		}
		assert_eq!(state.pending.len(), MAX_PENDING_CHANGES);
		state.decided.number = 1000;
		state.prune_pending();
		assert!(state.pending.iter().all(|change| change.block.number > 1000));
	}
}
