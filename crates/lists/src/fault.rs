//! Why a file is no edition of a list.

use crate::List;

/// The beginning of a text as a sentence may hold it: short, and without characters that move a terminal.
pub(crate) fn said(text: &str) -> String {
    const MOST: usize = 80;
    text.chars().filter(|character| !character.is_control()).take(MOST).collect()
}

/// Why a file is no edition; one sentence that says what, where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ListFault {
    /// Nothing is in it.
    #[error("{file} is empty: fetch the list anew.")]
    Empty {
        /// Which file.
        file: String,
    },
    /// It is packed.
    #[error("{file} is packed; unpack it first.")]
    Packed {
        /// Which file.
        file: String,
    },
    /// It is written in an encoding that no list is published in.
    #[error("{file} is in UTF-16; save it as UTF-8, or fetch the list anew.")]
    Utf16 {
        /// Which file.
        file: String,
    },
    /// It is none of the known lists.
    #[error(
        "{file} is none of the lists that are known (UN, OFAC, EU, UK, Swiss, Canadian, OpenSanctions): \
         it begins with “{begins}”."
    )]
    Unknown {
        /// Which file.
        file: String,
        /// Its root element or first line.
        begins: String,
    },
    /// It is not well-formed, or breaks off.
    #[error("{file} is broken at byte {at} ({why}); fetch the list anew.")]
    Broken {
        /// Which file.
        file: String,
        /// Where.
        at: u64,
        /// What the reader says.
        why: String,
    },
    /// A row of a table cannot be read.
    #[error("{file} is broken in line {line} ({why}); fetch the list anew.")]
    BadRow {
        /// Which file.
        file: String,
        /// Which line, from 1.
        line: u64,
        /// Why.
        why: String,
    },
    /// An entry says no id of its own.
    #[error("{file} has an entry without {id} at byte {at}; such a file cannot be compared.")]
    NoUid {
        /// Which file.
        file: String,
        /// What names an entry in this list.
        id: &'static str,
        /// Where the entry ends.
        at: u64,
    },
    /// It has other entries than it says itself.
    #[error("{file} says that it has {said} entries and has {found}; it is not whole, fetch it anew.")]
    Count {
        /// Which file.
        file: String,
        /// How many it says.
        said: u64,
        /// How many were read.
        found: u64,
    },
    /// The files of one edition are of different lists.
    #[error("{file} is of the list {this}, the other file of {other}; give files of one list.")]
    OfOther {
        /// Which file.
        file: String,
        /// Its list.
        this: List,
        /// The other's list.
        other: List,
    },
    /// It could not be read.
    #[error("{file} could not be read ({why}).")]
    Io {
        /// Which file.
        file: String,
        /// What the system says.
        why: std::io::Error,
    },
}
