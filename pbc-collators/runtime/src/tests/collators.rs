// SPDX-License-Identifier: GPL-3.0-or-later

//! How collators join.

use super::*;
use constants::collators::{CANDIDACY_BOND, SESSION};
use frame_support::traits::Hooks;
use sp_consensus_aura::runtime_decl_for_aura_api::AuraApi;

fn authorities() -> Vec<AuraId> {
	<Runtime as AuraApi<Block, AuraId>>::authorities()
}

fn end_session(number: u32) {
	System::set_block_number(number * SESSION);
	Session::on_initialize(number * SESSION);
}

#[test]
fn a_candidate_with_keys_and_a_bond_collates_from_the_session_after_the_next() {
	partition(BTC).execute_with(|| {
		let bob = BOB.to_account_id();
		assert!(CollatorSelection::register_as_candidate(signed(BOB)).is_err(), "no keys");
		let keys = SessionKeys { aura: BOB.public().into() };
		pallet_session::NextKeys::<Runtime>::insert(&bob, keys);
		CollatorSelection::register_as_candidate(signed(BOB)).unwrap();
		assert_eq!(Balances::reserved_balance(&bob), CANDIDACY_BOND);

		end_session(1);
		assert_eq!(authorities(), vec![AuraId::from(ALICE.public())]);
		end_session(2);
		assert_eq!(authorities().len(), 2);
		assert!(authorities().contains(&BOB.public().into()));
	});
}

/// Where nothing is left for messages, a block that has to take one cannot be made, and no other one
/// can follow.
#[test]
fn a_change_of_collators_leaves_room_for_messages() {
	partition(BTC).execute_with(|| {
		System::set_block_number(SESSION - 1);
		start_block_number(SESSION);
		assert!(Session::current_index() > 0);
		let most = configs::system::BlockWeights::get().max_block;
		let left = System::remaining_block_weight().remaining();
		assert!(left.all_gte(most / 6), "{left:?} of {most:?} are left");
	});
}

#[test]
fn the_author_of_a_block_gets_a_share_of_the_pot() {
	partition(BTC).execute_with(|| {
		start_block();
		// Half of what is in the pot, less what keeps it alive, was paid when the block started.
		assert_eq!(pot(), constants::currency::EXISTENTIAL_DEPOSIT);
		assert_eq!(free(ALICE), 1_000 * UNITS);
	});
	let mut state = partition(BTC);
	state.execute_with(|| {
		let fees = 100 * UNITS;
		Balances::transfer_keep_alive(signed(BOB), StakingPot::get().into(), fees).unwrap();
		let before = free(ALICE);
		start_block();
		assert_eq!(free(ALICE) - before, fees / 2);
	});
}
