// SPDX-License-Identifier: GPL-3.0-or-later
//! Which partition this process is the node of, for the library, which asks by type.

use flarechain_primitives::Asset;
use polkadot_omni_node_lib::CliConfig;
use std::sync::OnceLock;

/// Set once, first of all. The library takes what it says about the binary from functions without
/// arguments, and a type for each partition would compile the whole node twelve times.
static PARTITION: OnceLock<Asset> = OnceLock::new();

/// Says which partition it is. Only the first call counts.
pub(crate) fn set(asset: Asset) {
	let _ = PARTITION.set(asset);
}

/// The partition; `None` before it is set.
pub(crate) fn partition() -> Option<Asset> {
	PARTITION.get().copied()
}

/// What the binaries say about themselves.
pub(crate) struct Identity;

impl CliConfig for Identity {
	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description(executable_name: String) -> String {
		let partition = partition()
			.map(|asset| {
				format!(
					"The {} partition of FlareChain (para id {}), which carries {}.",
					asset.symbol(),
					asset.para_id(),
					asset.name()
				)
			})
			.unwrap_or_default();
		format!(
			"{partition}\n\n\
			 Arguments before `--` are for the partition's side of the node, those after it for \
			 the relay chain's side:\n\n\
			 {executable_name} --collator --relay-chain-rpc-urls ws://127.0.0.1:9944 -- --chain \
			 chain-specs/flarechain-shared.json"
		)
	}

	fn author() -> String {
		"the FlareChain developers".into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> u16 {
		2026
	}
}
