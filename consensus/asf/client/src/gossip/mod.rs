// SPDX-License-Identifier: GPL-3.0-or-later
//! How finality travels between nodes: one notification protocol, one gossip topic, four kinds of
//! messages.
//!
//! Votes, polkas and certificates are gossiped: whoever receives one that is new and good passes it
//! on to the peers that can use it. What was taken once is taken for known when it comes again, so
//! the prevotes that a proposal points back to travel with it, as one message of another kind. A
//! status says where a node stands; it goes to neighbours only, and a neighbour that is ahead
//! answers with the certificate that leads on from there.

mod budget;
mod cost;
mod patience;
mod peers;
mod validator;
mod view;

pub(crate) use peers::Help;
pub(crate) use validator::{CertificateSource, GossipEvent, GossipValidator, Incoming, Receivers};
pub(crate) use view::View;

use crate::AsfBlock;
use asf_primitives::{Certificate, Height, Polka, SetId, SignedMessage};
use codec::{Decode, DecodeAll, DecodeWithMemTracking, Encode};
use sc_network::{
	config::{NonReservedPeerMode, SetConfig},
	peer_store::PeerStoreProvider,
	NetworkBackend, NotificationMetrics, NotificationService, ProtocolName,
};
use sp_core::H256;
use std::sync::Arc;

/// The longest message of the protocol, in bytes. A certificate of a hundred seats has 6.6 kB.
pub const MAX_WIRE_MESSAGE_BYTES: u64 = 16 * 1024;

/// The name of the protocol on the chain of `genesis`.
pub fn protocol_name(genesis: H256, fork_id: Option<&str>) -> ProtocolName {
	match fork_id {
		Some(fork) => format!("/{genesis:x}/{fork}/asf/1"),
		None => format!("/{genesis:x}/asf/1"),
	}
	.into()
}

/// The configuration of the protocol. It takes no slots of its own: the gossip engine adds the
/// peers that the node syncs with.
pub fn notification_config<B: AsfBlock, N: NetworkBackend<B, H256>>(
	name: ProtocolName,
	metrics: NotificationMetrics,
	peer_store: Arc<dyn PeerStoreProvider>,
) -> (N::NotificationProtocolConfig, Box<dyn NotificationService>) {
	let set = SetConfig {
		in_peers: 0,
		out_peers: 0,
		reserved_nodes: Vec::new(),
		non_reserved_mode: NonReservedPeerMode::Deny,
	};
	N::notification_config(name, Vec::new(), MAX_WIRE_MESSAGE_BYTES, None, set, metrics, peer_store)
}

/// Where a node stands.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking,
)]
pub(crate) struct Status {
	/// The set that decides next.
	pub(crate) set_id: SetId,
	/// The height to decide next.
	pub(crate) height: Height,
}

/// What nodes say to each other. The version is the variant of the outer enum.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub(crate) enum WireMessage {
	/// The first version.
	#[codec(index = 1)]
	V1(Message),
}

/// Content of the first version.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub(crate) enum Message {
	/// A vote or a proposal.
	#[codec(index = 0)]
	Vote(SignedMessage),
	/// A decision.
	#[codec(index = 1)]
	Certificate(Certificate),
	/// Where the sender stands.
	#[codec(index = 2)]
	Status(Status),
	/// A proposal with the prevotes that it points to.
	#[codec(index = 3)]
	Polka(Polka),
}

impl Message {
	/// The bytes that are sent.
	pub(crate) fn to_wire(&self) -> Vec<u8> {
		WireMessage::V1(self.clone()).encode()
	}

	/// Reads all of what a peer sent. The caller has checked the length.
	pub(crate) fn from_wire(mut encoded: &[u8]) -> Result<Self, codec::Error> {
		let WireMessage::V1(message) = WireMessage::decode_all(&mut encoded)?;
		Ok(message)
	}

	/// The label in metrics.
	pub(crate) fn kind(&self) -> &'static str {
		match self {
			Self::Vote(_) => "vote",
			Self::Certificate(_) => "certificate",
			Self::Status(_) => "status",
			Self::Polka(_) => "polka",
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::MaxEncodedLen;

	#[test]
	fn the_largest_certificate_and_polka_fit() {
		for longest in [Certificate::max_encoded_len(), Polka::max_encoded_len()] {
			let longest = 2 + longest as u64;
			assert!(longest <= MAX_WIRE_MESSAGE_BYTES, "{longest}");
		}
	}

	#[test]
	fn the_encoding_of_a_status_is_frozen() {
		let status = Status { set_id: SetId::new(2), height: Height::new(3) };
		let wire = Message::Status(status).to_wire();
		assert_eq!(wire, [1, 2, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
		assert_eq!(Message::from_wire(&wire).ok(), Some(Message::Status(status)));
		let unknown_version = [&[0], &wire[1..]].concat();
		assert!(Message::from_wire(&unknown_version).is_err());
	}

	#[test]
	fn chains_and_forks_have_protocols_of_their_own() {
		let genesis = H256::repeat_byte(0xab);
		let hex = "ab".repeat(32);
		assert_eq!(&*protocol_name(genesis, None), format!("/{hex}/asf/1"));
		assert_eq!(&*protocol_name(genesis, Some("x")), format!("/{hex}/x/asf/1"));
	}
}
