// SPDX-License-Identifier: GPL-3.0-or-later

//! What blocks and transactions cost beside calls: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet overhead`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21 (Y/M/D), CPU: AMD EPYC, warm-ups: 10, repeats: 100.

#![cfg_attr(rustfmt, rustfmt_skip)]

use frame_support::{parameter_types, weights::Weight};

parameter_types! {
	/// An empty block, on the average. In nanoseconds: least 341_540, median 425_755, standard deviation 424638.87.
	pub const BlockExecutionWeight: Weight = Weight::from_parts(483_349_000, 0);
	/// A transaction beside its call, on the average. In nanoseconds: least 87_062, median 89_656, standard deviation 2830.84.
	pub const ExtrinsicBaseWeight: Weight = Weight::from_parts(90_515_000, 0);
}
