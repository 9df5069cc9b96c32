// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_utility` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
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
		// Least time: 17_256 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(17_256_000, 0)
			// Standard error: 1_137_260
			.saturating_add(Weight::from_parts(7_391_245, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Least time: 31_577 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(31_577_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32) -> Weight {
		// Least time: 18_076 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(18_076_000, 0)
			// Standard error: 2_292_656
			.saturating_add(Weight::from_parts(11_111_258, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Least time: 20_741 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(20_741_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32) -> Weight {
		// Least time: 17_446 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(17_446_000, 0)
			// Standard error: 1_149_133
			.saturating_add(Weight::from_parts(7_455_196, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Least time: 28_733 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(28_733_000, 0)
	}
	fn if_else() -> Weight {
		// Least time: 30_856 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(30_856_000, 0)
	}
}
