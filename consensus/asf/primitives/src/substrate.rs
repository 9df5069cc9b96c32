// SPDX-License-Identifier: Apache-2.0
//! What ties ASF to a polkadot-sdk chain: the seats' application key, signature checks through the
//! host, the certificate inherent, and the runtime API that the node's finality asks.

use crate::{
	BlockNumber, EquivocationProof, Height, Panel, Seat, SeatKey, SetId, Signature,
	SignatureVerifier, Target, MAX_SEATS,
};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_application_crypto::KeyTypeId;
use sp_inherents::{InherentIdentifier, IsFatalError};

/// Type of the seats' keys in a keystore.
pub const KEY_TYPE: KeyTypeId = KeyTypeId(*b"asf1");

/// The seats' keys, as session keys.
pub mod crypto {
	mod app {
		use sp_application_crypto::{app_crypto, ed25519};

		app_crypto!(ed25519, super::super::KEY_TYPE);
	}

	/// Public half of a seat's key.
	pub type AuthorityId = app::Public;
	/// What a seat signs.
	pub type AuthoritySignature = app::Signature;
	/// Both halves of a seat's key.
	#[cfg(feature = "std")]
	pub type AuthorityPair = app::Pair;
}

pub use crypto::AuthorityId;

impl From<&AuthorityId> for SeatKey {
	fn from(id: &AuthorityId) -> Self {
		use sp_application_crypto::ByteArray;
		let mut bytes = [0; 32];
		bytes.copy_from_slice(id.as_slice());
		Self::from_bytes(bytes)
	}
}

impl From<&SeatKey> for AuthorityId {
	fn from(key: &SeatKey) -> Self {
		sp_application_crypto::ed25519::Public::from_raw(*key.as_bytes()).into()
	}
}

/// Asks the host to check signatures; in a runtime the only way that is fast.
#[derive(Clone, Copy, Debug, Default)]
pub struct HostVerifier;

impl SignatureVerifier for HostVerifier {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		use sp_application_crypto::ed25519;
		sp_io::crypto::ed25519_verify(
			&ed25519::Signature::from_raw(*signature.as_bytes()),
			payload,
			&ed25519::Public::from_raw(*key.as_bytes()),
		)
	}
}

/// Names the newest certificate that a block's author knows. The data is a
/// [`Certificate`](crate::Certificate).
pub const INHERENT_IDENTIFIER: InherentIdentifier = *b"asf1cert";

/// Why a block's certificate inherent cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, thiserror::Error)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum InherentError {
	/// The certificate does not verify against the panel, or is of a set that is not recorded.
	#[codec(index = 0)]
	#[error("the certificate does not prove that its target is final")]
	InvalidCertificate,
}

impl IsFatalError for InherentError {
	fn is_fatal_error(&self) -> bool {
		true
	}
}

/// The newest certificate on chain, without its signatures.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecordedCertificate {
	/// The set that decided.
	pub set_id: SetId,
	/// The height it decided.
	pub height: Height,
	/// What it decided.
	pub target: Target,
	/// The seats whose precommits it had, ascending.
	pub signers: BoundedVec<Seat, ConstU32<MAX_SEATS>>,
	/// The block that recorded it.
	pub recorded_at: BlockNumber,
}

/// Proof that a key belonged to a validator of some session, as the runtime encodes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct OpaqueKeyOwnershipProof(Vec<u8>);

impl OpaqueKeyOwnershipProof {
	/// Takes the runtime's encoding as it is.
	pub const fn new(encoded: Vec<u8>) -> Self {
		Self(encoded)
	}

	/// Reads the whole of it as `T`; `None` if it is none, or more than that.
	pub fn decode<T: codec::Decode>(&self) -> Option<T> {
		codec::DecodeAll::decode_all(&mut &self.0[..]).ok()
	}
}

sp_api::decl_runtime_apis! {
	/// What the node's finality asks of the runtime.
	pub trait AsfApi {
		/// The panel that decides what comes after the block that is asked.
		fn panel() -> Panel;

		/// The set id of [`panel`](Self::panel).
		fn set_id() -> SetId;

		/// The newest certificate on chain.
		fn last_certificate() -> Option<RecordedCertificate>;

		/// Proves that `key` had a seat in `set_id`, from the state of the block that is asked,
		/// which has to be of that set's session. `None` if it had none, or the state is too old
		/// or too new to tell.
		fn generate_key_ownership_proof(
			set_id: SetId,
			key: AuthorityId,
		) -> Option<OpaqueKeyOwnershipProof>;

		/// Puts an equivocation report into the transaction pool. `None` if the proof of key
		/// ownership does not decode or the pool refuses it.
		fn submit_report_equivocation_unsigned_extrinsic(
			proof: EquivocationProof,
			key_owner_proof: OpaqueKeyOwnershipProof,
		) -> Option<()>;
	}
}
