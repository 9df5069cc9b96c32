// SPDX-License-Identifier: GPL-3.0-or-later
//! What Prometheus is told.

use prometheus_endpoint::{
	register, Counter, CounterVec, Gauge, GaugeVec, Histogram, HistogramOpts, Opts,
	PrometheusError, Registry, U64,
};

/// Buckets of the time from import to finality, in seconds: a decision takes a few message delays,
/// a round that fails a second and a half, a proposer that is down six more.
const STRONG_SECONDS: [f64; 18] = [
	0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 1.5, 2.5, 5.0, 10.0, 20.0, 60.0,
	300.0,
];

/// Buckets of the time to verify a certificate, in seconds.
const VERIFY_SECONDS: [f64; 10] =
	[0.000_1, 0.000_25, 0.000_5, 0.001, 0.002, 0.004, 0.008, 0.016, 0.05, 0.2];

/// The metrics of finality.
#[derive(Clone)]
pub(crate) struct Metrics {
	pub(crate) set_id: Gauge<U64>,
	pub(crate) height: Gauge<U64>,
	pub(crate) round: Gauge<U64>,
	pub(crate) panel_seats: Gauge<U64>,
	pub(crate) holds_seat: Gauge<U64>,
	pub(crate) seconds_to_strong: Histogram,
	pub(crate) received: CounterVec<U64>,
	pub(crate) rejected: CounterVec<U64>,
	pub(crate) timeouts: CounterVec<U64>,
	pub(crate) votes_cast: CounterVec<U64>,
	pub(crate) equivocations: Counter<U64>,
	pub(crate) safety_violations: Counter<U64>,
	pub(crate) certificate_bytes: Gauge<U64>,
	pub(crate) certificate_verify_seconds: Histogram,
	pub(crate) level_distance: GaugeVec<U64>,
}

impl Metrics {
	/// Makes and registers them.
	pub(crate) fn register(registry: &Registry) -> Result<Self, PrometheusError> {
		let gauge = |name: &str, help: &str| register(Gauge::new(name, help)?, registry);
		let counter = |name: &str, help: &str| register(Counter::new(name, help)?, registry);
		let counters = |name: &str, help: &str, label: &str| {
			register(CounterVec::new(Opts::new(name, help), &[label])?, registry)
		};
		let histogram = |name: &str, help: &str, buckets: &[f64]| {
			let options = HistogramOpts::new(name, help).buckets(buckets.to_vec());
			register(Histogram::with_opts(options)?, registry)
		};
		Ok(Self {
			set_id: gauge("asf_set_id", "Authority set that decides next")?,
			height: gauge("asf_height", "Height to decide next, within the set")?,
			round: gauge("asf_round", "Round of the present height, 0 while there is none")?,
			panel_seats: gauge("asf_panel_seats", "Seats of the present panel")?,
			holds_seat: gauge("asf_holds_seat", "1 if this node votes in the present panel")?,
			seconds_to_strong: histogram(
				"asf_seconds_to_strong",
				"Time from a block's import here to its finality",
				&STRONG_SECONDS,
			)?,
			received: counters("asf_messages_received_total", "Messages of peers", "kind")?,
			rejected: counters(
				"asf_messages_rejected_total",
				"Messages of peers that count for nothing",
				"reason",
			)?,
			timeouts: counters("asf_timeouts_total", "Timeouts that ran out", "step")?,
			votes_cast: counters("asf_votes_cast_total", "Ballots of this node's seat", "step")?,
			equivocations: counter(
				"asf_equivocations_total",
				"Seats seen to contradict themselves",
			)?,
			safety_violations: counter(
				"asf_safety_violations_total",
				"Certificates that contradict what is final here",
			)?,
			certificate_bytes: gauge("asf_certificate_bytes", "Size of the newest certificate")?,
			certificate_verify_seconds: histogram(
				"asf_certificate_verify_seconds",
				"Time to verify a certificate",
				&VERIFY_SECONDS,
			)?,
			level_distance: register(
				GaugeVec::new(
					Opts::new(
						"asf_level_distance_blocks",
						"Blocks from the highest block of a level to the best block",
					),
					&["level"],
				)?,
				registry,
			)?,
		})
	}
}
