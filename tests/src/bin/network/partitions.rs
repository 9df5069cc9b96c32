// SPDX-License-Identifier: GPL-3.0-or-later
//! Which partitions run.

use flarechain_primitives::Asset;
use std::str::FromStr;

/// Partitions as the command line names them: `all`, `none`, or assets with commas between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Partitions(pub(crate) Vec<Asset>);

impl FromStr for Partitions {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let mut assets = match text {
			"all" => Asset::ALL.to_vec(),
			"none" => Vec::new(),
			list => list
				.split(',')
				.map(|name| name.trim().parse())
				.collect::<Result<Vec<Asset>, _>>()
				.map_err(|error| format!("{error}; or `all`, or `none`"))?,
		};
		assets.sort_unstable();
		assets.dedup();
		Ok(Self(assets))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn lists_and_words_are_read() {
		let read = |text: &str| text.parse::<Partitions>().map(|partitions| partitions.0);
		assert_eq!(read("all"), Ok(Asset::ALL.to_vec()));
		assert_eq!(read("none"), Ok(vec![]));
		assert_eq!(read("eth, BTC,eth"), Ok(vec![Asset::Btc, Asset::Eth]));
		let error = read("btc,gold").expect_err("there is no such asset");
		assert!(error.contains("gold") && error.contains("sc-usdt"), "{error}");
	}
}
