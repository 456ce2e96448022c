use chancery_model::{Lang, Part, SpeakerTag};

use super::offices::{Speech, speeches};
use crate::countries::Document;
use crate::letter::joins;
use crate::scan::{Hit, Scan, Section};
use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/roles.tsv");

/// The names of offices, to scan for.
pub(crate) fn roles() -> impl Iterator<Item = &'static str> {
    table::rows(TABLE).flat_map(|[_, phrases]| table::listed(phrases))
}

/// How far from the name the saying may stand.
const NEAR: usize = 160;

/// Everybody who is named in full with an office and said to speak, in order.
pub(crate) fn speakers(document: &Document<'_>, lang: Lang) -> Vec<SpeakerTag> {
    let mut tags: Vec<SpeakerTag> = Vec::new();
    for part in [Part::Title, Part::Text] {
        let folded = document.part(part);
        let scan = document.scan(part);
        for Hit { start, end, .. } in scan.longest(Section::Roles) {
            let closed = folded.text[end..]
                .chars()
                .next()
                .is_none_or(|next| !next.is_alphanumeric() || joins('д', next));
            if !closed || !is_said(scan, start, end) {
                continue;
            }
            let (from, to) = (folded.start_of(start), folded.end_of(end));
            let role_end = to + word_rest(&folded.original[to..]);
            let name = name_after(folded.original, role_end).or_else(|| name_before(folded.original, from));
            if let Some((name_start, name_end)) = name {
                add(&mut tags, document, part, (name_start, name_end), (from, role_end));
            }
        }
        for Speech { name, office } in speeches(&folded.text, lang) {
            let original = |(from, to): (usize, usize)| (folded.start_of(from), folded.end_of(to));
            add(&mut tags, document, part, original(name), original(office));
        }
    }
    tags
}

fn add(
    tags: &mut Vec<SpeakerTag>,
    document: &Document<'_>,
    part: Part,
    name: (usize, usize),
    role: (usize, usize),
) {
    let original = document.part(part).original;
    let written = original[name.0..name.1].trim_end_matches(['’', '\'']).to_owned();
    let span = chancery_model::Span::new(part, name.0.min(role.0), name.1.max(role.1));
    match tags.iter_mut().find(|tag| tag.name == written) {
        Some(tag) => tag.spans.push(span),
        None => tags.push(SpeakerTag {
            name: written,
            role: Some(original[role.0..role.1].to_owned()),
            spans: vec![span],
        }),
    }
}

fn is_said(scan: &Scan, start: usize, end: usize) -> bool {
    scan.has_within(Section::Sayings, start.saturating_sub(NEAR), end + NEAR)
}

/// The rest of an inflected role.
fn word_rest(text: &str) -> usize {
    text.chars().take_while(|c| c.is_alphabetic()).take(6).map(char::len_utf8).sum()
}

/// Two to four capitalised words after the role, with at most a few words of the body between
/// ("речник МЗС Іван Петренко", "spokesperson for the ministry, Ada Quist").
fn name_after(text: &str, at: usize) -> Option<(usize, usize)> {
    const FARTHEST: usize = 600;
    let near = &text[at..text.floor_char_boundary(at + FARTHEST)];
    let sentence = near.split(['\n', '!', '?', ';', ':']).next().unwrap_or("");
    let words = words_of(sentence);
    let skip = words.iter().take(7).position(|word| starts_name(word.1))?;
    let start = (skip..words.len().min(skip + 6)).find(|n| run_of_names(sentence, &words[*n..]) >= 2)?;
    let length = run_of_names(sentence, &words[start..]);
    let between = &words[..start];
    let body_only = between.iter().all(|word| is_body_word(word.1));
    let span = (at + words[start].0, at + words[start + length - 1].0 + words[start + length - 1].1.len());
    (body_only && length <= 4).then_some(span)
}

/// `Josep Borrell, the EU's High Representative, said`.
fn name_before(text: &str, at: usize) -> Option<(usize, usize)> {
    let from = text.floor_char_boundary(at.saturating_sub(90));
    let stretch = &text[from..at];
    let comma = stretch.rfind(',')?;
    let before = &stretch[..comma];
    let words = words_of(before);
    let run = words.iter().rev().take_while(|word| starts_name(word.1)).count();
    let (first, last) = (words.len() - run, words.len().checked_sub(1)?);
    let apart = &before[words[first.min(last)].0..];
    let fits = (2..=4).contains(&run) && !apart.contains([',', '.']) && stretch.len() - comma < 48;
    fits.then(|| (from + words[first].0, from + words[last].0 + words[last].1.len()))
}

/// Words with their byte offsets; hyphens and apostrophes belong to a word.
fn words_of(text: &str) -> Vec<(usize, &str)> {
    let part = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | 'ʼ'));
    text.split(part)
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .take(24)
        .collect()
}

/// How many words from here on make a name: capitalised, side by side.
fn run_of_names(text: &str, words: &[(usize, &str)]) -> usize {
    let mut run = 0;
    for (n, (at, word)) in words.iter().enumerate() {
        let apart = n > 0 && text[words[n - 1].0 + words[n - 1].1.len()..*at].chars().any(|c| c != ' ');
        if apart || !starts_name(word) {
            break;
        }
        run += 1;
    }
    run
}

fn starts_name(word: &str) -> bool {
    const NEVER: &[&str] = &[
        "The",
        "On",
        "In",
        "At",
        "For",
        "Of",
        "EU",
        "UN",
        "European",
        "Union",
        "United",
        "Nations",
        "States",
        "Ministry",
        "Foreign",
        "Affairs",
        "Security",
        "Policy",
        "Council",
        "Commission",
        "Republic",
        "Minister",
        "President",
        "Secretary",
        "Vice",
        "General",
        "National",
        "State",
        "Department",
        "Defence",
        "Defense",
        "Representative",
        "High",
        "Statement",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "України",
        "Україна",
        "Російської",
        "Федерации",
        "России",
        "Министерства",
        "Міністерства",
        "Союзу",
        "Ради",
        "Affaires",
        "Union",
        "Unión",
        "Europea",
        "Unione",
    ];
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.any(char::is_lowercase);
    capital && small && !NEVER.contains(&word.split(['’', '\'']).next().unwrap_or(word))
}

/// Words of the body that stand between an office and the name.
fn is_body_word(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "for",
        "of",
        "the",
        "and",
        "to",
        "on",
        "at",
        "de",
        "des",
        "du",
        "la",
        "le",
        "et",
        "del",
        "y",
        "der",
        "des",
        "für",
        "und",
        "при",
        "по",
        "у",
        "в",
        "з",
        "с",
        "та",
        "и",
        "і",
        "delle",
        "degli",
        "dos",
        "das",
        "e",
        "spraw",
        "справ",
        "дел",
        "affairs",
        "закордонних",
        "иностранных",
        "zagranicznych",
        "оборони",
        "обороны",
    ];
    SMALL.contains(&word) || word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<2>(TABLE).count(), table::lines(TABLE).count());
        let phrases = table::rows(TABLE).flat_map(|[_, phrases]| table::listed(phrases));
        phrases.for_each(|phrase| assert_eq!(phrase, fold_pattern(phrase)));
    }
}
