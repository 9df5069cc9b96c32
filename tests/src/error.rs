// SPDX-License-Identifier: GPL-3.0-or-later
//! What can go wrong while nodes are started and watched.

use std::{fmt, path::PathBuf, time::Duration};

/// Result of the harness.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a network could not be run, or what it did wrong.
///
/// `Debug` prints the same text as `Display`: a test that returns an error shows it that way, and
/// log lines are to stay readable.
#[derive(thiserror::Error)]
pub enum Error {
	/// A binary was not found.
	#[error(
		"no {name} at {looked_at}; build it with `cargo build --workspace --locked --bins`, or \
		 say where it is in {variable}"
	)]
	NoBinary {
		/// Its name.
		name: String,
		/// Where it was looked for.
		looked_at: String,
		/// The environment variable that says where it is.
		variable: &'static str,
	},
	/// The operating system refused something.
	#[error("{doing}: {source}")]
	Io {
		/// What was attempted.
		doing: String,
		/// Why it failed.
		source: std::io::Error,
	},
	/// A command of the node failed.
	#[error("`{command}` ended with {status}\n{output}")]
	Command {
		/// The command line.
		command: String,
		/// Its exit status.
		status: String,
		/// What it wrote to standard error.
		output: String,
	},
	/// A chain specification is not what it should be.
	#[error("chain specification: {0}")]
	Spec(String),
	/// A port that has to be free is not.
	#[error("port {port} ({purpose}) is taken; stop what listens there, or choose other ports")]
	PortTaken {
		/// The port.
		port: u16,
		/// What it was wanted for.
		purpose: String,
	},
	/// No free port was found.
	#[error("none of {tried} ports that were tried is free")]
	NoFreePort {
		/// How many were tried.
		tried: u32,
	},
	/// A node ended by itself.
	#[error("node {node} ended with {status}; the end of {}:\n{tail}", log.display())]
	NodeDied {
		/// The node.
		node: String,
		/// Its exit status.
		status: String,
		/// Its log file.
		log: PathBuf,
		/// The last lines of it.
		tail: String,
	},
	/// A call to a node failed.
	#[error("{method} of node {node}: {message}")]
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
	/// A property that must hold does not.
	#[error("{0}")]
	Violated(String),
}

impl fmt::Debug for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

impl Error {
	/// Wraps an error of the operating system with what was attempted.
	pub fn io(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
		let doing = doing.into();
		move |source| Self::Io { doing, source }
	}

	/// A property that does not hold.
	pub fn violated(what: impl Into<String>) -> Self {
		Self::Violated(what.into())
	}
}

/// Ends with [`Error::Violated`] unless a property holds.
#[macro_export]
macro_rules! must {
	($condition:expr, $($message:tt)+) => {
		if !$condition {
			return Err($crate::Error::violated(format!($($message)+)));
		}
	};
}
