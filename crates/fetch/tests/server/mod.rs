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
        // A client that speaks TLS (RFC 8446, 5.1) gets plain words.
        if bytes[0] == 22 {
            return drop(stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await);
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

/// A SOCKS 5 proxy that answers itself in place of whoever is asked for.
pub struct Socks {
    pub address: String,
    host: Arc<Mutex<String>>,
}

impl Socks {
    /// The host that was asked for.
    pub fn host(&self) -> String {
        self.host.lock().unwrap().clone()
    }
}

/// Starts a SOCKS 5 proxy (RFC 1928) that takes names and gives one answer.
pub async fn socks(answer: &'static [u8]) -> Socks {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let host = Arc::new(Mutex::new(String::new()));
    let asked = host.clone();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut greeting = [0; 2];
        stream.read_exact(&mut greeting).await.unwrap();
        stream.read_exact(&mut vec![0; greeting[1].into()]).await.unwrap();
        stream.write_all(&[5, 0]).await.unwrap();
        let mut head = [0; 5];
        stream.read_exact(&mut head).await.unwrap();
        assert_eq!(head[3], 3, "a name");
        let mut name = vec![0; usize::from(head[4]) + 2];
        stream.read_exact(&mut name).await.unwrap();
        name.truncate(head[4].into());
        *asked.lock().unwrap() = String::from_utf8(name).unwrap();
        stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await.unwrap();
        let _ = stream.read(&mut [0; 4096]).await;
        stream.write_all(answer).await.unwrap();
    });
    Socks { address, host }
}
