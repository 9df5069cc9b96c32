// SPDX-License-Identifier: GPL-3.0-or-later

//! What it costs to read and to write the state: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet database`
//! with flarechain-node 0.1.0-eb2b2927200, release build.
//! The state had 750000 accounts.
//! Measured on 2026-11-22 (Y/M/D), CPU: AMD EPYC, database: RocksDb, warm-ups: 1, keys of a block: 10_000.

#![cfg_attr(rustfmt, rustfmt_skip)]

use frame_support::{parameter_types, weights::{RuntimeDbWeight, Weight}};

parameter_types! {
	/// One read, on the average. In nanoseconds: least 2_914, median 24_577, standard deviation 9276.95.
	pub const ReadWeight: Weight = Weight::from_parts(25_760_000, 0);
	/// One write with its share of the new root, on the average. In nanoseconds: least 30_999, median 42_465, standard deviation 6340.99.
	pub const WriteWeight: Weight = Weight::from_parts(43_256_000, 0);
	/// Both, as calls count them.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: ReadWeight::get().ref_time(),
		write: WriteWeight::get().ref_time(),
	};
}
