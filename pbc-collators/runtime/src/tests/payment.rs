// SPDX-License-Identifier: GPL-3.0-or-later

//! What the execution of messages is paid in.

use super::*;
use ::xcm::VersionedAssetId;
use constants::fee::WeightToFee;
use frame_support::{assert_ok, weights::WeightToFee as _};
use pallet_partition::FeeRate;
use xcm_executor::traits::WeightTrader;
use xcm_runtime_apis::fees::runtime_decl_for_xcm_payment_api::XcmPaymentApi;

/// Alice has sent 1 BTC to the ETH partition, where it can now pay with it here.
fn with_backing(test: impl FnOnce(AccountId)) {
	partition(BTC).execute_with(|| {
		let sovereign = account_of(&sibling(ETH));
		Assets::transfer(signed(ALICE), BTC, sovereign.clone().into(), 100_000_000).unwrap();
		test(sovereign);
	});
}

/// A message that brings satoshis home and pays with them.
fn coming_home(amount: Balance, weight_limit: WeightLimit) -> Xcm<RuntimeCall> {
	Xcm(vec![
		WithdrawAsset(wrapped(BTC, amount).into()),
		BuyExecution { fees: wrapped(BTC, amount), weight_limit },
		RefundSurplus,
		DepositAsset { assets: Wild(All), beneficiary: account(BOB) },
	])
}

fn set_rate(satoshis: Balance) {
	Partition::set_fee_rate(RuntimeOrigin::root(), FeeRate::new(satoshis, UNITS)).unwrap();
}

#[test]
fn the_own_asset_pays_at_the_rate_and_not_without() {
	with_backing(|sovereign| {
		let amount = 50_000_000;
		let unpaid = receive(sibling(ETH), coming_home(amount, Unlimited));
		assert_eq!(unpaid, Err(XcmError::TooExpensive));
		// It was withdrawn, and is trapped: it is the sender's to claim.
		assert_eq!(wrapped_balance(BTC, &sovereign), 50_000_000);

		set_rate(100_000);
		let (issued, before) = (issuances(), wrapped_balance(BTC, &BOB.to_account_id()));
		assert_ok!(receive(sibling(ETH), coming_home(amount, Unlimited)));
		let received = wrapped_balance(BTC, &BOB.to_account_id()) - before;
		// Outside of a block there is no author, so that the pot has it.
		let fee = wrapped_balance(BTC, &StakingPot::get());
		assert!(fee > 0);
		assert_eq!(received + fee, amount);
		assert_eq!(issuances(), issued);
	});
}

#[test]
fn what_was_bought_and_not_used_is_given_back() {
	with_backing(|_| {
		set_rate(100_000);
		let fee_of = |weight_limit: WeightLimit| {
			let before = wrapped_balance(BTC, &StakingPot::get());
			assert_ok!(receive(sibling(ETH), coming_home(10_000_000, weight_limit)));
			wrapped_balance(BTC, &StakingPot::get()) - before
		};
		let exact = fee_of(Unlimited);
		let generous = fee_of(Limited(Weight::from_parts(500_000_000_000, 1_000_000)));
		assert!(exact > 0);
		assert!(generous <= exact.saturating_add(1), "{generous} of {exact}");
	});
}

#[test]
fn too_little_pays_for_nothing() {
	with_backing(|_| {
		set_rate(100_000);
		let result = receive(sibling(ETH), coming_home(1, Unlimited));
		assert_eq!(result, Err(XcmError::TooExpensive));
		assert_eq!(wrapped_balance(BTC, &StakingPot::get()), 0);
	});
}

#[test]
fn other_partitions_assets_pay_nowhere() {
	partition(BTC).execute_with(|| {
		set_rate(100_000);
		let other = || wrapped(ETH, 1_000_000_000_000_000_000);
		let message = Xcm(vec![
			ReserveAssetDeposited(other().into()),
			BuyExecution { fees: other(), weight_limit: Unlimited },
			DepositAsset { assets: Wild(All), beneficiary: account(BOB) },
		]);
		assert_eq!(receive(sibling(ETH), message), Err(XcmError::TooExpensive));
		assert_eq!(wrapped_balance(ETH, &BOB.to_account_id()), 0);
	});
}

#[test]
fn messages_that_do_not_pay_are_refused_except_the_relay_chains() {
	let free_of_charge =
		|| Xcm(vec![UnpaidExecution { weight_limit: Unlimited, check_origin: None }, ClearOrigin]);
	partition(BTC).execute_with(|| {
		assert_ok!(receive(Location::parent(), free_of_charge()));
		let someone = AccountId32 { network: None, id: ALICE.to_raw_public() };
		for origin in [sibling(ETH), sibling(STRANGER), Location::new(1, [someone])] {
			assert_eq!(receive(origin.clone(), free_of_charge()), Err(XcmError::Barrier));
			assert_eq!(receive(origin, Xcm(vec![ClearOrigin])), Err(XcmError::Barrier));
		}
	});
}

#[test]
fn the_api_says_what_can_be_paid_in_and_how_much() {
	type Api = Runtime;
	let acceptable =
		|| <Api as XcmPaymentApi<Block>>::query_acceptable_payment_assets(XCM_VERSION).unwrap();
	let fee = |id: AssetId| {
		let weight = Weight::from_parts(10_000_000_000, 100_000);
		let id = VersionedAssetId::from(id);
		<Api as XcmPaymentApi<Block>>::query_weight_to_asset_fee(weight, id)
	};
	partition(BTC).execute_with(|| {
		let (own, in_token) = (wrapped(BTC, 1).id, token(1).id);
		assert_eq!(acceptable(), vec![VersionedAssetId::from(in_token.clone())]);
		assert!(fee(own.clone()).is_err());

		set_rate(1_000_000);
		let both = [in_token.clone(), own.clone()].map(VersionedAssetId::from);
		assert_eq!(acceptable(), both.to_vec());
		let expected = WeightToFee::weight_to_fee(&Weight::from_parts(10_000_000_000, 100_000));
		assert_eq!(fee(in_token), Ok(expected));
		assert_eq!(fee(own), Ok(expected.div_ceil(1_000_000)));
		assert!(fee(wrapped(ETH, 1).id).is_err());
	});
}

#[test]
fn a_trader_that_sold_nothing_takes_nothing() {
	partition(BTC).execute_with(|| {
		set_rate(100_000);
		let context = XcmContext::with_message_id([0; 32]);
		let mut trader = configs::xcm::trader::WrappedAssetTrader::new();
		let refund = trader.refund_weight(Weight::from_parts(1, 1), &context);
		assert!(refund.is_none());
		drop(trader);
		assert_eq!(wrapped_balance(BTC, &StakingPot::get()), 0);
	});
}
