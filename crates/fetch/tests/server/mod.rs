//! A server on loopback that answers by a function and remembers what it was asked.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Seen {
    pub path: String,
    head: String,
}

impl Seen {
    /// Returns a header's value, empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(n, _)| n.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}

#[derive(Default)]
struct Log {
    seen: Mutex<Vec<Seen>>,
    open: AtomicUsize,
    most: AtomicUsize,
    keep_open: AtomicBool,
}

/// A running server.
pub struct Site {
    base: String,
    log: Arc<Log>,
}

impl Site {
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.log.seen.lock().unwrap().clone()
    }

    pub fn most_at_once(&self) -> usize {
        self.log.most.load(Ordering::SeqCst)
    }

    /// Leaves connections open after the answer.
    pub fn keep_open(&self) {
        self.log.keep_open.store(true, Ordering::SeqCst);
    }
}

/// Makes an answer.
pub fn response(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Option<Vec<u8>> {
    let mut head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    Some([head.as_bytes(), b"\r\n", body].concat())
}

/// Starts a server; a function that gives nothing leaves the caller waiting.
pub async fn serve<F>(answer: F) -> Site
where
    F: Fn(&Seen) -> Option<Vec<u8>> + Send + Sync + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let log = Arc::new(Log::default());
    let (kept, answer) = (log.clone(), Arc::new(answer));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (kept, answer) = (kept.clone(), answer.clone());
            tokio::spawn(async move { converse(stream, &kept, &*answer).await });
        }
    });
    Site { base, log }
}

async fn converse(
    mut stream: TcpStream,
    log: &Log,
    answer: &(dyn Fn(&Seen) -> Option<Vec<u8>> + Send + Sync),
) {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    while !bytes.windows(4).any(|window| window == b"\r\n\r\n") {
        match stream.read(&mut buffer).await {
            Ok(read) if read > 0 => bytes.extend_from_slice(&buffer[..read]),
            _ => return,
        }
    }
    let open = log.open.fetch_add(1, Ordering::SeqCst) + 1;
    log.most.fetch_max(open, Ordering::SeqCst);
    let head = String::from_utf8_lossy(&bytes).into_owned();
    let path = head.split(' ').nth(1).unwrap_or("").to_owned();
    let seen = Seen { path, head };
    log.seen.lock().unwrap().push(seen.clone());
    let reply = answer(&seen);
    log.open.fetch_sub(1, Ordering::SeqCst);
    match reply {
        Some(reply) => drop(stream.write_all(&reply).await),
        None => tokio::time::sleep(Duration::from_secs(60)).await,
    }
    if log.keep_open.load(Ordering::SeqCst) {
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}
