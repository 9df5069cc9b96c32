// SPDX-License-Identifier: Apache-2.0

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use super::*;
use alloc::{collections::BTreeSet, format, string::ToString};
use serde::de::{
	value::{Error as ValueError, StrDeserializer},
	IntoDeserializer,
};

/// How many different values `of` has among all assets.
fn distinct<T: Ord>(of: impl Fn(Asset) -> T) -> usize {
	Asset::ALL.into_iter().map(of).collect::<BTreeSet<T>>().len()
}

#[test]
fn the_table_is_complete_and_unambiguous() {
	for (place, asset) in Asset::ALL.into_iter().enumerate() {
		assert_eq!(usize::from(asset.index()), place);
		assert_eq!(asset.para_id(), FIRST_PARTITION_ID + u32::from(asset.index()));
		assert_eq!(Asset::from_para_id(asset.para_id()), Some(asset));
		assert!((6..=18).contains(&asset.decimals()), "{asset}");
		assert!(asset.confirmations() > 0, "{asset}");
		assert!(!asset.name().is_empty(), "{asset}");
		assert_eq!(asset.symbol(), asset.short_name().to_uppercase());
		assert_eq!(asset.chain_id(), format!("pbc_{}", asset.short_name().replace('-', "_")));
	}
	assert_eq!(distinct(Asset::index), Asset::COUNT);
	assert_eq!(distinct(Asset::para_id), Asset::COUNT);
	assert_eq!(distinct(Asset::short_name), Asset::COUNT);
	assert_eq!(distinct(Asset::symbol), Asset::COUNT);
	assert_eq!(distinct(Asset::name), Asset::COUNT);
	assert_eq!(distinct(Asset::chain_id), Asset::COUNT);
	assert_eq!(Asset::from_para_id(FIRST_PARTITION_ID - 1), None);
	let last = Asset::ALL[Asset::COUNT - 1];
	assert_eq!(Asset::from_para_id(last.para_id() + 1), None);
	assert_eq!(Asset::from_para_id(0), None);
	assert_eq!(Asset::from_para_id(u32::MAX), None);
}

#[test]
fn ports_clash_neither_with_each_other_nor_with_the_relay_nodes() {
	/// Relay nodes on one machine, which take ports from 30333, 9944 and 9615 on.
	const RELAY_NODES: u16 = 21;
	let mut ports = BTreeSet::new();
	for node in 0..RELAY_NODES {
		ports.extend([30_333 + node, 9_944 + node, 9_615 + node]);
	}
	for asset in Asset::ALL {
		for port in [asset.p2p_port(), asset.rpc_port(), asset.prometheus_port()] {
			assert!(ports.insert(port), "{asset}: {port} is taken");
		}
	}
	assert_eq!(Asset::ScUsdt.p2p_port(), 31_633);
	assert_eq!(Asset::ScUsdt.rpc_port(), 10_066);
	assert_eq!(Asset::ScUsdt.prometheus_port(), 9_726);
}

#[test]
fn decimals_are_those_of_the_networks() {
	let decimals = Asset::ALL.map(Asset::decimals);
	assert_eq!(decimals, [8, 18, 8, 9, 7, 6, 18, 6, 6, 18, 18, 6]);
}

#[test]
fn names_parse_in_any_case() {
	for asset in Asset::ALL {
		assert_eq!(asset.to_string().parse(), Ok(asset));
		assert_eq!(asset.symbol().parse(), Ok(asset));
	}
	assert_eq!(format!("{:>8}", Asset::Btc), "     btc");
}

#[test]
fn an_unknown_name_is_answered_with_the_known_ones() {
	for name in ["", "bt", "btc ", "sc_usdt", "dot"] {
		let error = name.parse::<Asset>().unwrap_err();
		assert_eq!(error.name, name);
		let text = error.to_string();
		assert!(text.contains(&format!("{name:?}")), "{text}");
		assert!(Asset::ALL.iter().all(|asset| text.contains(asset.short_name())), "{text}");
	}
}

#[test]
fn serde_uses_the_short_names() {
	/// A formatter serializes a unit variant as its name.
	struct Serialized(Asset);
	impl fmt::Display for Serialized {
		fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
			self.0.serialize(formatter)
		}
	}
	for asset in Asset::ALL {
		assert_eq!(Serialized(asset).to_string(), asset.short_name());
		let name: StrDeserializer<'_, ValueError> = asset.short_name().into_deserializer();
		assert_eq!(Asset::deserialize(name), Ok(asset));
	}
	let name: StrDeserializer<'_, ValueError> = "dot".into_deserializer();
	assert!(Asset::deserialize(name).is_err());
}

#[test]
fn the_encoding_is_the_place_in_the_table() {
	for asset in Asset::ALL {
		assert_eq!(asset.encode(), [asset.index()]);
		assert_eq!(Asset::decode(&mut &[asset.index()][..]), Ok(asset));
	}
	let beyond = Asset::ALL[Asset::COUNT - 1].index() + 1;
	assert!(Asset::decode(&mut &[beyond][..]).is_err());
	assert_eq!(Asset::max_encoded_len(), 1);
}
