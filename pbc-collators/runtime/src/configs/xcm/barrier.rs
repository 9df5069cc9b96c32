// SPDX-License-Identifier: GPL-3.0-or-later

//! Which programs are executed.

use super::locations::{Relay, RelayAndPartitions, UniversalLocation};
use crate::PolkadotXcm;
use frame_support::traits::{ConstU32, Everything};
use xcm_builder::{
	AllowExplicitUnpaidExecutionFrom, AllowHrmpNotificationsFromRelayChain,
	AllowKnownQueryResponses, AllowSubscriptionsFrom, AllowTopLevelPaidExecutionFrom,
	TakeWeightCredit, TrailingSetTopicAsId, WithComputedOrigin,
};

/// Instructions that may come before the one that pays, at most.
const MAX_PREFIXES: u32 = 8;

/// Which programs are executed: those that pay, those of the relay chain, answers that we wait for,
/// and notes about versions and channels.
pub type Barrier = TrailingSetTopicAsId<(
	TakeWeightCredit,
	AllowKnownQueryResponses<PolkadotXcm>,
	WithComputedOrigin<
		(
			AllowTopLevelPaidExecutionFrom<Everything>,
			AllowExplicitUnpaidExecutionFrom<Relay>,
			AllowSubscriptionsFrom<RelayAndPartitions>,
			AllowHrmpNotificationsFromRelayChain,
		),
		UniversalLocation,
		ConstU32<MAX_PREFIXES>,
	>,
)>;
