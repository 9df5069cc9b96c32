// SPDX-License-Identifier: GPL-3.0-or-later

//! Where messages go.

use super::locations::other_partition;
use crate::{configs::messages::PriceForParentDelivery, ParachainSystem, PolkadotXcm, XcmpQueue};
use alloc::vec::Vec;
use core::marker::PhantomData;
use cumulus_primitives_utility::ParentAsUmp;
use xcm::{latest::prelude::*, VersionedLocation, VersionedXcm};
use xcm_builder::{InspectMessageQueues, WithUniqueTopic};

/// Sends messages: up to the relay chain, and across to parachains.
pub type XcmRouter = WithUniqueTopic<KeepFromStrangers<UpOrAcross>>;

type UpOrAcross = (ParentAsUmp<ParachainSystem, PolkadotXcm, PriceForParentDelivery>, XcmpQueue);

/// Refuses messages that tell a chain of assets which are kept here in its name, unless the chain is
/// another partition. Others have no claims on them to hand out and would not let them out again:
/// the relay chain handles ËTR alone, which is teleported. Where the message is not sent, what led
/// to it is undone.
pub struct KeepFromStrangers<Inner>(PhantomData<Inner>);

impl<Inner: SendXcm> SendXcm for KeepFromStrangers<Inner> {
	type Ticket = Inner::Ticket;

	fn validate(
		dest: &mut Option<Location>,
		message: &mut Option<Xcm<()>>,
	) -> SendResult<Self::Ticket> {
		let to_stranger = dest.as_ref().is_some_and(|dest| other_partition(dest).is_none());
		let is_deposit =
			|instruction: &Instruction<()>| matches!(instruction, ReserveAssetDeposited(_));
		let deposits = message.as_ref().is_some_and(|message| message.0.iter().any(is_deposit));
		if to_stranger && deposits {
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
