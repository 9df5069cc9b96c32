// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_asset_tx_payment` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet pallet_asset_tx_payment`
//! with flarechain-node 0.1.0-4d661123007, release build.
//! Measured on 2026-11-22, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_asset_tx_payment` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_asset_tx_payment::WeightInfo for WeightInfo<T> {
	fn charge_asset_tx_payment_zero() -> Weight {
		// Least time: 681 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(801_000, 0)
	}
	fn charge_asset_tx_payment_native() -> Weight {
		// Least time: 37_516 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(40_280_000, 0)
	}
	/// Storage: `Partition::CarriedAsset` (r:1 w:0)
	/// Proof: `Partition::CarriedAsset` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Partition::AssetFeeRate` (r:1 w:0)
	/// Proof: `Partition::AssetFeeRate` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn charge_asset_tx_payment_asset() -> Weight {
		// Least time: 52_458 ns. Proof as recorded: 1019 bytes.
		Weight::from_parts(55_584_000, 6_208)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}
