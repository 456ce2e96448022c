//! A loopback server that answers with what a test has set.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chancery_fetch::{Answer, BoxFuture, FetchFault, Fetcher, HttpFetcher};
use chancery_model::Request;
use chrono::{DateTime, Utc};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Asks loopback alone: what real feeds link to is not asked.
pub struct Loopback(pub HttpFetcher);

impl Fetcher for Loopback {
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        if request.url.starts_with("http://127.0.0.1:") {
            return self.0.fetch(request, now);
        }
        let host = request.url.clone();
        Box::pin(async move { Err(FetchFault::Connect { host, offline: true }) })
    }

    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        self.fetch(request, now)
    }
}

/// The bytes of a path, and whether they are compressed with gzip.
type Bodies = Arc<Mutex<HashMap<String, (Vec<u8>, bool)>>>;

/// The server; it ends with the runtime of the test.
pub struct Server {
    bodies: Bodies,
    address: String,
}

impl Server {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback can be bound");
        let address = format!("http://{}", listener.local_addr().expect("it has an address"));
        let bodies = Bodies::default();
        let served = bodies.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, served.clone()));
            }
        });
        Self { bodies, address }
    }

    /// Sets what a path answers; gives its address.
    pub fn set(&self, path: &str, bytes: Vec<u8>, gzip: bool) -> String {
        self.bodies.lock().expect("not poisoned").insert(path.to_owned(), (bytes, gzip));
        format!("{}{path}", self.address)
    }
}

async fn answer(mut stream: TcpStream, bodies: Bodies) {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut some = [0; 4096];
        match stream.read(&mut some).await {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&some[..read]),
        }
    }
    let line = String::from_utf8_lossy(&request);
    let path = line.split(' ').nth(1).unwrap_or("/").to_owned();
    let found = bodies.lock().expect("not poisoned").get(&path).cloned();
    let (status, (bytes, gzip)) = match found {
        Some(found) => ("200 OK", found),
        None => ("404 Not Found", (Vec::new(), false)),
    };
    let encoding = if gzip { "Content-Encoding: gzip\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status}\r\n{encoding}Content-Length: {}\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    // A client that went away is no fault of the server.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(&bytes).await;
}
