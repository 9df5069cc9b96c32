// SPDX-License-Identifier: GPL-3.0-or-later
//! Prometheus endpoints of nodes, wherever they are.

use crate::error::{Error, Result};
use flarechain_tests::metrics::Scrape;
use std::{str::FromStr, time::Duration};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::TcpStream,
	time::timeout,
};

/// How long one scrape may take.
const SCRAPE_DEADLINE: Duration = Duration::from_secs(10);
/// The largest answer that is read, in bytes.
const MAX_ANSWER_BYTES: u64 = 16 * 1024 * 1024;
/// The port if the address names none.
const PROMETHEUS_PORT: &str = "9615";

/// Metrics that tell the resident memory in bytes, the best one first: the process's, and what
/// the Rust allocator of Polkadot nodes holds, which is less.
const RESIDENT_METRICS: [&str; 2] = ["process_resident_memory_bytes", "polkadot_memory_resident"];

/// Where a node serves its metrics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MetricsAddress {
	host: String,
	path: String,
}

impl FromStr for MetricsAddress {
	type Err = String;

	fn from_str(text: &str) -> std::result::Result<Self, String> {
		let rest = text.strip_prefix("http://").unwrap_or(text);
		if rest.contains("://") {
			return Err(format!("{text}: metrics are read over http:// only"));
		}
		let (host, path) = match rest.split_once('/') {
			Some((host, path)) if !path.is_empty() => (host, format!("/{path}")),
			Some((host, _)) => (host, "/metrics".to_owned()),
			None => (rest, "/metrics".to_owned()),
		};
		if host.is_empty() {
			return Err(format!("{text}: no host; it looks like http://127.0.0.1:9615/metrics"));
		}
		let has_port = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
		let host = if has_port { host.to_owned() } else { format!("{host}:{PROMETHEUS_PORT}") };
		Ok(Self { host, path })
	}
}

impl MetricsAddress {
	/// Of a node on this machine.
	pub(crate) fn local(port: u16) -> Self {
		Self { host: format!("127.0.0.1:{port}"), path: "/metrics".to_owned() }
	}

	/// What it serves now.
	pub(crate) async fn scrape(&self, node: &str) -> Result<Scrape> {
		let failed = |message: String| Error::Rpc {
			node: node.to_owned(),
			method: format!("GET http://{}{}", self.host, self.path),
			code: None,
			message,
		};
		let answer = timeout(SCRAPE_DEADLINE, self.get())
			.await
			.map_err(|_| failed("no answer in time".into()))?
			.map_err(|error| failed(error.to_string()))?;
		let (head, body) =
			answer.split_once("\r\n\r\n").ok_or_else(|| failed("answer without a body".into()))?;
		let status = head.lines().next().unwrap_or_default();
		if status.split(' ').nth(1) != Some("200") {
			return Err(failed(status.to_owned()));
		}
		Ok(Scrape::parse(body))
	}

	async fn get(&self) -> std::io::Result<String> {
		let Self { host, path } = self;
		let mut stream = TcpStream::connect(host).await?;
		// HTTP/1.0: the answer is not cut into chunks and ends with the connection.
		let request = format!("GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n");
		stream.write_all(request.as_bytes()).await?;
		let mut answer = Vec::new();
		stream.take(MAX_ANSWER_BYTES).read_to_end(&mut answer).await?;
		Ok(String::from_utf8_lossy(&answer).into_owned())
	}
}

/// The resident memory that a scrape tells, in bytes.
pub(crate) fn resident_bytes(scrape: &Scrape) -> Option<f64> {
	RESIDENT_METRICS.iter().find_map(|name| scrape.sum(name)).filter(|bytes| *bytes > 0.0)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn addresses_are_completed() {
		for (text, host, path) in [
			("http://10.0.0.1:9616/metrics", "10.0.0.1:9616", "/metrics"),
			("node.example", "node.example:9615", "/metrics"),
			("http://node.example/m/x", "node.example:9615", "/m/x"),
			("localhost:1/", "localhost:1", "/metrics"),
		] {
			let address = text.parse::<MetricsAddress>().expect(text);
			assert_eq!((&*address.host, &*address.path), (host, path), "{text}");
		}
		assert!("https://a".parse::<MetricsAddress>().is_err());
		assert!("http://".parse::<MetricsAddress>().is_err());
	}

	#[test]
	fn the_best_metric_is_taken() {
		let scrape = Scrape::parse("polkadot_memory_resident{chain=\"x\"} 2\n");
		assert_eq!(resident_bytes(&scrape), Some(2.0));
		let both = "polkadot_memory_resident 2\nprocess_resident_memory_bytes 3\n";
		assert_eq!(resident_bytes(&Scrape::parse(both)), Some(3.0));
		assert_eq!(resident_bytes(&Scrape::parse("polkadot_memory_resident 0\n")), None);
	}
}
