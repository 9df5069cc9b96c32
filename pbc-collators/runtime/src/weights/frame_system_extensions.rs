// SPDX-License-Identifier: GPL-3.0-or-later

//! What `frame_system_extensions` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `frame_system_extensions` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Least time: 6_730 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(6_730_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Least time: 9_955 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(9_955_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Least time: 10_176 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(10_176_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Least time: 5_368 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(5_368_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Least time: 15_033 ns. Proof as recorded: 101 bytes.
		Weight::from_parts(15_033_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// Least time: 4_867 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(4_867_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Least time: 4_286 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(4_286_000, 0)
	}
	fn check_weight() -> Weight {
		// Least time: 9_825 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(9_825_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Least time: 7_021 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(7_021_000, 0)
	}
}
