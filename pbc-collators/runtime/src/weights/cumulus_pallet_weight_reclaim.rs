// SPDX-License-Identifier: GPL-3.0-or-later

//! What `cumulus_pallet_weight_reclaim` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet cumulus_pallet_weight_reclaim`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `cumulus_pallet_weight_reclaim` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> cumulus_pallet_weight_reclaim::WeightInfo for WeightInfo<T> {
	fn storage_weight_reclaim() -> Weight {
		// Least time: 1_993 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(2_143_000, 0)
	}
}
