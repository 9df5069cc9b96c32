// SPDX-License-Identifier: GPL-3.0-or-later
//! Whether the relay chain that is given is the right one, and knows this partition.
//!
//! The library would start in any case: with another relay chain, or for a partition that is not
//! registered there, the node runs, says nothing, and never authors a block.

mod endpoint;
mod registration;

#[cfg(test)]
mod tests;

use crate::{error::Error, relay_spec::RelaySpec};
use endpoint::{probe, Probe};
use flarechain_primitives::Asset;
use futures::future::join_all;
use partition_chain_spec::genesis_head;
use polkadot_omni_node_lib::chain_spec::ChainSpec;
use registration::{Phase, Registration};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use std::time::{Duration, Instant};

/// Between two rounds of asking all relay nodes.
const ROUND_PAUSE: Duration = Duration::from_secs(1);

/// What is to be found at the relay nodes.
pub(crate) struct Question<'a> {
	/// The relay chain that is meant.
	pub(crate) relay: &'a RelaySpec,
	/// Whose partition it is.
	pub(crate) asset: Asset,
	/// The partition's spec.
	pub(crate) spec: &'a dyn ChainSpec,
	/// Where relay nodes answer, in order of preference.
	pub(crate) urls: &'a [String],
	/// How long to wait for the first of them.
	pub(crate) patience: Duration,
}

/// A relay node that answers for the right chain.
#[derive(Debug)]
struct RelayNode {
	url: String,
	registration: Option<Registration>,
	listens_at: Vec<String>,
}

/// Finds a relay node of the right chain and checks that the chain knows the partition. Returns
/// where the node listens for peers.
pub(crate) async fn check(question: &Question<'_>) -> Result<Vec<String>, Error> {
	let node = find(question).await?;
	check_registration(question, &node)?;
	Ok(node.listens_at)
}

/// Asks all relay nodes, again and again, until one answers: a collator may be started before its
/// relay node. One that speaks of another chain is an error even when others do not: the node
/// would come to it sooner or later.
async fn find(question: &Question<'_>) -> Result<RelayNode, Error> {
	let deadline = Instant::now() + question.patience;
	let mut has_told = false;
	loop {
		let probes = question.urls.iter().map(|url| {
			let asked = probe(url, question.relay.genesis, question.asset.para_id());
			async move { (url.clone(), asked.await) }
		});
		let mut found = None;
		let mut reasons = Vec::new();
		for (url, answer) in join_all(probes).await {
			match answer {
				Probe::Foreign(genesis) => {
					return Err(Error::ForeignRelay {
						url,
						found: genesis,
						expected: question.relay.genesis,
						spec: question.relay.path.clone(),
					})
				},
				Probe::Ready { registration, listens_at } => {
					let node = RelayNode { url, registration, listens_at };
					// One that knows the partition is better than one that may be behind.
					let is_better = |found: &RelayNode| {
						found.registration.is_none() && node.registration.is_some()
					};
					if found.as_ref().is_none_or(is_better) {
						found = Some(node);
					}
				},
				Probe::Silent(reason) => reasons.push((url, reason)),
			}
		}
		if let Some(node) = found {
			for (url, reason) in reasons {
				eprintln!(
					"note: {url} does not answer now, and is tried when it is needed: {reason}"
				);
			}
			return Ok(node);
		}
		if Instant::now() >= deadline {
			return Err(Error::NoRelay { seconds: question.patience.as_secs(), reasons });
		}
		if !std::mem::replace(&mut has_told, true) {
			let seconds = question.patience.as_secs();
			for (url, reason) in reasons {
				eprintln!("note: {url} does not answer yet ({reason}); waiting up to {seconds} s");
			}
		}
		tokio::time::sleep(ROUND_PAUSE).await;
	}
}

fn check_registration(question: &Question<'_>, node: &RelayNode) -> Result<(), Error> {
	let asset = question.asset;
	let Some(registration) = &node.registration else {
		return Err(Error::NotRegistered { url: node.url.clone(), asset });
	};
	match registration.phase {
		Phase::Onboarding => eprintln!(
			"note: the {} partition's registration takes effect in two sessions; no block before",
			asset.symbol()
		),
		Phase::Offboarding => {
			eprintln!("note: the {} partition is about to be retired", asset.symbol());
		},
		Phase::Active => {},
	}
	// The relay chain forgets the first head with the first block. Making ours takes seconds.
	match registration.first_head() {
		Some(registered) => check_head(question, &node.url, registered),
		None => Ok(()),
	}
}

fn check_head(question: &Question<'_>, url: &str, registered: &[u8]) -> Result<(), Error> {
	let own = genesis_head(question.spec)?;
	if own == registered {
		return Ok(());
	}
	Err(Error::ForeignHead {
		url: url.into(),
		asset: question.asset,
		spec: question.spec.id().into(),
		registered: H256(blake2_256(registered)),
		own: H256(blake2_256(&own)),
	})
}
