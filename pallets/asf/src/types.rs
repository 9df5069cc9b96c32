// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores.

use asf_primitives::{BlockNumber, Panel, PanelError, Seat, SeatKey, SetId, MAX_SEATS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_staking::SessionIndex;

/// Validator and full identification, as offences name an offender.
pub type IdentificationTuple<T> = pallet_session::historical::IdentificationTuple<T>;

/// The full identification of a validator in its session.
pub(crate) type IdentificationOf<T> = <T as pallet_session::historical::Config>::FullIdentification;

/// A panel as this chain records it.
pub type PanelRecordOf<T> =
	PanelRecord<<T as frame_system::Config>::AccountId, IdentificationOf<T>>;

/// A panel, and who is behind its seats.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PanelRecord<AccountId, Identification> {
	/// Its set.
	pub set_id: SetId,
	/// The session whose keys it consists of: that of its set, unless an earlier panel was kept.
	pub session: SessionIndex,
	/// The block that announced it. It decides blocks above this one only.
	pub base: BlockNumber,
	/// Its keys.
	pub panel: Panel,
	/// The holder of each seat, in order.
	pub holders: BoundedVec<Holder<AccountId, Identification>, ConstU32<MAX_SEATS>>,
}

impl<AccountId, Identification> PanelRecord<AccountId, Identification> {
	/// The holder of the seat with this key.
	pub fn holder_of(&self, key: &SeatKey) -> Option<&Holder<AccountId, Identification>> {
		self.holders.get(self.panel.seat_of(key)?.index())
	}

	/// Every seat with its holder.
	pub fn seats(&self) -> impl Iterator<Item = (Seat, &Holder<AccountId, Identification>)> {
		self.panel.iter().map(|(seat, _)| seat).zip(&self.holders)
	}
}

/// Who holds a seat.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holder<AccountId, Identification> {
	/// The validator.
	pub account: AccountId,
	/// What offences need to know about it; `None` if the runtime had none to give.
	pub identification: Option<Identification>,
}

/// Some seats of one panel, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct SeatSet(u128);

const _: () = assert!(MAX_SEATS <= u128::BITS, "every seat has a bit");

impl SeatSet {
	/// Adds a seat.
	pub fn insert(&mut self, seat: Seat) {
		self.0 |= Self::bit(seat);
	}

	/// Whether the seat is among them.
	pub fn contains(self, seat: Seat) -> bool {
		self.0 & Self::bit(seat) != 0
	}

	/// The number of seats.
	pub fn count(self) -> u32 {
		self.0.count_ones()
	}

	fn bit(seat: Seat) -> u128 {
		1u128.checked_shl(seat.get().into()).unwrap_or(0)
	}
}

/// What a panel has done in its set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Participation {
	/// The heights of which a certificate was recorded.
	pub certificates: u32,
	/// The seats that authored a block or signed a recorded certificate.
	pub seen: SeatSet,
}

/// Why the keys of a session make no panel.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum PanelFault {
	/// No validator has a usable key.
	#[codec(index = 0)]
	Empty,
	/// More validators than seats.
	#[codec(index = 1)]
	TooManySeats,
	/// Two validators have the same key.
	#[codec(index = 2)]
	DuplicateKey,
}

impl From<PanelError> for PanelFault {
	fn from(error: PanelError) -> Self {
		match error {
			PanelError::Empty => Self::Empty,
			PanelError::TooManySeats { .. } => Self::TooManySeats,
			PanelError::DuplicateKey { .. } => Self::DuplicateKey,
		}
	}
}
