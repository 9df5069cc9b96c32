// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet with the real session, historical, offences and balances pallets.

use crate::{self as pallet_validator_committee, *};
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::InspectHold, tokens::imbalance::ResolveTo, ConstU64},
};
use frame_system::EnsureRoot;
use pallet_session::historical as pallet_session_historical;
use sp_runtime::{
	impl_opaque_keys,
	testing::UintAuthorityId,
	traits::{ConvertInto, IdentityLookup},
	BuildStorage, Perbill,
};
use sp_staking::{
	offence::{Kind, Offence, OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

pub(crate) type AccountId = u64;
pub(crate) type Balance = u128;
type Block = frame_system::mocking::MockBlock<Test>;

pub(crate) const UNIT: Balance = 1_000;
pub(crate) const ENDOWMENT: Balance = 100_000 * UNIT;
pub(crate) const TREASURY: AccountId = 999;
/// Accounts from 1 to this are endowed and have session keys.
pub(crate) const ACCOUNTS: AccountId = 40;
/// An endowed account without session keys.
pub(crate) const KEYLESS: AccountId = 500;
const SESSION_BLOCKS: u64 = 5;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Committee: pallet_validator_committee,
		Session: pallet_session,
		Historical: pallet_session_historical,
		Offences: pallet_offences,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
}

impl_opaque_keys! {
	pub struct Keys {
		pub dummy: UintAuthorityId,
	}
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = pallet_session::PeriodicSessions<ConstU64<SESSION_BLOCKS>, ConstU64<0>>;
	type NextSessionRotation =
		pallet_session::PeriodicSessions<ConstU64<SESSION_BLOCKS>, ConstU64<0>>;
	type SessionManager = pallet_session_historical::NoteHistoricalRoot<Test, Committee>;
	type SessionHandler = pallet_session::TestSessionHandler;
	type Keys = Keys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy<3>;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ();
}

impl pallet_session_historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = Exposure<Balance>;
	type FullIdentificationOf = ExposureOf<Test>;
}

impl pallet_offences::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session_historical::IdentificationTuple<Test>;
	type OnOffenceHandler = Committee;
}

parameter_types! {
	pub const ExistentialDeposit: Balance = UNIT;
	pub const MinFlareNodeBond: Balance = 64 * UNIT;
	pub const MinValidityNodeBond: Balance = 64 * UNIT;
	pub const MinDirectorBond: Balance = 128 * UNIT;
	pub const TreasuryAccount: AccountId = TREASURY;
	pub static MaxPanel: u32 = 4;
	pub static MaxMembers: u32 = 8;
	pub static MaxUnlockingChunks: u32 = 3;
	pub static UnbondingSessions: SessionIndex = 6;
	pub static BondingSessions: SessionIndex = 5;
	pub static SlashDeferSessions: SessionIndex = 2;
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Slash = ResolveTo<TreasuryAccount, Balances>;
	type SessionKeys = Session;
	type SessionInterface = Session;
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type MinFlareNodeBond = MinFlareNodeBond;
	type MinValidityNodeBond = MinValidityNodeBond;
	type MinDirectorBond = MinDirectorBond;
	type MaxPanel = MaxPanel;
	type MaxMembers = MaxMembers;
	type MaxUnlockingChunks = MaxUnlockingChunks;
	type UnbondingSessions = UnbondingSessions;
	type BondingSessions = BondingSessions;
	type SlashDeferSessions = SlashDeferSessions;
	type WeightInfo = weights::EstimatedWeight<Test>;
}

/// What the tests start from: a genesis committee and the bounds of the pallet.
pub(crate) struct ExtBuilder {
	members: Vec<(AccountId, Role, Balance)>,
	max_panel: u32,
	max_members: u32,
	max_chunks: u32,
}

impl Default for ExtBuilder {
	/// Three members of 100, 200 and 300 units; four seats, eight members, three chunks.
	fn default() -> Self {
		Self {
			members: vec![
				(1, Role::FlareNode, 100 * UNIT),
				(2, Role::ValidityNode, 200 * UNIT),
				(3, Role::DecentralizedDirector, 300 * UNIT),
			],
			max_panel: 4,
			max_members: 8,
			max_chunks: 3,
		}
	}
}

impl ExtBuilder {
	pub(crate) fn members(mut self, members: Vec<(AccountId, Role, Balance)>) -> Self {
		self.members = members;
		self
	}

	/// Members 1 to `count` as flare nodes with these units each.
	pub(crate) fn flare_nodes(self, count: u64, units: Balance) -> Self {
		self.members((1..=count).map(|who| (who, Role::FlareNode, units * UNIT)).collect())
	}

	pub(crate) fn bounds(mut self, max_panel: u32, max_members: u32) -> Self {
		self.max_panel = max_panel;
		self.max_members = max_members;
		self
	}

	pub(crate) fn max_chunks(mut self, max_chunks: u32) -> Self {
		self.max_chunks = max_chunks;
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		MaxPanel::set(self.max_panel);
		MaxMembers::set(self.max_members);
		MaxUnlockingChunks::set(self.max_chunks);
		UnbondingSessions::set(6);
		BondingSessions::set(5);
		SlashDeferSessions::set(2);

		let keys = |who: AccountId| (who, who, Keys { dummy: UintAuthorityId(who) });
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: (1..=ACCOUNTS)
					.chain([KEYLESS, TREASURY])
					.map(|who| (who, ENDOWMENT))
					.collect(),
				..Default::default()
			},
			committee: GenesisConfig { members: self.members },
			session: pallet_session::GenesisConfig {
				keys: (1..=ACCOUNTS).map(keys).collect(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the mock is valid");
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Runs a scenario, and the invariants after it.
	pub(crate) fn run(self, scenario: impl FnOnce()) {
		self.build().execute_with(|| {
			assert_state();
			scenario();
			assert_state();
		});
	}
}

/// The state from which the benchmarks are tested.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	ExtBuilder::default().build()
}

pub(crate) fn assert_state() {
	assert_eq!(Committee::do_try_state(), Ok(()));
}

/// Runs blocks up to the first one of `session`, checking the invariants at each.
pub(crate) fn start_session(session: SessionIndex) {
	while Session::current_index() < session {
		System::run_to_block::<AllPalletsWithSystem>(System::block_number() + 1);
		assert_eq!(Session::current_index(), CurrentSession::<Test>::get());
		assert!(!Session::validators().is_empty(), "the chain has no validators");
		assert_state();
	}
}

/// Runs `count` more sessions.
pub(crate) fn run_sessions(count: u32) {
	start_session(Session::current_index() + count)
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// This pallet's events since the last call.
pub(crate) fn take_events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

pub(crate) fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Bond.into(), &who)
}

pub(crate) fn active(who: AccountId) -> Balance {
	Members::<Test>::get(who).map(|member| member.active).unwrap_or_default()
}

/// What unlocks for an account: amounts and sessions.
pub(crate) fn chunks(who: AccountId) -> Vec<(Balance, SessionIndex)> {
	Unlocking::<Test>::get(who).iter().map(|chunk| (chunk.amount, chunk.unlock_at)).collect()
}

/// The holders of a panel's seats, best bond first.
pub(crate) fn panel(session: SessionIndex) -> Vec<AccountId> {
	Committee::panel(session).into_iter().map(|seat| seat.account).collect()
}

pub(crate) fn disabled() -> Vec<AccountId> {
	let validators = Session::validators();
	Session::disabled_validators().into_iter().map(|seat| validators[seat as usize]).collect()
}

/// Hands an offence straight to the pallet, as the offences pallet would.
pub(crate) fn report(who: AccountId, percent: u32, session: SessionIndex) {
	let identification = Exposure { role: Role::FlareNode, bond: 0 };
	let details = OffenceDetails { offender: (who, identification), reporters: vec![] };
	let _weight = Committee::on_offence(&[details], &[Perbill::from_percent(percent)], session);
}

/// An offence for the offences pallet.
pub(crate) struct TestOffence {
	pub(crate) session: SessionIndex,
	pub(crate) slot: u64,
	pub(crate) offenders: Vec<pallet_session_historical::IdentificationTuple<Test>>,
	pub(crate) fraction: Perbill,
}

impl Offence<pallet_session_historical::IdentificationTuple<Test>> for TestOffence {
	const ID: Kind = *b"test:equivocatio";
	type Slot = u64;

	fn offenders(&self) -> Vec<pallet_session_historical::IdentificationTuple<Test>> {
		self.offenders.clone()
	}
	fn session_index(&self) -> SessionIndex {
		self.session
	}
	fn validator_set_count(&self) -> u32 {
		4
	}
	fn slot(&self) -> u64 {
		self.slot
	}
	fn slash_fraction(&self, _offenders_count: u32) -> Perbill {
		self.fraction
	}
}
