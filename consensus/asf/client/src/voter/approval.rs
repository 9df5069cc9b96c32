// SPDX-License-Identifier: GPL-3.0-or-later
//! Asking about single blocks: what others propose may lie beside this node's own best chain, of
//! which the chain selection says nothing. Approvals come some time after a block, so the question is
//! repeated until the answer is yes or the height is over.

use super::target::{pause_before, ANSWER_TIMEOUT};
use crate::LOG_TARGET;
use asf_core::bounds::{MAX_PROPOSALS_PER_ROUND, MAX_ROUNDS_AHEAD, MAX_ROUNDS_BEHIND};
use asf_primitives::Target;
use futures::{
	future::{poll_fn, select, BoxFuture, Either, FusedFuture},
	prelude::*,
};
use futures_timer::Delay;
use sp_consensus::Error as ConsensusError;
use std::{
	collections::VecDeque,
	sync::Arc,
	task::{Context, Poll},
};

/// Blocks that are asked about at the same time: one for each proposal that the machine keeps.
const MAX_QUESTIONS: usize =
	MAX_PROPOSALS_PER_ROUND * (MAX_ROUNDS_BEHIND + 1 + MAX_ROUNDS_AHEAD) as usize;

/// Knows of approvals and disputes, on every fork.
#[async_trait::async_trait]
pub trait BlockApprovals: Send + Sync {
	/// Whether `block` and its ancestors above the number of `base` are all approved and undisputed.
	/// That `block` extends `base` is the machine's to check. An error says that the answer is not to
	/// be had now.
	async fn is_approved(&self, base: Target, block: Target) -> Result<bool, ConsensusError>;
}

/// The questions in flight.
pub(super) struct ApprovalPoll {
	approvals: Option<Arc<dyn BlockApprovals>>,
	/// The last decided target, which the questions are about.
	base: Option<Target>,
	/// Each ends when its block is approved. Oldest first.
	questions: VecDeque<(Target, BoxFuture<'static, ()>)>,
}

impl ApprovalPoll {
	/// Without `approvals` it cannot ask.
	pub(super) fn new(approvals: Option<Arc<dyn BlockApprovals>>) -> Self {
		Self { approvals, base: None, questions: VecDeque::new() }
	}

	/// Asks about `block`, which should be decided next behind `base`, until it is approved; whether
	/// there is someone to ask.
	pub(super) fn ask(&mut self, base: Target, block: Target) -> bool {
		let Some(approvals) = self.approvals.clone() else { return false };
		self.forget_before(base);
		let is_asked = self.questions.iter().any(|(asked, _)| *asked == block);
		if is_asked || block.number <= base.number {
			return true;
		}
		if self.questions.len() == MAX_QUESTIONS {
			self.questions.pop_front();
		}
		self.questions.push_back((block, until_approved(approvals, base, block).boxed()));
		true
	}

	/// Drops the questions that are not about what comes behind `decided`.
	pub(super) fn forget_before(&mut self, decided: Target) {
		if self.base != Some(decided) {
			self.forget();
			self.base = Some(decided);
		}
	}

	/// Drops all questions: whoever asked does not wait for the answers any more.
	pub(super) fn forget(&mut self) {
		self.questions.clear();
	}

	/// The next block that turns out to be approved.
	pub(super) fn next_approved(&mut self) -> impl FusedFuture<Output = Target> + Unpin + '_ {
		poll_fn(move |context| self.poll_approved(context)).fuse()
	}

	fn poll_approved(&mut self, context: &mut Context<'_>) -> Poll<Target> {
		let answered = self
			.questions
			.iter_mut()
			.position(|(_, question)| question.poll_unpin(context).is_ready());
		match answered.and_then(|place| self.questions.remove(place)) {
			Some((block, _)) => Poll::Ready(block),
			None => Poll::Pending,
		}
	}
}

async fn until_approved(approvals: Arc<dyn BlockApprovals>, base: Target, block: Target) {
	let mut asked: u32 = 0;
	loop {
		match select(approvals.is_approved(base, block), Delay::new(ANSWER_TIMEOUT)).await {
			Either::Left((Ok(true), _)) => return,
			Either::Left((Ok(false), _)) => {},
			Either::Left((Err(error), _)) => {
				log::debug!(target: LOG_TARGET, "Whether {block} is approved is not known: {error}");
			},
			Either::Right(_) => {
				log::debug!(target: LOG_TARGET, "No answer in time whether {block} is approved");
			},
		}
		Delay::new(pause_before(asked)).await;
		asked = asked.saturating_add(1);
	}
}

#[cfg(test)]
mod tests;
