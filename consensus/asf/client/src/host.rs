// SPDX-License-Identifier: GPL-3.0-or-later
//! The block tree and the keys, as the machine sees them.

use crate::{digest::next_panel, AsfBlock, LOG_TARGET};
use asf_core::{Header, Host};
use asf_primitives::{
	substrate::KEY_TYPE, BlockHash, NativeVerifier, NextPanel, SeatKey, Signature,
	SignatureVerifier,
};
use parking_lot::Mutex;
use sp_blockchain::HeaderBackend;
use sp_core::ed25519;
use sp_keystore::KeystorePtr;
use sp_runtime::traits::Header as HeaderT;
use std::{
	collections::{HashMap, VecDeque},
	marker::PhantomData,
	sync::Arc,
};

/// Headers kept at hand: walks from a target to the last decided block are at most
/// `MAX_TARGET_DISTANCE_BLOCKS` long, on a few forks.
const MAX_CACHED_HEADERS: usize = 4096;

/// Headers of imported blocks, which never change. The oldest make way.
#[derive(Default)]
struct HeaderCache {
	headers: HashMap<BlockHash, Header>,
	order: VecDeque<BlockHash>,
}

impl HeaderCache {
	fn insert(&mut self, hash: BlockHash, header: Header) {
		if self.headers.insert(hash, header).is_none() {
			self.order.push_back(hash);
		}
		if self.order.len() > MAX_CACHED_HEADERS {
			if let Some(oldest) = self.order.pop_front() {
				self.headers.remove(&oldest);
			}
		}
	}
}

/// The machine's host.
pub(crate) struct ChainHost<B, C> {
	client: Arc<C>,
	keystore: Option<KeystorePtr>,
	/// While set, this node behaves as if it held no key.
	muted: bool,
	cache: Mutex<HeaderCache>,
	block: PhantomData<fn() -> B>,
}

impl<B: AsfBlock, C: HeaderBackend<B>> ChainHost<B, C> {
	/// A host over `client`; without `keystore` the node only watches.
	pub(crate) fn new(client: Arc<C>, keystore: Option<KeystorePtr>) -> Self {
		Self { client, keystore, muted: false, cache: Mutex::default(), block: PhantomData }
	}

	/// Keeps the node from voting, or lets it vote again. The machine asks for keys when it starts
	/// and when a panel takes over.
	pub(crate) fn set_muted(&mut self, muted: bool) {
		self.muted = muted;
	}

	/// Whether the keystore has the secret half of `key`, muted or not.
	pub(crate) fn holds(&self, key: &SeatKey) -> bool {
		let Some(keystore) = &self.keystore else { return false };
		keystore.has_keys(&[(key.as_bytes().to_vec(), KEY_TYPE)])
	}

	fn read(&self, hash: &BlockHash) -> Option<B::Header> {
		match self.client.header(*hash) {
			Ok(header) => header,
			Err(error) => {
				log::warn!(target: LOG_TARGET, "Cannot read the header of {hash:?}: {error}");
				None
			},
		}
	}

	fn announcement(header: &B::Header) -> Option<NextPanel> {
		// A header that does not read was refused when it was imported.
		next_panel::<B>(header).ok().flatten()
	}
}

impl<B: AsfBlock, C: HeaderBackend<B>> SignatureVerifier for ChainHost<B, C> {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		NativeVerifier.verify(key, payload, signature)
	}

	fn verify_all<'a>(
		&self,
		payload: &[u8],
		signatures: impl Iterator<Item = (&'a SeatKey, &'a Signature)>,
	) -> bool {
		NativeVerifier.verify_all(payload, signatures)
	}
}

impl<B: AsfBlock, C: HeaderBackend<B>> Host for ChainHost<B, C> {
	fn header(&self, hash: &BlockHash) -> Option<Header> {
		if let Some(header) = self.cache.lock().headers.get(hash) {
			return Some(*header);
		}
		let full = self.read(hash)?;
		let header = Header {
			number: *full.number(),
			parent: *full.parent_hash(),
			announces: Self::announcement(&full).map(|next| next.set_id),
		};
		self.cache.lock().insert(*hash, header);
		Some(header)
	}

	fn next_panel(&self, hash: &BlockHash) -> Option<NextPanel> {
		Self::announcement(&self.read(hash)?)
	}

	fn owns(&self, key: &SeatKey) -> bool {
		!self.muted && self.holds(key)
	}

	fn sign(&self, key: &SeatKey, payload: &[u8]) -> Option<Signature> {
		if self.muted {
			return None;
		}
		let public = ed25519::Public::from_raw(*key.as_bytes());
		match self.keystore.as_ref()?.ed25519_sign(KEY_TYPE, &public, payload) {
			Ok(signature) => signature.map(|signature| Signature::from_bytes(signature.0)),
			Err(error) => {
				log::error!(target: LOG_TARGET, "The keystore does not sign: {error}");
				None
			},
		}
	}
}
