// SPDX-License-Identifier: GPL-3.0-or-later
//! What can be finalized, and what it leaves in the database.

use super::*;
use crate::testing::{certificate, Network};
use asf_primitives::Seat;
use sc_client_api::client::BlockBackend;
use sp_blockchain::HeaderBackend;

fn state(node: &Network) -> (u64, u64, Target) {
	let state = node.link.finalizer.shared().lock_state();
	(state.authority.set_id.get(), state.height.get(), state.decided)
}

fn is_stored(node: &Network, block: Target) -> bool {
	let justifications = node.client.justifications(block.hash).ok().flatten();
	justifications.is_some_and(|all| all.get(ENGINE_ID).is_some())
}

#[test]
fn justifications_are_bounded_and_complete() {
	let good = certificate(SetId::new(0), Height::FIRST, 7).encode();
	assert!(decode_certificate(&good).is_ok());
	let mut longer = good.clone();
	longer.push(0);
	assert!(matches!(decode_certificate(&longer), Err(FinalizeError::Malformed(_))));
	let huge = vec![0; Certificate::max_encoded_len() + 1];
	assert!(matches!(decode_certificate(&huge), Err(FinalizeError::TooLong { .. })));
	assert!(matches!(decode_certificate(&good[..9]), Err(FinalizeError::Malformed(_))));
}

#[test]
fn a_decision_finalizes_and_survives_a_restart() {
	let node = Network::new();
	let blocks = node.grow_by(node.genesis(), 5);
	let decided = node.certify(0, 1, blocks[2]);
	let finalizer = &node.link.finalizer;
	assert_eq!(finalizer.finalize_decided(&decided).ok(), Some(Outcome::Extended));
	assert_eq!(node.client.info().finalized_hash, blocks[2].hash);
	assert_eq!(state(&node), (0, 1, blocks[2]));
	assert_eq!(finalizer.finalize_decided(&decided).ok(), Some(Outcome::AlreadyFinal));
	assert_eq!(finalizer.shared().newest_certificate(), Some(decided.clone()));

	let restarted = Network::over(node.client.backend.clone());
	assert_eq!(state(&restarted), (0, 1, blocks[2]));
	let shared = restarted.link.shared();
	assert_eq!(shared.newest_certificate(), Some(decided));
}

#[test]
fn certificates_are_stored_at_intervals_and_ends_of_terms() {
	let node = Network::new();
	let finalizer = &node.link.finalizer;
	let blocks = node.grow_by(node.genesis(), 66);
	for (index, block) in blocks.iter().enumerate() {
		let certificate = node.certify(0, index as u64 + 1, *block);
		assert!(finalizer.finalize_decided(&certificate).is_ok());
	}
	let stored: Vec<u32> =
		blocks.iter().filter(|block| is_stored(&node, **block)).map(|block| block.number).collect();
	assert_eq!(stored, vec![64]);
	let last = node.grow(blocks[65], 0, Some(1));
	assert!(finalizer.finalize_decided(&node.certify(0, 67, last)).is_ok());
	assert!(is_stored(&node, last));
	let next = node.grow(last, 0, None);
	let imported = node.certify(1, 1, next).encode();
	assert!(finalizer.import(next, &imported).is_ok());
	assert!(is_stored(&node, next), "a peer had it stored");
}

#[test]
fn the_next_panel_takes_over_behind_the_end_of_a_term() {
	let node = Network::new();
	let finalizer = &node.link.finalizer;
	let first = node.grow(node.genesis(), 0, None);
	let last = node.grow(first, 0, Some(1));
	let beyond = node.grow(last, 0, None);
	assert_eq!(finalizer.shared().lock_state().pending.len(), 1);

	// The panel of set 0 must not reach beyond its term.
	let error = finalizer.finalize_decided(&node.certify(0, 1, beyond));
	assert!(matches!(error, Err(FinalizeError::BeyondTerm { end, .. }) if end == last));
	assert_eq!(state(&node), (0, 0, node.genesis()));
	// That of set 1 has to wait.
	let error = finalizer.verify_and_finalize(node.certify(1, 1, beyond));
	assert!(matches!(error, Err(FinalizeError::Certificate(CertificateError::WrongSet { .. }))));
	let error = finalizer.finalize_decided(&node.certify(1, 1, beyond));
	assert!(matches!(error, Err(FinalizeError::FutureSet { .. })));

	assert!(finalizer.finalize_decided(&node.certify(0, 1, last)).is_ok());
	assert_eq!(state(&node), (1, 0, last));
	assert!(finalizer.shared().lock_state().pending.is_empty());
	let record = storage::load_set(&*node.client, SetId::new(1)).ok().flatten();
	assert_eq!(record.map(|record| record.begins_after), Some(last));
	assert!(finalizer.finalize_decided(&node.certify(1, 1, beyond)).is_ok());
	assert_eq!(state(&node), (1, 1, beyond));

	// What the voter's machine decided before the import overtook it.
	let late = finalizer.finalize_decided(&node.certify(0, 1, last));
	assert_eq!(late.ok(), Some(Outcome::AlreadyFinal));
	let restarted = Network::over(node.client.backend.clone());
	assert_eq!(state(&restarted), (1, 1, beyond));
}

#[test]
fn what_contradicts_the_finalized_chain_is_refused() {
	let node = Network::new();
	let finalizer = &node.link.finalizer;
	// The longer chain stays the best one.
	let trunk = node.grow_by(node.genesis(), 5);
	let fork = node.grow(trunk[0], 1, None);
	let above_fork = node.grow(node.grow(fork, 1, None), 1, None);
	assert!(finalizer.finalize_decided(&node.certify(0, 1, trunk[1])).is_ok());
	for target in [fork, above_fork] {
		let error = finalizer.finalize_decided(&node.certify(0, 2, target));
		assert!(matches!(error, Err(FinalizeError::Contradiction { .. })), "{error:?}");
	}
	let unknown = Target { hash: H256::repeat_byte(9), number: 9 };
	let error = finalizer.finalize_decided(&node.certify(0, 2, unknown));
	assert!(matches!(error, Err(FinalizeError::UnknownBlock(target)) if target == unknown));
	let lie = Target { hash: trunk[2].hash, number: 9 };
	let error = finalizer.finalize_decided(&node.certify(0, 2, lie));
	assert!(matches!(error, Err(FinalizeError::Contradiction { .. })));
	assert_eq!(state(&node), (0, 1, trunk[1]));
	assert!(finalizer.finalize_decided(&node.certify(0, 2, trunk[2])).is_ok());
}

#[test]
fn justifications_of_peers_are_verified() {
	let node = Network::new();
	let finalizer = &node.link.finalizer;
	let blocks = node.grow_by(node.genesis(), 3);
	let good = node.certify(0, 1, blocks[1]);
	let error = finalizer.import(blocks[0], &good.encode());
	let is_other_target =
		matches!(error, Err(FinalizeError::Certificate(CertificateError::WrongTarget { .. })));
	assert!(is_other_target);
	let mut forged = good.clone();
	forged.precommits[1].seat = Seat::new(3);
	forged.precommits.sort_by_key(|precommit| precommit.seat);
	let error = finalizer.import(blocks[1], &forged.encode());
	assert!(matches!(error, Err(FinalizeError::Certificate(_))));
	assert_eq!(state(&node), (0, 0, node.genesis()));
	assert_eq!(finalizer.import(blocks[1], &good.encode()).ok(), Some(Outcome::Extended));
	let error = finalizer.import(blocks[1], &good.encode());
	assert!(matches!(error, Err(FinalizeError::Outdated(_))));
}
