// SPDX-License-Identifier: GPL-3.0-or-later

//! Where messages go.

use super::locations::other_partition;
use crate::{
	configs::messages::PriceForParentDelivery, ParachainInfo, ParachainSystem, PolkadotXcm,
	XcmpQueue,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use cumulus_primitives_utility::ParentAsUmp;
use flarechain_primitives::xcm::ASSETS_PALLET_INDEX;
use xcm::{latest::prelude::*, VersionedLocation, VersionedXcm};
use xcm_builder::{InspectMessageQueues, WithUniqueTopic};

/// Sends messages: up to the relay chain, and across to parachains.
pub type XcmRouter = WithUniqueTopic<KeepFromStrangers<UpOrAcross>>;

type UpOrAcross = (ParentAsUmp<ParachainSystem, PolkadotXcm, PriceForParentDelivery>, XcmpQueue);

/// Refuses messages that tell a chain of assets which are kept here in its name, unless the chain is
/// another partition and they are the asset whose home is here. Others have no claims on them to hand
/// out and would not let them out again: the relay chain handles ËTR alone, which is teleported, and a
/// partition takes the word of an asset's home only. Where the message is not sent, what led to it is
/// undone.
pub struct KeepFromStrangers<Inner>(PhantomData<Inner>);

/// The asset whose home is here, as other partitions name it.
fn own_asset() -> Location {
	let id = u32::from(ParachainInfo::parachain_id());
	let (pallet, index) = (PalletInstance(ASSETS_PALLET_INDEX), GeneralIndex(id.into()));
	Location::new(1, [Parachain(id), pallet, index])
}

impl<Inner: SendXcm> SendXcm for KeepFromStrangers<Inner> {
	type Ticket = Inner::Ticket;

	fn validate(
		dest: &mut Option<Location>,
		message: &mut Option<Xcm<()>>,
	) -> SendResult<Self::Ticket> {
		let to_stranger = dest.as_ref().is_some_and(|dest| other_partition(dest).is_none());
		let own = own_asset();
		let is_taken = |instruction: &Instruction<()>| match instruction {
			ReserveAssetDeposited(assets) => {
				!to_stranger && assets.inner().iter().all(|asset| asset.id.0 == own)
			},
			_ => true,
		};
		if message.as_ref().is_some_and(|message| !message.0.iter().all(is_taken)) {
			return Err(SendError::DestinationUnsupported);
		}
		Inner::validate(dest, message)
	}

	fn deliver(ticket: Self::Ticket) -> Result<XcmHash, SendError> {
		Inner::deliver(ticket)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful_delivery(location: Option<Location>) {
		Inner::ensure_successful_delivery(location);
	}
}

impl<Inner: InspectMessageQueues> InspectMessageQueues for KeepFromStrangers<Inner> {
	fn clear_messages() {
		Inner::clear_messages();
	}

	fn get_messages() -> Vec<(VersionedLocation, Vec<VersionedXcm<()>>)> {
		Inner::get_messages()
	}
}
