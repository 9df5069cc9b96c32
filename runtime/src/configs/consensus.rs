// SPDX-License-Identifier: GPL-3.0-or-later

//! Who authors, who finalizes, and when sessions change: BABE triggers sessions, the committee
//! elects their panels, and every consensus pallet takes its keys from the session.

use super::{
	committee::BondingSessions,
	offences::{BlockEquivocations, ReportLongevity},
};
use crate::{
	chain_parameters,
	constants::{
		committee::MAX_PANEL,
		currency::deposit,
		time::{PRIMARY_PROBABILITY, SLOT_DURATION_MS},
	},
	weights, Asf, Babe, Balances, Historical, Offences, Runtime, RuntimeEvent, Session,
	SessionKeys, ValidatorCommittee,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, KeyOwnerProofSystem},
};
use pallet_session::{
	disabling::UpToLimitWithReEnablingDisablingStrategy,
	historical::{IdentificationTuple, NoteHistoricalRoot},
};
use pallet_validator_committee::{Exposure, ExposureOf};
use polkadot_primitives::{AccountId, Balance};
use sp_consensus_babe::{AllowedSlots, AuthorityId as BabeId, BabeEpochConfiguration};
use sp_core::crypto::KeyTypeId;
use sp_runtime::traits::{Convert, ConvertInto, OpaqueKeys};
use sp_session::MembershipProof;

/// BABE as it starts. Every slot has one secondary author beside the primary ones that a lot may
/// yield, so that no slot waits on the lot. Secondary blocks carry a VRF too, since approval
/// voting draws its assignments from it; only primary ones feed the randomness.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

/// How many seats share one disabled seat, at most: fewer than a third may be disabled, which
/// leaves the quorum of finality reachable.
const SEATS_PER_DISABLED: usize = 3;

/// How many certificates a session has to have recorded for a silent seat in it to count as
/// unavailable: in a session of fewer, finality itself was in trouble.
const MIN_CERTIFICATES: u32 = 10;

parameter_types! {
	/// What is held for an account's session keys. Genesis validators have nothing held.
	pub const SessionKeyDeposit: Balance = deposit(1, 5 * 32);
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Babe;
	type MinimumPeriod = ConstU64<{ SLOT_DURATION_MS / 2 }>;
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = chain_parameters::EpochDuration<Runtime>;
	type ExpectedBlockTime = ConstU64<SLOT_DURATION_MS>;
	// The session pallet changes epochs.
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = weights::pallet_babe::WeightInfo<Runtime>;
	type MaxAuthorities = ConstU32<MAX_PANEL>;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = MembershipProof;
	type EquivocationReportSystem = pallet_babe::EquivocationReportSystem<
		Self,
		BlockEquivocations,
		BlockKeyOwners,
		ReportLongevity,
	>;
}

/// Whose a key of BABE is.
///
/// For the running session the session pallet answers by the keys that validators have set for the
/// *next* one, so that who makes two blocks in one slot could hide behind a change of keys in one of
/// them. There, BABE's own authorities answer, which stand in the order of the validators.
pub struct BlockKeyOwners;

impl<Key: AsRef<[u8]>> KeyOwnerProofSystem<(KeyTypeId, Key)> for BlockKeyOwners {
	type Proof = MembershipProof;
	type IdentificationTuple = IdentificationTuple<Runtime>;

	fn prove(key: (KeyTypeId, Key)) -> Option<MembershipProof> {
		Historical::prove(key)
	}

	fn check_proof(
		(id, key): (KeyTypeId, Key),
		proof: MembershipProof,
	) -> Option<IdentificationTuple<Runtime>> {
		if id != sp_consensus_babe::KEY_TYPE || proof.session != Session::current_index() {
			return Historical::check_proof((id, key), proof);
		}
		let validators = Session::validators();
		if usize::try_from(proof.validator_count) != Ok(validators.len()) {
			return None;
		}
		let is_its = |(authority, _): &(BabeId, _)| authority.as_ref() as &[u8] == key.as_ref();
		let place = Babe::authorities().iter().position(is_its)?;
		let who = validators.get(place)?.clone();
		let exposure = ExposureOf::<Runtime>::convert(who.clone())?;
		Some((who, exposure))
	}
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = Asf;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	// Anyone may set keys; who has no bond is not elected.
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = NoteHistoricalRoot<Self, ValidatorCommittee>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = UpToLimitWithReEnablingDisablingStrategy<SEATS_PER_DISABLED>;
	type WeightInfo = weights::pallet_session::WeightInfo<Runtime>;
	type Currency = Balances;
	type KeyDeposit = SessionKeyDeposit;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = Exposure<Balance>;
	type FullIdentificationOf = ExposureOf<Runtime>;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = ConstU32<MAX_PANEL>;
}

impl pallet_asf::Config for Runtime {
	type ReportOffences = Offences;
	type ReportLongevity = ReportLongevity;
	type MaxSetIdSessionEntries = BondingSessions;
	type MinCertificates = ConstU32<MIN_CERTIFICATES>;
	type WeightInfo = weights::pallet_asf::WeightInfo<Runtime>;
}
