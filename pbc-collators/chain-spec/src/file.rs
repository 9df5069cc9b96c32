// SPDX-License-Identifier: GPL-3.0-or-later
//! Specs from files, which come from other people and through other people's hands.

use crate::{asset_of, Error, GenericSpec};
use serde::Deserialize;
use serde_json::Value;
use std::{
	fs::File,
	io::Read,
	path::{Path, PathBuf},
};

/// The largest file that is read, in bytes. A raw spec of a partition has a few million.
const MAX_SPEC_BYTES: u64 = 256 * 1024 * 1024;

/// Where a spec's genesis says which partition it makes. The rest of it is the loader's business.
#[derive(Deserialize)]
struct Skeleton {
	#[serde(default)]
	genesis: Genesis,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Genesis {
	raw: Option<Raw>,
	runtime_genesis: Option<RuntimeGenesis>,
}

#[derive(Deserialize)]
struct Raw {
	top: Top,
}

#[derive(Deserialize)]
struct Top {
	/// The key is that of `ParachainInfo::ParachainId`.
	#[serde(rename = "0x0d715f2646c8f85767b5d2764bb2782604a74d81251e398fd8a0a4d55023bb3f")]
	para_id: Option<String>,
}

#[derive(Deserialize)]
struct RuntimeGenesis {
	#[serde(alias = "config", default)]
	patch: Value,
}

impl Genesis {
	/// The para id that the chain will have, if it is where our runtime has it.
	fn para_id(&self) -> Option<u32> {
		if let Some(encoded) = self.raw.as_ref().and_then(|raw| raw.top.para_id.as_ref()) {
			let bytes = sp_core::bytes::from_hex(encoded).ok()?;
			return Some(u32::from_le_bytes(bytes.try_into().ok()?));
		}
		let patch = &self.runtime_genesis.as_ref()?.patch;
		u32::try_from(patch["parachainInfo"]["parachainId"].as_u64()?).ok()
	}
}

/// Reads the spec of a partition, plain or raw.
pub fn load_file(path: &Path) -> Result<GenericSpec, Error> {
	let bytes = read(path)?;
	let skeleton: Skeleton = serde_json::from_slice(&bytes).map_err(|error| {
		let path = PathBuf::from(path);
		if error.is_eof() {
			Error::Truncated { path, line: error.line() }
		} else {
			Error::Malformed { path, reason: error.to_string() }
		}
	})?;
	let spec = GenericSpec::from_json_bytes(bytes)
		.map_err(|reason| Error::Malformed { path: path.into(), reason })?;
	// A spec of no partition is told here, where the file is still known.
	check_identity(&spec, skeleton.genesis.para_id())
		.map_err(|error| Error::Foreign { path: path.into(), error: Box::new(error) })?;
	Ok(spec)
}

/// The node follows the para id in the state; the one beside it has to be the same.
fn check_identity(spec: &GenericSpec, genesis: Option<u32>) -> Result<(), Error> {
	let para_id = asset_of(spec)?.para_id();
	match genesis {
		Some(genesis) if genesis != para_id => {
			Err(Error::OtherGenesis { id: spec.id().into(), para_id, genesis })
		},
		_ => Ok(()),
	}
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
	let mut bytes = Vec::new();
	File::open(path)
		.and_then(|file| file.take(MAX_SPEC_BYTES + 1).read_to_end(&mut bytes))
		.map_err(|reason| Error::Unreadable { path: path.into(), reason })?;
	if bytes.len() as u64 > MAX_SPEC_BYTES {
		return Err(Error::TooLarge { path: path.into(), limit: MAX_SPEC_BYTES });
	}
	Ok(bytes)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn load_text(text: &str) -> Result<GenericSpec, Error> {
		let folder = tempfile::tempdir().expect("can be made");
		let path = folder.path().join("some-spec.json");
		std::fs::write(&path, text).expect("can be written");
		load_file(&path).inspect_err(|error| {
			assert!(error.to_string().contains("some-spec.json"), "{error}");
		})
	}

	fn spec(id: &str, extensions: &str) -> String {
		format!(
			r#"{{"name": "A", "id": "{id}", "bootNodes": [], {extensions}
			"genesis": {{"raw": {{"top": {{}}, "childrenDefault": {{}}}}}}}}"#
		)
	}

	#[test]
	fn a_file_that_cannot_be_read_is_told() {
		for path in [Path::new("/no/such/spec.json"), &std::env::temp_dir()] {
			let error = load_file(path).err().expect("is no file");
			assert!(matches!(error, Error::Unreadable { .. }), "{error}");
			assert!(error.to_string().contains(path.to_str().expect("is UTF-8")), "{error}");
		}
	}

	#[test]
	fn half_a_file_is_told_apart_from_no_spec() {
		let whole = spec("pbc_btc_local", r#""relay_chain": "flarechain_local", "para_id": 2000,"#);
		assert!(load_text(&whole).is_ok());
		for length in [0, 1, whole.len() / 2, whole.len() - 1] {
			let error = load_text(&whole[..length]).err().expect("is not whole");
			assert!(matches!(error, Error::Truncated { .. }), "{length}: {error}");
		}
		for text in ["hello", "[]", "{}", "\u{0}"] {
			let error = load_text(text).err().expect("is no spec");
			assert!(matches!(error, Error::Malformed { .. }), "{text}: {error}");
		}
	}

	#[test]
	fn a_relay_chains_spec_is_no_partitions() {
		let error = load_text(&spec("flarechain_local", "")).err().expect("is a relay chain's");
		assert!(matches!(error, Error::Malformed { .. }), "{error}");
		assert!(error.to_string().contains("relay_chain"), "{error}");
	}

	#[test]
	fn the_genesis_has_to_be_the_partitions_own() {
		let name = r#"{"name": "A", "id": "some_network", "bootNodes": [], "para_id": 2000,
			"relay_chain": "flarechain_local", "genesis":"#;
		let key = "0x0d715f2646c8f85767b5d2764bb2782604a74d81251e398fd8a0a4d55023bb3f";
		for (para_id, is_own) in [(2000_u32, true), (2001, false)] {
			let encoded = sp_core::bytes::to_hex(&para_id.to_le_bytes(), false);
			let info = format!(r#"{{"parachainInfo": {{"parachainId": {para_id}}}}}"#);
			for genesis in [
				format!(
					r#"{{"raw": {{"top": {{"{key}": "{encoded}"}}, "childrenDefault": {{}}}}}}"#
				),
				format!(r#"{{"runtimeGenesis": {{"code": "0x00", "patch": {info}}}}}"#),
				format!(r#"{{"runtimeGenesis": {{"code": "0x00", "config": {info}}}}}"#),
			] {
				match load_text(&format!("{name} {genesis}}}")) {
					Ok(_) => assert!(is_own, "{genesis}"),
					Err(error) => {
						assert!(!is_own, "{genesis}: {error}");
						assert!(error.to_string().contains("2001"), "{error}");
					},
				}
			}
		}
	}

	#[test]
	fn a_spec_has_to_say_one_partition() {
		let load = |id: &str, para_id: &str| {
			load_text(&spec(id, &format!(r#""relay_chain": "flarechain_local", {para_id}"#)))
				.map(|spec| asset_of(&spec).expect("was checked").para_id())
				.map_err(|error| error.to_string())
		};
		assert_eq!(load("pbc_btc_local", r#""para_id": 2000,"#), Ok(2000));
		assert_eq!(load("some_network", r#""para_id": 2011,"#), Ok(2011));
		let error = load("pbc_btc_local", "").expect_err("has no para id");
		assert!(error.contains("para_id"), "{error}");
		let error = load("some_network", r#""para_id": 1000,"#).expect_err("is no partition");
		assert!(error.contains("1000") && error.contains("2000"), "{error}");
		let error = load("pbc_btc_local", r#""para_id": 2001,"#).expect_err("is two partitions");
		assert!(error.contains("BTC") && error.contains("ETH"), "{error}");
	}
}
