// SPDX-License-Identifier: Apache-2.0
//! ASF, the Ascending Scale of Finality, as a state machine: what happens goes in as an
//! [`Input`], what is to be done comes out as [`Output`]s, in order. No clock, IO, randomness,
//! threads or logging; the same inputs over the same block tree give the same outputs.
//!
//! A height of ASF is one Tendermint consensus about one target block. Malachite's driver plays
//! Tendermint (round state machine, vote keeper, locking); this crate adds what the specification
//! has beside it:
//!
//! | module | what |
//! | --- | --- |
//! | `context` | a value is a block, a voter is a seat, every seat weighs the same |
//! | `host` | what the machine asks about blocks and keys; ancestry |
//! | `machine` | heights that start only when there is something to decide, intake of messages, votes, decisions, hand-over to the next panel, recovery |
//! | `held` | what cannot be used yet, bounded for each seat |
//! | `scale` | how final each undecided block is |
//! | `log`, `timeouts`, `bounds`, `rules` | what is stored, how long is waited, how much is kept, what a test may break |
//!
//! Read `machine/mod.rs` first, then `machine/height.rs`, `machine/intake.rs`,
//! `machine/round.rs`, `machine/ballots.rs`.
//!
//! Invariants
//! - A seat signs at most one ballot for one height, round and step, and only ever moves forward;
//!   every one is stored before it is sent.
//! - Only a quorum of precommits for one target in one round, or a certificate that proves it,
//!   decides a height; a decision extends the one before it.
//! - What peers can make a machine store is bounded by `bounds`, for each seat.
//!
//! Specification: the ASF page of the design documents; Buchman, Kwon, Milosevic, "The latest
//! gossip on BFT consensus" (arXiv:1807.04938), whose line numbers the comments cite as L*n*.

pub mod bounds;
mod context;
mod held;
mod host;
mod io;
mod log;
mod machine;
mod rules;
mod scale;
mod timeouts;

pub use host::{Header, Host};
pub use io::{Input, Output, Reject};
pub use log::{LockProof, LogRecord, LogSlot};
pub use machine::{Machine, RecoverError, RoundState, StartFrom, Usage};
pub use rules::{Rules, Standard};
pub use scale::Level;
pub use timeouts::*;
