// SPDX-License-Identifier: Apache-2.0
//! Machines with one rule broken: proof that the judges notice.

use asf_core::Rules;

macro_rules! broken {
	($(#[$doc:meta])* $name:ident, $rule:ident: $type:ty = $value:expr) => {
		$(#[$doc])*
		#[derive(Clone, Copy, Debug)]
		pub enum $name {}

		impl Rules for $name {
			const $rule: $type = $value;
		}
	};
}

broken! {
	/// One seat less than a quorum decides.
	QuorumTooLow, QUORUM_SHORTFALL: u64 = 1
}
broken! {
	/// A precommit binds nobody in the next round.
	NoLock, LOCKS: bool = false
}
broken! {
	/// Any polka opens a lock, however old.
	UnlocksWithOldPolka, UNLOCK_NEEDS_NEWER_POLKA: bool = false
}
broken! {
	/// What is sent is stored afterwards.
	SendsBeforePersisting, PERSISTS_BEFORE_SENDING: bool = false
}
broken! {
	/// Votes of other sets count.
	AcceptsForeignSets, CHECKS_SET: bool = false
}
broken! {
	/// A target need not extend the last decided one.
	SkipsAncestryCheck, CHECKS_ANCESTRY: bool = false
}
