//! Cuts a query into words, quotes, brackets and operators, each with its place.

use std::ops::Range;

use crate::QueryFault;

/// How many words may stand between when `NEAR` names no number.
pub(crate) const NEAR_DEFAULT: u8 = 10;
/// The most words that `NEAR/n` lets stand between.
pub(crate) const NEAR_MOST: u8 = 100;

/// A quote and what closes it.
pub(crate) const QUOTES: &[(char, &[char])] = &[
    ('"', &['"']),
    ('“', &['”']),
    ('„', &['“', '”']),
    ('”', &['”']),
    ('«', &['»']),
    ('»', &['«']),
    ('「', &['」']),
    ('『', &['』']),
    ('」', &[]),
    ('』', &[]),
];

/// A piece of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lexeme<'s> {
    Open,
    Close,
    And,
    Or,
    Not,
    Minus,
    Near(u8),
    /// A word as typed, perhaps with a star.
    Bare(&'s str),
    /// What stands between quotes, trimmed.
    Quoted(&'s str),
    /// What stands before a colon, the colon left out; the value follows at once or is missing.
    Name(&'s str),
}

/// A piece with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexed<'s> {
    pub lexeme: Lexeme<'s>,
    pub at: Range<usize>,
}

/// Cuts a whole query.
pub(crate) fn lex(source: &str) -> Result<Vec<Lexed<'_>>, QueryFault> {
    let mut lexer = Lexer { source, at: 0, after_name: false };
    let mut pieces = Vec::new();
    while let Some(piece) = lexer.next()? {
        lexer.after_name = matches!(piece.lexeme, Lexeme::Name(_));
        pieces.push(piece);
    }
    Ok(pieces)
}

/// Returns what closes a quote; none when the character is no quote.
pub(crate) fn closers(quote: char) -> Option<&'static [char]> {
    QUOTES.iter().find(|(open, _)| *open == quote).map(|(_, close)| *close)
}

/// Returns the length of the bare word at the beginning of a text, up to white space, a bracket or a quote.
pub(crate) fn bare_length(rest: &str) -> usize {
    let ends = |at: usize, c: char| {
        c.is_whitespace() || matches!(c, '(' | ')') || (closers(c).is_some() && !inside_hebrew(rest, at, c))
    };
    rest.char_indices().find(|&(at, c)| ends(at, c)).map_or(rest.len(), |(at, _)| at)
}

/// Returns whether a straight quote stands between two Hebrew letters, where it marks an acronym (צה"ל).
fn inside_hebrew(text: &str, at: usize, quote: char) -> bool {
    let hebrew = |c: Option<char>| c.is_some_and(|c| ('\u{05D0}'..='\u{05EA}').contains(&c));
    quote == '"' && hebrew(text[..at].chars().next_back()) && hebrew(text[at + 1..].chars().next())
}

/// Returns whether text before a colon looks like the name of a field: letters, `-` and `_` alone.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphabetic() || c == '-' || c == '_')
}

struct Lexer<'s> {
    source: &'s str,
    at: usize,
    /// The piece before was a field's name, so that what follows at once is its value, whatever it looks like.
    after_name: bool,
}

impl<'s> Lexer<'s> {
    fn next(&mut self) -> Result<Option<Lexed<'s>>, QueryFault> {
        let glued = self.skip_space();
        let rest = &self.source[self.at..];
        let Some(first) = rest.chars().next() else { return Ok(None) };
        let value = self.after_name && glued;
        Ok(Some(match first {
            '(' => self.take(1, Lexeme::Open),
            ')' => self.take(1, Lexeme::Close),
            '-' if !value && self.is_minus() => self.take(1, Lexeme::Minus),
            quote if closers(quote).is_some() => self.quoted(quote)?,
            _ if value => self.bare(),
            _ => self.word()?,
        }))
    }

    /// Moves to the next piece; returns whether it follows at once.
    fn skip_space(&mut self) -> bool {
        let rest = &self.source[self.at..];
        let space = rest.len() - rest.trim_start().len();
        self.at += space;
        space == 0
    }

    fn take(&mut self, length: usize, lexeme: Lexeme<'s>) -> Lexed<'s> {
        let start = self.at;
        self.at += length;
        Lexed { lexeme, at: start..self.at }
    }

    /// A minus is a NOT only before something and not inside a word or right behind a quote.
    fn is_minus(&self) -> bool {
        let before = self.source[..self.at].chars().next_back();
        let after = self.source[self.at + 1..].chars().next();
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '-'))
            && after.is_some_and(|c| !c.is_whitespace() && c != ')')
    }

    fn quoted(&mut self, quote: char) -> Result<Lexed<'s>, QueryFault> {
        let start = self.at;
        let inner = start + quote.len_utf8();
        let closers = closers(quote).unwrap_or_default();
        let rest = &self.source[inner..];
        let closes = |&(at, c): &(usize, char)| closers.contains(&c) && !inside_hebrew(rest, at, c);
        let Some((length, close)) = rest.char_indices().find(closes) else {
            return Err(unclosed(start, quote, closers));
        };
        let whole = quote.len_utf8() + length + close.len_utf8();
        Ok(self.take(whole, Lexeme::Quoted(rest[..length].trim())))
    }

    fn bare(&mut self) -> Lexed<'s> {
        let rest = &self.source[self.at..];
        let length = bare_length(rest);
        self.take(length, Lexeme::Bare(&rest[..length]))
    }

    fn word(&mut self) -> Result<Lexed<'s>, QueryFault> {
        let rest = &self.source[self.at..];
        let word = &rest[..bare_length(rest)];
        if let Some((name, _)) = word.split_once(':').filter(|(name, _)| is_name(name)) {
            return Ok(self.take(name.len() + 1, Lexeme::Name(name)));
        }
        let lexeme = match word {
            "AND" => Lexeme::And,
            "OR" => Lexeme::Or,
            "NOT" => Lexeme::Not,
            "NEAR" => Lexeme::Near(NEAR_DEFAULT),
            _ => match word.strip_prefix("NEAR/") {
                Some(number) => Lexeme::Near(near_words(number, self.at..self.at + word.len())?),
                None => Lexeme::Bare(word),
            },
        };
        Ok(self.take(word.len(), lexeme))
    }
}

fn near_words(number: &str, at: Range<usize>) -> Result<u8, QueryFault> {
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let words = number.parse::<u8>().ok().filter(|&n| digits && n <= NEAR_MOST);
    words.ok_or_else(|| {
        QueryFault::new(at, format!("“NEAR/{number}” does not say how many words may stand between."))
            .hinted(format!("Write a number from 0 to {NEAR_MOST} after the stroke, such as NEAR/5."))
    })
}

fn unclosed(start: usize, quote: char, closers: &[char]) -> QueryFault {
    let at = start..start + quote.len_utf8();
    match closers.first() {
        Some(close) => QueryFault::new(at, format!("The quote {quote} opened here is not closed."))
            .hinted(format!("Add {close} behind the last word of the phrase.")),
        None => QueryFault::new(at, format!("The quote {quote} closes nothing."))
            .hinted("Take it out, or open the phrase with its counterpart."),
    }
}
