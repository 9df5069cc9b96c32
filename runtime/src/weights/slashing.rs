// SPDX-License-Identifier: GPL-3.0-or-later

//! Reports of lost disputes, whose benchmark wants the SDK's staking.

use core::marker::PhantomData;
use frame_support::weights::Weight;
use pallet_babe::WeightInfo as _;
use polkadot_runtime_parachains::disputes::slashing;

/// What a report of a lost dispute costs.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> slashing::WeightInfo for WeightInfo<T> {
	/// The work is that of a report to BABE less its two signatures: one proof of key ownership,
	/// and one offence.
	fn report_dispute_lost_unsigned(validator_count: u32) -> Weight {
		super::pallet_babe::WeightInfo::<T>::report_equivocation(validator_count, 0)
	}
}
