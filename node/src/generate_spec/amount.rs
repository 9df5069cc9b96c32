// SPDX-License-Identifier: GPL-3.0-or-later
//! Amounts of ËTR as people write them: `64` or `"64.5"`.

use flarechain_runtime::constants::currency::{DECIMALS, UNITS};
use polkadot_primitives::Balance;
use serde::{
	de::{Error, Visitor},
	Deserialize, Deserializer,
};
use std::fmt;

/// An amount as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount(pub(super) String);

impl<'de> Deserialize<'de> for Amount {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		struct Written;

		impl Visitor<'_> for Written {
			type Value = Amount;

			fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				f.write_str("an amount of ETR: a whole number such as 64, or text such as \"64.5\"")
			}

			fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
				Ok(Amount(text.into()))
			}

			fn visit_u64<E: Error>(self, number: u64) -> Result<Amount, E> {
				Ok(Amount(number.to_string()))
			}

			fn visit_i64<E: Error>(self, number: i64) -> Result<Amount, E> {
				Ok(Amount(number.to_string()))
			}
		}

		// Fractions have to be text: a binary fraction is not the amount that was meant.
		deserializer.deserialize_any(Written)
	}
}

impl Amount {
	/// The amount in the smallest unit. Says what is wrong if it is none.
	pub(super) fn in_base_units(&self) -> Result<Balance, String> {
		let text = self.0.trim();
		let wrong = || format!("`{text}` is no amount of ETR");
		let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
		let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
		if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
			return Err(wrong());
		}
		if fraction.len() > usize::from(DECIMALS) {
			return Err(format!("`{text}` has more than {DECIMALS} decimals"));
		}
		let whole: Balance = whole.parse().map_err(|_| wrong())?;
		let fraction: Balance = format!("{fraction:0<width$}", width = usize::from(DECIMALS))
			.parse()
			.map_err(|_| wrong())?;
		whole
			.checked_mul(UNITS)
			.and_then(|base| base.checked_add(fraction))
			.ok_or_else(|| format!("`{text}` is more than there can be"))
	}
}

/// An amount in the smallest unit as people write it.
pub(super) fn show(amount: Balance) -> String {
	let (whole, fraction) = (amount / UNITS, amount % UNITS);
	let fraction = format!("{fraction:0>width$}", width = usize::from(DECIMALS));
	match fraction.trim_end_matches('0') {
		"" => format!("{whole} ETR"),
		fraction => format!("{whole}.{fraction} ETR"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(text: &str) -> Result<Balance, String> {
		Amount(text.into()).in_base_units()
	}

	#[test]
	fn amounts_are_exact() {
		assert_eq!(parse("64"), Ok(64 * UNITS));
		assert_eq!(parse("0.5"), Ok(UNITS / 2));
		assert_eq!(parse("1.000000000001"), Ok(UNITS + 1));
		assert_eq!(parse("0"), Ok(0));
		assert_eq!(show(64 * UNITS), "64 ETR");
		assert_eq!(show(UNITS + 1), "1.000000000001 ETR");
		assert_eq!(show(UNITS / 2), "0.5 ETR");
	}

	#[test]
	fn other_text_is_no_amount() {
		for text in ["", ".", "1.", ".5", "-1", "1e3", "1,5", "0x1", "1.2.3", "1.0000000000001"] {
			assert!(parse(text).is_err(), "{text}");
		}
		assert!(parse(&"9".repeat(30)).is_err());
		assert!(parse(&"9".repeat(60)).is_err());
	}
}
