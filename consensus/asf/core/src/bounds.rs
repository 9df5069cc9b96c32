// SPDX-License-Identifier: Apache-2.0
//! Every bound of the machine, with its unit. What a seat can make another node store is limited
//! by these and by nothing else.

/// Blocks between the last decided target and the farthest one that may be proposed. Longer gaps
/// close in several heights.
pub const MAX_TARGET_DISTANCE_BLOCKS: u32 = 512;

/// Rounds above the present one whose votes are counted at once; later ones are held.
pub const MAX_ROUNDS_AHEAD: u32 = 4;

/// Rounds below the present one whose votes still count.
pub const MAX_ROUNDS_BEHIND: u32 = 4;

/// Heights above the present one whose messages are held.
pub const MAX_HEIGHTS_AHEAD: u64 = 4;

/// Distinct proposals of one round that are kept: the second proves the equivocation, more would
/// prove no more.
pub const MAX_PROPOSALS_PER_ROUND: usize = 2;

/// Messages held for one seat, oldest out first.
pub const HELD_MESSAGES_PER_SEAT: usize = 32;

/// Encoded bytes of the messages held for one seat, oldest out first.
pub const HELD_BYTES_PER_SEAT: usize = 4096;

/// Certificates held until their block is imported, lowest height out first.
pub const MAX_HELD_CERTIFICATES: usize = 4;

/// Certificates of former sets' last blocks that are kept to help nodes that missed the change.
pub const MAX_CLOSING_CERTIFICATES: usize = 4;

/// Approved targets besides the finality target.
pub const MAX_APPROVED_FORKS: usize = 8;

/// Blocks above the last decided target whose level is remembered, lowest number out first.
pub const MAX_LEVEL_MARKS: usize = 64;

/// A round number no honest node reaches: at the timeouts' pace it would take millennia. Messages
/// above it are rejected, so that arithmetic on rounds cannot overflow.
pub const MAX_ROUND: u32 = 1 << 24;
