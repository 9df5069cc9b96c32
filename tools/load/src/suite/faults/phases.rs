// SPDX-License-Identifier: GPL-3.0-or-later
//! The faults, one after the other.

use super::{Phase, CLOCK_AHEAD_S, RECOVERS};
use crate::{
	error::{Error, Result},
	load::run::Load,
	network::{
		endpoint::Endpoint,
		links::{set_linked, Peer},
		watch::wait_until,
	},
	progress::{tell, Progress},
	suite::Context,
};
use flarechain_tests::Network;
use std::time::{Duration, Instant};

/// Final blocks that the others make while a node is down, or while a fault lasts.
const BLOCKS: u64 = 3;
/// How long they may take.
const GO_ON: Duration = Duration::from_secs(180);
/// How long a node whose disk is full may take to end by itself, or to stop making progress.
const DISK_NOTICED: Duration = Duration::from_secs(60);
/// Blocks for which a clock is wrong: enough for its node to have a turn to author, most likely.
const CLOCK_BLOCKS: u64 = 12;

/// All of them, each added to `phases` once all is well again. If that does not come true, it is the
/// error, and no other fault follows.
pub(crate) async fn all(context: &mut Context, load: &Load, phases: &mut Vec<Phase>) -> Result<()> {
	let nodes = context.subject.targets().len();
	let progress = Progress::new("faults", nodes as u64 + 4);
	let mut add = |phase: Phase| {
		let text = match &phase.recovery {
			Ok(seconds) => format!("{}: recovered after {seconds:.1} s", phase.name),
			Err(why) => format!("{}: not done: {why}", phase.name),
		};
		tell(&text);
		phases.push(phase);
		progress.add(1);
	};
	wait_final(context, 1).await?;
	for victim in 0..nodes {
		add(kill_one(context, load, victim).await?);
		ensure_going(context)?;
	}
	add(restart_all(context, load).await?);
	ensure_going(context)?;
	add(cut_link(context, load).await?);
	ensure_going(context)?;
	add(fill_disk(context, load).await?);
	ensure_going(context)?;
	add(skew_clock(context, load).await?);
	progress.done();
	Ok(())
}

fn ensure_going(context: &Context) -> Result<()> {
	if context.stop.asked() {
		return Err(Error::Stopped);
	}
	Ok(())
}

fn network(context: &mut Context) -> Result<&mut Network> {
	context.subject.own().ok_or_else(|| Error::Usage("faults need a network of their own".into()))
}

fn name(context: &Context, node: usize) -> String {
	context.subject.targets().get(node).map_or("?", |target| target.name()).to_owned()
}

/// The endpoints of all nodes but one.
fn others(context: &Context, node: usize) -> Vec<Endpoint> {
	let mut endpoints = context.subject.endpoints();
	endpoints.remove(node);
	endpoints
}

async fn highest_final(endpoints: &[Endpoint]) -> Result<u64> {
	let mut highest = 0;
	for endpoint in endpoints {
		highest = highest.max(endpoint.finalized().await?.number);
	}
	Ok(highest)
}

async fn wait_final_at(endpoints: &[Endpoint], number: u64, deadline: Duration) -> Result<()> {
	wait_until(&format!("block {number} is final"), deadline, async || {
		for endpoint in endpoints {
			let now = endpoint.finalized().await?.number;
			if now < number {
				return Ok(Err(format!("{} is at {now}", endpoint.name())));
			}
		}
		Ok(Ok(()))
	})
	.await
}

async fn wait_final(context: &Context, more: u64) -> Result<()> {
	let endpoints = context.subject.endpoints();
	let goal = highest_final(&endpoints).await? + more;
	wait_final_at(&endpoints, goal, GO_ON).await
}

/// Waits until every node has a final block above all that there were at the end of the fault;
/// gives the seconds.
async fn recovered(context: &Context, since: Instant, above: u64) -> Result<f64> {
	wait_final_at(&context.subject.endpoints(), above + 1, RECOVERS).await?;
	Ok(since.elapsed().as_secs_f64())
}

/// Fails if a node that came back knows less to be final than before.
async fn ensure_kept(endpoint: &Endpoint, before: u64) -> Result<()> {
	let after = wait_until("a node that was restarted answers", RECOVERS, async || {
		Ok(Ok(endpoint.finalized().await?.number))
	})
	.await?;
	if after < before {
		return Err(flarechain_tests::Error::violated(format!(
			"{} had block {before} as final and has only {after} after it was restarted",
			endpoint.name()
		))
		.into());
	}
	Ok(())
}

async fn kill_one(context: &mut Context, load: &Load, victim: usize) -> Result<Phase> {
	let from = load.elapsed();
	let endpoint = context.subject.endpoints()[victim].clone();
	let before = endpoint.finalized().await?.number;
	let others = others(context, victim);
	network(context)?.nodes_mut()[victim].kill();
	let goal = highest_final(&others).await? + BLOCKS;
	wait_final_at(&others, goal, GO_ON).await?;
	let back = Instant::now();
	network(context)?.start(victim)?;
	ensure_kept(&endpoint, before).await?;
	let above = highest_final(&others).await?;
	let recovery = Ok(recovered(context, back, above).await?);
	let name = format!("{} killed and restarted", name(context, victim));
	Ok(Phase { name, from, to: load.elapsed(), recovery })
}

async fn restart_all(context: &mut Context, load: &Load) -> Result<Phase> {
	let from = load.elapsed();
	let endpoints = context.subject.endpoints();
	let mut before = Vec::new();
	for endpoint in &endpoints {
		before.push(endpoint.finalized().await?.number);
	}
	for node in network(context)?.nodes_mut() {
		node.kill();
	}
	let back = Instant::now();
	network(context)?.start_all()?;
	for (endpoint, before) in endpoints.iter().zip(&before) {
		ensure_kept(endpoint, *before).await?;
	}
	let above = before.into_iter().max().unwrap_or_default();
	let recovery = Ok(recovered(context, back, above).await?);
	let name = "all killed and restarted at once".into();
	Ok(Phase { name, from, to: load.elapsed(), recovery })
}

async fn cut_link(context: &mut Context, load: &Load) -> Result<Phase> {
	let from = load.elapsed();
	let endpoints = context.subject.endpoints();
	let (one, other) = (Peer::of(&endpoints[0]).await?, Peer::of(&endpoints[1]).await?);
	let (one, other) = ([one], [other]);
	set_linked(&one, &other, false).await?;
	wait_final(context, BLOCKS).await?;
	let back = Instant::now();
	set_linked(&one, &other, true).await?;
	let above = highest_final(&endpoints).await?;
	let recovery = Ok(recovered(context, back, above).await?);
	let name = format!("link cut between {} and {}", name(context, 0), name(context, 1));
	Ok(Phase { name, from, to: load.elapsed(), recovery })
}

async fn fill_disk(context: &mut Context, load: &Load) -> Result<Phase> {
	let from = load.elapsed();
	let victim = context.subject.targets().len() - 1;
	let title = format!("disk of {} full", name(context, victim));
	let unable = |why: &str, to| Phase { name: title.clone(), from, to, recovery: Err(why.into()) };
	let endpoint = context.subject.endpoints()[victim].clone();
	let before = endpoint.finalized().await?.number;
	match &context.small_disk {
		Some(Ok(disk)) => disk.fill()?,
		Some(Err(why)) => return Ok(unable(why, load.elapsed())),
		None => return Ok(unable("no small disk was prepared", load.elapsed())),
	}
	let others = others(context, victim);
	let ended = wait_until("a node with a full disk ends", DISK_NOTICED, async || {
		let running = network(context)?.nodes_mut()[victim].ensure_running();
		Ok(if running.is_err() { Ok(()) } else { Err("it runs".into()) })
	})
	.await
	.is_ok();
	tell(&format!("{title}: the node {}", if ended { "ended by itself" } else { "keeps running" }));
	let goal = highest_final(&others).await? + BLOCKS;
	wait_final_at(&others, goal, GO_ON).await?;
	network(context)?.nodes_mut()[victim].kill();
	if let Some(Ok(disk)) = &context.small_disk {
		disk.free()?;
	}
	let back = Instant::now();
	network(context)?.start(victim)?;
	ensure_kept(&endpoint, before).await?;
	let above = highest_final(&others).await?;
	let recovery = Ok(recovered(context, back, above).await?);
	Ok(Phase { name: title, from, to: load.elapsed(), recovery })
}

async fn skew_clock(context: &mut Context, load: &Load) -> Result<Phase> {
	let from = load.elapsed();
	let victim = 0;
	let node = name(context, victim);
	let title = format!("clock of {node} {CLOCK_AHEAD_S} s ahead");
	let set = context.subject.wrapper().map(|wrapper| wrapper.set_clock(&node, CLOCK_AHEAD_S));
	if !set.transpose()?.unwrap_or_default() {
		let why = "libfaketime is not installed (Debian: apt-get install libfaketime)".to_owned();
		return Ok(Phase { name: title, from, to: load.elapsed(), recovery: Err(why) });
	}
	let endpoint = context.subject.endpoints()[victim].clone();
	let others = others(context, victim);
	let before = endpoint.finalized().await?.number;
	restart(context, victim)?;
	ensure_kept(&endpoint, before).await?;
	let goal = highest_final(&others).await? + CLOCK_BLOCKS;
	wait_final_at(&others, goal, GO_ON).await?;
	if let Some(wrapper) = context.subject.wrapper() {
		wrapper.set_clock(&node, 0)?;
	}
	let before = endpoint.finalized().await?.number;
	let back = Instant::now();
	restart(context, victim)?;
	ensure_kept(&endpoint, before).await?;
	let above = highest_final(&others).await?;
	let recovery = Ok(recovered(context, back, above).await?);
	Ok(Phase { name: title, from, to: load.elapsed(), recovery })
}

fn restart(context: &mut Context, node: usize) -> Result<()> {
	let network = network(context)?;
	network.nodes_mut()[node].stop();
	Ok(network.start(node)?)
}
