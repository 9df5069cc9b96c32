// SPDX-License-Identifier: GPL-3.0-or-later

//! What `polkadot_runtime_parachains::initializer` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `polkadot_runtime_parachains::initializer` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::initializer::WeightInfo for WeightInfo<T> {
	/// The range of component `d` is `[0, 65536]`.
	fn force_approve(d: u32) -> Weight {
		// Least time: 27_331 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(29_652_500, 0)
			// Standard error: 122
			.saturating_add(Weight::from_parts(825, 0).saturating_mul(d.into()))
	}
}
