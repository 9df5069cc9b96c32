// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON-RPC errors, each with a code of its own.

use jsonrpsee::types::{ErrorObject, ErrorObjectOwned};
use sp_core::H256;

/// The first code of the errors of ASF.
const BASE_CODE: i32 = 14_000;

/// Why a request has no answer.
#[derive(Debug, thiserror::Error)]
pub enum RpcError {
	/// No such block, or one whose header was pruned.
	#[error("block {hash:?} is not known here")]
	UnknownBlock {
		/// What was asked for.
		hash: H256,
	},
	/// The block is above the last finalized one.
	#[error("block #{number} is not final yet, the chain is final up to #{finalized}")]
	NotFinal {
		/// What was asked for.
		number: u32,
		/// The last finalized block.
		finalized: u32,
	},
	/// The database does not go back that far.
	#[error("the proof for block #{number} is not kept here; ask an archive node")]
	TooOld {
		/// What was asked for.
		number: u32,
	},
	/// The set that the requester knows is not before the one that decided the block.
	#[error(
		"block #{number} was decided by set {decided_by}, which set {from_set} cannot lead to"
	)]
	SetTooNew {
		/// What was asked for.
		number: u32,
		/// The set that the requester named.
		from_set: u64,
		/// The set that decided the block.
		decided_by: u64,
	},
	/// The voter is not running.
	#[error("this node's voter has not started yet")]
	NotStarted,
	/// A runtime call failed.
	#[error("the state of block {hash:?} is not available: {error}")]
	Runtime {
		/// The block.
		hash: H256,
		/// Why not.
		error: String,
	},
	/// The database failed.
	#[error("the database failed: {0}")]
	Database(String),
}

impl RpcError {
	pub(super) fn runtime(hash: H256, error: &sp_api::ApiError) -> Self {
		Self::Runtime { hash, error: error.to_string() }
	}

	/// The JSON-RPC error code.
	pub fn code(&self) -> i32 {
		let offset = match self {
			Self::UnknownBlock { .. } => 1,
			Self::NotFinal { .. } => 2,
			Self::TooOld { .. } => 3,
			Self::SetTooNew { .. } => 4,
			Self::NotStarted => 5,
			Self::Runtime { .. } => 6,
			Self::Database(_) => 7,
		};
		BASE_CODE + offset
	}
}

impl From<sp_blockchain::Error> for RpcError {
	fn from(error: sp_blockchain::Error) -> Self {
		Self::Database(error.to_string())
	}
}

impl From<crate::Error> for RpcError {
	fn from(error: crate::Error) -> Self {
		Self::Database(error.to_string())
	}
}

impl From<RpcError> for ErrorObjectOwned {
	fn from(error: RpcError) -> Self {
		ErrorObject::owned(error.code(), error.to_string(), None::<()>)
	}
}
