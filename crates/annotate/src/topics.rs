//! Topics: the words that a document uses, weighed by the lexicon of its language.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use chancery_model::{Lang, Part, Span, TOPICS, TopicTag};

use crate::countries::Document;
use crate::folded::fold_pattern;
use crate::mention::{begins_word, joins};
use crate::organ::others_named;
use crate::table;

/// A document must reach this weight on a topic; a short one less, for it has no room to repeat itself.
const THRESHOLD: f32 = 3.0;
const SHORT_THRESHOLD: f32 = 2.0;
/// The topic that no other body's council is about.
const COUNCIL: &str = "un-security-council";
/// Characters of a short document.
const SHORT: usize = 1500;

/// A pattern of the lexicon: `ballistic missile*`; a star alone stands for one word.
struct Term {
    topic: usize,
    weight: f32,
    /// What follows the literal beginning that the automaton finds.
    rest: String,
}

struct Lexicon {
    automaton: AhoCorasick,
    terms: Vec<Term>,
}

const TABLE: &str = include_str!("../../../data/topics.tsv");

static LEXICONS: LazyLock<HashMap<&'static str, Lexicon>> = LazyLock::new(|| {
    let mut rows: HashMap<&str, Vec<(usize, f32, &str)>> = HashMap::new();
    for [slug, lang, weight, patterns] in table::rows(TABLE) {
        let Some(topic) = TOPICS.iter().position(|(known, _)| *known == slug) else { continue };
        let weight = weight.parse().unwrap_or(1.0);
        rows.entry(lang).or_default().extend(table::listed(patterns).map(|pattern| (topic, weight, pattern)));
    }
    rows.into_iter().map(|(lang, rows)| (lang, Lexicon::new(&rows))).collect()
});

impl Lexicon {
    fn new(rows: &[(usize, f32, &str)]) -> Self {
        let mut literals = Vec::with_capacity(rows.len());
        let mut terms = Vec::with_capacity(rows.len());
        for &(topic, weight, pattern) in rows {
            let folded = fold_pattern(pattern);
            let literal = folded.find('*').map_or(folded.as_str(), |star| &folded[..star]);
            literals.push(literal.to_owned());
            terms.push(Term { topic, weight, rest: folded[literal.len()..].to_owned() });
        }
        let automaton = AhoCorasickBuilder::new().match_kind(MatchKind::Standard).build(&literals);
        Self { automaton: automaton.expect("the shipped words fit an automaton"), terms }
    }
}

/// What was found of one term.
#[derive(Default, Clone)]
struct Found {
    spans: Vec<Span>,
}

/// Makes the tags, in the order of the list of topics.
pub(crate) fn topic_tags(document: &Document<'_>, lang: Lang) -> Vec<TopicTag> {
    let Some(lexicon) = LEXICONS.get(lang.as_str()).or_else(|| LEXICONS.get("en")) else { return Vec::new() };
    let council = TOPICS.iter().position(|(slug, _)| *slug == COUNCIL).unwrap_or(TOPICS.len());
    let mut found: Vec<Found> = vec![Found::default(); lexicon.terms.len()];
    for part in [Part::Title, Part::Text] {
        let text = &document.part(part).text;
        let others = others_named(text);
        for hit in lexicon.automaton.find_overlapping_iter(text) {
            let term = hit.pattern().as_usize();
            if begins_word(text, hit.start())
                && let Some(end) = end_of(text, hit.end(), &lexicon.terms[term].rest)
                && !(lexicon.terms[term].topic == council && is_within(&others, hit.start(), end))
            {
                found[term].spans.push(document.span(part, hit.start(), end));
            }
        }
    }
    let length = document.text.original.chars().take(SHORT).count();
    let threshold = if length < SHORT { SHORT_THRESHOLD } else { THRESHOLD };
    TOPICS
        .iter()
        .enumerate()
        .filter_map(|(topic, (slug, _))| tag(slug, topic, threshold, &lexicon.terms, &found))
        .collect()
}

/// Whether a stretch lies within one of others: "Security Council" in "National Security Council".
fn is_within(others: &[(usize, usize)], start: usize, end: usize) -> bool {
    others.iter().any(|(from, to)| *from <= start && end <= *to)
}

fn tag(slug: &str, topic: usize, threshold: f32, terms: &[Term], found: &[Found]) -> Option<TopicTag> {
    let own: Vec<(&Term, &Found)> = terms
        .iter()
        .zip(found)
        .filter(|(term, found)| term.topic == topic && !found.spans.is_empty())
        .collect();
    let weight: f32 = own.iter().map(|(term, found)| term.weight * emphasis(found)).sum();
    let mut spans: Vec<Span> = own.iter().flat_map(|(_, found)| found.spans.iter().copied()).collect();
    spans.sort_by_key(|span| (span.part, span.start));
    spans.dedup();
    (weight >= threshold).then(|| TopicTag { slug: slug.to_owned(), spans })
}

/// Once, half as much again for a second time, double in the title.
fn emphasis(found: &Found) -> f32 {
    let again = if found.spans.len() > 1 { 0.5 } else { 0.0 };
    let title = if found.spans.iter().any(|span| span.part == Part::Title) { 1.0 } else { 0.0 };
    1.0 + again + title
}

/// Where a term ends when the text goes on as its pattern does.
fn end_of(text: &str, at: usize, rest: &str) -> Option<usize> {
    let mut end = at;
    let mut before = ' ';
    for wanted in rest.chars() {
        let stretch = &text[end..];
        end += match wanted {
            '*' if before == ' ' && end > at => stretch.find([' ', '\n', '\u{1}']).unwrap_or(stretch.len()),
            '*' => word_rest(text, end),
            ' ' => stretch.starts_with([' ', '-']).then_some(1)?,
            _ => stretch.starts_with(wanted).then_some(wanted.len_utf8())?,
        };
        before = wanted;
    }
    let closed = rest.ends_with('*') || word_rest(text, end) == 0;
    closed.then_some(end)
}

/// How many bytes of the word that ends here go on, at most forty letters.
fn word_rest(text: &str, at: usize) -> usize {
    let Some(last) = text[..at].chars().next_back() else { return 0 };
    text[at..].chars().take_while(|next| joins(last, *next)).take(40).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<4>(TABLE).count(), table::lines(TABLE).count());
        for [slug, lang, weight, patterns] in table::rows(TABLE) {
            assert!(TOPICS.iter().any(|(known, _)| *known == slug), "{slug}");
            assert!(
                lang.parse::<Lang>().is_ok() && weight.parse::<f32>().is_ok_and(|weight| weight > 0.0),
                "{slug}"
            );
            assert!(
                table::listed(patterns).all(|word| !word.is_empty() && !word.starts_with('*')),
                "{slug} {lang}"
            );
        }
    }

    #[test]
    fn every_topic_has_words_in_english_ukrainian_and_russian() {
        for (slug, _) in TOPICS {
            for lang in ["en", "uk", "ru"] {
                assert!(
                    table::rows(TABLE).any(|[topic, row, ..]: [&str; 4]| topic == *slug && row == lang),
                    "{slug} {lang}"
                );
            }
        }
    }
}
