// SPDX-License-Identifier: GPL-3.0-or-later

//! Cross-chain messages.

use super::*;
use ::xcm::{latest::prelude::*, VersionedAssets, VersionedLocation};
use configs::xcm::{LocalCheckAccount, LocationConverter, PartitionsTeleportToken, TokenLocation};
use constants::{currency::UNITS, partitions::PARTITION_IDS};
use frame_support::{
	assert_ok,
	traits::{fungible::Inspect, ContainsPair},
};
use polkadot_primitives::Id as ParaId;
use sp_runtime::traits::AccountIdConversion;
use xcm_executor::traits::ConvertLocation;

fn token(amount: u128) -> Asset {
	(TokenLocation::get(), amount).into()
}

fn teleport(para: u32, amount: u128) -> sp_runtime::DispatchResult {
	let beneficiary: Location = AccountId32 { network: None, id: BOB.to_raw_public() }.into();
	XcmPallet::limited_teleport_assets(
		RuntimeOrigin::signed(ALICE.to_account_id()),
		Box::new(VersionedLocation::from(Location::from(Parachain(para)))),
		Box::new(VersionedLocation::from(beneficiary)),
		Box::new(VersionedAssets::from(Assets::from(token(amount)))),
		0,
		Unlimited,
	)
}

#[test]
fn the_partitions_and_nobody_else_teleport_the_token() {
	assert_eq!(PARTITION_IDS.count(), 12);
	let trusts = |asset: &Asset, from: Location| PartitionsTeleportToken::contains(asset, &from);
	for id in PARTITION_IDS {
		assert!(trusts(&token(1), Parachain(id).into()));
	}
	assert!(!trusts(&token(1), Parachain(1999).into()));
	assert!(!trusts(&token(1), Parachain(2012).into()));
	assert!(!trusts(&token(1), Location::here()));
	assert!(!trusts(&token(1), Location::new(0, [Parachain(2000), PalletInstance(1)])));
	assert!(!trusts(&token(1), Location::new(1, [Parachain(2000)])));
	let foreign: Asset = (Location::from(Parachain(2000)), 1u128).into();
	assert!(!trusts(&foreign, Parachain(2000).into()));
}

#[test]
fn a_teleport_is_checked_out_and_sent() {
	state_with_paras(&[2000, 3000]).execute_with(|| {
		System::set_block_number(1);
		let (check_account, _) = LocalCheckAccount::get();
		let before = Balances::total_balance(&ALICE.to_account_id());

		assert_ok!(teleport(2000, 10 * UNITS));
		assert_eq!(Balances::balance(&check_account), 10 * UNITS);
		let queued = |id: u32| Dmp::dmq_contents_do_not_call_in_consensus(id.into()).len();
		assert_eq!(queued(2000), 1);
		let paid = before - Balances::total_balance(&ALICE.to_account_id());
		assert!((10 * UNITS..11 * UNITS).contains(&paid), "amount and delivery: {paid}");

		assert!(teleport(3000, UNITS).is_err(), "not a partition");
		assert!(teleport(2001, UNITS).is_err(), "no such parachain");
		assert_eq!(queued(3000), 0);
	});
}

#[test]
fn locations_have_the_accounts_they_always_had() {
	let account = |location: Location| LocationConverter::convert_location(&location);
	let sovereign: AccountId = ParaId::from(2000).into_account_truncating();
	assert_eq!(account(Parachain(2000).into()), Some(sovereign));

	let id = ALICE.to_raw_public();
	assert_eq!(account(AccountId32 { network: None, id }.into()), Some(ALICE.to_account_id()));
	let within = Location::new(0, [Parachain(2000), AccountId32 { network: None, id }]);
	assert!(account(within).is_some_and(|account| account != ALICE.to_account_id()));
}
