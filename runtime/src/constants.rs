// SPDX-License-Identifier: GPL-3.0-or-later

//! Numbers that more than one part of the runtime, or a node, needs.

/// Time, in milliseconds, slots and blocks.
pub mod time {
	pub use flarechain_primitives::time::*;

	/// Slots of an epoch, which is a session, on a production network: four hours.
	pub const EPOCH_SLOTS: u64 = 4 * HOURS as u64;
	/// Slots of an epoch on development and local networks: two minutes.
	pub const DEV_EPOCH_SLOTS: u64 = 20;

	/// The share of slots that have a primary author by lot. The other slots have only their
	/// secondary author.
	pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 4);
}

/// Amounts of ËTR.
pub mod currency {
	pub use flarechain_primitives::currency::*;
}

/// Fees.
pub mod fee {
	use super::currency::{CENTS, MILLICENTS};
	use crate::weights::overhead::ExtrinsicBaseWeight;
	use frame_support::weights::{
		WeightToFeeCoefficient, WeightToFeeCoefficients, WeightToFeePolynomial,
	};
	use polkadot_primitives::Balance;
	use sp_runtime::Perbill;

	/// What each byte of a transaction costs.
	pub const BYTE_FEE: Balance = MILLICENTS;

	/// Linear in reference time: the base weight of a transaction costs a tenth of a cent. Proof
	/// size is free, since nobody else has to be shown a relay block's storage proof.
	pub struct WeightToFee;

	impl WeightToFeePolynomial for WeightToFee {
		type Balance = Balance;

		fn polynomial() -> WeightToFeeCoefficients<Balance> {
			let fee = CENTS / 10;
			let weight = Balance::from(ExtrinsicBaseWeight::get().ref_time());
			core::iter::once(WeightToFeeCoefficient {
				degree: 1,
				negative: false,
				coeff_frac: Perbill::from_rational(fee % weight, weight),
				coeff_integer: fee / weight,
			})
			.collect()
		}
	}
}

/// The committee and its panel.
pub mod committee {
	use super::currency::UNITS;
	use polkadot_primitives::Balance;
	use sp_staking::SessionIndex;

	/// Seats of a panel, at most.
	pub const MAX_PANEL: u32 = asf_primitives::MAX_PANEL_SEATS;
	/// Members of the committee, at most. An election reads them all.
	pub const MAX_MEMBERS: u32 = 512;
	/// The smallest bond of a flare node or a validity node.
	pub const MIN_NODE_BOND: Balance = 64 * UNITS;
	/// The smallest bond of a decentralized director.
	pub const MIN_DIRECTOR_BOND: Balance = 128 * UNITS;
	/// Sessions until an unbonded amount is paid out: a week of production sessions.
	pub const UNBONDING_SESSIONS: SessionIndex = 42;
	/// Sessions whose offences are still punished, the running one included.
	pub const BONDING_SESSIONS: SessionIndex = UNBONDING_SESSIONS;
	/// Whole sessions in which governance can cancel a slash: two days of production sessions.
	pub const SLASH_DEFER_SESSIONS: SessionIndex = 12;
	/// The same on a development network: until the end of the session after the report.
	pub const DEV_SLASH_DEFER_SESSIONS: SessionIndex = 1;
}

/// The partition chains.
pub mod partitions {
	/// Partitions, at most.
	pub const MAX_PARTITIONS: u32 = 32;

	/// Messages in a channel between two partitions, at most.
	pub const CHANNEL_CAPACITY: u32 = 64;
	/// The length of a message between two partitions, or from the relay chain to one, in bytes, at
	/// most. A partition's queue has room for it.
	pub const CHANNEL_MESSAGE_BYTES: u32 = 100 * 1024;
	/// The length of a message from a partition to the relay chain, in bytes, at most.
	pub const UPWARD_MESSAGE_BYTES: u32 = 50 * 1024;
	/// Bytes of a page of such messages. What does not fit into one is dropped, so it takes the longest
	/// message and what is stored along with it.
	pub const UPWARD_PAGE_BYTES: u32 = 52 * 1024;
}

/// Cross-chain messages.
pub mod xcm {
	pub use flarechain_primitives::xcm::CONSENSUS_NETWORK;
}
