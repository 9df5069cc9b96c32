// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs networks of real nodes on this machine and watches them from outside: for the tests in
//! `processes/`, and for `flarechain-network`, which lets anybody run a network.
//!
//! Invariants
//! - No process outlives the one that started it, however that one ends.
//! - Nothing here waits a fixed time for something to happen: it looks until it has happened or a
//!   deadline has passed.
//! - What a node says is judged with the verification that nodes and runtime use.

pub mod asf;
mod binary;
pub mod chain;
mod error;
pub mod judge;
pub mod metrics;
mod network;
mod node;
mod ports;
mod process;
pub mod proof;
mod rpc;
mod scenario;
pub mod spec;
mod wait;

pub use binary::{NodeBinary, NODE_VARIABLE};
pub use error::{Error, Result};
pub use network::{numbers, strong_of, Network, NetworkOptions, START_DEADLINE};
pub use node::{Node, NodeConfig, Shared, LOG_VARIABLE, WELL_KNOWN};
pub use ports::Ports;
pub use process::{tail, NodeProcess, TAIL_LINES};
pub use rpc::{hex_bytes, hex_of, parse_hash, Health, RpcClient};
pub use scenario::{scenario, Scenario, FOLDER_VARIABLE, RESULTS_VARIABLE};
pub use wait::{wait_until, Look, POLL};
