// SPDX-License-Identifier: Apache-2.0
//! Messages and certificates: which count now, which are held, which are refused.

use super::Machine;
use crate::bounds::{MAX_HEIGHTS_AHEAD, MAX_HELD_CERTIFICATES, MAX_ROUND};
use crate::host::{path, Host, Path};
use crate::io::{Output, Reject};
use crate::rules::Rules;
use asf_primitives::{
	Ballot, Certificate, EquivocationProof, Round, Seat, SeatSignature, SignedMessage, Target,
	VerifiedCertificate, VerifiedMessage,
};

impl<R: Rules> Machine<R> {
	pub(super) fn on_message(
		&mut self,
		message: VerifiedMessage,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let signed = *message.message();
		if signed.set_id != self.authority.set_id && R::CHECKS_SET {
			return self.on_message_of_other_set(message, out);
		}
		if self.authority.panel.key(signed.seat) != Some(message.key()) {
			let reject = Reject::ForeignKey { seat: signed.seat, got: *message.key() };
			return self.reject(reject, out);
		}
		if signed.round.get() > MAX_ROUND {
			let expected = Round::new(MAX_ROUND);
			return self.reject(Reject::RoundTooHigh { got: signed.round, expected }, out);
		}
		let expected = proposer(&self.authority.panel, signed.height, signed.round);
		if matches!(signed.ballot, Ballot::Proposal { .. }) && signed.seat != expected {
			return self.reject(Reject::NotProposer { got: signed.seat, expected }, out);
		}
		if signed.height < self.height {
			return self.on_message_of_past_height(&signed, out);
		}
		if signed.height > self.height {
			if signed.height.get() - self.height.get() <= MAX_HEIGHTS_AHEAD {
				self.held.push(message);
			} else {
				let reject = Reject::FutureHeight { got: signed.height, expected: self.height };
				self.reject(reject, out);
			}
			return;
		}
		if self.running.is_some() {
			self.on_present_message(message, host, out);
		} else {
			self.held.push(message);
			self.start_height_if_due(host, out);
		}
	}

	/// A message that came earlier, or is our own: its sender is not the one being handled, who
	/// must not be blamed for it.
	pub(super) fn on_earlier_message(
		&mut self,
		message: VerifiedMessage,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let before = out.len();
		self.on_message(message, host, out);
		let later = out.split_off(before);
		let is_blame =
			|output: &Output| matches!(output, Output::Reject(reject) if reject.is_misbehaviour());
		out.extend(later.into_iter().filter(|output| !is_blame(output)));
	}

	fn on_message_of_other_set(&mut self, message: VerifiedMessage, out: &mut Vec<Output>) {
		let signed = message.message();
		let (got, expected) = (signed.set_id, self.authority.set_id);
		if got < expected {
			return self.reject(Reject::StaleSet { got, expected }, out);
		}
		match &self.announced {
			Some((_, next)) if next.set_id == got => {
				if next.panel.key(signed.seat) == Some(message.key()) {
					self.held_for_next_set.push(message);
				} else {
					let reject = Reject::ForeignKey { seat: signed.seat, got: *message.key() };
					self.reject(reject, out);
				}
			},
			_ => self.reject(Reject::FutureSet { got, expected }, out),
		}
	}

	fn on_message_of_past_height(&mut self, signed: &SignedMessage, out: &mut Vec<Output>) {
		if self.adds_to_last_certificate(signed) {
			return;
		}
		let reject = Reject::StaleHeight { got: signed.height, expected: self.height };
		self.reject(reject, out);
	}

	/// What helps the sender of a message about something decided here: the certificate of its own
	/// set, without which it cannot follow.
	pub(super) fn answer_to(&self, signed: &SignedMessage) -> Option<&Certificate> {
		let is_past = (signed.set_id, signed.height) < (self.authority.set_id, self.height);
		let kept = self.last_certificate.iter().chain(self.closing_certificates.iter().rev());
		kept.into_iter()
			.find(|kept| is_past && kept.set_id == signed.set_id)
			.filter(|kept| kept.height >= signed.height && !belongs_to(signed, kept))
	}

	/// A precommit that came too late to decide still shows that its seat took part.
	fn adds_to_last_certificate(&mut self, signed: &SignedMessage) -> bool {
		let Some(last) = &mut self.last_certificate else { return false };
		if !belongs_to(signed, last) {
			return false;
		}
		let place = last.precommits.binary_search_by_key(&signed.seat, |precommit| precommit.seat);
		if let Err(place) = place {
			let precommit = SeatSignature { seat: signed.seat, signature: signed.signature };
			// As many places as seats: a panel cannot overflow it.
			let inserted = last.precommits.try_insert(place, precommit);
			debug_assert!(inserted.is_ok());
		}
		true
	}

	pub(super) fn on_certificate(
		&mut self,
		verified: VerifiedCertificate,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let certificate = verified.into_inner();
		let (got, expected) = (certificate.set_id, self.authority.set_id);
		if got > expected {
			return self.reject(Reject::FutureSet { got, expected }, out);
		}
		if got < expected || certificate.height < self.height {
			return self.on_past_certificate(&certificate, out);
		}
		self.follow(certificate, host, out);
	}

	/// Finalizes a certificate of the present height or a later one, if its block allows it. It was
	/// verified, or assembled from verified votes.
	pub(super) fn follow(
		&mut self,
		certificate: Certificate,
		host: &impl Host,
		out: &mut Vec<Output>,
	) {
		let next_set = self.authority.set_id.next();
		match path(host, &self.base, &certificate.target, next_set, None) {
			Path::Extends | Path::TooFar => self.decide(certificate, host, out),
			Path::Forks | Path::BeyondPanelChange if !R::CHECKS_ANCESTRY => {
				self.decide(certificate, host, out);
			},
			Path::Forks | Path::BeyondPanelChange => {
				out.push(Output::SafetyViolation { decided: self.base, certificate });
			},
			Path::Unknown => self.hold_certificate(certificate, out),
		}
	}

	/// A certificate for a height that is decided here must say the same. Where it does not, seats
	/// that signed both in the same round are convicted by the two signatures.
	fn on_past_certificate(&mut self, certificate: &Certificate, out: &mut Vec<Output>) {
		let decided = self.certificate_at(certificate);
		match decided {
			Some(ours) if ours.target != certificate.target => {
				let proofs = conflicts(ours, certificate, |seat| {
					(ours.set_id == self.authority.set_id)
						.then(|| self.authority.panel.key(seat).copied())
						.flatten()
				});
				let decided = ours.target;
				for (seat, proof) in proofs {
					// Only the last certificate is of the present set, so this is its height.
					if self.accused_before.insert(seat) {
						out.push(Output::Evidence(proof));
					}
				}
				out.push(Output::SafetyViolation { decided, certificate: certificate.clone() });
			},
			_ => {
				let reject = if certificate.set_id < self.authority.set_id {
					Reject::StaleSet { got: certificate.set_id, expected: self.authority.set_id }
				} else {
					Reject::StaleHeight { got: certificate.height, expected: self.height }
				};
				self.reject(reject, out);
			},
		}
	}

	/// The certificate kept here for the same set and height.
	fn certificate_at(&self, other: &Certificate) -> Option<&Certificate> {
		let kept = self.last_certificate.iter().chain(&self.closing_certificates);
		kept.into_iter().find(|kept| (kept.set_id, kept.height) == (other.set_id, other.height))
	}

	fn hold_certificate(&mut self, certificate: Certificate, out: &mut Vec<Output>) {
		let target = certificate.target;
		if self.held_certificates.iter().all(|held| held.target != target) {
			let place =
				self.held_certificates.partition_point(|held| held.height <= certificate.height);
			self.held_certificates.insert(place, certificate);
		}
		if self.held_certificates.len() > MAX_HELD_CERTIFICATES {
			let displaced = self.held_certificates.remove(0).target;
			self.reject(Reject::CertificateDisplaced { target: displaced }, out);
		}
		out.push(Output::RequestBlock(target));
	}

	/// Reports two conflicting messages, once for each seat and height.
	pub(super) fn accuse(&mut self, seat: Seat, proof: EquivocationProof, out: &mut Vec<Output>) {
		if self.accused.insert(seat) {
			out.push(Output::Evidence(proof));
		}
	}

	/// Builds the certificate of a quorum of precommits.
	pub(super) fn assemble(
		&self,
		round: Round,
		target: Target,
		precommits: Vec<SignedMessage>,
	) -> Certificate {
		let signatures: Vec<_> = precommits
			.into_iter()
			.map(|vote| SeatSignature { seat: vote.seat, signature: vote.signature })
			.collect();
		Certificate {
			set_id: self.authority.set_id,
			height: self.height,
			round,
			target,
			// One for each seat at most: a panel cannot overflow it.
			precommits: signatures.try_into().unwrap_or_default(),
		}
	}
}

/// Whether a message is a precommit of what the certificate decided.
fn belongs_to(signed: &SignedMessage, certificate: &Certificate) -> bool {
	let decided = Ballot::Precommit(Some(certificate.target));
	(signed.set_id, signed.height, signed.round, signed.ballot)
		== (certificate.set_id, certificate.height, certificate.round, decided)
}

/// The seats that precommitted two targets in one round.
fn conflicts(
	ours: &Certificate,
	theirs: &Certificate,
	key: impl Fn(Seat) -> Option<asf_primitives::SeatKey>,
) -> Vec<(Seat, EquivocationProof)> {
	if ours.round != theirs.round {
		return Vec::new();
	}
	let mut proofs = Vec::new();
	for first in &ours.precommits {
		let Some(second) = theirs.precommits.iter().find(|other| other.seat == first.seat) else {
			continue;
		};
		let Some(offender) = key(first.seat) else { continue };
		let proof = EquivocationProof {
			set_id: ours.set_id,
			height: ours.height,
			round: ours.round,
			offender,
			first: (Ballot::Precommit(Some(ours.target)), first.signature),
			second: (Ballot::Precommit(Some(theirs.target)), second.signature),
		};
		proofs.push((first.seat, proof));
	}
	proofs
}

/// `panel[(height + round) mod n]`.
fn proposer(panel: &asf_primitives::Panel, height: asf_primitives::Height, round: Round) -> Seat {
	let seats = panel.seat_count() as u64;
	let turn = (height.get() % seats + u64::from(round.get()) % seats) % seats;
	Seat::new(u8::try_from(turn).unwrap_or(0))
}
