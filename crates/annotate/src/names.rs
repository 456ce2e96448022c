//! The tables of names: those of the Unicode CLDR, those of each language, and those that hold a column a language.

use std::collections::HashSet;

use chancery_model::CountryCode;

use crate::folded::fold_pattern;
use crate::inflect::is_slavic;
use crate::table;

macro_rules! words {
    ($($lang:literal),*) => {
        /// The words of each language.
        const WORDS: &[(&str, &str)] = &[$(($lang, include_str!(concat!("../../../data/gazetteer/words-", $lang, ".tsv")))),*];
    };
}
words!("en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko", "cs", "bg");

const CLDR_NAMES: &str = include_str!("../../../data/gazetteer/cldr-names.tsv");
const CLDR_CITIES: &str = include_str!("../../../data/gazetteer/cldr-cities.tsv");
const ISO_NAMES: &str = include_str!("../../../data/gazetteer/iso-names.tsv");
const PLACES: &str = include_str!("../../../data/gazetteer/places.tsv");

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
}

impl Row {
    /// The form folded, without its marks.
    pub fn key(&self) -> String {
        fold_pattern(&self.form.replace('=', ""))
    }
}

/// The tables of a language, the one that decides first before the others.
pub(crate) fn of(lang: &str) -> [Vec<Row>; 4] {
    [own(lang), country_names(lang), wide::<2>(PLACES, lang), generated(CLDR_CITIES, lang)]
}

/// The languages of the tables.
#[cfg(test)]
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(lang, _)| *lang)
}

/// English names that stand in texts of another language too. In Slavic texts, which decline and respell every country,
/// they stand in the names of firms and newspapers alone ("Air France", "The Zimbabwe Mail").
pub(crate) fn foreign(lang: &str) -> [Vec<Row>; 2] {
    let is_name = |row: &Row| row.kind.trim_end_matches('@') == "name" && row.form.len() > 4;
    let stands = |row: &Row| row.kind == "block" || !is_slavic(lang) && is_name(row);
    [own("en"), country_names("en")].map(|rows| rows.into_iter().filter(stands).collect())
}

fn own(lang: &str) -> Vec<Row> {
    let table = WORDS.iter().find(|(name, _)| *name == lang).map_or("", |(_, table)| table);
    table::rows(table).flat_map(|[codes, kind, forms]| listed(codes, kind, forms)).collect()
}

/// Names of countries: the CLDR's before those of other sources.
fn country_names(lang: &str) -> Vec<Row> {
    let mut rows = generated(CLDR_NAMES, lang);
    let known: HashSet<String> = rows.iter().map(Row::key).collect();
    rows.extend(generated(ISO_NAMES, lang).into_iter().filter(|row| !known.contains(&row.key())));
    rows
}

fn generated(table: &'static str, lang: &str) -> Vec<Row> {
    let rows = table::rows(table).filter(|[_, row_lang, _, _]| *row_lang == lang);
    rows.flat_map(|[code, _, kind, form]| listed(code, kind, form)).collect()
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
    table::listed(forms).map(|form| Row { codes: codes.clone(), kind, form }).collect()
}

#[cfg(test)]
mod tests {
    use chancery_model::Lang;

    use super::*;

    const KINDS: &[&str] = &[
        "name", "adj", "org", "list", "congo", "korea", "georgia", "block", "city", "pair", "capital",
        "region", "seat",
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
    fn every_row_of_the_wide_tables_is_read_in_every_language() {
        for line in table::lines(PLACES) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 2 + COLUMNS.len(), "{line}");
            assert!(cells[0].parse::<CountryCode>().is_ok() && is_kind(cells[1]), "{line}");
            assert!(!cells[2].is_empty() && cells[2 + LATIN..].iter().all(|cell| !cell.is_empty()), "{line}");
            assert!(cells.iter().flat_map(|cell| cell.split('|')).all(|form| form.trim() == form), "{line}");
        }
        for lang in COLUMNS {
            assert!(wide::<2>(PLACES, lang).len() >= table::lines(PLACES).count(), "{lang}");
        }
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
