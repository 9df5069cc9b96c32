// SPDX-License-Identifier: GPL-3.0-or-later
//! The panel changes that block headers announce.

use crate::AsfBlock;
use asf_primitives::{ConsensusLog, NextPanel, ENGINE_ID};
use codec::DecodeAll;
use sp_core::H256;
use sp_runtime::{traits::Header as HeaderT, DigestItem};

/// Why a header is not one that the runtime made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DigestError {
	/// The digest does not decode.
	#[error("block #{number} ({hash:?}) carries an ASF digest that does not decode: {error}")]
	Malformed {
		/// Number of the block.
		number: u32,
		/// Its hash.
		hash: H256,
		/// Why not.
		error: String,
	},
	/// Two announcements in one block.
	#[error("block #{number} ({hash:?}) announces more than one panel")]
	Twice {
		/// Number of the block.
		number: u32,
		/// Its hash.
		hash: H256,
	},
}

/// The panel that a header announces. At most one: a block is the last of at most one term.
pub(crate) fn next_panel<B: AsfBlock>(
	header: &B::Header,
) -> Result<Option<NextPanel>, DigestError> {
	let mut found = None;
	for item in header.digest().logs() {
		let DigestItem::Consensus(ENGINE_ID, encoded) = item else { continue };
		let log = ConsensusLog::decode_all(&mut &encoded[..]).map_err(|error| {
			let (number, hash) = (*header.number(), header.hash());
			DigestError::Malformed { number, hash, error: error.to_string() }
		})?;
		let ConsensusLog::NextPanel(next) = log;
		if found.replace(next).is_some() {
			return Err(DigestError::Twice { number: *header.number(), hash: header.hash() });
		}
	}
	Ok(found)
}
