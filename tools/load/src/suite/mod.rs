// SPDX-License-Identifier: GPL-3.0-or-later
//! The tests.

mod blocks;
mod faults;
mod finality;
mod health;
mod loading;
mod long;
mod memory;
mod partition;
mod transactions;

use self::faults::SmallDisk;
use crate::{
	cli::{Arguments, TestName},
	error::{Error, Result},
	figures::report::Report,
	network::subject::Subject,
	stop::Stop,
};

/// What a test works with.
#[derive(Debug)]
pub(crate) struct Context {
	/// The disk of the last node if it is to fill up, or why there is none. It has to go before the
	/// folder that it is in.
	pub(crate) small_disk: Option<std::result::Result<SmallDisk, String>>,
	/// The network.
	pub(crate) subject: Subject,
	/// The command line.
	pub(crate) arguments: Arguments,
	/// Whether to end early.
	pub(crate) stop: Stop,
}

/// A disk of its own for the last node, if it is to fill up. To be made before the nodes start.
pub(crate) fn small_disk(
	arguments: &Arguments,
	subject: &mut Subject,
) -> Option<std::result::Result<SmallDisk, String>> {
	if !arguments.selected().contains(&TestName::Faults) {
		return None;
	}
	subject.own()?.nodes().last().map(|node| SmallDisk::mount(node.base_path()))
}

/// Runs a test and gives its results.
pub(crate) async fn run(test: TestName, context: &mut Context) -> Result<Report> {
	match test {
		TestName::Health => health::run(context).await,
		TestName::Blocks => blocks::run(context).await,
		TestName::Finality => finality::run(context).await,
		TestName::Transactions => transactions::run(context).await,
		TestName::Memory => memory::run(context).await,
		TestName::Partition => partition::run(context).await,
		TestName::Long => long::run(context).await,
		TestName::Faults => faults::run(context).await,
		TestName::All => Err(Error::Usage("`all` stands for other tests".into())),
	}
}
