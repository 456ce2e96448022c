//! Statements whose pages are not there any more, and come back.

use chancery_app::App;
use chancery_app::api::types::SourceDraft;
use chancery_app::store::AlertFilter;
use chancery_model::{EditKind, StatementId};
use chrono::TimeDelta;

use crate::script::{self, Script, page, summaries};
use crate::{URL, collect, rule, titles};

/// A feed of so many entries, each with a page, followed and collected.
async fn with_pages(script: &Script, app: &App, count: usize) {
    let links: Vec<(String, String)> =
        (1..=count).map(|n| (n.to_string(), format!("https://mfa.example.org/{n}"))).collect();
    let entries: Vec<_> =
        links.iter().map(|(n, link)| (n.as_str(), "On the ceasefire", "A summary.", link.as_str())).collect();
    script.answer(URL, &summaries(&entries));
    for (_, link) in &links {
        script.answer(link, &page("On the ceasefire", 8));
    }
    let draft = SourceDraft { url: URL.to_owned(), name: None, no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
    assert_eq!(collect(app).await.new as usize, count);
}

async fn edits(app: &App, id: &StatementId) -> Vec<Option<EditKind>> {
    let revisions = app.revisions(id).await.expect("the archive answers");
    revisions.into_iter().map(|revision| revision.edit).collect()
}

async fn only(app: &App) -> StatementId {
    let found = app.statement_at("https://mfa.example.org/1").await;
    found.expect("the statement is there").id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_missing_for_a_day_is_a_withdrawal_and_its_return_is_told() {
    let (script, app, _folder) = script::app();
    rule(&app, "Observers", "observers").await;
    with_pages(&script, &app, 1).await;
    let (id, link) = (only(&app).await, "https://mfa.example.org/1");
    script.fail(link, 404);
    script.pass(TimeDelta::hours(25));
    assert_eq!(collect(&app).await.revised, 0, "once may be a fault of the server");
    script.pass(TimeDelta::hours(3));
    collect(&app).await;
    assert_eq!(script.asked(link), 2, "it is asked for once a day");

    script.pass(TimeDelta::hours(22));
    let report = collect(&app).await;
    assert_eq!((report.revised, report.alerts), (1, 1));
    assert_eq!(edits(&app, &id).await, [None, Some(EditKind::Withdrawn)]);
    let shown = app.received(&id, None).await.expect("the archive answers").expect("it is kept");
    assert_eq!((shown.status, &*shown.bytes), (404, b"There is no such page.".as_slice()));
    let first = app.received(&id, Some(1)).await.expect("the archive answers").expect("it is kept");
    assert_eq!(first.status, 200, "what was said stays proven");
    assert_eq!(titles(&app, "observers is:revised").await, ["On the ceasefire"], "its words are kept");
    let alerts = app.alerts(AlertFilter::default()).await.expect("alerts are read");
    assert!(alerts[0].matched_text.starts_with("Withdrawn, its page is not there any more. It said: "));

    script.pass(TimeDelta::days(1));
    assert_eq!(collect(&app).await.revised, 0, "it is withdrawn once");
    script.answer(link, &page("On the ceasefire", 8));
    script.pass(TimeDelta::days(1));
    assert_eq!(collect(&app).await.revised, 1);
    assert_eq!(edits(&app, &id).await[2], Some(EditKind::Restored));
    let alerts = app.alerts(AlertFilter::default()).await.expect("alerts are read");
    assert!(alerts[0].matched_text.starts_with("Back on its site. It said: The ministry"), "{:?}", alerts[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_faults_of_a_page_and_of_its_source_withdraw_nothing() {
    let (script, app, _folder) = script::app();
    with_pages(&script, &app, 1).await;
    let (id, link) = (only(&app).await, "https://mfa.example.org/1");
    for status in [500, 403, 404, 500] {
        script.fail(link, status);
        script.pass(TimeDelta::hours(25));
        assert_eq!(collect(&app).await.revised, 0, "{status}");
    }
    script.answer(link, &page("On the ceasefire", 8));
    script.pass(TimeDelta::hours(25));
    collect(&app).await;
    script.fail(link, 404);
    let asked = script.asked(link);
    script.fail(URL, 500);
    for _ in 0..3 {
        script.pass(TimeDelta::hours(25));
        collect(&app).await;
    }
    assert_eq!(script.asked(link), asked, "while its source fails, nothing is asked for");
    assert_eq!(edits(&app, &id).await, [None]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_was_rebuilt_withdraws_nothing_and_old_statements_are_left_alone() {
    let (script, app, _folder) = script::app();
    with_pages(&script, &app, 6).await;
    for n in 1..=6 {
        script.fail(&format!("https://mfa.example.org/{n}"), 404);
    }
    for _ in 0..8 {
        script.pass(TimeDelta::hours(25));
        assert_eq!(collect(&app).await.revised, 0);
        assert_eq!(collect(&app).await.revised, 0);
    }
    script.pass(TimeDelta::days(14));
    let asked = script.asked("https://mfa.example.org/1");
    collect(&app).await;
    assert_eq!(script.asked("https://mfa.example.org/1"), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_says_in_words_that_it_is_gone_is_withdrawn_too() {
    let (script, app, _folder) = script::app();
    with_pages(&script, &app, 1).await;
    let (id, link) = (only(&app).await, "https://mfa.example.org/1");
    for title in ["Page not found in the archive", "Page not found"] {
        script.answer(link, &page(title, 8));
        for _ in 0..2 {
            script.pass(TimeDelta::hours(25));
            collect(&app).await;
        }
        let gone = edits(&app, &id).await.contains(&Some(EditKind::Withdrawn));
        assert_eq!(gone, title == "Page not found", "{title}");
    }
}
