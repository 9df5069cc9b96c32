// SPDX-License-Identifier: GPL-3.0-or-later

//! What a place in a block costs.

use super::*;
use constants::{
	currency::{deposit, CENTS, EXISTENTIAL_DEPOSIT, MILLICENTS, UNITS},
	fee::WeightToFee,
};
use frame_support::weights::WeightToFee as _;
use polkadot_runtime_common::MAXIMUM_BLOCK_WEIGHT;
use sp_runtime::traits::Convert;
use weights::overhead::ExtrinsicBaseWeight;

#[test]
fn the_smallest_transaction_costs_a_tenth_of_a_cent() {
	let fee = WeightToFee::weight_to_fee(&ExtrinsicBaseWeight::get());
	assert!(fee.abs_diff(CENTS / 10) < MILLICENTS, "{fee}");
}

#[test]
fn a_full_block_costs_some_units() {
	let fee = WeightToFee::weight_to_fee(&MAXIMUM_BLOCK_WEIGHT);
	assert!((UNITS..100 * UNITS).contains(&fee), "{fee}");
}

#[test]
fn storage_has_its_price() {
	const { assert!(EXISTENTIAL_DEPOSIT > 0) };
	assert_eq!(deposit(1, 0), 20 * CENTS);
	assert_eq!(deposit(0, 1_000), 10 * CENTS);
}

/// From the smallest multiplier, full blocks have to be able to raise it.
#[test]
fn the_fee_multiplier_recovers_from_its_minimum() {
	TestExternalities::new_empty().execute_with(|| {
		let target = polkadot_runtime_common::TargetBlockFullness::get()
			* configs::system::BlockWeights::get()
				.get(frame_support::dispatch::DispatchClass::Normal)
				.max_total
				.unwrap();
		System::set_block_consumed_resources(target * 2, 0);
		let minimum = polkadot_runtime_common::MinimumMultiplier::get();
		let next = polkadot_runtime_common::SlowAdjustingFeeUpdate::<Runtime>::convert(minimum);
		assert!(next > minimum, "{next} is no more than {minimum}");
	});
}
