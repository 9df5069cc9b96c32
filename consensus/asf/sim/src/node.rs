// SPDX-License-Identifier: Apache-2.0
//! One node: its machine, what blocks it has, its disk.

use crate::byzantine::Cheater;
use crate::world::{BlockIndex, World};
use asf_core::{Header, Host, LogRecord, LogSlot, Machine, Rules, StartFrom};
use asf_primitives::{
	BlockHash, Certificate, Height, NextPanel, SeatKey, SetId, Signature, SignatureVerifier, Target,
};
use rand::Rng;
use std::collections::{BTreeMap, BTreeSet};

/// A write to the disk.
#[derive(Clone, Debug)]
pub enum Write {
	/// A block was imported.
	Block(BlockIndex),
	/// A target was finalized.
	Finalized(Certificate),
	/// A log record.
	Record(Box<LogRecord>),
}

/// What survives a crash. Writes become safe in their order.
#[derive(Clone, Debug, Default)]
pub struct Disk {
	blocks: BTreeSet<BlockIndex>,
	finalized: Option<Certificate>,
	log: BTreeMap<LogSlot, LogRecord>,
	unsynced: Vec<Write>,
}

impl Disk {
	/// Writes something that a crash may take back.
	pub fn write(&mut self, write: Write) {
		self.unsynced.push(write);
	}

	/// Makes everything written so far safe.
	pub fn sync(&mut self) {
		for write in core::mem::take(&mut self.unsynced) {
			match write {
				Write::Block(index) => {
					self.blocks.insert(index);
				},
				Write::Finalized(certificate) => self.finalized = Some(certificate),
				Write::Record(record) => {
					for slot in record.slots() {
						self.log.insert(slot, (*record).clone());
					}
				},
			}
		}
	}

	/// The power goes. The newest unsynced writes are lost, if the disk is of that kind.
	pub fn crash(&mut self, loses_writes: bool, rng: &mut impl Rng) -> usize {
		let safe =
			if loses_writes { rng.gen_range(0..=self.unsynced.len()) } else { self.unsynced.len() };
		let lost = self.unsynced.len() - safe;
		self.unsynced.truncate(safe);
		self.sync();
		lost
	}
}

/// What the machine of a node sees.
pub struct NodeHost<'a> {
	/// What is true for everyone.
	pub world: &'a World,
	/// The node's blocks.
	pub imported: &'a BTreeSet<BlockIndex>,
	/// The node.
	pub owner: usize,
}

impl SignatureVerifier for NodeHost<'_> {
	fn verify(&self, key: &SeatKey, payload: &[u8], signature: &Signature) -> bool {
		self.world.verifier().verify(key, payload, signature)
	}
}

impl NodeHost<'_> {
	fn find(&self, hash: &BlockHash) -> Option<BlockIndex> {
		self.world.find(hash).filter(|index| self.imported.contains(index))
	}
}

impl Host for NodeHost<'_> {
	fn header(&self, hash: &BlockHash) -> Option<Header> {
		self.find(hash).map(|index| self.world.header(index))
	}

	fn next_panel(&self, hash: &BlockHash) -> Option<NextPanel> {
		self.find(hash).and_then(|index| self.world.next_panel(index))
	}

	fn owns(&self, key: &SeatKey) -> bool {
		self.world.key(self.owner) == key
	}

	fn sign(&self, key: &SeatKey, payload: &[u8]) -> Option<Signature> {
		self.owns(key).then(|| self.world.sign_payload(self.owner, payload))
	}
}

/// A node.
pub struct Node<R: Rules> {
	/// Whose key it has. Twins share one.
	pub owner: usize,
	/// How it cheats, if it does.
	pub cheater: Option<Cheater>,
	/// `None` while it is down.
	pub machine: Option<Machine<R>>,
	/// Blocks it has, genesis among them.
	pub imported: BTreeSet<BlockIndex>,
	/// Blocks that wait for a parent.
	pub orphans: BTreeSet<BlockIndex>,
	/// Blocks that it heard of and misses.
	pub wanted: BTreeSet<BlockIndex>,
	/// Head of its best chain.
	pub best: BlockIndex,
	/// Its finality target.
	pub approved: BlockIndex,
	/// Its last finalized block.
	pub finalized: BlockIndex,
	/// Its disk.
	pub disk: Disk,
	/// Certificates of blocks that ended a panel's term, for whoever asks.
	pub closing_certificates: BTreeMap<BlockIndex, Certificate>,
	/// Counts restarts; timers of an earlier life do not fire.
	pub life: u32,
	/// How fast its clock runs, in thousandths.
	pub clock_permille: u64,
	/// What its gossip has taken, encoded, and takes for known when it comes again.
	pub known: BTreeSet<Vec<u8>>,
}

impl<R: Rules> Node<R> {
	/// A node that was never started.
	pub fn new(owner: usize, cheater: Option<Cheater>, clock_permille: u64) -> Self {
		Self {
			owner,
			cheater,
			machine: None,
			imported: BTreeSet::from([0]),
			orphans: BTreeSet::new(),
			wanted: BTreeSet::new(),
			best: 0,
			approved: 0,
			finalized: 0,
			disk: Disk::default(),
			closing_certificates: BTreeMap::new(),
			life: 0,
			clock_permille,
			known: BTreeSet::new(),
		}
	}

	/// Whether it keeps the rules.
	pub fn is_honest(&self) -> bool {
		self.cheater.is_none()
	}

	/// Reads the disk, as a node does when it starts.
	pub fn read_disk(&mut self, world: &World) -> Option<StartFrom> {
		self.known.clear();
		self.imported = self.disk.blocks.clone();
		self.imported.insert(0);
		self.orphans.clear();
		self.wanted.clear();
		let certificate = self.disk.finalized.clone();
		let decided: Target = certificate.as_ref().map_or(world.target(0), |kept| kept.target);
		self.finalized = world.find(&decided.hash)?;
		self.best = self.finalized;
		self.approved = self.finalized;
		for index in self.imported.clone() {
			self.consider_best(index, world);
		}
		let (set_id, decided_height) = match (&certificate, world.announces(self.finalized)) {
			(_, Some(next)) => (next, Height::ZERO),
			(Some(kept), None) => (kept.set_id, kept.height),
			(None, None) => (SetId::new(0), Height::ZERO),
		};
		Some(StartFrom {
			authority: world.authority(set_id)?,
			decided_height,
			decided,
			certificate,
			log: self.disk.log.values().cloned().collect(),
		})
	}

	/// Takes a block for the best one if it is higher and extends what is final.
	pub fn consider_best(&mut self, index: BlockIndex, world: &World) {
		let extends = world.is_within(self.finalized, index);
		let is_higher = world.block(index).number > world.block(self.best).number;
		if extends && (is_higher || !world.is_within(self.finalized, self.best)) {
			self.best = index;
		}
	}

	/// Moves to what was finalized.
	pub fn finalize(&mut self, index: BlockIndex, world: &World) {
		self.finalized = index;
		if !world.is_within(index, self.best) {
			self.best = index;
			for candidate in self.imported.clone() {
				self.consider_best(candidate, world);
			}
		}
	}
}
