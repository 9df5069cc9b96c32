// SPDX-License-Identifier: GPL-3.0-or-later
//! Tells the parachain subsystems of new and of final blocks, and lets approval distribution keep the
//! gossip topology of the session.
//!
//! Approval distribution is told a session's topology once, when the session begins, and forgets it
//! when no unfinalized block of the session is left (`dec_session_refs` in
//! polkadot-node-network-protocol). With GRANDPA there always is one, since finality is behind by
//! some blocks. ASF finalizes each block before the next comes: from the second block of a session on
//! no approval would reach another validator, and finality would stop with the first candidate.
//! To delay the news of finality is no way out, since the chain selection has to know it at once.
//!
//! So with each block it hears of one more, without candidates, some numbers above. It does nothing
//! with such a block until finality has passed its number, but it counts.

use super::FullClient;
use futures::{select, StreamExt};
use polkadot_node_primitives::approval::v1::{BlockApprovalMeta, RelayVRFStory};
use polkadot_node_subsystem::messages::{AllMessages, ApprovalVotingParallelMessage};
use polkadot_overseer::Handle;
use polkadot_primitives::{runtime_api::ParachainHost, BlockNumber, Hash};
use sc_client_api::BlockchainEvents;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use std::sync::Arc;

/// Who tells, in the overseer's metrics.
const ORIGIN: &str = "session-keeper";
/// How far above a block the one is that stands for the session. More than one, because the message
/// of a block and the signal that it is final may change places; and far fewer than the sixteen
/// blocks from the oldest to the newest at which approvals are sent to everybody.
const ABOVE: BlockNumber = 4;

/// Runs until the client or the overseer is gone.
pub(super) async fn forward(client: Arc<FullClient>, mut overseer: Handle) {
	let mut finalized = client.finality_notification_stream().fuse();
	let mut imported = client.import_notification_stream().fuse();
	let best = client.info();
	keep_session(&client, &mut overseer, best.best_hash, best.best_number).await;
	loop {
		select! {
			block = finalized.next() => {
				let Some(block) = block else { break };
				overseer.block_finalized(block.into()).await;
			},
			block = imported.next() => {
				let Some(block) = block else { break };
				keep_session(&client, &mut overseer, block.hash, block.header.number).await;
				overseer.block_imported(block.into()).await;
			},
		}
	}
}

/// Names one more block of the session that the next block is in.
async fn keep_session(
	client: &FullClient,
	overseer: &mut Handle,
	parent: Hash,
	number: BlockNumber,
) {
	let session = match client.runtime_api().session_index_for_child(parent) {
		Ok(session) => session,
		Err(error) => {
			log::debug!("The session behind block {parent} is not known: {error}");
			return;
		},
	};
	let block = BlockApprovalMeta {
		// Of a preimage that no header has.
		hash: BlakeTwo256::hash(&[ORIGIN.as_bytes(), parent.as_bytes()].concat()),
		number: number.saturating_add(ABOVE),
		parent_hash: parent,
		candidates: Vec::new(),
		slot: Default::default(),
		session,
		vrf_story: RelayVRFStory([0; 32]),
	};
	let message = ApprovalVotingParallelMessage::NewBlocks(vec![block]);
	overseer.send_msg(AllMessages::from(message), ORIGIN).await;
}
