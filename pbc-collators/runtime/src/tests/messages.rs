// SPDX-License-Identifier: GPL-3.0-or-later

//! Names of assets and accounts in messages, and the queues.

use super::*;
use configs::{
	messages::FromParent,
	xcm::{
		assets::{HomeIsReserve, PartitionsTeleportToken},
		locations::{other_partition, UniversalLocation},
	},
};
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::{
	traits::{ContainsPair, EnqueueMessage, HandleMessage, ServiceQueues},
	BoundedSlice,
};
use polkadot_parachain_primitives::primitives::Sibling;
use sp_runtime::traits::AccountIdConversion;

#[test]
fn every_partition_names_every_asset() {
	for asset in PartitionAsset::ALL {
		partition(asset.para_id()).execute_with(|| {
			for other in PartitionAsset::ALL {
				let id = other.para_id();
				let location = WrappedAsset::location_of(id);
				assert_eq!(WrappedAsset::id_of(&location), Some(id));
				assert_eq!(location.chain_location() == Location::here(), other == asset);
			}
		});
	}
}

#[test]
fn names_mean_the_same_asset_to_both_sides() {
	let named_by = |id| partition(id).execute_with(|| WrappedAsset::location_of(BTC));
	let (here, there) = (named_by(BTC), named_by(ETH));
	partition(BTC).execute_with(|| {
		let context = UniversalLocation::get();
		assert_eq!(here.clone().reanchored(&sibling(ETH), &context), Ok(there.clone()));
	});
	partition(ETH).execute_with(|| {
		let context = UniversalLocation::get();
		assert_eq!(there.clone().reanchored(&sibling(BTC), &context), Ok(here.clone()));
	});
}

#[test]
fn what_is_no_wrapped_asset_has_no_id() {
	partition(BTC).execute_with(|| {
		let (pallet, index) = (PalletInstance(12), |id: u32| GeneralIndex(id.into()));
		for location in [
			Location::here(),
			Location::parent(),
			sibling(ETH),
			Location::new(0, [pallet]),
			Location::new(0, [index(BTC)]),
			// Another pallet, another asset of ours, and ours with something behind it.
			Location::new(0, [PalletInstance(11), index(BTC)]),
			Location::new(0, [pallet, index(ETH)]),
			Location::new(0, [pallet, index(BTC), index(0)]),
			Location::new(0, [pallet, GeneralIndex(u128::from(BTC) + (1 << 32))]),
			// Ours by its outer name, another's asset elsewhere, and a stranger's.
			Location::new(1, [Parachain(BTC), pallet, index(BTC)]),
			Location::new(1, [Parachain(ETH), pallet, index(DOGE)]),
			Location::new(1, [Parachain(ETH), PalletInstance(11), index(ETH)]),
			Location::new(1, [Parachain(STRANGER), pallet, index(STRANGER)]),
			Location::new(2, [Parachain(ETH), pallet, index(ETH)]),
		] {
			assert_eq!(WrappedAsset::id_of(&location), None, "{location:?}");
		}
	});
}

#[test]
fn the_token_is_teleported_by_the_relay_chain_and_partitions_alone() {
	partition(BTC).execute_with(|| {
		let trusts =
			|asset: &Asset, from: Location| PartitionsTeleportToken::contains(asset, &from);
		assert!(trusts(&token(1), Location::parent()));
		for asset in PartitionAsset::ALL.into_iter().skip(1) {
			assert!(trusts(&token(1), sibling(asset.para_id())), "{asset}");
		}
		let someone = AccountId32 { network: None, id: ALICE.to_raw_public() };
		for stranger in [
			Location::here(),
			sibling(BTC),
			sibling(STRANGER),
			sibling(1999),
			sibling(PartitionAsset::ALL[PartitionAsset::COUNT - 1].para_id() + 1),
			Location::new(1, [someone]),
			Location::new(1, [Parachain(ETH), someone]),
			Location::new(2, [Parachain(ETH)]),
		] {
			assert!(!trusts(&token(1), stranger.clone()), "{stranger:?}");
			assert!(other_partition(&stranger).is_none());
		}
		for id in [BTC, ETH] {
			assert!(!trusts(&wrapped(id, 1), Location::parent()));
			assert!(!trusts(&wrapped(id, 1), sibling(ETH)));
		}
	});
}

#[test]
fn only_the_home_of_another_asset_is_its_reserve() {
	partition(BTC).execute_with(|| {
		for asset in PartitionAsset::ALL {
			for from in PartitionAsset::ALL {
				let (id, from) = (asset.para_id(), from.para_id());
				let trusted = HomeIsReserve::contains(&wrapped(id, 1), &sibling(from));
				assert_eq!(trusted, id == from && id != BTC, "{id} from {from}");
			}
			let asset = wrapped(asset.para_id(), 1);
			for stranger in [Location::here(), Location::parent(), sibling(STRANGER)] {
				assert!(!HomeIsReserve::contains(&asset, &stranger));
			}
		}
		for from in [Location::parent(), sibling(ETH)] {
			assert!(!HomeIsReserve::contains(&token(1), &from));
		}
	});
}

#[test]
fn locations_have_the_accounts_they_always_had() {
	partition(BTC).execute_with(|| {
		let sovereign: AccountId = Sibling::from(ETH).into_account_truncating();
		assert_eq!(account_of(&sibling(ETH)), sovereign);
		assert_eq!(account_of(&account(ALICE)), ALICE.to_account_id());
		assert!(account_of(&Location::parent()).to_string().len() > 40);
		let someone = AccountId32 { network: None, id: ALICE.to_raw_public() };
		let within = [
			account_of(&Location::parent()),
			account_of(&Location::new(1, [someone])),
			account_of(&Location::new(1, [Parachain(ETH), someone])),
			account_of(&Location::new(1, [Parachain(DOGE), someone])),
			account_of(&sibling(ETH)),
			account_of(&account(ALICE)),
			Partition::account_id(),
		];
		let distinct: std::collections::BTreeSet<_> = within.iter().collect();
		assert_eq!(distinct.len(), within.len());
	});
}

#[test]
fn the_relay_chains_messages_are_served_first() {
	partition(BTC).execute_with(|| {
		let garbage = [0u8; 3];
		for id in [ETH, DOGE] {
			let origin = AggregateMessageOrigin::Sibling(id.into());
			MessageQueue::enqueue_message(BoundedSlice::truncate_from(&garbage), origin);
		}
		FromParent::handle_message(BoundedSlice::truncate_from(&garbage));
		System::reset_events();
		MessageQueue::service_queues(Weight::MAX);

		let served: Vec<AggregateMessageOrigin> = System::events()
			.into_iter()
			.filter_map(|record| match record.event {
				RuntimeEvent::MessageQueue(pallet_message_queue::Event::ProcessingFailed {
					origin,
					..
				}) => Some(origin),
				_ => None,
			})
			.collect();
		assert_eq!(served.len(), 3);
		assert_eq!(served[0], AggregateMessageOrigin::Parent);
	});
}
