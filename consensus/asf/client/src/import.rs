// SPDX-License-Identifier: GPL-3.0-or-later
//! Import of blocks and justifications.

use crate::{
	authorities::{state_at, FinalityState, PendingChange},
	digest::next_panel,
	finalize::{FinalizeError, Outcome},
	storage, AsfBlock, AsfLink, ClientForAsf, LOG_TARGET,
};
use asf_primitives::{NextPanel, Target, ENGINE_ID};
use sc_client_api::backend::Backend;
use sc_consensus::{
	BlockCheckParams, BlockImport, BlockImportParams, ImportResult, ImportedAux,
	JustificationImport,
};
use sp_blockchain::BlockStatus;
use sp_consensus::{BlockOrigin, Error as ConsensusError, SelectChain};
use sp_runtime::{
	traits::{Header as HeaderT, NumberFor},
	Justification, Justifications,
};

/// Imports blocks into the client and keeps an eye on the panels they announce: a block that ends a
/// panel's term needs a justification, because what comes behind it can only be judged with it.
pub struct AsfBlockImport<B: AsfBlock, BE, C, SC> {
	link: AsfLink<B, BE, C, SC>,
}

impl<B: AsfBlock, BE, C, SC: Clone> Clone for AsfBlockImport<B, BE, C, SC> {
	fn clone(&self) -> Self {
		Self { link: self.link.clone() }
	}
}

fn import_error(error: impl std::fmt::Display) -> ConsensusError {
	ConsensusError::ClientImport(error.to_string())
}

/// Takes the certificate out of a block's justifications.
fn take_certificate(justifications: &mut Option<Justifications>) -> Option<Vec<u8>> {
	justifications.take().and_then(|all| all.into_justification(ENGINE_ID))
}

impl<B: AsfBlock, BE, C, SC> AsfBlockImport<B, BE, C, SC> {
	pub(crate) fn new(link: AsfLink<B, BE, C, SC>) -> Self {
		Self { link }
	}
}

impl<B, BE, C, SC> AsfBlockImport<B, BE, C, SC>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B>,
{
	/// The panel that a block announces. An announcement that can be told to be out of turn is an
	/// error; where the parent's set is not known, on dead forks say, nothing can be told.
	fn check_announcement(&self, header: &B::Header) -> Result<Option<NextPanel>, ConsensusError> {
		let Some(next) = next_panel::<B>(header).map_err(import_error)? else { return Ok(None) };
		let Some(parent_number) = header.number().checked_sub(1) else { return Ok(Some(next)) };
		let parent = Target { hash: *header.parent_hash(), number: parent_number };
		// The parent may be unknown; the client will say so.
		let state = self.link.finalizer.shared().lock_state();
		let set = state.set_behind(&*self.link.client, parent).ok().flatten();
		if let Some(set) = set.filter(|set| set.next() != next.set_id) {
			return Err(import_error(format!(
				"block #{} announces set {}, behind its parent the set is {set}",
				header.number(),
				next.set_id,
			)));
		}
		Ok(Some(next))
	}

	/// Tries the certificate that came with a block, or asks for one where it is needed.
	fn use_certificate(
		&self,
		block: Target,
		certificate: Option<Vec<u8>>,
		ends_term: bool,
		aux: &mut ImportedAux,
	) {
		let Some(certificate) = certificate else {
			aux.needs_justification = ends_term;
			return;
		};
		match self.link.finalizer.import(block, &certificate) {
			Ok(_) | Err(FinalizeError::Outdated(_)) => {},
			Err(error) if ends_term => {
				log::debug!(
					target: LOG_TARGET,
					"#{} came with a justification that does not hold ({error}); asking for another",
					block.number,
				);
				// An earlier panel change may have to come first; that is not the sender's fault.
				aux.bad_justification = !matches!(
					error,
					FinalizeError::FutureSet { .. }
						| FinalizeError::Client(_)
						| FinalizeError::BeyondTerm { .. }
						| FinalizeError::Certificate(
							asf_primitives::CertificateError::WrongSet { .. }
						)
				);
				aux.needs_justification = true;
			},
			Err(error) => log::debug!(
				target: LOG_TARGET,
				"Ignoring the justification that came with #{}: {error}",
				block.number,
			),
		}
	}

	/// Imports a block together with its state, as state sync does: the block is trusted to be
	/// final, and finality goes on from what its state says.
	async fn import_state(
		&self,
		mut params: BlockImportParams<B>,
	) -> Result<ImportResult, ConsensusError> {
		let block = Target { hash: params.post_hash(), number: *params.header.number() };
		params.finalized = true;
		let result = self.link.client.import_block(params).await?;
		if matches!(result, ImportResult::Imported(_)) {
			let client = &*self.link.client;
			let stored = state_at(client, block).map_err(import_error)?;
			let shared = self.link.finalizer.shared();
			let mut state = shared.lock_state();
			storage::store_state(client, &stored).map_err(import_error)?;
			*state = FinalityState::from_stored(stored, state.authority.genesis);
			log::info!(
				target: LOG_TARGET,
				"Finality goes on from the imported state of #{}, set {}",
				block.number,
				state.authority.set_id,
			);
		}
		Ok(result)
	}
}

#[async_trait::async_trait]
impl<B, BE, C, SC> BlockImport<B> for AsfBlockImport<B, BE, C, SC>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B>,
{
	type Error = ConsensusError;

	async fn check_block(
		&self,
		block: BlockCheckParams<B>,
	) -> Result<ImportResult, ConsensusError> {
		self.link.client.check_block(block).await
	}

	async fn import_block(
		&self,
		mut params: BlockImportParams<B>,
	) -> Result<ImportResult, ConsensusError> {
		let client = &*self.link.client;
		let hash = params.post_hash();
		let block = Target { hash, number: *params.header.number() };
		if client.status(hash).map_err(import_error)? == BlockStatus::InChain {
			// Its justifications were judged when it came first.
			params.justifications = None;
			return client.import_block(params).await;
		}
		if params.with_state() {
			return self.import_state(params).await;
		}
		if block.number <= client.info().finalized_number {
			// A gap below what is final is filled; the justification is kept for others.
			params.justifications =
				take_certificate(&mut params.justifications).map(|kept| (ENGINE_ID, kept).into());
			return client.import_block(params).await;
		}

		let announced = self.check_announcement(&params.header)?;
		// Finalizing is the finalizer's, not the client's.
		let certificate = take_certificate(&mut params.justifications);
		let is_initial_sync = params.origin == BlockOrigin::NetworkInitialSync;
		let mut aux = match client.import_block(params).await? {
			ImportResult::Imported(aux) => aux,
			other => return Ok(other),
		};
		let shared = self.link.finalizer.shared();
		if !is_initial_sync {
			shared.note_imported(hash);
		}
		let ends_term = announced.is_some();
		if let Some(next) = announced {
			log::info!(
				target: LOG_TARGET,
				"#{} ends a term; set {} with {} seats takes over once it is final",
				block.number,
				next.set_id,
				next.panel.seat_count(),
			);
			shared.lock_state().note_change(PendingChange { block, set_id: next.set_id });
		}
		self.use_certificate(block, certificate, ends_term, &mut aux);
		Ok(ImportResult::Imported(aux))
	}
}

#[async_trait::async_trait]
impl<B, BE, C, SC> JustificationImport<B> for AsfBlockImport<B, BE, C, SC>
where
	B: AsfBlock,
	BE: Backend<B> + 'static,
	C: ClientForAsf<B, BE>,
	SC: SelectChain<B>,
{
	type Error = ConsensusError;

	async fn on_start(&mut self) -> Vec<(B::Hash, NumberFor<B>)> {
		let state = self.link.finalizer.shared().lock_state();
		state.pending.iter().map(|change| (change.block.hash, change.block.number)).collect()
	}

	async fn import_justification(
		&mut self,
		hash: B::Hash,
		number: NumberFor<B>,
		(engine, encoded): Justification,
	) -> Result<(), ConsensusError> {
		if engine != ENGINE_ID {
			return Ok(());
		}
		match self.link.finalizer.import(Target { hash, number }, &encoded) {
			Ok(Outcome::Extended | Outcome::AlreadyFinal) => Ok(()),
			Err(FinalizeError::Outdated(_)) => Err(ConsensusError::OutdatedJustification),
			Err(error @ FinalizeError::Contradiction { .. }) => {
				log::error!(target: LOG_TARGET, "More than a third of a panel is faulty: {error}");
				Err(import_error(error))
			},
			Err(error) => {
				log::debug!(
					target: LOG_TARGET,
					"The justification for #{number} ({hash:?}) was not imported: {error}",
				);
				Err(import_error(error))
			},
		}
	}
}

#[cfg(test)]
mod tests;
