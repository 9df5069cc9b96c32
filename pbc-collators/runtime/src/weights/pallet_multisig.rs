// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_multisig` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime partition --pallet pallet_multisig`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

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
		// Least time: 31_507 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(32_741_268, 0)
			// Standard error: 18
			.saturating_add(Weight::from_parts(6_658, 0).saturating_mul(z.into()))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32) -> Weight {
		// Least time: 50_045 ns. Proof as recorded: 76 bytes.
		Weight::from_parts(33_796_138, 6_811)
			// Standard error: 6_638
			.saturating_add(Weight::from_parts(276_143, 0).saturating_mul(s.into()))
			// Standard error: 65
			.saturating_add(Weight::from_parts(5_899, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[3, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_approve(s: u32, z: u32) -> Weight {
		// Least time: 38_046 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(12_414_000, 6_811)
			// Standard error: 1_355
			.saturating_add(Weight::from_parts(265_800, 0).saturating_mul(s.into()))
			// Standard error: 13
			.saturating_add(Weight::from_parts(6_729, 0).saturating_mul(z.into()))
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
		// Least time: 57_776 ns. Proof as recorded: 385 + s * 33 bytes.
		Weight::from_parts(12_588_337, 6_811)
			// Standard error: 7_142
			.saturating_add(Weight::from_parts(475_080, 0).saturating_mul(s.into()))
			// Standard error: 69
			.saturating_add(Weight::from_parts(7_843, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_create(s: u32) -> Weight {
		// Least time: 24_787 ns. Proof as recorded: 76 bytes.
		Weight::from_parts(29_687_548, 6_811)
			// Standard error: 5_657
			.saturating_add(Weight::from_parts(158_401, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_approve(s: u32) -> Weight {
		// Least time: 12_810 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(13_025_435, 6_811)
			// Standard error: 765
			.saturating_add(Weight::from_parts(252_405, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn cancel_as_multi(s: u32) -> Weight {
		// Least time: 23_405 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(24_998_520, 6_811)
			// Standard error: 3_030
			.saturating_add(Weight::from_parts(255_844, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Multisig::Multisigs` (r:1 w:1)
	/// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[2, 100]`.
	fn poke_deposit(s: u32) -> Weight {
		// Least time: 22_293 ns. Proof as recorded: 282 bytes.
		Weight::from_parts(24_873_753, 6_811)
			// Standard error: 1_770
			.saturating_add(Weight::from_parts(218_746, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
