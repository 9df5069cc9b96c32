// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds the runtimes that `BENCHMARK_RUNTIMES` names: ours with the feature `runtime-benchmarks`,
//! and a published one as it is, to compare with.

use cargo_metadata::MetadataCommand;
use std::{
	env, fs, io,
	path::{Path, PathBuf},
};
use substrate_wasm_builder::WasmBuilder;

/// Which runtimes to build, with commas between them.
const REQUEST: &str = "BENCHMARK_RUNTIMES";
/// What `REQUEST` may name.
const RUNTIMES: [Runtime; 3] = [
	Runtime { name: "relay", package: "flarechain-runtime", is_ours: true },
	Runtime { name: "partition", package: "partition-runtime", is_ours: true },
	Runtime { name: "stock", package: "westend-runtime", is_ours: false },
];
/// What all this is kept under, in the target folder.
const FOLDER: &str = "benchmark-runtimes";

struct Runtime {
	name: &'static str,
	package: &'static str,
	/// Whether it has benchmarks of ours to measure.
	is_ours: bool,
}

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
	let folder = own_folder()?;
	names
		.iter()
		.map(|name| {
			let runtime = RUNTIMES.iter().find(|known| known.name == *name).ok_or_else(|| {
				let known = RUNTIMES.map(|known| known.name).join(", ");
				format!("{REQUEST} names {name:?}, but the runtimes are {known}")
			})?;
			let mut builder = WasmBuilder::new()
				.with_project(manifest_of(runtime.package)?)?
				.import_memory()
				.export_heap_base();
			if runtime.is_ours {
				builder = builder.enable_feature("runtime-benchmarks");
			}
			builder.build();
			let file = format!("{}.compact.wasm", runtime.package.replace('-', "_"));
			let wasm = folder.join("wbuild").join(runtime.package).join(file);
			if !wasm.is_file() {
				return Err(format!("the build of the {name} runtime left no {wasm:?}").into());
			}
			Ok(format!("{name} {}", wasm.display()))
		})
		.collect()
}

/// Where the source of a package of the workspace or of one that it may depend on is.
fn manifest_of(package: &str) -> Result<PathBuf> {
	let own = env::var("CARGO_MANIFEST_DIR")?;
	let metadata = MetadataCommand::new()
		.manifest_path(Path::new(&own).join("Cargo.toml"))
		.other_options(["--locked".to_owned()])
		.exec()?;
	let found = metadata.packages.into_iter().find(|known| known.name == package);
	let found = found.ok_or_else(|| format!("the workspace knows no package {package}"))?;
	Ok(found.manifest_path.into())
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
		Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
		_ => fs::hard_link(cargos, ours),
	}
}
