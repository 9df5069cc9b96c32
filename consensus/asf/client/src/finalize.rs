// SPDX-License-Identifier: GPL-3.0-or-later
//! The only place that finalizes blocks.
//!
//! Two tasks have certificates: the voter and the import of justifications. Both call the
//! [`Finalizer`], which holds the lock on the finality state from its first check to the end of the
//! database write, so that checks and write are about the same state, and a set changes once.

use crate::{
	authorities::FinalityState, digest::next_panel, digest::DigestError, shared::SharedFinality,
	storage, AsfBlock, ClientForAsf, LOG_TARGET,
};
use asf_primitives::{
	Certificate, CertificateError, Expectation, Height, NativeVerifier, NextPanel, SetId, Target,
	ENGINE_ID,
};
use codec::{DecodeAll, Encode, MaxEncodedLen};
use sc_client_api::backend::Backend;
use sp_core::H256;
use sp_runtime::traits::Header as HeaderT;
use std::{marker::PhantomData, sync::Arc, time::Instant};

/// A certificate is stored with its block at least at every so many decisions, beside those that
/// end a term.
pub(crate) const STORED_DECISION_INTERVAL: u64 = 64;

/// How a certificate went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
	/// It extended what is final.
	Extended,
	/// Its target was final already.
	AlreadyFinal,
}

/// Whether the certificate is stored with its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
	/// It came from a peer that has it stored.
	Always,
	/// At the end of a term, and every [`STORED_DECISION_INTERVAL`] decisions.
	AtIntervals,
}

/// Why nothing was finalized.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FinalizeError {
	/// The justification is too long.
	#[error("a justification of {got} bytes, at most {limit} can be a certificate")]
	TooLong {
		/// Its length.
		got: usize,
		/// The most there can be.
		limit: usize,
	},
	/// The justification is not a certificate.
	#[error("the justification is not a certificate: {0}")]
	Malformed(codec::Error),
	/// The certificate proves nothing.
	#[error(transparent)]
	Certificate(#[from] CertificateError),
	/// It is of a set that is over, or of a block below the finalized one.
	#[error("the certificate is outdated: {0}")]
	Outdated(Target),
	/// It is of a set that has not begun.
	#[error("the certificate is of set {got}, set {expected} decides now")]
	FutureSet {
		/// Set of the certificate.
		got: SetId,
		/// The present set.
		expected: SetId,
	},
	/// Its block is not imported.
	#[error("block {0} is not imported yet")]
	UnknownBlock(Target),
	/// It contradicts what is final.
	#[error("the certificate for {certified} contradicts the finalized {decided}")]
	Contradiction {
		/// Its target.
		certified: Target,
		/// What is final.
		decided: Target,
	},
	/// It decides a block beyond the term of its panel.
	#[error("the certificate for {certified} is beyond the end of its panel's term at {end}")]
	BeyondTerm {
		/// Its target.
		certified: Target,
		/// The last block of the term.
		end: Target,
	},
	/// A header carries a digest that cannot be read.
	#[error(transparent)]
	Digest(#[from] DigestError),
	/// The client failed.
	#[error("the block database failed: {0}")]
	Client(#[from] sp_blockchain::Error),
}

/// Finalizes what certificates prove. See the [module](self).
pub(crate) struct Finalizer<B: AsfBlock, BE, C> {
	client: Arc<C>,
	shared: SharedFinality<B>,
	backend: PhantomData<fn() -> BE>,
}

/// The way from the last finalized block to a target.
struct Way {
	/// The blocks on it, target first.
	blocks: Vec<H256>,
	/// The panel that the target announces, if it ends the term.
	next: Option<NextPanel>,
}

impl<B: AsfBlock, BE, C> Finalizer<B, BE, C> {
	/// A finalizer of what `shared` describes.
	pub(crate) fn new(client: Arc<C>, shared: SharedFinality<B>) -> Self {
		Self { client, shared, backend: PhantomData }
	}

	/// The finality that this finalizer moves on.
	pub(crate) fn shared(&self) -> &SharedFinality<B> {
		&self.shared
	}
}

impl<B, BE, C> Finalizer<B, BE, C>
where
	B: AsfBlock,
	BE: Backend<B>,
	C: ClientForAsf<B, BE>,
{
	/// Checks a justification that a peer sent for `block`, and finalizes it.
	pub(crate) fn import(&self, block: Target, encoded: &[u8]) -> Result<Outcome, FinalizeError> {
		let certificate = decode_certificate(encoded)?;
		let mut state = self.shared.lock_state();
		let is_old = certificate.set_id < state.authority.set_id;
		if is_old || block.number <= state.decided.number {
			return Err(FinalizeError::Outdated(block));
		}
		let started = Instant::now();
		let expected = Expectation { target: Some(block), ..Expectation::default() };
		let verified = certificate.verify(&state.authority, &expected, &NativeVerifier)?;
		self.shared.observe_certificate(encoded.len(), started.elapsed());
		self.finalize_locked(&mut state, verified.certificate(), Keep::Always)
	}

	/// Checks a certificate against the present panel, and finalizes it.
	pub(crate) fn verify_and_finalize(
		&self,
		certificate: Certificate,
	) -> Result<Outcome, FinalizeError> {
		let mut state = self.shared.lock_state();
		let verified =
			certificate.verify(&state.authority, &Expectation::default(), &NativeVerifier)?;
		self.finalize_locked(&mut state, verified.certificate(), Keep::AtIntervals)
	}

	/// Finalizes what the voter's machine decided; it has verified the certificate.
	pub(crate) fn finalize_decided(
		&self,
		certificate: &Certificate,
	) -> Result<Outcome, FinalizeError> {
		let mut state = self.shared.lock_state();
		self.finalize_locked(&mut state, certificate, Keep::AtIntervals)
	}

	fn finalize_locked(
		&self,
		state: &mut FinalityState,
		certificate: &Certificate,
		keep: Keep,
	) -> Result<Outcome, FinalizeError> {
		let target = certificate.target;
		if target.number <= state.decided.number || certificate.set_id < state.authority.set_id {
			return self.check_final(state, target);
		}
		if certificate.set_id > state.authority.set_id {
			let (got, expected) = (certificate.set_id, state.authority.set_id);
			return Err(FinalizeError::FutureSet { got, expected });
		}
		let way = self.way_to(state, target)?;
		let is_stored = keep == Keep::Always
			|| way.next.is_some()
			|| certificate.height.get().is_multiple_of(STORED_DECISION_INTERVAL);
		let justification = is_stored.then(|| (ENGINE_ID, certificate.encode()));

		let seats = state.authority.panel.seat_count();
		let mut advanced = state.clone();
		advanced.decided = target;
		advanced.certificate = Some(certificate.clone());
		advanced.height = certificate.height;
		let changes_set = way.next.is_some();
		if let Some(next) = way.next {
			advanced.authority.set_id = next.set_id;
			advanced.authority.panel = next.panel;
			advanced.begins_after = target;
			advanced.height = Height::ZERO;
		}
		advanced.prune_pending();
		let stored = advanced.to_stored();
		self.client.lock_import_and_run(|operation| {
			self.client.apply_finality(operation, target.hash, justification, true)?;
			storage::store_state_with::<B, BE>(operation, &stored, changes_set)
		})?;
		*state = advanced;
		self.announce(certificate, seats, &way.blocks, changes_set.then_some(&*state));
		Ok(Outcome::Extended)
	}

	/// A target at or below the finalized block must be on the finalized chain.
	fn check_final(&self, state: &FinalityState, target: Target) -> Result<Outcome, FinalizeError> {
		if target.number <= state.decided.number
			&& self.client.hash(target.number)? == Some(target.hash)
		{
			return Ok(Outcome::AlreadyFinal);
		}
		Err(FinalizeError::Contradiction { certified: target, decided: state.decided })
	}

	/// Walks from the target down to the last finalized block.
	fn way_to(&self, state: &FinalityState, target: Target) -> Result<Way, FinalizeError> {
		let next_set = state.authority.set_id.next();
		let mut way = Way { blocks: Vec::new(), next: None };
		let mut at = target;
		while at.number > state.decided.number {
			let header = self.client.header(at.hash)?.ok_or(FinalizeError::UnknownBlock(at))?;
			if *header.number() != at.number {
				let decided = state.decided;
				return Err(FinalizeError::Contradiction { certified: target, decided });
			}
			let announced = next_panel::<B>(&header)?.filter(|next| next.set_id == next_set);
			if announced.is_some() && at != target {
				return Err(FinalizeError::BeyondTerm { certified: target, end: at });
			}
			way.next = way.next.or(announced);
			way.blocks.push(at.hash);
			at = Target { hash: *header.parent_hash(), number: at.number - 1 };
		}
		if at != state.decided {
			let decided = state.decided;
			return Err(FinalizeError::Contradiction { certified: target, decided });
		}
		Ok(way)
	}

	/// Tells the operator and everyone who listens. `seats` decided; `changed` is the state behind
	/// the end of their term.
	fn announce(
		&self,
		certificate: &Certificate,
		seats: usize,
		blocks: &[H256],
		changed: Option<&FinalityState>,
	) {
		let after_import = match self.shared.observe_finalized(blocks) {
			Some(age) => format!("{} ms after its import", age.as_millis()),
			None => "imported before this node started".into(),
		};
		log::info!(
			target: LOG_TARGET,
			"Finalized #{} ({:?}): Strong by {} of {seats} seats, set {}, height {}, round {}, \
			 {after_import}",
			certificate.target.number,
			certificate.target.hash,
			certificate.precommits.len(),
			certificate.set_id,
			certificate.height,
			certificate.round,
		);
		if let Some(state) = changed {
			log::info!(
				target: LOG_TARGET,
				"Set {} takes over with {} seats behind #{}",
				state.authority.set_id,
				state.authority.panel.seat_count(),
				state.decided.number,
			);
		}
		self.shared.note_finalized(certificate);
	}
}

/// Reads a justification: bounded first, and to its last byte.
pub(crate) fn decode_certificate(encoded: &[u8]) -> Result<Certificate, FinalizeError> {
	let limit = Certificate::max_encoded_len();
	if encoded.len() > limit {
		return Err(FinalizeError::TooLong { got: encoded.len(), limit });
	}
	Certificate::decode_all(&mut &encoded[..]).map_err(FinalizeError::Malformed)
}

#[cfg(test)]
mod tests;
