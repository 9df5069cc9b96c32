// SPDX-License-Identifier: GPL-3.0-or-later
//! A database belongs to one chain. A chain spec that was made anew has the same id, and so the
//! same folder, but another genesis: the client would go on with the old chain without a word.

use super::FullBackend;
use crate::error::Error;
use polkadot_primitives::{Block, Hash};
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_client_api::Backend;
use sc_executor::RuntimeVersionOf;
use sc_service::Configuration;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

type Operation = <FullBackend as Backend<Block>>::BlockImportOperation;

/// The genesis block of the chain spec, ready to be imported into an empty database.
pub(super) struct Genesis {
	block: Block,
	operation: Operation,
}

impl BuildGenesisBlock<Block> for Genesis {
	type BlockImportOperation = Operation;

	fn build_genesis_block(self) -> sp_blockchain::Result<(Block, Operation)> {
		Ok((self.block, self.operation))
	}
}

/// Makes the genesis block of the chain spec. Fails if the database has another one.
pub(super) fn matching_genesis<E: RuntimeVersionOf>(
	config: &Configuration,
	backend: &Arc<FullBackend>,
	executor: E,
) -> Result<Genesis, Error> {
	let builder = GenesisBlockBuilder::<Block, _, _>::new(
		config.chain_spec.as_storage_builder(),
		!config.no_genesis(),
		backend.clone(),
		executor,
	)?;
	let (block, operation) = builder.build_genesis_block()?;
	check(backend.blockchain().hash(0)?, block.header.hash(), || {
		config.database.path().map_or_else(String::new, |path| path.display().to_string())
	})?;
	Ok(Genesis { block, operation })
}

fn check(database: Option<Hash>, spec: Hash, path: impl FnOnce() -> String) -> Result<(), Error> {
	match database {
		Some(database) if database != spec => {
			Err(Error::ForeignDatabase { path: path(), database, spec })
		},
		_ => Ok(()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_another_genesis_is_refused() {
		let (one, other) = (Hash::repeat_byte(1), Hash::repeat_byte(2));
		assert!(check(None, one, String::new).is_ok());
		assert!(check(Some(one), one, String::new).is_ok());
		let error = check(Some(other), one, || "/data".into()).expect_err("another chain's");
		assert!(error.to_string().contains("/data"), "{error}");
	}
}
