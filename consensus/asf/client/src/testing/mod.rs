// SPDX-License-Identifier: GPL-3.0-or-later
//! What the tests of this crate share.

mod client;

pub(crate) use client::{announcement, block_on, Network, TestClient};

use crate::gossip::View;
use asf_core::LogRecord;
use asf_primitives::{
	signing_payload, Authority, Ballot, Certificate, Height, Panel, Round, Seat, SeatKey,
	SeatSignature, SetId, Signature, SignedMessage, Target,
};
use parking_lot::Mutex;
use sc_client_api::backend::AuxStore;
use sp_blockchain::{CachedHeaderMetadata, HeaderMetadata};
use sp_core::{ed25519, Pair, H256};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Header as HeaderT},
	OpaqueExtrinsic,
};
use std::{
	collections::HashMap,
	path::{Path, PathBuf},
	sync::atomic::{AtomicU32, Ordering},
};

/// A block as FlareChain has it.
pub(crate) type TestBlock = generic::Block<generic::Header<u32, BlakeTwo256>, OpaqueExtrinsic>;

/// Seats of the panel that signs in tests.
pub(crate) const SEATS: u8 = 4;

/// The key of a seat.
pub(crate) fn pair(seat: u8) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[seat + 1; 32])
}

/// A panel of so many seats.
pub(crate) fn panel(seats: u8) -> Panel {
	let keys = (0..seats).map(|seat| SeatKey::from_bytes(pair(seat).public().0)).collect();
	Panel::new(keys).expect("the keys differ")
}

/// The genesis of the chain of all tests.
pub(crate) fn genesis() -> H256 {
	H256::repeat_byte(0x6e)
}

/// The panel of [`SEATS`] in some set.
pub(crate) fn authority(set_id: SetId) -> Authority {
	Authority { genesis: genesis(), set_id, panel: panel(SEATS) }
}

/// Some block of a number.
pub(crate) fn target_of(number: u32) -> Target {
	Target { hash: H256::from_low_u64_be(u64::from(number) + 1000), number }
}

/// A message of a seat.
pub(crate) fn vote(
	set_id: SetId,
	height: Height,
	round: Round,
	ballot: Ballot,
	seat: u8,
) -> SignedMessage {
	let payload = signing_payload(genesis(), set_id, height, round, &ballot);
	let signature = Signature::from_bytes(pair(seat).sign(&payload).0);
	SignedMessage { set_id, height, round, ballot, seat: Seat::new(seat), signature }
}

/// A log record of a message of the first seat.
pub(crate) fn record(set_id: SetId, height: Height, round: Round, ballot: Ballot) -> LogRecord {
	LogRecord { message: vote(set_id, height, round, ballot, 0), lock: None }
}

/// A certificate of round 0 for some block of a number, signed by a quorum of [`SEATS`].
pub(crate) fn certificate(set_id: SetId, height: Height, number: u32) -> Certificate {
	certify(genesis(), set_id, height, target_of(number))
}

/// A certificate of round 0 on the chain of `genesis`, signed by a quorum of [`SEATS`].
pub(crate) fn certify(genesis: H256, set_id: SetId, height: Height, target: Target) -> Certificate {
	let quorum = u8::try_from(panel(SEATS).quorum()).expect("a panel is small");
	let ballot = Ballot::Precommit(Some(target));
	let payload = signing_payload(genesis, set_id, height, Round::ZERO, &ballot);
	let precommits: Vec<_> = (0..quorum)
		.map(|seat| SeatSignature {
			seat: Seat::new(seat),
			signature: Signature::from_bytes(pair(seat).sign(&payload).0),
		})
		.collect();
	let precommits = precommits.try_into().expect("a panel is small");
	Certificate { set_id, height, round: Round::ZERO, target, precommits }
}

/// A node at some height that has seen nothing yet.
pub(crate) fn view(set_id: SetId, height: Height) -> View {
	View { authority: authority(set_id), next: None, height, round: Round::ZERO, last: None }
}

/// An auxiliary store in memory.
#[derive(Default)]
pub(crate) struct MemoryAux(Mutex<HashMap<Vec<u8>, Vec<u8>>>);

impl AuxStore for MemoryAux {
	fn insert_aux<
		'a,
		'b: 'a,
		'c: 'a,
		I: IntoIterator<Item = &'a (&'c [u8], &'c [u8])>,
		D: IntoIterator<Item = &'a &'b [u8]>,
	>(
		&self,
		insert: I,
		delete: D,
	) -> sp_blockchain::Result<()> {
		let mut map = self.0.lock();
		map.extend(insert.into_iter().map(|(key, value)| (key.to_vec(), value.to_vec())));
		for key in delete {
			map.remove(*key);
		}
		Ok(())
	}

	fn get_aux(&self, key: &[u8]) -> sp_blockchain::Result<Option<Vec<u8>>> {
		Ok(self.0.lock().get(key).cloned())
	}
}

/// Headers in memory.
#[derive(Default)]
pub(crate) struct TestChain(HashMap<H256, generic::Header<u32, BlakeTwo256>>);

impl TestChain {
	/// Adds `count` blocks on `parent`, on nothing if there is none. `fork` makes them differ from
	/// others in the same place.
	pub(crate) fn extend(&mut self, parent: Option<Target>, count: u32, fork: u8) -> Vec<Target> {
		let mut at = parent.unwrap_or_else(|| target_of(0));
		(0..count)
			.map(|_| {
				let header = generic::Header::new(
					at.number + 1,
					H256::repeat_byte(fork),
					H256::zero(),
					at.hash,
					Default::default(),
				);
				at = Target { hash: header.hash(), number: at.number + 1 };
				self.0.insert(at.hash, header);
				at
			})
			.collect()
	}
}

impl HeaderMetadata<TestBlock> for TestChain {
	type Error = sp_blockchain::Error;

	fn header_metadata(
		&self,
		hash: H256,
	) -> Result<CachedHeaderMetadata<TestBlock>, sp_blockchain::Error> {
		let header = self.0.get(&hash);
		let header =
			header.ok_or_else(|| sp_blockchain::Error::UnknownBlock(format!("{hash:?}")))?;
		Ok(CachedHeaderMetadata::from(header))
	}

	fn insert_header_metadata(&self, _: H256, _: CachedHeaderMetadata<TestBlock>) {}

	fn remove_header_metadata(&self, _: H256) {}
}

/// A directory of its own for one test, removed at its end.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
	pub(crate) fn new() -> Self {
		static COUNTER: AtomicU32 = AtomicU32::new(0);
		let count = COUNTER.fetch_add(1, Ordering::Relaxed);
		let path = std::env::temp_dir().join(format!("asf-client-{}-{count}", std::process::id()));
		std::fs::create_dir_all(&path).expect("the temporary directory is writable");
		Self(path)
	}

	pub(crate) fn path(&self) -> &Path {
		&self.0
	}
}

impl Drop for TempDir {
	fn drop(&mut self) {
		let _ = std::fs::remove_dir_all(&self.0);
	}
}
