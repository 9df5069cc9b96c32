// SPDX-License-Identifier: GPL-3.0-or-later

//! What `frame_system` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `frame_system` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	/// The range of component `b` is `[0, 7864320]`.
	fn remark(b: u32) -> Weight {
		// Least time: 15_413 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(15_413_000, 0)
			// Standard error: 156
			.saturating_add(Weight::from_parts(2_058, 0).saturating_mul(b.into()))
	}
	/// The range of component `b` is `[0, 7864320]`.
	fn remark_with_event(b: u32) -> Weight {
		// Least time: 17_146 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(17_146_000, 0)
			// Standard error: 226
			.saturating_add(Weight::from_parts(3_483, 0).saturating_mul(b.into()))
	}
	/// Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// Least time: 16_735 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(16_735_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// Least time: 253_952_744 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(253_952_744_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `i` is `[0, 1000]`.
	fn set_storage(i: u32) -> Weight {
		// Least time: 13_490 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(2_066_333, 0)
			// Standard error: 39_572
			.saturating_add(Weight::from_parts(1_146_130, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `i` is `[0, 1000]`.
	fn kill_storage(i: u32) -> Weight {
		// Least time: 11_167 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(25_436_833, 0)
			// Standard error: 49_432
			.saturating_add(Weight::from_parts(817_609, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `p` is `[0, 1000]`.
	fn kill_prefix(p: u32) -> Weight {
		// Least time: 15_643 ns. Proof as recorded: 0 + p * 69 bytes.
		Weight::from_parts(57_422_166, 46)
			// Standard error: 144_727
			.saturating_add(Weight::from_parts(1_255_113, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// Least time: 47_872 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(47_872_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// Least time: 171_751_257 ns. Proof as recorded: 22 bytes.
		Weight::from_parts(171_751_257_000, 1_518)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
