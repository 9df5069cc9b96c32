// SPDX-License-Identifier: GPL-3.0-or-later
//! The ascending scale as users see it.

use asf_core::{bounds::MAX_LEVEL_MARKS, Level};
use asf_primitives::Target;
use serde::{Deserialize, Serialize};
use sp_core::H256;
use std::collections::VecDeque;

/// How final a block is.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum BlockLevel {
	/// Produced; may be reorganised.
	#[default]
	None,
	/// At least one honest seat holds and has checked it.
	Weak,
	/// A quorum of prevotes.
	Moderate,
	/// A certificate: final.
	Strong,
	/// Final, and the certificate is recorded on chain in a finalized block.
	Irreversible,
}

impl From<Level> for BlockLevel {
	fn from(level: Level) -> Self {
		match level {
			Level::None => Self::None,
			Level::Weak => Self::Weak,
			Level::Moderate => Self::Moderate,
			Level::Strong => Self::Strong,
		}
	}
}

impl BlockLevel {
	/// The levels that a metric is kept for, with their labels.
	pub(crate) const ABOVE_NONE: [(Self, &'static str); 4] = [
		(Self::Weak, "weak"),
		(Self::Moderate, "moderate"),
		(Self::Strong, "strong"),
		(Self::Irreversible, "irreversible"),
	];
}

/// A block, and with it its ancestors, reached a higher level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelChange {
	/// Hash of the block.
	pub hash: H256,
	/// Its number.
	pub number: u32,
	/// Its level now.
	pub level: BlockLevel,
}

/// The levels of blocks above the last finalized one.
#[derive(Debug, Default)]
pub(crate) struct LevelBook {
	/// In the order they came, oldest first.
	marks: VecDeque<(Target, BlockLevel)>,
}

impl LevelBook {
	/// Remembers that `block` reached `level`.
	pub(crate) fn note(&mut self, block: Target, level: BlockLevel) {
		self.marks.retain(|(marked, reached)| *marked != block || *reached > level);
		self.marks.push_back((block, level));
		while self.marks.len() > MAX_LEVEL_MARKS {
			self.marks.pop_front();
		}
	}

	/// Everything up to `decided` is final or off the chain.
	pub(crate) fn decided(&mut self, decided: &Target) {
		self.marks.retain(|(block, _)| block.number > decided.number);
	}

	/// The marks at or above `number`, highest level first: a block has the level of the first one
	/// that it is, or is an ancestor of.
	pub(crate) fn at_or_above(&self, number: u32) -> Vec<(Target, BlockLevel)> {
		let mut marks: Vec<_> =
			self.marks.iter().filter(|(block, _)| block.number >= number).copied().collect();
		marks.sort_by(|(_, a), (_, b)| b.cmp(a));
		marks
	}

	/// The highest block that has reached at least `level`.
	pub(crate) fn highest(&self, level: BlockLevel) -> Option<u32> {
		let reached = self.marks.iter().filter(|(_, reached)| *reached >= level);
		reached.map(|(block, _)| block.number).max()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn block(number: u32) -> Target {
		Target { hash: H256::from_low_u64_be(number.into()), number }
	}

	#[test]
	fn a_level_never_goes_down() {
		let mut book = LevelBook::default();
		book.note(block(3), BlockLevel::Moderate);
		book.note(block(3), BlockLevel::Weak);
		book.note(block(5), BlockLevel::Weak);
		assert_eq!(book.at_or_above(2)[0], (block(3), BlockLevel::Moderate));
		assert_eq!(book.at_or_above(4), vec![(block(5), BlockLevel::Weak)]);
		assert_eq!(book.highest(BlockLevel::Weak), Some(5));
		assert_eq!(book.highest(BlockLevel::Moderate), Some(3));
		book.decided(&block(4));
		assert_eq!(book.highest(BlockLevel::Moderate), None);
	}

	#[test]
	fn marks_are_bounded() {
		let mut book = LevelBook::default();
		for number in 0..1000 {
			book.note(block(number), BlockLevel::Weak);
		}
		assert_eq!(book.at_or_above(0).len(), MAX_LEVEL_MARKS);
		assert_eq!(book.highest(BlockLevel::Weak), Some(999));
	}
}
