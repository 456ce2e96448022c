//! The document type of XML: it goes, and the entities that it declares are put in.

use std::borrow::Cow;
use std::collections::HashMap;

/// The longest text that declared entities may grow a document to, against entities that multiply.
const LONGEST: usize = 64 << 20;

/// Entities that a document declares.
type Entities<'t> = HashMap<&'t str, &'t str>;

/// Returns XML without its document type, declared entities put in. CDATA sections stay as they are.
pub(crate) fn prepared(text: &str) -> Cow<'_, str> {
    let (before, entities, after) = without_doctype(text);
    if entities.is_empty() {
        return if before.is_empty() { Cow::Borrowed(after) } else { Cow::Owned(format!("{before}{after}")) };
    }
    let mut out = String::with_capacity(text.len() + 64);
    out.push_str(before);
    for (section, is_cdata) in sections(after) {
        if is_cdata {
            out.push_str(section);
        } else {
            references(section, &entities, &mut out);
        }
    }
    Cow::Owned(out)
}

/// Splits a text into what lies outside and inside of CDATA sections.
fn sections(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    let mut inside = false;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = if inside {
            rest.find("]]>").map_or(rest.len(), |at| at + 3)
        } else {
            rest.find("<![CDATA[").unwrap_or(rest.len())
        };
        let (head, tail) = rest.split_at(end);
        let section = (head, inside);
        rest = tail;
        inside = !inside;
        Some(section)
    })
}

/// Copies a text, resolving declared entities; an `&` that begins no reference is escaped, so that none arises.
fn references(text: &str, entities: &Entities<'_>, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = reference(rest);
        match name.and_then(|name| entities.get(name)) {
            Some(value) if out.len() < LONGEST => out.push_str(value),
            _ if name.is_some() => out.push_str(&rest[..name.map_or(1, str::len) + 2]),
            _ => out.push_str("&amp;"),
        }
        rest = &rest[name.map_or(1, |name| name.len() + 2)..];
    }
    out.push_str(rest);
}

/// Returns the name of the reference that a text begins with: `&name;`, `&#8217;`.
fn reference(text: &str) -> Option<&str> {
    let body = text.strip_prefix('&')?;
    let end = body.find(|c: char| !c.is_alphanumeric() && c != '#' && c != '.' && c != '_' && c != '-')?;
    (end > 0 && end <= 64 && body[end..].starts_with(';')).then(|| &body[..end])
}

/// Splits off the document type, and returns what stands before it, its entities, and what stands behind it.
fn without_doctype(text: &str) -> (&str, Entities<'_>, &str) {
    let none = (("", Entities::new()), text);
    let ((before, entities), after) = doctype(text).unwrap_or(none);
    (before, entities, after)
}

fn doctype(text: &str) -> Option<((&str, Entities<'_>), &str)> {
    let head = &text[..text.floor_char_boundary(text.len().min(65_536))];
    let start = head.find("<!DOCTYPE").or_else(|| head.find("<!doctype"))?;
    // A document type stands before the first element.
    let first =
        head.match_indices('<').find(|(at, _)| head[at + 1..].starts_with(|c: char| c.is_alphabetic()));
    if first.is_some_and(|(at, _)| at < start) {
        return None;
    }
    let body = &text[start..];
    let plain = body.find('>')?;
    let subset = body.find('[').filter(|at| *at < plain);
    let (entities, end) = match subset {
        Some(open) => (declared(&body[open..]), open + subset_end(&body[open..])?),
        None => (Entities::new(), plain),
    };
    Some(((&text[..start], entities), body.get(end + 1..)?))
}

/// Returns the place of the `>` that ends a document type whose subset begins here.
fn subset_end(subset: &str) -> Option<usize> {
    let close = subset.find(']')?;
    Some(close + subset[close..].find('>')?)
}

/// Returns the entities declared in a subset; those that lead to other files are left out.
fn declared(subset: &str) -> Entities<'_> {
    let end = subset_end(subset).unwrap_or(subset.len());
    subset[..end].split("<!ENTITY").skip(1).filter_map(declaration).collect()
}

fn declaration(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = rest[1..].split(quote).next()?;
    Some((name, value))
}
