// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_multisig` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_multisig` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_threshold_1(z: u32) -> Weight {
		// Least time: 57_245 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(61_983_500, 0)
			// Standard error: 1_641
			.saturating_add(Weight::from_parts(7_113, 0).saturating_mul(z.into()))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32) -> Weight {
		// Least time: 78_337 ns. Proof as recorded: 6 bytes.
		Weight::from_parts(50_221_824, 6_811)
			// Standard error: 66_813
			.saturating_add(Weight::from_parts(283_545, 0).saturating_mul(s.into()))
			// Standard error: 654
			.saturating_add(Weight::from_parts(7_926, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[3, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_approve(s: u32, z: u32) -> Weight {
		// Least time: 50_455 ns. Proof as recorded: 211 bytes.
		Weight::from_parts(26_565_139, 6_811)
			// Standard error: 18_292
			.saturating_add(Weight::from_parts(248_777, 0).saturating_mul(s.into()))
			// Standard error: 177
			.saturating_add(Weight::from_parts(6_846, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_complete(s: u32, z: u32) -> Weight {
		// Least time: 84_366 ns. Proof as recorded: 282 + s * 34 bytes.
		Weight::from_parts(12_291_160, 6_811)
			// Standard error: 359_168
			.saturating_add(Weight::from_parts(694_211, 0).saturating_mul(s.into()))
			// Standard error: 3_519
			.saturating_add(Weight::from_parts(10_557, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_create(s: u32) -> Weight {
		// Least time: 47_360 ns. Proof as recorded: 6 bytes.
		Weight::from_parts(44_723_214, 6_811)
			// Standard error: 66_083
			.saturating_add(Weight::from_parts(383_642, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_approve(s: u32) -> Weight {
		// Least time: 25_979 ns. Proof as recorded: 211 bytes.
		Weight::from_parts(19_008_867, 6_811)
			// Standard error: 209_100
			.saturating_add(Weight::from_parts(527_316, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn cancel_as_multi(s: u32) -> Weight {
		// Least time: 38_328 ns. Proof as recorded: 211 bytes.
		Weight::from_parts(38_178_690, 6_811)
			// Standard error: 18_056
			.saturating_add(Weight::from_parts(330_071, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn poke_deposit(s: u32) -> Weight {
		// Least time: 35_963 ns. Proof as recorded: 211 bytes.
		Weight::from_parts(35_703_792, 6_811)
			// Standard error: 13_284
			.saturating_add(Weight::from_parts(317_520, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
