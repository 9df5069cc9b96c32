// SPDX-License-Identifier: Apache-2.0
//! Messages that cannot be used yet: of heights to come, of rounds far ahead, of the next set.
//! Each seat has its own share, so that a flooding seat only displaces itself.

use crate::bounds::{HELD_BYTES_PER_SEAT, HELD_MESSAGES_PER_SEAT};
use asf_primitives::{Height, Seat, VerifiedMessage};
use codec::Encode;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Held messages by seat, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Held {
	by_seat: BTreeMap<Seat, SeatShare>,
}

#[derive(Debug, Default)]
struct SeatShare {
	messages: VecDeque<VerifiedMessage>,
	bytes: usize,
}

fn size_bytes(message: &VerifiedMessage) -> usize {
	message.message().encoded_size()
}

impl Held {
	/// Keeps a message unless it is there already; the seat's oldest make way.
	pub(crate) fn push(&mut self, message: VerifiedMessage) {
		let share = self.by_seat.entry(message.message().seat).or_default();
		if share.messages.contains(&message) {
			return;
		}
		share.bytes += size_bytes(&message);
		share.messages.push_back(message);
		while share.messages.len() > HELD_MESSAGES_PER_SEAT || share.bytes > HELD_BYTES_PER_SEAT {
			let Some(oldest) = share.messages.pop_front() else { break };
			share.bytes -= size_bytes(&oldest);
		}
	}

	/// Removes and returns what `wanted` picks, by seat and then by age.
	pub(crate) fn take(
		&mut self,
		mut wanted: impl FnMut(&VerifiedMessage) -> bool,
	) -> Vec<VerifiedMessage> {
		let mut taken = Vec::new();
		for share in self.by_seat.values_mut() {
			share.messages.retain(|message| {
				let is_wanted = wanted(message);
				if is_wanted {
					share.bytes -= size_bytes(message);
					taken.push(*message);
				}
				!is_wanted
			});
		}
		self.by_seat.retain(|_, share| !share.messages.is_empty());
		taken
	}

	/// The seats that have something to say about `height`.
	pub(crate) fn seats_at(&self, height: Height) -> BTreeSet<Seat> {
		self.at(height).map(|message| message.message().seat).collect()
	}

	/// Messages about `height`.
	pub(crate) fn at(&self, height: Height) -> impl Iterator<Item = &VerifiedMessage> {
		self.by_seat
			.values()
			.flat_map(|share| &share.messages)
			.filter(move |message| message.message().height == height)
	}

	/// Number of messages and their encoded bytes.
	pub(crate) fn size(&self) -> (usize, usize) {
		self.by_seat.values().fold((0, 0), |(messages, bytes), share| {
			(messages + share.messages.len(), bytes + share.bytes)
		})
	}
}
