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
pub mod code;
mod collator;
mod command_line;
mod error;
pub mod header;
pub mod judge;
pub mod ledger;
pub mod metrics;
mod network;
mod node;
pub mod partition;
mod ports;
mod process;
pub mod proof;
mod rpc;
mod scenario;
pub mod spec;
mod turn;
mod validator;
mod wait;
pub mod xcm;

pub use binary::{NodeBinary, COLLATORS_VARIABLE, NODE_VARIABLE};
pub use collator::{Collator, CollatorConfig};
pub use error::{Error, Result};
pub use network::{numbers, strong_of, Network, NetworkOptions, START_DEADLINE};
pub use node::{Node, NodeConfig, LOG_VARIABLE, WELL_KNOWN};
pub use ports::Ports;
pub use process::{tail, NodeProcess, TAIL_LINES};
pub use rpc::{hex_bytes, hex_of, parse_hash, Health, RpcClient};
pub use scenario::{scenario, Scenario, FOLDER_VARIABLE, RESULTS_VARIABLE};
pub use validator::Shared;
pub use wait::{wait_until, Look, POLL};
