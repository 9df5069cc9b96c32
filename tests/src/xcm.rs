// SPDX-License-Identifier: GPL-3.0-or-later
//! Values of XCM, version 5, as dynamic calls take them.

use flarechain_primitives::{xcm::ASSETS_PALLET_INDEX, Asset};
use subxt::{
	dynamic::{self, Value},
	transactions::DynamicPayload,
};

/// A chain of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
	/// The relay chain.
	Relay,
	/// The partition of an asset.
	Partition(Asset),
}

impl Place {
	/// The name of the XCM pallet there.
	pub const fn xcm_pallet(self) -> &'static str {
		match self {
			Place::Relay => "XcmPallet",
			Place::Partition(_) => "PolkadotXcm",
		}
	}

	/// Where `other` is, seen from here.
	fn location_of(self, other: Place) -> Value {
		match (self, other) {
			(Place::Relay, Place::Partition(asset)) => location(0, vec![parachain(asset)]),
			(_, Place::Partition(asset)) => location(1, vec![parachain(asset)]),
			(Place::Relay, Place::Relay) => location(0, vec![]),
			(Place::Partition(_), Place::Relay) => location(1, vec![]),
		}
	}

	/// ËTR, seen from here.
	fn token(self) -> Value {
		self.location_of(Place::Relay)
	}

	/// The wrapped asset of `home`, seen from here.
	fn wrapped(self, home: Asset) -> Value {
		let pallet = unnamed("PalletInstance", vec![Value::u128(ASSETS_PALLET_INDEX.into())]);
		let index = unnamed("GeneralIndex", vec![Value::u128(home.para_id().into())]);
		if self == Place::Partition(home) {
			location(0, vec![pallet, index])
		} else {
			location(1, vec![parachain(home), pallet, index])
		}
	}
}

/// How an asset crosses from one chain to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
	/// Destroyed here and made there.
	Teleport,
	/// Kept here, and a claim on it made there.
	KeptHere,
	/// A claim destroyed here, and what was kept given out there.
	KeptThere,
}

impl Way {
	fn value(self) -> Value {
		let name = match self {
			Way::Teleport => "Teleport",
			Way::KeptHere => "LocalReserve",
			Way::KeptThere => "DestinationReserve",
		};
		unnamed(name, vec![])
	}
}

/// The call by which an account sends ËTR to an account of another chain.
pub fn teleport(
	from: Place,
	to: Place,
	beneficiary: [u8; 32],
	amount: u128,
) -> DynamicPayload<Vec<Value>> {
	transfer(from, to, beneficiary, vec![asset(from.token(), amount)], Way::Teleport)
}

/// The call by which an account sends a wrapped asset, and ËTR for what the message costs there, to
/// an account of another partition.
pub fn send_wrapped(
	(from, to): (Asset, Asset),
	home: Asset,
	beneficiary: [u8; 32],
	amount: u128,
	token: u128,
) -> DynamicPayload<Vec<Value>> {
	let (here, there) = (Place::Partition(from), Place::Partition(to));
	let wrapped = asset(here.wrapped(home), amount);
	let token = asset(here.token(), token);
	// In the order of their locations: fewer parents first, then fewer junctions.
	let (assets, way) = if from == home {
		(vec![wrapped, token], Way::KeptHere)
	} else {
		(vec![token, wrapped], Way::KeptThere)
	};
	transfer(here, there, beneficiary, assets, way)
}

/// Transfers assets in one way each, and ËTR among them for fees by teleport.
fn transfer(
	from: Place,
	to: Place,
	beneficiary: [u8; 32],
	assets: Vec<Value>,
	way: Way,
) -> DynamicPayload<Vec<Value>> {
	let count = Value::u128(assets.len() as u128);
	let all = unnamed("Wild", vec![unnamed("AllCounted", vec![count])]);
	let deposit = Value::named_variant(
		"DepositAsset",
		[("assets", all), ("beneficiary", location(0, vec![account(beneficiary)]))],
	);
	let program = Value::unnamed_composite([Value::unnamed_composite([deposit])]);
	let assets = Value::unnamed_composite([Value::unnamed_composite(assets)]);
	let arguments = vec![
		versioned(from.location_of(to)),
		versioned(assets),
		way.value(),
		versioned(Value::unnamed_composite([from.token()])),
		Way::Teleport.value(),
		versioned(program),
		unnamed("Unlimited", vec![]),
	];
	dynamic::transaction(from.xcm_pallet(), "transfer_assets_using_type_and_then", arguments)
}

fn versioned(value: Value) -> Value {
	unnamed("V5", vec![value])
}

fn asset(location: Value, amount: u128) -> Value {
	let id = Value::unnamed_composite([location]);
	let fungible = unnamed("Fungible", vec![Value::u128(amount)]);
	Value::named_composite([("id", id), ("fun", fungible)])
}

fn location(parents: u8, junctions: Vec<Value>) -> Value {
	let interior = match junctions.len() {
		0 => unnamed("Here", vec![]),
		count => unnamed(&format!("X{count}"), vec![Value::unnamed_composite(junctions)]),
	};
	Value::named_composite([("parents", Value::u128(parents.into())), ("interior", interior)])
}

fn parachain(asset: Asset) -> Value {
	unnamed("Parachain", vec![Value::u128(asset.para_id().into())])
}

fn account(id: [u8; 32]) -> Value {
	let any_network = unnamed("None", vec![]);
	Value::named_variant("AccountId32", [("network", any_network), ("id", Value::from_bytes(id))])
}

fn unnamed(name: &str, fields: Vec<Value>) -> Value {
	Value::unnamed_variant(name, fields)
}
