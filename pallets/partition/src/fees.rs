// SPDX-License-Identifier: Apache-2.0

//! What fees in ËTR amount to in the wrapped asset.

use crate::pallet::{AssetFeeRate, Config, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::num::NonZeroU128;
use flarechain_primitives::Balance;
use frame_support::traits::tokens::ConversionToAssetBalance;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// So much of the wrapped asset is worth so much ËTR, both in their smallest units.
///
/// A fraction, since one of the two may be worth far more than the other, and what governance means
/// is then exact.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct FeeRate {
	/// The amount of the wrapped asset.
	pub asset: NonZeroU128,
	/// The amount of ËTR.
	pub token: NonZeroU128,
}

impl FeeRate {
	/// The rate at which `asset` smallest units of the wrapped asset are worth `token` smallest
	/// units of ËTR. `None` if either is zero.
	pub const fn new(asset: Balance, token: Balance) -> Option<Self> {
		match (NonZeroU128::new(asset), NonZeroU128::new(token)) {
			(Some(asset), Some(token)) => Some(Self { asset, token }),
			_ => None,
		}
	}

	/// An amount of ËTR in the wrapped asset, rounded up. `None` if it does not fit.
	pub fn to_asset(self, token: Balance) -> Option<Balance> {
		let (asset_part, token_part) = (self.asset.get(), self.token.get());
		multiply_by_rational_with_rounding(token, asset_part, token_part, Rounding::Up)
	}
}

/// Why a fee cannot be paid in an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConversionError {
	/// It is not the wrapped asset of this chain.
	OtherAsset,
	/// Governance has set no rate.
	NoRate,
	/// The amount does not fit.
	Overflow,
}

/// Assets are identified by the para ids of their partitions.
impl<T: Config> ConversionToAssetBalance<Balance, u32, Balance> for Pallet<T> {
	type Error = ConversionError;

	fn to_asset_balance(token: Balance, asset_id: u32) -> Result<Balance, ConversionError> {
		let own_id = Self::asset().map(|asset| asset.para_id());
		if own_id != Some(asset_id) {
			return Err(ConversionError::OtherAsset);
		}
		let rate = AssetFeeRate::<T>::get().ok_or(ConversionError::NoRate)?;
		rate.to_asset(token).ok_or(ConversionError::Overflow)
	}
}
