// SPDX-License-Identifier: GPL-3.0-or-later
//! Compiled runtimes on disk: a node that starts again does not compile what it compiled before.
//!
//! Wasmtime writes and reads the files, and names them by a hash of the code, its own version and its
//! settings. It does not notice when a file is no longer what was written; such a file could keep the
//! node from starting, or compute something else than the runtime. So the digests of the files are
//! noted beside them, and whatever does not match is removed before wasmtime sees it. Who can change
//! both can change the database and the keystore too.

use polkadot_primitives::Hash;
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use std::{
	collections::BTreeMap,
	fs, io,
	path::{Path, PathBuf},
	time::SystemTime,
};

/// Compiled runtimes that are kept, the newest ones: of genesis, of the present, and a few before it.
const MAX_FILES: usize = 8;
/// The longest file that is kept, in bytes. A runtime has a tenth of that.
const MAX_FILE_BYTES: u64 = 128 * 1024 * 1024;
/// Files and folders that are looked at; with more, the cache is not this node's work.
const MAX_ENTRIES: usize = 4096;

/// The cache of one chain's folder.
pub(super) struct CodeCache {
	folder: PathBuf,
}

/// A file that may be kept.
struct Found {
	path: PathBuf,
	modified: SystemTime,
}

impl CodeCache {
	/// Opens the cache in `data_path`, with nothing in it but what was sealed. `None` where that is
	/// not possible: the node does without.
	pub(super) fn open(data_path: &Path) -> Option<Self> {
		let opened = Self::at(data_path);
		if let Err(error) = &opened {
			log::warn!("Compiled runtimes are not kept in {}: {error}", data_path.display());
		}
		opened.ok()
	}

	fn at(data_path: &Path) -> io::Result<Self> {
		let folder = data_path.join("runtime-cache");
		fs::create_dir_all(&folder)?;
		// Wasmtime asks for an absolute path.
		let cache = Self { folder: fs::canonicalize(folder)? };
		if let Err(error) = cache.sift() {
			log::warn!("Compiled runtimes cannot be used again, making them anew: {error}");
			fs::remove_dir_all(&cache.folder)?;
		}
		fs::create_dir_all(cache.files())?;
		Ok(cache)
	}

	/// The folder for wasmtime.
	pub(super) fn files(&self) -> PathBuf {
		self.folder.join("files")
	}

	fn digests(&self) -> PathBuf {
		self.folder.join("digests")
	}

	/// Notes the digests of all files that are there now. To be called soon after they are written.
	pub(super) fn seal(&self) {
		if let Err(error) = self.write_digests() {
			log::warn!("This node will compile its runtime again when it starts: {error}");
		}
	}

	fn write_digests(&self) -> io::Result<()> {
		let mut text = String::new();
		for found in self.find()? {
			if let Some(name) = self.name(&found.path) {
				text.push_str(&format!("{:?} {name}\n", digest(&found.path)?));
			}
		}
		// In one step: a list that is cut short would do no harm, only undo the work.
		let draft = self.folder.join("digests.new");
		fs::write(&draft, text)?;
		fs::rename(draft, self.digests())
	}

	/// Removes what was not sealed, or has changed since, and what is too much.
	fn sift(&self) -> io::Result<()> {
		let sealed = self.read_digests();
		let mut kept = 0;
		for found in self.find()? {
			let expected = self.name(&found.path).and_then(|name| sealed.get(&name));
			let is_good = match expected {
				Some(expected) if kept < MAX_FILES => digest(&found.path)? == *expected,
				_ => false,
			};
			if is_good {
				kept += 1;
			} else {
				fs::remove_file(&found.path)?;
			}
		}
		Ok(())
	}

	/// Without a list that can be read, nothing was sealed.
	fn read_digests(&self) -> BTreeMap<String, Hash> {
		let text = fs::read_to_string(self.digests()).unwrap_or_default();
		text.lines()
			.filter_map(|line| line.split_once(' '))
			.filter_map(|(digest, name)| Some((name.to_string(), digest.parse().ok()?)))
			.collect()
	}

	/// A file's path below the folder, if it can stand in the list.
	fn name(&self, path: &Path) -> Option<String> {
		let name = path.strip_prefix(self.files()).ok()?.to_str()?;
		(!name.contains('\n')).then(|| name.to_string())
	}

	/// The files, newest first. Removes what else there is: links, wasmtime's statistics (it makes
	/// them anew) and what is too long.
	fn find(&self) -> io::Result<Vec<Found>> {
		let mut found = Vec::new();
		let mut folders = vec![self.files()];
		let mut entries = 0;
		while let Some(folder) = folders.pop() {
			let listed = match fs::read_dir(&folder) {
				Ok(listed) => listed,
				Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
				Err(error) => return Err(error),
			};
			for entry in listed {
				let path = entry?.path();
				entries += 1;
				if entries > MAX_ENTRIES {
					return Err(io::Error::other("there are more files than this node makes"));
				}
				let meta = fs::symlink_metadata(&path)?;
				if meta.is_dir() {
					folders.push(path);
				} else if meta.is_file()
					&& meta.len() <= MAX_FILE_BYTES
					&& path.extension().is_none()
				{
					found.push(Found { path, modified: meta.modified()? });
				} else {
					fs::remove_file(&path)?;
				}
			}
		}
		found.sort_by(|one, other| {
			other.modified.cmp(&one.modified).then_with(|| one.path.cmp(&other.path))
		});
		Ok(found)
	}
}

fn digest(path: &Path) -> io::Result<Hash> {
	Ok(BlakeTwo256::hash(&fs::read(path)?))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::time::Duration;

	struct Folder(tempfile::TempDir);

	impl Folder {
		fn new() -> Self {
			Self(tempfile::tempdir().expect("the temporary directory is writable"))
		}

		fn open(&self) -> CodeCache {
			CodeCache::open(self.0.path()).expect("the folder is writable")
		}

		/// A cache with these files, sealed.
		fn sealed(&self, names: &[&str]) -> CodeCache {
			let cache = self.open();
			for name in names {
				write(&cache, name, name.as_bytes());
			}
			cache.seal();
			cache
		}
	}

	fn path(cache: &CodeCache, name: &str) -> PathBuf {
		cache.files().join("modules/wasmtime-1").join(name)
	}

	fn write(cache: &CodeCache, name: &str, content: &[u8]) {
		let path = path(cache, name);
		fs::create_dir_all(path.parent().expect("it has one")).expect("the folder is writable");
		fs::write(path, content).expect("the folder is writable");
	}

	fn names(cache: &CodeCache) -> Vec<String> {
		let listed = fs::read_dir(path(cache, "")).into_iter().flatten();
		let name = |entry: io::Result<fs::DirEntry>| entry.ok()?.file_name().into_string().ok();
		let mut names: Vec<_> = listed.filter_map(name).collect();
		names.sort();
		names
	}

	#[test]
	fn sealed_files_are_there_at_the_next_start() {
		let folder = Folder::new();
		assert!(names(&folder.open()).is_empty());
		folder.sealed(&["one", "two"]);
		let cache = folder.open();
		assert_eq!(names(&cache), ["one", "two"]);
		assert!(cache.files().is_absolute());
		cache.seal();
		assert_eq!(names(&folder.open()), ["one", "two"]);
	}

	#[test]
	fn what_is_not_as_it_was_sealed_is_removed() {
		let folder = Folder::new();
		let cache = folder.sealed(&["altered", "cut", "empty", "good", "renamed"]);
		write(&cache, "altered", b"alterec");
		write(&cache, "cut", b"cu");
		write(&cache, "empty", b"");
		write(&cache, "unsealed", b"unsealed");
		write(&cache, "good.stats", b"");
		fs::rename(path(&cache, "renamed"), path(&cache, "other")).expect("it is there");
		assert_eq!(names(&folder.open()), ["good"]);
	}

	#[cfg(unix)]
	#[test]
	fn links_are_not_followed() {
		let folder = Folder::new();
		let cache = folder.sealed(&["good"]);
		let outside = folder.0.path().join("outside");
		fs::write(&outside, "good").expect("the folder is writable");
		fs::remove_file(path(&cache, "good")).expect("it is there");
		std::os::unix::fs::symlink(&outside, path(&cache, "good")).expect("links can be made");
		assert!(names(&folder.open()).is_empty());
		assert!(outside.exists());
	}

	#[test]
	fn without_a_good_list_nothing_is_kept() {
		for list in [&b""[..], b"\xff\xfe", b"0x00 modules/wasmtime-1/one\nrubbish"] {
			let folder = Folder::new();
			let cache = folder.sealed(&["one"]);
			fs::write(cache.digests(), list).expect("the folder is writable");
			assert!(names(&folder.open()).is_empty());
		}
	}

	#[test]
	fn the_newest_are_kept() {
		let folder = Folder::new();
		let all: Vec<String> = (0..MAX_FILES + 2).map(|number| format!("{number:02}")).collect();
		let cache = folder.sealed(&all.iter().map(String::as_str).collect::<Vec<_>>());
		for (age, name) in all.iter().rev().enumerate() {
			let file =
				fs::File::options().write(true).open(path(&cache, name)).expect("it is there");
			let age = Duration::from_secs(u64::try_from(age).unwrap_or(0));
			file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1000) - age)
				.expect("the time can be set");
		}
		assert_eq!(names(&folder.open()), all[2..]);
	}

	#[test]
	fn a_folder_that_cannot_be_used_is_done_without() {
		let folder = Folder::new();
		fs::write(folder.0.path().join("runtime-cache"), "a file").expect("it is writable");
		assert!(CodeCache::open(folder.0.path()).is_none());
		let folder = Folder::new();
		fs::create_dir(folder.0.path().join("runtime-cache")).expect("it is writable");
		fs::write(folder.0.path().join("runtime-cache/files"), "a file").expect("it is writable");
		assert!(CodeCache::open(folder.0.path()).is_some(), "it is cleared");
	}
}
