// SPDX-License-Identifier: GPL-3.0-or-later
//! Connection and health: every node answers, is on the same chain with the same runtime, has peers,
//! is not behind, and both its best and its final block advance.

use super::Context;
use crate::{
	error::Result,
	figures::{
		check::Check,
		plot::Panel,
		report::Report,
		trend::{mean, quantile},
	},
	network::{head::Hash, subject::Target, watch::wait_until},
	progress::Progress,
};
use serde_json::{json, Value};
use std::time::{Duration, Instant};

/// Calls whose answers are timed, for each node.
const CALLS: u32 = 50;
/// How long best and final block may take to advance: several slots.
const ADVANCE: Duration = Duration::from_secs(60);

/// Runs the test.
pub(crate) async fn run(context: &mut Context) -> Result<Report> {
	let mut report = Report::new("health", "Connection and health");
	let started = Instant::now();
	let targets = context.subject.targets().to_vec();
	let progress = Progress::new("health", targets.len() as u64);
	let mut round_trips = Panel::new("ms for an answer");
	let mut chains = Vec::new();
	for target in &targets {
		match look(target, targets.len(), &mut report, started).await {
			Ok((chain, points)) => {
				chains.push(chain);
				round_trips.line(target.name(), points);
			},
			Err(error) => {
				report.check(Check::when(target.name(), "answers", error, false));
			},
		}
		progress.add(1);
		if context.stop.asked() {
			break;
		}
	}
	progress.done();
	let one = chains.windows(2).all(|pair| pair[0] == pair[1]);
	let measured = if one { "the same" } else { "they differ" };
	report.check(Check::when("genesis and runtime", "the same everywhere", measured, one));
	report.chart().panel(round_trips);
	report.seconds = started.elapsed().as_secs_f64();
	Ok(report)
}

type Chain = (Option<Hash>, Value);

async fn look(
	target: &Target,
	nodes: usize,
	report: &mut Report,
	started: Instant,
) -> Result<(Chain, Vec<(f64, f64)>)> {
	let (endpoint, name) = (&target.endpoint, target.name());
	let (mut times, mut points) = (Vec::new(), Vec::new());
	for _ in 0..CALLS {
		let asked = Instant::now();
		endpoint.health().await?;
		let took_ms = asked.elapsed().as_secs_f64() * 1000.0;
		times.push(took_ms);
		points.push((started.elapsed().as_secs_f64(), took_ms));
	}
	let health = endpoint.health().await?;
	let answers = json!({
		"count": times.len(),
		"mean_ms": mean(times.iter().copied()),
		"p50_ms": quantile(&mut times, 0.5),
		"p95_ms": quantile(&mut times, 0.95),
		"max_ms": quantile(&mut times, 1.0),
	});
	report.figure(format!("{name} answers"), answers);
	report.figure(format!("{name} peers"), health.peers);
	let least = usize::from(nodes > 1);
	let peers = format!("{} peers", health.peers);
	report.check(Check::when(
		name,
		format!("at least {least} peers"),
		peers,
		health.peers >= least,
	));
	let synced = if health.is_syncing { "behind its peers" } else { "up to date" };
	report.check(Check::when(name, "up to date", synced, !health.is_syncing));
	let (best, last) = (endpoint.best().await?, endpoint.finalized().await?);
	let advanced = wait_until("best and final block advance", ADVANCE, async || {
		let (now_best, now_final) = (endpoint.best().await?, endpoint.finalized().await?);
		let seen = format!("best {}, final {}", now_best.number, now_final.number);
		let both = now_best.number > best.number && now_final.number > last.number;
		Ok(if both { Ok(seen) } else { Err(seen) })
	})
	.await;
	let holds = advanced.is_ok();
	let seen = advanced.unwrap_or_else(|error| error.to_string());
	report.check(Check::when(name, "best and final block advance", seen, holds));
	let version: Value = endpoint.call("state_getRuntimeVersion", Value::Null).await?;
	let runtime = Value::from(vec![version["specName"].clone(), version["specVersion"].clone()]);
	Ok(((endpoint.hash_at(0).await?, runtime), points))
}
