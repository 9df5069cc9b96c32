// SPDX-License-Identifier: GPL-3.0-or-later
//! What the overseer knows of a block that a seat proposes: whether the partitions' candidates in it
//! and in its ancestors are approved and undisputed. The chain selection answers that for this node's
//! best chain only; proposals may lie on any fork.

use asf_client::BlockApprovals;
use asf_primitives::Target;
use futures::channel::oneshot;
use polkadot_node_subsystem::messages::{
	AllMessages, ApprovalVotingParallelMessage, ChainSelectionMessage, DisputeCoordinatorMessage,
	HighestApprovedAncestorBlock,
};
use polkadot_overseer::{Handle, PriorityLevel};
use sp_consensus::Error as ConsensusError;

/// Who asks, in the overseer's metrics.
const ORIGIN: &str = "asf-approvals";

/// The way to the subsystems.
#[async_trait::async_trait]
pub(super) trait Overseer: Clone + Send + Sync {
	/// Hands a message over.
	async fn tell(&mut self, message: AllMessages, priority: PriorityLevel);
}

#[async_trait::async_trait]
impl Overseer for Handle {
	async fn tell(&mut self, message: AllMessages, priority: PriorityLevel) {
		self.send_msg_with_priority(message, ORIGIN, priority).await;
	}
}

/// A subsystem that does not answer.
#[derive(Debug, thiserror::Error)]
#[error("{0} did not answer; the node is starting, or shutting down")]
struct NoAnswer(&'static str);

impl From<NoAnswer> for ConsensusError {
	fn from(error: NoAnswer) -> Self {
		Self::Other(Box::new(error))
	}
}

/// Asks the subsystems, block by block.
pub(super) struct OverseerApprovals<O> {
	overseer: O,
}

impl<O: Overseer> OverseerApprovals<O> {
	pub(super) fn new(overseer: O) -> Self {
		Self { overseer }
	}

	/// Whether some leaf that may be built upon contains the block. None does once the block, or one
	/// before it, was reverted by a lost dispute.
	async fn is_viable(&self, block: Target) -> Result<bool, NoAnswer> {
		let (answer, answered) = oneshot::channel();
		let question = ChainSelectionMessage::BestLeafContaining(block.hash, answer);
		self.overseer.clone().tell(question.into(), PriorityLevel::Normal).await;
		let leaf = answered.await.map_err(|_| NoAnswer("the chain selection"))?;
		Ok(leaf.is_some())
	}

	/// The highest block up to `block` whose way from `base` is approved.
	async fn approved(
		&self,
		base: Target,
		block: Target,
	) -> Result<Option<HighestApprovedAncestorBlock>, NoAnswer> {
		let (answer, answered) = oneshot::channel();
		let question =
			ApprovalVotingParallelMessage::ApprovedAncestor(block.hash, base.number, answer);
		self.overseer.clone().tell(question.into(), PriorityLevel::High).await;
		answered.await.map_err(|_| NoAnswer("approval voting"))
	}

	/// The highest block of an approved way that has no dispute behind it.
	async fn undisputed(
		&self,
		base: Target,
		approved: HighestApprovedAncestorBlock,
	) -> Result<Target, NoAnswer> {
		let (answer, answered) = oneshot::channel();
		let question = DisputeCoordinatorMessage::DetermineUndisputedChain {
			base: (base.number, base.hash),
			block_descriptions: approved.descriptions,
			tx: answer,
		};
		self.overseer.clone().tell(question.into(), PriorityLevel::High).await;
		let (number, hash) = answered.await.map_err(|_| NoAnswer("the dispute coordinator"))?;
		Ok(Target { hash, number })
	}
}

#[async_trait::async_trait]
impl<O: Overseer> BlockApprovals for OverseerApprovals<O> {
	async fn is_approved(&self, base: Target, block: Target) -> Result<bool, ConsensusError> {
		if !self.is_viable(block).await? {
			return Ok(false);
		}
		let Some(approved) = self.approved(base, block).await? else { return Ok(false) };
		if (Target { hash: approved.hash, number: approved.number }) != block {
			return Ok(false);
		}
		// The dispute coordinator counts the descriptions from the base up: one for each block.
		let blocks = block.number.checked_sub(base.number).map(usize::try_from);
		if blocks != Some(Ok(approved.descriptions.len())) {
			return Ok(false);
		}
		Ok(self.undisputed(base, approved).await? == block)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::executor::block_on;
	use parking_lot::Mutex;
	use polkadot_node_subsystem::messages::BlockDescription;
	use polkadot_primitives::Hash;
	use std::sync::Arc;

	const BASE: Target = Target { hash: Hash::repeat_byte(4), number: 4 };
	const BLOCK: Target = Target { hash: Hash::repeat_byte(6), number: 6 };

	/// What the subsystems say; `None` where they are gone.
	#[derive(Clone)]
	struct Fake {
		leaf: Option<Option<Hash>>,
		approved: Option<Option<(Target, usize)>>,
		undisputed: Option<Target>,
		asked: Arc<Mutex<Vec<&'static str>>>,
	}

	impl Fake {
		/// All is well with [`BLOCK`].
		fn new() -> Self {
			Self {
				leaf: Some(Some(Hash::repeat_byte(9))),
				approved: Some(Some((BLOCK, 2))),
				undisputed: Some(BLOCK),
				asked: Arc::default(),
			}
		}

		fn answer(self) -> Option<bool> {
			block_on(OverseerApprovals::new(self).is_approved(BASE, BLOCK)).ok()
		}
	}

	#[async_trait::async_trait]
	impl Overseer for Fake {
		async fn tell(&mut self, message: AllMessages, _: PriorityLevel) {
			let asked = match message {
				AllMessages::ChainSelection(ChainSelectionMessage::BestLeafContaining(
					block,
					answer,
				)) => {
					assert_eq!(block, BLOCK.hash);
					self.leaf.map(|leaf| answer.send(leaf));
					"chain selection"
				},
				AllMessages::ApprovalVotingParallel(
					ApprovalVotingParallelMessage::ApprovedAncestor(block, base, answer),
				) => {
					assert_eq!((block, base), (BLOCK.hash, BASE.number));
					let describe = |(block, count): (Target, usize)| HighestApprovedAncestorBlock {
						hash: block.hash,
						number: block.number,
						descriptions: vec![
							BlockDescription {
								block_hash: block.hash,
								session: 0,
								candidates: Vec::new(),
							};
							count
						],
					};
					self.approved.map(|approved| answer.send(approved.map(describe)).is_ok());
					"approval voting"
				},
				AllMessages::DisputeCoordinator(
					DisputeCoordinatorMessage::DetermineUndisputedChain { base, tx, .. },
				) => {
					assert_eq!(base, (BASE.number, BASE.hash));
					self.undisputed.map(|block| tx.send((block.number, block.hash)));
					"dispute coordinator"
				},
				_ => panic!("there is nothing else to ask"),
			};
			self.asked.lock().push(asked);
		}
	}

	#[test]
	fn an_approved_undisputed_block_may_be_voted_for() {
		let fake = Fake::new();
		let asked = fake.asked.clone();
		assert_eq!(fake.answer(), Some(true));
		assert_eq!(*asked.lock(), ["chain selection", "approval voting", "dispute coordinator"]);
	}

	#[test]
	fn every_subsystem_can_say_no() {
		let parent = Target { hash: Hash::repeat_byte(5), number: 5 };
		assert_eq!(Fake { leaf: Some(None), ..Fake::new() }.answer(), Some(false));
		assert_eq!(Fake { approved: Some(None), ..Fake::new() }.answer(), Some(false));
		let up_to_parent = Some(Some((parent, 1)));
		assert_eq!(Fake { approved: up_to_parent, ..Fake::new() }.answer(), Some(false));
		assert_eq!(Fake { undisputed: Some(parent), ..Fake::new() }.answer(), Some(false));
		assert_eq!(Fake { undisputed: Some(BASE), ..Fake::new() }.answer(), Some(false));
	}

	#[test]
	fn descriptions_that_do_not_fit_are_not_passed_on() {
		let fake = Fake { approved: Some(Some((BLOCK, 1))), ..Fake::new() };
		let asked = fake.asked.clone();
		assert_eq!(fake.answer(), Some(false));
		assert_eq!(*asked.lock(), ["chain selection", "approval voting"]);
	}

	#[test]
	fn a_subsystem_that_is_gone_is_an_error() {
		assert_eq!(Fake { leaf: None, ..Fake::new() }.answer(), None);
		assert_eq!(Fake { approved: None, ..Fake::new() }.answer(), None);
		assert_eq!(Fake { undisputed: None, ..Fake::new() }.answer(), None);
	}
}
