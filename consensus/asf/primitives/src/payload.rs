// SPDX-License-Identifier: Apache-2.0
//! The bytes a seat signs.

use crate::{Ballot, BlockHash, Height, Round, SetId};
use alloc::vec::Vec;
use codec::Encode;

/// Separates ASF signatures from every other use of the same key.
pub const DOMAIN_TAG: [u8; 17] = *b"flarechain/asf/v1";

/// Domain tag, genesis hash, set id (u64), height (u64), round (u32), step (u8) and target, in
/// this order, little endian, nothing of variable length before the ballot; a nil target is one
/// zero byte, another is a one byte, the hash and the number (u32). A proposal always has a target
/// and carries its valid round after it.
pub fn signing_payload(
	genesis: BlockHash,
	set_id: SetId,
	height: Height,
	round: Round,
	ballot: &Ballot,
) -> Vec<u8> {
	(DOMAIN_TAG, genesis, set_id, height, round, ballot).encode()
}
