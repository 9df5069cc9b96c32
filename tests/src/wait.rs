// SPDX-License-Identifier: GPL-3.0-or-later
//! Waiting for a condition instead of for a time.

use crate::{Error, Result};
use std::{
	fmt::Display,
	time::{Duration, Instant},
};

/// How often a condition is looked at.
pub const POLL: Duration = Duration::from_millis(250);

/// What one look at a condition found.
#[derive(Debug)]
pub enum Look<T> {
	/// It holds; this is what was waited for.
	Done(T),
	/// Not yet; this is what was seen.
	NotYet(String),
}

impl<T> Look<T> {
	/// Not yet.
	pub fn not_yet(seen: impl Display) -> Self {
		Self::NotYet(seen.to_string())
	}
}

impl Look<()> {
	/// Done when `holds`, else what was seen.
	pub fn when(holds: bool, seen: impl Display) -> Self {
		if holds {
			Self::Done(())
		} else {
			Self::not_yet(seen)
		}
	}
}

/// Looks until the condition holds, an error ends it, or the deadline has passed. A call that a
/// node does not answer counts as not yet: nodes that start, stop or are busy do that.
pub async fn wait_until<T>(
	what: &str,
	deadline: Duration,
	mut look: impl AsyncFnMut() -> Result<Look<T>>,
) -> Result<T> {
	let started = Instant::now();
	loop {
		let last = match look().await {
			Ok(Look::Done(found)) => return Ok(found),
			Ok(Look::NotYet(seen)) => seen,
			Err(error @ Error::Rpc { .. }) => error.to_string(),
			Err(error) => return Err(error),
		};
		if started.elapsed() >= deadline {
			return Err(Error::Deadline { what: what.to_owned(), deadline, last });
		}
		tokio::time::sleep(POLL).await;
	}
}
