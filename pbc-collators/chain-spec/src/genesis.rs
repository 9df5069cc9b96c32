// SPDX-License-Identifier: GPL-3.0-or-later
//! The first block of a chain, from its spec and without a database.

use crate::{content, Error};
use codec::Encode;
use sc_chain_spec::{construct_genesis_block, resolve_state_version_from_wasm, ChainSpec};
use sc_executor::WasmExecutor;
use sc_executor_common::runtime_blob::RuntimeBlob;
use sp_core::{
	storage::{well_known_keys, StateVersion, Storage},
	H256,
};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Hash},
	OpaqueExtrinsic,
};

/// A block header of the relay chain and of every partition.
pub type Header = generic::Header<u32, BlakeTwo256>;
type Block = generic::Block<Header, OpaqueExtrinsic>;

/// What the relay chain stores as the head of a partition that has no block yet: the encoded
/// [`genesis_header`].
pub fn genesis_head(spec: &dyn ChainSpec) -> Result<Vec<u8>, Error> {
	Ok(genesis_header(spec)?.encode())
}

/// The header of the chain's first block. Its hash is the genesis hash.
///
/// A spec in plain form executes its runtime for this, which takes seconds unless it is the one in
/// this binary.
pub fn genesis_header(spec: &dyn ChainSpec) -> Result<Header, Error> {
	let storage = content::storage(spec).map_err(|reason| genesis_error(spec, reason))?;
	let version = state_version(&storage).map_err(|reason| genesis_error(spec, reason))?;
	let root = state_root(storage, version);
	Ok(construct_genesis_block::<Block>(root, version).header)
}

/// The hash of the chain's first block, which names the chain.
pub fn genesis_hash(spec: &dyn ChainSpec) -> Result<H256, Error> {
	Ok(genesis_header(spec)?.hash())
}

/// The code with which validators check a partition's blocks: the runtime in its genesis.
pub fn validation_code(spec: &dyn ChainSpec) -> Result<Vec<u8>, Error> {
	content::code(spec).map_err(|reason| genesis_error(spec, reason))
}

fn genesis_error(spec: &dyn ChainSpec, reason: String) -> Error {
	Error::Genesis { id: spec.id().into(), reason }
}

/// How the runtime lays out its state. Runtimes say so in a section that can be read without
/// compiling them; those that do not are asked.
fn state_version(storage: &Storage) -> Result<StateVersion, String> {
	let code = storage.top.get(well_known_keys::CODE).ok_or("it has no runtime code")?;
	let blob = RuntimeBlob::uncompress_if_needed(code)
		.map_err(|error| format!("its runtime code is not WASM: {error}"))?;
	let embedded = sc_executor::read_embedded_version(&blob)
		.map_err(|error| format!("its runtime's version cannot be read: {error}"))?;
	match embedded {
		Some(version) => Ok(version.state_version()),
		None => {
			let executor = WasmExecutor::<sp_io::SubstrateHostFunctions>::builder()
				.with_allow_missing_host_functions(true)
				.build();
			resolve_state_version_from_wasm::<_, BlakeTwo256>(storage, &executor)
				.map_err(|error| error.to_string())
		},
	}
}

/// The root of the whole state: child tries stand in the main one with their roots.
fn state_root(storage: Storage, version: StateVersion) -> H256 {
	let mut top = storage.top;
	for child in storage.children_default.into_values() {
		// An empty child trie leaves no trace in the main one.
		if child.data.is_empty() {
			continue;
		}
		let key = child.child_info.prefixed_storage_key().into_inner();
		let root = BlakeTwo256::trie_root(child.data.into_iter().collect(), version);
		top.insert(key, root.encode());
	}
	BlakeTwo256::trie_root(top.into_iter().collect(), version)
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::storage::{ChildInfo, StorageChild};

	#[test]
	fn empty_child_tries_do_not_count() {
		let child = |data: &[(&[u8], &[u8])]| StorageChild {
			data: data.iter().map(|(key, value)| (key.to_vec(), value.to_vec())).collect(),
			child_info: ChildInfo::new_default(b"child"),
		};
		let root = |children: Vec<StorageChild>| {
			let mut storage = Storage::default();
			storage.top.insert(b"key".to_vec(), b"value".to_vec());
			let named = children.into_iter().map(|child| (b"child".to_vec(), child));
			storage.children_default.extend(named);
			state_root(storage, StateVersion::V1)
		};
		assert_eq!(root(vec![]), root(vec![child(&[])]));
		assert_ne!(root(vec![]), root(vec![child(&[(b"a", b"b")])]));
	}
}
