//! Who speaks and who issues, on the short statements of `fixtures/speakers.tsv`, written for these tests.

use chancery_annotate::{Context, annotate};
use chancery_model::Draft;

const STATEMENTS: &str = include_str!("fixtures/speakers.tsv");

struct Statement {
    lang: &'static str,
    issuer: Option<&'static str>,
    speakers: Vec<&'static str>,
    text: &'static str,
}

fn statements() -> impl Iterator<Item = Statement> {
    let lines = STATEMENTS.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [lang, issuer, speakers, text] = cells[..] else { panic!("{line}: four columns") };
        let speakers = speakers.split('|').filter(|name| *name != "-").collect();
        Statement { lang, issuer: Some(issuer).filter(|code| *code != "-"), speakers, text }
    })
}

#[test]
fn all_who_speak_are_found_and_nobody_else() {
    let mut wrong = Vec::new();
    for Statement { lang, issuer, speakers, text } in statements() {
        let draft = Draft { text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
        let tags = annotate(&draft, &Context::default());
        let found: Vec<String> = tags.speakers.into_iter().map(|tag| tag.name).collect();
        let code = tags.issuer.and_then(|issuer| issuer.code);
        if found != speakers {
            wrong.push(format!("{lang} speakers {found:?} and not {speakers:?}: {text}"));
        }
        if issuer.is_some() && code.as_deref() != issuer {
            wrong.push(format!("{lang} issuer {code:?} and not {issuer:?}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
