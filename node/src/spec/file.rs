// SPDX-License-Identifier: GPL-3.0-or-later
//! Chain specs from files, which come from other people and through other people's hands.

use super::SpecError;
use asf_primitives::substrate::AsfApi;
use polkadot_primitives::Block;
use polkadot_service::chain_spec::GenericChainSpec;
use sc_executor_common::runtime_blob::RuntimeBlob;
use serde::Deserialize;
use sp_api::RuntimeApiInfo;
use std::{
	fs::File,
	io::Read,
	path::{Path, PathBuf},
};

/// The largest file that is read, in bytes. A raw spec of this chain has about ten million.
const MAX_SPEC_BYTES: u64 = 256 * 1024 * 1024;

/// Where the runtime's code is in a spec. Everything else in it is the loader's business.
#[derive(Deserialize)]
struct Skeleton {
	genesis: Genesis,
}

#[derive(Deserialize)]
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
	/// The key is `:code`.
	#[serde(rename = "0x3a636f6465")]
	code: Option<String>,
}

#[derive(Deserialize)]
struct RuntimeGenesis {
	code: Option<String>,
}

/// Reads a spec, and checks that its runtime is one that this node can run.
pub(super) fn load(path: PathBuf) -> Result<GenericChainSpec, SpecError> {
	let bytes = read(&path)?;
	let skeleton: Skeleton = serde_json::from_slice(&bytes).map_err(|error| {
		if error.is_eof() {
			SpecError::Truncated { path: path.clone(), line: error.line() }
		} else {
			SpecError::Malformed { path: path.clone(), reason: error.to_string() }
		}
	})?;
	check_runtime(skeleton.genesis)
		.map_err(|reason| SpecError::Foreign { path: path.clone(), reason })?;
	GenericChainSpec::from_json_bytes(bytes).map_err(|reason| SpecError::Malformed { path, reason })
}

fn read(path: &Path) -> Result<Vec<u8>, SpecError> {
	let mut bytes = Vec::new();
	File::open(path)
		.and_then(|file| file.take(MAX_SPEC_BYTES + 1).read_to_end(&mut bytes))
		.map_err(|reason| SpecError::Unreadable { path: path.to_path_buf(), reason })?;
	if bytes.len() as u64 > MAX_SPEC_BYTES {
		return Err(SpecError::TooLarge { path: path.to_path_buf(), limit: MAX_SPEC_BYTES });
	}
	Ok(bytes)
}

/// Says what is wrong with the runtime, if this node cannot run it. The code is looked at, not run.
fn check_runtime(genesis: Genesis) -> Result<(), String> {
	let code = genesis
		.raw
		.and_then(|raw| raw.top.code)
		.or_else(|| genesis.runtime_genesis.and_then(|runtime| runtime.code))
		.ok_or("its genesis has no runtime code")?;
	let code = sp_core::bytes::from_hex(&code)
		.map_err(|error| format!("its runtime code is not hexadecimal: {error}"))?;
	let blob = RuntimeBlob::uncompress_if_needed(&code)
		.map_err(|error| format!("its runtime code is not WASM: {error}"))?;
	let version = sc_executor::read_embedded_version(&blob)
		.map_err(|error| format!("its runtime's version cannot be read: {error}"))?
		.ok_or("its runtime does not say its version")?;
	match version.api_version(&<dyn AsfApi<Block>>::ID) {
		Some(_) => Ok(()),
		None => Err(format!("its runtime is {}, which has no ASF", version.spec_name)),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::sync::OnceLock;

	fn load_text(text: &str) -> SpecError {
		let folder = tempfile::tempdir().expect("can be made");
		let path = folder.path().join("some-spec.json");
		std::fs::write(&path, text).expect("can be written");
		let error = load(path).err().expect("is no spec of ours");
		assert!(error.to_string().contains("some-spec.json"), "{error}");
		error
	}

	/// Making one takes seconds.
	fn own() -> &'static str {
		static OWN: OnceLock<String> = OnceLock::new();
		OWN.get_or_init(|| {
			let spec = super::super::Builtin::Local
				.spec(&super::super::Partitions::none())
				.expect("is built in");
			spec.as_json(false).expect("has a genesis")
		})
	}

	#[test]
	fn a_missing_file_is_told_with_what_the_flag_takes() {
		let error = load("/no/such/spec.json".into()).err().expect("is not there").to_string();
		assert!(error.contains("/no/such/spec.json") && error.contains("`local`"), "{error}");
	}

	#[test]
	fn a_folder_is_no_spec() {
		assert!(matches!(load(std::env::temp_dir()), Err(SpecError::Unreadable { .. })));
	}

	#[test]
	fn a_truncated_spec_is_told_apart() {
		let own = own();
		for length in [0, 1, own.len() / 2, own.len() - 3] {
			let error = load_text(&own[..length]);
			assert!(matches!(error, SpecError::Truncated { .. }), "{length}: {error}");
		}
	}

	#[test]
	fn other_text_is_malformed() {
		for text in ["hello", "[]", "{}", "{\"genesis\": 1}", "\u{0}\u{1}"] {
			let error = load_text(text);
			assert!(matches!(error, SpecError::Malformed { .. }), "{text}: {error}");
		}
	}

	#[test]
	fn a_spec_without_its_other_fields_is_malformed() {
		let mut spec: serde_json::Value = serde_json::from_str(own()).expect("is JSON");
		let _ = spec.as_object_mut().expect("is an object").remove("bootNodes");
		let error = load_text(&spec.to_string());
		assert!(matches!(error, SpecError::Malformed { .. }), "{error}");
		assert!(error.to_string().contains("bootNodes"), "{error}");
	}

	#[test]
	fn another_chains_spec_is_foreign() {
		for genesis in [
			r#"{"raw": {"top": {}, "childrenDefault": {}}}"#,
			r#"{"raw": {"top": {"0x3a636f6465": "0x0061736d01000000"}, "childrenDefault": {}}}"#,
			r#"{"runtimeGenesis": {"code": "0x00", "patch": {}}}"#,
			r#"{"runtimeGenesis": {"code": "zz", "patch": {}}}"#,
			r#"{"stateRootHash": "0x00"}"#,
		] {
			let text =
				format!(r#"{{"name": "a", "id": "b", "bootNodes": [], "genesis": {genesis}}}"#);
			let error = load_text(&text);
			assert!(matches!(error, SpecError::Foreign { .. }), "{genesis}: {error}");
		}
	}
}
