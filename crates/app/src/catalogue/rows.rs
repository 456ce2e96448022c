//! The rows of `data/sources/catalogue.tsv`; its README describes the columns.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

static ROWS: LazyLock<Vec<Official>> =
    LazyLock::new(|| table::<Row>(TEXT).flatten().map(Official::from).collect());

const TEXT: &str = include_str!("../../../../data/sources/catalogue.tsv");

/// The whole catalogue, in the order of its file.
pub(super) fn all() -> &'static [Official] {
    &ROWS
}

/// Reads a tab-separated table with a line of column names; each row or why it is none.
pub(super) fn table<T: DeserializeOwned>(text: &str) -> impl Iterator<Item = Result<T, csv::Error>> {
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(b'\t').quoting(false).comment(Some(b'#'));
    builder.from_reader(text.as_bytes()).into_deserialize()
}

/// The values of a cell that holds several.
pub(super) fn several(cell: &str, between: char) -> Vec<String> {
    cell.split(between).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// Who publishes a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OfficialKind {
    /// A central bank.
    CentralBank,
    /// An authority that controls exports.
    ExportControl,
    /// An official gazette.
    Gazette,
    /// An international body outside the United Nations.
    IntlOrg,
    /// Police and prosecutors.
    LawEnforcement,
    /// A ministry of foreign affairs.
    Mfa,
    /// Another press office of a government or body.
    PressOffice,
    /// A supervisor of banks and markets.
    Regulator,
    /// An authority that lists and delists.
    SanctionsAuthority,
    /// A news agency of a state.
    StateAgency,
    /// An organ or agency of the United Nations.
    UnOrgan,
    /// A list of wanted persons.
    WantedList,
}

impl std::fmt::Display for OfficialKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.serialize(f)
    }
}

/// What an address was seen to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OfficialForm {
    /// A feed.
    Feed,
    /// A page without a feed.
    Page,
}

/// What is known of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OfficialStatus {
    /// A public project says that it read it.
    Working,
    /// A public project uses it.
    Seen,
    /// It is known to refuse programs at times.
    Blocked,
}

/// An official source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Official {
    /// The name under which it is followed.
    pub name: String,
    /// Who publishes it, as it calls itself.
    pub body: String,
    /// ISO 3166-1 alpha-2, `EU` or `UN`; none for other international bodies.
    pub country: Option<String>,
    /// Who that is.
    pub kind: OfficialKind,
    /// Feed or page.
    pub form: OfficialForm,
    /// Its address.
    pub url: String,
    /// ISO 639-1; empty: not known.
    pub languages: Vec<String>,
    /// The topics that it turns on, by slug; empty: general.
    pub topics: Vec<String>,
    /// What is known of the address.
    pub status: OfficialStatus,
    /// What a reader should know before following it.
    pub note: Option<String>,
    /// Where the address was seen.
    pub origin: String,
}

/// A row as it stands in the file: a cell may hold several values.
#[derive(Debug, Deserialize)]
struct Row {
    name: String,
    body: String,
    country: Option<String>,
    kind: OfficialKind,
    form: OfficialForm,
    url: String,
    languages: String,
    topics: String,
    status: OfficialStatus,
    note: Option<String>,
    origin: String,
}

impl From<Row> for Official {
    fn from(row: Row) -> Self {
        Self {
            name: row.name,
            body: row.body,
            country: row.country,
            kind: row.kind,
            form: row.form,
            url: row.url,
            languages: several(&row.languages, ';'),
            topics: several(&row.topics, ';'),
            status: row.status,
            note: row.note,
            origin: row.origin,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use chancery_model::{CountryCode, Lang, TOPICS};

    use super::*;

    #[test]
    fn every_row_is_read() {
        let lines: Vec<&str> =
            TEXT.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).collect();
        assert_eq!(lines[0], "name\tbody\tcountry\tkind\tform\turl\tlanguages\ttopics\tstatus\tnote\torigin");
        let rows: Vec<_> = table::<Row>(TEXT).collect();
        rows.iter().for_each(|row| assert!(row.is_ok(), "{row:?}"));
        assert!(rows.len() > 200 && rows.len() == lines.len() - 1, "{} of {}", rows.len(), lines.len() - 1);
    }

    #[test]
    fn names_and_addresses_come_once_and_nothing_is_left_out() {
        let (mut names, mut addresses) = (HashSet::new(), HashSet::new());
        for one in all() {
            assert!(names.insert(one.name.to_lowercase()), "{}", one.name);
            assert!(addresses.insert(one.url.trim_end_matches('/')), "{}", one.url);
            let cells = [&one.name, &one.body, &one.origin];
            assert!(cells.iter().all(|cell| !cell.is_empty() && cell.trim() == cell.as_str()), "{one:?}");
        }
    }

    #[test]
    fn every_address_is_whole_and_encrypted_where_it_was_seen_so() {
        for one in all() {
            let url = url::Url::parse(&one.url).unwrap_or_else(|why| panic!("{}: {why}", one.url));
            let plain = one.note.as_deref().is_some_and(|note| note.contains("without encryption only"));
            assert_eq!(url.scheme(), if plain { "http" } else { "https" }, "{url}");
            assert!(
                url.host_str().is_some_and(|host| host.contains('.')) && url.fragment().is_none(),
                "{url}"
            );
        }
    }

    #[test]
    fn every_code_is_known() {
        for one in all() {
            if let Some(code) = one.country.as_deref().filter(|code| *code != "UN") {
                let known = code.parse::<CountryCode>().ok().and_then(chancery_text::country_name);
                assert!(known.is_some(), "{code} of {}", one.name);
            }
            for lang in &one.languages {
                assert!(Lang::assigned(lang).is_some(), "{lang}");
            }
            for topic in &one.topics {
                assert!(TOPICS.iter().any(|(known, _)| known == topic), "{topic} of {}", one.name);
            }
        }
    }
}
