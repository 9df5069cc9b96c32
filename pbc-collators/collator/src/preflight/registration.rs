// SPDX-License-Identifier: GPL-3.0-or-later
//! What the relay chain's state says of a partition: the pallet `Paras` has an entry of its stage
//! and one of its newest head.

use codec::Decode;
use partition_chain_spec::Header;
use sp_io::hashing::{twox_128, twox_64};

/// The pallet's name in the relay runtime.
const PALLET: &[u8] = b"Paras";

/// A partition as the relay chain knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Registration {
	/// Where it is between registration and retirement.
	pub(super) phase: Phase,
	/// The encoded header of its newest block. None yet while it is onboarding.
	pub(super) head: Option<Vec<u8>>,
}

/// Where a partition is between registration and retirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
	/// Registered, and not yet active.
	Onboarding,
	/// Its blocks are taken.
	Active,
	/// To be retired.
	Offboarding,
}

impl Phase {
	/// From an encoded `ParaLifecycle` of polkadot-runtime-parachains.
	pub(super) fn decode(encoded: &[u8]) -> Option<Self> {
		match encoded {
			[0] => Some(Phase::Onboarding),
			[1..=4] => Some(Phase::Active),
			[5 | 6] => Some(Phase::Offboarding),
			_ => None,
		}
	}
}

impl Registration {
	/// The head, if the partition has no block beyond its first yet.
	pub(super) fn first_head(&self) -> Option<&[u8]> {
		let head = self.head.as_deref()?;
		let header = Header::decode(&mut &head[..]).ok()?;
		(header.number == 0).then_some(head)
	}
}

/// The key of a partition's `ParaLifecycle`.
pub(super) fn lifecycle_key(para_id: u32) -> Vec<u8> {
	key(b"ParaLifecycles", para_id)
}

/// The key of a partition's `HeadData`.
pub(super) fn head_key(para_id: u32) -> Vec<u8> {
	key(b"Heads", para_id)
}

/// The key of an entry in one of the pallet's maps by para id.
fn key(map: &[u8], para_id: u32) -> Vec<u8> {
	let id = para_id.to_le_bytes();
	[&twox_128(PALLET)[..], &twox_128(map), &twox_64(&id), &id].concat()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_are_those_of_the_pallet() {
		// Known from parachain 1000 on other relay chains.
		assert_eq!(
			hex::encode(head_key(1000)),
			"cd710b30bd2eab0352ddcc26417aa1941b3c252fcb29d88eff4f3de5de4476c3\
			 b6ff6f7d467b87a9e8030000"
		);
		assert_eq!(lifecycle_key(1000).len(), head_key(1000).len());
	}

	#[test]
	fn phases_are_told_apart() {
		assert_eq!(Phase::decode(&[0]), Some(Phase::Onboarding));
		assert_eq!(Phase::decode(&[2]), Some(Phase::Active));
		assert_eq!(Phase::decode(&[6]), Some(Phase::Offboarding));
		for unknown in [&[][..], &[7], &[0, 0]] {
			assert_eq!(Phase::decode(unknown), None);
		}
	}
}
