// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of the work at session boundaries, each at its largest bounds.

use crate::{pallet::Pallet as Committee, *};
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Balanced, Inspect, InspectHold, MutateHold},
		EnsureOrigin, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use pallet_session::SessionInterface;
use sp_runtime::{
	traits::{BlakeTwo256, Hash, Saturating, TrailingZeroInput, Zero},
	Perbill, SaturatedConversion,
};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

/// The running session in every benchmark: late enough for a full history.
const NOW: SessionIndex = 10_000;
/// More bytes than any session keys have, in hashes.
const KEY_HASHES: u8 = 32;

type KeysOf<T> = <<T as Config>::SessionInterface as SessionInterface>::Keys;
type Offender<T> = (<T as frame_system::Config>::AccountId, ());

/// A bond that is enough for every role.
fn bond_of<T: Config>() -> BalanceOf<T> {
	let minimum = Role::ALL.into_iter().map(Committee::<T>::minimum_bond).max();
	minimum.unwrap_or_default().max(T::Currency::minimum_balance())
}

/// An account with a hundred bonds to spend.
fn funded<T: Config>(index: u32) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account("member", index, 0);
	let amount = bond_of::<T>().saturating_mul(100u32.into());
	T::Currency::resolve(&who, T::Currency::issue(amount))
		.map_err(|_| BenchmarkError::Stop("the account cannot be endowed"))?;
	Ok(who)
}

/// A member that can be elected.
fn member<T: Config>(index: u32) -> Result<T::AccountId, BenchmarkError> {
	let who = funded::<T>(index)?;
	Committee::<T>::do_bond(who.clone(), Role::FlareNode, bond_of::<T>())?;
	let seed = (0..KEY_HASHES)
		.flat_map(|i| BlakeTwo256::hash_of(&(&who, i)).to_fixed_bytes())
		.collect::<alloc::vec::Vec<_>>();
	let keys = KeysOf::<T>::decode(&mut TrailingZeroInput::new(&seed))
		.map_err(|_| BenchmarkError::Stop("session keys decode from bytes"))?;
	T::SessionInterface::set_keys(&who, keys)?;
	Ok(who)
}

/// An empty committee in session [`NOW`].
fn fresh<T: Config>() {
	let _result = Members::<T>::clear(u32::MAX, None);
	CurrentSession::<T>::put(NOW);
	OldestPanel::<T>::put(NOW.saturating_sub(T::BondingSessions::get()).saturating_add(1));
}

/// Gives an account `count` unlocking chunks of one unit each, the first at session `from`.
fn add_chunks<T: Config>(
	who: &T::AccountId,
	count: u32,
	from: SessionIndex,
) -> Result<(), BenchmarkError> {
	let chunks = (0..count)
		.map(|i| UnlockChunk { amount: 1u32.into(), unlock_at: from + i })
		.collect::<alloc::vec::Vec<_>>();
	T::Currency::hold(&bond_hold::<T>(), who, count.into())?;
	Unlocking::<T>::insert(who, BoundedVec::truncate_from(chunks));
	Ok(())
}

/// Records a panel of `seats` new members for a session.
fn seat_panel<T: Config>(
	session: SessionIndex,
	seats: u32,
) -> Result<alloc::vec::Vec<T::AccountId>, BenchmarkError> {
	let holders = (0..seats).map(member::<T>).collect::<Result<alloc::vec::Vec<_>, _>>()?;
	record_panel::<T>(session, &holders);
	Ok(holders)
}

fn record_panel<T: Config>(session: SessionIndex, holders: &[T::AccountId]) {
	let seats = holders
		.iter()
		.map(|who| {
			let bond = bond_of::<T>();
			Seat::new(Candidate { account: who.clone(), role: Role::FlareNode, bond })
		})
		.collect::<alloc::vec::Vec<_>>();
	Panels::<T>::insert(session, BoundedVec::truncate_from(seats));
}

fn governance<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn report_all<T: Config>(holders: &[T::AccountId], session: SessionIndex) {
	let details = holders
		.iter()
		.map(|who| OffenceDetails { offender: (who.clone(), ()), reporters: Default::default() })
		.collect::<alloc::vec::Vec<_>>();
	let fractions = alloc::vec![Perbill::one(); holders.len()];
	let _weight = <Committee<T> as OnOffenceHandler<T::AccountId, Offender<T>, _>>::on_offence(
		&details, &fractions, session,
	);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn bond() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = funded::<T>(0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), Role::FlareNode, bond_of::<T>());

		assert_eq!(Members::<T>::get(&caller).map(|member| member.active), Some(bond_of::<T>()));
		assert_eq!(T::Currency::balance_on_hold(&bond_hold::<T>(), &caller), bond_of::<T>());
		Ok(())
	}

	#[benchmark]
	fn bond_displacing() -> Result<(), BenchmarkError> {
		fresh::<T>();
		for index in 0..T::MaxMembers::get() {
			let who = member::<T>(index)?;
			add_chunks::<T>(&who, T::MaxUnlockingChunks::get(), NOW)?;
		}
		let caller = funded::<T>(T::MaxMembers::get())?;
		let amount = bond_of::<T>().saturating_mul(2u32.into());

		#[extrinsic_call]
		bond(RawOrigin::Signed(caller.clone()), Role::FlareNode, amount);

		assert_eq!(Members::<T>::count(), T::MaxMembers::get());
		assert_eq!(Members::<T>::get(&caller).map(|member| member.active), Some(amount));
		Ok(())
	}

	#[benchmark]
	fn bond_extra() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = member::<T>(0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), bond_of::<T>());

		let doubled = bond_of::<T>().saturating_mul(2u32.into());
		assert_eq!(Members::<T>::get(&caller).map(|member| member.active), Some(doubled));
		Ok(())
	}

	#[benchmark]
	fn unbond() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = member::<T>(0)?;
		add_chunks::<T>(&caller, T::MaxUnlockingChunks::get().saturating_sub(1), 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), bond_of::<T>());

		assert!(!Members::<T>::contains_key(&caller));
		assert!(Unlocking::<T>::get(&caller).is_full());
		Ok(())
	}

	#[benchmark]
	fn withdraw_unbonded() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = funded::<T>(0)?;
		add_chunks::<T>(&caller, T::MaxUnlockingChunks::get(), 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(T::Currency::balance_on_hold(&bond_hold::<T>(), &caller).is_zero());
		assert!(!Unlocking::<T>::contains_key(&caller));
		Ok(())
	}

	#[benchmark]
	fn set_role() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = member::<T>(0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), Role::DecentralizedDirector);

		let role = Members::<T>::get(&caller).map(|member| member.role);
		assert_eq!(role, Some(Role::DecentralizedDirector));
		Ok(())
	}

	#[benchmark]
	fn chill() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = member::<T>(0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert_eq!(Members::<T>::get(&caller).map(|member| member.chilled), Some(true));
		Ok(())
	}

	#[benchmark]
	fn unchill() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let caller = member::<T>(0)?;
		Committee::<T>::do_chill(caller.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert_eq!(Members::<T>::get(&caller).map(|member| member.chilled), Some(false));
		Ok(())
	}

	#[benchmark]
	fn exclude() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let origin = governance::<T>()?;
		let who = member::<T>(0)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Excluded::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn readmit() -> Result<(), BenchmarkError> {
		fresh::<T>();
		let origin = governance::<T>()?;
		let who = member::<T>(0)?;
		Committee::<T>::do_exclude(who.clone())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(!Excluded::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn cancel_deferred_slash(n: Linear<1, { T::MaxPanel::get() }>) -> Result<(), BenchmarkError> {
		fresh::<T>();
		let origin = governance::<T>()?;
		let holders = seat_panel::<T>(NOW, n)?;
		report_all::<T>(&holders, NOW);
		assert!(holders.iter().all(Committee::<T>::has_deferred_slash));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, NOW, BoundedVec::truncate_from(holders.clone()));

		assert!(!holders.iter().any(Committee::<T>::has_deferred_slash));
		Ok(())
	}

	#[benchmark]
	fn elect(m: Linear<1, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		fresh::<T>();
		for index in 0..m {
			member::<T>(index)?;
		}
		let panel;

		#[block]
		{
			panel = Committee::<T>::elect(NOW + 1);
		}

		let seats = m.min(T::MaxPanel::get()) as usize;
		assert_eq!(panel.map(|panel| panel.len()), Some(seats));
		assert_eq!(Panels::<T>::get(NOW + 1).map(|panel| panel.len()), Some(seats));
		Ok(())
	}

	#[benchmark]
	fn on_offence(n: Linear<1, { T::MaxPanel::get() }>) -> Result<(), BenchmarkError> {
		fresh::<T>();
		let holders = seat_panel::<T>(NOW, n)?;

		#[block]
		{
			report_all::<T>(&holders, NOW);
		}

		assert!(holders.iter().all(Committee::<T>::has_deferred_slash));
		assert!(holders.iter().all(Excluded::<T>::contains_key));
		Ok(())
	}

	/// Every slash is of another account with as many chunks as it can have, a panel at a time.
	#[benchmark]
	fn apply_due_slashes(
		n: Linear<1, { T::MaxPanel::get().saturating_mul(T::BondingSessions::get()) }>,
	) -> Result<(), BenchmarkError> {
		fresh::<T>();
		let offenders = (0..n)
			.map(|index| {
				let who = funded::<T>(index)?;
				let active = bond_of::<T>();
				T::Currency::hold(&bond_hold::<T>(), &who, active)?;
				let role = Role::FlareNode;
				Members::<T>::insert(&who, Membership { role, active, chilled: false });
				add_chunks::<T>(&who, T::MaxUnlockingChunks::get(), NOW)?;
				Ok::<_, BenchmarkError>(who)
			})
			.collect::<Result<alloc::vec::Vec<_>, _>>()?;
		// One more than the bond, so that the chunks are touched too.
		let amount = bond_of::<T>().saturating_add(1u32.into());
		for (i, panel) in offenders.chunks(T::MaxPanel::get().max(1) as usize).enumerate() {
			let session = NOW.saturating_sub(i.saturated_into());
			record_panel::<T>(session, panel);
			for who in panel {
				let slash = DeferredSlash { fraction: Perbill::one(), amount, apply_at: NOW };
				DeferredSlashes::<T>::insert(who, session, slash);
				SlashesDue::<T>::insert(NOW, (who, session), ());
			}
		}

		#[block]
		{
			Committee::<T>::apply_due_slashes(NOW);
		}

		let left = T::MaxUnlockingChunks::get().saturating_sub(1).into();
		for who in &offenders {
			assert!(!Members::<T>::contains_key(who));
			assert!(!Committee::<T>::has_deferred_slash(who));
			assert_eq!(T::Currency::balance_on_hold(&bond_hold::<T>(), who), left);
		}
		Ok(())
	}

	impl_benchmark_test_suite!(Committee, crate::mock::new_test_ext(), crate::mock::Test);
}
