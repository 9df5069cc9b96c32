// SPDX-License-Identifier: GPL-3.0-or-later

//! Who may call what.

use super::*;
use frame_support::{
	assert_noop, assert_ok,
	traits::{Contains, InstanceFilter},
};
use sp_runtime::{traits::Dispatchable, DispatchError};

fn purge_keys() -> RuntimeCall {
	RuntimeCall::Session(pallet_session::Call::purge_keys {})
}

fn transfer() -> RuntimeCall {
	RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: BOB.to_account_id().into(),
		value: constants::currency::UNITS,
	})
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

#[test]
fn nobody_purges_session_keys() {
	preset_state("local_testnet").execute_with(|| {
		System::set_block_number(1);
		let refused: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_noop!(purge_keys().dispatch(signed(ALICE)), refused);

		let add_proxy = pallet_proxy::Call::add_proxy {
			delegate: BOB.to_account_id().into(),
			proxy_type: configs::utility::ProxyType::Any,
			delay: 0,
		};
		assert_ok!(RuntimeCall::Proxy(add_proxy).dispatch(signed(ALICE)));
		let proxied = pallet_proxy::Call::proxy {
			real: ALICE.to_account_id().into(),
			force_proxy_type: None,
			call: Box::new(purge_keys()),
		};
		assert_ok!(RuntimeCall::Proxy(proxied).dispatch(signed(BOB)));
		let executed = pallet_proxy::Event::ProxyExecuted { result: Err(refused) };
		System::assert_has_event(executed.into());

		let batch = pallet_utility::Call::batch_all { calls: vec![purge_keys()] };
		let result = RuntimeCall::Utility(batch).dispatch(signed(ALICE));
		assert_eq!(result.unwrap_err().error, refused);

		for who in [ALICE, BOB] {
			assert!(pallet_session::NextKeys::<Runtime>::contains_key(who.to_account_id()));
		}
	});
}

#[test]
fn everything_else_may_be_called() {
	let set_keys = pallet_session::Call::set_keys {
		keys: ValidatorKeys::well_known(ALICE, Ed25519Keyring::Alice).session_keys(),
		proof: vec![],
	};
	for call in [RuntimeCall::Session(set_keys), transfer()] {
		assert!(configs::system::BaseCallFilter::contains(&call));
	}
}

#[test]
fn proxies_keep_to_their_kind() {
	use configs::utility::ProxyType;
	let chill = RuntimeCall::ValidatorCommittee(pallet_validator_committee::Call::chill {});
	let kinds = [
		(ProxyType::Any, true, true),
		(ProxyType::NonTransfer, true, false),
		(ProxyType::Validator, true, false),
		(ProxyType::CancelProxy, false, false),
	];
	for (kind, may_chill, may_transfer) in kinds {
		assert_eq!(kind.filter(&chill), may_chill, "{kind:?}");
		assert_eq!(kind.filter(&transfer()), may_transfer, "{kind:?}");
		assert!(kind.is_superset(&kind));
		assert!(ProxyType::Any.is_superset(&kind));
		for (other, other_chills, other_transfers) in kinds {
			if kind.is_superset(&other) {
				assert!(may_chill || !other_chills, "{kind:?} {other:?}");
				assert!(may_transfer || !other_transfers, "{kind:?} {other:?}");
			}
		}
	}
}

#[test]
fn sudo_needs_a_key() {
	let call = RuntimeCall::Sudo(pallet_sudo::Call::sudo {
		call: Box::new(RuntimeCall::System(frame_system::Call::remark { remark: vec![] })),
	});
	preset_state("local_testnet").execute_with(|| {
		assert_ok!(call.clone().dispatch(signed(ALICE)));
		assert!(call.clone().dispatch(signed(BOB)).is_err());
	});
	preset_state("staging").execute_with(|| {
		assert!(call.clone().dispatch(signed(ALICE)).is_err());
	});
}
