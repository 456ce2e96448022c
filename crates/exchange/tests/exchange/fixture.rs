//! One invented statement with every kind of tag.

use chancery_model::{
    Annotations, Basis, Check, CountryCode, CountryTag, Draft, InstrumentKind, InstrumentTag, IssuerTag,
    Lang, Marks, Organ, Part, Published, QuoteTag, RegimeTag, ResolutionTag, RowId, Span, SpeakerTag,
    Statement, TopicTag, When,
};
use chrono::{DateTime, NaiveDate, Utc};

pub const TITLE: &str = "=Declaration; on “Nordland”";
pub const TEXT: &str =
    "Škoda Ω: the Council recalls resolution 2397 (2017) and 1718 (2006).\n\nАнна Kovač spoke.";

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn span(part: Part, words: &str) -> Span {
    let whole = if part == Part::Title { TITLE } else { TEXT };
    let start = whole.find(words).unwrap();
    Span::new(part, start, start + words.len())
}

pub fn resolution(number: &str, organ: Organ, stated: bool, check: Check) -> ResolutionTag {
    let spans = vec![span(Part::Text, "resolution")];
    ResolutionTag { number: number.into(), year: None, organ, stated, check, spans }
}

pub fn country(code: &[u8; 2], about: bool) -> CountryTag {
    let spans = vec![span(Part::Title, "Nordland")];
    CountryTag { code: CountryCode::new(code), count: 1, about, named: true, spans }
}

fn annotations() -> Annotations {
    let text = |words: &str| vec![span(Part::Text, words)];
    let speaker = |name: &str, role: Option<&str>| SpeakerTag {
        name: name.into(),
        role: role.map(str::to_owned),
        spans: text("Анна Kovač"),
    };
    Annotations {
        lang: Some(Lang::new(b"en")),
        countries: vec![country(b"UA", false), country(b"KP", true), country(b"RU", true)],
        topics: vec![TopicTag { slug: "sanctions".into(), spans: text("Council") }],
        resolutions: vec![
            resolution("2397", Organ::SecurityCouncil, true, Check::Ok),
            resolution("840", Organ::SecurityCouncil, true, Check::UnknownNumber),
            resolution("1718", Organ::SecurityCouncil, true, Check::Ok),
            resolution("1874", Organ::SecurityCouncil, false, Check::Ok),
            resolution("2270", Organ::SecurityCouncil, true, Check::YearDiffers),
            resolution("68/262", Organ::GeneralAssembly, true, Check::Ok),
        ],
        regimes: vec![RegimeTag { key: "UN-1718".into(), stated: false, spans: text("1718") }],
        instruments: vec![InstrumentTag {
            kind: InstrumentKind::Treaty,
            key: "npt".into(),
            name: "Treaty on the Non-Proliferation of Nuclear Weapons".into(),
            spans: text("Council"),
        }],
        quotes: vec![
            QuoteTag { speaker: Some("Анна Kovač".into()), lang: None, spans: text("spoke") },
            QuoteTag { speaker: None, lang: Some(Lang::new(b"uk")), spans: text("Анна") },
        ],
        speakers: vec![speaker("Zoe Low", None), speaker("Анна Kovač", Some("minister; spokesperson"))],
        issuer: Some(IssuerTag {
            name: "Council, of Nordland".into(),
            code: Some("EU".into()),
            spans: vec![],
        }),
        data_version: "2026-11".into(),
    }
}

pub fn statement() -> Statement {
    Statement {
        id: "s-1".into(),
        row: RowId(1),
        revision: 2,
        source: "nordland".into(),
        source_name: "Nordland \"Council\"".into(),
        source_country: Some(CountryCode::new(b"EU")),
        draft: Draft {
            url: Some("https://council.example.org/1?a=1&b=2".into()),
            title: TITLE.into(),
            text: TEXT.into(),
            published: Some(Published {
                when: When::Instant("2024-10-24T18:30:00+02:00".parse().unwrap()),
                basis: Basis::Stated,
            }),
            ..Draft::default()
        },
        annotations: annotations(),
        collected_at: at("2024-10-24T17:00:05Z"),
        revised_at: at("2024-10-25T08:00:00Z"),
        sha256: Some("ab".repeat(32)),
        matched_rules: vec![
            ("North; arms".into(), "the Council recalls".into()),
            ("A rule".into(), "+1".into()),
        ],
        marks: Marks {
            read: true,
            starred: false,
            labels: vec!["b".into(), "a;c".into()],
            note: Some("@home\nsecond line".into()),
        },
        group: None,
    }
}

/// The least that a statement can be: an untitled one of which only the day is known.
pub fn bare() -> Statement {
    let mut bare = statement();
    bare.id = "s-2".into();
    bare.source_country = None;
    bare.annotations = Annotations::default();
    bare.draft = Draft {
        published: Some(Published {
            when: When::Day(NaiveDate::from_ymd_opt(2023, 2, 1).unwrap()),
            basis: Basis::Inferred,
        }),
        ..Draft::default()
    };
    bare.sha256 = None;
    bare.matched_rules = vec![];
    bare.marks = Marks::default();
    bare
}
