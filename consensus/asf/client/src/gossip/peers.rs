// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the neighbours stand, and what helps those that lag behind.

use super::{
	budget::{Bucket, Rate},
	patience::PATIENCE,
	view::View,
	Status,
};
use asf_core::bounds::MAX_HEIGHTS_AHEAD;
use asf_primitives::{Certificate, Height, SetId};
use sc_network::PeerId;
use std::{
	cmp::Ordering,
	collections::HashMap,
	time::{Duration, Instant},
};

/// A peer that stays where it is, is helped this often.
const ANSWER_INTERVAL: Duration = Duration::from_secs(1);
/// A peer that moves on is helped this often: the way through many terms should not take a second
/// each.
const ANSWER_INTERVAL_MOVING: Duration = Duration::from_millis(100);
/// This node's own status goes to a peer that seems not to know it at most this often.
const STATUS_INTERVAL: Duration = Duration::from_secs(1);

/// The certificates and polkas that a peer may have checked here: it passes on a few for each
/// height and round, and helps at the pace of [`ANSWER_INTERVAL_MOVING`]. A panel's signatures make
/// any number of certificates of one decision, and it needs no seat to make them.
const QUORUMS: Rate = Rate { burst: 16, interval_ms: 100 };

/// The certificate that leads a peer on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Help {
	/// The newest one there is.
	Newest,
	/// The one that ended the term of a set.
	Closing(SetId),
}

/// What helps a peer at `status`, if this node is ahead of it.
pub(super) fn help_for(status: &Status, view: &View) -> Option<Help> {
	let own = view.status();
	if status.set_id < own.set_id {
		Some(Help::Closing(status.set_id))
	} else if status.set_id == own.set_id && status.height < own.height {
		Some(Help::Newest)
	} else {
		None
	}
}

/// What is known of one neighbour.
#[derive(Clone, Debug)]
struct Peer {
	connected: Instant,
	status: Option<Status>,
	/// When it was last answered, and where it stood then.
	answered: Option<(Instant, Option<Status>)>,
	/// When it was last told where this node stands.
	told: Option<Instant>,
	/// Certificates and polkas that it may still send.
	quorums: Bucket,
}

/// The neighbours. The network bounds their number.
#[derive(Default)]
pub(super) struct Peers {
	peers: HashMap<PeerId, Peer>,
}

impl Peers {
	pub(super) fn connected(&mut self, who: PeerId, now: Instant) {
		let quorums = Bucket::full(QUORUMS, now);
		let peer = Peer { connected: now, status: None, answered: None, told: Some(now), quorums };
		self.peers.insert(who, peer);
	}

	pub(super) fn disconnected(&mut self, who: &PeerId) {
		self.peers.remove(who);
	}

	/// Whether a peer is new, and may not know yet where this node stands.
	pub(super) fn is_new(&self, who: &PeerId, now: Instant) -> bool {
		let peer = self.peers.get(who);
		peer.is_none_or(|peer| now.saturating_duration_since(peer.connected) < PATIENCE)
	}

	/// All neighbours, who are about to be told where this node stands.
	pub(super) fn tell_all(&mut self, now: Instant) -> Vec<PeerId> {
		for peer in self.peers.values_mut() {
			peer.told = Some(now);
		}
		self.peers.keys().copied().collect()
	}

	/// Whether a certificate or a polka of a peer may be looked at now.
	pub(super) fn may_send_quorum(&mut self, who: &PeerId, now: Instant) -> bool {
		self.peers.get_mut(who).is_some_and(|peer| peer.quorums.take(QUORUMS, now))
	}

	/// Files a peer's status; gives how it compares to the one before. It goes back only when an
	/// honest peer has restored its database.
	pub(super) fn note_status(&mut self, who: &PeerId, status: Status) -> Ordering {
		let Some(peer) = self.peers.get_mut(who) else { return Ordering::Equal };
		peer.status.replace(status).map_or(Ordering::Greater, |before| status.cmp(&before))
	}

	/// Whether a peer may be answered now; if so, it counts as answered.
	pub(super) fn may_answer(&mut self, who: &PeerId, now: Instant) -> bool {
		let Some(peer) = self.peers.get_mut(who) else { return false };
		let may = peer.answered.is_none_or(|(at, stood)| {
			let has_moved = peer.status > stood;
			let interval = if has_moved { ANSWER_INTERVAL_MOVING } else { ANSWER_INTERVAL };
			now.saturating_duration_since(at) >= interval
		});
		if may {
			peer.answered = Some((now, peer.status));
		}
		may
	}

	/// Whether a peer should be told where this node stands; if so, it counts as told.
	pub(super) fn may_tell(&mut self, who: &PeerId, now: Instant) -> bool {
		let Some(peer) = self.peers.get_mut(who) else { return false };
		let may = peer.told.is_none_or(|at| now.saturating_duration_since(at) >= STATUS_INTERVAL);
		if may {
			peer.told = Some(now);
		}
		may
	}

	/// Whether a vote of `set_id` and `height` is of use to a peer. Where it stands may be old news,
	/// so what it would hold for later counts too.
	pub(super) fn wants_vote(&self, who: &PeerId, set_id: SetId, height: Height) -> bool {
		let Some(status) = self.peers.get(who).and_then(|peer| peer.status) else { return true };
		let is_next_set = set_id == status.set_id.next();
		// One height back, a late precommit still counts for its seat.
		let is_near = height.next() >= status.height
			&& height.get() <= status.height.get().saturating_add(MAX_HEIGHTS_AHEAD);
		(set_id == status.set_id && is_near) || is_next_set
	}

	/// Whether a polka of `place` is of use to a peer: it takes those of the height in progress only.
	/// One that is held back goes out when the peer says that it has come there.
	pub(super) fn wants_polka(&self, who: &PeerId, place: Status) -> bool {
		self.peers.get(who).is_some_and(|peer| peer.status == Some(place))
	}

	/// Whether a certificate is of use to a peer.
	pub(super) fn wants_certificate(&self, who: &PeerId, certificate: &Certificate) -> bool {
		let Some(status) = self.peers.get(who).and_then(|peer| peer.status) else { return true };
		let is_ahead = (certificate.set_id, certificate.height) >= (status.set_id, status.height);
		is_ahead && certificate.set_id <= status.set_id.next()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{certificate, view};

	fn status(set_id: u64, height: u64) -> Status {
		Status { set_id: SetId::new(set_id), height: Height::new(height) }
	}

	#[test]
	fn helps_only_those_behind() {
		let view = view(SetId::new(3), Height::new(7));
		assert_eq!(help_for(&status(3, 6), &view), Some(Help::Newest));
		assert_eq!(help_for(&status(3, 7), &view), None);
		assert_eq!(help_for(&status(3, 8), &view), None);
		assert_eq!(help_for(&status(2, 900), &view), Some(Help::Closing(SetId::new(2))));
		assert_eq!(help_for(&status(0, 1), &view), Some(Help::Closing(SetId::new(0))));
		assert_eq!(help_for(&status(4, 1), &view), None);
	}

	#[test]
	fn answers_are_rate_limited() {
		let (who, start) = (PeerId::random(), Instant::now());
		let mut peers = Peers::default();
		assert!(!peers.may_answer(&who, start), "strangers are not answered");
		peers.connected(who, start);
		assert_eq!(peers.note_status(&who, status(1, 1)), Ordering::Greater);
		assert!(peers.may_answer(&who, start));
		let soon = start + Duration::from_millis(500);
		assert!(!peers.may_answer(&who, soon));
		assert_eq!(peers.note_status(&who, status(2, 1)), Ordering::Greater);
		assert_eq!(peers.note_status(&who, status(2, 1)), Ordering::Equal);
		assert!(peers.may_answer(&who, soon), "it has moved");
		assert!(!peers.may_answer(&who, soon + Duration::from_millis(50)));
		assert!(peers.may_answer(&who, soon + ANSWER_INTERVAL));
		assert_eq!(peers.note_status(&who, status(1, 9)), Ordering::Less, "it went back");
	}

	#[test]
	fn statuses_are_rate_limited() {
		let (who, start) = (PeerId::random(), Instant::now());
		let mut peers = Peers::default();
		peers.connected(who, start);
		assert!(!peers.may_tell(&who, start));
		assert!(peers.may_tell(&who, start + STATUS_INTERVAL));
		assert_eq!(peers.tell_all(start + 2 * STATUS_INTERVAL), vec![who]);
		assert!(!peers.may_tell(&who, start + 2 * STATUS_INTERVAL));
	}

	#[test]
	fn a_peer_is_new_for_a_while() {
		let (who, start) = (PeerId::random(), Instant::now());
		let mut peers = Peers::default();
		assert!(peers.is_new(&who, start), "it is about to connect, or just left");
		peers.connected(who, start);
		assert!(peers.is_new(&who, start));
		assert!(!peers.is_new(&who, start + PATIENCE));
	}

	#[test]
	fn sends_what_a_peer_can_use() {
		let (who, start) = (PeerId::random(), Instant::now());
		let mut peers = Peers::default();
		peers.connected(who, start);
		let wants = |peers: &Peers, set, height| {
			let (set, height) = (SetId::new(set), Height::new(height));
			(
				peers.wants_vote(&who, set, height),
				peers.wants_certificate(&who, &certificate(set, height, 40)),
			)
		};
		assert_eq!(wants(&peers, 0, 1), (true, true), "nothing is known of it");
		peers.note_status(&who, status(3, 7));
		assert_eq!(wants(&peers, 3, 5), (false, false));
		assert_eq!(wants(&peers, 3, 6), (true, false));
		assert_eq!(wants(&peers, 3, 7), (true, true));
		assert_eq!(wants(&peers, 3, 11), (true, true));
		assert_eq!(wants(&peers, 3, 12), (false, true));
		assert_eq!(wants(&peers, 4, 1), (true, true));
		assert_eq!(wants(&peers, 2, 9), (false, false));
		assert_eq!(wants(&peers, 5, 1), (false, false));
		let polka = |set, height| peers.wants_polka(&who, status(set, height));
		assert_eq!([polka(3, 6), polka(3, 7), polka(3, 8)], [false, true, false]);
	}
}
