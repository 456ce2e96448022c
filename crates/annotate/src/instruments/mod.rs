//! Legal instruments other than resolutions: the Charter with its articles, treaties, acts of the European Union,
//! executive orders and programme codes of the United States, statutory instruments of the United Kingdom.

mod act;
mod charter;
mod entries;
mod forms;
mod known;
mod order;

pub(crate) use entries::{Entries, programme_regime};
pub(crate) use forms::{Form, forms};
pub(crate) use known::{is_act, regimes_of};

use chancery_model::{InstrumentKind, InstrumentTag, Part};
use hashbrown::HashMap;

use crate::countries::Document;
use crate::lexeme::{Lexeme, lexemes_in};
use crate::organ::council_named;
use crate::scan::{Hit, Section};
use entries::{Entry, Meaning, kind_of, treaty_name};
use order::statute;

/// The key of the Charter of the United Nations.
const CHARTER: &str = "un-charter";

/// A cited instrument; offsets are bytes of the folded text.
#[derive(Debug, Clone)]
struct Cited {
    key: String,
    name: String,
    start: usize,
    end: usize,
}

/// Reads the words beside a hit.
struct Reader<'r, 't> {
    lexemes: &'r [Lexeme<'t>],
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", |lexeme| lexeme.text)
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.lexemes.get(at)?.number()
    }

    fn is_word(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.sort == crate::lexeme::Sort::Word)
    }

    /// Passes over a comma or a conjunction; returns the same place when there is none.
    fn separator(&self, at: usize) -> usize {
        const BETWEEN: [&str; 21] = [
            ",", ";", "、", "،", "and", "et", "y", "e", "und", "sowie", "i", "oraz", "та", "і", "й", "и",
            "ve", "و", "和", "及", "및",
        ];
        (at..at + 3).find(|n| !BETWEEN.contains(&self.word(*n))).unwrap_or(at + 3)
    }
}

/// Makes the tags, in order of first mention.
pub(crate) fn instrument_tags(document: &Document<'_>) -> Vec<InstrumentTag> {
    let mut tags: Vec<InstrumentTag> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let says_charter = says_charter(document);
    for part in [Part::Title, Part::Text] {
        for (kind, Cited { key, name, start, end }) in cited_in(document, part, says_charter) {
            let span = document.span(part, start, end);
            match places.get(&key) {
                Some(place) => tags[*place].spans.push(span),
                None => {
                    places.insert(key.clone(), tags.len());
                    tags.push(InstrumentTag { kind, key, name, spans: vec![span] });
                }
            }
        }
    }
    tags
}

/// Whether "the Charter" can only be that of the United Nations: they, or the Security Council, are named.
fn says_charter(document: &Document<'_>) -> bool {
    let names = |part: Part| {
        let is_charter = |hit: &Hit| {
            let entry = document.tables.instruments.get(hit.pattern);
            entry.is_some_and(|entry| entry.meaning == Meaning::Treaty(CHARTER))
        };
        document.scan(part).hits(Section::Instruments).iter().any(is_charter)
            || council_named(&document.part(part).text).is_some()
    };
    has_bare_charter(document) && (names(Part::Title) || names(Part::Text))
}

fn has_bare_charter(document: &Document<'_>) -> bool {
    let is_bare = |hit: &Hit| {
        let entry = document.tables.instruments.get(hit.pattern);
        entry.is_some_and(|entry| entry.meaning == Meaning::BareCharter)
    };
    let within = |part: Part| document.scan(part).hits(Section::Instruments).iter().any(is_bare);
    within(Part::Title) || within(Part::Text)
}

/// Everything cited in one part, by place: of the hits at one word the longest that cites something.
fn cited_in(document: &Document<'_>, part: Part, says_charter: bool) -> Vec<(InstrumentKind, Cited)> {
    let mut found = Vec::new();
    let mut reached = 0;
    let hits = document.scan(part).hits(Section::Instruments);
    for group in hits.chunk_by(|left, right| left.start == right.start) {
        let mut longest: Vec<&Hit> = group.iter().filter(|hit| hit.start >= reached).collect();
        longest.sort_by_key(|hit| std::cmp::Reverse(hit.end));
        let read = longest.into_iter().find_map(|hit| Place { document, part, hit }.read(says_charter));
        if let Some((cited, end)) = read {
            reached = end;
            found.extend(cited);
        }
    }
    found.sort_by_key(|(_, cited)| cited.start);
    found
}

/// A hit where it stands.
struct Place<'p, 't> {
    document: &'p Document<'t>,
    part: Part,
    hit: &'p Hit,
}

impl Place<'_, '_> {
    /// What is cited here, and where it ends; none when the hit cites nothing.
    fn read(&self, says_charter: bool) -> Option<(Vec<(InstrumentKind, Cited)>, usize)> {
        let entry =
            self.document.tables.instruments.get(self.hit.pattern).filter(|entry| self.suits(entry))?;
        if entry.meaning == Meaning::Nothing {
            return Some((Vec::new(), self.hit.end));
        }
        let cited = self.cited(entry.meaning, says_charter);
        let end = cited.iter().map(|(_, cited)| cited.end).max()?;
        Some((cited, end))
    }

    fn text(&self) -> &str {
        &self.document.part(self.part).text
    }

    /// Whether the word ends with the hit, and is written as its form asks.
    fn suits(&self, entry: &Entry) -> bool {
        let folded = self.document.part(self.part);
        let (start, end) = (folded.start_of(self.hit.start), folded.end_of(self.hit.end));
        let original = folded.original.get(start..end).unwrap_or("");
        ends_word(self.text(), self.hit.end) && entry.form.suits(original)
    }

    fn cited(&self, meaning: Meaning, says_charter: bool) -> Vec<(InstrumentKind, Cited)> {
        let (start, end) = (self.hit.start, self.hit.end);
        let of = |kind, all: Vec<Cited>| all.into_iter().map(|cited| (kind, cited)).collect();
        match meaning {
            Meaning::Treaty(CHARTER) => {
                let mut all = self.articles();
                all.extend(treaty(CHARTER, start, end));
                of(InstrumentKind::Charter, all)
            }
            Meaning::Treaty(key) => of(kind_of(key), treaty(key, start, end).into_iter().collect()),
            Meaning::BareCharter if says_charter => of(InstrumentKind::Charter, self.articles()),
            Meaning::BareCharter | Meaning::Nothing => Vec::new(),
            Meaning::Act(kind) => {
                let acts = self.behind(240, |reader, length| reader.acts(length, kind, known::is_founding));
                of(InstrumentKind::EuAct, acts)
            }
            Meaning::Order => of(InstrumentKind::ExecutiveOrder, self.orders()),
            Meaning::Statute => {
                of(InstrumentKind::StatutoryInstrument, self.behind(160, |reader, n| reader.statutes(n)))
            }
            Meaning::StatuteTitle(number) => {
                of(InstrumentKind::StatutoryInstrument, vec![statute(number, start, end)])
            }
            Meaning::Programme(code, bare) => {
                of(InstrumentKind::Programme, self.programme(code, bare).into_iter().collect())
            }
        }
    }

    /// Reads the stretch from the hit on; `length` is how many lexemes the hit takes.
    fn behind(&self, most: usize, read: impl Fn(&Reader<'_, '_>, usize) -> Vec<Cited>) -> Vec<Cited> {
        let text = self.text();
        let end = text.floor_char_boundary((self.hit.end + most).min(text.len()));
        let lexemes: Vec<Lexeme<'_>> = lexemes_in(text, self.hit.start, end).collect();
        let length = lexemes.iter().take_while(|lexeme| lexeme.start < self.hit.end).count();
        read(&Reader { lexemes: &lexemes }, length)
    }

    fn orders(&self) -> Vec<Cited> {
        const NEAR: usize = 40;
        let behind = self.behind(160, |reader, length| reader.orders(length));
        if !behind.is_empty() {
            return behind;
        }
        let start = self.text().floor_char_boundary(self.hit.start.saturating_sub(NEAR));
        let lexemes: Vec<Lexeme<'_>> = lexemes_in(self.text(), start, self.hit.end).collect();
        let phrase = lexemes.iter().take_while(|lexeme| lexeme.start < self.hit.start).count();
        Reader { lexemes: &lexemes }.order_before(phrase).into_iter().collect()
    }

    /// The articles and chapters on both sides of the Charter's name.
    fn articles(&self) -> Vec<Cited> {
        const NEAR: usize = 200;
        let text = self.text();
        let start = text.floor_char_boundary(self.hit.start.saturating_sub(NEAR));
        let end = text.floor_char_boundary((self.hit.end + NEAR / 2).min(text.len()));
        let read = |from, to| lexemes_in(text, from, to).collect::<Vec<_>>();
        let (before, after) = (read(start, self.hit.start), read(self.hit.end, end));
        let mut found = Reader { lexemes: &before }.references_before();
        if found.is_empty() {
            found = Reader { lexemes: &after }.references_after();
        }
        found
    }

    fn programme(&self, code: &str, bare: bool) -> Option<Cited> {
        let (start, end) = (self.hit.start, self.hit.end);
        let within = self.text()[..start].ends_with('[') && self.text()[end..].starts_with(']');
        let goes_on = self.text()[end..].starts_with('-');
        let name = format!("OFAC programme {code}");
        ((bare && !goes_on) || within).then(|| Cited { key: code.to_owned(), name, start, end })
    }
}

fn treaty(key: &str, start: usize, end: usize) -> Option<Cited> {
    treaty_name(key).map(|name| Cited { key: key.to_owned(), name: name.to_owned(), start, end })
}

/// Whether a word ends here; in the scripts of the east particles may follow.
fn ends_word(text: &str, end: usize) -> bool {
    match (text[..end].chars().next_back(), text[end..].chars().next()) {
        (Some(last), Some(next)) => last > '\u{2E80}' || !crate::letter::joins(last, next),
        _ => true,
    }
}
