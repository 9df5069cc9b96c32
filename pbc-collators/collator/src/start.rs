// SPDX-License-Identifier: GPL-3.0-or-later
//! From the command line to the library's node.

use crate::{
	arguments::{self, RelaySide},
	cli::{self, Cli, Commands, PATIENCE},
	error::Error,
	identity::{self, Identity},
	loader::Loader,
	preflight::{self, Question},
	relay_spec,
};
use clap::{ArgMatches, FromArgMatches};
use flarechain_primitives::Asset;
use polkadot_omni_node_lib::{
	chain_spec::ChainSpec,
	run_with_custom_cli,
	runtime::{AuraConsensusId, BlockNumber, Consensus, Runtime, RuntimeResolver},
	RunConfig,
};
use sc_cli::CliConfiguration;
use std::{ffi::OsString, path::PathBuf, time::Duration};

/// Does what the command line says.
pub(crate) fn start(asset: Asset) -> Result<(), Error> {
	identity::set(asset);
	configure()?;
	// Ends the process on errors, and for `--help` and `--version`, as the library would.
	let matches = cli::command().get_matches();
	let relay_spec = match matches.subcommand_name() {
		None => prepare(asset, &matches)?,
		// It looks for the database of the relay chain's side, too.
		Some("purge-chain") => Some(relay_spec::path(&[])?),
		Some(_) => None,
	};
	let loader = Loader { asset, relay_spec };
	let config = RunConfig::new(Box::new(Resolver { asset }), Box::new(loader));
	Ok(run_with_custom_cli::<Identity, Commands>(config)?)
}

/// Puts the options of the configuration file, if there is one, on the command line. The library
/// takes it from the system.
fn configure() -> Result<(), Error> {
	let given: Vec<OsString> = std::env::args_os().collect();
	let configured = config_file::complete(cli::command(), given.clone())?;
	if configured != given {
		let never = arguments::start_configured(configured.into_iter().skip(1).collect());
		match never.map_err(Error::StartAgain)? {}
	}
	Ok(())
}

/// Checks that a node with these arguments can do its work, and completes them. Returns the relay
/// chain's spec; `None` for a node that runs without a relay chain.
fn prepare(asset: Asset, matches: &ArgMatches) -> Result<Option<PathBuf>, Error> {
	let cli = Cli::from_arg_matches(matches).unwrap_or_else(|error| error.exit());
	let base = &cli.run.base;
	// As the library decides it.
	let is_alone = cli.instant_seal || cli.dev_block_time.is_some() || base.shared_params.is_dev();
	let spec = Loader { asset, relay_spec: None }.load(&base.chain_id(base.is_dev()?)?)?;
	if is_alone {
		return Ok(None);
	}
	if cli.run.relay_chain_rpc_urls.is_empty() {
		return Err(Error::NoRelayUrl);
	}
	let relay_spec = relay_spec::path(&cli.relay_chain_args)?;
	if arguments::is_prepared() {
		return Ok(Some(relay_spec));
	}
	let relay = relay_spec::load(&relay_spec)?;
	let urls: Vec<String> = cli.run.relay_chain_rpc_urls.iter().map(ToString::to_string).collect();
	let patience = matches.get_one::<u64>(PATIENCE).copied().unwrap_or_default();
	let question = Question {
		relay: &relay,
		asset,
		spec: &spec,
		urls: &urls,
		patience: Duration::from_secs(patience),
	};
	let listens_at = tokio::runtime::Builder::new_current_thread()
		.enable_all()
		.build()
		.map_err(Error::Runtime)?
		.block_on(preflight::check(&question))?;
	let port = base.network_params.port.unwrap_or_else(|| asset.p2p_port());
	let side = RelaySide {
		spec: &relay_spec,
		port: arguments::relay_port(port),
		boot_nodes: if relay.has_boot_nodes { &[] } else { &listens_at },
	};
	let given: Vec<OsString> = std::env::args_os().skip(1).collect();
	let missing = arguments::missing(&cli.relay_chain_args, &side);
	let completed = arguments::completed(given.clone(), missing);
	if completed != given {
		let never = arguments::start_again(completed);
		match never.map_err(Error::StartAgain)? {}
	}
	Ok(Some(relay_spec))
}

/// Tells the library what it would otherwise find out from metadata: all partitions have one
/// runtime.
struct Resolver {
	asset: Asset,
}

impl RuntimeResolver for Resolver {
	fn runtime(&self, spec: &dyn ChainSpec) -> sc_cli::Result<Runtime> {
		// The first place where the log is open and the spec is known.
		log::info!(
			"🔗 {} partition ({}), para id {}, chain {}",
			self.asset.symbol(),
			self.asset.name(),
			self.asset.para_id(),
			spec.id()
		);
		Ok(Runtime::Omni(BlockNumber::U32, Consensus::Aura(AuraConsensusId::Sr25519)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::path::Path;

	/// Specs that can be loaded without any WASM, of a partition and of a relay chain.
	fn write_specs(folder: &Path) -> (String, String) {
		let genesis = r#""genesis": {"raw": {"top": {}, "childrenDefault": {}}}"#;
		let write = |name: &str, fields: &str| {
			let path = folder.join(name);
			let text = format!(r#"{{"name": "A", "bootNodes": [], {fields}, {genesis}}}"#);
			std::fs::write(&path, text).expect("can be written");
			path.into_os_string().into_string().expect("is UTF-8")
		};
		let partition =
			r#""id": "pbc_btc_local", "para_id": 2000, "relay_chain": "flarechain_local""#;
		(write("btc.json", partition), write("relay.json", r#""id": "flarechain_local""#))
	}

	fn prepare_with(args: &[&str]) -> Result<Option<PathBuf>, Error> {
		let all = std::iter::once("btc-pbc-collator").chain(args.iter().copied());
		let matches = cli::command().try_get_matches_from(all).expect("is valid");
		prepare(Asset::Btc, &matches)
	}

	#[test]
	fn a_relay_node_has_to_be_named() {
		let folder = tempfile::tempdir().expect("can be made");
		let (partition, relay) = write_specs(folder.path());
		let error = prepare_with(&["--chain", &partition, "--", "--chain", &relay]);
		let error = error.expect_err("names none").to_string();
		assert!(error.contains("--relay-chain-rpc-urls ws://"), "{error}");
		assert!(error.contains("GRANDPA") && error.contains("--dev"), "{error}");
	}

	#[test]
	fn a_node_without_a_relay_chain_needs_none() {
		let folder = tempfile::tempdir().expect("can be made");
		let (partition, _) = write_specs(folder.path());
		for alone in [&["--dev"][..], &["--instant-seal"], &["--dev-block-time", "1000"]] {
			let args = [&["--chain", &partition], alone].concat();
			assert_eq!(prepare_with(&args).expect("needs nothing"), None, "{alone:?}");
		}
	}

	#[test]
	fn the_relay_chains_spec_has_to_be_there_and_usable() {
		let folder = tempfile::tempdir().expect("can be made");
		let (partition, relay) = write_specs(folder.path());
		let prepare_with_relay = |relay: &str| {
			let urls = ["--relay-chain-rpc-urls", "ws://127.0.0.1:1", "ws://127.0.0.1:2"];
			let args = [&["--chain", &partition], &urls[..], &["--", "--chain", relay]].concat();
			prepare_with(&args).expect_err("has no genesis").to_string()
		};
		let error = prepare_with_relay("/no/such/relay.json");
		assert!(error.contains("no relay chain spec /no/such/relay.json"), "{error}");
		let error = prepare_with_relay(&relay);
		assert!(error.contains("no usable relay chain spec"), "{error}");
	}

	#[test]
	fn every_asset_has_its_binary() {
		for asset in Asset::ALL {
			let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(asset.short_name());
			let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("is there");
			assert!(manifest.contains(&format!("name = \"{asset}-pbc-collator\"")), "{asset}");
			let main = std::fs::read_to_string(folder.join("src/main.rs")).expect("is there");
			assert!(main.contains(&format!("Asset::{asset:?})")), "{asset}");
		}
	}
}
