// SPDX-License-Identifier: Apache-2.0

//! Amounts of ËTR, on the relay chain and on partitions alike.

use crate::Balance;

/// Decimals of the token, as shown to users.
pub const DECIMALS: u8 = 12;
/// One ËTR.
pub const UNITS: Balance = 1_000_000_000_000;
/// A hundredth of an ËTR.
pub const CENTS: Balance = UNITS / 100;
/// A thousandth of a cent.
pub const MILLICENTS: Balance = CENTS / 1_000;

/// The balance below which an account is removed.
pub const EXISTENTIAL_DEPOSIT: Balance = CENTS;

/// What is held for keeping `items` entries of `bytes` together in the state.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	items as Balance * 20 * CENTS + bytes as Balance * 10 * MILLICENTS
}
