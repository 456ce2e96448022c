//! What the mentions of each country add up to: in the title, how early, how often, in lists, beside blame or thanks.

use chancery_model::{CountryCode, Part};
use hashbrown::HashMap;

use super::lists::{countries, list_lengths};
use super::passage::{Around, sentence_end};
use super::words::Cue;
use crate::countries::{Document, Placed};
use crate::gazetteer::Kind;
use crate::mention::Mention;

/// A list of more countries than these is about none of them.
const SHORT_LIST: usize = 3;

/// Of so many mentions of a country the words around are read; more would say no more.
const READ: usize = 8;

/// What the mentions of one country add up to.
#[derive(Debug, Default)]
pub(super) struct Sum {
    /// How often the title names it.
    pub title: usize,
    /// How many of those are in passing.
    pub title_aside: usize,
    /// Whether the title names it in a pair with one other.
    pub title_pair: bool,
    /// Where the text first names it, in bytes.
    pub first: Option<usize>,
    /// How often the text names it, in lists less.
    pub count: f32,
    /// Of how many mentions in the text the words around are read.
    pub read: usize,
    /// Beside how many of those stands an act of force or a word of blame.
    pub hostile: usize,
    /// How many of those are in passing.
    pub aside: usize,
    /// The fewest countries that a sentence with it names, itself included.
    fewest: Option<usize>,
    /// Whether it is named other than by a city or region.
    by_name: bool,
}

impl Sum {
    /// How many others its least crowded sentence names.
    pub fn crowd(&self) -> usize {
        self.fewest.map_or(0, |fewest| fewest.saturating_sub(1))
    }

    /// Whether nothing but its cities and regions is named.
    pub fn places_only(&self) -> bool {
        !self.by_name
    }

    fn add_title(&mut self, document: &Document<'_>, mention: &Mention, listed: usize) {
        let around = Around::of(document, Part::Title, (mention.start, mention.end));
        self.title += 1;
        self.title_pair |= listed == 2;
        self.title_aside += usize::from(around.has(Cue::Aside));
    }

    fn add(&mut self, document: &Document<'_>, mention: &Mention, listed: usize, beside: usize) {
        self.first.get_or_insert(mention.start);
        self.count += if listed > SHORT_LIST { 1.0 / (listed - 2) as f32 } else { 1.0 };
        self.fewest = Some(self.fewest.map_or(beside, |fewest| fewest.min(beside)));
        if self.read < READ {
            self.read += 1;
            let around = Around::of(document, Part::Text, (mention.start, mention.end));
            self.hostile += usize::from(listed <= SHORT_LIST && around.has(Cue::Hostile));
            self.aside += usize::from(around.has(Cue::Aside));
        }
    }
}

/// The sum of every country of a document.
pub(super) fn sums(document: &Document<'_>, all: &[Placed]) -> HashMap<CountryCode, Sum> {
    let mut sums: HashMap<CountryCode, Sum> = HashMap::new();
    let each = all.iter().zip(list_lengths(document, all)).zip(named_beside(document, all));
    for ((placed, listed), beside) in each {
        for code in placed.mention.codes {
            let sum = sums.entry(*code).or_default();
            sum.by_name |= placed.mention.kind != Kind::Place;
            match placed.part {
                Part::Title => sum.add_title(document, &placed.mention, listed),
                Part::Text => sum.add(document, &placed.mention, listed, beside),
            }
        }
    }
    sums
}

/// For each mention, how many countries its sentence names.
fn named_beside(document: &Document<'_>, all: &[Placed]) -> Vec<usize> {
    let mut counts = Vec::with_capacity(all.len());
    let mut rest = all;
    while let Some(first) = rest.first() {
        let end = end_of_sentence(document, first);
        let within = rest.iter().take_while(|placed| placed.part == first.part && placed.mention.start < end);
        let (sentence, after) = rest.split_at(within.count().max(1));
        counts.resize(counts.len() + sentence.len(), countries(sentence));
        rest = after;
    }
    counts
}

fn end_of_sentence(document: &Document<'_>, placed: &Placed) -> usize {
    /// A longer one is cut.
    const LONGEST: usize = 1_500;
    sentence_end(&document.part(placed.part).text, placed.mention.start, LONGEST)
}
