// SPDX-License-Identifier: GPL-3.0-or-later
//! The command line.

use clap::Parser;
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
	use sc_cli::{CliConfiguration, SubstrateCli};

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
		use clap::CommandFactory;
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

	#[test]
	fn unknown_words_are_refused() {
		assert!(refuse(&["--no-such-flag"]).contains("--no-such-flag"));
		assert!(refuse(&["no-such-command"]).contains("no-such-command"));
		assert!(refuse(&["generate-spec"]).contains("--validators"));
	}
}
