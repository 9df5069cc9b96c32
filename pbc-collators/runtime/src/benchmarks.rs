// SPDX-License-Identifier: GPL-3.0-or-later

//! What `benchmark pallet` measures, on the genesis of any partition. Left out are the benchmarks of
//! XCM instructions, which are a crate of their own.

use crate::{
	configs::{
		assets::SelfParaId,
		balances::ExistentialDeposit,
		collators::StakingPot,
		messages::PriceForParentDelivery,
		xcm::{assets::TokenLocation, assets::WrappedAsset, XcmConfig},
	},
	*,
};
use alloc::{boxed::Box, string::String, vec::Vec};
use codec::Encode;
use cumulus_pallet_session_benchmarking::Pallet as SessionBench;
use cumulus_primitives_utility::ToParentDeliveryHelper;
use flarechain_primitives::Asset as PartitionAsset;
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkError, BenchmarkList};
use frame_support::{
	parameter_types,
	traits::{
		fungible, fungibles, Get, StorageInfo, StorageInfoTrait, TypedGet, WhitelistedStorageKeys,
	},
};
use frame_system_benchmarking::{
	extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
};
use pallet_xcm::benchmarking::Pallet as XcmBench;
use sp_storage::TrackedStorageKey;
use xcm::latest::prelude::{Asset, Assets as XcmAssets, Location, Parachain};

frame_benchmarking::define_benchmarks!(
	[cumulus_pallet_parachain_system, ParachainSystem]
	[cumulus_pallet_weight_reclaim, WeightReclaim]
	[cumulus_pallet_xcmp_queue, XcmpQueue]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_asset_tx_payment, AssetTxPayment]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_collator_selection, CollatorSelection]
	[pallet_message_queue, MessageQueue]
	[pallet_multisig, Multisig]
	[pallet_partition, Partition]
	[pallet_proxy, Proxy]
	[pallet_session, SessionBench::<Runtime>]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_utility, Utility]
	[pallet_xcm, XcmBench::<Runtime>]
);

/// What fees in a wrapped asset are measured with, in smallest units.
const ENDOWMENT: Balance = u64::MAX as Balance;

/// Makes an account that can pay fees in ËTR and in the partition's wrapped asset.
pub struct AssetFeeHelper;

impl pallet_asset_tx_payment::BenchmarkHelperTrait<AccountId, u32, u32> for AssetFeeHelper {
	fn create_asset_id_parameter(_id: u32) -> (u32, u32) {
		let own = Partition::asset().unwrap_or(PartitionAsset::Btc).para_id();
		(own, own)
	}

	fn setup_balances_and_pool(asset_id: u32, account: AccountId) {
		let owner = Partition::account_id();
		pallet_partition::CarriedAsset::<Runtime>::set(PartitionAsset::from_para_id(asset_id));
		pallet_partition::AssetFeeRate::<Runtime>::set(pallet_partition::FeeRate::new(1, 1));
		// The genesis of a partition has it already.
		let _result = <Assets as fungibles::Create<AccountId>>::create(asset_id, owner, true, 1);
		let wrapped =
			<Assets as fungibles::Mutate<AccountId>>::mint_into(asset_id, &account, ENDOWMENT);
		let token = <Balances as fungible::Mutate<AccountId>>::mint_into(&account, ENDOWMENT);
		assert!(wrapped.is_ok() && token.is_ok());
	}
}

parameter_types! {
	/// Keeps an account alive that is to receive a delivery fee.
	pub ExistentialDepositAsset: Option<Asset> = Some(token(ExistentialDeposit::get()));
}

fn token(amount: u128) -> Asset {
	(TokenLocation::get(), amount).into()
}

/// The para id of another partition.
fn sibling() -> u32 {
	let is_other = |asset: &PartitionAsset| asset.para_id() != SelfParaId::get();
	PartitionAsset::ALL.into_iter().find(is_other).map_or(0, PartitionAsset::para_id)
}

impl frame_system_benchmarking::Config for Runtime {
	fn setup_set_code_requirements(code: &Vec<u8>) -> Result<(), BenchmarkError> {
		let length = code.len().try_into().map_err(|_| BenchmarkError::Stop("code is short"))?;
		ParachainSystem::initialize_for_set_code_benchmark(length);
		Ok(())
	}

	fn verify_set_code() {
		let stored = cumulus_pallet_parachain_system::Event::<Runtime>::ValidationFunctionStored;
		System::assert_last_event(stored.into());
	}
}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

impl cumulus_pallet_session_benchmarking::Config for Runtime {
	fn generate_session_keys_and_proof(owner: AccountId) -> (SessionKeys, Vec<u8>) {
		let generated = SessionKeys::generate(&owner.encode(), None);
		(generated.keys, generated.proof.encode())
	}
}

impl pallet_xcm::benchmarking::Config for Runtime {
	type DeliveryHelper =
		ToParentDeliveryHelper<XcmConfig, ExistentialDepositAsset, PriceForParentDelivery>;

	fn reachable_dest() -> Option<Location> {
		Some(Location::parent())
	}

	fn teleportable_asset_and_dest() -> Option<(Asset, Location)> {
		Some((token(ExistentialDeposit::get()), Location::parent()))
	}

	fn reserve_transferable_asset_and_dest() -> Option<(Asset, Location)> {
		use pallet_asset_tx_payment::BenchmarkHelperTrait;

		let sibling = sibling();
		ParachainSystem::open_outbound_hrmp_channel_for_benchmarks_or_tests(sibling.into());
		let (account, amount) = (frame_benchmarking::whitelisted_caller(), 1_000_000);
		AssetFeeHelper::setup_balances_and_pool(SelfParaId::get(), account);
		let asset = (WrappedAsset::location_of(SelfParaId::get()), amount).into();
		Some((asset, Location::new(1, [Parachain(sibling)])))
	}

	fn set_up_complex_asset_transfer() -> Option<(XcmAssets, u32, Location, Box<dyn FnOnce()>)> {
		pallet_xcm::benchmarking::helpers::native_teleport_as_asset_transfer::<Runtime>(
			TokenLocation::get(),
			Location::parent(),
		)
	}

	fn get_asset() -> Asset {
		token(ExistentialDeposit::get())
	}

	fn get_assets(n: u32) -> XcmAssets {
		let wrapped = PartitionAsset::ALL
			.into_iter()
			.map(|asset| (WrappedAsset::location_of(asset.para_id()), 1_000_000u128).into());
		wrapped.take(n as usize).collect::<Vec<Asset>>().into()
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
	// The pot takes part in every fee and delivery, and is always cached.
	let pot = frame_system::Account::<Runtime>::hashed_key_for(StakingPot::get());
	whitelist.push(pot.into());

	// Checking the nonce has read the signer's account and writes it, so paying adds no access. The
	// benchmark's signer is none of those that are always cached.
	let pays = [&b"pallet_transaction_payment"[..], b"pallet_asset_tx_payment"];
	if pays.contains(&&config.pallet[..]) {
		let signer: AccountId = frame_benchmarking::account("caller", 0, 0);
		whitelist.push(frame_system::Account::<Runtime>::hashed_key_for(signer).into());
	}

	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
