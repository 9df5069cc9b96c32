// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_validator_committee` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet pallet_validator_committee`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

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
		// Least time: 45_418 ns. Proof as recorded: 298 bytes.
		Weight::from_parts(48_201_000, 3_593)
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
		// Least time: 1_907_026 ns. Proof as recorded: 40712 bytes.
		Weight::from_parts(2_147_154_000, 1_307_064)
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
		// Least time: 46_249 ns. Proof as recorded: 447 bytes.
		Weight::from_parts(49_123_000, 3_593)
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
		// Least time: 17_286 ns. Proof as recorded: 908 bytes.
		Weight::from_parts(18_447_000, 4_154)
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
		// Least time: 42_133 ns. Proof as recorded: 1050 bytes.
		Weight::from_parts(44_326_000, 4_154)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn set_role() -> Weight {
		// Least time: 9_985 ns. Proof as recorded: 214 bytes.
		Weight::from_parts(10_716_000, 3_531)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn chill() -> Weight {
		// Least time: 10_085 ns. Proof as recorded: 214 bytes.
		Weight::from_parts(10_696_000, 3_531)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Members` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Members` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn unchill() -> Weight {
		// Least time: 9_985 ns. Proof as recorded: 214 bytes.
		Weight::from_parts(10_686_000, 3_531)
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
		// Least time: 10_295 ns. Proof as recorded: 333 bytes.
		Weight::from_parts(11_046_000, 3_513)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::Excluded` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn readmit() -> Weight {
		// Least time: 7_371 ns. Proof as recorded: 229 bytes.
		Weight::from_parts(7_912_000, 3_513)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:21 w:21)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::SlashesDue` (r:0 w:21)
	/// Proof: `ValidatorCommittee::SlashesDue` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 21]`.
	fn cancel_deferred_slash(n: u32) -> Weight {
		// Least time: 10_075 ns. Proof as recorded: 245 + n * 90 bytes.
		Weight::from_parts(2_738_163, 990)
			// Standard error: 40_882
			.saturating_add(Weight::from_parts(7_355_216, 0).saturating_mul(n.into()))
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
		// Least time: 15_904 ns. Proof as recorded: 307 + m * 281 bytes.
		Weight::from_parts(16_224_000, 3_531)
			// Standard error: 16_304
			.saturating_add(Weight::from_parts(8_599_040, 0).saturating_mul(m.into()))
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
	/// Storage: `ChainParameters::SlashDeferSessions` (r:1 w:0)
	/// Proof: `ChainParameters::SlashDeferSessions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:21 w:21)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::SlashesDue` (r:0 w:21)
	/// Proof: `ValidatorCommittee::SlashesDue` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 21]`.
	fn on_offence(n: u32) -> Weight {
		// Least time: 24_106 ns. Proof as recorded: 494 + n * 57 bytes.
		Weight::from_parts(5_806_391, 4_675)
			// Standard error: 19_444
			.saturating_add(Weight::from_parts(16_207_493, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
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
		// Least time: 57_486 ns. Proof as recorded: 653 + n * 522 bytes.
		Weight::from_parts(58_257_000, 3_529)
			// Standard error: 357_816
			.saturating_add(Weight::from_parts(66_384_077, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads(6_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes(6_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3_164).saturating_mul(n.into()))
	}
}
