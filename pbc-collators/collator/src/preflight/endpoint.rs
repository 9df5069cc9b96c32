// SPDX-License-Identifier: GPL-3.0-or-later
//! Asking one relay node.

use super::registration::{head_key, lifecycle_key, Phase, Registration};
use codec::Decode;
use jsonrpsee::{
	core::client::{ClientT, Error as ClientError},
	rpc_params,
	ws_client::{WsClient, WsClientBuilder},
};
use sp_core::{Bytes, H256};
use std::time::Duration;

/// How long connecting may take, and each question after that.
const CALL_DEADLINE: Duration = Duration::from_secs(10);
/// The largest answer, in bytes. What is asked for is a few hundred.
const MAX_ANSWER_BYTES: u32 = 1024 * 1024;
/// How many of a relay node's addresses are taken.
const MAX_ADDRESSES: usize = 8;

/// What one relay node says.
#[derive(Debug)]
pub(super) enum Probe {
	/// It is a node of a relay chain with this genesis, not of the one that is meant.
	Foreign(H256),
	/// It is a node of the right chain.
	Ready {
		/// What the chain knows of the partition; `None` if nothing.
		registration: Option<Registration>,
		/// Where it listens for peers, with its peer id.
		listens_at: Vec<String>,
	},
	/// It does not answer, or not what a node answers, for this reason.
	Silent(String),
}

/// Asks the node at `url`.
pub(super) async fn probe(url: &str, genesis: H256, para_id: u32) -> Probe {
	match ask(url, genesis, para_id).await {
		Ok(probe) => probe,
		Err(reason) => Probe::Silent(reason),
	}
}

async fn ask(url: &str, genesis: H256, para_id: u32) -> Result<Probe, String> {
	let client = WsClientBuilder::new()
		.connection_timeout(CALL_DEADLINE)
		.request_timeout(CALL_DEADLINE)
		.max_response_size(MAX_ANSWER_BYTES)
		.build(url)
		.await
		.map_err(|error| reason(&error))?;
	let found: Option<H256> = client
		.request("chain_getBlockHash", rpc_params![0])
		.await
		.map_err(|error| reason(&error))?;
	match found {
		None => return Err("it has no first block".into()),
		Some(found) if found != genesis => return Ok(Probe::Foreign(found)),
		Some(_) => {},
	}
	let registration = registration(&client, para_id).await?;
	if registration.is_none() && is_syncing(&client).await {
		return Err("it does not know the partition yet, and is still catching up".into());
	}
	// Only to find peers; nodes that do not tell are fine.
	let mut listens_at: Vec<String> =
		client.request("system_localListenAddresses", rpc_params![]).await.unwrap_or_default();
	listens_at.retain(|address| is_plain_tcp(address));
	listens_at.truncate(MAX_ADDRESSES);
	Ok(Probe::Ready { registration, listens_at })
}

/// Whether the node says that it has blocks to catch up with.
async fn is_syncing(client: &WsClient) -> bool {
	let health: Result<serde_json::Value, _> = client.request("system_health", rpc_params![]).await;
	health.is_ok_and(|health| health["isSyncing"] == true)
}

async fn registration(client: &WsClient, para_id: u32) -> Result<Option<Registration>, String> {
	let Some(lifecycle) = storage(client, lifecycle_key(para_id)).await? else { return Ok(None) };
	let phase = Phase::decode(&lifecycle)
		.ok_or("its state has an unknown stage of the partition: is it a newer relay chain?")?;
	let head = storage(client, head_key(para_id))
		.await?
		.map(|encoded| Vec::<u8>::decode(&mut &encoded[..]))
		.transpose()
		.map_err(|error| format!("the head in its state cannot be read: {error}"))?;
	Ok(Some(Registration { phase, head }))
}

/// An entry of the state after the node's best block.
async fn storage(client: &WsClient, key: Vec<u8>) -> Result<Option<Vec<u8>>, String> {
	let value: Option<Bytes> = client
		.request("state_getStorage", rpc_params![Bytes(key)])
		.await
		.map_err(|error| reason(&error))?;
	Ok(value.map(|Bytes(value)| value))
}

/// An address that a node of any kind can connect to.
fn is_plain_tcp(address: &str) -> bool {
	let mut parts = address.split('/');
	matches!(parts.next(), Some(""))
		&& matches!(parts.next(), Some("ip4" | "ip6" | "dns" | "dns4" | "dns6"))
		&& parts.next().is_some()
		&& parts.next() == Some("tcp")
		&& parts.next().is_some()
		&& address.contains("/p2p/")
}

fn reason(error: &ClientError) -> String {
	match error {
		ClientError::RequestTimeout => format!("no answer in {} s", CALL_DEADLINE.as_secs()),
		error => crate::error::describe(error),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_addresses_that_others_can_use_are_taken() {
		let id = "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";
		for address in ["/ip4/127.0.0.1/tcp/30333", "/ip4/10.0.0.1/tcp/30333/ws", "/dns/a/tcp/1"] {
			assert!(is_plain_tcp(&format!("{address}/p2p/{id}")), "{address}");
			assert!(!is_plain_tcp(address), "{address}");
		}
		for address in ["", "/", "/ip4/1.2.3.4/udp/1/webrtc-direct", "--flag", "/ip4/1.2.3.4"] {
			assert!(!is_plain_tcp(&format!("{address}/p2p/{id}")), "{address}");
		}
	}
}
