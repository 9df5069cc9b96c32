// SPDX-License-Identifier: GPL-3.0-or-later
//! The chain's own encodings, from its metadata: transactions are made and state is read without
//! asking a node.

use crate::{
	error::{Error, Result},
	network::endpoint::{bytes_of, Endpoint},
};
use serde_json::{json, Value as Json};
use subxt::{
	client::OfflineClientAtBlock,
	config::{substrate::SpecVersionForRange, DefaultExtrinsicParamsBuilder},
	dynamic::{self, At, Value},
	events::Phase,
	ext::{codec::Decode, scale_value::Composite},
	transactions::{DynamicPayload, Payload},
	Metadata, OfflineClient, SubstrateConfig,
};
use subxt_signer::sr25519::Keypair;

/// Metadata of this version is asked for: the newest that every supported node has.
const METADATA_VERSION: u32 = 15;

/// Makes transactions for a chain and reads its state. Good for as long as the runtime is not
/// upgraded.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
	client: OfflineClientAtBlock<SubstrateConfig>,
}

/// What an account has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Account {
	/// What it can spend, in the smallest unit.
	pub(crate) free: u128,
	/// Its transactions so far.
	pub(crate) nonce: u64,
}

impl Chain {
	/// Reads what is needed from a node.
	pub(crate) async fn read(endpoint: &Endpoint) -> Result<Self> {
		let version: Json = endpoint.call("state_getRuntimeVersion", Json::Null).await?;
		let number = |name: &str| {
			let number = version[name].as_u64().and_then(|number| u32::try_from(number).ok());
			number.ok_or_else(|| endpoint.malformed("state_getRuntimeVersion", name))
		};
		let range = SpecVersionForRange {
			block_range: 0..u64::MAX,
			spec_version: number("specVersion")?,
			transaction_version: number("transactionVersion")?,
		};
		let genesis = endpoint.hash_at(0).await?.ok_or_else(|| {
			endpoint.malformed("chain_getBlockHash", "it does not know the genesis block")
		})?;
		let config = SubstrateConfig::builder()
			.set_genesis_hash(genesis)
			.set_metadata_for_spec_versions([(range.spec_version, metadata(endpoint).await?.arc())])
			.set_spec_version_for_block_ranges([range])
			.build();
		let client = OfflineClient::new_with_config(config)
			.at_block(0u64)
			.map_err(|error| Error::chain("read the metadata", error))?;
		Ok(Self { client })
	}

	/// A signed transfer of an amount, in the smallest unit, that leaves the sender alive.
	pub(crate) fn transfer(
		&self,
		from: &Keypair,
		to: [u8; 32],
		amount: u128,
		nonce: u64,
	) -> Result<Vec<u8>> {
		self.sign(&transfer(to, amount), from, nonce)
	}

	/// A signed transaction with a transfer to each of these accounts: all of them or none.
	pub(crate) fn transfers(
		&self,
		from: &Keypair,
		to: &[([u8; 32], u128)],
		nonce: u64,
	) -> Result<Vec<u8>> {
		let calls = to.iter().map(|(to, amount)| transfer(*to, *amount).into_value());
		let calls = Value::unnamed_composite(calls);
		let batch = dynamic::tx("Utility", "batch_all", Composite::unnamed([calls]));
		self.sign(&batch, from, nonce)
	}

	/// Immortal: it may be signed long before it is submitted.
	fn sign(&self, call: &impl Payload, signer: &Keypair, nonce: u64) -> Result<Vec<u8>> {
		let doing = "sign a transaction";
		let params = DefaultExtrinsicParamsBuilder::new().immortal().nonce(nonce).build();
		let signed = self
			.client
			.transactions()
			.create_signable_offline(call, params)
			.and_then(|mut signable| signable.sign(signer))
			.map_err(|error| Error::chain(doing, error))?;
		Ok(signed.into_encoded())
	}

	/// Where the state has an account.
	pub(crate) fn account_key(&self, account: [u8; 32]) -> Result<Vec<u8>> {
		let doing = "find an account";
		let address = dynamic::storage::<([u8; 32],), Value>("System", "Account");
		let storage = self.client.storage();
		let entry = storage.entry(address).map_err(|error| Error::chain(doing, error))?;
		entry.fetch_key((account,)).map_err(|error| Error::chain(doing, error))
	}

	/// Reads what the state has of an account; nothing if there is none.
	pub(crate) fn account(&self, bytes: Option<&[u8]>) -> Result<Account> {
		let doing = "read an account";
		let Some(mut bytes) = bytes else { return Ok(Account { free: 0, nonce: 0 }) };
		let metadata = self.client.metadata_ref();
		let info = metadata
			.pallet_by_name("System")
			.and_then(|pallet| pallet.storage()?.entry_by_name("Account"))
			.ok_or_else(|| Error::chain(doing, "the runtime has no System.Account"))?;
		let value = subxt::ext::scale_value::scale::decode_as_type(
			&mut bytes,
			info.value_ty(),
			metadata.types(),
		)
		.map_err(|error| Error::chain(doing, error))?;
		let free = value.at("data").at("free").and_then(|free| free.as_u128());
		let nonce = value.at("nonce").and_then(|nonce| u64::try_from(nonce.as_u128()?).ok());
		match (free, nonce) {
			(Some(free), Some(nonce)) => Ok(Account { free, nonce }),
			_ => Err(Error::chain(doing, "it has no free balance or no nonce")),
		}
	}

	/// The balance below which an account is removed.
	pub(crate) fn existential_deposit(&self) -> Result<u128> {
		let address = dynamic::constant::<u128>("Balances", "ExistentialDeposit");
		self.client
			.constants()
			.entry(address)
			.map_err(|error| Error::chain("read the existential deposit", error))
	}

	/// Where the state has the events of a block.
	pub(crate) fn events_key(&self) -> Result<Vec<u8>> {
		let doing = "find events";
		let address = dynamic::storage::<(), Value>("System", "Events");
		let storage = self.client.storage();
		let entry = storage.entry(address).map_err(|error| Error::chain(doing, error))?;
		entry.fetch_key(()).map_err(|error| Error::chain(doing, error))
	}

	/// How many transactions of a block failed when they were applied, by its events.
	pub(crate) fn failed_in(&self, events: Vec<u8>) -> Result<u64> {
		let mut failed = 0;
		for event in self.client.events().from_bytes(events).iter() {
			let event = event.map_err(|error| Error::chain("read events", error))?;
			let of_transaction = matches!(event.phase(), Phase::ApplyExtrinsic(_));
			if of_transaction
				&& event.pallet_name() == "System"
				&& event.event_name() == "ExtrinsicFailed"
			{
				failed += 1;
			}
		}
		Ok(failed)
	}
}

fn transfer(to: [u8; 32], amount: u128) -> DynamicPayload<Composite<()>> {
	let to = Value::unnamed_variant("Id", [Value::from_bytes(to)]);
	let fields = Composite::unnamed([to, Value::u128(amount)]);
	dynamic::tx("Balances", "transfer_keep_alive", fields)
}

async fn metadata(endpoint: &Endpoint) -> Result<Metadata> {
	let method = "state_call";
	let version = format!("0x{}", hex::encode(METADATA_VERSION.to_le_bytes()));
	let params = json!(["Metadata_metadata_at_version", version]);
	let answer: String = endpoint.call(method, params).await?;
	let bytes = bytes_of(&answer).ok_or_else(|| endpoint.malformed(method, "it is not hex"))?;
	let opaque = Option::<Vec<u8>>::decode(&mut &bytes[..])
		.map_err(|error| endpoint.malformed(method, &error.to_string()))?
		.ok_or_else(|| {
			endpoint.malformed(method, &format!("it has no metadata of version {METADATA_VERSION}"))
		})?;
	Metadata::decode_from(&opaque).map_err(|error| Error::chain("read the metadata", error))
}
