//! The words of one language, and where they stand in a text. What they weigh together is for `score`.

use std::cell::OnceCell;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use hashbrown::HashSet;

use super::pattern::{Glance, Pattern, Phrase, word_rest};
use crate::folded::Folded;
use crate::scan::{Meaning, Trie, each_hit};

/// A word of a topic found in a text; offsets are bytes of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The topic's number.
    pub topic: usize,
    /// The term's number.
    pub term: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A term of the lexicon.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// The topic's number.
    pub topic: usize,
    /// How much it speaks for its topic.
    pub weight: f32,
    /// Its companions: where one of `needs` must stand in the sentence, and none of `bars`.
    needs: Vec<usize>,
    bars: Vec<usize>,
}

/// What a phrase of the automaton is there for.
#[derive(Debug, Clone, Copy)]
enum Role {
    Term(usize),
    /// The words of this topic say nothing within it.
    Not(usize),
    /// A companion.
    Companion(usize),
}

/// Finds the words of all topics in one language.
pub(crate) struct Finder {
    /// The phrases that begin where a word begins.
    beginnings: Trie,
    /// Those that may begin within one, with their numbers.
    within: AhoCorasick,
    open: Vec<usize>,
    phrases: Vec<(Phrase, Role)>,
    /// What must stand behind the literal of each.
    glances: Vec<Glance>,
    /// The terms by number.
    pub terms: Vec<Term>,
}

/// What the tables say, with topics by number.
#[derive(Default)]
pub(crate) struct Entries {
    phrases: Vec<(Phrase, Role)>,
    terms: Vec<Term>,
    companions: usize,
}

impl Entries {
    /// Adds a word of a topic, in each of its spellings.
    pub fn word(&mut self, topic: usize, weight: f32, spellings: Vec<Pattern>) {
        let number = self.terms.len();
        let mut term = Term { topic, weight, needs: Vec::new(), bars: Vec::new() };
        for Pattern { words, needs, bars } in spellings {
            self.phrases.push((words, Role::Term(number)));
            term.needs.extend(self.companions(needs));
            term.bars.extend(self.companions(bars));
        }
        self.terms.push(term);
    }

    /// Adds a phrase in which the words of a topic say nothing.
    pub fn not(&mut self, topic: usize, spellings: Vec<Pattern>) {
        self.phrases.extend(spellings.into_iter().map(|pattern| (pattern.words, Role::Not(topic))));
    }

    fn companions(&mut self, phrases: Vec<Phrase>) -> Vec<usize> {
        let numbered = phrases.into_iter().map(|phrase| {
            self.companions += 1;
            self.phrases.push((phrase, Role::Companion(self.companions)));
            self.companions
        });
        numbered.collect()
    }
}

/// Everything that stands in one text, before anything is weighed against anything else.
#[derive(Default)]
struct Seen {
    hits: Vec<Hit>,
    /// (topic, start, end), in order.
    nots: Vec<(usize, usize, usize)>,
    /// (companion, sentence).
    companions: HashSet<(usize, usize)>,
}

impl Finder {
    /// Builds the automata.
    pub fn new(entries: Entries) -> Self {
        let phrases = entries.phrases;
        let is_open = |number: &usize| phrases[*number].0.is_open();
        let (open, closed): (Vec<usize>, Vec<usize>) = (0..phrases.len()).partition(is_open);
        let meaning = |number| Meaning { section: 0, pattern: u32::try_from(number).unwrap_or(u32::MAX) };
        let beginnings = closed.into_iter().map(|number| (phrases[number].0.literal(), meaning(number)));
        let beginnings = Trie::new(beginnings.collect());
        let within = open.iter().map(|number| phrases[*number].0.literal());
        let within = AhoCorasickBuilder::new().match_kind(MatchKind::Standard).build(within);
        let within = within.expect("a topic file has too few bytes to overflow an automaton");
        let glances = phrases.iter().map(|(phrase, _)| phrase.glance()).collect();
        Self { beginnings, within, open, phrases, glances, terms: entries.terms }
    }

    /// The words by which the phrases are found.
    pub fn literals(&self) -> impl Iterator<Item = String> {
        self.phrases.iter().map(|(phrase, _)| phrase.literal().to_owned())
    }

    /// Finds the words in a folded text, by topic and then by place; of those of one topic that share a place the
    /// longest stands.
    pub fn hits(&self, text: &Folded<'_>) -> Vec<Hit> {
        let sentences = Sentences::new(&text.text);
        let Seen { mut hits, nots, companions } = self.seen(text, &sentences);
        hits.retain(|hit| {
            let stands = |companion: &usize| companions.contains(&(*companion, sentences.at(hit.start)));
            let term = &self.terms[hit.term];
            (term.needs.is_empty() || term.needs.iter().any(stands))
                && !term.bars.iter().any(stands)
                && !is_within(&nots, hit)
        });
        hits.sort_unstable_by_key(|hit| (hit.topic, hit.start, std::cmp::Reverse(hit.end), hit.term));
        without_overlaps(hits)
    }

    fn seen(&self, text: &Folded<'_>, sentences: &Sentences<'_>) -> Seen {
        let mut seen = Seen::default();
        // Many phrases have one first word: what goes on behind it is asked once.
        let mut read = (0, 0);
        let mut see = |number: usize, start: usize, end: usize| {
            if read.0 != end {
                read = (end, word_rest(&text.text, end));
            }
            if self.glances[number].fails(text.text.as_bytes(), end, read.1) {
                return;
            }
            let (phrase, role) = &self.phrases[number];
            let Some((start, end)) = phrase.at(text, start, end, read.1) else { return };
            match *role {
                Role::Term(term) => {
                    seen.hits.push(Hit { topic: self.terms[term].topic, term, start, end });
                }
                Role::Not(topic) => seen.nots.push((topic, start, end)),
                Role::Companion(companion) => {
                    seen.companions.insert((companion, sentences.at(start)));
                }
            }
        };
        each_hit(text, &self.beginnings, |start, end, meaning| see(meaning.pattern as usize, start, end));
        if !self.open.is_empty() {
            for found in self.within.find_overlapping_iter(&text.text) {
                see(self.open[found.pattern().as_usize()], found.start(), found.end());
            }
        }
        seen.nots.sort_unstable();
        seen
    }
}

/// Whether a hit lies within a phrase that takes the meaning from it.
fn is_within(nots: &[(usize, usize, usize)], hit: &Hit) -> bool {
    /// More phrases of one topic do not lie over one place.
    const LAYERS: usize = 8;
    let until = nots.partition_point(|(topic, start, _)| (*topic, *start) <= (hit.topic, hit.start));
    let before = nots[..until].iter().rev().take(LAYERS);
    before.take_while(|(topic, ..)| *topic == hit.topic).any(|(_, _, end)| hit.end <= *end)
}

fn without_overlaps(hits: Vec<Hit>) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        if kept.last().is_none_or(|last| last.topic != hit.topic || hit.start >= last.end) {
            kept.push(hit);
        }
    }
    kept
}

/// Where the sentences of a text end, told when it is first asked for.
struct Sentences<'t> {
    text: &'t str,
    ends: OnceCell<Vec<usize>>,
}

impl<'t> Sentences<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, ends: OnceCell::new() }
    }

    fn ends(&self) -> Vec<usize> {
        let ends = self.text.char_indices().filter(|(at, c)| match c {
            '.' => self.text[at + 1..].starts_with([' ', '\n', '\u{1}']),
            _ => matches!(c, '!' | '?' | '。' | '！' | '？' | '؟' | '۔' | '\n' | '\u{1}'),
        });
        ends.map(|(at, _)| at).collect()
    }

    /// The number of the sentence that a place lies in.
    fn at(&self, place: usize) -> usize {
        self.ends.get_or_init(|| self.ends()).partition_point(|end| *end < place)
    }
}
