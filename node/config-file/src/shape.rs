// SPDX-License-Identifier: GPL-3.0-or-later
//! What an option takes, and whether a TOML value is that.

use clap::{builder::ValueRange, Arg, ArgAction};
use std::{any::TypeId, ffi::OsString, path::PathBuf};
use toml::de::DeValue;

/// The types of value that only a whole number can be.
const INTEGERS: [fn() -> TypeId; 10] = [
	TypeId::of::<u8>,
	TypeId::of::<u16>,
	TypeId::of::<u32>,
	TypeId::of::<u64>,
	TypeId::of::<usize>,
	TypeId::of::<i8>,
	TypeId::of::<i16>,
	TypeId::of::<i32>,
	TypeId::of::<i64>,
	TypeId::of::<isize>,
];

/// The types of value that a number or a truth value would become only by mistake.
const TEXTS: [fn() -> TypeId; 3] =
	[TypeId::of::<String>, TypeId::of::<PathBuf>, TypeId::of::<OsString>];

/// What one value of an option is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
	Integer,
	Text,
	/// `true` or `false`, written out after the option.
	Truth,
	/// Whatever the option's own parser makes of it.
	Any,
}

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
	/// Nothing: it is there or not.
	Flag,
	/// One value or, if `list`, any number of them. `optional` ones can be there without a value.
	Value { kind: Kind, list: bool, optional: bool },
}

impl Shape {
	/// The shape of an option; `None` for `--help` and the like, which only a command line has.
	pub(super) fn of(arg: &Arg) -> Option<Self> {
		let list = match arg.get_action() {
			ArgAction::SetTrue => return Some(Shape::Flag),
			ArgAction::Set => false,
			ArgAction::Append => true,
			_ => return None,
		};
		let range = arg.get_num_args().unwrap_or(ValueRange::SINGLE);
		Some(Shape::Value {
			kind: Kind::of(arg),
			list: list || range.max_values() > 1,
			optional: range.min_values() == 0,
		})
	}

	/// The arguments that give the option this value; `None` if it does not take such a one.
	pub(super) fn arguments(self, name: &str, value: &DeValue<'_>) -> Option<Vec<String>> {
		match (self, value) {
			(Shape::Flag | Shape::Value { optional: true, .. }, DeValue::Boolean(given)) => {
				Some(if *given { vec![format!("--{name}")] } else { Vec::new() })
			},
			(Shape::Flag, _) => None,
			(Shape::Value { kind, list: true, .. }, DeValue::Array(items)) => {
				items.iter().map(|item| Some(argument(name, &kind.text(item.get_ref())?))).collect()
			},
			(Shape::Value { kind, .. }, single) => Some(vec![argument(name, &kind.text(single)?)]),
		}
	}

	/// What the option takes, in words.
	pub(super) fn expected(self) -> String {
		let Shape::Value { kind, list, optional } = self else {
			return "`true` or `false`".into();
		};
		let mut words = String::from(match kind {
			Kind::Integer => "a whole number",
			Kind::Text => "text in quotes",
			Kind::Truth => "`true` or `false`",
			Kind::Any => "text in quotes or a number",
		});
		if list {
			words.push_str(" or a list of such");
		}
		if optional {
			words.push_str(", or `true` or `false`");
		}
		words
	}
}

impl Kind {
	fn of(arg: &Arg) -> Self {
		let parsed = arg.get_value_parser().type_id();
		let is_one_of = |types: &[fn() -> TypeId]| types.iter().any(|id| parsed == id());
		if is_one_of(&INTEGERS) {
			Kind::Integer
		} else if is_one_of(&TEXTS) {
			Kind::Text
		} else if parsed == TypeId::of::<bool>() {
			Kind::Truth
		} else {
			Kind::Any
		}
	}

	/// The value as it would be typed.
	fn text(self, value: &DeValue<'_>) -> Option<String> {
		match (self, value) {
			(Kind::Text | Kind::Any, DeValue::String(text)) => Some(text.clone().into_owned()),
			(Kind::Integer | Kind::Any, DeValue::Integer(number)) => {
				i128::from_str_radix(number.as_str(), number.radix()).ok().map(|n| n.to_string())
			},
			(Kind::Any, DeValue::Float(number)) => Some(number.as_str().into()),
			(Kind::Truth, DeValue::Boolean(truth)) => Some(truth.to_string()),
			_ => None,
		}
	}
}

/// Written with `=`, so that a value may begin with a hyphen.
fn argument(name: &str, value: &str) -> String {
	format!("--{name}={value}")
}

/// What a TOML value is, in words.
pub(super) fn describe(value: &DeValue<'_>) -> &'static str {
	match value {
		DeValue::String(_) => "text",
		DeValue::Integer(_) => "a whole number",
		DeValue::Float(_) => "a number with a fraction",
		DeValue::Boolean(_) => "a truth value",
		DeValue::Datetime(_) => "a date or time",
		DeValue::Array(_) => "a list",
		DeValue::Table(_) => "a table (options stand alone, without `[sections]` and dots)",
	}
}

/// The message of a parser of command lines, without what is only for who typed one.
pub(super) fn explain(error: &clap::Error) -> String {
	let text = error.to_string();
	let text = text.strip_prefix("error: ").unwrap_or(&text);
	let end = ["\n\nUsage:", "\n\nFor more information"]
		.iter()
		.filter_map(|rest| text.find(rest))
		.min()
		.unwrap_or(text.len());
	text[..end].trim_end().to_string()
}
