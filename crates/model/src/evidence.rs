use serde::{Deserialize, Serialize};

/// Which part of a statement a span lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The title.
    Title,
    /// The body.
    Text,
}

/// A stretch of the original title or text: half-open, in **bytes** of its UTF-8, on character boundaries.
/// Files and the command line count characters, the window UTF-16 units; both convert at the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The part that it lies in.
    pub part: Part,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Makes a span from byte offsets.
    pub fn new(part: Part, start: usize, end: usize) -> Self {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { part, start: offset(start), end: offset(end) }
    }

    /// Returns the stretch of text that the span marks; empty when it does not fit the text.
    pub fn of<'t>(&self, title: &'t str, text: &'t str) -> &'t str {
        let whole = match self.part {
            Part::Title => title,
            Part::Text => text,
        };
        whole.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Returns whether the two share at least one byte of the same part.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.part == other.part && self.start < other.end && other.start < self.end
    }
}
