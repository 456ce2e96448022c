//! Expressions of the full-text index, with what decides whether they may be joined.

/// Brackets that FTS5 parses safely: its parser's stack holds a hundred symbols, three or four a bracket.
const DEEPEST: usize = 16;

/// A well-formed FTS5 expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expression {
    /// As FTS5 reads it; safe to stand in brackets.
    text: String,
    /// How deeply its brackets nest.
    depth: usize,
    /// The tag, when it is one tag and nothing else.
    tag: Option<String>,
}

/// The columns to look in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Columns {
    Anywhere,
    Title,
}

impl Columns {
    fn filter(self) -> &'static str {
        match self {
            Columns::Anywhere => "{title body}",
            Columns::Title => "title",
        }
    }
}

/// Words side by side: at each position one of the terms; the last may be a beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Terms by position; none is empty.
    pub(super) positions: Vec<Vec<String>>,
    /// Whether the last position takes every term that begins so.
    pub(super) open_end: bool,
}

impl Phrase {
    /// Whether one word of a text could stand for a position of both: then FTS5's NEAR, which lets phrases overlap,
    /// finds too much. A word of a text has one term.
    pub(super) fn may_share_a_word(&self, other: &Phrase) -> bool {
        let same = |term: &String| other.positions.iter().flatten().any(|theirs| theirs == term);
        self.positions.iter().flatten().any(same) || self.opens_to(other) || other.opens_to(self)
    }

    /// Whether a term of the other begins with this one's open end.
    fn opens_to(&self, other: &Phrase) -> bool {
        let Some(beginning) = self.positions.last().and_then(|terms| terms.first()) else { return false };
        self.open_end && other.positions.iter().flatten().any(|term| term.starts_with(beginning.as_str()))
    }

    fn text(&self) -> String {
        let positions: Vec<String> = self.positions.iter().map(|terms| terms.join("\t")).collect();
        let star = if self.open_end { " *" } else { "" };
        format!("\"{}\"{star}", positions.join(" ").replace('"', "\"\""))
    }
}

impl Expression {
    /// A tag, or one of several.
    pub(super) fn tags(terms: &[String]) -> Self {
        let phrase = Phrase { positions: vec![terms.to_vec()], open_end: false };
        let tag = (terms.len() == 1).then(|| terms[0].clone());
        Self { text: format!("tags : {}", phrase.text()), depth: 0, tag }
    }

    /// Words in these columns.
    pub(super) fn words(phrase: &Phrase, columns: Columns) -> Self {
        Self { text: format!("{} : {}", columns.filter(), phrase.text()), depth: 0, tag: None }
    }

    /// Two phrases with at most so many words between. FTS5 lets them overlap.
    pub(super) fn near(left: &Phrase, right: &Phrase, words: u8, columns: Columns) -> Self {
        let text = format!("{} : NEAR({} {}, {words})", columns.filter(), left.text(), right.text());
        Self { text, depth: 0, tag: None }
    }

    /// All of `wanted` and none of `unwanted`; FTS5 has no NOT without a left side, so every statement has the
    /// tag `xall`.
    pub(super) fn all(wanted: Vec<Expression>, unwanted: Vec<Expression>) -> Self {
        let left = match wanted.is_empty() {
            true => Self::tags(&["xall".to_owned()]),
            false => Self::join(wanted, " AND "),
        };
        if unwanted.is_empty() {
            return left;
        }
        let right = Self::join(unwanted, " OR ");
        let depth = left.depth.max(right.depth) + 1;
        Self { text: format!("({}) NOT ({})", left.text, right.text), depth, tag: None }
    }

    /// At least one.
    pub(super) fn any(parts: Vec<Expression>) -> Self {
        Self::join(parts, " OR ")
    }

    fn join(mut parts: Vec<Expression>, with: &str) -> Self {
        if parts.len() == 1 {
            return parts.remove(0);
        }
        let depth = parts.iter().map(|part| part.depth).max().unwrap_or_default() + 1;
        let texts: Vec<String> = parts.iter().map(|part| format!("({})", part.text)).collect();
        Self { text: texts.join(with), depth, tag: None }
    }

    /// Whether it may become part of a larger expression.
    pub(super) fn may_nest(&self) -> bool {
        self.depth < DEEPEST
    }

    /// The tag, when it is one tag and nothing else.
    pub(super) fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// As FTS5 reads it.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}
