// SPDX-License-Identifier: GPL-3.0-or-later

//! Who may call what.

use super::*;
use configs::utility::ProxyType;
use frame_support::{assert_noop, traits::InstanceFilter};
use sp_runtime::{traits::Dispatchable, DispatchError};

#[test]
fn nobody_signs_for_the_making_of_a_wrapped_asset() {
	partition(BTC).execute_with(|| {
		let alice = || ALICE.to_account_id();
		let create = Assets::create(signed(ALICE), 7u32, alice().into(), 1);
		assert_noop!(create, DispatchError::BadOrigin);
		let forbidden: DispatchError = pallet_assets::Error::<Runtime>::NoPermission.into();
		for id in [BTC, ETH] {
			assert_noop!(Assets::mint(signed(ALICE), id, alice().into(), 1), forbidden);
			assert!(Assets::burn(signed(ALICE), id, BOB.to_account_id().into(), 1).is_err());
			let team = || alice().into();
			assert_noop!(Assets::set_team(signed(ALICE), id, team(), team(), team()), forbidden);
			let ownership = Assets::transfer_ownership(signed(ALICE), id, alice().into());
			assert_noop!(ownership, forbidden);
			let forced = Assets::force_asset_status(
				signed(ALICE),
				id,
				team(),
				team(),
				team(),
				team(),
				1,
				true,
				false,
			);
			assert_noop!(forced, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn governance_is_roots() {
	partition(BTC).execute_with(|| {
		for call in [
			RuntimeCall::Partition(pallet_partition::Call::set_fee_rate { rate: None }),
			RuntimeCall::CollatorSelection(
				pallet_collator_selection::Call::set_desired_candidates { max: 1 },
			),
			RuntimeCall::System(frame_system::Call::set_code { code: vec![1] }),
			RuntimeCall::PolkadotXcm(pallet_xcm::Call::force_suspension { suspended: true }),
		] {
			let result = call.dispatch(signed(ALICE));
			assert_eq!(result.unwrap_err().error, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn proxies_do_what_they_are_for() {
	let transfer = RuntimeCall::Balances(pallet_balances::Call::transfer_all {
		dest: BOB.to_account_id().into(),
		keep_alive: false,
	});
	let wrapped = RuntimeCall::Assets(pallet_assets::Call::transfer_all {
		id: BTC,
		dest: BOB.to_account_id().into(),
		keep_alive: false,
	});
	let leave = RuntimeCall::CollatorSelection(pallet_collator_selection::Call::leave_intent {});
	for moves_funds in [transfer, wrapped] {
		assert!(ProxyType::Any.filter(&moves_funds));
		for kind in [ProxyType::NonTransfer, ProxyType::Collator, ProxyType::CancelProxy] {
			assert!(!kind.filter(&moves_funds), "{kind:?}");
		}
	}
	for kind in [ProxyType::Any, ProxyType::NonTransfer, ProxyType::Collator] {
		assert!(kind.filter(&leave), "{kind:?}");
		assert!(ProxyType::Any.is_superset(&kind));
	}
	assert!(!ProxyType::CancelProxy.filter(&leave));
	assert!(!ProxyType::Collator.is_superset(&ProxyType::NonTransfer));
}
