//! How each country stands in a document: in the title, how early, how often, in lists, beside blame or thanks.

use std::collections::{HashMap, HashSet};

use chancery_model::{CountryCode, Part};

use super::disputes::are_parties;
use super::lists::list_lengths;
use super::passage::{sentence_end, window};
use super::regions;
use super::weights::Features;
use super::words::Cue;
use crate::countries::{Document, Placed};
use crate::mention::Mention;
use crate::scan::Section;

/// A list of more countries than these is about none of them.
const SHORT_LIST: usize = 3;

/// Of so many mentions of a country the words around are read; more would say no more.
const READ: usize = 8;

/// What the mentions of one country in the text add up to.
#[derive(Debug, Default)]
struct Sum {
    title: bool,
    /// Where it is first named, in bytes.
    first: Option<usize>,
    count: f32,
    sentences: usize,
    last_sentence: usize,
    read: usize,
    hostile: usize,
    aside: usize,
}

/// The features of every country of a document. `own` is the issuer's.
pub(super) fn standings(
    document: &Document<'_>,
    all: &[Placed],
    own: Option<CountryCode>,
) -> HashMap<CountryCode, Features> {
    let sums = sums(document, all);
    let regions = regions::in_title(document);
    let titled: HashSet<CountryCode> =
        sums.iter().filter(|(code, sum)| sum.title && Some(**code) != own).map(|(code, _)| *code).collect();
    let whole = Whole {
        own,
        titled,
        regions,
        named: sums.keys().copied().collect(),
        length: document.text.text.len(),
    };
    sums.iter().map(|(code, sum)| (*code, whole.features(*code, sum))).collect()
}

/// What the features of a country need to know of the others.
struct Whole {
    own: Option<CountryCode>,
    titled: HashSet<CountryCode>,
    regions: HashSet<CountryCode>,
    named: HashSet<CountryCode>,
    /// Of the text, in bytes.
    length: usize,
}

impl Whole {
    fn features(&self, code: CountryCode, sum: &Sum) -> Features {
        if Some(code) == self.own { self.of_own(code) } else { self.of_other(code, sum) }
    }

    /// An issuer's statement is about its own country where its title names no other.
    fn of_own(&self, code: CountryCode) -> Features {
        let free = self.titled.is_empty() && self.regions.is_empty();
        let disputed = self.named.iter().any(|other| are_parties(code, *other));
        Features { own: 1.0, own_free: one_if(free), own_dispute: one_if(disputed), ..Features::default() }
    }

    fn of_other(&self, code: CountryCode, sum: &Sum) -> Features {
        let in_region = self.regions.contains(&code);
        let others = !self.regions.is_empty() || self.titled.iter().any(|other| *other != code);
        let about_region =
            self.regions.iter().any(|other| self.named.contains(other) && are_parties(code, *other));
        let disputed = about_region || self.titled.iter().any(|other| are_parties(code, *other));
        Features {
            title: one_if(sum.title),
            region: one_if(in_region),
            late: sum.first.map_or(1.0, |first| first as f32 / self.length.max(1) as f32),
            count: (1.0 + sum.count).log2(),
            sentences: (1.0 + sum.sentences as f32).log2(),
            hostile: (1.0 + sum.hostile as f32).log2(),
            aside: sum.aside_share(),
            untitled: one_if(others && !sum.title && !in_region),
            dispute: one_if(disputed && sum.hostile > 0),
            ..Features::default()
        }
    }
}

impl Sum {
    fn aside_share(&self) -> f32 {
        self.aside as f32 / self.read.max(1) as f32
    }
}

fn one_if(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}

fn sums(document: &Document<'_>, all: &[Placed]) -> HashMap<CountryCode, Sum> {
    let mut sentences = Sentences::of(&document.text.text);
    let mut sums: HashMap<CountryCode, Sum> = HashMap::new();
    for (placed, listed) in all.iter().zip(list_lengths(document, all)) {
        let sentence = if placed.part == Part::Title { 0 } else { sentences.at(placed.mention.start) };
        for code in placed.mention.codes {
            let sum = sums.entry(*code).or_default();
            if placed.part == Part::Title {
                sum.title = true;
            } else {
                sum.add(document, &placed.mention, listed, sentence);
            }
        }
    }
    sums
}

impl Sum {
    fn add(&mut self, document: &Document<'_>, mention: &Mention, listed: usize, sentence: usize) {
        self.first.get_or_insert(mention.start);
        self.count += if listed > SHORT_LIST { 1.0 / (listed - 2) as f32 } else { 1.0 };
        self.sentences += usize::from(sentence != self.last_sentence);
        self.last_sentence = sentence;
        if self.read < READ {
            self.read += 1;
            let around = Around::of(document, (mention.start, mention.end));
            self.hostile += usize::from(listed <= SHORT_LIST && around.has(Cue::Hostile));
            self.aside += usize::from(around.has(Cue::Aside));
        }
    }
}

/// The sentences of a text, walked once from its beginning.
struct Sentences<'t> {
    text: &'t str,
    number: usize,
    end: usize,
}

impl<'t> Sentences<'t> {
    /// A longer one is cut.
    const LONGEST: usize = 1_500;

    fn of(text: &'t str) -> Self {
        Self { text, number: 0, end: 0 }
    }

    /// The number of the sentence of a mention, counted from one over those that hold mentions. Mentions are asked for in
    /// their order.
    fn at(&mut self, start: usize) -> usize {
        if self.number == 0 || start >= self.end {
            self.number += 1;
            self.end = sentence_end(self.text, start, Self::LONGEST);
        }
        self.number
    }
}

/// The words around a mention in the text.
struct Around {
    hostile: bool,
    aside: bool,
}

impl Around {
    /// How far a word may stand from the name, in letters.
    const NEAR: usize = 24;

    fn of(document: &Document<'_>, (start, end): (usize, usize)) -> Self {
        let (from, to) = window(&document.text.text, (start, end), Self::NEAR);
        let hits = document.scan(Part::Text).hits(Section::Cues);
        let first = hits.partition_point(|hit| hit.start < from);
        let within = hits[first..].iter().take_while(|hit| hit.start < to);
        let outside = within.filter(|hit| hit.end <= start || hit.start >= end);
        let mut around = Self { hostile: false, aside: false };
        for cue in outside.filter_map(|hit| document.tables.cues.get(hit.pattern)) {
            around.hostile |= *cue == Cue::Hostile;
            around.aside |= *cue == Cue::Aside;
        }
        around
    }

    fn has(&self, cue: Cue) -> bool {
        match cue {
            Cue::Hostile => self.hostile,
            Cue::Aside => self.aside,
        }
    }
}
