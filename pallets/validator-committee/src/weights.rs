// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls and of the work at session boundaries.

use crate::Config;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of this pallet and its hooks cost.
///
/// The session pallet charges a whole block for the change of a session. `elect` and
/// `apply_due_slashes` tell how much of that this pallet needs at its bounds.
pub trait WeightInfo {
	/// `bond` while the committee has room.
	fn bond() -> Weight;
	/// `bond` into a full committee.
	fn bond_displacing() -> Weight;
	/// `bond_extra`.
	fn bond_extra() -> Weight;
	/// `unbond`.
	fn unbond() -> Weight;
	/// `withdraw_unbonded`.
	fn withdraw_unbonded() -> Weight;
	/// `set_role`.
	fn set_role() -> Weight;
	/// `chill`.
	fn chill() -> Weight;
	/// `unchill`.
	fn unchill() -> Weight;
	/// `exclude`.
	fn exclude() -> Weight;
	/// `readmit`.
	fn readmit() -> Weight;
	/// `cancel_deferred_slash` of `n` slashes.
	fn cancel_deferred_slash(n: u32) -> Weight;
	/// An election among `m` members.
	fn elect(m: u32) -> Weight;
	/// A report about `n` offenders.
	fn on_offence(n: u32) -> Weight;
	/// The application of `n` deferred slashes.
	fn apply_due_slashes(n: u32) -> Weight;
}

/// Estimates on the high side, for tests and for runtimes without measurements of their own: storage
/// accesses counted by hand at the runtime's `DbWeight`, and computation at several times what calls
/// of this kind measure. FlareChain's runtimes measure.
pub struct EstimatedWeight<T>(PhantomData<T>);

/// Reference time of a call's own computation.
const CALL_PS: u64 = 150_000_000;
/// Reference time of reading, checking and sorting one member.
const MEMBER_PS: u64 = 20_000_000;
/// Reference time of recording or applying one slash.
const SLASH_PS: u64 = 200_000_000;
/// Proof size of one storage access.
const ACCESS_BYTES: u64 = 4_096;

impl<T: Config> EstimatedWeight<T> {
	fn of(ref_time_ps: u64, reads: u64, writes: u64) -> Weight {
		let proof_bytes = reads.max(writes).saturating_mul(ACCESS_BYTES);
		Weight::from_parts(ref_time_ps, proof_bytes)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}

	fn each(count: u32, ref_time_ps: u64, reads: u64, writes: u64) -> Weight {
		Self::of(ref_time_ps, reads, writes).saturating_mul(count.into())
	}
}

impl<T: Config> WeightInfo for EstimatedWeight<T> {
	fn bond() -> Weight {
		Self::of(CALL_PS, 8, 6)
	}
	fn bond_displacing() -> Weight {
		Self::of(CALL_PS, 10, 8).saturating_add(Self::each(T::MaxMembers::get(), MEMBER_PS, 1, 0))
	}
	fn bond_extra() -> Weight {
		Self::of(CALL_PS, 6, 5)
	}
	fn unbond() -> Weight {
		Self::of(CALL_PS, 6, 5)
	}
	fn withdraw_unbonded() -> Weight {
		Self::of(CALL_PS, 8, 5)
	}
	fn set_role() -> Weight {
		Self::of(CALL_PS, 4, 3)
	}
	fn chill() -> Weight {
		Self::of(CALL_PS, 4, 3)
	}
	fn unchill() -> Weight {
		Self::of(CALL_PS, 4, 3)
	}
	fn exclude() -> Weight {
		Self::of(CALL_PS, 8, 6)
	}
	fn readmit() -> Weight {
		Self::of(CALL_PS, 4, 3)
	}
	fn cancel_deferred_slash(n: u32) -> Weight {
		Self::of(CALL_PS, 2, 2).saturating_add(Self::each(n, MEMBER_PS, 2, 2))
	}
	fn elect(m: u32) -> Weight {
		Self::of(CALL_PS, 6, 4)
			.saturating_add(Self::each(T::MaxPanel::get(), MEMBER_PS, 3, 0))
			.saturating_add(Self::each(m, MEMBER_PS, 3, 0))
	}
	fn on_offence(n: u32) -> Weight {
		Self::of(CALL_PS, 4, 2).saturating_add(Self::each(n, SLASH_PS, 8, 8))
	}
	fn apply_due_slashes(n: u32) -> Weight {
		Self::of(CALL_PS, 2, 1).saturating_add(Self::each(n, SLASH_PS, 11, 11))
	}
}
