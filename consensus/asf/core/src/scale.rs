// SPDX-License-Identifier: Apache-2.0
//! The ascending scale: how far a block has come on its way to being final.

use crate::bounds::MAX_LEVEL_MARKS;
use crate::host::{is_within, Host};
use asf_primitives::Target;

/// The level of a block is the highest that it, or a descendant, has reached. `Irreversible`, the
/// level above [`Strong`](Level::Strong), is a fact of chain state, which this crate does not see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
	/// Produced; may be reorganised.
	#[default]
	None,
	/// At least f+1 seats prevoted for it: at least one honest seat holds and has checked it.
	Weak,
	/// A quorum of prevotes: no conflicting block can get there in the same round.
	Moderate,
	/// A quorum of precommits: final.
	Strong,
}

/// The blocks above the last decided target that have left [`Level::None`].
#[derive(Debug, Default)]
pub(crate) struct Scale {
	marks: Vec<(Target, Level)>,
}

impl Scale {
	/// Records that `target` reached `level`; whether that is news for it.
	pub(crate) fn raise(&mut self, host: &impl Host, target: Target, level: Level) -> bool {
		if self.level(host, &target) >= level {
			return false;
		}
		// A mark below on the same chain says nothing more than the new one.
		self.marks.retain(|(block, reached)| *reached > level || !is_within(host, block, &target));
		self.marks.push((target, level));
		if self.marks.len() > MAX_LEVEL_MARKS {
			if let Some(lowest) =
				(0..self.marks.len()).min_by_key(|index| self.marks[*index].0.number)
			{
				self.marks.remove(lowest);
			}
		}
		true
	}

	/// The level of a block above the last decided target.
	pub(crate) fn level(&self, host: &impl Host, block: &Target) -> Level {
		self.marks
			.iter()
			.filter(|(marked, _)| marked == block || is_within(host, block, marked))
			.map(|(_, level)| *level)
			.max()
			.unwrap_or_default()
	}

	/// `base` was decided: everything up to it is strong or has left the chain.
	pub(crate) fn decided(&mut self, base: &Target) {
		self.marks.retain(|(block, _)| block.number > base.number);
	}

	/// Number of marks.
	pub(crate) fn len(&self) -> usize {
		self.marks.len()
	}
}
