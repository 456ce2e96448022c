//! The window opens, remembers, and is one.

use chancery_tests::{Desktop, Source, eventually};

use crate::{followed, old_entry, turn};

#[tokio::test]
async fn the_first_start_asks_what_to_follow() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let window = desktop.open().await;
    window.page.find_words("*", "What do you follow?").await;
    assert_eq!(window.page.client().title().await.unwrap(), "Chancery");
    window.close().await;
}

#[tokio::test]
async fn what_was_collected_can_be_found_and_read() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![old_entry()]);
    followed(&source, &desktop.command_line());
    let window = desktop.open().await;
    window.page.find_words("*[@role='option']", "fisheries policy").await.click().await.unwrap();
    window.page.reads("Council reviews fisheries policy").await;
    window.close().await;
}

#[tokio::test]
async fn the_demonstration_is_full_and_says_what_it_is() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let window = desktop.open_with(&["--demo"]).await;
    window.page.find("[role='option']").await.click().await.unwrap();
    window.page.find("h1").await;
    window.page.find_words("*", "Demonstration").await;
    assert!(!desktop.home().join("data").exists(), "the user's own archive is not touched");
    window.close().await;
}

#[tokio::test]
async fn the_demonstration_leaves_nothing_behind() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let mut program = desktop.start_program(&["--demo"]);
    let is_demo = |name: &String| name.starts_with("chancery-demo-");
    eventually("the window", || desktop.display.shows("demonstration")).await;
    assert!(desktop.temporary_files().iter().any(is_demo));
    program.signal("TERM");
    eventually("the end of the program", || program.has_ended()).await;
    assert!(!desktop.temporary_files().iter().any(is_demo));
}

#[tokio::test]
async fn the_page_reaches_nothing_outside() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![old_entry()]);
    let window = desktop.open().await;
    window.page.find("main").await;
    let script = format!(
        "return fetch('{}', {{ mode: 'no-cors' }}).then(() => 'reached', (refused) => 'refused')",
        source.address()
    );
    assert_eq!(window.page.run(&script).await, "refused");
    let script = "try { return new Function('return 1')() } catch (refused) { return 'refused' }";
    assert_eq!(window.page.run(script).await, "refused");
    window.close().await;
}

#[tokio::test]
async fn a_second_start_shows_the_first_window() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let mut first = desktop.start_program(&[]);
    eventually("the window", || desktop.display.shows("^Chancery$")).await;
    let mut second = desktop.start_program(&[]);
    eventually("the end of the second program", || second.has_ended()).await;
    assert!(!first.has_ended(), "the first window goes on");
}

#[tokio::test]
async fn an_archive_of_a_newer_program_is_explained_and_left_alone() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![old_entry()]);
    followed(&source, &desktop.command_line());
    let archive = desktop.make_newer();
    let before = std::fs::read(&archive).unwrap();
    let _program = desktop.start_program(&[]);
    eventually("the explanation", || desktop.display.shows("Chancery cannot open its archive")).await;
    assert!(std::fs::read(&archive).unwrap() == before, "the archive is untouched");
}
