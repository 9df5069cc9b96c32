// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet with the real session, historical, authorship and offences pallets,
//! whose blocks have real hashes.

use crate::{self as pallet_asf, *};
use asf_primitives::{
	substrate::{
		crypto::{AuthorityId, AuthorityPair},
		INHERENT_IDENTIFIER,
	},
	Ballot, Certificate, EquivocationProof, Height, Round, Seat, SeatKey, SeatSignature, SetId,
	Signature, Target,
};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, FindAuthor, OnFinalize, OnInitialize},
	ConsensusEngineId,
};
use frame_system::mocking::{MockBlock, MockUncheckedExtrinsic};
use pallet_session::historical as pallet_session_historical;
use sp_core::{Pair, H256};
use sp_inherents::InherentData;
use sp_runtime::{
	generic::{Digest, DigestItem},
	impl_opaque_keys,
	traits::{ConvertInto, IdentityLookup},
	BuildStorage, Perbill,
};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

pub(crate) type AccountId = u64;
type Block = MockBlock<Test>;

/// A session starts with each block whose number this divides.
pub(crate) const SESSION_BLOCKS: u64 = 10;
const AUTHOR_ENGINE: ConsensusEngineId = *b"TEST";
pub(crate) const GENESIS_HASH: H256 = H256::repeat_byte(7);

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Session: pallet_session,
		Historical: pallet_session_historical,
		Authorship: pallet_authorship,
		Offences: pallet_offences,
		Asf: pallet_asf,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<u64>;
	type BlockHashCount = ConstU64<15>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

impl<Call> frame_system::offchain::CreateTransactionBase<Call> for Test
where
	RuntimeCall: From<Call>,
{
	type Extrinsic = MockUncheckedExtrinsic<Test>;
	type RuntimeCall = RuntimeCall;
}

impl<Call> frame_system::offchain::CreateBare<Call> for Test
where
	RuntimeCall: From<Call>,
{
	fn create_bare(call: RuntimeCall) -> Self::Extrinsic {
		Self::Extrinsic::new_bare(call)
	}
}

impl_opaque_keys! {
	pub struct Keys {
		pub asf: Asf,
	}
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = pallet_session::PeriodicSessions<ConstU64<SESSION_BLOCKS>, ConstU64<0>>;
	type NextSessionRotation =
		pallet_session::PeriodicSessions<ConstU64<SESSION_BLOCKS>, ConstU64<0>>;
	type SessionManager = pallet_session_historical::NoteHistoricalRoot<Test, Manager>;
	type SessionHandler = (Asf,);
	type Keys = Keys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy<3>;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ();
}

impl pallet_session_historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = Bond;
	type FullIdentificationOf = BondOf;
}

impl pallet_authorship::Config for Test {
	type FindAuthor = AuthorInDigest;
	type EventHandler = Asf;
}

impl pallet_offences::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session_historical::IdentificationTuple<Test>;
	type OnOffenceHandler = Handler;
}

parameter_types! {
	/// Who the next session planned consists of; `None` keeps the validators.
	pub static Planned: Option<Vec<AccountId>> = None;
	/// What the offences pallet handed on: offenders, fraction, session.
	pub static Punished: Vec<(Vec<AccountId>, Perbill, SessionIndex)> = vec![];
	/// Validators without an identification.
	pub static Unidentified: Vec<AccountId> = vec![];
	pub static MinCertificates: u32 = 2;
	pub static MaxSetIdSessionEntries: u32 = 4;
}

impl Config for Test {
	type ReportOffences = Offences;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type MinCertificates = MinCertificates;
	type ReportLongevity = ConstU64<100>;
	type WeightInfo = weights::EstimatedWeight<Test>;
}

/// An identification that is not of the same size as nothing.
pub(crate) type Bond = u64;

pub struct BondOf;

impl sp_runtime::traits::Convert<AccountId, Option<Bond>> for BondOf {
	fn convert(who: AccountId) -> Option<Bond> {
		(!Unidentified::get().contains(&who)).then_some(who.saturating_mul(1_000))
	}
}

pub struct Manager;

impl pallet_session::SessionManager<AccountId> for Manager {
	fn new_session(_index: SessionIndex) -> Option<Vec<AccountId>> {
		Planned::get()
	}
	fn start_session(_index: SessionIndex) {}
	fn end_session(_index: SessionIndex) {}
}

impl pallet_session_historical::SessionManager<AccountId, Bond> for Manager {
	fn new_session(_index: SessionIndex) -> Option<Vec<(AccountId, Bond)>> {
		Some(Planned::get()?.into_iter().map(|who| (who, who * 1_000)).collect())
	}
	fn start_session(_index: SessionIndex) {}
	fn end_session(_index: SessionIndex) {}
}

pub struct Handler;

impl OnOffenceHandler<AccountId, (AccountId, Bond), frame_support::weights::Weight> for Handler {
	fn on_offence(
		offenders: &[OffenceDetails<AccountId, (AccountId, Bond)>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> frame_support::weights::Weight {
		let who = offenders.iter().map(|details| details.offender.0).collect();
		Punished::mutate(|punished| punished.push((who, fractions[0], session)));
		Default::default()
	}
}

pub struct AuthorInDigest;

impl FindAuthor<AccountId> for AuthorInDigest {
	fn find_author<'a, I>(digests: I) -> Option<AccountId>
	where
		I: 'a + IntoIterator<Item = (ConsensusEngineId, &'a [u8])>,
	{
		let (_, mut data) = digests.into_iter().find(|(engine, _)| *engine == AUTHOR_ENGINE)?;
		AccountId::decode(&mut data).ok()
	}
}

/// The key of a validator. Accounts above 1,000 are second keys of their remainder.
pub(crate) fn pair(who: u64) -> AuthorityPair {
	let mut seed = [0; 32];
	seed[..8].copy_from_slice(&who.to_le_bytes());
	AuthorityPair::from_seed(&seed)
}

pub(crate) fn id(who: u64) -> AuthorityId {
	pair(who).public()
}

pub(crate) fn key(who: u64) -> SeatKey {
	SeatKey::from(&id(who))
}

pub(crate) fn sign(who: u64, payload: &[u8]) -> Signature {
	let signature = pair(who).sign(payload);
	let bytes: &[u8] = signature.as_ref();
	Signature::from_bytes(bytes.try_into().expect("64 bytes"))
}

/// A chain whose genesis validators are `1..=count`, at block 1.
pub(crate) fn chain(count: u64) -> sp_io::TestExternalities {
	Planned::set(Some((1..=count).collect()));
	Punished::take();
	Unidentified::take();
	MinCertificates::set(2);
	MaxSetIdSessionEntries::set(4);
	let storage = RuntimeGenesisConfig {
		session: pallet_session::GenesisConfig {
			keys: (1..=count).map(|who| (who, who, Keys { asf: id(who) })).collect(),
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of the mock is valid");
	let mut ext = sp_io::TestExternalities::new(storage);
	ext.execute_with(|| start_block(GENESIS_HASH, 1));
	ext
}

/// Runs a scenario on the chain of four, and the invariants before and after it.
pub(crate) fn run(scenario: impl FnOnce()) {
	chain(4).execute_with(|| {
		assert_state();
		scenario();
		assert_state();
	});
}

/// The state from which the benchmarks are tested.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	let mut ext = chain(4);
	let keystore = sp_keystore::testing::MemoryKeystore::new();
	ext.register_extension(sp_keystore::KeystoreExt::new(keystore));
	ext
}

pub(crate) fn assert_state() {
	assert_eq!(Asf::do_try_state(), Ok(()));
}

/// Finishes the running block. Returns its hash.
pub(crate) fn finish_block() -> H256 {
	AllPalletsWithSystem::on_finalize(System::block_number());
	System::finalize().hash()
}

/// Starts a block on the finished one.
pub(crate) fn start_block(parent: H256, author: AccountId) {
	let number = System::block_number() + 1;
	let author = DigestItem::PreRuntime(AUTHOR_ENGINE, author.encode());
	System::reset_events();
	System::initialize(&number, &parent, &Digest { logs: vec![author] });
	AllPalletsWithSystem::on_initialize(number);
	assert_state();
}

/// Finishes the running block and starts the next one.
pub(crate) fn next_block(author: AccountId) {
	start_block(finish_block(), author);
}

/// Starts blocks of author 1 up to this number.
pub(crate) fn to_block(number: u64) {
	while System::block_number() < number {
		next_block(1);
	}
}

/// Starts the first block of a session.
pub(crate) fn to_session(session: u64) {
	to_block(session * SESSION_BLOCKS);
	assert_eq!(u64::from(Session::current_index()), session);
}

/// An ancestor of the running block.
pub(crate) fn ancestor(number: u32) -> Target {
	Target { hash: System::block_hash(u64::from(number)), number }
}

/// A certificate of the set by the validators with these numbers, whose seats are one less.
pub(crate) fn certificate(set: u64, height: u64, target: Target, signers: &[u64]) -> Certificate {
	let mut certificate = Certificate {
		set_id: SetId::new(set),
		height: Height::new(height),
		round: Round::ZERO,
		target,
		precommits: Default::default(),
	};
	let payload = certificate.signing_payload(GENESIS_HASH);
	let precommits = signers
		.iter()
		.map(|who| SeatSignature {
			seat: Seat::new(u8::try_from(who - 1).expect("few validators")),
			signature: sign(*who, &payload),
		})
		.collect::<Vec<_>>();
	certificate.precommits = precommits.try_into().expect("few seats");
	certificate
}

/// Records a certificate for the parent of the running block.
pub(crate) fn record_parent(set: u64, height: u64, signers: &[u64]) {
	let parent = u32::try_from(System::block_number() - 1).expect("few blocks");
	let certificate = certificate(set, height, ancestor(parent), signers);
	let recorded = Asf::record_certificate(RuntimeOrigin::none(), certificate);
	assert_eq!(recorded, Ok(()));
}

/// Two conflicting prevotes of a validator's key.
pub(crate) fn equivocation(who: u64, set: u64, height: u64, targets: [u8; 2]) -> EquivocationProof {
	let (set_id, height, round) = (SetId::new(set), Height::new(height), Round::ZERO);
	let signed = |byte: u8| {
		let target = Target { hash: H256::repeat_byte(byte), number: byte.into() };
		let ballot = Ballot::Prevote(Some(target));
		let payload = asf_primitives::signing_payload(GENESIS_HASH, set_id, height, round, &ballot);
		(ballot, sign(who, &payload))
	};
	let [first, second] = targets.map(signed);
	EquivocationProof { set_id, height, round, offender: key(who), first, second }
}

pub(crate) fn inherent_data(certificate: &impl Encode) -> InherentData {
	let mut data = InherentData::new();
	data.put_data(INHERENT_IDENTIFIER, certificate).expect("nothing there yet");
	data
}

/// This pallet's events in the running block.
pub(crate) fn take_events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

pub(crate) fn panel_keys() -> Vec<SeatKey> {
	Asf::panel().expect("a panel").iter().map(|(_, key)| *key).collect()
}

/// Replaces a validator's keys as a runtime with weaker checks would.
pub(crate) fn force_key(who: AccountId, asf: AuthorityId) {
	pallet_session::NextKeys::<Test>::insert(who, Keys { asf });
}
