//! Which of the repeating places of a page is its list.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::{Link, MOST, item};
use crate::Entry;
use crate::address::site;

/// A list has at least so many items.
const FEWEST: usize = 3;
/// Places that are looked at closely, the fullest first.
const CLOSELY: usize = 12;
/// Titles shorter than this name parts of a site, not documents (characters; those of Han and Hangul say more).
const SHORT: f64 = 15.0;
/// Titles of undated items must be this long.
const LONG: f64 = 28.0;

/// Returns the items of the best list of a page; none when nothing on it is one.
pub(super) fn entries(links: &[Link<'_>], page: &str) -> Vec<Entry> {
    let lists = fullest(links).into_iter().map(|group| items(&group));
    let judged = lists.filter_map(|entries| Some((worth(&entries, page)?, entries)));
    let best = judged.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.map(|(_, entries)| entries).unwrap_or_default()
}

/// The places with the most letters in their links, each link once.
fn fullest<'d>(links: &[Link<'d>]) -> Vec<Vec<Link<'d>>> {
    let mut groups: HashMap<u64, Vec<Link<'d>>> = HashMap::new();
    let mut order = Vec::new();
    for link in links {
        let group = groups.entry(link.place).or_insert_with(|| {
            order.push(link.place);
            Vec::new()
        });
        group.push(link.clone());
    }
    let mut fullest: Vec<(usize, Vec<Link<'d>>)> = order
        .iter()
        .filter_map(|place| groups.remove(place))
        .filter(|group| group.len() >= FEWEST)
        .map(|group| (letters(&group), group))
        .collect();
    fullest.sort_by_key(|(letters, group)| std::cmp::Reverse(letters + 10 * group.len()));
    fullest.into_iter().take(CLOSELY).map(|(_, group)| group).collect()
}

fn letters(group: &[Link<'_>]) -> usize {
    group.iter().take(MOST).map(|link| link.node.text().trim().len().min(200)).sum()
}

/// The items of a place, each address once.
fn items(group: &[Link<'_>]) -> Vec<Entry> {
    let containers = item::containers(group);
    let links = telling(group).into_iter().take(MOST);
    links.map(|link| item::entry(link, &containers.of(link))).filter(|entry| entry.title.is_some()).collect()
}

/// Of the links to one address, such as a picture and a title, the one that says most.
fn telling<'g, 'd>(group: &'g [Link<'d>]) -> Vec<&'g Link<'d>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut links: Vec<(usize, &Link<'d>)> = Vec::new();
    for link in group {
        let length = link.node.text().trim().len();
        match places.get(link.address.as_str()) {
            Some(at) if links[*at].0 < length => links[*at] = (length, link),
            Some(_) => {}
            None => {
                places.insert(&link.address, links.len());
                links.push((length, link));
            }
        }
    }
    links.into_iter().map(|(_, link)| link).collect()
}

/// How much a list looks like one of documents; none when it does not.
fn worth(entries: &[Entry], page: &str) -> Option<f64> {
    let titles: HashSet<&str> = entries.iter().filter_map(|entry| entry.title.as_deref()).collect();
    if titles.len() < FEWEST || titles.len() * 10 < entries.len() * 7 {
        return None;
    }
    let length = median(titles.iter().map(|title| weight(title)).collect());
    let share =
        |is: &dyn Fn(&Entry) -> bool| entries.iter().filter(|e| is(e)).count() as f64 / entries.len() as f64;
    let dated = share(&|entry| entry.published.is_some());
    let articles = share(&|entry| entry.link.as_deref().is_some_and(|link| is_article(link, page)));
    let is_list = length >= SHORT && (dated >= 0.5 || (articles >= 0.6 && length >= LONG));
    let count = entries.len().min(40) as f64;
    is_list.then(|| count.sqrt() * length.min(60.0) * (1.0 + 2.0 * dated + articles))
}

/// Characters of a title; those of scripts without spaces between words count threefold.
fn weight(title: &str) -> f64 {
    title
        .chars()
        .map(|c| if matches!(c, '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}') { 3.0 } else { 1.0 })
        .sum()
}

fn median(mut lengths: Vec<f64>) -> f64 {
    lengths.sort_by(f64::total_cmp);
    lengths.get(lengths.len() / 2).copied().unwrap_or(0.0)
}

/// Whether an address looks like a document's: on the same site, with a date, a number or a title in it.
fn is_article(address: &str, page: &str) -> bool {
    let (Ok(address), Ok(page)) = (Url::parse(address), Url::parse(page)) else { return false };
    let path = address.path();
    let digits = path.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= 4);
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or("");
    let titled =
        last.split(['-', '_', '+']).filter(|word| !word.is_empty()).count() >= 4 || last.contains('%');
    let numbered = address.query().is_some_and(|query| query.contains(|c: char| c.is_ascii_digit()));
    site(&address) == site(&page) && (digits || titled || numbered || last.contains('.'))
}
