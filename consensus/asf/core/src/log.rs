// SPDX-License-Identifier: Apache-2.0
//! What a seat writes down before it speaks, so that it says nothing else after a crash.

use asf_primitives::{SignedMessage, Step, MAX_SEATS};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode};

/// Why a seat may precommit a target: what puts the lock back in place after a crash.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct LockProof {
	/// The proposal of the round.
	pub proposal: SignedMessage,
	/// A quorum of prevotes for it.
	pub polka: BoundedVec<SignedMessage, ConstU32<MAX_SEATS>>,
}

/// One message of this node's seat, stored before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct LogRecord {
	/// The message.
	pub message: SignedMessage,
	/// For a precommit of a target, what it locks on.
	pub lock: Option<LockProof>,
}

/// Place of a record in a log of fixed size. A record replaces the one before it in its slots, in
/// one write; a new height may empty them all.
///
/// Recovery needs the newest lock, to keep it, and what was said in the last two rounds, to repeat
/// it: a peer may still be one round behind, and miss just this seat's vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogSlot {
	/// What was said in a step of the last even or odd round.
	Said {
		/// The step.
		step: Step,
		/// Whether the round is odd.
		odd_round: bool,
	},
	/// The newest precommit of a target.
	Lock,
}

impl LogRecord {
	/// The slots that the record goes to.
	pub fn slots(&self) -> impl Iterator<Item = LogSlot> {
		let said = LogSlot::Said {
			step: self.message.ballot.step(),
			odd_round: self.message.round.get() % 2 == 1,
		};
		core::iter::once(said).chain(self.lock.is_some().then_some(LogSlot::Lock))
	}
}
