// SPDX-License-Identifier: Apache-2.0
//! What the machine asks of the node around it, and walks over the node's block tree.

use crate::bounds::MAX_TARGET_DISTANCE_BLOCKS;
use asf_primitives::{
	BlockHash, BlockNumber, NextPanel, SeatKey, SetId, Signature, SignatureVerifier, Target,
};

/// What the machine needs to know about a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
	/// Number of the block.
	pub number: BlockNumber,
	/// Hash of its parent.
	pub parent: BlockHash,
	/// The set that the block announces, if it is the last of a panel's term.
	pub announces: Option<SetId>,
}

/// The node's block tree and keys. Answers are facts: the same question has the same answer for
/// the length of one [`handle`](crate::Machine::handle) call, and a block once imported stays so.
pub trait Host: SignatureVerifier {
	/// The header of a block that is imported and valid.
	fn header(&self, hash: &BlockHash) -> Option<Header>;

	/// The panel that an imported block announces.
	fn next_panel(&self, hash: &BlockHash) -> Option<NextPanel>;

	/// Whether this node holds the secret half of `key`.
	fn owns(&self, key: &SeatKey) -> bool;

	/// Signs `payload`; `None` when the key is gone.
	fn sign(&self, key: &SeatKey, payload: &[u8]) -> Option<Signature>;
}

/// How a target lies to the block it should extend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path {
	/// A descendant of the base, with no panel change between them (the target itself may be one).
	Extends,
	/// A descendant, but above a block that ends the panel's term.
	BeyondPanelChange,
	/// A descendant too far away to be proposed.
	TooFar,
	/// The base itself, an ancestor of it, on another fork, or with a number that is not its own.
	Forks,
	/// The block, or one between it and the base, is not imported.
	Unknown,
}

/// Walks from `target` down to `base`; `announced` is the set that a panel change on the way
/// would announce.
pub(crate) fn path(
	host: &impl Host,
	base: &Target,
	target: &Target,
	announced: SetId,
	max_distance: Option<u32>,
) -> Path {
	match host.header(&target.hash) {
		None => return Path::Unknown,
		Some(header) if header.number != target.number => return Path::Forks,
		Some(_) if target.number <= base.number => return Path::Forks,
		Some(_) => {},
	}
	if max_distance.is_some_and(|max| target.number - base.number > max) {
		return Path::TooFar;
	}
	let mut result = Path::Extends;
	let mut at = *target;
	while at.number > base.number {
		let Some(header) = host.header(&at.hash) else { return Path::Unknown };
		if at != *target && header.announces == Some(announced) {
			result = Path::BeyondPanelChange;
		}
		at = Target { hash: header.parent, number: at.number - 1 };
	}
	if at.hash == base.hash {
		result
	} else {
		Path::Forks
	}
}

/// The ancestor of `target` (or itself) at `number`; `None` if it or a block on the way is not
/// imported.
pub(crate) fn ancestor_at(
	host: &impl Host,
	target: &Target,
	number: BlockNumber,
) -> Option<Target> {
	let mut at = *target;
	while at.number > number {
		let header = host.header(&at.hash)?;
		at = Target { hash: header.parent, number: at.number - 1 };
	}
	(at.number == number).then_some(at)
}

/// Whether `block` is `tip` or an ancestor of it.
pub(crate) fn is_within(host: &impl Host, block: &Target, tip: &Target) -> bool {
	ancestor_at(host, tip, block.number) == Some(*block)
}

/// The first block on the way from `base` to `tip`, however long, that announces the set `announced`.
/// `None` if there is none, or `tip` does not extend `base`.
pub(crate) fn end_of_term(
	host: &impl Host,
	base: &Target,
	tip: &Target,
	announced: SetId,
) -> Option<BlockHash> {
	let mut first = None;
	let mut at = *tip;
	while at.number > base.number {
		let header = host.header(&at.hash)?;
		if header.announces == Some(announced) {
			first = Some(at.hash);
		}
		at = Target { hash: header.parent, number: at.number - 1 };
	}
	first.filter(|_| at.hash == base.hash)
}

/// What of the way from `base` to `tip` this panel may decide next: `tip`, or the last block of the
/// panel's term if that comes before, or the farthest block within bounds. `None` if `tip` does not
/// extend `base`.
pub(crate) fn proposable(
	host: &impl Host,
	base: &Target,
	tip: &Target,
	announced: SetId,
) -> Option<Target> {
	if tip.number <= base.number {
		return None;
	}
	let farthest = base.number.saturating_add(MAX_TARGET_DISTANCE_BLOCKS);
	let mut chosen = *tip;
	let mut at = *tip;
	while at.number > base.number {
		let header = host.header(&at.hash)?;
		if at.number == farthest || header.announces == Some(announced) {
			chosen = at;
		}
		at = Target { hash: header.parent, number: at.number - 1 };
	}
	(at.hash == base.hash).then_some(chosen)
}
