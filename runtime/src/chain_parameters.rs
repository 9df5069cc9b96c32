// SPDX-License-Identifier: GPL-3.0-or-later

//! What networks of one and the same runtime differ in, and no network may change later: the
//! length of an epoch. So one WASM serves production, with sessions of hours, and development, with
//! sessions of minutes.
//!
//! BABE's pallet takes the length as a constant of its `Config`, which here reads the storage. A
//! node reads it once, from `BabeApi::configuration`, and derives every later epoch from it. If it
//! changed after genesis, nodes would no longer agree with the chain on where epochs begin. There
//! is thus no call that sets it, and only a genesis writes it.

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
	use crate::constants::time::{DAYS, EPOCH_SLOTS};
	use frame_support::{
		pallet_prelude::*,
		traits::{ConstU64, Get},
	};

	/// The shortest epoch: the primary blocks of one give the randomness of the next but one, and
	/// a panel has to be decided before the one after it is announced.
	pub const MIN_EPOCH_SLOTS: u64 = 10;
	/// The longest epoch.
	pub const MAX_EPOCH_SLOTS: u64 = 7 * DAYS as u64;

	/// The length of an epoch, and so of a session, in slots.
	#[pallet::storage]
	pub type EpochSlots<T> = StorageValue<_, u64, ValueQuery, ConstU64<EPOCH_SLOTS>>;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What a network decides at genesis.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The length of an epoch in slots, [`MIN_EPOCH_SLOTS`] to [`MAX_EPOCH_SLOTS`].
		pub epoch_slots: u64,
		/// Names the runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { epoch_slots: EPOCH_SLOTS, _config: PhantomData }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				(MIN_EPOCH_SLOTS..=MAX_EPOCH_SLOTS).contains(&self.epoch_slots),
				"chainParameters.epochSlots is {}, and must be {MIN_EPOCH_SLOTS} to \
				 {MAX_EPOCH_SLOTS}",
				self.epoch_slots,
			);
			EpochSlots::<T>::put(self.epoch_slots);
		}
	}

	/// [`EpochSlots`], for the configuration of other pallets.
	pub struct EpochDuration<T>(PhantomData<T>);

	impl<T: Config> Get<u64> for EpochDuration<T> {
		fn get() -> u64 {
			EpochSlots::<T>::get()
		}
	}
}
