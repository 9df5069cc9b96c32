// SPDX-License-Identifier: GPL-3.0-or-later

//! What networks start with.

use super::*;
use constants::currency::EXISTENTIAL_DEPOSIT;
use frame_support::traits::fungibles::{
	metadata::{self, Inspect as _},
	roles::Inspect as _,
};
use genesis_config_presets::{get_preset, partition_genesis, preset_names, PartitionGenesisParams};
use sp_consensus_aura::runtime_decl_for_aura_api::AuraApi;
use sp_genesis_builder::PresetId;
use std::{
	collections::BTreeSet,
	panic::{catch_unwind, AssertUnwindSafe},
};

const KINDS: [&str; 2] = ["development", "local_testnet"];

/// The presets of an asset, those without a name of their own included.
fn presets_of(asset: PartitionAsset) -> Vec<String> {
	let named = KINDS.map(|kind| format!("{asset}_{kind}"));
	let short = KINDS.map(String::from).into_iter().filter(|_| asset == PartitionAsset::Btc);
	named.into_iter().chain(short).collect()
}

#[test]
fn there_is_a_preset_of_each_kind_for_each_asset_and_no_other() {
	let expected: BTreeSet<String> = PartitionAsset::ALL.into_iter().flat_map(presets_of).collect();
	let names: Vec<String> = preset_names();
	assert_eq!(names.len(), 2 * (PartitionAsset::COUNT + 1));
	assert_eq!(names.into_iter().collect::<BTreeSet<_>>(), expected);
	for unknown in [
		"",
		"_development",
		"BTC_development",
		"btc",
		"btc_staging",
		"dot_development",
		"btc__development",
	] {
		assert_eq!(get_preset(&PresetId::from(unknown)), None, "{unknown}");
	}
	for name in expected {
		assert!(get_preset(&PresetId::from(name.as_str())).is_some(), "{name}");
	}
}

#[test]
fn every_preset_makes_the_partition_of_its_asset() {
	for asset in PartitionAsset::ALL {
		for name in presets_of(asset) {
			state_of(preset(&name)).execute_with(|| {
				assert_eq!(u32::from(ParachainInfo::parachain_id()), asset.para_id(), "{name}");
				assert_eq!(Partition::asset(), Some(asset), "{name}");
				assert_eq!(pallet_partition::AssetFeeRate::<Runtime>::get(), None, "{name}");
			});
		}
	}
}

#[test]
fn every_preset_has_alice_as_its_only_collator() {
	for asset in PartitionAsset::ALL {
		for name in presets_of(asset) {
			state_of(preset(&name)).execute_with(|| {
				let alice = ALICE.to_account_id();
				let invulnerables = pallet_collator_selection::Invulnerables::<Runtime>::get();
				assert_eq!(invulnerables.to_vec(), vec![alice.clone()], "{name}");
				assert_eq!(Session::validators(), vec![alice], "{name}");
				let authorities = <Runtime as AuraApi<Block, AuraId>>::authorities();
				assert_eq!(authorities, vec![AuraId::from(ALICE.public())], "{name}");
				let slot = <Runtime as AuraApi<Block, AuraId>>::slot_duration();
				assert_eq!(slot.as_millis(), 6_000, "{name}");
			});
		}
	}
}

#[test]
fn issuances_are_what_accounts_were_endowed_with() {
	for asset in PartitionAsset::ALL {
		partition(asset.para_id()).execute_with(|| {
			let one = 10u128.pow(asset.decimals().into());
			let expected_wrapped =
				PartitionAsset::ALL.map(|other| if other == asset { 7 * 10 * one } else { 0 });
			let expected = [7 * 1_000 * UNITS + EXISTENTIAL_DEPOSIT];
			assert_eq!(issuances(), [expected.as_slice(), &expected_wrapped].concat(), "{asset}");
			assert_eq!(free(ALICE), 1_000 * UNITS, "{asset}");
			assert_eq!(wrapped_balance(asset.para_id(), &ALICE.to_account_id()), 10 * one);
			assert_eq!(pot(), EXISTENTIAL_DEPOSIT, "{asset}");
		});
	}
}

#[test]
fn all_wrapped_assets_exist_everywhere_and_belong_to_nobody() {
	for asset in PartitionAsset::ALL {
		partition(asset.para_id()).execute_with(|| {
			let owner = Some(Partition::account_id());
			assert_eq!(pallet_assets::Asset::<Runtime>::iter().count(), PartitionAsset::COUNT);
			for other in PartitionAsset::ALL {
				let id = other.para_id();
				assert_eq!(Assets::symbol(id), other.symbol().as_bytes(), "{asset}");
				let name = <Assets as metadata::Inspect<AccountId>>::name(id);
				assert_eq!(name, other.name().as_bytes(), "{asset}");
				assert_eq!(Assets::decimals(id), other.decimals(), "{asset}");
				assert_eq!(Assets::minimum_balance(id), 1, "{asset}");
				for role in
					[Assets::owner(id), Assets::issuer(id), Assets::admin(id), Assets::freezer(id)]
				{
					assert_eq!(role, owner, "{asset}");
				}
			}
		});
	}
}

#[test]
fn wrapped_assets_have_the_decimals_of_their_networks() {
	let decimals = [8, 18, 8, 9, 7, 6, 18, 6, 6, 18, 18, 6];
	partition(BTC).execute_with(|| {
		for (id, expected) in (2000u32..).zip(decimals) {
			assert_eq!(Assets::decimals(id), expected, "{id}");
		}
	});
}

#[test]
fn another_partitions_para_id_is_refused() {
	let mut patch = preset("btc_local_testnet");
	merge(&mut patch, serde_json::json!({ "parachainInfo": { "parachainId": ETH } }));
	assert!(catch_unwind(AssertUnwindSafe(|| state_of(patch))).is_err());
}

#[test]
fn a_network_of_its_own_starts_with_nothing_wrapped() {
	let collators =
		[ALICE, BOB].map(|who| (who.to_account_id(), AuraId::from(who.public()))).to_vec();
	let params =
		PartitionGenesisParams { asset: PartitionAsset::ScUsdt, collators, endowed: Vec::new() };
	state_of(partition_genesis(params)).execute_with(|| {
		assert_eq!(Session::validators().len(), 2);
		assert!(issuances().iter().skip(1).all(|issuance| *issuance == 0));
		assert_eq!(Balances::total_issuance(), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn the_wasm_is_embedded() {
	assert!(WASM_BINARY.is_some_and(|wasm| !wasm.is_empty()));
	assert!(WASM_BINARY_BLOATY.is_some_and(|wasm| !wasm.is_empty()));
}

#[test]
fn the_version_names_this_chain() {
	assert_eq!(VERSION.spec_name, "flarechain-partition");
	// Indices are part of how other chains name what is here.
	use frame_support::traits::PalletInfoAccess;
	let index = Assets::index();
	assert_eq!(index, usize::from(flarechain_primitives::xcm::ASSETS_PALLET_INDEX));
	assert_eq!(PolkadotXcm::index(), 31);
	assert_eq!(Partition::index(), 50);
}
