//! Search beside a plain evaluation of the query on every statement: both must find the same, in every order.
#![allow(clippy::unwrap_used)]

mod support;

use chancery_model::{
    Condition, DateValue, Field, IssuerTag, Lang, Literal, LiteralKind, Organ, Part, Period, Possession,
    Query, RegimeTag, ResolutionTag, RowId, Scope, Showing, Span, SpeakerTag, Statement, TopicTag, part_of,
};
use chancery_store::{MarkChange, Order};
use chancery_text::{Analysed, AnalysedQuery, Facts, Position, analyse, analyse_query, holds};
use chrono::NaiveDate;
use proptest::prelude::*;
use support::*;

const WORDS: &[&str] = &[
    "sanctions",
    "sanction",
    "Sanctioned",
    "troops",
    "troop",
    "missile",
    "US",
    "us",
    "WHO",
    "who",
    "Iran",
    "Iranian",
    "санкції",
    "санкцій",
    "санкционный",
    "военных",
    "制裁",
    "对朝鲜实施制裁措施",
    "북한이",
    "عقوبات",
    "a",
    "to",
    "2024",
];
const PREFIXES: &[&str] = &["sanc", "troop", "санкц", "u", "制", "20", "zz"];
const COUNTRIES: &[&str] = &["KP", "RU", "UA", "EU"];
const TOPICS: &[&str] = &["sanctions", "arms-transfers", "cyber"];
const NAMES: &[&str] = &["Josep Borrell", "Borrell", "Sergey Lavrov", "Лавров", "EU", "European Union"];
const DAYS: &[&str] = &["1899-12-31", "2024-02-29", "2026-03-01", "2026-03-09", "2026-03-10"];

/// Half of the words are of a few, so that phrases, nearness and complements meet something.
fn word_of_texts() -> impl Strategy<Value = &'static str> {
    prop_oneof![prop::sample::select(WORDS), prop::sample::select(&["troops", "troop", "sanctions", "a"][..])]
}

fn words(at_most: usize) -> impl Strategy<Value = String> {
    let word = word_of_texts();
    prop::collection::vec(word, 0..at_most).prop_map(|words| words.join(" "))
}

/// A document with tags, its date, and what the user did to it, as numbers to choose by.
#[derive(Debug, Clone)]
struct Seed {
    title: String,
    text: String,
    tags: Vec<usize>,
    day: Option<usize>,
    user: u8,
}

fn seed() -> impl Strategy<Value = Seed> {
    let tags = prop::collection::vec(0usize..12, 0..5);
    (words(5), words(14), tags, prop::option::of(0..DAYS.len()), any::<u8>())
        .prop_map(|(title, text, tags, day, user)| Seed { title, text, tags, day, user })
}

fn fill(archive: &mut Archive, seeds: &[Seed]) {
    archive.writer.save_rule(&rule("kp")).unwrap();
    for (n, seed) in seeds.iter().enumerate() {
        let guid = n.to_string();
        let mut document = tagged(document(&guid, &seed.title, &seed.text), &seed.tags);
        if let Some(day) = seed.day {
            document = document.on(DAYS[day]);
        }
        if seed.user & 1 != 0 {
            document = document.matching("kp", Showing::Quiet);
        }
        if seed.user & 2 != 0 {
            document = document.from("kremlin");
        }
        let id = id_of(&archive.file(document.clone()));
        if seed.user & 4 != 0 {
            document.annotated.draft.text.push_str(" missile");
            document.annotated.content_sha256 = sha256(format!("{n} revised").as_bytes());
            archive.file(document);
        }
        let change = MarkChange {
            read: Some(seed.user & 8 != 0),
            starred: Some(seed.user & 16 != 0),
            labels: (seed.user & 32 != 0).then(|| vec!["Urgent".into(), "Справа".into()]),
            note: (seed.user & 64 != 0).then(|| seed.title.clone() + " sanctions noted"),
        };
        archive.writer.mark(&[id], &change, now()).unwrap();
    }
}

fn tagged(document: Document, tags: &[usize]) -> Document {
    let codes: Vec<&str> = tags.iter().filter_map(|tag| COUNTRIES.get(*tag).copied()).collect();
    let mut document = document.naming(&codes);
    let spans = vec![Span::new(Part::Text, 0, 1)];
    let annotations = &mut document.annotated.annotations;
    for tag in tags {
        let name = NAMES[tag % NAMES.len()].to_owned();
        match tag {
            4..=6 => annotations.topics.push(TopicTag { slug: TOPICS[tag - 4].into(), spans: spans.clone() }),
            7 => annotations.regimes.push(RegimeTag {
                key: "dprk-1718".into(),
                stated: true,
                spans: spans.clone(),
            }),
            8 | 9 => annotations.resolutions.push(ResolutionTag {
                number: if *tag == 8 { "1718".into() } else { "2397".into() },
                year: None,
                organ: Organ::SecurityCouncil,
                stated: *tag == 8,
                check: chancery_model::Check::Ok,
                spans: spans.clone(),
            }),
            10 => annotations.speakers.push(SpeakerTag { name, role: None, spans: spans.clone() }),
            11 => annotations.lang = Some(Lang::new(b"uk")),
            _ => annotations.countries.iter_mut().for_each(|country| country.about = tag.is_multiple_of(2)),
        }
    }
    if tags.len() > 2 {
        let code = tags[0].is_multiple_of(2).then(|| "EU".to_owned());
        annotations.issuer = Some(IssuerTag { name: NAMES[tags[1] % NAMES.len()].into(), code, spans });
    }
    document
}

fn literal() -> impl Strategy<Value = Literal> {
    let scope = prop::sample::select(vec![Scope::Anywhere, Scope::Anywhere, Scope::Title, Scope::Note]);
    let phrase = prop::collection::vec(word_of_texts(), 1..4).prop_map(|words| words.join(" "));
    let text = prop_oneof![
        3 => phrase.prop_map(|text| (text, LiteralKind::Phrase)),
        1 => prop::sample::select(PREFIXES).prop_map(|text| (text.to_owned(), LiteralKind::Prefix)),
    ];
    (text, scope).prop_map(|((text, kind), scope)| Literal { text, kind, scope })
}

fn field() -> impl Strategy<Value = Field> {
    let day = |day: &&str| DateValue::Day(day.parse::<NaiveDate>().unwrap());
    let days: Vec<DateValue> =
        DAYS.iter().map(day).chain([DateValue::Month(2026, 3), DateValue::Year(2025)]).collect();
    let code = prop::sample::select(COUNTRIES).prop_map(|code| code.parse().unwrap());
    let name = prop::sample::select(NAMES).prop_map(str::to_owned);
    let number = prop::sample::select(vec![1718u32, 2397, 1]);
    let conditions = [
        Condition::Unread,
        Condition::Read,
        Condition::Starred,
        Condition::Alerted,
        Condition::Duplicate,
        Condition::Revised,
    ];
    prop_oneof![
        code.clone().prop_map(Field::Country),
        code.prop_map(Field::About),
        prop::sample::select(TOPICS).prop_map(|slug| Field::Topic(slug.into())),
        Just(Field::Regime("dprk-1718".into())),
        (number, any::<bool>()).prop_map(|(number, implied_too)| Field::Resolution { number, implied_too }),
        name.clone().prop_map(Field::Issuer),
        name.prop_map(Field::Speaker),
        prop::sample::select(vec!["eeas", "Kremlin", "nobody"]).prop_map(|name| Field::Source(name.into())),
        Just(Field::Listed("any".into())),
        Just(Field::Lang(Lang::new(b"uk"))),
        prop::sample::select(days.clone()).prop_map(Field::After),
        prop::sample::select(days).prop_map(Field::Before),
        (0u32..400).prop_map(|days| Field::Within(Period::Days(days))),
        prop::sample::select(vec!["urgent", "СПРАВА", "none"]).prop_map(|label| Field::Label(label.into())),
        prop::sample::select(conditions.to_vec()).prop_map(Field::Is),
        prop::sample::select(vec![Possession::Note, Possession::Label, Possession::Attachment])
            .prop_map(Field::Has),
    ]
}

fn query() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![
        6 => literal().prop_map(Query::Literal),
        4 => (literal(), literal(), 0u8..6).prop_map(|(left, mut right, words)| {
            right.scope = left.scope;
            Query::Near { left, right, words }
        }),
        6 => field().prop_map(Query::Field),
        1 => Just(Query::Everything),
    ];
    leaf.prop_recursive(6, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..5).prop_map(Query::And),
            prop::collection::vec(inner.clone(), 2..5).prop_map(Query::Or),
            inner.prop_map(|part| Query::Not(Box::new(part))),
        ]
    })
}

/// A statement with its words.
struct Plain {
    statement: Statement,
    title: Analysed,
    text: Analysed,
    note: Option<Analysed>,
}

impl Plain {
    fn of(statement: Statement) -> Self {
        let lang = statement.annotations.reading_lang(statement.draft.lang);
        let part = |part| analyse(part_of(&statement.draft, part), lang);
        let (title, text) = (part(Part::Title), part(Part::Text));
        let note = statement.marks.note.as_deref().map(|note| analyse(note, None));
        Self { statement, title, text, note }
    }

    fn texts(&self, scope: Scope) -> Vec<&Analysed> {
        match scope {
            Scope::Anywhere => vec![&self.title, &self.text],
            Scope::Title => vec![&self.title],
            Scope::Note => self.note.iter().collect(),
        }
    }
}

fn read_all(archive: &Archive) -> Vec<Plain> {
    let rows = archive.reader.search(&AnalysedQuery::Everything, Order::Newest, now()).unwrap();
    archive.reader.rows(&rows).unwrap().into_iter().map(Plain::of).collect()
}

/// Judges a query on a statement in the plainest way.
fn matches(query: &AnalysedQuery, statement: &Plain, all: &[Plain]) -> bool {
    match query {
        AnalysedQuery::Everything => true,
        AnalysedQuery::Nothing => false,
        AnalysedQuery::And(parts) => parts.iter().all(|part| matches(part, statement, all)),
        AnalysedQuery::Or(parts) => parts.iter().any(|part| matches(part, statement, all)),
        AnalysedQuery::Not(part) => !matches(part, statement, all),
        AnalysedQuery::Sequence { positions, scope } => {
            statement.texts(*scope).iter().any(|text| !places(text, positions).is_empty())
        }
        AnalysedQuery::Near { left, right, words, scope } => {
            statement.texts(*scope).iter().any(|text| stand_near(text, left, right, *words))
        }
        AnalysedQuery::Field(field) => field_holds(field, &statement.statement, all),
    }
}

fn places(text: &Analysed, positions: &[Position]) -> Vec<usize> {
    let fits = |start: usize| {
        positions.iter().enumerate().all(|(n, position)| match (text.tokens.get(start + n), position) {
            (Some(token), Position::Word(keys)) => token.keys().iter().any(|key| keys.contains(key)),
            (Some(token), Position::Prefix(prefix)) => token.form.starts_with(prefix.as_str()),
            (None, _) => false,
        })
    };
    if positions.is_empty() { vec![] } else { (0..text.tokens.len()).filter(|start| fits(*start)).collect() }
}

fn stand_near(text: &Analysed, left: &[Position], right: &[Position], words: u8) -> bool {
    let (lefts, rights) = (places(text, left), places(text, right));
    lefts.iter().any(|&l| {
        rights.iter().any(|&r| {
            let gap =
                if l < r { r as i64 - (l + left.len()) as i64 } else { l as i64 - (r + right.len()) as i64 };
            (0..=i64::from(words)).contains(&gap)
        })
    })
}

fn field_holds(field: &Field, statement: &Statement, all: &[Plain]) -> bool {
    let published = statement.draft.published.map(|published| published.when.day());
    let day = published.unwrap_or(statement.collected_at.date_naive());
    let facts = Facts::of(&statement.annotations, &statement.source, &statement.source_name, day);
    if let Some(holds) = holds(field, &facts, now()) {
        return holds;
    }
    let marks = &statement.marks;
    match field {
        Field::Label(wanted) => {
            marks.labels.iter().any(|label| label.to_lowercase() == wanted.to_lowercase())
        }
        Field::Is(Condition::Unread) => !marks.read,
        Field::Is(Condition::Read) => marks.read,
        Field::Is(Condition::Starred) => marks.starred,
        Field::Is(Condition::Alerted) => !statement.matched_rules.is_empty(),
        Field::Is(Condition::Revised) => statement.revision > 1,
        Field::Is(Condition::Duplicate) => all.iter().map(|plain| &plain.statement).any(|other| {
            filed_before(other, statement)
                && !statement.draft.text.trim().is_empty()
                && statement.revision == 1
                && other.revision == 1
                && (&other.draft.title, &other.draft.text) == (&statement.draft.title, &statement.draft.text)
        }),
        Field::Has(Possession::Note) => marks.note.is_some(),
        Field::Has(Possession::Label) => !marks.labels.is_empty(),
        _ => false,
    }
}

fn filed_before(one: &Statement, other: &Statement) -> bool {
    let place =
        |statement: &Statement| statement.draft.guid.as_deref().and_then(|guid| guid.parse::<u32>().ok());
    place(one) < place(other)
}

fn check(archive: &Archive, all: &[Plain], query: &Query) -> Result<(), TestCaseError> {
    let analysed = analyse_query(query);
    let hits = all.iter().filter(|plain| matches(&analysed, plain, all)).map(|plain| &plain.statement);
    let hits: Vec<&Statement> = hits.collect();
    let expected: Vec<RowId> = hits.iter().map(|hit| hit.row).collect();
    let found = archive.reader.search(&analysed, Order::Newest, now()).unwrap();
    prop_assert_eq!(&found, &expected, "{:?}", analysed);
    prop_assert_eq!(archive.reader.count(&analysed, now()).unwrap(), expected.len() as u64);
    for order in [Order::Received, Order::Relevance] {
        let mut rows = archive.reader.search(&analysed, order, now()).unwrap();
        rows.sort_unstable_by(|a, b| b.cmp(a));
        prop_assert_eq!(&rows, &expected);
    }
    let read = hits.iter().filter(|hit| hit.marks.read).count();
    prop_assert_eq!(archive.reader.unread(&expected).unwrap(), (expected.len() - read) as u64);
    check_facets(archive, &hits, &expected)
}

fn check_facets(archive: &Archive, hits: &[&Statement], rows: &[RowId]) -> Result<(), TestCaseError> {
    let facets = archive.reader.facets(rows).unwrap();
    for country in COUNTRIES {
        let named = |s: &&&Statement| s.annotations.countries.iter().any(|tag| tag.code.as_str() == *country);
        let expected = hits.iter().filter(named).count() as u64;
        let counted = facets.countries.iter().find(|c| c.value.as_str() == *country).map_or(0, |c| c.count);
        prop_assert_eq!(counted, expected);
    }
    let sources: u64 = facets.sources.iter().map(|source| source.count).sum();
    prop_assert_eq!(sources, hits.len() as u64);
    let months: u64 = facets.months.iter().map(|month| month.count).sum();
    prop_assert_eq!(months, hits.len() as u64);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    #[test]
    fn search_finds_what_a_plain_reading_finds(
        seeds in prop::collection::vec(seed(), 1..14),
        queries in prop::collection::vec(query(), 40),
    ) {
        let mut archive = Archive::new();
        fill(&mut archive, &seeds);
        let all = read_all(&archive);
        for query in &queries {
            check(&archive, &all, query)?;
        }
    }
}

fn fixed() -> Archive {
    let mut archive = Archive::new();
    let seed = |title: &str, text: &str, tags: &[usize], user| Seed {
        title: title.into(),
        text: text.into(),
        tags: tags.to_vec(),
        day: Some(2),
        user,
    };
    let seeds = [
        seed("troops", "troop a troops", &[0, 1], 0),
        seed("missile", "one troop alone", &[0, 4], 8),
        seed("Новые", "санкции против", &[1, 5, 6], 16),
    ];
    fill(&mut archive, &seeds);
    archive
}

fn word(text: &str) -> Query {
    Query::Literal(Literal { text: text.into(), kind: LiteralKind::Word, scope: Scope::Anywhere })
}

#[track_caller]
fn check_fixed(query: &Query) {
    let archive = fixed();
    check(&archive, &read_all(&archive), query).unwrap();
}

#[test]
fn one_word_is_not_near_itself() {
    let near = |text: &str| {
        let literal = |kind| Literal { text: text.into(), kind, scope: Scope::Anywhere };
        Query::Near { left: literal(LiteralKind::Word), right: literal(LiteralKind::Prefix), words: 5 }
    };
    check_fixed(&near("troop"));
    let found = fixed().reader.count(&analyse_query(&near("troop")), now()).unwrap();
    assert_eq!(found, 1);
}

#[test]
fn brackets_nest_as_deep_as_the_parser_lets_them() {
    let read = Query::Field(Field::Is(Condition::Read));
    for leaf in [word("troop"), read] {
        let mut query = leaf;
        for depth in 0..64 {
            query = match depth % 3 {
                0 => Query::And(vec![word("troop"), query]),
                1 => Query::Or(vec![query, word("missile")]),
                _ => Query::Not(Box::new(Query::And(vec![query, word("a")]))),
            };
        }
        check_fixed(&query);
    }
}

#[test]
fn chains_may_be_long() {
    let words: Vec<Query> =
        (0..1_500).map(|n| word(if n % 700 == 699 { "troop" } else { "missile" })).collect();
    check_fixed(&Query::Or(words.clone()));
    check_fixed(&Query::And(words));
    let days = (0..1_500).map(|n| Query::Not(Box::new(Query::Field(Field::Within(Period::Days(n % 9))))));
    check_fixed(&Query::Or(days.collect()));
    let label = |n: i32| Query::Field(Field::Label(if n % 2 == 0 { "urgent".into() } else { "none".into() }));
    check_fixed(&Query::Not(Box::new(Query::Or((0..1_500).map(label).collect()))));
}
