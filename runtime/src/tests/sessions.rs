// SPDX-License-Identifier: GPL-3.0-or-later

//! Sessions, as BABE changes them and everyone else follows; and what offences cost.

use super::*;
use asf_primitives::{ConsensusLog, ENGINE_ID};
use codec::Decode;
use configs::{consensus::BlockKeyOwners, offences::BlockEquivocations};
use constants::{currency::UNITS, time::DEV_EPOCH_SLOTS};
use frame_support::traits::KeyOwnerProofSystem;
use pallet_babe::EquivocationOffence;
use pallet_validator_committee::DeferredSlashes;
use polkadot_primitives::runtime_api::runtime_decl_for_parachain_host::ParachainHostV16 as ParachainHost;
use sp_runtime::Perbill;
use sp_staking::offence::ReportOffence;

#[test]
fn a_session_is_an_epoch_and_a_set() {
	preset_state("local_testnet").execute_with(|| {
		let mut chain = Chain::new();
		for session in 1..=3u32 {
			let first = chain.start_session(session);
			// The first block is that of slot 0 of epoch 0.
			assert_eq!(u64::from(first.number), 1 + u64::from(session) * DEV_EPOCH_SLOTS);
			assert_eq!(pallet_babe::EpochIndex::<Runtime>::get(), u64::from(session));
			assert_eq!(Asf::current_set_id().get(), u64::from(session));
			assert_eq!(ValidatorCommittee::panel(session).len(), 4);

			let announced = first.digest.logs.iter().find_map(|log| match log {
				DigestItem::Consensus(ENGINE_ID, log) => ConsensusLog::decode(&mut &log[..]).ok(),
				_ => None,
			});
			let ConsensusLog::NextPanel(next) = announced.expect("every session announces");
			assert_eq!(next.set_id.get(), u64::from(session));
			assert_eq!(next.panel, Asf::panel().unwrap());
		}
	});
}

#[test]
fn genesis_partitions_are_scheduled_from_session_one_on() {
	state_with_partitions(&[2000]).execute_with(|| {
		let mut chain = Chain::new();
		chain.start_session(1);
		chain.block();
		let (groups, _) = <Runtime as ParachainHost<Block>>::validator_groups();
		// One backs, and the other is left to approve.
		assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
		let queue = <Runtime as ParachainHost<Block>>::claim_queue();
		assert!(queue.values().flatten().all(|para| *para == 2000.into()));
		assert!(!queue.is_empty());
		let info = <Runtime as ParachainHost<Block>>::session_info(1).unwrap();
		assert_eq!(info.validators.len(), 2);
		assert_eq!(info.assignment_keys.len(), 2);
		assert_eq!(info.needed_approvals, 1);
	});
}

#[test]
fn a_change_of_keys_does_not_hide_who_makes_two_blocks() {
	preset_state("local_testnet").execute_with(|| {
		let mut chain = Chain::new();
		chain.start_session(1);
		chain.block();
		let alice = ALICE.to_account_id();
		let key = (sp_consensus_babe::KEY_TYPE, ALICE.to_raw_public());
		let mut keys = Session::load_keys(&alice).unwrap();
		keys.babe = Sr25519Keyring::Ferdie.public().into();
		pallet_session::NextKeys::<Runtime>::insert(&alice, keys);

		let proof = BlockKeyOwners::prove(key).expect("of absence, at least");
		assert_eq!(Historical::check_proof(key, proof.clone()), None);
		let owner = BlockKeyOwners::check_proof(key, proof.clone());
		assert_eq!(owner.map(|(who, _)| who), Some(alice));
		let stranger = (sp_consensus_babe::KEY_TYPE, Sr25519Keyring::Eve.to_raw_public());
		assert!(BlockKeyOwners::check_proof(stranger, proof.clone()).is_none());
		let of_others = sp_session::MembershipProof { validator_count: 3, ..proof };
		assert!(BlockKeyOwners::check_proof(key, of_others).is_none());
	});
}

#[test]
fn two_blocks_in_a_slot_cost_15_percent() {
	preset_state("local_testnet").execute_with(|| {
		let who = ALICE.to_account_id();
		let exposure = ValidatorCommittee::exposure(0, &who).unwrap();
		let offence = || EquivocationOffence {
			slot: 7.into(),
			session_index: 0,
			validator_set_count: 4,
			offender: (who.clone(), exposure),
		};
		let offenders = [offence().offender];
		assert!(!BlockEquivocations::is_known_offence(&offenders, &7.into()));
		BlockEquivocations::report_offence(vec![], offence()).unwrap();
		assert!(BlockEquivocations::is_known_offence(&offenders, &7.into()));
		assert!(BlockEquivocations::report_offence(vec![], offence()).is_err());

		let slash = DeferredSlashes::<Runtime>::get(&who, 0).unwrap();
		assert_eq!(slash.fraction, Perbill::from_percent(15));
		assert_eq!(slash.amount, 150 * UNITS);
	});
}
