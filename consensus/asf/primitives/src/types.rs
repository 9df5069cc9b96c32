// SPDX-License-Identifier: Apache-2.0
//! Newtypes: each number that consensus counts has a type of its own, so that a height cannot
//! stand where a round is wanted.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use primitive_types::H256;
use scale_info::TypeInfo;

/// Hash of a block header.
pub type BlockHash = H256;

/// Number of a block; genesis is 0.
pub type BlockNumber = u32;

macro_rules! counter {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
			Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		pub struct $name($inner);

		impl $name {
			/// The value that counts from zero.
			pub const fn new(value: $inner) -> Self {
				Self(value)
			}

			/// The plain number.
			pub const fn get(self) -> $inner {
				self.0
			}

			/// The next one; stays at the largest number there is.
			#[must_use]
			pub const fn next(self) -> Self {
				Self(self.0.saturating_add(1))
			}
		}

		impl fmt::Display for $name {
			fmt_display!();
		}
	};
}

macro_rules! fmt_display {
	() => {
		fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
			self.0.fmt(f)
		}
	};
}

counter! {
	/// Counts the decisions of one authority set. The first decision of a set has height 1;
	/// 0 stands for "nothing decided yet".
	Height(u64)
}

counter! {
	/// Attempt to decide one height, from 0.
	Round(u32)
}

counter! {
	/// Identifies an authority set: 0 at genesis, one more with every panel change.
	SetId(u64)
}

counter! {
	/// Position on a panel, from 0.
	Seat(u8)
}

impl Height {
	/// Nothing decided yet.
	pub const ZERO: Self = Self(0);
	/// The first height of every set.
	pub const FIRST: Self = Self(1);
}

impl Round {
	/// The first round of every height.
	pub const ZERO: Self = Self(0);
}

impl Seat {
	/// Index into the panel.
	pub const fn index(self) -> usize {
		self.0 as usize
	}
}

/// Ed25519 public key of a seat, 32 bytes, compressed Edwards y coordinate (RFC 8032).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SeatKey([u8; 32]);

impl SeatKey {
	/// Takes the key's bytes as they are; whether they are a curve point shows when a signature
	/// is checked.
	pub const fn from_bytes(bytes: [u8; 32]) -> Self {
		Self(bytes)
	}

	/// The key's bytes.
	pub const fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}

	/// Whether the key is a point of small order. Under ZIP 215 anybody can sign for such a key, so
	/// it must have no seat.
	pub fn is_small_order(&self) -> bool {
		let mut y = self.0;
		// The top bit is the sign of x.
		y[31] &= 0x7f;
		SMALL_ORDER_Y.contains(&y)
	}
}

/// p = 2^255 − 19 plus `offset`, little endian.
const fn field_order_plus(offset: i8) -> [u8; 32] {
	let mut bytes = [0xff; 32];
	bytes[0] = 0xed_u8.wrapping_add_signed(offset);
	bytes[31] = 0x7f;
	bytes
}

/// A number below 256, little endian.
const fn small_y(value: u8) -> [u8; 32] {
	let mut bytes = [0; 32];
	bytes[0] = value;
	bytes
}

/// The y coordinates of the 8 points of small order: order 4, 1 and 2, the second encodings of the
/// first two, and the two of order 8.
const SMALL_ORDER_Y: [[u8; 32]; 7] = [
	small_y(0),
	small_y(1),
	field_order_plus(-1),
	field_order_plus(0),
	field_order_plus(1),
	[
		0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
		0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
		0xfc, 0x05,
	],
	[
		0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
		0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
		0x03, 0x7a,
	],
];

impl fmt::Debug for SeatKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "SeatKey({:?})", H256(self.0))
	}
}

/// Ed25519 signature, 64 bytes: R then s (RFC 8032).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Signature([u8; 64]);

impl Signature {
	/// Takes the signature's bytes as they are.
	pub const fn from_bytes(bytes: [u8; 64]) -> Self {
		Self(bytes)
	}

	/// The signature's bytes.
	pub const fn as_bytes(&self) -> &[u8; 64] {
		&self.0
	}
}

impl fmt::Debug for Signature {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Signature({:02x}{:02x}…)", self.0[0], self.0[1])
	}
}

/// A block that a height can decide.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Target {
	/// Hash of the block.
	pub hash: BlockHash,
	/// Its number; a target whose number is not that of the block with its hash is invalid.
	pub number: BlockNumber,
}

impl fmt::Display for Target {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		// In full: what `Display` of a hash leaves out is what one looks for.
		write!(f, "#{} ({:#x})", self.number, self.hash)
	}
}

/// Part of a round (Tendermint's step).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
	/// The round's proposer names a target.
	Propose,
	/// Seats vote for the proposed target or nil.
	Prevote,
	/// Seats commit to a target that a quorum prevoted, or nil.
	Precommit,
}

/// What a seat says in one step of one round. `None` is nil.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[allow(clippy::cast_possible_truncation, reason = "codec's derive casts the variant index")]
pub enum Ballot {
	/// The proposer's target.
	#[codec(index = 0)]
	Proposal {
		/// What is proposed.
		target: Target,
		/// The round in which the proposer saw a quorum of prevotes for `target`, if it did.
		/// It is signed with the rest, so that nobody can alter it on the way.
		valid_round: Option<Round>,
	},
	/// A prevote.
	#[codec(index = 1)]
	Prevote(Option<Target>),
	/// A precommit.
	#[codec(index = 2)]
	Precommit(Option<Target>),
}

impl Ballot {
	/// The step this ballot belongs to.
	pub const fn step(&self) -> Step {
		match self {
			Self::Proposal { .. } => Step::Propose,
			Self::Prevote(_) => Step::Prevote,
			Self::Precommit(_) => Step::Precommit,
		}
	}

	/// The target, `None` for nil.
	pub const fn target(&self) -> Option<Target> {
		match self {
			Self::Proposal { target, .. } => Some(*target),
			Self::Prevote(target) | Self::Precommit(target) => *target,
		}
	}
}
