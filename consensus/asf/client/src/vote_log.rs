// SPDX-License-Identifier: GPL-3.0-or-later
//! What this node's seat said, on disk before it is sent.
//!
//! A seat that forgets what it said and says something else is slashed, so this log must survive
//! what the block database may lose: a kill, a crash of the machine, a power failure. RocksDB, the
//! default database, writes a commit at once, but syncs later; ParityDB queues it in memory and writes
//! it in the background. The log therefore has two small files of its own, which take turns. Each
//! holds the whole log with a counter and a checksum and is synced before the vote leaves; a write
//! that is cut short leaves the other one, and the vote in it was not sent.
//!
//! The log is then ahead of the database after a crash, so it also holds the certificates that its
//! votes rest on: that of the last decided block, and the one that ended the term before.
//!
//! Without a directory (temporary development chains, tests) the log goes to the auxiliary column.

use asf_core::{LogRecord, LogSlot};
use asf_primitives::{Certificate, Height, Round, SetId, Step};
use codec::{Decode, DecodeAll, Encode};
use sc_client_api::backend::AuxStore;
use sp_runtime::traits::{BlakeTwo256, Hash};
use std::{
	collections::BTreeMap,
	fs::{File, OpenOptions},
	io::{Read, Write},
	path::{Path, PathBuf},
	sync::Arc,
};

const AUX_KEY: &[u8] = b"asf:votes";
/// Begins each file: the name and the version of the layout.
const MAGIC: [u8; 8] = *b"asfvote\x01";
const FILE_NAMES: [&str; 2] = ["votes-a", "votes-b"];
/// The longest log: seven records of which each may hold a hundred prevotes, and two certificates.
const MAX_LOG_BYTES: u64 = 1 << 20;
/// One for each [`LogSlot`].
const MAX_RECORDS: usize = 7;

/// Why the log cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum VoteLogError {
	/// Input or output failed.
	#[error("vote log {path}: {error}", path = .path.display())]
	Io {
		/// The file.
		path: PathBuf,
		/// What the system said.
		error: std::io::Error,
	},
	/// Neither file is whole.
	#[error(
		"the vote log in {path} is damaged; voting on without it could contradict what was said \
		 before: restore it, or remove it together with the session keys and set new ones",
		path = .path.display()
	)]
	Damaged {
		/// The directory.
		path: PathBuf,
	},
	/// The copy in the database does not read.
	#[error("the vote log in the database does not read: {0}")]
	DamagedAux(String),
}

/// What the log holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
struct Content {
	/// Counts the writes.
	sequence: u64,
	records: Vec<LogRecord>,
	/// The certificate that ended the term before.
	closing: Option<Certificate>,
	/// The certificate of the last decided block.
	decided: Option<Certificate>,
}

enum Store<S> {
	Files(PathBuf),
	Aux(Arc<S>),
}

/// The log.
pub(crate) struct VoteLog<S> {
	store: Store<S>,
	slots: BTreeMap<LogSlot, LogRecord>,
	sequence: u64,
	closing: Option<Certificate>,
	decided: Option<Certificate>,
}

impl<S: AuxStore> VoteLog<S> {
	/// Reads the log from its directory.
	pub(crate) fn open(directory: &Path) -> Result<Self, VoteLogError> {
		let mut contents = Vec::new();
		let mut files = 0;
		for name in FILE_NAMES {
			if let Some(encoded) = read_file(&directory.join(name))? {
				files += 1;
				contents.extend(unseal(&encoded));
			}
		}
		if files > 0 && contents.is_empty() {
			return Err(VoteLogError::Damaged { path: directory.to_owned() });
		}
		let newest = contents.into_iter().max_by_key(|content| content.sequence);
		Ok(Self::with(Store::Files(directory.to_owned()), newest.unwrap_or_default()))
	}

	/// Reads the log from the database.
	pub(crate) fn open_aux(store: Arc<S>) -> Result<Self, VoteLogError> {
		let damaged = |error: &dyn std::fmt::Display| VoteLogError::DamagedAux(error.to_string());
		let encoded = store.get_aux(AUX_KEY).map_err(|error| damaged(&error))?;
		let content = match encoded {
			None => Content::default(),
			Some(encoded) => {
				Content::decode_all(&mut &encoded[..]).map_err(|error| damaged(&error))?
			},
		};
		Ok(Self::with(Store::Aux(store), content))
	}

	fn with(store: Store<S>, content: Content) -> Self {
		let Content { sequence, mut records, closing, decided } = content;
		let mut slots = BTreeMap::new();
		// In the order in which they were said, so that the newest stays in its slots.
		records.sort_by_key(place);
		for record in records {
			insert(&mut slots, record);
		}
		Self { store, slots, sequence, closing, decided }
	}

	/// Everything said, in no particular order.
	pub(crate) fn records(&self) -> Vec<LogRecord> {
		let mut records: Vec<LogRecord> = self.slots.values().cloned().collect();
		records.sort_by_key(place);
		records.dedup();
		records
	}

	/// The set and height of the newest record.
	pub(crate) fn newest(&self) -> Option<(SetId, Height)> {
		let places = self.slots.values();
		places.map(|record| (record.message.set_id, record.message.height)).max()
	}

	/// The certificates that the records rest on, in the order in which they were decided.
	pub(crate) fn certificates(&self) -> impl Iterator<Item = &Certificate> {
		self.closing.iter().chain(&self.decided)
	}

	/// Stores a record; when this returns `Ok`, it survives a crash of the machine.
	pub(crate) fn append(
		&mut self,
		record: LogRecord,
		newest: Option<&Certificate>,
	) -> Result<(), VoteLogError> {
		insert(&mut self.slots, record);
		self.note_certificate(newest);
		self.sequence = self.sequence.saturating_add(1);
		let content = Content {
			sequence: self.sequence,
			records: self.records(),
			closing: self.closing.clone(),
			decided: self.decided.clone(),
		};
		match &self.store {
			Store::Files(directory) => {
				let turn = usize::from(self.sequence % 2 == 1);
				write_file(&directory.join(FILE_NAMES[turn]), &seal(&content))
			},
			Store::Aux(store) => store
				.insert_aux(&[(AUX_KEY, &content.encode()[..])], &[])
				.map_err(|error| VoteLogError::DamagedAux(error.to_string())),
		}
	}

	fn note_certificate(&mut self, newest: Option<&Certificate>) {
		let Some(newest) = newest else { return };
		let kept = self.decided.replace(newest.clone());
		if let Some(kept) = kept.filter(|kept| kept.set_id < newest.set_id) {
			self.closing = Some(kept);
		}
	}
}

fn place(record: &LogRecord) -> (SetId, Height, Round, Step) {
	let message = &record.message;
	(message.set_id, message.height, message.round, message.ballot.step())
}

fn insert(slots: &mut BTreeMap<LogSlot, LogRecord>, record: LogRecord) {
	for slot in record.slots() {
		slots.insert(slot, record.clone());
	}
	debug_assert!(slots.len() <= MAX_RECORDS);
}

/// Magic, checksum, content.
fn seal(content: &Content) -> Vec<u8> {
	let encoded = content.encode();
	[&MAGIC[..], BlakeTwo256::hash(&encoded).as_bytes(), &encoded].concat()
}

/// The content of a whole file.
fn unseal(sealed: &[u8]) -> Option<Content> {
	let rest = sealed.strip_prefix(&MAGIC)?;
	let (checksum, encoded) = rest.split_at_checked(32)?;
	let content = (checksum == BlakeTwo256::hash(encoded).as_bytes()).then_some(encoded)?;
	Content::decode_all(&mut &content[..]).ok()
}

fn io_error(path: &Path) -> impl FnOnce(std::io::Error) -> VoteLogError + '_ {
	|error| VoteLogError::Io { path: path.to_owned(), error }
}

fn read_file(path: &Path) -> Result<Option<Vec<u8>>, VoteLogError> {
	let file = match File::open(path) {
		Ok(file) => file,
		Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
		Err(error) => return Err(io_error(path)(error)),
	};
	let mut content = Vec::new();
	file.take(MAX_LOG_BYTES).read_to_end(&mut content).map_err(io_error(path))?;
	Ok(Some(content))
}

fn write_file(path: &Path, content: &[u8]) -> Result<(), VoteLogError> {
	let is_new = !path.exists();
	// There may be no other file yet, so a name has to appear with whole content.
	let written = if is_new { path.with_extension("new") } else { path.to_owned() };
	let write = || {
		let mut file = OpenOptions::new().create(true).write(true).truncate(true).open(&written)?;
		file.write_all(content)?;
		file.sync_all()?;
		if is_new {
			std::fs::rename(&written, path)?;
		}
		// The name of a new file is only safe once its directory is.
		match path.parent().filter(|_| is_new && cfg!(unix)) {
			Some(directory) => File::open(directory)?.sync_all(),
			None => Ok(()),
		}
	};
	write().map_err(io_error(path))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{certificate, record, MemoryAux, TempDir};
	use asf_primitives::Ballot;

	fn prevote(height: u64, round: u32) -> LogRecord {
		record(SetId::new(1), Height::new(height), Round::new(round), Ballot::Prevote(None))
	}

	fn open(directory: &TempDir) -> Result<VoteLog<MemoryAux>, VoteLogError> {
		VoteLog::open(directory.path())
	}

	fn append_all(log: &mut VoteLog<MemoryAux>, records: &[LogRecord]) {
		let newest = certificate(SetId::new(1), Height::new(4), 40);
		for record in records {
			assert!(log.append(record.clone(), Some(&newest)).is_ok());
		}
	}

	#[test]
	fn reads_what_it_wrote() {
		let directory = TempDir::new();
		let said = [prevote(5, 0), prevote(5, 1), prevote(5, 2)];
		let mut log = open(&directory).expect("the log is whole");
		assert_eq!(log.newest(), None);
		append_all(&mut log, &said);
		let log = open(&directory).expect("the log is whole");
		// Rounds 0 and 2 share a slot.
		assert_eq!(log.records(), said[1..].to_vec());
		assert_eq!(log.newest(), Some((SetId::new(1), Height::new(5))));
		assert_eq!(log.certificates().count(), 1);
	}

	#[test]
	fn the_database_does_for_chains_without_a_directory() {
		let store = Arc::new(MemoryAux::default());
		let mut log = VoteLog::open_aux(store.clone()).expect("there is none yet");
		append_all(&mut log, &[prevote(5, 0)]);
		let records = VoteLog::open_aux(store).map(|log| log.records()).ok();
		assert_eq!(records, Some(vec![prevote(5, 0)]));
	}

	#[test]
	fn a_first_write_cut_short_leaves_nothing() {
		let directory = TempDir::new();
		let draft = directory.path().join(FILE_NAMES[1]).with_extension("new");
		assert!(std::fs::write(&draft, &MAGIC[..4]).is_ok());
		assert_eq!(open(&directory).ok().map(|log| log.records()), Some(vec![]));
		let mut log = open(&directory).expect("nothing is damaged");
		append_all(&mut log, &[prevote(5, 0)]);
		assert_eq!(open(&directory).ok().map(|log| log.records()), Some(vec![prevote(5, 0)]));
		assert!(!draft.exists());
	}

	#[test]
	fn a_write_cut_short_leaves_the_one_before() {
		let directory = TempDir::new();
		let mut log = open(&directory).expect("the log is whole");
		append_all(&mut log, &[prevote(5, 0), prevote(5, 1)]);
		let newest = directory.path().join(FILE_NAMES[0]);
		let whole = std::fs::read(&newest).unwrap_or_default();
		assert!(!whole.is_empty());
		for cut in [0, 7, 8, 39, 40, whole.len() - 1] {
			assert!(std::fs::write(&newest, &whole[..cut]).is_ok());
			let records = open(&directory).map(|log| log.records()).ok();
			assert_eq!(records, Some(vec![prevote(5, 0)]), "cut at {cut}");
		}
		// The next write takes the place of the broken one.
		let mut log = open(&directory).expect("the log is whole");
		append_all(&mut log, &[prevote(5, 3)]);
		let records = open(&directory).map(|log| log.records()).ok();
		assert_eq!(records, Some(vec![prevote(5, 0), prevote(5, 3)]));
	}

	#[test]
	fn refuses_to_go_on_without_a_whole_file() {
		let directory = TempDir::new();
		let mut log = open(&directory).expect("the log is whole");
		append_all(&mut log, &[prevote(5, 0), prevote(5, 1)]);
		for name in FILE_NAMES {
			let path = directory.path().join(name);
			let mut content = std::fs::read(&path).unwrap_or_default();
			let last = content.len() - 1;
			content[last] ^= 1;
			assert!(std::fs::write(&path, content).is_ok());
		}
		assert!(matches!(open(&directory), Err(VoteLogError::Damaged { .. })));
	}

	#[test]
	fn keeps_the_certificate_that_ended_the_term_before() {
		let directory = TempDir::new();
		let mut log = open(&directory).expect("the log is whole");
		let closing = certificate(SetId::new(1), Height::new(9), 50);
		let decided = certificate(SetId::new(2), Height::new(1), 51);
		for newest in [&closing, &decided] {
			assert!(log.append(prevote(5, 0), Some(newest)).is_ok());
		}
		let kept: Vec<_> =
			open(&directory).map(|log| log.certificates().cloned().collect()).unwrap_or_default();
		assert_eq!(kept, vec![closing, decided]);
	}
}
