// SPDX-License-Identifier: Apache-2.0
//! What is true for everyone: keys, panels, the tree of all blocks there are.

use asf_core::Header;
use asf_primitives::{
	signing_payload, Authority, Ballot, BlockHash, BlockNumber, Height, NativeVerifier, NextPanel,
	Panel, Round, Seat, SeatKey, SetId, Signature, SignatureVerifier, SignedMessage, Target,
};
use ed25519_zebra::{SigningKey, VerificationKey};
use std::cell::RefCell;
use std::collections::HashMap;

/// Index of a block in the order of production; 0 is genesis.
pub type BlockIndex = usize;

/// A block.
#[derive(Clone, Copy, Debug)]
pub struct Block {
	/// Its number.
	pub number: BlockNumber,
	/// Its parent.
	pub parent: BlockIndex,
	/// Virtual time of its production, in microseconds.
	pub born_us: u64,
}

/// Keys, panels and blocks.
pub struct World {
	keys: Vec<(SigningKey, SeatKey)>,
	panels: Vec<Vec<usize>>,
	term_blocks: u32,
	blocks: Vec<Block>,
	verifier: RememberingVerifier,
}

/// Key, signature and payload of a check.
type Question = (SeatKey, Signature, Vec<u8>);

/// Checks each signature once: twenty nodes ask the same question.
#[derive(Default)]
pub struct RememberingVerifier {
	verdicts: RefCell<HashMap<Question, bool>>,
}

impl SignatureVerifier for RememberingVerifier {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		let question = (*key, *signature, payload.to_vec());
		*(self.verdicts.borrow_mut())
			.entry(question)
			.or_insert_with(|| NativeVerifier.verify(key, payload, signature))
	}
}

impl World {
	/// `panels[s]` lists the nodes on the panel of set `s`; the last one stays for ever.
	pub fn new(nodes: usize, panels: Vec<Vec<usize>>, term_blocks: u32) -> Self {
		let keys = (0..nodes)
			.map(|node| {
				let mut seed = [7u8; 32];
				seed[..8].copy_from_slice(&(node as u64).to_le_bytes());
				let signing = SigningKey::from(seed);
				let public = SeatKey::from_bytes(VerificationKey::from(&signing).into());
				(signing, public)
			})
			.collect();
		let genesis = Block { number: 0, parent: 0, born_us: 0 };
		let verifier = RememberingVerifier::default();
		Self { keys, panels, term_blocks, blocks: vec![genesis], verifier }
	}

	/// Hash of the genesis block.
	pub fn genesis(&self) -> BlockHash {
		self.hash(0)
	}

	fn hash(&self, index: BlockIndex) -> BlockHash {
		let mut bytes = [0xB1; 32];
		bytes[24..].copy_from_slice(&(index as u64).to_be_bytes());
		BlockHash::from(bytes)
	}

	/// The block of a hash, if there is one.
	pub fn find(&self, hash: &BlockHash) -> Option<BlockIndex> {
		let index = usize::try_from(hash.to_low_u64_be()).ok()?;
		(index < self.blocks.len() && self.hash(index) == *hash).then_some(index)
	}

	/// Adds a block on `parent`.
	pub fn produce(&mut self, parent: BlockIndex, born_us: u64) -> BlockIndex {
		let number = self.blocks[parent].number + 1;
		self.blocks.push(Block { number, parent, born_us });
		self.blocks.len() - 1
	}

	/// A block.
	pub fn block(&self, index: BlockIndex) -> Block {
		self.blocks[index]
	}

	/// How many blocks there are.
	pub fn block_count(&self) -> usize {
		self.blocks.len()
	}

	/// A block as a target.
	pub fn target(&self, index: BlockIndex) -> Target {
		Target { hash: self.hash(index), number: self.blocks[index].number }
	}

	/// Whether `ancestor` is `block` or comes before it.
	pub fn is_within(&self, ancestor: BlockIndex, block: BlockIndex) -> bool {
		let mut at = block;
		while self.blocks[at].number > self.blocks[ancestor].number {
			at = self.blocks[at].parent;
		}
		at == ancestor
	}

	/// The set that a block announces.
	pub fn announces(&self, index: BlockIndex) -> Option<SetId> {
		let number = self.blocks[index].number;
		let ends_term =
			self.term_blocks > 0 && number > 0 && number.is_multiple_of(self.term_blocks);
		let set = u64::from(number.checked_div(self.term_blocks)?);
		(ends_term && set < self.panels.len() as u64).then_some(SetId::new(set))
	}

	/// The header of a block.
	pub fn header(&self, index: BlockIndex) -> Header {
		Header {
			number: self.blocks[index].number,
			parent: self.hash(self.blocks[index].parent),
			announces: self.announces(index),
		}
	}

	/// The panel that a block announces.
	pub fn next_panel(&self, index: BlockIndex) -> Option<NextPanel> {
		let set_id = self.announces(index)?;
		Some(NextPanel { set_id, panel: self.authority(set_id)?.panel })
	}

	/// Chain, set and panel of a set.
	pub fn authority(&self, set_id: SetId) -> Option<Authority> {
		let members = self.panels.get(usize::try_from(set_id.get()).ok()?)?;
		let keys = members.iter().map(|node| self.keys[*node].1).collect();
		Some(Authority { genesis: self.genesis(), set_id, panel: Panel::new(keys).ok()? })
	}

	/// The seat of a node in a set.
	pub fn seat(&self, set_id: SetId, node: usize) -> Option<Seat> {
		let members = self.panels.get(usize::try_from(set_id.get()).ok()?)?;
		let place = members.iter().position(|member| *member == node)?;
		u8::try_from(place).ok().map(Seat::new)
	}

	/// The seat whose turn it is to propose.
	pub fn proposer(&self, set_id: SetId, height: Height, round: Round) -> Option<Seat> {
		let seats = self.panels.get(usize::try_from(set_id.get()).ok()?)?.len() as u64;
		let turn = height.get().checked_add(u64::from(round.get()))?.checked_rem(seats)?;
		u8::try_from(turn).ok().map(Seat::new)
	}

	/// The node that holds a seat in a set.
	pub fn holder(&self, set_id: SetId, seat: Seat) -> Option<usize> {
		let members = self.panels.get(usize::try_from(set_id.get()).ok()?)?;
		members.get(seat.index()).copied()
	}

	/// The node with a key.
	pub fn owner(&self, key: &SeatKey) -> Option<usize> {
		self.keys.iter().position(|(_, public)| public == key)
	}

	/// The key of a node.
	pub fn key(&self, node: usize) -> &SeatKey {
		&self.keys[node].1
	}

	/// Signs with a node's key.
	pub fn sign_payload(&self, node: usize, payload: &[u8]) -> Signature {
		Signature::from_bytes(self.keys[node].0.sign(payload).into())
	}

	/// Makes a message of a node, if it has a seat in the set.
	pub fn sign(
		&self,
		node: usize,
		set_id: SetId,
		height: Height,
		round: Round,
		ballot: Ballot,
	) -> Option<SignedMessage> {
		let seat = self.seat(set_id, node)?;
		let payload = signing_payload(self.genesis(), set_id, height, round, &ballot);
		let signature = self.sign_payload(node, &payload);
		Some(SignedMessage { set_id, height, round, ballot, seat, signature })
	}

	/// The verifier of the run.
	pub fn verifier(&self) -> &RememberingVerifier {
		&self.verifier
	}
}
