//! When a page was published: what it claims in several places is weighed, since no one place is dependable.

use chancery_model::{Basis, Published, When};
use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta};

use super::marks::Mark;
use super::vocabulary::Kind;
use super::{Page, written};
use crate::date;

/// Names of `meta` elements that state when a page was published, the sure ones first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "published-date",
    "publication_date",
    "publicationdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.created",
    "rnews:datepublished",
    "article_date_original",
    "originalpublicationdate",
    "displaydate",
    "release_date",
    "releasedate",
    "article.published",
    "article.created",
    "og:pubdate",
    "bt:pubdate",
    "ptime",
    "eomportal-uuid-date",
];

/// Names that say less: of some sites they state when the page was made or changed.
const DATED: &[&str] =
    &["dc.date", "dcterms.date", "created", "date", "lw.date", "time", "timestamp", "dat", "datecreated"];

const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "modified",
    "revised",
];

/// Names under which the scripts of a page keep when it was published.
const KEYS: &[&str] = &[
    "\"datePublished\"",
    "\"publishedDate\"",
    "\"published_at\"",
    "\"publishDate\"",
    "\"pubDate\"",
    "\"publicationDate\"",
];

/// Elements that say that they hold a date and are looked at.
const LOOKED_AT: usize = 60;

/// A date that a page gives for its publication, and how much that says.
#[derive(Debug, Clone, Copy)]
struct Claim {
    when: When,
    weight: u32,
    basis: Basis,
}

/// Returns when the page says that it was published, else what its address or its visible text suggests.
pub(super) fn published(page: &Page<'_>) -> Option<Published> {
    let mut claims = claims(page);
    if let Some(change) = updated(page) {
        without_changes(&mut claims, change);
    }
    if claims.is_empty() {
        let inferred = |when| Claim { when, weight: 1, basis: Basis::Inferred };
        let found = in_scripts(page).or_else(|| last_change(page)).or_else(|| in_short_texts(page));
        claims.extend(found.map(inferred));
    }
    weighed(claims).map(|published| Published { when: local(page, published.when), ..published })
}

/// A moment in UTC whose day is not the one that stands beside the title: the page was published in another zone, which it
/// does not name, so that the day that it shows is all that is known of the place.
fn local(page: &Page<'_>, when: When) -> When {
    let When::Instant(at) = when else { return when };
    if at.offset().local_minus_utc() != 0 {
        return when;
    }
    let utc = at.naive_utc();
    let may_be = |shown: &When| {
        // Zones lie between twelve hours west and fourteen hours east.
        let (begin, end) = (local_day(*shown).and_time(NaiveTime::MIN), local_day(*shown).succ_opt());
        let end = end.map_or(begin, |next| next.and_time(NaiveTime::MIN));
        local_day(*shown) != utc.date()
            && utc >= begin - TimeDelta::hours(14)
            && utc < end + TimeDelta::hours(12)
    };
    shown(page).filter(may_be).unwrap_or(when)
}

/// The date that is written beside the title for readers.
fn shown(page: &Page<'_>) -> Option<When> {
    let heading = page.heading();
    // Above the title sites show the day of the visit.
    let is_shown = |mark: &&Mark<'_>| {
        mark.kind.has(Kind::DATE)
            && !mark.kind.has(Kind::CHANGE)
            && !mark.beside
            && heading.is_some_and(|heading| mark.place > heading)
            && page.marks.is_near(mark.place, heading)
    };
    let texts =
        page.marks.dates.iter().filter(is_shown).filter_map(|mark| written::short_text(&mark.node, 160));
    let mut dates =
        texts.filter(|text| !written::tells_of_change(text)).filter_map(|text| complete(&text, page));
    dates.next().or_else(|| of_byline(page))
}

/// What repeats the time of the last change says nothing of the publication when something else does.
fn without_changes(claims: &mut Vec<Claim>, change: When) {
    let is_sure = |claim: &Claim| claim.weight >= 4 && claim.basis == Basis::Stated;
    if claims.iter().any(|claim| is_sure(claim) && claim.when.day() < change.day()) {
        let repeats = |claim: &Claim| match claim.when {
            When::Day(day) => day == change.day() || day == local_day(change),
            _ => (claim.when.utc() - change.utc()).num_seconds().abs() < 60,
        };
        claims.retain(|claim| !repeats(claim));
    }
}

fn claims(page: &Page<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut claim = |when: Option<When>, weight, basis| {
        claims.extend(when.map(|when| Claim { when, weight, basis }));
    };
    claim(page.linked.published.as_deref().and_then(|text| plausible(text, page)), 4, Basis::Stated);
    for (n, when) in all_of_meta(page, PUBLISHED).into_iter().enumerate() {
        claim(Some(when), if n == 0 { 4 } else { 3 }, Basis::Stated);
    }
    claim(of_meta(page, DATED), 3, Basis::Stated);
    claim(page.url.and_then(of_address), 4, Basis::Inferred);
    claim(page.meta.first(&["og:image"]).and_then(of_folder), 2, Basis::Inferred);
    claim(of_byline(page), 3, Basis::Inferred);
    claims.extend(of_elements(page));
    claims
}

/// Each day once: several names often repeat one value.
fn all_of_meta(page: &Page<'_>, names: &[&str]) -> Vec<When> {
    let mut found: Vec<When> = Vec::new();
    for text in names.iter().flat_map(|name| page.meta.all(name)) {
        if let Some(when) = plausible(text, page)
            && !found.iter().any(|known| local_day(*known) == local_day(when))
        {
            found.push(when);
        }
    }
    found
}

fn of_meta(page: &Page<'_>, names: &[&str]) -> Option<When> {
    names.iter().find_map(|name| page.meta.all(name).into_iter().find_map(|text| plausible(text, page)))
}

/// The claims of elements: microdata first, then times near the title, then what only looks like a date.
fn of_elements(page: &Page<'_>) -> Vec<Claim> {
    let heading = page.heading();
    let marks = page.marks.dates.iter().filter(|mark| mark.kind.has(Kind::DATE) && !mark.beside);
    let read = marks.take(LOOKED_AT).filter_map(|mark| {
        let near = page.marks.is_near(mark.place, heading);
        let (when, is_stated) = of_element(mark, page)?;
        let (weight, basis) = match (is_microdata(mark), is_stated, near) {
            (true, ..) => (4, Basis::Stated),
            _ if mark.kind.has(Kind::CHANGE) => (1, Basis::Inferred),
            (_, true, true) => (5, Basis::Stated),
            (_, false, true) if mark.node.has_name("time") => (5, Basis::Stated),
            (_, false, true) => (3, Basis::Inferred),
            (_, true, false) => (1, Basis::Stated),
            _ => (1, Basis::Inferred),
        };
        Some(Claim { when, weight, basis })
    });
    strongest(read.collect())
}

/// A byline near the title often ends with the date.
fn of_byline(page: &Page<'_>) -> Option<When> {
    let heading = page.heading();
    let near =
        page.marks.authors.iter().filter(|mark| !mark.beside && page.marks.is_near(mark.place, heading));
    near.take(6).find_map(|mark| {
        let text = written::short_text(&mark.node, 160)?;
        date::in_text_of(&text, page.day_first()).map(|(when, _)| when)
    })
}

/// One claim of each weight is enough: lists of other texts repeat theirs.
fn strongest(claims: Vec<Claim>) -> Vec<Claim> {
    let Some(most) = claims.iter().map(|claim| claim.weight).max() else { return claims };
    claims.into_iter().find(|claim| claim.weight == most).into_iter().collect()
}

fn is_microdata(mark: &Mark<'_>) -> bool {
    let names = ["itemprop", "property"].iter().filter_map(|name| mark.node.attr(name));
    names.into_iter().any(|value| value.to_ascii_lowercase().contains("datepublished"))
        || mark.node.has_attr("pubdate")
}

/// Returns the date of an element, and whether an attribute states it.
fn of_element(mark: &Mark<'_>, page: &Page<'_>) -> Option<(When, bool)> {
    let attributes = ["datetime", "content", "title", "data-datetime", "data-time"];
    let stated = attributes.iter().find_map(|name| plausible(&mark.node.attr(name)?, page));
    if let Some(when) = stated {
        return Some((when, mark.node.has_attr("datetime") || mark.node.has_attr("content")));
    }
    let text = written::short_text(&mark.node, 160)?;
    if written::tells_of_change(&text) {
        return None;
    }
    complete(&text, page).map(|when| (when, false))
}

/// Finds a date that a script of the page keeps under a name that is used for nothing else, or that a short one writes
/// into the page.
fn in_scripts(page: &Page<'_>) -> Option<When> {
    page.scripts.iter().filter(|script| !script.is_linked()).find_map(|script| {
        let text = script.text;
        let named = KEYS.iter().find_map(|key| {
            let value = text[text.find(key)? + key.len()..].trim_start().strip_prefix(':')?.trim_start();
            let value = value.strip_prefix('"')?;
            plausible(value.get(..value.find('"')?.min(40))?, page)
        });
        named.or_else(|| (text.len() <= WRITTEN).then(|| complete(text.split('"').nth(1)?, page)).flatten())
    })
}

/// A script of up to so many bytes does nothing but write something into the page.
const WRITTEN: usize = 100;

/// A page that states a change and no publication, such as one of a wiki, also where it states it in its foot.
fn last_change(page: &Page<'_>) -> Option<When> {
    updated(page).or_else(|| {
        let mut marks = page.marks.dates.iter().filter(|mark| mark.kind.has(Kind::CHANGE));
        marks.find_map(|mark| complete(&written::short_text(&mark.node, 160)?, page))
    })
}

/// Finds a short text that is little else than a date, one near the title first.
fn in_short_texts(page: &Page<'_>) -> Option<When> {
    let heading = page.heading();
    let dated = |mark: &&Mark<'_>| {
        let text = mark.node.text();
        let text = text.trim();
        let is_short = text.len() <= 60 && text.contains(|c: char| c.is_numeric());
        (is_short && !written::tells_of_change(text) && !text.contains('©'))
            .then(|| complete(text, page))
            .flatten()
    };
    let marks = || page.marks.short.iter();
    let near = marks().filter(|mark| page.marks.is_near(mark.place, heading)).find_map(|mark| dated(&mark));
    near.or_else(|| marks().find_map(|mark| dated(&mark)))
}

/// Returns the day that most is claimed for, in the form that says most of it.
fn weighed(mut claims: Vec<Claim>) -> Option<Published> {
    with_offsets(&mut claims);
    let weight = |day: NaiveDate| -> u32 {
        claims.iter().filter(|claim| local_day(claim.when) == day).map(|claim| claim.weight).sum()
    };
    let first = claims.first()?;
    let best = claims.iter().fold(first, |best, claim| {
        if weight(local_day(claim.when)) > weight(local_day(best.when)) { claim } else { best }
    });
    let day = local_day(best.when);
    let same = || claims.iter().filter(|claim| local_day(claim.when) == day);
    let stated = same().any(|claim| claim.basis == Basis::Stated);
    let when = same().map(|claim| claim.when).max_by_key(|when| precision(*when)).unwrap_or(best.when);
    Some(Published { when, basis: if stated { Basis::Stated } else { Basis::Inferred } })
}

/// A moment given in UTC is given again with its offset on some pages: then the day is known where it was published.
fn with_offsets(claims: &mut [Claim]) {
    let local: Vec<_> = claims
        .iter()
        .filter_map(|claim| match claim.when {
            When::Instant(at) if at.offset().local_minus_utc() != 0 => Some(at),
            _ => None,
        })
        .collect();
    for claim in claims {
        if let When::Instant(at) = claim.when
            && let Some(same) = local.iter().find(|other| (**other - at).num_seconds().abs() < 60)
        {
            claim.when = When::Instant(*same);
        }
    }
}

/// The day as it is written, in the zone that was stated.
fn local_day(when: When) -> NaiveDate {
    match when {
        When::Instant(at) => at.date_naive(),
        When::Local(at) => at.date(),
        When::Day(day) => day,
    }
}

fn precision(when: When) -> u8 {
    match when {
        When::Day(_) => 0,
        When::Local(_) => 1,
        When::Instant(_) => 2,
    }
}

/// Returns when the page says that it was last changed.
pub(super) fn updated(page: &Page<'_>) -> Option<When> {
    let linked = page.linked.modified.as_deref().and_then(|text| plausible(text, page));
    linked.or_else(|| of_meta(page, UPDATED)).or_else(|| {
        let mut marks = page.marks.dates.iter().filter(|mark| mark.kind.has(Kind::CHANGE) && !mark.beside);
        marks.find_map(|mark| {
            let stated =
                ["datetime", "content"].iter().find_map(|name| plausible(&mark.node.attr(name)?, page));
            stated.or_else(|| plausible(&written::short_text(&mark.node, 160)?, page))
        })
    })
}

/// Returns the date that a text begins with.
pub(super) fn in_beginning(text: &str) -> Option<Published> {
    let head = &text[..text.floor_char_boundary(text.len().min(400))];
    date::in_text(head).map(|(when, _)| Published { when, basis: Basis::Inferred })
}

/// Reads a date that a page of the web may carry: since 1990, with at least year and month.
fn plausible(text: &str, page: &Page<'_>) -> Option<When> {
    let text = text.trim();
    let day_first = page.day_first();
    let when = date::parse_in(text, day_first)
        .or_else(|| iso_beginning(text))
        .or_else(|| Some(date::in_text_of(text, day_first)?.0))?;
    (text.len() > 5 && (1990..=2099).contains(&when.day().year())).then_some(when)
}

/// Reads a date with its day out of a text; a month and a year alone have one number. One alone in brackets is how many
/// texts a month has.
fn complete(text: &str, page: &Page<'_>) -> Option<When> {
    let is_count = |word: &str| {
        let inner = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        inner.is_some_and(|inner| inner.chars().all(char::is_numeric))
    };
    let words = text.split_whitespace().filter(|word| !is_count(word));
    let numbers = words.flat_map(|word| word.split(|c: char| !c.is_numeric())).filter(|run| !run.is_empty());
    (numbers.count() >= 2).then(|| plausible(text, page)).flatten()
}

/// Reads a timestamp with something broken behind its seconds: `2022-01-10T22:06:08:684Z`.
fn iso_beginning(text: &str) -> Option<When> {
    let head = text.get(..19).filter(|head| head.as_bytes().get(10) == Some(&b'T'))?;
    date::parse(head)
}

/// Finds a date in the path of an address: `/2024/10/24/`, `/2024-10-24-`, `/20241024`.
pub(super) fn of_address(url: &str) -> Option<When> {
    let path = url.splitn(4, '/').nth(3)?;
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let runs: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let whole = runs.windows(3).find_map(|run| match run {
        [y, m, d] if y.len() == 4 && m.len() <= 2 && d.len() <= 2 => day(y, m, d),
        _ => None,
    });
    whole.or_else(|| {
        runs.iter().filter(|run| run.len() == 8).find_map(|run| day(&run[..4], &run[4..6], &run[6..]))
    })
}

/// Finds a date that three folders of an address spell out; names of files are full of numbers.
fn of_folder(url: &str) -> Option<When> {
    let when = of_address(url)?;
    url.contains(&when.day().format("/%Y/%m/%d/").to_string()).then_some(when)
}

fn day(year: &str, month: &str, day: &str) -> Option<When> {
    let year: i32 = year.parse().ok().filter(|year| (1995..=2099).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?).map(When::Day)
}
