// SPDX-License-Identifier: GPL-3.0-or-later
//! What became of every transaction. Times are milliseconds since the load began.
//!
//! A transaction counts as done when a block with it is final: not when a node took it, and not
//! when a block had it that another one replaced.

use crate::{
	figures::{blocks::millis, check::STANDSTILL_S, histogram::Histogram},
	network::head::{Block, Hash},
};
use std::collections::{HashMap, HashSet, VecDeque};

/// Final transactions that are remembered, to notice one that becomes final twice: about 60 MB.
const MAX_REMEMBERED: usize = 1_000_000;
/// Blocks above the final one whose transactions are remembered.
const MAX_BLOCKS: usize = 4_096;

/// A transaction on its way.
#[derive(Clone, Debug)]
struct Pending {
	sent_ms: u32,
	/// When it was submitted last.
	offered_ms: u32,
	included_ms: Option<u32>,
	refused: bool,
	/// To submit it again, and by whom.
	sender: u32,
	encoded: Box<str>,
}

/// A transaction to submit again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overdue {
	/// Its hash.
	pub(crate) hash: Hash,
	/// Who sends it.
	pub(crate) sender: u32,
	/// The transaction as RPC takes it.
	pub(crate) encoded: Box<str>,
}

/// What one block brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FinalBlock {
	/// The block.
	pub(crate) hash: Hash,
	/// Its number.
	pub(crate) number: u64,
	/// When a node had it first.
	pub(crate) arrived_ms: u32,
	/// When it was final at one.
	pub(crate) strong_ms: u32,
	/// Transactions of this load in it.
	pub(crate) ours: u64,
}

/// How many transactions got how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Counts {
	/// Offered to a node, each counted once.
	pub(crate) submitted: u64,
	/// Seen in a block, be it final or not.
	pub(crate) included: u64,
	/// In a final block.
	pub(crate) strong: u64,
	/// Refused by a node for good and in no block.
	pub(crate) refused: u64,
	/// In two final blocks. Must be none.
	pub(crate) twice: u64,
	/// Submitted again because no block had them for long.
	pub(crate) resubmitted: u64,
}

/// The book of one load.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
	pending: HashMap<Hash, Pending>,
	blocks: HashMap<Hash, (u64, u32, Vec<Hash>)>,
	done: HashSet<Hash>,
	done_in_order: VecDeque<Hash>,
	counts: Counts,
	to_inclusion: Histogram,
	to_strong: Histogram,
	/// Final blocks since the load began, also those without a transaction of it.
	final_blocks: Vec<FinalBlock>,
}

impl Ledger {
	/// A transaction is about to be submitted.
	pub(crate) fn sending(&mut self, hash: Hash, sender: u32, encoded: Box<str>, at_ms: u32) {
		self.counts.submitted += 1;
		let pending = Pending {
			sent_ms: at_ms,
			offered_ms: at_ms,
			included_ms: None,
			refused: false,
			sender,
			encoded,
		};
		self.pending.insert(hash, pending);
	}

	/// A node refused it for good. Gives whether it waited until now.
	pub(crate) fn refused(&mut self, hash: Hash) -> bool {
		match self.pending.get_mut(&hash) {
			Some(pending) if !pending.refused && pending.included_ms.is_none() => {
				pending.refused = true;
				self.counts.refused += 1;
				true
			},
			_ => false,
		}
	}

	/// A block arrived; gives how many transactions in it are in a block for the first time. Those
	/// that a node had refused are left out: they waited no more.
	pub(crate) fn included(&mut self, block: &Block, at_ms: u32) -> usize {
		if self.blocks.contains_key(&block.head.hash) {
			return 0;
		}
		let ours: Vec<_> = block
			.extrinsics
			.iter()
			.filter(|hash| self.pending.contains_key(*hash) || self.done.contains(*hash))
			.copied()
			.collect();
		let mut first = 0;
		for hash in &ours {
			let Some(pending) = self.pending.get_mut(hash) else { continue };
			if pending.included_ms.is_none() {
				pending.included_ms = Some(at_ms);
				self.to_inclusion.add(at_ms.saturating_sub(pending.sent_ms));
				self.counts.included += 1;
				if pending.refused {
					pending.refused = false;
					self.counts.refused -= 1;
				} else {
					first += 1;
				}
			}
		}
		if self.blocks.len() < MAX_BLOCKS {
			self.blocks.insert(block.head.hash, (block.head.number, at_ms, ours));
		}
		first
	}

	/// A block is final. It must have been given to [`included`](Self::included) before; each is
	/// given once, and in order.
	pub(crate) fn strong(&mut self, hash: Hash, at_ms: u32) {
		let Some((number, arrived_ms, ours)) = self.blocks.remove(&hash) else { return };
		let mut count = 0;
		for transaction in ours {
			match self.pending.remove(&transaction) {
				Some(pending) => {
					self.to_strong.add(at_ms.saturating_sub(pending.sent_ms));
					self.counts.strong += 1;
					count += 1;
					self.remember(transaction);
				},
				None => self.counts.twice += 1,
			}
		}
		let ours = count;
		self.final_blocks.push(FinalBlock { hash, number, arrived_ms, strong_ms: at_ms, ours });
		self.blocks.retain(|_, (other, ..)| *other > number);
	}

	fn remember(&mut self, hash: Hash) {
		self.done.insert(hash);
		self.done_in_order.push_back(hash);
		if self.done_in_order.len() > MAX_REMEMBERED {
			if let Some(oldest) = self.done_in_order.pop_front() {
				self.done.remove(&oldest);
			}
		}
	}

	/// Transactions that no block has, or only one that did not become final for as long, that no
	/// node refused, and that were submitted last before a moment: each with its sender, in the order
	/// in which they were sent. They count as submitted at `now_ms` again.
	pub(crate) fn overdue(&mut self, before_ms: u32, now_ms: u32, most: usize) -> Vec<Overdue> {
		let mut overdue: Vec<_> = self
			.pending
			.iter_mut()
			.filter(|(_, pending)| {
				let included = pending.included_ms.is_some_and(|at_ms| at_ms >= before_ms);
				!included && !pending.refused && pending.offered_ms < before_ms
			})
			.collect();
		overdue.sort_by_key(|(_, pending)| pending.sent_ms);
		overdue.truncate(most);
		self.counts.resubmitted += overdue.len() as u64;
		overdue
			.into_iter()
			.map(|(hash, pending)| {
				pending.offered_ms = now_ms;
				Overdue { hash: *hash, sender: pending.sender, encoded: pending.encoded.clone() }
			})
			.collect()
	}

	/// Transactions that are neither final nor refused.
	pub(crate) fn open(&self) -> u64 {
		self.counts.submitted - self.counts.strong - self.counts.refused
	}

	/// Transactions that no block has yet and that were not refused.
	pub(crate) fn waiting(&self) -> u64 {
		self.counts.submitted - self.counts.included - self.counts.refused
	}

	/// How many got how far.
	pub(crate) fn counts(&self) -> Counts {
		self.counts
	}

	/// From submission to the first block, and to the final one.
	pub(crate) fn latencies(&self) -> (&Histogram, &Histogram) {
		(&self.to_inclusion, &self.to_strong)
	}

	/// The final blocks since the load began.
	pub(crate) fn final_blocks(&self) -> &[FinalBlock] {
		&self.final_blocks
	}
}

/// The longest time without another final block in `[from_ms, to_ms]`, in milliseconds.
pub(crate) fn longest_standstill_ms(blocks: &[FinalBlock], from_ms: u32, to_ms: u32) -> u32 {
	let mut moments: Vec<_> = blocks
		.iter()
		.map(|block| block.strong_ms)
		.filter(|at| (from_ms..=to_ms).contains(at))
		.collect();
	moments.extend([from_ms, to_ms]);
	moments.sort_unstable();
	moments.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or_default()
}

/// Transactions a second over whole blocks that arrived in `[from_ms, to_ms]`: those of every block
/// after the first one, over the time from the first to the last, or to the end of a chain that stands
/// still there. `None` with fewer than three blocks, or when they took no time.
pub(crate) fn rate_over_blocks(blocks: &[FinalBlock], from_ms: u32, to_ms: u32) -> Option<f64> {
	let mut within: Vec<_> =
		blocks.iter().filter(|block| (from_ms..=to_ms).contains(&block.arrived_ms)).collect();
	within.sort_by_key(|block| block.number);
	let (first, rest) = within.split_first()?;
	let last = rest.last().filter(|_| rest.len() >= 2)?;
	let stood_still = to_ms.saturating_sub(last.arrived_ms) >= millis(STANDSTILL_S);
	let until_ms = if stood_still { to_ms } else { last.arrived_ms };
	let took_ms = until_ms.checked_sub(first.arrived_ms).filter(|ms| *ms > 0)?;
	let count: u64 = rest.iter().map(|block| block.ours).sum();
	Some(count as f64 * 1000.0 / f64::from(took_ms))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::network::head::Head;

	fn hash(byte: u8) -> Hash {
		Hash::from([byte; 32])
	}

	fn block(byte: u8, number: u64, transactions: &[u8]) -> Block {
		let head = Head { number, hash: hash(byte), parent: hash(byte - 1) };
		Block { head, extrinsics: transactions.iter().map(|byte| hash(*byte)).collect() }
	}

	fn ledger(transactions: &[u8]) -> Ledger {
		let mut ledger = Ledger::default();
		for byte in transactions {
			ledger.sending(hash(*byte), 0, "0x".into(), 1_000);
		}
		ledger
	}

	#[test]
	fn only_what_is_final_is_done() {
		let mut ledger = ledger(&[1, 2, 3]);
		// An inherent and a stranger's transaction are in the block too.
		assert_eq!(ledger.included(&block(100, 10, &[90, 1, 2, 91]), 4_000), 2);
		assert_eq!((ledger.counts().included, ledger.counts().strong), (2, 0));
		assert_eq!((ledger.waiting(), ledger.open()), (1, 3));
		ledger.strong(hash(100), 4_500);
		let counts = ledger.counts();
		assert_eq!((counts.submitted, counts.strong, counts.twice), (3, 2, 0));
		assert_eq!(ledger.open(), 1);
		let (inclusion, strong) = ledger.latencies();
		assert_eq!(inclusion.percentiles().max_ms, 3_000);
		assert_eq!(strong.percentiles().max_ms, 3_500);
		let expected = FinalBlock {
			hash: hash(100),
			number: 10,
			arrived_ms: 4_000,
			strong_ms: 4_500,
			ours: 2,
		};
		assert_eq!(ledger.final_blocks(), [expected]);
	}

	#[test]
	fn forks_are_counted_once_and_finality_decides() {
		let mut ledger = ledger(&[1, 2]);
		assert_eq!(ledger.included(&block(100, 10, &[1, 2]), 4_000), 2);
		assert_eq!(ledger.included(&block(100, 10, &[1, 2]), 4_001), 0, "the same block again");
		assert_eq!(ledger.included(&block(110, 10, &[1]), 4_100), 0);
		ledger.strong(hash(110), 4_500);
		assert_eq!(ledger.counts().strong, 1);
		// The other one was only in the fork that lost, and comes in a later block.
		assert_eq!(ledger.included(&block(111, 11, &[2]), 9_000), 0);
		ledger.strong(hash(111), 9_500);
		assert_eq!(ledger.counts().strong, 2);
		assert_eq!(ledger.counts().twice, 0);
	}

	#[test]
	fn a_second_inclusion_is_noticed() {
		let mut ledger = ledger(&[1]);
		ledger.included(&block(100, 10, &[1]), 4_000);
		ledger.strong(hash(100), 4_500);
		ledger.included(&block(101, 11, &[1]), 9_000);
		ledger.strong(hash(101), 9_500);
		assert_eq!(ledger.counts().twice, 1);
		assert_eq!(ledger.counts().strong, 1);
	}

	#[test]
	fn what_was_refused_may_be_in_a_block_after_all() {
		let mut ledger = ledger(&[1, 2]);
		assert!(ledger.refused(hash(1)));
		assert!(!ledger.refused(hash(1)));
		assert!(ledger.refused(hash(2)));
		assert_eq!((ledger.counts().refused, ledger.open(), ledger.waiting()), (2, 0, 0));
		assert_eq!(ledger.included(&block(100, 10, &[1]), 4_000), 0, "it waited no more");
		assert_eq!((ledger.counts().refused, ledger.open(), ledger.waiting()), (1, 1, 0));
		assert!(!ledger.refused(hash(1)), "a refusal that comes after the block");
		assert_eq!(ledger.counts().refused, 1);
	}

	#[test]
	fn what_no_block_has_is_overdue() {
		let mut ledger = ledger(&[1, 2, 3]);
		ledger.sending(hash(4), 7, "0x04".into(), 500);
		ledger.sending(hash(5), 7, "0x05".into(), 2_000);
		ledger.included(&block(100, 10, &[1]), 4_000);
		assert!(ledger.refused(hash(2)));
		let overdue = ledger.overdue(2_000, 9_000, 1);
		assert_eq!(overdue, [Overdue { hash: hash(4), sender: 7, encoded: "0x04".into() }]);
		let overdue: Vec<_> =
			ledger.overdue(2_000, 9_000, 10).into_iter().map(|o| o.hash).collect();
		assert_eq!(overdue, [hash(3)], "the other one was just submitted again");
		// The one in the block is not final for as long either.
		assert_eq!(ledger.overdue(9_001, 9_500, 10).len(), 4);
		assert_eq!(ledger.counts().resubmitted, 6);
	}

	fn final_block(number: u64, at_ms: u32, ours: u64) -> FinalBlock {
		FinalBlock { hash: hash(1), number, arrived_ms: at_ms, strong_ms: at_ms, ours }
	}

	#[test]
	fn rates_count_whole_blocks() {
		let block = final_block;
		let blocks =
			[block(1, 1_000, 50), block(2, 7_000, 600), block(3, 13_000, 0), block(4, 19_000, 600)];
		assert_eq!(rate_over_blocks(&blocks, 0, 20_000), Some(1200.0 / 18.0));
		assert_eq!(rate_over_blocks(&blocks, 5_000, 20_000), Some(50.0));
		assert_eq!(rate_over_blocks(&blocks, 5_000, 18_000), None, "two blocks");
		assert_eq!(rate_over_blocks(&blocks, 0, 61_000), Some(20.0), "the chain stands at the end");
		assert_eq!(rate_over_blocks(&[], 0, 1), None);
		let at_once = [block(1, 5, 1), block(2, 5, 1), block(3, 5, 1)];
		assert_eq!(rate_over_blocks(&at_once, 0, 9), None);
	}

	#[test]
	fn a_standstill_ends_with_the_next_block_or_the_time() {
		let blocks =
			[final_block(1, 1_000, 0), final_block(2, 7_000, 0), final_block(3, 20_000, 0)];
		assert_eq!(longest_standstill_ms(&blocks, 500, 20_500), 13_000);
		assert_eq!(longest_standstill_ms(&blocks, 6_000, 12_000), 5_000);
		assert_eq!(longest_standstill_ms(&[], 1_000, 3_000), 2_000);
	}
}
