// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_transaction_payment` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet pallet_transaction_payment`
//! with flarechain-node 0.1.0-96fda02faf3, release build.
//! Measured on 2026-11-22, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_transaction_payment` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_transaction_payment::WeightInfo for WeightInfo<T> {
	fn charge_transaction_payment() -> Weight {
		// Least time: 38_908 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(40_841_000, 0)
	}
}
