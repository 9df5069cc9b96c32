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
	use crate::testing::{panel, target_of, Network, TestBlock, SEATS};
	use asf_primitives::{Authority, Expectation, NativeVerifier, Panel, Target};
	use codec::DecodeAll;
	use sp_runtime::traits::Header as _;

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

	/// Checks a proof as one who trusts only a panel does.
	fn check(proof: &FinalityProof, genesis: sp_core::H256, panel: Panel, number: u32) -> Target {
		let mut authority = Authority { genesis, set_id: SetId::new(proof.from_set), panel };
		let verify = |authority: &Authority, encoded: &Bytes| {
			let certificate = Certificate::decode_all(&mut &encoded[..]).expect("it decodes");
			let verified = certificate.verify(authority, &Expectation::default(), &NativeVerifier);
			verified.expect("it verifies").into_inner().target
		};
		type Header = <TestBlock as sp_runtime::traits::Block>::Header;
		let read = |encoded: &Bytes| Header::decode_all(&mut &encoded[..]).expect("it decodes");
		for change in &proof.changes {
			let (target, header) = (verify(&authority, &change.certificate), read(&change.header));
			assert_eq!(target.hash, header.hash());
			let next = crate::digest::next_panel::<TestBlock>(&header);
			let next = next.ok().flatten().expect("it announces a panel");
			authority = Authority { genesis, set_id: next.set_id, panel: next.panel };
		}
		let certificate = proof.certificate.as_ref().expect("it is complete");
		let target = verify(&authority, &certificate.encoded);
		let headers: Vec<Header> = proof.headers.iter().map(read).collect();
		assert_eq!(headers.last().map(|header| header.hash()), Some(target.hash));
		assert!(headers.windows(2).all(|pair| *pair[1].parent_hash() == pair[0].hash()));
		assert_eq!(headers.first().map(|header| *header.number()), Some(number));
		Target { hash: headers[0].hash(), number }
	}

	#[test]
	fn a_proof_leads_from_the_trusted_panel_to_the_block() {
		let node = Network::new();
		let finalizer = &node.link.finalizer;
		let mut blocks = vec![node.genesis()];
		// Two terms of four blocks, one decision each two blocks, and half a term.
		for (set, count) in [(0, 4), (1, 4), (2, 2)] {
			for place in 1..=count {
				let next_set = (place == 4).then_some(set + 1);
				blocks.push(node.grow(blocks[blocks.len() - 1], 0, next_set));
				if place % 2 == 0 {
					let target = blocks[blocks.len() - 1];
					let certificate = node.certify(set, place / 2, target);
					assert!(finalizer.verify_and_finalize(certificate).is_ok());
				}
			}
		}
		let shared = finalizer.shared();
		let prove = |number, from| super::prove(&*node.client, shared, number, SetId::new(from));
		let genesis = node.genesis().hash;
		for number in 1..=10u32 {
			let set_of_block = u64::from((number - 1) / 4);
			for from in 0..=set_of_block {
				let proof = prove(number, from).expect("it is final");
				assert_eq!(proof.changes.len() as u64, set_of_block - from);
				let proven = check(&proof, genesis, panel(SEATS), number);
				assert_eq!(proven, blocks[number as usize]);
			}
		}
		assert!(matches!(prove(11, 0), Err(RpcError::NotFinal { finalized: 10, .. })));
		assert!(matches!(prove(3, 1), Err(RpcError::SetTooNew { decided_by: 0, .. })));
		// Genesis is the first header of its proof.
		assert_eq!(prove(0, 0).map(|proof| proof.headers.len()).ok(), Some(5));
	}

	#[test]
	fn genesis_and_the_first_term() {
		let record = |_| Ok(Some(SetRecord { panel: panel(1), begins_after: target_of(0) }));
		let find = |number| set_of(number, SetId::new(0), record).ok().flatten();
		assert_eq!(find(0), Some(SetId::new(0)));
		assert_eq!(find(1), Some(SetId::new(0)));
	}
}
