//! What one part of a document says of who speaks: read once, for the speakers and for the quotations.

use chancery_model::{Lang, Part};

use super::acts::{Act, Person, Reader, Subject};
use super::marks::{Marked, marked};
use super::offices::{Speech, speeches};
use crate::countries::{Document, Placed};

/// What is heard in one part.
pub(crate) struct Heard<'h> {
    /// The part.
    pub(super) part: Part,
    /// Its original.
    pub(super) text: &'h str,
    /// What its acts of speech are read from.
    pub(super) reader: Reader<'h>,
    /// The stretches between quotation marks.
    pub(super) marked: Vec<Marked>,
    /// The acts of speech outside them, by their verbs.
    pub(super) acts: Vec<Act>,
    /// Everybody named in full beside an office, in order.
    pub(super) officials: Vec<Person>,
    /// The persons who are said to speak, in the order of the acts.
    pub(super) persons: Vec<Person>,
    /// Names beside an office in languages without capitals, folded.
    pub(super) speeches: Vec<Speech>,
}

/// Reads the title and the text of a document.
pub(crate) fn heard<'h>(document: &'h Document<'_>, countries: &[Placed], lang: Lang) -> [Heard<'h>; 2] {
    [Part::Title, Part::Text].map(|part| Heard::new(document, part, countries, lang))
}

impl<'h> Heard<'h> {
    fn new(document: &'h Document<'_>, part: Part, countries: &[Placed], lang: Lang) -> Self {
        let folded = document.part(part);
        let reader = Reader::new(document, part, countries, lang);
        let marked = marked(folded.original);
        let mut acts = reader.acts(&marked);
        acts.sort_by_key(|act| act.verb);
        let named = |act: &Act| match act.subject {
            Some(Subject::Named(person)) => Some(person),
            _ => None,
        };
        let persons = acts.iter().filter_map(named).collect();
        let (officials, speeches) = (reader.officials(), speeches(&folded.text, lang, part, countries));
        Self { part, text: folded.original, reader, marked, acts, officials, persons, speeches }
    }
}
