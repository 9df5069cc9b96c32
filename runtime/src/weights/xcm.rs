// SPDX-License-Identifier: GPL-3.0-or-later

//! Instructions of XCM programs.

use frame_support::weights::Weight;

/// What any instruction of an XCM program costs, beside the calls in it: an estimate on the high
/// side of every instruction that only handles the native token.
pub const INSTRUCTION_WEIGHT: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);
