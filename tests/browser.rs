//! The same window in a browser, looked over by axe.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![cfg(target_os = "linux")]

use chancery_tests::{Browser, CommandLine};

const VIEWS: &[&str] = &["Statements", "Alerts", "Rules", "Sources", "Settings"];

fn report(folder: &std::path::Path) -> std::path::PathBuf {
    let file = folder.join("report.txt");
    let text = "Statement on arms transfers from the DPRK\n\nThe European Union strongly condemns the arms transfers \
                from the DPRK to Russia. They violate Security Council resolution 1718 (2006).\n";
    std::fs::write(&file, text).expect("the folder is writable");
    file
}

#[tokio::test]
async fn axe_finds_nothing_serious_in_any_view() {
    let folder = tempfile::tempdir().unwrap();
    let archive = CommandLine::over(&folder.path().join("data"));
    archive.run(&["rule", "add", "Arms for the DPRK", "country:KP AND \"arms transfers\""]);
    archive.run(&["import", &report(folder.path()).to_string_lossy()]);
    let browser = Browser::open(&archive, 1280, 800).await;
    browser.page.find_words("*[@role='option']", "arms transfers").await.click().await.unwrap();
    browser.page.reads("arms transfers from the DPRK").await;
    let mut barriers = Vec::new();
    for theme in ["light", "dark", "contrast"] {
        browser.wear(theme).await;
        for view in VIEWS {
            browser.page.go_to(view).await;
            browser.page.find("nav.rail [aria-current='page']").await;
            barriers
                .extend(browser.barriers().await.into_iter().map(|found| format!("{theme} {view}: {found}")));
        }
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    browser.close().await;
}

#[tokio::test]
async fn a_stranger_is_turned_away() {
    let folder = tempfile::tempdir().unwrap();
    let archive = CommandLine::over(&folder.path().join("data"));
    let browser = Browser::open(&archive, 1280, 800).await;
    browser.page.find_words("*", "What do you follow?").await;
    let address = browser.page.client().current_url().await.unwrap();
    browser.page.client().delete_all_cookies().await.unwrap();
    browser
        .page
        .client()
        .goto(&format!("http://{}:{}/", address.host_str().unwrap(), address.port().unwrap()))
        .await
        .unwrap();
    browser.page.find_words("*", "Open the address that").await;
    browser.close().await;
}
