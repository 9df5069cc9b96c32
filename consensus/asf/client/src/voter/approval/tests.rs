// SPDX-License-Identifier: GPL-3.0-or-later
//! Questions about single blocks, and a seat that votes for a block beside its own best chain.

use super::*;
use crate::{
	host::ChainHost,
	testing::{pair, target_of, Network, TempDir, TestBlock, TestClient},
	vote_log::VoteLog,
	voter::start::start_machine,
};
use asf_core::{Input, Machine, Output, Reject};
use asf_primitives::{
	signing_payload, substrate::KEY_TYPE, Ballot, Height, Round, Seat, SetId, Signature,
	SignedMessage,
};
use futures::{executor::block_on, task::noop_waker};
use parking_lot::Mutex;
use sp_core::Pair;
use sp_keystore::{testing::MemoryKeystore, Keystore};

/// Gives its answers one after the other, and then the last one again.
struct Fake {
	answers: Mutex<VecDeque<Option<bool>>>,
	asked: Mutex<Vec<(Target, Target)>>,
}

impl Fake {
	fn new(answers: impl IntoIterator<Item = Option<bool>>) -> Arc<Self> {
		let answers = Mutex::new(answers.into_iter().collect());
		Arc::new(Self { answers, asked: Mutex::default() })
	}
}

#[async_trait::async_trait]
impl BlockApprovals for Fake {
	async fn is_approved(&self, base: Target, block: Target) -> Result<bool, ConsensusError> {
		self.asked.lock().push((base, block));
		let mut answers = self.answers.lock();
		let answer = if answers.len() > 1 { answers.pop_front() } else { answers.front().copied() };
		answer.flatten().ok_or(ConsensusError::InvalidAuthoritiesSet)
	}
}

fn poll(approvals: &mut ApprovalPoll) -> Poll<Target> {
	approvals.poll_approved(&mut Context::from_waker(&noop_waker()))
}

#[test]
fn asks_until_the_block_is_approved() {
	let fake = Fake::new([None, Some(false), Some(true)]);
	let mut approvals = ApprovalPoll::new(Some(fake.clone()));
	let (base, block) = (target_of(4), target_of(6));
	assert!(approvals.ask(base, block));
	assert!(approvals.ask(base, block), "one question is enough");
	assert_eq!(approvals.questions.len(), 1);
	assert_eq!(block_on(approvals.next_approved()), block);
	assert_eq!(*fake.asked.lock(), vec![(base, block); 3]);
	assert!(poll(&mut approvals).is_pending(), "there is no other question");
}

#[test]
fn a_block_that_waits_does_not_hold_up_another() {
	let fake = Fake::new([Some(false), Some(true)]);
	let mut approvals = ApprovalPoll::new(Some(fake));
	assert!(approvals.ask(target_of(4), target_of(6)));
	assert!(approvals.ask(target_of(4), target_of(5)));
	assert_eq!(poll(&mut approvals), Poll::Ready(target_of(5)));
	assert_eq!(block_on(approvals.next_approved()), target_of(6));
}

#[test]
fn without_anyone_to_ask_it_says_so() {
	let mut approvals = ApprovalPoll::new(None);
	assert!(!approvals.ask(target_of(4), target_of(5)));
	assert!(poll(&mut approvals).is_pending());
}

#[test]
fn a_decision_ends_the_questions_before_it() {
	let fake = Fake::new([Some(false)]);
	let mut approvals = ApprovalPoll::new(Some(fake.clone()));
	assert!(approvals.ask(target_of(4), target_of(5)));
	assert!(poll(&mut approvals).is_pending());
	approvals.forget_before(target_of(4));
	assert_eq!(approvals.questions.len(), 1, "nothing has been decided");
	approvals.forget_before(target_of(5));
	assert!(approvals.questions.is_empty());
	assert!(approvals.ask(target_of(5), target_of(5)));
	assert!(approvals.questions.is_empty(), "what is decided needs no approval");
	assert_eq!(fake.asked.lock().len(), 1);
}

#[test]
fn the_oldest_question_makes_way() {
	let fake = Fake::new([Some(false)]);
	let mut approvals = ApprovalPoll::new(Some(fake));
	for number in 1..=u32::try_from(MAX_QUESTIONS).unwrap_or(0) + 2 {
		assert!(approvals.ask(target_of(0), target_of(number)));
	}
	assert_eq!(approvals.questions.len(), MAX_QUESTIONS);
	assert_eq!(approvals.questions.front().map(|(block, _)| *block), Some(target_of(3)));
}

/// A node with the first seat of four, at its first height.
struct Seated {
	node: Network,
	machine: Machine,
	host: ChainHost<TestBlock, TestClient>,
	_directory: TempDir,
}

impl Seated {
	fn new() -> Self {
		let (node, directory) = (Network::new(), TempDir::new());
		let keystore = MemoryKeystore::new();
		let public = pair(0).public().0;
		assert!(keystore.insert(KEY_TYPE, &format!("0x{}", "01".repeat(32)), &public).is_ok());
		let mut host = ChainHost::new(node.client.clone(), Some(Arc::new(keystore)));
		let log: VoteLog<TestClient> = VoteLog::open(directory.path()).expect("there is none yet");
		let shared = node.link.shared();
		let machine = start_machine(&shared, &mut host, &log).expect("it starts").machine;
		Self { node, machine, host, _directory: directory }
	}

	fn handle(&mut self, input: Input) -> Vec<Output> {
		self.machine.handle(input, &self.host)
	}

	/// The seat whose turn it is in the first round of the first height proposes.
	fn propose(&mut self, target: Target) -> Vec<Output> {
		let ballot = Ballot::Proposal { target, valid_round: None };
		let (set_id, height, round) = (SetId::new(0), Height::FIRST, Round::ZERO);
		let genesis = self.node.genesis().hash;
		let payload = signing_payload(genesis, set_id, height, round, &ballot);
		let signature = Signature::from_bytes(pair(1).sign(&payload).0);
		let message =
			SignedMessage { set_id, height, round, ballot, seat: Seat::new(1), signature };
		let (authority, _) = self.machine.authorities();
		let verified = message.verify(authority, &self.host).expect("the seat signed it");
		self.handle(Input::Message(verified))
	}
}

fn prevotes(outputs: &[Output]) -> Vec<Option<Target>> {
	let ballots = outputs.iter().filter_map(|output| match output {
		Output::Send(message) => Some(message.ballot),
		_ => None,
	});
	ballots
		.filter_map(|ballot| match ballot {
			Ballot::Prevote(target) => Some(target),
			_ => None,
		})
		.collect()
}

#[test]
fn a_block_beside_the_best_chain_gets_this_seats_vote() {
	let mut seated = Seated::new();
	let genesis = seated.node.genesis();
	let best = seated.node.grow(genesis, 0, None);
	let fork = seated.node.grow(genesis, 1, None);
	seated.handle(Input::FinalityTarget(best));
	let outputs = seated.propose(fork);
	assert!(outputs.contains(&Output::RequestApproval(fork)));
	assert!(prevotes(&outputs).is_empty());

	let fake = Fake::new([Some(false), Some(true)]);
	let mut approvals = ApprovalPoll::new(Some(fake.clone()));
	assert!(approvals.ask(seated.machine.decided(), fork));
	let approved = block_on(approvals.next_approved());
	assert_eq!(fake.asked.lock().first(), Some(&(genesis, fork)));
	let outputs = seated.handle(Input::Approved(approved));
	assert_eq!(prevotes(&outputs), [Some(fork)]);
}

#[test]
fn approval_of_a_fork_does_not_reach_beyond_a_panel_change() {
	let mut seated = Seated::new();
	let genesis = seated.node.genesis();
	let best = seated.node.grow(genesis, 0, None);
	let last_of_term = seated.node.grow(genesis, 1, Some(1));
	let beyond = seated.node.grow(last_of_term, 1, None);
	seated.handle(Input::FinalityTarget(best));
	seated.handle(Input::Approved(beyond));
	let outputs = seated.propose(beyond);
	assert!(outputs.contains(&Output::Reject(Reject::InvalidTarget { target: beyond })));
	assert_eq!(prevotes(&outputs), [None]);
}
