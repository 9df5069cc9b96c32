// SPDX-License-Identifier: GPL-3.0-or-later
//! Verifies a proof of finality as a light client would: from the genesis panel on, with nothing
//! but the primitives.

use crate::{header::Header, must, rpc::hex_bytes, Error, Result, RpcClient};
use asf_primitives::{
	Authority, BlockHash, BlockNumber, Certificate, ConsensusLog, Expectation, NativeVerifier,
	NextPanel, VerifiedCertificate, ENGINE_ID,
};
use codec::DecodeAll;
use serde::Deserialize;
use serde_json::json;
use subxt::config::substrate::DigestItem;

const METHOD: &str = "asf_proveFinality";

/// What `asf_proveFinality` answers.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FinalityProof {
	from_set: u64,
	changes: Vec<PanelChange>,
	certificate: Option<CertificateInfo>,
	headers: Vec<String>,
}

#[derive(Deserialize)]
struct PanelChange {
	header: String,
	certificate: String,
}

#[derive(Deserialize)]
struct CertificateInfo {
	encoded: String,
}

/// Has a node prove that the block with a number on its chain is Strong, and verifies the proof
/// from `genesis` on. Gives the certificate at its end.
pub async fn prove(
	rpc: &RpcClient,
	genesis: &Authority,
	number: BlockNumber,
) -> Result<VerifiedCertificate> {
	let proof: FinalityProof = rpc.call(METHOD, json!([number, genesis.set_id.get()])).await?;
	let expected = rpc.hash_at(number).await?;
	verify(proof, genesis.clone(), number, expected).map_err(|error| {
		Error::violated(format!("{} proves block {number} badly: {error}", rpc.node()))
	})
}

fn verify(
	proof: FinalityProof,
	mut authority: Authority,
	number: BlockNumber,
	expected: Option<BlockHash>,
) -> Result<VerifiedCertificate> {
	must!(proof.from_set == authority.set_id.get(), "it starts from set {}", proof.from_set);
	for change in &proof.changes {
		authority = follow(change, &authority)?;
	}
	let encoded = proof.certificate.ok_or_else(|| Error::violated("it has no certificate"))?;
	let certificate = check(&encoded.encoded, &authority)?;
	let headers = proof.headers.iter().map(|header| read_header(header));
	let headers = headers.collect::<Result<Vec<_>>>()?;
	let (Some(first), Some(last)) = (headers.first(), headers.last()) else {
		return Err(Error::violated("it has no headers"));
	};
	must!(first.block.number == number, "its first header is of block {}", first.block);
	must!(Some(first.block.hash) == expected, "its first header is {}", first.block);
	must!(
		headers.windows(2).all(|pair| pair[1].parent == pair[0].block.hash),
		"its headers are not each other's parents"
	);
	let target = certificate.certificate().target;
	must!(last.block == target, "its headers end at {}, not at {target}", last.block);
	Ok(certificate)
}

/// The authority after a change that the one before it decided.
fn follow(change: &PanelChange, authority: &Authority) -> Result<Authority> {
	let certificate = check(&change.certificate, authority)?;
	let header = read_header(&change.header)?;
	let target = certificate.certificate().target;
	must!(header.block == target, "set {} decided {target}, not the change", authority.set_id);
	let next = next_panel(&header)?
		.ok_or_else(|| Error::violated(format!("{target} announces no panel")))?;
	let expected = authority.set_id.next();
	must!(next.set_id == expected, "set {} follows set {}", next.set_id, authority.set_id);
	Ok(Authority { genesis: authority.genesis, set_id: next.set_id, panel: next.panel })
}

fn check(encoded: &str, authority: &Authority) -> Result<VerifiedCertificate> {
	Certificate::decode_all(&mut &bytes_of(encoded)?[..])
		.map_err(|error| Error::violated(format!("its certificate does not decode: {error}")))?
		.verify(authority, &Expectation::default(), &NativeVerifier)
		.map_err(|error| Error::violated(error.to_string()))
}

fn next_panel(header: &Header) -> Result<Option<NextPanel>> {
	for log in &header.logs {
		if let DigestItem::Consensus(ENGINE_ID, content) = log {
			let ConsensusLog::NextPanel(next) = ConsensusLog::decode_all(&mut &content[..])
				.map_err(|error| Error::violated(format!("an ASF digest: {error}")))?;
			return Ok(Some(next));
		}
	}
	Ok(None)
}

fn read_header(encoded: &str) -> Result<Header> {
	Header::decode(&bytes_of(encoded)?)
}

fn bytes_of(encoded: &str) -> Result<Vec<u8>> {
	hex_bytes(encoded).ok_or_else(|| Error::violated("a part of it is not hex"))
}
