//! The analyser: the one place that decides what a word is, for the archive's index, for rules and for the tagger.

mod acronym;
mod analysed;
mod country;
mod country_words;
mod facts;
mod fold;
mod han;
mod index;
mod keys;
mod lang;
mod letter;
mod offsets;
mod query;
mod query_words;
mod script;
mod snippet;
mod stem;
mod words;

pub use analysed::{Analysed, Key, Token, analyse};
pub use country::{country_name, country_named};
pub use facts::{DayRange, Facts, days_asked, field_term, holds, name_matches};
pub use fold::fold;
pub use index::{encode, lexicon, prefix_range, term};
pub use lang::{Detected, detect_lang, guess_lang, other_lang};
pub use letter::{is_alphabetic, is_alphanumeric};
pub use offsets::{bytes_of_utf16, chars_of_bytes, utf16_of_bytes};
pub use query::{AnalysedQuery, Position, analyse_query};
pub use snippet::passage;

use words::words_of;
