// SPDX-License-Identifier: GPL-3.0-or-later

//! Instructions of XCM programs.

use frame_support::weights::Weight;

/// What any instruction of an XCM program costs, beside the calls in it. The dearest of those that
/// the partition carries out puts a wrapped asset into another account and sends a message: twelve
/// reads and seven writes, which by [`database`](super::database) take 0.66 ms.
pub const INSTRUCTION_WEIGHT: Weight = Weight::from_parts(1_250_000_000, 16 * 1024);
