// SPDX-License-Identifier: GPL-3.0-or-later
//! The network under test: where it is, or the processes of one that was started for the test, and
//! what its nodes tell.

pub(crate) mod endpoint;
pub(crate) mod head;
pub(crate) mod links;
pub(crate) mod metrics;
pub(crate) mod process;
pub(crate) mod subject;
pub(crate) mod watch;
pub(crate) mod wrapper;
