// SPDX-License-Identifier: Apache-2.0

//! What the runtime API answers with.

use crate::pallet::*;
use asf_primitives::{
	substrate::{AuthorityId, OpaqueKeyOwnershipProof, RecordedCertificate, KEY_TYPE},
	Panel, SeatKey, SetId,
};
use codec::Encode;
use frame_support::traits::KeyOwnerProofSystem;

impl<T: Config> Pallet<T> {
	/// The panel that decides what comes after this block. `None` only on a chain whose genesis
	/// had no validators.
	pub fn panel() -> Option<Panel> {
		CurrentPanel::<T>::get().map(|record| record.panel)
	}

	/// The id of the set of [`panel`](Self::panel).
	pub fn current_set_id() -> SetId {
		CurrentSetId::<T>::get()
	}

	/// The newest certificate on chain.
	pub fn last_certificate() -> Option<RecordedCertificate> {
		LastCertificate::<T>::get()
	}

	/// Proves that `key` has a seat in `set_id`, which must be that of this block's session. `None`
	/// if it has none, or the set is another.
	pub fn generate_key_ownership_proof(
		set_id: SetId,
		key: AuthorityId,
	) -> Option<OpaqueKeyOwnershipProof> {
		let record = CurrentPanel::<T>::get().filter(|record| record.set_id == set_id)?;
		record.holder_of(&SeatKey::from(&key))?;
		let proof = pallet_session::historical::Pallet::<T>::prove((KEY_TYPE, key))?;
		Some(OpaqueKeyOwnershipProof::new(proof.encode()))
	}
}
