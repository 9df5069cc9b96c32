// SPDX-License-Identifier: GPL-3.0-or-later
//! The command line.

use clap::{CommandFactory, Parser};
use config_file::ConfigError;
use sc_cli::SubstrateCli;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
pub(crate) struct Cli {
	#[command(subcommand)]
	pub(crate) subcommand: Option<Subcommand>,

	#[clap(flatten)]
	pub(crate) run: RunCmd,

	#[clap(flatten)]
	pub(crate) storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

impl Cli {
	/// The command line of this process, completed with what its configuration file says.
	pub(crate) fn of_process() -> Result<Self, ConfigError> {
		let command = Self::setup_command(Self::command());
		let arguments = config_file::complete(command, std::env::args_os().collect())?;
		Ok(Self::from_iter(arguments))
	}
}

/// What to do instead of running a node.
#[derive(Debug, Parser)]
#[allow(clippy::large_enum_variant, reason = "there is one in a process")]
pub(crate) enum Subcommand {
	/// Write the spec of a chain.
	#[command(visible_alias = "build-spec")]
	ExportChainSpec(crate::export_spec::ExportSpecCmd),

	/// Make the spec of a new chain from a file of validators.
	GenerateSpec(crate::generate_spec::GenerateSpecCmd),

	/// Generate, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Remove the database of a chain.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Execute a block of the database again, and check it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks of the database to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Import blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Take back the newest blocks, at most down to the last finalized one.
	Revert(sc_cli::RevertCmd),

	/// Measure the machine and the runtime.
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),

	/// Print the best and the last finalized block of the database.
	ChainInfo(sc_cli::ChainInfoCmd),
}

/// How to run a node.
#[derive(Debug, Parser)]
#[group(skip)]
#[command(mut_arg("no_grandpa", |arg| arg.hide(true)))]
pub(crate) struct RunCmd {
	#[clap(flatten)]
	pub(crate) base: sc_cli::RunCmd,

	/// Take options from a TOML file whose keys are their long names: `rpc-port = 9944`.
	///
	/// Options given on the command line win. Flags take `true` or `false`, options that can be
	/// given several times take lists, and `include = ["FILE"]` reads other files first.
	#[arg(long, value_name = "FILE")]
	pub(crate) config: Option<PathBuf>,

	/// Run a validator although this system cannot isolate the workers that execute partitions'
	/// code.
	///
	/// What isolation there is is still used. On development and local chains it is never
	/// required.
	#[arg(long = "insecure-validator-i-know-what-i-do")]
	pub(crate) insecure_validator: bool,

	/// The folder of the binaries `flarechain-prepare-worker` and `flarechain-execute-worker`.
	///
	/// They are looked for next to this binary first, then in `/usr/lib/polkadot`.
	#[arg(long, value_name = "PATH")]
	pub(crate) workers_path: Option<PathBuf>,

	/// Measure processor, memory and disk at start, and warn if they are too slow for a validator.
	#[arg(long)]
	pub(crate) hardware_benchmarks: bool,
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_cli::CliConfiguration;
	use std::path::Path;

	fn parse(args: &[&str]) -> Cli {
		let args = std::iter::once("flarechain-node").chain(args.iter().copied());
		<Cli as SubstrateCli>::try_from_iter(args).expect("these arguments are valid")
	}

	fn refuse(args: &[&str]) -> String {
		let args = std::iter::once("flarechain-node").chain(args.iter().copied());
		<Cli as SubstrateCli>::try_from_iter(args).expect_err("these are not").to_string()
	}

	#[test]
	fn the_command_line_is_sound() {
		<Cli as SubstrateCli>::setup_command(Cli::command()).debug_assert();
	}

	#[test]
	fn dev_is_one_authority_that_authors_alone() {
		let cli = parse(&["--dev"]);
		assert!(cli.subcommand.is_none());
		assert!(cli.run.base.role(true).expect("has a role").is_authority());
		assert!(cli.run.base.force_authoring().expect("is known"));
		assert!(cli.run.base.base_path().expect("makes a folder").is_some());
	}

	#[test]
	fn both_names_export_a_spec() {
		for name in ["build-spec", "export-chain-spec"] {
			let cli = parse(&[name, "--chain", "local", "--raw", "--disable-default-bootnode"]);
			let Some(Subcommand::ExportChainSpec(cmd)) = cli.subcommand else {
				panic!("{name} is another command")
			};
			assert!(cmd.raw && cmd.disable_default_bootnode);
			assert_eq!(cmd.chain, "local");
		}
	}

	#[test]
	fn a_spec_has_the_partitions_that_are_named() {
		let partitions = |list: &str| {
			let cli = parse(&["build-spec", "--chain", "local", "--partitions", list]);
			let Some(Subcommand::ExportChainSpec(cmd)) = cli.subcommand else {
				panic!("it is another command")
			};
			let partitions = cmd.partitions.expect("was given");
			partitions.assets().iter().map(ToString::to_string).collect::<Vec<_>>()
		};
		assert_eq!(partitions("btc,eth"), ["btc", "eth"]);
		assert_eq!(partitions("all").len(), 12);
		assert!(partitions("none").is_empty());
		let error = refuse(&["build-spec", "--partitions", "gold"]);
		assert!(error.contains("gold") && error.contains("sc-usdt"), "{error}");
	}

	#[test]
	fn every_command_is_there() {
		for args in [
			&["key", "generate"][..],
			&["key", "insert", "--key-type", "asf1", "--scheme", "ed25519", "--suri", "//Alice"],
			&["purge-chain", "--chain", "local", "-y"],
			&["check-block", "1", "--chain", "local"],
			&["export-blocks", "--chain", "local"],
			&["import-blocks", "--chain", "local"],
			&["revert", "--chain", "local", "2"],
			&["benchmark", "machine", "--chain", "local"],
			&["benchmark", "pallet", "--chain", "local", "--pallet", "*", "--extrinsic", "*"],
			&["chain-info", "--chain", "local"],
			&["generate-spec", "--validators", "validators.toml"],
		] {
			assert!(parse(args).subcommand.is_some(), "{args:?}");
		}
	}

	/// What the node sees when it is started with this file of `config/production`.
	fn production(name: &str, typed: &[&str]) -> Cli {
		let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../config/production").join(name);
		let arguments = ["flarechain-node".into(), "--config".into(), file.into_os_string()];
		let arguments = arguments.into_iter().chain(typed.iter().map(Into::into)).collect();
		let command = <Cli as SubstrateCli>::setup_command(Cli::command());
		match config_file::complete(command, arguments) {
			Ok(completed) => <Cli as SubstrateCli>::try_from_iter(completed).expect("is checked"),
			Err(error) => panic!("{error}"),
		}
	}

	#[test]
	fn every_production_file_is_made_of_options() {
		let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../config/production");
		let mut files = 0;
		for entry in std::fs::read_dir(folder).expect("is in the repository") {
			let name = entry.expect("can be listed").file_name();
			// The collators have other options, and look at theirs themselves.
			if name != "collator.toml" {
				production(name.to_str().expect("is text"), &[]);
				files += 1;
			}
		}
		assert!(files >= 4, "{files}");
	}

	#[test]
	fn production_files_say_what_they_are_for() {
		let validator = production("validator.toml", &[]);
		assert!(validator.run.base.validator && validator.run.hardware_benchmarks);
		assert!(!validator.run.base.rpc_params.rpc_external);
		assert_eq!(validator.storage_monitor.threshold, 8192, "is that of the included file");
		let archive = production("archive.toml", &["--rpc-port", "9950"]);
		assert!(!archive.run.base.validator);
		assert_eq!(archive.run.base.rpc_params.rpc_port, Some(9950), "what is typed wins");
		assert_eq!(archive.run.base.trie_cache_maximum_size().expect("is set"), Some(4 << 30));
		assert_eq!(archive.storage_monitor.threshold, 32768, "its own value wins");
		let mode = archive.run.base.state_pruning().expect("is known");
		assert_eq!(mode, Some(sc_service::PruningMode::ArchiveAll));
	}

	#[test]
	fn unknown_words_are_refused() {
		assert!(refuse(&["--no-such-flag"]).contains("--no-such-flag"));
		assert!(refuse(&["no-such-command"]).contains("no-such-command"));
		assert!(refuse(&["generate-spec"]).contains("--validators"));
	}
}
