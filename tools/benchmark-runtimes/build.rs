// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds the runtimes that `BENCHMARK_RUNTIMES` names with the feature `runtime-benchmarks`.

use std::{
	env, fs, io,
	path::{Path, PathBuf},
};
use substrate_wasm_builder::WasmBuilder;

/// Which runtimes to build, with commas between them.
const REQUEST: &str = "BENCHMARK_RUNTIMES";
/// What `REQUEST` may name, and the folder of each in the workspace.
const RUNTIMES: [(&str, &str); 2] = [("relay", "runtime"), ("partition", "pbc-collators/runtime")];
/// What all this is kept under, in the target folder.
const FOLDER: &str = "benchmark-runtimes";

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
	println!("cargo:rerun-if-changed=build.rs");
	println!("cargo:rerun-if-env-changed={REQUEST}");
	let request = env::var(REQUEST).unwrap_or_default();
	let names: Vec<&str> = request.split([',', ' ']).filter(|name| !name.is_empty()).collect();
	let built = if names.is_empty() { Vec::new() } else { build(&names)? };
	println!("cargo:rustc-env=BENCHMARK_RUNTIMES_BUILT={}", built.join(";"));
	Ok(())
}

/// Builds the runtimes of these names, and says where each is.
fn build(names: &[&str]) -> Result<Vec<String>> {
	let workspace = workspace()?;
	let folder = own_folder()?;
	names
		.iter()
		.map(|name| {
			let (_, path) = RUNTIMES.iter().find(|(known, _)| known == name).ok_or_else(|| {
				format!("{REQUEST} names {name:?}, but the runtimes are relay and partition")
			})?;
			let manifest = workspace.join(path).join("Cargo.toml");
			WasmBuilder::new()
				.with_project(manifest)?
				.import_memory()
				.export_heap_base()
				.enable_feature("runtime-benchmarks")
				.build();
			let package = format!("{}-runtime", if *name == "relay" { "flarechain" } else { name });
			let file = format!("{}.compact.wasm", package.replace('-', "_"));
			let wasm = folder.join("wbuild").join(package).join(file);
			if !wasm.is_file() {
				return Err(format!("the build of the {name} runtime left no {wasm:?}").into());
			}
			Ok(format!("{name} {}", wasm.display()))
		})
		.collect()
}

fn workspace() -> Result<PathBuf> {
	let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
	let root = package.ancestors().nth(2).ok_or("the package is in tools/ of the workspace")?;
	Ok(root.to_path_buf())
}

/// Has the WASM builder work in a folder of our own: in the one that it would choose by `OUT_DIR`
/// are the runtimes that ship, by the same names.
fn own_folder() -> Result<PathBuf> {
	let out = PathBuf::from(env::var("OUT_DIR")?);
	// <target>/<profile>/build/<package>/out
	let target = out.ancestors().nth(4).ok_or("OUT_DIR is in the target folder")?;
	let folder = target.join(FOLDER);
	let stand_in = folder.join("build").join("out");
	fs::create_dir_all(&stand_in)?;
	share_stamp(&out.join("../invoked.timestamp"), &folder.join("build/invoked.timestamp"))?;
	env::set_var("OUT_DIR", stand_in);
	Ok(folder)
}

/// Cargo writes this file when it starts a build script. The WASM builder dates what it builds by
/// it, so that what this very script wrote does not count as changed afterwards.
fn share_stamp(cargos: &Path, ours: &Path) -> io::Result<()> {
	match fs::remove_file(ours) {
		Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
		_ => fs::hard_link(cargos, ours),
	}
}
