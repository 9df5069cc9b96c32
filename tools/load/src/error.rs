// SPDX-License-Identifier: GPL-3.0-or-later
//! What can go wrong while a network is loaded and watched.

use std::{fmt::Display, path::Path, time::Duration};

/// Result of the harness.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Why a test could not be run. A target that was missed is no error, but a failed check.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
	/// The command line asks for what cannot be.
	#[error("{0}")]
	Usage(String),
	/// The operating system refused something.
	#[error("{doing}: {source}")]
	Io {
		/// What was attempted.
		doing: String,
		/// Why it failed.
		source: std::io::Error,
	},
	/// A call to a node failed.
	#[error("{method} of {node}: {message}")]
	Rpc {
		/// The node.
		node: String,
		/// The method.
		method: String,
		/// Code of the JSON-RPC error, when the node answered with one.
		code: Option<i32>,
		/// What came back.
		message: String,
	},
	/// The chain's metadata does not allow something.
	#[error("{doing}: {message}")]
	Chain {
		/// What was attempted.
		doing: &'static str,
		/// Why it failed.
		message: String,
	},
	/// A condition did not come true in time.
	#[error("not within {} s: {what}; last seen: {last}", deadline.as_secs())]
	Deadline {
		/// What was waited for.
		what: String,
		/// How long.
		deadline: Duration,
		/// What the last look at it gave.
		last: String,
	},
	/// A plot could not be drawn.
	#[error("draw a plot: {0}")]
	Plot(String),
	/// Somebody asked to stop.
	#[error("stopped")]
	Stopped,
	/// The library that runs networks failed.
	#[error(transparent)]
	Network(#[from] flarechain_tests::Error),
}

impl Error {
	/// Wraps an error of the operating system with what was attempted.
	pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
		let doing = doing.into();
		move |source| Self::Io { doing, source }
	}

	/// Something that metadata or an encoding does not allow.
	pub(crate) fn chain(doing: &'static str, error: impl Display) -> Self {
		Self::Chain { doing, message: error.to_string() }
	}

	/// A node answered with this code.
	pub(crate) fn code(&self) -> Option<i32> {
		match self {
			Self::Rpc { code, .. } => *code,
			_ => None,
		}
	}
}

/// Writes a file.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
	std::fs::write(path, bytes).map_err(Error::io(format!("write {}", path.display())))
}
