//! The lists that are known.

use std::fmt;

/// A sanctions list; its key is what queries, tables and calls name it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// The consolidated list of the United Nations Security Council.
    Un,
    /// Specially Designated Nationals, of the Office of Foreign Assets Control (United States).
    OfacSdn,
    /// The other lists of that office, consolidated.
    OfacCons,
    /// Financial sanctions of the European Union.
    Eu,
    /// The UK Sanctions List.
    Uk,
    /// The consolidated list of the State Secretariat for Economic Affairs (Switzerland).
    Ch,
    /// The list under the Special Economic Measures Act (Canada).
    Ca,
    /// A file of OpenSanctions that the user supplies.
    OpenSanctions,
}

impl List {
    /// Returns the key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Un => "un",
            Self::OfacSdn => "ofac-sdn",
            Self::OfacCons => "ofac-cons",
            Self::Eu => "eu",
            Self::Uk => "uk",
            Self::Ch => "ch",
            Self::Ca => "ca",
            Self::OpenSanctions => "opensanctions",
        }
    }
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
