// SPDX-License-Identifier: GPL-3.0-or-later
//! What the validator lets through, what it refuses, and whom it helps.

use super::*;
use crate::gossip::patience::PATIENCE;
use crate::testing::{authority, certificate, pair, target_of, view, vote, TestBlock};
use asf_primitives::{signing_payload, Authority, Ballot, Signature};
use sp_core::Pair;
use std::time::Duration;

/// Records what is sent.
#[derive(Default)]
struct Context {
	broadcast: Vec<Vec<u8>>,
	sent: Vec<(PeerId, Message)>,
	topics: Vec<PeerId>,
}

impl ValidatorContext<TestBlock> for Context {
	fn broadcast_topic(&mut self, _topic: H256, _force: bool) {}

	fn broadcast_message(&mut self, _topic: H256, message: Vec<u8>, _force: bool) {
		self.broadcast.push(message);
	}

	fn send_message(&mut self, who: &PeerId, message: Vec<u8>) {
		self.sent.push((*who, Message::from_wire(&message).expect("own messages decode")));
	}

	fn send_topic(&mut self, who: &PeerId, _topic: H256, _force: bool) {
		self.topics.push(*who);
	}
}

/// Finds everything.
struct Archive;

impl CertificateSource for Archive {
	fn find(&self, help: Help) -> Option<Certificate> {
		Some(match help {
			Help::Newest => certificate(SetId::new(3), Height::new(6), 40),
			Help::Closing(set_id) => certificate(set_id, Height::new(99), 30),
		})
	}
}

struct Setup {
	validator: GossipValidator<TestBlock>,
	/// The time it is.
	now: Arc<Mutex<Instant>>,
	receivers: Receivers,
	context: Context,
	peer: PeerId,
}

impl Setup {
	/// A node at set 3, height 7, round 0, with one peer.
	fn new() -> Self {
		let mut view = view(SetId::new(3), Height::new(7));
		view.last = Some(certificate(SetId::new(3), Height::new(6), 40));
		let now = Arc::new(Mutex::new(Instant::now()));
		let clock = now.clone();
		let clock = Box::new(move || *clock.lock());
		let (validator, receivers) =
			GossipValidator::with_clock(view, Arc::new(Archive), None, clock);
		let (mut context, peer) = (Context::default(), PeerId::random());
		validator.new_peer(&mut context, &peer, ObservedRole::Authority);
		Self { validator, now, receivers, context, peer }
	}

	fn wait(&mut self, time: Duration) {
		*self.now.lock() += time;
	}

	/// 2: kept and passed on, 1: used once, 0: refused.
	fn validate(&mut self, data: &[u8]) -> u8 {
		match self.validator.validate(&mut self.context, &self.peer, data) {
			ValidationResult::ProcessAndKeep(_) => 2,
			ValidationResult::ProcessAndDiscard(_) => 1,
			ValidationResult::Discard => 0,
		}
	}

	fn validate_vote(&mut self, vote: SignedMessage) -> u8 {
		self.validate(&Message::Vote(vote).to_wire())
	}

	fn blame(&mut self) -> Option<Rep> {
		let report = self.receivers.reports.try_recv().ok()?;
		assert_eq!(report.0, self.peer);
		Some(report.1)
	}

	fn incoming(&mut self) -> Option<Incoming> {
		self.receivers.incoming.try_recv().ok().map(|event| event.what)
	}

	/// The data is refused, its sender blamed, and nothing reaches the voter.
	fn assert_refused(&mut self, data: &[u8], cost: Option<Rep>) {
		let broadcast = self.context.broadcast.len();
		assert_eq!(self.validate(data), 0);
		assert_eq!(self.blame(), cost);
		assert!(self.incoming().is_none());
		assert_eq!(self.context.broadcast.len(), broadcast);
	}
}

fn prevote(seat: u8, round: u32) -> SignedMessage {
	let ballot = Ballot::Prevote(Some(target_of(41)));
	vote(SetId::new(3), Height::new(7), Round::new(round), ballot, seat)
}

#[test]
fn a_good_vote_is_passed_on_and_reaches_the_voter() {
	let mut setup = Setup::new();
	let wire = Message::Vote(prevote(1, 0)).to_wire();
	assert_eq!(setup.validate(&wire), 2);
	assert_eq!(setup.context.broadcast, vec![wire]);
	assert!(matches!(
		setup.incoming(),
		Some(Incoming::Vote(verified)) if *verified.message() == prevote(1, 0)
	));
	assert_eq!(setup.blame(), None);
}

#[test]
fn sizes_and_encodings_are_checked_first() {
	let mut setup = Setup::new();
	let wire = Message::Vote(prevote(1, 0)).to_wire();
	let oversized = vec![1; usize::try_from(MAX_WIRE_MESSAGE_BYTES).unwrap_or(0) + 1];
	setup.assert_refused(&oversized, Some(cost::OVERSIZED));
	setup.assert_refused(&[], Some(cost::MALFORMED));
	setup.assert_refused(&[&wire[..], &[0]].concat(), Some(cost::MALFORMED));
	setup.assert_refused(&wire[..wire.len() - 1], Some(cost::MALFORMED));
	let other_version = [&[2], &wire[1..]].concat();
	setup.assert_refused(&other_version, Some(cost::MALFORMED));
}

#[test]
fn signatures_must_be_good_and_of_this_chain() {
	let mut setup = Setup::new();
	let mut forged = prevote(1, 0);
	forged.seat = Seat::new(2);
	setup.assert_refused(&Message::Vote(forged).to_wire(), Some(cost::INVALID));

	let good = prevote(1, 0);
	let (set_id, height, round) = (good.set_id, good.height, good.round);
	let foreign = signing_payload(H256::zero(), set_id, height, round, &good.ballot);
	let signature = Signature::from_bytes(pair(1).sign(&foreign).0);
	let foreign = SignedMessage { signature, ..good };
	setup.assert_refused(&Message::Vote(foreign).to_wire(), Some(cost::INVALID));

	let outsider = SignedMessage { seat: Seat::new(77), ..good };
	setup.assert_refused(&Message::Vote(outsider).to_wire(), Some(cost::INVALID));

	let mut certificate = certificate(SetId::new(3), Height::new(7), 41);
	certificate.precommits[0].signature = Signature::from_bytes([7; 64]);
	setup.assert_refused(&Message::Certificate(certificate).to_wire(), Some(cost::INVALID));
}

#[test]
fn what_is_over_or_far_ahead_is_refused_unverified() {
	let mut setup = Setup::new();
	setup.wait(PATIENCE);
	let at = |set, height| {
		let ballot = Ballot::Prevote(None);
		let mut vote = vote(SetId::new(set), Height::new(height), Round::ZERO, ballot, 1);
		vote.signature = Signature::from_bytes([0; 64]);
		Message::Vote(vote).to_wire()
	};
	setup.assert_refused(&at(3, 6), None);
	setup.assert_refused(&at(3, 5), Some(cost::STALE));
	setup.assert_refused(&at(2, 7), Some(cost::STALE));
	setup.assert_refused(&at(3, 12), None);
	setup.assert_refused(&at(4, 1), None);
	let stale = certificate(SetId::new(3), Height::new(5), 30);
	setup.assert_refused(&Message::Certificate(stale).to_wire(), Some(cost::STALE));
	let future = certificate(SetId::new(4), Height::new(1), 50);
	setup.assert_refused(&Message::Certificate(future).to_wire(), None);
	let impossible = prevote(1, asf_core::bounds::MAX_ROUND + 1);
	setup.assert_refused(&Message::Vote(impossible).to_wire(), Some(cost::ROUND_TOO_HIGH));
}

/// The signatures of a panel make any number of certificates of one decision.
#[test]
fn certificates_of_one_decision_are_bounded() {
	let mut setup = Setup::new();
	let wire = Message::Certificate(certificate(SetId::new(3), Height::new(7), 50)).to_wire();
	let taken: Vec<_> = (0..20).map(|_| setup.validate(&wire)).collect();
	let (kept, rest) = taken.split_at(2);
	assert_eq!(kept, [2; 2]);
	assert!(rest.is_sorted_by(|one, next| one >= next), "{rest:?}");
	assert_eq!(rest.iter().filter(|taken| **taken == 1).count(), 14, "{rest:?}");
	assert_eq!(setup.blame(), None);
	setup.wait(Duration::from_millis(100));
	assert_eq!((setup.validate(&wire), setup.validate(&wire)), (1, 0));
}

#[test]
fn honest_peers_are_not_blamed_for_what_comes_late() {
	let mut setup = Setup::new();
	setup.wait(PATIENCE);
	let say = |height, ballot, seat| {
		let vote = vote(SetId::new(3), Height::new(height), Round::ZERO, ballot, seat);
		Message::Vote(vote).to_wire()
	};
	// The last decision had the precommits of the first three seats; that of the fourth is on its
	// way, and so are prevotes, and what the first three say once more.
	let decided = Ballot::Precommit(Some(target_of(40)));
	assert_eq!(setup.validate(&say(6, decided, 3)), 1);
	assert!(setup.incoming().is_some());
	assert_eq!(setup.blame(), None);
	setup.assert_refused(&say(6, decided, 0), None);
	setup.assert_refused(&say(6, Ballot::Prevote(Some(target_of(40))), 3), None);

	// Several decisions at once, as when this node catches up: the peer hears of them later.
	let mut moved = view(SetId::new(3), Height::new(12));
	moved.last = Some(certificate(SetId::new(3), Height::new(11), 60));
	assert!(setup.validator.set_view(moved));
	setup.assert_refused(&say(8, Ballot::Prevote(None), 1), None);
	let passed = certificate(SetId::new(3), Height::new(9), 50);
	setup.assert_refused(&Message::Certificate(passed).to_wire(), None);
	setup.wait(PATIENCE);
	setup.assert_refused(&say(8, Ballot::Prevote(None), 2), None);
	setup.wait(PATIENCE);
	setup.assert_refused(&say(8, Ballot::Prevote(None), 3), Some(cost::STALE));
	assert_eq!(setup.validate(&say(11, Ballot::Prevote(None), 1)), 0);
	assert_eq!(setup.blame(), None, "the last decision may be news for as long as it is the last");

	// A new neighbour sends what it has before it knows where this node stands.
	setup.peer = PeerId::random();
	let peer = setup.peer;
	setup.validator.new_peer(&mut setup.context, &peer, ObservedRole::Authority);
	setup.assert_refused(&say(8, Ballot::Prevote(None), 0), None);
	setup.wait(PATIENCE);
	setup.assert_refused(&say(8, Ballot::Prevote(None), 0), Some(cost::STALE));
}

/// A proposal of round 4 with prevotes of round 0.
fn polka(seats: &[u8]) -> Polka {
	let (set_id, height, target) = (SetId::new(3), Height::new(7), target_of(41));
	let ballot = Ballot::Proposal { target, valid_round: Some(Round::ZERO) };
	// (7 + 4) mod 4
	let proposal = vote(set_id, height, Round::new(4), ballot, 3);
	let prevotes: Vec<_> = seats.iter().map(|seat| prevote(*seat, 0)).collect();
	Polka::new(proposal, &prevotes).expect("there are not too many")
}

#[test]
fn the_votes_of_a_polka_reach_the_voter_though_each_was_taken_before() {
	let mut setup = Setup::new();
	let mut view = view(SetId::new(3), Height::new(7));
	let polka = polka(&[0, 1, 3]);
	let wire = Message::Polka(polka.clone()).to_wire();
	// In the height before, it is refused without blame: its sender repeats it.
	let expired = |setup: &Setup| setup.validator.message_expired()(H256::zero(), &wire);
	view.height = Height::new(6);
	setup.validator.set_view(view.clone());
	setup.assert_refused(&wire, None);
	assert!(expired(&setup));
	view.height = Height::new(7);
	setup.validator.set_view(view.clone());
	for seat in [0, 1, 3] {
		assert_eq!(setup.validate_vote(prevote(seat, 0)), 2);
		assert!(setup.incoming().is_some());
	}
	view.round = Round::new(8);
	setup.validator.set_view(view.clone());
	assert!(!expired(&setup));
	assert_eq!(setup.validate(&wire), 2);
	let said: Vec<_> = std::iter::from_fn(|| match setup.incoming()? {
		Incoming::Vote(verified) => Some(*verified.message()),
		Incoming::Certificate(_) => None,
	})
	.collect();
	assert_eq!(said, [polka.proposal, prevote(0, 0), prevote(1, 0), prevote(3, 0)]);
	assert_eq!(setup.blame(), None);
	view.round = Round::new(9);
	setup.validator.set_view(view);
	assert!(expired(&setup));
	setup.assert_refused(&wire, None);
}

#[test]
fn a_polka_goes_to_peers_in_its_height_until_its_round_is_over() {
	let mut setup = Setup::new();
	let wire = Message::Polka(polka(&[0, 1, 3])).to_wire();
	let allowed = |setup: &Setup, intent| {
		setup.validator.message_allowed()(&setup.peer, intent, &H256::zero(), &wire)
	};
	let intents = [MessageIntent::Broadcast, MessageIntent::PeriodicRebroadcast];
	assert_eq!(intents.map(|intent| allowed(&setup, intent)), [false, false]);
	let status = Status { set_id: SetId::new(3), height: Height::new(7) };
	setup.validate(&Message::Status(status).to_wire());
	assert_eq!(intents.map(|intent| allowed(&setup, intent)), [true, true]);
	let mut view = view(SetId::new(3), Height::new(7));
	view.round = Round::new(5);
	setup.validator.set_view(view);
	assert_eq!(intents.map(|intent| allowed(&setup, intent)), [true, false]);
}

/// The signatures of a panel make several polkas of one round.
#[test]
fn polkas_of_one_round_are_bounded() {
	let mut setup = Setup::new();
	let seats: [&[u8]; 5] = [&[0, 1, 2], &[0, 1, 3], &[0, 2, 3], &[1, 2, 3], &[0, 1, 2, 3]];
	let taken = seats.map(|seats| setup.validate(&Message::Polka(polka(seats)).to_wire()));
	assert_eq!(taken, [2, 2, 0, 0, 0]);
	assert_eq!(setup.blame(), None);
}

#[test]
fn a_polka_that_proves_nothing_is_refused() {
	let mut setup = Setup::new();
	let good = polka(&[0, 1, 2]);
	let mut forged = good.clone();
	forged.prevotes[1].signature = Signature::from_bytes([7; 64]);
	let mut other_proposer = good.clone();
	other_proposer.proposal.seat = Seat::new(1);
	let mut vote_instead = good.clone();
	vote_instead.proposal = prevote(1, 0);
	for (bad, cost) in [
		(polka(&[0, 1]), cost::INVALID),
		(polka(&[0, 1, 1]), cost::INVALID),
		(forged, cost::INVALID),
		(other_proposer, cost::MISBEHAVIOUR),
		(vote_instead, cost::INVALID),
	] {
		setup.assert_refused(&Message::Polka(bad).to_wire(), Some(cost));
	}
	assert_eq!(setup.validate(&Message::Polka(good).to_wire()), 2);
}

#[test]
fn only_the_rounds_proposer_proposes() {
	let mut setup = Setup::new();
	let ballot = Ballot::Proposal { target: target_of(41), valid_round: None };
	let proposal = |seat| vote(SetId::new(3), Height::new(7), Round::ZERO, ballot, seat);
	// (7 + 0) mod 4
	assert_eq!(setup.validate_vote(proposal(3)), 2);
	assert!(setup.incoming().is_some());
	let wire = Message::Vote(proposal(1)).to_wire();
	setup.assert_refused(&wire, Some(cost::MISBEHAVIOUR));
}

#[test]
fn votes_of_an_announced_panel_wait_for_it() {
	let mut setup = Setup::new();
	let of_next = |seat| {
		let ballot = Ballot::Prevote(Some(target_of(51)));
		vote(SetId::new(4), Height::FIRST, Round::ZERO, ballot, seat)
	};
	assert_eq!(setup.validate_vote(of_next(1)), 0);
	let mut view = view(SetId::new(3), Height::new(7));
	view.next = Some(Authority { set_id: SetId::new(4), ..authority(SetId::new(3)) });
	assert!(!setup.validator.set_view(view), "the status is the same");
	assert_eq!(setup.validate_vote(of_next(1)), 2);
	// Another panel may be announced on the sender's fork: no blame.
	let mut forged = of_next(1);
	forged.seat = Seat::new(2);
	assert!(setup.incoming().is_some());
	setup.assert_refused(&Message::Vote(forged).to_wire(), None);
}

#[test]
fn one_seat_cannot_flood() {
	let mut setup = Setup::new();
	let mut results = [0; 3];
	for number in 0..1000 {
		let ballot = Ballot::Prevote(Some(target_of(number)));
		let vote = vote(SetId::new(3), Height::new(7), Round::ZERO, ballot, 1);
		results[usize::from(setup.validate_vote(vote))] += 1;
	}
	assert_eq!(results[2], u32::from(MAX_KEPT_PER_SEAT_AND_ROUND));
	assert!(results[1] + results[2] < 1000, "the budget ends: {results:?}");
	assert_eq!(setup.blame(), None, "the peer may only have passed it on");
	assert_eq!(setup.validate_vote(prevote(2, 0)), 2, "other seats are not affected");
}

#[test]
fn a_neighbour_that_lags_is_helped() {
	let mut setup = Setup::new();
	let here = Status { set_id: SetId::new(3), height: Height::new(7) };
	assert_eq!(setup.context.sent, vec![(setup.peer, Message::Status(here))], "on connection");
	assert_eq!(setup.context.topics, vec![setup.peer]);
	setup.context.sent.clear();

	let behind = Status { set_id: SetId::new(3), height: Height::new(2) };
	let wire = Message::Status(behind).to_wire();
	assert_eq!(setup.validate(&wire), 0);
	let newest = certificate(SetId::new(3), Height::new(6), 40);
	assert_eq!(setup.context.sent, vec![(setup.peer, Message::Certificate(newest))]);
	assert_eq!(setup.validate(&wire), 0);
	assert_eq!(setup.context.sent.len(), 1, "not again at once");
	assert_eq!(setup.blame(), None);

	// Time enough for another answer, had the peer moved on.
	setup.wait(Duration::from_millis(110));
	let older = Status { set_id: SetId::new(1), height: Height::new(5) };
	assert_eq!(setup.validate(&Message::Status(older).to_wire()), 0);
	assert_eq!(setup.blame(), Some(cost::WENT_BACK));
	assert_eq!(setup.context.sent.len(), 1, "going back buys nothing");
}

#[test]
fn a_neighbour_of_an_earlier_set_gets_the_end_of_that_set() {
	let mut setup = Setup::new();
	setup.context.sent.clear();
	let status = Status { set_id: SetId::new(1), height: Height::new(5) };
	setup.validate(&Message::Status(status).to_wire());
	let closing = certificate(SetId::new(1), Height::new(99), 30);
	assert_eq!(setup.context.sent, vec![(setup.peer, Message::Certificate(closing))]);
}

#[test]
fn kept_messages_expire_when_their_height_is_decided() {
	let setup = Setup::new();
	let wire = Message::Vote(prevote(1, 0)).to_wire();
	assert!(!setup.validator.message_expired()(setup.validator.topic(), &wire));
	assert!(setup.validator.set_view(view(SetId::new(3), Height::new(8))));
	assert!(setup.validator.message_expired()(setup.validator.topic(), &wire));
	assert!(setup.validator.message_expired()(setup.validator.topic(), &[9]));
}

#[test]
fn messages_go_only_to_peers_that_can_use_them() {
	let mut setup = Setup::new();
	let wire = Message::Vote(prevote(1, 0)).to_wire();
	let allowed = |setup: &Setup, intent| {
		setup.validator.message_allowed()(&setup.peer, intent, &H256::zero(), &wire)
	};
	assert!(allowed(&setup, MessageIntent::Broadcast));
	assert!(allowed(&setup, MessageIntent::ForcedBroadcast));
	assert!(!allowed(&setup, MessageIntent::PeriodicRebroadcast));
	let ahead = Status { set_id: SetId::new(3), height: Height::new(9) };
	setup.validate(&Message::Status(ahead).to_wire());
	assert!(!allowed(&setup, MessageIntent::Broadcast));
	setup.validator.peer_disconnected(&mut setup.context, &setup.peer);
	assert!(allowed(&setup, MessageIntent::Broadcast));
}
