// SPDX-License-Identifier: GPL-3.0-or-later
//! The command line: the library's, with this partition's defaults and our way to write specs.

use crate::{export_spec::ExportSpecCmd, identity, identity::Identity};
use clap::{
	builder::Str, error::ErrorKind, Arg, ArgMatches, Command, CommandFactory, FromArgMatches,
	Subcommand,
};
use flarechain_primitives::Asset;
use polkadot_omni_node_lib::{extra_subcommand::ExtraSubcommand, RunConfig};
use sc_cli::SubstrateCli;

/// The library's whole command line.
pub(crate) type Cli = polkadot_omni_node_lib::cli::Cli<Identity>;

/// The id of the argument that says how long to wait for the relay nodes. It is not the library's,
/// which leaves arguments alone that it does not know.
pub(crate) const PATIENCE: &str = "relay_chain_patience";
/// How long that is when nobody says, in seconds: so long may a relay node take to start.
const DEFAULT_PATIENCE_S: &str = "60";

const EXPORT_SPEC: &str = "export-chain-spec";
/// The old name of the command. The library's own command of this name puts a boot node with a
/// fresh key into the spec, so that no two files are alike.
const BUILD_SPEC: &str = "build-spec";

/// The command line as the library makes it when it runs.
pub(crate) fn command() -> Command {
	<Cli as SubstrateCli>::setup_command(Commands::augment_subcommands(Cli::command()))
}

/// The commands that are ours.
#[derive(Debug)]
pub(crate) enum Commands {
	/// Write the partition's spec.
	ExportSpec(ExportSpecCmd),
}

impl ExtraSubcommand for Commands {
	fn handle(self, config: &RunConfig) -> sc_cli::Result<()> {
		match self {
			Commands::ExportSpec(cmd) => cmd.run(&*config.chain_spec_loader),
		}
	}
}

impl Subcommand for Commands {
	/// The only place where the library hands out its command line before it reads it, and so also
	/// where the partition's defaults go.
	fn augment_subcommands(command: Command) -> Command {
		let export = || ExportSpecCmd::command().name(EXPORT_SPEC);
		let command = command.subcommand(export()).mut_subcommand(BUILD_SPEC, |_| {
			export().name(BUILD_SPEC).about("The old name of `export-chain-spec`")
		});
		match identity::partition() {
			Some(asset) => with_defaults(command, asset),
			None => command,
		}
	}

	fn augment_subcommands_for_update(command: Command) -> Command {
		Self::augment_subcommands(command)
	}

	fn has_subcommand(name: &str) -> bool {
		[EXPORT_SPEC, BUILD_SPEC].contains(&name)
	}
}

impl FromArgMatches for Commands {
	fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
		match matches.subcommand() {
			Some((EXPORT_SPEC | BUILD_SPEC, matches)) => {
				ExportSpecCmd::from_arg_matches(matches).map(Commands::ExportSpec)
			},
			_ => Err(clap::Error::new(ErrorKind::InvalidSubcommand)),
		}
	}

	fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
		*self = Self::from_arg_matches(matches)?;
		Ok(())
	}
}

/// Puts the partition's ports and names into the command line and its help.
fn with_defaults(command: Command, asset: Asset) -> Command {
	let port = |port: u16| move |arg: Arg| arg.default_value(Str::from(port.to_string()));
	let spec_help = format!(
		"The chain: `local` (the default), `dev`, or the file of a chain spec of the {} partition",
		asset.symbol()
	);
	command
		.mut_arg("port", port(asset.p2p_port()))
		.mut_arg("rpc_port", port(asset.rpc_port()))
		.mut_arg("prometheus_port", port(asset.prometheus_port()))
		.mut_arg("chain", |arg| arg.help(spec_help.clone()).long_help(spec_help))
		.arg(
			Arg::new(PATIENCE)
				.long("relay-chain-patience")
				.value_name("SECONDS")
				.value_parser(clap::value_parser!(u64))
				.default_value(DEFAULT_PATIENCE_S)
				.help("How long to wait at start for one of the relay nodes to answer"),
		)
		.arg(config_file::argument())
		// The partition runtime has no `AuthorityDiscoveryApi`, without which discovering other
		// collators does nothing but log errors. They find each other as all nodes do.
		.mut_arg("collator_reserved_slots", |arg| arg.default_value("0").hide(true))
		// Partitions have no GRANDPA to switch off.
		.mut_arg("no_grandpa", |arg| arg.hide(true))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(args: &[&str]) -> Result<ArgMatches, clap::Error> {
		identity::set(Asset::Eth);
		command()
			.try_get_matches_from(std::iter::once("eth-pbc-collator").chain(args.iter().copied()))
	}

	#[test]
	fn the_command_line_is_sound() {
		identity::set(Asset::Eth);
		command().debug_assert();
	}

	#[test]
	fn the_partitions_ports_are_the_default() {
		let cli = |args: &[&str]| {
			let matches = parse(args).expect("is valid");
			Cli::from_arg_matches(&matches).expect("is valid")
		};
		let base = cli(&[]).run.base;
		assert_eq!(base.network_params.port, Some(Asset::Eth.p2p_port()));
		assert_eq!(base.rpc_params.rpc_port, Some(Asset::Eth.rpc_port()));
		assert_eq!(base.prometheus_params.prometheus_port, Some(Asset::Eth.prometheus_port()));
		assert_eq!(cli(&[]).collator_reserved_slots, 0);
		let args = ["--port", "1", "--rpc-port=2", "--prometheus-port", "3"];
		let base = cli(&args).run.base;
		assert_eq!(base.network_params.port, Some(1));
		assert_eq!(base.rpc_params.rpc_port, Some(2));
		assert_eq!(base.prometheus_params.prometheus_port, Some(3));
	}

	#[test]
	fn the_production_file_is_made_of_options() {
		identity::set(Asset::Eth);
		let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/production/collator.toml");
		let typed = ["eth-pbc-collator", "--config", file, "--rpc-port", "2", "--", "--port", "3"];
		let completed = config_file::complete(command(), typed.map(Into::into).into());
		let completed = completed.unwrap_or_else(|error| panic!("{error}"));
		let matches = command().try_get_matches_from(completed).expect("is checked");
		let cli = Cli::from_arg_matches(&matches).expect("is valid");
		assert!(cli.run.collator && !cli.run.relay_chain_rpc_urls.is_empty());
		assert_eq!(cli.run.base.rpc_params.rpc_port, Some(2), "what is typed wins");
		assert_eq!(cli.run.base.network_params.port, Some(Asset::Eth.p2p_port()), "is no setting");
		assert_eq!(cli.relay_chain_args, ["--port", "3"]);
	}

	#[test]
	fn defaults_do_not_clash_with_other_ways_to_say_it() {
		for args in [
			&["--experimental-rpc-endpoint", "listen-addr=127.0.0.1:9944"][..],
			&["--listen-addr", "/ip4/127.0.0.1/tcp/30333"],
			&["--no-prometheus"],
			&["key", "generate"],
		] {
			assert!(parse(args).is_ok(), "{args:?}");
		}
	}

	#[test]
	fn both_names_export_a_spec() {
		for name in [EXPORT_SPEC, BUILD_SPEC] {
			let matches = parse(&[name, "--chain", "dev", "--raw", "--disable-default-bootnode"])
				.expect("is valid");
			let Ok(Commands::ExportSpec(cmd)) = Commands::from_arg_matches(&matches) else {
				panic!("{name} is another command")
			};
			assert!(cmd.raw && cmd.chain == "dev");
		}
		let matches = parse(&["--collator"]).expect("is valid");
		assert!(Commands::from_arg_matches(&matches).is_err());
	}

	#[test]
	fn every_command_is_there() {
		for args in [
			&["key", "generate"][..],
			&["purge-chain", "--chain", "local", "-y"],
			&["check-block", "1", "--chain", "local"],
			&["export-blocks", "--chain", "local"],
			&["import-blocks", "--chain", "local"],
			&["export-state", "--chain", "local"],
			&["revert", "--chain", "local", "2"],
			&["export-genesis-head", "--chain", "local"],
			&["export-genesis-state", "--chain", "local"],
			&["export-genesis-wasm", "--chain", "local", "--raw"],
			&["benchmark", "machine", "--chain", "local"],
		] {
			let matches = parse(args).unwrap_or_else(|error| panic!("{args:?}: {error}"));
			assert_eq!(matches.subcommand_name().map(|name| &name[..3]), Some(&args[0][..3]));
		}
	}
}
