//! A loopback HTTP source whose feed a test changes.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, USER_AGENT};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::runtime::Runtime;

/// An entry of the feed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its title.
    pub title: String,
    /// Its text; paragraphs are set apart by blank lines.
    pub text: String,
    /// When it was published, RFC 3339.
    pub published: String,
}

impl Entry {
    /// Makes an entry.
    pub fn new(title: &str, text: &str, published: &str) -> Self {
        Self { title: title.to_owned(), text: text.to_owned(), published: published.to_owned() }
    }
}

/// A source on loopback; it ends with its value.
#[derive(Debug)]
pub struct Source {
    entries: Entries,
    address: String,
    runtime: Option<Runtime>,
}

type Entries = Arc<Mutex<Vec<Entry>>>;

impl Source {
    /// Starts a source with these entries, on a thread of its own, so that it answers whatever the test waits for.
    pub fn start(entries: Vec<Entry>) -> Self {
        let entries: Entries = Arc::new(Mutex::new(entries));
        let routes = Router::new()
            .route("/feed.xml", get(feed))
            .route("/guarded", get(guarded))
            .with_state(entries.clone());
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
        listener.set_nonblocking(true).expect("a listener can be made asynchronous");
        let address = format!("http://{}/feed.xml", listener.local_addr().expect("it is bound"));
        let runtime = Runtime::new().expect("a runtime for the source");
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener).expect("it is asynchronous");
            axum::serve(listener, routes).await.expect("the source serves");
        });
        Self { entries, address, runtime: Some(runtime) }
    }

    /// The address of the feed.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address of a page that refuses programs, and whose text a script puts there.
    pub fn guarded(&self) -> String {
        self.address.replace("/feed.xml", "/guarded")
    }

    /// Puts an entry at the top of the feed.
    pub fn publish(&self, entry: Entry) {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).insert(0, entry);
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn feed(State(entries): State<Entries>) -> impl IntoResponse {
    let entries = entries.lock().unwrap_or_else(PoisonError::into_inner);
    let entries: String = entries.iter().map(atom_entry).collect();
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\
         <title>Press office of the test</title><id>urn:chancery:test</id>\
         <updated>2026-01-01T00:00:00Z</updated>{entries}</feed>"
    );
    ([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed)
}

/// The title of the guarded page.
pub const GUARDED: &str = "Statement on the ceasefire";

/// Writes the page's text, and tries what a hostile page would: to call the program.
const SCRIPT: &str = "
function add(text) {
  const p = document.createElement('p');
  p.textContent = text;
  document.querySelector('article').append(p);
}
function ask(command, payload) {
  const asked = window.__TAURI_INTERNALS__?.invoke(command, payload) ?? Promise.reject();
  asked.then(() => add(`The program answered ${command} to the page.`), () => add(`The program refused ${command} to the page.`));
}
function write(sentence) {
  for (let i = 1; i <= 5; i++) add(`${i}. ${sentence}`);
  ask('call', { name: 'overview', payload: null });
  ask('plugin:event|listen', { event: 'changed', target: { kind: 'Any' }, handler: 1 });
}
";

async fn guarded(headers: HeaderMap) -> Response {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    if !agent.starts_with("Mozilla/") {
        return (StatusCode::FORBIDDEN, "No programs.").into_response();
    }
    let sentence = "The ministry has taken note of the report of the observers, who visited both sides of the line, and \
        calls on all parties to keep the agreement that they signed. ";
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{GUARDED}</title></head><body><main><h1>{GUARDED}</h1>\
         <article></article></main><script>{SCRIPT}write('{sentence}')</script></body></html>"
    );
    ([(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

fn atom_entry(entry: &Entry) -> String {
    let paragraphs: String =
        entry.text.split("\n\n").map(|paragraph| format!("<p>{}</p>", escape(paragraph))).collect();
    format!(
        "<entry><title>{title}</title><id>urn:test:{id}</id><published>{at}</published><updated>{at}</updated>\
         <content type=\"html\">{content}</content></entry>",
        title = escape(&entry.title),
        id = entry.title.replace(' ', "-"),
        at = entry.published,
        content = escape(&paragraphs),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
