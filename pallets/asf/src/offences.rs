// SPDX-License-Identifier: Apache-2.0

//! The offences that this pallet reports, and what part of a bond each costs.

use alloc::{vec, vec::Vec};
use asf_primitives::{SeatKey, SetId};
use codec::{Decode, Encode};
use sp_runtime::Perbill;
use sp_staking::{
	offence::{Kind, Offence},
	SessionIndex,
};

/// Where an equivocation stands in the history of offences.
///
/// One report for each seat and set, whatever height, round, step and bytes: the first one costs
/// the whole bond already, and a cheater, who can sign as many conflicts as it likes, cannot fill
/// the chain with free reports about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct EquivocationSlot {
	/// The set.
	pub set_id: SetId,
	/// The key of the seat.
	pub offender: SeatKey,
}

/// A seat signed two conflicting ballots: its whole bond, and exclusion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equivocation<Offender> {
	/// Which seat of which set.
	pub slot: EquivocationSlot,
	/// The session of the set.
	pub session: SessionIndex,
	/// The number of validators in that session.
	pub validator_set_count: u32,
	/// The holder of the seat.
	pub offender: Offender,
}

impl<Offender: Clone> Offence<Offender> for Equivocation<Offender> {
	const ID: Kind = *b"asf:equivocation";
	type Slot = EquivocationSlot;

	fn offenders(&self) -> Vec<Offender> {
		vec![self.offender.clone()]
	}
	fn session_index(&self) -> SessionIndex {
		self.session
	}
	fn validator_set_count(&self) -> u32 {
		self.validator_set_count
	}
	fn slot(&self) -> EquivocationSlot {
		self.slot
	}
	fn slash_fraction(&self, _offenders_count: u32) -> Perbill {
		Perbill::one()
	}
}

/// What unavailability costs of a bond, in percent.
const UNAVAILABILITY_PERCENT: u32 = 5;

/// Seats neither authored a block in their session nor signed a recorded certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unavailability<Offender> {
	/// The session.
	pub session: SessionIndex,
	/// The number of seats in that session.
	pub validator_set_count: u32,
	/// The holders of the seats.
	pub offenders: Vec<Offender>,
}

impl<Offender: Clone> Offence<Offender> for Unavailability<Offender> {
	const ID: Kind = *b"asf:unavailable_";
	type Slot = SessionIndex;

	fn offenders(&self) -> Vec<Offender> {
		self.offenders.clone()
	}
	fn session_index(&self) -> SessionIndex {
		self.session
	}
	fn validator_set_count(&self) -> u32 {
		self.validator_set_count
	}
	fn slot(&self) -> SessionIndex {
		self.session
	}
	fn slash_fraction(&self, _offenders_count: u32) -> Perbill {
		Perbill::from_percent(UNAVAILABILITY_PERCENT)
	}
}
