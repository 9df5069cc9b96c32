// SPDX-License-Identifier: Apache-2.0

//! The partitions of a network's first block.

use crate::{
	pallet::*,
	types::{GenesisPartition, Status},
};
use alloc::{format, string::String, vec};
use frame_support::traits::{BuildGenesisConfig, Contains, Get};
use polkadot_primitives::ValidationCode;
use polkadot_runtime_parachains::paras::{self, ParaGenesisArgs, ParaKind};
use sp_runtime::traits::One;

impl<T: Config> GenesisConfig<T> {
	/// Registers the partitions and shares the cores among them. Says what is wrong with the first
	/// that cannot be.
	pub(crate) fn register(&self) -> Result<(), String> {
		for partition in &self.partitions {
			let id = partition.id;
			self.register_one(partition)
				.map_err(|reason| format!("partition {}: {reason}", u32::from(id)))?;
		}
		if !self.partitions.is_empty() {
			Pallet::<T>::share_cores(0, One::one());
		}
		Ok(())
	}

	fn register_one(&self, partition: &GenesisPartition) -> Result<(), String> {
		let &GenesisPartition { id, ref genesis_head, code } = partition;
		if !T::PartitionIds::contains(&id) {
			return Err("no partition can have this id".into());
		}
		let validation_code = self.code(code)?.clone();
		let earlier =
			Partitions::<T>::try_mutate(|partitions| partitions.try_insert(id, Status::Running))
				.map_err(|_| format!("there are more than {}", T::MaxPartitions::get()))?;
		if earlier.is_some() {
			return Err("it is there twice".into());
		}
		Pallet::<T>::connect_later(id);
		// The host's own genesis is the only way to start a parachain at once. One at a time: each
		// has the code in full.
		let args = ParaGenesisArgs {
			genesis_head: genesis_head.clone(),
			validation_code,
			para_kind: ParaKind::Parachain,
		};
		paras::GenesisConfig::<T> { paras: vec![(id, args)], ..Default::default() }.build();
		Ok(())
	}

	fn code(&self, place: u32) -> Result<&ValidationCode, String> {
		usize::try_from(place)
			.ok()
			.and_then(|place| self.codes.get(place))
			.filter(|code| !code.0.is_empty())
			.ok_or_else(|| format!("there is no code {place} in a list of {}", self.codes.len()))
	}
}
