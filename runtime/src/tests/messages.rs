// SPDX-License-Identifier: GPL-3.0-or-later

//! Cross-chain messages.

use super::*;
use ::xcm::{latest::prelude::*, VersionedAssets, VersionedLocation, VersionedXcm};
use codec::Decode;
use configs::{
	partitions::{PartitionCall, SystemCall},
	xcm::{
		LocalCheckAccount, LocationConverter, MessageProcessor, PartitionsTeleportToken,
		TokenLocation,
	},
};
use constants::currency::UNITS;
use frame_support::{
	assert_ok,
	traits::{fungible::Inspect, ContainsPair, ProcessMessage},
	weights::{Weight, WeightMeter},
};
use polkadot_primitives::{Hash, Id as ParaId};
use polkadot_runtime_parachains::inclusion::{AggregateMessageOrigin, UmpQueueId};
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

/// What a partition says has come out of it, for Bob.
fn arrives(para: u32, amount: u128) -> bool {
	let program = Xcm::<()>(vec![
		ReceiveTeleportedAsset(token(amount).into()),
		ClearOrigin,
		BuyExecution { fees: token(amount), weight_limit: Unlimited },
		DepositAsset {
			assets: AllCounted(1).into(),
			beneficiary: AccountId32 { network: None, id: BOB.to_raw_public() }.into(),
		},
	]);
	let origin = AggregateMessageOrigin::Ump(UmpQueueId::Para(para.into()));
	let message = VersionedXcm::from(program).encode();
	let mut meter = WeightMeter::with_limit(Weight::from_parts(100_000_000_000, 1_000_000));
	let before = Balances::total_balance(&BOB.to_account_id());
	let processed = MessageProcessor::process_message(&message, origin, &mut meter, &mut [0; 32]);
	let after = Balances::total_balance(&BOB.to_account_id());
	assert!(after >= before && after <= before + amount);
	// A program that fails half way is a processed message, too.
	assert!(processed.is_ok(), "{processed:?}");
	after > before
}

/// The messages that wait for a partition.
fn queued(id: u32) -> Vec<Vec<u8>> {
	let contents = Dmp::dmq_contents_do_not_call_in_consensus(id.into());
	contents.into_iter().map(|message| message.msg).collect()
}

#[test]
fn the_partitions_and_nobody_else_teleport_the_token() {
	let trusts = |asset: &Asset, from: Location| PartitionsTeleportToken::contains(asset, &from);
	let partitions = flarechain_primitives::Asset::ALL.map(|asset| asset.para_id());
	for id in partitions {
		assert!(trusts(&token(1), Parachain(id).into()));
	}
	assert!(!trusts(&token(1), Parachain(1999).into()));
	assert!(!trusts(&token(1), Parachain(partitions[partitions.len() - 1] + 1).into()));
	assert!(!trusts(&token(1), Location::here()));
	assert!(!trusts(&token(1), Location::new(0, [Parachain(2000), PalletInstance(1)])));
	assert!(!trusts(&token(1), Location::new(1, [Parachain(2000)])));
	let foreign: Asset = (Location::from(Parachain(2000)), 1u128).into();
	assert!(!trusts(&foreign, Parachain(2000).into()));
}

#[test]
fn a_teleport_is_checked_out_and_sent() {
	state_with_partitions(&[2000]).execute_with(|| {
		System::set_block_number(1);
		let (check_account, _) = LocalCheckAccount::get();
		let before = Balances::total_balance(&ALICE.to_account_id());

		assert_ok!(teleport(2000, 10 * UNITS));
		assert_eq!(Balances::balance(&check_account), 10 * UNITS);
		assert_eq!(queued(2000).len(), 1);
		let paid = before - Balances::total_balance(&ALICE.to_account_id());
		assert!((10 * UNITS..11 * UNITS).contains(&paid), "amount and delivery: {paid}");

		assert!(teleport(3000, UNITS).is_err(), "not a partition");
		assert!(teleport(2001, UNITS).is_err(), "not registered");
		assert_eq!(queued(3000).len(), 0);
	});
}

/// It would be lost: partitions take ËTR that was teleported, and nothing that is kept here for them.
#[test]
fn nothing_is_kept_here_for_a_partition() {
	state_with_partitions(&[2000]).execute_with(|| {
		System::set_block_number(1);
		let before = Balances::total_balance(&ALICE.to_account_id());
		let (assets, dest) = (token(UNITS).into(), Parachain(2000).into());
		let program = vec![
			SetFeesMode { jit_withdraw: true },
			TransferReserveAsset { assets, dest, xcm: Xcm(vec![]) },
		];
		let program = Box::new(VersionedXcm::from(Xcm::<RuntimeCall>(program)));
		let alice = RuntimeOrigin::signed(ALICE.to_account_id());
		let weight = Weight::from_parts(1_000_000_000_000, 10_000_000);
		assert!(XcmPallet::execute(alice, program, weight).is_err());
		assert_eq!(queued(2000).len(), 0);
		assert_eq!(Balances::total_balance(&ALICE.to_account_id()), before);
	});
}

#[test]
fn no_more_comes_back_than_went_out() {
	state_with_partitions(&[2000, 2001]).execute_with(|| {
		System::set_block_number(1);
		let (check_account, _) = LocalCheckAccount::get();
		let issued = Balances::total_issuance();
		assert!(!arrives(2000, UNITS), "nothing went out");

		assert_ok!(teleport(2000, 10 * UNITS));
		// What is away is kept, and not issued again when it comes back.
		assert_eq!(Balances::total_issuance(), issued);
		assert!(!arrives(2000, 10 * UNITS + 1), "a unit more");
		assert!(arrives(2000, 4 * UNITS));
		assert_eq!(Balances::balance(&check_account), 6 * UNITS);
		// It may have gone on from one partition to the other.
		assert!(arrives(2001, 6 * UNITS));
		assert_eq!(Balances::balance(&check_account), 0);
		assert!(!arrives(2000, UNITS) && !arrives(2001, UNITS));
		// Fees are burnt in a block that has no author.
		let burnt = issued - Balances::total_issuance();
		assert!(burnt < UNITS / 5, "{burnt}");
	});
}

#[test]
fn a_parachain_that_is_no_partition_teleports_nothing() {
	state_with_partitions(&[2000]).execute_with(|| {
		System::set_block_number(1);
		assert_ok!(teleport(2000, 10 * UNITS));
		let origin = AggregateMessageOrigin::Ump(UmpQueueId::Para(3000.into()));
		let program = Xcm::<()>(vec![ReceiveTeleportedAsset(token(UNITS).into())]);
		let message = VersionedXcm::from(program).encode();
		let mut meter = WeightMeter::with_limit(Weight::MAX);
		let processed =
			MessageProcessor::process_message(&message, origin, &mut meter, &mut [0; 32]);
		assert_ne!(processed, Ok(true));
		let (check_account, _) = LocalCheckAccount::get();
		assert_eq!(Balances::balance(&check_account), 10 * UNITS);
	});
}

/// The partitions take the relay chain's own messages for those of their root.
#[test]
fn root_speaks_for_the_relay_chain() {
	state_with_partitions(&[2000]).execute_with(|| {
		System::set_block_number(1);
		let program = Xcm::<()>(vec![
			UnpaidExecution { weight_limit: Unlimited, check_origin: None },
			Transact {
				origin_kind: OriginKind::Superuser,
				fallback_max_weight: None,
				call: vec![1, 2, 3].into(),
			},
		]);
		let send = |origin: RuntimeOrigin| {
			let dest = VersionedLocation::from(Location::from(Parachain(2000)));
			let message = VersionedXcm::from(program.clone());
			XcmPallet::send(origin, Box::new(dest), Box::new(message))
		};
		assert_ok!(send(RuntimeOrigin::root()));
		let sent = VersionedXcm::<()>::decode(&mut &queued(2000)[0][..]).unwrap();
		let sent = Xcm::<()>::try_from(sent).unwrap();
		// Nothing stands before it that would make it another's, and what follows is its id.
		assert_eq!(sent.0[..2], program.0[..]);
		assert!(matches!(sent.0[2..], [SetTopic(_)]), "{sent:?}");

		assert_ok!(send(RuntimeOrigin::signed(ALICE.to_account_id())));
		let sent = VersionedXcm::<()>::decode(&mut &queued(2000)[1][..]).unwrap();
		let sent = Xcm::<()>::try_from(sent).unwrap();
		assert!(matches!(sent.0[0], DescendOrigin(_)), "{sent:?}");
	});
}

#[test]
fn upgrades_are_authorized_by_the_system_pallets_call() {
	let code_hash = Hash::repeat_byte(7);
	let ours = SystemCall::AuthorizeUpgrade { code_hash: code_hash.into() };
	let theirs = frame_system::Call::<Runtime>::authorize_upgrade { code_hash };
	assert_eq!(ours.encode(), theirs.encode());
	assert_eq!(PartitionCall::System(ours).encode()[0], 0);
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
