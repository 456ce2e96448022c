//! The query language and the compiled rule set: parse, print, explain, judge.
//! Pure: no IO, no clock, no panic on any input. See the README of this crate and `docs/query-language.md`.

mod anchor;
mod compiled;
mod complete;
mod dates;
mod document;
mod evaluate;
mod explain;
mod fault;
mod field_reason;
mod fields;
mod language;
mod lexer;
mod lexicon;
mod literal;
mod mistaken;
mod nearest;
mod parse;
mod print;
mod rule_check;
mod rule_set;
mod syntax;
mod toggle;
mod values;
mod vocabulary;

pub use complete::{Completion, complete};
pub use document::Document;
pub use evaluate::evaluate;
pub use explain::{TermReason, explain};
pub use fault::QueryFault;
pub use language::Language;
pub use parse::{Parsed, TermAt, parse};
pub use print::print;
pub use rule_check::check_rule;
pub use rule_set::RuleSet;
pub use toggle::toggle;

use compiled::Compiled;
