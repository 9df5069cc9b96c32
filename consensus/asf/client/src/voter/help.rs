// SPDX-License-Identifier: GPL-3.0-or-later
//! Certificates for peers that lag behind.

use crate::{
	finalize::decode_certificate,
	gossip::{CertificateSource, Help},
	storage, AsfBlock, SharedFinality,
};
use asf_primitives::{Certificate, SetId, ENGINE_ID};
use sc_client_api::{backend::AuxStore, client::BlockBackend};
use sp_core::H256;
use std::sync::Arc;

/// Looks in memory and in the database.
pub(crate) struct ChainCertificates<B: AsfBlock, C> {
	client: Arc<C>,
	shared: SharedFinality<B>,
}

impl<B: AsfBlock, C> ChainCertificates<B, C> {
	pub(crate) fn new(client: Arc<C>, shared: SharedFinality<B>) -> Self {
		Self { client, shared }
	}
}

/// The certificate stored with a block.
pub(crate) fn stored_certificate<B: AsfBlock>(
	client: &impl BlockBackend<B>,
	hash: H256,
) -> Option<Certificate> {
	let justifications = client.justifications(hash).ok().flatten()?;
	decode_certificate(justifications.get(ENGINE_ID)?).ok()
}

/// The certificate that ended the term of a set.
pub(crate) fn closing_certificate<B: AsfBlock>(
	client: &(impl BlockBackend<B> + AuxStore),
	set_id: SetId,
) -> Option<Certificate> {
	let next = storage::load_set(client, set_id.next()).ok().flatten()?;
	stored_certificate(client, next.begins_after.hash)
		.filter(|certificate| certificate.set_id == set_id)
}

impl<B, C> CertificateSource for ChainCertificates<B, C>
where
	B: AsfBlock,
	C: BlockBackend<B> + AuxStore + Send + Sync,
{
	fn find(&self, help: Help) -> Option<Certificate> {
		match help {
			Help::Newest => self.shared.newest_certificate(),
			Help::Closing(set_id) => closing_certificate(&*self.client, set_id),
		}
	}
}
