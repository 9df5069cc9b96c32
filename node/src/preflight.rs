// SPDX-License-Identifier: GPL-3.0-or-later
//! What would keep a node from running, looked for before anything is started.
//!
//! Left to themselves the parts of a node take a taken port in different ways: one logs it, one
//! moves to another port, one ends without a word. Here each is an error.

use crate::error::Error;
use sc_network::{config::SyncMode, multiaddr::Protocol, Multiaddr};
use sc_service::Configuration;
use std::{
	fs,
	io::{self, ErrorKind, Write},
	net::{IpAddr, SocketAddr, TcpListener},
	path::Path,
};

/// How much has to fit on the disk for a start, in bytes. An empty database takes more.
const FREE_BYTES: usize = 64 * 1024;

/// Fails if a node with this configuration could not do its work.
pub(crate) fn check(config: &Configuration) -> Result<(), Error> {
	if config.disable_grandpa {
		return Err(Error::NoGrandpa);
	}
	match config.network.sync_mode {
		SyncMode::Full => {},
		SyncMode::Warp => return Err(Error::SyncMode("warp")),
		SyncMode::LightState { skip_proofs: false, .. } => return Err(Error::SyncMode("fast")),
		SyncMode::LightState { .. } => return Err(Error::SyncMode("fast-unsafe")),
	}
	check_folder(&config.data_path)?;
	check_ports(config)
}

/// Fails if the folder cannot be made or written to.
pub(crate) fn check_folder(path: &Path) -> Result<(), Error> {
	let probe = path.join(format!("write-check.{}", std::process::id()));
	let written =
		fs::create_dir_all(path).and_then(|()| fs::File::create(&probe)).and_then(|mut file| {
			file.write_all(&[0; FREE_BYTES])?;
			file.sync_all()
		});
	// If it could not be made there is nothing to remove.
	let _ = fs::remove_file(&probe);
	written.map_err(|reason| Error::DataFolder { path: path.to_path_buf(), reason })
}

fn check_ports(config: &Configuration) -> Result<(), Error> {
	for address in config.network.listen_addresses.iter().filter_map(socket_address) {
		check_port("the node", address, "--port")?;
	}
	let required = |endpoint: &&sc_service::config::RpcEndpoint| !endpoint.is_optional;
	for endpoint in config.rpc.addr.iter().flatten().filter(required) {
		check_port("RPC", endpoint.listen_addr, "--rpc-port")?;
	}
	if let Some(prometheus) = &config.prometheus_config {
		check_port("Prometheus", prometheus.port, "--prometheus-port")?;
	}
	Ok(())
}

/// The port may be taken between this and its use; then the message is another one.
fn check_port(
	use_of_port: &'static str,
	address: SocketAddr,
	flag: &'static str,
) -> Result<(), Error> {
	match TcpListener::bind(address) {
		Err(reason) if is_final(&reason) => Err(Error::Port { use_of_port, address, flag, reason }),
		// A system without IPv6 is no reason not to run.
		_ => Ok(()),
	}
}

fn is_final(reason: &io::Error) -> bool {
	matches!(reason.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied)
}

/// Where a TCP address listens; `None` for other transports and for names.
fn socket_address(address: &Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	let ip = match parts.next()? {
		Protocol::Ip4(ip) => IpAddr::from(ip),
		Protocol::Ip6(ip) => IpAddr::from(ip),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some(SocketAddr::new(ip, port)),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_taken_port_is_told_with_its_flag() {
		let taken = TcpListener::bind("127.0.0.1:0").expect("some port is free");
		let address = taken.local_addr().expect("is bound");
		let error = check_port("RPC", address, "--rpc-port").expect_err("is taken").to_string();
		assert!(error.contains(&address.to_string()) && error.contains("--rpc-port"), "{error}");
		drop(taken);
		assert!(check_port("RPC", address, "--rpc-port").is_ok());
	}

	#[test]
	fn tcp_addresses_are_found() {
		let find = |text: &str| socket_address(&text.parse().expect("is a multiaddress"));
		assert_eq!(find("/ip4/127.0.0.1/tcp/30333"), "127.0.0.1:30333".parse().ok());
		assert_eq!(find("/ip6/::1/tcp/5/ws"), "[::1]:5".parse().ok());
		assert_eq!(find("/ip4/127.0.0.1/udp/30333"), None);
		assert_eq!(find("/dns/localhost/tcp/30333"), None);
	}

	#[test]
	fn a_folder_that_cannot_be_is_told() {
		let folder = tempfile::tempdir().expect("can be made");
		let file = folder.path().join("file");
		fs::write(&file, "").expect("can be written");
		let error = check_folder(&file.join("chains")).expect_err("a file is no folder");
		assert!(error.to_string().contains("--base-path"), "{error}");
		assert!(check_folder(&folder.path().join("chains")).is_ok());
		let left = fs::read_dir(folder.path().join("chains")).expect("was made").count();
		assert_eq!(left, 0);
	}
}
