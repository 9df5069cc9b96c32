// SPDX-License-Identifier: GPL-3.0-or-later

//! Cross-chain messages with the relay chain and the other partitions.
//!
//! | asset | moves | trusted |
//! | --- | --- | --- |
//! | ËTR | by teleport between the relay chain and partitions | the relay chain, and the partitions |
//! | a wrapped asset, away from its home partition | as a claim on what the home partition keeps in the account of the partition that it goes to | nobody but the home |
//! | a wrapped asset, back home | by destroying the claim | nobody: the home pays out of that account |
//!
//! So no message makes a wrapped asset at home, whoever sends it. The relay chain counts the ËTR
//! that is away and takes no more back.

pub mod assets;
pub mod barrier;
pub mod locations;
pub mod router;
pub mod trader;

use self::{
	assets::{
		AssetTransactors, HomeIsReserve, PartitionsTeleportToken, PotLocation, TokenLocation,
	},
	barrier::Barrier,
	locations::{LocationConverter, RelayOrigin, RootLocation, ThisNetwork, UniversalLocation},
	router::XcmRouter,
	trader::WrappedAssetTrader,
};
use super::balances::ToPot;
use crate::{
	constants::fee::WeightToFee,
	weights::{self, xcm::INSTRUCTION_WEIGHT},
	AccountId, AllPalletsWithSystem, Balances, PolkadotXcm, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Disabled, Equals, Everything, Nothing},
	weights::Weight,
};
use frame_system::EnsureRoot;
use pallet_xcm::XcmPassthrough;
use xcm_builder::{
	EnsureXcmOrigin, FixedWeightBounds, FrameTransactionalProcessor, IsConcrete, ParentAsSuperuser,
	RelayChainAsNative, SendXcmFeeToAccount, SiblingParachainAsNative, SignedAccountId32AsNative,
	SignedToAccountId32, SovereignSignedViaLocation, UsingComponents, XcmFeeManagerFromComponents,
};
use xcm_executor::XcmExecutor;

/// Instructions in a program, at most, nested ones included.
const MAX_INSTRUCTIONS: u32 = 100;
/// Assets that a program can have in hand, at most: all there are, several times over.
const MAX_ASSETS_IN_HOLDING: u32 = 64;

parameter_types! {
	/// See [`INSTRUCTION_WEIGHT`].
	pub const BaseXcmWeight: Weight = INSTRUCTION_WEIGHT;
}

/// The origin under which a location's `Transact` runs. Root is the relay chain's, if it asks for
/// it, and nobody else's.
pub type LocalOriginConverter = (
	SovereignSignedViaLocation<LocationConverter, RuntimeOrigin>,
	RelayChainAsNative<RelayOrigin, RuntimeOrigin>,
	SiblingParachainAsNative<cumulus_pallet_xcm::Origin, RuntimeOrigin>,
	ParentAsSuperuser<RuntimeOrigin>,
	SignedAccountId32AsNative<ThisNetwork, RuntimeOrigin>,
	XcmPassthrough<RuntimeOrigin>,
);

/// What weighs a program.
pub type Weigher = FixedWeightBounds<BaseXcmWeight, RuntimeCall, ConstU32<MAX_INSTRUCTIONS>>;

/// What sells weight: for ËTR, or for the own wrapped asset where there is a rate.
pub type Trader =
	(UsingComponents<WeightToFee, TokenLocation, AccountId, Balances, ToPot>, WrappedAssetTrader);

/// How the partition executes XCM programs.
pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = PolkadotXcm;
	type AssetTransactor = AssetTransactors;
	type OriginConverter = LocalOriginConverter;
	type IsReserve = HomeIsReserve;
	type IsTeleporter = PartitionsTeleportToken;
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = Weigher;
	type Trader = Trader;
	type ResponseHandler = PolkadotXcm;
	type AssetTrap = PolkadotXcm;
	type AssetLocker = ();
	type AssetExchanger = ();
	type SubscriptionService = PolkadotXcm;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = ConstU32<MAX_ASSETS_IN_HOLDING>;
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<RootLocation>,
		SendXcmFeeToAccount<AssetTransactors, PotLocation>,
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
	type XcmRecorder = PolkadotXcm;
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
	type Weigher = Weigher;
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

impl cumulus_pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type XcmExecutor = XcmExecutor<XcmConfig>;
}
