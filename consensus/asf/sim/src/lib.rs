// SPDX-License-Identifier: Apache-2.0
//! A simulator that tries to break ASF: virtual time, a network that delays, loses, repeats and
//! reorders, disks that forget what was not synced, and seats that cheat. One seed is one run; the
//! same seed gives the same run, event for event.
//!
//! The machines under test are the ones that run in the node. Everything that judges them is in
//! [`checkers`] and knows nothing of their insides.
//!
//! | module | what |
//! | --- | --- |
//! | [`scenario`] | what a seed stands for |
//! | [`world`] | keys, panels, the tree of all blocks; signatures, checked once and remembered |
//! | [`network`] | who hears what when |
//! | [`node`] | one node: machine, block store, disk |
//! | [`byzantine`] | what cheating seats do, each for itself |
//! | [`ambush`] | cheating seats and network acting as one, against the locks |
//! | [`simulation`] | the event loop |
//! | [`checkers`] | agreement, certificates, double votes, levels, evidence, memory |
//! | [`progress`] | liveness |
//! | [`accountability`] | who is to blame when more than a third cheats |
//! | [`broken`] | machines with one rule broken |
//! | [`stats`], [`timing`] | figures of a run |
//! | [`shrink`] | the shortest failing variant of a failing seed |

pub mod accountability;
pub mod ambush;
pub mod broken;
pub mod byzantine;
pub mod checkers;
pub mod network;
pub mod node;
pub mod progress;
pub mod scenario;
pub mod shrink;
pub mod simulation;
pub mod stats;
pub mod timing;
pub mod world;
