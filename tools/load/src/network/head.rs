// SPDX-License-Identifier: GPL-3.0-or-later
//! Blocks as far as the harness looks into them.

use crate::network::endpoint::bytes_of;
use serde_json::Value;
use subxt::{
	config::{
		substrate::{BlakeTwo256, SubstrateHeader, H256},
		Hasher, Header,
	},
	ext::codec::Encode,
};

/// Hash of a block or of a transaction.
pub(crate) type Hash = H256;

/// A block's place in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
	/// Its number.
	pub(crate) number: u64,
	/// Its hash.
	pub(crate) hash: Hash,
	/// The hash of the block before it.
	pub(crate) parent: Hash,
}

impl Head {
	/// That of a header.
	pub(crate) fn of(header: &SubstrateHeader<H256>) -> Self {
		Self {
			number: header.number(),
			hash: blake2_256(&header.encode()),
			parent: header.parent_hash,
		}
	}
}

/// A block with the hashes of its transactions.
#[derive(Clone, Debug)]
pub(crate) struct Block {
	/// Its place.
	pub(crate) head: Head,
	/// The hashes of what is in it, inherents included, in their order.
	pub(crate) extrinsics: Vec<Hash>,
}

impl Block {
	/// Reads the answer of `chain_getBlock`.
	pub(crate) fn read(answer: &Value) -> Option<Self> {
		let block = &answer["block"];
		let header: SubstrateHeader<H256> = serde_json::from_value(block["header"].clone()).ok()?;
		let extrinsics = block["extrinsics"]
			.as_array()?
			.iter()
			.map(|extrinsic| Some(blake2_256(&bytes_of(extrinsic.as_str()?)?)))
			.collect::<Option<Vec<_>>>()?;
		Some(Self { head: Head::of(&header), extrinsics })
	}
}

/// How the chain hashes headers and transactions.
pub(crate) fn blake2_256(bytes: &[u8]) -> Hash {
	BlakeTwo256.hash(bytes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	fn zeros() -> String {
		format!("0x{}", "00".repeat(32))
	}

	#[test]
	fn a_block_is_read_with_its_hashes() {
		let answer = json!({ "block": {
			"header": {
				"parentHash": format!("0x{}", "11".repeat(32)),
				"number": "0x2a",
				"stateRoot": zeros(),
				"extrinsicsRoot": zeros(),
				"digest": { "logs": ["0x0642414245090101"] },
			},
			"extrinsics": ["0x280403000b", "0x00"],
		}});
		// The last log is cut short on purpose: such a header cannot be hashed.
		assert!(Block::read(&answer).is_none());

		let mut answer = answer;
		answer["block"]["header"]["digest"]["logs"] = json!(["0x064241424504ff"]);
		let block = Block::read(&answer).expect("it is well formed");
		assert_eq!(block.head.number, 42);
		assert_eq!(block.head.parent, H256([0x11; 32]));
		assert_eq!(block.extrinsics, [blake2_256(&[0x28, 4, 3, 0, 0x0b]), blake2_256(&[0])]);

		// parent, compact number, two roots, one log: as SCALE lays a header out.
		let mut encoded = vec![0x11; 32];
		encoded.push(42 << 2);
		encoded.extend([0; 64]);
		encoded.extend([4, 6, b'B', b'A', b'B', b'E', 4, 0xff]);
		assert_eq!(block.head.hash, blake2_256(&encoded));
	}

	#[test]
	fn what_is_no_block_is_refused() {
		assert!(Block::read(&Value::Null).is_none());
		assert!(Block::read(&json!({ "block": { "extrinsics": [1] } })).is_none());
	}
}
