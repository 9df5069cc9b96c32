// SPDX-License-Identifier: GPL-3.0-or-later
//! What of finality is shared between the tasks of a node, and with its users.

use crate::{
	authorities::FinalityState,
	levels::{BlockLevel, LevelBook, LevelChange},
	metrics::Metrics,
	AsfBlock,
};
use asf_core::{Level, RoundState};
use asf_primitives::{Authority, Certificate, Target};
use codec::Encode;
use parking_lot::{Mutex, MutexGuard, RwLock};
use sc_utils::notification::{NotificationSender, NotificationStream, TracingKeyStr};
use sp_core::H256;
use std::{
	collections::{HashSet, VecDeque},
	marker::PhantomData,
	sync::Arc,
	time::{Duration, Instant},
};

/// Blocks whose time of import is remembered until they are final.
const MAX_IMPORT_TIMES: usize = 2048;

/// Names the channel of level changes.
#[derive(Clone)]
pub struct LevelChannel;

impl TracingKeyStr for LevelChannel {
	const TRACING_KEY: &'static str = "mpsc_asf_level_notification_stream";
}

/// Names the channel of certificates.
#[derive(Clone)]
pub struct CertificateChannel;

impl TracingKeyStr for CertificateChannel {
	const TRACING_KEY: &'static str = "mpsc_asf_certificate_notification_stream";
}

/// Blocks that reach a higher level.
pub type LevelStream = NotificationStream<LevelChange, LevelChannel>;
/// Certificates as they are decided or imported.
pub type CertificateStream = NotificationStream<Certificate, CertificateChannel>;

/// Finality as seen from outside the voter. Clones share one.
pub struct SharedFinality<B: AsfBlock> {
	inner: Arc<Inner>,
	block: PhantomData<fn() -> B>,
}

impl<B: AsfBlock> Clone for SharedFinality<B> {
	fn clone(&self) -> Self {
		Self { inner: self.inner.clone(), block: PhantomData }
	}
}

struct Inner {
	state: Mutex<FinalityState>,
	/// The newest certificate, with the precommits that came late.
	newest: RwLock<Option<Certificate>>,
	round: RwLock<Option<RoundState>>,
	levels: Mutex<LevelBook>,
	/// The highest block whose certificate is recorded on the finalized chain.
	recorded: Mutex<Option<Target>>,
	import_times: Mutex<VecDeque<(H256, Instant)>>,
	level_sender: NotificationSender<LevelChange>,
	level_stream: LevelStream,
	certificate_sender: NotificationSender<Certificate>,
	certificate_stream: CertificateStream,
	metrics: Option<Metrics>,
}

impl<B: AsfBlock> SharedFinality<B> {
	pub(crate) fn new(state: FinalityState, metrics: Option<Metrics>) -> Self {
		let (level_sender, level_stream) = LevelStream::channel();
		let (certificate_sender, certificate_stream) = CertificateStream::channel();
		let inner = Inner {
			newest: RwLock::new(state.certificate.clone()),
			state: Mutex::new(state),
			round: RwLock::new(None),
			levels: Mutex::default(),
			recorded: Mutex::default(),
			import_times: Mutex::default(),
			level_sender,
			level_stream,
			certificate_sender,
			certificate_stream,
			metrics,
		};
		Self { inner: Arc::new(inner), block: PhantomData }
	}

	/// The state of finality, for as long as the guard lives. Whoever holds it may take the client's
	/// import lock, never the other way round.
	pub(crate) fn lock_state(&self) -> MutexGuard<'_, FinalityState> {
		self.inner.state.lock()
	}

	pub(crate) fn metrics(&self) -> Option<&Metrics> {
		self.inner.metrics.as_ref()
	}

	/// Chain, set and panel that decide next.
	pub fn authority(&self) -> Authority {
		self.lock_state().authority.clone()
	}

	/// The last finalized block.
	pub fn decided(&self) -> Target {
		self.lock_state().decided
	}

	/// The newest certificate known, with every precommit seen for it.
	pub fn newest_certificate(&self) -> Option<Certificate> {
		self.inner.newest.read().clone()
	}

	/// Where the voter stands; `None` before it has started.
	pub fn round_state(&self) -> Option<RoundState> {
		self.inner.round.read().clone()
	}

	/// Blocks reaching higher levels, from now on.
	pub fn level_stream(&self) -> LevelStream {
		self.inner.level_stream.clone()
	}

	/// Certificates, from now on.
	pub fn certificate_stream(&self) -> CertificateStream {
		self.inner.certificate_stream.clone()
	}

	/// Marks at or above `number`, highest level first.
	pub(crate) fn marks(&self, number: u32) -> Vec<(Target, BlockLevel)> {
		self.inner.levels.lock().at_or_above(number)
	}

	/// The voter's view after an event.
	pub(crate) fn note_round(&self, round: RoundState, seats: usize) {
		if let Some(metrics) = self.metrics() {
			metrics.set_id.set(round.set_id.get());
			metrics.height.set(round.height.get());
			metrics.round.set(round.round.map_or(0, |(round, _)| round.get().into()));
			metrics.panel_seats.set(seats as u64);
			metrics.holds_seat.set(round.seat.is_some().into());
		}
		*self.inner.round.write() = Some(round);
	}

	/// A precommit that came late makes the newest certificate larger.
	pub(crate) fn note_certificate(&self, certificate: &Certificate) {
		let place = |kept: &Certificate| (kept.set_id, kept.height);
		let mut newest = self.inner.newest.write();
		let is_newer = newest.as_ref().is_none_or(|kept| {
			let is_later = place(certificate) > place(kept);
			let has_more = place(certificate) == place(kept)
				&& certificate.precommits.len() > kept.precommits.len();
			is_later || has_more
		});
		if is_newer {
			*newest = Some(certificate.clone());
		}
	}

	/// A block reached a level that is the voter's own view.
	pub(crate) fn note_level(&self, block: Target, level: Level) {
		// `Strong` is announced where it becomes a fact of the chain.
		if level < Level::Strong {
			self.inner.levels.lock().note(block, level.into());
			self.announce(block, level.into());
		}
	}

	/// A certificate made its target final.
	pub(crate) fn note_finalized(&self, certificate: &Certificate) {
		self.note_certificate(certificate);
		self.inner.levels.lock().decided(&certificate.target);
		if let Some(metrics) = self.metrics() {
			metrics.certificate_bytes.set(certificate.encoded_size() as u64);
		}
		self.announce(certificate.target, BlockLevel::Strong);
		let payload = || Ok::<_, std::convert::Infallible>(certificate.clone());
		let Ok(()) = self.inner.certificate_sender.notify(payload);
	}

	/// A finalized block records the certificate of `target`.
	pub(crate) fn note_recorded(&self, target: Target) {
		let mut recorded = self.inner.recorded.lock();
		if recorded.is_none_or(|known| known.number < target.number) {
			*recorded = Some(target);
			drop(recorded);
			self.announce(target, BlockLevel::Irreversible);
		}
	}

	/// Distance of the highest block of each level from the best block.
	pub(crate) fn observe_distances(&self, best: u32) {
		let Some(metrics) = self.metrics() else { return };
		let decided = self.decided().number;
		let recorded = self.inner.recorded.lock().map_or(0, |target| target.number);
		let book = self.inner.levels.lock();
		for (level, label) in BlockLevel::ABOVE_NONE {
			let highest = match level {
				BlockLevel::Irreversible => recorded,
				BlockLevel::Strong => decided,
				_ => book.highest(level).unwrap_or(decided).max(decided),
			};
			let distance = best.saturating_sub(highest);
			metrics.level_distance.with_label_values(&[label]).set(distance.into());
		}
	}

	fn announce(&self, block: Target, level: BlockLevel) {
		let change = LevelChange { hash: block.hash, number: block.number, level };
		let Ok(()) = self.inner.level_sender.notify(|| Ok::<_, std::convert::Infallible>(change));
	}

	/// A block was imported just now.
	pub(crate) fn note_imported(&self, hash: H256) {
		let mut times = self.inner.import_times.lock();
		if times.len() == MAX_IMPORT_TIMES {
			times.pop_front();
		}
		times.push_back((hash, Instant::now()));
	}

	/// Blocks became final, the highest first. The time since the import of that one.
	pub(crate) fn observe_finalized(&self, blocks: &[H256]) -> Option<Duration> {
		let finalized: HashSet<&H256> = blocks.iter().collect();
		let mut times = self.inner.import_times.lock();
		let mut newest = None;
		times.retain(|(hash, imported)| {
			if !finalized.contains(hash) {
				return true;
			}
			let age = imported.elapsed();
			if let Some(metrics) = self.metrics() {
				metrics.seconds_to_strong.observe(age.as_secs_f64());
			}
			if blocks.first() == Some(hash) {
				newest = Some(age);
			}
			false
		});
		newest
	}

	/// A certificate of so many bytes took so long to verify.
	pub(crate) fn observe_certificate(&self, bytes: usize, verified_in: Duration) {
		if let Some(metrics) = self.metrics() {
			metrics.certificate_bytes.set(bytes as u64);
			metrics.certificate_verify_seconds.observe(verified_in.as_secs_f64());
		}
	}
}
