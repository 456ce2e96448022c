//! Tags made anew after the user changed the words of topics: with progress, stopped, and gone on with.

use chancery_app::api::types::Change;
use chancery_app::{App, AppError, Stale};

use crate::script::{self, Script, entry, feed};
use crate::{URL, collect, titles};

const OWN: &str = "grain\t*\tname\tGrain\ngrain\ten\t2\tgrain\n";

async fn with_statements(script: &Script, app: &App, count: usize) {
    let text = "The corridor for grain was prolonged.";
    let entries: Vec<String> =
        (0..count).map(|n| entry(&n.to_string(), &format!("Notice {n}"), text)).collect();
    script.answer(URL, &feed(&entries));
    let draft = chancery_app::api::types::SourceDraft { url: URL.to_owned(), name: None, no_check: false };
    app.add_source(&draft, None).await.expect("a feed can be followed");
    collect(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_work_that_was_stopped_goes_on_where_it_ended() {
    let (script, app, _folder) = script::app();
    with_statements(&script, &app, 400).await;
    assert_eq!(app.stale_tags().await.expect("the archive answers"), 0);
    assert_eq!(app.save_own_topics(OWN).await.expect("the file is sound"), 400);

    let (stopper, mut changes) = (app.clone(), app.changes());
    let stopping = tokio::spawn(async move {
        while let Ok(change) = changes.recv().await {
            if let Change::Progress(progress) = change
                && progress.work == "retag"
            {
                stopper.stop("retag");
                return progress;
            }
        }
        unreachable!("the work tells how far it is")
    });
    let stopped = app.retag(Stale::Only).await;
    let told = stopping.await.expect("progress was told");
    assert_eq!(told.total, 400);
    let left = app.stale_tags().await.expect("the archive answers");
    match stopped {
        Err(AppError::Stopped) => assert!(left < 400 && left > 0, "{left} are left"),
        other => panic!("400 statements are more than one part: {other:?}"),
    }
    assert_eq!(titles(&app, "topic:grain").await.len() as u64, 400 - left);

    assert_eq!(app.retag(Stale::Only).await.expect("it goes on"), left);
    assert_eq!(app.stale_tags().await.expect("the archive answers"), 0);
    assert_eq!(titles(&app, "topic:grain").await.len(), 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_may_ask_for_a_topic_of_the_users() {
    let (script, app, _folder) = script::app();
    app.save_own_topics(OWN).await.expect("the file is sound");
    crate::rule(&app, "Grain", "topic:grain").await;
    with_statements(&script, &app, 1).await;
    let alerts = app.alerts(chancery_app::store::AlertFilter::default()).await.expect("the archive answers");
    assert_eq!(alerts.len(), 1);
    assert_eq!(app.retag(Stale::AndAll).await.expect("all are tagged again"), 0);
}
