// SPDX-License-Identifier: GPL-3.0-or-later
//! Runtimes that differ from a given one, made from its WASM: building another takes minutes.

use crate::{Error, Result};
use codec::{Compact, Decode};
use sp_maybe_compressed_blob::{compress_weakly, decompress, CODE_BLOB_BOMB_LIMIT};
use subxt::config::{substrate::BlakeTwo256, Hasher};

/// The length and the name of the section with the encoded version. Whoever decides whether a
/// runtime may follow another reads the version from there.
const VERSION_SECTION: &[u8] = b"\x0fruntime_version";
/// The two halves of the hash under which the timestamp pallet keeps the time.
const TIME_ENTRY: [[u8; 8]; 2] = [
	[0x9f, 0x1f, 0x05, 0x15, 0xf4, 0x62, 0xcd, 0xcf],
	[0x84, 0xe0, 0xf1, 0xd6, 0x04, 0x5d, 0xfc, 0xbb],
];
/// The WASM instruction that puts a number of 64 bits on the stack.
const I64_CONST: u8 = 0x42;

/// The hash by which the relay chain names code.
pub fn hash(code: &[u8]) -> [u8; 32] {
	BlakeTwo256.hash(code).0
}

/// The same runtime under the next `spec_version`.
pub fn next_version(code: &[u8]) -> Result<Vec<u8>> {
	let mut wasm = uncompressed(code)?;
	let start = positions(&wasm, VERSION_SECTION)
		.pop()
		.ok_or_else(|| Error::violated("the runtime says no version"))?
		+ VERSION_SECTION.len();
	let place = start + spec_version_offset(&wasm[start..])?;
	let bytes = wasm
		.get_mut(place..)
		.and_then(<[u8]>::first_chunk_mut::<4>)
		.ok_or_else(|| Error::violated("the runtime's version ends early"))?;
	*bytes = (u32::from_le_bytes(*bytes) + 1).to_le_bytes();
	compress_weakly(&wasm, CODE_BLOB_BOMB_LIMIT)
		.ok_or_else(|| Error::violated("the changed runtime cannot be compressed"))
}

/// Where in an encoded version the `spec_version` is: after two names and the version of authoring.
fn spec_version_offset(version: &[u8]) -> Result<usize> {
	let mut rest = version;
	for _name in 0..2 {
		let length = Compact::<u32>::decode(&mut rest)
			.map_err(|error| Error::violated(format!("the runtime's version: {error}")))?;
		rest = rest
			.get(length.0 as usize..)
			.ok_or_else(|| Error::violated("the runtime's version ends in a name"))?;
	}
	Ok(version.len() - rest.len() + size_of::<u32>())
}

/// The same runtime, uncompressed, but it keeps the time elsewhere in its state. A block that it makes
/// has a state root that the given runtime does not arrive at.
pub fn with_another_state(code: &[u8]) -> Result<Vec<u8>> {
	let mut wasm = uncompressed(code)?;
	for half in TIME_ENTRY {
		// A compiler has the hash among the constants, or makes it from two numbers.
		let mut number = vec![I64_CONST];
		number.extend(signed_leb128(i64::from_le_bytes(half)));
		let places = [positions(&wasm, &number), positions(&wasm, &half)].concat();
		for place in &places {
			// The lowest bits of the number, or of the byte: what else follows stays as it is.
			let byte = place + usize::from(wasm[*place] == I64_CONST);
			wasm[byte] ^= 1;
		}
		if places.is_empty() {
			return Err(Error::violated("the runtime has no place for the time"));
		}
	}
	Ok(wasm)
}

fn uncompressed(code: &[u8]) -> Result<Vec<u8>> {
	decompress(code, CODE_BLOB_BOMB_LIMIT)
		.map(Into::into)
		.map_err(|error| Error::violated(format!("the runtime cannot be decompressed: {error}")))
}

fn positions(bytes: &[u8], pattern: &[u8]) -> Vec<usize> {
	let windows = bytes.windows(pattern.len()).enumerate();
	windows.filter(|(_, window)| *window == pattern).map(|(place, _)| place).collect()
}

/// A number as WASM writes it: seven bits a byte, the lowest first, up to one that holds the sign.
fn signed_leb128(mut number: i64) -> Vec<u8> {
	let mut bytes = Vec::new();
	loop {
		let low = number.to_le_bytes()[0] & 0x7f;
		number >>= 7;
		let sign = low & 0x40 != 0;
		if (number == 0 && !sign) || (number == -1 && sign) {
			bytes.push(low);
			return bytes;
		}
		bytes.push(low | 0x80);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn the_version_is_the_next_one() -> Result<()> {
		let version = ("name", "other name", 5u32, 7u32, 1u32).encode();
		let wasm = [b"\0asm...".as_slice(), VERSION_SECTION, &version, b"more"].concat();
		let changed = uncompressed(&next_version(&wasm)?)?;
		let expected = ("name", "other name", 5u32, 8u32, 1u32).encode();
		assert_eq!(changed, [b"\0asm...".as_slice(), VERSION_SECTION, &expected, b"more"].concat());
		assert!(next_version(b"\0asm").is_err());
		assert!(next_version(&[VERSION_SECTION, &[200]].concat()).is_err());
		Ok(())
	}

	#[test]
	fn numbers_are_written_as_in_wasm() {
		assert_eq!(signed_leb128(2), [2]);
		assert_eq!(signed_leb128(-2), [0x7e]);
		assert_eq!(signed_leb128(127), [0xff, 0]);
		assert_eq!(signed_leb128(-129), [0xff, 0x7e]);
	}

	#[test]
	fn the_time_moves_in_both_forms() -> Result<()> {
		let [first, second] = TIME_ENTRY;
		let number = |half| [vec![I64_CONST], signed_leb128(i64::from_le_bytes(half))].concat();
		let in_code = [number(first), number(second)].concat();
		let in_data = [first, second].concat();
		for wasm in [in_code, in_data] {
			let changed = with_another_state(&wasm)?;
			assert_eq!(changed.len(), wasm.len());
			let differing = changed.iter().zip(&wasm).filter(|(new, old)| new != old).count();
			assert_eq!(differing, 2);
		}
		assert!(with_another_state(b"\0asm").is_err());
		Ok(())
	}
}
