//! Answers from files.
#![allow(clippy::unwrap_used)]

use chancery_fetch::{Answer, FetchFault, Fetcher, FolderFetcher};
use chancery_model::{Request, Validators};
use chrono::DateTime;

#[tokio::test]
async fn a_file_answers_once_until_it_changes_and_nothing_leads_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("a.example")).unwrap();
    std::fs::write(folder.path().join("a.example/feed.xml"), "<rss/>").unwrap();
    std::fs::write(folder.path().join("secret"), "secret").unwrap();
    let fetcher = FolderFetcher::new(folder.path());
    let ask = |url: &str, validators| Request { validators, ..Request::first(url) };
    let now = DateTime::UNIX_EPOCH;

    let first = ask("http://a.example/feed.xml", Validators::default());
    let Answer::Fetched(fetched) = fetcher.fetch(&first, now).await.unwrap() else { panic!("no body") };
    assert_eq!(
        (&fetched.bytes[..], fetched.header("content-type")),
        (&b"<rss/>"[..], Some("application/xml"))
    );

    let again = ask("http://a.example/feed.xml", fetched.validators());
    assert!(matches!(fetcher.fetch(&again, now).await, Ok(Answer::NotModified(_))));
    std::fs::write(folder.path().join("a.example/feed.xml"), "<rss>new</rss>").unwrap();
    assert!(matches!(fetcher.fetch(&again, now).await, Ok(Answer::Fetched(_))));

    for url in ["http://a.example/missing", "http://a.example/%2e%2e/secret", "http://../secret"] {
        let answer = fetcher.fetch(&ask(url, Validators::default()), now).await;
        assert!(matches!(answer, Err(FetchFault::Status { status: 404, .. })), "{url}: {answer:?}");
    }
}
