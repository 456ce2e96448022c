//! How each country stands in a document beside the others and beside the issuer.

use chancery_model::{CountryCode, Part};
use hashbrown::{HashMap, HashSet};

use super::disputes::are_parties;
use super::lists::cosigners;
use super::passage::Around;
use super::regions;
use super::sum::{Sum, sums};
use super::weights::Features;
use super::words::Cue;
use crate::countries::{Document, Placed};

/// The features of every country of a document. `own` is the issuer's.
pub(super) fn standings(
    document: &Document<'_>,
    all: &[Placed],
    own: Option<CountryCode>,
) -> HashMap<CountryCode, Features> {
    let sums = sums(document, all);
    let whole = Whole::of(document, all, own, &sums);
    sums.iter().map(|(code, sum)| (*code, whole.features(*code, sum))).collect()
}

/// What the features of a country need to know of the others.
struct Whole {
    own: Option<CountryCode>,
    /// Named by the title, the issuer's own left out.
    titled: HashSet<CountryCode>,
    regions: HashSet<CountryCode>,
    cosigners: HashSet<CountryCode>,
    named: HashSet<CountryCode>,
    /// The most acts of force or blame beside a country that is not the issuer's.
    blaming: usize,
    chair: bool,
    /// Of the text, in bytes.
    length: usize,
}

impl Whole {
    fn of(
        document: &Document<'_>,
        all: &[Placed],
        own: Option<CountryCode>,
        sums: &HashMap<CountryCode, Sum>,
    ) -> Self {
        let others = || sums.iter().filter(|(code, _)| Some(**code) != own);
        Self {
            own,
            titled: others().filter(|(_, sum)| sum.title > 0).map(|(code, _)| *code).collect(),
            regions: regions::in_title(document),
            cosigners: cosigners(document, all, own),
            named: sums.keys().copied().collect(),
            blaming: others().map(|(_, sum)| sum.hostile).max().unwrap_or(0),
            chair: addresses_chair(document),
            length: document.text.text.len(),
        }
    }

    fn features(&self, code: CountryCode, sum: &Sum) -> Features {
        if Some(code) == self.own { self.of_own(code, sum) } else { self.of_other(code, sum) }
    }

    /// An issuer's statement is about its own country where it speaks of no other and blames none.
    fn of_own(&self, code: CountryCode, sum: &Sum) -> Features {
        Features {
            own_free: one_if(self.titled.is_empty() && self.regions.is_empty()),
            own_title: one_if(sum.title > 0 && self.titled.is_empty()),
            own_pair: one_if(sum.title_pair),
            own_dispute: one_if(self.named.iter().any(|other| are_parties(code, *other))),
            own_blaming: counted(self.blaming as f32),
            own_chair: one_if(self.chair),
            ..Features::default()
        }
    }

    fn of_other(&self, code: CountryCode, sum: &Sum) -> Features {
        let (titled, in_region) = (sum.title > 0, self.regions.contains(&code));
        let others = !self.regions.is_empty() || self.titled.iter().any(|other| *other != code);
        let is_party = self.is_party(code);
        Features {
            title: one_if(titled),
            title_aside: share(sum.title_aside, sum.title),
            title_crowded: one_if(titled && self.titled.len() > 2),
            cosigner: one_if(self.cosigners.contains(&code)),
            region: one_if(in_region),
            late: sum.first.map_or(1.0, |first| first as f32 / self.length.max(1) as f32),
            count: counted(sum.count),
            crowd: counted(sum.crowd() as f32),
            places: one_if(sum.places_only()),
            hostile: counted(sum.hostile as f32),
            aside: share(sum.aside, sum.read),
            untitled: one_if(others && !titled && !in_region),
            party: one_if(is_party),
            dispute: one_if(is_party && sum.hostile > 0),
            adversary: one_if(self.own.is_some_and(|own| are_parties(code, own))),
            ..Features::default()
        }
    }

    /// Whether the title names the other party to a dispute, or a region of it that the text names.
    fn is_party(&self, code: CountryCode) -> bool {
        let regional =
            self.regions.iter().any(|other| self.named.contains(other) && are_parties(code, *other));
        regional || self.titled.iter().any(|other| are_parties(code, *other))
    }
}

/// Whether a delegate addresses the chair at the head of the text, as in "Mr. President,".
fn addresses_chair(document: &Document<'_>) -> bool {
    const HEAD: usize = 100;
    let text = &document.text.text;
    let head = Around::new(document, Part::Text, (0, 0), (0, HEAD));
    head.hits(Cue::Chair)
        .any(|hit| !text[hit.end..].trim_start_matches(' ').starts_with(char::is_alphanumeric))
}

/// The logarithm to base 2 of one more.
fn counted(count: f32) -> f32 {
    (1.0 + count).log2()
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn one_if(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}
