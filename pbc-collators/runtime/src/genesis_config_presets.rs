// SPDX-License-Identifier: GPL-3.0-or-later

//! The genesis of networks, all made by [`partition_genesis`].
//!
//! There are two presets for each asset, `btc_development` and `btc_local_testnet` and so on, and
//! `development` and `local_testnet`, which are those of BTC. Alice collates in each of them, and
//! alone, so that one running collator makes every block. The two kinds differ in their chain specs
//! only.
//!
//! Everybody knows the keys of these accounts, and nothing stands behind what they are endowed with.
//! **No preset is fit to carry value.**

use crate::{
	configs::collators::StakingPot,
	constants::{
		collators::{CANDIDACY_BOND, DESIRED_CANDIDATES},
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
	},
	AccountId, AssetsConfig, AuraId, BalancesConfig, CollatorSelectionConfig, ParachainInfoConfig,
	Partition, PartitionConfig, PolkadotXcmConfig, RuntimeGenesisConfig, SessionConfig,
	SessionKeys,
};
use alloc::{format, vec, vec::Vec};
use flarechain_primitives::{Asset, Balance};
use frame_support::{build_struct_json_patch, traits::TypedGet};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;
use xcm::prelude::XCM_VERSION;

/// What each well-known account has of ËTR.
const DEV_ENDOWMENT: Balance = 1_000 * UNITS;
/// What each of them has of the partition's wrapped asset, in whole ones.
const DEV_WRAPPED: Balance = 10;
/// The well-known accounts that are endowed.
const DEV_ACCOUNTS: [Sr25519Keyring; 7] = [
	Sr25519Keyring::Alice,
	Sr25519Keyring::Bob,
	Sr25519Keyring::Charlie,
	Sr25519Keyring::Dave,
	Sr25519Keyring::Eve,
	Sr25519Keyring::Ferdie,
	Sr25519Keyring::One,
];
/// The kinds of presets, as they end.
const KINDS: [&str; 2] = [DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET];

/// The smallest balance of a wrapped asset that an account can have: anything at all, so that no
/// remainder of what backs a claim elsewhere is ever lost.
const MIN_WRAPPED_BALANCE: Balance = 1;

/// What an account starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endowment {
	/// The account.
	pub who: AccountId,
	/// ËTR.
	pub token: Balance,
	/// The partition's wrapped asset. A network that carries value starts with none, since nothing
	/// would stand behind it.
	pub wrapped: Balance,
}

/// What a network is made of.
#[derive(Clone, Debug)]
pub struct PartitionGenesisParams {
	/// The asset that the partition carries, which also says what its para id is.
	pub asset: Asset,
	/// The first collators, and what they sign blocks with.
	pub collators: Vec<(AccountId, AuraId)>,
	/// What accounts start with.
	pub endowed: Vec<Endowment>,
}

/// The genesis of a network, as a patch of the default one.
///
/// The collators' pot is endowed with what keeps its account alive.
pub fn partition_genesis(params: PartitionGenesisParams) -> serde_json::Value {
	let PartitionGenesisParams { asset, collators, endowed } = params;
	let pot = (StakingPot::get(), EXISTENTIAL_DEPOSIT);
	let owner = Partition::account_id();

	build_struct_json_patch!(RuntimeGenesisConfig {
		parachain_info: ParachainInfoConfig { parachain_id: asset.para_id().into() },
		balances: BalancesConfig {
			balances: endowed
				.iter()
				.filter(|endowment| endowment.token > 0)
				.map(|endowment| (endowment.who.clone(), endowment.token))
				.chain([pot])
				.collect::<Vec<_>>(),
		},
		assets: AssetsConfig {
			assets: Asset::ALL
				.iter()
				.map(|asset| (asset.para_id(), owner.clone(), true, MIN_WRAPPED_BALANCE))
				.collect::<Vec<_>>(),
			metadata: Asset::ALL
				.iter()
				.map(|asset| {
					let (name, symbol) = (asset.name().into(), asset.symbol().into());
					(asset.para_id(), name, symbol, asset.decimals())
				})
				.collect::<Vec<_>>(),
			accounts: endowed
				.iter()
				.filter(|endowment| endowment.wrapped > 0)
				.map(|endowment| (asset.para_id(), endowment.who.clone(), endowment.wrapped))
				.collect::<Vec<_>>(),
		},
		collator_selection: CollatorSelectionConfig {
			invulnerables: collators.iter().map(|(who, _)| who.clone()).collect::<Vec<_>>(),
			candidacy_bond: CANDIDACY_BOND,
			desired_candidates: DESIRED_CANDIDATES,
		},
		session: SessionConfig {
			keys: collators
				.into_iter()
				.map(|(who, aura)| (who.clone(), who, SessionKeys { aura }))
				.collect::<Vec<_>>(),
		},
		polkadot_xcm: PolkadotXcmConfig { safe_xcm_version: Some(XCM_VERSION) },
		partition: PartitionConfig { asset: Some(asset) },
	})
}

fn well_known(asset: Asset) -> serde_json::Value {
	let alice = Sr25519Keyring::Alice;
	let wrapped = DEV_WRAPPED.saturating_mul(10u128.saturating_pow(asset.decimals().into()));
	let endowed = DEV_ACCOUNTS.map(|account| Endowment {
		who: account.to_account_id(),
		token: DEV_ENDOWMENT,
		wrapped,
	});
	partition_genesis(PartitionGenesisParams {
		asset,
		collators: vec![(alice.to_account_id(), alice.public().into())],
		endowed: endowed.to_vec(),
	})
}

/// The asset of the preset of this name.
fn asset_of(name: &str) -> Option<Asset> {
	if KINDS.contains(&name) {
		return Some(Asset::Btc);
	}
	let of_kind = |kind: &&str| name.strip_suffix(kind)?.strip_suffix('_');
	let short_name = KINDS.iter().find_map(of_kind)?;
	// Parsing ignores case; names of presets do not.
	Asset::ALL.into_iter().find(|asset| asset.short_name() == short_name)
}

/// The preset of this name, as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = well_known(asset_of(id.as_ref())?);
	serde_json::to_vec(&patch).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	let of_assets = Asset::ALL
		.into_iter()
		.flat_map(|asset| KINDS.map(|kind| PresetId::from(format!("{asset}_{kind}"))));
	KINDS.map(PresetId::from).into_iter().chain(of_assets).collect()
}
