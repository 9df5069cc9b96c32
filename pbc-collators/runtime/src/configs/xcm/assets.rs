// SPDX-License-Identifier: GPL-3.0-or-later

//! How messages name assets, how assets move between accounts and programs, and who is trusted with
//! which.

use super::locations::{other_partition, LocationConverter, RelayAndPartitions};
use crate::{AccountId, Assets, Balance, Balances, CollatorSelection, ParachainInfo, PolkadotXcm};
use flarechain_primitives::{xcm::ASSETS_PALLET_INDEX, Asset as PartitionAsset};
use frame_support::{
	parameter_types,
	traits::{Contains, ContainsPair, Everything},
};
use xcm::latest::prelude::*;
use xcm_builder::{FungibleAdapter, FungiblesAdapter, IsConcrete, LocalMint};
use xcm_executor::traits::{Error as MatchError, MatchesFungibles};

parameter_types! {
	/// ËTR, which is the relay chain's.
	pub TokenLocation: Location = Location::parent();
	/// What the delivery of messages is paid in.
	pub FeeAssetId: AssetId = AssetId(TokenLocation::get());
	/// Takes fees for the delivery of messages.
	pub PotLocation: Location =
		AccountId32 { network: None, id: CollatorSelection::account_id().into() }.into();
	/// Would hold wrapped assets that were teleported away. They are not, so that it holds nothing.
	pub CheckingAccount: AccountId = PolkadotXcm::check_account();
}

/// A wrapped asset as messages name it: the assets pallet of its home partition, and in it the para
/// id of that partition.
pub struct WrappedAsset;

impl WrappedAsset {
	/// The asset's id, which is its home's para id, if the location is that of a wrapped asset.
	///
	/// The partition's own asset has only its local name. Names relative to the parent arrive here
	/// already made local.
	pub fn id_of(location: &Location) -> Option<u32> {
		let own = u32::from(ParachainInfo::parachain_id());
		let (home, index) = match location.unpack() {
			(0, [PalletInstance(ASSETS_PALLET_INDEX), GeneralIndex(index)]) => (own, *index),
			(1, [Parachain(home), PalletInstance(ASSETS_PALLET_INDEX), GeneralIndex(index)])
				if *home != own =>
			{
				(*home, *index)
			},
			_ => return None,
		};
		let names_its_home = u128::from(home) == index;
		(names_its_home && PartitionAsset::from_para_id(home).is_some()).then_some(home)
	}

	/// The name of the wrapped asset whose home has this para id.
	pub fn location_of(id: u32) -> Location {
		let pallet = PalletInstance(ASSETS_PALLET_INDEX);
		let index = GeneralIndex(id.into());
		if id == u32::from(ParachainInfo::parachain_id()) {
			Location::new(0, [pallet, index])
		} else {
			Location::new(1, [Parachain(id), pallet, index])
		}
	}
}

impl MatchesFungibles<u32, Balance> for WrappedAsset {
	fn matches_fungibles(asset: &Asset) -> Result<(u32, Balance), MatchError> {
		match (Self::id_of(&asset.id.0), &asset.fun) {
			(Some(id), Fungible(amount)) => Ok((id, *amount)),
			_ => Err(MatchError::AssetNotHandled),
		}
	}
}

/// Moves ËTR. What is teleported away and back is counted by the relay chain.
type TokenTransactor =
	FungibleAdapter<Balances, IsConcrete<TokenLocation>, LocationConverter, AccountId, ()>;

/// Moves wrapped assets: the own one and claims on the others.
///
/// Nobody is trusted to teleport them. Were somebody, then no more could come in than went out
/// before, which is nothing.
type WrappedAssetTransactor = FungiblesAdapter<
	Assets,
	WrappedAsset,
	LocationConverter,
	AccountId,
	LocalMint<Everything>,
	CheckingAccount,
>;

/// Moves assets between accounts and programs.
pub type AssetTransactors = (TokenTransactor, WrappedAssetTransactor);

/// Whom the partition trusts to destroy ËTR before it says that it teleports it: the relay chain
/// and the other partitions. Nothing else is teleported.
pub struct PartitionsTeleportToken;

impl ContainsPair<Asset, Location> for PartitionsTeleportToken {
	fn contains(asset: &Asset, origin: &Location) -> bool {
		let is_token = asset.id.0 == TokenLocation::get() && matches!(asset.fun, Fungible(_));
		is_token && RelayAndPartitions::contains(origin)
	}
}

/// Whom the partition trusts to keep a wrapped asset whose claims it makes: the asset's home, and
/// for its own asset nobody.
pub struct HomeIsReserve;

impl ContainsPair<Asset, Location> for HomeIsReserve {
	fn contains(asset: &Asset, origin: &Location) -> bool {
		let home = WrappedAsset::id_of(&asset.id.0);
		matches!(asset.fun, Fungible(_)) && home.is_some() && home == other_partition(origin)
	}
}
