// SPDX-License-Identifier: GPL-3.0-or-later
//! Asking how far this node may vote on its best chain: the highest block whose parachain candidates
//! are approved and undisputed. Approvals come some time after a block, so the question is repeated
//! until the answer is the best block.

use asf_primitives::Target;
use futures::{
	future::{select, BoxFuture, Either, Fuse},
	prelude::*,
};
use futures_timer::Delay;
use sp_consensus::SelectChain;
use sp_core::H256;
use std::time::Duration;

use crate::AsfBlock;

/// Pause between two questions while approvals are awaited.
const POLL_INTERVAL: Duration = Duration::from_millis(100);
/// Pause once they have been awaited for long, and after failures.
const SLOW_POLL_INTERVAL: Duration = Duration::from_millis(500);
/// Questions at the quick pace without a new answer: five seconds.
const QUICK_POLLS: u32 = 50;
/// Longest wait for an answer.
pub(super) const ANSWER_TIMEOUT: Duration = Duration::from_secs(20);

/// The pause before a question is repeated that was answered so many times without news.
pub(super) fn pause_before(repeats: u32) -> Duration {
	if repeats < QUICK_POLLS {
		POLL_INTERVAL
	} else {
		SLOW_POLL_INTERVAL
	}
}

/// What came of a question.
pub(super) type Answer = Result<H256, String>;

/// The question, in flight or to be repeated.
pub(super) struct TargetPoll<SC> {
	select_chain: SC,
	/// The question in flight.
	pub(super) asking: Fuse<BoxFuture<'static, Answer>>,
	/// The pause before the next one.
	pub(super) pause: Fuse<Delay>,
	/// The chain has changed since the question was put.
	is_outdated: bool,
	/// The machine waits for a block to be approved, and there is nobody to ask about it alone.
	approval_wanted: bool,
	/// The newest answer that the machine was given.
	given: Option<Target>,
	/// Answers in a row that were no news.
	repeats: u32,
}

impl<SC> TargetPoll<SC> {
	pub(super) fn new(select_chain: SC) -> Self {
		Self {
			select_chain,
			asking: Fuse::terminated(),
			pause: Fuse::terminated(),
			is_outdated: false,
			approval_wanted: false,
			given: None,
			repeats: 0,
		}
	}

	/// The machine waits for an approval: keep asking.
	pub(super) fn want_approval(&mut self) {
		self.approval_wanted = true;
	}

	/// A new machine knows no answers.
	pub(super) fn forget(&mut self) {
		self.given = None;
	}

	/// Asks, or asks again as soon as the question in flight is answered.
	pub(super) fn ask<B: AsfBlock>(&mut self, base: H256)
	where
		SC: SelectChain<B> + 'static,
	{
		use futures::future::FusedFuture;
		if !self.asking.is_terminated() {
			self.is_outdated = true;
			return;
		}
		self.is_outdated = false;
		self.pause = Fuse::terminated();
		let select_chain = self.select_chain.clone();
		let question = async move {
			let target = Box::pin(select_chain.finality_target(base, None));
			match select(target, Delay::new(ANSWER_TIMEOUT)).await {
				Either::Left((answer, _)) => answer.map_err(|error| error.to_string()),
				Either::Right(_) => Err("no answer in time".into()),
			}
		};
		self.asking = question.boxed().fuse();
	}

	/// Asks again after a pause, if nothing happens before.
	pub(super) fn ask_later(&mut self) {
		self.pause = Delay::new(pause_before(self.repeats)).fuse();
	}

	/// Takes an answer; returns what the machine has to be told. `best` is the best block's number.
	pub(super) fn answered(&mut self, answer: Option<Target>, best: u32) -> Option<Target> {
		let news = answer.filter(|target| self.given != Some(*target));
		match news {
			Some(target) => {
				self.given = Some(target);
				self.approval_wanted = false;
				self.repeats = 0;
			},
			None => self.repeats = self.repeats.saturating_add(1),
		}
		let is_behind = answer.is_none_or(|target| target.number < best);
		if is_behind || self.approval_wanted {
			self.ask_later();
		}
		news
	}

	/// Whether the chain has changed since the question that was just answered.
	pub(super) fn is_outdated(&self) -> bool {
		self.is_outdated
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::future::FusedFuture;

	fn block(number: u32) -> Target {
		Target { hash: H256::from_low_u64_be(number.into()), number }
	}

	#[test]
	fn asks_again_while_approvals_are_awaited() {
		let mut poll = TargetPoll::new(());
		assert_eq!(poll.answered(Some(block(3)), 5), Some(block(3)));
		assert!(!poll.pause.is_terminated());
		poll.pause = Fuse::terminated();
		assert_eq!(poll.answered(Some(block(3)), 5), None);
		assert!(!poll.pause.is_terminated());
		poll.pause = Fuse::terminated();
		assert_eq!(poll.answered(Some(block(5)), 5), Some(block(5)));
		assert!(poll.pause.is_terminated());
	}

	#[test]
	fn asks_again_after_failures_and_for_approvals() {
		let mut poll = TargetPoll::new(());
		assert_eq!(poll.answered(None, 5), None);
		assert!(!poll.pause.is_terminated());
		poll.pause = Fuse::terminated();
		assert_eq!(poll.answered(Some(block(5)), 5), Some(block(5)));
		poll.want_approval();
		assert_eq!(poll.answered(Some(block(5)), 5), None);
		assert!(!poll.pause.is_terminated());
	}

	#[test]
	fn an_answer_that_takes_back_is_news() {
		let mut poll = TargetPoll::new(());
		assert_eq!(poll.answered(Some(block(5)), 5), Some(block(5)));
		assert_eq!(poll.answered(Some(block(3)), 5), Some(block(3)));
		poll.forget();
		assert_eq!(poll.answered(Some(block(3)), 5), Some(block(3)));
	}
}
