// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls cost, where a pallet brings no reference figures along.

/// The XCM pallet, and instructions of XCM programs.
///
/// **Not benchmarked yet.** Estimates on the high side: storage accesses counted by hand at the
/// runtime's `DbWeight`, and computation at several times what calls of this kind measure. What
/// `benchmark pallet` generates is to replace them.
pub mod xcm {
	use core::marker::PhantomData;
	use frame_support::{traits::Get, weights::Weight};

	/// What any instruction of an XCM program costs, beside the calls in it. The dearest of those
	/// that the partition carries out puts a wrapped asset into another account and sends a message:
	/// twelve reads and seven writes, which at `RocksDbWeight` take a millisecond.
	pub const INSTRUCTION_WEIGHT: Weight = Weight::from_parts(1_250_000_000, 16 * 1024);

	/// Reference time of a call that does nothing but change an entry.
	const CALL_PS: u64 = 50_000_000;
	/// Reference time of a call that sends a message.
	const SEND_PS: u64 = 100_000_000;
	/// Reference time of a call that moves an asset, executes a program and sends a message.
	const TRANSFER_PS: u64 = 400_000_000;
	/// Reference time of looking at one instruction or asset.
	const ITEM_PS: u64 = 50_000_000;
	/// Proof size of one storage access.
	const ACCESS_BYTES: u64 = 4_096;

	/// What calls of the XCM pallet cost.
	pub struct XcmWeight<T>(PhantomData<T>);

	impl<T: frame_system::Config> XcmWeight<T> {
		fn of(ref_time_ps: u64, reads: u64, writes: u64) -> Weight {
			let proof_bytes = reads.max(writes).saturating_mul(ACCESS_BYTES);
			Weight::from_parts(ref_time_ps, proof_bytes)
				.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
		}

		/// One step of a migration after an upgrade of the XCM version, which the pallet spreads
		/// over blocks.
		fn migration() -> Weight {
			Self::of(CALL_PS, 8, 2)
		}
	}

	impl<T: frame_system::Config> pallet_xcm::WeightInfo for XcmWeight<T> {
		fn send() -> Weight {
			Self::of(SEND_PS, 8, 4)
		}
		fn teleport_assets() -> Weight {
			Self::of(TRANSFER_PS, 16, 8)
		}
		fn reserve_transfer_assets() -> Weight {
			Self::of(TRANSFER_PS, 16, 8)
		}
		fn transfer_assets() -> Weight {
			Self::of(TRANSFER_PS, 24, 12)
		}
		fn execute() -> Weight {
			Self::of(CALL_PS, 2, 0)
		}
		fn force_xcm_version() -> Weight {
			Self::of(CALL_PS, 0, 1)
		}
		fn force_default_xcm_version() -> Weight {
			Self::of(CALL_PS, 0, 1)
		}
		fn force_subscribe_version_notify() -> Weight {
			Self::of(SEND_PS, 10, 7)
		}
		fn force_unsubscribe_version_notify() -> Weight {
			Self::of(SEND_PS, 10, 7)
		}
		fn force_suspension() -> Weight {
			Self::of(CALL_PS, 0, 1)
		}
		fn migrate_supported_version() -> Weight {
			Self::migration()
		}
		fn migrate_version_notifiers() -> Weight {
			Self::migration()
		}
		fn already_notified_target() -> Weight {
			Self::migration()
		}
		fn notify_current_targets() -> Weight {
			Self::of(SEND_PS, 10, 4)
		}
		fn notify_target_migration_fail() -> Weight {
			Self::migration()
		}
		fn migrate_version_notify_targets() -> Weight {
			Self::migration()
		}
		fn migrate_and_notify_old_targets() -> Weight {
			Self::of(SEND_PS, 12, 4)
		}
		fn new_query() -> Weight {
			Self::of(CALL_PS, 1, 2)
		}
		fn take_response() -> Weight {
			Self::of(CALL_PS, 2, 2)
		}
		fn claim_assets(n: u32) -> Weight {
			Self::of(SEND_PS, 3, 2).saturating_add(Self::of(ITEM_PS, 4, 4).saturating_mul(n.into()))
		}
		fn add_authorized_alias() -> Weight {
			Self::of(CALL_PS, 3, 3)
		}
		fn remove_authorized_alias() -> Weight {
			Self::of(CALL_PS, 3, 3)
		}
		fn weigh_message(n: u32) -> Weight {
			Weight::from_parts(ITEM_PS, 0).saturating_mul(u64::from(n).saturating_add(1))
		}
		/// Decoding is a part of weighing.
		fn decode_xcm(n: u32) -> Weight {
			Self::weigh_message(n)
		}
	}
}
