// SPDX-License-Identifier: GPL-3.0-or-later
//! Whose turn it is to run nodes on this machine, also among processes.

use crate::{wait::POLL, Error, Result};
use rustix::fs::{flock, FlockOperation};
use std::{
	fs::{File, OpenOptions},
	path::Path,
};

/// Networks that run at a time. Validators wait for their slots most of the time: four of them take
/// a twentieth of a core, once they run.
const PLACES: usize = 2;
/// Held shared by those that have a place, and by one that runs alone for itself.
const MACHINE_FILE: &str = "flarechain-tests.lock";

/// How much of the machine a network takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
	/// One of the places.
	Some,
	/// The whole machine.
	All,
}

/// A turn. Others wait until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
	_place: Option<File>,
	_machine: File,
}

impl Turn {
	/// Waits for one among all who use this folder.
	pub(crate) fn wait(folder: &Path, share: Share) -> Result<Self> {
		let machine = open(folder, MACHINE_FILE)?;
		let place = match share {
			Share::Some => {
				let place = place(folder)?;
				lock(&machine, FlockOperation::LockShared)?;
				Some(place)
			},
			Share::All => {
				lock(&machine, FlockOperation::LockExclusive)?;
				None
			},
		};
		Ok(Self { _place: place, _machine: machine })
	}
}

/// Waits for a place that is free.
fn place(folder: &Path) -> Result<File> {
	loop {
		for place in 0..PLACES {
			let file = open(folder, &format!("flarechain-tests-{place}.lock"))?;
			if flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok() {
				return Ok(file);
			}
		}
		std::thread::sleep(POLL);
	}
}

fn open(folder: &Path, name: &str) -> Result<File> {
	let path = folder.join(name);
	OpenOptions::new()
		.create(true)
		.append(true)
		.open(&path)
		.map_err(Error::io(format!("open {}", path.display())))
}

fn lock(file: &File, operation: FlockOperation) -> Result<()> {
	flock(file, operation).map_err(|error| Error::io("wait for the machine")(error.into()))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{sync::mpsc, time::Duration};

	/// Takes a turn elsewhere; tells once it has it.
	fn wait_elsewhere(folder: &Path, share: Share) -> mpsc::Receiver<Turn> {
		let (sender, receiver) = mpsc::channel();
		let folder = folder.to_owned();
		std::thread::spawn(move || {
			if let Ok(turn) = Turn::wait(&folder, share) {
				let _ = sender.send(turn);
			}
		});
		receiver
	}

	#[test]
	fn places_are_shared_and_the_machine_is_not() -> Result<()> {
		const SOON: Duration = Duration::from_secs(20);
		const NOT_NOW: Duration = Duration::from_millis(600);
		let folder = tempfile::tempdir().map_err(Error::io("make a folder"))?;
		let first = Turn::wait(folder.path(), Share::Some)?;
		let second = Turn::wait(folder.path(), Share::Some)?;
		let third = wait_elsewhere(folder.path(), Share::Some);
		assert!(third.recv_timeout(NOT_NOW).is_err(), "there are two places");
		drop(first);
		let third = third.recv_timeout(SOON).expect("one is free");
		let alone = wait_elsewhere(folder.path(), Share::All);
		drop(second);
		assert!(alone.recv_timeout(NOT_NOW).is_err(), "one still runs");
		drop(third);
		let alone = alone.recv_timeout(SOON).expect("nobody runs");
		let fourth = wait_elsewhere(folder.path(), Share::Some);
		assert!(fourth.recv_timeout(NOT_NOW).is_err(), "one runs alone");
		drop(alone);
		assert!(fourth.recv_timeout(SOON).is_ok());
		Ok(())
	}
}
