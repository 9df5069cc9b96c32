// SPDX-License-Identifier: GPL-3.0-or-later

//! Calls of BABE. The pallet's benchmark measures only a part of a report, the two signatures, and
//! the pallet exports no other figures than the reference ones that stand for `()`.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};
use pallet_asf::WeightInfo as _;

/// What calls of BABE cost.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_babe::WeightInfo for WeightInfo<T> {
	/// One entry is written.
	fn plan_config_change() -> Weight {
		T::DbWeight::get().writes(1)
	}

	/// A report to ASF takes the same steps: two signatures, one proof of key ownership, and one
	/// offence that the committee punishes. It was measured in a panel of the development chain; the
	/// reference figures count with at least a hundred validators. So the larger of both.
	fn report_equivocation(validators: u32, nominators: u32) -> Weight {
		<() as pallet_babe::WeightInfo>::report_equivocation(validators, nominators)
			.max(super::pallet_asf::WeightInfo::<T>::report_equivocation())
	}
}
