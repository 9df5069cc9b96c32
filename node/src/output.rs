// SPDX-License-Identifier: GPL-3.0-or-later
//! Writing what a command makes, so that a file is either whole or untouched.

use std::{
	fs::{File, OpenOptions},
	io::{self, Write},
	path::{Path, PathBuf},
};

/// Why a result could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutputError {
	#[error("cannot write to {path}: {reason}. The file is as it was before")]
	File { path: PathBuf, reason: io::Error },

	#[error("cannot write to the standard output: {0}. What was written there is not complete")]
	Stdout(io::Error),
}

/// Writes `text` to `path`, or to the standard output if there is none.
pub(crate) fn write(path: Option<&Path>, text: &str) -> Result<(), OutputError> {
	match path {
		Some(path) => write_file(path, text)
			.map_err(|reason| OutputError::File { path: path.to_path_buf(), reason }),
		None => {
			let mut stdout = io::stdout().lock();
			stdout
				.write_all(text.as_bytes())
				.and_then(|()| stdout.flush())
				.map_err(OutputError::Stdout)
		},
	}
}

/// A file is written beside its place and then moved there, which happens at once or not at all. What
/// is no file, as `/dev/stdout`, is written to where it is.
fn write_file(path: &Path, text: &str) -> io::Result<()> {
	if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
		return OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes());
	}
	let mut name = path.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_os_string();
	name.push(format!(".{}.partial", std::process::id()));
	let partial = path.with_file_name(name);
	let written = File::create(&partial).and_then(|mut file| {
		file.write_all(text.as_bytes())?;
		file.sync_all()?;
		std::fs::rename(&partial, path)
	});
	if written.is_err() {
		// It may never have been made, and the first error is the one to tell.
		let _ = std::fs::remove_file(&partial);
	}
	written
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_file_is_replaced_as_a_whole() {
		let folder = tempfile::tempdir().expect("can be made");
		let path = folder.path().join("spec.json");
		write(Some(&path), "first").expect("can be written");
		write(Some(&path), "second").expect("can be replaced");
		assert_eq!(std::fs::read_to_string(&path).expect("is there"), "second");
		assert_eq!(std::fs::read_dir(folder.path()).expect("is there").count(), 1);
	}

	#[test]
	fn a_device_stays_one() {
		let null = Path::new("/dev/null");
		write(Some(null), "text").expect("takes anything");
		assert!(!null.metadata().expect("is there").is_file());
	}

	#[test]
	fn a_failure_names_the_file_and_leaves_nothing() {
		let folder = tempfile::tempdir().expect("can be made");
		let path = folder.path().join("missing").join("spec.json");
		let error = write(Some(&path), "text").expect_err("the folder is missing");
		assert!(error.to_string().contains("missing/spec.json"), "{error}");
		let error = write(Some(folder.path()), "text").expect_err("that is a folder");
		assert!(error.to_string().contains("cannot write"), "{error}");
		let left = std::fs::read_dir(folder.path()).expect("is there").count();
		assert_eq!(left, 0);
	}
}
