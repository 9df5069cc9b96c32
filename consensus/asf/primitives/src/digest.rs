// SPDX-License-Identifier: Apache-2.0
//! What the runtime tells the finality of a chain through block digests.

use crate::{Panel, SetId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Content of a consensus digest item of engine [`ENGINE_ID`](crate::ENGINE_ID).
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum ConsensusLog {
	/// The block is the last that the present panel may decide.
	#[codec(index = 1)]
	NextPanel(NextPanel),
}

/// The panel that takes over when the block that announces it is final.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NextPanel {
	/// Its set id: one more than that of the set that decides the announcing block.
	pub set_id: SetId,
	/// Its seats.
	pub panel: Panel,
}
