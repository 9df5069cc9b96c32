// SPDX-License-Identifier: GPL-3.0-or-later
//! `validatorCommittee_*`: who may validate, and under which bond.

use jsonrpsee::{core::RpcResult, proc_macros::rpc, types::ErrorObjectOwned};
use pallet_validator_committee::{runtime_api::ValidatorCommitteeApi, Candidate, MemberInfo, Role};
use polkadot_primitives::{AccountId, Balance, Block, Hash};
use serde::{Deserialize, Serialize};
use sp_api::{ApiError, ApiExt, ApiRef, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// The block is not in this node's chain.
const UNKNOWN_BLOCK: i32 = 15_001;
/// The block is known, and its state is not there any more.
const STATE_UNAVAILABLE: i32 = 15_002;
/// The runtime of that block has no committee.
const NOT_SUPPORTED: i32 = 15_003;
/// The code of JSON-RPC for what is not the caller's doing.
const INTERNAL: i32 = -32_603;

/// A member as RPC tells it. Amounts are strings: JSON's numbers hold 53 bits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Member {
	account: AccountId,
	/// Null without an active bond.
	role: Option<Role>,
	/// The bond that counts in elections, in the smallest unit.
	active_bond: String,
	/// What is on its way out, soonest first.
	unlocking: Vec<Unlocking>,
	chilled: bool,
	excluded: bool,
	in_panel: bool,
}

/// A part of a bond that is on its way out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Unlocking {
	/// In the smallest unit.
	amount: String,
	/// The first session in which it can be withdrawn.
	unlock_at_session: u32,
}

/// One that the next election would choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RankedCandidate {
	account: AccountId,
	role: Role,
	/// In the smallest unit.
	bond: String,
}

impl From<MemberInfo<AccountId, Balance>> for Member {
	fn from(info: MemberInfo<AccountId, Balance>) -> Self {
		let unlocking = info.unlocking.into_iter().map(|chunk| Unlocking {
			amount: chunk.amount.to_string(),
			unlock_at_session: chunk.unlock_at,
		});
		Self {
			account: info.account,
			role: info.role,
			active_bond: info.active.to_string(),
			unlocking: unlocking.collect(),
			chilled: info.chilled,
			excluded: info.excluded,
			in_panel: info.in_panel,
		}
	}
}

impl From<Candidate<AccountId, Balance>> for RankedCandidate {
	fn from(candidate: Candidate<AccountId, Balance>) -> Self {
		Self { account: candidate.account, role: candidate.role, bond: candidate.bond.to_string() }
	}
}

/// The committee, as of a block; without a hash, as of the best one.
#[rpc(server, namespace = "validatorCommittee")]
pub(crate) trait CommitteeApi {
	/// Every member, best bond first.
	#[method(name = "members", blocking)]
	fn members(&self, at: Option<Hash>) -> RpcResult<Vec<Member>>;

	/// The members that an election would choose from, best first.
	#[method(name = "candidates", blocking)]
	fn candidates(&self, at: Option<Hash>) -> RpcResult<Vec<RankedCandidate>>;

	/// What is known about an account in the best block; null when it has nothing to do with the
	/// committee.
	#[method(name = "info", blocking)]
	fn info(&self, account: AccountId) -> RpcResult<Option<Member>>;
}

/// Answers from a client's states.
pub(crate) struct Committee<C> {
	client: Arc<C>,
}

impl<C> Committee<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	C::Api: ValidatorCommitteeApi<Block, AccountId, Balance>,
{
	/// Answers from the states of this client.
	pub(crate) fn new(client: Arc<C>) -> Self {
		Self { client }
	}

	/// Asks the runtime of a block, after having told apart why it could not be asked.
	fn ask<T>(
		&self,
		at: Option<Hash>,
		question: impl FnOnce(ApiRef<'_, C::Api>, Hash) -> Result<T, ApiError>,
	) -> RpcResult<T> {
		let at = at.unwrap_or_else(|| self.client.info().best_hash);
		let header = self
			.client
			.header(at)
			.map_err(|error| failure(INTERNAL, format!("the database cannot be read: {error}")))?;
		if header.is_none() {
			return Err(failure(UNKNOWN_BLOCK, format!("this node has no block {at:?}")));
		}
		let api = self.client.runtime_api();
		match api.has_api::<dyn ValidatorCommitteeApi<Block, AccountId, Balance>>(at) {
			Ok(true) => {},
			Ok(false) => {
				let text = format!("the runtime of block {at:?} has no committee");
				return Err(failure(NOT_SUPPORTED, text));
			},
			Err(error) => {
				let text = format!(
					"the state of block {at:?} is not available: {error}. Ask about a newer block, \
					 or an archive node"
				);
				return Err(failure(STATE_UNAVAILABLE, text));
			},
		}
		question(api, at)
			.map_err(|error| failure(INTERNAL, format!("the runtime did not answer: {error}")))
	}
}

fn failure(code: i32, message: String) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(code, message, None::<()>)
}

impl<C> CommitteeApiServer for Committee<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: ValidatorCommitteeApi<Block, AccountId, Balance>,
{
	fn members(&self, at: Option<Hash>) -> RpcResult<Vec<Member>> {
		let members = self.ask(at, |api, at| api.members(at))?;
		Ok(members.into_iter().map(Member::from).collect())
	}

	fn candidates(&self, at: Option<Hash>) -> RpcResult<Vec<RankedCandidate>> {
		let candidates = self.ask(at, |api, at| api.candidates(at))?;
		Ok(candidates.into_iter().map(RankedCandidate::from).collect())
	}

	fn info(&self, account: AccountId) -> RpcResult<Option<Member>> {
		let info = self.ask(None, |api, at| api.info(at, account))?;
		Ok(info.map(Member::from))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_validator_committee::UnlockChunk;

	#[test]
	fn amounts_survive_json() {
		let member = Member::from(MemberInfo {
			account: AccountId::new([1; 32]),
			role: Some(Role::FlareNode),
			active: u128::MAX,
			unlocking: vec![UnlockChunk { amount: 5, unlock_at: 7 }],
			chilled: false,
			excluded: true,
			in_panel: true,
		});
		let json = serde_json::to_value(&member).expect("is JSON");
		assert_eq!(json["activeBond"], u128::MAX.to_string());
		assert_eq!(json["unlocking"][0]["amount"], "5");
		assert_eq!(json["unlocking"][0]["unlockAtSession"], 7);
		assert_eq!(json["role"], "FlareNode");
		assert_eq!(json["inPanel"], true);
		assert_eq!(serde_json::from_value::<Member>(json).expect("is a member"), member);
	}
}
