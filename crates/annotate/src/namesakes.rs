//! Names that more than one country or state has: which Congo, which Korea, which Georgia, which Lebanon.

use std::sync::LazyLock;

use chancery_model::{CountryCode, Part};
use hashbrown::HashSet;

use crate::countries::{Document, Placed};
use crate::gazetteer::Kind;
use crate::table;

const STATES: &str = include_str!("../../../data/gazetteer/states.tsv");
const GEORGIA: &str = include_str!("../../../data/gazetteer/georgia.tsv");

/// States and provinces as they are written behind a city.
static OF_STATE: LazyLock<Vec<(CountryCode, &'static str)>> = LazyLock::new(|| {
    let rows = table::rows(STATES).filter_map(|[code, names]| Some((code.parse().ok()?, names)));
    rows.flat_map(|(code, names)| table::listed(names).map(move |name| (code, name))).collect()
});

struct GeorgiaWords {
    state: Vec<&'static str>,
    country: Vec<&'static str>,
}

static GEORGIA_WORDS: LazyLock<GeorgiaWords> = LazyLock::new(|| {
    let of = |wanted: &str| {
        let rows = table::rows(GEORGIA).filter(|[which, _]| *which == wanted);
        rows.flat_map(|[_, words]| table::listed(words)).collect()
    };
    GeorgiaWords { state: of("state"), country: of("country") }
});

const US: CountryCode = CountryCode::new(b"US");
const UNITED_STATES: &[CountryCode] = &[US];
const CONGO: &[CountryCode] = &[CountryCode::new(b"CG")];
const DR_CONGO: &[CountryCode] = &[CountryCode::new(b"CD")];
const NORTH_KOREA: &[CountryCode] = &[CountryCode::new(b"KP")];
const SOUTH_KOREA: &[CountryCode] = &[CountryCode::new(b"KR")];

/// Decides for each name of more than one country which it says, from the words beside it and the rest of the document.
pub(crate) fn settle(document: &Document<'_>, all: &mut [Placed]) {
    move_to_states(document, all);
    let sure = sure_codes(all);
    let has = |code: &[u8; 2]| sure.contains(&CountryCode::new(code));
    let congo = if has(b"CG") && !has(b"CD") { CONGO } else { DR_CONGO };
    let korea = if has(b"KP") && !has(b"KR") { NORTH_KOREA } else { SOUTH_KOREA };
    let american = Georgias::of(document, all, &sure);
    for (at, placed) in all.iter_mut().enumerate() {
        let mention = &mut placed.mention;
        match mention.kind {
            Kind::Congo => mention.codes = congo,
            Kind::Korea => mention.codes = korea,
            Kind::Georgia if american.holds(at) => {
                (mention.codes, mention.kind) = (UNITED_STATES, Kind::Place)
            }
            Kind::Georgia => mention.kind = Kind::Name,
            _ => {}
        }
    }
}

/// "Lebanon, Pennsylvania" and "London, Ont." are where their state is.
fn move_to_states(document: &Document<'_>, all: &mut [Placed]) {
    for Placed { part, mention } in all {
        let text = document.part(*part);
        let written = &text.original[text.end_of(mention.end)..];
        let may_move = matches!(mention.kind, Kind::Name | Kind::Place) && !mention.codes.is_empty();
        let state = written.strip_prefix(", ").filter(|_| may_move).and_then(state_of);
        if let Some(code) = state {
            (mention.codes, mention.kind) = (std::slice::from_ref(code), Kind::Place);
        }
    }
}

fn state_of(text: &str) -> Option<&'static CountryCode> {
    let found = OF_STATE.iter().find(|(_, name)| text.strip_prefix(name).is_some_and(ends_pair));
    found.map(|(code, _)| code)
}

/// Nothing goes on the word, and no list goes on behind it: "Guam, Hawaii, Alaska" are three places.
fn ends_pair(rest: &str) -> bool {
    let joined = rest.starts_with(chancery_text::is_alphanumeric);
    let next = rest.strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    !joined && !next && !rest.starts_with(" and ") && !rest.starts_with(" or ")
}

/// The countries named beyond doubt.
fn sure_codes(all: &[Placed]) -> HashSet<CountryCode> {
    let sure = |placed: &&Placed| {
        !placed.mention.weak && !matches!(placed.mention.kind, Kind::Congo | Kind::Korea | Kind::Georgia)
    };
    all.iter().filter(sure).flat_map(|placed| placed.mention.codes.iter().copied()).collect()
}

/// Which mentions of Georgia are the American state.
struct Georgias(HashSet<usize>);

impl Georgias {
    fn of(document: &Document<'_>, all: &[Placed], sure: &HashSet<CountryCode>) -> Self {
        let places: Vec<usize> = (0..all.len()).filter(|at| all[*at].mention.kind == Kind::Georgia).collect();
        let elsewhere = || is_named_in_passing(all, &places, sure);
        let american =
            places.iter().filter(|at| is_state(document, all, **at) || elsewhere()).copied().collect();
        Self(american)
    }

    fn holds(&self, at: usize) -> bool {
        self.0.contains(&at)
    }
}

/// Georgia is named once, not in the title, in a text on the United States that names no neighbour of the country's.
fn is_named_in_passing(all: &[Placed], georgias: &[usize], sure: &HashSet<CountryCode>) -> bool {
    const NEAR: [&[u8; 2]; 6] = [b"GE", b"AM", b"AZ", b"RU", b"UA", b"MD"];
    let neighbours = NEAR.iter().any(|code| sure.contains(&CountryCode::new(code)));
    let [at] = georgias else { return false };
    all[*at].part == Part::Text && sure.contains(&US) && sure.len() < 3 && !neighbours
}

/// The state of the US: it is called one, or American places stand close by.
fn is_state(document: &Document<'_>, all: &[Placed], at: usize) -> bool {
    const NEAR: usize = 70;
    let Placed { part, mention } = &all[at];
    let text = &document.part(*part).text;
    let from = text.floor_char_boundary(mention.start.saturating_sub(NEAR));
    let to = text.floor_char_boundary((mention.end + NEAR).min(text.len()));
    let near = |words: &[&str]| words.iter().any(|word| text[from..to].contains(word));
    let american = |placed: &Placed| {
        placed.mention.kind == Kind::Place
            && placed.mention.codes == [US]
            && placed.part == *part
            && placed.mention.end >= from
            && placed.mention.start <= to
    };
    let beside = [at.checked_sub(1), Some(at + 1)];
    let beside = beside.into_iter().flatten().filter_map(|at| all.get(at));
    (near(&GEORGIA_WORDS.state) || beside.into_iter().any(american)) && !near(&GEORGIA_WORDS.country)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let states = table::rows::<2>(STATES).map(|[_, names]| table::listed(names).count());
        assert_eq!(OF_STATE.len(), states.sum::<usize>());
        assert_eq!(table::rows::<2>(STATES).count(), table::lines(STATES).count());
        assert_eq!(table::lines(GEORGIA).count(), 2);
        for word in GEORGIA_WORDS.state.iter().chain(&GEORGIA_WORDS.country) {
            assert_eq!(*word, fold_pattern(word));
        }
    }
}
