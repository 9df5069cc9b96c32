// SPDX-License-Identifier: Apache-2.0

//! Opens channels for messages between partitions.
//!
//! Not in the genesis: with each channel the host sends a message to both ends, and a partition
//! takes messages of relay block 0 for ones that it has processed before its own first block.

use crate::{pallet::*, types::OpenChannel, weights::WeightInfo};
use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight, BoundedVec};
use polkadot_primitives::Id as ParaId;
use polkadot_runtime_parachains::paras;

impl<T: Config> Pallet<T> {
	/// Lets the partition be connected once it has started.
	pub(crate) fn connect_later(id: ParaId) {
		Unconnected::<T>::mutate(|waiting| {
			if waiting.contains(&id) {
				return;
			}
			// Room is made by those that were retired before they started.
			let partitions = Partitions::<T>::get();
			waiting.retain(|other| partitions.contains_key(other));
			let room = waiting.try_push(id);
			debug_assert!(room.is_ok(), "no more wait than there are partitions");
		});
	}

	/// Connects the partitions that have started since with all others that run, both ways.
	pub(crate) fn connect() -> Weight {
		let waiting = Unconnected::<T>::get();
		if waiting.is_empty() {
			return T::DbWeight::get().reads(1);
		}
		let partitions = Partitions::<T>::get();
		let started: Vec<ParaId> =
			partitions.keys().copied().filter(|id| paras::Pallet::<T>::is_parachain(*id)).collect();
		// Retired ones are no longer waited for.
		let (ready, waiting): (Vec<_>, Vec<_>) = waiting
			.into_iter()
			.filter(|id| partitions.contains_key(id))
			.partition(|id| started.contains(id));

		let mut channels = 0u32;
		for sender in &started {
			for recipient in &started {
				let is_new = ready.contains(sender) || ready.contains(recipient);
				if sender == recipient || !is_new {
					continue;
				}
				channels = channels.saturating_add(1);
				if let Err(error) = T::Channels::open_channel(*sender, *recipient) {
					let (sender, recipient) = (*sender, *recipient);
					Self::deposit_event(Event::ChannelNotOpened { sender, recipient, error });
				}
			}
		}
		Unconnected::<T>::put(BoundedVec::truncate_from(waiting));
		<T as Config>::WeightInfo::connect(channels)
	}
}
