// SPDX-License-Identifier: Apache-2.0
//! The rules that a test may break one at a time, to show that the simulator notices.

/// Which of the protocol's rules a machine keeps. [`Standard`] keeps all; there is no other
/// implementation outside the simulator. A type parameter rather than a build feature, because
/// features of one workspace member reach every other.
pub trait Rules: 'static {
	/// Seats that are missing from every quorum.
	const QUORUM_SHORTFALL: u64 = 0;
	/// A seat that precommitted a target holds on to it in later rounds.
	const LOCKS: bool = true;
	/// A lock gives way only to a polka that is newer than it.
	const UNLOCK_NEEDS_NEWER_POLKA: bool = true;
	/// What is signed is stored before it is sent.
	const PERSISTS_BEFORE_SENDING: bool = true;
	/// Messages of other sets do not count.
	const CHECKS_SET: bool = true;
	/// A target extends the last decided one and stays within the panel's term.
	const CHECKS_ANCESTRY: bool = true;
}

/// The specification.
#[derive(Clone, Copy, Debug)]
pub enum Standard {}

impl Rules for Standard {}
