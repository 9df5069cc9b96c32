// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_validator_committee` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay`
//! with FlareChain Node 0.1.0-9ca5c8820b4, debug build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 3, repeats: 1, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_validator_committee` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_validator_committee::WeightInfo for WeightInfo<T> {
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Excluded` (r:1 w:0)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::CounterForMembers` (r:1 w:1)
	/// Proof: `ValidatorCommittee::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Least time: 90_845 ns. Proof as recorded: 298 bytes.
		Weight::from_parts(90_845_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `ValidatorCommittee::Members` (r:514 w:2)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Excluded` (r:1 w:0)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::CounterForMembers` (r:1 w:1)
	/// Proof: `ValidatorCommittee::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::CurrentSession` (r:1 w:0)
	/// Proof: `ValidatorCommittee::CurrentSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Unlocking` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Unlocking` (`max_values`: None, `max_size`: Some(689), added: 3164, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn bond_displacing() -> Weight {
		// Least time: 13_338_004 ns. Proof as recorded: 40712 bytes.
		Weight::from_parts(13_338_004_000, 1_307_064)
			.saturating_add(T::DbWeight::get().reads(520))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn bond_extra() -> Weight {
		// Least time: 89_444 ns. Proof as recorded: 447 bytes.
		Weight::from_parts(89_444_000, 3_593)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::CurrentSession` (r:1 w:0)
	/// Proof: `ValidatorCommittee::CurrentSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Unlocking` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Unlocking` (`max_values`: None, `max_size`: Some(689), added: 3164, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::CounterForMembers` (r:1 w:1)
	/// Proof: `ValidatorCommittee::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Least time: 39_008 ns. Proof as recorded: 908 bytes.
		Weight::from_parts(39_008_000, 4_154)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ValidatorCommittee::CurrentSession` (r:1 w:0)
	/// Proof: `ValidatorCommittee::CurrentSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Unlocking` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Unlocking` (`max_values`: None, `max_size`: Some(689), added: 3164, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:1 w:0)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn withdraw_unbonded() -> Weight {
		// Least time: 93_991 ns. Proof as recorded: 1050 bytes.
		Weight::from_parts(93_991_000, 4_154)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn set_role() -> Weight {
		// Least time: 24_807 ns. Proof as recorded: 214 bytes.
		Weight::from_parts(24_807_000, 3_531)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn chill() -> Weight {
		// Least time: 29_544 ns. Proof as recorded: 214 bytes.
		Weight::from_parts(29_544_000, 3_531)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn unchill() -> Weight {
		// Least time: 26_179 ns. Proof as recorded: 214 bytes.
		Weight::from_parts(26_179_000, 3_531)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Excluded` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn exclude() -> Weight {
		// Least time: 27_250 ns. Proof as recorded: 333 bytes.
		Weight::from_parts(27_250_000, 3_513)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Excluded` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn readmit() -> Weight {
		// Least time: 19_880 ns. Proof as recorded: 229 bytes.
		Weight::from_parts(19_880_000, 3_513)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:21 w:21)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::SlashesDue` (r:0 w:21)
	/// Proof: `ValidatorCommittee::SlashesDue` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 21]`.
	fn cancel_deferred_slash(n: u32) -> Weight {
		// Least time: 26_119 ns. Proof as recorded: 240 + n * 90 bytes.
		Weight::from_parts(13_764_516, 990)
			// Standard error: 87_266
			.saturating_add(Weight::from_parts(11_850_650, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2_559).saturating_mul(n.into()))
	}
	/// Storage: `ValidatorCommittee::Members` (r:513 w:0)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Excluded` (r:512 w:0)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:512 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `ValidatorCommittee::Panels` (r:0 w:1)
	/// Proof: `ValidatorCommittee::Panels` (`max_values`: None, `max_size`: Some(1210), added: 3685, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 512]`.
	fn elect(m: u32) -> Weight {
		// Least time: 56_545 ns. Proof as recorded: 337 + m * 281 bytes.
		Weight::from_parts(56_545_000, 3_531)
			// Standard error: 5_919_423
			.saturating_add(Weight::from_parts(50_184_053, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(Weight::from_parts(0, 2_757).saturating_mul(m.into()))
	}
	/// Storage: `ValidatorCommittee::CurrentSession` (r:1 w:0)
	/// Proof: `ValidatorCommittee::CurrentSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Panels` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Panels` (`max_values`: None, `max_size`: Some(1210), added: 3685, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Excluded` (r:21 w:21)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:21 w:21)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::SlashesDue` (r:0 w:21)
	/// Proof: `ValidatorCommittee::SlashesDue` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 21]`.
	fn on_offence(n: u32) -> Weight {
		// Least time: 43_064 ns. Proof as recorded: 432 + n * 57 bytes.
		Weight::from_parts(18_562_750, 4_675)
			// Standard error: 368_320
			.saturating_add(Weight::from_parts(26_627_750, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2_559).saturating_mul(n.into()))
	}
	/// Storage: `ValidatorCommittee::SlashesDue` (r:883 w:882)
	/// Proof: `ValidatorCommittee::SlashesDue` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:882 w:882)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Panels` (r:42 w:42)
	/// Proof: `ValidatorCommittee::Panels` (`max_values`: None, `max_size`: Some(1210), added: 3685, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Members` (r:882 w:882)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Unlocking` (r:882 w:882)
	/// Proof: `ValidatorCommittee::Unlocking` (`max_values`: None, `max_size`: Some(689), added: 3164, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:882 w:882)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:882 w:882)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::CounterForMembers` (r:1 w:1)
	/// Proof: `ValidatorCommittee::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 882]`.
	fn apply_due_slashes(n: u32) -> Weight {
		// Least time: 130_304 ns. Proof as recorded: 990 + n * 522 bytes.
		Weight::from_parts(5_255_238_061, 3_917)
			// Standard error: 20_937_548
			.saturating_add(Weight::from_parts(206_005_905, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads(6_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(6_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3_164).saturating_mul(n.into()))
	}
}
