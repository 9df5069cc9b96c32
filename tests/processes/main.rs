// SPDX-License-Identifier: GPL-3.0-or-later
//! What FlareChain promises, asked of real processes on loopback.
//!
//! Each test runs a network of its own, one at a time whatever the number of test threads. Logs and
//! data of a test that fails are kept; the output says where.

mod bad_input;
mod crashes;
mod development;
mod four_validators;
mod network_command;
mod panel_change;
mod partitions;
mod seven_validators;
mod twin;

use std::time::Duration;

/// How long finality may take for a few blocks on a machine with two cores. A slot is 6 s.
const FEW_BLOCKS: Duration = Duration::from_secs(120);
/// How long a node may take to find its peers.
const CONNECTED: Duration = Duration::from_secs(60);
/// The shortest sessions that the runtime allows: a minute.
const SHORT_SESSION_SLOTS: u64 = 10;

/// So many minutes.
const fn minutes(count: u64) -> Duration {
	Duration::from_secs(60 * count)
}
