// SPDX-License-Identifier: GPL-3.0-or-later
//! Gives every sender what it needs, from one rich account.

use crate::{
	error::{Error, Result},
	load::chain::{Account, Chain},
	network::{endpoint::Endpoint, watch::wait_until},
	progress::Progress,
};
use serde_json::{json, Value};
use std::time::Duration;
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;

/// Transfers of one batch: several fit into a block.
const BATCH: usize = 200;
/// Batches that wait in the pool at the same time.
const BATCHES_AT_ONCE: usize = 16;
/// Accounts that one question to a node is about.
const ACCOUNTS_AT_ONCE: usize = 1_000;
/// How long what waits from an earlier load may take.
const POOL_EMPTY: Duration = Duration::from_secs(180);
/// How long some batches may take until they are final.
const BATCHES_FINAL: Duration = Duration::from_secs(180);
/// Fees rise while blocks are full: what a transfer costs now, so many times, is set aside for each.
const FEE_MARGIN: u128 = 5;
/// What a transfer moves, in the smallest unit.
pub(crate) const AMOUNT: u128 = 1;

/// Makes sure that every sender can pay for so many transfers; gives their next nonces.
pub(crate) async fn fund(
	endpoint: &Endpoint,
	chain: &Chain,
	senders: &[Keypair],
	funder: &Keypair,
	transfers_each: u64,
) -> Result<Vec<u64>> {
	wait_until_pool_is_empty(endpoint).await?;
	let fee = fee(endpoint, chain, funder).await?;
	let deposit = chain.existential_deposit()?;
	let needed = deposit
		.saturating_mul(2)
		.saturating_add((fee * FEE_MARGIN + AMOUNT).saturating_mul(u128::from(transfers_each)));
	let keys: Vec<_> = senders.iter().map(|sender| sender.public_key().0).collect();
	let missing: Vec<_> = accounts(endpoint, chain, &keys)
		.await?
		.into_iter()
		.zip(&keys)
		.map(|(account, key)| (*key, needed.saturating_sub(account.free)))
		.filter(|(_, lacks)| *lacks > 0)
		.collect();
	if !missing.is_empty() {
		pay(endpoint, chain, funder, &missing).await?;
	}
	let accounts = accounts(endpoint, chain, &keys).await?;
	Ok(accounts.into_iter().map(|account| account.nonce).collect())
}

/// What waits from an earlier load would use the nonces that are chosen now.
async fn wait_until_pool_is_empty(endpoint: &Endpoint) -> Result<()> {
	wait_until("the pool of the first node is empty", POOL_EMPTY, async || {
		let waiting: Vec<String> = endpoint.call("author_pendingExtrinsics", Value::Null).await?;
		let count = waiting.len();
		Ok(if count == 0 { Ok(()) } else { Err(format!("{count} transactions wait")) })
	})
	.await
}

/// What these accounts have in the last final block.
async fn accounts(endpoint: &Endpoint, chain: &Chain, keys: &[[u8; 32]]) -> Result<Vec<Account>> {
	let at = endpoint.finalized().await?.hash;
	let mut accounts = Vec::with_capacity(keys.len());
	for some in keys.chunks(ACCOUNTS_AT_ONCE) {
		let places = some.iter().map(|key| chain.account_key(*key)).collect::<Result<Vec<_>>>()?;
		for bytes in endpoint.storage_of_many(&places, at).await? {
			accounts.push(chain.account(bytes.as_deref())?);
		}
	}
	Ok(accounts)
}

/// The next nonce of an account, what waits in the node's pool included.
async fn next_nonce(endpoint: &Endpoint, account: &Keypair) -> Result<u64> {
	let address = AccountId32(account.public_key().0).to_string();
	endpoint.call("system_accountNextIndex", json!([address])).await
}

/// What a transfer costs now.
async fn fee(endpoint: &Endpoint, chain: &Chain, funder: &Keypair) -> Result<u128> {
	let method = "payment_queryInfo";
	let transfer = chain.transfer(funder, funder.public_key().0, AMOUNT, 0)?;
	let params = json!([format!("0x{}", hex::encode(transfer))]);
	let info: Value = endpoint.call(method, params).await?;
	let fee = &info["partialFee"];
	fee.as_str()
		.and_then(|text| text.parse().ok())
		.or_else(|| fee.as_u64().map(u128::from))
		.ok_or_else(|| endpoint.malformed(method, &info.to_string()))
}

async fn pay(
	endpoint: &Endpoint,
	chain: &Chain,
	funder: &Keypair,
	missing: &[([u8; 32], u128)],
) -> Result<()> {
	let account = funder.public_key().0;
	let total = missing.iter().fold(0u128, |sum, (_, lacks)| sum.saturating_add(*lacks));
	let free: u128 =
		accounts(endpoint, chain, &[account]).await?.iter().map(|account| account.free).sum();
	if free < total {
		return Err(Error::Usage(format!(
			"the funder has {free} of the smallest unit and the senders lack {total}; name a richer \
			 account with --funder, or take fewer --accounts or a shorter --duration"
		)));
	}
	let progress = Progress::new("funding accounts", missing.len() as u64);
	let mut nonce = next_nonce(endpoint, funder).await?;
	for batches in missing.chunks(BATCH * BATCHES_AT_ONCE) {
		for batch in batches.chunks(BATCH) {
			let signed = chain.transfers(funder, batch, nonce)?;
			submit(endpoint, &signed).await?;
			nonce += 1;
		}
		wait_until_paid(endpoint, chain, account, nonce, batches).await?;
		progress.add(batches.len() as u64);
	}
	progress.done();
	Ok(())
}

/// Waits until the batches are final, and fails if they failed.
async fn wait_until_paid(
	endpoint: &Endpoint,
	chain: &Chain,
	funder: [u8; 32],
	nonce: u64,
	paid: &[([u8; 32], u128)],
) -> Result<()> {
	// Of each batch one account: a batch is paid as a whole.
	let mut keys = vec![funder];
	keys.extend(paid.chunks(BATCH).filter_map(|batch| batch.last()).map(|(account, _)| *account));
	wait_until("the senders have their money", BATCHES_FINAL, async || {
		let accounts = accounts(endpoint, chain, &keys).await?;
		let used = accounts.first().map_or(0, |funder| funder.nonce);
		if used < nonce {
			return Ok(Err(format!("the funder's nonce is {used}, not {nonce} yet")));
		}
		let unpaid = accounts.iter().filter(|account| account.free < AMOUNT).count();
		if unpaid > 0 {
			return Err(Error::Usage(format!(
				"{unpaid} batches of transfers from the funder failed; does it have enough?"
			)));
		}
		Ok(Ok(()))
	})
	.await
}

async fn submit(endpoint: &Endpoint, signed: &[u8]) -> Result<()> {
	let params = json!([format!("0x{}", hex::encode(signed))]);
	endpoint.call::<Value>("author_submitExtrinsic", params).await.map(|_| ())
}
