// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks the partitions in the operators' file, and makes what the relay chain has to know of each.

use super::file::PartitionEntry;
use crate::spec::{registered, registered_from};
use flarechain_primitives::Asset;
use flarechain_runtime::genesis_config_presets::PartitionGenesis;
use partition_chain_spec::{asset_of, load_file, Kind};
use std::path::Path;

/// Partitions that are made here, and those that have a file.
#[derive(Default)]
struct Found {
	builtin: Vec<Asset>,
	own: Vec<PartitionGenesis>,
}

/// Checks all of them. Says everything that is wrong at once. Files are looked for from `folder`.
pub(super) fn check(
	entries: &[PartitionEntry],
	folder: &Path,
	kind: Kind,
) -> Result<Vec<PartitionGenesis>, Vec<String>> {
	let mut problems = Vec::new();
	let mut seen: Vec<Asset> = Vec::new();
	let mut found = Found::default();
	for (index, entry) in entries.iter().enumerate() {
		let name = format!("partition {} ({})", index + 1, entry.asset);
		let checked = check_one(entry, folder, &seen, &mut found);
		match checked {
			Ok(asset) => seen.push(asset),
			Err(problem) => problems.push(format!("{name}: {problem}")),
		}
	}
	if !problems.is_empty() {
		return Err(problems);
	}
	let mut partitions =
		registered(&found.builtin, kind).map_err(|error| vec![format!("partitions: {error}")])?;
	partitions.append(&mut found.own);
	partitions.sort_by_key(|partition| partition.id);
	Ok(partitions)
}

fn check_one(
	entry: &PartitionEntry,
	folder: &Path,
	seen: &[Asset],
	found: &mut Found,
) -> Result<Asset, String> {
	let asset: Asset = entry.asset.parse().map_err(|error| format!("{error}"))?;
	if seen.contains(&asset) {
		return Err("is there twice".into());
	}
	let Some(file) = &entry.spec else {
		found.builtin.push(asset);
		return Ok(asset);
	};
	let path = folder.join(file);
	let spec = load_file(&path).map_err(|error| error.to_string())?;
	let of = asset_of(&spec).map_err(|error| error.to_string())?;
	if of != asset {
		return Err(format!(
			"{} is the spec of the {of} partition (para id {}), not of {asset} (para id {})",
			path.display(),
			of.para_id(),
			asset.para_id(),
		));
	}
	found.own.push(registered_from(asset, &spec).map_err(|error| error.to_string())?);
	Ok(asset)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn entry(asset: &str, spec: Option<&Path>) -> PartitionEntry {
		PartitionEntry { asset: asset.into(), spec: spec.map(Into::into) }
	}

	fn problems(entries: &[PartitionEntry], folder: &Path) -> String {
		check(entries, folder, Kind::Local).expect_err("something is wrong").join("\n")
	}

	#[test]
	fn no_partitions_are_no_problem() {
		assert!(check(&[], Path::new(""), Kind::Local).expect("nothing is wrong").is_empty());
	}

	#[test]
	fn an_own_spec_makes_the_same_partition_as_the_builtin_one() {
		let folder = tempfile::tempdir().expect("can be made");
		let eth = partition_chain_spec::builtin(Asset::Eth, Kind::Local).expect("is built in");
		let path = Path::new("eth.json");
		std::fs::write(folder.path().join(path), eth.as_json(false).expect("has a genesis"))
			.expect("can be written");
		let entries = [entry("eth", Some(path)), entry("BTC", None)];
		let partitions = check(&entries, folder.path(), Kind::Local).expect("nothing is wrong");
		let builtin = registered(&[Asset::Btc, Asset::Eth], Kind::Local).expect("can be made");
		for (one, other) in partitions.iter().zip(&builtin) {
			assert_eq!((one.id, &one.head), (other.id, &other.head));
			assert!(one.code == other.code);
		}

		let wrong = problems(&[entry("btc", Some(path))], folder.path());
		for word in ["partition 1 (btc)", "eth.json", "2001", "2000"] {
			assert!(wrong.contains(word), "`{word}` is not in: {wrong}");
		}
	}

	#[test]
	fn every_problem_is_told() {
		let folder = tempfile::tempdir().expect("can be made");
		let none = Path::new("none.json");
		let entries =
			[entry("gold", None), entry("btc", None), entry("BTC", None), entry("eth", Some(none))];
		let problems = problems(&entries, folder.path());
		for words in [
			"partition 1 (gold): unknown asset",
			"sc-usdt",
			"partition 3 (BTC): is there twice",
			"partition 4 (eth): cannot read",
			"none.json",
		] {
			assert!(problems.contains(words), "`{words}` is not in: {problems}");
		}
	}
}
