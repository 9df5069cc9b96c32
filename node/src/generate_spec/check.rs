// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks the operators' file, and says everything that is wrong with it at once.

use super::{
	amount::{show, Amount},
	file::{EndowedEntry, KeysEntry, NetworkFile, ValidatorEntry},
};
use asf_primitives::SeatKey;
use codec::DecodeAll;
use flarechain_runtime::{
	chain_parameters::pallet::{MAX_EPOCH_SLOTS, MIN_EPOCH_SLOTS},
	configs::committee::TreasuryAccount,
	constants::{
		committee::MAX_MEMBERS,
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
	},
	SessionKeys, ValidatorCommittee,
};
use pallet_validator_committee::Role;
use polkadot_primitives::{AccountId, Balance};
use sc_network::config::MultiaddrWithPeerId;
use sp_core::{crypto::Ss58Codec, ed25519, sr25519, Encode};
use std::{collections::HashMap, fmt::Display};

/// What a validator's account has beside its bond if the file does not say: enough for the fees and
/// the deposits of years of key changes.
const DEFAULT_FREE: Balance = 10 * UNITS;
/// Length of a chain's id. It names folders.
const MAX_ID_BYTES: usize = 64;
/// Collators take a relay chain with such an id for another network.
const FOREIGN_IDS: [&str; 10] =
	["polkadot", "dot", "kusama", "ksm", "westend", "wnd", "rococo", "roc", "versi", "vrs"];

/// A chain that can be.
pub(super) struct Network {
	pub(super) name: String,
	pub(super) id: String,
	pub(super) sudo: Option<AccountId>,
	pub(super) epoch_slots: Option<u64>,
	pub(super) bootnodes: Vec<MultiaddrWithPeerId>,
	pub(super) validators: Vec<Validator>,
	/// Every account with its whole balance, bonds included.
	pub(super) balances: Vec<(AccountId, Balance)>,
}

/// A committee member.
pub(super) struct Validator {
	pub(super) account: AccountId,
	pub(super) role: Role,
	pub(super) bond: Balance,
	pub(super) keys: SessionKeys,
}

/// Gathers what is wrong.
#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
	fn add(&mut self, entry: impl Display, problem: impl Display) {
		self.0.push(format!("{entry}: {problem}"));
	}

	fn take<T>(&mut self, entry: impl Display, result: Result<T, impl Display>) -> Option<T> {
		result.map_err(|problem| self.add(entry, problem)).ok()
	}
}

/// Finds what was there before.
struct Seen<T>(HashMap<T, String>);

impl<T: std::hash::Hash + Eq> Seen<T> {
	/// The entry that had it first, if this one is not the first.
	fn add(&mut self, value: T, entry: &str) -> Option<String> {
		match self.0.entry(value) {
			std::collections::hash_map::Entry::Occupied(first) => Some(first.get().clone()),
			std::collections::hash_map::Entry::Vacant(free) => {
				free.insert(entry.into());
				None
			},
		}
	}
}

/// Checks everything.
pub(super) fn check(file: NetworkFile) -> Result<Network, Vec<String>> {
	let mut problems = Problems::default();
	check_names(&file, &mut problems);
	let bootnodes = check_bootnodes(&file.bootnodes, &mut problems);

	if file.validators.is_empty() {
		problems.add("validators", "the list is empty, and a chain needs one at least");
	}
	if file.validators.len() > MAX_MEMBERS as usize {
		problems.add(
			"validators",
			format!("{} are more than the {MAX_MEMBERS} of a committee", file.validators.len()),
		);
	}
	let mut accounts = Seen(HashMap::new());
	let mut keys = Seen(HashMap::new());
	let mut balances = Vec::new();
	let mut validators = Vec::new();
	for (index, entry) in file.validators.iter().enumerate() {
		let name = format!("validator {} ({})", index + 1, entry.account);
		if let Some((validator, free)) = check_validator(&name, entry, &mut problems) {
			note_account(&mut accounts, &validator.account, &name, &mut problems);
			note_keys(&mut keys, &validator.keys, &name, &mut problems);
			balances.push((validator.account.clone(), validator.bond.saturating_add(free)));
			validators.push(validator);
		}
	}
	for (index, entry) in file.endowed.iter().enumerate() {
		let name = format!("endowed account {} ({})", index + 1, entry.account);
		if let Some((account, free)) = check_endowed(&name, entry, &mut problems) {
			note_account(&mut accounts, &account, &name, &mut problems);
			balances.push((account, free));
		}
	}
	if balances.iter().try_fold(0, |sum: Balance, (_, free)| sum.checked_add(*free)).is_none() {
		problems.add("balances", "together they are more than there can be");
	}

	let sudo = file.sudo.as_deref().and_then(|text| problems.take("sudo", parse_account(text)));
	// Of accounts with other faults nothing is known here.
	let is_poor = |sudo: &AccountId| !accounts.0.contains_key(sudo);
	if problems.0.is_empty() && sudo.as_ref().is_some_and(is_poor) {
		problems.add("sudo", "the account has no money to pay fees with: add it to `endowed`");
	}
	if !problems.0.is_empty() {
		return Err(problems.0);
	}
	let NetworkFile { name, id, epoch_slots, .. } = file;
	Ok(Network { name, id, sudo, epoch_slots, bootnodes, validators, balances })
}

fn check_names(file: &NetworkFile, problems: &mut Problems) {
	if file.name.trim().is_empty() {
		problems.add("name", "it is empty");
	}
	let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
	let id = &file.id;
	if id.is_empty() || id.len() > MAX_ID_BYTES || !id.bytes().all(is_plain) {
		problems.add("id", format!("`{id}` is not 1 to {MAX_ID_BYTES} of a-z, 0-9 and _"));
	}
	if let Some(foreign) = FOREIGN_IDS.iter().find(|foreign| id.starts_with(**foreign)) {
		problems.add("id", format!("`{id}` begins with `{foreign}`, which is another network's"));
	}
	let range = MIN_EPOCH_SLOTS..=MAX_EPOCH_SLOTS;
	if let Some(slots) = file.epoch_slots.filter(|slots| !range.contains(slots)) {
		problems.add(
			"epoch_slots",
			format!("{slots} is not within {MIN_EPOCH_SLOTS} and {MAX_EPOCH_SLOTS}"),
		);
	}
}

fn check_bootnodes(texts: &[String], problems: &mut Problems) -> Vec<MultiaddrWithPeerId> {
	let mut seen = Seen(HashMap::new());
	let mut bootnodes = Vec::new();
	for (index, text) in texts.iter().enumerate() {
		let name = format!("bootnode {} ({text})", index + 1);
		let Some(bootnode) = problems.take(&name, text.parse::<MultiaddrWithPeerId>()) else {
			continue;
		};
		if let Some(first) = seen.add(text, &name) {
			problems.add(&name, format!("the same as {first}"));
		}
		bootnodes.push(bootnode);
	}
	bootnodes
}

fn check_validator(
	name: &str,
	entry: &ValidatorEntry,
	problems: &mut Problems,
) -> Option<(Validator, Balance)> {
	let account = problems.take(name, parse_account(&entry.account));
	let keys = check_keys(name, entry, problems);
	let bond = check_amount(name, "bond_etr", &entry.bond_etr, problems);
	let minimum = ValidatorCommittee::minimum_bond(entry.role);
	if let Some(bond) = bond.filter(|bond| *bond < minimum) {
		problems.add(
			name,
			format!(
				"the bond of {} is under the {} that a {:?} needs",
				show(bond),
				show(minimum),
				entry.role
			),
		);
	}
	let free = match &entry.free_etr {
		Some(free) => check_free(name, free, problems),
		None => Some(DEFAULT_FREE),
	};
	let validator = Validator { account: account?, role: entry.role, bond: bond?, keys: keys? };
	Some((validator, free?))
}

fn check_endowed(
	name: &str,
	entry: &EndowedEntry,
	problems: &mut Problems,
) -> Option<(AccountId, Balance)> {
	let account = problems.take(name, parse_account(&entry.account));
	if account.as_ref() == Some(&TreasuryAccount::get()) {
		problems.add(name, "is the treasury, which every chain has without being told");
	}
	let free = check_free(name, &entry.free_etr, problems);
	Some((account?, free?))
}

fn check_amount(
	name: &str,
	field: &str,
	amount: &Amount,
	problems: &mut Problems,
) -> Option<Balance> {
	problems.take(format_args!("{name}, {field}"), amount.in_base_units())
}

/// An account keeps the existential deposit free, or it would not be.
fn check_free(name: &str, amount: &Amount, problems: &mut Problems) -> Option<Balance> {
	let free = check_amount(name, "free_etr", amount, problems)?;
	if free < EXISTENTIAL_DEPOSIT {
		let (free, least) = (show(free), show(EXISTENTIAL_DEPOSIT));
		problems.add(name, format!("{free} is under the {least} that an account needs to be"));
	}
	Some(free)
}

fn check_keys(name: &str, entry: &ValidatorEntry, problems: &mut Problems) -> Option<SessionKeys> {
	match (&entry.session_keys, &entry.keys) {
		(Some(joined), None) => {
			let keys = problems.take(format_args!("{name}, session_keys"), parse_joined(joined))?;
			check_points(name, &keys, problems).then_some(keys)
		},
		(None, Some(apart)) => {
			let keys = parse_apart(name, apart, problems)?;
			check_points(name, &keys, problems).then_some(keys)
		},
		(Some(_), Some(_)) => {
			problems.add(name, "give either `session_keys` or `keys`, not both");
			None
		},
		(None, None) => {
			problems.add(name, "has neither `session_keys` nor `keys`");
			None
		},
	}
}

/// The keys in the order in which the runtime encodes them.
fn parse_joined(text: &str) -> Result<SessionKeys, String> {
	let bytes = parse_hex(text)?;
	SessionKeys::decode_all(&mut &bytes[..]).map_err(|_| {
		format!("{} bytes are no session keys: five keys of 32 bytes are", bytes.len())
	})
}

fn parse_apart(name: &str, keys: &KeysEntry, problems: &mut Problems) -> Option<SessionKeys> {
	let mut key =
		|kind: &str, text: &str| problems.take(format_args!("{name}, key {kind}"), parse_key(text));
	let babe = key("babe", &keys.babe);
	let asf = key("asf", &keys.asf);
	let para_validator = key("para_validator", &keys.para_validator);
	let para_assignment = key("para_assignment", &keys.para_assignment);
	let authority_discovery = key("authority_discovery", &keys.authority_discovery);
	Some(SessionKeys {
		babe: sr25519::Public::from_raw(babe?).into(),
		asf: ed25519::Public::from_raw(asf?).into(),
		para_validator: sr25519::Public::from_raw(para_validator?).into(),
		para_assignment: sr25519::Public::from_raw(para_assignment?).into(),
		authority_discovery: sr25519::Public::from_raw(authority_discovery?).into(),
	})
}

/// Bytes that are no point of the curve are nobody's key: nothing would ever verify against them.
fn check_points(name: &str, keys: &SessionKeys, problems: &mut Problems) -> bool {
	let before = problems.0.len();
	for (kind, key) in sr25519_keys(keys) {
		if schnorrkel::PublicKey::from_bytes(&key).is_err() {
			problems.add(format_args!("{name}, key {kind}"), "is no sr25519 key");
		}
	}
	if !is_ed25519(&keys.asf.encode()) {
		problems.add(format_args!("{name}, key asf"), "is no ed25519 key");
	} else if SeatKey::from(&keys.asf).is_small_order() {
		problems.add(format_args!("{name}, key asf"), "is of small order: anybody can sign for it");
	}
	problems.0.len() == before
}

fn is_ed25519(key: &[u8]) -> bool {
	ed25519_zebra::VerificationKey::try_from(key).is_ok()
}

fn sr25519_keys(keys: &SessionKeys) -> [(&'static str, Vec<u8>); 4] {
	[
		("babe", keys.babe.encode()),
		("para_validator", keys.para_validator.encode()),
		("para_assignment", keys.para_assignment.encode()),
		("authority_discovery", keys.authority_discovery.encode()),
	]
}

fn note_account(
	seen: &mut Seen<AccountId>,
	account: &AccountId,
	name: &str,
	problems: &mut Problems,
) {
	if let Some(first) = seen.add(account.clone(), name) {
		problems.add(name, format!("has the account of {first}"));
	}
}

/// A key has one owner. One owner may use a key for more than one purpose, though it should not.
fn note_keys(
	seen: &mut Seen<(&'static str, Vec<u8>)>,
	keys: &SessionKeys,
	name: &str,
	problems: &mut Problems,
) {
	let asf = [("asf", keys.asf.encode())];
	for (kind, key) in sr25519_keys(keys).into_iter().chain(asf) {
		if let Some(first) = seen.add((kind, key), name) {
			problems.add(format_args!("{name}, key {kind}"), format!("is that of {first}"));
		}
	}
}

fn parse_account(text: &str) -> Result<AccountId, String> {
	if text.starts_with("0x") {
		return parse_key(text).map(AccountId::new);
	}
	parse_ss58::<AccountId>(text)
}

fn parse_key(text: &str) -> Result<[u8; 32], String> {
	if !text.starts_with("0x") {
		return parse_ss58::<AccountId>(text).map(Into::into);
	}
	let bytes = parse_hex(text)?;
	let length = bytes.len();
	bytes.try_into().map_err(|_| format!("`{text}` has {length} bytes, not 32"))
}

fn parse_ss58<T: Ss58Codec>(text: &str) -> Result<T, String> {
	let (value, format) = T::from_ss58check_with_version(text).map_err(|_| {
		format!("`{text}` is neither an SS58 address nor 0x and 64 hexadecimal digits")
	})?;
	let own = crate::spec::SS58_FORMAT;
	if u16::from(format) != own {
		let found = u16::from(format);
		return Err(format!("`{text}` is an address of network {found}, not of {own}"));
	}
	Ok(value)
}

fn parse_hex(text: &str) -> Result<Vec<u8>, String> {
	let digits =
		text.strip_prefix("0x").ok_or_else(|| format!("`{text}` does not begin with 0x"))?;
	hex::decode(digits).map_err(|error| format!("`{text}` is not hexadecimal: {error}"))
}
