// SPDX-License-Identifier: GPL-3.0-or-later
//! Judges what nodes finalized, from outside, with nothing but their answers and the primitives.

use crate::{asf, chain::Chain, must, proof, Error, Network, Node, Result, RpcClient};
use asf_primitives::{BlockNumber, SetId};
use std::{collections::BTreeSet, fmt};

/// Metrics that count what an honest network never has.
const OFFENCE_METRICS: [&str; 2] = ["asf_equivocations_total", "asf_safety_violations_total"];

/// What [`agreement`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
	/// Blocks whose hash is the same everywhere.
	pub blocks: BlockNumber,
	/// Certificates that were verified, each fetched from one node.
	pub certificates: usize,
	/// The last set that decided.
	pub last_set: SetId,
	/// Signatures in the certificate that has the fewest.
	pub fewest_signers: usize,
}

impl fmt::Display for Checked {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { blocks, certificates, last_set, fewest_signers } = self;
		write!(
			f,
			"{blocks} equal hashes, {certificates} certificates verified with at least \
			 {fewest_signers} signatures, up to set {last_set}"
		)
	}
}

/// Checks that every node has the same block at each number from 1 to `up_to`, that all of them are
/// Strong, and that each node proves each of them with a certificate that verifies.
pub async fn agreement(rpcs: &[RpcClient], up_to: BlockNumber) -> Result<Checked> {
	let first = rpcs.first().ok_or_else(|| Error::violated("no node to judge"))?;
	let genesis = asf::genesis_authority(first).await?;
	let mut certificates = BTreeSet::new();
	let mut checked = Checked {
		blocks: up_to,
		certificates: 0,
		last_set: SetId::new(0),
		fewest_signers: usize::MAX,
	};
	for number in 1..=up_to {
		let expected = first.hash_at(number).await?;
		must!(expected.is_some(), "{} has no block {number}", first.node());
		for rpc in rpcs {
			let hash = rpc.hash_at(number).await?;
			must!(
				hash == expected,
				"block {number} is {expected:?} at {} and {hash:?} at {}",
				first.node(),
				rpc.node()
			);
			let proven = proof::prove(rpc, &genesis, number).await?;
			let certificate = proven.certificate();
			let target = certificate.target;
			must!(
				target.number >= number && rpc.hash_at(target.number).await? == Some(target.hash),
				"{} proves block {number} with a certificate for {target}, which is not above it",
				rpc.node()
			);
			certificates.insert((rpc.node(), certificate.set_id, certificate.height));
			checked.last_set = checked.last_set.max(certificate.set_id);
			checked.fewest_signers = checked.fewest_signers.min(certificate.precommits.len());
		}
	}
	checked.certificates = certificates.len();
	Ok(checked)
}

/// Checks that these nodes saw no contradiction, and that no offence stands on chain.
pub async fn nobody_offended(network: &Network, indices: &[usize]) -> Result<()> {
	for &index in indices {
		saw_no_offence(&network.nodes()[index]).await?;
	}
	let Some(&first) = indices.first() else { return Ok(()) };
	let chain = Chain::connect(network.rpc(first)).await?;
	for (pallet, map) in [("Offences", "Reports"), ("ValidatorCommittee", "DeferredSlashes")] {
		let count = chain.count(pallet, map).await?;
		must!(count == 0, "{count} entries of {pallet}.{map} on chain");
	}
	Ok(())
}

/// Checks that a node saw no contradiction since it was started.
pub async fn saw_no_offence(node: &Node) -> Result<()> {
	let scrape = node.metrics().await?;
	for metric in OFFENCE_METRICS {
		let count = scrape.sum(metric);
		must!(count == Some(0.0), "{} has {metric} = {count:?}", node.name());
	}
	Ok(())
}
