// SPDX-License-Identifier: GPL-3.0-or-later
//! Starts nodes through a script, so that they get more arguments, and that a node's next start can
//! have another clock.

use crate::error::{write, Error, Result};
use flarechain_tests::{NodeBinary, NODE_VARIABLE};
use std::{
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
};

/// Where Debian and Fedora put the library that gives a process another clock.
const LIBRARIES: [&str; 5] = [
	"/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
	"/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
	"/usr/lib/faketime/libfaketimeMT.so.1",
	"/usr/lib64/faketime/libfaketimeMT.so.1",
	"/usr/lib/x86_64-linux-gnu/libfaketimeMT.so.1",
];

/// The script that stands for the node's binary.
#[derive(Clone, Debug)]
pub(crate) struct Wrapper {
	folder: PathBuf,
}

impl Wrapper {
	/// Writes the script into a folder and has networks that are prepared from now on use it. It adds
	/// arguments where a node is run; commands of the binary that end by themselves get none.
	pub(crate) fn install(folder: &Path, arguments: &[String]) -> Result<Self> {
		let binary = NodeBinary::find()?;
		let script = folder.join("node.sh");
		let path = |path: &Path| quoted(&path.display().to_string());
		let (node, at) = (path(binary.path()), path(folder));
		let arguments: Vec<_> = arguments.iter().map(|argument| quoted(argument)).collect();
		let arguments = arguments.join(" ");
		let text = format!(
			"#!/bin/sh\n\
			 # Starts the node NAME, with another clock if there is a file NAME.clock here.\n\
			 name= previous=\n\
			 for argument; do\n\
			 \t[ \"$previous\" = --name ] && name=$argument\n\
			 \tprevious=$argument\n\
			 done\n\
			 [ -n \"$name\" ] || exec {node} \"$@\"\n\
			 if [ -f {at}/\"$name.clock\" ]; then\n\
			 \t. {at}/\"$name.clock\"\n\
			 fi\n\
			 exec {node} \"$@\" {arguments}\n"
		);
		write(&script, text)?;
		let permissions = std::fs::Permissions::from_mode(0o755);
		std::fs::set_permissions(&script, permissions)
			.map_err(Error::io(format!("make {} executable", script.display())))?;
		std::env::set_var(NODE_VARIABLE, &script);
		Ok(Self { folder: folder.to_owned() })
	}

	/// From its next start on, the clock of this node is so many seconds ahead, or right again with
	/// 0. Gives false if there is no library that can do it.
	pub(crate) fn set_clock(&self, node: &str, ahead_s: i32) -> Result<bool> {
		let file = self.folder.join(format!("{node}.clock"));
		if ahead_s == 0 {
			return match std::fs::remove_file(&file) {
				Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
					Err(Error::io(format!("remove {}", file.display()))(error))
				},
				_ => Ok(true),
			};
		}
		let Some(library) = LIBRARIES.iter().find(|path| Path::new(path).is_file()) else {
			return Ok(false);
		};
		// Timers and timeouts must not jump: only the time of day does.
		let text = format!(
			"export LD_PRELOAD={library} FAKETIME={ahead_s:+}s FAKETIME_DONT_FAKE_MONOTONIC=1\n"
		);
		write(&file, text)?;
		Ok(true)
	}
}

/// A text as a word of a shell script.
fn quoted(text: &str) -> String {
	format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn words_are_quoted() {
		assert_eq!(quoted("/a b/it's"), r"'/a b/it'\''s'");
	}

	#[test]
	fn a_clock_that_is_right_needs_no_library() -> Result<()> {
		let folder = tempfile::tempdir().map_err(Error::io("make a folder"))?;
		let wrapper = Wrapper { folder: folder.path().to_owned() };
		assert!(wrapper.set_clock("alice", 0)?);
		if wrapper.set_clock("alice", 30)? {
			let file = folder.path().join("alice.clock");
			let text = std::fs::read_to_string(&file).map_err(Error::io("read"))?;
			assert!(text.contains("FAKETIME=+30s"), "{text}");
			assert!(wrapper.set_clock("alice", 0)?);
			assert!(!file.exists());
		}
		Ok(())
	}
}
