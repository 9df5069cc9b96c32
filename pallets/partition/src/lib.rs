// SPDX-License-Identifier: Apache-2.0

//! # Partition
//!
//! All partition chains run one runtime. Which asset a chain carries is state, which this pallet
//! keeps, together with what the relay chain governs of it.
//!
//! ## Rules
//! - **The asset** is set by the genesis and never changes. It has to be the asset of the chain's
//!   para id, since messages name wrapped assets by para ids. A genesis without an asset builds,
//!   but makes a chain that carries nothing.
//! - **Fees** are paid in ËTR. They are also accepted in the wrapped asset while governance has set
//!   a rate for it, and never in the wrapped assets of other partitions. Converted fees are rounded
//!   up, so that no fee becomes free.
//! - **The pallet's account** owns the wrapped assets. It is derived from the pallet's id and nobody
//!   has a key for it, so that no signed call mints, burns or freezes.
//!
//! ## Invariants (`try_state`)
//! There is an asset, and it is that of the para id.
//!
//! ## Overflow
//! A fee that does not fit into a balance after conversion is refused.

#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod fees;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

pub use fees::{ConversionError, FeeRate};
pub use pallet::*;
pub use weights::WeightInfo;

#[allow(clippy::cast_possible_truncation, reason = "derived encodings cast the variant index")]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use flarechain_primitives::Asset;
	#[cfg(any(test, feature = "try-runtime"))]
	use frame_support::ensure;
	use frame_support::{pallet_prelude::*, PalletId};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::AccountIdConversion;
	#[cfg(any(test, feature = "try-runtime"))]
	use sp_runtime::TryRuntimeError;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// May change what is governed. On a partition that is root, which is the relay chain.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The para id of this chain.
		type SelfParaId: Get<u32>;

		/// What the account that owns the wrapped assets is derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The asset that this chain carries.
	#[pallet::storage]
	pub type CarriedAsset<T> = StorageValue<_, Asset, OptionQuery>;

	/// What fees in the wrapped asset are converted with. Without a rate they are not accepted.
	#[pallet::storage]
	pub type AssetFeeRate<T> = StorageValue<_, FeeRate, OptionQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The asset that the chain carries: that of its para id.
		pub asset: Option<Asset>,
		/// The first rate for fees in the wrapped asset, if they are to be accepted at once.
		pub fee_rate: Option<FeeRate>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let Some(asset) = self.asset else { return };
			let para_id = T::SelfParaId::get();
			assert!(
				asset.para_id() == para_id,
				"the genesis names the asset {asset}, whose partition has the para id {}, but the \
				 para id of this chain is {para_id}",
				asset.para_id(),
			);
			CarriedAsset::<T>::put(asset);
			AssetFeeRate::<T>::set(self.fee_rate);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Fees in the wrapped asset are from now on converted at this rate, or not accepted.
		FeeRateSet {
			/// The new rate.
			rate: Option<FeeRate>,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The chain carries no asset, so that there is nothing to set a rate for.
		NoAsset,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Sets the rate at which fees in the wrapped asset are converted, or stops accepting them.
		///
		/// Origin: `GovernanceOrigin`. Errors: `NoAsset`. Event: `FeeRateSet`.
		#[pallet::call_index(0)]
		#[pallet::weight((T::WeightInfo::set_fee_rate(), DispatchClass::Operational))]
		pub fn set_fee_rate(origin: OriginFor<T>, rate: Option<FeeRate>) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			if rate.is_some() {
				Self::asset().ok_or(Error::<T>::NoAsset)?;
			}
			AssetFeeRate::<T>::set(rate);
			Self::deposit_event(Event::FeeRateSet { rate });
			Ok(())
		}
	}

	impl<T: Config> Pallet<T> {
		/// The asset that this chain carries.
		pub fn asset() -> Option<Asset> {
			CarriedAsset::<T>::get()
		}

		/// The account that owns the wrapped assets. Nobody has a key for it.
		pub fn account_id() -> T::AccountId {
			T::PalletId::get().into_account_truncating()
		}

		#[cfg(any(test, feature = "try-runtime"))]
		pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
			let asset = Self::asset().ok_or("the chain carries no asset")?;
			ensure!(asset.para_id() == T::SelfParaId::get(), "the asset is another partition's");
			Ok(())
		}
	}
}
