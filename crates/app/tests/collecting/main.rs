//! Collecting, from answers of a scripted server to statements, revisions, alerts and the health of sources.

mod captures;
mod duplicates;
mod folders;
mod health;
mod lists;
mod polling;
mod retagging;
mod script;
mod translations;
mod withdrawals;

use chancery_app::api::types::{CollectOrder, SourceDraft};
use chancery_app::store::{AlertFilter, Order};
use chancery_app::{App, RuleOrder};
use chancery_model::{Showing, SourceState};
use chrono::TimeDelta;
use script::{Script, entry, feed};

const URL: &str = "https://mfa.example.org/feed.xml";

async fn follow(script: &Script, app: &App) {
    script.answer(
        URL,
        &feed(&[entry(
            "1",
            "Statement on sanctions",
            "The ministry welcomes new sanctions on arms transfers.",
        )]),
    );
    let draft = SourceDraft { url: URL.to_owned(), name: Some("MFA".to_owned()), no_check: false };
    app.add_source(&draft, None).await.expect("a feed can be followed");
}

async fn rule(app: &App, name: &str, query: &str) {
    let order = RuleOrder { name: name.to_owned(), query: query.to_owned(), ..RuleOrder::default() };
    app.save_rule(order).await.expect("the rule is sound");
}

async fn collect(app: &App) -> chancery_app::api::types::CollectReport {
    app.collect(&CollectOrder { source: None, force: true }).await.expect("collecting works")
}

async fn titles(app: &App, query: &str) -> Vec<String> {
    let rows = app.find(query, Order::Newest).await.expect("the query is sound");
    app.statements(rows).await.expect("rows are read").into_iter().map(|s| s.draft.title).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_bytes_file_nothing_and_a_changed_text_is_a_revision() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    let first = collect(&app).await;
    assert_eq!((first.new, first.revised, first.known), (1, 0, 0));

    let again = collect(&app).await;
    assert_eq!((again.new, again.revised, again.known), (0, 0, 0), "the same body is not even read");

    script.answer(
        URL,
        &feed(&[entry(
            "1",
            "Statement on sanctions",
            "The ministry regrets new sanctions on arms transfers.",
        )]),
    );
    let changed = collect(&app).await;
    assert_eq!((changed.new, changed.revised), (0, 1));
    assert_eq!(titles(&app, "regrets").await, ["Statement on sanctions"]);
    assert!(titles(&app, "welcomes").await.is_empty(), "a search finds the newest revision");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_fetch_is_summed_up_and_later_alerts_are_shown_one_by_one() {
    let (script, app, _folder) = script::app();
    rule(&app, "Arms", "\"arms transfers\"").await;
    follow(&script, &app).await;
    assert_eq!(collect(&app).await.alerts, 1);

    script.answer(
        URL,
        &feed(&[
            entry("2", "More", "New arms transfers were reported."),
            entry("1", "Statement on sanctions", "The ministry welcomes new sanctions on arms transfers."),
        ]),
    );
    script.pass(TimeDelta::minutes(30));
    assert_eq!(collect(&app).await.alerts, 1);
    let alerts = app.alerts(AlertFilter::default()).await.expect("alerts are read");
    let showings: Vec<_> = alerts.iter().map(|alert| (alert.title.as_str(), alert.showing)).collect();
    assert_eq!(showings, [("More", Showing::Notified), ("Statement on sanctions", Showing::Summed)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_not_alerted_again_by_an_edit_elsewhere_in_the_statement() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    collect(&app).await;
    rule(&app, "Arms", "\"arms transfers\"").await;
    let two = "The ministry welcomes new sanctions on arms transfers.</p><p>It thanks its partners.";
    script.answer(URL, &feed(&[entry("1", "Statement on sanctions", two)]));
    assert_eq!(collect(&app).await.alerts, 0, "the passage that matches is old");

    let three = "The ministry welcomes new sanctions on arms transfers.</p><p>All arms transfers must end.";
    script.answer(URL, &feed(&[entry("1", "Statement on sanctions", three)]));
    assert_eq!(collect(&app).await.alerts, 1, "the new passage matches");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_behind_a_summary_is_fetched_once() {
    let (script, app, _folder) = script::app();
    let page = "https://mfa.example.org/1";
    script.answer(URL, &script::summaries(&[("1", "On the ceasefire", "A short summary.", page)]));
    script.answer(page, &script::page("On the ceasefire", 8));
    let draft = SourceDraft { url: URL.to_owned(), name: None, no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
    assert_eq!(collect(&app).await.new, 1);
    assert_eq!(titles(&app, "observers").await, ["On the ceasefire"], "the words of the page are found");

    let other = "https://mfa.example.org/2";
    script.answer(other, &script::page("On the talks", 8));
    script.answer(
        URL,
        &script::summaries(&[
            ("2", "On the talks", "Another summary.", other),
            ("1", "On the ceasefire", "A short summary.", page),
        ]),
    );
    assert_eq!(collect(&app).await.new, 1);
    assert_eq!(script.asked(page), 1, "a page that was read is not asked for again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_fails_says_why_waits_longer_each_time_and_keeps_its_statements() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    collect(&app).await;

    script.answer(
        URL,
        "<html><head><title>Maintenance</title></head><body><p>We are back soon.</p></body></html>",
    );
    let report = collect(&app).await;
    assert_eq!(report.faults.len(), 1);
    let source = app.watched().await.expect("sources are read").remove(0).source;
    assert_eq!(source.state, SourceState::Failing);
    assert!(source.reason.as_deref().is_some_and(|reason| reason.contains("page")), "{:?}", source.reason);
    let first_wait = source.next_try.expect("it is asked again") - script.now();

    script.fail(URL, 503);
    collect(&app).await;
    let source = app.watched().await.expect("sources are read").remove(0).source;
    let second_wait = source.next_try.expect("it is asked again") - script.now();
    assert!(second_wait > first_wait, "{second_wait} after {first_wait}");
    assert_eq!(titles(&app, "sanctions").await.len(), 1);

    script.answer(
        URL,
        &feed(&[entry(
            "1",
            "Statement on sanctions",
            "The ministry welcomes new sanctions on arms transfers.",
        )]),
    );
    collect(&app).await;
    let source = app.watched().await.expect("sources are read").remove(0).source;
    assert_eq!(source.state, SourceState::Working);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_is_gone_is_not_asked_again_by_itself() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    script.fail(URL, 410);
    collect(&app).await;
    let source = app.watched().await.expect("sources are read").remove(0).source;
    assert_eq!((source.state, source.next_try), (SourceState::Gone, None));
    let asked = script.asked(URL);
    script.pass(TimeDelta::days(30));
    app.collect(&CollectOrder { source: None, force: false }).await.expect("collecting works");
    assert_eq!(script.asked(URL), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_failed_is_asked_for_again_and_a_changed_entry_is_read_again() {
    let (script, app, _folder) = script::app();
    let page = "https://mfa.example.org/1";
    script.answer(URL, &script::summaries(&[("1", "On the ceasefire", "A short summary.", page)]));
    script.fail(page, 500);
    let draft = SourceDraft { url: URL.to_owned(), name: None, no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
    assert_eq!(collect(&app).await.new, 1);
    assert!(titles(&app, "observers").await.is_empty());

    script.answer(page, &script::page("On the ceasefire", 8));
    script.answer(URL, &script::summaries(&[("1", "On the ceasefire", "A short summary!", page)]));
    assert_eq!(collect(&app).await.revised, 1, "the page is there now");
    assert_eq!(titles(&app, "observers").await.len(), 1);

    script.answer(URL, &script::summaries(&[("1", "On the ceasefire line", "A short summary!", page)]));
    let changed = collect(&app).await;
    assert_eq!((changed.revised, script.asked(page)), (1, 3), "another title is a change");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_file_is_a_revision_and_a_copy_of_it_is_known() {
    let (_script, app, _archive) = script::app();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let (file, copy) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    let import = async |path: &std::path::Path| {
        let order = chancery_app::ImportOrder::default();
        let imported = app.import(&[path.to_owned()], &order).await.expect("importing works");
        imported.tally.outcomes[0].word()
    };
    std::fs::write(&file, "On sanctions\n\nThe ministry welcomes new sanctions.").expect("it can be written");
    std::fs::copy(&file, &copy).expect("it can be copied");
    assert_eq!(import(&file).await, "new");
    assert_eq!(import(&file).await, "known");
    assert_eq!(import(&copy).await, "known");
    std::fs::write(&file, "On sanctions\n\nThe ministry regrets new sanctions.").expect("it can be written");
    assert_eq!(import(&file).await, "revised");
    assert_eq!(titles(&app, "regrets").await.len(), 1);
}

/// Counts what it shows.
#[derive(Default)]
struct Counted(std::sync::atomic::AtomicU32);

impl chancery_app::notify::Notifier for Counted {
    fn show(&self, _: &chancery_app::notify::Notice) -> Result<(), chancery_app::notify::Unreached> {
        self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Ok(())
    }

    fn describe(&self) -> String {
        "Counted.".to_owned()
    }
}

/// Each round files one alert and lets six processes tell it at once, often enough that their steps interleave.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_processes_show_an_alert_once() {
    let (script, app, folder) = script::app();
    let others: Vec<App> = (0..6).map(|_| script::another(&script, &folder)).collect();
    rule(&app, "Arms", "\"arms transfers\"").await;
    follow(&script, &app).await;
    let shown = std::sync::Arc::new(Counted::default());
    for number in 1..=12_u32 {
        let guid = number.to_string();
        script.answer(URL, &feed(&[entry(&guid, &guid, "The ministry saw new arms transfers.")]));
        collect(&app).await;
        let mut telling = tokio::task::JoinSet::new();
        for other in &others {
            let (other, shown) = (other.clone(), shown.clone());
            telling.spawn(async move { other.tell_once(shown).await });
        }
        telling.join_all().await.into_iter().for_each(|round| drop(round.expect("the archive works")));
        app.tell_once(shown.clone()).await.expect("the archive works");
        assert_eq!(shown.0.load(std::sync::atomic::Ordering::SeqCst), number, "once for each alert");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_does_not_exist_is_named_and_the_query_stays_sound() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    let unmatched = async |query: &str| app.unmatched_sources(query).await.expect("the query is sound");
    assert_eq!(unmatched("source:nosuch OR source:mfa sanctions").await, ["nosuch"]);
    assert_eq!(unmatched("-source:\"no such\"").await, ["no such"]);
    collect(&app).await;
    let id = app.watched().await.expect("sources are read").remove(0).source.id;
    app.remove_source(&id).await.expect("it is followed");
    assert!(unmatched("source:mfa").await.is_empty(), "its statements are there still");
    assert!(titles(&app, "source:nosuch").await.is_empty());
}
