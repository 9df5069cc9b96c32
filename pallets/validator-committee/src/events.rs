// SPDX-License-Identifier: Apache-2.0

//! The pallet's events and errors. They are expanded inside the pallet's module.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[allow(missing_docs, reason = "an event's line says what its fields are")]
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account joined the committee.
		Bonded { who: T::AccountId, role: Role, amount: BalanceOf<T> },
		/// A member added to its bond.
		BondIncreased { who: T::AccountId, amount: BalanceOf<T> },
		/// A part of a bond, or all of it, is to be paid out from `unlock_at` on.
		Unbonded { who: T::AccountId, amount: BalanceOf<T>, unlock_at: SessionIndex },
		/// Unbonded funds were paid out.
		Withdrawn { who: T::AccountId, amount: BalanceOf<T> },
		/// An account has no active bond left and is no longer a member.
		Left { who: T::AccountId },
		/// A larger bond took the place of the smallest one in a full committee.
		Displaced { who: T::AccountId, by: T::AccountId },
		/// A member changed its role.
		RoleChanged { who: T::AccountId, role: Role },
		/// A member asked to be left out of elections.
		Chilled { who: T::AccountId },
		/// A member takes part in elections again.
		Unchilled { who: T::AccountId },
		/// An account is barred from the panel.
		MemberExcluded { who: T::AccountId },
		/// An account is no longer barred from the panel.
		MemberReadmitted { who: T::AccountId },
		/// The panel of a session was elected.
		PanelElected { session: SessionIndex, seats: u32 },
		/// Nobody was eligible for a session: the last panel stays.
		PanelKept { session: SessionIndex },
		/// An offence of a seat of the given session was reported.
		OffenceReported { offender: T::AccountId, session: SessionIndex, fraction: Perbill },
		/// An offence was reported about an account without a recorded seat in its session.
		OffenceIgnored { offender: T::AccountId, session: SessionIndex },
		/// A slash will be applied at the start of session `apply_at` unless it is cancelled.
		SlashDeferred {
			offender: T::AccountId,
			session: SessionIndex,
			amount: BalanceOf<T>,
			apply_at: SessionIndex,
		},
		/// A deferred slash was cancelled.
		SlashCancelled { offender: T::AccountId, session: SessionIndex },
		/// A slash for an offence of the given session took `amount` of a bond.
		Slashed { offender: T::AccountId, session: SessionIndex, amount: BalanceOf<T> },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account has a bond already; use `bond_extra` or `set_role`.
		AlreadyBonded,
		/// The account has no active bond.
		NotMember,
		/// The bond would stay above zero but under the minimum of its role.
		BelowMinimum,
		/// The committee is full, and the bond not larger than the smallest one in it.
		CommitteeFull,
		/// The amount is zero.
		ZeroAmount,
		/// The active bond is smaller than the amount.
		InsufficientBond,
		/// Too many parts of the bond are unlocking; withdraw or wait.
		TooManyChunks,
		/// No unbonded amount can be paid out yet.
		NothingToWithdraw,
		/// A slash of the account is deferred; nothing is paid out until it is applied or cancelled.
		SlashPending,
		/// The member has this role already.
		RoleUnchanged,
		/// The member is chilled already.
		AlreadyChilled,
		/// The member is not chilled.
		NotChilled,
		/// The account is barred from the panel, or was so already.
		AccountExcluded,
		/// The account is not barred from the panel.
		NotExcluded,
		/// No slash of this account for this session is deferred, or none was named.
		NoSuchSlash,
	}
}
