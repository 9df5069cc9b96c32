// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts and calls put together: batches, multisigs, proxies, preimages, the scheduler, and root
//! by a key.

use super::system::BlockWeights;
use crate::{
	constants::currency::deposit, weights, Balances, OriginCaller, Preimage, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, System,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration, ConstU32, InstanceFilter, LinearStoragePrice, PrivilegeCmp,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, RawOrigin};
use polkadot_primitives::{AccountId, Balance};
use scale_info::TypeInfo;
use sp_runtime::{traits::BlakeTwo256, Perbill};

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
	/// What is held for a preimage.
	pub const PreimageBaseDeposit: Balance = deposit(2, 64);
	/// What is held for each byte of it.
	pub const PreimageByteDeposit: Balance = deposit(0, 1);
	/// The hold of a preimage.
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	/// What scheduled calls may take of a block.
	pub MaximumSchedulerWeight: Weight = Perbill::from_percent(80) * BlockWeights::get().max_block;
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
	/// What a validator's operator does: bonds, roles and session keys.
	#[codec(index = 2)]
	Validator,
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
					| RuntimeCall::Babe(..)
					| RuntimeCall::Timestamp(..)
					| RuntimeCall::ValidatorCommittee(..)
					| RuntimeCall::Session(..)
					| RuntimeCall::Asf(..)
					| RuntimeCall::Utility(..)
					| RuntimeCall::Multisig(..)
					| RuntimeCall::Proxy(..)
					| RuntimeCall::Preimage(..)
					| RuntimeCall::Scheduler(..)
			),
			ProxyType::Validator => matches!(
				call,
				RuntimeCall::ValidatorCommittee(..)
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
			(ProxyType::NonTransfer, ProxyType::Validator | ProxyType::CancelProxy) => true,
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

impl pallet_preimage::Config for Runtime {
	type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
	>;
}

/// Who may cancel or replace what another origin scheduled: root everything, others their own.
pub struct OriginPrivilegeCmp;

impl PrivilegeCmp<OriginCaller> for OriginPrivilegeCmp {
	fn cmp_privilege(left: &OriginCaller, right: &OriginCaller) -> Option<Ordering> {
		match (left, right) {
			(left, right) if left == right => Some(Ordering::Equal),
			(OriginCaller::system(RawOrigin::Root), _) => Some(Ordering::Greater),
			(_, OriginCaller::system(RawOrigin::Root)) => Some(Ordering::Less),
			_ => None,
		}
	}
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type MaxScheduledPerBlock = ConstU32<50>;
	type WeightInfo = weights::pallet_scheduler::WeightInfo<Runtime>;
	type OriginPrivilegeCmp = OriginPrivilegeCmp;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// Root by a key, on networks whose genesis names one.
impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = weights::pallet_sudo::WeightInfo<Runtime>;
}
