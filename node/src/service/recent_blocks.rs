// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps the state of the newest blocks for a while, also of those that lost.
//!
//! Where two blocks have the same number, ASF finalizes one of them within a fraction of a second,
//! and the database discards the state of the other at once. Collators hear of both through RPC and
//! ask about both; without this, nearly always too late.

use futures::StreamExt;
use polkadot_primitives::Block;
use sc_client_api::BlockchainEvents;
use std::{collections::VecDeque, sync::Arc};

/// Blocks whose state is kept: more than a minute of blocks without forks.
const KEPT: usize = 16;

/// Runs as long as the node imports blocks. The notification of an import holds the block's state.
pub(super) async fn keep<C: BlockchainEvents<Block>>(client: Arc<C>) {
	let mut imported = client.import_notification_stream();
	let mut recent = VecDeque::with_capacity(KEPT);
	while let Some(block) = imported.next().await {
		if recent.len() == KEPT {
			recent.pop_front();
		}
		recent.push_back(block);
	}
}
