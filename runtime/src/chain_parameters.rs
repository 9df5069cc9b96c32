// SPDX-License-Identifier: GPL-3.0-or-later

//! What networks of one and the same runtime differ in, and no network may change later: the
//! length of an epoch, and how many sessions a slash is deferred. So one WASM serves production, with
//! sessions of hours, and development, with sessions of minutes.
//!
//! BABE's pallet takes the length as a constant of its `Config`, which here reads the storage. A
//! node reads it once, from `BabeApi::configuration`, and derives every later epoch from it. If it
//! changed after genesis, nodes would no longer agree with the chain on where epochs begin. There
//! is thus no call that sets it, and only a genesis writes it.

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
	use crate::constants::{
		committee::{SLASH_DEFER_SESSIONS, UNBONDING_SESSIONS},
		time::{DAYS, EPOCH_SLOTS},
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{ConstU32, ConstU64, Get},
	};
	use sp_staking::SessionIndex;

	/// The shortest epoch: the primary blocks of one give the randomness of the next but one, and
	/// a panel has to be decided before the one after it is announced.
	pub const MIN_EPOCH_SLOTS: u64 = 10;
	/// The longest epoch.
	pub const MAX_EPOCH_SLOTS: u64 = 7 * DAYS as u64;
	/// The longest time in which a slash can be cancelled.
	pub const MAX_SLASH_DEFER_SESSIONS: SessionIndex = UNBONDING_SESSIONS;

	/// The length of an epoch, and so of a session, in slots.
	#[pallet::storage]
	pub type EpochSlots<T> = StorageValue<_, u64, ValueQuery, ConstU64<EPOCH_SLOTS>>;

	/// Whole sessions in which governance can cancel a slash before it is applied.
	#[pallet::storage]
	pub type SlashDeferSessions<T> =
		StorageValue<_, SessionIndex, ValueQuery, ConstU32<SLASH_DEFER_SESSIONS>>;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// What a network decides at genesis.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The length of an epoch in slots, [`MIN_EPOCH_SLOTS`] to [`MAX_EPOCH_SLOTS`].
		pub epoch_slots: u64,
		/// Whole sessions in which governance can cancel a slash, [`MAX_SLASH_DEFER_SESSIONS`] at
		/// most.
		pub slash_defer_sessions: SessionIndex,
		/// Names the runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				epoch_slots: EPOCH_SLOTS,
				slash_defer_sessions: SLASH_DEFER_SESSIONS,
				_config: PhantomData,
			}
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
			assert!(
				self.slash_defer_sessions <= MAX_SLASH_DEFER_SESSIONS,
				"chainParameters.slashDeferSessions is {}, and must be {MAX_SLASH_DEFER_SESSIONS} \
				 at most",
				self.slash_defer_sessions,
			);
			EpochSlots::<T>::put(self.epoch_slots);
			SlashDeferSessions::<T>::put(self.slash_defer_sessions);
		}
	}

	/// [`EpochSlots`], for the configuration of other pallets.
	pub struct EpochDuration<T>(PhantomData<T>);

	impl<T: Config> Get<u64> for EpochDuration<T> {
		fn get() -> u64 {
			EpochSlots::<T>::get()
		}
	}

	/// [`SlashDeferSessions`], for the configuration of other pallets.
	pub struct SlashDeferral<T>(PhantomData<T>);

	impl<T: Config> Get<SessionIndex> for SlashDeferral<T> {
		fn get() -> SessionIndex {
			SlashDeferSessions::<T>::get()
		}
	}
}
