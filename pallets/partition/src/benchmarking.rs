// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls.

use crate::{pallet::Pallet as Partition, *};
use flarechain_primitives::Asset;
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_fee_rate() -> Result<(), BenchmarkError> {
		let origin = T::GovernanceOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("there is a governance origin"))?;
		// Chain specs of benchmarks need not be a partition's.
		CarriedAsset::<T>::put(Partition::<T>::asset().unwrap_or(Asset::Btc));
		AssetFeeRate::<T>::kill();
		let rate = FeeRate::new(u128::MAX, u128::MAX);
		assert!(rate.is_some());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rate);

		assert_eq!(AssetFeeRate::<T>::get(), rate);
		Ok(())
	}

	impl_benchmark_test_suite!(Partition, crate::mock::state_of(Asset::Btc), crate::mock::Test);
}
