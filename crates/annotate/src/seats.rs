//! Cities that are the seat of an organisation: Brussels that speaks for the European Union is no word about Belgium.
//! The cities and the words of their business are in `data/gazetteer/seats.tsv`.

use std::sync::LazyLock;

use chancery_model::CountryCode;

use crate::letter::joins;
use crate::phrase::Phrases;
use crate::saying::begins_saying;
use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/seats.tsv");

struct Seat {
    country: CountryCode,
    speaks: bool,
    cities: Vec<&'static str>,
    business: Phrases,
}

static SEATS: LazyLock<Vec<Seat>> = LazyLock::new(|| table::rows(TABLE).filter_map(seat_of).collect());

fn seat_of([country, speaks, cities, business]: [&'static str; 4]) -> Option<Seat> {
    Some(Seat {
        country: country.parse().ok()?,
        speaks: speaks == "yes",
        cities: table::listed(cities).collect(),
        business: Phrases::new(table::listed(business).collect()),
    })
}

/// Whether a city stands for the organisation that sits there: its name speaks, or its sentence says the
/// organisation's business.
pub(crate) fn stands_for_its_organisation(
    text: &str,
    (start, end): (usize, usize),
    countries: &[CountryCode],
) -> bool {
    let city = &text[start..end];
    let seat = SEATS.iter().find(|seat| {
        countries.contains(&seat.country) && seat.cities.iter().any(|name| city.starts_with(name))
    });
    seat.is_some_and(|seat| {
        seat.speaks && speaks(&text[end..]) || seat.is_at_work(sentence(text, start, end))
    })
}

/// `Brussels: …`, `Brussels warned …`.
fn speaks(after: &str) -> bool {
    after.starts_with(':') || after.strip_prefix(' ').is_some_and(begins_saying)
}

impl Seat {
    fn is_at_work(&self, sentence: &str) -> bool {
        !self.business.places(sentence).is_empty()
    }
}

/// Whether a text goes on with a phrase; the words of it that end with a star may go on.
pub(crate) fn goes_on(text: &str, phrase: &str) -> bool {
    let mut rest = text;
    let mut last = ' ';
    for wanted in phrase.chars() {
        if wanted == '*' {
            rest = rest.trim_start_matches(|next| joins(last, next));
        } else if let Some(next) = rest.strip_prefix(wanted) {
            rest = next;
            last = wanted;
        } else {
            return false;
        }
    }
    phrase.ends_with('*') || !rest.chars().next().is_some_and(|next| joins(last, next))
}

/// The sentence around a stretch, so much of it as is read at most.
fn sentence(text: &str, start: usize, end: usize) -> &str {
    const FARTHEST: usize = 400;
    const STOPS: &[&str] = &[". ", "! ", "? ", ".\n", "\n", "\u{1}", "。"];
    let first = text.floor_char_boundary(start.saturating_sub(FARTHEST));
    let last = text.floor_char_boundary(end + FARTHEST);
    let from = STOPS
        .iter()
        .filter_map(|stop| text[first..start].rfind(stop).map(|at| first + at + stop.len()))
        .max();
    let to = STOPS.iter().filter_map(|stop| text[end..last].find(stop).map(|at| end + at)).min();
    &text[from.unwrap_or(first)..to.unwrap_or(last)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(SEATS.len(), table::lines(TABLE).count());
        for seat in SEATS.iter() {
            let words = seat.cities.iter().chain(seat.business.all());
            words.for_each(|word| assert_eq!(*word, fold_pattern(word)));
        }
    }
}
