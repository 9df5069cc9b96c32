// SPDX-License-Identifier: GPL-3.0-or-later
//! Headers of blocks as they are encoded, of the relay chain and of partitions alike.

use crate::{Error, Result};
use asf_primitives::{BlockHash, BlockNumber, Target};
use codec::DecodeAll;
use subxt::{
	config::{
		substrate::{BlakeTwo256, DigestItem, SubstrateHeader},
		Hasher,
	},
	utils::H256,
};

/// A header, with the block that it is the header of.
#[derive(Debug)]
pub struct Header {
	/// The block.
	pub block: Target,
	/// The block before it.
	pub parent: BlockHash,
	/// What consensus noted in it.
	pub logs: Vec<DigestItem>,
}

impl Header {
	/// Reads an encoded header.
	pub fn decode(bytes: &[u8]) -> Result<Self> {
		let header = SubstrateHeader::<H256>::decode_all(&mut &*bytes)
			.map_err(|error| Error::violated(format!("a header is malformed: {error}")))?;
		let number = BlockNumber::try_from(header.number)
			.map_err(|_| Error::violated(format!("a header has number {}", header.number)))?;
		Ok(Self {
			block: Target { hash: BlakeTwo256.hash(bytes).0.into(), number },
			parent: header.parent_hash.0.into(),
			logs: header.digest.logs,
		})
	}
}
