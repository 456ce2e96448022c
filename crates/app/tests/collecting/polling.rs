//! How politely a source is asked, and what becomes of one that moved, closed or is guarded.

use std::time::Duration;

use chancery_app::App;
use chancery_app::api::types::{CollectOrder, SourceDraft};
use chancery_fetch::{Blocker, FetchFault};
use chancery_model::{Source, SourceState, Trouble, Validators};
use chrono::TimeDelta;

use super::script::{self, Script, entry, feed};
use super::{URL, collect, follow, titles};

fn one() -> String {
    feed(&[entry("1", "Statement on sanctions", "The ministry welcomes new sanctions on arms transfers.")])
}

async fn source(app: &App) -> Source {
    app.watched().await.expect("sources are read").remove(0).source
}

async fn follow_another(app: &App, script: &Script, url: &str) {
    script.answer(url, &feed(&[]));
    let draft = SourceDraft { url: url.to_owned(), name: None, no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn validators_are_sent_back_until_they_are_eight_days_old() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    script.answer_with(URL, &one(), &[("etag", "W/\"a b\""), ("last-modified", "yesterday")]);
    collect(&app).await;
    script.pass(TimeDelta::days(7));
    collect(&app).await;
    let sent = Validators { etag: Some("W/\"a b\"".into()), last_modified: Some("yesterday".into()) };
    assert_eq!(script.last().validators, sent);
    script.pass(TimeDelta::days(2));
    collect(&app).await;
    assert_eq!(script.last().validators, Validators::default(), "a server may answer 304 for ever");
    collect(&app).await;
    assert_eq!(script.last().validators, sent, "the whole answer made them fresh");
}

#[tokio::test(flavor = "multi_thread")]
async fn new_validators_of_an_unchanged_body_are_kept() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    for etag in ["\"1\"", "\"2\"", "\"3\""] {
        script.answer_with(URL, &one(), &[("etag", etag)]);
        let report = collect(&app).await;
        assert_eq!(report.revised, 0);
    }
    collect(&app).await;
    assert_eq!(script.last().validators.etag.as_deref(), Some("\"3\""));
    assert_eq!(titles(&app, "").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_and_the_feed_say_when_to_ask_again() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    let wait = async |script: &Script| {
        collect(&app).await;
        (source(&app).await.next_try.expect("it is asked again") - script.now()).num_minutes()
    };
    script.answer_with(URL, &one(), &[]);
    assert_eq!(wait(&script).await, 15);
    script.answer_with(URL, &one(), &[("cache-control", "max-age=3600")]);
    assert_eq!(wait(&script).await, 60);
    let slow = one().replace("<channel>", "<channel><ttl>120</ttl><skipHours><hour>14</hour></skipHours>");
    script.answer_with(URL, &slow, &[("etag", "\"slow\"")]);
    assert_eq!(wait(&script).await, 180, "120 minutes, and an hour that is skipped");
    assert_eq!(wait(&script).await, 180, "a 304 has no body, and the feed's wish is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_304_does_not_make_a_page_a_feed_again() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    script.answer_with(URL, &one(), &[("etag", "\"1\"")]);
    collect(&app).await;
    script.answer_with(URL, "<html><body><p>We are back soon.</p></body></html>", &[("etag", "\"1\"x")]);
    collect(&app).await;
    let failing = source(&app).await;
    assert_eq!((failing.state, failing.trouble), (SourceState::Failing, Some(Trouble::Page)));
    assert_eq!(failing.failing_since, Some(script.now()));
    collect(&app).await;
    assert_eq!(script.last().validators, Validators::default(), "only a whole answer shows that it works");
    script.answer_with(URL, &one(), &[("etag", "\"1\"")]);
    collect(&app).await;
    let well = source(&app).await;
    assert_eq!((well.state, well.trouble, well.failing_since), (SourceState::Working, None, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_is_found_where_a_page_stands_now_is_offered_and_followed() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    collect(&app).await;
    let new = "https://mfa.example.org/new.xml";
    let page = format!(
        "<html><head><title>News</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"{new}\"></head>\
         <body><p>Our feed has moved.</p></body></html>"
    );
    script.answer(URL, &page);
    let two = entry("2", "On the talks", "The ministry saw new talks.");
    script.answer(
        new,
        &feed(&[
            two,
            entry("1", "Statement on sanctions", "The ministry welcomes new sanctions on arms transfers."),
        ]),
    );
    collect(&app).await;
    let failing = source(&app).await;
    assert_eq!((failing.trouble, failing.offer.as_deref()), (Some(Trouble::Page), Some(new)));
    app.move_source(&failing.id, new).await.expect("it can go on there");
    let report = app.collect(&CollectOrder { source: None, force: false }).await.expect("collecting works");
    assert_eq!((report.new, report.known), (1, 1), "what it brought before is not filed again");
    assert_eq!(source(&app).await.offer, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permanent_redirect_is_believed_on_its_third_day() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    let new = "https://news.mfa.example.org/feed.xml";
    script.move_to(URL, new, &one());
    for _ in 0..3 {
        assert_eq!(source(&app).await.url, URL);
        collect(&app).await;
        collect(&app).await;
        script.pass(TimeDelta::days(1));
    }
    assert_eq!(source(&app).await.url, new);
    script.answer(new, &one());
    collect(&app).await;
    assert_eq!(titles(&app, "").await.len(), 1, "its statements are its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_captive_portal_moves_nothing() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    collect(&app).await;
    script.move_to(URL, "https://portal.example.net/", "<html><body><p>Please log in.</p></body></html>");
    for _ in 0..5 {
        script.pass(TimeDelta::days(1));
        collect(&app).await;
    }
    let failing = source(&app).await;
    assert_eq!((failing.url.as_str(), failing.state), (URL, SourceState::Failing));
    assert!(failing.reason.as_deref().is_some_and(|why| why.contains("portal.example.net")), "{failing:?}");
    assert_eq!(titles(&app, "").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_host_is_left_alone_by_all_its_sources_and_by_other_processes() {
    let (script, app, folder) = script::app();
    follow(&script, &app).await;
    let second = "https://mfa.example.org/second.xml";
    follow_another(&app, &script, second).await;
    let busy = FetchFault::Status {
        url: URL.to_owned(),
        status: 429,
        retry_after: Some(Duration::from_secs(3 * 3600)),
    };
    script.fault(URL, busy);
    let one_source = CollectOrder { source: Some(source_at(&app, URL).await.id), force: true };
    app.collect(&one_source).await.expect("collecting works");
    let all = app.watched().await.expect("sources are read");
    let until = script.now() + TimeDelta::hours(3);
    let rests =
        |one: &chancery_app::Watched| one.resting_until == Some(until) && one.source.next_try >= Some(until);
    assert!(all.iter().all(rests), "each source of the host says so at once: {all:?}");
    script.pass(TimeDelta::hours(2));
    let asked = (script.asked(URL), script.asked(second));
    let another = script::another(&script, &folder);
    let report = collect(&another).await;
    assert_eq!((script.asked(URL), script.asked(second)), asked, "{:?}", report.faults);
    let other = source_at(&app, second).await;
    assert_eq!(other.state, SourceState::New, "what was not asked did not fail");
    assert_eq!(other.next_try, Some(script.now() + TimeDelta::hours(1)));
    script.pass(TimeDelta::hours(1));
    script.answer(URL, &one());
    collect(&another).await;
    assert_eq!(script.asked(second), asked.1 + 1);
}

async fn source_at(app: &App, url: &str) -> Source {
    let all = app.watched().await.expect("sources are read").into_iter();
    all.map(|watched| watched.source).find(|source| source.url == url).expect("it is followed")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_without_a_network_blames_no_source() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    collect(&app).await;
    script.fault(URL, FetchFault::Dns { host: "mfa.example.org".into(), offline: true });
    let report = collect(&app).await;
    assert_eq!(report.faults.len(), 1);
    let still = source(&app).await;
    assert_eq!((still.state, still.failing_since), (SourceState::Working, None));
    assert!(still.next_try.is_some_and(|next| next - script.now() <= TimeDelta::minutes(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guard_is_called_by_its_name() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    let guarded = FetchFault::Blocked { url: URL.to_owned(), by: Blocker::Challenge };
    script.fault(URL, guarded);
    collect(&app).await;
    assert_eq!(source(&app).await.trouble, Some(Trouble::Blocked));
    script.answer(
        URL,
        "<!doctype html><html><body>Please enable JavaScript and prove that you are human.</body></html>",
    );
    collect(&app).await;
    let blocked = source(&app).await;
    assert_eq!(blocked.trouble, Some(Trouble::Blocked));
    assert!(blocked.reason.as_deref().is_some_and(|why| why.contains("browser")), "{blocked:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_never_end_and_are_never_more_than_a_week_apart() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    script.fail(URL, 500);
    let mut longest = TimeDelta::zero();
    for _ in 0..20 {
        collect(&app).await;
        let next = source(&app).await.next_try.expect("it is asked again");
        longest = longest.max(next - script.now());
        script.pass(TimeDelta::days(1));
    }
    assert!(longest > TimeDelta::days(6) && longest <= TimeDelta::weeks(1), "{longest}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_breaks_off_is_read_as_far_as_it_goes_and_says_so() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    let whole = one();
    script.answer(URL, whole.split("</channel>").next().expect("it has a beginning"));
    assert_eq!(collect(&app).await.new, 1);
    let cut = source(&app).await;
    let reason = Some("The feed breaks off after 1 entry.".to_owned());
    assert_eq!((cut.state, cut.reason), (SourceState::Working, reason));
    script.answer(URL, &whole);
    collect(&app).await;
    assert_eq!(source(&app).await.reason, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_says_in_words_that_it_is_not_there_is_no_revision() {
    let (script, app, _folder) = script::app();
    let address = "https://mfa.example.org/statement";
    script.answer(address, &script::page("On the ceasefire", 8));
    let draft = SourceDraft { url: address.to_owned(), name: None, no_check: false };
    app.add_source(&draft, None).await.expect("a page can be followed");
    assert_eq!(collect(&app).await.new, 1);
    let lost = script::page("Page not found", 8);
    script.answer(address, &lost);
    let report = collect(&app).await;
    assert_eq!((report.new, report.revised), (0, 0));
    let source = source(&app).await;
    assert_eq!(source.state, SourceState::Failing);
    assert!(source.reason.expect("it says why").contains("no such page"));
}
