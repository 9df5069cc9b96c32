// SPDX-License-Identifier: GPL-3.0-or-later
//! Does what the command line says.

use crate::{
	cli::{Cli, Subcommand},
	error::{describe, Error},
	preflight,
	service::{self, ChainOps, FullBackend},
	spec,
};
use frame_benchmarking_cli::{
	BenchmarkCmd, ExtrinsicFactory, SubstrateRemarkBuilder, SUBSTRATE_REFERENCE_HARDWARE,
};
use futures::TryFutureExt;
use polkadot_primitives::Block;
use polkadot_service::benchmarking::benchmark_inherent_data;
use sc_cli::{CliConfiguration, Runner, SubstrateCli};
use sc_service::{ChainSpec, Configuration};
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::HashingFor;
use std::{path::Path, process::ExitCode};

/// Folders of databases in that of a chain, one for each back end.
const BACK_ENDS: [&str; 2] = ["db", "paritydb"];

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"FlareChain Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		"the FlareChain developers".into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn executable_name() -> String {
		env!("CARGO_BIN_NAME").into()
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		spec::load(id).map_err(|error| error.to_string())
	}
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
	match Cli::of_process().map_err(Error::from).and_then(dispatch) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {}", describe(&error));
			ExitCode::FAILURE
		},
	}
}

fn dispatch(mut cli: Cli) -> Result<(), Error> {
	match cli.subcommand.take() {
		None => run_node(cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(),
		Some(Subcommand::GenerateSpec(cmd)) => Ok(cmd.run()?),
		Some(Subcommand::Key(cmd)) => Ok(cmd.run(&cli)?),
		Some(Subcommand::PurgeChain(cmd)) => {
			// Not tried out first: a full disk is a reason to purge.
			cli.create_runner(&cmd)?.sync_run(|config| purge_chain(&cmd, config))
		},
		Some(Subcommand::CheckBlock(cmd)) => with_chain(runner(&cli, &cmd)?, |ops, _| {
			cmd.run(ops.client, ops.import_queue).map_err(Error::from)
		}),
		Some(Subcommand::ExportBlocks(cmd)) => with_chain(runner(&cli, &cmd)?, |ops, config| {
			cmd.run(ops.client, config.database).map_err(Error::from)
		}),
		Some(Subcommand::ImportBlocks(cmd)) => with_chain(runner(&cli, &cmd)?, |ops, _| {
			cmd.run(ops.client, ops.import_queue).map_err(Error::from)
		}),
		Some(Subcommand::Revert(cmd)) => with_chain(runner(&cli, &cmd)?, |ops, config| {
			let spawner = ops.spawner.clone();
			let revert = Box::new(move |client, backend, blocks| {
				service::revert(client, backend, blocks, &config.database, spawner)
					.map_err(|error| sc_cli::Error::Application(error.into()))
			});
			async move { Ok(cmd.run(ops.client, ops.backend, Some(revert)).await?) }
		}),
		Some(Subcommand::Benchmark(cmd)) => benchmark(&cli, cmd),
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(&cmd)?.sync_run(|config| Ok(cmd.run::<Block>(&config)?))
		},
	}
}

/// Makes the configuration of a command. What it stands on is tried out first: later errors do not
/// say which folder they are about.
fn runner(cli: &Cli, cmd: &impl CliConfiguration) -> Result<Runner<Cli>, Error> {
	if let Some(folder) = &cmd.shared_params().base_path {
		preflight::check_folder(folder)?;
	}
	Ok(cli.create_runner(cmd)?)
}

/// Runs `work` on the chain's database, with the tasks of its import queue running meanwhile.
fn with_chain<F>(
	runner: Runner<Cli>,
	work: impl FnOnce(ChainOps, Configuration) -> F,
) -> Result<(), Error>
where
	F: std::future::Future<Output = Result<(), Error>>,
{
	runner.async_run(|mut config| {
		let (ops, task_manager) = ChainOps::new(&mut config)?;
		Ok((work(ops, config), task_manager))
	})
}

/// Removes the database. What a validator has voted stays written down, unless the chain is one for
/// tests, which are begun anew with the same keys all the time.
fn purge_chain(cmd: &sc_cli::PurgeChainCmd, config: Configuration) -> Result<(), Error> {
	let votes = service::vote_log_folder(&config);
	let is_test_chain = spec::is_test_chain(&*config.chain_spec);
	let databases = BACK_ENDS.map(|back_end| config.data_path.join(back_end));
	let used = databases.iter().find(|folder| folder.exists());
	let named = config.database.path().and_then(Path::parent);
	if let (Some(used), false) = (used, named.is_some_and(Path::exists)) {
		return Err(Error::OtherBackEnd(used.clone()));
	}
	cmd.run(config.database)?;
	// The command asks, and does nothing when the answer is no.
	if !votes.exists() || databases.iter().any(|folder| folder.exists()) {
		return Ok(());
	}
	if is_test_chain {
		std::fs::remove_dir_all(&votes).map_err(sc_cli::Error::from)?;
		println!("{votes:?} removed.");
	} else {
		println!(
			"{votes:?} kept: it is what this validator has voted, and without it the validator \
			 could vote otherwise and be slashed."
		);
	}
	Ok(())
}

fn run_node(cli: Cli) -> Result<(), Error> {
	let shared = cli.run.base.shared_params();
	if shared.chain.is_none() && !shared.is_dev() {
		return Err(Error::NoChain);
	}
	let runner = runner(&cli, &cli.run.base)?;
	if let Some(file) = &cli.run.config {
		log::info!("Options that were not typed are those of {}", file.display());
	}
	preflight::check(runner.config())?;
	let options = service::Options {
		insecure_validator: cli.run.insecure_validator,
		workers_path: cli.run.workers_path,
		hardware_benchmarks: cli.run.hardware_benchmarks,
		storage_monitor: cli.storage_monitor,
	};
	runner.run_node_until_exit(|config| async move { service::start(config, options) })
}

/// What the runtime of a partition calls beside what every runtime does. The command that measures
/// overhead offers it by itself.
type PartitionHostFunctions =
	cumulus_primitives_proof_size_hostfunction::storage_proof_size::HostFunctions;
/// What a runtime with benchmarks in it calls. The command that runs them offers it by itself.
type BenchmarkHostFunctions = frame_benchmarking::benchmarking::HostFunctions;

/// Runs a benchmark: with `--runtime`, of that runtime, which need not be the relay chain's, and in
/// the genesis that it makes; else on a chain.
fn benchmark(cli: &Cli, cmd: BenchmarkCmd) -> Result<(), Error> {
	let runner = runner(cli, &cmd)?;
	match cmd {
		BenchmarkCmd::Pallet(cmd) => runner.sync_run(|config| {
			let spec = cmd.runtime.is_none().then_some(config.chain_spec);
			Ok(cmd.run_with_spec::<HashingFor<Block>, PartitionHostFunctions>(spec)?)
		}),
		BenchmarkCmd::Overhead(cmd) => runner.sync_run(|config| {
			let spec = cmd.params.runtime.is_none().then_some(config.chain_spec);
			Ok(cmd.run_with_default_builder_and_spec::<Block, BenchmarkHostFunctions>(spec)?)
		}),
		BenchmarkCmd::Block(cmd) => runner.sync_run(|mut config| {
			service::check_every_signature();
			let (ops, _task_manager) = ChainOps::new(&mut config)?;
			Ok(cmd.run(ops.client)?)
		}),
		BenchmarkCmd::Machine(cmd) => {
			runner.sync_run(|config| Ok(cmd.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone())?))
		},
		BenchmarkCmd::Extrinsic(cmd) => runner.sync_run(|mut config| {
			service::check_every_signature();
			let (ops, _task_manager) = ChainOps::new(&mut config)?;
			let genesis = ops.client.expect_header(ops.client.info().genesis_hash)?;
			let inherents = benchmark_inherent_data(genesis)
				.map_err(|error| sc_cli::Error::Application(error.into()))?;
			let remark = SubstrateRemarkBuilder::new_from_client(ops.client.clone())?;
			let factory = ExtrinsicFactory(vec![Box::new(remark)]);
			Ok(cmd.run(ops.client, inherents, Vec::new(), &factory)?)
		}),
		BenchmarkCmd::Storage(cmd) if cmd.params.is_validate_block_mode() => {
			Err(Error::BenchmarkValidation)
		},
		BenchmarkCmd::Storage(cmd) => runner.sync_run(|mut config| {
			let (ops, _task_manager) = ChainOps::new(&mut config)?;
			let (db, storage) = (ops.backend.expose_db(), ops.backend.expose_storage());
			let cache = ops.backend.expose_shared_trie_cache();
			Ok(cmd.run::<Block, FullBackend, _>(config, ops.client, db, storage, cache)?)
		}),
	}
}
