// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_utility` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet pallet_utility`
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
		// Least time: 3_155 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_225_000, 0)
			// Standard error: 2_001
			.saturating_add(Weight::from_parts(2_489_598, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Least time: 3_245 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_476_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32) -> Weight {
		// Least time: 3_155 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(20_872_452, 0)
			// Standard error: 23_202
			.saturating_add(Weight::from_parts(2_815_577, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Least time: 4_476 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(4_778_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32) -> Weight {
		// Least time: 3_215 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(6_551_618, 0)
			// Standard error: 2_162
			.saturating_add(Weight::from_parts(2_457_373, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Least time: 4_436 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(4_767_000, 0)
	}
	fn if_else() -> Weight {
		// Least time: 5_659 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(5_989_000, 0)
	}
}
