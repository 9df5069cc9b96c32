// SPDX-License-Identifier: Apache-2.0
//! The panel: who votes, and how many make a quorum.

use crate::{BlockHash, Seat, SeatKey, SetId};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The most seats that any panel of any chain may have.
pub const MAX_SEATS: u32 = 100;

/// The most seats that FlareChain elects.
pub const MAX_PANEL_SEATS: u32 = 21;

/// The ordered, distinct keys that decide together. One seat is one vote.
#[derive(Clone, Debug, PartialEq, Eq, Encode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Panel(BoundedVec<SeatKey, ConstU32<MAX_SEATS>>);

/// Why a list of keys is not a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PanelError {
	/// A panel needs at least one seat.
	#[error("a panel needs at least one seat, got none")]
	Empty,
	/// Too many keys.
	#[error("a panel has at most {MAX_SEATS} seats, got {got}")]
	TooManySeats {
		/// Number of keys given.
		got: usize,
	},
	/// Two seats with one key.
	#[error("seats {first} and {second} have the same key; every seat needs its own")]
	DuplicateKey {
		/// The earlier seat.
		first: Seat,
		/// The later seat.
		second: Seat,
	},
}

impl Panel {
	/// Takes the keys in seat order.
	pub fn new(keys: Vec<SeatKey>) -> Result<Self, PanelError> {
		let keys = BoundedVec::try_from(keys)
			.map_err(|keys| PanelError::TooManySeats { got: keys.len() })?;
		if keys.is_empty() {
			return Err(PanelError::Empty);
		}
		let mut seen = BTreeMap::new();
		for (seat, key) in seats(&keys) {
			if let Some(first) = seen.insert(*key, seat) {
				return Err(PanelError::DuplicateKey { first, second: seat });
			}
		}
		Ok(Self(keys))
	}

	/// n: how many seats there are, 1 to [`MAX_SEATS`].
	pub fn seat_count(&self) -> usize {
		self.0.len()
	}

	/// f = ⌊(n−1)/3⌋: how many faulty seats the panel tolerates.
	pub fn max_faulty(&self) -> usize {
		(self.seat_count() - 1) / 3
	}

	/// ⌊2n/3⌋+1: how many distinct seats decide.
	pub fn quorum(&self) -> usize {
		2 * self.seat_count() / 3 + 1
	}

	/// f+1: among so many distinct seats at least one is honest.
	pub fn honest_minority(&self) -> usize {
		self.max_faulty() + 1
	}

	/// The key of a seat, `None` out of range.
	pub fn key(&self, seat: Seat) -> Option<&SeatKey> {
		self.0.get(seat.index())
	}

	/// The seat that a key holds.
	pub fn seat_of(&self, key: &SeatKey) -> Option<Seat> {
		self.iter().find_map(|(seat, candidate)| (candidate == key).then_some(seat))
	}

	/// Seats with their keys, in order.
	pub fn iter(&self) -> impl Iterator<Item = (Seat, &SeatKey)> {
		seats(&self.0)
	}
}

fn seats(keys: &[SeatKey]) -> impl Iterator<Item = (Seat, &SeatKey)> {
	// MAX_SEATS is far below 256, so numbering by u8 reaches every seat.
	(0u8..).map(Seat::new).zip(keys)
}

impl Decode for Panel {
	fn decode<I: codec::Input>(input: &mut I) -> Result<Self, codec::Error> {
		let keys = BoundedVec::<SeatKey, ConstU32<MAX_SEATS>>::decode(input)?;
		Self::new(keys.into_inner()).map_err(|error| match error {
			PanelError::Empty => "a panel needs at least one seat".into(),
			PanelError::TooManySeats { .. } => "a panel has too many seats".into(),
			PanelError::DuplicateKey { .. } => "two seats of a panel have the same key".into(),
		})
	}
}

/// What a signature is checked against: one chain, one set, one panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
	/// Hash of the chain's genesis block.
	pub genesis: BlockHash,
	/// Id of the set.
	pub set_id: SetId,
	/// The seats of the set.
	pub panel: Panel,
}
