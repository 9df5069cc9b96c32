// SPDX-License-Identifier: GPL-3.0-or-later

//! Weight for the own wrapped asset, at the rate that governance has set for fees.

use super::assets::WrappedAsset;
use crate::{
	configs::assets::{SelfParaId, WrappedFees},
	constants::fee::WeightToFee,
	AccountId, Assets, Balance, Partition,
};
use alloc::boxed::Box;
use frame_support::traits::{
	fungibles::Credit,
	tokens::{imbalance::UnsafeManualAccounting, ConversionToAssetBalance},
	Get, OnUnbalanced,
};
use frame_support::weights::WeightToFee as _;
use xcm::latest::prelude::*;
use xcm_executor::{traits::WeightTrader, AssetsInHolding};

/// Sells weight for the partition's own wrapped asset. What was sold is handed on when the program
/// has ended and the rest been given back.
pub struct WrappedAssetTrader {
	sold: Weight,
	paid: Option<Credit<AccountId, Assets>>,
}

impl WrappedAssetTrader {
	fn asset_id() -> AssetId {
		AssetId(WrappedAsset::location_of(SelfParaId::get()))
	}

	fn price(weight: Weight) -> Result<Balance, XcmError> {
		let fee = WeightToFee::weight_to_fee(&weight);
		Partition::to_asset_balance(fee, SelfParaId::get()).map_err(|_| XcmError::TooExpensive)
	}

	/// Takes `amount` of the own asset out of `payment`, if there is that much.
	fn take(amount: Balance, payment: &mut AssetsInHolding) -> Option<Credit<AccountId, Assets>> {
		let id = Self::asset_id();
		let wanted: Asset = (id.clone(), amount).into();
		let mut taken = payment.try_take(wanted.into()).ok()?;
		let imbalance = taken.fungible.remove(&id)?;
		let mut credit = Credit::<AccountId, Assets>::zero(SelfParaId::get());
		// Both are imbalances of the assets pallet: the transactor made what is in holding.
		credit.saturating_subsume(imbalance);
		Some(credit)
	}
}

impl WeightTrader for WrappedAssetTrader {
	fn new() -> Self {
		Self { sold: Weight::zero(), paid: None }
	}

	fn buy_weight(
		&mut self,
		weight: Weight,
		mut payment: AssetsInHolding,
		_context: &XcmContext,
	) -> Result<AssetsInHolding, (AssetsInHolding, XcmError)> {
		let price = match Self::price(weight) {
			Ok(price) => price,
			Err(error) => return Err((payment, error)),
		};
		let Some(credit) = Self::take(price, &mut payment) else {
			return Err((payment, XcmError::TooExpensive));
		};
		self.paid = Some(match self.paid.take() {
			Some(paid) => paid.merge(credit).unwrap_or_else(|(paid, _)| paid),
			None => credit,
		});
		self.sold = self.sold.saturating_add(weight);
		Ok(payment)
	}

	fn refund_weight(&mut self, weight: Weight, _context: &XcmContext) -> Option<AssetsInHolding> {
		let used = self.sold.saturating_sub(weight);
		let price = Self::price(used).ok()?;
		let paid = self.paid.as_mut()?;
		let refund = paid.extract(paid.peek().saturating_sub(price));
		self.sold = used;
		let is_worth_it = refund.peek() > 0;
		is_worth_it
			.then(|| AssetsInHolding::new_from_fungible_credit(Self::asset_id(), Box::new(refund)))
	}

	fn quote_weight(
		&mut self,
		weight: Weight,
		given: AssetId,
		_context: &XcmContext,
	) -> Result<Asset, XcmError> {
		if given != Self::asset_id() {
			return Err(XcmError::NotHoldingFees);
		}
		Ok((given, Self::price(weight)?).into())
	}
}

impl Drop for WrappedAssetTrader {
	fn drop(&mut self) {
		if let Some(paid) = self.paid.take() {
			WrappedFees::on_unbalanced(paid);
		}
	}
}
