// SPDX-License-Identifier: Apache-2.0
//! What goes into the machine and what comes out of it.

use crate::log::LogRecord;
use crate::scale::Level;
use crate::timeouts::Timeout;
use asf_primitives::{
	BlockHash, Certificate, EquivocationProof, Height, Polka, Round, Seat, SeatKey, SetId,
	SignedMessage, Target, VerifiedCertificate, VerifiedMessage,
};

/// An event in the node around the machine.
#[derive(Clone, Debug)]
pub enum Input {
	/// The highest block this node would vote for: the best one whose parachain candidates are
	/// approved and undisputed. It takes the place of every earlier answer of that kind.
	FinalityTarget(Target),
	/// The answer to [`Output::RequestApproval`], once the block may be voted for.
	Approved(Target),
	/// A block was imported and is valid. Blocks reach the machine through
	/// [`Host::header`](crate::Host::header); this says when to look again.
	BlockImported(BlockHash),
	/// A vote or proposal. The messages of a [`Polka`] come one after the other, in its order.
	Message(VerifiedMessage),
	/// A certificate, from gossip, from an answer, or with a block.
	Certificate(VerifiedCertificate),
	/// A timeout that [`Output::ScheduleTimeout`] asked for.
	TimeoutElapsed(Timeout),
}

/// What the node has to do, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
	/// Store the record, so that it survives a crash of the machine. Nothing that comes after this
	/// may happen before the record is safe; if storing fails, the node must not go on voting.
	Persist(LogRecord),
	/// Send a message to every peer.
	Send(SignedMessage),
	/// Send a proposal to every peer together with the prevotes that it points to.
	SendPolka(Polka),
	/// Send a certificate to every peer.
	SendCertificate(Certificate),
	/// Send a certificate to the peer whose message is being handled, because it lags behind. A
	/// node may leave out what it sent to the same peer within the last second.
	Answer(Certificate),
	/// Come back with [`Input::TimeoutElapsed`] after
	/// [`duration_ms`](crate::Timeout::duration_ms).
	ScheduleTimeout(Timeout),
	/// The target, and with it all its ancestors, is final.
	Finalize(Certificate),
	/// A block, and with it its ancestors, reached a higher level.
	Level(Target, Level),
	/// A seat said two different things; to be reported on chain.
	Evidence(EquivocationProof),
	/// A block is missing here that at least one honest seat has.
	RequestBlock(Target),
	/// A proposed block is here, but whether it may be voted for is not known.
	RequestApproval(Target),
	/// The next panel took over.
	PanelChanged(SetId),
	/// More than a third of a panel is faulty: a certificate contradicts what is final here. It is
	/// not followed.
	SafetyViolation {
		/// What is final here.
		decided: Target,
		/// The contradiction.
		certificate: Certificate,
	},
	/// The input counts for nothing.
	Reject(Reject),
}

/// Why an input counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reject {
	/// For a set that is over.
	#[error("for set {got}, which is over; the present set is {expected}")]
	StaleSet {
		/// Set of the message.
		got: SetId,
		/// The present set.
		expected: SetId,
	},
	/// For a set that is not known yet.
	#[error("for set {got}, which is not known yet; the present set is {expected}")]
	FutureSet {
		/// Set of the message.
		got: SetId,
		/// The present set.
		expected: SetId,
	},
	/// Verified with a key that does not hold the seat.
	#[error("seat {seat} is not held by {got:?}")]
	ForeignKey {
		/// The seat.
		seat: Seat,
		/// The key the message was verified with.
		got: SeatKey,
	},
	/// For a height that is decided.
	#[error("for height {got}, which is decided; the present height is {expected}")]
	StaleHeight {
		/// Height of the message.
		got: Height,
		/// The present height.
		expected: Height,
	},
	/// For a height too far ahead to be held.
	#[error("for height {got}, too far ahead of {expected}")]
	FutureHeight {
		/// Height of the message.
		got: Height,
		/// The present height.
		expected: Height,
	},
	/// For a round too far back to matter.
	#[error("for round {got}, too far behind round {expected}")]
	StaleRound {
		/// Round of the message.
		got: Round,
		/// The present round.
		expected: Round,
	},
	/// For a round that no honest node reaches.
	#[error("for round {got}, the highest possible is {expected}")]
	RoundTooHigh {
		/// Round of the message.
		got: Round,
		/// The highest round accepted.
		expected: Round,
	},
	/// A proposal from a seat whose turn it is not.
	#[error("proposal from seat {got} in a round of seat {expected}")]
	NotProposer {
		/// Seat of the message.
		got: Seat,
		/// The round's proposer.
		expected: Seat,
	},
	/// Further proposals of an equivocating proposer.
	#[error("seat {seat} made more proposals in one round than are kept")]
	TooManyProposals {
		/// The proposer.
		seat: Seat,
	},
	/// A proposal that can never be voted for.
	#[error("block {target} does not extend the last decided block within the panel's term")]
	InvalidTarget {
		/// The proposed block.
		target: Target,
	},
	/// A certificate that was held back longer than there is room for.
	#[error("certificate for unknown block {target} displaced by those of later heights")]
	CertificateDisplaced {
		/// Its target.
		target: Target,
	},
}

impl Reject {
	/// Whether an honest and timely peer would never cause this, so that the sender's reputation
	/// should suffer. The others happen to honest nodes that are ahead or behind.
	pub fn is_misbehaviour(&self) -> bool {
		match self {
			Self::ForeignKey { .. } | Self::RoundTooHigh { .. } | Self::NotProposer { .. } => true,
			// Peers pass on a few messages of each seat and round. What a proposer says too often is
			// not theirs to answer for.
			Self::TooManyProposals { .. }
			| Self::StaleSet { .. }
			| Self::FutureSet { .. }
			| Self::StaleHeight { .. }
			| Self::FutureHeight { .. }
			| Self::StaleRound { .. }
			| Self::InvalidTarget { .. }
			| Self::CertificateDisplaced { .. } => false,
		}
	}
}
