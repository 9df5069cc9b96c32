// SPDX-License-Identifier: GPL-3.0-or-later
//! Partitions as the relay chain has them in its state.

use crate::{chain::Chain, header::Header, Result};
use asf_primitives::{BlockHash, Target};
use codec::DecodeAll;
use flarechain_primitives::Asset;
use subxt::dynamic::Value;

/// The newest block of a partition that the relay chain includes as of one of its own blocks.
/// `None` if it has no such partition.
pub async fn included(relay: &Chain, at: BlockHash, asset: Asset) -> Result<Option<Target>> {
	let para = Value::u128(asset.para_id().into());
	let Some(head) = relay.storage_at(at, "Paras", "Heads", vec![para]).await? else {
		return Ok(None);
	};
	let header = Vec::<u8>::decode_all(&mut &*head)
		.map_err(|error| relay.error("read Paras.Heads", error))?;
	Header::decode(&header).map(|header| Some(header.block))
}
