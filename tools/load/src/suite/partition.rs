// SPDX-License-Identifier: GPL-3.0-or-later
//! The network falls apart and heals: first one node is cut off and the others go on, then it falls
//! into halves of which none may decide anything.

use super::Context;
use crate::{
	error::{Error, Result},
	figures::{check::Check, plot::Panel, report::Report, trend::Point},
	network::{
		endpoint::Endpoint,
		links::{set_linked, Peer},
		watch::wait_until,
	},
	progress::Progress,
};
use std::{
	future::Future,
	time::{Duration, Instant},
};

/// How long a part of the network that can decide may take for some final blocks.
const GOES_ON: Duration = Duration::from_secs(120);
/// How long a healed network may take until all of it is final again.
const RECOVERS: Duration = Duration::from_secs(180);
/// Blocks that the majority makes final, and that halves author, while the network is parted.
const BLOCKS: u64 = 4;
/// How often the plot looks at the nodes.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let mut report = Report::new("partition", "Best and final block while the network is parted");
	let endpoints = context.subject.endpoints();
	if endpoints.len() < 4 {
		return Err(Error::Usage("a network that is parted needs four nodes at least".into()));
	}
	let mut peers = Vec::new();
	for endpoint in &endpoints {
		let peer = Peer::of(endpoint).await?;
		peer.ensure_linkable().await?;
		peers.push(peer);
	}
	let started = Instant::now();
	let heights = Heights::start(&endpoints, started);
	let stop = context.stop.clone();
	let result = tokio::select! {
		result = both(&mut report, &endpoints, &peers) => result,
		() = stop.wait() => Err(Error::Stopped),
	};
	// Whatever happened, leave no network in parts.
	let half = peers.len() / 2;
	if result.is_err() {
		heal_all(&peers).await;
	}
	match result {
		Err(error @ Error::Deadline { .. }) => {
			report.check(Check::when("each step", "comes to its end", error, false));
		},
		other => other?,
	}
	let last = one_chain(&endpoints).await;
	let holds = last.is_ok();
	let measured = match last {
		Ok(number) => format!("up to block {number}"),
		Err(error) => error.to_string(),
	};
	report.check(Check::when("afterwards", "one final chain", measured, holds));
	report.figure("nodes", peers.len());
	report.figure("nodes of the smaller half", half);
	report.seconds = started.elapsed().as_secs_f64();
	for panel in heights.panels() {
		report.chart().panel(panel);
	}
	Ok(report)
}

async fn both(report: &mut Report, endpoints: &[Endpoint], peers: &[Peer]) -> Result<()> {
	let progress = Progress::new("partition", 4);
	one_is_cut_off(report, endpoints, peers, &progress).await?;
	halves(report, endpoints, peers, &progress).await?;
	progress.done();
	Ok(())
}

async fn one_is_cut_off(
	report: &mut Report,
	endpoints: &[Endpoint],
	peers: &[Peer],
	progress: &Progress,
) -> Result<()> {
	let last = peers.len() - 1;
	let (most, one) = peers.split_at(last);
	let (parted_s, ()) = timed(set_linked(most, one, false)).await?;
	report.figure("one cut off: seconds until all noticed", parted_s);
	let alone = endpoints[last].finalized().await?.number;
	let goal = endpoints[0].finalized().await?.number + BLOCKS;
	let went_on = final_at(&endpoints[..last], goal, GOES_ON).await;
	let still = endpoints[last].finalized().await?.number;
	let measured = describe(&went_on, format!("{BLOCKS} blocks more are final"));
	report.check(Check::when("one cut off: the others", "go on", measured, went_on.is_ok()));
	let measured = format!("from {alone} to {still}");
	// What was decided when the link broke may have been on its way.
	let holds = still <= alone + 1;
	report.check(Check::when("one cut off: it alone", "makes nothing final", measured, holds));
	progress.add(1);
	let goal = endpoints[0].best().await?.number + 1;
	let (healed_s, ()) = timed(set_linked(most, one, true)).await?;
	let recovered = timed(final_at(endpoints, goal, RECOVERS)).await;
	recovery(report, "one cut off", healed_s, recovered);
	progress.add(1);
	Ok(())
}

async fn halves(
	report: &mut Report,
	endpoints: &[Endpoint],
	peers: &[Peer],
	progress: &Progress,
) -> Result<()> {
	let (left, right) = peers.split_at(peers.len() / 2);
	let (parted_s, ()) = timed(set_linked(left, right, false)).await?;
	report.figure("halves: seconds until all noticed", parted_s);
	grown(endpoints, 1).await?;
	let before = finals(endpoints).await?;
	let best = grown(endpoints, BLOCKS).await?;
	let after = finals(endpoints).await?;
	let measured = format!("from {before:?} to {after:?} while best blocks came to {best:?}");
	report.check(Check::when("halves", "make nothing final", measured, before == after));
	progress.add(1);
	let goal = best.into_iter().max().unwrap_or_default() + 1;
	let (healed_s, ()) = timed(set_linked(left, right, true)).await?;
	let recovered = timed(final_at(endpoints, goal, RECOVERS)).await;
	recovery(report, "halves", healed_s, recovered);
	progress.add(1);
	Ok(())
}

fn recovery(report: &mut Report, part: &str, healed_s: f64, recovered: Result<(f64, ())>) {
	report.figure(format!("{part}: seconds until all are connected again"), healed_s);
	let target = format!("all is final again within {} s", RECOVERS.as_secs());
	let what = format!("{part}, healed");
	match recovered {
		Ok((seconds, ())) => {
			report.figure(format!("{part}: seconds from then until all is final again"), seconds);
			let measured = format!("{seconds:.1} s after they were connected");
			report.check(Check::when(what, target, measured, true));
		},
		Err(error) => report.check(Check::when(what, target, error, false)),
	}
}

fn describe(result: &Result<()>, good: String) -> String {
	match result {
		Ok(()) => good,
		Err(error) => error.to_string(),
	}
}

async fn timed<T>(future: impl Future<Output = Result<T>>) -> Result<(f64, T)> {
	let started = Instant::now();
	let value = future.await?;
	Ok((started.elapsed().as_secs_f64(), value))
}

async fn final_at(endpoints: &[Endpoint], number: u64, deadline: Duration) -> Result<()> {
	wait_until(&format!("block {number} is final"), deadline, async || {
		let now = finals(endpoints).await?;
		Ok(if now.iter().all(|now| *now >= number) { Ok(()) } else { Err(format!("{now:?}")) })
	})
	.await
}

/// Waits until the best chain of every node has so many blocks more; gives their numbers.
async fn grown(endpoints: &[Endpoint], by: u64) -> Result<Vec<u64>> {
	let start = bests(endpoints).await?;
	wait_until(&format!("every chain grows by {by}"), GOES_ON, async || {
		let now = bests(endpoints).await?;
		let grown = now.iter().zip(&start).all(|(now, start)| *now >= start + by);
		Ok(if grown { Ok(now) } else { Err(format!("{now:?}")) })
	})
	.await
}

async fn bests(endpoints: &[Endpoint]) -> Result<Vec<u64>> {
	let mut numbers = Vec::new();
	for endpoint in endpoints {
		numbers.push(endpoint.best().await?.number);
	}
	Ok(numbers)
}

async fn finals(endpoints: &[Endpoint]) -> Result<Vec<u64>> {
	let mut numbers = Vec::new();
	for endpoint in endpoints {
		numbers.push(endpoint.finalized().await?.number);
	}
	Ok(numbers)
}

/// Fails unless all nodes have the same blocks up to the lowest final one; gives its number.
async fn one_chain(endpoints: &[Endpoint]) -> Result<u64> {
	let lowest = finals(endpoints).await?.into_iter().min().unwrap_or_default();
	// Blocks are chained: the same hash at the end is the same chain.
	let mut hashes = Vec::new();
	for endpoint in endpoints {
		hashes.push(endpoint.hash_at(lowest).await?);
	}
	if hashes.windows(2).all(|pair| pair[0] == pair[1]) {
		return Ok(lowest);
	}
	Err(Error::Usage(format!("block {lowest} differs: {hashes:?}")))
}

async fn heal_all(peers: &[Peer]) {
	for split in 1..peers.len() {
		let (a, b) = peers.split_at(split);
		let _ = tokio::time::timeout(LOOK_EVERY * 5, set_linked(&a[split - 1..], b, true)).await;
	}
}

/// Looks at all nodes in the background.
struct Heights {
	task: tokio::task::JoinHandle<()>,
	names: Vec<String>,
	points: std::sync::Arc<std::sync::Mutex<Vec<[Vec<Point>; 2]>>>,
}

impl Heights {
	fn start(endpoints: &[Endpoint], started: Instant) -> Self {
		let names = endpoints.iter().map(|endpoint| endpoint.name().to_owned()).collect();
		let points: std::sync::Arc<std::sync::Mutex<Vec<[Vec<Point>; 2]>>> =
			std::sync::Arc::new(std::sync::Mutex::new(vec![Default::default(); endpoints.len()]));
		let (shared, endpoints) = (points.clone(), endpoints.to_vec());
		let task = tokio::spawn(async move {
			loop {
				let at = started.elapsed().as_secs_f64();
				for (index, endpoint) in endpoints.iter().enumerate() {
					let (Ok(best), Ok(last)) = (endpoint.best().await, endpoint.finalized().await)
					else {
						continue;
					};
					if let Some(lines) =
						shared.lock().ok().as_mut().and_then(|all| all.get_mut(index))
					{
						lines[0].push((at, best.number as f64));
						lines[1].push((at, last.number as f64));
					}
				}
				tokio::time::sleep(LOOK_EVERY).await;
			}
		});
		Self { task, names, points }
	}

	fn panels(self) -> [Panel; 2] {
		self.task.abort();
		let (mut best, mut last) = (Panel::new("best block"), Panel::new("final block"));
		if let Ok(all) = self.points.lock() {
			for (name, lines) in self.names.iter().zip(all.iter()) {
				best.line(name, lines[0].clone());
				last.line(name, lines[1].clone());
			}
		}
		[best, last]
	}
}
