// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls and hooks cost.
//!
//! `scripts/benchmark_weights.sh` measures and writes the files here, each of which says in its head
//! when, where and how. Three are written by hand, for what has no benchmark of its own:
//! [`pallet_babe`], [`slashing`] and [`xcm`].

pub mod database;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod overhead;
pub mod pallet_asf;
pub mod pallet_babe;
pub mod pallet_balances;
pub mod pallet_message_queue;
pub mod pallet_multisig;
pub mod pallet_partition_registrar;
pub mod pallet_preimage;
pub mod pallet_proxy;
pub mod pallet_scheduler;
pub mod pallet_session;
pub mod pallet_sudo;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_utility;
pub mod pallet_validator_committee;
pub mod pallet_xcm;
pub mod polkadot_runtime_parachains_configuration;
pub mod polkadot_runtime_parachains_coretime;
pub mod polkadot_runtime_parachains_disputes;
pub mod polkadot_runtime_parachains_dmp;
pub mod polkadot_runtime_parachains_hrmp;
pub mod polkadot_runtime_parachains_inclusion;
pub mod polkadot_runtime_parachains_initializer;
pub mod polkadot_runtime_parachains_on_demand;
pub mod polkadot_runtime_parachains_paras;
pub mod polkadot_runtime_parachains_paras_inherent;
pub mod slashing;
pub mod xcm;
