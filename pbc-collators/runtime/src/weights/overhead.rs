// SPDX-License-Identifier: GPL-3.0-or-later

//! What blocks and transactions cost beside calls: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet overhead`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21 (Y/M/D), CPU: AMD EPYC, warm-ups: 10, repeats: 100.

#![cfg_attr(rustfmt, rustfmt_skip)]

use frame_support::{parameter_types, weights::Weight};

parameter_types! {
	/// An empty block, on the average. In nanoseconds: least 335_391, median 429_741, standard deviation 55232.18.
	pub const BlockExecutionWeight: Weight = Weight::from_parts(436_621_000, 2_420);
	/// A transaction beside its call, on the average. In nanoseconds: least 101_971, median 107_332, standard deviation 9759.94.
	pub const ExtrinsicBaseWeight: Weight = Weight::from_parts(111_213_000, 512);
}
