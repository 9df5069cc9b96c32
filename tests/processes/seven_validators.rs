// SPDX-License-Identifier: GPL-3.0-or-later
//! A panel of seven: two may be faulty, five decide.

use crate::{minutes, CONNECTED};
use flarechain_tests::{judge, must, scenario, spec::ChainSource, NetworkOptions, Result};

const ALL: [usize; 7] = [0, 1, 2, 3, 4, 5, 6];
const BLOCKS: u32 = 5;

#[test]
fn seven_validators_agree() -> Result<()> {
	scenario("seven_validators", minutes(6), async |run| {
		let options = NetworkOptions {
			validators: ALL.len(),
			chain: ChainSource::with_validators(ALL.len()),
			..NetworkOptions::default()
		};
		let mut network = run.network(&options).await?;
		network.wait_until_connected(&ALL, ALL.len() - 1, CONNECTED).await?;
		network.wait_until_strong(&ALL, BLOCKS, minutes(3)).await?;
		let checked = judge::agreement(&network.rpcs(&ALL), BLOCKS).await?;
		must!(checked.fewest_signers >= 5, "a certificate has {} signers", checked.fewest_signers);
		run.step(format!("blocks 1 to {BLOCKS} are the same everywhere: {checked}"));

		// Two of seven are what the panel tolerates.
		for victim in [5, 6] {
			network.nodes_mut()[victim].kill();
		}
		let goal = network.rpc(0).strong().await?.number + 4;
		network.wait_until_strong(&ALL[..5], goal, minutes(2)).await?;
		run.step("five of seven go on");
		Ok(())
	})
}
