// SPDX-License-Identifier: GPL-3.0-or-later

//! Cross-chain messages with the partitions and other parachains.
//!
//! ËTR is the only asset that the relay chain handles. It is minted here and may be teleported to
//! the partitions and back; a checking account holds what is away, so that the partitions together
//! can return no more than went out. It does not know where what is away is: partitions teleport to
//! each other without asking. Other parachains hold ËTR in their sovereign accounts.

use super::{balances::TransactionByteFee, committee::TreasuryAccount, partitions::IdsOfAssets};
use crate::{
	constants::{currency::CENTS, fee::WeightToFee, xcm::CONSENSUS_NETWORK},
	weights::{self, xcm::INSTRUCTION_WEIGHT},
	AllPalletsWithSystem, Balances, Dmp, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
	XcmPallet,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{
	parameter_types,
	traits::{
		ConstU32, Contains, ContainsPair, Disabled, Equals, Everything, Nothing, ProcessMessage,
		ProcessMessageError,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::EnsureRoot;
use polkadot_parachain_primitives::primitives::Id as ParaId;
use polkadot_primitives::{AccountId, Balance};
use polkadot_runtime_common::{
	xcm_sender::{ChildParachainRouter, ExponentialPrice},
	ToAuthor,
};
use polkadot_runtime_parachains::{
	inclusion::{AggregateMessageOrigin, UmpQueueId},
	origin,
};
use xcm::{latest::prelude::*, VersionedLocation, VersionedXcm};
use xcm_builder::{
	AccountId32Aliases, AllowKnownQueryResponses, AllowSubscriptionsFrom,
	AllowTopLevelPaidExecutionFrom, ChildParachainAsNative, ChildParachainConvertsVia,
	DescribeAllTerminal, DescribeFamily, EnsureXcmOrigin, FixedWeightBounds,
	FrameTransactionalProcessor, FungibleAdapter, HashedDescription, InspectMessageQueues,
	IsConcrete, MintLocation, ProcessXcmMessage, SendXcmFeeToAccount, SignedAccountId32AsNative,
	SignedToAccountId32, SovereignSignedViaLocation, TakeWeightCredit, TrailingSetTopicAsId,
	UsingComponents, WithComputedOrigin, WithUniqueTopic, XcmFeeManagerFromComponents,
};
use xcm_executor::XcmExecutor;

/// Instructions in a program, at most, nested ones included.
const MAX_INSTRUCTIONS: u32 = 100;
/// Assets that a program can have in hand, at most.
const MAX_ASSETS_IN_HOLDING: u32 = 64;
/// Instructions that may come before the one that pays, at most.
const MAX_PREFIXES: u32 = 8;

parameter_types! {
	/// ËTR.
	pub TokenLocation: Location = Here.into_location();
	/// The relay chain itself.
	pub RootLocation: Location = Location::here();
	/// See [`CONSENSUS_NETWORK`].
	pub const ThisNetwork: NetworkId = NetworkId::ByGenesis(CONSENSUS_NETWORK);
	/// Where the relay chain stands in the universe of XCM.
	pub UniversalLocation: InteriorLocation = ThisNetwork::get().into();
	/// Holds what is teleported away.
	pub LocalCheckAccount: (AccountId, MintLocation) =
		(XcmPallet::check_account(), MintLocation::Local);
	/// Takes fees for the delivery of messages.
	pub TreasuryLocation: Location =
		AccountId32 { network: None, id: TreasuryAccount::get().into() }.into();
	/// See [`INSTRUCTION_WEIGHT`].
	pub const BaseXcmWeight: Weight = INSTRUCTION_WEIGHT;
	/// What delivery is paid in.
	pub FeeAssetId: AssetId = AssetId(TokenLocation::get());
	/// What the delivery of a message costs, beside its length. It rises while a queue is long.
	pub const BaseDeliveryFee: Balance = 3 * CENTS;
}

/// The accounts of locations: those of parachains, our own, and of what is within parachains.
pub type LocationConverter = (
	ChildParachainConvertsVia<ParaId, AccountId>,
	AccountId32Aliases<ThisNetwork, AccountId>,
	HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>,
);

/// Moves ËTR between accounts and programs.
pub type LocalAssetTransactor = FungibleAdapter<
	Balances,
	IsConcrete<TokenLocation>,
	LocationConverter,
	AccountId,
	LocalCheckAccount,
>;

/// The origin under which a location's `Transact` runs.
type LocalOriginConverter = (
	SovereignSignedViaLocation<LocationConverter, RuntimeOrigin>,
	ChildParachainAsNative<origin::Origin, RuntimeOrigin>,
	SignedAccountId32AsNative<ThisNetwork, RuntimeOrigin>,
);

/// What sending a message to a parachain costs.
pub type PriceForChildParachainDelivery =
	ExponentialPrice<FeeAssetId, BaseDeliveryFee, TransactionByteFee, Dmp>;

/// Sends messages: down, to parachains.
pub type XcmRouter = WithUniqueTopic<
	KeepNothing<ChildParachainRouter<Runtime, XcmPallet, PriceForChildParachainDelivery>>,
>;

/// Refuses messages that tell a parachain of assets which are kept here in its name: ËTR is
/// teleported, and no partition takes the relay chain's word for anything that is kept. Where the
/// message is not sent, what led to it is undone.
pub struct KeepNothing<Inner>(PhantomData<Inner>);

impl<Inner: SendXcm> SendXcm for KeepNothing<Inner> {
	type Ticket = Inner::Ticket;

	fn validate(
		dest: &mut Option<Location>,
		message: &mut Option<Xcm<()>>,
	) -> SendResult<Self::Ticket> {
		let is_deposit =
			|instruction: &Instruction<()>| matches!(instruction, ReserveAssetDeposited(_));
		// The benchmark of a transfer by reserve needs one.
		if cfg!(not(feature = "runtime-benchmarks"))
			&& message.as_ref().is_some_and(|message| message.0.iter().any(is_deposit))
		{
			return Err(SendError::DestinationUnsupported);
		}
		Inner::validate(dest, message)
	}

	fn deliver(ticket: Self::Ticket) -> Result<XcmHash, SendError> {
		Inner::deliver(ticket)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful_delivery(location: Option<Location>) {
		Inner::ensure_successful_delivery(location);
	}
}

impl<Inner: InspectMessageQueues> InspectMessageQueues for KeepNothing<Inner> {
	fn clear_messages() {
		Inner::clear_messages();
	}

	fn get_messages() -> Vec<(VersionedLocation, Vec<VersionedXcm<()>>)> {
		Inner::get_messages()
	}
}

/// Whom the relay chain trusts to destroy ËTR before it says that it teleports it: the partitions.
pub struct PartitionsTeleportToken;

impl ContainsPair<Asset, Location> for PartitionsTeleportToken {
	fn contains(asset: &Asset, origin: &Location) -> bool {
		let is_token = asset.id.0 == TokenLocation::get() && matches!(asset.fun, Fungible(_));
		let is_partition = |id: u32| IdsOfAssets::contains(&id.into());
		is_token && matches!(origin.unpack(), (0, [Parachain(id)]) if is_partition(*id))
	}
}

/// Any parachain, itself.
pub struct OnlyParachains;

impl Contains<Location> for OnlyParachains {
	fn contains(location: &Location) -> bool {
		matches!(location.unpack(), (0, [Parachain(_)]))
	}
}

/// Which messages are executed: those that pay, answers that we wait for, and subscriptions of
/// parachains to our XCM version.
pub type Barrier = TrailingSetTopicAsId<(
	TakeWeightCredit,
	AllowKnownQueryResponses<XcmPallet>,
	WithComputedOrigin<
		(AllowTopLevelPaidExecutionFrom<Everything>, AllowSubscriptionsFrom<OnlyParachains>),
		UniversalLocation,
		ConstU32<MAX_PREFIXES>,
	>,
)>;

/// How the relay chain executes XCM programs.
pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = XcmPallet;
	type AssetTransactor = LocalAssetTransactor;
	type OriginConverter = LocalOriginConverter;
	type IsReserve = ();
	type IsTeleporter = PartitionsTeleportToken;
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = FixedWeightBounds<BaseXcmWeight, RuntimeCall, ConstU32<MAX_INSTRUCTIONS>>;
	type Trader =
		UsingComponents<WeightToFee, TokenLocation, AccountId, Balances, ToAuthor<Runtime>>;
	type ResponseHandler = XcmPallet;
	type AssetTrap = XcmPallet;
	type AssetLocker = ();
	type AssetExchanger = ();
	type SubscriptionService = XcmPallet;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = ConstU32<MAX_ASSETS_IN_HOLDING>;
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<RootLocation>,
		SendXcmFeeToAccount<LocalAssetTransactor, TreasuryLocation>,
	>;
	type MessageExporter = ();
	type UniversalAliases = Nothing;
	type CallDispatcher = RuntimeCall;
	type SafeCallFilter = Everything;
	type Aliasers = Nothing;
	type TransactionalProcessor = FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = XcmPallet;
}

/// Executes messages of parachains as the message queue hands them out.
pub struct MessageProcessor;

impl ProcessMessage for MessageProcessor {
	type Origin = AggregateMessageOrigin;

	fn process_message(
		message: &[u8],
		origin: Self::Origin,
		meter: &mut WeightMeter,
		id: &mut [u8; 32],
	) -> Result<bool, ProcessMessageError> {
		let AggregateMessageOrigin::Ump(UmpQueueId::Para(para)) = origin;
		ProcessXcmMessage::<Junction, XcmExecutor<XcmConfig>, RuntimeCall>::process_message(
			message,
			Junction::Parachain(para.into()),
			meter,
			id,
		)
	}
}

/// The location of an origin: that of its account.
pub type LocalOriginToLocation = SignedToAccountId32<RuntimeOrigin, AccountId, ThisNetwork>;

impl pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type SendXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmRouter = XcmRouter;
	type ExecuteXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmExecuteFilter = Everything;
	type XcmExecutor = XcmExecutor<XcmConfig>;
	type XcmTeleportFilter = Everything;
	type XcmReserveTransferFilter = Everything;
	type Weigher = FixedWeightBounds<BaseXcmWeight, RuntimeCall, ConstU32<MAX_INSTRUCTIONS>>;
	type UniversalLocation = UniversalLocation;
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	const VERSION_DISCOVERY_QUEUE_SIZE: u32 = 100;
	type AdvertisedXcmVersion = pallet_xcm::CurrentXcmVersion;
	type Currency = Balances;
	type CurrencyMatcher = IsConcrete<TokenLocation>;
	type TrustedLockers = ();
	type SovereignAccountOf = LocationConverter;
	type MaxLockers = ConstU32<8>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	type WeightInfo = weights::pallet_xcm::WeightInfo<Runtime>;
	type AdminOrigin = EnsureRoot<AccountId>;
	type AuthorizedAliasConsideration = Disabled;
}
