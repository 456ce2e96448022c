//! What fields are judged on, and the terms by which the archive's index knows it: one place for both engines.

use std::collections::BTreeSet;
use std::ops::Bound;

use chancery_model::{
    Annotations, Check, CountryCode, DateValue, Field, IssuerTag, Lang, Organ, Period, ResolutionTag,
    SourceId,
};
use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::words_of;

/// What a statement is, apart from its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Countries that are named at all.
    pub countries: BTreeSet<CountryCode>,
    /// Countries that it is about.
    pub about: BTreeSet<CountryCode>,
    /// Topic slugs.
    pub topics: BTreeSet<String>,
    /// Regime keys, stated or implied.
    pub regimes: BTreeSet<String>,
    /// Security Council resolutions that are stated (a citation with the wrong year is not).
    pub stated: BTreeSet<u32>,
    /// Security Council resolutions that are stated, implied, or cited with the wrong year.
    pub cited: BTreeSet<u32>,
    /// The issuer.
    pub issuer: Option<IssuerTag>,
    /// Names of the speakers.
    pub speakers: Vec<String>,
    /// The source that brought it.
    pub source: SourceId,
    /// That source's name.
    pub source_name: String,
    /// Its language.
    pub lang: Option<Lang>,
    /// The day of publication in UTC, else of collection.
    pub day: NaiveDate,
}

impl Facts {
    /// Gathers the facts of a statement from its tags; `day` is the day of publication, else of collection.
    pub fn of(tags: &Annotations, source: &SourceId, source_name: &str, day: NaiveDate) -> Self {
        Self {
            countries: tags.countries.iter().map(|tag| tag.code).collect(),
            about: tags.countries.iter().filter(|tag| tag.about).map(|tag| tag.code).collect(),
            topics: tags.topics.iter().map(|tag| tag.slug.clone()).collect(),
            regimes: tags.regimes.iter().map(|tag| tag.key.clone()).collect(),
            stated: council_numbers(tags, |tag| tag.stated && tag.check != Check::YearDiffers),
            cited: council_numbers(tags, |_| true),
            issuer: tags.issuer.clone(),
            speakers: tags.speakers.iter().map(|tag| tag.name.clone()).collect(),
            source: source.clone(),
            source_name: source_name.to_owned(),
            lang: tags.lang,
            day,
        }
    }

    /// Returns the terms of the index's tag column: ASCII letters and digits, a prefix for each kind, and `xall`.
    ///
    /// Speakers, issuers, sources and dates have no term: the archive resolves those itself.
    pub fn index_terms(&self) -> Vec<String> {
        let mut terms = vec!["xall".to_owned()];
        terms.extend(self.countries.iter().map(|&code| country_term(code)));
        terms.extend(self.about.iter().map(|&code| about_term(code)));
        terms.extend(self.topics.iter().map(|slug| topic_term(slug)));
        terms.extend(self.regimes.iter().map(|key| regime_term(key)));
        terms.extend(self.stated.iter().map(|&number| resolution_term(number, false)));
        terms.extend(self.cited.iter().map(|&number| resolution_term(number, true)));
        terms.extend(self.lang.map(lang_term));
        terms
    }
}

fn council_numbers(tags: &Annotations, counts: impl Fn(&ResolutionTag) -> bool) -> BTreeSet<u32> {
    let council = tags.resolutions.iter().filter(|tag| tag.organ == Organ::SecurityCouncil);
    council.filter(|tag| counts(tag)).filter_map(|tag| tag.number.parse().ok()).collect()
}

/// Returns the term of the tag column that a field asks for; none for a field that is not answered by a term.
pub fn field_term(field: &Field) -> Option<String> {
    match field {
        Field::Country(code) => Some(country_term(*code)),
        Field::About(code) => Some(about_term(*code)),
        Field::Topic(slug) => Some(topic_term(slug)),
        Field::Regime(key) => Some(regime_term(key)),
        Field::Resolution { number, implied_too } => Some(resolution_term(*number, *implied_too)),
        Field::Lang(lang) => Some(lang_term(*lang)),
        _ => None,
    }
}

/// Returns whether a statement has what a field asks for; none for a field that only a search can answer.
///
/// `listed:` holds for no statement as long as the program keeps no lists. Dates are judged by [`days_asked`].
pub fn holds(field: &Field, facts: &Facts, now: DateTime<Utc>) -> Option<bool> {
    Some(match field {
        Field::Country(code) => facts.countries.contains(code),
        Field::About(code) => facts.about.contains(code),
        Field::Topic(slug) => facts.topics.iter().any(|topic| bare(topic) == bare(slug)),
        Field::Regime(key) => facts.regimes.iter().any(|regime| bare(regime) == bare(key)),
        Field::Resolution { number, implied_too: false } => facts.stated.contains(number),
        Field::Resolution { number, implied_too: true } => facts.cited.contains(number),
        Field::Issuer(wanted) => facts.issuer.as_ref().is_some_and(|issuer| is_issuer(wanted, issuer)),
        Field::Speaker(wanted) => facts.speakers.iter().any(|name| name_matches(wanted, name, None)),
        Field::Source(wanted) => name_matches(wanted, &facts.source_name, Some(&facts.source.0)),
        Field::Lang(lang) => facts.lang == Some(*lang),
        Field::Listed(_) => false,
        Field::After(_) | Field::Before(_) | Field::Within(_) => days_asked(field, now)?.contains(facts.day),
        Field::Label(_) | Field::Is(_) | Field::Has(_) => return None,
    })
}

fn is_issuer(wanted: &str, issuer: &IssuerTag) -> bool {
    name_matches(wanted, &issuer.name, issuer.code.as_deref())
}

/// A stretch of days; both bounds are the first and last day that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRange {
    /// The first day that counts; none for no bound.
    pub first: Option<NaiveDate>,
    /// The first day that no longer counts; none for no bound.
    pub end: Option<NaiveDate>,
}

impl DayRange {
    /// Returns whether a day lies in the range.
    pub fn contains(&self, day: NaiveDate) -> bool {
        let lower = self.first.map_or(Bound::Unbounded, Bound::Included);
        let upper = self.end.map_or(Bound::Unbounded, Bound::Excluded);
        std::ops::RangeBounds::contains(&(lower, upper), &day)
    }
}

/// Returns the days that `after:`, `before:` or `within:` asks for; none for other fields.
///
/// `after:` takes its first day in, `before:` leaves its first day out, `within:7d` begins seven days before the date of
/// `now` and has no end (a statement dated by a clock ahead of ours is recent). A date that does not exist (month 13)
/// asks for no day at all.
pub fn days_asked(field: &Field, now: DateTime<Utc>) -> Option<DayRange> {
    let never = DayRange { first: Some(NaiveDate::MAX), end: Some(NaiveDate::MIN) };
    let bound = |date: &DateValue, range: fn(NaiveDate) -> DayRange| date.first_day().map_or(never, range);
    match field {
        Field::After(date) => Some(bound(date, |day| DayRange { first: Some(day), end: None })),
        Field::Before(date) => Some(bound(date, |day| DayRange { first: None, end: Some(day) })),
        Field::Within(period) => Some(DayRange { first: Some(begin_of(period, now)), end: None }),
        _ => None,
    }
}

fn begin_of(period: &Period, now: DateTime<Utc>) -> NaiveDate {
    now.date_naive().checked_sub_days(Days::new(period.days().into())).unwrap_or(NaiveDate::MIN)
}

/// Returns whether a name or code that was asked for means this one: the code itself (case not minded), or all words of
/// `wanted` among the words of `name`, whole and in order.
pub fn name_matches(wanted: &str, name: &str, code: Option<&str>) -> bool {
    if code.is_some_and(|code| code.eq_ignore_ascii_case(wanted.trim())) {
        return true;
    }
    let wanted = words_of(wanted);
    let mut words = words_of(name).into_iter();
    !wanted.is_empty() && wanted.iter().all(|word| words.any(|other| other == *word))
}

fn country_term(code: CountryCode) -> String {
    format!("xc{code}")
}

fn about_term(code: CountryCode) -> String {
    format!("xa{code}")
}

fn topic_term(slug: &str) -> String {
    format!("xt{}", bare(slug))
}

fn regime_term(key: &str) -> String {
    format!("xg{}", bare(key))
}

fn resolution_term(number: u32, implied_too: bool) -> String {
    format!("x{}{number}", if implied_too { 'q' } else { 'r' })
}

fn lang_term(lang: Lang) -> String {
    format!("xl{lang}")
}

/// A slug as letters and digits alone, small; a letter beyond ASCII as its number.
fn bare(slug: &str) -> String {
    let mut bare = String::with_capacity(slug.len());
    for letter in slug.chars() {
        match letter {
            _ if letter.is_ascii_alphanumeric() => bare.push(letter.to_ascii_lowercase()),
            _ if letter.is_ascii() => {}
            _ => bare.push_str(&format!("u{:x}", u32::from(letter))),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use chancery_model::{CountryTag, RegimeTag, TopicTag};

    use super::*;

    fn resolution(number: &str, organ: Organ, stated: bool, check: Check) -> ResolutionTag {
        ResolutionTag { number: number.to_owned(), year: None, organ, stated, check, spans: Vec::new() }
    }

    fn facts() -> Facts {
        let country = |code, about| CountryTag {
            code: CountryCode::new(code),
            count: 1,
            about,
            named: true,
            spans: Vec::new(),
        };
        let tags = Annotations {
            lang: Some(Lang::new(b"uk")),
            countries: vec![country(b"KP", true), country(b"RU", false)],
            topics: vec![TopicTag { slug: "arms-transfers".to_owned(), spans: Vec::new() }],
            regimes: vec![RegimeTag { key: "un-1718".to_owned(), stated: false, spans: Vec::new() }],
            resolutions: vec![
                resolution("1718", Organ::SecurityCouncil, true, Check::Ok),
                resolution("1874", Organ::SecurityCouncil, false, Check::Ok),
                resolution("2270", Organ::SecurityCouncil, true, Check::YearDiffers),
                resolution("2900", Organ::SecurityCouncil, true, Check::UnknownNumber),
                resolution("68/262", Organ::GeneralAssembly, true, Check::Ok),
            ],
            issuer: Some(IssuerTag {
                name: "European Union".to_owned(),
                code: Some("EU".to_owned()),
                spans: Vec::new(),
            }),
            ..Annotations::default()
        };
        let day = NaiveDate::from_ymd_opt(2024, 10, 24).expect("a day of the calendar");
        Facts::of(&tags, &SourceId::from("eu-eeas"), "EEAS press", day)
    }

    fn now() -> DateTime<Utc> {
        "2024-10-31T12:00:00Z".parse().expect("a time")
    }

    #[test]
    fn terms_are_plain_and_complete() {
        let terms = facts().index_terms();
        let expected = [
            "xall",
            "xcKP",
            "xcRU",
            "xaKP",
            "xtarmstransfers",
            "xgun1718",
            "xr1718",
            "xr2900",
            "xq1718",
            "xq1874",
            "xq2270",
            "xq2900",
            "xluk",
        ];
        assert_eq!(terms, expected);
    }

    #[test]
    fn a_field_with_a_term_holds_exactly_when_the_term_is_there() {
        let (facts, terms) = (facts(), facts().index_terms());
        let resolution = |number, implied_too| Field::Resolution { number, implied_too };
        let fields = [
            (Field::Country(CountryCode::new(b"RU")), true),
            (Field::About(CountryCode::new(b"RU")), false),
            (Field::About(CountryCode::new(b"KP")), true),
            (Field::Topic("arms-transfers".to_owned()), true),
            (Field::Topic("sanctions".to_owned()), false),
            (Field::Regime("un-1718".to_owned()), true),
            (resolution(1718, false), true),
            (resolution(1874, false), false),
            (resolution(1874, true), true),
            (resolution(2270, false), false),
            (resolution(2900, false), true),
            (Field::Lang(Lang::new(b"uk")), true),
            (Field::Lang(Lang::new(b"ru")), false),
        ];
        for (field, expected) in fields {
            assert_eq!(holds(&field, &facts, now()), Some(expected), "{field:?}");
            let term = field_term(&field).expect("this field has a term");
            assert_eq!(terms.contains(&term), expected, "{field:?}");
        }
    }

    #[test]
    fn dates_are_judged_on_the_day() {
        let day = |text: &str| DateValue::Day(text.parse().expect("a day"));
        let check = |field, expected| assert_eq!(holds(&field, &facts(), now()), Some(expected), "{field:?}");
        check(Field::After(day("2024-10-24")), true);
        check(Field::After(day("2024-10-25")), false);
        check(Field::Before(day("2024-10-24")), false);
        check(Field::Before(DateValue::Month(2024, 11)), true);
        check(Field::After(DateValue::Year(2025)), false);
        check(Field::After(DateValue::Month(2024, 13)), false);
        check(Field::Before(DateValue::Month(2024, 13)), false);
        check(Field::Within(Period::Days(7)), true);
        check(Field::Within(Period::Days(6)), false);
        check(Field::Within(Period::Years(u32::MAX)), true);
    }

    #[test]
    fn names_match_by_code_or_whole_words_in_order() {
        assert!(name_matches("eu", "European Union", Some("EU")));
        assert!(name_matches("josep borrell", "Josep Borrell Fontelles", None));
        assert!(name_matches("Ministry Ukraine", "Ministry of Foreign Affairs of Ukraine", None));
        assert!(!name_matches("Borrell Josep", "Josep Borrell", None));
        assert!(!name_matches("Jose", "Josep Borrell", None));
        assert!(!name_matches(" ", "Josep Borrell", None));
        assert_eq!(holds(&Field::Issuer("EU".to_owned()), &facts(), now()), Some(true));
        assert_eq!(holds(&Field::Source("eeas".to_owned()), &facts(), now()), Some(true));
        assert_eq!(holds(&Field::Source("eu-eeas".to_owned()), &facts(), now()), Some(true));
        assert_eq!(holds(&Field::Speaker("Borrell".to_owned()), &facts(), now()), Some(false));
    }

    #[test]
    fn what_a_person_did_is_not_judged() {
        assert_eq!(holds(&Field::Label("mine".to_owned()), &facts(), now()), None);
    }
}
