//! The same statement in several languages, linked by what its publisher says.

use chancery_app::App;
use chancery_app::api::types::SourceDraft;

use crate::script::{self, page, summaries};
use crate::{URL, collect};

async fn others(app: &App, url: &str) -> Vec<String> {
    let statement = app.statement_at(url).await.expect("the statement is there");
    let others = app.translations(&statement).await.expect("the archive answers");
    others.into_iter().filter_map(|other| other.draft.url).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_linked_in_both_directions_whichever_came_first() {
    let (script, app, _folder) = script::app();
    let [en, uk, fr] = ["en", "uk", "fr"].map(|lang| format!("https://mfa.example.org/{lang}/1"));
    let link =
        format!("<head><link rel=alternate hreflang=uk href={uk}><link rel=alternate hreflang=fr href={fr}>");
    script.answer(&en, &page("On the ceasefire", 8).replacen("<head>", &link, 1));
    script.answer(&uk, &page("Про перемир'я", 9));
    script.answer(URL, &summaries(&[("1", "On the ceasefire", "A summary.", &en)]));
    let draft = SourceDraft { url: URL.to_owned(), name: None, no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
    assert_eq!(collect(&app).await.new, 1);
    assert!(others(&app, &en).await.is_empty(), "nothing but what the archive holds is linked");

    script.answer(
        URL,
        &summaries(&[("2", "Про перемир'я", "Коротко.", &uk), ("1", "On the ceasefire", "A summary.", &en)]),
    );
    assert_eq!(collect(&app).await.new, 1);
    assert_eq!(others(&app, &en).await, std::slice::from_ref(&uk));
    assert_eq!(others(&app, &uk).await, [en]);
}
