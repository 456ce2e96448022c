//! Whose voice a text is: the country that takes positions in it in its own name ("Norway condemns", "O Brasil exorta",
//! "ترفض القاهرة"). Verbs from `data/gazetteer/saying.tsv`.

use chancery_model::{CountryCode, Lang, Part};

use crate::countries::{Document, Placed};
use crate::gazetteer::Kind;
use crate::lexeme::{Lexeme, Sort, lexemes};
use crate::phrase::{Phrases, phrase_end};
use crate::saying::{first_person, issuing, positions, stances};
use crate::scan::{Hit, Section};

/// How many bytes of a text are read.
pub(super) const MOST: usize = 4000;

/// A country that takes positions in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Voice {
    /// Which country.
    pub code: CountryCode,
    /// How strongly: a position at the beginning of a sentence weighs two, in the title three.
    pub weight: f32,
    /// The part in which it first does so.
    pub part: Part,
    /// Where its name stands there, folded.
    pub place: (usize, usize),
}

/// The countries that take positions, the strongest first; of equals the one that does so first.
pub(super) fn voices(document: &Document<'_>, countries: &[Placed], lang: Lang) -> Vec<Voice> {
    let words = Words::of(lang);
    let near = countries.iter().filter(|placed| placed.mention.start < MOST);
    strongest(near, |Placed { part, mention }| {
        let text = &document.part(*part).text;
        let place = (mention.start, mention.end);
        let weight = words.weight(text, place, *part);
        let weight = if *part == Part::Title { weight.max(heading_weight(text, place)) } else { weight };
        if mention.kind == Kind::Adjective { weight * 0.75 } else { weight }
    })
}

/// What the mentions of each country that alone is meant weigh together, the strongest first.
pub(super) fn strongest<'p>(
    placed: impl Iterator<Item = &'p Placed>,
    weigh: impl Fn(&Placed) -> f32,
) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for placed in placed {
        let [code] = placed.mention.codes else { continue };
        let weight = weigh(placed);
        match voices.iter_mut().find(|voice| voice.code == *code) {
            Some(voice) => voice.weight += weight,
            None if weight > 0.0 => {
                let place = (placed.mention.start, placed.mention.end);
                voices.push(Voice { code: *code, weight, part: placed.part, place })
            }
            None => {}
        }
    }
    voices.sort_by(|left, right| right.weight.total_cmp(&left.weight));
    voices
}

/// Where the first person of a state stands in a stretch of text, outside its quotations.
pub(super) fn first_person_in(text: &str, lang: Lang) -> Option<(usize, usize)> {
    let head = &text[..text.floor_char_boundary(MOST)];
    let whole = first_person(lang).first(head, |at| !is_quoted(head, at));
    [whole, first_person_within(head, lang)].into_iter().flatten().min()
}

/// Where it stands in the text of a document.
pub(super) fn first_person_of(document: &Document<'_>, lang: Lang) -> Option<(usize, usize)> {
    let text = &document.text.text;
    let head = &text[..text.floor_char_boundary(MOST)];
    let whole = first_unquoted(document, head, Section::FirstPerson, first_person(lang));
    [whole, first_person_within(head, lang)].into_iter().flatten().min()
}

/// Where the first of some words that are a section stands in the head of a text, outside quotations.
pub(super) fn first_unquoted(
    document: &Document<'_>,
    head: &str,
    section: Section,
    words: &Phrases,
) -> Option<(usize, usize)> {
    let hits = document.scan(Part::Text).hits(section);
    let near = &hits[..hits.partition_point(|hit| hit.start < head.len())];
    let end = |hit: &Hit| phrase_end(head, hit.start, words.all().get(hit.pattern)?);
    near.chunk_by(|left, right| left.start == right.start).find_map(|group| {
        let start = group[0].start;
        group.iter().filter_map(end).min().filter(|_| !is_quoted(head, start)).map(|end| (start, end))
    })
}

/// Where a piece of a word says so, in languages that join it to others.
fn first_person_within(head: &str, lang: Lang) -> Option<(usize, usize)> {
    let pieces = first_person(lang).all().iter().filter_map(|word| word.strip_prefix('~'));
    let places = pieces.filter_map(|piece| head.find(piece).map(|at| (at, at + piece.len())));
    places.filter(|(at, _)| !is_quoted(head, *at)).min()
}

/// Whether a quotation mark is open on the line.
pub(super) fn is_quoted(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit(['\n', '\u{1}']).next().unwrap_or("");
    let count = |marks: &[char]| line.matches(marks).count();
    count(&['«', '“', '„', '「', '《']) > count(&['»', '”', '」', '》']) || count(&['"']) % 2 == 1
}

/// The words of one language by which a state takes a position.
struct Words {
    lang: Lang,
    stances: &'static Phrases,
    positions: &'static Phrases,
}

impl Words {
    fn of(lang: Lang) -> Self {
        Self { lang, stances: stances(lang), positions: positions(lang) }
    }

    fn weight(&self, text: &str, (start, end): (usize, usize), part: Part) -> f32 {
        let behind = follows_verb(&text[..start], self.lang);
        if !behind && !takes_position(&text[end..], self.stances) {
            return if has_position(&text[..start], self.positions) { 1.0 } else { 0.0 };
        }
        match (behind || begins_sentence(&text[..start]), part) {
            (true, Part::Title) => 3.0,
            (true, Part::Text) => 2.0,
            (false, _) => 1.0,
        }
    }
}

/// What a country weighs that heads a title which calls the text a statement: much in `Angola: intervention at …`, little
/// where the title goes on to name an author, `Iran: statement by the Spokesperson`. Only English has a word for that alone:
/// "de" may as well say whose minister it is.
fn heading_weight(title: &str, (start, end): (usize, usize)) -> f32 {
    if start > 0 || !title[end..].starts_with(':') {
        return 0.0;
    }
    let Some((_, called)) = issuing().places(title).into_iter().min() else { return 0.0 };
    let names_author =
        title[..called].ends_with(" by") || title[called..].split_whitespace().next() == Some("by");
    if names_author { 1.0 } else { 3.0 }
}

/// Whether a verb of position follows at once, behind a few small words, or behind what stands between two commas.
pub(super) fn takes_position(after: &str, stances: &Phrases) -> bool {
    const APPOSITION: usize = 220;
    const WORDS: usize = 4;
    let near = &after[..after.floor_char_boundary(APPOSITION)];
    let near = &near[..clause_end(near)];
    let says = |rest: &str| stances.begin(rest);
    if near.starts_with(['\'', '-']) {
        return false;
    }
    if says(near) || !near.starts_with([' ', ',']) {
        return says(near);
    }
    if let Some(rest) = near.strip_prefix(", ") {
        return rest.split(", ").skip(1).any(says);
    }
    let words = near.match_indices(' ').map(|(at, _)| &near[at + 1..]).take(WORDS);
    words.take_while(|rest| !is_conjunction(rest)).any(says)
}

/// Where a clause ends.
fn clause_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: &usize| match bytes[*at] {
        b'.' | b';' | b':' | b'\n' | 1 => true,
        0xE3 => text[*at..].starts_with('。'),
        _ => false,
    };
    (0..bytes.len()).find(ends).unwrap_or(bytes.len())
}

fn is_conjunction(rest: &str) -> bool {
    const AND: &[&str] = &[
        "and ", "but ", "to ", "et ", "y ", "e ", "und ", "i ", "и ", "і ", "та ", "й ", "oraz ", "ve ",
        "або ", "или ", "or ", "o ", "ou ", "oder ", "der ", "що ", "что ", "that ", "que ", "che ",
    ];
    AND.iter().any(|word| rest.starts_with(word))
}

/// Whether a verb of position stands before the country, with nothing between but the words of its official name:
/// the order of Arabic.
pub(super) fn follows_verb(before: &str, lang: Lang) -> bool {
    const NEAR: usize = 60;
    const BETWEEN: &[&str] =
        &["دوله", "جمهوريه", "المملكه", "حكومه", "سلطنه", "الجمهوريه", "مملكه", "العربيه", "قياده"];
    if lang.as_str() != "ar" {
        return false;
    }
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let mut words = near.split_whitespace().rev().skip_while(|word| BETWEEN.contains(word));
    let Some(word) = words.next() else { return false };
    let bare = word.strip_prefix('و');
    let is_verb = |word: &str| stances(lang).all().contains(&word);
    let begins = || {
        let at = word.as_ptr() as usize - near.as_ptr() as usize;
        near[..at].trim_end_matches(' ').chars().next_back().is_none_or(|c| !c.is_alphanumeric())
    };
    bare.is_some_and(is_verb) || is_verb(word) && begins()
}

/// Whether what a state has stands right before the country: "the position of", "موقف".
fn has_position(before: &str, positions: &Phrases) -> bool {
    const LINKS: &[&str] = &["of", "the", "de", "la", "l'", "du", "del", "da", "do", "d'", "dell'", "der"];
    const NEAR: usize = 80;
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let word = near.split_whitespace().rev().find(|word| !LINKS.contains(word));
    word.is_some_and(|word| positions.all().contains(&word))
}

/// Whether nothing but an article stands between the beginning of the sentence and the name.
pub(super) fn begins_sentence(before: &str) -> bool {
    const NEAR: usize = 40;
    const ARTICLES: &[&str] = &[
        "the", "la", "le", "les", "l", "el", "los", "las", "il", "lo", "gli", "i", "der", "die", "das", "o",
        "a", "os", "as", "ال", "'",
    ];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let mut found: Vec<Lexeme<'_>> = lexemes(near).collect();
    while found.pop_if(|last: &mut Lexeme<'_>| ARTICLES.contains(&last.text)).is_some() {}
    let end = found.last().map_or(0, Lexeme::end);
    let breaks = near[end..].contains(['\n', '\u{1}']);
    breaks
        || found.last().is_none_or(|last| {
            last.sort == Sort::Sign
                && matches!(last.text, "." | "!" | "?" | ":" | "»" | "”" | "。" | "-" | "…")
        })
}
