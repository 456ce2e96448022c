//! A server and a clock that a test sets.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chancery_app::{App, Clock};
use chancery_fetch::{Answer, BoxFuture, FetchFault, Fetcher, Unchanged};
use chancery_model::{Fetched, Request};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

#[derive(Clone)]
enum Says {
    Body(String),
    /// A body behind a permanent redirect to another address.
    Moved(String, String),
    /// A body with headers; a request that sends its `etag` back gets a 304.
    Headed(String, Vec<(String, String)>),
    Fault(FetchFault),
    Status(u16),
}

/// What the servers say, and what time it is.
#[derive(Clone)]
pub struct Script {
    says: Arc<Mutex<HashMap<String, Says>>>,
    asked: Arc<Mutex<HashMap<String, u32>>>,
    last: Arc<Mutex<Option<Request>>>,
    now: Arc<Mutex<DateTime<Utc>>>,
}

impl Script {
    pub fn answer(&self, url: &str, body: &str) {
        self.says.lock().expect("not poisoned").insert(url.to_owned(), Says::Body(body.to_owned()));
    }

    /// The body that an address answers with.
    pub fn body(&self, url: &str) -> String {
        match self.says.lock().expect("not poisoned").get(url) {
            Some(Says::Body(body)) => body.clone(),
            _ => panic!("{url} answers with no plain body"),
        }
    }

    pub fn fail(&self, url: &str, status: u16) {
        self.says.lock().expect("not poisoned").insert(url.to_owned(), Says::Status(status));
    }

    pub fn answer_with(&self, url: &str, body: &str, headers: &[(&str, &str)]) {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.says
            .lock()
            .expect("not poisoned")
            .insert(url.to_owned(), Says::Headed(body.to_owned(), headers));
    }

    pub fn move_to(&self, url: &str, to: &str, body: &str) {
        self.says
            .lock()
            .expect("not poisoned")
            .insert(url.to_owned(), Says::Moved(body.to_owned(), to.to_owned()));
    }

    pub fn fault(&self, url: &str, fault: FetchFault) {
        self.says.lock().expect("not poisoned").insert(url.to_owned(), Says::Fault(fault));
    }

    /// The request that was made last.
    pub fn last(&self) -> Request {
        self.last.lock().expect("not poisoned").clone().expect("something was asked")
    }

    pub fn asked(&self, url: &str) -> u32 {
        self.asked.lock().expect("not poisoned").get(url).copied().unwrap_or(0)
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.now.lock().expect("not poisoned")
    }

    pub fn pass(&self, time: TimeDelta) {
        *self.now.lock().expect("not poisoned") += time;
    }

    fn reply(&self, request: &Request, at: DateTime<Utc>) -> Result<Answer, FetchFault> {
        let url = &request.url;
        *self.asked.lock().expect("not poisoned").entry(url.to_owned()).or_default() += 1;
        *self.last.lock().expect("not poisoned") = Some(request.clone());
        let said = self.says.lock().expect("not poisoned").get(url).cloned();
        match said.unwrap_or(Says::Status(404)) {
            Says::Body(body) => Ok(whole(url, url, body, Vec::new(), at)),
            Says::Moved(body, to) => Ok(whole(url, &to, body, Vec::new(), at)),
            Says::Headed(body, headers) => Ok(headed(request, body, headers, at)),
            Says::Fault(fault) => Err(fault),
            Says::Status(410) => Err(FetchFault::Gone { url: url.to_owned() }),
            Says::Status(status) => {
                Err(FetchFault::Status { url: url.to_owned(), status, retry_after: None })
            }
        }
    }
}

fn whole(url: &str, from: &str, body: String, headers: Vec<(String, String)>, at: DateTime<Utc>) -> Answer {
    Answer::Fetched(Fetched {
        url: url.to_owned(),
        final_url: from.to_owned(),
        redirects: Vec::new(),
        moved_permanently: url != from,
        status: 200,
        headers,
        bytes: body.into_bytes(),
        at,
    })
}

fn headed(request: &Request, body: String, headers: Vec<(String, String)>, at: DateTime<Utc>) -> Answer {
    let etag = headers.iter().find(|(name, _)| name == "etag").map(|(_, value)| value);
    if etag.is_none() || request.validators.etag.as_ref() != etag {
        return whole(&request.url, &request.url, body, headers, at);
    }
    let (validators, final_url) = (request.validators.clone(), request.url.clone());
    Answer::NotModified(Unchanged { validators, final_url, moved_permanently: false, headers })
}

/// What a server sends where there is no such page.
fn gone(request: &Request, fault: &FetchFault, at: DateTime<Utc>) -> Option<Answer> {
    let status = match fault {
        FetchFault::Gone { .. } => 410,
        FetchFault::Status { status: 404, .. } => 404,
        _ => return None,
    };
    let Answer::Fetched(sent) =
        whole(&request.url, &request.url, "There is no such page.".into(), Vec::new(), at)
    else {
        return None;
    };
    Some(Answer::Missing(Fetched { status, ..sent }))
}

impl Fetcher for Script {
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        Box::pin(async move { self.reply(request, now) })
    }

    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        Box::pin(async move {
            match self.reply(request, now) {
                Err(fault) => gone(request, &fault, now).ok_or(fault),
                answer => answer,
            }
        })
    }
}

/// An application over an empty folder; keep the folder as long as it is used.
pub fn app() -> (Script, App, tempfile::TempDir) {
    let noon =
        NaiveDate::from_ymd_opt(2026, 3, 2).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a valid time");
    let now = Arc::new(Mutex::new(noon.and_utc()));
    let script = Script { says: Arc::default(), asked: Arc::default(), last: Arc::default(), now };
    let clock = script.clone();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let app = App::open_with(folder.path(), Clock::new(move || clock.now()), Arc::new(script.clone()));
    (script, app.expect("an empty archive opens"), folder)
}

/// Another application over the same folder, as another process would be.
pub fn another(script: &Script, folder: &tempfile::TempDir) -> App {
    let clock = script.clone();
    let app = App::open_with(folder.path(), Clock::new(move || clock.now()), Arc::new(script.clone()));
    app.expect("an archive opens twice")
}

/// An entry that carries its whole text; `body` may hold paragraph marks.
pub fn entry(guid: &str, title: &str, body: &str) -> String {
    format!(
        "<item><guid isPermaLink=\"false\">{guid}</guid><title>{title}</title><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate>\
         <content:encoded><![CDATA[<p>{body}</p>]]></content:encoded></item>"
    )
}

/// A feed of entries.
pub fn feed(entries: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>Ministry</title><link>https://mfa.example.org/</link><description>News</description>{}</channel></rss>",
        entries.concat()
    )
}

/// A feed of entries that carry a summary and a link: guid, title, summary, link.
pub fn summaries(entries: &[(&str, &str, &str, &str)]) -> String {
    let item = |(guid, title, summary, link): &(&str, &str, &str, &str)| {
        format!(
            "<item><guid isPermaLink=\"false\">{guid}</guid><title>{title}</title><link>{link}</link><description>{summary}</description></item>"
        )
    };
    feed(&entries.iter().map(item).collect::<Vec<_>>())
}

/// A page with a main text of so many paragraphs, a menu and a footer.
pub fn page(title: &str, paragraphs: usize) -> String {
    let paragraph = "<p>The ministry has taken note of the report of the observers, who visited both sides of the line \
        of contact last week, and calls on all parties to keep the agreement that they signed.</p>";
    format!(
        "<html><head><title>{title} | Ministry</title></head><body><nav><a href=\"/\">Home</a> <a href=\"/en\">English</a></nav>\
         <main><article><h1>{title}</h1>{}</article></main><footer>All rights reserved</footer></body></html>",
        paragraph.repeat(paragraphs)
    )
}
