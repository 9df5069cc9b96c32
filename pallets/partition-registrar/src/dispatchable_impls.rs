// SPDX-License-Identifier: Apache-2.0

//! What the calls do once their origin is checked.

use crate::{pallet::*, types::*};
use frame_support::{ensure, traits::Contains};
use frame_system::RawOrigin;
use polkadot_primitives::{HeadData, Id as ParaId, ValidationCode, MIN_CODE_SIZE};
use polkadot_runtime_parachains::{
	configuration,
	paras::{self, ParaGenesisArgs, ParaKind},
	schedule_para_cleanup, schedule_para_initialize,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		id: ParaId,
		genesis_head: HeadData,
		validation_code: ValidationCode,
	) -> DispatchResult {
		ensure!(T::PartitionIds::contains(&id), Error::<T>::NotAPartitionId);
		ensure!(
			paras::Pallet::<T>::can_schedule_para_initialize(&id),
			Error::<T>::AlreadyRegistered
		);
		let config = configuration::ActiveConfig::<T>::get();
		ensure!(
			!genesis_head.0.is_empty() && fits(&genesis_head.0, config.max_head_data_size),
			Error::<T>::InvalidHead
		);
		Self::ensure_code(&validation_code)?;
		let code_hash = validation_code.hash();
		Partitions::<T>::try_mutate(|partitions| {
			partitions
				.try_insert(id, Status::Running)
				.map(drop)
				.map_err(|_| Error::<T>::TooManyPartitions)
		})?;

		// The host takes code that it knows already without a vote.
		paras::Pallet::<T>::add_trusted_validation_code(
			RawOrigin::Root.into(),
			validation_code.clone(),
		)?;
		let args =
			ParaGenesisArgs { genesis_head, validation_code, para_kind: ParaKind::Parachain };
		schedule_para_initialize::<T>(id, args).map_err(|()| Error::<T>::AlreadyRegistered)?;
		Self::connect_later(id);
		Self::deposit_event(Event::Registered { id, code_hash });
		Ok(())
	}

	pub(crate) fn do_upgrade(id: ParaId, validation_code: ValidationCode) -> DispatchResult {
		ensure!(Partitions::<T>::get().contains_key(&id), Error::<T>::NotRegistered);
		ensure!(paras::Pallet::<T>::is_valid_para(id), Error::<T>::NotStarted);
		Self::ensure_code(&validation_code)?;
		let code_hash = validation_code.hash();
		ensure!(paras::CurrentCodeHash::<T>::get(id) != Some(code_hash), Error::<T>::SameCode);
		ensure!(
			!paras::FutureCodeHash::<T>::contains_key(id)
				&& !paras::UpgradeRestrictionSignal::<T>::contains_key(id),
			Error::<T>::UpgradeInProgress
		);
		paras::Pallet::<T>::add_trusted_validation_code(RawOrigin::Root.into(), validation_code)?;
		T::Upgrades::authorize_upgrade(id, code_hash)?;
		Self::deposit_event(Event::UpgradeAuthorized { id, code_hash });
		Ok(())
	}

	pub(crate) fn do_pause(id: ParaId) -> DispatchResult {
		Self::change_status(id, Status::Paused, Error::<T>::AlreadyPaused)?;
		Self::deposit_event(Event::Paused { id });
		Ok(())
	}

	pub(crate) fn do_resume(id: ParaId) -> DispatchResult {
		Self::change_status(id, Status::Running, Error::<T>::NotPaused)?;
		Self::deposit_event(Event::Resumed { id });
		Ok(())
	}

	pub(crate) fn do_retire(id: ParaId) -> DispatchResult {
		Partitions::<T>::try_mutate(|partitions| {
			partitions.remove(&id).map(drop).ok_or(Error::<T>::NotRegistered)
		})?;
		schedule_para_cleanup::<T>(id).map_err(|()| Error::<T>::CannotRetire)?;
		Self::deposit_event(Event::Retired { id });
		Ok(())
	}

	fn change_status(id: ParaId, new: Status, unchanged: Error<T>) -> DispatchResult {
		Partitions::<T>::try_mutate(|partitions| {
			let status = partitions.get_mut(&id).ok_or(Error::<T>::NotRegistered)?;
			ensure!(*status != new, unchanged);
			*status = new;
			Ok(())
		})
	}

	fn ensure_code(code: &ValidationCode) -> DispatchResult {
		let largest = configuration::ActiveConfig::<T>::get().max_code_size;
		ensure!(
			!fits(&code.0, MIN_CODE_SIZE.saturating_sub(1)) && fits(&code.0, largest),
			Error::<T>::InvalidCode
		);
		Ok(())
	}
}

fn fits(bytes: &[u8], limit: u32) -> bool {
	u32::try_from(bytes.len()).is_ok_and(|length| length <= limit)
}
