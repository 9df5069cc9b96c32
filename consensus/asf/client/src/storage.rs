// SPDX-License-Identifier: GPL-3.0-or-later
//! What finality keeps in the database's auxiliary column.
//!
//! | key | value |
//! | --- | --- |
//! | `asf:version` | layout version, u32 |
//! | `asf:state` | [`StoredState`] of the last finalized block |
//! | `asf:set:` + set id (u64, big endian) | [`SetRecord`], one for each set since genesis |
//!
//! All are written in the same database transaction as the finalized block they belong to, so they
//! never disagree with it. That transaction is atomic and ordered, but not synchronous: the newest
//! of them may be lost when the process is killed (ParityDB commits in the background) or the power
//! fails (neither ParityDB nor RocksDB is told to fsync each commit). Nothing is wrong then, the
//! node only is a few blocks back. What must not be lost, the votes of this node's seat, is in
//! `vote_log`.

use crate::{error::Error, AsfBlock};
use asf_primitives::{Certificate, Height, Panel, SetId, Target};
use codec::{Decode, DecodeAll, Encode};
use sc_client_api::backend::{apply_aux, AuxStore, Backend, ClientImportOperation};

const VERSION_KEY: &[u8] = b"asf:version";
const STATE_KEY: &[u8] = b"asf:state";
const SET_PREFIX: &[u8] = b"asf:set:";
/// Version of the layout above.
const LAYOUT_VERSION: u32 = 1;

/// How far finality has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct StoredState {
	/// The set that decides next.
	pub(crate) set_id: SetId,
	/// Its panel.
	pub(crate) panel: Panel,
	/// The block that the set's first decision extends.
	pub(crate) begins_after: Target,
	/// The last decided height of the set.
	pub(crate) height: Height,
	/// The last finalized block.
	pub(crate) decided: Target,
	/// The newest certificate, of this set or, at its beginning, of the one before.
	pub(crate) certificate: Option<Certificate>,
}

/// One set's term.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct SetRecord {
	/// Its panel.
	pub(crate) panel: Panel,
	/// The last block of the term before; genesis for the first set. The certificate that ended
	/// that term is stored with it as its justification.
	pub(crate) begins_after: Target,
}

fn set_key(set_id: SetId) -> Vec<u8> {
	[SET_PREFIX, &set_id.get().to_be_bytes()].concat()
}

fn read<T: Decode>(store: &impl AuxStore, key: &[u8]) -> Result<Option<T>, Error> {
	let Some(encoded) = store.get_aux(key)? else { return Ok(None) };
	T::decode_all(&mut &encoded[..]).map(Some).map_err(|error| Error::CorruptState {
		key: String::from_utf8_lossy(key).into_owned(),
		error,
	})
}

/// Reads the state; `None` in a database that has none yet.
pub(crate) fn load_state(store: &impl AuxStore) -> Result<Option<StoredState>, Error> {
	match read::<u32>(store, VERSION_KEY)? {
		None => Ok(None),
		Some(LAYOUT_VERSION) => read(store, STATE_KEY),
		Some(got) => Err(Error::StateVersion { got, expected: LAYOUT_VERSION }),
	}
}

/// Reads one set's record.
pub(crate) fn load_set(store: &impl AuxStore, set_id: SetId) -> Result<Option<SetRecord>, Error> {
	read(store, &set_key(set_id))
}

/// Writes in key and value form.
fn entries(state: &StoredState, new_set: bool) -> Vec<(Vec<u8>, Vec<u8>)> {
	let mut entries =
		vec![(VERSION_KEY.to_vec(), LAYOUT_VERSION.encode()), (STATE_KEY.to_vec(), state.encode())];
	if new_set {
		let record = SetRecord { panel: state.panel.clone(), begins_after: state.begins_after };
		entries.push((set_key(state.set_id), record.encode()));
	}
	entries
}

/// Adds the state to the operation that finalizes its block; with `new_set`, the set's record too.
pub(crate) fn store_state_with<B: AsfBlock, BE: Backend<B>>(
	operation: &mut ClientImportOperation<B, BE>,
	state: &StoredState,
	new_set: bool,
) -> sp_blockchain::Result<()> {
	let entries = entries(state, new_set);
	let borrowed: Vec<(&[u8], &[u8])> =
		entries.iter().map(|(key, value)| (&key[..], &value[..])).collect();
	apply_aux(operation, &borrowed, &[])
}

/// Writes the state and its set's record on their own.
pub(crate) fn store_state(store: &impl AuxStore, state: &StoredState) -> sp_blockchain::Result<()> {
	let entries = entries(state, true);
	let borrowed: Vec<(&[u8], &[u8])> =
		entries.iter().map(|(key, value)| (&key[..], &value[..])).collect();
	store.insert_aux(&borrowed, &[])
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{certificate, panel, MemoryAux};

	fn state() -> StoredState {
		let certificate = certificate(SetId::new(3), Height::new(8), 40);
		StoredState {
			set_id: SetId::new(3),
			panel: panel(4),
			begins_after: Target { hash: sp_core::H256::repeat_byte(1), number: 30 },
			height: Height::new(8),
			decided: certificate.target,
			certificate: Some(certificate),
		}
	}

	#[test]
	fn reads_what_it_wrote() {
		let store = MemoryAux::default();
		assert!(matches!(load_state(&store), Ok(None)));
		let written = state();
		assert!(store_state(&store, &written).is_ok());
		assert_eq!(load_state(&store).ok().flatten(), Some(written.clone()));
		let record = load_set(&store, SetId::new(3)).ok().flatten();
		assert_eq!(record.map(|record| record.begins_after), Some(written.begins_after));
		assert!(matches!(load_set(&store, SetId::new(2)), Ok(None)));
	}

	#[test]
	fn refuses_trailing_bytes_and_other_versions() {
		let store = MemoryAux::default();
		assert!(store_state(&store, &state()).is_ok());
		let mut longer = state().encode();
		longer.push(0);
		assert!(store.insert_aux(&[(STATE_KEY, &longer[..])], &[]).is_ok());
		assert!(matches!(load_state(&store), Err(Error::CorruptState { .. })));
		assert!(store.insert_aux(&[(VERSION_KEY, &2u32.encode()[..])], &[]).is_ok());
		assert!(matches!(load_state(&store), Err(Error::StateVersion { got: 2, expected: 1 })));
	}
}
