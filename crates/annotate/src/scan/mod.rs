//! One scan of a text that finds the words of all tables, each section of them by itself.
//!
//! To add words: give [`Section`] a member, name its patterns in `Tables::load`, and ask [`Scan::hits`] or
//! [`Scan::longest`] for what was found. A pattern is found where a word begins, and where a word of Arabic begins
//! behind its joined prefixes; whether the word ends with it is for the section to say.

mod tables;
mod trie;

pub(crate) use tables::Tables;
pub(crate) use trie::{Meaning, Trie, first_eight};

use crate::folded::Folded;

/// Words that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Section {
    /// Names of countries, by the forms of the gazetteer.
    Names,
    /// Names of sanctions regimes.
    Regimes,
    /// Words that announce the citation of a resolution.
    Announcements,
    /// Bodies that issue statements.
    Bodies,
    /// Offices of speakers.
    Roles,
    /// Words that tell a country's part in a statement.
    Cues,
    /// Names of regions, by the table of regions.
    Regions,
    /// Legal instruments.
    Instruments,
    /// Beginnings of words that say that somebody speaks.
    Sayings,
    /// Words of a state that speaks of itself.
    FirstPerson,
    /// Words for the speaker's own state.
    OwnState,
    /// First words of the shipped topics.
    Topics,
}

/// How many sections there are.
const SECTIONS: usize = 12;

/// A pattern found; offsets are bytes of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The pattern's number within its section.
    pub pattern: usize,
}

/// There is seldom more than one hit in so many bytes.
const BYTES_A_HIT: usize = 8;

/// What one scan found: the hits of each section behind those of the last.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    hits: Vec<Hit>,
    ends: [usize; SECTIONS],
}

impl Scan {
    /// Scans a folded text for the patterns of a tree.
    pub fn new(text: &Folded<'_>, patterns: &Trie) -> Self {
        let mut found: Vec<(u8, Hit)> = Vec::with_capacity(text.text.len() / BYTES_A_HIT);
        each_hit(text, patterns, |start, end, meaning| {
            found.push((meaning.section, Hit { start, end, pattern: meaning.pattern as usize }));
        });
        let mut ends = [0; SECTIONS];
        found.iter().for_each(|(section, _)| ends[usize::from(*section)] += 1);
        for section in 1..SECTIONS {
            ends[section] += ends[section - 1];
        }
        let mut places = [0; SECTIONS];
        places[1..].copy_from_slice(&ends[..SECTIONS - 1]);
        let mut hits = vec![Hit { start: 0, end: 0, pattern: 0 }; found.len()];
        for (section, hit) in found {
            let place = &mut places[usize::from(section)];
            hits[*place] = hit;
            *place += 1;
        }
        Self { hits, ends }
    }

    /// Everything that was found of a section, by start.
    pub fn hits(&self, section: Section) -> &[Hit] {
        let section = section as usize;
        let from = section.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.hits[from..self.ends[section]]
    }

    /// What was found of a section without overlaps: from the left, the longest that begins first.
    pub fn longest(&self, section: Section) -> impl Iterator<Item = Hit> {
        let mut reached = 0;
        let groups = self.hits(section).chunk_by(|left, right| left.start == right.start);
        groups.filter_map(|group| group.iter().max_by_key(|hit| hit.end).copied()).filter(move |hit| {
            let apart = hit.start >= reached;
            reached = if apart { hit.end } else { reached };
            apart
        })
    }
}

/// Hands over every pattern that a text goes on with from where a word begins: its start, its end and its meaning.
pub(crate) fn each_hit(text: &Folded<'_>, patterns: &Trie, mut found: impl FnMut(usize, usize, Meaning)) {
    let bytes = text.text.as_bytes();
    for &start in &text.words {
        let start = start as usize;
        patterns.walk(bytes, start, |end, meaning| found(start, end, meaning));
    }
}
