// SPDX-License-Identifier: GPL-3.0-or-later

//! What `frame_system_extensions` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet frame_system_extensions`
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
		// Least time: 1_312 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_452_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Least time: 2_644 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(2_894_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Least time: 2_624 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(2_875_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Least time: 420 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(491_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Least time: 5_458 ns. Proof as recorded: 101 bytes.
		Weight::from_parts(5_818_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn check_spec_version() -> Weight {
		// Least time: 330 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(390_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Least time: 330 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(390_000, 0)
	}
	fn check_weight() -> Weight {
		// Least time: 2_533 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(2_734_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Least time: 1_392 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_513_000, 0)
	}
}
