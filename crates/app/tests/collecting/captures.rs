//! Pages that the user keeps from a window, since their site refuses programs.

use chancery_app::api::types::{Change, KeptPage, SourceDraft};
use chancery_app::{Answer, App, AppError, Host, KEPT, PageRead};
use chancery_model::{EditKind, ReceivedAs, Source, StatementId, Trouble};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::script::{self, Script, page, summaries};
use crate::{URL, collect, rule, titles};

const PAGE: &str = "https://mfa.example.org/1";

/// A window that shows one page.
struct Showing(Option<PageRead>);

impl Host for Showing {
    fn save_file<'a>(&'a self, _: &'a str) -> Answer<'a, Option<std::path::PathBuf>> {
        Box::pin(async { Ok(None) })
    }

    fn open_files(&self) -> Answer<'_, Vec<std::path::PathBuf>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn open_address<'a>(&'a self, _: &'a str) -> Answer<'a, ()> {
        Box::pin(async { Ok(()) })
    }

    fn read_page(&self) -> Answer<'_, PageRead> {
        let page = self.0.clone().ok_or_else(|| AppError::Refused("No page is open.".to_owned()));
        Box::pin(async move { page })
    }
}

fn shown(url: &str, markup: String) -> PageRead {
    PageRead { asked: url.to_owned(), as_asked: true, url: url.to_owned(), markup, ..PageRead::default() }
}

async fn keep(app: &App, page: PageRead) -> KeptPage {
    let kept = app.call("keep_page", Value::Null, &Showing(Some(page))).await.expect("the page is kept");
    serde_json::from_value(kept).expect("it is what became of the page")
}

async fn refused(app: &App, page: PageRead) -> String {
    let fault = app.call("keep_page", Value::Null, &Showing(Some(page))).await;
    fault.expect_err("the page is not kept").message
}

/// A source whose entry is filed with its summary, since its page refuses programs.
async fn refusing(script: &Script, app: &App) -> Source {
    script.answer(URL, &summaries(&[("1", "On the ceasefire", "A short summary.", PAGE)]));
    script.fail(PAGE, 403);
    let draft = SourceDraft { url: URL.to_owned(), name: Some("MFA".to_owned()), no_check: true };
    let source = app.add_source(&draft, None).await.expect("it is followed as it stands");
    assert_eq!(collect(app).await.new, 1);
    source
}

async fn edits(app: &App, id: &StatementId) -> Vec<Option<EditKind>> {
    let revisions = app.revisions(id).await.expect("the archive answers");
    revisions.into_iter().map(|revision| revision.edit).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_is_filed_with_its_evidence_and_shown() {
    let (script, app, _folder) = script::app();
    rule(&app, "Observers", "observers").await;
    let mut changes = app.changes();
    // The declaration is the server's; the window's markup is UTF-8.
    let markup = page("Про перемир’я", 6).replace("<head>", "<head><meta charset=\"windows-1251\">");
    let kept = keep(&app, PageRead { status: 200, ..shown(PAGE, markup.clone()) }).await;
    assert_eq!((kept.outcome.as_str(), kept.title.as_str()), ("new", "Про перемир’я"));
    assert_eq!(titles(&app, "observers is:alerted").await, ["Про перемир’я"]);

    let received = app.received(&kept.id, None).await.expect("the archive answers").expect("it is evidence");
    assert_eq!((received.how, received.status, received.at), (ReceivedAs::Captured, 200, script.now()));
    assert_eq!((received.url.as_str(), received.final_url.as_str()), (PAGE, PAGE));
    assert_eq!(&received.bytes[..], format!("\u{feff}{markup}").as_bytes());
    let statement = app.statement(&kept.id, None).await.expect("it is filed");
    assert_eq!(statement.source_name, KEPT);
    let opened = std::iter::from_fn(|| changes.try_recv().ok())
        .any(|change| change == Change::Open { id: kept.id.clone() });
    assert!(opened, "the window is told to show it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_kept_again_is_known_and_an_edited_one_is_a_revision() {
    let (_script, app, _folder) = script::app();
    let first = keep(&app, shown(PAGE, page("On the ceasefire", 6))).await;
    let same = keep(&app, shown(&format!("{PAGE}?utm_source=x"), page("On the ceasefire", 6))).await;
    assert_eq!((same.outcome.as_str(), &same.id), ("known", &first.id));
    let edited = page("On the ceasefire line", 6).replace("both sides", "one side");
    let second = keep(&app, shown(PAGE, edited)).await;
    assert_eq!((second.outcome.as_str(), &second.id), ("revised", &first.id));
    assert_eq!(edits(&app, &first.id).await.len(), 2);
    assert_eq!(titles(&app, "observers").await, ["On the ceasefire line"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_an_entry_that_refused_programs_is_its_revision() {
    let (script, app, _folder) = script::app();
    let source = refusing(&script, &app).await;
    let entry = app.statement_at(PAGE).await.expect("the entry is filed");
    let markup = page("On the ceasefire - the ministry", 6);
    let moved = PageRead {
        url: "https://www.mfa.example.org/en/1/".to_owned(),
        source: Some(source.id.clone()),
        ..shown(PAGE, markup)
    };
    let kept = keep(&app, moved).await;
    assert_eq!(
        (kept.outcome.as_str(), &kept.id),
        ("revised", &entry.id),
        "the address that was asked is the entry's"
    );
    let whole = app.statement(&kept.id, None).await.expect("it is filed");
    assert_eq!(
        (whole.source, whole.draft.title.as_str()),
        (source.id, "On the ceasefire"),
        "the feed's title stays"
    );
    assert_eq!(whole.draft.published, entry.draft.published);

    script.answer(URL, &format!("{} ", summaries(&[("1", "On the ceasefire", "A short summary.", PAGE)])));
    let report = collect(&app).await;
    assert_eq!((report.revised, report.known), (0, 1), "the summary does not come back over the text");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_belongs_to_the_source_it_was_opened_from_unless_the_user_went_elsewhere() {
    let (script, app, _folder) = script::app();
    let source = refusing(&script, &app).await;
    let from = |url: &str| PageRead {
        asked: URL.to_owned(),
        as_asked: false,
        source: Some(source.id.clone()),
        ..shown(url, page(url, 6))
    };
    let near = keep(&app, from("https://www.mfa.example.org/2")).await;
    assert_eq!(app.statement(&near.id, None).await.expect("it is filed").source_name, "MFA");
    let far = keep(&app, from("https://president.example.net/7")).await;
    assert_eq!(app.statement(&far.id, None).await.expect("it is filed").source_name, KEPT);
    let received = app.received(&far.id, None).await.expect("the archive answers").expect("it is evidence");
    assert_eq!(received.url, "https://president.example.net/7", "it was not what the user had asked for");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_statement_is_refused_in_one_sentence() {
    let (_script, app, _folder) = script::app();
    let empty = shown(PAGE, "<!DOCTYPE html><html><head></head><body></body></html>".to_owned());
    assert!(refused(&app, empty).await.contains("gave no text"));
    let guard = "<!DOCTYPE html><html><body>Checking your browser before you go on.</body></html>";
    assert!(refused(&app, shown(PAGE, guard.to_owned())).await.contains("whether you are a person"));
    let missing = PageRead { status: 404, ..shown(PAGE, page("Not found", 6)) };
    assert!(refused(&app, missing).await.contains("answered 404"));
    let enormous = shown(PAGE, "x".repeat((64 << 20) + 1));
    assert!(refused(&app, enormous).await.contains("larger than 64 MiB"));
    assert!(titles(&app, "").await.is_empty(), "nothing was filed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_without_windows_says_what_to_do() {
    let (_script, app, _folder) = script::app();
    let order = json!({ "url": "mfa.example.org/1", "source": null, "menu": "Keep" });
    let fault = app.call("open_page", order, &Showing(None)).await.expect_err("no window can be opened");
    assert!(fault.message.contains("chancery import FILE --captured"), "{}", fault.message);
    let order = json!({ "url": "file:///etc/passwd", "source": null, "menu": "Keep" });
    let fault = app.call("open_page", order, &Showing(None)).await.expect_err("only the web is opened");
    assert!(fault.message.contains("is no address"), "{}", fault.message);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_whose_page_failed_says_why_it_has_its_summary_alone() {
    let (script, app, _folder) = script::app();
    refusing(&script, &app).await;
    let entry = app.statement_at(PAGE).await.expect("the entry is filed");
    let asked = async || app.page_answer(&entry).await.expect("the archive answers").expect("it was asked");
    let trouble = asked().await.trouble.expect("it was refused");
    assert_eq!(
        (trouble.kind, trouble.status, asked().await.asked_at),
        (Trouble::Refused, Some(403), script.now())
    );
    let view =
        app.call("statement", json!({ "id": entry.id, "query": "", "revision": null }), &Showing(None)).await;
    let view = view.expect("it is shown");
    assert_eq!((&view["summary_only"], &view["page"]["status"]), (&json!(true), &json!(403)));

    script.answer(PAGE, &page("On the ceasefire", 6));
    script.pass(TimeDelta::hours(1));
    script.answer(URL, &summaries(&[("1", "On the ceasefire", "A short summary!", PAGE)]));
    assert_eq!(collect(&app).await.revised, 1);
    assert_eq!(
        (asked().await.trouble, asked().await.asked_at),
        (None, script.now()),
        "its page is there now"
    );
}
