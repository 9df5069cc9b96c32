// SPDX-License-Identifier: Apache-2.0

//! Cross-chain messages.

/// How XCM names our consensus. It would be the genesis hash, but the genesis of a partition
/// has to say it, and is itself a part of the relay chain's genesis. So it is a constant, and
/// the same on every network.
pub const CONSENSUS_NETWORK: [u8; 32] = *b"FlareChain relay network, XCM id";

/// The index of the assets pallet in the partition runtime. It is part of the locations by which
/// other chains know a partition's asset, so it never changes.
pub const ASSETS_PALLET_INDEX: u8 = 12;
