// SPDX-License-Identifier: GPL-3.0-or-later

//! The configuration of the pallets, one file a domain.

pub mod assets;
pub mod balances;
pub mod collators;
pub mod messages;
pub mod parachain;
pub mod system;
pub mod utility;
pub mod xcm;
