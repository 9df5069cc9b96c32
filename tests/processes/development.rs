// SPDX-License-Identifier: GPL-3.0-or-later
//! `--dev`: one validator, and each block is Strong at once.

use crate::{minutes, FEW_BLOCKS};
use asf_primitives::{Seat, SetId};
use flarechain_tests::{
	asf, judge, metrics::Scrape, must, scenario, wait_until, Look, NodeProcess, Ports, Result,
	RpcClient, Scenario, START_DEADLINE,
};

const BLOCKS: u32 = 4;
/// The folder of the data, in that of the test.
const DATA: &str = "data";

#[test]
fn a_development_chain_makes_each_block_strong_at_once() -> Result<()> {
	scenario("development", minutes(4), async |run| {
		let ports = Ports::free()?;
		let log = run.folder().join("dev.log");
		let arguments = [
			"--dev".to_owned(),
			format!("--base-path={}", run.folder().join(DATA).display()),
			format!("--port={}", ports.p2p),
			format!("--rpc-port={}", ports.rpc),
			format!("--prometheus-port={}", ports.prometheus),
		];
		let arguments: Vec<_> = arguments.into_iter().map(Into::into).collect();
		let mut process = NodeProcess::start("dev", run.binary().path(), &arguments, &log)?;
		let rpc = RpcClient::new("dev", ports.rpc)?;
		wait_until("the node answers", START_DEADLINE, async || {
			process.ensure_running()?;
			rpc.health().await.map(|_| Look::Done(()))
		})
		.await?;
		run.step("it answers");
		must!(asf::seat_of(&rpc).await? == Some(Seat::new(0)), "it does not have the only seat");

		wait_until("blocks become Strong", FEW_BLOCKS, async || {
			process.ensure_running()?;
			let (strong, best) = (rpc.strong().await?, rpc.best().await?);
			// The best block may be newer than the answer before it.
			must!(best.number <= strong.number + 1, "{best} is best, but only {strong} is Strong");
			Ok(Look::when(strong.number >= BLOCKS, strong))
		})
		.await?;
		let checked = judge::agreement(std::slice::from_ref(&rpc), BLOCKS).await?;
		must!(checked.last_set == SetId::new(0), "the first session ended early");
		let scrape = Scrape::fetch("dev", ports.prometheus).await?;
		let count = scrape.sum("asf_seconds_to_strong_count").unwrap_or_default();
		let seconds = scrape.sum("asf_seconds_to_strong_sum").unwrap_or_default();
		must!(count >= f64::from(BLOCKS), "only {count} blocks were timed");
		run.step(format!("{checked}; {:.0} ms from import to Strong", seconds / count * 1000.0));
		process.stop();
		must!(
			process.status().is_some_and(|status| status.success()),
			"it did not end in good order when asked: {:?}",
			process.status()
		);
		its_blocks_can_be_moved(run)
	})
}

/// What it has made can be checked, written to a file, read by another node, and removed.
fn its_blocks_can_be_moved(run: &Scenario) -> Result<()> {
	let [ours, copy] = [DATA, "copy"].map(|name| run.folder().join(name).display().to_string());
	let file = run.folder().join("blocks").display().to_string();
	let to = BLOCKS.to_string();
	let node = |data: &str, command: &[&str]| {
		let on = ["--dev", "--base-path", data];
		run.binary().stdout(&[&command[..1], &on, &command[1..]].concat())
	};
	node(&ours, &["check-block", &to])?;
	node(&ours, &["export-blocks", "--binary", "--to", &to, &file])?;
	node(&copy, &["import-blocks", "--binary", &file])?;
	let info = String::from_utf8_lossy(&node(&copy, &["chain-info"])?).into_owned();
	must!(info.contains(&format!("\"best_number\": {BLOCKS}")), "the copy is not whole: {info}");
	node(&copy, &["purge-chain", "-y"])?;
	let gone = run.binary().output(&["check-block", "--dev", "--base-path", &copy, &to]);
	must!(!gone?.status.success(), "a purged chain still has a block");
	run.step("its blocks were checked, exported, imported elsewhere, and purged there");
	Ok(())
}
