//! The tables of names: those of the Unicode CLDR, those of each language, and those that hold a column a language.

use std::sync::LazyLock;

use chancery_model::CountryCode;
use hashbrown::{HashMap, HashSet};

use crate::folded::fold_pattern;
use crate::inflect::is_slavic;
use crate::table;

macro_rules! words {
    ($($lang:literal),*) => {
        /// The words of each language.
        const WORDS: &[(&str, &str)] = &[$(($lang, include_str!(concat!("../../../data/gazetteer/words-", $lang, ".tsv")))),*];
    };
}
words!(
    "en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko", "cs", "bg",
    "sl"
);

const CLDR_NAMES: &str = include_str!("../../../data/gazetteer/cldr-names.tsv");
const CLDR_CITIES: &str = include_str!("../../../data/gazetteer/cldr-cities.tsv");
const ISO_NAMES: &str = include_str!("../../../data/gazetteer/iso-names.tsv");
static COUNTRIES_OF_CLDR: LazyLock<ByLanguage> = LazyLock::new(|| by_language(CLDR_NAMES));
static CITIES: LazyLock<ByLanguage> = LazyLock::new(|| by_language(CLDR_CITIES));
static COUNTRIES_OF_ISO: LazyLock<ByLanguage> = LazyLock::new(|| by_language(ISO_NAMES));
const PLACES: &str = include_str!("../../../data/gazetteer/places.tsv");
const LEADERS: &str = include_str!("../../../data/gazetteer/leaders.tsv");

/// The languages of the columns of a wide table; the first ones are written in Latin script.
const COLUMNS: [&str; 15] =
    ["en", "fr", "es", "de", "it", "pt", "pl", "tr", "uk", "ru", "ar", "fa", "zh", "ja", "ko"];
const LATIN: usize = 8;

/// One form of a table: the countries that it says, its kind with the mark of a doubt, how it is written.
pub(crate) struct Row {
    /// The countries; none for a block.
    pub codes: Vec<CountryCode>,
    /// The kind.
    pub kind: &'static str,
    /// The form.
    pub form: &'static str,
    /// The form folded, without its marks.
    pub key: String,
}

impl Row {
    /// Makes a row.
    pub fn new(codes: Vec<CountryCode>, kind: &'static str, form: &'static str) -> Self {
        let key = if form.contains('=') { fold_pattern(&form.replace('=', "")) } else { fold_pattern(form) };
        Self { codes, kind, form, key }
    }
}

/// Returns whether a language has words of its own.
pub(crate) fn has(lang: &str) -> bool {
    WORDS.iter().any(|(name, _)| *name == lang)
}

/// The tables of a language, the one that decides first before the others.
pub(crate) fn of(lang: &str) -> [Vec<Row>; 5] {
    let (places, leaders) = (wide::<2>(PLACES, lang), wide::<5>(LEADERS, lang));
    [own(lang), country_names(lang), places, generated(&CITIES, lang), leaders]
}

/// The languages of the tables.
#[cfg(test)]
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(lang, _)| *lang)
}

/// English names that stand in texts of another language too. In Slavic texts, which decline and respell every country,
/// they stand in the names of firms and newspapers alone ("Air France", "The Zimbabwe Mail").
pub(crate) fn foreign(lang: &str) -> [Vec<&'static Row>; 2] {
    static ENGLISH: LazyLock<[Vec<Row>; 2]> = LazyLock::new(|| [own("en"), country_names("en")]);
    let is_name = |row: &Row| row.kind.trim_end_matches('@') == "name" && row.form.len() > 4;
    let stands = |row: &&Row| row.kind == "block" || !is_slavic(lang) && is_name(row);
    ENGLISH.each_ref().map(|rows| rows.iter().filter(stands).collect())
}

fn own(lang: &str) -> Vec<Row> {
    let table = WORDS.iter().find(|(name, _)| *name == lang).map_or("", |(_, table)| table);
    table::rows(table).flat_map(|[codes, kind, forms]| listed(codes, kind, forms)).collect()
}

/// Names of countries: the CLDR's before those of other sources.
fn country_names(lang: &str) -> Vec<Row> {
    let mut rows = generated(&COUNTRIES_OF_CLDR, lang);
    let new: Vec<Row> = {
        let known: HashSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
        let others = generated(&COUNTRIES_OF_ISO, lang).into_iter();
        others.filter(|row| !known.contains(row.key.as_str())).collect()
    };
    rows.extend(new);
    rows
}

/// The rows of a generated table by language: code, kind and form.
type ByLanguage = HashMap<&'static str, Vec<[&'static str; 3]>>;

fn by_language(table: &'static str) -> ByLanguage {
    let mut rows = ByLanguage::new();
    for [code, lang, kind, form] in table::rows(table) {
        rows.entry(lang).or_default().push([code, kind, form]);
    }
    rows
}

fn generated(table: &ByLanguage, lang: &str) -> Vec<Row> {
    let rows = table.get(lang).into_iter().flatten();
    rows.flat_map(|[code, kind, form]| listed(code, kind, form)).collect()
}

/// The surname of a leader: the country, the office that must stand before it, the name.
pub(crate) struct Surname {
    /// The country.
    pub code: CountryCode,
    /// The office, as the table of leaders has it.
    pub office: &'static str,
    /// The surname.
    pub name: &'static str,
}

/// The surnames of leaders in a language that writes the office before them; none in Chinese, Japanese and Korean, which
/// write it behind.
pub(crate) fn surnames(lang: &str) -> Vec<Surname> {
    let column = COLUMNS.iter().position(|known| *known == lang);
    let Some(column) = column.filter(|_| !matches!(lang, "zh" | "ja" | "ko")) else { return Vec::new() };
    let of_line = |line: &'static str| {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let (code, office) = (cells.first()?.parse().ok()?, *cells.get(2)?);
        let (own, english) = (*cells.get(5 + column)?, *cells.get(5)?);
        let names = table::listed(if own.is_empty() { english } else { own });
        let surnames = names.flat_map(move |name| surnames_of(code, name.trim_start_matches('=')));
        let written = surnames.flat_map(move |name| declined(lang, name));
        Some(written.map(move |name| Surname { code, office, name }))
    };
    table::lines(LEADERS).filter_map(of_line).flatten().collect()
}

/// A Slavic surname in the form from which its cases are made: that of an adjective, or with the instrumental that only
/// surnames in -ин and -ов have.
fn declined(lang: &str, name: &'static str) -> Vec<&'static str> {
    const ADJECTIVES: &[&str] = &["ський", "цький", "ский", "цкий", "ski", "cki"];
    const POSSESSIVES: &[&str] = &["ин", "ов", "ев", "ін", "їн", "єв"];
    if ADJECTIVES.iter().any(|ending| name.ends_with(ending)) {
        let stem = name.trim_end_matches("ий").trim_end_matches('i');
        return vec![format!("{stem}~").leak()];
    }
    let ending = match lang {
        "ru" => "ым",
        "uk" => "им",
        _ => return vec![name],
    };
    let is_possessive = POSSESSIVES.iter().any(|ending| name.ends_with(ending));
    let instrumental = is_possessive.then(|| &*format!("={name}{ending}").leak());
    std::iter::once(name).chain(instrumental).collect()
}

/// What a full name is shortened to: its last word with the particles before it, without the article; the first one
/// where surnames stand first.
fn surnames_of(code: CountryCode, name: &'static str) -> Vec<&'static str> {
    const FIRST: &[&str] = &["CN", "KP", "KR", "TW"];
    const ARTICLES: &[&str] = &["al-", "el-", "Al-", "El-", "аль-", "ас-", "аш-"];
    let name = name.trim_end_matches(" Jr.");
    if FIRST.contains(&code.as_str()) {
        return name.split(' ').next().filter(|first| first.len() > 1).into_iter().collect();
    }
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && !word.contains('-');
    let words: Vec<&'static str> = name.split(' ').collect();
    let Some((_, last)) = name.rsplit_once(' ') else { return Vec::new() };
    let particle = words.iter().position(|word| is_small(word)).filter(|at| *at > 0);
    let whole = particle.and_then(|at| {
        let length: usize = words[..at].iter().map(|word| word.len() + 1).sum();
        name.get(length..)
    });
    let before = particle.filter(|at| *at > 1 && words[*at] == "da").map(|at| words[at - 1]);
    let bare = ARTICLES.iter().find_map(|article| last.strip_prefix(article));
    match whole {
        Some(whole) => [Some(whole), before].into_iter().flatten().collect(),
        None => [Some(last), bare].into_iter().flatten().collect(),
    }
}

/// A table with `HEAD` columns, of which the first is the code and the second the kind, and then one a language.
fn wide<const HEAD: usize>(table: &'static str, lang: &str) -> Vec<Row> {
    let Some(column) = COLUMNS.iter().position(|known| *known == lang) else { return Vec::new() };
    let cells = |line: &'static str| {
        let mut cells = line.split('\t');
        let (code, kind) = (cells.next()?, cells.next()?);
        let forms: Vec<&str> = cells.skip(HEAD - 2).collect();
        let own = *forms.get(column)?;
        Some(listed(code, kind, if own.is_empty() && column < LATIN { forms[0] } else { own }))
    };
    table::lines(table).filter_map(cells).flatten().collect()
}

fn listed(codes: &str, kind: &'static str, forms: &'static str) -> Vec<Row> {
    let codes: Vec<CountryCode> = codes.split('+').filter_map(|code| code.parse().ok()).collect();
    table::listed(forms).map(|form| Row::new(codes.clone(), kind, form)).collect()
}

#[cfg(test)]
mod tests {
    use chancery_model::Lang;

    use super::*;

    const KINDS: &[&str] = &[
        "name", "adj", "org", "list", "congo", "korea", "georgia", "block", "city", "pair", "capital",
        "region", "seat", "leader",
    ];

    fn is_kind(kind: &str) -> bool {
        KINDS.contains(&kind.trim_end_matches(['?', '^', '@']))
    }

    #[test]
    fn every_row_of_the_words_is_read() {
        for (lang, table) in WORDS {
            for line in table::lines(table) {
                let [codes, kind, forms]: [&str; 3] = line
                    .split('\t')
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap_or_else(|_| panic!("{lang}: {line}"));
                let blocks = codes == "-" && kind == "block";
                assert!(
                    blocks || codes.split('+').all(|code| code.parse::<CountryCode>().is_ok()),
                    "{lang}: {line}"
                );
                assert!(is_kind(kind) && table::listed(forms).all(|form| !form.is_empty()), "{lang}: {line}");
            }
        }
    }

    #[test]
    fn no_block_is_the_name_of_a_country() {
        // 中非 is China and Africa as often as the Central African Republic.
        for (lang, _) in WORDS.iter().filter(|(lang, _)| *lang != "zh") {
            let rows: Vec<Row> = of(lang).into_iter().flatten().collect();
            let of_kind =
                |kind: &'static str| rows.iter().filter(move |row| row.kind.trim_end_matches('@') == kind);
            let names: std::collections::HashSet<String> =
                of_kind("name").map(|row| row.key.clone()).collect();
            let wrong = of_kind("block").find(|row| names.contains(&row.key));
            assert!(wrong.is_none(), "{lang}: {:?}", wrong.map(|row| row.form));
        }
    }

    fn every_row_is_read_in_every_language<const HEAD: usize>(table: &'static str) {
        for line in table::lines(table) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), HEAD + COLUMNS.len(), "{line}");
            assert!(cells[0].parse::<CountryCode>().is_ok() && is_kind(cells[1]), "{line}");
            let forms = &cells[HEAD..];
            assert!(!forms[0].is_empty() && forms[LATIN..].iter().all(|cell| !cell.is_empty()), "{line}");
            assert!(forms.iter().flat_map(|cell| cell.split('|')).all(|form| form.trim() == form), "{line}");
        }
        for lang in COLUMNS {
            assert!(wide::<HEAD>(table, lang).len() >= table::lines(table).count(), "{lang}");
        }
    }

    #[test]
    fn every_row_of_the_wide_tables_is_read_in_every_language() {
        every_row_is_read_in_every_language::<2>(PLACES);
        every_row_is_read_in_every_language::<5>(LEADERS);
    }

    #[test]
    fn a_leader_stands_by_the_full_name_with_years_in_order() {
        for line in table::lines(LEADERS) {
            let cells: Vec<&str> = line.split('\t').collect();
            let year = |cell: &str| cell.parse::<u16>().expect("a year");
            assert!(cells[4].is_empty() || year(cells[3]) <= year(cells[4]), "{line}");
            let written = cells[5..5 + LATIN + 2].iter().flat_map(|cell| cell.split('|'));
            assert!(written.filter(|form| !form.is_empty()).all(|form| form.contains(' ')), "{line}");
        }
    }

    #[test]
    fn leaders_are_shortened_to_their_surnames() {
        let of = |code: &[u8; 2], name| surnames_of(CountryCode::new(code), name);
        assert_eq!(of(b"EU", "Ursula von der Leyen"), ["von der Leyen"]);
        assert_eq!(of(b"BR", "Luiz Inácio Lula da Silva"), ["da Silva", "Lula"]);
        assert_eq!(of(b"SY", "Bashar al-Assad"), ["al-Assad", "Assad"]);
        assert_eq!(of(b"KR", "Moon Jae-in"), ["Moon"]);
        assert_eq!(of(b"UA", "Володимир Зеленський"), ["Зеленський"]);
        for lang in ["en", "fr", "es", "de", "it", "pt", "pl", "tr", "uk", "ru", "ar", "fa"] {
            let found = surnames(lang);
            assert!(found.len() > 70 && found.iter().all(|surname| !surname.name.is_empty()), "{lang}");
        }
    }

    const COUNTRIES: &str = include_str!("../../../data/country-names.tsv");
    /// Codes of territories where nobody lives.
    const EMPTY: &[&str] = &["AQ", "BV", "HM", "TF", "UM"];
    /// Cities that are a country, territories without a capital, and Israel, whose capital counts to none.
    const WITHOUT_CAPITAL: &[&str] = &["EU", "GS", "HK", "IL", "IO", "MO", "SG", "SM", "TK"];
    /// Languages that make an adjective or a people of a country's name; the Slavic ones have a test of their own.
    const WITH_ADJECTIVES: &[&str] = &["en", "fr", "es", "de", "it", "pt", "ar", "fa"];
    /// Territories whose adjective is that of their state, and states that a language gives none.
    const WITHOUT_ADJECTIVE: &[&str] = &[
        "AI", "AS", "AW", "AX", "BL", "BM", "BQ", "CC", "CK", "CW", "CX", "EU", "FK", "FO", "GF", "GG", "GI",
        "GP", "GS", "GU", "IM", "IO", "JE", "KN", "KY", "LC", "MF", "MO", "MP", "MQ", "MS", "NC", "NF", "NU",
        "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TK", "VC", "VG", "VI", "WF", "YT", "CG", "DM",
        "HK", "SB", "SM", "ST", "ML", "VA",
    ];

    fn has(rows: &[Row], code: &str, kinds: &[&str]) -> bool {
        let stands = |row: &&Row| kinds.contains(&row.kind.trim_end_matches(['?', '^', '@']));
        rows.iter().filter(stands).any(|row| row.codes.iter().any(|known| known.to_string() == code))
    }

    #[test]
    fn every_country_has_a_name_an_adjective_and_a_capital_in_every_language() {
        let codes = table::lines(COUNTRIES).skip(1).filter_map(|line| line.split('\t').next());
        let codes: Vec<&str> = codes.filter(|code| !EMPTY.contains(code)).collect();
        assert!(codes.len() > 245 && codes.contains(&"XK"));
        let mut missing = Vec::new();
        for lang in COLUMNS {
            let rows: Vec<Row> = of(lang).into_iter().flatten().collect();
            for code in &codes {
                let adjective = WITHOUT_ADJECTIVE.contains(code)
                    || !WITH_ADJECTIVES.contains(&lang)
                    || has(&rows, code, &["adj", "congo", "korea", "georgia"]);
                let capital = WITHOUT_CAPITAL.contains(code) || has(&rows, code, &["capital"]);
                if !has(&rows, code, &["name", "georgia"]) || !adjective || !capital {
                    missing.push(format!("{lang} {code}"));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_row_of_the_cldr_tables_is_read() {
        for table in [CLDR_NAMES, CLDR_CITIES, ISO_NAMES] {
            assert_eq!(table::rows::<4>(table).count(), table::lines(table).count());
            for [code, lang, kind, form] in table::rows(table) {
                assert!(
                    code.parse::<CountryCode>().is_ok() && lang.parse::<Lang>().is_ok() && is_kind(kind),
                    "{form}"
                );
            }
        }
    }

    #[test]
    fn the_cldr_tables_are_as_the_generator_wrote_them() {
        for table in [CLDR_NAMES, CLDR_CITIES, ISO_NAMES] {
            let rows = table::lines(table).flat_map(|line| line.bytes().chain([b'\n']));
            let sum = rows.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
                (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            let written = table.lines().find_map(|line| line.strip_prefix("# FNV-1a 64 of the rows: "));
            assert_eq!(written, Some(format!("{sum:016x}").as_str()), "run data/generate again");
        }
    }
}
