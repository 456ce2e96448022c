//! What a statement must have at least for a rule to match: the rule is looked at only when one of these is there.

use chancery_model::Scope;
use chancery_text::{AnalysedQuery, Position, field_term};

/// Something that a statement has or has not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Anchor<'q> {
    /// A word that meets this position.
    Word(&'q Position),
    /// This term of the tag column.
    Tag(String),
}

/// Returns anchors of which a matching statement has at least one, the rarest that a rule offers; none when a statement
/// may match without any (NOT alone, names and dates).
pub(crate) fn anchors(query: &AnalysedQuery) -> Option<Vec<Anchor<'_>>> {
    cover(query).map(|cover| {
        let mut anchors = cover.anchors;
        anchors.sort_unstable();
        anchors.dedup();
        anchors
    })
}

/// Anchors of which one is needed, with a guess at how many of a thousand statements have one.
struct Cover<'q> {
    commonness: u32,
    anchors: Vec<Anchor<'q>>,
}

impl<'q> Cover<'q> {
    /// The anchors of a part that no statement matches.
    const NEVER: Self = Self { commonness: 0, anchors: Vec::new() };

    fn one(anchor: Anchor<'q>) -> Self {
        Self { commonness: commonness(&anchor), anchors: vec![anchor] }
    }

    fn either(mut self, other: Self) -> Self {
        self.anchors.extend(other.anchors);
        Self { commonness: self.commonness.saturating_add(other.commonness), ..self }
    }
}

fn cover(query: &AnalysedQuery) -> Option<Cover<'_>> {
    match query {
        AnalysedQuery::Everything | AnalysedQuery::Not(_) => None,
        AnalysedQuery::Nothing
        | AnalysedQuery::Sequence { scope: Scope::Note, .. }
        | AnalysedQuery::Near { scope: Scope::Note, .. } => Some(Cover::NEVER),
        AnalysedQuery::And(parts) => rarest(parts.iter().filter_map(cover)),
        AnalysedQuery::Or(parts) => {
            parts.iter().map(cover).try_fold(Cover::NEVER, |all, part| Some(all.either(part?)))
        }
        AnalysedQuery::Sequence { positions, .. } => rarest(positions.iter().map(word)),
        AnalysedQuery::Near { left, right, .. } => rarest(left.iter().chain(right).map(word)),
        AnalysedQuery::Field(field) => field_term(field).map(|term| Cover::one(Anchor::Tag(term))),
    }
}

fn word(position: &Position) -> Cover<'_> {
    Cover::one(Anchor::Word(position))
}

fn rarest<'q>(covers: impl Iterator<Item = Cover<'q>>) -> Option<Cover<'q>> {
    covers.min_by_key(|cover| cover.commonness)
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
