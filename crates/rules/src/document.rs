use chancery_text::{Analysed, Facts};

/// A statement as queries see it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The words of the title.
    pub title: &'a Analysed,
    /// The words of the text.
    pub text: &'a Analysed,
    /// What fields are judged on.
    pub facts: &'a Facts,
}

/// A document with its words in order of keys, made once for many queries.
#[derive(Debug)]
pub struct Prepared<'a> {
    document: Document<'a>,
}

impl<'a> Prepared<'a> {
    /// Sorts the words of a document by their keys.
    pub fn new(document: &Document<'a>) -> Self {
        Self { document: *document }
    }
}
