// SPDX-License-Identifier: GPL-3.0-or-later
//! Blocks as nodes tell of them, of all nodes in one stream.

use crate::{
	error::{Error, Result},
	network::{endpoint::Endpoint, head::Head},
};
use futures::{
	stream::{select_all, BoxStream},
	StreamExt,
};
use std::time::{Duration, Instant};
use tokio::{sync::mpsc, task::JoinSet};

/// Events that may wait to be read. Nodes are read no faster than the events are.
const MAX_WAITING_EVENTS: usize = 4_096;
/// How long after a lost connection the next one is tried.
const RECONNECT_AFTER: Duration = Duration::from_millis(500);

/// What a node told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
	/// It has imported this block, on whatever fork.
	Imported(Head),
	/// This is its best block now.
	Best(Head),
	/// This block is final now; ancestors that became final with it are not told.
	Final(Head),
	/// It does not answer any more.
	Away,
	/// It answers, for the first time or again.
	Back,
}

/// What a node told, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
	/// The node's index.
	pub(crate) node: usize,
	/// When it arrived here.
	pub(crate) at: Instant,
	/// What it is.
	pub(crate) what: What,
}

/// A running watch; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Watch {
	events: mpsc::Receiver<Event>,
	_tasks: JoinSet<()>,
}

impl Watch {
	/// Watches nodes, each over a connection of its own.
	pub(crate) fn start<'a>(endpoints: impl IntoIterator<Item = &'a Endpoint>) -> Self {
		let (sender, events) = mpsc::channel(MAX_WAITING_EVENTS);
		let mut tasks = JoinSet::new();
		for (node, endpoint) in endpoints.into_iter().enumerate() {
			tasks.spawn(watch(node, endpoint.another(), sender.clone()));
		}
		Self { events, _tasks: tasks }
	}

	/// The next event. Never ends: a node that is away may come back.
	pub(crate) async fn next(&mut self) -> Event {
		match self.events.recv().await {
			Some(event) => event,
			None => futures::future::pending().await,
		}
	}

	/// The next event before a moment; `None` when it has come.
	pub(crate) async fn next_before(&mut self, end: Instant) -> Option<Event> {
		tokio::time::timeout_at(end.into(), self.next()).await.ok()
	}
}

async fn watch(node: usize, endpoint: Endpoint, sender: mpsc::Sender<Event>) {
	let event = |what| Event { node, at: Instant::now(), what };
	loop {
		if let Ok(mut heads) = subscribe(&endpoint).await {
			if sender.send(event(What::Back)).await.is_err() {
				return;
			}
			while let Some(Some(what)) = heads.next().await {
				if sender.send(event(what)).await.is_err() {
					return;
				}
			}
			if sender.send(event(What::Away)).await.is_err() {
				return;
			}
		}
		tokio::time::sleep(RECONNECT_AFTER).await;
	}
}

/// A subscription: how it begins, how it ends, and what its heads are.
type Kind = (&'static str, &'static str, fn(Head) -> What);

/// The three subscriptions as one stream; `None` in it when one of them ended.
async fn subscribe(endpoint: &Endpoint) -> Result<BoxStream<'static, Option<What>>> {
	let kinds: [Kind; 3] = [
		("chain_subscribeAllHeads", "chain_unsubscribeAllHeads", What::Imported),
		("chain_subscribeNewHeads", "chain_unsubscribeNewHeads", What::Best),
		("chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads", What::Final),
	];
	let mut streams = Vec::new();
	for (method, unsubscribe, what) in kinds {
		let heads = endpoint.heads(method, unsubscribe).await?;
		let heads = heads
			.map(move |header| header.ok().map(|header| what(Head::of(&header))))
			.chain(futures::stream::once(async { None }));
		streams.push(heads.boxed());
	}
	Ok(select_all(streams).boxed())
}

/// How often a condition is looked at.
const POLL: Duration = Duration::from_millis(250);

/// Looks until a condition holds, or a deadline has passed. `look` gives what was waited for, or
/// what it saw instead; a call that fails counts as not yet.
pub(crate) async fn wait_until<T>(
	what: &str,
	deadline: Duration,
	mut look: impl AsyncFnMut() -> Result<std::result::Result<T, String>>,
) -> Result<T> {
	let started = Instant::now();
	loop {
		let last = match look().await {
			Ok(Ok(found)) => return Ok(found),
			Ok(Err(seen)) => seen,
			Err(error @ Error::Rpc { .. }) => error.to_string(),
			Err(error) => return Err(error),
		};
		if started.elapsed() >= deadline {
			return Err(Error::Deadline { what: what.to_owned(), deadline, last });
		}
		tokio::time::sleep(POLL).await;
	}
}
