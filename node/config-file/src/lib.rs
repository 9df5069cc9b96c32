// SPDX-License-Identifier: GPL-3.0-or-later
//! `--config FILE`: a program's options, written in a TOML file.
//!
//! A key is the long name of an option of the command line, whose own definition says which names
//! there are and what they take: there is no second list to keep. What the file says becomes
//! arguments, put before those that were typed. An option that was typed is not taken from the
//! file, and neither is one that excludes an option that was typed.
//!
//! [`complete`] is all of it; a program that has no `--config` yet takes it from [`argument`].
//! Files, their sizes and how deep they include each other are bounded.

mod file;
mod shape;
#[cfg(test)]
mod tests;

use clap::{parser::ValueSource, Arg, ArgMatches, Command};
use std::{
	collections::BTreeMap,
	ffi::OsString,
	fmt, io,
	path::{Path, PathBuf},
};

/// The option that names the file. It has no place in one: files name each other with `include`.
const OPTION: &str = "config";

/// Files that one configuration consists of, at most.
const MAX_FILES: usize = 32;

/// Files that lead from the first one to another, at most.
const MAX_DEPTH: usize = 8;

/// The largest file that is read, in bytes.
const MAX_FILE_BYTES: u64 = 256 * 1024;

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
	file: PathBuf,
	/// Counts from 1.
	line: usize,
}

impl fmt::Display for Place {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}:{}", self.file.display(), self.line)
	}
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
	/// A file is not there, is no file, or no text.
	#[error("cannot read the configuration {}: {reason}", path.display())]
	Unreadable {
		/// The file.
		path: PathBuf,
		/// What the system says.
		reason: io::Error,
	},

	/// A file is larger than any that only names options.
	#[error(
		"the configuration {} has more than {MAX_FILE_BYTES} bytes, which no file of options has",
		.0.display()
	)]
	TooLarge(PathBuf),

	/// A file is no TOML.
	#[error("{place}: {reason}")]
	Syntax {
		/// Where it is wrong.
		place: Place,
		/// What the parser says.
		reason: String,
	},

	/// A key names no option.
	#[error("{place}: `{key}` is no option of {program}{hint}")]
	Unknown {
		/// Where the key is.
		place: Place,
		/// The key.
		key: String,
		/// Whose options they are.
		program: String,
		/// What to write instead.
		hint: String,
	},

	/// An option does not take values of this type.
	#[error("{place}: `{key}` takes {expected}, and this is {found}")]
	WrongType {
		/// Where the value is.
		place: Place,
		/// The option.
		key: String,
		/// What it takes.
		expected: String,
		/// What is there.
		found: &'static str,
	},

	/// An option does not take this value.
	#[error("{place}: {reason}")]
	Refused {
		/// Where the value is.
		place: Place,
		/// What the option's parser says.
		reason: String,
	},

	/// A file includes itself, perhaps by way of others.
	#[error("{place}: {} is being read already, and would include itself", path.display())]
	Cycle {
		/// Where the circle closes.
		place: Place,
		/// The file that is included again.
		path: PathBuf,
	},

	/// Too many files, or too deep.
	#[error(
		"{0}: this is one include too many: files may include each other {MAX_DEPTH} deep, and be \
		 {MAX_FILES} in all"
	)]
	TooMany(Place),

	/// Something is wrong with a file that another one includes.
	#[error("{error}\n  (included at {place})")]
	Included {
		/// Where it is included.
		place: Place,
		/// What is wrong with it.
		error: Box<ConfigError>,
	},

	/// Each option is right and all together are not.
	#[error(
		"the options of {} do not go together, or not with those of the command line: {reason}",
		path.display()
	)]
	Together {
		/// The first file.
		path: PathBuf,
		/// What the parser of the command line says.
		reason: String,
	},
}

/// What the files say about one option.
#[derive(Debug)]
struct Setting {
	/// What to put on the command line; nothing for a flag that is `false`.
	arguments: Vec<String>,
}

/// What the files say, by the long name of the option.
type Settings = BTreeMap<String, Setting>;

/// The option itself, for programs that do not declare it another way: its id has to be `config`,
/// and its value a path.
pub fn argument() -> Arg {
	Arg::new(OPTION)
		.long(OPTION)
		.value_name("FILE")
		.value_parser(clap::value_parser!(PathBuf))
		.help("Take options from a TOML file whose keys are their long names: `rpc-port = 9944`")
}

/// The arguments of a process, completed with those that its configuration file gives, if it has
/// one. `command` is what the arguments are for; the first argument is the name of the program.
pub fn complete(
	mut command: Command,
	arguments: Vec<OsString>,
) -> Result<Vec<OsString>, ConfigError> {
	command.build();
	// What is wrong with the command line by itself is for whoever parses it in the end to tell.
	let Ok(matches) = command.clone().try_get_matches_from(&arguments) else {
		return Ok(arguments);
	};
	let named = matches.try_get_one::<PathBuf>(OPTION).ok().flatten();
	let (Some(path), Some((program, typed))) = (named, arguments.split_first()) else {
		return Ok(arguments);
	};
	let settings = file::read(&command, path)?;
	let mut completed = vec![program.clone()];
	completed.extend(not_typed(&command, &matches, settings));
	completed.extend(typed.iter().cloned());
	match command.try_get_matches_from(&completed) {
		Ok(_) => Ok(completed),
		Err(error) => {
			Err(ConfigError::Together { path: path.clone(), reason: shape::explain(&error) })
		},
	}
}

/// The arguments of the settings that the command line leaves to the file.
fn not_typed<'a>(
	command: &'a Command,
	matches: &'a ArgMatches,
	settings: Settings,
) -> impl Iterator<Item = OsString> + 'a {
	let typed: Vec<&Arg> = command
		.get_arguments()
		.filter(|arg| {
			matches!(
				matches.value_source(arg.get_id().as_str()),
				Some(ValueSource::CommandLine | ValueSource::EnvVariable)
			)
		})
		.collect();
	let excludes = |one: &Arg, other: &Arg| {
		command.get_arg_conflicts_with(one).iter().any(|arg| arg.get_id() == other.get_id())
	};
	settings
		.into_iter()
		.filter(move |(name, _)| {
			let Some(arg) = option(command, name) else {
				return false;
			};
			!typed.iter().any(|typed| {
				typed.get_id() == arg.get_id() || excludes(typed, arg) || excludes(arg, typed)
			})
		})
		.flat_map(|(_, setting)| setting.arguments)
		.map(OsString::from)
}

/// The option with this long name, if a file may set it.
fn option<'a>(command: &'a Command, name: &str) -> Option<&'a Arg> {
	command.get_arguments().find(|arg| {
		arg.get_long() == Some(name) && name != OPTION && shape::Shape::of(arg).is_some()
	})
}

/// A path that a file names is meant from that file's folder.
fn beside(file: &Path, named: &str) -> PathBuf {
	file.parent().unwrap_or(Path::new("")).join(named)
}
