// SPDX-License-Identifier: Apache-2.0

//! The table of partitions: one row for each asset, and with it for each partition chain.

use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// The para id of the first partition. The others follow in the order of the table.
pub const FIRST_PARTITION_ID: u32 = 2000;

/// Ports of the first partition, and how far apart two partitions are. P2P ports leave room for
/// several nodes of one partition on a machine.
const FIRST_P2P_PORT: u16 = 30_533;
const P2P_PORT_STEP: u16 = 100;
const FIRST_RPC_PORT: u16 = 10_044;
const RPC_PORT_STEP: u16 = 2;
const FIRST_PROMETHEUS_PORT: u16 = 9_715;

/// An asset of another network, carried by a partition chain of its own.
///
/// The order is part of para ids, ports and of how the type encodes: rows are only added at the
/// end.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Asset {
	/// Bitcoin.
	Btc,
	/// Ether, on Ethereum.
	Eth,
	/// Dogecoin.
	Doge,
	/// Solana.
	Sol,
	/// Stellar's lumen.
	Xlm,
	/// XRP, on the XRP Ledger.
	Xrp,
	/// BNB, on BNB Smart Chain.
	Bnb,
	/// TRON.
	Trx,
	/// Cardano.
	Ada,
	/// Chainlink's token, on Ethereum.
	Link,
	/// Polygon's token, on Polygon PoS.
	Matic,
	/// Tether's US dollar, on Ethereum.
	ScUsdt,
}

/// How an asset's own network has to be followed: which kind of proof a bridge to it verifies.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum BridgeFamily {
	/// Unspent outputs under proof of work: Bitcoin and its relatives.
	Utxo,
	/// The native coin of an EVM chain.
	Evm,
	/// An ERC-20 token on Ethereum.
	EvmToken,
	/// Solana's accounts and votes.
	Solana,
	/// Stellar's ledgers.
	Stellar,
	/// The XRP Ledger.
	XrpLedger,
	/// TRON, with its elected producers.
	Tron,
	/// Cardano's unspent outputs under proof of stake.
	Cardano,
}

/// What the table holds of an asset, beside its place.
struct Row {
	short_name: &'static str,
	symbol: &'static str,
	name: &'static str,
	chain_id: &'static str,
	decimals: u8,
	bridge_family: BridgeFamily,
	confirmations: u32,
}

/// The table. Decimals are the asset's own, so that an amount is the same number on both sides of
/// a bridge. Confirmations are blocks or ledgers of the asset's network, the one with the
/// transaction included.
const ROWS: [Row; Asset::COUNT] = [
	Row {
		short_name: "btc",
		symbol: "BTC",
		name: "Bitcoin",
		chain_id: "pbc_btc",
		decimals: 8,
		bridge_family: BridgeFamily::Utxo,
		// An hour: what Bitcoin's own wallet calls confirmed.
		confirmations: 6,
	},
	Row {
		short_name: "eth",
		symbol: "ETH",
		name: "Ether",
		chain_id: "pbc_eth",
		decimals: 18,
		bridge_family: BridgeFamily::Evm,
		// Two epochs of 32 slots, after which Ethereum finalizes when all goes well.
		confirmations: 64,
	},
	Row {
		short_name: "doge",
		symbol: "DOGE",
		name: "Dogecoin",
		chain_id: "pbc_doge",
		decimals: 8,
		bridge_family: BridgeFamily::Utxo,
		// An hour of blocks a minute apart.
		confirmations: 60,
	},
	Row {
		short_name: "sol",
		symbol: "SOL",
		name: "Solana",
		chain_id: "pbc_sol",
		decimals: 9,
		bridge_family: BridgeFamily::Solana,
		// The depth of the vote tower, at which a slot is rooted.
		confirmations: 32,
	},
	Row {
		short_name: "xlm",
		symbol: "XLM",
		name: "Stellar Lumen",
		chain_id: "pbc_xlm",
		decimals: 7,
		bridge_family: BridgeFamily::Stellar,
		// A closed ledger is final.
		confirmations: 1,
	},
	Row {
		short_name: "xrp",
		symbol: "XRP",
		name: "XRP",
		chain_id: "pbc_xrp",
		decimals: 6,
		bridge_family: BridgeFamily::XrpLedger,
		// A validated ledger is final.
		confirmations: 1,
	},
	Row {
		short_name: "bnb",
		symbol: "BNB",
		name: "BNB",
		chain_id: "pbc_bnb",
		decimals: 18,
		bridge_family: BridgeFamily::Evm,
		// More than half of the 21 active validators have built on it, and some.
		confirmations: 15,
	},
	Row {
		short_name: "trx",
		symbol: "TRX",
		name: "TRON",
		chain_id: "pbc_trx",
		decimals: 6,
		bridge_family: BridgeFamily::Tron,
		// 19 of the 27 producers have built on it, which makes a block solid.
		confirmations: 19,
	},
	Row {
		short_name: "ada",
		symbol: "ADA",
		name: "Cardano",
		chain_id: "pbc_ada",
		decimals: 6,
		bridge_family: BridgeFamily::Cardano,
		// Ten minutes of blocks some 20 seconds apart. Certain is only the 2160th, half a day on.
		confirmations: 30,
	},
	Row {
		short_name: "link",
		symbol: "LINK",
		name: "Chainlink",
		chain_id: "pbc_link",
		decimals: 18,
		bridge_family: BridgeFamily::EvmToken,
		// Ethereum's.
		confirmations: 64,
	},
	Row {
		short_name: "matic",
		symbol: "MATIC",
		name: "Polygon",
		chain_id: "pbc_matic",
		decimals: 18,
		bridge_family: BridgeFamily::Evm,
		// Eight spans of 16 blocks: deeper than the chain's known reorganizations.
		confirmations: 128,
	},
	Row {
		short_name: "sc-usdt",
		symbol: "SC-USDT",
		name: "Tether USD",
		chain_id: "pbc_sc_usdt",
		decimals: 6,
		bridge_family: BridgeFamily::EvmToken,
		// Ethereum's.
		confirmations: 64,
	},
];

impl Asset {
	/// How many there are.
	pub const COUNT: usize = 12;

	/// All, in the order of the table.
	pub const ALL: [Asset; Asset::COUNT] = [
		Asset::Btc,
		Asset::Eth,
		Asset::Doge,
		Asset::Sol,
		Asset::Xlm,
		Asset::Xrp,
		Asset::Bnb,
		Asset::Trx,
		Asset::Ada,
		Asset::Link,
		Asset::Matic,
		Asset::ScUsdt,
	];

	const fn row(self) -> &'static Row {
		&ROWS[self as usize]
	}

	/// The place in the table, from 0.
	pub const fn index(self) -> u8 {
		self as u8
	}

	/// The name in command lines, files and packages: lower case, words joined by a hyphen.
	pub const fn short_name(self) -> &'static str {
		self.row().short_name
	}

	/// How amounts of it are labelled.
	pub const fn symbol(self) -> &'static str {
		self.row().symbol
	}

	/// The name in full.
	pub const fn name(self) -> &'static str {
		self.row().name
	}

	/// The number of decimals, which is that of the asset's own network.
	pub const fn decimals(self) -> u8 {
		self.row().decimals
	}

	/// What the ids of its partition's chain specs begin with.
	pub const fn chain_id(self) -> &'static str {
		self.row().chain_id
	}

	/// Its partition's para id, which is also its id in the assets pallet of every partition.
	pub const fn para_id(self) -> u32 {
		FIRST_PARTITION_ID + self as u32
	}

	/// The asset whose partition has this para id. `None` for other parachains.
	pub fn from_para_id(para_id: u32) -> Option<Self> {
		let index = para_id.checked_sub(FIRST_PARTITION_ID)?;
		Self::ALL.get(usize::try_from(index).ok()?).copied()
	}

	/// The default P2P port of its partition's first node.
	pub const fn p2p_port(self) -> u16 {
		FIRST_P2P_PORT + P2P_PORT_STEP * self as u16
	}

	/// The default RPC port of its partition's first node.
	pub const fn rpc_port(self) -> u16 {
		FIRST_RPC_PORT + RPC_PORT_STEP * self as u16
	}

	/// The default Prometheus port of its partition's first node.
	pub const fn prometheus_port(self) -> u16 {
		FIRST_PROMETHEUS_PORT + self as u16
	}

	/// What a bridge to the asset's network has to verify.
	pub const fn bridge_family(self) -> BridgeFamily {
		self.row().bridge_family
	}

	/// Blocks or ledgers of the asset's network, the one with the transaction included, after which
	/// a bridge takes the transaction for settled, unless its network proves finality earlier.
	pub const fn confirmations(self) -> u32 {
		self.row().confirmations
	}
}

impl fmt::Display for Asset {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		formatter.pad(self.short_name())
	}
}

impl FromStr for Asset {
	type Err = UnknownAsset;

	fn from_str(name: &str) -> Result<Self, UnknownAsset> {
		Self::ALL
			.into_iter()
			.find(|asset| asset.short_name().eq_ignore_ascii_case(name))
			.ok_or_else(|| UnknownAsset { name: name.into() })
	}
}

/// The name is none of the table's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownAsset {
	/// What was asked for.
	pub name: String,
}

impl fmt::Display for UnknownAsset {
	fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(formatter, "unknown asset {:?}; the known ones are", self.name)?;
		for (place, asset) in Asset::ALL.iter().enumerate() {
			let separator = if place == 0 { " " } else { ", " };
			write!(formatter, "{separator}{asset}")?;
		}
		Ok(())
	}
}

impl core::error::Error for UnknownAsset {}
