// SPDX-License-Identifier: GPL-3.0-or-later

//! Numbers that more than one part of the runtime, or a node, needs.

pub use flarechain_primitives::{currency, time};

/// Blocks and what fits into one.
pub mod block {
	use cumulus_primitives_core::relay_chain::MAX_POV_SIZE;
	use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight};
	use sp_runtime::Perbill;

	/// Two seconds of reference time, which is what backing validators grant, and a whole proof.
	pub const MAXIMUM_WEIGHT: Weight =
		Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2), MAX_POV_SIZE as u64);
	/// How long a block is at most, in bytes. It has to fit into a proof together with the state
	/// that it touches.
	pub const MAXIMUM_BYTES: u32 = 5 * 1024 * 1024;
	/// What normal transactions may take of a block. The rest is for operational ones.
	pub const NORMAL_SHARE: Perbill = Perbill::from_percent(75);
	/// What the hooks at the start of a block are taken to need of it.
	pub const INITIALIZATION_SHARE: Perbill = Perbill::from_percent(5);
	/// What messages may take of a block, each time they are served.
	pub const MESSAGES_SHARE: Perbill = Perbill::from_percent(35);
}

/// How blocks follow each other, and the relay chain's.
pub mod backing {
	use flarechain_primitives::time::SLOT_DURATION_MS;

	/// The length of a relay chain slot. That it fits is checked when it is compiled.
	pub const RELAY_SLOT_DURATION_MS: u32 = 6_000;
	const _: () = assert!(RELAY_SLOT_DURATION_MS as u64 == SLOT_DURATION_MS);
	/// Blocks for each relay chain block.
	pub const VELOCITY: u32 = 1;
	/// Blocks that may wait for their inclusion: one that is being backed, one that is becoming
	/// available, and one on top of them.
	pub const UNINCLUDED_SEGMENT: u32 = 3;
	/// How far behind the tip of the relay chain a block's relay parent is: not at all, so that
	/// messages are seen as soon as they can be.
	pub const RELAY_PARENT_OFFSET: u32 = 0;
}

/// Fees.
pub mod fee {
	use super::{
		block::MAXIMUM_WEIGHT,
		currency::{CENTS, MILLICENTS, UNITS},
	};
	use flarechain_primitives::Balance;
	use frame_support::weights::Weight;

	/// What each byte of a transaction costs, and each byte of a message.
	pub const BYTE_FEE: Balance = MILLICENTS;
	/// What it costs to fill a block, be it with computation or with proof. The base weight of a
	/// transaction then costs about a tenth of a cent, as on the relay chain.
	pub const BLOCK_FEE: Balance = 20 * UNITS;
	/// What the delivery of a message costs, beside its length. It rises while a queue is long.
	pub const DELIVERY_FEE: Balance = 3 * CENTS;

	/// Linear in what is scarcer in the weight.
	pub struct WeightToFee;

	impl frame_support::weights::WeightToFee for WeightToFee {
		type Balance = Balance;

		fn weight_to_fee(weight: &Weight) -> Balance {
			let share = |part: u64, whole: u64| {
				Balance::from(part).saturating_mul(BLOCK_FEE) / Balance::from(whole.max(1))
			};
			let time = share(weight.ref_time(), MAXIMUM_WEIGHT.ref_time());
			let proof = share(weight.proof_size(), MAXIMUM_WEIGHT.proof_size());
			time.max(proof)
		}
	}
}

/// Collators.
pub mod collators {
	use super::{currency::UNITS, time::HOURS};
	use flarechain_primitives::{Balance, BlockNumber};

	/// Blocks of a session. A collator joins or leaves at the end of the next one.
	pub const SESSION: BlockNumber = HOURS;
	/// Collators that governance names, at most.
	pub const MAX_INVULNERABLES: u32 = 20;
	/// Collators that join with a bond, at most.
	pub const MAX_CANDIDATES: u32 = 100;
	/// Candidates that collate at first. Governance changes the number.
	pub const DESIRED_CANDIDATES: u32 = 16;
	/// The smallest bond of a candidate at first. Governance changes it.
	pub const CANDIDACY_BOND: Balance = 64 * UNITS;
}
