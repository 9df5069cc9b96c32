// SPDX-License-Identifier: GPL-3.0-or-later
//! Chain specifications, made by the node's own command.

use crate::{node::WELL_KNOWN, Error, NodeBinary, Result};
use serde_json::{json, Value};
use std::{
	path::{Path, PathBuf},
	sync::{Mutex, PoisonError},
};

/// Where the specification of a network comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainSource {
	/// A preset of the node: `local`, for example.
	Preset(String),
	/// The `local` preset, changed.
	Changed {
		/// How many of the well-known accounts validate.
		validators: usize,
		/// Slots of a session, if not those of the preset.
		epoch_slots: Option<u64>,
	},
	/// A file that is used as it is.
	File(PathBuf),
}

impl ChainSource {
	/// The file in a network's folder that its nodes share.
	pub const FILE_NAME: &str = "chain-spec.json";
	/// Validators of the `local` preset.
	const LOCAL_VALIDATORS: usize = 4;

	/// A chain on which so many of the well-known accounts validate.
	pub fn with_validators(validators: usize) -> Self {
		if validators == Self::LOCAL_VALIDATORS {
			Self::Preset("local".into())
		} else {
			Self::Changed { validators, epoch_slots: None }
		}
	}

	/// The `local` preset with sessions of so many slots.
	pub fn with_sessions_of(epoch_slots: u64) -> Self {
		Self::Changed { validators: Self::LOCAL_VALIDATORS, epoch_slots: Some(epoch_slots) }
	}
}

/// Writes the plain specification of a preset.
pub fn plain(binary: &NodeBinary, chain: &str) -> Result<Vec<u8>> {
	binary.stdout(&["build-spec", "--chain", chain, "--disable-default-bootnode"])
}

/// Writes the raw specification of a preset or file.
pub fn raw(binary: &NodeBinary, chain: &str) -> Result<Vec<u8>> {
	binary.stdout(&["build-spec", "--chain", chain, "--disable-default-bootnode", "--raw"])
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

/// Makes a raw specification.
fn make(binary: &NodeBinary, source: &ChainSource, folder: &Path) -> Result<Vec<u8>> {
	match source {
		ChainSource::File(path) => {
			std::fs::read(path).map_err(Error::io(format!("read {}", path.display())))
		},
		ChainSource::Preset(chain) => raw(binary, chain),
		ChainSource::Changed { validators, epoch_slots } => {
			let mut spec = parse(&plain(binary, "local")?)?;
			let genesis = genesis_of(&mut spec)?;
			set_validators(binary, genesis, *validators)?;
			if let Some(slots) = epoch_slots {
				genesis["chainParameters"]["epochSlots"] = json!(slots);
			}
			let plain = folder.join("plain-spec.json");
			write(&plain, spec.to_string().as_bytes())?;
			raw(binary, &plain.to_string_lossy())
		},
	}
}

/// What a plain specification sets in the genesis of its runtime.
fn genesis_of(spec: &mut Value) -> Result<&mut Value> {
	spec.pointer_mut("/genesis/runtimeGenesis/patch")
		.filter(|genesis| genesis.is_object())
		.ok_or_else(|| Error::Spec("the plain form has no genesis to change".into()))
}

/// Makes the first of the well-known accounts the committee, each with the bond and the role that
/// the first member of the preset has.
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
