// SPDX-License-Identifier: GPL-3.0-or-later

//! What `polkadot_runtime_parachains::disputes` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `polkadot_runtime_parachains::disputes` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::disputes::WeightInfo for WeightInfo<T> {
	/// Storage: `ParasDisputes::Frozen` (r:0 w:1)
	/// Proof: `ParasDisputes::Frozen` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn force_unfreeze() -> Weight {
		// Least time: 12_179 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(12_179_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
