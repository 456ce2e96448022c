//! A page whose site refuses programs: the user opens it in a window and keeps it.

use chancery_tests::{Desktop, GUARDED, Source, Window, eventually};
use serde_json::Value;

use crate::{old_entry, turn};

/// The bar's button, once the page stands.
const KEEP: &str = ".page-bar button.primary:not([disabled])";

#[tokio::test]
async fn a_page_that_refuses_programs_is_opened_in_a_window_and_kept() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![old_entry()]);
    let archive = desktop.command_line();
    archive.run(&["source", "add", &source.guarded(), "--name", "Ministry", "--no-check"]);
    let refused = archive.command(&["collect", "--once", "--force"]).output().unwrap();
    assert!(String::from_utf8_lossy(&refused.stderr).contains("403"), "{refused:?}");

    let window = desktop.open().await;
    open_from_its_source(&window).await;
    eventually("the window of the page", || desktop.display.shows(GUARDED)).await;
    window.page.find(KEEP).await.click().await.unwrap();
    window.page.reads(GUARDED).await;
    window.page.find_words("*[@role='status']", "kept as a new statement").await;
    let kept = only_statement(&desktop);
    assert_eq!(kept["source_name"], "Ministry");
    assert_eq!(kept["provenance"]["how"], "captured", "{kept}");
    assert_eq!(
        (&kept["provenance"]["url"], &kept["provenance"]["status"]),
        (&source.guarded().into(), &200.into())
    );
    let text = kept["text"].as_str().unwrap_or_default();
    assert!(text.contains("5. The ministry"), "a script wrote it: {kept}");
    assert!(text.contains("refused call") && text.contains("refused plugin:event|listen"), "{text}");
    assert!(!text.contains("The program answered"), "{text}");

    desktop.display.press_in(GUARDED, "ctrl+s");
    window.page.find_words("*[@role='status']", "word for word").await;
    window.page.press("Close its window").await;
    eventually("the end of the window", || !desktop.display.shows(GUARDED)).await;
    window.close().await;
}

#[tokio::test]
async fn a_page_that_cannot_be_loaded_is_not_kept() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![old_entry()]);
    let archive = desktop.command_line();
    archive.run(&["source", "add", &source.guarded(), "--name", "Ministry", "--no-check"]);
    archive.command(&["collect", "--once", "--force"]).output().unwrap();
    let window = desktop.open().await;
    drop(source);
    open_from_its_source(&window).await;
    window.page.find(KEEP).await.click().await.unwrap();
    window.page.find_words("*[@role='status']", "was not loaded").await;
    assert_eq!(archive.json(&["search", ""]), Value::Array(Vec::new()));
    window.close().await;
}

async fn open_from_its_source(window: &Window) {
    window.page.go_to("Sources").await;
    window.page.find("[aria-label='Actions: Ministry']").await.click().await.unwrap();
    window.page.press("Open in a window and keep").await;
}

fn only_statement(desktop: &Desktop) -> Value {
    let found = desktop.command_line().json(&["search", ""]);
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    let id = found[0]["statement_id"].as_str().unwrap();
    desktop.command_line().json(&["show", id])
}
