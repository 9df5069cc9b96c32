// SPDX-License-Identifier: Apache-2.0

//! The invariants of the registrar's storage.

use crate::pallet::*;
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use polkadot_runtime_parachains::paras;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let limit = usize::try_from(T::MaxPartitions::get()).unwrap_or(usize::MAX);
		let partitions = Partitions::<T>::get();
		ensure!(partitions.len() <= limit, "there are too many partitions");
		for id in partitions.keys() {
			ensure!(
				paras::Pallet::<T>::lifecycle(*id).is_some(),
				"the host knows nothing of a partition"
			);
		}
		ensure!(Unconnected::<T>::get().len() <= limit, "too many partitions wait for channels");
		let shares = Shares::<T>::get();
		ensure!(
			shares.last().is_none_or(|share| !share.is_empty()),
			"the last core is kept for nobody"
		);
		let mut seen = BTreeSet::new();
		for id in shares.iter().flatten() {
			ensure!(seen.insert(*id), "a partition is on two cores");
		}
		ensure!(seen.len() <= limit, "too many partitions share cores");
		Ok(())
	}
}
