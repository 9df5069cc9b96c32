// SPDX-License-Identifier: GPL-3.0-or-later
//! The version that the node and its PVF workers have to agree on. Each worker includes this file.

/// A worker of another version could judge the same candidate differently, so the node starts only
/// with workers that print exactly this.
pub(crate) const NODE_VERSION: &str = env!("CARGO_PKG_VERSION");
