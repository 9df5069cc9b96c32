// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_partition` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet pallet_partition`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_partition` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_partition::WeightInfo for WeightInfo<T> {
	/// Storage: `Partition::CarriedAsset` (r:1 w:0)
	/// Proof: `Partition::CarriedAsset` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Partition::AssetFeeRate` (r:0 w:1)
	/// Proof: `Partition::AssetFeeRate` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn set_fee_rate() -> Weight {
		// Least time: 6_219 ns. Proof as recorded: 65 bytes.
		Weight::from_parts(6_530_000, 1_486)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
