// SPDX-License-Identifier: Apache-2.0

//! Scenarios on the mock chain. `run` and `next_block` check the invariants.

#![allow(deprecated, reason = "what the pool asks the pallet is tested")]

mod certificates;
mod equivocations;
mod inherents;
mod invariants;
mod panels;
mod participation;
