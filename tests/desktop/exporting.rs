//! The user chooses a file in the native dialog, and it can be read back.

use chancery_tests::{Desktop, Source, eventually};

use crate::{followed, new_entry, old_entry, turn};

#[tokio::test]
async fn an_export_is_read_back_as_it_was_written() {
    let _turn = turn().await;
    let desktop = Desktop::start();
    let source = Source::start(vec![new_entry(), old_entry()]);
    followed(&source, &desktop.command_line());
    let window = desktop.open().await;
    window.page.find_words("*[@role='option']", "fisheries policy").await;

    window.page.press("Export").await;
    window.page.find_words("label", "RFC 4180").await.click().await.unwrap();
    window.page.press("Choose…").await;
    let file = desktop.home().join("statements.csv");
    eventually("the native dialog", || desktop.display.shows("^Export$")).await;
    desktop.display.type_into("^Export$", &file.to_string_lossy());
    window.page.holds("dialog .file input", &file.to_string_lossy()).await;
    window.page.find(".dialog-foot button.primary").await.click().await.unwrap();
    eventually("the file", || file.exists()).await;

    let mut reader = csv::Reader::from_path(&file).unwrap();
    let titles = reader.headers().unwrap().iter().position(|column| column == "title").unwrap();
    let mut rows: Vec<String> =
        reader.records().map(|row| row.unwrap().get(titles).unwrap_or_default().to_owned()).collect();
    rows.sort();
    assert_eq!(rows, ["Council reviews fisheries policy", "Statement on arms transfers from the DPRK"]);
    window.close().await;
}
