// SPDX-License-Identifier: GPL-3.0-or-later
//! The chain specs and genesis heads of the partitions.
//!
//! The relay node takes genesis heads and validation code from here, the collators the chain they
//! run. Both so speak of the same bytes: nothing in a spec depends on time, chance or the machine.
//!
//! - [`builtin`] makes the spec of a partition from the runtime in this binary;
//! - [`load_file`] reads one that somebody else made, and says what is wrong with it;
//! - [`asset_of`] and [`para_id_of`] say which partition a spec is of;
//! - [`genesis_head`] and [`validation_code`] are what the relay chain has to know of a partition
//!   before its first block.

mod builtin;
mod content;
mod error;
mod file;
mod genesis;
mod identity;

#[cfg(test)]
mod tests;

pub use builtin::{builtin, builtin_with, Kind};
pub use error::Error;
pub use file::load_file;
pub use genesis::{genesis_hash, genesis_head, genesis_header, validation_code, Header};
pub use identity::{asset_of, para_id_of, Extensions};

/// The spec of a partition.
pub type GenericSpec = sc_chain_spec::GenericChainSpec<Extensions>;
