// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use codec::{Decode, Encode};
use flarechain_primitives::{currency::UNITS, Asset, Balance};
use frame_support::{assert_noop, assert_ok, traits::tokens::ConversionToAssetBalance};
use sp_runtime::DispatchError;
use std::panic::{catch_unwind, AssertUnwindSafe};

fn rate(asset: Balance, token: Balance) -> Option<FeeRate> {
	Some(FeeRate::new(asset, token).expect("neither is zero"))
}

fn in_asset(token: Balance, asset: Asset) -> Result<Balance, ConversionError> {
	Partition::to_asset_balance(token, asset.para_id())
}

#[test]
fn every_asset_has_a_genesis() {
	for asset in Asset::ALL {
		state_of(asset).execute_with(|| {
			assert_eq!(Partition::asset(), Some(asset));
			assert_eq!(AssetFeeRate::<Test>::get(), None);
			assert_ok!(Partition::do_try_state());
		});
	}
}

#[test]
fn a_genesis_can_start_with_a_rate() {
	let fee_rate = rate(1_000, UNITS);
	let asset = Some(Asset::Eth);
	let genesis = GenesisConfig { asset, fee_rate, ..Default::default() };
	built(Asset::Eth.para_id(), genesis).execute_with(|| {
		assert_eq!(AssetFeeRate::<Test>::get(), fee_rate);
		assert_eq!(in_asset(UNITS, Asset::Eth), Ok(1_000));
	});
}

#[test]
fn another_partitions_asset_is_refused_and_says_why() {
	let genesis = || GenesisConfig { asset: Some(Asset::Btc), ..Default::default() };
	let panic = catch_unwind(AssertUnwindSafe(|| built(2001, genesis()))).err();
	let text = panic.and_then(|panic| panic.downcast::<String>().ok()).expect("it is refused");
	assert!(text.contains("btc") && text.contains("2000") && text.contains("2001"), "{text}");
}

#[test]
fn a_chain_without_an_asset_accepts_nothing() {
	built(100, GenesisConfig::default()).execute_with(|| {
		assert_eq!(Partition::asset(), None);
		assert!(Partition::do_try_state().is_err());
		assert_eq!(in_asset(UNITS, Asset::Btc), Err(ConversionError::OtherAsset));
		let set = Partition::set_fee_rate(RuntimeOrigin::root(), rate(1, 1));
		assert_noop!(set, Error::<Test>::NoAsset);
		assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), None));
	});
}

#[test]
fn governance_sets_and_takes_back_the_rate() {
	state_of(Asset::Btc).execute_with(|| {
		for rate in [rate(1_000, UNITS), rate(1, 3), None] {
			assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), rate));
			assert_eq!(AssetFeeRate::<Test>::get(), rate);
			System::assert_last_event(Event::FeeRateSet { rate }.into());
		}
	});
}

#[test]
fn nobody_else_sets_the_rate() {
	state_of(Asset::Btc).execute_with(|| {
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
			assert_noop!(Partition::set_fee_rate(origin, rate(1, 1)), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn only_the_own_asset_converts_and_only_at_a_rate() {
	state_of(Asset::Btc).execute_with(|| {
		assert_eq!(in_asset(UNITS, Asset::Btc), Err(ConversionError::NoRate));
		assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), rate(1_000, UNITS)));
		assert_eq!(in_asset(UNITS, Asset::Btc), Ok(1_000));
		for other in Asset::ALL.into_iter().filter(|asset| *asset != Asset::Btc) {
			assert_eq!(in_asset(UNITS, other), Err(ConversionError::OtherAsset));
		}
		assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), None));
		assert_eq!(in_asset(UNITS, Asset::Btc), Err(ConversionError::NoRate));
	});
}

#[test]
fn converted_fees_are_rounded_up_and_never_free() {
	state_of(Asset::Btc).execute_with(|| {
		assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), rate(1, UNITS)));
		let cases = [(0, 0), (1, 1), (UNITS - 1, 1), (UNITS, 1), (UNITS + 1, 2)];
		for (token, expected) in cases {
			assert_eq!(in_asset(token, Asset::Btc), Ok(expected), "{token}");
		}
	});
}

#[test]
fn amounts_that_do_not_fit_are_refused() {
	state_of(Asset::Btc).execute_with(|| {
		assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), rate(2, 1)));
		assert_eq!(in_asset(u128::MAX / 2, Asset::Btc), Ok(u128::MAX - 1));
		assert_eq!(in_asset(u128::MAX / 2 + 1, Asset::Btc), Err(ConversionError::Overflow));
		assert_ok!(Partition::set_fee_rate(RuntimeOrigin::root(), rate(u128::MAX, u128::MAX)));
		assert_eq!(in_asset(u128::MAX, Asset::Btc), Ok(u128::MAX));
	});
}

#[test]
fn there_is_no_rate_of_zero() {
	assert_eq!(FeeRate::new(0, 1), None);
	assert_eq!(FeeRate::new(1, 0), None);
	assert_eq!(FeeRate::decode(&mut &(1u128, 2u128).encode()[..]).ok(), FeeRate::new(1, 2));
	assert!(FeeRate::decode(&mut &(0u128, 1u128).encode()[..]).is_err());
	assert!(FeeRate::decode(&mut &(1u128, 0u128).encode()[..]).is_err());
}

#[test]
fn a_wrong_asset_in_the_state_is_found() {
	state_of(Asset::Btc).execute_with(|| {
		CarriedAsset::<Test>::put(Asset::Eth);
		assert!(Partition::do_try_state().is_err());
	});
}
