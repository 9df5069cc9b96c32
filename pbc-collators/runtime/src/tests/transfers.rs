// SPDX-License-Identifier: GPL-3.0-or-later

//! How assets move between partitions and the relay chain, both ends of it.

use super::*;
use ::xcm::{latest::AssetTransferFilter, VersionedAssets, VersionedLocation, VersionedXcm};
use frame_support::{assert_ok, traits::fungibles::Mutate};
use sp_runtime::DispatchResult;

fn to(dest: &Location) -> Box<VersionedLocation> {
	Box::new(VersionedLocation::from(dest.clone()))
}

fn teleport(dest: &Location, amount: Balance) -> DispatchResult {
	PolkadotXcm::limited_teleport_assets(
		signed(ALICE),
		to(dest),
		to(&account(BOB)),
		Box::new(VersionedAssets::from(::xcm::latest::prelude::Assets::from(token(amount)))),
		0,
		Unlimited,
	)
}

/// `who` sends a wrapped asset to `beneficiary` elsewhere, with ËTR for the fees there.
fn transfer(
	who: Sr25519Keyring,
	dest: &Location,
	beneficiary: Sr25519Keyring,
	asset: Asset,
	fees: Balance,
) -> DispatchResult {
	let assets = ::xcm::latest::prelude::Assets::from(vec![asset, token(fees)]);
	let fee_item = assets.inner().iter().position(|asset| *asset == token(fees)).unwrap();
	PolkadotXcm::transfer_assets(
		signed(who),
		to(dest),
		to(&account(beneficiary)),
		Box::new(VersionedAssets::from(assets)),
		fee_item as u32,
		Unlimited,
	)
}

fn reserve_transfer(dest: &Location, asset: Asset) -> DispatchResult {
	PolkadotXcm::limited_reserve_transfer_assets(
		signed(ALICE),
		to(dest),
		to(&account(BOB)),
		Box::new(VersionedAssets::from(::xcm::latest::prelude::Assets::from(asset))),
		0,
		Unlimited,
	)
}

#[test]
fn the_token_is_teleported_to_the_last_unit() {
	let amount = 10 * UNITS;
	for (dest, from) in [(ETH, BTC), (BTC, DOGE)] {
		let message = partition(from).execute_with(|| {
			let (issued, before, pot_before) = (Balances::total_issuance(), free(ALICE), pot());
			assert_ok!(teleport(&sibling(dest), amount));
			let delivery = pot() - pot_before;
			assert!(delivery > 0);
			assert_eq!(before - free(ALICE), amount + delivery);
			assert_eq!(issued - Balances::total_issuance(), amount);
			sent_to(&sibling(dest))
		});
		partition(dest).execute_with(|| {
			let (issued, before, pot_before) = (Balances::total_issuance(), free(BOB), pot());
			assert_ok!(receive(sibling(from), message));
			let fee = pot() - pot_before;
			assert!((1..UNITS).contains(&fee), "{fee}");
			assert_eq!(free(BOB) - before, amount - fee);
			assert_eq!(Balances::total_issuance() - issued, amount);
		});
	}
}

#[test]
fn the_token_is_teleported_to_the_relay_chain_and_to_no_stranger() {
	partition(BTC).execute_with(|| {
		let issued = Balances::total_issuance();
		assert_ok!(teleport(&Location::parent(), UNITS));
		assert_eq!(issued - Balances::total_issuance(), UNITS);
		let message = sent_to(&Location::parent());
		// What the relay chain calls its own token.
		let here: Asset = (Location::here(), UNITS).into();
		assert!(matches!(&message.0[0], ReceiveTeleportedAsset(assets) if assets.contains(&here)));

		for stranger in [sibling(STRANGER), sibling(BTC), Location::here()] {
			assert!(teleport(&stranger, UNITS).is_err(), "{stranger:?}");
		}
		assert!(teleport(&sibling(ETH), 10_000 * UNITS).is_err(), "more than there is");
		assert!(sent().is_empty());
		assert_eq!(issued - Balances::total_issuance(), UNITS);
	});
}

#[test]
fn a_wrapped_asset_goes_from_home_to_another_partition_and_back() {
	let (mut btc, mut eth) = (partition(BTC), partition(ETH));
	let (alice, bob) = (ALICE.to_account_id(), BOB.to_account_id());
	let (amount, fees) = (123_456_789, UNITS);
	let kept = |state: &mut TestExternalities| {
		state.execute_with(|| wrapped_balance(BTC, &account_of(&sibling(ETH))))
	};
	let started = btc.execute_with(|| wrapped_balance(BTC, &alice));

	let message = btc.execute_with(|| {
		let issued = issuances();
		assert_ok!(transfer(ALICE, &sibling(ETH), BOB, wrapped(BTC, amount), fees));
		assert_eq!(issuances()[1..], issued[1..], "it stays here");
		assert_eq!(issuances()[0], issued[0] - fees);
		assert_eq!(wrapped_balance(BTC, &alice), started - amount);
		sent_to(&sibling(ETH))
	});
	assert_eq!(kept(&mut btc), amount);

	let back = eth.execute_with(|| {
		let (issued, before) = (issuances(), free(BOB));
		assert_ok!(receive(sibling(BTC), message));
		assert_eq!(wrapped_balance(BTC, &bob), amount);
		assert_eq!(issuances()[1], amount, "claims on what was kept");
		assert_eq!(issuances()[0], issued[0] + fees);
		assert!(free(BOB) > before, "the rest of the fees comes along");

		assert_ok!(transfer(BOB, &sibling(BTC), ALICE, wrapped(BTC, amount), fees));
		assert_eq!(wrapped_balance(BTC, &bob), 0);
		assert_eq!(issuances()[1..], issued[1..], "the claims are gone");
		sent_to(&sibling(BTC))
	});

	btc.execute_with(|| {
		let issued = issuances();
		assert_ok!(receive(sibling(ETH), back));
		assert_eq!(issuances()[1..], issued[1..]);
		assert_eq!(wrapped_balance(BTC, &alice), started);
	});
	assert_eq!(kept(&mut btc), 0);
}

#[test]
fn a_partition_takes_home_no_more_than_was_sent_to_it() {
	partition(BTC).execute_with(|| {
		assert_ok!(transfer(ALICE, &sibling(ETH), BOB, wrapped(BTC, 1_000), UNITS));
		let withdrawing = |id: u32, amount: Balance| {
			let message = Xcm(vec![
				ReceiveTeleportedAsset(token(UNITS).into()),
				BuyExecution { fees: token(UNITS), weight_limit: Unlimited },
				WithdrawAsset(wrapped(BTC, amount).into()),
				DepositAsset { assets: Wild(All), beneficiary: account(BOB) },
			]);
			receive(sibling(id), message)
		};
		let before = wrapped_balance(BTC, &BOB.to_account_id());
		assert!(withdrawing(ETH, 1_001).is_err(), "more than it was sent");
		assert!(withdrawing(DOGE, 1).is_err(), "nothing was sent to it");
		assert_ok!(withdrawing(ETH, 1_000));
		assert_eq!(wrapped_balance(BTC, &BOB.to_account_id()), before + 1_000);
		assert!(withdrawing(ETH, 1).is_err(), "nothing is left");
	});
}

#[test]
fn nothing_is_left_with_strangers() {
	partition(BTC).execute_with(|| {
		let before = (issuances(), wrapped_balance(BTC, &ALICE.to_account_id()));
		for stranger in [Location::parent(), sibling(STRANGER)] {
			for asset in [wrapped(BTC, 1_000), token(UNITS)] {
				let result = reserve_transfer(&stranger, asset.clone());
				assert!(result.is_err(), "{asset:?} to {stranger:?}");
			}
			assert!(transfer(ALICE, &stranger, BOB, wrapped(BTC, 1_000), UNITS).is_err());
		}
		assert!(sent().is_empty());
		assert_eq!((issuances(), wrapped_balance(BTC, &ALICE.to_account_id())), before);
	});
}

#[test]
fn nothing_is_left_with_strangers_by_a_program_either() {
	let deposit =
		|dest: Location| DepositReserveAsset { assets: Wild(All), dest, xcm: Xcm(vec![]) };
	let initiate = |dest: Location| InitiateTransfer {
		destination: dest,
		remote_fees: None,
		preserve_origin: false,
		assets: vec![AssetTransferFilter::ReserveDeposit(Wild(All))].try_into().unwrap(),
		remote_xcm: Xcm(vec![]),
	};
	partition(BTC).execute_with(|| {
		let before = issuances();
		let withdraw = || WithdrawAsset(wrapped(BTC, 1_000).into());
		for stranger in [Location::parent(), sibling(STRANGER)] {
			let transfer = TransferReserveAsset {
				assets: wrapped(BTC, 1_000).into(),
				dest: stranger.clone(),
				xcm: Xcm(vec![]),
			};
			for program in [
				vec![transfer],
				vec![withdraw(), deposit(stranger.clone())],
				vec![withdraw(), initiate(stranger.clone())],
				vec![SetAppendix(Xcm(vec![deposit(stranger.clone())])), withdraw()],
			] {
				let program = Box::new(VersionedXcm::from(Xcm::<RuntimeCall>(program)));
				let weight = Weight::from_parts(1_000_000_000_000, 1_000_000);
				let result = PolkadotXcm::execute(signed(ALICE), program.clone(), weight);
				assert!(result.is_err(), "{program:?}");
			}
		}
		assert!(sent().is_empty());
		assert_eq!(issuances(), before);
	});
}

/// A partition takes the word of an asset's home for it, and nobody else's.
#[test]
fn partitions_are_sent_nothing_that_they_would_not_take() {
	partition(BTC).execute_with(|| {
		let weight = Weight::from_parts(1_000_000_000_000, 1_000_000);
		let leave = |asset: Asset| {
			let (assets, dest) = (asset.into(), sibling(ETH));
			let program = vec![
				SetFeesMode { jit_withdraw: true },
				TransferReserveAsset { assets, dest, xcm: Xcm(vec![]) },
			];
			let program = Box::new(VersionedXcm::from(Xcm::<RuntimeCall>(program)));
			PolkadotXcm::execute(signed(ALICE), program, weight)
		};
		Assets::mint_into(DOGE, &ALICE.to_account_id(), 1_000).unwrap();
		let before = issuances();
		for asset in [token(UNITS), wrapped(DOGE, 1_000)] {
			assert!(leave(asset.clone()).is_err(), "{asset:?}");
		}
		assert!(sent().is_empty());
		assert_eq!(issuances(), before);
		leave(wrapped(BTC, 1_000)).unwrap();
		assert_eq!(sent().len(), 1);
	});
}

#[test]
fn what_a_program_leaves_behind_is_trapped_and_can_be_claimed() {
	partition(BTC).execute_with(|| {
		let (asset, alice) = (wrapped(BTC, 1_000), ALICE.to_account_id());
		let (issued, before) = (issuances(), wrapped_balance(BTC, &alice));
		let weight = Weight::from_parts(1_000_000_000_000, 1_000_000);
		let forgetful = Xcm::<RuntimeCall>(vec![WithdrawAsset(asset.clone().into())]);
		let program = Box::new(VersionedXcm::from(forgetful));
		PolkadotXcm::execute(signed(ALICE), program, weight).unwrap();
		assert_eq!(wrapped_balance(BTC, &alice), before - 1_000);
		assert_eq!(issuances(), issued, "what is trapped still exists");

		let claim = |who: Sr25519Keyring| {
			let assets = ::xcm::latest::prelude::Assets::from(asset.clone());
			let assets = Box::new(VersionedAssets::from(assets));
			PolkadotXcm::claim_assets(signed(who), assets, to(&account(ALICE)))
		};
		assert!(claim(BOB).is_err(), "it is not his");
		assert_ok!(claim(ALICE));
		assert_eq!(wrapped_balance(BTC, &alice), before);
		assert_eq!(issuances(), issued);
		assert!(claim(ALICE).is_err(), "once is enough");
	});
}

#[test]
fn a_transfer_without_a_channel_fails_whole() {
	partition(BTC).execute_with(|| {
		let (issued, before) = (issuances(), free(ALICE));
		// The Solana partition, to which the tests have no channel.
		let sol = sibling(2003);
		assert!(teleport(&sol, UNITS).is_err());
		assert!(transfer(ALICE, &sol, BOB, wrapped(BTC, 1_000), UNITS).is_err());
		assert_eq!(issuances(), issued);
		assert_eq!(free(ALICE), before);
	});
}

#[test]
fn who_has_nothing_sends_nothing() {
	partition(ETH).execute_with(|| {
		let before = (issuances(), free(ALICE));
		assert!(transfer(ALICE, &sibling(BTC), BOB, wrapped(BTC, 1), UNITS).is_err());
		assert_eq!((issuances(), free(ALICE)), before);
	});
}
