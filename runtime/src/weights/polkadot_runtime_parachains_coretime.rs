// SPDX-License-Identifier: GPL-3.0-or-later

//! What `polkadot_runtime_parachains::coretime` costs: measured, never written by hand.
//!
//! Made by `scripts/benchmark_weights.sh --runtime relay --pallet polkadot_runtime_parachains::coretime`
//! with flarechain-node 0.1.0-ad21fcc7409, release build.
//! Measured on 2026-11-21, CPU: AMD EPYC, steps: 50, repeats: 20, execution: Compiled.

#![cfg_attr(rustfmt, rustfmt_skip)]

use core::marker::PhantomData;
#[allow(unused_imports, reason = "some pallets have no storage")]
use frame_support::traits::Get;
use frame_support::weights::Weight;

/// What `polkadot_runtime_parachains::coretime` costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> polkadot_runtime_parachains::coretime::WeightInfo for WeightInfo<T> {
	/// Storage: `OnDemandAssignmentProvider::Revenue` (r:1 w:1)
	/// Proof: `OnDemandAssignmentProvider::Revenue` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Dmp::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `Dmp::DeliveryFeeFactor` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmPallet::SupportedVersion` (r:1 w:0)
	/// Proof: `XcmPallet::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: UNKNOWN KEY `0x63f78c98723ddc9073523ef3beefda0ca95dac46c07a40d91506e7637ec4ba57` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x63f78c98723ddc9073523ef3beefda0ca95dac46c07a40d91506e7637ec4ba57` (r:1 w:0)
	/// Storage: `Dmp::DownwardMessageQueueMeta` (r:1 w:1)
	/// Proof: `Dmp::DownwardMessageQueueMeta` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Paras::Heads` (r:1 w:0)
	/// Proof: `Paras::Heads` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Dmp::DownwardMessageQueueLazyDelete` (r:1 w:0)
	/// Proof: `Dmp::DownwardMessageQueueLazyDelete` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Dmp::DownwardMessageQueueHeads` (r:1 w:1)
	/// Proof: `Dmp::DownwardMessageQueueHeads` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Dmp::DownwardMessageQueuePages` (r:0 w:1)
	/// Proof: `Dmp::DownwardMessageQueuePages` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn request_revenue_at() -> Weight {
		// Least time: 74_391 ns. Proof as recorded: 2877 bytes.
		Weight::from_parts(77_506_000, 6_342)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `Configuration::PendingConfigs` (r:1 w:1)
	/// Proof: `Configuration::PendingConfigs` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Configuration::BypassConsistencyCheck` (r:1 w:0)
	/// Proof: `Configuration::BypassConsistencyCheck` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParasShared::CurrentSessionIndex` (r:1 w:0)
	/// Proof: `ParasShared::CurrentSessionIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn request_core_count() -> Weight {
		// Least time: 7_050 ns. Proof as recorded: 151 bytes.
		Weight::from_parts(7_572_000, 1_636)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ParaScheduler::CoreDescriptors` (r:1 w:1)
	/// Proof: `ParaScheduler::CoreDescriptors` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParaScheduler::CoreSchedules` (r:0 w:1)
	/// Proof: `ParaScheduler::CoreSchedules` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `s` is `[1, 100]`.
	fn assign_core(s: u32) -> Weight {
		// Least time: 7_891 ns. Proof as recorded: 53 bytes.
		Weight::from_parts(8_533_364, 1_538)
			// Standard error: 205
			.saturating_add(Weight::from_parts(7_298, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `OnDemandAssignmentProvider::OrderStatus` (r:1 w:1)
	/// Proof: `OnDemandAssignmentProvider::OrderStatus` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `s` is `[0, 100]`.
	fn queue_on_demand_batch(s: u32) -> Weight {
		// Least time: 92_819 ns. Proof as recorded: 80089 bytes.
		Weight::from_parts(103_740_465, 81_574)
			// Standard error: 1_629
			.saturating_add(Weight::from_parts(15_815, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `OnDemandAssignmentProvider::Credits` (r:1 w:1)
	/// Proof: `OnDemandAssignmentProvider::Credits` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn credit_account() -> Weight {
		// Least time: 5_548 ns. Proof as recorded: 42 bytes.
		Weight::from_parts(5_939_000, 3_507)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
