// SPDX-License-Identifier: GPL-3.0-or-later

use super::{file::parse, *};
use serde_json::Value;
use std::path::Path;

const EXAMPLE: &str = include_str!("../../../config/validators.example.toml");

/// Checks the example after a change to its text, and expects these words in what is wrong.
fn refuse(from: &str, to: &str, words: &[&str]) {
	assert!(EXAMPLE.contains(from), "the example has no `{from}`");
	let problems = match parse(&EXAMPLE.replacen(from, to, 1), false) {
		Err(reason) => reason,
		Ok(file) => match check::check(file) {
			Err(problems) => problems.join("\n"),
			Ok(_) => panic!("`{to}` was taken"),
		},
	};
	for word in words {
		assert!(problems.contains(word), "`{word}` is not in: {problems}");
	}
}

fn command(folder: &Path, text: &str) -> GenerateSpecCmd {
	let validators = folder.join("validators.toml");
	std::fs::write(&validators, text).expect("can be written");
	let output = Some(folder.join("spec.json"));
	GenerateSpecCmd { validators, chain: "local".into(), raw: false, output }
}

#[test]
fn the_example_makes_a_chain_twice_alike() {
	let folder = tempfile::tempdir().expect("can be made");
	let command = command(folder.path(), EXAMPLE);
	let first = command.generate().expect("is right");
	assert_eq!(first, command.generate().expect("is right"));

	command.run().expect("is right");
	let path = folder.path().join("spec.json");
	assert_eq!(std::fs::read_to_string(&path).expect("is there"), first);
	let loaded = crate::spec::load(path.to_str().expect("is UTF-8")).expect("is a spec");
	assert_eq!(loaded.id(), "example_chain");
	assert_eq!(loaded.boot_nodes().len(), 1);

	let spec: Value = serde_json::from_str(&first).expect("is JSON");
	let genesis = &spec["genesis"]["runtimeGenesis"]["patch"];
	assert_eq!(genesis["validatorCommittee"]["members"].as_array().map(Vec::len), Some(2));
	assert_eq!(genesis["session"]["keys"].as_array().map(Vec::len), Some(2));
	// Two validators, one endowed account and the treasury.
	assert_eq!(genesis["balances"]["balances"].as_array().map(Vec::len), Some(4));
}

#[test]
fn json_is_read_too() {
	let value: toml::Value = toml::from_str(EXAMPLE).expect("is TOML");
	let json = serde_json::to_string(&value).expect("is JSON");
	assert!(check::check(parse(&json, true).expect("is a file")).is_ok());
}

#[test]
fn a_wrong_file_writes_nothing() {
	let folder = tempfile::tempdir().expect("can be made");
	let wrong = EXAMPLE.replacen("bond_etr = 64", "bond_etr = 63", 1);
	let error = command(folder.path(), &wrong).run().expect_err("the bond is too small");
	let text = error.to_string();
	assert!(text.contains("validators.toml") && text.contains("validator 2"), "{text}");
	assert!(text.contains("63 ETR") && text.contains("64 ETR"), "{text}");
	assert!(!folder.path().join("spec.json").exists());
}

#[test]
fn no_validators_make_no_chain() {
	let start = EXAMPLE.find("[[validators]]").expect("has validators");
	let file = parse(&EXAMPLE[..start], false).expect("is a file");
	let problems = check::check(file).err().expect("has no validators").join("\n");
	assert!(problems.contains("the list is empty"), "{problems}");
}

#[test]
fn small_bonds_are_refused_by_role() {
	refuse(
		"bond_etr = 128",
		"bond_etr = \"127.999999999999\"",
		&["validator 1", "127.999999999999 ETR", "128 ETR", "DecentralizedDirector"],
	);
	refuse("bond_etr = 64", "bond_etr = 0", &["validator 2", "FlareNode"]);
	refuse("bond_etr = 64", "bond_etr = \"a lot\"", &["validator 2", "bond_etr", "a lot"]);
	refuse("bond_etr = 64", "bond_etr = 64.5", &["bond_etr", "text such as"]);
	refuse("role = \"FlareNode\"", "role = \"King\"", &["King", "FlareNode"]);
}

#[test]
fn accounts_and_keys_have_one_owner() {
	let (alice, bob) = (
		"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
		"5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
	);
	let account = |of: &str| format!("account = \"{of}\"");
	refuse(&account(bob), &account(alice), &["validator 2", "has the account of validator 1"]);
	refuse(
		&format!("babe = \"{alice}\""),
		&format!("babe = \"{bob}\""),
		&["validator 2", "key babe", "is that of validator 1"],
	);
	refuse(
		"0x90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22",
		bob,
		&["endowed account 1", "has the account of validator 2"],
	);
}

#[test]
fn malformed_accounts_and_keys_are_named() {
	let asf = "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu";
	refuse(asf, "0x1234", &["validator 1", "key asf", "has 2 bytes"]);
	refuse(asf, "0xzz", &["key asf", "not hexadecimal"]);
	refuse(asf, "nobody", &["key asf", "nobody"]);
	// No point of the curve.
	let none = format!("0x02{}", "00".repeat(31));
	refuse(asf, &none, &["key asf", "is no ed25519 key"]);
	refuse("0x8eaf0415", "0x8eaf04", &["validator 2", "session_keys"]);
	refuse("session_keys = \"0x", "session_keys = \"", &["begin with 0x"]);
	refuse("session_keys", "# session_keys", &["validator 2", "neither"]);
	refuse("session_keys", "babe", &["babe"]);
	// The same account as an address of Polkadot.
	refuse(
		"account = \"5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty\"",
		"account = \"14E5nqKAp3oAJcmzgZhUD2RcptBeUBScxKHgJKU4HPNcKVf3\"",
		&["validator 2", "network 0"],
	);
}

#[test]
fn names_and_nodes_are_checked() {
	refuse("id = \"example_chain\"", "id = \"../etc\"", &["id", "../etc"]);
	refuse("id = \"example_chain\"", "id = \"rococo_mine\"", &["rococo", "another network"]);
	refuse("name = \"Example Chain\"", "name = \"\"", &["name", "empty"]);
	refuse("# epoch_slots = 600", "epoch_slots = 1", &["epoch_slots"]);
	refuse("/p2p/", "/", &["bootnode 1"]);
	refuse("12D3KooWE", "12D3KooW", &["bootnode 1"]);
	refuse("sudo = \"5Grw", "sudo = \"5Gr", &["sudo"]);
	refuse(
		"sudo = \"5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY\"",
		"sudo = \"5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy\"",
		&["sudo", "no money"],
	);
	refuse("free_etr = 1000", "free_etr = 0", &["endowed account 1", "0 ETR"]);
	refuse("id = ", "idd = ", &["idd"]);
}

#[test]
fn every_problem_is_told_at_once() {
	let wrong = EXAMPLE
		.replacen("bond_etr = 64", "bond_etr = 1", 1)
		.replacen("bond_etr = 128", "bond_etr = 1", 1)
		.replacen("example_chain", "Example Chain", 1);
	let file = parse(&wrong, false).expect("is a file");
	assert_eq!(check::check(file).err().map(|problems| problems.len()), Some(3));
}
