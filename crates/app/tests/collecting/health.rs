//! What the user is told of sources in trouble.

use std::sync::{Arc, Mutex};

use chancery_app::App;
use chancery_app::notify::{Notice, Notifier, Unreached};
use chrono::TimeDelta;

use super::script::{self, Script, entry, feed};
use super::{URL, collect, follow};

/// Keeps what it shows.
#[derive(Default)]
struct Shown(Mutex<Vec<Notice>>);

impl Notifier for Shown {
    fn show(&self, notice: &Notice) -> Result<(), Unreached> {
        self.0.lock().expect("not poisoned").push(notice.clone());
        Ok(())
    }

    fn describe(&self) -> String {
        "Kept.".to_owned()
    }
}

/// Passes some time, collects, and gives what is told after it.
async fn after(script: &Script, app: &App, time: TimeDelta) -> Vec<Notice> {
    script.pass(time);
    collect(app).await;
    let shown = Arc::new(Shown::default());
    app.tell_once(shown.clone()).await.expect("the archive works");
    shown.0.lock().expect("not poisoned").clone()
}

fn one(guid: &str) -> String {
    feed(&[entry(guid, guid, "The ministry saw new talks.")])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_fails_for_long_is_told_once_in_a_spell_and_once_a_day() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    script.fail(URL, 500);
    assert!(after(&script, &app, TimeDelta::zero()).await.is_empty(), "one failure is everyday");
    assert!(after(&script, &app, TimeDelta::hours(5)).await.is_empty());
    let told = after(&script, &app, TimeDelta::hours(2)).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].title, "MFA cannot be read");
    assert!(told[0].body.contains("500"), "{told:?}");
    assert!(after(&script, &app, TimeDelta::days(3)).await.is_empty(), "it is the same spell");

    script.answer(URL, &one("1"));
    assert!(after(&script, &app, TimeDelta::hours(1)).await.is_empty());
    script.fail(URL, 500);
    assert!(after(&script, &app, TimeDelta::hours(1)).await.is_empty());
    assert_eq!(after(&script, &app, TimeDelta::hours(7)).await.len(), 1, "another spell is told");
    script.answer(URL, &one("1"));
    assert!(after(&script, &app, TimeDelta::hours(1)).await.is_empty());
    script.fail(URL, 500);
    assert!(after(&script, &app, TimeDelta::hours(1)).await.is_empty());
    assert!(after(&script, &app, TimeDelta::hours(7)).await.is_empty(), "twice a day is too often");
    assert_eq!(after(&script, &app, TimeDelta::hours(20)).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_source_is_told_in_other_words_than_a_broken_one() {
    let (script, app, _folder) = script::app();
    follow(&script, &app).await;
    for number in 0..6 {
        script.answer(URL, &one(&number.to_string()));
        assert!(after(&script, &app, TimeDelta::days(2)).await.is_empty());
    }
    let silent = after(&script, &app, TimeDelta::days(9)).await;
    assert_eq!(silent.len(), 1);
    assert_eq!(
        (silent[0].title.as_str(), silent[0].body.as_str()),
        ("MFA is silent", "Silent for 9 days; usually every 2 days.")
    );
    assert!(after(&script, &app, TimeDelta::days(9)).await.is_empty());
    script.fail(URL, 410);
    let gone = after(&script, &app, TimeDelta::days(1)).await;
    assert_eq!(gone[0].title, "MFA cannot be read");
    assert_ne!(gone[0].key, silent[0].key, "one does not replace the other on the desktop");
}
