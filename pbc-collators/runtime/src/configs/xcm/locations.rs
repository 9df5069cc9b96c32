// SPDX-License-Identifier: GPL-3.0-or-later

//! Where chains stand in the universe of XCM, and whose accounts are whose.

use crate::{AccountId, ParachainInfo, RuntimeOrigin};
use flarechain_primitives::{xcm::CONSENSUS_NETWORK, Asset as PartitionAsset};
use frame_support::{parameter_types, traits::Contains};
use polkadot_parachain_primitives::primitives::Sibling;
use xcm::latest::prelude::*;
use xcm_builder::{
	AccountId32Aliases, DescribeAllTerminal, DescribeFamily, HashedDescription, ParentIsPreset,
	SiblingParachainConvertsVia,
};

parameter_types! {
	/// The partition itself.
	pub RootLocation: Location = Location::here();
	/// See [`CONSENSUS_NETWORK`].
	pub const ThisNetwork: NetworkId = NetworkId::ByGenesis(CONSENSUS_NETWORK);
	/// Where the partition stands.
	pub UniversalLocation: InteriorLocation = [
		GlobalConsensus(ThisNetwork::get()),
		Parachain(ParachainInfo::parachain_id().into()),
	]
	.into();
	/// What the relay chain's calls run under when it does not ask for more.
	pub RelayOrigin: RuntimeOrigin = cumulus_pallet_xcm::Origin::Relay.into();
}

/// The accounts of locations: those of the relay chain and of parachains, our own, and of what is
/// within the relay chain and within parachains.
pub type LocationConverter = (
	ParentIsPreset<AccountId>,
	SiblingParachainConvertsVia<Sibling, AccountId>,
	AccountId32Aliases<ThisNetwork, AccountId>,
	HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>,
);

/// The para id of another partition, if the location is one itself and not something in it.
pub fn other_partition(location: &Location) -> Option<u32> {
	let (1, [Parachain(id)]) = location.unpack() else { return None };
	let is_other = *id != u32::from(ParachainInfo::parachain_id());
	(is_other && PartitionAsset::from_para_id(*id).is_some()).then_some(*id)
}

/// The relay chain, itself.
pub struct Relay;

impl Contains<Location> for Relay {
	fn contains(location: &Location) -> bool {
		matches!(location.unpack(), (1, []))
	}
}

/// The relay chain and the other partitions, themselves.
pub struct RelayAndPartitions;

impl Contains<Location> for RelayAndPartitions {
	fn contains(location: &Location) -> bool {
		Relay::contains(location) || other_partition(location).is_some()
	}
}
