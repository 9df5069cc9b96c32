// SPDX-License-Identifier: GPL-3.0-or-later

//! What `polkadot_runtime_parachains::initializer` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet polkadot_runtime_parachains::initializer`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

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
		// Least time: 2_584 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(11_925_558, 0)
			// Standard error: 17
			.saturating_add(Weight::from_parts(814, 0).saturating_mul(d.into()))
	}
}
