// SPDX-License-Identifier: GPL-3.0-or-later
//! What FlareChain promises, asked of real processes on loopback.
//!
//! Each test runs a network of its own, and waits for its turn on this machine. Logs and data of a
//! test that fails are kept; the output says where.

mod bad_input;
mod collators;
mod crashes;
mod development;
mod four_validators;
mod monitoring;
mod network_command;
mod panel_change;
mod partition_chains;
mod partitions;
mod seven_validators;
mod twelve_binaries;
mod twin;

use std::time::Duration;

/// How long finality may take for a few blocks on a machine with two cores. A slot is 6 s.
const FEW_BLOCKS: Duration = Duration::from_secs(120);
/// How long a node may take to find its peers.
const CONNECTED: Duration = Duration::from_secs(60);
/// How long a few blocks of a partition may take until they are final: each waits for its turn, is
/// checked, and is final with the relay block that includes it.
const FEW_PARTITION_BLOCKS: Duration = Duration::from_secs(180);
/// The shortest sessions that the runtime allows: a minute.
const SHORT_SESSION_SLOTS: u64 = 10;

/// So many minutes.
const fn minutes(count: u64) -> Duration {
	Duration::from_secs(60 * count)
}
