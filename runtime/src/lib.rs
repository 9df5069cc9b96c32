// SPDX-License-Identifier: GPL-3.0-or-later

//! The FlareChain relay runtime: BABE authors, ASF finalizes, a committee of bonded validators
//! elects the panel of each session, and the parachain host secures the partitions.
//!
//! - [`configs`] holds the configuration of the pallets, one file a domain;
//! - [`apis`] what a node may call;
//! - [`genesis_config_presets`] the genesis of networks;
//! - [`weights`] what calls cost, where the pallets do not bring figures along.
//!
//! Networks share one WASM. What they differ in is genesis state, the length of a session included:
//! see [`chain_parameters`].

#![cfg_attr(not(feature = "std"), no_std)]
// The macro that declares the pallets adds public items of its own. The modules have the lint on.
#![allow(missing_docs)]
// The tuples of pallets and transaction extensions are expanded recursively.
#![recursion_limit = "512"]

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
#[warn(missing_docs)]
pub mod chain_parameters;
#[warn(missing_docs)]
pub mod configs;
#[warn(missing_docs)]
pub mod constants;
#[warn(missing_docs)]
pub mod genesis_config_presets;
#[cfg(test)]
mod tests;
#[warn(missing_docs)]
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use pallet_session::historical as session_historical;
use polkadot_primitives::{AccountId, BlockNumber, Signature};
use polkadot_runtime_parachains::{
	configuration as parachains_configuration, coretime as parachains_coretime,
	disputes as parachains_disputes, disputes::slashing as parachains_slashing,
	dmp as parachains_dmp, hrmp as parachains_hrmp, inclusion as parachains_inclusion,
	initializer as parachains_initializer, on_demand as parachains_on_demand,
	origin as parachains_origin, paras as parachains_paras,
	paras_inherent as parachains_paras_inherent, scheduler as parachains_scheduler,
	session_info as parachains_session_info, shared as parachains_shared,
};
use sp_runtime::{generic, impl_opaque_keys, traits::BlakeTwo256, MultiAddress};
use sp_version::RuntimeVersion;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

/// The version of this runtime. `spec_version` grows with every release that changes what blocks
/// do, `transaction_version` with every one that changes how calls encode.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("flarechain"),
	impl_name: Cow::Borrowed("flarechain"),
	authoring_version: 0,
	spec_version: 1,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

impl_opaque_keys! {
	/// What a validator signs with. Changing the list takes a migration of the queued keys.
	pub struct SessionKeys {
		/// Blocks.
		pub babe: Babe,
		/// Finality votes.
		pub asf: Asf,
		/// Statements about parachain candidates.
		pub para_validator: Initializer,
		/// Assignments to check candidates.
		pub para_assignment: ParaSessionInfo,
		/// Addresses, as others look them up.
		pub authority_discovery: AuthorityDiscovery,
	}
}

/// How accounts are addressed in calls.
pub type Address = MultiAddress<AccountId, ()>;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block with its transactions decoded.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block with its justifications.
pub type SignedBlock = generic::SignedBlock<Block>;
/// What a transaction carries beside its call, in the order that a wallet encodes it.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);
/// A transaction or inherent as it stands in a block.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a signer of a transaction signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// Applies blocks to the state.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// The pallets. Hooks, inherents and genesis run in the order of their indices, which are part of
/// how calls and events encode. Of the order matters:
/// - BABE before the session pallet, which asks it whether a session ends;
/// - the session pallet before authorship, which looks up a block's author by the author's place
///   among the session's validators, and keeps what it found for the rest of the block;
/// - the currency before the committee, whose genesis holds bonds, and the committee before the
///   session pallet, whose genesis asks it for the first panel;
/// - the session pallet before the parachain host: genesis paras start with the first session that
///   has assignment keys;
/// - the registrar after the host's configuration, paras and the initializer, whose new sessions it
///   follows, and before HRMP, whose genesis opens channels between the partitions.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	/// The relay chain's runtime.
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(4)]
	pub type TransactionPayment = pallet_transaction_payment;

	#[runtime::pallet_index(5)]
	pub type ValidatorCommittee = pallet_validator_committee;
	#[runtime::pallet_index(6)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(7)]
	pub type Historical = session_historical;
	#[runtime::pallet_index(8)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(9)]
	pub type Asf = pallet_asf;
	#[runtime::pallet_index(10)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(11)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	#[runtime::pallet_index(12)]
	pub type ChainParameters = chain_parameters;

	#[runtime::pallet_index(20)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(21)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(22)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(23)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(24)]
	pub type Scheduler = pallet_scheduler;

	#[runtime::pallet_index(50)]
	pub type ParachainsOrigin = parachains_origin;
	#[runtime::pallet_index(51)]
	pub type Configuration = parachains_configuration;
	#[runtime::pallet_index(52)]
	pub type ParasShared = parachains_shared;
	#[runtime::pallet_index(53)]
	pub type ParaInclusion = parachains_inclusion;
	#[runtime::pallet_index(54)]
	pub type ParaInherent = parachains_paras_inherent;
	#[runtime::pallet_index(55)]
	pub type ParaScheduler = parachains_scheduler;
	#[runtime::pallet_index(56)]
	pub type Paras = parachains_paras;
	#[runtime::pallet_index(57)]
	pub type Initializer = parachains_initializer;
	#[runtime::pallet_index(58)]
	pub type Dmp = parachains_dmp;
	#[runtime::pallet_index(59)]
	pub type PartitionRegistrar = pallet_partition_registrar;
	#[runtime::pallet_index(60)]
	pub type Hrmp = parachains_hrmp;
	#[runtime::pallet_index(61)]
	pub type ParaSessionInfo = parachains_session_info;
	#[runtime::pallet_index(62)]
	pub type ParasDisputes = parachains_disputes;
	#[runtime::pallet_index(63)]
	pub type ParasSlashing = parachains_slashing;
	#[runtime::pallet_index(64)]
	pub type MessageQueue = pallet_message_queue;
	/// Without its calls: no core serves orders.
	#[runtime::pallet_index(66)]
	#[runtime::disable_call]
	pub type OnDemandAssignmentProvider = parachains_on_demand;
	/// Without its calls: only the registrar assigns cores.
	#[runtime::pallet_index(67)]
	#[runtime::disable_call]
	pub type Coretime = parachains_coretime;

	#[runtime::pallet_index(99)]
	pub type XcmPallet = pallet_xcm;

	#[runtime::pallet_index(255)]
	pub type Sudo = pallet_sudo;
}
