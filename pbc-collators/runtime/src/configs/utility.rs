// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts and calls put together: batches, multisigs and proxies.

use crate::{
	constants::currency::deposit, weights, Balance, Balances, OriginCaller, Runtime, RuntimeCall,
	RuntimeEvent, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

parameter_types! {
	/// What a multisig operation holds: an entry of a hash and the operation.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	/// What it holds for each signatory.
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	/// What an account holds for having proxies.
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	/// What it holds for each: an account, a kind and a delay.
	pub const ProxyDepositFactor: Balance = deposit(0, 37);
	/// What an account holds for announcing proxied calls.
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	/// What it holds for each: an account, a hash and a block number.
	pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = weights::pallet_utility::WeightInfo<Runtime>;
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

/// What a proxy may do in its principal's name.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything that moves no funds out of the account.
	#[codec(index = 1)]
	NonTransfer,
	/// What a collator's operator does: candidacy and session keys.
	#[codec(index = 2)]
	Collator,
	/// Rejecting announced calls of other proxies.
	#[codec(index = 3)]
	CancelProxy,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			ProxyType::Any => true,
			// A list of what is allowed: a pallet added later has to be thought about.
			ProxyType::NonTransfer => matches!(
				call,
				RuntimeCall::System(..)
					| RuntimeCall::CollatorSelection(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::Utility(..)
					| RuntimeCall::Multisig(..)
					| RuntimeCall::Proxy(..)
			),
			ProxyType::Collator => matches!(
				call,
				RuntimeCall::CollatorSelection(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::Utility(..)
			),
			ProxyType::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			},
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(ProxyType::Any, _) => true,
			(this, other) if this == other => true,
			(ProxyType::NonTransfer, ProxyType::Collator | ProxyType::CancelProxy) => true,
			_ => false,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}
