// SPDX-License-Identifier: GPL-3.0-or-later
//! The node of a partition chain, as its twelve binaries share it.
//!
//! A binary is one call of [`run`] with its asset. Underneath is polkadot-omni-node-lib, which runs
//! a parachain node from nothing but a chain spec. What is here is what makes it the node of one
//! partition of FlareChain:
//!
//! - `loader`: the partition's own specs by name, files of no other partition;
//! - `cli`: the command line with the partition's ports, and `export-chain-spec`;
//! - `arguments`: what the relay chain's side is started with when the user does not say;
//! - `relay_spec`: the one file that all partitions share;
//! - `preflight`: whether the relay chain that is given is the right one, and knows the
//!   partition. Left to itself the library starts anyway, and then never authors a block.

#![allow(
	clippy::result_large_err,
	reason = "as large as the errors of the SDK, and they end the process"
)]

mod arguments;
mod cli;
mod error;
mod export_spec;
mod identity;
mod loader;
mod preflight;
mod relay_spec;
mod start;

pub use flarechain_primitives::Asset;

use std::process::ExitCode;

/// Runs the command line of this process as the node of `asset`'s partition.
pub fn run(asset: Asset) -> ExitCode {
	match start::start(asset) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {}", error::describe(&error));
			ExitCode::FAILURE
		},
	}
}
