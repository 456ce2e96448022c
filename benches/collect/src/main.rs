//! A round of 500 sources at 50 hosts with 50 ms latency, beside what the politeness rules allow.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use chancery_app::api::types::{CollectOrder, SourceDraft};
use chancery_app::{App, Clock};
use chancery_fetch::{HttpFetcher, Limits};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const HOSTS: u32 = 50;
const SOURCES_OF_HOST: u32 = 10;
const LATENCY: Duration = Duration::from_millis(50);
const GAP: Duration = Duration::from_secs(1);

#[tokio::main(flavor = "multi_thread")]
async fn main() {
    let asked = Arc::new(AtomicU32::new(0));
    let folder = tempfile::tempdir().expect("a folder can be made");
    // Loopback is asked with the pause that other hosts get.
    let limits = Limits { gap: GAP, loopback_gap: GAP, ..Limits::default() };
    let fetcher = HttpFetcher::with_limits(limits).expect("a client can be made");
    let app = App::open_with(folder.path(), Clock::new(chancery_benches::now), Arc::new(fetcher));
    let app = app.expect("an empty archive opens");
    for host in 0..HOSTS {
        let address = serve(host, asked.clone()).await;
        for number in 0..SOURCES_OF_HOST {
            let (url, name) = (format!("http://{address}/{number}"), Some(format!("Source {host}.{number}")));
            let draft = SourceDraft { url, name, no_check: true };
            app.add_source(&draft, None).await.expect("it is followed");
        }
    }
    let allowed = LATENCY * SOURCES_OF_HOST + GAP * (SOURCES_OF_HOST - 1);
    for round in ["ten new statements each", "nothing new"] {
        let (begun, before) = (Instant::now(), asked.load(Ordering::SeqCst));
        let order = CollectOrder { source: None, force: true };
        let report = app.collect(&order).await.expect("collecting works");
        let (took, requests) = (begun.elapsed(), asked.load(Ordering::SeqCst) - before);
        println!(
            "{} sources, {requests} requests, {} new, {} faults ({round}): {:.2} s; allowed {:.2} s; ratio {:.2}; peak memory {} MB",
            report.sources,
            report.new,
            report.faults.len(),
            took.as_secs_f64(),
            allowed.as_secs_f64(),
            took.as_secs_f64() / allowed.as_secs_f64(),
            peak_memory().unwrap_or(0),
        );
    }
}

/// The most memory that this process ever held, in MB; none where the system does not say.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

/// A host of its own: another address of the loopback net, where the system has it, and another port in any case.
async fn serve(host: u32, asked: Arc<AtomicU32>) -> String {
    let own = TcpListener::bind(format!("127.0.1.{}:0", host + 1)).await;
    let listener = match own {
        Ok(listener) => listener,
        Err(_) => TcpListener::bind("127.0.0.1:0").await.expect("loopback can be bound"),
    };
    let address = listener.local_addr().expect("it has an address").to_string();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, host, asked.clone()));
        }
    });
    address
}

async fn answer(mut stream: TcpStream, host: u32, asked: Arc<AtomicU32>) {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        if !stream.read_buf(&mut request).await.is_ok_and(|read| read > 0) {
            return;
        }
    }
    asked.fetch_add(1, Ordering::SeqCst);
    let path = String::from_utf8_lossy(&request).split(' ').nth(1).unwrap_or("/0").to_owned();
    let number: u32 = path.trim_start_matches('/').parse().unwrap_or(0);
    tokio::time::sleep(LATENCY).await;
    let body = feed(host * SOURCES_OF_HOST + number);
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    // A client that went away is no fault of the server.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(body.as_bytes()).await;
}

/// A feed of ten statements of the made-up kind, the same for the same number.
fn feed(number: u32) -> String {
    let entry = |(index, draft): (usize, chancery_model::Draft)| {
        let text = draft.text.replace('&', "&amp;").replace('<', "&lt;");
        let title = draft.title.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<item><guid isPermaLink=\"false\">{number}-{index}</guid><title>{title}</title>\
             <content:encoded>{}</content:encoded></item>",
            text.replace('&', "&amp;")
        )
    };
    let items: String =
        chancery_benches::drafts(number.into(), 10).into_iter().enumerate().map(entry).collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>Source {number}</title>{items}</channel></rss>"
    )
}
