//! Everybody who speaks in a document. Offices from `data/gazetteer/roles.tsv`.

use std::sync::LazyLock;

use chancery_model::{Lang, Part, Span, SpeakerTag};

use super::acts::{Act, Person, Reader, Subject};
use super::cases::nominative;
use super::heard::Heard;
use super::marks::Marked;
use super::offices::Speech;
use super::persons::name_from;
use super::transcript::cued;
use crate::countries::Document;
use crate::saying::{issuing, readouts};
use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/roles.tsv");

static ROLES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| table::rows(TABLE).flat_map(|[_, phrases]| table::listed(phrases)).collect());

/// What the names of offices begin with, before the first star of each, to scan for.
pub(crate) fn roles() -> impl Iterator<Item = &'static str> {
    ROLES.iter().map(|phrase| phrase.split('*').next().unwrap_or(phrase))
}

/// The phrase of an office by its number.
pub(super) fn role_phrase(pattern: usize) -> Option<&'static str> {
    ROLES.get(pattern).copied()
}

/// Everybody who is named in full and said to speak, in order.
pub(crate) fn speakers(document: &Document<'_>, heard: &[Heard<'_>], lang: Lang) -> Vec<SpeakerTag> {
    let mut tags: Vec<SpeakerTag> = Vec::new();
    for heard in heard {
        let part = heard.part;
        for person in speaking_in(document, heard) {
            add(&mut tags, document, part, person, lang);
        }
        let folded = document.part(part);
        for &Speech { name, office } in &heard.speeches {
            let original = |(from, to): (usize, usize)| (folded.start_of(from), folded.end_of(to));
            add(
                &mut tags,
                document,
                part,
                Person {
                    name: original(name),
                    role: Some(original(office)).filter(|_| office != name),
                    genitive: false,
                },
                lang,
            );
        }
    }
    tags
}

/// The persons who speak in a part.
fn speaking_in(document: &Document<'_>, heard: &Heard<'_>) -> Vec<Person> {
    let Heard { text, reader, officials, marked, .. } = heard;
    let mut found: Vec<Person> = Vec::new();
    if heard.part == Part::Title {
        found.extend(named_by_title(document, reader));
    }
    let by_cue = cued(reader, text, &document.tables.names.context).into_iter();
    found.extend(by_cue.map(|person| named_in_full(text, officials, person)));
    found.extend(reader.beside(marked));
    let is_readout = !readouts().places(&document.title.text).is_empty();
    let counts = |act: &&Act| !is_readout || is_beside_quotation(reader, act, marked);
    for act in heard.acts.iter().filter(counts) {
        let spoke = match act.subject {
            Some(Subject::Named(person)) => Some(person),
            Some(Subject::Surname(name)) => by_surname(text, officials, &found, name),
            Some(Subject::Last) => last_before(officials, &found, act.verb.0),
            Some(Subject::Office(office)) => by_office(text, officials, office),
            None => None,
        };
        found.extend(spoke);
    }
    found.sort_by_key(|person| person.name);
    found
}

/// Whether quoted words stand in the sentence of a verb. A readout reports what was said at a meeting: only whom it quotes
/// speaks in it.
fn is_beside_quotation(reader: &Reader<'_>, act: &Act, quotations: &[Marked]) -> bool {
    let (from, to) = (reader.sentence_start(act.verb.0), reader.sentence_end(act.verb.1));
    quotations.iter().any(|words| from <= words.start && words.start <= to)
}

/// `Statement by the spokesperson Ada Quist`: the first name behind what the title calls the text.
fn named_by_title(document: &Document<'_>, reader: &Reader<'_>) -> Option<Person> {
    const WORDS: usize = 16;
    let folded = &document.title;
    let cues = issuing().places(&folded.text).into_iter();
    let is_readout = |(from, to): &(usize, usize)| readouts().all().contains(&&folded.text[*from..*to]);
    let end = cues.filter(|place| !is_readout(place)).map(|(_, end)| end).min()?;
    let found = reader.tokens(folded.start_of(end), folded.original.len());
    let before = found.iter().take(WORDS).take_while(|token| !token.is_sign(&[':', '—', '–'])).count();
    let (from, last) = (0..before).find_map(|at| name_from(&found, at))?;
    let person = reader.with_role((found[from].start, found[last].end()));
    (person.role.is_some() && !found[last].is_genitive()).then_some(person)
}

/// The official named in full anywhere whose surname a cue of a transcript has, or the person of the cue.
fn named_in_full(text: &str, officials: &[Person], person: Person) -> Person {
    let surname = text[person.name.0..person.name.1].to_lowercase();
    let has = |official: &&Person| {
        let full = text.get(official.name.0..official.name.1).unwrap_or("");
        full.split(' ').next_back().is_some_and(|last| last.to_lowercase() == surname)
    };
    officials.iter().find(has).copied().unwrap_or(person)
}

/// The person named in full before whose last name this is.
pub(super) fn by_surname(
    text: &str,
    officials: &[Person],
    found: &[Person],
    name: (usize, usize),
) -> Option<Person> {
    let surname = text.get(name.0..name.1)?;
    let has = |person: &&Person| {
        person.name.1 <= name.0
            && text
                .get(person.name.0..person.name.1)
                .is_some_and(|full| full.split(' ').next_back() == Some(surname))
    };
    found.iter().rev().find(has).or_else(|| officials.iter().rev().find(has)).copied()
}

/// The person before who holds an office of this word; a diplomat may hold any.
pub(super) fn by_office(text: &str, officials: &[Person], office: (usize, usize)) -> Option<Person> {
    const COMMON: usize = 5;
    const ANY: &[&str] = &["дипломат", "diplomat", "diplomatyc"];
    let word = text.get(office.0..office.1)?.to_lowercase();
    let beginning: String = word.chars().take(COMMON).collect();
    let holds = |person: &&Person| {
        person.name.1 <= office.0
            && person.role.and_then(|(from, to)| text.get(from..to)).is_some_and(|role| {
                ANY.iter().any(|any| word.starts_with(any)) || role.to_lowercase().contains(&beginning)
            })
    };
    officials.iter().rev().find(holds).copied()
}

/// The person named last before a byte.
pub(super) fn last_before(officials: &[Person], found: &[Person], at: usize) -> Option<Person> {
    let before = |people: &[Person]| people.iter().copied().rev().find(|person| person.name.1 <= at);
    [before(officials), before(found)].into_iter().flatten().max_by_key(|person| person.name.1)
}

fn add(tags: &mut Vec<SpeakerTag>, document: &Document<'_>, part: Part, person: Person, lang: Lang) {
    let original = document.part(part).original;
    let Person { name, role, .. } = person;
    let Some(written) = name_of(original, person, lang) else { return };
    let (from, to) = role.unwrap_or(name);
    let span = Span::new(part, name.0.min(from), name.1.max(to));
    match tags.iter_mut().find(|tag| tag.name == written || is_family_name_of(&written, &tag.name)) {
        Some(tag) if tag.spans.contains(&span) => {}
        Some(tag) => {
            tag.role = tag.role.take().or_else(|| role.map(|(from, to)| original[from..to].to_owned()));
            tag.spans.push(span);
        }
        None => tags.push(SpeakerTag {
            name: written,
            role: role.map(|(from, to)| original[from..to].to_owned()),
            spans: vec![span],
        }),
    }
}

/// A person's name as written, from the genitive in the nominative where that can be told.
pub(super) fn name_of(text: &str, person: Person, lang: Lang) -> Option<String> {
    let written = text.get(person.name.0..person.name.1)?;
    let restored = if person.genitive { nominative(written, lang) } else { None };
    Some(restored.unwrap_or_else(|| without_capitals(written)))
}

/// A name that is written all in capitals as it is written elsewhere: "ADA O'QUIST" is "Ada O'Quist".
fn without_capitals(name: &str) -> String {
    if name.chars().any(char::is_lowercase) || name.chars().count() < 3 {
        return name.to_owned();
    }
    let mut begins = true;
    let mut written = String::with_capacity(name.len());
    for letter in name.chars() {
        if begins {
            written.push(letter)
        } else {
            written.extend(letter.to_lowercase())
        }
        begins = !letter.is_alphabetic();
    }
    written
}

/// Whether a name without blanks is the beginning of another: the family name of who was named in full before.
fn is_family_name_of(written: &str, full: &str) -> bool {
    const LONGEST: usize = 3;
    let eastern = written.chars().all(|c| c > '\u{2E80}' && c.is_alphabetic());
    eastern && written.chars().count() <= LONGEST && full.starts_with(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<2>(TABLE).count(), table::lines(TABLE).count());
        let phrases = table::rows(TABLE).flat_map(|[_, phrases]| table::listed(phrases));
        phrases.for_each(|phrase| {
            assert_eq!(phrase, fold_pattern(phrase));
            assert!(ROLES.contains(&phrase) && !phrase.starts_with('*'));
        });
    }
}
