// SPDX-License-Identifier: GPL-3.0-or-later
//! A validator that runs twice with the same keys contradicts itself. The chain finds out, slashes
//! and excludes it, and goes on without it.

use crate::{minutes, CONNECTED, FEW_BLOCKS, SHORT_SESSION_SLOTS};
use flarechain_tests::{
	asf, chain::Chain, judge, must, scenario, spec::ChainSource, Error, Look, Network,
	NetworkOptions, Result, Scenario,
};
use serde_json::{json, Value};
use std::time::Duration;

const ALL: [usize; 5] = [0, 1, 2, 3, TWIN];
const OTHERS: [usize; 3] = [1, 2, 3];
/// The validator that runs twice, its second node, and its account.
const CULPRIT: usize = 0;
const TWIN: usize = 4;
const CULPRIT_SECRET: &str = "//Alice";
/// How long nodes may take to vote in a parted network, and to finalize in a healed one.
const VOTED: Duration = minutes(2);
/// How long a report may take until it is final on chain.
const REPORTED: u32 = 4;
/// The network is parted so often at most. Once in four times the parted validator is the one that
/// proposes, and both of the culprit's nodes vote for nothing.
const ATTEMPTS: usize = 5;
/// From one panel to the next but one; and until a slash is no longer deferred.
const NEXT_SESSIONS: Duration = minutes(4);
/// The account that gets what is slashed: that of the pallet id `py/trsry`.
const TREASURY: &[u8] = b"modlpy/trsry";

#[test]
fn a_validator_that_runs_twice_is_slashed_and_loses_its_seat() -> Result<()> {
	scenario("twin", minutes(18), async |run| {
		let options = NetworkOptions {
			chain: ChainSource::with_sessions_of(SHORT_SESSION_SLOTS),
			twin_of: Some(CULPRIT),
			reserved_only: true,
			..NetworkOptions::default()
		};
		let mut network = run.network(&options).await?;
		let account = run.binary().public_key("sr25519", CULPRIT_SECRET)?;
		let bond = bond_of(&network, &account).await?;
		network.wait_until_connected(&ALL, ALL.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&ALL, 1, FEW_BLOCKS).await?;
		contradicts_itself(run, &mut network, &account).await?;
		slashed(run, &mut network, &bond).await?;
		loses_its_seat(run, &mut network).await?;
		loses_its_bond(run, &mut network, &account, &bond).await?;

		for index in [CULPRIT, TWIN] {
			network.nodes_mut()[index].kill();
		}
		let goal = network.rpc(1).strong().await?.number + 3;
		network.wait_until_strong(&OTHERS, goal, FEW_BLOCKS).await?;
		let checked = judge::agreement(&network.rpcs(&OTHERS), goal).await?;
		run.step(format!("the others go on without it: {checked}"));
		Ok(())
	})
}

async fn bond_of(network: &Network, account: &str) -> Result<String> {
	let info: Value = network.rpc(1).call("validatorCommittee_info", json!([account])).await?;
	must!(info["inPanel"] == json!(true), "at first it should have a seat: {info}");
	must!(info["excluded"] == json!(false), "at first it should not be excluded: {info}");
	info["activeBond"]
		.as_str()
		.map(str::to_owned)
		.ok_or_else(|| Error::violated(format!("it has no bond: {info}")))
}

/// Parts the network so that the culprit's nodes vote on different sides, neither of which can
/// decide. Once it heals, all see both votes: they cost the whole bond and the place among the
/// eligible.
async fn contradicts_itself(run: &Scenario, network: &mut Network, account: &str) -> Result<()> {
	let sides: [&[usize]; 3] = [&[CULPRIT, 1], &[TWIN, 2], &[3]];
	for attempt in 1..=ATTEMPTS {
		network.part(&sides).await?;
		let votes = both_have_voted(network).await?;
		run.step(format!("parted, both of its nodes voted: {votes}"));
		network.heal(&sides).await?;
		if excluded(network, account).await? {
			run.step(format!("in attempt {attempt} it contradicted itself, and it is excluded"));
			return Ok(());
		}
	}
	Err(Error::violated(format!("{ATTEMPTS} times parted, the culprit was not excluded")))
}

/// Waits until the culprit's nodes have voted in the height in progress.
async fn both_have_voted(network: &mut Network) -> Result<String> {
	let rpcs = network.rpcs(&[CULPRIT, TWIN]);
	network
		.wait_until("both vote in a height that cannot end", VOTED, async || {
			let mut states = Vec::new();
			for rpc in &rpcs {
				states.push(rpc.call::<Value>("asf_roundState", Value::Null).await?);
			}
			let voted = states.iter().all(|state| state["step"] == json!("prevote"));
			let seen = states.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
			Ok(if voted { Look::Done(seen) } else { Look::not_yet(seen) })
		})
		.await
}

/// Whether the culprit is excluded on chain before a few more blocks are Strong.
async fn excluded(network: &mut Network, account: &str) -> Result<bool> {
	let rpc = network.rpc(1).clone();
	let goal = rpc.best().await?.number + REPORTED;
	network
		.wait_until("the culprit is excluded, or a few blocks pass", VOTED, async || {
			let info: Value = rpc.call("validatorCommittee_info", json!([account])).await?;
			if info["excluded"] == json!(true) {
				return Ok(Look::Done(true));
			}
			let strong = rpc.strong().await?.number;
			Ok(if strong >= goal { Look::Done(false) } else { Look::not_yet(strong) })
		})
		.await
}

/// The slash is set aside for the time in which governance can cancel it, and nothing of it is
/// smaller than the bond.
async fn slashed(run: &Scenario, network: &mut Network, bond: &str) -> Result<()> {
	let chain = Chain::connect(network.rpc(1)).await?;
	let slashes = network
		.wait_until("the slash of the whole bond is final", VOTED, async || {
			let slashes = chain.entries("ValidatorCommittee", "DeferredSlashes").await?.join("; ");
			let reports = chain.count("Offences", "Reports").await?;
			Ok(if slashes.contains(bond) && reports > 0 {
				Look::Done(slashes)
			} else {
				Look::not_yet(format!("{reports} reports, slashes: {slashes}"))
			})
		})
		.await?;
	run.step(format!("of a bond of {bond}, due to be slashed: {slashes}"));
	Ok(())
}

async fn loses_its_seat(run: &Scenario, network: &mut Network) -> Result<()> {
	let rpc = network.rpc(1).clone();
	let culprit = network.rpc(CULPRIT).clone();
	let panel = network
		.wait_until("a panel without the culprit", NEXT_SESSIONS, async || {
			let panel = asf::panel(&rpc, None).await?;
			let seat = asf::seat_in(&culprit, &panel).await?;
			Ok(match seat {
				None => Look::Done(panel),
				Some(seat) => Look::not_yet(format!("seat {seat} of set {}", panel.set_id)),
			})
		})
		.await?;
	must!(panel.panel.seat_count() == 3, "the panel has {} seats", panel.panel.seat_count());
	run.step(format!("set {} has three seats, and none is the culprit's", panel.set_id));
	Ok(())
}

/// Nobody cancels the slash, so the bond goes to the treasury. What it said twice in the next
/// session, in which it still had its seat, is slashed a session later and finds nothing.
async fn loses_its_bond(
	run: &Scenario,
	network: &mut Network,
	account: &str,
	bond: &str,
) -> Result<()> {
	let chain = Chain::connect(network.rpc(1)).await?;
	let rpc = network.rpc(1).clone();
	let mut treasury = [0; 32];
	treasury[..TREASURY.len()].copy_from_slice(TREASURY);
	let slashed: u128 =
		bond.parse().map_err(|error| Error::violated(format!("a bond of {bond}: {error}")))?;
	let left = network
		.wait_until("the treasury has the bond, and no slash is due", NEXT_SESSIONS, async || {
			let held = chain.free_balance(treasury).await?;
			let deferred = chain.count("ValidatorCommittee", "DeferredSlashes").await?;
			let info: Value = rpc.call("validatorCommittee_info", json!([account])).await?;
			Ok(if held >= slashed && deferred == 0 {
				Look::Done(info)
			} else {
				Look::not_yet(format!("it has {held}, {deferred} are due; the culprit: {info}"))
			})
		})
		.await?;
	must!(left["activeBond"] == json!("0"), "it should have no bond left: {left}");
	run.step("the slash was applied: the bond is the treasury's");
	Ok(())
}
