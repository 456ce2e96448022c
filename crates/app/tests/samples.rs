//! The sample statements, from the files that the program ships to statements, tags and alerts.

use std::collections::{BTreeSet, HashMap};

use chancery_app::store::{AlertFilter, Order};
use chancery_app::{App, Clock};
use chancery_model::{Showing, SourceKind, Statement};
use chrono::{DateTime, Utc};
use tempfile::TempDir;

fn app() -> (App, TempDir) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let now: DateTime<Utc> = "2026-11-24T12:00:00Z".parse().expect("a date");
    let app = App::open(folder.path(), Clock::new(move || now)).expect("an archive can be made");
    (app, folder)
}

async fn statements(app: &App, query: &str) -> Vec<Statement> {
    let rows = app.find(query, Order::Newest).await.expect("the query is sound");
    app.statements(rows).await.expect("rows are read")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_samples_are_filed_once() {
    let (app, _folder) = app();
    let first = app.add_samples().await.expect("the samples are filed");
    assert_eq!((first.new_statements(), first.revised(), first.known()), (60, 0, 0));
    assert_eq!(first.outcomes.len(), 60, "no document was overtaken");

    let rules = app.rules().await.expect("rules are read");
    let sources = app.watched().await.expect("sources are read");
    let again = app.add_samples().await.expect("the samples are known");
    assert_eq!((again.new_statements(), again.revised(), again.known()), (0, 0, 60));
    assert_eq!(again.alerts, 0);
    assert_eq!(app.rules().await.expect("rules are read"), rules);
    assert_eq!(app.watched().await.expect("sources are read").len(), sources.len());
    assert_eq!(statements(&app, "").await.len(), 60);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_feed_is_a_source_of_imports_that_says_what_it_is() {
    let (app, _folder) = app();
    app.add_samples().await.expect("the samples are filed");
    let sources = app.watched().await.expect("sources are read");
    let counts: BTreeSet<u64> = sources.iter().map(|watched| watched.source.statements).collect();
    assert_eq!((sources.len(), counts), (3, BTreeSet::from([16, 20, 24])));
    for source in sources.into_iter().map(|watched| watched.source) {
        assert_eq!(source.kind, SourceKind::Import);
        assert!(source.name.starts_with("Sample statements (invented)"), "{}", source.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sample_has_a_date_a_text_and_tags() {
    let (app, _folder) = app();
    app.add_samples().await.expect("the samples are filed");
    let all = statements(&app, "").await;
    let mut languages = BTreeSet::new();
    for statement in &all {
        let (draft, tags) = (&statement.draft, &statement.annotations);
        let published = draft.published.as_ref().unwrap_or_else(|| panic!("{} has no date", draft.title));
        let day = published.when.day().to_string();
        assert!(("2024-01-01".."2026-11-25").contains(&day.as_str()), "{}: {day}", draft.title);
        assert!(draft.text.matches("\n\n").count() >= 1, "{} has paragraphs", draft.title);
        assert!(!tags.topics.is_empty(), "{} has no topic", draft.title);
        languages.extend(tags.lang);
    }
    assert!(languages.len() >= 12, "{languages:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_rule_raises_an_alert_that_is_summed_up() {
    let (app, _folder) = app();
    let tally = app.add_samples().await.expect("the samples are filed");
    let alerts = app.alerts(AlertFilter::default()).await.expect("alerts are read");
    assert_eq!(alerts.len(), tally.alerts as usize);
    assert!(alerts.iter().all(|alert| alert.showing == Showing::Summed));

    let mut raised: HashMap<String, usize> = HashMap::new();
    for alert in &alerts {
        *raised.entry(alert.rule.clone()).or_default() += 1;
    }
    let rules = app.rules().await.expect("rules are read");
    assert_eq!(rules.len(), 5);
    for rule in rules {
        let found = statements(&app, &rule.query).await.len();
        assert_eq!(raised.get(&rule.name), Some(&found), "{}", rule.name);
        assert!((1..=20).contains(&found), "{} matches {found} of 60", rule.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_event_in_two_languages_carries_the_same_resolutions() {
    let (app, _folder) = app();
    app.add_samples().await.expect("the samples are filed");
    for (day, end) in [("2024-10-24", "2024-10-25"), ("2024-03-19", "2024-03-20")] {
        let pair = statements(&app, &format!("after:{day} before:{end} country:KP res:1718")).await;
        let languages: BTreeSet<_> = pair.iter().filter_map(|statement| statement.annotations.lang).collect();
        assert_eq!((pair.len(), languages.len()), (2, 2), "{day}");
    }
}
