// SPDX-License-Identifier: Apache-2.0
//! Ed25519 behind a trait: a runtime asks its host, everyone else checks natively.

use crate::{SeatKey, Signature};

/// Checks Ed25519 signatures by the rules of ZIP 215, as polkadot-sdk does: under them, a batch
/// holds exactly when each of its signatures does.
pub trait SignatureVerifier {
	/// Whether `signature` by `key` over `payload` is good.
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool;

	/// Whether all of `signatures` over the one `payload` are good.
	fn verify_all<'a>(
		&self,
		payload: &[u8],
		mut signatures: impl Iterator<Item = (&'a SeatKey, &'a Signature)>,
	) -> bool {
		signatures.all(|(key, signature)| self.verify(key, payload, signature))
	}
}

/// Checks in this process, several signatures at once where there are several.
#[cfg(feature = "std")]
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeVerifier;

#[cfg(feature = "std")]
impl SignatureVerifier for NativeVerifier {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		let Ok(key) = ed25519_zebra::VerificationKey::try_from(*key.as_bytes()) else {
			return false;
		};
		key.verify(&ed25519_zebra::Signature::from(*signature.as_bytes()), payload).is_ok()
	}

	fn verify_all<'a>(
		&self,
		payload: &[u8],
		signatures: impl Iterator<Item = (&'a SeatKey, &'a Signature)>,
	) -> bool {
		let mut batch = ed25519_zebra::batch::Verifier::new();
		for (key, signature) in signatures {
			let key = ed25519_zebra::VerificationKeyBytes::from(*key.as_bytes());
			let signature = ed25519_zebra::Signature::from(*signature.as_bytes());
			batch.queue((key, signature, &payload));
		}
		// The coefficients must be unpredictable to whoever made the signatures, not reproducible.
		batch.verify(rand_core::OsRng).is_ok()
	}
}
