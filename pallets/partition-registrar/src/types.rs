// SPDX-License-Identifier: Apache-2.0

//! What is stored, and what the runtime provides.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_primitives::{HeadData, Id as ParaId, ValidationCodeHash};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchResult;

/// Whether a partition is to have a core.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum Status {
	/// As soon as the host has started it.
	#[codec(index = 0)]
	Running,
	/// Not until it is resumed.
	#[codec(index = 1)]
	Paused,
}

/// A partition of a network's first block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisPartition {
	/// Its id.
	pub id: ParaId,
	/// The header of its own first block, encoded.
	pub genesis_head: HeadData,
	/// The place of its code in the list of codes.
	pub code: u32,
}

/// Opens channels for messages.
pub trait OpenChannel {
	/// Opens the channel from one partition to another, unless there is one.
	fn open_channel(sender: ParaId, recipient: ParaId) -> DispatchResult;
}

/// Tells a partition which code it may upgrade to.
pub trait AuthorizeUpgrade {
	/// Sends the hash of the code to the partition.
	fn authorize_upgrade(id: ParaId, code: ValidationCodeHash) -> DispatchResult;
}
