// SPDX-License-Identifier: GPL-3.0-or-later
//! `flarechain-node`: the relay chain's node.

#![allow(clippy::result_large_err, reason = "an error here ends the process")]

mod cli;
mod command;
mod error;
mod export_spec;
mod fake_runtime_api;
mod generate_spec;
mod output;
mod preflight;
mod rpc;
mod service;
mod spec;
mod version;

use std::process::ExitCode;

/// The system's allocator keeps what the trie cache and the import queue free; this one returns it.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
	command::run()
}
