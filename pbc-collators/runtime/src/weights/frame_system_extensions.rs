// SPDX-License-Identifier: GPL-3.0-or-later

//! What `frame_system_extensions` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet frame_system_extensions`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `frame_system_extensions` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Least time: 1_563 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_623_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Least time: 3_245 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_405_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Least time: 3_315 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_446_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Least time: 501 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(561_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Least time: 6_690 ns. Proof as recorded: 101 bytes.
		Weight::from_parts(6_850_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// Least time: 390 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(410_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Least time: 390 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(420_000, 0)
	}
	fn check_weight() -> Weight {
		// Least time: 3_014 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_225_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Least time: 1_633 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_703_000, 0)
	}
}
