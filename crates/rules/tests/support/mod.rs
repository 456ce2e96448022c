//! Statements and queries for the tests of this crate.
#![allow(dead_code, reason = "each test file uses some of it")]

use chancery_model::{
    Annotations, Check, CountryCode, CountryTag, DateValue, Field, IssuerTag, Lang, Literal, LiteralKind,
    Organ, Part, Period, Query, ResolutionTag, Scope, SourceId, Span, SpeakerTag, TopicTag,
};
use chancery_rules::Document;
use chancery_text::{Analysed, Facts, analyse};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;

/// A statement of a test.
#[derive(Debug, Clone)]
pub struct Made {
    pub title: String,
    pub text: String,
    pub analysed_title: Analysed,
    pub analysed_text: Analysed,
    pub facts: Facts,
}

impl Made {
    pub fn document(&self) -> Document<'_> {
        Document { title: &self.analysed_title, text: &self.analysed_text, facts: &self.facts }
    }

    pub fn of<'s>(&'s self, span: &Span) -> &'s str {
        span.of(&self.title, &self.text)
    }
}

/// A statement with the tags that [`annotations`] gives.
pub fn statement(title: &str, text: &str) -> Made {
    statement_with(title, text, &annotations(&["KP", "RU"], &["sanctions"]), day(2024, 10, 24))
}

pub fn statement_with(title: &str, text: &str, tags: &Annotations, day: NaiveDate) -> Made {
    Made {
        title: title.to_owned(),
        text: text.to_owned(),
        analysed_title: analyse(title, tags.lang),
        analysed_text: analyse(text, tags.lang),
        facts: Facts::of(tags, &SourceId::from("eu-council"), "Council of the EU", day),
    }
}

pub fn annotations(countries: &[&str], topics: &[&str]) -> Annotations {
    let spans = vec![Span::new(Part::Text, 0, 1)];
    let country = |(n, code): (usize, &&str)| CountryTag {
        code: code.parse().expect("a code"),
        count: 1,
        about: n == 0,
        named: true,
        spans: spans.clone(),
    };
    let topic = |slug: &&str| TopicTag { slug: (*slug).to_owned(), spans: spans.clone() };
    let resolution = |number: &str, stated| ResolutionTag {
        number: number.to_owned(),
        year: None,
        organ: Organ::SecurityCouncil,
        stated,
        check: Check::Ok,
        spans: spans.clone(),
    };
    Annotations {
        lang: Some(Lang::new(b"en")),
        countries: countries.iter().enumerate().map(country).collect(),
        topics: topics.iter().map(topic).collect(),
        resolutions: vec![resolution("2397", true), resolution("1718", false)],
        regimes: Vec::new(),
        speakers: vec![SpeakerTag { name: "Ada Example".to_owned(), role: None, spans: spans.clone() }],
        issuer: Some(IssuerTag { name: "European Union".to_owned(), code: Some("EU".to_owned()), spans }),
        data_version: "test".to_owned(),
        ..Annotations::default()
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 10, 30, 12, 0, 0).single().expect("a time")
}

/// Words in several scripts, with inflected forms, capitals and words that queries know as prefixes of others.
pub const WORDS: &[&str] = &[
    "troop",
    "troops",
    "sanction",
    "sanctions",
    "Sanctioned",
    "Iran",
    "Iranian",
    "US",
    "us",
    "санкції",
    "санкційного",
    "санкций",
    "制裁",
    "北朝鮮",
    "عقوبات",
    "العقوبات",
    "deploy",
    "deployment",
    "S/RES/2270",
    "пакет",
    "상황",
    "북한이",
    "2024",
];

pub fn some_text() -> impl Strategy<Value = String> {
    let between = prop::sample::select(vec![" ", " ", " ", ", ", "\n\n", ". "]);
    prop::collection::vec((prop::sample::select(WORDS), between), 0..14)
        .prop_map(|words| words.into_iter().map(|(word, between)| format!("{word}{between}")).collect())
}

pub fn some_statement() -> impl Strategy<Value = Made> {
    let codes = prop::sample::subsequence(vec!["KP", "RU", "IR"], 0..=3);
    let topics = prop::sample::subsequence(vec!["sanctions", "cyber"], 0..=2);
    (some_text(), some_text(), codes, topics, 0..400u64).prop_map(|(title, text, codes, topics, days)| {
        let published = day(2024, 1, 1) + chrono::Days::new(days);
        statement_with(&title, &text, &annotations(&codes, &topics), published)
    })
}

/// Queries that a rule may be, over [`WORDS`] and the tags of [`some_statement`].
pub fn rule_query() -> impl Strategy<Value = Query> {
    query_of(rule_leaf().boxed())
}

/// Any query that the language can write.
pub fn any_query() -> impl Strategy<Value = Query> {
    query_of(prop_oneof![rule_leaf(), search_leaf()].boxed())
}

fn query_of(leaf: BoxedStrategy<Query>) -> impl Strategy<Value = Query> {
    leaf.prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Query::And),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Query::Or),
            inner.prop_map(|part| Query::Not(Box::new(part))),
        ]
    })
}

fn rule_leaf() -> impl Strategy<Value = Query> {
    let scope = prop::sample::select(vec![Scope::Anywhere, Scope::Anywhere, Scope::Title]);
    prop_oneof![
        3 => scope.clone().prop_flat_map(literal).prop_map(Query::Literal),
        2 => (scope, prop_oneof![0..4u8, 0..12u8]).prop_flat_map(|(scope, words)| {
            (literal(scope), literal(scope)).prop_map(move |(left, right)| Query::Near { left, right, words })
        }),
        2 => rule_field().prop_map(Query::Field),
    ]
}

fn literal(scope: Scope) -> impl Strategy<Value = Literal> {
    let word = || prop::sample::select(WORDS);
    let made = move |text: String, kind| Literal { text, kind, scope };
    prop_oneof![
        3 => word().prop_map(move |word| made(word.to_owned(), LiteralKind::Word)),
        2 => prop::collection::vec(word(), 1..4).prop_map(move |words| made(words.join(" "), LiteralKind::Phrase)),
        1 => (word(), 1..5usize).prop_map(move |(word, letters)| {
            made(word.chars().take(letters).collect::<String>().trim_end_matches('/').to_owned(), LiteralKind::Prefix)
        }),
    ]
}

fn rule_field() -> impl Strategy<Value = Field> {
    let code = || {
        prop::sample::select(vec!["KP", "RU", "IR", "UA"])
            .prop_map(|code| code.parse::<CountryCode>().expect("a code"))
    };
    let name = || {
        prop::sample::select(vec!["EU", "European Union", "Ada Example", "eu-council", "x, y", "say \"no\""])
    };
    prop_oneof![
        code().prop_map(Field::Country),
        code().prop_map(Field::About),
        prop::sample::select(vec!["sanctions", "cyber", "piracy"])
            .prop_map(|slug| Field::Topic(slug.to_owned())),
        (prop::sample::select(vec![1718, 2397, 1]), any::<bool>())
            .prop_map(|(number, implied_too)| Field::Resolution { number, implied_too }),
        name().prop_map(|name| Field::Issuer(name.to_owned())),
        name().prop_map(|name| Field::Speaker(name.to_owned())),
        name().prop_map(|name| Field::Source(name.to_owned())),
        name().prop_map(|name| Field::Regime(name.to_owned())),
        prop::sample::select(vec!["en", "uk"]).prop_map(|code| Field::Lang(code.parse().expect("a code"))),
        date().prop_map(Field::After),
        date().prop_map(Field::Before),
        (1..60u32).prop_map(|n| Field::Within(Period::Days(n))),
        (1..9u32).prop_map(|n| Field::Within(Period::Weeks(n))),
        Just(Field::Within(Period::Years(1))),
    ]
}

fn date() -> impl Strategy<Value = DateValue> {
    prop_oneof![
        (2023..2026i32).prop_map(DateValue::Year),
        (2024..2026i32, 1..=12u32).prop_map(|(year, month)| DateValue::Month(year, month)),
        (0..400u64).prop_map(|days| DateValue::Day(day(2024, 1, 1) + chrono::Days::new(days))),
    ]
}

fn search_leaf() -> impl Strategy<Value = Query> {
    use chancery_model::{Condition::*, Possession::*};
    prop_oneof![
        literal(Scope::Note).prop_map(Query::Literal),
        prop::sample::select(vec![Unread, Read, Starred, Alerted, Duplicate, Revised])
            .prop_map(|wanted| Query::Field(Field::Is(wanted))),
        prop::sample::select(vec![Note, Label, Attachment])
            .prop_map(|wanted| Query::Field(Field::Has(wanted))),
        prop::sample::select(vec!["urgent", "to do", "«x»"])
            .prop_map(|label| Query::Field(Field::Label(label.to_owned()))),
    ]
}
