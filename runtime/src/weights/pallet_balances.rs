// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_balances` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_balances` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_balances::WeightInfo for WeightInfo<T> {
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer_allow_death() -> Weight {
		// Least time: 90_415 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(90_415_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer_keep_alive() -> Weight {
		// Least time: 71_437 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(71_437_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn force_set_balance_creating() -> Weight {
		// Least time: 40_190 ns. Proof as recorded: 39 bytes.
		Weight::from_parts(40_190_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn force_set_balance_killing() -> Weight {
		// Least time: 38_027 ns. Proof as recorded: 174 bytes.
		Weight::from_parts(38_027_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn force_transfer() -> Weight {
		// Least time: 93_850 ns. Proof as recorded: 103 bytes.
		Weight::from_parts(93_850_000, 6_196)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn transfer_all() -> Weight {
		// Least time: 84_536 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(84_536_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn force_unreserve() -> Weight {
		// Least time: 33_300 ns. Proof as recorded: 174 bytes.
		Weight::from_parts(33_300_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::Account` (r:1000 w:1000)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 1000]`.
	fn upgrade_accounts(u: u32) -> Weight {
		// Least time: 37_436 ns. Proof as recorded: 55 + u * 84 bytes.
		Weight::from_parts(37_436_000, 990)
			// Standard error: 2_708_939
			.saturating_add(Weight::from_parts(43_846_823, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2_603).saturating_mul(u.into()))
	}
	fn force_adjust_total_issuance() -> Weight {
		// Least time: 22_574 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(22_574_000, 0)
	}
	fn burn_allow_death() -> Weight {
		// Least time: 59_208 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(59_208_000, 0)
	}
	fn burn_keep_alive() -> Weight {
		// Least time: 39_448 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(39_448_000, 0)
	}
}
