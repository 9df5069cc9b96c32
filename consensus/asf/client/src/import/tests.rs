// SPDX-License-Identifier: GPL-3.0-or-later
//! Which blocks are imported, and when a justification is asked for.

use super::*;
use crate::testing::{announcement, block_on, Network, TestBlock};
use codec::Encode;
use sp_runtime::DigestItem;

fn decided(node: &Network) -> Target {
	node.link.shared().decided()
}

fn imported(result: Result<ImportResult, ConsensusError>) -> ImportedAux {
	match result {
		Ok(ImportResult::Imported(aux)) => aux,
		other => unreachable!("not imported: {other:?}"),
	}
}

fn target_of(params: &BlockImportParams<TestBlock>) -> Target {
	Target { hash: params.post_hash(), number: *params.header.number() }
}

#[test]
fn ends_of_terms_need_justifications() {
	let mut node = Network::new();
	let aux = imported(node.import_with(block_on(node.genesis(), 0, None)));
	assert!(!aux.needs_justification);
	let last = block_on(node.genesis(), 1, Some(1));
	let target = target_of(&last);
	assert!(imported(node.import_with(last)).needs_justification);
	let pending = vec![(target.hash, target.number)];
	assert_eq!(futures::executor::block_on(node.import.on_start()), pending);
	let mut restarted = Network::over(node.client.backend.clone());
	assert_eq!(futures::executor::block_on(restarted.import.on_start()), pending);

	let justification = (ENGINE_ID, node.certify(0, 1, target).encode());
	let (hash, number) = (target.hash, target.number);
	let import = node.import.import_justification(hash, number, justification.clone());
	assert!(futures::executor::block_on(import).is_ok());
	assert_eq!(decided(&node), target);
	assert!(futures::executor::block_on(node.import.on_start()).is_empty());
	let again = node.import.import_justification(hash, number, justification);
	let again = futures::executor::block_on(again);
	assert!(matches!(again, Err(ConsensusError::OutdatedJustification)));
}

#[test]
fn a_block_that_comes_with_its_certificate_is_final_at_once() {
	let node = Network::new();
	let mut last = block_on(node.genesis(), 0, Some(1));
	let target = target_of(&last);
	last.justifications = Some((ENGINE_ID, node.certify(0, 1, target).encode()).into());
	let aux = imported(node.import_with(last));
	assert!(!aux.needs_justification && !aux.bad_justification);
	assert_eq!(decided(&node), target);
}

#[test]
fn a_bad_certificate_does_not_keep_the_block_out() {
	let node = Network::new();
	let mut last = block_on(node.genesis(), 0, Some(1));
	let other = node.certify(0, 1, node.genesis());
	last.justifications = Some((ENGINE_ID, other.encode()).into());
	let aux = imported(node.import_with(last));
	assert!(aux.needs_justification && aux.bad_justification);
	assert_eq!(decided(&node), node.genesis());

	let mut plain = block_on(node.genesis(), 1, None);
	plain.justifications = Some((ENGINE_ID, vec![1, 2, 3]).into());
	let aux = imported(node.import_with(plain));
	assert!(!aux.needs_justification && !aux.bad_justification);
}

#[test]
fn a_certificate_ahead_of_its_time_is_asked_for_again() {
	let node = Network::new();
	let first_end = node.grow(node.genesis(), 0, Some(1));
	let mut second_end = block_on(first_end, 0, Some(2));
	let certificate = node.certify(1, 1, target_of(&second_end));
	second_end.justifications = Some((ENGINE_ID, certificate.encode()).into());
	let aux = imported(node.import_with(second_end));
	assert!(aux.needs_justification && !aux.bad_justification);
}

#[test]
fn digests_that_no_runtime_makes_are_refused() {
	let node = Network::new();
	let with = |logs: Vec<DigestItem>| {
		let mut params = block_on(node.genesis(), 7, None);
		for log in logs {
			params.header.digest_mut().push(log);
		}
		node.import_with(params)
	};
	let malformed = DigestItem::Consensus(ENGINE_ID, vec![1, 2, 3]);
	assert!(with(vec![malformed]).is_err());
	let DigestItem::Consensus(_, mut longer) = announcement(1) else { unreachable!("it is one") };
	longer.push(0);
	assert!(with(vec![DigestItem::Consensus(ENGINE_ID, longer)]).is_err());
	assert!(with(vec![announcement(1), announcement(1)]).is_err());
	assert!(with(vec![announcement(0)]).is_err(), "set 0 is the present one");
	assert!(with(vec![announcement(2)]).is_err(), "set 1 comes first");
	assert!(with(vec![DigestItem::Consensus(*b"BABE", vec![1, 2, 3])]).is_ok());
	assert!(with(vec![announcement(1)]).is_ok());
}

#[test]
fn each_fork_counts_its_own_sets() {
	let node = Network::new();
	let trunk = node.grow(node.genesis(), 0, Some(1));
	let fork = node.grow(node.genesis(), 1, None);
	assert!(node.import_with(block_on(trunk, 0, Some(1))).is_err());
	assert!(node.import_with(block_on(trunk, 0, Some(2))).is_ok());
	assert!(node.import_with(block_on(fork, 1, Some(2))).is_err());
	assert!(node.import_with(block_on(fork, 1, Some(1))).is_ok());
}
