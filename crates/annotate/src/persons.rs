//! Persons whose surname is the name of a country or people: "Volker Türk", and "Türk" by itself further on.

use hashbrown::HashSet;

use crate::countries::{Document, Placed};
use crate::saying::begins_saying;

/// Drops the surnames behind given names, and the same word by itself where nothing else in the document says its country
/// and it speaks, owns or ends its phrase.
pub(crate) fn drop_surnames(document: &Document<'_>, all: &mut Vec<Placed>) {
    let surnames: HashSet<String> =
        all.iter().filter(|placed| placed.mention.surname).map(|placed| written(document, placed)).collect();
    if surnames.is_empty() {
        return;
    }
    let others: HashSet<_> = all
        .iter()
        .filter(|placed| !surnames.contains(&written(document, placed)))
        .flat_map(|placed| placed.mention.codes.iter().copied())
        .collect();
    all.retain(|placed| {
        let of_person = surnames.contains(&written(document, placed))
            && !placed.mention.codes.iter().any(|code| others.contains(code))
            && stands_alone(document, placed);
        !placed.mention.surname && !of_person
    });
}

fn written(document: &Document<'_>, placed: &Placed) -> String {
    let text = document.part(placed.part);
    let (from, to) = (text.start_of(placed.mention.start), text.end_of(placed.mention.end));
    text.original.get(from..to).unwrap_or("").to_owned()
}

/// Whether a verb of speech, a genitive or the end of the phrase follows.
fn stands_alone(document: &Document<'_>, placed: &Placed) -> bool {
    let after = &document.part(placed.part).text[placed.mention.end..];
    let speaks = || after.strip_prefix(' ').is_some_and(begins_saying);
    after.is_empty() || after.starts_with(['\'', ',', '.', ':', '\n', '\u{1}']) || speaks()
}
