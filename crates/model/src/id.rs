use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

text_id! {
    /// The public id of a statement: it never changes, whatever happens to its date, title or address.
    StatementId
}
text_id! {
    /// The id of a source: a slug of its name, unique in the archive.
    SourceId
}
text_id! {
    /// The id of a rule: a slug of the name it was first given, unique in the archive.
    RuleId
}

/// The number of an alert, in the order of raising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AlertId(pub i64);

/// The internal row number of a statement: `days since 1900-01-01 << 20 | sequence`, so that it is in date order.
/// It changes when a date is corrected; people and files use [`StatementId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(pub i64);
