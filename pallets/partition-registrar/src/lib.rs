// SPDX-License-Identifier: Apache-2.0

//! # Partition registrar
//!
//! The relay chain's side of the partitions: which parachains they are, and which cores of the
//! parachain host work for them. Governance registers, upgrades, pauses, resumes and retires them;
//! the cores follow by themselves.
//!
//! ## Rules
//! - **A partition is a parachain with trusted code.** Governance registers it, so its code is not
//!   put to the validators' vote first. It starts two sessions later.
//! - **A partition that runs has a share of a core**; one that is paused, starting or retired has
//!   none, and so no block of it can be backed.
//! - **Cores are shared once a session**, in its first block, among the partitions that run then:
//!   as many cores as there are groups of validators, at most one for each partition. Partitions of
//!   one core take turns. A partition keeps to one core for the session: a block that comes late
//!   can be included at its next turn.
//! - **Fair**: no core has two partitions more than another. When they do not divide evenly, the
//!   places move on by one each session, so that in as many sessions as there are partitions each
//!   has had every place once.
//! - **What the host has announced stays**: the host begins a new share only after the end of its
//!   claim queue, a few blocks into the session.
//! - **Channels**: a partition that starts is connected with all others, both ways. The host opens
//!   the channels with its next session, for those of the first block before they start.
//! - **An upgrade** is authorized here and done by the partition itself, which keeps its state and
//!   its code in step. The host knows the new code beforehand and needs no vote on it.
//!
//! ## Invariants (`try_state`)
//! Every partition is known to the host; at most `MaxPartitions` share cores, each on one core.
//!
//! ## Wiring
//! Of the runtime's pallets this one stands after the host's configuration, `paras` and the
//! initializer. Nobody else may assign cores: the host's `coretime` pallet is there without its calls, and
//! `paras::Config::AssignCoretime` is `()`.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod channels;
mod cores;
mod dispatchable_impls;
mod genesis;
#[cfg(test)]
mod mock;
pub mod shares;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// The log target of this pallet.
pub(crate) const LOG_TARGET: &str = "runtime::partition-registrar";

#[allow(clippy::cast_possible_truncation, reason = "derived encodings cast the variant index")]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::Contains};
	use frame_system::pallet_prelude::*;
	use polkadot_primitives::{
		HeadData, Id as ParaId, SessionIndex, ValidationCode, ValidationCodeHash,
	};
	use polkadot_runtime_parachains::{configuration, coretime, paras, scheduler, shared};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config
		+ configuration::Config
		+ coretime::Config
		+ paras::Config
		+ scheduler::Config
		+ shared::Config
	{
		/// May register, upgrade, pause, resume and retire partitions.
		type GovernanceOrigin: EnsureOrigin<<Self as frame_system::Config>::RuntimeOrigin>;

		/// The ids that a partition may have.
		type PartitionIds: Contains<ParaId>;

		/// How a partition hears that it may upgrade.
		type Upgrades: AuthorizeUpgrade;

		/// Opens channels between partitions.
		type Channels: OpenChannel;

		/// The number of partitions, at most. Lowering it takes a migration.
		#[pallet::constant]
		type MaxPartitions: Get<u32>;

		/// Weights of the calls and of sharing cores.
		type WeightInfo: WeightInfo;
	}

	/// The partitions that are registered and not retired, by id.
	#[pallet::storage]
	pub type Partitions<T: Config> =
		StorageValue<_, BoundedBTreeMap<ParaId, Status, T::MaxPartitions>, ValueQuery>;

	/// Who shares each core, as the host was last told. Within a core they take turns in this order.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageValue<
		_,
		BoundedVec<BoundedVec<ParaId, T::MaxPartitions>, T::MaxPartitions>,
		ValueQuery,
	>;

	/// The host's session in which the cores were last shared.
	#[pallet::storage]
	pub type SharedIn<T: Config> = StorageValue<_, SessionIndex, ValueQuery>;

	/// The partitions whose channels to the others are still to be opened.
	#[pallet::storage]
	pub type Unconnected<T: Config> =
		StorageValue<_, BoundedVec<ParaId, T::MaxPartitions>, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	#[allow(missing_docs, reason = "an event's line says what its fields are")]
	pub enum Event<T: Config> {
		/// A partition was registered with this code, and starts in two sessions.
		Registered { id: ParaId, code_hash: ValidationCodeHash },
		/// A partition was told that it may upgrade to this code.
		UpgradeAuthorized { id: ParaId, code_hash: ValidationCodeHash },
		/// A partition gets no core from the next session on.
		Paused { id: ParaId },
		/// A partition gets cores again from the next session on.
		Resumed { id: ParaId },
		/// A partition gets no core from the next session on, and is removed in two.
		Retired { id: ParaId },
		/// So many cores are shared by so many partitions.
		CoresShared { cores: u32, partitions: u32 },
		/// The host refused a core's new share. The old one stays until the next session.
		CoreNotShared { core: u32, error: DispatchError },
		/// The host refused a channel between two partitions. Governance can open it later.
		ChannelNotOpened { sender: ParaId, recipient: ParaId, error: DispatchError },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No partition can have this id.
		NotAPartitionId,
		/// There are as many partitions as there can be. Retire one first.
		TooManyPartitions,
		/// The id is taken: by a partition, or by a parachain that is not yet gone.
		AlreadyRegistered,
		/// There is no partition of this id.
		NotRegistered,
		/// The genesis head is empty or longer than the host's configuration allows.
		InvalidHead,
		/// The code is shorter or longer than the host's configuration allows.
		InvalidCode,
		/// The partition has this code already.
		SameCode,
		/// The partition does not run yet: it is registered, and starts within two sessions.
		NotStarted,
		/// An upgrade of the partition is under way, or it upgraded a moment ago.
		UpgradeInProgress,
		/// The partition is paused already.
		AlreadyPaused,
		/// The partition is not paused.
		NotPaused,
		/// The partition cannot go yet: it has not started, an upgrade of it is being checked, or
		/// messages of it wait to be processed. Pause it, and retire it later.
		CannotRetire,
	}

	/// The partitions of a network's first block. All of them run from the first session on.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Their codes, each once.
		pub codes: Vec<ValidationCode>,
		/// The partitions.
		pub partitions: Vec<GenesisPartition>,
		/// Names the runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics on partitions that cannot be: there is no other way to refuse a genesis.
		fn build(&self) {
			let result = self.register();
			assert!(result.is_ok(), "partitionRegistrar: {}", result.err().unwrap_or_default());
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(now: BlockNumberFor<T>) -> Weight {
			let connected = Self::connect();
			let session = shared::CurrentSessionIndex::<T>::get();
			if session == SharedIn::<T>::get() {
				return connected.saturating_add(T::DbWeight::get().reads(2));
			}
			connected.saturating_add(Self::share_cores(session, now))
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}

		fn integrity_test() {
			assert!(T::MaxPartitions::get() > 0, "there is room for a partition at least");
			assert!(
				T::MaxPartitions::get() <= shares::MAX_ON_A_CORE,
				"all partitions fit on one core"
			);
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers a partition.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: the host takes the code as trusted and starts the partition two sessions
		///   later; it then gets a share of a core.
		/// - Errors: `NotAPartitionId`, `AlreadyRegistered`, `TooManyPartitions`, `InvalidHead`,
		///   `InvalidCode`.
		/// - Events: `Registered`.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::register(
			length(&genesis_head.0),
			length(&validation_code.0)
		))]
		pub fn register(
			origin: OriginFor<T>,
			id: ParaId,
			genesis_head: HeadData,
			validation_code: ValidationCode,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_register(id, genesis_head, validation_code)
		}

		/// Lets a partition upgrade to this code.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: the host takes the code as trusted, and the partition hears its hash. Anybody
		///   can then hand the code itself to the partition, which upgrades without a restart.
		/// - Errors: `NotRegistered`, `NotStarted`, `InvalidCode`, `SameCode`, `UpgradeInProgress`,
		///   and what the message cannot be sent for.
		/// - Events: `UpgradeAuthorized`.
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::upgrade(length(&validation_code.0)))]
		pub fn upgrade(
			origin: OriginFor<T>,
			id: ParaId,
			validation_code: ValidationCode,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_upgrade(id, validation_code)
		}

		/// Takes a partition's core away.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: from the next session on no block of the partition can be backed. Its state
		///   and its messages stay.
		/// - Errors: `NotRegistered`, `AlreadyPaused`.
		/// - Events: `Paused`.
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::pause())]
		pub fn pause(origin: OriginFor<T>, id: ParaId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_pause(id)
		}

		/// Lets a paused partition go on.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: from the next session on the partition has a share of a core.
		/// - Errors: `NotRegistered`, `NotPaused`.
		/// - Events: `Resumed`.
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>, id: ParaId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_resume(id)
		}

		/// Ends a partition for good.
		///
		/// - Origin: `GovernanceOrigin`.
		/// - Effect: no core from the next session on; two sessions later the host forgets its
		///   head, its channels and the messages to it. What was on it stays there: nobody can
		///   teleport anything back.
		/// - Errors: `NotRegistered`, `CannotRetire`.
		/// - Events: `Retired`.
		#[pallet::call_index(4)]
		#[pallet::weight(<T as Config>::WeightInfo::retire())]
		pub fn retire(origin: OriginFor<T>, id: ParaId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_retire(id)
		}
	}

	/// The length of an argument, for its weight.
	fn length(bytes: &[u8]) -> u32 {
		u32::try_from(bytes.len()).unwrap_or(u32::MAX)
	}
}
