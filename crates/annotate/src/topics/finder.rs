//! The words of one language, and where they stand in a text. What they weigh together is for `score`.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use memchr::{memchr2_iter, memchr3_iter, memmem};

use super::pattern::{Glance, Pattern, Phrase, word_rest};
use crate::folded::Folded;
use crate::scan::{Meaning, Scan, Section, Trie, each_hit};

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

/// The first words of phrases that begin where a word begins: which phrases each has, one behind the other.
#[derive(Debug)]
struct Beginning {
    phrases: Range<usize>,
    /// Whether a word that goes on behind it may begin a phrase.
    goes_on: bool,
}

/// Finds the words of all topics in one language.
pub(crate) struct Finder {
    /// The phrases: first those of each beginning, then those that may begin within a word.
    phrases: Vec<(Phrase, Role)>,
    /// What must stand behind the literal of each.
    glances: Vec<Glance>,
    beginnings: Vec<Beginning>,
    /// The beginnings as a tree, where the tree of the tables does not have them.
    tree: Option<Trie>,
    /// The phrases that may begin within a word, from this number on.
    within: AhoCorasick,
    open: usize,
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
    /// (companion, sentence), in order.
    companions: Vec<(usize, usize)>,
}

impl Finder {
    /// Orders the phrases. Their beginnings are then to be found by the tree of the tables.
    pub fn new(entries: Entries) -> Self {
        let mut phrases = entries.phrases;
        phrases.sort_by(|(left, _), (right, _)| key(left).cmp(&key(right)));
        let open = phrases.partition_point(|(phrase, _)| !phrase.is_open());
        let within = phrases[open..].iter().map(|(phrase, _)| phrase.literal());
        let within = AhoCorasickBuilder::new().match_kind(MatchKind::Standard).build(within);
        let within = within.expect("a topic file has too few bytes to overflow an automaton");
        let glances = phrases.iter().map(|(phrase, _)| phrase.glance()).collect();
        let beginnings = beginnings(&phrases[..open]);
        Self { phrases, glances, beginnings, tree: None, within, open, terms: entries.terms }
    }

    /// Makes the finder with a tree of its own.
    pub fn with_tree(entries: Entries) -> Self {
        let mut finder = Self::new(entries);
        let meaning = |pattern| Meaning { section: Section::Topics as u8, pattern };
        finder.tree = Some(Trie::new(finder.beginnings().zip((0..).map(meaning)).collect()));
        finder
    }

    /// The first words of phrases that begin where a word begins, each once.
    pub fn beginnings(&self) -> impl Iterator<Item = &str> {
        self.beginnings.iter().map(|beginning| self.phrases[beginning.phrases.start].0.literal())
    }

    /// The words by which the phrases are found, one for each.
    pub fn literals(&self) -> impl Iterator<Item = String> {
        self.phrases.iter().map(|(phrase, _)| phrase.literal().to_owned())
    }

    /// Finds the words in a folded text that the tables have scanned, by topic and then by place; of those of one topic
    /// that share a place the longest stands.
    pub fn hits(&self, text: &Folded<'_>, scan: &Scan) -> Vec<Hit> {
        let sentences = Sentences::new(&text.text);
        let Seen { mut hits, nots, companions } = self.seen(text, scan, &sentences);
        hits.retain(|hit| {
            let stands =
                |companion: &usize| companions.binary_search(&(*companion, sentences.at(hit.start))).is_ok();
            let term = &self.terms[hit.term];
            (term.needs.is_empty() || term.needs.iter().any(stands))
                && !term.bars.iter().any(stands)
                && !is_within(&nots, hit)
        });
        hits.sort_unstable_by_key(|hit| (hit.topic, hit.start, std::cmp::Reverse(hit.end), hit.term));
        without_overlaps(hits)
    }

    fn seen(&self, text: &Folded<'_>, scan: &Scan, sentences: &Sentences<'_>) -> Seen {
        let mut seen = Seen::default();
        let mut see = |start: usize, end: usize, beginning: usize| {
            self.see_all(text, (start, end), &self.beginnings[beginning], sentences, &mut seen);
        };
        match &self.tree {
            Some(tree) => {
                each_hit(text, tree, |start, end, meaning| see(start, end, meaning.pattern as usize));
            }
            None => scan.hits(Section::Topics).iter().for_each(|hit| see(hit.start, hit.end, hit.pattern)),
        }
        if self.open < self.phrases.len() {
            for found in self.within.find_overlapping_iter(&text.text) {
                let (number, at) = (self.open + found.pattern().as_usize(), (found.start(), found.end()));
                self.see(text, at, (number, word_rest(&text.text, at.1)), sentences, &mut seen);
            }
        }
        seen.nots.sort_unstable();
        seen.companions.sort_unstable();
        seen
    }

    /// Notes the phrases that stand where their beginning was found. What goes on behind it is asked once for all.
    fn see_all(
        &self,
        text: &Folded<'_>,
        at: (usize, usize),
        beginning: &Beginning,
        sentences: &Sentences<'_>,
        seen: &mut Seen,
    ) {
        let rest = word_rest(&text.text, at.1);
        if rest == 0 || beginning.goes_on {
            beginning.phrases.clone().for_each(|number| self.see(text, at, (number, rest), sentences, seen));
        }
    }

    /// Notes a phrase that stands where its literal was found.
    fn see(
        &self,
        text: &Folded<'_>,
        (start, end): (usize, usize),
        (number, rest): (usize, usize),
        sentences: &Sentences<'_>,
        seen: &mut Seen,
    ) {
        if self.glances[number].fails(text.text.as_bytes(), end, rest) {
            return;
        }
        let (phrase, role) = &self.phrases[number];
        let Some((start, end)) = phrase.at(text, start, end, rest) else { return };
        match *role {
            Role::Term(term) => seen.hits.push(Hit { topic: self.terms[term].topic, term, start, end }),
            Role::Not(topic) => seen.nots.push((topic, start, end)),
            Role::Companion(companion) => {
                seen.companions.push((companion, sentences.at(start)));
            }
        }
    }
}

/// Phrases that begin where a word begins come first, those of one literal together.
fn key(phrase: &Phrase) -> (bool, &str) {
    (phrase.is_open(), phrase.literal())
}

fn beginnings(phrases: &[(Phrase, Role)]) -> Vec<Beginning> {
    let mut from = 0;
    let groups = phrases.chunk_by(|(left, _), (right, _)| left.literal() == right.literal());
    groups
        .map(|group| {
            let phrases = from..from + group.len();
            from = phrases.end;
            Beginning { phrases, goes_on: group.iter().any(|(phrase, _)| phrase.goes_on()) }
        })
        .collect()
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
        let bytes = self.text.as_bytes();
        let stands = |at: &usize| bytes[*at] != b'.' || matches!(bytes.get(at + 1), Some(b' ' | b'\n' | 1));
        let stops = memchr3_iter(b'.', b'\n', 1, bytes).filter(stands);
        let mut ends: Vec<usize> = stops.chain(memchr2_iter(b'!', b'?', bytes)).collect();
        if !bytes.is_ascii() {
            ends.extend(SIGNS.iter().flat_map(|sign| sign.find_iter(bytes)));
        }
        ends.sort_unstable();
        ends
    }

    /// The number of the sentence that a place lies in.
    fn at(&self, place: usize) -> usize {
        self.ends.get_or_init(|| self.ends()).partition_point(|end| *end < place)
    }
}

/// The ends of sentences that are no ASCII.
static SIGNS: LazyLock<[memmem::Finder<'static>; 5]> =
    LazyLock::new(|| ["。", "！", "？", "؟", "۔"].map(memmem::Finder::new));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_in_every_script() {
        let text = "a 3.5. b! c？d؟ e۔ f。g\u{1}h. ";
        let sentences = Sentences::new(text);
        let of = |letter: char| sentences.at(text.find(letter).expect("a letter of the text"));
        assert_eq!(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(of), [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
