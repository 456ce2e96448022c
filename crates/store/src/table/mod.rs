//! One file a table: its SQL and what leads rows to values and back.

pub(crate) mod alert;
pub(crate) mod band;
pub(crate) mod folder;
pub(crate) mod group;
pub(crate) mod lexicon;
pub(crate) mod mark;
pub(crate) mod name;
pub(crate) mod page_check;
pub(crate) mod received;
pub(crate) mod rule;
pub(crate) mod setting;
pub(crate) mod source;
pub(crate) mod spell;
pub(crate) mod statement;
pub(crate) mod tag;
pub(crate) mod tagger;
pub(crate) mod translation;
pub(crate) mod visit;
pub(crate) mod watched;
pub(crate) mod words;
