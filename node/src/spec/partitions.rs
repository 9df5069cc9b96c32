// SPDX-License-Identifier: GPL-3.0-or-later
//! The partitions that a new chain starts with.

use super::SpecError;
use flarechain_primitives::{Asset, UnknownAsset};
use flarechain_runtime::genesis_config_presets::PartitionGenesis;
use partition_chain_spec::Kind;
use polkadot_primitives::{HeadData, ValidationCode};
use sc_service::ChainSpec;
use std::{collections::BTreeSet, str::FromStr};

/// Some of the assets, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Partitions(Vec<Asset>);

impl Partitions {
	/// Every asset's.
	pub(crate) fn all() -> Self {
		Self(Asset::ALL.to_vec())
	}

	/// Nobody's.
	pub(crate) const fn none() -> Self {
		Self(Vec::new())
	}

	/// The assets, each once.
	pub(crate) fn assets(&self) -> &[Asset] {
		&self.0
	}
}

/// What is wrong with a list of partitions.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ListError {
	#[error("{0}. Write `all`, `none`, or some of them, such as `btc,eth`")]
	Unknown(UnknownAsset),

	#[error("{0} is there twice")]
	Twice(Asset),
}

impl FromStr for Partitions {
	type Err = ListError;

	fn from_str(text: &str) -> Result<Self, ListError> {
		match text {
			"all" => return Ok(Self::all()),
			"none" => return Ok(Self::none()),
			_ => (),
		}
		let mut assets = BTreeSet::new();
		for name in text.split(',') {
			let asset = name.trim().parse().map_err(ListError::Unknown)?;
			if !assets.insert(asset) {
				return Err(ListError::Twice(asset));
			}
		}
		Ok(Self(assets.into_iter().collect()))
	}
}

/// What the relay chain's genesis has to know of the partitions that are made from the runtime in
/// this binary. They all have its code.
pub(crate) fn registered(assets: &[Asset], kind: Kind) -> Result<Vec<PartitionGenesis>, SpecError> {
	let mut code = None;
	assets
		.iter()
		.map(|asset| {
			let failed = |reason| SpecError::Partition { asset: *asset, reason };
			let spec = partition_chain_spec::builtin(*asset, kind).map_err(failed)?;
			let code = match &code {
				Some(code) => ValidationCode::clone(code),
				None => code.insert(code_of(&spec).map_err(failed)?).clone(),
			};
			let head = head_of(&spec).map_err(failed)?;
			Ok(PartitionGenesis { id: asset.para_id().into(), head, code })
		})
		.collect()
}

/// What the relay chain's genesis has to know of a partition with a spec of its own.
pub(crate) fn registered_from(
	asset: Asset,
	spec: &dyn ChainSpec,
) -> Result<PartitionGenesis, partition_chain_spec::Error> {
	Ok(PartitionGenesis { id: asset.para_id().into(), head: head_of(spec)?, code: code_of(spec)? })
}

fn head_of(spec: &dyn ChainSpec) -> Result<HeadData, partition_chain_spec::Error> {
	partition_chain_spec::genesis_head(spec).map(HeadData)
}

fn code_of(spec: &dyn ChainSpec) -> Result<ValidationCode, partition_chain_spec::Error> {
	partition_chain_spec::validation_code(spec).map(ValidationCode)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(text: &str) -> Result<Vec<Asset>, ListError> {
		text.parse::<Partitions>().map(|partitions| partitions.assets().to_vec())
	}

	#[test]
	fn lists_are_read_in_any_order() {
		assert_eq!(parse("all"), Ok(Asset::ALL.to_vec()));
		assert_eq!(parse("none"), Ok(vec![]));
		assert_eq!(parse("sc-usdt, BTC"), Ok(vec![Asset::Btc, Asset::ScUsdt]));
	}

	#[test]
	fn other_lists_are_refused() {
		for (text, name) in [("gold", "gold"), ("btc,", "\"\""), ("", "\"\""), ("btc,all", "all")] {
			let error = parse(text).expect_err("has no asset of that name").to_string();
			assert!(error.contains(name) && error.contains("btc, eth"), "{error}");
		}
		assert_eq!(parse("btc,eth,btc"), Err(ListError::Twice(Asset::Btc)));
	}

	/// What it is made of is tested where it is made; here, that it is of the right one.
	#[test]
	fn heads_differ_and_the_code_is_one() {
		let both = [Asset::Btc, Asset::Eth];
		let partitions = registered(&both, Kind::Local).expect("can be made");
		let [btc, eth] = &partitions[..] else { panic!("are two") };
		assert_eq!((u32::from(btc.id), u32::from(eth.id)), (2000, 2001));
		assert_ne!(btc.head, eth.head);
		assert_eq!(btc.code, eth.code);
		assert!(registered(&[], Kind::Local).expect("nothing to make").is_empty());
	}
}
