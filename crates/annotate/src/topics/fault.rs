//! Why a row of a topic file cannot be read.

use std::fmt;

/// What is wrong with a row of a topic file; shown as one sentence for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// The row has so many cells, not four.
    Cells(usize),
    /// This is no slug of a topic.
    Topic(String),
    /// This is no code of a language.
    Language(String),
    /// This is neither a number of the range nor one of the words that stand for it.
    Weight(String),
    /// The last cell is empty.
    Empty,
    /// A pattern that begins so is too long.
    TooLong(String),
    /// This pattern does not begin with a letter, a digit or a star and a letter.
    Beginning(String),
    /// This pattern has a star within a word.
    StarWithin(String),
    /// A sign of this pattern has no words behind it, or more than one stands there.
    Sign(String),
}

impl fmt::Display for RowFault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cells(count) => {
                write!(to, "a row has four cells between tabs (topic, language, weight, words), not {count}")
            }
            Self::Topic(cell) => {
                write!(to, "“{cell}” is no topic: it is written in small Latin letters, digits and hyphens")
            }
            Self::Language(cell) => {
                write!(to, "“{cell}” is no language: write its two-letter code, as “en”, or *")
            }
            Self::Weight(cell) => write!(
                to,
                "“{cell}” is no weight: write a number above 0 and at most 10, or not, out, name, about"
            ),
            Self::Empty => write!(to, "the last cell is empty"),
            Self::TooLong(words) => write!(to, "“{words}…” is too long for words"),
            Self::Beginning(words) => {
                write!(to, "“{words}” must begin with a letter or a digit, or with a star and a letter")
            }
            Self::StarWithin(words) => {
                write!(to, "in “{words}” a star stands within a word: it belongs at its beginning or end")
            }
            Self::Sign(words) => {
                write!(
                    to,
                    "“{words}” needs words on both sides of its + or !, and each sign once, + before !"
                )
            }
        }
    }
}

impl std::error::Error for RowFault {}
