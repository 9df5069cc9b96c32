// SPDX-License-Identifier: GPL-3.0-or-later
//! The node binary: where it is, and its commands that end by themselves.

use crate::{Error, Result};
use std::{
	ffi::OsStr,
	path::{Path, PathBuf},
	process::{Command, Output, Stdio},
};

/// Names the node binary to run.
pub const NODE_VARIABLE: &str = "FLARECHAIN_NODE";
const NODE_NAME: &str = "flarechain-node";

/// The node's executable.
#[derive(Clone, Debug)]
pub struct NodeBinary(PathBuf);

impl NodeBinary {
	/// The one that [`NODE_VARIABLE`] names, else the one in the target directory that this
	/// executable was built into.
	pub fn find() -> Result<Self> {
		if let Some(named) = std::env::var_os(NODE_VARIABLE) {
			let path = PathBuf::from(named);
			return if path.is_file() {
				Ok(Self(path))
			} else {
				let looked_at = format!("{} (from {NODE_VARIABLE})", path.display());
				Err(Error::NoNodeBinary { looked_at })
			};
		}
		let own = std::env::current_exe().map_err(Error::io("find this executable"))?;
		// Test executables are in `deps`, one below the binaries.
		let folders: Vec<_> = own.ancestors().skip(1).take(2).collect();
		folders
			.iter()
			.map(|folder| folder.join(NODE_NAME))
			.find(|path| path.is_file())
			.map(Self)
			.ok_or_else(|| Error::NoNodeBinary {
				looked_at: folders
					.iter()
					.map(|folder| folder.join(NODE_NAME).display().to_string())
					.collect::<Vec<_>>()
					.join(" or "),
			})
	}

	/// Its path.
	pub fn path(&self) -> &Path {
		&self.0
	}

	/// Runs it to its end and gives what it wrote, whatever its exit status.
	pub fn output<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Result<Output> {
		Command::new(&self.0)
			.args(arguments)
			.stdin(Stdio::null())
			.output()
			.map_err(Error::io(format!("run {}", self.0.display())))
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
			command: format!("{NODE_NAME} {}", arguments.join(" ")),
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
