// SPDX-License-Identifier: Apache-2.0

//! What the relay chain and its partitions share, and what their nodes, specs and tools derive
//! from it.
//!
//! - [`Asset`] is the one table of partitions: a thirteenth asset is a row of it;
//! - [`currency`] the amounts of ËTR, which is the fee token of every chain;
//! - [`time`] slots and blocks;
//! - [`xcm`] the constants by which the chains name each other in messages.
//!
//! Everything here is constant: nothing allocates except an error's text, and nothing panics.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod asset;
pub mod currency;
pub mod time;
pub mod xcm;

pub use asset::{Asset, BridgeFamily, UnknownAsset, FIRST_PARTITION_ID};

/// An amount of any token, in its smallest unit.
pub type Balance = u128;
/// The number of a block.
pub type BlockNumber = u32;
/// A point in time or a duration, in milliseconds.
pub type Moment = u64;
