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

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{pair, vote, Network, TempDir, TestBlock, TestClient};
	use asf_core::{Input, LogRecord};
	use asf_primitives::{substrate::KEY_TYPE, Ballot, Round};
	use sp_core::Pair;
	use sp_keystore::{testing::MemoryKeystore, Keystore, KeystorePtr};
	use std::sync::Arc;

	/// A keystore with the key of the first seat.
	fn keystore() -> KeystorePtr {
		let keystore = MemoryKeystore::new();
		let public = pair(0).public().0;
		assert!(keystore.insert(KEY_TYPE, &format!("0x{}", "01".repeat(32)), &public).is_ok());
		Arc::new(keystore)
	}

	fn record(node: &Network, height: u64, ballot: Ballot) -> LogRecord {
		let (set_id, height) = (SetId::new(0), Height::new(height));
		let mut message = vote(set_id, height, Round::ZERO, ballot, 0);
		let payload = message.signing_payload(node.genesis().hash);
		message.signature = asf_primitives::Signature::from_bytes(pair(0).sign(&payload).0);
		LogRecord { message, lock: None }
	}

	#[test]
	fn a_seat_goes_on_from_what_it_said() {
		let (node, directory) = (Network::new(), TempDir::new());
		let first = node.grow(node.genesis(), 0, None);
		let mut host = ChainHost::<TestBlock, _>::new(node.client.clone(), Some(keystore()));
		let mut log: VoteLog<TestClient> =
			VoteLog::open(directory.path()).expect("there is none yet");
		// It prevoted nil: it must not prevote the block now.
		let said = record(&node, 1, Ballot::Prevote(None));
		assert!(log.append(said.clone(), None).is_ok());
		let log = VoteLog::open(directory.path()).expect("it was just written");
		let shared = node.link.shared();
		let mut started = start_machine(&shared, &mut host, &log).expect("it starts");
		assert_eq!(started.muted_until, None);
		assert!(started.outputs.contains(&Output::Send(said.message)));
		let outputs = started.machine.handle(Input::FinalityTarget(first), &host);
		let speaks = outputs.iter().any(|output| matches!(output, Output::Persist(_)));
		assert!(!speaks, "{outputs:?}");
	}

	#[test]
	fn a_log_ahead_of_the_chain_keeps_the_seat_silent() {
		let (node, directory) = (Network::new(), TempDir::new());
		let blocks = node.grow_by(node.genesis(), 3);
		let mut host = ChainHost::<TestBlock, _>::new(node.client.clone(), Some(keystore()));
		let mut log: VoteLog<TestClient> =
			VoteLog::open(directory.path()).expect("there is none yet");
		assert!(log.append(record(&node, 2, Ballot::Prevote(None)), None).is_ok());
		let shared = node.link.shared();
		let mut started = start_machine(&shared, &mut host, &log).expect("it starts");
		assert_eq!(started.muted_until, Some((SetId::new(0), Height::new(2))));
		assert_eq!(started.machine.round_state().seat, None);
		let outputs = started.machine.handle(Input::FinalityTarget(blocks[0]), &host);
		assert!(outputs.iter().all(|output| !matches!(output, Output::Send(_))));

		let finalizer = &node.link.finalizer;
		for (height, block) in [(1, blocks[0]), (2, blocks[1])] {
			assert!(finalizer.verify_and_finalize(node.certify(0, height, block)).is_ok());
		}
		let mut started = start_machine(&shared, &mut host, &log).expect("it starts");
		assert_eq!(started.muted_until, None);
		assert!(started.machine.round_state().seat.is_some());
		let outputs = started.machine.handle(Input::FinalityTarget(blocks[2]), &host);
		assert!(!outputs.is_empty());
	}
}
