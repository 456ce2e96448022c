//! What a feed says of itself.

use super::text;
use super::tree::Element;
use super::{entry, person};
use crate::address::Base;
use crate::{FeedFacts, clean, date, lang};

const AUTHORS: &[&str] =
    &["author", "managingeditor", "dc:creator", "itunes:author", "dc:author", "googleplay:author"];
const PUBLISHED: &[&str] = &["pubdate", "published", "issued", "dcterms:issued", "dcterms:created"];
const UPDATED: &[&str] = &["updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date", "date"];
const DESCRIPTIONS: &[&str] = &[
    "description",
    "subtitle",
    "tagline",
    "abstract",
    "dc:description",
    "itunes:summary",
    "itunes:subtitle",
];

/// Fills in what the head says, and returns the base for the addresses of entries.
pub(super) fn read(facts: &mut FeedFacts, root: Element<'_>, head: Element<'_>, document: &Base) -> Base {
    let own = [root, head].iter().find_map(|e| e.attr("xml:base"));
    let base = document.within(root.attr("xml:base")).within(head.attr("xml:base"));
    facts.feed_id = head.child("id").and_then(Element::value);
    facts.feed_id = facts.feed_id.take().or_else(|| head.attr("rdf:about").map(str::to_owned));
    facts.title = first_line(head, &["title", "dc:title"]);
    facts.description = DESCRIPTIONS.iter().find_map(|name| clean::non_empty(text::plain(head.child(name)?)));
    facts.link = entry::link(head, &base).or_else(|| base.resolved(head.attr("href")?));
    facts.lang = language(root, head);
    facts.published = first_date(head, PUBLISHED);
    facts.updated = first_date(head, UPDATED);
    facts.authors = person::names(head, AUTHORS);
    facts.categories = entry::categories(head);
    facts.ttl_minutes = ttl(head);
    facts.skip_hours = skipped(head, "skiphours", "hour", hour);
    facts.skip_days = skipped(head, "skipdays", "day", day);
    match own {
        Some(_) => base,
        None => base.or(&Base::of(facts.link.as_deref())),
    }
}

/// Returns the first of these children that holds a text, as one line.
pub(super) fn first_line(parent: Element<'_>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| parent.children().filter(|c| c.name == *name).find_map(text::line))
}

/// Returns the first of these children that holds a date.
pub(super) fn first_date(parent: Element<'_>, names: &[&str]) -> Option<chancery_model::When> {
    names.iter().find_map(|name| {
        parent.children().filter(|c| c.name == *name).find_map(|child| date::parse(&child.value()?))
    })
}

fn language(root: Element<'_>, head: Element<'_>) -> Option<String> {
    let stated = ["language", "dc:language"].iter().find_map(|name| lang::tag(&head.child(name)?.value()?));
    stated.or_else(|| [head, root].iter().find_map(|e| lang::tag(e.attr("xml:lang")?)))
}

/// Reads `ttl`, in minutes, and `sy:updatePeriod` with `sy:updateFrequency`.
fn ttl(head: Element<'_>) -> Option<u32> {
    let number = |name: &str| head.child(name)?.value()?.parse::<u32>().ok();
    let period = || {
        let minutes = match head.child("sy:updateperiod")?.value()?.to_ascii_lowercase().as_str() {
            "hourly" => 60,
            "daily" => 24 * 60,
            "weekly" => 7 * 24 * 60,
            "monthly" => 30 * 24 * 60,
            "yearly" => 365 * 24 * 60,
            _ => return None,
        };
        Some(minutes / number("sy:updatefrequency").filter(|n| *n > 0).unwrap_or(1))
    };
    number("ttl").or_else(period)
}

/// Reads `skipHours` or `skipDays`: each value once, in order; what is none is passed over.
fn skipped(head: Element<'_>, list: &str, item: &'static str, read: fn(&str) -> Option<u8>) -> Vec<u8> {
    let Some(list) = head.child(list) else { return Vec::new() };
    let mut values: Vec<u8> = list.named(item).filter_map(|item| read(&item.value()?)).collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// An hour of the day; RSS 0.91 counts from 1 to 24, where 24 is midnight.
fn hour(text: &str) -> Option<u8> {
    text.parse::<u8>().ok().filter(|hour| *hour <= 24).map(|hour| hour % 24)
}

/// A day of the week by its English name, as RSS 2.0 writes it.
fn day(text: &str) -> Option<u8> {
    let day = text.parse::<chrono::Weekday>().ok()?;
    u8::try_from(day.num_days_from_monday()).ok()
}
