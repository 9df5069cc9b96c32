// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_multisig` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition`
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
		// Least time: 59_669 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(59_894_333, 0)
			// Standard error: 78
			.saturating_add(Weight::from_parts(8_029, 0).saturating_mul(z.into()))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32) -> Weight {
		// Least time: 80_841 ns. Proof as recorded: 76 bytes.
		Weight::from_parts(52_466_891, 6_811)
			// Standard error: 43_752
			.saturating_add(Weight::from_parts(309_345, 0).saturating_mul(s.into()))
			// Standard error: 428
			.saturating_add(Weight::from_parts(7_661, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[3, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_approve(_s: u32, z: u32) -> Weight {
		// Least time: 58_067 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(744_006_763, 6_811)
			// Standard error: 236_174
			.saturating_add(Weight::from_parts(86_967, 0).saturating_mul(z.into()))
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
		// Least time: 91_867 ns. Proof as recorded: 353 + s * 34 bytes.
		Weight::from_parts(66_912_562, 6_811)
			// Standard error: 40_904
			.saturating_add(Weight::from_parts(235_760, 0).saturating_mul(s.into()))
			// Standard error: 400
			.saturating_add(Weight::from_parts(6_413, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_create(s: u32) -> Weight {
		// Least time: 46_530 ns. Proof as recorded: 76 bytes.
		Weight::from_parts(45_386_027, 6_811)
			// Standard error: 18_828
			.saturating_add(Weight::from_parts(305_653, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_approve(s: u32) -> Weight {
		// Least time: 26_449 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(29_583_193, 6_811)
			// Standard error: 129_391
			.saturating_add(Weight::from_parts(263_153, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn cancel_as_multi(s: u32) -> Weight {
		// Least time: 41_442 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(36_522_054, 6_811)
			// Standard error: 135_359
			.saturating_add(Weight::from_parts(545_306, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn poke_deposit(s: u32) -> Weight {
		// Least time: 38_258 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(37_879_476, 6_811)
			// Standard error: 8_495
			.saturating_add(Weight::from_parts(309_428, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
