use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use chancery_model::{IssuerTag, Lang, Part};

use crate::Context;
use crate::countries::{Document, Placed};
use crate::gazetteer::Kind;
use crate::mention::{begins_word, joins};

/// How far into the text the issuer is looked for.
const LEAD: usize = 420;
/// How far from a ministry's name its country may stand.
const NEAR: usize = 80;

struct Body {
    code: Option<&'static str>,
    name: Option<&'static str>,
}

struct Bodies {
    automaton: AhoCorasick,
    of_pattern: Vec<usize>,
    bodies: Vec<Body>,
}

static BODIES: LazyLock<Bodies> = LazyLock::new(|| {
    let (mut patterns, mut of_pattern, mut bodies) = (Vec::new(), Vec::new(), Vec::new());
    for line in
        include_str!("../../../../data/gazetteer/bodies.tsv").lines().filter(|line| !line.starts_with('#'))
    {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [code, name, phrases] = cells[..] else { continue };
        let said = |cell: &'static str| (cell != "-").then_some(cell);
        patterns.extend(phrases.split('|'));
        of_pattern.resize(patterns.len(), bodies.len());
        bodies.push(Body { code: said(code), name: said(name) });
    }
    let automaton = AhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(&patterns);
    Bodies { automaton: automaton.expect("the shipped names fit an automaton"), of_pattern, bodies }
});

/// The body that issues the document: the title says it first, then the lead, then the source.
pub(crate) fn issuer(
    document: &Document<'_>,
    countries: &[Placed],
    lang: Lang,
    context: &Context<'_>,
) -> Option<IssuerTag> {
    let title = named_in(document, Part::Title, countries, context);
    let title_is_sure = title.as_ref().is_some_and(|tag| tag.code.is_some());
    if title_is_sure {
        return title;
    }
    let lead = named_in(document, Part::Text, countries, context);
    let unnamed = title.or_else(|| lead.clone().filter(|tag| tag.code.is_none()));
    lead.filter(|tag| tag.code.is_some())
        .or_else(|| by_source(context))
        .or_else(|| unnamed.map(|tag| IssuerTag { code: home_of(lang).map(str::to_owned), ..tag }))
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

fn by_source(context: &Context<'_>) -> Option<IssuerTag> {
    let code = context.source_country.map(|code| code.to_string());
    context.source_name.filter(|_| code.is_some()).map(|name| IssuerTag {
        name: name.to_owned(),
        code,
        spans: Vec::new(),
    })
}

fn named_in(
    document: &Document<'_>,
    part: Part,
    countries: &[Placed],
    context: &Context<'_>,
) -> Option<IssuerTag> {
    let text = &document.part(part).text;
    let end = text.floor_char_boundary(LEAD);
    let found = BODIES
        .automaton
        .find_iter(&text[..end])
        .filter(|hit| is_whole(text, hit.start(), hit.end(), hit.pattern().as_usize()));
    let mut first = None;
    for hit in found {
        let body = &BODIES.bodies[BODIES.of_pattern[hit.pattern().as_usize()]];
        let tag = tag_of(document, part, (hit.start(), hit.end()), body, countries, context);
        if tag.code.is_some() {
            return Some(tag);
        }
        first = first.or(Some(tag));
    }
    first
}

fn tag_of(
    document: &Document<'_>,
    part: Part,
    (start, end): (usize, usize),
    body: &Body,
    countries: &[Placed],
    context: &Context<'_>,
) -> IssuerTag {
    let beside = if body.code.is_none() {
        country_beside(&document.part(part).text, part, (start, end), countries)
    } else {
        None
    };
    let stretch = beside.map_or((start, end), |(_, from, to)| (start.min(from), end.max(to)));
    let span = document.span(part, stretch.0, stretch.1);
    let written = span.of(document.title.original, document.text.original);
    let code = body.code.map(str::to_owned).or_else(|| beside.map(|(code, ..)| code.to_string()));
    IssuerTag {
        name: body.name.unwrap_or(written).to_owned(),
        code: code.or_else(|| context.source_country.map(|code| code.to_string())),
        spans: vec![span],
    }
}

/// The country whose name or adjective stands next to a ministry.
fn country_beside(
    text: &str,
    part: Part,
    (start, end): (usize, usize),
    countries: &[Placed],
) -> Option<(chancery_model::CountryCode, usize, usize)> {
    let near = countries.iter().filter(|placed| placed.part == part && placed.mention.kind != Kind::Initial);
    near.filter_map(|placed| {
        let mention = &placed.mention;
        let gap = if mention.start >= end { mention.start - end } else { start.saturating_sub(mention.end) };
        let code = *mention.codes.first()?;
        let between =
            text.get(mention.end.min(end)..mention.start.max(start)).filter(|_| mention.start < start);
        let between = between.or_else(|| text.get(end..mention.start)).unwrap_or("");
        (gap <= NEAR && !speaks_of_another(between)).then_some((gap, code, mention.start, mention.end))
    })
    .min_by_key(|(gap, ..): &(usize, _, _, _)| *gap)
    .map(|(_, code, from, to)| (code, from, to))
}

/// A preposition between ministry and country: the ministry speaks about that country, it is not that country's.
fn speaks_of_another(between: &str) -> bool {
    const PREPOSITIONS: &[&str] = &[
        "on",
        "in",
        "with",
        "from",
        "to",
        "at",
        "against",
        "after",
        "over",
        "щодо",
        "про",
        "у",
        "в",
        "на",
        "з",
        "із",
        "о",
        "об",
        "по",
        "с",
        "sur",
        "avec",
        "en",
        "a",
        "sobre",
        "con",
        "ante",
        "com",
        "em",
        "su",
        "sul",
        "sulla",
        "in",
        "zu",
        "zum",
        "zur",
        "mit",
        "w",
        "z",
        "na",
        "o",
        "بشان",
        "في",
        "من",
        "مع",
        "حول",
        "درباره",
        "به",
        "در",
        "از",
    ];
    between.contains(['.', ',', ';', ':', '\n', '\u{1}'])
        || between.split([' ', '-', '\'']).any(|word| PREPOSITIONS.contains(&word))
}

/// A ministry's word may go on with a case ending.
fn is_whole(text: &str, start: usize, end: usize, pattern: usize) -> bool {
    const SHORTEST: usize = 7;
    let generic = BODIES.bodies[BODIES.of_pattern[pattern]].code.is_none() && end - start >= SHORTEST;
    stands_alone(text, start, end) || generic && begins_word(text, start)
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let last = text[..end].chars().next_back();
    let next = text[end..].chars().next();
    let joined = matches!((last, next), (Some(last), Some(next)) if joins(last, next));
    begins_word(text, start) && (!joined || last.is_some_and(|c| c > '\u{5FF}'))
}
