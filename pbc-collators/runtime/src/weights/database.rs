// SPDX-License-Identifier: GPL-3.0-or-later

//! What it costs to read and to write the state: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet database`
//! with flarechain-node 0.1.0-eb2b2927200, release build.
//! The state had 750000 accounts.
//! Measured on 2026-11-22 (Y/M/D), CPU: AMD EPYC, database: RocksDb, warm-ups: 1, keys of a block: 10_000.

#![cfg_attr(rustfmt, rustfmt_skip)]

use frame_support::{parameter_types, weights::{RuntimeDbWeight, Weight}};

parameter_types! {
	/// One read, on the average. In nanoseconds: least 3_215, median 26_800, standard deviation 24388.97.
	pub const ReadWeight: Weight = Weight::from_parts(28_405_000, 0);
	/// One write with its share of the new root, on the average. In nanoseconds: least 29_972, median 45_306, standard deviation 6641.55.
	pub const WriteWeight: Weight = Weight::from_parts(45_468_000, 0);
	/// Both, as calls count them.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: ReadWeight::get().ref_time(),
		write: WriteWeight::get().ref_time(),
	};
}
