// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls cost, where a pallet brings no reference figures along.
//!
//! **Not benchmarked on FlareChain yet.** The figures are those that the SDK's own relay runtime
//! of the same release (`rococo-runtime` 39) measured for the same pallets on the reference
//! hardware, with storage accesses counted at our `DbWeight`. `benchmark pallet` is to replace
//! this folder.

pub mod parachains;
pub mod xcm;

use frame_support::{traits::Get, weights::Weight};

/// A cost: computation, storage proof, and accesses of the database.
#[derive(Clone, Copy)]
struct Cost {
	ref_time_ps: u64,
	proof_bytes: u64,
	reads: u64,
	writes: u64,
}

impl Cost {
	const fn new(ref_time_ps: u64, proof_bytes: u64, reads: u64, writes: u64) -> Self {
		Self { ref_time_ps, proof_bytes, reads, writes }
	}

	/// The weight of paying it once.
	fn once<T: frame_system::Config>(self) -> Weight {
		Weight::from_parts(self.ref_time_ps, self.proof_bytes)
			.saturating_add(T::DbWeight::get().reads_writes(self.reads, self.writes))
	}

	/// The weight of paying it `count` times.
	fn times<T: frame_system::Config>(self, count: u32) -> Weight {
		self.once::<T>().saturating_mul(count.into())
	}
}
