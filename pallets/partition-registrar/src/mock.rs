// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet and the real pallets of the parachain host that it stands on. The blocks
//! of the host itself are the relay runtime's to test.

use crate::{self as pallet_partition_registrar, *};
use codec::Decode;
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU128, ConstU32, Contains, Hooks},
	weights::Weight,
	PalletId,
};
use frame_system::{offchain, EnsureRoot};
use polkadot_primitives::{
	vstaging::SchedulerParams, CoreIndex, HeadData, Id as ParaId, ValidationCode,
	ValidationCodeHash, ValidatorId, ValidatorIndex,
};
use polkadot_runtime_parachains::{
	configuration::{self, HostConfiguration},
	coretime,
	inclusion::{QueueFootprinter, UmpQueueId},
	on_demand, origin, paras, scheduler, shared,
};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, FixedU128, Permill};
use xcm::latest::prelude::*;

type Block = frame_system::mocking::MockBlockU32<Test>;
type UncheckedExtrinsic = frame_system::mocking::MockUncheckedExtrinsic<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		ParachainsOrigin: origin,
		Configuration: configuration,
		Shared: shared,
		Scheduler: scheduler,
		Paras: paras,
		OnDemand: on_demand,
		Coretime: coretime,
		Registrar: pallet_partition_registrar,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<u128>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = u128;
	type ExistentialDeposit = ConstU128<1>;
}

impl<C> offchain::CreateTransactionBase<C> for Test
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> offchain::CreateBare<C> for Test
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: Self::RuntimeCall) -> Self::Extrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}

impl origin::Config for Test {}

impl configuration::Config for Test {
	type WeightInfo = configuration::TestWeightInfo;
}

impl shared::Config for Test {
	type DisabledValidators = ();
}

impl scheduler::Config for Test {}

/// Nobody asks when the next session is.
pub struct NextSession;

impl frame_support::traits::EstimateNextSessionRotation<u32> for NextSession {
	fn average_session_length() -> u32 {
		10
	}
	fn estimate_current_session_progress(_: u32) -> (Option<Permill>, Weight) {
		(None, Weight::zero())
	}
	fn estimate_next_session_rotation(_: u32) -> (Option<u32>, Weight) {
		(None, Weight::zero())
	}
}

parameter_types! {
	pub static UnreadMessages: u64 = 0;
}

impl QueueFootprinter for UnreadMessages {
	type Origin = UmpQueueId;

	fn message_count(_: UmpQueueId) -> u64 {
		UnreadMessages::get()
	}
}

impl paras::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = paras::TestWeightInfo;
	type UnsignedPriority = frame_support::traits::ConstU64<0>;
	type QueueFootprinter = UnreadMessages;
	type NextSessionRotation = NextSession;
	type OnNewHead = ();
	type AssignCoretime = ();
	type Fungible = Balances;
	type CooldownRemovalMultiplier = ConstU128<1>;
	type AuthorizeCurrentCodeOrigin = EnsureRoot<u64>;
}

parameter_types! {
	pub const OnDemandPalletId: PalletId = PalletId(*b"py/ondmd");
	pub const OnDemandTraffic: FixedU128 = FixedU128::from_u32(1);
}

impl on_demand::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type TrafficDefaultValue = OnDemandTraffic;
	type WeightInfo = on_demand::TestWeightInfo;
	type MaxHistoricalRevenue = ConstU32<1>;
	type PalletId = OnDemandPalletId;
}

parameter_types! {
	pub const Nowhere: InteriorLocation = Here;
	pub const NoWeight: Weight = Weight::zero();
}

impl coretime::Config for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type BrokerId = ConstU32<{ u32::MAX }>;
	type BrokerPotLocation = Nowhere;
	type WeightInfo = coretime::TestWeightInfo;
	type SendXcm = ();
	type AssetTransactor = ();
	type AccountToLocation = ();
	type MaxXcmTransactWeight = NoWeight;
}

/// Even ids may be partitions.
pub struct EvenIds;

impl Contains<ParaId> for EvenIds {
	fn contains(id: &ParaId) -> bool {
		u32::from(*id) % 2 == 0
	}
}

parameter_types! {
	pub static MaxPartitions: u32 = 4;
	pub static Authorized: Vec<(ParaId, ValidationCodeHash)> = Vec::new();
	pub static IsDeaf: bool = false;
	pub static Opened: Vec<(u32, u32)> = Vec::new();
}

/// Keeps what was opened, and opens nothing to the deaf.
pub struct Channels;

impl OpenChannel for Channels {
	fn open_channel(sender: ParaId, recipient: ParaId) -> DispatchResult {
		if IsDeaf::get() {
			return Err(DispatchError::Unavailable);
		}
		Opened::mutate(|opened| opened.push((sender.into(), recipient.into())));
		Ok(())
	}
}

/// Keeps what was sent.
pub struct Messages;

impl AuthorizeUpgrade for Messages {
	fn authorize_upgrade(id: ParaId, code: ValidationCodeHash) -> DispatchResult {
		if IsDeaf::get() {
			return Err(DispatchError::Unavailable);
		}
		Authorized::mutate(|sent| sent.push((id, code)));
		Ok(())
	}
}

impl Config for Test {
	type GovernanceOrigin = EnsureRoot<u64>;
	type PartitionIds = EvenIds;
	type Upgrades = Messages;
	type Channels = Channels;
	type MaxPartitions = MaxPartitions;
	type WeightInfo = weights::EstimatedWeight<Test>;
}

pub(crate) fn code(byte: u8) -> ValidationCode {
	ValidationCode(vec![byte; 20])
}

pub(crate) fn head() -> HeadData {
	HeadData(vec![7; 10])
}

pub(crate) fn registrar_genesis(ids: &[u32]) -> GenesisConfig<Test> {
	let partition = |id: &u32| GenesisPartition { id: (*id).into(), genesis_head: head(), code: 0 };
	GenesisConfig {
		codes: vec![code(1)],
		partitions: ids.iter().map(partition).collect(),
		..Default::default()
	}
}

/// Two cores from the start, and these partitions.
pub(crate) fn new_test_ext(ids: &[u32]) -> TestExternalities {
	let config = HostConfiguration {
		max_code_size: 100,
		max_head_data_size: 50,
		validation_upgrade_cooldown: 2,
		scheduler_params: SchedulerParams {
			lookahead: 3,
			max_validators_per_core: Some(1),
			..Default::default()
		},
		..Default::default()
	};
	let storage = RuntimeGenesisConfig {
		configuration: configuration::GenesisConfig { config },
		..Default::default()
	};
	let mut ext = TestExternalities::new(storage.build_storage().expect("is a genesis"));
	ext.execute_with(|| {
		set_validators(2);
		frame_support::traits::BuildGenesisConfig::build(&registrar_genesis(ids));
		set_groups(2);
		run_block();
	});
	ext
}

/// Runs a test, and checks the invariants after it.
pub(crate) fn test(ids: &[u32], run: impl FnOnce()) {
	new_test_ext(ids).execute_with(|| {
		run();
		Registrar::do_try_state().expect("the invariants hold");
	});
}

/// Keys that nobody has.
fn set_validators(count: u8) {
	let key = |byte| ValidatorId::decode(&mut &[byte; 32][..]).expect("any bytes will do");
	Shared::set_active_validators_ascending((0..count).map(key).collect());
}

/// As many groups of one validator each.
pub(crate) fn set_groups(count: u32) {
	let groups: Vec<_> = (0..count).map(|index| vec![ValidatorIndex(index)]).collect();
	scheduler::ValidatorGroups::<Test>::put(groups);
}

pub(crate) fn run_block() {
	System::set_block_number(System::block_number() + 1);
	Registrar::on_initialize(System::block_number());
}

/// Starts the next session with as many groups, and runs its first block.
pub(crate) fn next_session(groups: u32) {
	Shared::set_session_index(shared::CurrentSessionIndex::<Test>::get() + 1);
	set_groups(groups);
	Paras::test_on_new_session();
	run_block();
}

/// What the host was last told of a core, by whichever block it holds from.
pub(crate) fn told(core: u32) -> Vec<(scheduler::CoreAssignment, scheduler::PartsOf57600)> {
	let descriptors = scheduler::CoreDescriptors::<Test>::get();
	let queue = descriptors[&CoreIndex(core)].queue().copied().expect("nothing took it yet");
	let schedule = scheduler::CoreSchedules::<Test>::get((queue.last, CoreIndex(core)));
	schedule.expect("the queue points to it").assignments().to_vec()
}

pub(crate) fn shares() -> Vec<Vec<u32>> {
	Shares::<Test>::get()
		.iter()
		.map(|share| share.iter().map(|id| (*id).into()).collect())
		.collect()
}

pub(crate) fn last_event() -> Event<Test> {
	let ours = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Registrar(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().rev().find_map(ours).expect("there is one")
}
