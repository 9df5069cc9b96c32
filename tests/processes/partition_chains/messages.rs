// SPDX-License-Identifier: GPL-3.0-or-later
//! Messages between the relay chain and partitions: whatever is sent arrives, and what it cost went
//! where fees go, to the last unit.

use crate::FEW_PARTITION_BLOCKS;
use asf_primitives::{BlockHash, BlockNumber};
use flarechain_primitives::{
	currency::{CENTS, UNITS},
	Asset,
};
use flarechain_tests::{
	chain::Chain,
	ledger::{self, Account},
	must, parse_hash, wait_until,
	xcm::{self, Place},
	Error, Look, Network, Result, RpcClient, Scenario,
};
use subxt::{dynamic::Value, transactions::DynamicPayload};
use subxt_signer::sr25519::{dev, Keypair};

/// Where the wrapped asset is at home, and where it goes.
const HOME: Asset = Asset::Btc;
const AWAY: Asset = Asset::Eth;
/// How much of it goes there and back, in its smallest unit: no round number, so that nothing
/// rounds to the right result.
const WRAPPED: u128 = 123_456_789;
/// How much ËTR goes along for fees.
const FOR_FEES: u128 = UNITS;
/// How much ËTR goes from the relay chain to the first partition, on to the second, and back.
const LEGS: [u128; 3] = [10 * UNITS + 7, 8 * UNITS + 5, 6 * UNITS + 3];
/// More than any of the transfers may cost, at either end.
const MOST_FEES: u128 = 50 * CENTS;

/// One chain's books: what it should have in the end, if what was there at the start is counted on.
struct Books {
	place: Place,
	rpc: RpcClient,
	chain: Chain,
	/// The accounts that fees end up in.
	takers: Vec<Account>,
	start: Balances,
	/// Fees that were paid since.
	fees: u128,
	/// ËTR that came, less what left.
	came: i128,
}

/// A chain's balances as of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Balances {
	/// All ËTR of the chain.
	issuance: u128,
	/// What fees have made.
	taken: u128,
	/// What the relay chain holds of what is away.
	away: u128,
}

/// What a transfer cost where it began, and where it ended.
struct Costs {
	sent: u128,
	received: u128,
}

/// The books of the relay chain and of both partitions.
pub(super) struct Ledgers {
	relay: Books,
	home: Books,
	away: Books,
}

impl Ledgers {
	pub(super) async fn open(network: &Network) -> Result<Self> {
		let [home, away] = super::COLLATORS.map(|collator| network.collator_rpc(collator));
		Ok(Self {
			relay: Books::open(Place::Relay, network.rpc(0)).await?,
			home: Books::open(Place::Partition(HOME), home).await?,
			away: Books::open(Place::Partition(AWAY), away).await?,
		})
	}

	/// Sends ËTR and the wrapped asset around. Everything arrives, and nothing is made or lost on
	/// the way.
	pub(super) async fn nothing_is_lost(self, run: &Scenario) -> Result<()> {
		let Self { mut relay, mut home, mut away } = self;
		let wrapped = Wrapped::look(&home, &away).await?;

		let (first, out) = futures::try_join!(
			teleport(&relay, &home, LEGS[0]),
			send_wrapped(&home, &away, dev::eve()),
		)?;
		enter(&mut relay, &mut home, LEGS[0], &first);
		enter(&mut home, &mut away, FOR_FEES, &out);
		run.step("ËTR is on BTC, and wrapped BTC on ETH");
		let there = Wrapped::look(&home, &away).await?;
		must!(there == wrapped.moved_out(), "of {wrapped:?} became {there:?}, not what was sent");

		let (second, back) = futures::try_join!(
			teleport(&home, &away, LEGS[1]),
			send_wrapped(&away, &home, dev::eve()),
		)?;
		enter(&mut home, &mut away, LEGS[1], &second);
		enter(&mut away, &mut home, FOR_FEES, &back);
		run.step("ËTR is on ETH, and wrapped BTC is back home");
		let again = Wrapped::look(&home, &away).await?;
		must!(again == wrapped, "of {wrapped:?} became {again:?} after its return");

		let third = teleport(&away, &relay, LEGS[2]).await?;
		enter(&mut away, &mut relay, LEGS[2], &third);
		run.step("ËTR is back on the relay chain");
		for books in [&relay, &home, &away] {
			books.close().await?;
		}
		run.step("every balance and every issuance is right to the last unit");
		Ok(())
	}
}

impl Books {
	async fn open(place: Place, rpc: &RpcClient) -> Result<Self> {
		let chain = Chain::connect(rpc).await?;
		let takers = match place {
			// The authors, for transactions and messages; the treasury for their delivery.
			Place::Relay => [dev::alice(), dev::bob(), dev::charlie(), dev::dave()]
				.map(|validator| validator.public_key().0)
				.into_iter()
				.chain([ledger::pallet_account(b"py/trsry")])
				.collect(),
			// The pot, and the collator that is paid out of it.
			Place::Partition(_) => {
				vec![ledger::pallet_account(b"PotStake"), dev::alice().public_key().0]
			},
		};
		let at = rpc.strong().await?.hash;
		let start = Balances::look(&chain, at, &takers).await?;
		Ok(Self { place, rpc: rpc.clone(), chain, takers, start, fees: 0, came: 0 })
	}

	/// Compares what there is with what was entered.
	async fn close(&self) -> Result<()> {
		let Self { place, start, fees, came, .. } = self;
		let at = self.rpc.strong().await?.hash;
		let end = Balances::look(&self.chain, at, &self.takers).await?;
		let moved = |amount: u128, by: i128| amount.checked_add_signed(by);
		let (issuance, away) = match place {
			// What is away stays issued, and is held for those who have it there.
			Place::Relay => (Some(start.issuance), moved(start.away, -came)),
			Place::Partition(_) => (moved(start.issuance, *came), Some(start.away)),
		};
		let taken = start.taken + fees;
		must!(
			Some(end.issuance) == issuance && end.taken == taken && Some(end.away) == away,
			"{place:?} began with {start:?}; {came} came and {fees} were paid in fees; now it has \
			 {end:?}"
		);
		let sum = ledger::sum_of_accounts(&self.chain, at).await?;
		must!(sum == end.issuance, "the accounts of {place:?} have {sum}, its issuance is {end:?}");
		Ok(())
	}
}

impl Balances {
	async fn look(chain: &Chain, at: BlockHash, takers: &[Account]) -> Result<Self> {
		Ok(Self {
			issuance: ledger::issuance(chain, at).await?,
			taken: ledger::total_of_all(chain, at, takers).await?,
			away: ledger::total_of(chain, at, ledger::pallet_account(b"py/xcmch")).await?,
		})
	}
}

/// Where the wrapped asset is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrapped {
	/// All of it at home, Eve's part, and what is kept for the other partition.
	home: [u128; 3],
	/// All claims on it on the other partition, and Eve's part.
	away: [u128; 2],
}

impl Wrapped {
	async fn look(home: &Books, away: &Books) -> Result<Self> {
		let (id, eve) = (HOME.para_id(), dev::eve().public_key().0);
		let kept = ledger::sibling_account(AWAY.para_id());
		let at = home.rpc.strong().await?.hash;
		let there = away.rpc.strong().await?.hash;
		Ok(Self {
			home: [
				ledger::asset_supply(&home.chain, at, id).await?,
				ledger::asset_of(&home.chain, at, id, eve).await?,
				ledger::asset_of(&home.chain, at, id, kept).await?,
			],
			away: [
				ledger::asset_supply(&away.chain, there, id).await?,
				ledger::asset_of(&away.chain, there, id, eve).await?,
			],
		})
	}

	/// The same once Eve has sent what she sends.
	fn moved_out(self) -> Self {
		let Self { home: [supply, eve, kept], away } = self;
		Self {
			home: [supply, eve.saturating_sub(WRAPPED), kept + WRAPPED],
			away: away.map(|amount| amount + WRAPPED),
		}
	}
}

/// Enters a transfer of ËTR into the books of both chains.
fn enter(from: &mut Books, to: &mut Books, amount: u128, costs: &Costs) {
	let amount = i128::try_from(amount).unwrap_or(i128::MAX);
	from.came -= amount;
	from.fees += costs.sent;
	to.came += amount;
	to.fees += costs.received;
}

/// Ferdie sends ËTR to himself.
async fn teleport(from: &Books, to: &Books, amount: u128) -> Result<Costs> {
	let ferdie = dev::ferdie();
	let call = xcm::teleport(from.place, to.place, ferdie.public_key().0, amount);
	transfer(from, to, amount, &call, &ferdie).await
}

/// Somebody sends the wrapped asset to himself on the other partition, with ËTR for fees.
async fn send_wrapped(from: &Books, to: &Books, owner: Keypair) -> Result<Costs> {
	let (Place::Partition(here), Place::Partition(there)) = (from.place, to.place) else {
		return Err(Error::violated("the relay chain has no wrapped assets"));
	};
	let beneficiary = owner.public_key().0;
	let call = xcm::send_wrapped((here, there), HOME, beneficiary, WRAPPED, FOR_FEES);
	transfer(from, to, FOR_FEES, &call, &owner).await
}

/// Makes a call that sends so much ËTR to the same account elsewhere, and waits until it is there.
async fn transfer(
	from: &Books,
	to: &Books,
	amount: u128,
	call: &DynamicPayload<Vec<Value>>,
	owner: &Keypair,
) -> Result<Costs> {
	let account = owner.public_key().0;
	let before = to.rpc.strong().await?.number;
	let (block, _) = from.chain.submit_in_block(call, owner).await?;
	let parent = parent_of(&from.rpc, block).await?;
	let had = ledger::total_of(&from.chain, parent, account).await?;
	let has = ledger::total_of(&from.chain, block, account).await?;
	let sent =
		had.checked_sub(has).and_then(|spent| spent.checked_sub(amount)).ok_or_else(|| {
			Error::violated(format!("of {had} {has} is left after {amount} was sent"))
		})?;
	let got = arrival(to, before, account).await?;
	let received = amount
		.checked_sub(got)
		.ok_or_else(|| Error::violated(format!("of {amount} that was sent, {got} arrived")))?;
	for cost in [sent, received] {
		must!((1..MOST_FEES).contains(&cost), "a transfer of {amount} cost {cost}");
	}
	Ok(Costs { sent, received })
}

/// Waits for the final block in which an account's ËTR grows; gives by how much.
async fn arrival(to: &Books, after: BlockNumber, account: Account) -> Result<u128> {
	let mut number = after;
	let mut had = ledger::total_of(&to.chain, hash_at(&to.rpc, number).await?, account).await?;
	wait_until(&format!("a transfer arrives at {:?}", to.place), FEW_PARTITION_BLOCKS, async || {
		let newest = to.rpc.strong().await?.number;
		while number < newest {
			number += 1;
			let has = ledger::total_of(&to.chain, hash_at(&to.rpc, number).await?, account).await?;
			if has > had {
				return Ok(Look::Done(has - had));
			}
			had = has;
		}
		Ok(Look::not_yet(format!("nothing up to block {number}")))
	})
	.await
}

async fn hash_at(rpc: &RpcClient, number: BlockNumber) -> Result<BlockHash> {
	let hash = rpc.hash_at(number).await?;
	hash.ok_or_else(|| Error::violated(format!("{} has no block {number}", rpc.node())))
}

async fn parent_of(rpc: &RpcClient, block: BlockHash) -> Result<BlockHash> {
	let header = rpc.header(Some(block)).await?;
	header["parentHash"]
		.as_str()
		.and_then(parse_hash)
		.ok_or_else(|| Error::violated(format!("{} has no parent for {block:?}", rpc.node())))
}
