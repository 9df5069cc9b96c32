// SPDX-License-Identifier: GPL-3.0-or-later
//! Signs transfers ahead of time, in threads of their own: while they wait to be submitted, and
//! before the measurement begins, the nodes have the processor to themselves.

use crate::{
	error::{Error, Result},
	load::{accounts::NonceBook, chain::Chain, funding::AMOUNT},
	network::head::{blake2_256, Hash},
};
use std::sync::{
	atomic::{AtomicU64, Ordering},
	Arc, Mutex, PoisonError,
};
use subxt_signer::sr25519::Keypair;
use tokio::sync::mpsc;

/// A signed transfer.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
	/// Its hash.
	pub(crate) hash: Hash,
	/// Index of its sender.
	pub(crate) sender: u32,
	/// As RPC takes it: hexadecimal, with `0x`.
	pub(crate) encoded: Box<str>,
}

/// What to sign.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
	/// The chain to sign for.
	pub(crate) chain: Chain,
	/// Who sends.
	pub(crate) senders: Arc<Vec<Keypair>>,
	/// Whose turn it is.
	pub(crate) book: Arc<NonceBook>,
	/// Transfers in all, shared evenly by the lanes.
	pub(crate) total: u64,
	/// Signed transfers that wait at most, in all lanes together: each takes about 400 bytes.
	pub(crate) ahead: usize,
}

/// The lanes' queues of signed transfers, and how many were signed.
#[derive(Debug)]
pub(crate) struct Signers {
	/// One for each lane.
	pub(crate) queues: Vec<mpsc::Receiver<Signed>>,
	signed: Arc<AtomicU64>,
	failure: Arc<Mutex<Option<Error>>>,
	goal: u64,
}

impl Signers {
	/// Starts a thread for each lane; it ends when its transfers are signed, or when nobody wants
	/// them any more.
	pub(crate) fn start(plan: &Plan) -> Self {
		let lanes = plan.book.lanes();
		let share = (plan.ahead / lanes as usize).max(1);
		let each = plan.total.div_ceil(u64::from(lanes));
		let signed = Arc::new(AtomicU64::new(0));
		let failure = Arc::new(Mutex::new(None));
		let mut queues = Vec::new();
		for lane in 0..lanes {
			let (sender, queue) = mpsc::channel(share);
			let (plan, signed, failure) = (plan.clone(), signed.clone(), failure.clone());
			std::thread::spawn(move || {
				for count in 0..each {
					// A lane that cannot sign closes its queue. Once the load runs, it then ends
					// early and says how few it sent.
					let transfer = match sign(&plan, lane, count) {
						Ok(Some(transfer)) => transfer,
						Ok(None) => return,
						Err(error) => {
							failure
								.lock()
								.unwrap_or_else(PoisonError::into_inner)
								.get_or_insert(error);
							return;
						},
					};
					signed.fetch_add(1, Ordering::Relaxed);
					if sender.blocking_send(transfer).is_err() {
						return;
					}
				}
			});
			queues.push(queue);
		}
		let goal = (share as u64).min(each) * u64::from(lanes);
		Self { queues, signed, failure, goal }
	}

	/// Transfers that are signed before the load begins.
	pub(crate) fn goal(&self) -> u64 {
		self.goal
	}

	/// Transfers that are signed.
	pub(crate) fn signed(&self) -> u64 {
		self.signed.load(Ordering::Relaxed)
	}

	/// Why a lane could not sign, if one could not; told once.
	pub(crate) fn failure(&self) -> Option<Error> {
		self.failure.lock().unwrap_or_else(PoisonError::into_inner).take()
	}
}

fn sign(plan: &Plan, lane: u32, count: u64) -> Result<Option<Signed>> {
	let Some(turn) = plan.book.turn(lane, count) else { return Ok(None) };
	let key = |index: u32| plan.senders.get(usize::try_from(index).ok()?);
	let (Some(from), Some(to)) = (key(turn.sender), key(turn.receiver)) else { return Ok(None) };
	let bytes = plan.chain.transfer(from, to.public_key().0, AMOUNT, turn.nonce)?;
	let encoded = format!("0x{}", hex::encode(&bytes)).into_boxed_str();
	Ok(Some(Signed { hash: blake2_256(&bytes), sender: turn.sender, encoded }))
}
