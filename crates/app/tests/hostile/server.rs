//! A server on loopback that behaves well or badly, as a test tells it.

use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The first byte of a client that speaks TLS (RFC 8446, 5.1).
const TLS_HANDSHAKE: u8 = 22;

/// What a server does with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It answers with its feed and another entity tag each time.
    Well,
    /// It sends one header after another and never ends.
    SlowLoris,
    /// It sends a body that never ends.
    Endless,
    /// It sends some kilobytes that unpack to many megabytes.
    Bomb,
    /// It redirects to itself.
    Loop,
    /// It promises more bytes than it sends.
    WrongLength,
    /// It resets the connection in the middle of the body.
    Reset,
    /// It fails.
    Storm,
    /// It answers with a page.
    Page,
    /// It takes the request and says nothing.
    Mute,
}

/// A server with its feed; it ends with the runtime of the test.
#[derive(Clone)]
pub struct Server {
    pub address: String,
    manner: Arc<Mutex<Manner>>,
    feed: Arc<Mutex<String>>,
    asked: Arc<AtomicU32>,
}

impl Server {
    pub async fn start(feed: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback can be bound");
        let address = listener.local_addr().expect("it has an address").to_string();
        let (manner, feed) = (Arc::new(Mutex::new(Manner::Well)), Arc::new(Mutex::new(feed)));
        let server = Self { address, manner, feed, asked: Arc::default() };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let serving = serving.clone();
                // A client that goes away ends its own conversation only.
                tokio::spawn(async move { drop(serving.converse(stream).await) });
            }
        });
        server
    }

    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().expect("not poisoned") = manner;
    }

    pub fn publish(&self, feed: String) {
        *self.feed.lock().expect("not poisoned") = feed;
    }

    async fn converse(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let manner = *self.manner.lock().expect("not poisoned");
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        if manner == Manner::Reset {
            // What is unread when a socket is closed makes the system reset the connection.
            stream.read_exact(&mut [0; 8]).await?;
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss><channel>").await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            return Ok(());
        }
        let mut request = Vec::new();
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            if stream.read_buf(&mut request).await? == 0 {
                return Ok(());
            }
            if request[0] == TLS_HANDSHAKE {
                return stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
            }
        }
        let feed = self.feed.lock().expect("not poisoned").clone();
        match manner {
            Manner::SlowLoris => drip(&mut stream, b"HTTP/1.1 200 OK\r\n", b"X-More: yes\r\n").await,
            Manner::Endless => drip(&mut stream, b"HTTP/1.1 200 OK\r\n\r\n<rss>", &[b' '; 65_536]).await,
            Manner::Mute => {
                tokio::time::sleep(Duration::from_secs(60)).await;
                Ok(())
            }
            _ => stream.write_all(&answer(manner, feed.as_bytes(), number)).await,
        }
    }
}

/// Sends a beginning, and then the same again and again.
async fn drip(stream: &mut TcpStream, beginning: &[u8], more: &[u8]) -> std::io::Result<()> {
    stream.write_all(beginning).await?;
    loop {
        stream.write_all(more).await?;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn answer(manner: Manner, feed: &[u8], number: u32) -> Vec<u8> {
    match manner {
        Manner::Loop => whole("302 Found", "Location: /again\r\n", b"", 0),
        Manner::Storm => whole("500 Internal Server Error", "", b"<h1>Error</h1>", 0),
        Manner::Page => {
            let page = b"<html><head><title>Soon</title></head><body><p>We are back soon.</p></body></html>";
            whole("200 OK", "Content-Type: text/html\r\n", page, 0)
        }
        Manner::WrongLength => whole("200 OK", "", feed, 700),
        Manner::Bomb => whole("200 OK", "Content-Encoding: gzip\r\n", &bomb(), 0),
        _ => whole("200 OK", &format!("ETag: \"{number}\"\r\n"), feed, 0),
    }
}

/// An answer whose length is `missing` bytes too long.
fn whole(status: &str, headers: &str, body: &[u8], missing: usize) -> Vec<u8> {
    let length = body.len() + missing;
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
    [head.as_bytes(), body].concat()
}

fn bomb() -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..4 {
        encoder.write_all(&[b' '; 1 << 20]).expect("memory takes it");
    }
    encoder.finish().expect("memory takes it")
}
