//! Sanctions regimes that a document names, or that its citations imply.

use std::sync::LazyLock;

use chancery_model::{Check, Organ, Part, RegimeTag, ResolutionTag, Span};

use crate::catalogue::{Regime, regimes};
use crate::countries::Document;
use crate::folded::fold_pattern;
use crate::letter::joins;
use crate::scan::Section;

/// The names of all regimes, and which regime each means.
static NAMES: LazyLock<Vec<(String, usize)>> = LazyLock::new(|| {
    let named = |(at, regime)| names_of(regime).into_iter().map(move |name| (name, at));
    regimes().iter().enumerate().flat_map(named).collect()
});

/// The patterns to scan for.
pub(crate) fn patterns() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| name.as_str())
}

/// A regime's title, its legal acts and, for a committee of the Security Council, "1718 Committee" and the like.
fn names_of(regime: &Regime) -> Vec<String> {
    let mut names: Vec<String> = regime
        .aliases
        .iter()
        .chain([&regime.title])
        .flat_map(|name| spellings(name))
        .filter(|name| is_telling(name))
        .collect();
    if let Some(numbers) =
        regime.key.strip_prefix("UN-").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        for number in numbers.split('/').chain([numbers]) {
            names.extend(
                ["committee", "sanctions committee", "sanctions regime", "regime"]
                    .map(|what| format!("{number} {what}")),
            );
            names.push(format!("committee {number}"));
            names.push(format!("комітет {number}"));
            names.push(format!("комитет {number}"));
        }
    }
    names
}

/// "EO 14024" is written "Executive Order 14024" too.
fn spellings(name: &str) -> Vec<String> {
    let folded = fold_pattern(name);
    match folded.strip_prefix("eo ") {
        Some(number) => {
            vec![
                format!("executive order {number}"),
                format!("e.o. {number}"),
                format!("executive order (e.o.) {number}"),
                folded,
            ]
        }
        None => vec![folded],
    }
}

/// A name that could be nothing else: with a number, or of three words.
fn is_telling(name: &str) -> bool {
    let words = name.split(' ').count();
    let resolution = name.starts_with("resolution ") || name.starts_with("unscr ") || name.contains("(2001)");
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    !resolution && name.len() > 7 && (words >= 3 || digits >= 3 && words >= 2)
}

/// Makes the tags: regimes named in the text, then those whose founding resolution is cited.
pub(crate) fn regime_tags(document: &Document<'_>, resolutions: &[ResolutionTag]) -> Vec<RegimeTag> {
    let mut tags = Vec::new();
    for part in [Part::Title, Part::Text] {
        let text = &document.part(part).text;
        for found in document.scan(part).longest(Section::Regimes) {
            if ends_word(text, found.end) {
                let key = &regimes()[NAMES[found.pattern].1].key;
                add(&mut tags, key, true, &[document.span(part, found.start, found.end)]);
            }
        }
    }
    for tag in resolutions.iter().filter(|tag| tag.organ == Organ::SecurityCouncil && tag.check == Check::Ok)
    {
        for regime in committees_of(tag) {
            add(&mut tags, &regime.key, false, &tag.spans);
        }
    }
    tags.iter_mut().for_each(|tag| in_order(&mut tag.spans));
    tags
}

fn in_order(spans: &mut Vec<Span>) {
    spans.sort_unstable_by_key(|span| (span.part, span.start, span.end));
    spans.dedup();
}

fn add(tags: &mut Vec<RegimeTag>, key: &str, stated: bool, spans: &[Span]) {
    match tags.iter_mut().find(|tag| tag.key == key) {
        Some(tag) if tag.stated && !stated => {}
        Some(tag) => tag.spans.extend(spans),
        None => tags.push(RegimeTag { key: key.to_owned(), stated, spans: spans.to_vec() }),
    }
}

/// The committees of the Security Council among whose resolutions a cited one is.
fn committees_of(tag: &ResolutionTag) -> Vec<&'static Regime> {
    let number: Option<u32> = tag.number.parse().ok();
    let committees =
        regimes().iter().filter(|regime| regime.key.starts_with("UN-") && !regime.key.starts_with("UN-SC"));
    committees.filter(|regime| number.is_some_and(|number| regime.resolutions.contains(&number))).collect()
}

fn ends_word(text: &str, end: usize) -> bool {
    let (last, next) = (text[..end].chars().next_back(), text[end..].chars().next());
    !matches!((last, next), (Some(last), Some(next)) if joins(last, next))
}
