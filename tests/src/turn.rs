// SPDX-License-Identifier: GPL-3.0-or-later
//! Whose turn it is to run nodes on this machine, also among processes.

use crate::{wait::POLL, Error, Result};
use rustix::fs::{flock, FlockOperation};
use std::{
	fs::{File, OpenOptions},
	path::Path,
};

/// Networks that run at a time. Nodes wait for their slots most of the time: four validators take a
/// twentieth of a core once they run, and with two partitions beside them half of one.
const PLACES: usize = 2;

/// A turn. Another one waits until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
	_place: File,
}

impl Turn {
	/// Waits for one among all who use this folder.
	pub(crate) fn wait(folder: &Path) -> Result<Self> {
		loop {
			for place in 0..PLACES {
				let file = open(&folder.join(format!("flarechain-tests-{place}.lock")))?;
				if flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok() {
					return Ok(Self { _place: file });
				}
			}
			std::thread::sleep(POLL);
		}
	}
}

fn open(path: &Path) -> Result<File> {
	OpenOptions::new()
		.create(true)
		.append(true)
		.open(path)
		.map_err(Error::io(format!("open {}", path.display())))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{sync::mpsc, time::Duration};

	#[test]
	fn who_comes_last_waits_for_a_place() -> Result<()> {
		let folder = tempfile::tempdir().map_err(Error::io("make a folder"))?;
		let mut turns = Vec::new();
		for _ in 0..PLACES {
			turns.push(Turn::wait(folder.path())?);
		}
		let (sender, receiver) = mpsc::channel();
		let path = folder.path().to_owned();
		let waiting = std::thread::spawn(move || {
			let turn = Turn::wait(&path);
			// Fails only if nobody waits any more.
			let _ = sender.send(turn.is_ok());
		});
		assert!(receiver.recv_timeout(POLL * 3).is_err(), "a turn too many");
		turns.pop();
		assert_eq!(receiver.recv_timeout(Duration::from_secs(20)), Ok(true));
		assert!(waiting.join().is_ok());
		Ok(())
	}
}
