// SPDX-License-Identifier: GPL-3.0-or-later

//! What `frame_system` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet frame_system`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

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
		// Least time: 1_321 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(15_966_098, 0)
			// Standard error: 1
			.saturating_add(Weight::from_parts(220, 0).saturating_mul(b.into()))
	}
	/// The range of component `b` is `[0, 7864320]`.
	fn remark_with_event(b: u32) -> Weight {
		// Least time: 3_645 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(3_715_000, 0)
			// Standard error: 1
			.saturating_add(Weight::from_parts(2_018, 0).saturating_mul(b.into()))
	}
	/// Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// Least time: 2_614 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(2_805_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// Least time: 120_066_991 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(124_739_464_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `i` is `[0, 1000]`.
	fn set_storage(i: u32) -> Weight {
		// Least time: 1_422 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_442_000, 0)
			// Standard error: 2_625
			.saturating_add(Weight::from_parts(723_592, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `i` is `[0, 1000]`.
	fn kill_storage(i: u32) -> Weight {
		// Least time: 1_442 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(1_503_000, 0)
			// Standard error: 1_273
			.saturating_add(Weight::from_parts(510_165, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(i.into())))
	}
	/// Storage: `Skipped::Metadata` (r:0 w:0)
	/// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `p` is `[0, 1000]`.
	fn kill_prefix(p: u32) -> Weight {
		// Least time: 2_995 ns. Proof as recorded: 58 + p * 69 bytes.
		Weight::from_parts(3_104_000, 66)
			// Standard error: 2_376
			.saturating_add(Weight::from_parts(958_224, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// Least time: 23_726 ns. Proof as recorded: 0 bytes.
		Weight::from_parts(29_855_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	/// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	/// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// Least time: 122_244_872 ns. Proof as recorded: 22 bytes.
		Weight::from_parts(126_530_526_000, 1_518)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
