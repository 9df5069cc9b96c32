// SPDX-License-Identifier: GPL-3.0-or-later
//! `generate-spec`: the spec of a new chain from its operators' file.

mod amount;
mod check;
mod file;
mod genesis;
mod partitions;

use crate::{
	output::{self, OutputError},
	spec::{Builtin, OwnNetwork, SpecError},
};
use clap::Parser;
use flarechain_runtime::genesis_config_presets::PartitionGenesis;
use sp_runtime::BuildStorage;
use std::path::{Path, PathBuf};

/// Makes the spec of a new chain from a file of validators.
///
/// The file is TOML, or JSON if its name ends so: the chain's name and id, bootnodes, validators
/// with role, bond and session keys, other accounts with money, and partitions. `config/validators.example.toml`
/// shows all of it. If anything in it is wrong, nothing is written.
#[derive(Debug, Clone, Parser)]
pub(crate) struct GenerateSpecCmd {
	/// The file of validators.
	#[arg(long, value_name = "FILE")]
	validators: PathBuf,

	/// The chain that this one is like: `dev` and `local` are for one machine and have epochs of
	/// minutes, `staging` is for machines of their own and has epochs of hours.
	#[arg(long, value_name = "NAME", value_parser = ["dev", "local", "staging"], default_value = "staging")]
	chain: String,

	/// Write the storage of the genesis block instead of what it is made from.
	#[arg(long)]
	raw: bool,

	/// Where to write it, if not to the standard output.
	#[arg(long, value_name = "FILE")]
	output: Option<PathBuf>,
}

/// Why there is no new chain.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GenerateError {
	#[error("cannot read {path}: {reason}")]
	Unreadable { path: PathBuf, reason: std::io::Error },

	#[error("{path} is larger than {limit} bytes, which no file of validators is")]
	TooLarge { path: PathBuf, limit: u64 },

	#[error("{path} cannot be understood: {reason}")]
	Malformed { path: PathBuf, reason: String },

	#[error("{path} describes no chain; nothing was written:\n  - {}", .problems.join("\n  - "))]
	Invalid { path: PathBuf, problems: Vec<String> },

	#[error(transparent)]
	Spec(#[from] SpecError),

	#[error(transparent)]
	Output(#[from] OutputError),
}

impl GenerateSpecCmd {
	/// Writes the spec.
	pub(crate) fn run(&self) -> Result<(), GenerateError> {
		Ok(output::write(self.output.as_deref(), &self.generate()?)?)
	}

	fn generate(&self) -> Result<String, GenerateError> {
		let base = Builtin::named(&self.chain).unwrap_or(Builtin::Staging);
		let (network, partitions) = self.check(base)?;
		let genesis = genesis::patch(&network, partitions, base.pace());
		let network = OwnNetwork {
			name: network.name,
			id: network.id,
			bootnodes: network.bootnodes,
			genesis,
		};
		let spec = base.spec_of(network)?;
		// What the runtime does not take should come out here, and not at the first start.
		spec.build_storage().map_err(SpecError::Export)?;
		Ok(spec.as_json(self.raw).map_err(SpecError::Export)?)
	}

	/// Everything that is wrong with the file comes out at once, be it in one part or the other.
	fn check(
		&self,
		base: Builtin,
	) -> Result<(check::Network, Vec<PartitionGenesis>), GenerateError> {
		let file = file::read(&self.validators)?;
		// Files that it names are beside it.
		let folder = self.validators.parent().unwrap_or(Path::new(""));
		let partitions = partitions::check(&file.partitions, folder, base.partition_kind());
		let invalid = |problems| GenerateError::Invalid { path: self.validators.clone(), problems };
		match (check::check(file), partitions) {
			(Ok(network), Ok(partitions)) => Ok((network, partitions)),
			(Err(problems), Ok(_)) | (Ok(_), Err(problems)) => Err(invalid(problems)),
			(Err(problems), Err(others)) => Err(invalid([problems, others].concat())),
		}
	}
}

#[cfg(test)]
mod tests;
