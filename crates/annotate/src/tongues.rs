//! Paragraphs in another language than their document: each is read by the tables of its own, where that is certain.

use chancery_model::Lang;
use chancery_text::detect_lang;

use crate::folded::Folded;
use crate::mask::lies_within;
use crate::names;
use crate::scan::{Hit, Scan, Section, Tables};

/// Bytes of the shortest paragraph whose language is asked for, and how much of a longer one is looked at.
const SHORTEST: usize = 100;
const SAMPLE: usize = 400;

/// A paragraph whose first bytes are in the language of the document is asked no further; most are.
const GLANCE: usize = 70;

/// How many paragraphs of a document are asked at most.
const MOST: usize = 300;

/// How sure the language of a paragraph must be.
const SURE: f32 = 0.9;

/// Stretches of a folded text in one other language.
pub(crate) struct Tongue {
    /// The tables of the language.
    pub tables: &'static Tables,
    /// The names that its tables find within the stretches.
    pub names: Vec<Hit>,
    stretches: Vec<(usize, usize)>,
}

impl Tongue {
    /// Whether a byte of the folded text lies within one of the stretches.
    pub fn holds(&self, at: usize) -> bool {
        lies_within(&self.stretches, at)
    }
}

/// The other languages of a text that is read in one, each with its paragraphs.
pub(crate) fn tongues(text: &Folded<'_>, reading: Lang) -> Vec<Tongue> {
    let mut found: Vec<(Lang, Vec<(usize, usize)>)> = Vec::new();
    for (start, end) in paragraphs(&text.text).filter(|(start, end)| end - start >= SHORTEST).take(MOST) {
        let Some(lang) = other_language(text, (start, end), reading) else { continue };
        match found.iter_mut().find(|(known, _)| *known == lang) {
            Some((_, stretches)) => stretches.push((start, end)),
            None => found.push((lang, vec![(start, end)])),
        }
    }
    found.into_iter().map(|(lang, stretches)| tongue(text, lang, stretches)).collect()
}

/// The paragraphs of a folded text.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let breaks = memchr::memchr2_iter(b'\n', 1, text.as_bytes());
    breaks.chain([text.len()]).scan(0, |start, end| {
        let paragraph = (*start, end);
        *start = end + 1;
        Some(paragraph)
    })
}

/// The language of a paragraph, where it is certain, another than that of the document, and one with tables.
fn other_language(text: &Folded<'_>, (start, end): (usize, usize), reading: Lang) -> Option<Lang> {
    let written = text.original.get(text.start_of(start)..text.end_of(end))?;
    let detect = |length: usize| detect_lang(&written[..written.floor_char_boundary(length)], None);
    if detect(GLANCE).is_some_and(|detected| detected.lang == reading) {
        return None;
    }
    let detected = detect(SAMPLE).filter(|detected| detected.confidence >= SURE)?;
    (detected.lang != reading && names::has(detected.lang.as_str())).then_some(detected.lang)
}

fn tongue(text: &Folded<'_>, lang: Lang, stretches: Vec<(usize, usize)>) -> Tongue {
    let tables = Tables::of(lang);
    let scan = Scan::new(text, &tables.patterns);
    let mut tongue = Tongue { tables, names: Vec::new(), stretches };
    let names = scan.hits(Section::Names).iter().filter(|hit| tongue.holds(hit.start));
    tongue.names = names.copied().collect();
    tongue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_in_another_language_is_told_where_it_is_certain() {
        let english = "The ministers discussed the situation during the meeting that was held in the capital on Monday, and they agreed.";
        let german = "Die Minister haben sich am Montag in der Hauptstadt getroffen und über die Lage gesprochen, sagte der Sprecher.";
        let of = |text: &str| {
            let folded = Folded::new(text);
            let found = tongues(&folded, Lang::new(b"en"));
            found.iter().map(|tongue| tongue.stretches.clone()).collect::<Vec<_>>()
        };
        assert!(of(english).is_empty());
        assert!(of("Montag, Berlin").is_empty());
        let both = format!("{english}\n\n{german}\n\n{english}\n\n{german}");
        let found = of(&both);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].len(), 2);
        assert!(found[0][0].0 > english.len());
    }
}
