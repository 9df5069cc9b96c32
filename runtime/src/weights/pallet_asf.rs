// SPDX-License-Identifier: GPL-3.0-or-later

//! What `pallet_asf` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet pallet_asf`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `pallet_asf` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_asf::WeightInfo for WeightInfo<T> {
	/// Storage: `Asf::LastCertificate` (r:1 w:1)
	/// Proof: `Asf::LastCertificate` (`max_values`: Some(1), `max_size`: Some(158), added: 653, mode: `MaxEncodedLen`)
	/// Storage: `Asf::CurrentPanel` (r:1 w:0)
	/// Proof: `Asf::CurrentPanel` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `System::BlockHash` (r:2 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Asf::CurrentSetId` (r:1 w:0)
	/// Proof: `Asf::CurrentSetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Asf::CurrentParticipation` (r:1 w:1)
	/// Proof: `Asf::CurrentParticipation` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	fn record_certificate(n: u32) -> Weight {
		// Least time: 90_304 ns. Proof as recorded: 328 + n * 82 bytes.
		Weight::from_parts(88_238_762, 6_028)
			// Standard error: 54_639
			.saturating_add(Weight::from_parts(34_472_733, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(Weight::from_parts(0, 82).saturating_mul(n.into()))
	}
	/// Storage: `Asf::SetIdSession` (r:1 w:0)
	/// Proof: `Asf::SetIdSession` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Asf::CurrentPanel` (r:1 w:0)
	/// Proof: `Asf::CurrentPanel` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Asf::PreviousPanel` (r:1 w:0)
	/// Proof: `Asf::PreviousPanel` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ValidatorCommittee::CurrentSession` (r:1 w:0)
	/// Proof: `ValidatorCommittee::CurrentSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Panels` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Panels` (`max_values`: None, `max_size`: Some(1210), added: 3685, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:1 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `ValidatorCommittee::Excluded` (r:1 w:1)
	/// Proof: `ValidatorCommittee::Excluded` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ChainParameters::SlashDeferSessions` (r:1 w:0)
	/// Proof: `ChainParameters::SlashDeferSessions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::DeferredSlashes` (r:1 w:1)
	/// Proof: `ValidatorCommittee::DeferredSlashes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::SlashesDue` (r:0 w:1)
	/// Proof: `ValidatorCommittee::SlashesDue` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn report_equivocation() -> Weight {
		// Least time: 142_883 ns. Proof as recorded: 1108 bytes.
		Weight::from_parts(157_344_000, 4_675)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Asf::CurrentPanel` (r:1 w:0)
	/// Proof: `Asf::CurrentPanel` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Asf::CurrentParticipation` (r:1 w:1)
	/// Proof: `Asf::CurrentParticipation` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Least time: 20_521 ns. Proof as recorded: 8344 bytes.
		Weight::from_parts(22_564_000, 9_829)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Asf::PreviousPanel` (r:1 w:1)
	/// Proof: `Asf::PreviousPanel` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Asf::PreviousParticipation` (r:1 w:1)
	/// Proof: `Asf::PreviousParticipation` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:100 w:100)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `ValidatorCommittee::CurrentSession` (r:1 w:0)
	/// Proof: `ValidatorCommittee::CurrentSession` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ValidatorCommittee::Panels` (r:1 w:0)
	/// Proof: `ValidatorCommittee::Panels` (`max_values`: None, `max_size`: Some(1210), added: 3685, mode: `MaxEncodedLen`)
	/// Storage: `Asf::CurrentSetId` (r:1 w:1)
	/// Proof: `Asf::CurrentSetId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Asf::CurrentPanel` (r:1 w:1)
	/// Proof: `Asf::CurrentPanel` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Asf::CurrentParticipation` (r:1 w:0)
	/// Proof: `Asf::CurrentParticipation` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Asf::SetIdSession` (r:0 w:2)
	/// Proof: `Asf::SetIdSession` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	fn change_panel(n: u32) -> Weight {
		// Least time: 35_142 ns. Proof as recorded: 596 + n * 164 bytes.
		Weight::from_parts(54_450_457, 4_675)
			// Standard error: 74_316
			.saturating_add(Weight::from_parts(10_710_050, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2_639).saturating_mul(n.into()))
	}
}
