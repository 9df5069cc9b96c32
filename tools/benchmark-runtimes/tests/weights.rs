// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls cost has been measured, for every pallet of both runtimes: reads their sources.

#![allow(clippy::panic)]

use std::{
	collections::BTreeSet,
	fs,
	path::{Path, PathBuf},
};

/// Samples that weights which ship are made of, at least.
const STEPS: u32 = 50;
const REPEATS: u32 = 20;
/// Pallets whose benchmarks set up a lot each time, and samples of those.
const SLOW: [&str; 5] = [
	"cumulus_pallet_parachain_system",
	"pallet_collator_selection",
	"polkadot_runtime_parachains_inclusion",
	"polkadot_runtime_parachains_paras",
	"polkadot_runtime_parachains_paras_inherent",
];
const SLOW_STEPS: u32 = 20;
const SLOW_REPEATS: u32 = 5;
/// Of blocks and transactions beside calls, which another command measures.
const OVERHEAD: &str = "overhead";
const OVERHEAD_REPEATS: u32 = 100;
/// Of reads and writes, which yet another one measures, and the accounts in the state meanwhile.
const DATABASE: &str = "database";
const DATABASE_ACCOUNTS: u32 = 750_000;
/// Weights that are written by hand, with their reasons in the files.
const BY_HAND: [&str; 3] = ["pallet_babe", "slashing", "xcm"];

struct Runtime {
	sources: PathBuf,
}

impl Runtime {
	fn new(folder: &str) -> Self {
		let package = Path::new(env!("CARGO_MANIFEST_DIR"));
		let workspace = package.ancestors().nth(2).expect("the package is in tools/");
		Self { sources: workspace.join(folder).join("src") }
	}

	fn relay() -> Self {
		Self::new("runtime")
	}

	fn partition() -> Self {
		Self::new("pbc-collators/runtime")
	}

	fn read(&self, path: &str) -> String {
		let path = self.sources.join(path);
		fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
	}

	/// The sources of the configuration of the pallets, by their paths.
	fn configs(&self) -> Vec<(PathBuf, String)> {
		let mut folders = vec![self.sources.join("configs")];
		let mut configs = Vec::new();
		while let Some(folder) = folders.pop() {
			for entry in fs::read_dir(&folder).expect("the runtime has a folder of configurations")
			{
				let path = entry.expect("the folder can be read").path();
				if path.is_dir() {
					folders.push(path);
				} else {
					let source = fs::read_to_string(&path).expect("the file can be read");
					configs.push((path, source));
				}
			}
		}
		configs
	}

	/// The modules of the weights folder.
	fn modules(&self) -> BTreeSet<String> {
		let source = self.read("weights/mod.rs");
		source
			.lines()
			.filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
			.map(ToOwned::to_owned)
			.collect()
	}

	/// The modules that the configuration takes weights from. Anything else there is an error.
	fn used(&self) -> BTreeSet<String> {
		let mut used = BTreeSet::new();
		for (path, source) in self.configs() {
			for line in source.lines().map(str::trim) {
				let Some((name, weight)) =
					line.strip_prefix("type ").and_then(|line| line.split_once(" = "))
				else {
					continue;
				};
				if !name.ends_with("WeightInfo") {
					continue;
				}
				let module = weight
					.strip_prefix("weights::")
					.and_then(|weight| weight.strip_suffix("::WeightInfo<Runtime>;"));
				let module = module.unwrap_or_else(|| {
					panic!("{}: {line:?} takes no weights of this runtime's own", path.display())
				});
				used.insert(module.to_owned());
			}
		}
		used
	}

	/// The modules of the pallets that `benchmarks.rs` lists.
	fn benchmarked(&self) -> BTreeSet<String> {
		let source = self.read("benchmarks.rs");
		let (_, list) = source.split_once("define_benchmarks!(").expect("there is a list");
		let (list, _) = list.split_once("\n);").expect("the list ends");
		list.lines()
			.filter_map(|line| line.trim().strip_prefix('[')?.split_once(','))
			.map(|(pallet, _)| pallet.replace("::", "_"))
			.collect()
	}

	/// Each benchmarked pallet has a file that the script made, which the configuration uses; what
	/// else the configuration uses is written by hand.
	fn check(&self) {
		let (modules, used, benchmarked) = (self.modules(), self.used(), self.benchmarked());
		assert!(benchmarked.len() > 10, "{benchmarked:?}");
		for module in &benchmarked {
			assert!(modules.contains(module), "weights/mod.rs lacks {module}");
			assert!(used.contains(module), "no pallet is configured with weights::{module}");
			let source = self.read(&format!("weights/{module}.rs"));
			assert!(source.contains("Made by `scripts/benchmark_weights.sh"), "{module}");
		}
		for module in used.iter().chain(&modules).filter(|module| !benchmarked.contains(*module)) {
			if [OVERHEAD, DATABASE].contains(&module.as_str()) {
				continue;
			}
			assert!(BY_HAND.contains(&module.as_str()), "{module} has no benchmark");
			assert!(modules.contains(module), "weights/mod.rs lacks {module}");
		}
		let system = self.read("configs/system.rs");
		assert!(
			system.contains("database::DatabaseWeight,")
				&& system.contains("\n\ttype DbWeight = DatabaseWeight;"),
			"reads and writes are not ours"
		);
	}

	/// Pallets whose configuration starts from a prelude inherit weights of nothing unless they
	/// name their own. The system pallet does both.
	fn check_preludes(&self) {
		for (path, source) in self.configs() {
			let preludes: Vec<&str> =
				source.lines().filter(|line| line.trim().starts_with("#[derive_impl(")).collect();
			if preludes.is_empty() {
				continue;
			}
			let path = path.display();
			assert_eq!(preludes.len(), 1, "{path}");
			assert!(preludes.iter().all(|line| line.contains("frame_system::")), "{path}");
			for own in
				["type SystemWeightInfo = weights::", "type ExtensionsWeightInfo = weights::"]
			{
				assert!(source.contains(own), "{path} lacks {own:?}");
			}
		}
	}

	/// The number that stands behind `name` in the head of a file of weights. None is 0.
	fn number(head: &str, name: &str) -> u32 {
		let digits = head.split_once(name).map_or("", |(_, rest)| rest);
		let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
		digits.parse().unwrap_or_default()
	}

	/// No file was made in passing: all have enough samples of an optimized node.
	fn check_samples(&self) {
		let head = |module: &str| -> String {
			let source = self.read(&format!("weights/{module}.rs"));
			source.lines().filter(|line| line.starts_with("//!")).collect()
		};
		let database = head(DATABASE);
		assert!(
			Self::number(&database, "The state had ") >= DATABASE_ACCOUNTS
				&& database.contains("release build"),
			"scripts/benchmark_weights.sh --pallet database measures it: {database}"
		);
		for module in self.benchmarked().into_iter().chain([OVERHEAD.to_owned()]) {
			let head = head(&module);
			let samples = (Self::number(&head, "steps: "), Self::number(&head, "repeats: "));
			let enough = match module.as_str() {
				OVERHEAD => (0, OVERHEAD_REPEATS),
				slow if SLOW.contains(&slow) => (SLOW_STEPS, SLOW_REPEATS),
				_ => (STEPS, REPEATS),
			};
			assert!(
				samples.0 >= enough.0 && samples.1 >= enough.1 && head.contains("release build"),
				"{module} is not fit to ship; scripts/benchmark_weights.sh measures it: {head}"
			);
		}
	}
}

#[test]
fn every_pallet_of_the_relay_chain_has_measured_weights() {
	Runtime::relay().check();
	Runtime::relay().check_preludes();
}

#[test]
fn every_pallet_of_the_partitions_has_measured_weights() {
	Runtime::partition().check();
	Runtime::partition().check_preludes();
}

#[test]
fn weights_of_the_relay_chain_are_of_enough_samples() {
	Runtime::relay().check_samples();
}

#[test]
fn weights_of_the_partitions_are_of_enough_samples() {
	Runtime::partition().check_samples();
}
