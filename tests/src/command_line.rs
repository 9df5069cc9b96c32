// SPDX-License-Identifier: GPL-3.0-or-later
//! The arguments of a process while they are put together.

use std::ffi::OsString;

/// Arguments, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct CommandLine(Vec<OsString>);

impl CommandLine {
	/// Adds a word that stands alone.
	pub(crate) fn word(&mut self, word: impl Into<OsString>) -> &mut Self {
		self.0.push(word.into());
		self
	}

	/// Adds words that each stand alone.
	pub(crate) fn words<W: Into<OsString>>(
		&mut self,
		words: impl IntoIterator<Item = W>,
	) -> &mut Self {
		self.0.extend(words.into_iter().map(Into::into));
		self
	}

	/// Adds an option with its value.
	pub(crate) fn option(&mut self, name: &str, value: impl Into<OsString>) -> &mut Self {
		self.word(name).word(value)
	}

	/// The arguments.
	pub(crate) fn arguments(&self) -> &[OsString] {
		&self.0
	}
}
