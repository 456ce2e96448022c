//! The tags of resolutions in the making: each resolution once, however often it is cited.

use std::collections::HashMap;

use chancery_model::{Check, Organ, ResolutionTag, Span};

use crate::catalogue::resolution;

/// The tags in order of first mention.
#[derive(Default)]
pub(super) struct Gathered {
    tags: Vec<ResolutionTag>,
    /// Where the tags of a resolution stand in the list, one for each thing that the catalogue says.
    places: HashMap<(Organ, String), Vec<usize>>,
}

impl Gathered {
    /// Adds a stated citation.
    pub fn add(&mut self, tag: ResolutionTag) {
        let places = self.places.entry((tag.organ, tag.number.clone())).or_default();
        let known = places.iter().find(|place| self.tags[**place].check == tag.check);
        match known {
            Some(place) => self.tags[*place].spans.extend(tag.spans),
            None => {
                places.push(self.tags.len());
                self.tags.push(tag);
            }
        }
    }

    /// Adds a resolution of the Security Council that is implied; one that is stated needs it not.
    pub fn add_implied(&mut self, number: u32, span: Span) {
        let places = self.places.entry((Organ::SecurityCouncil, number.to_string())).or_default();
        match places.first().map(|place| &mut self.tags[*place]) {
            Some(tag) if tag.stated || tag.spans.last() == Some(&span) => {}
            Some(tag) => tag.spans.push(span),
            None => {
                places.push(self.tags.len());
                self.tags.push(implied(number, span));
            }
        }
    }

    /// Whether a resolution of the Security Council is stated.
    pub fn states_the_council(&self) -> bool {
        self.tags.iter().any(|tag| tag.stated && tag.organ == Organ::SecurityCouncil)
    }

    /// Returns the tags.
    pub fn into_tags(self) -> Vec<ResolutionTag> {
        self.tags
    }
}

fn implied(number: u32, span: Span) -> ResolutionTag {
    ResolutionTag {
        number: number.to_string(),
        year: resolution(number).map(|known| known.year),
        organ: Organ::SecurityCouncil,
        stated: false,
        check: Check::Ok,
        spans: vec![span],
    }
}
