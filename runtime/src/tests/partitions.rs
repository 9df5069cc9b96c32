// SPDX-License-Identifier: GPL-3.0-or-later

//! Partitions through sessions: how they come, share the cores, and go.

use super::*;
use constants::partitions::MAX_PARTITIONS;
use flarechain_primitives::Asset;
use frame_support::{assert_noop, assert_ok};
use pallet_partition_registrar::{Error, Shares};
use parachains_hrmp::HrmpChannels;
use polkadot_parachain_primitives::primitives::HrmpChannelId;
use polkadot_primitives::{
	runtime_api::runtime_decl_for_parachain_host::ParachainHostV16 as ParachainHost, CoreIndex,
	Id as ParaId,
};
use std::collections::{BTreeMap, VecDeque};

/// Blocks into a session after which its shares hold: the claim queue's length, and the block in
/// which the session is known.
const SETTLED: u32 = 7;

fn claims() -> BTreeMap<CoreIndex, VecDeque<ParaId>> {
	<Runtime as ParachainHost<Block>>::claim_queue()
}

/// Who may be backed in the next block.
fn turns() -> Vec<u32> {
	claims().values().filter_map(|queue| queue.front()).map(|id| (*id).into()).collect()
}

fn is_claimed(id: u32) -> bool {
	claims().values().flatten().any(|claimed| *claimed == id.into())
}

fn assets(count: usize) -> Vec<PartitionGenesis> {
	Asset::ALL.iter().take(count).map(|asset| partition(asset.para_id())).collect()
}

impl Chain {
	/// Makes blocks until the shares of a session hold.
	fn settle(&mut self, session: u32) {
		self.start_session(session);
		for _ in 0..SETTLED {
			self.block();
		}
	}
}

/// Every partition has its turn on one core, and between two turns as many blocks as partitions
/// share it.
#[test]
fn every_partition_advances_in_proportion() {
	for validators in 1..=5 {
		for partitions in 1..=12 {
			state_with(validators, assets(partitions)).execute_with(|| {
				let mut chain = Chain::new();
				chain.settle(1);
				let shares = Shares::<Runtime>::get();
				let on = format!("{partitions} partitions, {validators} validators");
				assert_eq!(shares.len(), validators.min(partitions), "{on}");
				let groups = <Runtime as ParachainHost<Block>>::validator_groups().0;
				assert!(groups.iter().all(|group| group.len() == 1), "{on}");
				assert_eq!(groups.len(), validators, "{on}");

				let blocks = 12;
				let mut turns_of = BTreeMap::<u32, usize>::new();
				for _ in 0..blocks {
					let turns = turns();
					assert_eq!(turns.len(), validators.min(partitions), "{on}");
					for id in turns {
						*turns_of.entry(id).or_default() += 1;
					}
					chain.block();
				}
				assert_eq!(turns_of.len(), partitions, "{on}");
				for share in &shares {
					for id in share {
						let turns = turns_of[&u32::from(*id)];
						let fair = blocks / share.len();
						assert!(turns.abs_diff(fair) <= 1, "{on}: {turns} of {id:?}, not {fair}");
					}
				}
			});
		}
	}
}

#[test]
fn uneven_shares_even_out_over_the_sessions() {
	state_with(2, assets(3)).execute_with(|| {
		let mut chain = Chain::new();
		let mut alone = Vec::new();
		for session in 1..=3 {
			chain.settle(session);
			let shares = Shares::<Runtime>::get();
			alone.extend(shares.into_iter().filter(|share| share.len() == 1).flatten());
			let mut turns = turns();
			turns.extend({
				chain.block();
				self::turns()
			});
			turns.sort_unstable();
			turns.dedup();
			assert_eq!(turns, [2000, 2001, 2002]);
		}
		alone.sort_unstable();
		assert_eq!(alone, [2000, 2001, 2002].map(ParaId::from));
	});
}

#[test]
fn partitions_have_one_code_and_channels_to_each_other() {
	state_with(4, assets(12)).execute_with(|| {
		assert_eq!(parachains_paras::CodeByHash::<Runtime>::iter().count(), 1);
		// Before they start.
		Chain::new().start_session(1);
		assert_eq!(HrmpChannels::<Runtime>::iter().count(), 12 * 11);
		let config = parachains_configuration::ActiveConfig::<Runtime>::get();
		assert_eq!(config.scheduler_params.num_cores, 0);
		// A thirteenth has room for its channels, and so has the last one.
		assert_eq!(config.hrmp_max_parachain_inbound_channels, MAX_PARTITIONS);
		assert_eq!(config.hrmp_max_parachain_outbound_channels, MAX_PARTITIONS);
	});
}

#[test]
fn partitions_may_have_codes_of_their_own() {
	let mut partitions = assets(3);
	partitions[1].code = ValidationCode(vec![2; 20]);
	let hashes: Vec<_> = partitions.iter().map(|partition| partition.code.hash()).collect();
	state_with(2, partitions).execute_with(|| {
		for (id, hash) in [2000, 2001, 2002].into_iter().zip(hashes) {
			let stored = parachains_paras::CurrentCodeHash::<Runtime>::get(ParaId::from(id));
			assert_eq!(stored, Some(hash));
		}
	});
}

#[test]
fn a_partition_comes_and_goes() {
	let root = RuntimeOrigin::root;
	let id = ParaId::from(2001);
	state_with_partitions(&[2000]).execute_with(|| {
		let mut chain = Chain::new();
		chain.settle(1);
		let PartitionGenesis { head, code, .. } = partition(2001);
		assert_ok!(PartitionRegistrar::register(root(), id, head.clone(), code.clone()));
		chain.settle(2);
		assert!(!is_claimed(2001));
		chain.settle(3);
		assert!(is_claimed(2001) && is_claimed(2000));
		assert_eq!(parachains_paras::Heads::<Runtime>::get(id), Some(head.clone()));

		assert_ok!(PartitionRegistrar::pause(root(), id));
		chain.settle(4);
		assert!(!is_claimed(2001) && is_claimed(2000));
		assert!(Paras::is_parachain(id));
		assert_ok!(PartitionRegistrar::resume(root(), id));
		chain.settle(5);
		assert!(is_claimed(2001));

		assert_ok!(PartitionRegistrar::retire(root(), id));
		chain.settle(6);
		assert!(!is_claimed(2001) && is_claimed(2000));
		let again = PartitionRegistrar::register(root(), id, head.clone(), code.clone());
		assert_noop!(again, Error::<Runtime>::AlreadyRegistered);
		chain.settle(7);
		assert_eq!(Paras::lifecycle(id), None);
		assert_ok!(PartitionRegistrar::register(root(), id, head, code));
	});
}

fn has_channel(sender: u32, recipient: u32) -> bool {
	let id = HrmpChannelId { sender: sender.into(), recipient: recipient.into() };
	HrmpChannels::<Runtime>::contains_key(id)
}

/// A partition takes a message of block 0 for one that it has processed.
#[test]
fn no_partition_has_messages_in_the_genesis() {
	state_with_partitions(&[2000, 2001]).execute_with(|| {
		assert!(<Runtime as ParachainHost<Block>>::dmq_contents(2000.into()).is_empty());
		let mut chain = Chain::new();
		chain.block();
		let messages = <Runtime as ParachainHost<Block>>::dmq_contents(2000.into());
		assert!(!messages.is_empty() && messages.iter().all(|message| message.sent_at == 1));
	});
}

#[test]
fn who_comes_later_is_connected_too() {
	state_with_partitions(&[2000, 2002]).execute_with(|| {
		let mut chain = Chain::new();
		chain.settle(1);
		assert!(has_channel(2000, 2002) && has_channel(2002, 2000));
		let PartitionGenesis { id, head, code } = partition(2001);
		assert_ok!(PartitionRegistrar::register(RuntimeOrigin::root(), id, head, code));
		chain.settle(4);
		for other in [2000, 2002] {
			assert!(has_channel(2001, other) && has_channel(other, 2001));
		}
	});
}

#[test]
fn an_upgrade_is_told_to_the_partition() {
	state_with_partitions(&[2000]).execute_with(|| {
		let mut chain = Chain::new();
		chain.settle(1);
		let code = ValidationCode(vec![3; 20]);
		let upgrade =
			|| PartitionRegistrar::upgrade(RuntimeOrigin::root(), 2000.into(), code.clone());
		assert_ok!(upgrade());
		let sent = Dmp::dmq_contents_do_not_call_in_consensus(2000.into());
		assert_eq!(sent.len(), 1);
		let hash = code.hash().encode();
		assert!(sent[0].msg.windows(hash.len()).any(|part| part == hash));
		assert!(parachains_paras::CodeByHash::<Runtime>::contains_key(code.hash()));
	});
}

#[test]
fn only_rows_of_the_table_are_partitions() {
	state_with_partitions(&[2000]).execute_with(|| {
		System::set_block_number(1);
		let beyond = Asset::ALL[Asset::COUNT - 1].para_id() + 1;
		for id in [0, 1999, beyond, u32::MAX] {
			let PartitionGenesis { head, code, .. } = partition(id);
			let registered =
				PartitionRegistrar::register(RuntimeOrigin::root(), id.into(), head, code);
			assert_noop!(registered, Error::<Runtime>::NotAPartitionId);
		}
	});
	let built = std::panic::catch_unwind(|| state_with_partitions(&[3000]));
	assert!(built.is_err());
}
