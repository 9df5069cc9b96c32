// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls, and of sharing cores.

use crate::{pallet::Pallet as Registrar, *};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{BuildGenesisConfig, Contains, EnsureOrigin, Get, Hooks},
	BoundedBTreeMap,
};
use frame_system::pallet_prelude::BlockNumberFor;
use polkadot_primitives::{
	HeadData, Id as ParaId, ValidationCode, ValidatorIndex, MAX_CODE_SIZE, MAX_HEAD_DATA_SIZE,
	MIN_CODE_SIZE,
};
use polkadot_runtime_parachains::{
	configuration,
	paras::{self, ParaGenesisArgs, ParaKind},
	scheduler, shared,
};

/// Ids are searched up to this one.
const LAST_ID: u32 = 10_000;

/// The host's configuration with its limits at their largest.
fn widen_limits<T: Config>() {
	configuration::ActiveConfig::<T>::mutate(|config| {
		config.max_code_size = MAX_CODE_SIZE;
		config.max_head_data_size = MAX_HEAD_DATA_SIZE;
	});
}

fn id<T: Config>() -> Result<ParaId, BenchmarkError> {
	(0..LAST_ID)
		.map(ParaId::from)
		.find(|id| T::PartitionIds::contains(id))
		.ok_or(BenchmarkError::Stop("the runtime has an id for a partition"))
}

fn code(length: u32, byte: u8) -> ValidationCode {
	ValidationCode(vec![byte; length as usize])
}

/// Partitions that have started.
fn start<T: Config>(ids: &[ParaId]) -> Result<(), BenchmarkError> {
	let mut partitions = BoundedBTreeMap::new();
	for id in ids {
		let args = ParaGenesisArgs {
			genesis_head: HeadData(vec![1; 100]),
			validation_code: code(MIN_CODE_SIZE, 1),
			para_kind: ParaKind::Parachain,
		};
		paras::GenesisConfig::<T> { paras: vec![(*id, args)], ..Default::default() }.build();
		partitions
			.try_insert(*id, Status::Running)
			.map_err(|_| BenchmarkError::Stop("there is room for the partitions"))?;
	}
	Partitions::<T>::put(partitions);
	Ok(())
}

fn governance<T: Config>() -> Result<<T as frame_system::Config>::RuntimeOrigin, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register(
		h: Linear<1, MAX_HEAD_DATA_SIZE>,
		c: Linear<MIN_CODE_SIZE, MAX_CODE_SIZE>,
	) -> Result<(), BenchmarkError> {
		widen_limits::<T>();
		let (id, origin) = (id::<T>()?, governance::<T>()?);
		let code = code(c, 2);
		let hash = code.hash();

		#[extrinsic_call]
		_(
			origin as <T as frame_system::Config>::RuntimeOrigin,
			id,
			HeadData(vec![1; h as usize]),
			code,
		);

		assert_eq!(Partitions::<T>::get().get(&id), Some(&Status::Running));
		assert_eq!(paras::CurrentCodeHash::<T>::get(id), Some(hash));
		Ok(())
	}

	#[benchmark]
	fn upgrade(c: Linear<MIN_CODE_SIZE, MAX_CODE_SIZE>) -> Result<(), BenchmarkError> {
		widen_limits::<T>();
		let (id, origin) = (id::<T>()?, governance::<T>()?);
		start::<T>(&[id])?;
		let code = code(c, 2);
		let hash = code.hash();

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, id, code);

		assert!(paras::CodeByHash::<T>::contains_key(hash));
		Ok(())
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let (id, origin) = (id::<T>()?, governance::<T>()?);
		start::<T>(&[id])?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, id);

		assert_eq!(Partitions::<T>::get().get(&id), Some(&Status::Paused));
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let (id, origin) = (id::<T>()?, governance::<T>()?);
		start::<T>(&[id])?;
		Registrar::<T>::do_pause(id)?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, id);

		assert_eq!(Partitions::<T>::get().get(&id), Some(&Status::Running));
		Ok(())
	}

	#[benchmark]
	fn retire() -> Result<(), BenchmarkError> {
		let (id, origin) = (id::<T>()?, governance::<T>()?);
		start::<T>(&[id])?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, id);

		assert!(!Partitions::<T>::get().contains_key(&id));
		assert!(paras::Pallet::<T>::is_offboarding(id));
		Ok(())
	}

	/// A core for each partition, none of which had one before. With no partition at all the work is
	/// another.
	#[benchmark]
	fn share_cores(n: Linear<1, { T::MaxPartitions::get() }>) -> Result<(), BenchmarkError> {
		let ids: Vec<ParaId> = (1..=n).map(ParaId::from).collect();
		start::<T>(&ids)?;
		scheduler::ValidatorGroups::<T>::put(
			(0..n).map(|index| vec![ValidatorIndex(index)]).collect::<Vec<_>>(),
		);
		Shares::<T>::kill();
		shared::CurrentSessionIndex::<T>::put(SharedIn::<T>::get() + 1);
		let now: BlockNumberFor<T> = 1u32.into();

		#[block]
		{
			Registrar::<T>::on_initialize(now);
		}

		assert_eq!(Shares::<T>::get().len(), n as usize);
		assert!(Shares::<T>::get().iter().all(|share| share.len() == 1));
		Ok(())
	}

	/// As many partitions as give `c` channels, all of which start in this block.
	#[benchmark]
	fn connect(
		c: Linear<0, { T::MaxPartitions::get() * (T::MaxPartitions::get() - 1) }>,
	) -> Result<(), BenchmarkError> {
		let ids: Vec<ParaId> = (0..T::MaxPartitions::get())
			.take_while(|others| others * (others + 1) <= c)
			.map(|others| ParaId::from(others + 1))
			.collect();
		start::<T>(&ids)?;
		ids.iter().for_each(|id| Registrar::<T>::connect_later(*id));

		#[block]
		{
			Registrar::<T>::connect();
		}

		assert!(Unconnected::<T>::get().is_empty());
		Ok(())
	}

	impl_benchmark_test_suite!(Registrar, crate::mock::new_test_ext(&[]), crate::mock::Test);
}
