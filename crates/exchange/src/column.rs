use std::str::FromStr;

use crate::ExchangeError;

macro_rules! columns {
    ($($variant:ident $name:literal,)*) => {
        /// A column of `statements.csv`, in the order of the file; new ones are added at the end only.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Column { $($variant,)* }

        impl Column {
            /// Every column in the order of the file; `text`, the last, is written on request only.
            pub const ALL: &'static [Column] = &[$(Column::$variant,)*];

            /// The name in the header line.
            pub fn name(self) -> &'static str {
                match self { $(Column::$variant => $name,)* }
            }
        }
    };
}

columns! {
    StatementId "statement_id",
    Revision "revision",
    PublishedAt "published_at",
    PublishedPrecision "published_precision",
    CollectedAt "collected_at",
    SourceId "source_id",
    SourceName "source_name",
    SourceCountry "source_country",
    Speaker "speaker",
    SpeakerRole "speaker_role",
    Issuer "issuer",
    Title "title",
    Language "language",
    Countries "countries",
    About "about",
    Topics "topics",
    Resolutions "resolutions",
    Regimes "regimes",
    ListedParties "listed_parties",
    MatchedRules "matched_rules",
    MatchedText "matched_text",
    Url "url",
    Sha256 "sha256",
    DuplicateGroup "duplicate_group",
    Read "read",
    Starred "starred",
    Labels "labels",
    Note "note",
    Text "text",
}

/// The header of `statement_tags.csv`.
pub const TAG_COLUMNS: &[&str] = &[
    "statement_id",
    "tag_type",
    "tag",
    "stated",
    "matched_text",
    "start",
    "end",
    "data_version",
    "part",
    "check",
];

impl Column {
    /// Every name in the order of the file.
    pub fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|column| column.name()).collect()
    }

    /// Returns whether the cell holds several values divided by `;`.
    pub fn is_multiple(self) -> bool {
        use Column::*;
        matches!(
            self,
            Speaker
                | SpeakerRole
                | Countries
                | About
                | Topics
                | Resolutions
                | Regimes
                | ListedParties
                | MatchedRules
                | MatchedText
                | Labels
        )
    }
}

impl FromStr for Column {
    type Err = ExchangeError;
    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        let wanted = text.trim();
        Self::ALL
            .iter()
            .copied()
            .find(|column| column.name().eq_ignore_ascii_case(wanted))
            .ok_or_else(|| ExchangeError::UnknownColumn(wanted.to_owned()))
    }
}
