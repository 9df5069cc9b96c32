// SPDX-License-Identifier: GPL-3.0-or-later
//! One load, from the funding of its accounts to the last final transaction.

use crate::{
	error::{Error, Result},
	figures::{blocks::millis, histogram::Percentiles},
	load::{
		accounts::{self, NonceBook},
		chain::Chain,
		follow::{resubmit, Follower},
		funding,
		lane::Lane,
		ledger::{longest_standstill_ms, rate_over_blocks, Counts, FinalBlock, Ledger, Overdue},
		pace::Pacer,
		signing::{Plan as SigningPlan, Signed, Signers},
	},
	network::{
		endpoint::Endpoint,
		head::{Block, Hash},
	},
	progress::Progress,
	stop::Stop,
};
use std::{
	collections::BTreeMap,
	future::Future,
	sync::{Arc, Mutex, MutexGuard, PoisonError},
	time::{Duration, Instant},
};
use tokio::{
	sync::{watch, Semaphore},
	task::JoinSet,
};

/// Reasons of refusals and pauses that are kept apart; what comes later is counted together.
const MAX_REASONS: usize = 20;
/// Violations that are kept.
const MAX_VIOLATIONS: usize = 100;
/// Transfers a second to prepare for where as many are sent as the network takes.
const UNLIMITED_PER_SECOND: f64 = 3_000.0;
/// How often the number of signed transfers is looked at.
const SIGNING_POLL: Duration = Duration::from_millis(200);
/// Blocks whose events are read for failed transactions, from the end; nodes keep the state of the
/// last 256 final ones.
const MAX_EVENT_BLOCKS: usize = 200;

/// What to load a network with.
#[derive(Clone, Debug)]
pub(crate) struct LoadPlan {
	/// Accounts that send.
	pub(crate) accounts: u32,
	/// What their secrets derive from.
	pub(crate) seed: String,
	/// The secret of the account that pays for all.
	pub(crate) funder: String,
	/// Transfers a second; without a number, as many as are taken.
	pub(crate) per_second: Option<f64>,
	/// How long.
	pub(crate) duration: Duration,
	/// Connections.
	pub(crate) lanes: u32,
	/// Calls of a connection that may wait for their answers.
	pub(crate) window: usize,
	/// Transfers that may be in no block yet: fewer than a node's pool takes.
	pub(crate) most_waiting: usize,
	/// Transfers that are signed before the load begins, at most.
	pub(crate) presign: usize,
}

impl LoadPlan {
	/// Transfers that are signed in all.
	fn total(&self) -> u64 {
		let per_second = self.per_second.unwrap_or(UNLIMITED_PER_SECOND);
		let total = Duration::try_from_secs_f64(per_second * self.duration.as_secs_f64());
		// Seconds as a count: rates are given with fractions, and floats have no checked conversion.
		total.map_or(u64::MAX, |total| total.as_secs().saturating_add(u64::from(self.lanes)))
	}
}

/// What the parts of a load share.
#[derive(Debug)]
pub(crate) struct Shared {
	started: Instant,
	ledger: Mutex<Ledger>,
	/// A permit for each transfer more that may wait for a block.
	room: Semaphore,
	stop: watch::Sender<bool>,
	reasons: Mutex<BTreeMap<String, u64>>,
	violations: Mutex<Vec<String>>,
}

impl Shared {
	fn new(most_waiting: usize) -> Self {
		Self {
			started: Instant::now(),
			ledger: Mutex::default(),
			room: Semaphore::new(most_waiting.clamp(1, Semaphore::MAX_PERMITS / 2)),
			stop: watch::Sender::new(false),
			reasons: Mutex::default(),
			violations: Mutex::default(),
		}
	}

	fn ledger(&self) -> MutexGuard<'_, Ledger> {
		locked(&self.ledger)
	}

	/// Time since the load began.
	pub(crate) fn elapsed(&self) -> Duration {
		self.started.elapsed()
	}

	/// A moment as the ledger counts it.
	pub(crate) fn millis_at(&self, at: Instant) -> u32 {
		millis(at.saturating_duration_since(self.started).as_secs_f64())
	}

	/// Waits until one more transfer may wait for a block.
	pub(crate) async fn take_room(&self) {
		if let Ok(permit) = self.room.acquire().await {
			permit.forget();
		}
	}

	/// A transfer is about to be submitted for the first time.
	pub(crate) fn sending(&self, transfer: &Signed) {
		let now = self.millis_at(Instant::now());
		self.ledger().sending(transfer.hash, transfer.sender, transfer.encoded.clone(), now);
	}

	/// A node will never take it.
	pub(crate) fn refused(&self, hash: Hash, reason: &str) {
		self.note(&format!("refused: {reason}"));
		if self.ledger().refused(hash) {
			self.room.add_permits(1);
		}
	}

	/// A node did not take it now.
	pub(crate) fn held_back(&self, reason: &str) {
		self.note(&format!("held back: {reason}"));
	}

	/// A node did not take one that was submitted again.
	pub(crate) fn not_again(&self, reason: &str) {
		self.note(&format!("submitted again: {reason}"));
	}

	fn note(&self, reason: &str) {
		let mut reasons = locked(&self.reasons);
		let full = reasons.len() >= MAX_REASONS && !reasons.contains_key(reason);
		let reason = if full { "other reasons" } else { reason };
		*reasons.entry(reason.to_owned()).or_default() += 1;
	}

	/// A block arrived.
	pub(crate) fn included(&self, block: &Block, at_ms: u32) {
		let no_longer_waiting = self.ledger().included(block, at_ms);
		self.room.add_permits(no_longer_waiting);
	}

	/// A block is final.
	pub(crate) fn strong(&self, hash: Hash, at_ms: u32) {
		self.ledger().strong(hash, at_ms);
	}

	/// What must never happen has happened.
	pub(crate) fn violated(&self, what: String) {
		let mut violations = locked(&self.violations);
		if violations.len() < MAX_VIOLATIONS && !violations.contains(&what) {
			violations.push(what);
		}
	}

	/// Transfers that no block has had for so long.
	pub(crate) fn overdue(&self, after: Duration, most: usize) -> Vec<Overdue> {
		let now = self.elapsed();
		let before = millis(now.saturating_sub(after).as_secs_f64());
		self.ledger().overdue(before, millis(now.as_secs_f64()), most)
	}

	/// What a future gives, or nothing once the load is stopped.
	pub(crate) async fn unless_stopped<T>(&self, future: impl Future<Output = T>) -> Option<T> {
		let mut stop = self.stop.subscribe();
		tokio::select! {
			biased;
			_ = stop.wait_for(|stopped| *stopped) => None,
			value = future => Some(value),
		}
	}
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
	mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A load whose accounts are funded and whose first transfers are signed.
#[derive(Debug)]
pub(crate) struct Prepared {
	plan: LoadPlan,
	chain: Chain,
	endpoints: Vec<Endpoint>,
	signers: Signers,
	window: usize,
	/// Seconds that signing took, and how many were signed by then.
	pub(crate) presigned: (f64, u64),
}

impl Prepared {
	/// Funds accounts and signs.
	pub(crate) async fn new(endpoints: &[Endpoint], plan: LoadPlan, stop: &Stop) -> Result<Self> {
		let first = endpoints.first().ok_or_else(|| Error::Usage("no node to load".into()))?;
		let chain = Chain::read(first).await?;
		let senders = accounts::derive(&plan.seed, plan.accounts)?;
		let funder = accounts::keypair(&plan.funder)?;
		let total = plan.total();
		let each = total.div_ceil(u64::from(plan.accounts)) + 1;
		let nonces = tokio::select! {
			funded = funding::fund(first, &chain, &senders, &funder, each) => funded?,
			() = stop.wait() => return Err(Error::Stopped),
		};
		let book = Arc::new(NonceBook::new(nonces, plan.lanes));
		// With fewer calls at a time than accounts, no account has two on their way.
		let fewest = (0..book.lanes()).map(|lane| book.accounts_of(lane)).min().unwrap_or(1);
		let window = plan.window.clamp(1, usize::try_from(fewest).unwrap_or(1));
		let started = Instant::now();
		let signers = Signers::start(&SigningPlan {
			chain: chain.clone(),
			senders: Arc::new(senders),
			book,
			total,
			ahead: plan.presign,
		});
		let progress = Progress::new("signing transfers", signers.goal());
		while signers.signed() < signers.goal() {
			if let Some(error) = signers.failure() {
				return Err(error);
			}
			if stop.sleep(SIGNING_POLL).await {
				return Err(Error::Stopped);
			}
			progress.at(signers.signed(), String::new());
		}
		progress.done();
		let presigned = (started.elapsed().as_secs_f64(), signers.signed());
		Ok(Self { plan, chain, endpoints: endpoints.to_vec(), signers, window, presigned })
	}

	/// Begins to submit.
	pub(crate) fn start(self) -> Load {
		let shared = Arc::new(Shared::new(self.plan.most_waiting));
		let mut background = JoinSet::new();
		background.spawn(Follower::new(&self.endpoints, shared.clone()).run());
		background.spawn(resubmit(self.endpoints.clone(), shared.clone()));
		let mut lanes = JoinSet::new();
		let count = self.signers.queues.len();
		for (index, queue) in self.signers.queues.into_iter().enumerate() {
			let mut endpoints: Vec<_> = self.endpoints.iter().map(Endpoint::another).collect();
			let nodes = endpoints.len();
			endpoints.rotate_left(index % nodes);
			let per_second = self.plan.per_second.map(|all| all / count as f64);
			let lane = Lane {
				queue,
				endpoints,
				pacer: Pacer::new(per_second),
				window: self.window,
				shared: shared.clone(),
			};
			lanes.spawn(lane.run());
		}
		Load { chain: self.chain, endpoints: self.endpoints, shared, lanes, background }
	}
}

/// A load that runs.
#[derive(Debug)]
pub(crate) struct Load {
	chain: Chain,
	endpoints: Vec<Endpoint>,
	shared: Arc<Shared>,
	lanes: JoinSet<()>,
	background: JoinSet<()>,
}

/// What a load came to.
#[derive(Debug)]
pub(crate) struct LoadResult {
	/// How many transfers got how far.
	pub(crate) counts: Counts,
	/// Transfers that were accepted but that no final block has.
	pub(crate) lost: u64,
	/// Transfers in final blocks that failed when they were applied, and the blocks looked at.
	pub(crate) failed_in_block: (u64, usize),
	/// From submission to the first block with it.
	pub(crate) to_inclusion: Percentiles,
	/// From submission to finality.
	pub(crate) to_strong: Percentiles,
	/// The final blocks.
	pub(crate) blocks: Vec<FinalBlock>,
	/// Why nodes refused, held back, or did not take one again, and how often.
	pub(crate) reasons: BTreeMap<String, u64>,
	/// What must never happen and did.
	pub(crate) violations: Vec<String>,
}

impl LoadResult {
	/// Transfers a second in final blocks that arrived in a span of the load.
	pub(crate) fn rate(&self, from: Duration, to: Duration) -> Option<f64> {
		let at = |time: Duration| millis(time.as_secs_f64());
		rate_over_blocks(&self.blocks, at(from), at(to))
	}

	/// The longest time without another final block in a span of the load.
	pub(crate) fn standstill(&self, from: Duration, to: Duration) -> Duration {
		let at = |time: Duration| millis(time.as_secs_f64());
		let ms = longest_standstill_ms(&self.blocks, at(from), at(to));
		Duration::from_millis(ms.into())
	}

	/// Transfers that failed in whatever way.
	pub(crate) fn failed(&self) -> u64 {
		self.counts.refused + self.lost + self.failed_in_block.0
	}
}

impl Load {
	/// Time since it began.
	pub(crate) fn elapsed(&self) -> Duration {
		self.shared.elapsed()
	}

	/// How many transfers got how far until now, and how many wait for a block.
	pub(crate) fn now(&self) -> (Counts, u64) {
		let ledger = self.shared.ledger();
		(ledger.counts(), ledger.waiting())
	}

	/// Stops submitting, waits until what was submitted is final, and sums up.
	pub(crate) async fn finish(mut self, deadline: Duration) -> Result<LoadResult> {
		self.shared.stop.send_replace(true);
		while self.lanes.join_next().await.is_some() {}
		let end = Instant::now() + deadline;
		while self.shared.ledger().open() > 0 && Instant::now() < end {
			tokio::time::sleep(SIGNING_POLL).await;
		}
		self.background.shutdown().await;
		let (counts, lost, to_inclusion, to_strong, blocks) = {
			let ledger = self.shared.ledger();
			let (inclusion, strong) = ledger.latencies();
			let blocks = ledger.final_blocks().to_vec();
			let (inclusion, strong) = (inclusion.percentiles(), strong.percentiles());
			(ledger.counts(), ledger.open(), inclusion, strong, blocks)
		};
		Ok(LoadResult {
			counts,
			lost,
			failed_in_block: self.failed_in(&blocks).await?,
			to_inclusion,
			to_strong,
			blocks,
			reasons: locked(&self.shared.reasons).clone(),
			violations: locked(&self.shared.violations).clone(),
		})
	}

	/// Transactions that failed in the last blocks with some of ours.
	async fn failed_in(&self, blocks: &[FinalBlock]) -> Result<(u64, usize)> {
		let key = self.chain.events_key()?;
		let (mut failed, mut looked_at) = (0, 0);
		for block in blocks.iter().rev().filter(|block| block.ours > 0).take(MAX_EVENT_BLOCKS) {
			for endpoint in &self.endpoints {
				if let Ok(events) = endpoint.storage(&key, block.hash).await {
					failed += self.chain.failed_in(events.unwrap_or_default())?;
					looked_at += 1;
					break;
				}
			}
		}
		Ok((failed, looked_at))
	}
}
