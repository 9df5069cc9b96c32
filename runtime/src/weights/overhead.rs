// SPDX-License-Identifier: GPL-3.0-or-later

//! What blocks and transactions cost beside calls: as the SDK measured it, until
//! `scripts/benchmark_weights.sh --pallet overhead` has.

pub use frame_support::weights::constants::{BlockExecutionWeight, ExtrinsicBaseWeight};
