// SPDX-License-Identifier: GPL-3.0-or-later
//! Signatures that were found good are not checked again.
//!
//! A runtime asks its node about the signature of one transaction several times: when the pool takes
//! it, on top of each new block for as long as it waits, when a block is built, and when that block
//! is executed. Each time it is the same question, and the hash by which the answer is found here costs
//! little beside the check.
//!
//! Only good signatures are remembered, by a hash of all that was checked, so nobody can make a bad
//! one pass. What others have pushed out by transactions of their own is checked once more.

pub(super) use interface::crypto::HostFunctions;

use parking_lot::Mutex;
use schnellru::{ByLength, LruMap};
use sp_core::{sr25519, Blake2Hasher, Hasher, Pair, H256};
use sp_runtime_interface::{
	pass_by::{PassFatPointerAndRead, PassPointerAndRead},
	runtime_interface,
};
use std::sync::LazyLock;

/// Good signatures that are remembered, 3 MB of them: as many as four pools of the default size have.
const REMEMBERED: u32 = 32_768;

/// Of the whole process: functions that a runtime calls have no other place for it.
static VERIFIED: LazyLock<Verified> = LazyLock::new(|| Verified::new(REMEMBERED));

/// From now on every signature is checked each time, for who measures what that costs.
pub(crate) fn check_every_signature() {
	*VERIFIED.hashes.lock() = LruMap::new(ByLength::new(0));
}

#[allow(
	dead_code,
	unexpected_cfgs,
	unreachable_pub,
	reason = "the macro writes for runtimes as well"
)]
mod interface {
	use super::*;

	/// Stands in for the functions of the same names and versions in `sp_io::crypto`.
	#[runtime_interface]
	pub trait Crypto {
		/// Of old runtimes, which took signatures of schnorrkel before 0.8 as well. Nothing is
		/// remembered; an interface cannot have a second version without the first.
		fn sr25519_verify(
			signature: PassPointerAndRead<&sr25519::Signature, 64>,
			message: PassFatPointerAndRead<&[u8]>,
			key: PassPointerAndRead<&sr25519::Public, 32>,
		) -> bool {
			sr25519::Pair::verify_deprecated(signature, message, key)
		}

		/// Whether a signature of a message is that of the key.
		#[version(2)]
		fn sr25519_verify(
			signature: PassPointerAndRead<&sr25519::Signature, 64>,
			message: PassFatPointerAndRead<&[u8]>,
			key: PassPointerAndRead<&sr25519::Public, 32>,
		) -> bool {
			VERIFIED.verify(signature, message, key)
		}
	}
}

/// The good signatures that were asked about last.
struct Verified {
	hashes: Mutex<LruMap<H256, (), ByLength>>,
}

impl Verified {
	fn new(most: u32) -> Self {
		Self { hashes: Mutex::new(LruMap::new(ByLength::new(most))) }
	}

	/// Whether the signature is good, be it that it was before.
	fn verify(
		&self,
		signature: &sr25519::Signature,
		message: &[u8],
		key: &sr25519::Public,
	) -> bool {
		// Key and signature have fixed lengths: no other three make the same bytes.
		let hash = Blake2Hasher::hash(&[key.as_ref(), signature.as_ref(), message].concat());
		// Not locked while it is checked.
		if self.hashes.lock().get(&hash).is_some() {
			return true;
		}
		let good = sr25519::Pair::verify(signature, message, key);
		if good {
			self.hashes.lock().insert(hash, ());
		}
		good
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_executor::WasmExecutor;
	use sc_executor_common::runtime_blob::RuntimeBlob;
	use sp_state_machine::BasicExternalities;

	/// A runtime that asks about what it is called with: signature, key and message. Its answer is one
	/// byte.
	const ASKS: &str = r#"(module
		(import "env" "ext_crypto_sr25519_verify_version_2"
			(func $verify (param i32 i64 i32) (result i32)))
		(memory (export "memory") 1)
		(global (export "__heap_base") i32 (i32.const 1024))
		(func (export "ask") (param $at i32) (param $bytes i32) (result i64)
			(i32.store8
				(local.get $at)
				(call $verify
					(local.get $at)
					(i64.or
						(i64.extend_i32_u (i32.add (local.get $at) (i32.const 96)))
						(i64.shl
							(i64.extend_i32_u (i32.sub (local.get $bytes) (i32.const 96)))
							(i64.const 32)))
					(i32.add (local.get $at) (i32.const 64))))
			(i64.or (i64.extend_i32_u (local.get $at)) (i64.const 0x100000000))))"#;

	fn pair(name: &str) -> sr25519::Pair {
		sr25519::Pair::from_string(name, None).expect("it is a well-known secret")
	}

	#[test]
	fn only_what_was_good_is_remembered() {
		let verified = Verified::new(8);
		let (alice, bob) = (pair("//Alice"), pair("//Bob"));
		let signature = alice.sign(b"message");
		for round in 0..2 {
			assert!(verified.verify(&signature, b"message", &alice.public()), "round {round}");
			assert!(!verified.verify(&signature, b"messagf", &alice.public()), "round {round}");
			assert!(!verified.verify(&signature, b"messag", &alice.public()), "round {round}");
			assert!(!verified.verify(&signature, b"message", &bob.public()), "round {round}");
			let mut other = signature;
			other.0[40] ^= 1;
			assert!(!verified.verify(&other, b"message", &alice.public()), "round {round}");
			assert_eq!(verified.hashes.lock().len(), 1);
		}
	}

	#[test]
	fn what_is_found_is_not_checked() {
		let verified = Verified::new(8);
		let key = pair("//Alice").public();
		let bad = sr25519::Signature::default();
		assert!(!verified.verify(&bad, b"message", &key));
		// As if it had been good: the answer shows where it comes from.
		let asked = [key.as_ref(), bad.as_ref(), &b"message"[..]].concat();
		verified.hashes.lock().insert(Blake2Hasher::hash(&asked), ());
		assert!(verified.verify(&bad, b"message", &key));
	}

	#[test]
	fn the_oldest_are_forgotten() {
		let verified = Verified::new(8);
		let alice = pair("//Alice");
		for number in 0u8..20 {
			let signature = alice.sign(&[number]);
			assert!(verified.verify(&signature, &[number], &alice.public()));
		}
		assert_eq!(verified.hashes.lock().len(), 8);
	}

	#[test]
	fn nothing_may_be_remembered() {
		let verified = Verified::new(0);
		let alice = pair("//Alice");
		let signature = alice.sign(b"message");
		assert!(verified.verify(&signature, b"message", &alice.public()));
		assert_eq!(verified.hashes.lock().len(), 0);
	}

	#[test]
	fn runtimes_ask_here() {
		let executor = WasmExecutor::<super::super::HostFunctions>::builder().build();
		let code = wat::parse_str(ASKS).expect("it is written as it should be");
		let ask = |signature: &sr25519::Signature, message: &[u8], key: &sr25519::Public| {
			let blob = RuntimeBlob::new(&code).expect("it is a module");
			let asked = [signature.as_ref(), key.as_ref(), message].concat();
			executor
				.uncached_call(blob, &mut BasicExternalities::default(), false, "ask", &asked)
				.expect("it runs")
		};
		let alice = pair("//Alice");
		let message = b"asked by a runtime";
		let signature = alice.sign(message);
		assert_eq!(ask(&signature, message, &alice.public()), [1]);
		assert_eq!(ask(&signature, b"another message", &alice.public()), [0]);
		let hash = |message: &[u8]| {
			Blake2Hasher::hash(&[alice.public().as_ref(), signature.as_ref(), message].concat())
		};
		assert!(VERIFIED.hashes.lock().peek(&hash(message)).is_some());
		assert!(VERIFIED.hashes.lock().peek(&hash(b"another message")).is_none());
	}
}
