use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text is not a code of the expected form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a two-letter code")]
pub struct NotACode(pub String);

macro_rules! two_letters {
    ($(#[$doc:meta])* $name:ident, $is:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; 2]);

        impl $name {
            /// Makes a code from two ASCII letters of the right case; for constants.
            pub const fn new(code: &[u8; 2]) -> Self {
                Self(*code)
            }

            /// The two letters.
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or("??")
            }
        }

        impl FromStr for $name {
            type Err = NotACode;
            fn from_str(text: &str) -> Result<Self, NotACode> {
                match text.as_bytes() {
                    [a, b] if a.$is() && b.$is() => Ok(Self([*a, *b])),
                    _ => Err(NotACode(text.to_owned())),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotACode;
            fn try_from(text: String) -> Result<Self, NotACode> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

two_letters! {
    /// A country: ISO 3166-1 alpha-2 in capitals, and `XK` and `EU`.
    CountryCode, is_ascii_uppercase
}
two_letters! {
    /// A language: ISO 639-1 in small letters. An unknown language is `Option::None`, never a code.
    Lang, is_ascii_lowercase
}
