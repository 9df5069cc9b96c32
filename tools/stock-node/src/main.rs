// SPDX-License-Identifier: GPL-3.0-or-later

//! The relay chain's node as polkadot-sdk publishes it: BABE makes blocks, GRANDPA finalizes them. It
//! is what FlareChain is compared with, so it has the allocator that both programs have.
//! `scripts/compare_with_grandpa.sh` builds and runs it.

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
	Ok(polkadot_cli::run()?)
}
