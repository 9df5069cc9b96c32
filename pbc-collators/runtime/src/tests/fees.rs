// SPDX-License-Identifier: GPL-3.0-or-later

//! What transactions pay.

use super::*;
use crate::weights::overhead::ExtrinsicBaseWeight;
use constants::{
	block::MAXIMUM_WEIGHT,
	currency::CENTS,
	fee::{WeightToFee, BLOCK_FEE},
};
use frame_support::weights::{Weight, WeightToFee as _};
use pallet_partition::FeeRate;
use sp_runtime::{
	generic::Era,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	ApplyExtrinsicResult,
};

/// Bob's transfer of 1 ËTR to Alice, paid in the asset.
fn transfer(pay_in: Option<u32>) -> ApplyExtrinsicResult {
	let call = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: ALICE.to_account_id().into(),
		value: UNITS,
	});
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(System::account_nonce(BOB.to_account_id())),
		frame_system::CheckWeight::new(),
		pallet_asset_tx_payment::ChargeAssetTxPayment::from(0, pay_in),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
	)
		.into();
	let payload = SignedPayload::new(call, extension).unwrap();
	let signature = payload.using_encoded(|bytes| BOB.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	Executive::apply_extrinsic(UncheckedExtrinsic::new_signed(
		call,
		BOB.to_account_id().into(),
		signature.into(),
		extension,
	))
}

const REFUSED: ApplyExtrinsicResult =
	Err(TransactionValidityError::Invalid(InvalidTransaction::Payment));

#[test]
fn a_block_costs_the_same_whatever_fills_it() {
	let fee = |time, proof| WeightToFee::weight_to_fee(&Weight::from_parts(time, proof));
	let (time, proof) = (MAXIMUM_WEIGHT.ref_time(), MAXIMUM_WEIGHT.proof_size());
	assert_eq!(fee(time, 0), BLOCK_FEE);
	assert_eq!(fee(0, proof), BLOCK_FEE);
	assert_eq!(fee(time, proof), BLOCK_FEE);
	assert_eq!(fee(time / 2, proof / 4), BLOCK_FEE / 2);
	assert_eq!(fee(0, 0), 0);
	assert!(fee(u64::MAX, u64::MAX) > BLOCK_FEE);
}

#[test]
fn the_smallest_transaction_costs_about_a_tenth_of_a_cent() {
	let fee = WeightToFee::weight_to_fee(&ExtrinsicBaseWeight::get());
	assert!((CENTS / 20..CENTS / 5).contains(&fee), "{fee}");
}

#[test]
fn fees_in_the_token_go_to_the_pot() {
	partition(BTC).execute_with(|| {
		start_block();
		let (before, pot_before, issued) = (free(BOB), pot(), issuances());
		transfer(None).unwrap().unwrap();
		let fee = before - UNITS - free(BOB);
		assert!((CENTS / 10..CENTS * 10).contains(&fee), "{fee}");
		assert_eq!(pot() - pot_before, fee);
		assert_eq!(issuances(), issued);
	});
}

#[test]
fn the_wrapped_asset_pays_only_while_it_has_a_rate() {
	partition(BTC).execute_with(|| {
		start_block();
		let balance = |who: Sr25519Keyring| wrapped_balance(BTC, &who.to_account_id());
		assert_eq!(transfer(Some(BTC)), REFUSED);

		// A hundred thousand satoshis for an ËTR.
		let rate = FeeRate::new(100_000, UNITS);
		Partition::set_fee_rate(RuntimeOrigin::root(), rate).unwrap();
		let (token, pot_before, issued) = (free(BOB), pot(), issuances());
		let (payer, author) = (balance(BOB), balance(ALICE));
		transfer(Some(BTC)).unwrap().unwrap();
		let fee = payer - balance(BOB);
		assert!(fee > 0);
		assert_eq!(balance(ALICE) - author, fee, "it is the author's");
		assert_eq!(free(BOB), token - UNITS, "no ËTR was paid");
		assert_eq!(pot(), pot_before);
		assert_eq!(issuances(), issued);

		assert_eq!(transfer(Some(ETH)), REFUSED, "there is a rate for the own asset alone");
		Partition::set_fee_rate(RuntimeOrigin::root(), None).unwrap();
		assert_eq!(transfer(Some(BTC)), REFUSED);
	});
}
