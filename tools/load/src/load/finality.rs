// SPDX-License-Identifier: GPL-3.0-or-later
//! The one chain that all nodes together call final. Two that differ are the worst that can happen.

use crate::network::head::{Hash, Head};
use std::collections::BTreeMap;

/// Numbers whose final hashes are remembered.
const MAX_REMEMBERED: usize = 100_000;

/// What a final block is to the chain so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
	/// It is known to be final, or older than what is remembered.
	Known,
	/// It comes next, or is the first one.
	Next,
	/// It is further on: blocks in between are missing.
	Ahead,
	/// It contradicts what is final.
	Contradiction(String),
}

/// Final blocks by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct FinalChain {
	blocks: BTreeMap<u64, Hash>,
}

impl FinalChain {
	/// The highest one.
	pub(crate) fn last(&self) -> Option<(u64, Hash)> {
		self.blocks.last_key_value().map(|(number, hash)| (*number, *hash))
	}

	/// What a block that some node calls final is to the chain; does not add it.
	pub(crate) fn judge(&self, head: Head) -> Step {
		let Some((last, hash)) = self.last() else { return Step::Next };
		let against = |known: Hash| {
			Step::Contradiction(format!(
				"final block {} is {:?}, which does not fit {known:?}",
				head.number, head.hash
			))
		};
		if head.number > last + 1 {
			return Step::Ahead;
		}
		if head.number == last + 1 {
			return if head.parent == hash { Step::Next } else { against(hash) };
		}
		match self.blocks.get(&head.number) {
			Some(known) if *known != head.hash => against(*known),
			_ => Step::Known,
		}
	}

	/// Adds a block that comes next.
	pub(crate) fn add(&mut self, head: Head) {
		self.blocks.insert(head.number, head.hash);
		if self.blocks.len() > MAX_REMEMBERED {
			self.blocks.pop_first();
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn head(number: u8, fork: u8, parent_fork: u8) -> Head {
		let hash = |number: u8, fork: u8| Hash::from([number.wrapping_add(fork * 100); 32]);
		Head {
			number: number.into(),
			hash: hash(number, fork),
			parent: hash(number - 1, parent_fork),
		}
	}

	#[test]
	fn one_chain_is_followed_and_another_one_noticed() {
		let mut chain = FinalChain::default();
		assert_eq!(chain.judge(head(5, 0, 0)), Step::Next);
		chain.add(head(5, 0, 0));
		assert_eq!(chain.judge(head(5, 0, 0)), Step::Known);
		assert_eq!(chain.judge(head(4, 1, 0)), Step::Known, "older than the first one");
		assert_eq!(chain.judge(head(7, 0, 0)), Step::Ahead);
		assert_eq!(chain.judge(head(6, 0, 0)), Step::Next);
		chain.add(head(6, 0, 0));
		assert_eq!(chain.last().map(|last| last.0), Some(6));
		assert!(matches!(chain.judge(head(6, 1, 0)), Step::Contradiction(_)));
		assert!(matches!(chain.judge(head(7, 0, 1)), Step::Contradiction(_)));
		assert_eq!(chain.judge(head(5, 0, 0)), Step::Known);
	}
}
