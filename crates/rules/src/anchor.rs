//! What a statement must have at least for a rule to match: the rule is looked at only when one of these is there.

use chancery_model::Scope;
use chancery_text::{AnalysedQuery, Position, field_term};

/// Something that a statement has or has not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Anchor {
    /// A word that answers to this key.
    Key(String),
    /// A written form that begins so.
    Beginning(String),
    /// This term of the tag column.
    Tag(String),
}

/// Returns anchors of which a matching statement has at least one, the rarest that a rule offers; none when a statement
/// may match without any (NOT alone, names and dates).
pub(crate) fn anchors(query: &AnalysedQuery) -> Option<Vec<Anchor>> {
    cover(query).map(|cover| {
        let mut anchors = cover.anchors;
        anchors.sort_unstable();
        anchors.dedup();
        anchors
    })
}

/// Anchors of which one is needed, with a guess at how many of a thousand statements have one.
struct Cover {
    commonness: u32,
    anchors: Vec<Anchor>,
}

impl Cover {
    /// The anchors of a part that no statement matches.
    const NEVER: Self = Self { commonness: 0, anchors: Vec::new() };

    fn one(anchor: Anchor) -> Self {
        Self { commonness: commonness(&anchor), anchors: vec![anchor] }
    }

    fn either(mut self, other: Self) -> Self {
        self.anchors.extend(other.anchors);
        Self { commonness: self.commonness.saturating_add(other.commonness), ..self }
    }
}

fn cover(query: &AnalysedQuery) -> Option<Cover> {
    match query {
        AnalysedQuery::Everything | AnalysedQuery::Not(_) => None,
        AnalysedQuery::Nothing
        | AnalysedQuery::Sequence { scope: Scope::Note, .. }
        | AnalysedQuery::Near { scope: Scope::Note, .. } => Some(Cover::NEVER),
        AnalysedQuery::And(parts) => rarest(parts.iter().filter_map(cover)),
        AnalysedQuery::Or(parts) => {
            parts.iter().map(cover).try_fold(Cover::NEVER, |all, part| Some(all.either(part?)))
        }
        AnalysedQuery::Sequence { positions, .. } => rarest(positions.iter().map(position_cover)),
        AnalysedQuery::Near { left, right, .. } => rarest(left.iter().chain(right).map(position_cover)),
        AnalysedQuery::Field(field) => field_term(field).map(|term| Cover::one(Anchor::Tag(term))),
    }
}

/// A word is as common as the commonest of its keys: they are one word in several languages.
fn position_cover(position: &Position) -> Cover {
    match position {
        Position::Word(keys) => {
            let anchors: Vec<Anchor> = keys.iter().cloned().map(Anchor::Key).collect();
            Cover { commonness: anchors.iter().map(commonness).max().unwrap_or(0), anchors }
        }
        Position::Prefix(beginning) => Cover::one(Anchor::Beginning(beginning.clone())),
    }
}

fn rarest(covers: impl Iterator<Item = Cover>) -> Option<Cover> {
    covers.min_by_key(|cover| cover.commonness)
}

/// Guesses how many of a thousand statements have an anchor. Nothing is known of the archive here: a longer word is
/// taken for a rarer one, and a tag for something that many statements share.
fn commonness(anchor: &Anchor) -> u32 {
    match anchor {
        Anchor::Key(key) => {
            let stem = key.split_once(':').map_or(key.as_str(), |(_, stem)| stem);
            by_length(stem.chars().count())
        }
        Anchor::Beginning(beginning) => by_length(beginning.chars().count()).saturating_mul(4),
        Anchor::Tag(tag) if tag.starts_with("xl") => 300,
        Anchor::Tag(tag) if tag.starts_with("xr") || tag.starts_with("xq") => 10,
        Anchor::Tag(_) => 60,
    }
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
