// SPDX-License-Identifier: GPL-3.0-or-later

//! What `frame_system_extensions` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
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
		// Least time: 3_135 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_135_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Least time: 6_310 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(6_310_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Least time: 6_039 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(6_039_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Least time: 1_162 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_162_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Least time: 10_887 ns. Proof as recorded: 101 bytes.
		Weight::from_parts(10_887_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// Least time: 822 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(822_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Least time: 882 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(882_000, 0)
	}
	fn check_weight() -> Weight {
		// Least time: 8_032 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(8_032_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Least time: 3_475 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_475_000, 0)
	}
}
