// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls and hooks cost.
//!
//! `scripts/benchmark_weights.sh` measures and writes the files here, each of which says in its head
//! when, where and how. One is written by hand, since all instructions are weighed alike: [`xcm`].

pub mod cumulus_pallet_parachain_system;
pub mod cumulus_pallet_weight_reclaim;
pub mod cumulus_pallet_xcmp_queue;
pub mod database;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod overhead;
pub mod pallet_asset_tx_payment;
pub mod pallet_assets;
pub mod pallet_balances;
pub mod pallet_collator_selection;
pub mod pallet_message_queue;
pub mod pallet_multisig;
pub mod pallet_partition;
pub mod pallet_proxy;
pub mod pallet_session;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_utility;
pub mod pallet_xcm;
pub mod xcm;
