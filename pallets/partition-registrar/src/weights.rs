// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls, and of sharing cores.

use crate::pallet::Config;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of this pallet and its hook cost.
pub trait WeightInfo {
	/// `register` with a head of `h` and a code of `c` bytes.
	fn register(h: u32, c: u32) -> Weight;
	/// `upgrade` with a code of `c` bytes.
	fn upgrade(c: u32) -> Weight;
	/// `pause`.
	fn pause() -> Weight;
	/// `resume`.
	fn resume() -> Weight;
	/// `retire`.
	fn retire() -> Weight;
	/// The first block of a session, with `n` partitions that all change their core.
	fn share_cores(n: u32) -> Weight;
	/// A block that opens `c` channels.
	fn connect(c: u32) -> Weight;
}

/// Estimates on the high side, for tests and for runtimes without measurements of their own: storage
/// accesses counted by hand at the runtime's `DbWeight`, and computation at several times what calls
/// of this kind measure. FlareChain's runtimes measure.
pub struct EstimatedWeight<T>(PhantomData<T>);

/// Reference time of a call's own computation.
const CALL_PS: u64 = 150_000_000;
/// Reference time of hashing, copying and storing one byte of code or head.
const BYTE_PS: u64 = 10_000;
/// Reference time of dealing out one partition and encoding its core's assignments.
const PARTITION_PS: u64 = 30_000_000;
/// Reference time of opening one channel and encoding the messages about it.
const CHANNEL_PS: u64 = 100_000_000;
/// Proof size of one storage access.
const ACCESS_BYTES: u64 = 4_096;

impl<T: Config> EstimatedWeight<T> {
	fn of(ref_time_ps: u64, reads: u64, writes: u64) -> Weight {
		let proof_bytes = reads.max(writes).saturating_mul(ACCESS_BYTES);
		Weight::from_parts(ref_time_ps, proof_bytes)
			.saturating_add(T::DbWeight::get().reads_writes(reads, writes))
	}

	fn bytes(count: u32) -> Weight {
		Weight::from_parts(BYTE_PS.saturating_mul(count.into()), count.into())
	}
}

impl<T: Config> WeightInfo for EstimatedWeight<T> {
	fn register(h: u32, c: u32) -> Weight {
		Self::of(CALL_PS, 16, 14).saturating_add(Self::bytes(h)).saturating_add(Self::bytes(c))
	}
	fn upgrade(c: u32) -> Weight {
		// The message to the partition is a part of it.
		Self::of(2 * CALL_PS, 18, 8).saturating_add(Self::bytes(c))
	}
	fn pause() -> Weight {
		Self::of(CALL_PS, 1, 1)
	}
	fn resume() -> Weight {
		Self::of(CALL_PS, 1, 1)
	}
	fn retire() -> Weight {
		Self::of(CALL_PS, 7, 3)
	}
	fn share_cores(n: u32) -> Weight {
		// Each partition on a core of its own: its lifecycle, and the core's schedules.
		Self::of(CALL_PS, 8, 4)
			.saturating_add(Self::of(PARTITION_PS, 3, 3).saturating_mul(n.into()))
	}
	fn connect(c: u32) -> Weight {
		// For each channel its requests, indices and counts at both ends, and two messages.
		Self::of(CALL_PS, 3, 1)
			.saturating_add(Self::of(CHANNEL_PS, 12, 10).saturating_mul(c.into()))
	}
}
