// SPDX-License-Identifier: GPL-3.0-or-later
//! The operators' file as it is written.

use super::{amount::Amount, GenerateError};
use pallet_validator_committee::Role;
use serde::Deserialize;
use std::{
	fs::File,
	io::Read,
	path::{Path, PathBuf},
};

/// The largest file that is read, in bytes. One of `MAX_MEMBERS` validators has half a million.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NetworkFile {
	/// What people call the chain.
	pub(super) name: String,
	/// What files and other nodes call it.
	pub(super) id: String,
	/// The account that may do everything, if there is to be one.
	pub(super) sudo: Option<String>,
	/// Slots in an epoch, if not as in the chain that this one is like.
	pub(super) epoch_slots: Option<u64>,
	/// Whom nodes connect to first: `/ip4/ADDRESS/tcp/PORT/p2p/PEER_ID`.
	#[serde(default)]
	pub(super) bootnodes: Vec<String>,
	/// The committee.
	#[serde(default)]
	pub(super) validators: Vec<ValidatorEntry>,
	/// Other accounts with money.
	#[serde(default)]
	pub(super) endowed: Vec<EndowedEntry>,
	/// The partitions that run from the first session on.
	#[serde(default)]
	pub(super) partitions: Vec<PartitionEntry>,
}

/// A partition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartitionEntry {
	/// Its asset.
	pub(super) asset: String,
	/// The file of its chain spec, if it is not the one in the collators.
	pub(super) spec: Option<PathBuf>,
}

/// A committee member.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValidatorEntry {
	/// Whose bond and keys they are.
	pub(super) account: String,
	/// The role, which sets the smallest bond.
	pub(super) role: Role,
	/// The bond.
	pub(super) bond_etr: Amount,
	/// What the account has beside its bond.
	pub(super) free_etr: Option<Amount>,
	/// All keys in one, as `author_rotateKeysWithOwner` answers them.
	pub(super) session_keys: Option<String>,
	/// The keys one by one, instead.
	pub(super) keys: Option<KeysEntry>,
}

/// The session keys one by one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeysEntry {
	pub(super) babe: String,
	pub(super) asf: String,
	pub(super) para_validator: String,
	pub(super) para_assignment: String,
	pub(super) authority_discovery: String,
}

/// An account with money.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndowedEntry {
	pub(super) account: String,
	pub(super) free_etr: Amount,
}

/// Reads a file of validators.
pub(super) fn read(path: &Path) -> Result<NetworkFile, GenerateError> {
	let mut text = String::new();
	File::open(path)
		.and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_string(&mut text))
		.map_err(|reason| GenerateError::Unreadable { path: path.to_path_buf(), reason })?;
	if text.len() as u64 > MAX_FILE_BYTES {
		return Err(GenerateError::TooLarge { path: path.to_path_buf(), limit: MAX_FILE_BYTES });
	}
	let is_json = path.extension().is_some_and(|extension| extension == "json");
	parse(&text, is_json)
		.map_err(|reason| GenerateError::Malformed { path: path.to_path_buf(), reason })
}

/// Reads TOML, or JSON.
pub(super) fn parse(text: &str, is_json: bool) -> Result<NetworkFile, String> {
	if is_json {
		serde_json::from_str(text).map_err(|error| error.to_string())
	} else {
		// The message quotes the line.
		toml::from_str(text).map_err(|error| error.to_string())
	}
}
