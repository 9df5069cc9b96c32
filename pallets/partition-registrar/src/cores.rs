// SPDX-License-Identifier: Apache-2.0

//! Gives the cores of the host to the partitions that run.

use crate::{
	pallet::*,
	shares::{deal, equal_parts},
	types::Status,
	weights::WeightInfo,
	LOG_TARGET,
};
use alloc::{vec, vec::Vec};
use frame_support::{weights::Weight, BoundedVec};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use polkadot_primitives::{Id as ParaId, SessionIndex};
use polkadot_runtime_parachains::{
	configuration, coretime, paras,
	scheduler::{self, CoreAssignment, PartsOf57600},
	shared,
};
use sp_runtime::{DispatchError, DispatchResult};

type Share<T> = BoundedVec<ParaId, <T as Config>::MaxPartitions>;

impl<T: Config> Pallet<T> {
	/// Shares the cores anew, beginning with block `begin` where the host has announced nothing
	/// yet, and later elsewhere. Only cores whose share changes are touched.
	pub(crate) fn share_cores(session: SessionIndex, begin: BlockNumberFor<T>) -> Weight {
		let running = Self::running();
		let turn = usize::try_from(session).unwrap_or_default();
		let wanted = deal(&running, Self::manned_cores(), turn);
		let old = Shares::<T>::get();
		let cores = old.len().max(wanted.len());
		let shares: Vec<Share<T>> = (0..cores)
			.map(|core| {
				let old = old.get(core).cloned().unwrap_or_default();
				// A share has no more partitions than there are.
				let new = Share::<T>::truncate_from(wanted.get(core).cloned().unwrap_or_default());
				Self::reassign(core, old, new, begin)
			})
			.collect();
		let shares = trimmed(shares);
		let (cores, partitions) = (count(shares.len()), count(running.len()));
		if shares != old.into_inner() {
			Self::deposit_event(Event::CoresShared { cores, partitions });
			Shares::<T>::put(BoundedVec::truncate_from(shares));
		}
		SharedIn::<T>::put(session);
		<T as Config>::WeightInfo::share_cores(count(Partitions::<T>::get().len()))
	}

	/// The partitions that the host has started and nobody has paused, by id.
	fn running() -> Vec<ParaId> {
		let partitions = Partitions::<T>::get();
		let running = partitions.iter().filter(|(_, status)| **status == Status::Running);
		running.map(|(id, _)| *id).filter(|id| paras::Pallet::<T>::is_parachain(*id)).collect()
	}

	/// The cores that have validators. The genesis has made no groups yet: they come with the first
	/// session, by the rule that is repeated here.
	fn manned_cores() -> usize {
		let groups = scheduler::ValidatorGroups::<T>::get();
		if !groups.is_empty() {
			return groups.iter().filter(|group| !group.is_empty()).count();
		}
		let params = configuration::ActiveConfig::<T>::get().scheduler_params;
		let validators = count(shared::ActiveValidatorKeys::<T>::decode_len().unwrap_or_default());
		let by_size = match params.max_validators_per_core {
			Some(size) if size > 0 => validators / size,
			_ => 0,
		};
		let manned = by_size.max(params.num_cores).min(validators);
		usize::try_from(manned).unwrap_or_default()
	}

	/// Tells the host of a core's new share, if it is one. Returns the one that holds.
	fn reassign(core: usize, old: Share<T>, new: Share<T>, begin: BlockNumberFor<T>) -> Share<T> {
		if old == new {
			return new;
		}
		let Err(error) = Self::assign(core, &new, begin) else { return new };
		log::error!(target: LOG_TARGET, "core {core} keeps its share: {error:?}");
		Self::deposit_event(Event::CoreNotShared { core: count(core), error });
		old
	}

	fn assign(core: usize, share: &[ParaId], begin: BlockNumberFor<T>) -> DispatchResult {
		let parts = PartsOf57600::new_saturating(equal_parts(share.len()));
		let assignment = if share.is_empty() {
			vec![(CoreAssignment::Idle, PartsOf57600::FULL)]
		} else {
			share.iter().map(|id| (CoreAssignment::Task((*id).into()), parts)).collect()
		};
		let core = u16::try_from(core).map_err(|_| DispatchError::Other("no such core"))?;
		coretime::Pallet::<T>::assign_core(RawOrigin::Root.into(), core, begin, assignment, None)
	}
}

/// Without the cores at the end that nobody has.
fn trimmed<S: AsRef<[ParaId]>>(mut shares: Vec<S>) -> Vec<S> {
	while shares.last().is_some_and(|share| share.as_ref().is_empty()) {
		shares.pop();
	}
	shares
}

fn count(length: usize) -> u32 {
	u32::try_from(length).unwrap_or(u32::MAX)
}
