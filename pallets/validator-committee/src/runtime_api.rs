// SPDX-License-Identifier: Apache-2.0

//! What a node may ask about the committee.

use crate::{Candidate, MemberInfo};
use alloc::vec::Vec;
use codec::Codec;

sp_api::decl_runtime_apis! {
	/// The committee and its panels, as of the block that is asked.
	pub trait ValidatorCommitteeApi<AccountId, Balance>
	where
		AccountId: Codec,
		Balance: Codec,
	{
		/// Every committee member, best bond first.
		fn members() -> Vec<MemberInfo<AccountId, Balance>>;

		/// The members that an election would choose from, best first.
		fn candidates() -> Vec<Candidate<AccountId, Balance>>;

		/// The panel of the running session, best bond first.
		fn panel() -> Vec<Candidate<AccountId, Balance>>;

		/// The panel that the next session starts with, best bond first.
		fn next_panel() -> Vec<Candidate<AccountId, Balance>>;

		/// What is known about an account; none when it is neither bonded, unlocking, excluded nor
		/// seated.
		fn info(account: AccountId) -> Option<MemberInfo<AccountId, Balance>>;
	}
}
