use chancery_model::{Annotations, Part, Span};
use chancery_text::chars_of_bytes;

/// Places of spans in characters (Unicode scalar values), as files and the command line count them.
/// Made in one pass over title and text, however many spans there are.
#[derive(Debug, Clone, Default)]
pub struct Places {
    title: Offsets,
    text: Offsets,
}

/// Byte offsets in order, each with its offset in characters.
#[derive(Debug, Clone, Default)]
struct Offsets {
    bytes: Vec<usize>,
    characters: Vec<usize>,
}

impl Offsets {
    fn new(whole: &str, mut bytes: Vec<usize>) -> Self {
        bytes.sort_unstable();
        bytes.dedup();
        let characters = chars_of_bytes(whole, &bytes);
        Self { bytes, characters }
    }

    fn characters_at(&self, byte: u32) -> usize {
        let at = self.bytes.binary_search(&(byte as usize)).ok();
        at.and_then(|at| self.characters.get(at).copied()).unwrap_or_default()
    }
}

impl Places {
    /// Counts the characters before every end of these spans of a title and a text.
    pub fn new<'s>(title: &str, text: &str, spans: impl IntoIterator<Item = &'s Span>) -> Self {
        let (mut in_title, mut in_text) = (Vec::new(), Vec::new());
        for span in spans {
            let ends = if span.part == Part::Title { &mut in_title } else { &mut in_text };
            ends.extend([span.start as usize, span.end as usize]);
        }
        Self { title: Offsets::new(title, in_title), text: Offsets::new(text, in_text) }
    }

    /// Counts for every piece of evidence of these tags.
    pub fn of_tags(title: &str, text: &str, tags: &Annotations) -> Self {
        let spans = tags
            .countries
            .iter()
            .flat_map(|tag| &tag.spans)
            .chain(tags.topics.iter().flat_map(|tag| &tag.spans))
            .chain(tags.resolutions.iter().flat_map(|tag| &tag.spans))
            .chain(tags.regimes.iter().flat_map(|tag| &tag.spans))
            .chain(tags.instruments.iter().flat_map(|tag| &tag.spans))
            .chain(tags.speakers.iter().flat_map(|tag| &tag.spans))
            .chain(tags.quotes.iter().flat_map(|tag| &tag.spans))
            .chain(tags.issuer.iter().flat_map(|tag| &tag.spans));
        Self::new(title, text, spans)
    }

    /// Returns the first character and one past the last of a span that was counted.
    pub fn of(&self, span: &Span) -> (usize, usize) {
        let offsets = if span.part == Part::Title { &self.title } else { &self.text };
        (offsets.characters_at(span.start), offsets.characters_at(span.end))
    }
}
