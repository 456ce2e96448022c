//! From the source to the user's eye.

use std::time::{Duration, Instant};

use chancery_tests::{Desktop, NotificationServer, Source, Window, eventually};
use serde_json::Value;

use crate::{RULE, followed, new_entry, old_entry, turn};

#[tokio::test]
async fn a_rule_that_matches_is_shown_and_its_click_opens_the_statement() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let server = NotificationServer::start(&desktop.display, &desktop.bus);
    let source = Source::start(vec![old_entry()]);
    followed(&source, &desktop.command_line());
    let window = desktop.open().await;
    publish_and_collect(&source, &window).await;

    eventually("the notification", || server.displayed() == 1).await;
    server.click();
    window.page.reads("arms transfers from the DPRK").await;

    server.close_all();
    let history = server.history();
    assert_eq!(history.len(), 1, "{history:?}");
    assert_eq!(history[0].0, RULE);
    assert!(history[0].1.contains("Statement on arms transfers from the DPRK"), "{history:?}");
    let alert = only_alert(&desktop);
    eventually("the stamp", || !only_alert(&desktop)["notified_at"].is_null()).await;
    assert_eq!(alert["rule"], RULE);
    window.close().await;
}

#[tokio::test]
async fn a_frozen_notification_server_hangs_nothing_and_loses_nothing() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let server = NotificationServer::start(&desktop.display, &desktop.bus);
    let source = Source::start(vec![old_entry()]);
    followed(&source, &desktop.command_line());
    let window = desktop.open().await;
    window.page.find_words("*[@role='option']", "fisheries policy").await;
    server.freeze();
    publish_and_collect(&source, &window).await;

    window.page.go_to("Alerts").await;
    window.page.find_words("li", "Statement on arms transfers from the DPRK").await;
    // Longer than a server is waited for: the window answers all the while.
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(7) {
        let asked = Instant::now();
        window.page.run("return 1 + 1").await;
        assert!(asked.elapsed() < Duration::from_secs(4), "the window hangs");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(only_alert(&desktop)["notified_at"].is_null(), "what was not shown is not stamped");
    server.thaw();
    window.close().await;
}

#[tokio::test]
async fn without_a_notification_server_the_inbox_has_it() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![old_entry()]);
    followed(&source, &desktop.command_line());
    let window = desktop.open().await;
    window.page.find_words("*[@role='option']", "fisheries policy").await;
    publish_and_collect(&source, &window).await;
    window.page.go_to("Alerts").await;
    window.page.find_words("li", "Statement on arms transfers from the DPRK").await;
    assert!(only_alert(&desktop)["notified_at"].is_null());
    window.page.go_to("Settings").await;
    window.page.find_words("*", "No notification server answers").await;
    window.close().await;
}

async fn publish_and_collect(source: &Source, window: &Window) {
    source.publish(new_entry());
    window.page.press("Collect now").await;
}

fn only_alert(desktop: &Desktop) -> Value {
    let alerts = desktop.command_line().json(&["alerts"]);
    let alerts = alerts.as_array().expect("alerts are a list");
    assert_eq!(alerts.len(), 1, "{alerts:?}");
    alerts[0].clone()
}
