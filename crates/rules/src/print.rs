use chancery_model::{DateValue, Field, Literal, LiteralKind, Period, Query, Scope};

use crate::fields::{CONDITIONS, POSSESSIONS};
use crate::lexer::{NEAR_DEFAULT, NEAR_MOST, QUOTES, bare_length, closers, is_name};
use crate::syntax::DEEPEST;

/// Writes a query so that [`crate::parse`] gives the same query back; the empty one is the empty text.
///
/// Alternatives of several parts stand in brackets for the eye, unless that would nest deeper than is allowed.
pub fn print(query: &Query) -> String {
    let printer = Printer { roomy: depth(query) <= DEEPEST };
    printer.write(query, Binding::Or)
}

/// Writes a leaf: the field that it stands under and its value without the field's name.
pub(crate) fn leaf(query: &Query) -> (Option<&'static str>, String) {
    match query {
        Query::Literal(literal) => (scope_name(literal.scope), literal_text(literal)),
        Query::Near { left, right, words } => {
            let near = near_text(*words);
            (scope_name(left.scope), format!("{} {near} {}", literal_text(left), literal_text(right)))
        }
        Query::Field(field) => {
            let (name, value) = field_text(field);
            (Some(name), value)
        }
        _ => (None, String::new()),
    }
}

/// Writes a leaf with its field's name.
pub(crate) fn whole_leaf(query: &Query) -> String {
    match (query, leaf(query)) {
        (Query::Near { left, right, words }, _) => {
            format!("{} {} {}", scoped(left), near_text(*words), scoped(right))
        }
        (_, (Some(name), value)) => format!("{name}:{value}"),
        (_, (None, value)) => value,
    }
}

/// How tightly the place binds that a part is written into.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Not,
}

struct Printer {
    /// Brackets around each AND inside an OR, for the eye.
    roomy: bool,
}

impl Printer {
    fn write(&self, query: &Query, place: Binding) -> String {
        match query {
            Query::Everything => String::new(),
            Query::Or(parts) => bracketed(self.list(parts, " OR ", Binding::And), place > Binding::Or),
            Query::And(parts) => {
                let inside_or = self.roomy && place == Binding::And;
                bracketed(self.list(parts, " ", Binding::Not), place == Binding::Not || inside_or)
            }
            Query::Not(part) => match **part {
                Query::Literal(_) | Query::Field(_) => format!("-{}", whole_leaf(part)),
                _ => format!("NOT {}", self.write(part, Binding::Not)),
            },
            leaf => whole_leaf(leaf),
        }
    }

    /// Writes the parts of an AND or OR; each binds tighter than the list, so a list within its own kind is bracketed.
    fn list(&self, parts: &[Query], between: &str, place: Binding) -> String {
        parts.iter().map(|part| self.write(part, place)).collect::<Vec<_>>().join(between)
    }
}

fn bracketed(text: String, brackets: bool) -> String {
    if brackets { format!("({text})") } else { text }
}

/// Returns how deep the roomy form nests.
fn depth(query: &Query) -> usize {
    let deepest = |parts: &[Query]| parts.iter().map(depth).max().unwrap_or(0);
    match query {
        Query::And(parts) | Query::Or(parts) => 1 + deepest(parts),
        Query::Not(part) => 1 + depth(part),
        _ => 0,
    }
}

fn scope_name(scope: Scope) -> Option<&'static str> {
    match scope {
        Scope::Anywhere => None,
        Scope::Title => Some("title"),
        Scope::Note => Some("note"),
    }
}

fn scoped(literal: &Literal) -> String {
    match scope_name(literal.scope) {
        Some(name) => format!("{name}:{}", literal_text(literal)),
        None => literal_text(literal),
    }
}

fn near_text(words: u8) -> String {
    match words.min(NEAR_MOST) {
        NEAR_DEFAULT => "NEAR".to_owned(),
        words => format!("NEAR/{words}"),
    }
}

fn literal_text(literal: &Literal) -> String {
    match literal.kind {
        LiteralKind::Word if reads_as_word(&literal.text, literal.scope) => literal.text.clone(),
        LiteralKind::Prefix => format!("{}*", literal.text),
        _ => in_quotes(&literal.text),
    }
}

/// Returns whether a text stands as one word when it is written without quotes.
fn reads_as_word(text: &str, scope: Scope) -> bool {
    let operator = matches!(text, "AND" | "OR" | "NOT" | "NEAR") || text.starts_with("NEAR/");
    let like_field = text.split_once(':').is_some_and(|(name, _)| is_name(name));
    is_bare(text) && (scope != Scope::Anywhere || !(operator || like_field || text.starts_with('-')))
}

fn is_bare(text: &str) -> bool {
    !text.is_empty() && !text.contains('*') && bare_length(text) == text.len()
}

/// Writes a text in the first quotes that it does not contain.
fn in_quotes(text: &str) -> String {
    let fits = |close: &&[char]| !close.is_empty() && !text.contains(*close);
    match QUOTES.iter().map(|(open, close)| (open, *close)).find(|(_, close)| fits(close)) {
        Some((open, close)) => format!("{open}{text}{}", close[0]),
        None => format!("\"{}\"", text.replace(|c| closers(c).is_some(), " ")),
    }
}

/// Writes a field's value, in quotes where it would not be read whole without them.
pub(crate) fn quoted_value(name: &str) -> String {
    if is_bare(name) && !name.contains(',') { name.to_owned() } else { in_quotes(name) }
}

fn field_text(field: &Field) -> (&'static str, String) {
    match field {
        Field::Country(code) => ("country", code.to_string()),
        Field::About(code) => ("about", code.to_string()),
        Field::Topic(slug) => ("topic", quoted_value(slug)),
        Field::Regime(key) => ("regime", quoted_value(key)),
        Field::Resolution { number, implied_too } => {
            ("res", format!("{number}{}", if *implied_too { "~" } else { "" }))
        }
        Field::Issuer(name) => ("issuer", quoted_value(name)),
        Field::Speaker(name) => ("speaker", quoted_value(name)),
        Field::Source(name) => ("source", quoted_value(name)),
        Field::Listed(name) => ("listed", quoted_value(name)),
        Field::Lang(lang) => ("lang", lang.to_string()),
        Field::After(date) => ("after", date_text(date)),
        Field::Before(date) => ("before", date_text(date)),
        Field::Within(period) => ("within", period_text(period)),
        Field::Label(name) => ("label", quoted_value(name)),
        Field::Is(wanted) => ("is", value_name(CONDITIONS, wanted)),
        Field::Has(wanted) => ("has", value_name(POSSESSIONS, wanted)),
    }
}

fn value_name<T: PartialEq>(values: &[(&str, T)], wanted: &T) -> String {
    values.iter().find(|(_, value)| value == wanted).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

fn date_text(date: &DateValue) -> String {
    match date {
        DateValue::Day(day) => day.format("%Y-%m-%d").to_string(),
        DateValue::Month(year, month) => format!("{year:04}-{month:02}"),
        DateValue::Year(year) => format!("{year:04}"),
    }
}

fn period_text(period: &Period) -> String {
    match period {
        Period::Days(n) => format!("{n}d"),
        Period::Weeks(n) => format!("{n}w"),
        Period::Years(n) => format!("{n}y"),
    }
}
