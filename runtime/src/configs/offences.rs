// SPDX-License-Identifier: GPL-3.0-or-later

//! What offences cost, and how long they can be reported.

use super::committee::BondingSessions;
use crate::{chain_parameters::EpochDuration, Offences, Runtime, RuntimeEvent, ValidatorCommittee};
use alloc::vec::Vec;
use frame_support::traits::Get;
use pallet_babe::EquivocationOffence;
use pallet_session::historical::IdentificationTuple;
use polkadot_primitives::AccountId;
use sp_consensus_babe::Slot;
use sp_runtime::Perbill;
use sp_staking::{
	offence::{Kind, Offence, OffenceError, ReportOffence},
	SessionIndex,
};

/// What two blocks in one slot cost: 15 % of the bond.
pub const BLOCK_EQUIVOCATION_SLASH: Perbill = Perbill::from_percent(15);

type Offender = IdentificationTuple<Runtime>;

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = Offender;
	type OnOffenceHandler = ValidatorCommittee;
}

/// How many blocks a report of an offence stays valid in the transaction pool: as long as the
/// offence is punished.
pub struct ReportLongevity;

impl Get<u64> for ReportLongevity {
	fn get() -> u64 {
		EpochDuration::<Runtime>::get().saturating_mul(BondingSessions::get().into())
	}
}

/// Two blocks by one seat in one slot, as FlareChain punishes it: BABE's own offence costs more
/// the more offenders there are and the smaller the panel is, up to everything.
pub struct BlockEquivocation(EquivocationOffence<Offender>);

impl Offence<Offender> for BlockEquivocation {
	const ID: Kind = <EquivocationOffence<Offender> as Offence<Offender>>::ID;
	type Slot = Slot;

	fn offenders(&self) -> Vec<Offender> {
		self.0.offenders()
	}

	fn session_index(&self) -> SessionIndex {
		self.0.session_index()
	}

	fn validator_set_count(&self) -> u32 {
		self.0.validator_set_count()
	}

	fn slot(&self) -> Slot {
		self.0.slot()
	}

	fn slash_fraction(&self, _offenders_count: u32) -> Perbill {
		BLOCK_EQUIVOCATION_SLASH
	}
}

/// Hands BABE's reports to the offences pallet at FlareChain's price.
pub struct BlockEquivocations;

impl ReportOffence<AccountId, Offender, EquivocationOffence<Offender>> for BlockEquivocations {
	fn report_offence(
		reporters: Vec<AccountId>,
		offence: EquivocationOffence<Offender>,
	) -> Result<(), OffenceError> {
		Offences::report_offence(reporters, BlockEquivocation(offence))
	}

	fn is_known_offence(offenders: &[Offender], time_slot: &Slot) -> bool {
		<Offences as ReportOffence<AccountId, Offender, BlockEquivocation>>::is_known_offence(
			offenders, time_slot,
		)
	}
}
