// SPDX-License-Identifier: GPL-3.0-or-later
//! Executes the validation code of partitions, in a process of its own that the node starts.

#[path = "../version.rs"]
mod version;

polkadot_node_core_pvf_common::decl_worker_main!(
	"execute-worker",
	polkadot_node_core_pvf_execute_worker::worker_entrypoint,
	crate::version::NODE_VERSION,
	env!("SUBSTRATE_CLI_COMMIT_HASH"),
);
