// SPDX-License-Identifier: GPL-3.0-or-later

//! The XCM pallet, and instructions of XCM programs.

use super::Cost;
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// What any instruction of an XCM program costs, beside the calls in it: an estimate on the high
/// side of every instruction that only handles the native token.
pub const INSTRUCTION_WEIGHT: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);

/// What calls of the XCM pallet cost.
pub struct XcmWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_xcm::WeightInfo for XcmWeight<T> {
	fn send() -> Weight {
		Cost::new(39_348_000, 3710, 5, 2).once::<T>()
	}
	fn teleport_assets() -> Weight {
		Cost::new(143_227_000, 3710, 7, 3).once::<T>()
	}
	fn transfer_assets() -> Weight {
		Cost::new(141_408_000, 3710, 7, 3).once::<T>()
	}
	fn execute() -> Weight {
		Cost::new(10_335_000, 1485, 1, 0).once::<T>()
	}
	fn force_xcm_version() -> Weight {
		Cost::new(8_800_000, 0, 0, 1).once::<T>()
	}
	fn force_default_xcm_version() -> Weight {
		Cost::new(2_628_000, 0, 0, 0).once::<T>()
	}
	fn force_subscribe_version_notify() -> Weight {
		Cost::new(47_805_000, 3710, 7, 5).once::<T>()
	}
	fn force_unsubscribe_version_notify() -> Weight {
		Cost::new(52_149_000, 3890, 6, 4).once::<T>()
	}
	fn force_suspension() -> Weight {
		Cost::new(2_677_000, 0, 0, 1).once::<T>()
	}
	fn migrate_supported_version() -> Weight {
		Cost::new(23_053_000, 15_862, 6, 2).once::<T>()
	}
	fn migrate_version_notifiers() -> Weight {
		Cost::new(23_110_000, 15_866, 6, 2).once::<T>()
	}
	fn already_notified_target() -> Weight {
		Cost::new(26_599_000, 18_355, 7, 0).once::<T>()
	}
	fn notify_current_targets() -> Weight {
		Cost::new(35_745_000, 6184, 6, 1).once::<T>()
	}
	fn notify_target_migration_fail() -> Weight {
		Cost::new(18_283_000, 13_405, 5, 0).once::<T>()
	}
	fn migrate_version_notify_targets() -> Weight {
		Cost::new(23_010_000, 15_873, 6, 2).once::<T>()
	}
	fn migrate_and_notify_old_targets() -> Weight {
		Cost::new(45_260_000, 16_084, 10, 1).once::<T>()
	}
	fn new_query() -> Weight {
		Cost::new(3_160_000, 1485, 1, 2).once::<T>()
	}
	fn take_response() -> Weight {
		Cost::new(28_140_000, 11_041, 1, 1).once::<T>()
	}
	fn add_authorized_alias() -> Weight {
		Cost::new(16_398_000, 3826, 1, 1).once::<T>()
	}
	fn remove_authorized_alias() -> Weight {
		Cost::new(17_622_000, 3865, 1, 1).once::<T>()
	}
	/// Nobody publishes a measurement; the work is that of any other transfer.
	fn reserve_transfer_assets() -> Weight {
		Self::transfer_assets()
	}
	fn claim_assets(n: u32) -> Weight {
		Cost::new(41_498_000, 3488, 2, 1)
			.once::<T>()
			.saturating_add(Cost::new(47_000_000, 3675, 3, 3).times::<T>(n))
	}
	fn weigh_message(n: u32) -> Weight {
		Cost::new(8_077_000, 0, 0, 0)
			.once::<T>()
			.saturating_add(Cost::new(100_000, 0, 0, 0).times::<T>(n))
	}
	/// Decoding is a part of weighing.
	fn decode_xcm(n: u32) -> Weight {
		Self::weigh_message(n)
	}
}
