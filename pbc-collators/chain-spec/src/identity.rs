// SPDX-License-Identifier: GPL-3.0-or-later
//! Which partition a spec is of.

use crate::Error;
use flarechain_primitives::Asset;
use sc_chain_spec::{ChainSpec, ChainSpecExtension};
use serde::{Deserialize, Serialize};

/// What a partition's spec has beyond that of any chain. The fields are those that the collator
/// library reads, under the same names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ChainSpecExtension)]
pub struct Extensions {
	/// The id of the relay chain's spec.
	#[serde(alias = "relayChain", alias = "RelayChain")]
	pub relay_chain: String,
	/// The partition's id on the relay chain. Other makers of specs may leave it out.
	#[serde(alias = "paraId", alias = "ParaId")]
	pub para_id: Option<u32>,
}

/// What ids of partitions' specs begin with.
const ID_PREFIX: &str = "pbc_";

/// The para id in a spec.
pub fn para_id_of(spec: &dyn ChainSpec) -> Result<u32, Error> {
	sc_chain_spec::get_extension::<Extensions>(spec.extensions())
		.and_then(|extensions| extensions.para_id)
		.ok_or_else(|| Error::NoParaId { id: spec.id().into() })
}

/// The asset whose partition a spec is of. The para id decides; a spec whose id speaks of another
/// asset is nobody's.
pub fn asset_of(spec: &dyn ChainSpec) -> Result<Asset, Error> {
	let para_id = para_id_of(spec)?;
	let asset = Asset::from_para_id(para_id)
		.ok_or_else(|| Error::NoPartition { id: spec.id().into(), para_id })?;
	match asset_in_id(spec.id()) {
		Some(named) if named != asset => {
			Err(Error::Contradiction { id: spec.id().into(), named, para_id, asset })
		},
		_ => Ok(asset),
	}
}

/// The asset that an id like `pbc_btc_local` names. Networks with ids of their own name none.
fn asset_in_id(id: &str) -> Option<Asset> {
	let (asset, _kind) = id.strip_prefix(ID_PREFIX)?.rsplit_once('_')?;
	asset.replace('_', "-").parse().ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ids_name_assets() {
		for asset in Asset::ALL {
			assert_eq!(asset_in_id(&format!("{}_local", asset.chain_id())), Some(asset));
			assert_eq!(asset_in_id(&format!("{}_dev", asset.chain_id())), Some(asset));
		}
		for id in ["", "pbc_", "pbc_btc", "pbc_gold_local", "btc_local", "flarechain_local"] {
			assert_eq!(asset_in_id(id), None, "{id}");
		}
	}

	#[test]
	fn extensions_are_read_in_each_spelling() {
		let own = Extensions { relay_chain: "flarechain_local".into(), para_id: Some(2000) };
		for text in [
			r#"{"relay_chain": "flarechain_local", "para_id": 2000}"#,
			r#"{"relayChain": "flarechain_local", "paraId": 2000}"#,
			r#"{"RelayChain": "flarechain_local", "ParaId": 2000}"#,
		] {
			assert_eq!(serde_json::from_str::<Extensions>(text).expect("is valid"), own);
		}
		let written = serde_json::to_value(&own).expect("can be written");
		assert_eq!(
			written,
			serde_json::json!({ "relay_chain": "flarechain_local", "para_id": 2000 })
		);
	}
}
