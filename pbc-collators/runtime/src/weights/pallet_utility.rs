// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_utility` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

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
		// Least time: 22_604 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(709_662_333, 0)
			// Standard error: 2_380_039
			.saturating_add(Weight::from_parts(8_375_618, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Least time: 19_079 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(19_079_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32) -> Weight {
		// Least time: 18_398 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(18_398_000, 0)
			// Standard error: 1_124_716
			.saturating_add(Weight::from_parts(8_026_068, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Least time: 18_498 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(18_498_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32) -> Weight {
		// Least time: 16_294 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_344_107_000, 0)
			// Standard error: 4_599_679
			.saturating_add(Weight::from_parts(4_463_912, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Least time: 18_557 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(18_557_000, 0)
	}
	fn if_else() -> Weight {
		// Least time: 26_559 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(26_559_000, 0)
	}
}
