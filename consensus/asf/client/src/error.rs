// SPDX-License-Identifier: GPL-3.0-or-later
//! Why the node's finality cannot start or go on.

use crate::{digest::DigestError, vote_log::VoteLogError};
use std::path::PathBuf;

/// An error that ends the node's finality, or keeps it from starting.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// The client failed.
	#[error("the block database failed: {0}")]
	Client(#[from] sp_blockchain::Error),
	/// A runtime call failed.
	#[error("the runtime did not answer AsfApi at block {block:?}: {error}")]
	Runtime {
		/// The block whose state was asked.
		block: sp_core::H256,
		/// What the executor said.
		error: sp_api::ApiError,
	},
	/// A header on the way carries a digest that cannot be read.
	#[error(transparent)]
	Digest(#[from] DigestError),
	/// The finality state in the database cannot be read.
	#[error(
		"the finality state under key {key} does not decode: {error}; the database is damaged or \
		 written by a newer node: purge the chain and sync again"
	)]
	CorruptState {
		/// The key in the auxiliary column.
		key: String,
		/// Why not.
		error: codec::Error,
	},
	/// The finality state is of a layout that this node does not know.
	#[error("the finality state has version {got}, this node reads version {expected}")]
	StateVersion {
		/// Version found.
		got: u32,
		/// Version known.
		expected: u32,
	},
	/// The vote log failed.
	#[error(transparent)]
	VoteLog(#[from] VoteLogError),
	/// The directory for the vote log cannot be used.
	#[error("cannot use {path} for the vote log: {error}", path = .path.display())]
	VoteLogDirectory {
		/// The directory.
		path: PathBuf,
		/// Why not.
		error: std::io::Error,
	},
	/// Finality as the machine decided it cannot be applied.
	#[error("cannot finalize what was decided: {0}")]
	Finalize(String),
	/// A task that the voter lives on ended.
	#[error("{0} ended, the node is shutting down or lost its network")]
	Ended(&'static str),
}

impl From<Error> for sp_blockchain::Error {
	fn from(error: Error) -> Self {
		match error {
			Error::Client(error) => error,
			other => Self::Application(Box::new(other)),
		}
	}
}
