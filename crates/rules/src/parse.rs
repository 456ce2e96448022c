use std::ops::Range;

use chancery_model::{Query, Scope};

use crate::fields::{FieldName, read_field};
use crate::lexer::{Lexed, Lexeme, lex};
use crate::literal::{bare_literal, phrase};
use crate::syntax::{DEEPEST, Node, NodeKind, too_deep};
use crate::{Language, QueryFault};

/// A query that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// What it means.
    pub query: Query,
    /// Its words, phrases, NEAR pairs and fields, in the order in which they were typed.
    pub terms: Vec<TermAt>,
}

/// One word, phrase, NEAR pair or field of a query, where it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermAt {
    /// The field's name (`country`, `title` …); none for words anywhere.
    pub field: Option<String>,
    /// The value as the printer writes it, without the field's name (`KP`, `"arms transfers"`, `a NEAR/5 b`).
    pub value: String,
    /// Whether it stands under an odd number of NOTs.
    pub negated: bool,
    /// Its place in the source in bytes, the field's name included, a NOT or `-` before it not.
    pub span: Range<usize>,
}

/// Reads a query; the empty one matches every statement.
///
/// # Errors
/// The first fault, with its place and what to do.
pub fn parse(source: &str) -> Result<Parsed, QueryFault> {
    parse_in(source, &Language::default())
}

/// Reads a query that may name what a language takes.
pub(crate) fn parse_in(source: &str, language: &Language) -> Result<Parsed, QueryFault> {
    Ok(match read(source, language)? {
        None => Parsed { query: Query::Everything, terms: Vec::new() },
        Some(node) => Parsed { query: node.query(), terms: node.terms() },
    })
}

/// Reads a query as a tree with places; none for the empty one.
pub(crate) fn read(source: &str, language: &Language) -> Result<Option<Node>, QueryFault> {
    let mut parser = Parser { pieces: lex(source)?, next: 0, depth: 0, end: source.len(), language };
    if parser.pieces.is_empty() {
        return Ok(None);
    }
    let node = parser.alternatives()?;
    match parser.peek() {
        None => Ok(Some(node)),
        Some(piece) => Err(unopened(piece.at.clone())),
    }
}

/// Recursive descent, one function a level of binding: OR, AND, NOT, NEAR, then words, fields and brackets.
struct Parser<'s> {
    pieces: Vec<Lexed<'s>>,
    next: usize,
    depth: usize,
    end: usize,
    language: &'s Language,
}

impl<'s> Parser<'s> {
    fn peek(&self) -> Option<&Lexed<'s>> {
        self.pieces.get(self.next)
    }

    fn peek_lexeme(&self) -> Option<Lexeme<'s>> {
        self.peek().map(|piece| piece.lexeme)
    }

    fn take(&mut self) -> Option<Lexed<'s>> {
        let piece = self.peek().cloned();
        self.next += 1;
        piece
    }

    fn alternatives(&mut self) -> Result<Node, QueryFault> {
        let mut parts = vec![self.conjunction()?];
        while self.peek_lexeme() == Some(Lexeme::Or) {
            self.operator("OR")?;
            parts.push(self.conjunction()?);
        }
        Ok(joined(parts, NodeKind::Or))
    }

    fn conjunction(&mut self) -> Result<Node, QueryFault> {
        let mut parts = vec![self.unary()?];
        loop {
            match self.peek_lexeme() {
                None | Some(Lexeme::Or | Lexeme::Close) => break,
                Some(Lexeme::And) => self.operator("AND")?,
                Some(_) => {}
            }
            parts.push(self.unary()?);
        }
        Ok(joined(parts, NodeKind::And))
    }

    /// Takes an operator and makes sure that something follows that it can work on.
    fn operator(&mut self, name: &str) -> Result<(), QueryFault> {
        let at = self.take().map_or(self.end..self.end, |piece| piece.at);
        match self.peek_lexeme() {
            None | Some(Lexeme::And | Lexeme::Or | Lexeme::Close | Lexeme::Near(_)) => {
                Err(dangling(name, at))
            }
            Some(_) => Ok(()),
        }
    }

    fn unary(&mut self) -> Result<Node, QueryFault> {
        let name = match self.peek_lexeme() {
            Some(Lexeme::Not) => "NOT",
            Some(Lexeme::Minus) => "-",
            _ => return self.near(),
        };
        let start = self.peek().map_or(self.end, |piece| piece.at.start);
        self.operator(name)?;
        let part = self.deeper(start, Self::unary)?;
        let at = start..part.at.end;
        Ok(Node { kind: NodeKind::Not(Box::new(part)), at })
    }

    fn deeper<T>(
        &mut self,
        start: usize,
        read: impl FnOnce(&mut Self) -> Result<T, QueryFault>,
    ) -> Result<T, QueryFault> {
        if self.depth == DEEPEST {
            return Err(too_deep(start..start + 1));
        }
        self.depth += 1;
        let part = read(self);
        self.depth -= 1;
        part
    }

    fn near(&mut self) -> Result<Node, QueryFault> {
        let left = self.primary()?;
        let Some(Lexeme::Near(words)) = self.peek_lexeme() else { return Ok(left) };
        let near = self.take().map_or(self.end..self.end, |piece| piece.at);
        let right = match self.peek_lexeme() {
            Some(Lexeme::Bare(_) | Lexeme::Quoted(_) | Lexeme::Name(_)) => self.primary()?,
            _ => return Err(not_near(near)),
        };
        if let Some(Lexeme::Near(_)) = self.peek_lexeme() {
            let second = self.peek().map_or(near, |piece| piece.at.clone());
            return Err(QueryFault::new(second, "NEAR joins two words or phrases, not three.")
                .hinted("Write a NEAR/5 b AND b NEAR/5 c."));
        }
        pair(left, right, words, near)
    }

    fn primary(&mut self) -> Result<Node, QueryFault> {
        let Some(piece) = self.take() else {
            return Err(QueryFault::new(self.end..self.end, "Something is missing at the end of the query."));
        };
        let at = piece.at;
        let query = match piece.lexeme {
            Lexeme::Open => return self.group(at),
            Lexeme::Name(name) => return self.field(name, at),
            Lexeme::Bare(word) => Query::Literal(bare_literal(word, at.clone(), Scope::Anywhere)?),
            Lexeme::Quoted(text) => Query::Literal(phrase(text, at.clone(), Scope::Anywhere)?),
            Lexeme::Close => return Err(unopened(at)),
            Lexeme::And => return Err(dangling("AND", at)),
            Lexeme::Or => return Err(dangling("OR", at)),
            Lexeme::Near(_) => return Err(not_near(at)),
            Lexeme::Not => return Err(dangling("NOT", at)),
            Lexeme::Minus => return Err(dangling("-", at)),
        };
        Ok(Node { kind: NodeKind::Leaf(query), at })
    }

    fn group(&mut self, open: Range<usize>) -> Result<Node, QueryFault> {
        if self.peek_lexeme() == Some(Lexeme::Close) {
            let close = self.peek().map_or(self.end, |piece| piece.at.end);
            return Err(QueryFault::new(open.start..close, "These brackets are empty.")
                .hinted("Write something between them, or take them out."));
        }
        if self.peek().is_none() {
            return Err(unclosed(open));
        }
        let inner = self.deeper(open.start, Self::alternatives)?;
        match self.take() {
            Some(Lexed { lexeme: Lexeme::Close, at }) => {
                Ok(Node { kind: NodeKind::Group(Box::new(inner)), at: open.start..at.end })
            }
            _ => Err(unclosed(open)),
        }
    }

    fn field(&mut self, name: &str, at: Range<usize>) -> Result<Node, QueryFault> {
        let value = self.peek().filter(|piece| piece.at.start == at.end).cloned();
        let field = FieldName::read(name, value.as_ref().map(|piece| piece.lexeme), at.clone())?;
        let Some(value) = value.filter(|piece| matches!(piece.lexeme, Lexeme::Bare(_) | Lexeme::Quoted(_)))
        else {
            return Err(field.without_value(self.peek(), at));
        };
        self.next += 1;
        let whole = at.start..value.at.end;
        let query = match (field.scope(), value.lexeme) {
            (Some(scope), Lexeme::Bare(word)) => Query::Literal(bare_literal(word, value.at, scope)?),
            (Some(scope), Lexeme::Quoted(text)) => Query::Literal(phrase(text, value.at, scope)?),
            (_, Lexeme::Bare(text) | Lexeme::Quoted(text)) => {
                let quoted = matches!(value.lexeme, Lexeme::Quoted(_));
                Query::Field(read_field(field, text, quoted, value.at, self.language)?)
            }
            _ => return Err(field.without_value(None, at)),
        };
        Ok(Node { kind: NodeKind::Leaf(query), at: whole })
    }
}

fn joined(mut parts: Vec<Node>, kind: fn(Vec<Node>) -> NodeKind) -> Node {
    match parts.len() {
        1 => parts.remove(0),
        _ => {
            let at = parts[0].at.start..parts[parts.len() - 1].at.end;
            Node { kind: kind(parts), at }
        }
    }
}

fn pair(left: Node, right: Node, words: u8, near: Range<usize>) -> Result<Node, QueryFault> {
    let at = left.at.start..right.at.end;
    match (left.kind, right.kind) {
        (NodeKind::Leaf(Query::Literal(left)), NodeKind::Leaf(Query::Literal(right))) => {
            if left.scope != right.scope {
                return Err(QueryFault::new(at, "The two sides of NEAR are looked for in different places.")
                    .hinted("Write the same field before both, as in title:a NEAR/5 title:b."));
            }
            Ok(Node { kind: NodeKind::Leaf(Query::Near { left, right, words }), at })
        }
        _ => Err(not_near(near)),
    }
}

fn not_near(at: Range<usize>) -> QueryFault {
    QueryFault::new(at, "NEAR stands between two words or phrases.")
        .hinted("Write it as in troops NEAR/5 \"North Korea\"; to search for the word, put it in quotes.")
}

fn dangling(operator: &str, at: Range<usize>) -> QueryFault {
    let (needs, hint) = match operator {
        "NOT" | "-" => ("something behind it", format!("Write what is left out, as in {operator} draft.")),
        _ => ("something on both sides", format!("Write it as in sanctions {operator} embargo.")),
    };
    let hint = if operator == "-" { hint.replace("- ", "-") } else { hint };
    QueryFault::new(at, format!("“{operator}” needs {needs}."))
        .hinted(format!("{} To search for it as a word, put it in quotes.", hint))
}

fn unopened(at: Range<usize>) -> QueryFault {
    QueryFault::new(at, "This bracket closes nothing.").hinted("Take it out, or open it further left.")
}

fn unclosed(at: Range<usize>) -> QueryFault {
    QueryFault::new(at, "The bracket opened here is not closed.").hinted("Add ) where the group ends.")
}
