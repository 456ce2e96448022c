//! Servers that behave badly: nothing stored is lost, nothing is filed twice, the other sources go on, and the health
//! of each source says what happened.

mod server;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chancery_app::api::types::{CollectOrder, CollectReport, SourceDraft};
use chancery_app::store::Order;
use chancery_app::{App, Clock};
use chancery_fetch::{HttpFetcher, Limits};
use chancery_model::{Source, SourceState, Trouble};
use chrono::{DateTime, Utc};
use server::{Manner, Server};

/// What each server does, and what the health of its source then says.
const BAD: &[(Manner, Trouble, &str)] = &[
    (Manner::SlowLoris, Trouble::Unreachable, "did not answer within"),
    (Manner::Mute, Trouble::Unreachable, "did not answer within"),
    (Manner::Endless, Trouble::Unreadable, "larger than"),
    (Manner::Bomb, Trouble::Unreadable, "larger than"),
    (Manner::Loop, Trouble::Unreadable, "redirects more than"),
    (Manner::WrongLength, Trouble::Unreadable, "broken"),
    (Manner::Reset, Trouble::Unreadable, "broken"),
    (Manner::Storm, Trouble::Refused, "500"),
    (Manner::Page, Trouble::Page, "page is answered where the feed was"),
];

fn app() -> (App, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let limits = Limits { whole: Duration::from_secs(2), body: 1 << 20, ..Limits::default() };
    let fetcher = HttpFetcher::with_limits(limits).expect("a client can be made");
    let now: DateTime<Utc> = "2026-03-02T12:00:00Z".parse().expect("a time");
    let app = App::open_with(folder.path(), Clock::new(move || now), Arc::new(fetcher));
    (app.expect("an empty archive opens"), folder)
}

fn feed(name: &str, entries: u32) -> String {
    let entry = |number| {
        format!(
            "<item><guid isPermaLink=\"false\">{name}-{number}</guid><title>Statement {number} of {name}</title>\
             <description>The ministry of {name} welcomes the agreement of day {number}.</description></item>"
        )
    };
    let entries: String = (0..entries).map(entry).collect();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{name}</title>{entries}</channel></rss>"
    )
}

async fn follow(app: &App, name: &str, url: String) {
    let draft = SourceDraft { url, name: Some(name.to_owned()), no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
}

async fn collect(app: &App) -> CollectReport {
    app.collect(&CollectOrder { source: None, force: true }).await.expect("collecting works")
}

async fn source(app: &App, name: &str) -> Source {
    let all = app.watched().await.expect("sources are read").into_iter();
    all.map(|watched| watched.source).find(|source| source.name == name).expect("it is followed")
}

async fn held(app: &App) -> usize {
    app.find("", Order::Newest).await.expect("all are found").len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn bad_servers_cost_nothing_that_is_stored_and_stop_nobody_else() {
    let (app, _folder) = app();
    let mut servers = Vec::new();
    for (manner, _, _) in BAD {
        let name = format!("{manner:?}");
        let server = Server::start(feed(&name, 2)).await;
        follow(&app, &name, format!("http://{}/feed", server.address)).await;
        servers.push((name, server));
    }
    let good = Server::start(feed("Good", 1)).await;
    follow(&app, "Good", format!("http://{}/feed", good.address)).await;
    follow(&app, "No TLS", format!("https://{}/feed", good.address)).await;
    let all = 2 * BAD.len() as u32 + 1;
    assert_eq!(collect(&app).await.new, all);

    for ((manner, _, _), (_, server)) in BAD.iter().zip(&servers) {
        server.behave(*manner);
    }
    good.publish(feed("Good", 3));
    let begun = Instant::now();
    let report = collect(&app).await;
    assert_eq!((report.new, report.revised), (2, 0), "the good source goes on: {:?}", report.faults);
    assert_eq!(report.faults.len(), BAD.len() + 1);
    assert!(begun.elapsed() < Duration::from_secs(20), "every wait has an end");
    for (manner, trouble, words) in BAD {
        let failing = source(&app, &format!("{manner:?}")).await;
        assert_eq!((failing.state, failing.trouble), (SourceState::Failing, Some(*trouble)), "{failing:?}");
        assert!(failing.reason.as_deref().is_some_and(|why| why.contains(words)), "{failing:?}");
        assert!(failing.failing_since.is_some() && failing.next_try.is_some() && failing.statements == 2);
    }
    let bare = source(&app, "No TLS").await;
    assert!(bare.reason.as_deref().is_some_and(|why| why.contains("secure connection")), "{bare:?}");
    assert_eq!(held(&app).await as u32, all + 2);

    for (_, server) in &servers {
        server.behave(Manner::Well);
    }
    for _ in 0..2 {
        let report = collect(&app).await;
        assert_eq!((report.new, report.revised), (0, 0), "nothing is filed twice");
    }
    for (name, _) in &servers {
        assert_eq!(source(&app, name).await.state, SourceState::Working, "{name}");
    }
    assert_eq!(held(&app).await as u32, all + 2);
}
