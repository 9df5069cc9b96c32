// SPDX-License-Identifier: GPL-3.0-or-later
//! Finality as a node tells it.

use crate::{hex_of, rpc::hex_bytes, Error, Network, Result, RpcClient};
use asf_primitives::{Authority, BlockHash, Panel, Seat, SeatKey, SetId};
use serde::Deserialize;
use serde_json::{json, Value};

/// A panel and the set it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelAt {
	/// Id of the set.
	pub set_id: SetId,
	/// Its seats.
	pub panel: Panel,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PanelAnswer {
	set_id: u64,
	seats: Vec<String>,
}

/// The panel that decides what comes after a block; after the best one without a hash.
pub async fn panel(rpc: &RpcClient, at: Option<BlockHash>) -> Result<PanelAt> {
	let method = "asf_panel";
	let params = at.map_or(json!([]), |hash| json!([hex_of(hash)]));
	let answer: PanelAnswer = rpc.call(method, params).await?;
	let keys = answer
		.seats
		.iter()
		.map(|key| hex_bytes(key).and_then(|bytes| bytes.try_into().ok()).map(SeatKey::from_bytes))
		.collect::<Option<Vec<_>>>()
		.ok_or_else(|| rpc.malformed(method, &answer.seats.join(", ")))?;
	let panel = Panel::new(keys).map_err(|error| rpc.malformed(method, &error.to_string()))?;
	Ok(PanelAt { set_id: SetId::new(answer.set_id), panel })
}

/// The seat of a panel whose key the node has.
pub async fn seat_in(rpc: &RpcClient, panel: &PanelAt) -> Result<Option<Seat>> {
	for (seat, key) in panel.panel.iter() {
		if rpc.has_asf_key(key).await? {
			return Ok(Some(seat));
		}
	}
	Ok(None)
}

/// The seat that the node has now.
pub async fn seat_of(rpc: &RpcClient) -> Result<Option<Seat>> {
	seat_in(rpc, &panel(rpc, None).await?).await
}

/// The node of a network that holds a seat now.
pub async fn node_of_seat(network: &Network, seat: Seat) -> Result<usize> {
	let panel = panel(network.rpc(0), None).await?;
	let key = panel
		.panel
		.key(seat)
		.ok_or_else(|| Error::violated(format!("the panel has no seat {seat}")))?;
	for (index, node) in network.nodes().iter().enumerate() {
		if node.rpc().has_asf_key(key).await? {
			return Ok(index);
		}
	}
	Err(Error::violated(format!("no node has the key of seat {seat}")))
}

/// The height that a node decides next, and the seat that proposes first at it.
pub async fn next_height(rpc: &RpcClient) -> Result<(u64, Seat)> {
	let state: Value = rpc.call("asf_roundState", Value::Null).await?;
	let height = state["height"]
		.as_u64()
		.ok_or_else(|| rpc.malformed("asf_roundState", &state.to_string()))?;
	let seats = panel(rpc, None).await?.panel.seat_count() as u64;
	let seat = u8::try_from(height % seats)
		.map_err(|_| rpc.malformed("asf_panel", "more seats than there can be"))?;
	Ok((height, Seat::new(seat)))
}

/// The level of a block, as its name.
pub async fn level(rpc: &RpcClient, hash: &Value) -> Result<String> {
	rpc.call("asf_finalityLevel", json!([hash])).await
}

/// The chain and panel that everything is proven from: those of the genesis block.
pub async fn genesis_authority(rpc: &RpcClient) -> Result<Authority> {
	let genesis = rpc.genesis().await?;
	let PanelAt { set_id, panel } = panel(rpc, Some(genesis)).await?;
	Ok(Authority { genesis, set_id, panel })
}
