// SPDX-License-Identifier: GPL-3.0-or-later
//! A disk that fills up: a file system of its own below one node's data. Only root may make one.

use crate::error::{Error, Result};
use std::{
	path::{Path, PathBuf},
	process::{Command, Stdio},
};

/// The size of the disk, in MiB: more than what the node's `--db-storage-threshold` wants to be free,
/// which is 1 GiB unless it is told otherwise.
const SIZE_MIB: u32 = 2_048;
/// The file that fills it.
const FILLER: &str = "filler";

/// A disk below a folder; it goes when this goes.
#[derive(Debug)]
pub(crate) struct SmallDisk {
	folder: PathBuf,
}

impl SmallDisk {
	/// Puts a disk below an empty folder; says why not if it cannot be.
	pub(crate) fn mount(folder: &Path) -> std::result::Result<Self, String> {
		let options = format!("size={SIZE_MIB}m,mode=700");
		let mounted = Command::new("mount")
			.args(["-t", "tmpfs", "-o", &options, "flarechain-load"])
			.arg(folder)
			.stdin(Stdio::null())
			.output()
			.map_err(|error| format!("mount cannot be run: {error}"))?;
		if mounted.status.success() {
			return Ok(Self { folder: folder.to_owned() });
		}
		let why = String::from_utf8_lossy(&mounted.stderr).trim().to_owned();
		Err(format!("a small disk cannot be mounted (are you root?): {why}"))
	}

	/// Fills it to the last block.
	pub(crate) fn fill(&self) -> Result<()> {
		let filler = self.folder.join(FILLER);
		let doing = || format!("fill {}", self.folder.display());
		let mut file = std::fs::File::create(&filler).map_err(Error::io(doing()))?;
		let block = vec![0xa5; 1024 * 1024];
		for _ in 0..=SIZE_MIB {
			match std::io::Write::write_all(&mut file, &block) {
				Err(error) if error.kind() == std::io::ErrorKind::StorageFull => return Ok(()),
				written => written.map_err(Error::io(doing()))?,
			}
		}
		Err(Error::io(doing())(std::io::Error::other("it never became full")))
	}

	/// Gives the room back.
	pub(crate) fn free(&self) -> Result<()> {
		let filler = self.folder.join(FILLER);
		std::fs::remove_file(&filler).map_err(Error::io(format!("remove {}", filler.display())))
	}
}

impl Drop for SmallDisk {
	fn drop(&mut self) {
		// Lazily: the node below may just be ending.
		let _ = Command::new("umount").arg("-l").arg(&self.folder).status();
	}
}
