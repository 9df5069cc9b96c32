// SPDX-License-Identifier: GPL-3.0-or-later
//! The binaries of nodes and collators: where they are, and their commands that end by themselves.

use crate::{Error, Result};
use flarechain_primitives::Asset;
use std::{
	ffi::OsStr,
	path::{Path, PathBuf},
	process::{Command, Output, Stdio},
};

/// Names the node binary to run.
pub const NODE_VARIABLE: &str = "FLARECHAIN_NODE";
/// Names the folder of the collators to run.
pub const COLLATORS_VARIABLE: &str = "FLARECHAIN_COLLATORS";
const NODE_NAME: &str = "flarechain-node";

/// The executable of a node, be it of the relay chain or of a partition.
#[derive(Clone, Debug)]
pub struct NodeBinary {
	name: String,
	path: PathBuf,
}

impl NodeBinary {
	/// The relay chain's: the one that [`NODE_VARIABLE`] names, else the one in the target directory
	/// that this executable was built into.
	pub fn find() -> Result<Self> {
		let named = std::env::var_os(NODE_VARIABLE).map(PathBuf::from);
		let candidates = match named {
			Some(named) => vec![named],
			None => {
				let own = std::env::current_exe().map_err(Error::io("find this executable"))?;
				// Test executables are in `deps`, one below the binaries.
				own.ancestors().skip(1).take(2).map(|folder| folder.join(NODE_NAME)).collect()
			},
		};
		Self::first(NODE_NAME.into(), NODE_VARIABLE, &candidates)
	}

	/// The collator of a partition: in the folder that [`COLLATORS_VARIABLE`] names, else beside
	/// this one.
	pub fn collator(&self, asset: Asset) -> Result<Self> {
		let name = format!("{asset}-pbc-collator");
		let folder = std::env::var_os(COLLATORS_VARIABLE)
			.map_or_else(|| self.path.parent().unwrap_or(Path::new("")).to_owned(), PathBuf::from);
		let path = folder.join(&name);
		Self::first(name, COLLATORS_VARIABLE, &[path])
	}

	fn first(name: String, variable: &'static str, candidates: &[PathBuf]) -> Result<Self> {
		if let Some(path) = candidates.iter().find(|path| path.is_file()) {
			return Ok(Self { name, path: path.clone() });
		}
		let looked_at: Vec<_> = candidates.iter().map(|path| path.display().to_string()).collect();
		Err(Error::NoBinary { name, looked_at: looked_at.join(" or "), variable })
	}

	/// Its path.
	pub fn path(&self) -> &Path {
		&self.path
	}

	/// Runs it to its end and gives what it wrote, whatever its exit status.
	pub fn output<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Output> {
		Command::new(&self.path)
			.args(arguments)
			.stdin(Stdio::null())
			.output()
			.map_err(Error::io(format!("run {}", self.path.display())))
	}

	/// Runs it to its end and gives what it wrote to standard output; its failure is an error.
	pub fn stdout<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Vec<u8>> {
		let output = self.output(arguments)?;
		if output.status.success() {
			return Ok(output.stdout);
		}
		let arguments: Vec<_> =
			arguments.iter().map(|argument| argument.as_ref().to_string_lossy()).collect();
		Err(Error::Command {
			command: format!("{} {}", self.name, arguments.join(" ")),
			status: output.status.to_string(),
			output: String::from_utf8_lossy(&output.stderr).into_owned(),
		})
	}

	/// The peer id that belongs to a node key (32 bytes, hex).
	pub fn peer_id(&self, node_key: &str, scratch: &Path) -> Result<String> {
		let file = scratch.join("node-key");
		std::fs::write(&file, node_key).map_err(Error::io(format!("write {}", file.display())))?;
		let file = file.to_string_lossy();
		let output = self.stdout(&["key", "inspect-node-key", "--file", &file])?;
		Ok(String::from_utf8_lossy(&output).trim().to_owned())
	}

	/// The public key, in SS58, that a scheme derives from a secret such as `//Eve`.
	pub fn public_key(&self, scheme: &str, secret: &str) -> Result<String> {
		let arguments = ["key", "inspect", "--scheme", scheme, "--output-type", "json", secret];
		let output = self.stdout(&arguments)?;
		let inspected: serde_json::Value = serde_json::from_slice(&output)
			.map_err(|error| Error::Spec(format!("answer of `key inspect`: {error}")))?;
		inspected["ss58PublicKey"]
			.as_str()
			.map(str::to_owned)
			.ok_or_else(|| Error::Spec(format!("`key inspect` gives no public key: {inspected}")))
	}
}
