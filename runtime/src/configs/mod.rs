// SPDX-License-Identifier: GPL-3.0-or-later

//! The configuration of the pallets, one file a domain.

pub mod balances;
pub mod committee;
pub mod consensus;
pub mod offences;
pub mod parachains;
pub mod partitions;
pub mod system;
pub mod utility;
pub mod xcm;
