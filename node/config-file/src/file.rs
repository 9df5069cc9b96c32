// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads a file of options and those that it includes.

use super::{
	beside, option,
	shape::{self, Shape},
	ConfigError, Place, Setting, Settings, MAX_DEPTH, MAX_FILES, MAX_FILE_BYTES, OPTION,
};
use clap::{
	error::{ContextKind, ContextValue, ErrorKind},
	Command,
};
use std::{
	fs::{self, File},
	io::Read,
	ops::Range,
	path::{Path, PathBuf},
};
use toml::{
	de::{DeTable, DeValue},
	Spanned,
};

/// The key that names files to read first. What the file itself says replaces what they say.
const INCLUDE: &str = "include";

/// Reads the file at `path` and what it includes.
pub(super) fn read(command: &Command, path: &Path) -> Result<Settings, ConfigError> {
	let mut reader = Reader { command, settings: Settings::new(), open: Vec::new(), files: 0 };
	reader.file(path, None)?;
	Ok(reader.settings)
}

struct Reader<'a> {
	command: &'a Command,
	settings: Settings,
	/// The files that include the present one, from the first one on.
	open: Vec<PathBuf>,
	/// Files read so far.
	files: usize,
}

impl Reader<'_> {
	/// Reads one file, which was included at `place` unless it is the first.
	fn file(&mut self, path: &Path, place: Option<&Place>) -> Result<(), ConfigError> {
		let unreadable = |reason| ConfigError::Unreadable { path: path.into(), reason };
		let identity = fs::canonicalize(path).map_err(unreadable)?;
		if let Some(place) = place {
			if self.open.contains(&identity) {
				return Err(ConfigError::Cycle { place: place.clone(), path: path.into() });
			}
			if self.open.len() >= MAX_DEPTH || self.files >= MAX_FILES {
				return Err(ConfigError::TooMany(place.clone()));
			}
		}
		self.files += 1;
		let mut text = String::new();
		let file = File::open(path).map_err(unreadable)?;
		file.take(MAX_FILE_BYTES + 1).read_to_string(&mut text).map_err(unreadable)?;
		if text.len() as u64 > MAX_FILE_BYTES {
			return Err(ConfigError::TooLarge(path.into()));
		}
		self.open.push(identity);
		self.content(&Source { path, text: &text })?;
		self.open.pop();
		Ok(())
	}

	fn content(&mut self, source: &Source<'_>) -> Result<(), ConfigError> {
		let table = DeTable::parse(source.text).map_err(|error| ConfigError::Syntax {
			place: source.place(error.span().unwrap_or_default()),
			reason: error.message().trim_end().replace('\n', "; "),
		})?;
		for (key, value) in table.get_ref() {
			if key.get_ref() == INCLUDE {
				self.includes(source, value)?;
			}
		}
		for (key, value) in table.get_ref() {
			let name: &str = key.get_ref();
			if name != INCLUDE {
				let setting = self.setting(source, key.span(), name, value)?;
				self.settings.insert(name.into(), setting);
			}
		}
		Ok(())
	}

	fn includes(
		&mut self,
		source: &Source<'_>,
		value: &Spanned<DeValue<'_>>,
	) -> Result<(), ConfigError> {
		let wrong_type = |value: &Spanned<DeValue<'_>>| ConfigError::WrongType {
			place: source.place(value.span()),
			key: INCLUDE.into(),
			expected: "a list of the names of files, in quotes".into(),
			found: shape::describe(value.get_ref()),
		};
		let DeValue::Array(items) = value.get_ref() else {
			return Err(wrong_type(value));
		};
		for item in items.iter() {
			let DeValue::String(named) = item.get_ref() else {
				return Err(wrong_type(item));
			};
			let place = source.place(item.span());
			self.file(&beside(source.path, named), Some(&place)).map_err(|error| match error {
				// These name the place themselves.
				ConfigError::Cycle { .. } | ConfigError::TooMany(_) => error,
				_ => ConfigError::Included { place, error: Box::new(error) },
			})?;
		}
		Ok(())
	}

	/// What one line sets, if the option takes it.
	fn setting(
		&self,
		source: &Source<'_>,
		key: Range<usize>,
		name: &str,
		value: &Spanned<DeValue<'_>>,
	) -> Result<Setting, ConfigError> {
		let Some(shape) = option(self.command, name).and_then(Shape::of) else {
			return Err(ConfigError::Unknown {
				place: source.place(key),
				key: name.into(),
				program: self.command.get_name().into(),
				hint: self.hint(name),
			});
		};
		// The value that is wrong may be one of a list, some lines further on.
		let culprit = match value.get_ref() {
			DeValue::Array(items) => {
				items.iter().find(|item| shape.arguments(name, item.get_ref()).is_none())
			},
			_ => None,
		};
		let arguments = shape.arguments(name, value.get_ref()).ok_or_else(|| {
			let culprit = culprit.unwrap_or(value);
			ConfigError::WrongType {
				place: source.place(culprit.span()),
				key: name.into(),
				expected: shape.expected(),
				found: shape::describe(culprit.get_ref()),
			}
		})?;
		match self.complaint(&arguments) {
			None => Ok(Setting { arguments }),
			Some(reason) => Err(ConfigError::Refused { place: source.place(value.span()), reason }),
		}
	}

	/// What the option's own parser says against these values. Whether the option goes together
	/// with others is seen when all of them are known.
	fn complaint(&self, arguments: &[String]) -> Option<String> {
		let line = std::iter::once(self.command.get_name()).chain(arguments.iter().map(|a| &**a));
		let error = self.command.clone().try_get_matches_from(line).err()?;
		match error.kind() {
			ErrorKind::MissingRequiredArgument | ErrorKind::ArgumentConflict => None,
			_ => Some(shape::explain(&error)),
		}
	}

	/// What to do about a key that is none.
	fn hint(&self, name: &str) -> String {
		if name == OPTION {
			return format!(": a file names others with `{INCLUDE} = [\"FILE\"]`");
		}
		let typed = format!("--{}", name.replace('_', "-"));
		if option(self.command, typed.trim_start_matches('-')).is_some() {
			return format!("; did you mean `{}`?", typed.trim_start_matches('-'));
		}
		let line = [self.command.get_name(), &typed];
		let similar = self.command.clone().try_get_matches_from(line).err().and_then(|error| {
			match error.get(ContextKind::SuggestedArg) {
				Some(ContextValue::String(similar)) => {
					similar.trim_start_matches('-').split(['=', ' ']).next().map(str::to_owned)
				},
				_ => None,
			}
		});
		match similar {
			Some(similar) if option(self.command, &similar).is_some() => {
				format!("; did you mean `{similar}`?")
			},
			_ => format!("; `{} --help` lists them", self.command.get_name()),
		}
	}
}

/// A file that is being read.
struct Source<'a> {
	path: &'a Path,
	text: &'a str,
}

impl Source<'_> {
	/// Where a part of the text begins.
	fn place(&self, part: Range<usize>) -> Place {
		let before = self.text.as_bytes().get(..part.start).unwrap_or_default();
		let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
		Place { file: self.path.into(), line }
	}
}
