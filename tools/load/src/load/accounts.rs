// SPDX-License-Identifier: GPL-3.0-or-later
//! The accounts that send, and whose turn it is with which nonce.

use crate::error::{Error, Result};
use std::str::FromStr;
use subxt_signer::{sr25519::Keypair, DeriveJunction, SecretUri};

/// Accounts that a load may have at most. Each is an entry in the chain's state.
pub(crate) const MAX_SENDERS: u32 = 100_000;

/// The keys of the accounts `SEED//0`, `SEED//1` …: the same for each run.
pub(crate) fn derive(seed: &str, count: u32) -> Result<Vec<Keypair>> {
	let base = keypair(seed)?;
	Ok((0..count).map(|index| base.derive([DeriveJunction::hard(u64::from(index))])).collect())
}

/// The key that a secret such as `//Alice` stands for.
pub(crate) fn keypair(secret: &str) -> Result<Keypair> {
	let bad = |error: String| Error::Usage(format!("{secret} is not a secret: {error}"));
	let secret = SecretUri::from_str(secret).map_err(|error| bad(error.to_string()))?;
	Keypair::from_uri(&secret).map_err(|error| bad(error.to_string()))
}

/// Who sends a transaction, and with which nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
	/// Index of the account that sends.
	pub(crate) sender: u32,
	/// Index of the account that receives: the next one.
	pub(crate) receiver: u32,
	/// The sender's nonce.
	pub(crate) nonce: u64,
}

/// Turns of all accounts. Each lane has its own share of the accounts, so that the transactions of
/// one account go over one connection, in the order of their nonces.
#[derive(Clone, Debug)]
pub(crate) struct NonceBook {
	/// The next nonce of each account before the load began.
	first: Vec<u64>,
	lanes: u32,
}

impl NonceBook {
	/// With the next nonces of all accounts, and at most as many lanes as there are accounts.
	pub(crate) fn new(first: Vec<u64>, lanes: u32) -> Self {
		let accounts = u32::try_from(first.len()).unwrap_or(u32::MAX);
		Self { first, lanes: lanes.clamp(1, accounts.max(1)) }
	}

	/// How many lanes there are.
	pub(crate) fn lanes(&self) -> u32 {
		self.lanes
	}

	fn accounts(&self) -> u32 {
		u32::try_from(self.first.len()).unwrap_or(u32::MAX)
	}

	/// Accounts of a lane.
	pub(crate) fn accounts_of(&self, lane: u32) -> u32 {
		let accounts = self.accounts();
		accounts / self.lanes + u32::from(lane < accounts % self.lanes)
	}

	/// The turn number `count` of a lane; `None` if it has no accounts.
	pub(crate) fn turn(&self, lane: u32, count: u64) -> Option<Turn> {
		let of_lane = u64::from(self.accounts_of(lane));
		let place = u32::try_from(count.checked_rem(of_lane)?).ok()?;
		let sender = lane + self.lanes * place;
		let first = self.first.get(usize::try_from(sender).ok()?)?;
		let receiver = (sender + 1) % self.accounts();
		Some(Turn { sender, receiver, nonce: first + count / of_lane })
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn each_account_uses_each_nonce_once() {
		let first = vec![5, 0, 7, 0, 0, 9, 0];
		let book = NonceBook::new(first.clone(), 3);
		let mut used = vec![Vec::new(); first.len()];
		for lane in 0..book.lanes() {
			for count in 0..30 * u64::from(book.accounts_of(lane)) {
				let turn = book.turn(lane, count).expect("it has accounts");
				assert_eq!(turn.sender % 3, lane);
				assert_ne!(turn.sender, turn.receiver);
				used[turn.sender as usize].push(turn.nonce);
			}
		}
		for (nonces, first) in used.iter().zip(first) {
			assert!(nonces.iter().copied().eq(first..first + 30), "{nonces:?} from {first}");
		}
	}

	#[test]
	fn there_are_no_more_lanes_than_accounts() {
		let book = NonceBook::new(vec![0; 2], 4);
		assert_eq!(book.lanes(), 2);
		assert_eq!((book.accounts_of(0), book.accounts_of(1)), (1, 1));
		let nobody = NonceBook::new(Vec::new(), 4);
		assert_eq!(nobody.turn(0, 0), None);
	}

	#[test]
	fn accounts_are_those_of_the_usual_derivation() -> Result<()> {
		let derived = derive("//load", 3)?;
		for (index, key) in derived.iter().enumerate() {
			let same = keypair(&format!("//load//{index}"))?;
			assert_eq!(key.public_key().0, same.public_key().0);
		}
		assert!(keypair("not a phrase").is_err());
		Ok(())
	}
}
