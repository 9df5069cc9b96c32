// SPDX-License-Identifier: GPL-3.0-or-later
//! Serves the status page to browsers of this machine.

use crate::page::Page;
use flarechain_tests::{Error, Result};
use hyper::{
	header::{self, HeaderValue},
	server::conn::http1,
	service::service_fn,
	Method, Request, Response, StatusCode,
};
use hyper_util::rt::TokioIo;
use std::{convert::Infallible, io, net::Ipv4Addr, sync::Arc, time::Duration};
use tokio::{
	net::{TcpListener, TcpStream},
	sync::{watch, Semaphore},
};

/// Connections at a time; others wait until one ends.
const MAX_CONNECTIONS: usize = 16;
/// How long a connection may take from its first to its last byte; each asks once.
const CONNECTION_DEADLINE: Duration = Duration::from_secs(10);
/// The largest request, in bytes.
const MAX_REQUEST_BYTES: usize = 16 * 1024;
/// How long to leave alone a system that has no connection to give: most often it lacks files.
const REFUSED_PAUSE: Duration = Duration::from_millis(200);
/// Nothing is loaded and nothing is run, whatever the page says.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Where the newest page is put.
pub(crate) struct StatusPage {
	sender: watch::Sender<Page>,
}

impl StatusPage {
	/// Begins to serve on this port of this machine, to which nobody else has access.
	pub(crate) async fn serve(port: u16) -> Result<Self> {
		let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
			if error.kind() == io::ErrorKind::AddrInUse {
				Error::PortTaken { port, purpose: "status page".into() }
			} else {
				Error::io(format!("listen on port {port} for the status page"))(error)
			}
		})?;
		let (sender, page) = watch::channel(Page::starting());
		tokio::spawn(answer_all(listener, page));
		Ok(Self { sender })
	}

	/// Shows this page from now on.
	pub(crate) fn show(&self, page: Page) {
		self.sender.send_replace(page);
	}
}

async fn answer_all(listener: TcpListener, page: watch::Receiver<Page>) {
	let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
	// Never closed.
	while let Ok(place) = places.clone().acquire_owned().await {
		let Ok((stream, _)) = listener.accept().await else {
			tokio::time::sleep(REFUSED_PAUSE).await;
			continue;
		};
		let page = page.clone();
		tokio::spawn(async move {
			answer(stream, &page).await;
			drop(place);
		});
	}
}

/// Whoever hangs up, says nothing or nonsense gets no page, and that is all.
async fn answer(stream: TcpStream, page: &watch::Receiver<Page>) {
	let service = service_fn(|request: Request<_>| {
		let response = response(request.method(), request.uri().path(), page);
		async { Ok::<_, Infallible>(response) }
	});
	let connection = http1::Builder::new()
		.keep_alive(false)
		.max_buf_size(MAX_REQUEST_BYTES)
		.serve_connection(TokioIo::new(stream), service);
	let _ = tokio::time::timeout(CONNECTION_DEADLINE, connection).await;
}

fn response(method: &Method, path: &str, page: &watch::Receiver<Page>) -> Response<String> {
	if !matches!(*method, Method::GET | Method::HEAD) {
		let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "This page can only be read.\n");
		response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
		return response;
	}
	if path != "/" {
		return plain(StatusCode::NOT_FOUND, "There is one page here, at /\n");
	}
	let mut response = Response::new(page.borrow().html());
	let headers = response.headers_mut();
	headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
	headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
	headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_POLICY));
	response
}

fn plain(status: StatusCode, text: &str) -> Response<String> {
	let mut response = Response::new(text.to_owned());
	*response.status_mut() = status;
	let kind = HeaderValue::from_static("text/plain; charset=utf-8");
	response.headers_mut().insert(header::CONTENT_TYPE, kind);
	response
}

#[cfg(test)]
mod tests {
	use super::*;

	fn asked(method: &Method, path: &str) -> Response<String> {
		let (_sender, page) = watch::channel(Page::starting());
		response(method, path, &page)
	}

	#[test]
	fn there_is_one_page_and_it_can_be_read() {
		let page = asked(&Method::GET, "/");
		assert_eq!(page.status(), StatusCode::OK);
		assert_eq!(page.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
		assert!(page.body().starts_with("<!doctype html>"));
		assert_eq!(asked(&Method::HEAD, "/").status(), StatusCode::OK);
		assert_eq!(asked(&Method::GET, "/favicon.ico").status(), StatusCode::NOT_FOUND);
		let refused = asked(&Method::POST, "/");
		assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED);
		assert_eq!(refused.headers()[header::ALLOW], "GET, HEAD");
	}
}
