// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads a node's Prometheus endpoint.

use crate::{Error, Result};
use std::time::Duration;
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::TcpStream,
	time::timeout,
};

/// How long one scrape may take.
const SCRAPE_DEADLINE: Duration = Duration::from_secs(10);
/// The largest answer that is read, in bytes.
const MAX_ANSWER_BYTES: u64 = 16 * 1024 * 1024;

/// One line of a scrape.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
	/// Name of the metric, with the suffix of its part (`_bucket`, `_sum`, `_count`).
	pub name: String,
	/// What stands between the braces, as it stands there.
	pub labels: String,
	/// Its value.
	pub value: f64,
}

/// All samples of one scrape.
#[derive(Clone, Debug, Default)]
pub struct Scrape(Vec<Sample>);

impl Scrape {
	/// Asks the endpoint on this port of this machine.
	pub async fn fetch(node: &str, port: u16) -> Result<Self> {
		let failed = |message: String| Error::Rpc {
			node: node.to_owned(),
			method: "GET /metrics".into(),
			code: None,
			message,
		};
		let answer = timeout(SCRAPE_DEADLINE, get(port))
			.await
			.map_err(|_| failed("no answer in time".into()))?
			.map_err(|error| failed(error.to_string()))?;
		let (head, body) =
			answer.split_once("\r\n\r\n").ok_or_else(|| failed("answer without a body".into()))?;
		let status = head.lines().next().unwrap_or_default();
		if status.split(' ').nth(1) != Some("200") {
			return Err(failed(status.to_owned()));
		}
		Ok(Self::parse(body))
	}

	/// Reads the text format; lines that are no samples are left out.
	pub fn parse(text: &str) -> Self {
		Self(text.lines().filter_map(parse_line).collect())
	}

	/// Every sample.
	pub fn samples(&self) -> &[Sample] {
		&self.0
	}

	/// The sum over all labels of a metric; `None` if there is none of that name.
	pub fn sum(&self, name: &str) -> Option<f64> {
		self.sum_with(name, "")
	}

	/// The same for the samples whose labels contain a text, such as `reason="x"`.
	pub fn sum_with(&self, name: &str, label: &str) -> Option<f64> {
		let mut values = self
			.0
			.iter()
			.filter(|sample| sample.name == name && sample.labels.contains(label))
			.map(|sample| sample.value);
		let first = values.next()?;
		Some(values.fold(first, |sum, value| sum + value))
	}
}

fn parse_line(line: &str) -> Option<Sample> {
	if line.starts_with('#') {
		return None;
	}
	let (series, value) = line.rsplit_once(' ')?;
	let value = value.parse().ok()?;
	let (name, labels) = match series.split_once('{') {
		Some((name, labels)) => (name, labels.strip_suffix('}')?),
		None => (series, ""),
	};
	Some(Sample { name: name.to_owned(), labels: labels.to_owned(), value })
}

async fn get(port: u16) -> std::io::Result<String> {
	let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
	// HTTP/1.0: the answer is not cut into chunks and ends with the connection.
	stream.write_all(b"GET /metrics HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").await?;
	let mut answer = Vec::new();
	stream.take(MAX_ANSWER_BYTES).read_to_end(&mut answer).await?;
	Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn samples_are_read_and_summed() {
		let scrape = Scrape::parse(
			"# HELP asf_round Round\n# TYPE asf_round gauge\nasf_round{chain=\"x\"} 3\n\
			 asf_rejected{reason=\"a b\"} 1\nasf_rejected{reason=\"c\"} 2\nplain 1.5\nbroken\n",
		);
		assert_eq!(scrape.sum("asf_round"), Some(3.0));
		assert_eq!(scrape.sum("asf_rejected"), Some(3.0));
		assert_eq!(scrape.sum_with("asf_rejected", "reason=\"c\""), Some(2.0));
		assert_eq!(scrape.sum_with("asf_rejected", "reason=\"d\""), None);
		assert_eq!(scrape.sum("plain"), Some(1.5));
		assert_eq!(scrape.sum("none"), None);
		assert_eq!(scrape.samples()[1].labels, "reason=\"a b\"");
	}
}
