// SPDX-License-Identifier: GPL-3.0-or-later
//! What the RPC answers, in a chain that grows and forks.

use super::*;
use crate::testing::{panel, Network, TestBlock, TestClient, SEATS};
use asf_core::Level;
use asf_primitives::{substrate::RecordedCertificate, Height};
use jsonrpsee::types::ErrorObjectOwned;
use sp_core::testing::TaskExecutor;

fn rpc(node: &Network) -> AsfRpc<TestBlock, TestClient> {
	AsfRpc::new(AsfRpcDeps {
		client: node.client.clone(),
		shared: node.link.shared(),
		executor: Arc::new(TaskExecutor::new()),
	})
}

fn recorded(target: Target) -> RecordedCertificate {
	RecordedCertificate {
		set_id: SetId::new(0),
		height: Height::FIRST,
		target,
		signers: Default::default(),
		recorded_at: target.number + 1,
	}
}

#[test]
fn a_block_climbs_the_scale() {
	let node = Network::new();
	let rpc = rpc(&node);
	let blocks = node.grow_by(node.genesis(), 4);
	let fork = node.grow(blocks[0], 1, None);
	let level = |block: Target| rpc.finality_level(block.hash).ok();
	assert_eq!(level(blocks[1]), Some(BlockLevel::None));

	// A level is that of the highest descendant.
	let shared = node.link.shared();
	shared.note_level(blocks[3], Level::Weak);
	shared.note_level(blocks[2], Level::Moderate);
	assert_eq!(level(blocks[3]), Some(BlockLevel::Weak));
	assert_eq!(level(blocks[1]), Some(BlockLevel::Moderate));
	assert_eq!(level(fork), Some(BlockLevel::None));

	let certificate = node.certify(0, 1, blocks[2]);
	assert!(node.link.finalizer.verify_and_finalize(certificate).is_ok());
	assert_eq!(level(blocks[2]), Some(BlockLevel::Strong));
	assert_eq!(level(blocks[3]), Some(BlockLevel::Weak));
	assert_eq!(level(fork), Some(BlockLevel::None), "it left the chain");

	node.record(recorded(blocks[1]));
	assert_eq!(level(blocks[0]), Some(BlockLevel::Irreversible));
	assert_eq!(level(blocks[1]), Some(BlockLevel::Irreversible));
	assert_eq!(level(blocks[2]), Some(BlockLevel::Strong));
	assert_eq!(level(fork), Some(BlockLevel::None));
}

#[test]
fn panels_are_those_behind_a_block() {
	let node = Network::new();
	let rpc = rpc(&node);
	let last = node.grow(node.genesis(), 0, Some(1));
	let at_genesis = rpc.panel(Some(node.genesis().hash)).map(|panel| panel.set_id);
	assert_eq!(at_genesis.ok(), Some(0));
	let best = rpc.panel(None).ok();
	assert_eq!(best, rpc.panel(Some(last.hash)).ok());
	let best = best.map(|panel| (panel.set_id, panel.seats.len(), panel.quorum));
	assert_eq!(best, Some((1, usize::from(SEATS), panel(SEATS).quorum())));
}

#[test]
fn errors_have_codes_of_their_own() {
	let node = Network::new();
	let rpc = rpc(&node);
	let code = |error: Option<RpcError>| error.map(|error| ErrorObjectOwned::from(error).code());
	let unknown = H256::repeat_byte(9);
	assert_eq!(code(rpc.finality_level(unknown).err()), Some(14_001));
	assert_eq!(code(rpc.panel(Some(unknown)).err()), Some(14_001));
	assert_eq!(code(rpc.prove_finality(1, None).err()), Some(14_002));
	assert_eq!(code(rpc.prove_finality(0, None).err()), Some(14_003), "nothing is certified yet");
	assert_eq!(code(rpc.prove_finality(0, Some(3)).err()), Some(14_004));
	assert_eq!(code(rpc.round_state().err()), Some(14_005));
}

#[test]
fn subscribers_hear_of_levels_and_certificates() {
	let node = Network::new();
	let shared = node.link.shared();
	let mut levels = shared.level_stream().subscribe(10);
	let mut certificates = shared.certificate_stream().subscribe(10);
	let blocks = node.grow_by(node.genesis(), 2);
	shared.note_level(blocks[1], Level::Moderate);
	let certificate = node.certify(0, 1, blocks[1]);
	assert!(node.link.finalizer.verify_and_finalize(certificate.clone()).is_ok());
	shared.note_recorded(blocks[1]);
	shared.note_recorded(blocks[0]);
	let mut heard = Vec::new();
	while let Some(Some(change)) = levels.next().now_or_never() {
		assert_eq!(change.hash, blocks[1].hash);
		heard.push(change.level);
	}
	assert_eq!(heard, [BlockLevel::Moderate, BlockLevel::Strong, BlockLevel::Irreversible]);
	assert_eq!(certificates.next().now_or_never().flatten(), Some(certificate));
	assert_eq!(certificates.next().now_or_never(), None);
}
