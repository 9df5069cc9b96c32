// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds the runtime's WASM, which the crate then embeds as `WASM_BINARY`.

fn main() {
	#[cfg(feature = "std")]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}
