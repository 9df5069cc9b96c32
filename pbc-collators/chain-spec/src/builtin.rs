// SPDX-License-Identifier: GPL-3.0-or-later
//! The partitions' specs that are made from the runtime in this binary.

use crate::{Error, Extensions, GenericSpec};
use flarechain_primitives::{currency, Asset};
use sc_chain_spec::{ChainType, GenericChainSpec, Properties};

/// The address format of accounts: the general one, as on the relay chain.
const SS58_FORMAT: u16 = 42;
/// How wallets label balances. The relay chain's spec has the same ASCII form of the symbol.
const TOKEN_SYMBOL: &str = "ETR";

/// What a partition is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
	/// One collator, which can also author without a relay chain.
	Development,
	/// A test network of well-known keys on one machine.
	Local,
}

impl Kind {
	/// Every kind.
	pub const ALL: [Kind; 2] = [Kind::Development, Kind::Local];

	/// What `--chain` calls it, and what spec ids end with.
	pub const fn name(self) -> &'static str {
		match self {
			Kind::Development => "dev",
			Kind::Local => "local",
		}
	}

	/// The kind of this name.
	pub fn named(name: &str) -> Option<Self> {
		Self::ALL.into_iter().find(|kind| kind.name() == name)
	}

	const fn title(self) -> &'static str {
		match self {
			Kind::Development => "Development",
			Kind::Local => "Local Testnet",
		}
	}

	const fn chain_type(self) -> ChainType {
		match self {
			Kind::Development => ChainType::Development,
			Kind::Local => ChainType::Local,
		}
	}

	/// What the runtime's presets of this kind end with.
	const fn preset(self) -> &'static str {
		match self {
			Kind::Development => sp_genesis_builder::DEV_RUNTIME_PRESET,
			Kind::Local => sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET,
		}
	}

	/// The id of the relay chain's spec of the same kind.
	const fn relay_chain(self) -> &'static str {
		match self {
			Kind::Development => "flarechain_dev",
			Kind::Local => "flarechain_local",
		}
	}
}

/// The spec of `asset`'s partition. The same binary makes the same spec each time.
pub fn builtin(asset: Asset, kind: Kind) -> Result<GenericSpec, Error> {
	builtin_with(asset, kind, Extensions::of(asset, kind))
}

impl Extensions {
	/// Those of the built-in spec.
	pub fn of(asset: Asset, kind: Kind) -> Self {
		Self { relay_chain: kind.relay_chain().into(), para_id: Some(asset.para_id()) }
	}
}

/// As [`builtin`], with extensions of another type: libraries look for their own.
pub fn builtin_with<E>(
	asset: Asset,
	kind: Kind,
	extensions: E,
) -> Result<GenericChainSpec<E>, Error> {
	let code = partition_runtime::WASM_BINARY.ok_or(Error::NoRuntime)?;
	Ok(GenericChainSpec::builder(code, extensions)
		.with_name(&format!("{} Partition {}", asset.symbol(), kind.title()))
		.with_id(&format!("{}_{}", asset.chain_id(), kind.name()))
		.with_chain_type(kind.chain_type())
		.with_protocol_id(&asset.chain_id().replace('_', "-"))
		.with_properties(properties())
		.with_genesis_config_patch(preset(asset, kind)?)
		.build())
}

/// The preset as the native runtime gives it. The one in the WASM is the same, and asking it would
/// compile the runtime once more.
fn preset(asset: Asset, kind: Kind) -> Result<serde_json::Value, Error> {
	let name = format!("{}_{}", asset.short_name(), kind.preset());
	let text = partition_runtime::genesis_config_presets::get_preset(&name.as_str().into())
		.ok_or_else(|| Error::NoPreset(name.clone()))?;
	serde_json::from_slice(&text).map_err(|_| Error::NoPreset(name))
}

fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), TOKEN_SYMBOL.into());
	properties.insert("tokenDecimals".into(), currency::DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_FORMAT.into());
	properties
}
