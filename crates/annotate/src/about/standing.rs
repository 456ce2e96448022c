//! How each country stands in a document: in the title, in the lead, in lists, beside blame or thanks.

use std::collections::{HashMap, HashSet};

use chancery_model::{CountryCode, Part};

use super::disputes::are_parties;
use super::lists::list_lengths;
use super::passage::{sentence_end, window};
use super::regions;
use super::weights::Features;
use super::words::Cue;
use crate::countries::{Document, Placed};
use crate::dateline::dateline_end;
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
    lead: f32,
    second: f32,
    count: f32,
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
    let whole = Whole { own, titled, regions, named: sums.keys().copied().collect() };
    sums.iter().map(|(code, sum)| (*code, whole.features(*code, sum))).collect()
}

/// What the features of a country need to know of the others.
struct Whole {
    own: Option<CountryCode>,
    titled: HashSet<CountryCode>,
    regions: HashSet<CountryCode>,
    named: HashSet<CountryCode>,
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
            lead: sum.lead,
            second: sum.second,
            count: (1.0 + sum.count).log2(),
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
    let opening = Opening::of(document, all);
    let mut sums: HashMap<CountryCode, Sum> = HashMap::new();
    for (placed, listed) in all.iter().zip(list_lengths(document, all)) {
        for code in placed.mention.codes {
            let sum = sums.entry(*code).or_default();
            if placed.part == Part::Title {
                sum.title = true;
            } else {
                sum.add(document, &placed.mention, listed, &opening);
            }
        }
    }
    sums
}

impl Sum {
    fn add(&mut self, document: &Document<'_>, mention: &Mention, listed: usize, opening: &Opening) {
        let weight = if listed > SHORT_LIST { 1.0 / (listed - 2) as f32 } else { 1.0 };
        self.count += weight;
        if mention.start < opening.lead {
            self.lead = self.lead.max(weight);
        } else if mention.start < opening.second {
            self.second = self.second.max(weight);
        }
        if self.read < READ {
            self.read += 1;
            let around = Around { document, at: (mention.start, mention.end) };
            self.hostile += usize::from(listed <= SHORT_LIST && around.has(Cue::Hostile));
            self.aside += usize::from(around.has(Cue::Aside));
        }
    }
}

/// Where the first and the second sentence of the text end; a dateline and a salutation are none.
struct Opening {
    lead: usize,
    second: usize,
}

impl Opening {
    const LONGEST: usize = 1_500;
    /// A shorter one is a salutation or a heading.
    const SHORTEST: usize = 40;

    fn of(document: &Document<'_>, all: &[Placed]) -> Self {
        const FIRST: usize = 8;
        let text = &document.text.text;
        let in_text = all.iter().filter(|placed| placed.part == Part::Text);
        let mentions: Vec<Mention> = in_text.take(FIRST).map(|placed| placed.mention.clone()).collect();
        let begin = dateline_end(text, &mentions).unwrap_or(0);
        let lead = Self::sentence(text, begin);
        Self { lead, second: Self::sentence(text, lead) }
    }

    fn sentence(text: &str, from: usize) -> usize {
        let end = sentence_end(text, from, Self::LONGEST);
        let is_short = end - from < Self::SHORTEST;
        if is_short { sentence_end(text, end, Self::LONGEST) } else { end }
    }
}

/// The words around a mention in the text.
struct Around<'d, 't> {
    document: &'d Document<'t>,
    at: (usize, usize),
}

impl Around<'_, '_> {
    /// How far a word of force or blame may stand from the name, in letters.
    const WIDE: usize = 60;
    /// How far a word of passing may.
    const NEAR: usize = 24;

    fn has(&self, wanted: Cue) -> bool {
        let letters = if wanted == Cue::Hostile { Self::WIDE } else { Self::NEAR };
        let (from, to) = window(&self.document.text.text, self.at, letters);
        let hits = self.document.scan(Part::Text).hits(Section::Cues);
        let first = hits.partition_point(|hit| hit.start < from);
        let (start, end) = self.at;
        let within = hits[first..].iter().take_while(|hit| hit.start < to);
        let mut outside = within.filter(|hit| hit.end <= start || hit.start >= end);
        outside.any(|hit| self.document.tables.cues.get(hit.pattern) == Some(&wanted))
    }
}
