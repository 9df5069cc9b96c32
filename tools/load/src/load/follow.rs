// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows the load into blocks: fetches the body of each block once, from whichever node has it,
//! and keeps to one final chain.

use crate::{
	error::Result,
	load::{
		finality::{FinalChain, Step},
		lane::submit_again,
		run::Shared,
	},
	network::{
		endpoint::Endpoint,
		head::{Block, Hash, Head},
		watch::{Event, Watch, What},
	},
};
use std::{collections::HashMap, sync::Arc, time::Duration};

/// Final blocks that are fetched at once, at most, when some were missed.
const MAX_GAP_BLOCKS: usize = 50_000;
/// How old a transaction is that is submitted again because no block has it: several full pools.
const OVERDUE_AFTER: Duration = Duration::from_secs(45);
/// How often such transactions are looked for.
const OVERDUE_EVERY: Duration = Duration::from_secs(10);
/// How many of them are submitted again at a time.
const MAX_OVERDUE: usize = 500;

/// Follows blocks.
#[derive(Debug)]
pub(crate) struct Follower {
	endpoints: Vec<Endpoint>,
	shared: Arc<Shared>,
	/// Blocks above the final one that the ledger has, with their numbers.
	seen: HashMap<Hash, u64>,
	chain: FinalChain,
}

impl Follower {
	/// Of a load, over connections of its own.
	pub(crate) fn new(endpoints: &[Endpoint], shared: Arc<Shared>) -> Self {
		let endpoints = endpoints.iter().map(Endpoint::another).collect();
		Self { endpoints, shared, seen: HashMap::new(), chain: FinalChain::default() }
	}

	/// Follows until it is stopped from outside. A block that no node gives is tried again when the
	/// next one is final.
	pub(crate) async fn run(mut self) {
		let mut watch = Watch::start(&self.endpoints);
		loop {
			let event = watch.next().await;
			let _ = match event.what {
				What::Imported(head) | What::Best(head) => self.take(head, &event).await,
				What::Final(head) => self.is_final(head, &event).await,
				What::Away | What::Back => Ok(()),
			};
		}
	}

	/// Has the ledger take a block.
	async fn take(&mut self, head: Head, event: &Event) -> Result<()> {
		let below = self.chain.last().is_some_and(|(last, _)| head.number <= last);
		if below || self.seen.contains_key(&head.hash) {
			return Ok(());
		}
		let block = self.fetch(head.hash, event.node).await?;
		let at_ms = self.shared.millis_at(event.at);
		self.shared.included(&block, at_ms);
		self.seen.insert(head.hash, head.number);
		Ok(())
	}

	async fn is_final(&mut self, head: Head, event: &Event) -> Result<()> {
		match self.chain.judge(head) {
			Step::Known => Ok(()),
			Step::Contradiction(what) => {
				let node = self.endpoints.get(event.node).map_or("a node", Endpoint::name);
				self.shared.violated(format!("{node}: {what}"));
				Ok(())
			},
			Step::Next => self.finalize(head, event).await,
			Step::Ahead => {
				for missed in self.gap(head, event.node).await? {
					match self.chain.judge(missed) {
						Step::Next => self.finalize(missed, event).await?,
						Step::Contradiction(what) => {
							self.shared.violated(what);
							return Ok(());
						},
						Step::Known | Step::Ahead => {},
					}
				}
				Ok(())
			},
		}
	}

	async fn finalize(&mut self, head: Head, event: &Event) -> Result<()> {
		self.take(head, event).await?;
		self.chain.add(head);
		self.shared.strong(head.hash, self.shared.millis_at(event.at));
		self.seen.retain(|_, number| *number > head.number);
		Ok(())
	}

	/// The blocks from behind the last final one up to this one.
	async fn gap(&self, head: Head, node: usize) -> Result<Vec<Head>> {
		let from = self.chain.last().map_or(head.number, |(last, _)| last + 1);
		let mut blocks = vec![head];
		let mut lowest = head;
		while lowest.number > from && blocks.len() < MAX_GAP_BLOCKS {
			lowest = self.header(lowest.parent, node).await?;
			blocks.push(lowest);
		}
		blocks.reverse();
		Ok(blocks)
	}

	async fn header(&self, hash: Hash, node: usize) -> Result<Head> {
		let mut last = self.endpoint(node).head(Some(hash)).await;
		for other in (0..self.endpoints.len()).filter(|other| *other != node) {
			if last.is_ok() {
				break;
			}
			last = self.endpoint(other).head(Some(hash)).await;
		}
		last
	}

	async fn fetch(&self, hash: Hash, node: usize) -> Result<Block> {
		let mut last = self.endpoint(node).block(hash).await;
		for other in (0..self.endpoints.len()).filter(|other| *other != node) {
			if last.is_ok() {
				break;
			}
			last = self.endpoint(other).block(hash).await;
		}
		last
	}

	fn endpoint(&self, node: usize) -> &Endpoint {
		&self.endpoints[node % self.endpoints.len()]
	}
}

/// Submits again what no block has had for long: pools drop transactions, and nodes that are killed
/// forget theirs. Runs until it is stopped from outside.
pub(crate) async fn resubmit(endpoints: Vec<Endpoint>, shared: Arc<Shared>) {
	let endpoints: Vec<_> = endpoints.iter().map(Endpoint::another).collect();
	for round in 0_usize.. {
		tokio::time::sleep(OVERDUE_EVERY).await;
		for overdue in shared.overdue(OVERDUE_AFTER, MAX_OVERDUE) {
			// Of one sender to one node, so that they arrive in order; the next time to another one,
			// since a node whose full pool dropped a transaction bans it.
			let sender = usize::try_from(overdue.sender).unwrap_or_default();
			let node = sender.wrapping_add(round) % endpoints.len();
			if let Some(reason) = submit_again(&endpoints[node], &overdue.encoded).await {
				shared.not_again(&reason);
			}
		}
	}
}
