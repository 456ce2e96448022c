//! The body that issues a document: what the text says, else what the source says.

use chancery_model::{CountryCode, IssuerTag, Lang, Part};

use super::bodies::{Found, bodies_in};
use super::hosts::publisher;
use crate::Context;
use crate::countries::{Document, Placed};
use crate::folded::Folded;
use crate::gazetteer::Kind;
use crate::saying::issues;
use crate::scan::Scan;

/// How far into the text the issuer is looked for.
const LEAD: usize = 420;

/// How many characters into the text a ministry is still the one that speaks.
const OPENING: usize = 120;

/// A body that the document names, as evidence of its issuer.
struct Evidence {
    tag: IssuerTag,
    /// Whether the text says that this body issues it: "statement by …".
    issues: bool,
}

/// The body that issues the document: the title says it first, then the lead, then the source. Where the address is
/// known to be a body's, another body counts only when the text says that it issues it.
pub(crate) fn issuer(
    document: &Document<'_>,
    countries: &[Placed],
    lang: Lang,
    context: &Context<'_>,
) -> Option<IssuerTag> {
    let of = |part: Part| evidence(document, part, countries);
    let found: Vec<Evidence> = of(Part::Title).into_iter().chain(of(Part::Text)).collect();
    if let Some(published) = by_address(context) {
        return Some(on_its_own_pages(found, published));
    }
    let (known, unknown): (Vec<_>, Vec<_>) =
        found.into_iter().map(|evidence| evidence.tag).partition(|tag| tag.code.is_some());
    let unknown = unknown.into_iter().next();
    let ours = context.source_country.map(|code| code.to_string());
    let home = |tag: IssuerTag| {
        let code = ours
            .or_else(|| speaker_of_title(document, countries))
            .or_else(|| home_of(lang).map(str::to_owned));
        IssuerTag { code, ..tag }
    };
    known.into_iter().next().or_else(|| match unknown {
        Some(tag) => Some(home(tag)).filter(says_a_body),
        None => by_source(document, context),
    })
}

/// "Minister" or "government" without a country says nobody.
fn says_a_body(tag: &IssuerTag) -> bool {
    tag.code.is_some() || tag.name.contains(' ')
}

/// What a body publishes under its own address is its own, in the words of the text where it names the body.
fn on_its_own_pages(found: Vec<Evidence>, published: IssuerTag) -> IssuerTag {
    let counts = |evidence: &Evidence| {
        evidence.tag.code == published.code || evidence.issues && evidence.tag.code.is_some()
    };
    found.into_iter().find(counts).map_or(published, |evidence| evidence.tag)
}

fn by_address(context: &Context<'_>) -> Option<IssuerTag> {
    let body = publisher(context.url?)?;
    Some(IssuerTag { name: body.name.to_owned(), code: Some(body.code.to_owned()), spans: Vec::new() })
}

/// The source by its name, with its country or with the body that its name is.
fn by_source(document: &Document<'_>, context: &Context<'_>) -> Option<IssuerTag> {
    let name = context.source_name?;
    let folded = Folded::new(name);
    let named = || {
        let scan = Scan::new(&folded, &document.tables.patterns);
        let found = bodies_in(&folded.text, &scan, folded.text.len(), Part::Title, &[]);
        found.into_iter().find_map(|found| found.body.code)
    };
    let code = context.source_country.map(|code| code.to_string()).or_else(|| named().map(str::to_owned))?;
    Some(IssuerTag { name: name.to_owned(), code: Some(code), spans: Vec::new() })
}

/// A ministry that does not say its country speaks to its own: the language tells where only one state uses it.
fn home_of(lang: Lang) -> Option<&'static str> {
    match lang.as_str() {
        "uk" => Some("UA"),
        "pl" => Some("PL"),
        "ja" => Some("JP"),
        "tr" => Some("TR"),
        "it" => Some("IT"),
        _ => None,
    }
}

/// The country whose name begins the title and goes on with a verb: "Jordan condemns …".
fn speaker_of_title(document: &Document<'_>, countries: &[Placed]) -> Option<String> {
    let first = countries.iter().find(|placed| placed.part == Part::Title)?;
    let goes_on = || {
        let rest = document.title.text[first.mention.end..].strip_prefix(' ');
        rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    let speaks = first.mention.start == 0 && first.mention.kind == Kind::Name && goes_on();
    speaks.then(|| first.mention.codes.first().map(CountryCode::to_string)).flatten()
}

fn evidence(document: &Document<'_>, part: Part, countries: &[Placed]) -> Vec<Evidence> {
    let text = &document.part(part).text;
    let near = text.char_indices().nth(OPENING).map_or(text.len(), |(at, _)| at);
    let found = bodies_in(text, document.scan(part), LEAD, part, countries).into_iter();
    let found = found.filter(|found| found.body.code.is_some() || found.start < near);
    found
        .map(|found| Evidence {
            issues: issues(text, found.start, found.end),
            tag: tag(document, part, &found),
        })
        .collect()
}

fn tag(document: &Document<'_>, part: Part, found: &Found) -> IssuerTag {
    let span = document.span(part, found.start, found.end);
    let written = span.of(document.title.original, document.text.original);
    let own = found.country.map(|code| code.to_string());
    let (name, code) = match (own, found.body.code) {
        (Some(own), Some(code)) if own == code => (found.body.name, Some(own)),
        (Some(own), _) => (None, Some(own)),
        (None, code) => (found.body.name, code.map(str::to_owned)),
    };
    IssuerTag { name: name.unwrap_or(written).to_owned(), code, spans: vec![span] }
}
