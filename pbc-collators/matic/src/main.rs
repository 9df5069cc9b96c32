// SPDX-License-Identifier: GPL-3.0-or-later
//! The node of the MATIC partition.

fn main() -> std::process::ExitCode {
	partition_collator::run(partition_collator::Asset::Matic)
}
