// SPDX-License-Identifier: Apache-2.0

//! Scenarios on the mock chain. `ExtBuilder::run` and `start_session` check the invariants.

mod bonds;
mod conservation;
mod elections;
mod governance;
mod invariants;
mod membership;
mod offences;
mod sessions;
mod slashes;
