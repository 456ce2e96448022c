//! What a statement must have at least for a rule to match: the rule is looked at only when one of these is there.

use std::collections::HashMap;

use chancery_model::Scope;
use chancery_text::{AnalysedQuery, Position, field_term};

/// Something that a statement has or has not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Anchor<'q> {
    /// A word that meets this position.
    Word(&'q Position),
    /// This term of the tag column.
    Tag(String),
}

/// How many rules ask for each anchor. What many of them ask for is a bad place to wait at: all would be looked at
/// whenever it is there.
#[derive(Debug, Default)]
pub(crate) struct Asked<'q>(HashMap<Anchor<'q>, u32>);

impl<'q> Asked<'q> {
    /// Counts what queries ask for.
    pub(crate) fn count(queries: impl IntoIterator<Item = &'q AnalysedQuery>) -> Self {
        let mut asked = Self::default();
        queries.into_iter().for_each(|query| asked.add(query));
        asked
    }

    fn add(&mut self, query: &'q AnalysedQuery) {
        match query {
            AnalysedQuery::And(parts) | AnalysedQuery::Or(parts) => {
                parts.iter().for_each(|part| self.add(part))
            }
            AnalysedQuery::Sequence { positions, .. } => self.add_words(positions),
            AnalysedQuery::Near { left, right, .. } => {
                self.add_words(left);
                self.add_words(right);
            }
            AnalysedQuery::Field(field) => self.add_one(field_term(field).map(Anchor::Tag)),
            AnalysedQuery::Everything | AnalysedQuery::Nothing | AnalysedQuery::Not(_) => {}
        }
    }

    fn add_words(&mut self, positions: &'q [Position]) {
        positions.iter().for_each(|position| self.add_one(Some(Anchor::Word(position))));
    }

    fn add_one(&mut self, anchor: Option<Anchor<'q>>) {
        anchor.into_iter().for_each(|anchor| *self.0.entry(anchor).or_default() += 1);
    }

    /// Returns anchors of which a matching statement has at least one, the cheapest that a rule offers; none when a
    /// statement may match without any (NOT alone, names and dates).
    pub(crate) fn anchors(&self, query: &'q AnalysedQuery) -> Option<Vec<Anchor<'q>>> {
        self.cover(query).map(|cover| {
            let mut anchors = cover.anchors;
            anchors.sort_unstable();
            anchors.dedup();
            anchors
        })
    }

    fn cover(&self, query: &'q AnalysedQuery) -> Option<Cover<'q>> {
        match query {
            AnalysedQuery::Everything | AnalysedQuery::Not(_) => None,
            AnalysedQuery::Nothing
            | AnalysedQuery::Sequence { scope: Scope::Note, .. }
            | AnalysedQuery::Near { scope: Scope::Note, .. } => Some(Cover::NEVER),
            AnalysedQuery::And(parts) => cheapest(parts.iter().filter_map(|part| self.cover(part))),
            AnalysedQuery::Or(parts) => {
                let mut covers = parts.iter().map(|part| self.cover(part));
                covers.try_fold(Cover::NEVER, |all, part| Some(all.either(part?)))
            }
            AnalysedQuery::Sequence { positions, .. } => self.word(positions),
            AnalysedQuery::Near { left, right, .. } => {
                cheapest([left, right].into_iter().filter_map(|positions| self.word(positions)))
            }
            AnalysedQuery::Field(field) => field_term(field).map(|term| self.one(Anchor::Tag(term))),
        }
    }

    fn word(&self, positions: &'q [Position]) -> Option<Cover<'q>> {
        cheapest(positions.iter().map(|position| self.one(Anchor::Word(position))))
    }

    fn one(&self, anchor: Anchor<'q>) -> Cover<'q> {
        let rules = self.0.get(&anchor).copied().unwrap_or(1);
        Cover { cost: commonness(&anchor).saturating_mul(rules), anchors: vec![anchor] }
    }
}

/// Anchors of which one is needed, with how often they make somebody look at a rule: how common they are, times the rules
/// that may wait there.
struct Cover<'q> {
    cost: u32,
    anchors: Vec<Anchor<'q>>,
}

impl Cover<'_> {
    /// The anchors of a part that no statement matches.
    const NEVER: Self = Self { cost: 0, anchors: Vec::new() };

    fn either(mut self, other: Self) -> Self {
        self.anchors.extend(other.anchors);
        Self { cost: self.cost.saturating_add(other.cost), ..self }
    }
}

fn cheapest<'q>(covers: impl Iterator<Item = Cover<'q>>) -> Option<Cover<'q>> {
    covers.min_by_key(|cover| cover.cost)
}

/// Guesses how many of a thousand statements have an anchor. Nothing is known of the archive here: a longer word is
/// taken for a rarer one, and a tag for something that many statements share.
fn commonness(anchor: &Anchor<'_>) -> u32 {
    match anchor {
        // A word is as common as the commonest of its keys: they are one word in several languages.
        Anchor::Word(Position::Word(keys)) => keys.iter().map(|key| key_commonness(key)).max().unwrap_or(0),
        Anchor::Word(Position::Prefix(beginning)) => by_length(beginning.chars().count()).saturating_mul(4),
        Anchor::Tag(tag) if tag.starts_with("xl") => 300,
        Anchor::Tag(tag) if tag.starts_with("xr") || tag.starts_with("xq") => 10,
        Anchor::Tag(_) => 60,
    }
}

fn key_commonness(key: &str) -> u32 {
    by_length(key.split_once(':').map_or(key, |(_, stem)| stem).chars().count())
}

fn by_length(letters: usize) -> u32 {
    match letters {
        0..=2 => 200,
        3 => 100,
        4 => 50,
        5 => 25,
        6 => 15,
        7 => 10,
        _ => 6,
    }
}
