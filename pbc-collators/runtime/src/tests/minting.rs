// SPDX-License-Identifier: GPL-3.0-or-later

//! That nobody makes assets by message.

use super::*;
use frame_support::assert_ok;

/// A message in which `first` brings the asset, and which then pays and deposits it for Bob.
fn bringing(first: Instruction<RuntimeCall>, asset: Asset) -> Xcm<RuntimeCall> {
	Xcm(vec![
		first,
		BuyExecution { fees: asset, weight_limit: Unlimited },
		DepositAsset { assets: Wild(All), beneficiary: account(BOB) },
	])
}

fn deposited(asset: Asset) -> Xcm<RuntimeCall> {
	bringing(ReserveAssetDeposited(asset.clone().into()), asset)
}

fn teleported(asset: Asset) -> Xcm<RuntimeCall> {
	bringing(ReceiveTeleportedAsset(asset.clone().into()), asset)
}

/// Everyone who can be at the other end, and what is within them.
fn everyone() -> Vec<Location> {
	let someone = AccountId32 { network: None, id: ALICE.to_raw_public() };
	[
		Location::here(),
		account(ALICE),
		Location::parent(),
		Location::new(1, [someone]),
		sibling(BTC),
		sibling(ETH),
		sibling(DOGE),
		sibling(STRANGER),
		Location::new(1, [Parachain(ETH), someone]),
	]
	.to_vec()
}

/// Runs `message` from `origin` and sees that it fails and makes nothing.
fn assert_makes_nothing(origin: &Location, message: Xcm<RuntimeCall>, why: XcmError) {
	let before = issuances();
	assert_eq!(receive(origin.clone(), message.clone()), Err(why), "{origin:?}: {message:?}");
	assert_eq!(issuances(), before, "{origin:?}: {message:?}");
}

#[test]
fn the_own_asset_comes_from_nowhere() {
	partition(BTC).execute_with(|| {
		for origin in everyone() {
			let own = wrapped(BTC, 1_000_000);
			let (reserve, teleport) =
				(XcmError::UntrustedReserveLocation, XcmError::UntrustedTeleportLocation);
			assert_makes_nothing(&origin, deposited(own.clone()), reserve);
			assert_makes_nothing(&origin, teleported(own), teleport);
		}
	});
}

#[test]
fn the_own_asset_does_not_come_by_its_outer_name_either() {
	partition(BTC).execute_with(|| {
		let pallet = PalletInstance(12);
		let outer = Location::new(1, [Parachain(BTC), pallet, GeneralIndex(BTC.into())]);
		for origin in everyone() {
			let own: Asset = (outer.clone(), 1_000_000u128).into();
			assert_makes_nothing(&origin, deposited(own), XcmError::UntrustedReserveLocation);
		}
	});
}

#[test]
fn another_asset_comes_from_its_home_alone_and_is_never_teleported() {
	partition(BTC).execute_with(|| {
		for origin in everyone() {
			let other = || wrapped(ETH, 1_000_000);
			assert_makes_nothing(&origin, teleported(other()), XcmError::UntrustedTeleportLocation);
			if origin != sibling(ETH) {
				let why = XcmError::UntrustedReserveLocation;
				assert_makes_nothing(&origin, deposited(other()), why);
			}
		}
		// From its home it comes, and pays for itself with ËTR.
		let message = Xcm(vec![
			ReceiveTeleportedAsset(token(UNITS).into()),
			BuyExecution { fees: token(UNITS), weight_limit: Unlimited },
			ReserveAssetDeposited(wrapped(ETH, 5).into()),
			DepositAsset { assets: Wild(All), beneficiary: account(BOB) },
		]);
		let before = issuances();
		assert_ok!(receive(sibling(ETH), message));
		let mut expected = before;
		expected[0] += UNITS;
		expected[2] += 5;
		assert_eq!(issuances(), expected);
		assert_eq!(wrapped_balance(ETH, &BOB.to_account_id()), 5);
	});
}

#[test]
fn the_token_is_teleported_only_by_whom_it_may_be_and_has_no_reserve() {
	partition(BTC).execute_with(|| {
		let trusted = [Location::parent(), sibling(ETH), sibling(DOGE)];
		for origin in everyone() {
			let why = XcmError::UntrustedReserveLocation;
			assert_makes_nothing(&origin, deposited(token(UNITS)), why);
			if !trusted.contains(&origin) {
				let why = XcmError::UntrustedTeleportLocation;
				assert_makes_nothing(&origin, teleported(token(UNITS)), why);
			}
		}
	});
}

#[test]
fn an_account_makes_nothing_with_a_program_of_its_own() {
	partition(BTC).execute_with(|| {
		for message in [
			deposited(wrapped(BTC, 1_000)),
			deposited(wrapped(ETH, 1_000)),
			deposited(token(UNITS)),
			teleported(token(UNITS)),
			teleported(wrapped(BTC, 1_000)),
		] {
			let before = issuances();
			let program = Box::new(::xcm::VersionedXcm::from(message));
			let weight = Weight::from_parts(1_000_000_000_000, 1_000_000);
			assert!(PolkadotXcm::execute(signed(ALICE), program, weight).is_err());
			assert_eq!(issuances(), before);
		}
	});
}

/// A message that pays from the sender's account here, and calls.
fn calling(origin_kind: OriginKind, call: RuntimeCall) -> Xcm<RuntimeCall> {
	Xcm(vec![
		WithdrawAsset(token(10 * UNITS).into()),
		BuyExecution { fees: token(10 * UNITS), weight_limit: Unlimited },
		Transact { origin_kind, fallback_max_weight: None, call: call.encode().into() },
		ExpectTransactStatus(MaybeErrorCode::Success),
	])
}

fn mint_call(id: u32) -> RuntimeCall {
	RuntimeCall::Assets(pallet_assets::Call::mint {
		id,
		beneficiary: BOB.to_account_id().into(),
		amount: 1_000,
	})
}

#[test]
fn calls_of_other_chains_make_nothing() {
	for origin in [Location::parent(), sibling(ETH), sibling(STRANGER)] {
		for kind in [
			OriginKind::SovereignAccount,
			OriginKind::Native,
			OriginKind::Xcm,
			OriginKind::Superuser,
		] {
			partition(BTC).execute_with(|| {
				let to = account_of(&origin).into();
				Balances::transfer_keep_alive(signed(ALICE), to, 20 * UNITS).unwrap();
				let before = issuances();
				for id in [BTC, ETH] {
					let result = receive(origin.clone(), calling(kind, mint_call(id)));
					assert!(result.is_err(), "{origin:?} as {kind:?}");
				}
				assert_eq!(issuances(), before);
			});
		}
	}
}

#[test]
fn the_relay_chain_alone_is_root_and_only_when_it_asks() {
	let rate = pallet_partition::FeeRate::new(1, 2);
	let set_rate = || RuntimeCall::Partition(pallet_partition::Call::set_fee_rate { rate });
	let unpaid = |kind: OriginKind| {
		Xcm(vec![
			UnpaidExecution { weight_limit: Unlimited, check_origin: None },
			Transact {
				origin_kind: kind,
				fallback_max_weight: None,
				call: set_rate().encode().into(),
			},
			ExpectTransactStatus(MaybeErrorCode::Success),
		])
	};
	let current = pallet_partition::AssetFeeRate::<Runtime>::get;
	partition(BTC).execute_with(|| {
		let someone = AccountId32 { network: None, id: ALICE.to_raw_public() };
		for origin in [Location::new(1, [someone]), sibling(ETH), sibling(STRANGER)] {
			assert!(receive(origin.clone(), unpaid(OriginKind::Superuser)).is_err(), "unpaid");
			let to = account_of(&origin).into();
			Balances::transfer_keep_alive(signed(ALICE), to, 20 * UNITS).unwrap();
			let paid = calling(OriginKind::Superuser, set_rate());
			assert_eq!(receive(origin, paid), Err(XcmError::BadOrigin));
		}
		for kind in [OriginKind::SovereignAccount, OriginKind::Native] {
			assert!(receive(Location::parent(), unpaid(kind)).is_err());
		}
		assert_eq!(current(), None);

		assert_ok!(receive(Location::parent(), unpaid(OriginKind::Superuser)));
		assert_eq!(current(), rate);
	});
}
