//! A web server on loopback that answers with what a test gives it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// An address on loopback whose answer can be changed.
pub struct Site {
    port: u16,
    answer: Arc<Mutex<(u16, String)>>,
}

impl Site {
    pub fn new(status: u16, body: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let answer = Arc::new(Mutex::new((status, body.to_owned())));
        let answered = answer.clone();
        std::thread::spawn(move || {
            listener.incoming().flatten().for_each(|stream| respond(stream, &answered.lock().unwrap()));
        });
        Self { port, answer }
    }

    pub fn now_answers(&self, status: u16, body: &str) {
        *self.answer.lock().unwrap() = (status, body.to_owned());
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/feed.xml", self.port)
    }
}

fn respond(mut stream: TcpStream, (status, body): &(u16, String)) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
    let head = format!(
        "HTTP/1.1 {status} X\r\nContent-Type: application/rss+xml\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}

/// One request, and its answer as status, head and body.
pub fn request(port: u16, head: &str, body: &str) -> (u16, String, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let length = body.len();
    write!(stream, "{head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head.to_owned(), body.to_owned())
}

/// A feed of some entries: title and text of each.
pub fn feed(entries: &[(&str, &str)]) -> String {
    let items: String = entries
        .iter()
        .enumerate()
        .map(|(n, (title, text))| {
            format!(
                "<item><guid>urn:{n}</guid><title>{title}</title><description>{text}</description>\
                 <pubDate>Thu, 24 Oct 2024 12:0{n}:00 GMT</pubDate></item>"
            )
        })
        .collect();
    format!(
        "<rss version=\"2.0\"><channel><title>Ministry of Nordland</title><link>https://nordland.example/</link>{items}</channel></rss>"
    )
}
