// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls, and of the work at blocks and session boundaries.

use crate::Config;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of this pallet and its hooks cost.
///
/// The session pallet charges a whole block for the change of a session. `change_panel` tells how
/// much of that this pallet needs.
pub trait WeightInfo {
	/// `record_certificate` with `n` signatures.
	fn record_certificate(n: u32) -> Weight;
	/// `report_equivocation`.
	fn report_equivocation() -> Weight;
	/// Credit to the author of a block.
	fn note_author() -> Weight;
	/// The end of a session and the start of the next with `n` seats each, all unavailable.
	fn change_panel(n: u32) -> Weight;
}

/// Estimates on the high side, for tests and for runtimes without measurements of their own: storage
/// accesses counted by hand at the runtime's `DbWeight`, and computation at several times what calls
/// of this kind measure. FlareChain's runtimes measure.
pub struct EstimatedWeight<T>(PhantomData<T>);

/// Reference time of a call's own computation.
const CALL_PS: u64 = 150_000_000;
/// Reference time of checking one Ed25519 signature.
const SIGNATURE_PS: u64 = 150_000_000;
/// Reference time of reading or writing one seat of a panel.
const SEAT_PS: u64 = 5_000_000;
/// Reference time of reporting one offender, without the runtime's handler.
const OFFENDER_PS: u64 = 200_000_000;
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
	fn record_certificate(n: u32) -> Weight {
		Self::of(CALL_PS, 8, 4).saturating_add(Self::each(n, SIGNATURE_PS + SEAT_PS, 0, 0))
	}
	fn report_equivocation() -> Weight {
		Self::of(CALL_PS + 2 * SIGNATURE_PS + OFFENDER_PS, 24, 16)
	}
	fn note_author() -> Weight {
		Self::of(CALL_PS, 2, 1)
	}
	fn change_panel(n: u32) -> Weight {
		Self::of(CALL_PS, 10, 10).saturating_add(Self::each(n, SEAT_PS + OFFENDER_PS, 12, 12))
	}
}
