//! Tokens of markup, whatever its state: html5ever's tokenizer takes undeclared entities, bare ampersands, missing
//! quotes and broken tags as they come. XML is read with it too, with CDATA sections and without raw-text elements;
//! names come in small letters.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

/// How markup is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// XML: CDATA sections, no elements with rules of their own.
    Xml,
    /// HTML: script, style and the like hold raw text.
    Html,
}

/// One token.
#[derive(Debug)]
pub(crate) enum Piece {
    /// A start tag.
    Open(Tag),
    /// An end tag.
    Close(Tag),
    /// Text, entities resolved.
    Text(StrTendril),
}

/// Returns the value of an attribute (name in small letters).
pub(crate) fn attr<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}

struct Sink {
    dialect: Dialect,
    pieces: RefCell<Vec<Piece>>,
}

impl Sink {
    fn next_state(&self, tag: &Tag) -> TokenSinkResult<()> {
        if self.dialect == Dialect::Xml || tag.kind == TagKind::EndTag || tag.self_closing {
            return TokenSinkResult::Continue;
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "noembed" | "noframes" | "xmp" => TokenSinkResult::RawData(RawKind::Rawtext),
            "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let next = self.next_state(&tag);
                let piece = if tag.kind == TagKind::StartTag { Piece::Open(tag) } else { Piece::Close(tag) };
                self.pieces.borrow_mut().push(piece);
                next
            }
            Token::CharacterTokens(text) => {
                self.pieces.borrow_mut().push(Piece::Text(text));
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.dialect == Dialect::Xml
    }
}

/// Returns the tokens of a text.
pub(crate) fn pieces(text: &str, dialect: Dialect) -> Vec<Piece> {
    let sink = Sink { dialect, pieces: RefCell::new(Vec::new()) };
    let tokenizer = Tokenizer::new(sink, Default::default());
    let input = BufferQueue::default();
    for part in parts(text) {
        input.push_back(StrTendril::from(part));
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.pieces.into_inner()
}

/// Splits a long text: a tendril holds less than 4 GiB, and shorter ones keep their pieces cheap.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 1 << 20;
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (head, tail) = rest.split_at(rest.floor_char_boundary(LONGEST));
        rest = tail;
        Some(head)
    })
}
