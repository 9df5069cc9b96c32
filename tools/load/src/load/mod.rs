// SPDX-License-Identifier: GPL-3.0-or-later
//! The load: accounts that send transfers to each other, signed beforehand, submitted over several
//! connections, and followed into blocks until these are final.

pub(crate) mod accounts;
pub(crate) mod chain;
pub(crate) mod finality;
pub(crate) mod follow;
pub(crate) mod funding;
pub(crate) mod lane;
pub(crate) mod ledger;
pub(crate) mod pace;
pub(crate) mod run;
pub(crate) mod signing;
