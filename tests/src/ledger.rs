// SPDX-License-Identifier: GPL-3.0-or-later
//! Who has how much as of a block, on the relay chain and on partitions alike.

use crate::{chain::Chain, Error, Result};
use asf_primitives::BlockHash;
use codec::Decode;
use subxt::dynamic::Value;

/// An account.
pub type Account = [u8; 32];

/// What `System.Account` holds: a nonce and three counts of references, then what is free and what
/// is reserved.
type AccountInfo = ((u32, u32, u32, u32), u128, u128);
/// What `Assets.Asset` begins with: owner, issuer, admin and freezer, then the supply.
type AssetDetails = ([Account; 4], u128);

/// All ËTR of an account, free and reserved.
pub async fn total_of(chain: &Chain, at: BlockHash, account: Account) -> Result<u128> {
	let info = read::<AccountInfo>(chain, at, "System", "Account", vec![bytes(account)]).await?;
	Ok(info.map_or(0, |(_, free, reserved)| free + reserved))
}

/// All ËTR of these accounts.
pub async fn total_of_all(chain: &Chain, at: BlockHash, accounts: &[Account]) -> Result<u128> {
	let mut sum = 0;
	for account in accounts {
		sum += total_of(chain, at, *account).await?;
	}
	Ok(sum)
}

/// How much ËTR there is, as the chain counts it.
pub async fn issuance(chain: &Chain, at: BlockHash) -> Result<u128> {
	let issuance = read(chain, at, "Balances", "TotalIssuance", Vec::new()).await?;
	Ok(issuance.unwrap_or_default())
}

/// How much ËTR there is, summed up over all accounts.
pub async fn sum_of_accounts(chain: &Chain, at: BlockHash) -> Result<u128> {
	let mut sum = 0;
	for value in chain.values_at(at, "System", "Account").await? {
		let (_, free, reserved) = decode::<AccountInfo>(&value)?;
		sum += free + reserved;
	}
	Ok(sum)
}

/// What an account has of a wrapped asset.
pub async fn asset_of(chain: &Chain, at: BlockHash, asset: u32, account: Account) -> Result<u128> {
	let keys = vec![Value::u128(asset.into()), bytes(account)];
	let balance = read::<u128>(chain, at, "Assets", "Account", keys).await?;
	Ok(balance.unwrap_or_default())
}

/// How much of a wrapped asset a partition has.
pub async fn asset_supply(chain: &Chain, at: BlockHash, asset: u32) -> Result<u128> {
	let keys = vec![Value::u128(asset.into())];
	let details = read::<AssetDetails>(chain, at, "Assets", "Asset", keys).await?;
	Ok(details.map_or(0, |(_, supply)| supply))
}

/// The account that a pallet with this id has.
pub fn pallet_account(id: &[u8; 8]) -> Account {
	padded(&[b"modl", &id[..]].concat())
}

/// The account that a partition keeps for another one.
pub fn sibling_account(para_id: u32) -> Account {
	padded(&[b"sibl", &para_id.to_le_bytes()[..]].concat())
}

fn padded(start: &[u8]) -> Account {
	let mut account = Account::default();
	for (byte, given) in account.iter_mut().zip(start) {
		*byte = *given;
	}
	account
}

fn bytes(account: Account) -> Value {
	Value::from_bytes(account)
}

/// Reads the beginning of an entry.
async fn read<T: Decode>(
	chain: &Chain,
	at: BlockHash,
	pallet: &str,
	entry: &str,
	keys: Vec<Value>,
) -> Result<Option<T>> {
	let value = chain.storage_at(at, pallet, entry, keys).await?;
	value.map(|value| decode(&value)).transpose()
}

fn decode<T: Decode>(value: &[u8]) -> Result<T> {
	T::decode(&mut &*value)
		.map_err(|error| Error::violated(format!("a balance does not decode: {error}")))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn accounts_without_keys_are_padded() {
		let account = pallet_account(b"py/trsry");
		assert!(account.starts_with(b"modlpy/trsry\0"));
		// 2001 is 0x07d1.
		assert!(sibling_account(2001).starts_with(b"sibl\xd1\x07\0\0\0"));
	}
}
