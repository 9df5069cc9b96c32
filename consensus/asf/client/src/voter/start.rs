// SPDX-License-Identifier: GPL-3.0-or-later
//! Starting the machine: when the node starts, and when finality has moved on without it.

use crate::{
	error::Error, host::ChainHost, vote_log::VoteLog, AsfBlock, SharedFinality, LOG_TARGET,
};
use asf_core::{Machine, Output, StartFrom};
use asf_primitives::{Height, SetId};
use sc_client_api::backend::AuxStore;
use sp_blockchain::HeaderBackend;

/// A machine that has started.
pub(super) struct Started {
	pub(super) machine: Machine,
	/// What it wants done first.
	pub(super) outputs: Vec<Output>,
	/// The set and height up to which the node must not vote.
	pub(super) muted_until: Option<(SetId, Height)>,
}

/// Starts a machine from where finality stands and from what the seat said. If the two do not fit,
/// the machine only watches until finality is past what the seat may have said.
pub(super) fn start_machine<B, C>(
	shared: &SharedFinality<B>,
	host: &mut ChainHost<B, C>,
	log: &VoteLog<C>,
) -> Result<Started, Error>
where
	B: AsfBlock,
	C: HeaderBackend<B> + AuxStore,
{
	let state = shared.lock_state().clone();
	let from = |records| StartFrom {
		authority: state.authority.clone(),
		decided_height: state.height,
		decided: state.decided,
		certificate: state.certificate.clone(),
		log: records,
	};
	let present = (state.authority.set_id, state.height.next());
	let ahead = log.newest().filter(|newest| *newest > present);
	let muted_until = match ahead {
		Some(newest) => {
			log::warn!(
				target: LOG_TARGET,
				"This node's seat spoke in set {}, height {}, its chain is final up to height {} of \
				 set {}. It votes again once the chain is past that. (If this is a development \
				 chain that was purged, remove its vote log too.)",
				newest.0,
				newest.1,
				state.height,
				present.0,
			);
			newest
		},
		None => {
			host.set_muted(false);
			match Machine::start(from(log.records()), host) {
				Ok((machine, outputs)) => {
					return Ok(Started { machine, outputs, muted_until: None });
				},
				Err(error) => log::error!(
					target: LOG_TARGET,
					"This node does not vote at height {} of set {}: {error}",
					present.1,
					present.0,
				),
			}
			present
		},
	};
	host.set_muted(true);
	let (machine, outputs) = Machine::start(from(Vec::new()), host)
		.map_err(|error| Error::Finalize(error.to_string()))?;
	Ok(Started { machine, outputs, muted_until: Some(muted_until) })
}
