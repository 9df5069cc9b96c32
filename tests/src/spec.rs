// SPDX-License-Identifier: GPL-3.0-or-later
//! Chain specifications, made by the node's own command.

use crate::{node::WELL_KNOWN, Error, NodeBinary, Result};
use flarechain_primitives::Asset;
use serde_json::{json, Value};
use std::{
	path::{Path, PathBuf},
	sync::{Mutex, PoisonError},
};

/// Where the specification of a network comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainSource {
	/// The `local` preset, with changes.
	Local(LocalChain),
	/// A file that is used as it is.
	File(PathBuf),
}

/// What a chain made from the `local` preset is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalChain {
	/// How many of the well-known accounts validate.
	pub validators: usize,
	/// Slots of a session, if not those of the preset.
	pub epoch_slots: Option<u64>,
	/// Blocks after which validators turn to another partition, if not those of the preset.
	pub rotation_blocks: Option<u32>,
	/// The partitions that are registered from the first block on.
	pub partitions: Vec<Asset>,
	/// Plain specifications of some of them, in place of those in the node's binary.
	pub partition_specs: Vec<(Asset, PathBuf)>,
}

impl Default for LocalChain {
	fn default() -> Self {
		Self {
			validators: Self::VALIDATORS,
			epoch_slots: None,
			rotation_blocks: None,
			partitions: Vec::new(),
			partition_specs: Vec::new(),
		}
	}
}

impl LocalChain {
	/// Validators of the preset.
	const VALIDATORS: usize = 4;

	/// Whether the node's command makes it, without changes of ours.
	fn is_preset(&self) -> bool {
		*self == Self { partitions: self.partitions.clone(), ..Self::default() }
	}
}

impl ChainSource {
	/// The file in a network's folder that its nodes share.
	pub const FILE_NAME: &str = "chain-spec.json";

	/// A chain without partitions on which so many of the well-known accounts validate.
	pub fn with_validators(validators: usize) -> Self {
		Self::Local(LocalChain { validators, ..LocalChain::default() })
	}

	/// A chain without partitions and with sessions of so many slots.
	pub fn with_sessions_of(epoch_slots: u64) -> Self {
		Self::Local(LocalChain { epoch_slots: Some(epoch_slots), ..LocalChain::default() })
	}

	/// A chain with these partitions.
	pub fn with_partitions(partitions: &[Asset]) -> Self {
		Self::Local(LocalChain { partitions: partitions.to_vec(), ..LocalChain::default() })
	}
}

/// Writes the plain specification of the node's `local` preset.
pub fn plain(binary: &NodeBinary, partitions: &[Asset]) -> Result<Vec<u8>> {
	binary.stdout(&local(partitions))
}

/// Writes the raw specification of the node's `local` preset.
pub fn raw(binary: &NodeBinary, partitions: &[Asset]) -> Result<Vec<u8>> {
	let mut arguments = local(partitions);
	arguments.push("--raw".into());
	binary.stdout(&arguments)
}

fn local(partitions: &[Asset]) -> Vec<String> {
	["build-spec", "--chain", "local", "--disable-default-bootnode", "--partitions"]
		.map(str::to_owned)
		.into_iter()
		.chain([list(partitions)])
		.collect()
}

/// Partitions as the node's command takes them.
fn list(partitions: &[Asset]) -> String {
	if partitions.is_empty() {
		return "none".into();
	}
	partitions.iter().map(|asset| asset.short_name()).collect::<Vec<_>>().join(",")
}

/// Puts the specification of a network into `folder`, raw, so that not each node has to build
/// the genesis state again.
pub fn prepare(binary: &NodeBinary, source: &ChainSource, folder: &Path) -> Result<PathBuf> {
	/// What was made before: it takes seconds, and the same comes out.
	static MADE: Mutex<Vec<(ChainSource, Vec<u8>)>> = Mutex::new(Vec::new());

	if let ChainSource::File(path) = source {
		return Ok(path.clone());
	}
	let shared = folder.join(ChainSource::FILE_NAME);
	let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
	if let Some((_, spec)) = made.iter().find(|(earlier, _)| earlier == source) {
		return write(&shared, spec);
	}
	let spec = make(binary, source, folder)?;
	made.push((source.clone(), spec.clone()));
	write(&shared, &spec)
}

/// Writes a partition's plain specification into `folder`, with these of the well-known accounts as
/// its collators.
pub fn with_collators(binary: &NodeBinary, accounts: &[&str], folder: &Path) -> Result<PathBuf> {
	let mut spec = parse(&binary.stdout(&["export-chain-spec", "--chain", "local"])?)?;
	let (mut invulnerables, mut keys) = (Vec::new(), Vec::new());
	for account in accounts {
		let key = binary.public_key("sr25519", &secret_of(account))?;
		keys.push(json!([key, key, { "aura": key }]));
		invulnerables.push(key);
	}
	let genesis = genesis_of(&mut spec)?;
	genesis["collatorSelection"]["invulnerables"] = json!(invulnerables);
	genesis["session"]["keys"] = json!(keys);
	write(&folder.join("partition-spec.json"), spec.to_string().as_bytes())
}

/// Makes a raw specification.
fn make(binary: &NodeBinary, source: &ChainSource, folder: &Path) -> Result<Vec<u8>> {
	let chain = match source {
		ChainSource::File(path) => {
			return std::fs::read(path).map_err(Error::io(format!("read {}", path.display())));
		},
		ChainSource::Local(chain) => chain,
	};
	if chain.is_preset() {
		return raw(binary, &chain.partitions);
	}
	let mut spec = parse(&plain(binary, &chain.partitions)?)?;
	let genesis = genesis_of(&mut spec)?;
	if chain.validators != LocalChain::VALIDATORS {
		set_validators(binary, genesis, chain.validators)?;
	}
	if let Some(slots) = chain.epoch_slots {
		genesis["chainParameters"]["epochSlots"] = json!(slots);
	}
	if let Some(blocks) = chain.rotation_blocks {
		let host = &mut genesis["configuration"]["config"];
		host["scheduler_params"]["group_rotation_frequency"] = json!(blocks);
	}
	for (asset, partition) in &chain.partition_specs {
		set_partition(binary, genesis, *asset, partition)?;
	}
	let plain = write(&folder.join("plain-spec.json"), spec.to_string().as_bytes())?;
	let chain = plain.to_string_lossy();
	binary.stdout(&["build-spec", "--chain", &chain, "--disable-default-bootnode", "--raw"])
}

/// Registers a partition with the genesis of its own specification.
fn set_partition(
	binary: &NodeBinary,
	genesis: &mut Value,
	asset: Asset,
	spec: &Path,
) -> Result<()> {
	let spec = spec.to_string_lossy();
	let head = binary.collator(asset)?.stdout(&["export-genesis-head", "--chain", &spec])?;
	let partition = genesis["partitionRegistrar"]["partitions"]
		.as_array_mut()
		.into_iter()
		.flatten()
		.find(|partition| partition["id"] == json!(asset.para_id()))
		.ok_or_else(|| Error::Spec(format!("{asset} is not registered in the genesis")))?;
	partition["genesisHead"] = json!(String::from_utf8_lossy(&head).trim());
	Ok(())
}

/// What a plain specification sets in the genesis of its runtime.
fn genesis_of(spec: &mut Value) -> Result<&mut Value> {
	spec.pointer_mut("/genesis/runtimeGenesis/patch")
		.filter(|genesis| genesis.is_object())
		.ok_or_else(|| Error::Spec("the plain form has no genesis to change".into()))
}

/// Makes the first of the well-known accounts the committee, each with the bond and the role that
/// the first member of the preset has, and has partitions' blocks checked by as many as can.
fn set_validators(binary: &NodeBinary, genesis: &mut Value, count: usize) -> Result<()> {
	let (role, bond) = {
		let first = &genesis["validatorCommittee"]["members"][0];
		(first[1].clone(), first[2].clone())
	};
	let (mut members, mut keys) = (Vec::new(), Vec::new());
	for name in WELL_KNOWN.iter().take(count) {
		let secret = secret_of(name);
		let sr25519 = binary.public_key("sr25519", &secret)?;
		let ed25519 = binary.public_key("ed25519", &secret)?;
		members.push(json!([sr25519, role, bond]));
		keys.push(json!([
			sr25519,
			sr25519,
			{
				"babe": sr25519,
				"asf": ed25519,
				"para_validator": sr25519,
				"para_assignment": sr25519,
				"authority_discovery": sr25519,
			}
		]));
	}
	genesis["validatorCommittee"]["members"] = Value::Array(members);
	genesis["session"]["keys"] = Value::Array(keys);
	// Who backed a block does not check it: of one validator nobody is left, of two one.
	genesis["configuration"]["config"]["needed_approvals"] = json!(count.saturating_sub(1).min(2));
	Ok(())
}

/// The secret of a well-known account: `//Alice` for `alice`.
pub fn secret_of(name: &str) -> String {
	let mut letters = name.chars();
	let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
	format!("//{first}{}", letters.as_str())
}

/// Reads a specification as JSON.
pub fn parse(bytes: &[u8]) -> Result<Value> {
	serde_json::from_slice(bytes).map_err(|error| Error::Spec(format!("not JSON: {error}")))
}

/// Writes a file and gives its path back.
pub fn write(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
	std::fs::write(path, bytes).map_err(Error::io(format!("write {}", path.display())))?;
	Ok(path.to_owned())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn secrets_are_capitalised() {
		assert_eq!(secret_of("alice"), "//Alice");
		assert_eq!(secret_of(""), "//");
	}
}
