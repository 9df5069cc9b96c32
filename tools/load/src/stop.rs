// SPDX-License-Identifier: GPL-3.0-or-later
//! Ends a run early, in good order: results so far are written, and no process is left behind.

use crate::error::{Error, Result};
use std::time::Duration;
use tokio::{
	signal::unix::{signal, SignalKind},
	sync::watch,
};

/// Whether somebody asked to stop.
#[derive(Clone, Debug)]
pub(crate) struct Stop(watch::Receiver<bool>);

impl Stop {
	/// Listens for the signals that end a process in good order.
	pub(crate) fn on_signals() -> Result<Self> {
		let (sender, receiver) = watch::channel(false);
		for kind in [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()] {
			let mut signals = signal(kind).map_err(Error::io("listen for signals"))?;
			let sender = sender.clone();
			tokio::spawn(async move {
				while signals.recv().await.is_some() {
					sender.send_replace(true);
				}
			});
		}
		Ok(Self(receiver))
	}

	/// Whether somebody has asked to stop.
	pub(crate) fn asked(&self) -> bool {
		*self.0.borrow()
	}

	/// Waits until somebody asks to stop.
	pub(crate) async fn wait(&self) {
		// An error means that nobody can ask any more.
		if self.0.clone().wait_for(|stop| *stop).await.is_err() {
			std::future::pending::<()>().await;
		}
	}

	/// Sleeps; gives whether somebody asked to stop meanwhile, which ends it at once.
	pub(crate) async fn sleep(&self, time: Duration) -> bool {
		tokio::select! {
			biased;
			() = self.wait() => true,
			() = tokio::time::sleep(time) => false,
		}
	}
}
