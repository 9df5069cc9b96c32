// SPDX-License-Identifier: Apache-2.0

//! Weights of the calls.

use crate::Config;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What the calls of this pallet cost.
pub trait WeightInfo {
	/// `set_fee_rate`.
	fn set_fee_rate() -> Weight;
}

/// Estimates on the high side, for tests and for runtimes without measurements of their own: storage
/// accesses counted by hand at the runtime's `DbWeight`, and computation at several times what calls
/// of this kind measure. FlareChain's runtimes measure.
pub struct EstimatedWeight<T>(PhantomData<T>);

/// Reference time of a call's own computation.
const CALL_PS: u64 = 50_000_000;
/// Proof size of one storage access.
const ACCESS_BYTES: u64 = 4_096;

impl<T: Config> WeightInfo for EstimatedWeight<T> {
	/// Reads the asset, writes the rate.
	fn set_fee_rate() -> Weight {
		Weight::from_parts(CALL_PS, 2 * ACCESS_BYTES)
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}
}
