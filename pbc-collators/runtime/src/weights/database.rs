// SPDX-License-Identifier: GPL-3.0-or-later

//! What it costs to read and to write the state: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet database`
//! with flarechain-node 0.1.0-593934944d9, release build.
//! The state had 750000 accounts.
//! Measured on 2026-11-22 (Y/M/D), CPU: AMD EPYC, database: RocksDb, warm-ups: 1, keys of a block: 10_000.

#![cfg_attr(rustfmt, rustfmt_skip)]

use frame_support::{parameter_types, weights::{RuntimeDbWeight, Weight}};

parameter_types! {
	/// One read, on the average. In nanoseconds: least 5_608, median 30_366, standard deviation 21129.15.
	pub const ReadWeight: Weight = Weight::from_parts(30_407_000, 0);
	/// One write with its share of the new root, on the average. In nanoseconds: least 27_469, median 49_695, standard deviation 10603.31.
	pub const WriteWeight: Weight = Weight::from_parts(51_475_000, 0);
	/// Both, as calls count them.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: ReadWeight::get().ref_time(),
		write: WriteWeight::get().ref_time(),
	};
}
