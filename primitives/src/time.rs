// SPDX-License-Identifier: Apache-2.0

//! Time, in milliseconds, slots and blocks.

use crate::{BlockNumber, Moment};

/// The length of a slot, of the relay chain and of partitions. The parachain host and its
/// collators take it for granted.
pub const SLOT_DURATION_MS: Moment = 6_000;
/// Blocks in a minute, when no slot is missed. The same holds for the units below.
pub const MINUTES: BlockNumber = 10;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;
