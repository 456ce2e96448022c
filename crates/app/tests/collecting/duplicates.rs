//! The same statement brought by two sources.

use chancery_app::api::types::SourceDraft;
use chancery_app::store::AlertFilter;

use super::script::{self, entry, feed};
use super::{collect, rule, titles};

const BODY: &str = "The ministry condemns the launch of a ballistic missile on Tuesday morning and calls on all states \
    to carry out the resolutions of the Security Council in full. It stands ready to discuss further steps with its \
    partners in the region, and reminds everybody that such launches put ships and aircraft at risk.";

#[tokio::test(flavor = "multi_thread")]
async fn it_is_one_statement_with_two_sources_and_one_notice() {
    let (script, app, _folder) = script::app();
    rule(&app, "Missiles", "\"ballistic missile\"").await;
    let quoted = format!("WIRE, 12:04 — From our correspondent. {}", BODY.replace(", and", " and"));
    let call = BODY
        .replace("missile on Tuesday", "missile on Friday")
        .replace("ministry condemns", "Cabinet regrets");
    for (name, bodies) in [("MFA", vec![BODY.to_owned()]), ("Wire", vec![quoted, call])] {
        let url = format!("https://{}.example.org/feed.xml", name.to_lowercase());
        let entries: Vec<String> = bodies
            .iter()
            .enumerate()
            .map(|(at, body)| entry(&format!("{name}{at}"), &format!("{name} {at}"), body))
            .collect();
        script.answer(&url, &feed(&entries));
        app.add_source(&SourceDraft { url, name: Some(name.to_owned()), no_check: true }, None)
            .await
            .expect("it is followed");
        collect(&app).await;
    }
    assert_eq!(titles(&app, "is:duplicate").await, ["Wire 0"]);
    assert_eq!(titles(&app, "-is:duplicate").await.len(), 2, "every statement is there once");
    let rows = app.find("title:MFA", Default::default()).await.expect("the query is sound");
    let first = app.statements(rows).await.expect("it is read").remove(0);
    let elsewhere = app.publications(&first.id).await.expect("its group is read");
    assert_eq!(elsewhere.iter().map(|one| one.source_name.as_str()).collect::<Vec<_>>(), ["Wire"]);
    let alerts = app.alerts(AlertFilter::default()).await.expect("alerts are read");
    assert_eq!(alerts.len(), 3);
    let told_at_once = alerts.iter().filter(|alert| alert.notified_at.is_some()).count();
    assert_eq!(told_at_once, 1, "the copy is in the inbox and raises no notice");
}
