// SPDX-License-Identifier: GPL-3.0-or-later
//! Submits signed transfers over one connection, no more at a time than the node can take.

use crate::{
	error::Error,
	load::{pace::Pacer, run::Shared, signing::Signed},
	network::endpoint::Endpoint,
};
use serde_json::{json, Value};
use std::{collections::VecDeque, sync::Arc, time::Duration};
use tokio::{sync::mpsc, task::JoinSet, time::Instant};

/// The pool is full, or drops what has just come.
const POOL_IMMEDIATELY_DROPPED: i32 = 1016;
/// The pool has it already.
const POOL_ALREADY_IMPORTED: i32 = 1013;
/// First and last code by which the pool refuses a transaction.
const POOL_CODES: std::ops::RangeInclusive<i32> = 1001..=1049;
/// The first wait after the pool was full; it doubles up to [`MAX_BACKOFF`].
const MIN_BACKOFF: Duration = Duration::from_millis(200);
/// The longest wait before a transaction is submitted again.
const MAX_BACKOFF: Duration = Duration::from_secs(3);

/// What a node said to a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
	/// It is in the pool.
	Taken,
	/// Not now.
	Later,
	/// The node does not answer.
	Unreachable,
	/// Never.
	Refused,
}

impl Verdict {
	fn of(answer: &Result<Value, Error>) -> Self {
		match answer {
			Ok(_) => Self::Taken,
			Err(error) => match error.code() {
				Some(POOL_ALREADY_IMPORTED) => Self::Taken,
				Some(POOL_IMMEDIATELY_DROPPED) => Self::Later,
				Some(code) if POOL_CODES.contains(&code) => Self::Refused,
				// Too many calls at once, and other troubles of the server.
				Some(_) => Self::Later,
				None => Self::Unreachable,
			},
		}
	}
}

/// One connection and what goes over it.
#[derive(Debug)]
pub(crate) struct Lane {
	/// Signed transfers.
	pub(crate) queue: mpsc::Receiver<Signed>,
	/// The nodes that this lane may use, its own first; the others if that one is away.
	pub(crate) endpoints: Vec<Endpoint>,
	/// When the next one is due.
	pub(crate) pacer: Pacer,
	/// Calls that may wait for their answers.
	pub(crate) window: usize,
	/// What all lanes share.
	pub(crate) shared: Arc<Shared>,
}

/// Where a lane is.
struct Progressing {
	calls: JoinSet<(Signed, Verdict, Option<String>)>,
	again: VecDeque<Signed>,
	/// Nothing is submitted before this moment.
	resume_at: Instant,
	/// How long the next pause is.
	backoff: Duration,
	/// Index of the endpoint in use.
	endpoint: usize,
}

impl Lane {
	/// Submits until the queue ends or somebody stops the load.
	pub(crate) async fn run(mut self) {
		let mut now = Progressing {
			calls: JoinSet::new(),
			again: VecDeque::new(),
			resume_at: Instant::now(),
			backoff: MIN_BACKOFF,
			endpoint: 0,
		};
		while let Some(transfer) = self.next(&mut now).await {
			let endpoint = self.endpoints[now.endpoint % self.endpoints.len()].clone();
			now.calls.spawn(submit(endpoint, transfer));
		}
		while let Some(Ok((transfer, verdict, reason))) = now.calls.join_next().await {
			self.settle(&mut now, transfer, verdict, reason);
		}
		for transfer in now.again {
			self.shared.refused(transfer.hash, "not taken before the end");
		}
	}

	/// The next transfer to submit, when it is time for it. `None` at the end.
	async fn next(&mut self, now: &mut Progressing) -> Option<Signed> {
		while now.calls.len() >= self.window {
			self.settle_one(now).await;
		}
		while let Some(Ok((transfer, verdict, reason))) = now.calls.try_join_next() {
			self.settle(now, transfer, verdict, reason);
		}
		let shared = self.shared.clone();
		shared.unless_stopped(tokio::time::sleep_until(now.resume_at)).await?;
		if let Some(again) = now.again.pop_front() {
			return Some(again);
		}
		let transfer = shared.unless_stopped(self.queue.recv()).await??;
		let wait = self.pacer.wait(shared.elapsed());
		shared.unless_stopped(tokio::time::sleep(wait)).await?;
		shared.unless_stopped(shared.take_room()).await?;
		self.pacer.sent();
		shared.sending(&transfer);
		Some(transfer)
	}

	async fn settle_one(&mut self, now: &mut Progressing) {
		if let Some(Ok((transfer, verdict, reason))) = now.calls.join_next().await {
			self.settle(now, transfer, verdict, reason);
		}
	}

	fn settle(
		&self,
		now: &mut Progressing,
		transfer: Signed,
		verdict: Verdict,
		reason: Option<String>,
	) {
		match verdict {
			Verdict::Taken => now.backoff = MIN_BACKOFF,
			Verdict::Refused => {
				self.shared.refused(transfer.hash, &reason.unwrap_or_default());
			},
			Verdict::Later | Verdict::Unreachable => {
				now.again.push_back(transfer);
				self.shared.held_back(&reason.unwrap_or_default());
				// Of the calls that were on their way together, the first one decides.
				if now.resume_at <= Instant::now() {
					now.resume_at = Instant::now() + now.backoff;
					now.backoff = (now.backoff * 2).min(MAX_BACKOFF);
					if verdict == Verdict::Unreachable {
						now.endpoint = now.endpoint.wrapping_add(1);
					}
				}
			},
		}
	}
}

async fn submit(endpoint: Endpoint, transfer: Signed) -> (Signed, Verdict, Option<String>) {
	let (verdict, reason) = offer(&endpoint, &transfer.encoded).await;
	(transfer, verdict, reason)
}

/// Submits one that no block had for long. Gives why the node does not take it; that it has it
/// already is no reason.
pub(crate) async fn submit_again(endpoint: &Endpoint, encoded: &str) -> Option<String> {
	let (verdict, reason) = offer(endpoint, encoded).await;
	reason.filter(|_| verdict != Verdict::Taken)
}

async fn offer(endpoint: &Endpoint, encoded: &str) -> (Verdict, Option<String>) {
	let answer = endpoint.call::<Value>("author_submitExtrinsic", json!([encoded])).await;
	(Verdict::of(&answer), answer.err().map(|error| error.to_string()))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn answer(code: Option<i32>) -> Result<Value, Error> {
		let (node, method, message) = ("a".into(), "m".into(), "x".into());
		Err(Error::Rpc { node, method, code, message })
	}

	#[test]
	fn answers_are_understood() {
		assert_eq!(Verdict::of(&Ok(Value::Null)), Verdict::Taken);
		for (code, verdict) in [
			(Some(1013), Verdict::Taken),
			(Some(1016), Verdict::Later),
			(Some(1010), Verdict::Refused),
			(Some(1012), Verdict::Refused),
			(Some(1014), Verdict::Refused),
			(Some(-32009), Verdict::Later),
			(None, Verdict::Unreachable),
		] {
			assert_eq!(Verdict::of(&answer(code)), verdict, "{code:?}");
		}
	}
}
