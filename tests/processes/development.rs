// SPDX-License-Identifier: GPL-3.0-or-later
//! `--dev`: one validator, and each block is Strong at once.

use crate::{minutes, FEW_BLOCKS};
use asf_primitives::{Seat, SetId};
use flarechain_tests::{
	asf, judge, metrics::Scrape, must, scenario, NodeProcess, Ports, Result, RpcClient,
};
use flarechain_tests::{wait_until, Look, START_DEADLINE};

const BLOCKS: u32 = 4;

#[test]
fn a_development_chain_makes_each_block_strong_at_once() -> Result<()> {
	scenario("development", minutes(4), async |run| {
		let ports = Ports::free()?;
		let log = run.folder().join("dev.log");
		let arguments = [
			"--dev".to_owned(),
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

		let mut heights = Vec::new();
		wait_until("blocks become Strong", FEW_BLOCKS, async || {
			process.ensure_running()?;
			let (strong, best) = (rpc.strong().await?, rpc.best().await?);
			// The best block may be newer than the answer before it.
			must!(best.number <= strong.number + 1, "{best} is best, but only {strong} is Strong");
			if heights.last() != Some(&strong.number) {
				heights.push(strong.number);
			}
			Ok(Look::when(strong.number >= BLOCKS, strong))
		})
		.await?;
		let checked = judge::agreement(std::slice::from_ref(&rpc), BLOCKS).await?;
		must!(checked.last_set == SetId::new(0), "the first session ended early");
		let scrape = Scrape::fetch("dev", ports.prometheus).await?;
		let count = scrape.sum("asf_seconds_to_strong_count").unwrap_or_default();
		let seconds = scrape.sum("asf_seconds_to_strong_sum").unwrap_or_default();
		must!(count >= f64::from(BLOCKS), "only {count} blocks were timed");
		let mean = seconds / count;
		must!(mean < 1.0, "a block took {mean:.3} s to become Strong");
		run.step(format!("{checked}; {:.0} ms from import to Strong", mean * 1000.0));
		process.stop();
		must!(
			process.status().is_some_and(|status| status.success()),
			"it did not end in good order when asked: {:?}",
			process.status()
		);
		Ok(())
	})
}
