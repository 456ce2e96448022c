//! The same document in other languages, as a page names it: `hreflang`, and switches of language.

use std::collections::HashMap;
use std::sync::LazyLock;

use chancery_model::{Lang, Translation};
use dom_query::NodeRef;

use super::marks::Marks;
use crate::address::{Base, is_web};
use crate::{clean, lang};

/// So many translations are kept: a page of the Union has two dozen.
const MOST: usize = 40;

/// Languages by the name that they give themselves, as switches of language write it, in small letters.
const OWN_NAMES: &str = include_str!("../../../../data/language-switches.tsv");

/// The languages by code and by name.
static SWITCHES: LazyLock<HashMap<&'static str, Lang>> = LazyLock::new(|| {
    let rows = OWN_NAMES.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    let said = rows.flat_map(|(code, names)| {
        let lang = code.parse::<Lang>().ok();
        [code].into_iter().chain(names.split('|')).filter_map(move |name| Some((name, lang?)))
    });
    said.collect()
});

/// Returns the translations that a page names, each address once, without the page itself.
pub(super) fn of(marks: &Marks<'_>, url: Option<&str>, canonical: Option<&str>) -> Vec<Translation> {
    let base = Base::of(url).within(marks.base.and_then(|base| base.attr("href")).as_deref());
    let mut found: Vec<Translation> = Vec::new();
    for (links, language) in [
        (&marks.relations, stated as fn(&NodeRef<'_>) -> _),
        (&marks.links, stated),
        (&marks.links, switched),
    ] {
        for node in links {
            let address = || base.resolved(node.attr("href")?.trim()).filter(|address| is_web(address));
            let translation = language(node).and_then(|lang| Some(Translation { lang, url: address()? }));
            let is_other = |one: &Translation| {
                Some(one.url.as_str()) != url
                    && Some(one.url.as_str()) != canonical
                    && found.iter().all(|known| known.url != one.url)
            };
            found.extend(translation.filter(is_other));
        }
    }
    found.truncate(MOST);
    found
}

/// The language that a link states; `x-default` is none.
fn stated(node: &NodeRef<'_>) -> Option<Lang> {
    let alternate = node.has_name("a")
        || node.attr("rel").is_some_and(|rel| rel.split_whitespace().any(|one| one == "alternate"));
    alternate.then(|| lang::primary(&lang::tag(&node.attr("hreflang")?)?))?
}

/// The language whose code or own name is all that a link says.
fn switched(node: &NodeRef<'_>) -> Option<Lang> {
    let text = node.text();
    if text.len() > 60 {
        return None;
    }
    SWITCHES.get(clean::one_line(&text).to_lowercase().as_str()).copied()
}
