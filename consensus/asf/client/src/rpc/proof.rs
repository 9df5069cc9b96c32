// SPDX-License-Identifier: GPL-3.0-or-later
//! Proofs of finality, from what is stored.

use super::{CertificateInfo, FinalityProof, PanelChangeProof, RpcError};
use crate::{
	storage::{load_set, SetRecord},
	voter::{closing_certificate, stored_certificate},
	AsfBlock, SharedFinality,
};
use asf_primitives::{Certificate, SetId};
use codec::Encode;
use sc_client_api::{backend::AuxStore, client::BlockBackend};
use sp_blockchain::HeaderBackend;
use sp_core::Bytes;

/// Panel changes in one answer.
const MAX_PROOF_CHANGES: u64 = 256;
/// Headers in one answer, from the block to the target of its certificate.
const MAX_PROOF_HEADERS: u32 = 2048;

/// Proves that block `number` is final.
pub(super) fn prove<B, C>(
	client: &C,
	shared: &SharedFinality<B>,
	number: u32,
	from_set: SetId,
) -> Result<FinalityProof, RpcError>
where
	B: AsfBlock,
	C: HeaderBackend<B> + BlockBackend<B> + AuxStore,
{
	let (present, decided) = {
		let state = shared.lock_state();
		(state.authority.set_id, state.decided)
	};
	if number > decided.number {
		return Err(RpcError::NotFinal { number, finalized: decided.number });
	}
	let too_old = RpcError::TooOld { number };
	let set_id = set_of(number, present, |set| Ok(load_set(client, set)?))?.ok_or(too_old)?;
	if from_set > set_id {
		let (from_set, decided_by) = (from_set.get(), set_id.get());
		return Err(RpcError::SetTooNew { number, from_set, decided_by });
	}
	let changes_end = set_id.get().min(from_set.get().saturating_add(MAX_PROOF_CHANGES));
	let mut changes = Vec::new();
	for set in from_set.get()..changes_end {
		changes.push(prove_change(client, SetId::new(set), number)?);
	}
	let mut proof =
		FinalityProof { from_set: from_set.get(), changes, certificate: None, headers: Vec::new() };
	if changes_end < set_id.get() {
		return Ok(proof);
	}
	let newest = shared.newest_certificate().filter(|newest| newest.set_id == set_id);
	let (certificate, headers) = lead_to_certificate(client, set_id, newest, number)?;
	proof.certificate = Some(CertificateInfo::from(&certificate));
	proof.headers = headers;
	Ok(proof)
}

/// The set in whose term a block falls: the last that begins below it. `None` if its record is not
/// there. Genesis belongs to the first set.
fn set_of(
	number: u32,
	present: SetId,
	record: impl Fn(SetId) -> Result<Option<SetRecord>, RpcError>,
) -> Result<Option<SetId>, RpcError> {
	// Sets are at or above `lowest` and below `end`.
	let (mut lowest, mut end) = (0, present.get().saturating_add(1));
	while end - lowest > 1 {
		let middle = lowest + (end - lowest) / 2;
		match record(SetId::new(middle))? {
			// A record that is missing is of a set before the state that this node began with.
			None => lowest = middle,
			Some(record) if record.begins_after.number < number => lowest = middle,
			Some(_) => end = middle,
		}
	}
	let set_id = SetId::new(lowest);
	let begins_below =
		record(set_id)?.is_some_and(|record| record.begins_after.number < number || number == 0);
	Ok(begins_below.then_some(set_id))
}

fn prove_change<B, C>(client: &C, set_id: SetId, number: u32) -> Result<PanelChangeProof, RpcError>
where
	B: AsfBlock,
	C: HeaderBackend<B> + BlockBackend<B> + AuxStore,
{
	let certificate = closing_certificate(client, set_id).ok_or(RpcError::TooOld { number })?;
	let header = client.header(certificate.target.hash)?.ok_or(RpcError::TooOld { number })?;
	Ok(PanelChangeProof {
		header: header.encode().into(),
		certificate: certificate.encode().into(),
	})
}

/// The nearest certificate at or above a block, and the headers that lead there.
fn lead_to_certificate<B, C>(
	client: &C,
	set_id: SetId,
	newest: Option<Certificate>,
	number: u32,
) -> Result<(Certificate, Vec<Bytes>), RpcError>
where
	B: AsfBlock,
	C: HeaderBackend<B> + BlockBackend<B>,
{
	let too_old = || RpcError::TooOld { number };
	let mut headers = Vec::new();
	for at in number..=number.saturating_add(MAX_PROOF_HEADERS - 1) {
		let Some(hash) = client.hash(at)? else { break };
		headers.push(client.header(hash)?.ok_or_else(too_old)?.encode().into());
		let newest = newest.clone().filter(|newest| newest.target.hash == hash);
		let found = newest.or_else(|| stored_certificate(client, hash));
		if let Some(certificate) = found.filter(|found| found.set_id == set_id) {
			return Ok((certificate, headers));
		}
	}
	Err(too_old())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::{panel, target_of};

	#[test]
	fn finds_the_set_of_a_block() {
		// Set n begins behind block 10·n; the records of sets 0 and 1 are missing.
		let record = |set: SetId| {
			let number = u32::try_from(set.get() * 10).unwrap_or(u32::MAX);
			let record = SetRecord { panel: panel(1), begins_after: target_of(number) };
			Ok((set.get() >= 2).then_some(record))
		};
		let find = |number| set_of(number, SetId::new(7), record).ok().flatten();
		assert_eq!(find(21), Some(SetId::new(2)));
		assert_eq!(find(30), Some(SetId::new(2)));
		assert_eq!(find(31), Some(SetId::new(3)));
		assert_eq!(find(71), Some(SetId::new(7)));
		assert_eq!(find(900), Some(SetId::new(7)));
		assert_eq!(find(20), None);
		assert_eq!(find(3), None);
	}

	#[test]
	fn genesis_and_the_first_term() {
		let record = |_| Ok(Some(SetRecord { panel: panel(1), begins_after: target_of(0) }));
		let find = |number| set_of(number, SetId::new(0), record).ok().flatten();
		assert_eq!(find(0), Some(SetId::new(0)));
		assert_eq!(find(1), Some(SetId::new(0)));
	}
}
