// SPDX-License-Identifier: GPL-3.0-or-later

//! What `benchmark pallet` measures. Left out are reports of lost disputes, whose benchmark wants the
//! SDK's staking, BABE's reports, whose benchmark measures a part of the work, and instructions of
//! XCM programs, which are weighed alike.

use crate::{configs::committee::TreasuryAccount, *};
use alloc::{string::String, vec::Vec};
use codec::Encode;
use configs::{
	balances::ExistentialDeposit,
	xcm::{PriceForChildParachainDelivery, TokenLocation, XcmConfig},
};
use cumulus_pallet_session_benchmarking::Pallet as SessionBench;
use flarechain_primitives::FIRST_PARTITION_ID;
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::{
	parameter_types,
	traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys},
};
use frame_system_benchmarking::{
	extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
};
use pallet_xcm::benchmarking::Pallet as XcmBench;
use polkadot_primitives::Id as ParaId;
use polkadot_runtime_common::xcm_sender::ToParachainDeliveryHelper;
use sp_storage::TrackedStorageKey;
use xcm::latest::prelude::*;

frame_benchmarking::define_benchmarks!(
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_asf, Asf]
	[pallet_balances, Balances]
	[pallet_message_queue, MessageQueue]
	[pallet_multisig, Multisig]
	[pallet_partition_registrar, PartitionRegistrar]
	[pallet_preimage, Preimage]
	[pallet_proxy, Proxy]
	[pallet_scheduler, Scheduler]
	[pallet_session, SessionBench::<Runtime>]
	[pallet_sudo, Sudo]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_utility, Utility]
	[pallet_validator_committee, ValidatorCommittee]
	[pallet_xcm, XcmBench::<Runtime>]
	[polkadot_runtime_parachains::configuration, Configuration]
	[polkadot_runtime_parachains::coretime, Coretime]
	[polkadot_runtime_parachains::disputes, ParasDisputes]
	[polkadot_runtime_parachains::dmp, Dmp]
	[polkadot_runtime_parachains::hrmp, Hrmp]
	[polkadot_runtime_parachains::inclusion, ParaInclusion]
	[polkadot_runtime_parachains::initializer, Initializer]
	[polkadot_runtime_parachains::on_demand, OnDemandAssignmentProvider]
	[polkadot_runtime_parachains::paras, Paras]
	[polkadot_runtime_parachains::paras_inherent, ParaInherent]
);

parameter_types! {
	/// Keeps an account alive that is to receive a delivery fee.
	pub ExistentialDepositAsset: Option<Asset> =
		Some((TokenLocation::get(), ExistentialDeposit::get()).into());
	/// A parachain that may teleport.
	pub PartitionId: ParaId = FIRST_PARTITION_ID.into();
	/// A parachain that may not, to which tokens go by way of its sovereign account.
	pub StrangerId: ParaId = (FIRST_PARTITION_ID - 1).into();
}

type DeliveryTo<Id> = ToParachainDeliveryHelper<
	XcmConfig,
	ExistentialDepositAsset,
	PriceForChildParachainDelivery,
	Id,
	Dmp,
>;

fn partition() -> Location {
	Parachain(PartitionId::get().into()).into()
}

fn token(amount: u128) -> Asset {
	Asset { id: AssetId(TokenLocation::get()), fun: Fungible(amount) }
}

impl frame_system_benchmarking::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

impl cumulus_pallet_session_benchmarking::Config for Runtime {
	fn generate_session_keys_and_proof(owner: AccountId) -> (SessionKeys, Vec<u8>) {
		let generated = SessionKeys::generate(&owner.encode(), None);
		(generated.keys, generated.proof.encode())
	}
}

impl pallet_xcm::benchmarking::Config for Runtime {
	type DeliveryHelper = (DeliveryTo<PartitionId>, DeliveryTo<StrangerId>);

	fn reachable_dest() -> Option<Location> {
		Some(partition())
	}

	fn teleportable_asset_and_dest() -> Option<(Asset, Location)> {
		Some((token(ExistentialDeposit::get()), partition()))
	}

	fn reserve_transferable_asset_and_dest() -> Option<(Asset, Location)> {
		let stranger = Parachain(StrangerId::get().into()).into();
		Some((token(ExistentialDeposit::get()), stranger))
	}

	fn set_up_complex_asset_transfer(
	) -> Option<(Assets, u32, Location, alloc::boxed::Box<dyn FnOnce()>)> {
		pallet_xcm::benchmarking::helpers::native_teleport_as_asset_transfer::<Runtime>(
			TokenLocation::get(),
			partition(),
		)
	}

	fn get_asset() -> Asset {
		token(ExistentialDeposit::get())
	}

	fn batch_call(calls: Vec<RuntimeCall>) -> Option<RuntimeCall> {
		Some(RuntimeCall::Utility(pallet_utility::Call::batch { calls }))
	}
}

pub(crate) fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

pub(crate) fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let mut whitelist: Vec<TrackedStorageKey> = AllPalletsWithSystem::whitelisted_storage_keys();
	// The treasury's account takes part in every slash and delivery, and is always cached.
	let treasury = frame_system::Account::<Runtime>::hashed_key_for(TreasuryAccount::get());
	whitelist.push(treasury.into());

	// Checking the nonce has read the signer's account and writes it, so paying adds no access. The
	// benchmark's signer is none of those that are always cached.
	if config.pallet == b"pallet_transaction_payment" {
		let signer: AccountId = frame_benchmarking::account("caller", 0, 0);
		whitelist.push(frame_system::Account::<Runtime>::hashed_key_for(signer).into());
	}

	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
