// SPDX-License-Identifier: Apache-2.0
//! ASF in Malachite's terms. A value is a target, and is its own id: blocks travel on their own
//! ways, consensus only names them. Every seat has a voting power of one.

use asf_primitives::{Panel, Round, Seat, SeatKey, Signature, Target};
use core::fmt;
use malachite_types as malachite;
use malachite_types::{NilOrVal, SignedExtension, VoteType};
use std::sync::Arc;

/// Malachite's `Context` of ASF.
#[derive(Clone, Debug)]
pub(crate) struct AsfContext;

/// A height, as Malachite counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct BftHeight(pub(crate) u64);

impl fmt::Display for BftHeight {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.fmt(f)
	}
}

impl malachite::Height for BftHeight {
	const ZERO: Self = Self(0);
	const INITIAL: Self = Self(1);

	fn increment_by(&self, n: u64) -> Self {
		Self(self.0.saturating_add(n))
	}

	fn decrement_by(&self, n: u64) -> Option<Self> {
		self.0.checked_sub(n).map(Self)
	}

	fn as_u64(&self) -> u64 {
		self.0
	}
}

/// Address of a validator: its seat. A node without one has an address that no panel has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address(pub(crate) Seat);

impl Address {
	/// Beyond the largest panel.
	pub(crate) const NO_SEAT: Self = Self(Seat::new(u8::MAX));
}

impl fmt::Display for Address {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.fmt(f)
	}
}

impl malachite::Address for Address {}

/// A seat with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Validator {
	address: Address,
	key: SeatKey,
}

impl malachite::Validator<AsfContext> for Validator {
	fn address(&self) -> &Address {
		&self.address
	}

	fn public_key(&self) -> &SeatKey {
		&self.key
	}

	fn voting_power(&self) -> u64 {
		1
	}
}

/// The panel. Shared, because Malachite keeps several copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ValidatorSet(Arc<[Validator]>);

impl ValidatorSet {
	pub(crate) fn of(panel: &Panel) -> Self {
		Self(
			panel
				.iter()
				.map(|(seat, key)| Validator { address: Address(seat), key: *key })
				.collect(),
		)
	}
}

impl malachite::ValidatorSet<AsfContext> for ValidatorSet {
	fn count(&self) -> usize {
		self.0.len()
	}

	fn total_voting_power(&self) -> u64 {
		self.0.len() as u64
	}

	fn get_by_address(&self, address: &Address) -> Option<&Validator> {
		self.0.get(address.0.index())
	}

	fn get_by_index(&self, index: usize) -> Option<&Validator> {
		self.0.get(index)
	}
}

/// What is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Value(pub(crate) Target);

impl malachite::Value for Value {
	type Id = Target;

	fn id(&self) -> Target {
		self.0
	}
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposal {
	pub(crate) height: BftHeight,
	pub(crate) round: malachite::Round,
	pub(crate) value: Value,
	pub(crate) pol_round: malachite::Round,
	pub(crate) address: Address,
}

impl malachite::Proposal<AsfContext> for Proposal {
	fn height(&self) -> BftHeight {
		self.height
	}

	fn round(&self) -> malachite::Round {
		self.round
	}

	fn value(&self) -> &Value {
		&self.value
	}

	fn take_value(self) -> Value {
		self.value
	}

	fn pol_round(&self) -> malachite::Round {
		self.pol_round
	}

	fn validator_address(&self) -> &Address {
		&self.address
	}
}

/// A prevote or precommit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Vote {
	pub(crate) height: BftHeight,
	pub(crate) round: malachite::Round,
	pub(crate) value: NilOrVal<Target>,
	pub(crate) vote_type: VoteType,
	pub(crate) address: Address,
}

impl malachite::Vote<AsfContext> for Vote {
	fn height(&self) -> BftHeight {
		self.height
	}

	fn round(&self) -> malachite::Round {
		self.round
	}

	fn value(&self) -> &NilOrVal<Target> {
		&self.value
	}

	fn take_value(self) -> NilOrVal<Target> {
		self.value
	}

	fn vote_type(&self) -> VoteType {
		self.vote_type
	}

	fn validator_address(&self) -> &Address {
		&self.address
	}

	// ASF has no vote extensions; a vote without one equals a vote whose extension was removed.
	fn extension(&self) -> Option<&SignedExtension<AsfContext>> {
		None
	}

	fn take_extension(&mut self) -> Option<SignedExtension<AsfContext>> {
		None
	}

	fn extend(self, _extension: SignedExtension<AsfContext>) -> Self {
		self
	}
}

/// Proposals are one message; there are no parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoProposalPart {}

impl malachite::ProposalPart<AsfContext> for NoProposalPart {
	fn is_first(&self) -> bool {
		match *self {}
	}

	fn is_last(&self) -> bool {
		match *self {}
	}
}

/// Ed25519 as the primitives have it. The driver carries signatures and never looks at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ed25519 {}

/// The driver never signs.
#[derive(Clone)]
pub(crate) enum NoPrivateKey {}

impl malachite::SigningScheme for Ed25519 {
	type DecodingError = core::array::TryFromSliceError;
	type Signature = Signature;
	type PublicKey = SeatKey;
	type PrivateKey = NoPrivateKey;

	fn decode_signature(bytes: &[u8]) -> Result<Signature, Self::DecodingError> {
		bytes.try_into().map(Signature::from_bytes)
	}

	fn encode_signature(signature: &Signature) -> Vec<u8> {
		signature.as_bytes().to_vec()
	}

	fn decode_public_key(bytes: &[u8]) -> Result<SeatKey, Self::DecodingError> {
		bytes.try_into().map(SeatKey::from_bytes)
	}

	fn encode_public_key(key: &SeatKey) -> Vec<u8> {
		key.as_bytes().to_vec()
	}
}

impl malachite::Context for AsfContext {
	type Address = Address;
	type Height = BftHeight;
	type ProposalPart = NoProposalPart;
	type Proposal = Proposal;
	type Validator = Validator;
	type ValidatorSet = ValidatorSet;
	type Timeouts = malachite::LinearTimeouts;
	type Value = Value;
	type Vote = Vote;
	type Extension = ();
	type SigningScheme = Ed25519;

	/// `panel[(height + round) mod n]`.
	fn select_proposer<'a>(
		&self,
		set: &'a ValidatorSet,
		height: BftHeight,
		round: malachite::Round,
	) -> &'a Validator {
		let seats = set.0.len() as u64;
		let turn = (height.0 % seats + u64::from(round.as_u32().unwrap_or(0)) % seats) % seats;
		// A panel has 1 to 100 seats, so the remainder indexes it on every machine.
		&set.0[usize::try_from(turn).unwrap_or(0)]
	}

	fn new_proposal(
		&self,
		height: BftHeight,
		round: malachite::Round,
		value: Value,
		pol_round: malachite::Round,
		address: Address,
	) -> Proposal {
		Proposal { height, round, value, pol_round, address }
	}

	fn new_prevote(
		&self,
		height: BftHeight,
		round: malachite::Round,
		value: NilOrVal<Target>,
		address: Address,
	) -> Vote {
		Vote { height, round, value, vote_type: VoteType::Prevote, address }
	}

	fn new_precommit(
		&self,
		height: BftHeight,
		round: malachite::Round,
		value: NilOrVal<Target>,
		address: Address,
	) -> Vote {
		Vote { height, round, value, vote_type: VoteType::Precommit, address }
	}
}

/// Our round in Malachite's terms.
pub(crate) fn to_bft_round(round: Round) -> malachite::Round {
	malachite::Round::new(round.get())
}

/// Malachite's round in ours; `None` for its nil round.
pub(crate) fn from_bft_round(round: malachite::Round) -> Option<Round> {
	round.as_u32().map(Round::new)
}
