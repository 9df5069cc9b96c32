// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_utility` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet pallet_utility`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_utility` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	/// The range of component `c` is `[0, 1000]`.
	fn batch(c: u32) -> Weight {
		// Least time: 3_435 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_535_000, 0)
			// Standard error: 1_417
			.saturating_add(Weight::from_parts(2_638_643, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Least time: 3_475 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_575_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32) -> Weight {
		// Least time: 3_495 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(8_206_403, 0)
			// Standard error: 2_204
			.saturating_add(Weight::from_parts(2_844_114, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Least time: 5_028 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(5_168_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32) -> Weight {
		// Least time: 3_495 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_536_000, 0)
			// Standard error: 1_547
			.saturating_add(Weight::from_parts(2_670_836, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Least time: 5_088 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(5_288_000, 0)
	}
	fn if_else() -> Weight {
		// Least time: 6_260 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(6_490_000, 0)
	}
}
